"""What is said about a mistake of ours: where it happened, never what was on the screen.

* A report holds the kind of the error and the places in the code; no message, no values.
* The work goes on: what was committed is safe, and the person is told so.
"""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return kind and places of an error, without a word of content."""
    places = [
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([kind.__name__, *places])


def install(show: Callable[[str], None]) -> None:
    """Send every mistake to ``show`` as a report."""

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        said = report(kind, trace)
        sys.stderr.write(said + "\n")
        show(said)

    sys.excepthook = hook
