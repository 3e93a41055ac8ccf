"""What is kept of the library (자료실 보관): in the vault, with versions, and worked from there.

* What is proven of TUF's files, the bytes of every item, and what of them is in use.
* At the central desk also every root, and the keys that publish.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from intake import errors
from intake.clock import DAY_MS
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import Trouble
from intake.errors import Fact, IntakeError, LibraryRefused, Untrusted

if TYPE_CHECKING:
    from intake.trust.library import Kept, Library, Target, Working

_PARTS: Final = ("root", "timestamp", "snapshot", "targets")
_KEPT, _ITEM, _ROOT = "library/kept/", "library/item/", "library/root/"
_WORKING: Final = "library/working"
_ROOTS: Final = "library/roots"
_FRESH: Final = "library/fresh"
_ITEMS: Final = "library/items"
_LOOKS: Final = "library/looks"
_LACKING: Final = "library/lacking"


@dataclass(frozen=True, slots=True)
class Item:
    """One item whose bytes are here."""

    sha256: str
    version: int
    used: bool = False


@dataclass(frozen=True, slots=True)
class Fresh:
    """How fresh what is known is; all zero: no library was ever used."""

    until_ms: int = 0
    signed_ms: int = 0
    edition: int = 0
    development: bool = False


def kept(rooms: Rooms) -> "Kept | None":
    """Return what is proven so far; None where nothing is."""
    from intake.trust.library import Kept  # noqa: PLC0415 - half a second to load

    parts = [rooms.vault.secret(f"{_KEPT}{part}") or b"" for part in _PARTS]
    return Kept(*parts) if parts[0] else None


def keep(rooms: Rooms, now: "Kept", *, whole: bool) -> None:
    """Keep what is proven now.

    Only a whole edition makes the library fresh: a new timestamp without what it names bars what
    is older, and says nothing of what is true now.
    """
    from intake.trust import library  # noqa: PLC0415 - see above

    with rooms.vault.writing():
        for part in _PARTS:
            rooms.vault.keep_secret(f"{_KEPT}{part}", getattr(now, part))
        if whole:
            until = library.until_ms(now)
            edition = library.versions(now)["targets"]
            signed = library.signed_ms(now)
            told = asdict(Fresh(until, signed, edition, library.is_development(now.root)))  # fmt: skip
            rooms.vault.keep_fact(_FRESH, json.dumps(told))
    rooms.touched.add("library")


def fresh(rooms: Rooms) -> Fresh:
    """Return how fresh the library is, without looking into it."""
    return Fresh(**json.loads(rooms.vault.fact(_FRESH) or "{}"))


def check_fresh(rooms: Rooms, to: str) -> None:
    """Refuse to seal to others by a list that is older than policy allows (``roster_days``).

    Where no library was ever used there is nothing to be old; laptops of one's own center get
    everything whatever its age, and the desk that publishes signs anew.

    Raises:
        LibraryRefused: it is (why=old, days).
    """
    if is_old(rooms) and not (publishes(rooms) or rooms.exchange.trust.party(to).own):
        raise LibraryRefused(why="old", days=rooms.policy.roster_days)


def is_old(rooms: Rooms) -> bool:
    """Whether what is known is older than policy allows."""
    signed = fresh(rooms).signed_ms
    return bool(signed) and rooms.clock.wall() - signed > rooms.policy.roster_days * DAY_MS  # fmt: skip


def library_notices(rooms: Rooms) -> tuple[str, ...]:
    """Return what is told on opening: a library past its end, or too old to seal by."""
    until = fresh(rooms).until_ms
    if not until or publishes(rooms):
        return ()
    if is_old(rooms):
        return ("notice-library-old",)
    return ("notice-library-expired",) if until < rooms.clock.wall() else ()


def items(rooms: Rooms) -> dict[str, Item]:
    """Return every item whose bytes are here, by ``kind/name``."""
    told: Mapping[str, Mapping[str, object]] = json.loads(rooms.vault.fact(_ITEMS) or "{}")  # fmt: skip
    return {path: Item(**one) for path, one in told.items()}  # type: ignore[arg-type]


def keep_items(rooms: Rooms, some: "Iterable[tuple[Target, bytes]]") -> None:
    """Keep the bytes of items, each in place of an earlier version of it."""
    with rooms.vault.writing():
        every = items(rooms)
        for target, data in some:
            rooms.vault.keep_secret(f"{_ITEM}{target.path}", data)
            every[target.path] = Item(target.sha256, target.version)
        _keep_items(rooms, every)


def lacks(rooms: Rooms) -> bool:
    """Whether something of the library that is known could not be fetched yet."""
    return (rooms.vault.fact(_LACKING) or "0") != "0"


def note_lacking(rooms: Rooms, count: int) -> None:
    """Note how many items could not be fetched."""
    if str(count) != (rooms.vault.fact(_LACKING) or "0"):
        rooms.vault.keep_fact(_LACKING, str(count))


def note_used(rooms: Rooms, path: str) -> None:
    """Note that an item is in use as it is here."""
    with rooms.vault.writing():
        every = items(rooms)
        one = every[path]
        _keep_items(rooms, {**every, path: Item(one.sha256, one.version, used=True)})


def item_bytes(rooms: Rooms, path: str) -> bytes:
    """Return an item's bytes.

    Raises:
        LibraryRefused: they are not here (why=missing).
    """
    data = rooms.vault.secret(f"{_ITEM}{path}")
    if path not in items(rooms) or data is None:
        raise LibraryRefused(why="missing")
    return data


# --- what a look at a place said -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """How the library stood at a place when it was last looked at, or laid there."""

    said: str = ""  # new | same | older | expired | none | laid | trouble
    at_ms: int = 0
    holds: bool = False  # a library lies there, or did once
    kind: str = ""  # of the trouble, a class of intake.errors
    facts: Mapping[str, Fact] | None = None

    def trouble(self, rooms: Rooms) -> tuple[str, str]:
        """Return what was wrong and what to do, in the language of the screen."""
        kind = getattr(errors, self.kind, IntakeError) if self.kind else None
        if kind is not None and issubclass(kind, Untrusted):
            return rooms.texts("library-place-trouble"), rooms.texts("library-place-remedy")  # fmt: skip
        return Trouble(self.kind, self.facts).said(rooms)


def looks(rooms: Rooms) -> dict[str, Look]:
    """Return what was said of each place."""
    told = json.loads(rooms.vault.fact(_LOOKS) or "{}")
    return {place: Look(**one) for place, one in told.items()}


def note_look(rooms: Rooms, place: str, said: str, error: IntakeError | None = None) -> None:  # fmt: skip
    """Remember what was said of a place; what it said before only where it differs is touched."""
    every = looks(rooms)
    before = every.get(place, Look())
    trouble = Trouble.of(error) if error else Trouble()
    holds = before.holds or said != "none"
    now = Look(said, rooms.clock.wall(), holds, trouble.kind, trouble.facts)
    with rooms.vault.writing():
        told = {name: asdict(one) for name, one in {**every, place: now}.items()}
        rooms.vault.keep_fact(_LOOKS, json.dumps(told, sort_keys=True))
    if (before.said, before.kind) != (now.said, now.kind):
        rooms.touched.add("library")


# --- at the central desk ------------------------------------------------------------------


def publishes(rooms: Rooms) -> bool:
    """Whether this desk founded a library."""
    return rooms.vault.fact(_ROOTS) is not None


def published_here(rooms: Rooms) -> "tuple[Library, Working]":
    """Return the library that this desk publishes, and the keys it does so with.

    Raises:
        LibraryRefused: it founded none (why=not-founded).
    """
    from intake.trust.library import Library, Working, listed  # noqa: PLC0415 - see above

    vault, now = rooms.vault, kept(rooms)
    keys = vault.secret(_WORKING)
    if keys is None or now is None:
        raise LibraryRefused(why="not-founded")
    count = int(vault.fact(_ROOTS) or "0")
    roots = tuple(vault.secret(f"{_ROOT}{at}") or b"" for at in range(1, count + 1))
    held = _Held(rooms, tuple(one.path for one in listed(now)))
    return Library(roots, now, held), Working.read(keys)


@dataclass(frozen=True, slots=True)
class _Held(Mapping[str, bytes]):
    """The bytes of what is published, each read when it is asked for: builds are large."""

    rooms: Rooms = field(repr=False)
    paths: tuple[str, ...]

    @override
    def __getitem__(self, path: str) -> bytes:
        if path not in self.paths:
            raise KeyError(path)
        return item_bytes(self.rooms, path)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    @override
    def __len__(self) -> int:
        return len(self.paths)


def keep_published(rooms: Rooms, library: "Library", working: "Working") -> None:
    """Keep what this desk publishes from now on."""
    vault = rooms.vault
    with vault.writing():
        vault.keep_secret(_WORKING, working.data)
        vault.keep_fact(_ROOTS, str(len(library.roots)))
        for at, data in enumerate(library.roots, 1):
            vault.keep_secret(f"{_ROOT}{at}", data)
        keep(rooms, library.kept, whole=True)
        changed = _changed(library.targets, items(rooms))
        keep_items(rooms, [(one, library.held[one.path]) for one in changed])
        _let_builds_go(rooms, {one.path for one in library.targets})


def _let_builds_go(rooms: Rooms, listed: set[str]) -> None:
    """Keep no build that was taken out of the library: nothing here works from one."""
    from intake.trust.library import APPS  # noqa: PLC0415 - see above

    every = items(rooms)
    gone = [one for one in every if one.startswith(f"{APPS}/") and one not in listed]
    for path in gone:
        rooms.vault.keep_secret(f"{_ITEM}{path}", b"")
        del every[path]
    if gone:
        _keep_items(rooms, every)


def _changed(targets: "Iterable[Target]", known: Mapping[str, Item]) -> "list[Target]":
    return [one for one in targets if one.path not in known or known[one.path].sha256 != one.sha256]  # fmt: skip


def _keep_items(rooms: Rooms, every: Mapping[str, Item]) -> None:
    told = {path: asdict(one) for path, one in sorted(every.items())}
    rooms.vault.keep_fact(_ITEMS, json.dumps(told))
    rooms.touched.add("library")
