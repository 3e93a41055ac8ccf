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
from intake.desk.place_opening import papers_at
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.library import LibraryLine, LibraryNews, LibraryState
from intake.documents.guideline_pack import read_pack
from intake.errors import IntakeError, LibraryRefused, Untrusted
from intake.progress import Progress
from intake.trust import read_card

if TYPE_CHECKING:
    from intake.trust.library import Kept, Papers, Target

NAMESPACE: Final = "intake-library-root@v1"
_FIRST, _SIGNATURE = "metadata/1.root.json", "metadata/1.root.sig"
_MOST_FIRST, _MOST_SIGNATURE = 512_000, 16_384
_LEAST: Final = 12  # letters of a root key's passphrase
_END: Final = "ieum-root-key"
_KINDS: Final = ("roster", "forms", "codes", "guidelines")
Found = TypeVar("Found")


class LibraryNoun:
    """What can be done about the library."""

    def __init__(self, rooms: Rooms, guidelines: Guidelines) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._guidelines = guidelines

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
        return LibraryState(state, label, now.until_ms, now.signed_ms, now.edition, keeping.publishes(rooms))  # fmt: skip

    def listing(self) -> tuple[LibraryLine, ...]:
        """Return everything in the library as it is known here."""
        from intake.trust.library import listed  # noqa: PLC0415 - half a second to load

        now = keeping.kept(self._rooms) if keeping.fresh(self._rooms).edition else None
        return tuple(map(self._line, listed(now))) if now else ()

    def refresh(self, place: str, progress: Progress) -> LibraryNews:
        """Look at a place, and keep what is new.

        Raises:
            Untrusted: something else lies there than what was published; nothing of it is used.
            LibraryRefused: the central desk reads no library, it publishes (why=publishes).
            Unreachable: the place is away.
        """
        from intake.trust.library import Reading  # noqa: PLC0415 - see above

        rooms = self._rooms
        if keeping.publishes(rooms):
            raise LibraryRefused(why="publishes")
        with self._at(place, progress) as papers:
            begun = keeping.kept(rooms) or self._beginning(papers)
            if begun is None:
                return self._news("none")
            reading = Reading(papers, begun, rooms.clock.wall())
            said = ""
            try:
                said = reading.refresh()
            finally:
                whole = said in {"new", "same"}
                keeping.keep(rooms, reading.kept, whole=whole)
            if not whole:
                return self._news(said)
            new, aside = self._fetched(papers, reading.kept)
        self._follow()
        return self._news(said, tuple(map(self._line, new)), aside)

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
        else:
            raise LibraryRefused(why="kind")
        keeping.note_used(self._rooms, path)
        return next(one for one in self.listing() if one.path == path)

    # --- the central desk ----------------------------------------------------------------

    def found(self, first: str, second: str, third: str) -> tuple[NamedBytes, ...]:
        """Found the library; return three files, each opened by its keeper's passphrase.

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
        made = library.found(roots, working, self._rooms.clock.wall())
        keeping.keep_published(self._rooms, made, working)
        return files

    def publish(self, kind: str, file: Path) -> LibraryLine:
        """Publish a file; under its name it replaces what was there.

        Args:
            kind: roster | forms | codes | guidelines.
            file: a card, a form pack, a code list, or a signed guideline edition.

        Raises:
            LibraryRefused: no central desk, no such kind, or the file cannot be read (why).
            Untrusted, GuidelineRefused: the file is not of its kind.
        """
        from intake.trust import library  # noqa: PLC0415 - see above

        self._check_central()
        path = f"{kind}/{Path(file).name.lower()}"
        if kind not in _KINDS or not library.is_title(path):
            raise LibraryRefused(why="name")
        data = _read(Path(file), library.MOST_TARGET)
        _check_fit(kind, data)
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
        from intake.trust import library  # noqa: PLC0415 - see above

        self._check_central()
        now, _ = keeping.published_here(self._rooms)
        own = self._rooms.exchange.trust.own()
        signature = own.sign(NAMESPACE, now.roots[0]).encode("ascii")
        with self._at(place, progress) as papers:
            written = library.lay(now, papers)
            if papers.read_paper(_SIGNATURE, _MOST_SIGNATURE) != signature:
                papers.write_paper(_SIGNATURE, signature)
        return written

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

    def _beginning(self, papers: "Papers") -> "Kept | None":
        """Return the first root, if an enrolled central desk signed it."""
        from intake.trust.library import Kept  # noqa: PLC0415 - see above

        root = papers.read_paper(_FIRST, _MOST_FIRST)
        armored = papers.read_paper(_SIGNATURE, _MOST_SIGNATURE)
        if root is None or armored is None:
            return None
        trust = self._rooms.exchange.trust
        signer = trust.check_signature(NAMESPACE, root, armored.decode("latin-1"))
        trust.check_valid(signer, self._rooms.clock.wall())
        if signer.center not in trust.central_codes():
            raise LibraryRefused(why="signer")
        return Kept(root)

    def _fetched(self, papers: "Papers", now: "Kept") -> "tuple[list[Target], tuple[str, ...]]":  # fmt: skip
        """Fetch what is not here; a bad one is set aside and the rest goes on."""
        from intake.trust.library import fetched, listed  # noqa: PLC0415 - see above

        new, aside, here = [], [], keeping.items(self._rooms)
        for target in listed(now):
            if target.path in here and here[target.path].sha256 == target.sha256:
                continue
            try:
                keeping.keep_item(self._rooms, target, fetched(papers, target))
                new.append(target)
            except Untrusted:
                aside.append(self._rooms.texts("library-set-aside", name=target.path))
        return new, tuple(aside)

    def _follow(self) -> None:
        """Take newer cards of those who are known already, by the same CA; nobody else's."""
        trust = self._rooms.exchange.trust
        known = {one.code: one.ca for one in trust.enrolled() if not one.own}
        for path in keeping.items(self._rooms):
            if not path.startswith("roster/"):
                continue
            with contextlib.suppress(IntakeError):
                data = keeping.item_bytes(self._rooms, path)
                card = read_card(data)
                if known.get(card.code) == card.ca:
                    trust.accept(data)
                    keeping.note_used(self._rooms, path)

    def _news(self, said: str, new: tuple[LibraryLine, ...] = (), aside: tuple[str, ...] = ()) -> LibraryNews:  # fmt: skip
        label = self._rooms.texts(f"library-news-{said}", count=len(new))
        return LibraryNews(said, label, new, aside)

    def _line(self, one: "Target") -> LibraryLine:
        here = keeping.items(self._rooms).get(one.path)
        state = "missing"
        if here is not None and here.sha256 == one.sha256:
            state = "used" if here.used else "here"
        texts = self._rooms.texts
        kind = one.kind if one.kind in _KINDS else "other"
        return LibraryLine(one.path, one.kind, texts(f"library-kind-{kind}"), one.name, one.version, one.made_ms, one.size, state, texts(f"library-item-{state}"))  # fmt: skip

    @contextlib.contextmanager
    def _at(self, place: str, progress: Progress) -> "Iterator[Papers]":
        with papers_at(self._rooms, place) as within:
            yield _Watched(within, progress)


class _Watched:
    """Papers that say how far they are, and can be stopped."""

    def __init__(self, within: "Papers", progress: Progress) -> None:
        self._within, self._progress, self._done = within, progress, 0

    def read_paper(self, name: str, limit: int) -> bytes | None:
        self._step()
        return self._within.read_paper(name, limit)

    def write_paper(self, name: str, data: bytes) -> None:
        self._step()
        self._within.write_paper(name, data)

    def _step(self) -> None:
        self._done += 1
        self._progress.step(self._done, 0, "progress-library")


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
