"""What is done about the library at a place (자료실과 보내는 곳): looked at, laid, in every round.

* What is proven is kept at once, also when the rest fails. An older place is no trouble; one that
  was tampered with is, and it is said at the place. Neither holds up anything else.
* Trust begins with the root that IT or the build names, else with what our central desk signed.
"""

import contextlib
from typing import TYPE_CHECKING, Final, cast

from intake.desk import library_keeping as keeping
from intake.desk.packs_keeping import FORMS, card_in
from intake.desk.rooms import Rooms
from intake.desk.views.library import LibraryLine, LibraryNews
from intake.errors import (
    Cancelled,
    IntakeError,
    LibraryRefused,
    Locked,
    TooNew,
    Unreachable,
    Untrusted,
)
from intake.mailbox import Mailbox
from intake.progress import Progress
from intake.trust import read_card
from intake.trust.packs import PACK_KINDS, read_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake.trust.library import Kept, Papers, Target

ROOT_NAMESPACE: Final = "intake-library-root@v1"
LIBRARY_KINDS: Final = ("roster", "forms", "codes", "guidelines", "apps")
_FIRST, _SIGNATURE = "metadata/1.root.json", "metadata/1.root.sig"
_NEWEST: Final = "metadata/timestamp.json"
_MOST_FIRST, _MOST_SIGNATURE = 512_000, 16_384
_AT_ONCE: Final = 200  # items that are kept in one transaction


