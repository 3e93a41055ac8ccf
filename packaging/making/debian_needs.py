"""Which packages of Debian the tree needs: read from its own files, never from this machine.

* ``readelf`` tells the libraries that every file of the tree asks for; what the tree brings
  itself is left out; ``packaging/debian/libraries.tsv`` says which package has the rest.
  A library that stands in no row stops the build: nobody would know what to install.
* The version of ``libc6`` is the newest that a file of the tree asks for.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from making import elf, places

TABLE = places.PACKAGING / "debian" / "libraries.tsv"
# loaded by name while running, so that no file of the tree asks for them
BY_NAME = ("libegl1", "libgl1", "libxcb-cursor0", "libxcb-xkb1", "libxkbcommon-x11-0", "libfontconfig1", "libdbus-1-3")  # fmt: skip
TOOLS = ("openssh-client",)  # ssh-keygen, with which IT proves the list of files
_GLIBC = re.compile(r"Name: GLIBC_(\d+)\.(\d+)")
_AT_ONCE = 200


def packages(tree: Path) -> list[str]:
    """Return what the package depends on, by name."""
    files = list(elf.below(tree))
    table = _table()
    asked = set(_said(files, "-d", elf.NEEDED)) - {path.name for path in files}
    unknown = sorted(str(name) for name in asked if name not in table)
    if unknown:
        raise SystemExit(f"No row in {TABLE.name} says which package has: {', '.join(unknown)}")  # fmt: skip
    found = {table[str(name)] for name in asked} | set(BY_NAME) | set(TOOLS)
    newest = max(_said(files, "-V", _GLIBC), key=lambda one: (int(one[0]), int(one[1])), default=None)  # fmt: skip
    if newest:
        found = (found - {"libc6"}) | {f"libc6 (>= {newest[0]}.{newest[1]})"}
    return sorted(found)


def _table() -> dict[str, str]:
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return dict(pair[:2] for pair in pairs)


def _said(files: list[Path], what: str, wanted: re.Pattern[str]) -> Iterator[str | tuple[str, ...]]:  # fmt: skip
    for at in range(0, len(files), _AT_ONCE):
        asked: list[str | Path] = ["readelf", what, "-W", *files[at : at + _AT_ONCE]]
        said = subprocess.run(asked, check=True, capture_output=True, text=True, env=places.environment())  # fmt: skip
        yield from wanted.findall(said.stdout)
