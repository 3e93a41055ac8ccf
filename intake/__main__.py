"""``python -m intake VERB … --json``, and the command ``ieum``.

What is loaded here stays as long as the process: it is loaded without looking for garbage in it,
which was a quarter of the time until the first verb.
"""

import contextlib
import gc
import os
import signal
import sys

gc.disable()

from intake.cli import main as carry_out  # noqa: E402 - see above
from intake.clock import wall_ms  # noqa: E402
from intake.logbook import Logbook, keep_log, log_folder  # noqa: E402

gc.freeze()
gc.enable()


def main() -> int:
    """Carry out the words of the command line; return the exit code."""
    with contextlib.suppress(RuntimeError):  # an account without a home keeps no log
        keep_log(Logbook(log_folder(), wall_ms))
    try:
        try:
            return carry_out()
        finally:
            if sys.stdout is not None:  # a service may have none
                sys.stdout.flush()  # whether anybody still reads shows now, not when Python ends
    except BrokenPipeError:
        return _unread()


def _unread() -> int:
    """End as every stock tool does where nobody reads on, as in ``ieum … | head``."""
    os.dup2(
        os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
    )  # Python flushes again
    if os.name == "posix":
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.raise_signal(signal.SIGPIPE)
    return 1


if __name__ == "__main__":
    sys.exit(main())
