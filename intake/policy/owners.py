"""Whether only administrators can write a file: then it is theirs, without a signature."""

import os
import stat
import sys
from pathlib import Path
from typing import Final

_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH


def only_administrators_write(file: Path) -> bool:
    """Whether the file, and every folder above it, is root's and nobody else may write there.

    On Windows: its owner is the system or the administrators, and nobody else is given a right
    to write, to delete or to give it away.
    """
    if sys.platform == "win32":
        from intake.policy.owners_windows import (  # noqa: PLC0415 - only there
            only_administrators_write as ask,
        )

        return ask(file)
    try:
        real = file.resolve(strict=True)
        return all(_is_roots(one) for one in (real, *real.parents))
    except OSError:
        return False


def _is_roots(path: Path) -> bool:
    seen = os.stat(path)  # noqa: PTH116 - the numbers themselves
    return seen.st_uid == 0 and not seen.st_mode & _OTHERS
