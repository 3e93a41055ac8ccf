"""Certificates whose seals and time stamps are called known here (믿는 인증서).

* Whoever supervises says so, after comparing the digits with the body itself; it is noted with
  her name and the day, and what she takes back is no longer known from then on.
* They are kept in this vault, of this computer. Nothing is fetched, and none is known by itself.
"""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views.papers import RootLine
from intake.errors import NotAPaper, NotFound

if TYPE_CHECKING:  # slow to load, and a certificate is rare
    from intake.documents.root_reading import RootFound

_FACT: Final = "roots/known"
_MOST_BYTES: Final = 1 << 20
_SHORT: Final = 16
_MOST: Final = 50


class Roots:
    """What can be done about certificates that are known here."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self) -> tuple[RootLine, ...]:
        """Return the certificates that are known here, in the order in which they came."""
        return tuple(_line(name, one) for name, one in _kept(self._rooms).items())

    def look(self, file: Path) -> tuple[RootLine, ...]:
        """Return what a file says of itself, to be compared before anything is kept.

        Raises:
            NotAPaper: it is no certificate, or cannot be read.
        """
        return tuple(RootLine(_name(one), one.holder, one.issuer, one.until, one.sha256) for one in _read(Path(file)))  # fmt: skip

    def trust(self, file: Path) -> tuple[RootLine, ...]:
        """Call the seals and time stamps of these certificates known from now on.

        Raises:
            NotYours: the person here does not supervise.
            NotAPaper: it is no certificate, cannot be read, or there are too many.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        found = _read(Path(file))
        said = {"on": rooms.clock.today().isoformat(), "by": rooms.who.counselor}
        with rooms.vault.writing():
            kept = _kept(rooms)
            for one in found:
                kept.setdefault(_name(one), {**_told(one), **said})
            if len(kept) > _MOST:
                raise NotAPaper(why="root")
            _keep(rooms, kept)
        names = {_name(one) for one in found}
        return tuple(line for line in self.listing() if line.id in names)

    def forget(self, root: str) -> None:
        """Take a certificate back: what it stands behind is a stranger's from now on.

        Raises:
            NotYours: the person here does not supervise.
            NotFound: it is not known here.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        with rooms.vault.writing():
            kept = _kept(rooms)
            if kept.pop(root, None) is None:
                raise NotFound(entity="certificate")
            _keep(rooms, kept)


def known_roots(rooms: Rooms) -> tuple[bytes, ...]:
    """Return the certificates as a reader of seals wants them."""
    return tuple(base64.b64decode(one["data"]) for one in _kept(rooms).values())


# --- within -----------------------------------------------------------------------------


def _kept(rooms: Rooms) -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = json.loads(rooms.vault.fact(_FACT) or "{}")
    return told


def _keep(rooms: Rooms, kept: Mapping[str, Mapping[str, str]]) -> None:
    rooms.vault.keep_fact(_FACT, json.dumps(kept, ensure_ascii=False))
    rooms.touched.add("root")


def _told(one: "RootFound") -> dict[str, str]:
    data = base64.b64encode(one.data).decode("ascii")
    return {"holder": one.holder, "issuer": one.issuer, "until": one.until, "sha256": one.sha256, "data": data}  # fmt: skip


def _name(one: "RootFound") -> str:
    return one.sha256[:_SHORT]


def _line(name: str, one: Mapping[str, str]) -> RootLine:
    return RootLine(name, one["holder"], one["issuer"], one["until"], one["sha256"], one["on"], one["by"])  # fmt: skip


def _read(file: Path) -> "tuple[RootFound, ...]":
    from intake.documents.root_reading import roots_in  # noqa: PLC0415 - see above

    try:
        if not file.is_file():  # a pipe or a device has no end
            raise NotAPaper(why="root")
        with file.open("rb") as source:
            data = source.read(_MOST_BYTES + 1)
    except OSError:
        raise NotAPaper(why="root") from None
    return roots_in(data)
