"""``python -m ui``: open the window on a folder.

The desk is not imported here: the first paint comes before the core is loaded.
"""

import argparse
import os
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Open ``--folder``, or this person's own folder; return the exit code."""
    said = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="ieum-window")
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args(said)
    if options.folder is None:
        from intake.desk import default_folder  # noqa: PLC0415

        options.folder = default_folder()
    from ui.app import Start, run  # noqa: PLC0415

    return run(Start(folder=options.folder.absolute(), arguments=tuple(said)))


if __name__ == "__main__":
    if os.name == "posix":
        os.umask(0o077)
    sys.exit(main())