class LibraryRounds:
    """The library of a workspace, and the places it comes from or goes to."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def go_round(self, place: str, mailbox: Mailbox, progress: Progress) -> None:
        """Look at a place in a round of sending and receiving; what is wrong is said there.

        The desk that publishes lays there what it published, where a person did so before. No
        trouble of the library stops a round, and a place that holds what is known costs one look.
        """
        rooms, papers = self._rooms, cast("Papers", mailbox)
        watched = WatchedPapers(papers, progress)
        try:
            if keeping.publishes(rooms):
                look = keeping.looks(rooms).get(place, keeping.Look())
                if look.holds and not self._is_laid(look, papers):
                    self.lay(place, watched)
            elif (said := self._as_known(papers)) is not None:
                keeping.note_look(rooms, place, said)
            else:
                self.look(place, watched)
        except (Locked, Cancelled):
            raise
        except IntakeError as error:
            if not isinstance(error, Unreachable):
                keeping.note_look(rooms, place, "trouble", error)

    def _is_laid(self, look: keeping.Look, papers: "Papers") -> bool:
        """Whether this edition was laid there whole: its timestamp comes last, builds are large."""
        mine = self._rooms.vault.secret("library/kept/timestamp")
        return look.said == "laid" and papers.read_paper(_NEWEST, _MOST_SIGNATURE) == mine  # fmt: skip

    def _as_known(self, papers: "Papers") -> str | None:
        """Return what a place says whose newest signature is none, or the one that is kept."""
        there = papers.read_paper(_NEWEST, _MOST_SIGNATURE)
        if there is None:
            return "none"
        mine = self._rooms.vault.secret("library/kept/timestamp")
        fresh = keeping.fresh(self._rooms)
        whole = fresh.signed_ms and fresh.until_ms >= self._rooms.clock.wall()
        return "same" if there == mine and whole and not keeping.lacks(self._rooms) else None  # fmt: skip

    def look(self, place: str, papers: "Papers") -> LibraryNews:
        """Look at a place, keep what is new, and remember what was said of it."""
        try:
            news = self._refreshed(papers)
        except (Untrusted, LibraryRefused, TooNew) as error:
            keeping.note_look(self._rooms, place, "trouble", error)
            raise
        keeping.note_look(self._rooms, place, news.said)
        return news

    def look_once(self, papers: "Papers") -> LibraryNews:
        """Look at what is no place of this workspace, and keep what is new."""
        return self._refreshed(papers)

    def _refreshed(self, papers: "Papers") -> LibraryNews:
        from intake.trust.library import Reading  # noqa: PLC0415 - see above

        rooms = self._rooms
        begun = keeping.kept(rooms) or self._beginning(papers)
        if begun is None:
            return self.news("none")
        reading = Reading(papers, begun, rooms.clock.wall())
        said = ""
        try:
            said = reading.refresh()
        finally:
            whole = said in {"new", "same"}
            with rooms.vault.writing():
                keeping.keep(rooms, reading.kept, whole=whole)
                if whole:
                    keeping.note_lacking(rooms, 1)  # until every item is here
        if not whole:
            return self.news(said)
        new, aside = self._fetched(papers, reading.kept)
        self._follow()
        here = keeping.items(rooms)
        return self.news(said, tuple(self.line(one, here) for one in new), aside)

    def lay(self, place: str, papers: "Papers") -> int:
        """Bring a place up to date, with the signature of the first root beside it."""
        from intake.trust import library  # noqa: PLC0415 - see above

        now, _ = keeping.published_here(self._rooms)
        try:
            written = library.lay(now, papers)
        except LibraryRefused as error:
            keeping.note_look(self._rooms, place, "trouble", error)
            raise
        signature = self._rooms.exchange.trust.sign(ROOT_NAMESPACE, now.roots[0]).encode("ascii")  # fmt: skip
        if papers.read_paper(_SIGNATURE, _MOST_SIGNATURE) != signature:
            papers.write_paper(_SIGNATURE, signature)
        keeping.note_look(self._rooms, place, "laid")
        return written

    def _beginning(self, papers: "Papers") -> "Kept | None":
        """Return the root that IT or the build names, else the first, if our central desk signed it."""
        from intake.trust.library import Kept, first_root, is_development  # noqa: PLC0415 - see above

        policy = self._rooms.policy
        named = first_root(policy.library_root, allow_development=policy.allow_development_root)  # fmt: skip
        if named is not None:
            return Kept(named)
        root = papers.read_paper(_FIRST, _MOST_FIRST)
        armored = papers.read_paper(_SIGNATURE, _MOST_SIGNATURE)
        if root is None or armored is None:
            return None
        trust = self._rooms.exchange.trust
        signer = trust.check_signature(ROOT_NAMESPACE, root, armored.decode("latin-1"))
        trust.check_valid(signer, self._rooms.clock.wall())
        if signer.center not in trust.central_codes():
            raise LibraryRefused(why="signer")
        if is_development(root) and not policy.allow_development_root:
            raise LibraryRefused(why="root-development")
        return Kept(root)

    def _fetched(self, papers: "Papers", now: "Kept") -> "tuple[list[Target], tuple[str, ...]]":  # fmt: skip
        """Fetch what is not here, builds aside; a bad one is set aside and the rest goes on."""
        from intake.trust.library import APPS, fetched, listed  # noqa: PLC0415 - see above

        here = keeping.items(self._rooms)
        wanted = [one for one in listed(now) if one.kind != APPS and (one.path not in here or here[one.path].sha256 != one.sha256)]  # fmt: skip
        new: list[Target] = []
        aside: list[str] = []
        for at in range(0, len(wanted), _AT_ONCE):
            some: list[tuple[Target, bytes]] = []
            try:
                for target in wanted[at : at + _AT_ONCE]:
                    try:
                        some.append((target, fetched(papers, target)))
                    except Untrusted:
                        aside.append(self._rooms.texts("library-set-aside", name=target.path))  # fmt: skip
            finally:  # a stick that is pulled takes nothing back
                keeping.keep_items(self._rooms, some)
                new += [target for target, _ in some]
        keeping.note_lacking(self._rooms, len(aside))
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

    def news(self, said: str, new: tuple[LibraryLine, ...] = (), aside: tuple[str, ...] = ()) -> LibraryNews:  # fmt: skip
        """Return what a look brought, in words."""
        label = self._rooms.texts(f"library-news-{said}", count=len(new))
        return LibraryNews(said, label, new, aside)

    def line(self, one: "Target", every: "Mapping[str, keeping.Item]") -> LibraryLine:
        """Return one thing of the library, and how it stands here."""
        here = every.get(one.path)
        state = "there" if one.kind == "apps" else "missing"
        if here is not None and here.sha256 == one.sha256:
            state = "used" if here.used else "here"
        texts = self._rooms.texts
        kind = one.kind if one.kind in LIBRARY_KINDS else "other"
        title = self._title(one) if state == "here" else ""
        return LibraryLine(one.path, one.kind, texts(f"library-kind-{kind}"), one.name, one.version, one.made_ms, one.size, state, texts(f"library-item-{state}"), title)  # fmt: skip

    def _title(self, one: "Target") -> str:
        """Return what a pack calls itself, with its version; nothing where it cannot be read."""
        if one.kind not in PACK_KINDS:
            return ""
        with contextlib.suppress(IntakeError):
            pack = read_pack(keeping.item_bytes(self._rooms, one.path))
            own = self._rooms.texts("library-kind-codes")
            name = card_in(pack.data).title_in(self._rooms.language) if pack.kind == FORMS else own  # fmt: skip
            return self._rooms.texts("packs-titled", title=name, version=pack.version)
        return ""


class WatchedPapers:
    """Papers that say how far they are, and can be stopped."""

    def __init__(self, within: "Papers", progress: Progress) -> None:
        """Stand before a place."""
        self._within, self._progress, self._done = within, progress, 0

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper; a step is told first."""
        self._step()
        return self._within.read_paper(name, limit)

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper; a step is told first."""
        self._step()
        self._within.write_paper(name, data)

    def _step(self) -> None:
        self._done += 1
        self._progress.step(self._done, 0, "progress-library")
