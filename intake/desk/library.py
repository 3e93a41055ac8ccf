"""The library of the central desk (자료실): cards, forms, code lists and guidelines, for every center.

* The central desk publishes and lays it into places; everybody else looks at a place and keeps
  what is new in the vault. An older stick brings nothing new and takes nothing back.
* The first time, the beginning of trust is what the enrolled central desk signed: nobody is
  believed here who was not believed before, by words compared both ways.
* A library past its end is told and stops nothing but sealing to others, and that only when it is
  older than policy allows.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from intake.consent.roles import Act
from intake.crypto import Passphrase, SigningKey
from intake.desk import library_keeping as keeping
from intake.desk.guidelines import Guidelines
from intake.desk.library_rounds import (
    ROOT_NAMESPACE,
    LibraryRounds,
    WatchedPapers,
)
from intake.desk.packs import Packs
from intake.desk.packs_making import PACK_END, signed_pack
from intake.desk.place_keeping import Place, places
from intake.desk.place_opening import papers_at
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.library import (
    LibraryLine,
    LibraryNews,
    LibraryPlace,
    LibraryState,
    StagedBuild,
)
from intake.documents.guideline_pack import read_pack
from intake.errors import LibraryRefused, NoRoom
from intake.progress import Progress
from intake.release.staged import read_build, write_durably
from intake.trust import read_card
from intake.trust.packs import PACK_KINDS

if TYPE_CHECKING:
    from intake.trust.library import Papers

NAMESPACE: Final = ROOT_NAMESPACE
_MOST_SIGNATURE = 16_384
_LEAST: Final = 12  # letters of a root key's passphrase
_END: Final = "ieum-root-key"
_PUBLISHED: Final = ("roster", "forms", "codes", "guidelines", "apps")
_STAGING: Final = "builds"
Found = TypeVar("Found")


class LibraryNoun:
    """What can be done about the library."""

    def __init__(self, rooms: Rooms, guidelines: Guidelines, packs: Packs) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._guidelines, self._packs = guidelines, packs
        self._rounds = LibraryRounds(rooms)

    # --- everybody ---------------------------------------------------------------------

    def state(self) -> LibraryState:
        """Return whether what is known is fresh."""
        rooms, now = self._rooms, keeping.fresh(self._rooms)
        state = "fresh" if now.until_ms >= rooms.clock.wall() else "expired"
        if not now.signed_ms:
            state = "none"
        elif keeping.is_old(rooms):
            state = "old"
        label = rooms.texts(f"library-state-{state}", days=rooms.policy.roster_days)
        return LibraryState(state, label, now.until_ms, now.signed_ms, now.edition, keeping.publishes(rooms), now.development)  # fmt: skip

    def listing(self) -> tuple[LibraryLine, ...]:
        """Return everything in the library as it is known here."""
        from intake.trust.library import listed  # noqa: PLC0415 - half a second to load

        now = keeping.kept(self._rooms) if keeping.fresh(self._rooms).edition else None
        here = keeping.items(self._rooms)
        return tuple(self._rounds.line(one, here) for one in listed(now)) if now else ()

    def places(self) -> tuple[LibraryPlace, ...]:
        """Return every place, and how the library stood there when it was last looked at."""
        looks = keeping.looks(self._rooms)
        return tuple(self._place(one, looks.get(one.id, keeping.Look())) for one in places(self._rooms).values())  # fmt: skip

    def refresh(self, place: str, progress: Progress) -> LibraryNews:
        """Look at a place, and keep what is new.

        Raises:
            Untrusted: something else lies there than what was published; nothing of it is used.
            LibraryRefused: the central desk reads no library, it publishes (why=publishes).
            Unreachable: the place is away.
        """
        if keeping.publishes(self._rooms):
            raise LibraryRefused(why="publishes")
        with self._at(place, progress) as papers:
            return self._rounds.look(place, papers)

    def take(self, path: str, older: bool = False) -> LibraryLine:
        """Use something of the library from now on.

        A guideline edition is the one papers are made by from now on. A card is accepted as one
        that was brought by hand is: whoever takes it has compared its words both ways.

        Raises:
            LibraryRefused: it is not here, or this version cannot use its kind (why).
            GuidelineRefused, Untrusted: it is not fit, or contradicts what is known.
        """
        data, kind = keeping.item_bytes(self._rooms, path), path.partition("/")[0]
        if kind == "guidelines":
            self._guidelines.take_bytes(data, older)
        elif kind == "roster":
            self._rooms.exchange.trust.accept(data)
        elif kind in PACK_KINDS:
            self._packs.install_from(path)
        else:
            raise LibraryRefused(why="kind")
        keeping.note_used(self._rooms, path)
        return next(one for one in self.listing() if one.path == path)

    def stage(self, path: str, place: str, progress: Progress) -> StagedBuild:
        """Fetch a build of the program, prove it, and lay it beside the vault; nothing runs it.

        Raises:
            LibraryRefused: the library has no such build (why=missing).
            Untrusted: other bytes lie there; nothing is kept.
            Unreachable, NoRoom: the place is away, or the disk is full.
        """
        from intake.trust.library import APPS, fetched, listed  # noqa: PLC0415 - see above

        now = keeping.kept(self._rooms)
        every = listed(now) if now else ()
        target = next((one for one in every if (one.path, one.kind) == (path, APPS)), None)  # fmt: skip
        if target is None:
            raise LibraryRefused(why="missing")
        with self._at(place, progress) as papers:
            data = fetched(papers, target)
        folder = self._rooms.vault.folder / _STAGING
        file = folder / f"{target.sha256}.{target.name}"
        part = file.with_suffix(".part")
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            write_durably(part, data)
            part.replace(file)
        except OSError:
            raise NoRoom(needed=target.size) from None
        finally:
            part.unlink(missing_ok=True)
        return StagedBuild(path, str(file), target.size, target.sha256)

    # --- the central desk ----------------------------------------------------------------

    def found(self, first: str, second: str, third: str, development: bool = False) -> tuple[NamedBytes, ...]:  # fmt: skip
        """Found the library; return three files, each opened by its keeper's passphrase.

        ``development`` marks it as one for trying out: a laptop begins with it only where IT's
        policy allows that by name.

        They go to three people in three safes and are kept nowhere else. Two of them are needed
        to change who may publish.

        Raises:
            LibraryRefused: no central desk, there is one, or a passphrase is short (why).
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        self._check_central()
        if keeping.publishes(self._rooms) or keeping.kept(self._rooms):
            raise LibraryRefused(why="founded")
        if min(map(len, (first, second, third))) < _LEAST:
            raise LibraryRefused(why="passphrase")
        roots = [SigningKey.generate() for _ in range(library.ROOT_KEYS)]
        working = library.Working.generate()
        files = tuple(NamedBytes(f"library-{at}.{_END}", library.root_key_file(key, Passphrase(words))) for at, (key, words) in enumerate(zip(roots, (first, second, third), strict=True), 1))  # fmt: skip
        made = library.found(
            roots, working, self._rooms.clock.wall(), development=development
        )
        keeping.keep_published(self._rooms, made, working)
        return files

    def publish(self, kind: str, file: Path) -> LibraryLine:
        """Publish a file; under its name it replaces what was there.

        Args:
            kind: roster | forms | codes | guidelines | apps.
            file: a card, a form's card beside its files, a code list as plain JSON, a pack that
                is signed already, a signed guideline edition, or a build under the name that
                it was made under.

        Raises:
            LibraryRefused: no central desk, no such kind, or the file cannot be read (why).
            Untrusted, GuidelineRefused: the file is not of its kind.
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        self._check_central()
        if kind not in _PUBLISHED:
            raise LibraryRefused(why="name")
        name, data = self._ready(kind, Path(file))
        path = f"{kind}/{name}"
        if not library.is_title(path):
            raise LibraryRefused(why="name")
        self._change(lambda now, keys, at: library.published(now, keys, path, data, at))
        return next(one for one in self.listing() if one.path == path)

    def withdraw(self, path: str) -> None:
        """Take something out of the library; where it was taken already it stays.

        Raises:
            NotFound: it is not in it.
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        self._change(lambda now, keys, at: library.withdrawn(now, keys, path, at))

    def renew(self) -> None:
        """Sign the same once more, so that it counts as fresh for another 180 days."""
        from intake.trust import library  # noqa: PLC0415 - see above

        self._change(library.renewed)

    def rotate(self, one: Path, one_words: str, other: Path, other_words: str) -> None:
        """Take new keys to publish with, by two of the three root keys.

        Raises:
            NotForUs: a passphrase does not open its file.
            InvalidInput: they are not two root keys of this library.
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        self._check_central()
        said = ((one, one_words), (other, other_words))
        roots = [library.open_root_key(_read(Path(file), _MOST_SIGNATURE), Passphrase(words)) for file, words in said]  # fmt: skip
        now, _ = keeping.published_here(self._rooms)
        keys = library.Working.generate()
        made = library.rotated(now, roots, keys, self._rooms.clock.wall())
        keeping.keep_published(self._rooms, made, keys)

    def lay(self, place: str, progress: Progress) -> int:
        """Bring a place up to date; return how many files were written.

        Raises:
            LibraryRefused: the place holds a later edition: this vault is an older copy (why=behind).
            Unreachable: the place is away or full.
        """
        self._check_central()
        with self._at(place, progress) as papers:
            return self._rounds.lay(place, papers)

    def root_file(self) -> NamedBytes:
        """Return the root that a build or IT's policy can carry: new laptops begin with it.

        Raises:
            LibraryRefused: this desk founded no library (why=not-founded).
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        now, _ = keeping.published_here(self._rooms)
        mark = "-development" if library.is_development(now.roots[-1]) else ""
        return NamedBytes(f"root{mark}.json", now.roots[-1])

    # --- within ------------------------------------------------------------------------

    def _check_central(self) -> None:
        if self._rooms.who.role != "central":
            raise LibraryRefused(why="not-central")
        self._rooms.sight.must(Act.SUPERVISE)

    def _change(self, change: "Callable[..., Found]") -> None:
        self._check_central()
        now, keys = keeping.published_here(self._rooms)
        made = change(now, keys, self._rooms.clock.wall())
        keeping.keep_published(self._rooms, made, keys)  # type: ignore[arg-type]

    def _ready(self, kind: str, file: Path) -> tuple[str, bytes]:
        """Return what is published of a file, and under which name: packs are signed here."""
        from intake.trust.library import APPS, most_of  # noqa: PLC0415 - see above

        if kind == APPS and read_build(file.name.lower()) is None:
            raise LibraryRefused(why="name")
        data = _read(file, most_of(f"{kind}/"))
        if kind in PACK_KINDS:
            pack = signed_pack(self._rooms, kind, file, data)
            return f"{pack.id}.{PACK_END}".lower(), pack.data
        _check_fit(kind, data)
        return file.name.lower(), data

    def _place(self, place: Place, look: keeping.Look) -> LibraryPlace:
        sentence, remedy = look.trouble(self._rooms)
        label = sentence or self._rooms.texts(f"library-place-{look.said or 'never'}")
        return LibraryPlace(place.id, place.name, look.said, label, remedy, look.at_ms, look.holds)  # fmt: skip

    @contextlib.contextmanager
    def _at(self, place: str, progress: Progress) -> "Iterator[Papers]":
        with papers_at(self._rooms, place) as within:
            yield WatchedPapers(within, progress)


def _check_fit(kind: str, data: bytes) -> None:
    """Refuse to publish what nobody could read."""
    if kind == "roster":
        read_card(data)
    elif kind == "guidelines":
        read_pack(data)


def _read(file: Path, limit: int) -> bytes:
    try:
        with file.open("rb") as source:
            data = source.read(limit + 1)
    except OSError:
        raise LibraryRefused(why="away") from None
    if len(data) > limit:
        raise LibraryRefused(why="too-large")
    return data
