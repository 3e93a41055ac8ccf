"""Whether only administrators can write a file: then it is theirs, without a signature."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_LINKS: Final = 40  # one after the other, as the system follows them


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
        return all(_is_roots(one) for one in _on_the_way(file))
    except OSError:
        return False


def _on_the_way(file: Path) -> Iterator[Path]:
    """Yield the file and every folder that decides which file it is: those of links, too."""
    for _ in range(_LINKS):
        yield from file.absolute().parents
        yield from file.parent.resolve(strict=True).parents
        if not file.is_symlink():
            break
        file = file.parent.resolve(strict=True) / file.readlink()
    real = file.resolve(strict=True)
    yield from (real, *real.parents)


def _is_roots(path: Path) -> bool:
    seen = os.stat(path)  # noqa: PTH116 - the numbers themselves
    return seen.st_uid == 0 and not seen.st_mode & _OTHERS
