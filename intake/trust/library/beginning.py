"""Where trust in the library begins (시작 루트): the root that IT or the build names, if either does.

* IT's policy names a file (``library_root``); else the build carries ``resources/trust/root.json``;
  else there is none, and the card of the central desk is what is begun with (``FORMAT.md``).
* A root of any version will do: the chain is followed from there.
* A development root says so in its signed part. It is refused where policy does not allow it by
  name (``allow_development_root``), whoever put it there.
"""

from pathlib import Path
from typing import Final

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from intake.errors import LibraryRefused
from intake.text import resource
from intake.trust.library.publishing import DEVELOPMENT

BAKED: Final = "trust/root.json"
_MOST: Final = 512_000


def first_root(named: str, *, allow_development: bool, baked: Path | None = None) -> bytes | None:  # fmt: skip
    """Return the root to begin with; None where neither IT nor the build names one.

    Args:
        named: the file that policy names; empty where it names none.
        allow_development: whether policy lets a development root count.
        baked: where the build's root lies, if not among the resources.

    Raises:
        LibraryRefused: it cannot be read or is no root (why=root-file), or it is a development
            root and policy does not allow one (why=root-development).
    """
    file = Path(named) if named else baked or resource(BAKED)
    if not named and not file.is_file():
        return None
    data = _read(file)
    if is_development(data) and not allow_development:
        raise LibraryRefused(why="root-development")
    return data


def is_development(data: bytes) -> bool:
    """Whether a root is one for trying out.

    Raises:
        LibraryRefused: it is no root that is signed by its own keys (why=root-file).
    """
    try:
        root = Metadata[Root].from_bytes(data)
        root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
    except (RepositoryError, AttributeError, ValueError):
        raise LibraryRefused(why="root-file") from None
    return bool(root.signed.unrecognized_fields.get(DEVELOPMENT))


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            data = source.read(_MOST + 1)
    except OSError:
        raise LibraryRefused(why="root-file") from None
    if len(data) > _MOST:
        raise LibraryRefused(why="root-file")
    return data
