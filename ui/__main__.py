"""``python -m ui``: open the window on a folder.

The desk is not imported here: the first paint comes before the core is loaded.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main(
    arguments: list[str] | None = None, look: Callable[[], Any] | None = None
) -> int:
    """Open ``--folder``, or this person's own folder; return the exit code.

    ``look`` looks through the files of an installed program, after the first paint.
    """
    said = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="ieum-window", allow_abbrev=False)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument(
        "--safe", action="store_true", help="plain, and nothing begins by itself"
    )
    options = parser.parse_args(said)
    if options.folder is None:
        from intake.desk import default_folder  # noqa: PLC0415

        options.folder = default_folder()
    from ui.beginning import begin  # noqa: PLC0415

    folder = options.folder.absolute()
    return begin(folder, tuple(said), look=look, safe=options.safe)


if __name__ == "__main__":
    if os.name == "posix":
        os.umask(0o077)
    sys.exit(main())
