"""``python -m intake VERB … --json``, and the command ``ieum``.

What is loaded here stays as long as the process: it is loaded without looking for garbage in it,
which was a quarter of the time until the first verb.
"""

import gc
import sys

gc.disable()

from intake.cli import main as carry_out  # noqa: E402 - see above

gc.freeze()
gc.enable()


def main() -> int:
    """Carry out the words of the command line; return the exit code."""
    return carry_out()


if __name__ == "__main__":
    sys.exit(main())
