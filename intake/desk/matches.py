"""Who may be the same person (같은 사람): found by itself, decided by people, taken back by them.

* Nothing here merges by itself, and nothing is ever called certain.
* While an interview (상담) of a case goes on, only a number is told (screens §2).
"""

from intake.desk.clues import is_interviewed
from intake.desk.matches_deciding import REASONS, Deciding
from intake.desk.matches_pair import Pairs
from intake.desk.matches_queue import STATES, Ends, Queue
from intake.desk.matches_settling import compare_again
from intake.desk.rooms import Rooms
from intake.desk.views.matches import (  # fmt: skip
    Candidate,
    CaseMatches,
    EvidenceLine,
    PairView,
)
from intake.desk.views.people import Option
from intake.errors import InvalidInput, NotFound
from intake.matching import holding
from intake.matching.holding import Holding
from intake.matching.saying import withheld_because
from intake.progress import Progress, Silent
from intake.register import CODES
from intake.register.fold import blob_of
from intake.register.vocabulary import is_id

_QUIET = Silent()
_FEW = 200  # suspects looked at without being asked


class Matches:
    """What can be done about people who may be one."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms, self._queue = rooms, Queue(rooms)
        self._pairs = Pairs(rooms, self._queue)
        self._deciding = Deciding(rooms, self._queue)

    # --- reading -------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """Return how many candidates stand how: new, hold, second, reopened, withheld, done."""
        compare_again(self._rooms, most=_FEW)
        told = self._queue.counts()
        return {state.lower(): told.get(state, 0) for state in STATES if state != "ALL"}

    def queue(self, state: str = "NEW", limit: int = 200, after: str = "") -> tuple[Candidate, ...]:  # fmt: skip
        """Return candidates that stand so, the strongest word first.

        ``after`` is the last candidate that was shown: what comes behind it is returned.

        Raises:
            InvalidInput: there is no such state. NotFound: ``after`` stands in no list any more.
        """
        if state not in STATES:
            raise InvalidInput(what="state", why="unknown")
        compare_again(self._rooms, most=_FEW)
        return self._queue.page(state, limit, after)

    def about(self, case: str = "", of: str = "") -> tuple[Candidate, ...]:
        """Return every candidate about a case's suspects, or about one person; decided ones too.

        ``of`` is a suspect, or the profile it belongs to.
        """
        if of and not is_id(of):
            raise InvalidInput(what="id", why="not-an-id")
        if of:
            return self._queue.about((of,))
        self._rooms.case(case)
        self._settle(case)
        return self._queue.about(self._profiles(case))

    def of_link(self, link: str) -> str:
        """Return the candidate that a decision is about.

        Raises:
            NotFound: it was taken back, or is no decision about perpetrators.
        """
        return self._queue.of_link(self._rooms.record("link", link)).id

    def pair(self, candidate: str) -> PairView:
        """Return both sides of a candidate and everything between them."""
        ends, row = self._ends(candidate)
        cases = (*self._queue.cases_of(ends.one), *self._queue.cases_of(ends.other))
        if any(is_interviewed(self._rooms, case) for case in cases):
            return self._pairs.hidden(row, ends)
        return self._pairs.view(row, ends, self._queue.between(ends))

    def of_case(self, case: str) -> CaseMatches:
        """Return what a case may have in common with others; during an interview a number."""
        self._rooms.case(case)
        profiles = self._profiles(case)
        self._settle(case)
        with self._rooms.vault.reading() as db:
            kept = {one.id: one for profile in profiles for one in holding.pairs_of(db, profile)}  # fmt: skip
        waiting = self._queue.undecided(kept.values())
        if is_interviewed(self._rooms, case):
            return CaseMatches(len(waiting), quiet=True)
        return CaseMatches(len(waiting), tuple(map(self._queue.of_pair, waiting)))

    def weak(self, case: str) -> tuple[EvidenceLine, ...]:
        """Return what is alike but not proposed, and why; nothing during an interview."""
        self._rooms.case(case)
        if is_interviewed(self._rooms, case) or not self._queue.sees((case,)):
            return ()
        found: list[EvidenceLine] = []
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            likes = [one for profile in self._profiles(case) for _, one in world.alike(profile)]  # fmt: skip
        for one in likes:
            if not one.is_proposed:
                found += self._pairs.evidence(one.lines)
                why = withheld_because(one.withheld, self._rooms.texts)
                found += [EvidenceLine(one.withheld, why)] if why else []
        return tuple(dict.fromkeys(found))

    def open_panel(self, case: str) -> None:
        """Note that somebody looked at what a case has in common with others."""
        self._rooms.case(case)
        self._rooms.log.note("open-matches", case, loud=True)

    def reasons(self, decision: str) -> tuple[Option, ...]:
        """Return the reasons that fit a decision, or ``TAKE_BACK``.

        Raises:
            InvalidInput: there is no such decision.
        """
        if decision not in REASONS:
            raise InvalidInput(what="decision", why="unknown")
        language = self._rooms.language
        return tuple(Option(code, CODES.label("link_reason", code, language)) for code in REASONS[decision])  # fmt: skip

    # --- saying --------------------------------------------------------------------

    def decide(self, candidate: str, decision: str, reason: str, words: str = "", for_court: bool = False) -> str:  # fmt: skip
        """Decide about a candidate; return the link.

        Raises:
            InvalidInput: no such code. NotFound: no such candidate. NotYours: another
            center's case is for the central desk to decide.
        """
        ends, _ = self._ends(candidate)
        return self._deciding.decide(ends, decision, reason, words, for_court=for_court)

    def second(self, link: str, decision: str, reason: str) -> None:
        """Say what a second person thinks of a decision; NotYours for whoever took it."""
        self._deciding.second(link, decision, reason)

    def stays(self, link: str, reason: str) -> None:
        """Say that a decision was looked at again and stays (다시 살펴봄).

        Raises:
            InvalidInput: nothing asks for it now. NotYours: not hers to decide.
        """
        self._deciding.stays(link, reason)

    def take_back(self, link: str, reason: str) -> None:
        """Withdraw a decision; every notice of it is recalled."""
        self._deciding.take_back(link, reason)

    def mark_shared(self, record: str, shared: bool, reason: str, words: str = "") -> None:  # fmt: skip
        """Say that many use the value of an identifier (여럿이 쓰는 값), or that they do not."""
        self._deciding.mark_shared(record, reason, words, shared=shared)

    def propose(self, one: str, other: str, kind: str = "same_person") -> str:
        """Say that two suspects are one because one knows him (본 적 있음).

        It joins nobody before another counselor says so too. Within a center she may also decide
        it herself, with a reason beyond that she knows him; then that is what stands.

        Raises:
            InvalidInput: they are one already, or it is another kind of link.
        """
        left, right = (self._rooms.record("suspect", ref).id for ref in (one, other))
        ends = self._ends_of(left, right)
        if kind != "same_person" or left == right or ends is None:
            raise InvalidInput(what="propose", why="itself")
        self._deciding.propose(ends, (left, right))
        return ends.id

    def refresh(self, progress: Progress = _QUIET) -> int:
        """Look again at whoever is due; return how many profiles were looked at."""
        return compare_again(self._rooms, progress)

    # --- within --------------------------------------------------------------------

    def _settle(self, case: str) -> None:
        sql = 'SELECT 1 FROM m_due d JOIN m_sight s ON s.id = d.suspect WHERE s."case" = ? LIMIT 1'  # fmt: skip
        with self._rooms.vault.reading() as db:
            due = db.one(sql, (blob_of(case),))
        if due:
            profiles = self._profiles(case)
            with self._rooms.vault.writing() as db:
                world = Holding(db)
                members = [ref for one in profiles for ref in world.face(one).profile.members]  # fmt: skip
                holding.settle(db, members, self._rooms.clock.wall())

    def _profiles(self, case: str) -> tuple[str, ...]:
        with self._rooms.vault.reading() as db:
            return holding.profiles_in(db, case)

    def _ends(self, candidate: str) -> tuple[Ends, Candidate]:
        """Return both sides of a candidate, and how it stands."""
        link = self._queue.last(candidate)
        if link is not None:
            return self._queue.ends(link), self._queue.of_link(link)
        one, _, other = candidate.partition(".")
        ends = self._ends_of(one, other) if one and other else None
        if ends is None or ends.id != candidate:
            raise NotFound(entity="candidate")
        return ends, self._queue.of_ends(ends)

    def _ends_of(self, one: str, other: str) -> Ends | None:
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            try:
                profiles = {world.profile_at(one), world.profile_at(other)} - {""}
            except ValueError:  # no id at all
                return None
            if len(profiles) < 2:  # noqa: PLR2004
                return None
            left, right = sorted(profiles)
            return Ends(world.face(left).profile.members, world.face(right).profile.members)  # fmt: skip
