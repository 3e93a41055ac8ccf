"""Whether only administrators can write a file: then it is theirs, without a signature."""

import errno
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
    whole, links = file.absolute(), 0
    here, left = Path(whole.anchor), [*reversed(whole.parts[1:])]
    yield here
    while left:
        name = left.pop()
        there = here.parent if name == ".." else here / name
        if not there.is_symlink():
            here = there
            yield here
            continue
        links += 1
        if links > _LINKS:
            raise OSError(errno.ELOOP, "too many links")
        goal = there.readlink()
        here = Path(goal.anchor) if goal.is_absolute() else here
        left += reversed(goal.parts[1:] if goal.is_absolute() else goal.parts)


def _is_roots(path: Path) -> bool:
    seen = os.stat(path)  # noqa: PTH116 - the numbers themselves
    return seen.st_uid == 0 and not seen.st_mode & _OTHERS
