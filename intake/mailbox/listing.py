"""What lies in a folder (목록): other people's names are passed by, and never followed."""

import os
from collections.abc import Iterator
from pathlib import Path


def entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    """Yield what lies in a folder, in any order; nothing where there is no such folder."""
    try:
        listed = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    with listed:
        yield from listed


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether this is a folder itself, and no link to one."""
    return entry.is_dir(follow_symlinks=False) and not is_elsewhere(entry)


def is_elsewhere(entry: "os.DirEntry[str] | Path") -> bool:
    """Whether this leads somewhere else: a link, or what Windows calls a junction."""
    junction = getattr(entry, "is_junction", None)  # Python 3.12, which Windows has
    return entry.is_symlink() or bool(junction and junction())


class Spelling:
    """Whether names of a folder are those we say: FAT and exFAT may show them in capitals."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing before it is asked."""
        self._folder = folder
        self._listed: frozenset[str] = frozenset()

    def is_ours(self, name: str) -> bool:
        """Say it of a name that is listed there.

        A medium that knows no case answers to our spelling, though it does not list it; inodes
        are no help, FUSE makes one up for each spelling.
        """
        lowered = name.lower()
        if name == lowered:
            return True
        self._listed = self._listed or frozenset(os.listdir(self._folder))  # noqa: PTH208 - names alone
        return lowered not in self._listed and os.path.lexists(self._folder / lowered)
