"""Programs and libraries of Linux (ELF): which files are some, and what ``readelf`` says of them."""

import re
from collections.abc import Iterator
from pathlib import Path

NEEDED = re.compile(
    r"\(NEEDED\).*\[(.+)\]"
)  # the libraries it asks for, of ``readelf -d``


def is_elf(path: Path) -> bool:
    """Whether a file is one; a link to one is none."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def below(root: Path) -> Iterator[Path]:
    """Yield every one below a folder, in the order of their names."""
    return (path for path in sorted(root.rglob("*")) if is_elf(path))
