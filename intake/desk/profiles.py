"""Perpetrators across cases (프로필): who is one person by decision, and what was done to whom.

* Figures count cases and people, never name a victim; each opens to its case lines. Those of one
  perpetrator are by the rules of the papers (``profiles_counting``).
* Training cases are in none; a case that was destroyed or withdrawn falls out, and it is said
  that it did, and since when.
* While an interview of one of its cases goes on here, a profile says nothing.
* That two cases are of one victim is said by people only, with her agreement; between centers
  a second person confirms it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from intake import exchange as rooms_of_exchange
from intake.clock import local, ms_of
from intake.counting import grouped
from intake.desk.bonds import SAME, VICTIM, Bonds, case_of_suspect
from intake.desk.link_notices import objections
from intake.desk.matches_queue import Queue
from intake.desk.people import victim_of
from intake.desk.profile_tally import Person, Tally, rows_of
from intake.desk.profiles_counting import Numbers
from intake.desk.rooms import Rooms
from intake.desk.views.joint import ProfileLine, ProfileView
from intake.errors import ConsentMissing, InvalidInput, NotFound
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import CLASSES
from intake.ledger.erasure import part_hash
from intake.matching.canonical import canonical
from intake.matching.holding import pairs
from intake.register import CODES, Row, Value
from intake.vault import Database

_NOT_HIS = frozenset({"VICTIM", "NONE"})
_MOST_WORDS = 2_000


class Profiles:
    """What can be asked about perpetrators."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self, text: str = "", limit: int = 200) -> tuple[ProfileLine, ...]:
        """Return whoever was met in more than one case, most victims first.

        ``text`` is looked for in names, centers and numbers of cases.
        """
        bonds = Bonds(self._rooms)
        every = bonds.every()
        case_of = {end: case for b in every for end, case in ((b.one, b.one_case), (b.other, b.other_case))}  # fmt: skip
        tally = Tally(self._rooms, bonds, case_of.values())
        joined = grouped((one.one, one.other) for one in every)
        here = (
            [one for one in sorted(group) if bonds.is_here(case_of[one])]
            for group in joined
        )
        groups = [group for group in here if len(group) > 1]
        sat = _sat_with(self._rooms)
        quiet = [one for one in groups if not sat.isdisjoint(map(case_of.get, one))]
        groups = [one for one in groups if one not in quiet]
        names = _names(self._rooms, sorted(case_of))
        waiting = _waiting(self._rooms)
        lines = [replace(self._line(tally, {one: case_of[one] for one in group}, names), waiting=waiting[min(group)]) for group in groups]  # fmt: skip
        found = [
            line
            for line, group in zip(lines, groups, strict=True)
            if _fits(text, line, (tally.number(case_of[one]) for one in group))
        ]
        found.sort(key=lambda one: (-one.victims, -one.actions, one.profile))
        if not text.strip():  # what was looked for would say something of him
            found += [ProfileLine(min(group), "", quiet=True) for group in quiet]
        return tuple(found[:limit])

    def view(self, profile: str) -> ProfileView:
        """Return one perpetrator with every figure and the case lines behind it, of one moment.

        Raises:
            NotFound: nobody knows such a suspect, or no case of his is left.
        """
        with self._rooms.vault.one_moment() as db:
            return self._view(db, profile)

    def _view(self, db: Database, profile: str) -> ProfileView:
        bonds = Bonds(self._rooms)
        everybody, members = self._members(bonds, profile)
        cases = sorted({*members.values()})
        if not _sat_with(self._rooms).isdisjoint(cases):
            return ProfileView(ProfileLine(profile, "", quiet=True), quiet=True)
        tally = Tally(self._rooms, bonds, cases)
        here = profile if profile in members else min(members, default=profile)
        people, numbers = tally.people(cases), Numbers(db, self._rooms, here)
        line = self._line(tally, members, _names(self._rooms, sorted(members)))
        line = replace(
            line,
            waiting=_waiting(self._rooms)[line.profile],
            victims=numbers.value("V1"),
            minors=numbers.value("M1"),
            actions=numbers.value("R1"),
        )
        return ProfileView(
            line=line,
            confirmed_victims=line.victims,
            least_victims=numbers.value("V2"),
            case_count=len(cases),
            minors=line.minors,
            under_14=numbers.value("M2"),
            period_from=line.first,
            period_to=line.last,
            centers=line.centers,
            actions=line.actions,
            first_requests=numbers.first_requests,
            repeats=numbers.value("R1-AGAIN"),
            urls=numbers.value("R2N"),
            removed=numbers.value("R3"),
            blocked=numbers.value("R3-BLOCKED"),
            refused=numbers.value("R3-REFUSED"),
            temporary=numbers.value("R3-TEMPORARY"),
            open=numbers.value("R3-OPEN"),
            cases=tuple(numbers.line(tally.line(case, _whose(people, case))) for case in cases),
            marks=tuple(_marks(self._rooms, sorted(members))),
            contradictions=self._contradictions(bonds, members),
            left=tuple(self._left(bonds, everybody)),
        )  # fmt: skip

    def of_suspect(self, suspect: str) -> str:
        """Return the profile of a suspect: the least record that is one person with it."""
        _, members = self._members(Bonds(self._rooms), suspect)
        return min(members)

    def same_victim(
        self,
        one_case: str,
        other_case: str,
        reason: str,
        words: str = "",
        agreed: bool = False,
    ) -> str:
        """Say that two cases are of one victim (같은 피해자); return the decision.

        She is counted once from then on, between centers once a second person confirmed it.

        Raises:
            ConsentMissing: she was not asked whether her two cases may be put together.
            InvalidInput: it is one case, or there is no such reason.
            NotFound: one of the cases is not known here.
        """
        cases = sorted({self._rooms.case(one_case).id, self._rooms.case(other_case).id})
        if len(cases) == 1:
            raise InvalidInput(what="link", why="itself")
        if not CODES.holds(("link_reason",), reason) or len(words) > _MOST_WORDS:
            raise InvalidInput(what="reason", why="unknown")
        if not agreed:
            raise ConsentMissing(purpose="MATCH")
        one, other = map(victim_of, cases)
        bonds = Bonds(self._rooms)
        standing = [b for b in self._rooms.register.find("link", one=one, other=other) if _says_same(b) and bonds.is_heard(b.id)]  # fmt: skip
        if standing:
            return standing[0].id
        return self._say_same(cases, reason, words)

    # --- within ------------------------------------------------------------------------

    def _say_same(self, cases: Sequence[str], reason: str, words: str) -> str:
        rooms, link = self._rooms, new_id(self._rooms.clock.wall())
        said: dict[str, Value] = {
            "kind": VICTIM,
            "one": victim_of(cases[0]),
            "one_case": cases[0],
            "other": victim_of(cases[1]),
            "other_case": cases[1],
            "decision": SAME,
            "reason": reason,
            "reason_words": words.strip() or None,
            "center": rooms.who.center_code,
            "decided_by": rooms.who.counselor,
            "decided_on": rooms.clock.today().isoformat(),
        }
        with rooms.saying(Deed.LINK, scope_of("link", link)) as say:
            for name, value in said.items():
                if value is not None:
                    say.set("link", link, name, value)
        return link

    def _members(
        self, bonds: Bonds, suspect: str
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return everybody ever joined with a suspect, and those that still count.

        A case that is gone counts for nothing, but what people decided joins those around it.
        """
        case = case_of_suspect(self._rooms, suspect)
        everybody = bonds.everybody(suspect, case)
        here = {one: c for one, c in sorted(everybody.items()) if bonds.is_here(c)}
        if not here:
            raise NotFound(entity="suspect")
        return everybody, here

    def _line(
        self, tally: Tally, members: Mapping[str, str], names: Mapping[str, str]
    ) -> ProfileLine:
        cases = frozenset(members.values())
        people, (first, last) = tally.people(cases), tally.period(cases)
        return ProfileLine(
            profile=min(members),
            name=next((names[one] for one in sorted(members) if names.get(one)), ""),
            cases=len(cases),
            victims=len(people),
            minors=sum(one.minor for one in people),
            centers=tally.centers(cases),
            center_names=tally.center_names(cases),
            actions=tally.actions(cases),
            first=first,
            last=last,
        )

    def _contradictions(self, bonds: Bonds, members: Mapping[str, str]) -> int:
        """Return how many decisions of a profile somebody speaks against."""
        links = {bond.link for one in members for bond in bonds.of(one)} - {""}
        against = sum(bool(objections(self._rooms, link)) for link in sorted(links))
        return against + bonds.against(sorted(members))

    def _left(self, bonds: Bonds, everybody: Mapping[str, str]) -> Iterator[str]:
        """Yield a sentence for every case that is no longer counted."""
        texts, told = self._rooms.texts, _withdrawn(self._rooms)
        for case in sorted({*everybody.values()}):
            row = self._rooms.register.get("case", case)
            if bonds.is_here(case) or (row is not None and row["training"]):
                continue
            if case in told and row is not None:
                yield texts("profile-left-withdrawn", day=texts.day(told[case]))
            else:
                yield texts("profile-left-destroyed", day=texts.day(_destroyed(self._rooms, case)))  # fmt: skip


def _sat_with(rooms: Rooms) -> frozenset[str]:
    """Return the cases of our own whose victim sits here now (상담 중)."""
    here = rooms.who.center_code
    opened = (str(one["case"] or "") for one in rooms.register.find("interview", state="OPEN"))  # fmt: skip
    rows = rows_of(rooms, "case", "id", sorted({*opened} - {""}))
    return frozenset(row.id for row in rows if row["center"] == here)


def _waiting(rooms: Rooms) -> Counter[str]:
    """Return how many candidates that nobody decided about touch each profile."""
    with rooms.vault.reading() as db:
        found = pairs(db)
    undecided = Queue(rooms).undecided(found)
    return Counter(end for pair in undecided for end in (pair.one, pair.other))


def _says_same(row: Row) -> bool:
    return row["kind"] == VICTIM and row["decision"] == SAME and row["second"] != "NOT_SAME"  # fmt: skip


def _whose(people: Sequence[Person], case: str) -> Person:
    return next(one for one in people if case in one.cases)


def _names(rooms: Rooms, suspects: Sequence[str]) -> dict[str, str]:
    rows = rows_of(rooms, "suspect", "id", suspects)
    return {row.id: str(row["name"] or row["nickname"] or "") for row in rows}


def _fits(text: str, line: ProfileLine, numbers: Iterator[str]) -> bool:
    wanted = text.strip().casefold()
    told = (line.name, *line.centers, *line.center_names, *numbers)
    return not wanted or any(wanted in one.casefold() for one in told)


def _marks(rooms: Rooms, suspects: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield what he is recognised by, as first noted, and in how many cases it stands."""
    cases: dict[tuple[str, str], set[str]] = {}
    shown: dict[tuple[str, str], str] = {}
    for row in rows_of(rooms, "identifier", "suspect", suspects):
        value = str(row["value"] or "")
        if not value or row["role"] in _NOT_HIS:
            continue
        read = canonical(str(row["kind"] or ""), value, str(row["site"] or ""))
        key = (read.kind, read.value or value)
        cases.setdefault(key, set()).add(str(row["case"]))
        shown.setdefault(key, value)
    for key in sorted(cases, key=lambda one: (-len(cases[one]), one)):
        label = CODES.label("identifier_kind", key[0], rooms.language)
        yield label, shown[key], len(cases[key])


def _withdrawn(rooms: Rooms) -> dict[str, str]:
    return {
        one.scope.partition("/")[2]: _day(one.said)
        for one in rooms_of_exchange.withdrawn(rooms.exchange)
    }


def _destroyed(rooms: Rooms, case: str) -> str:
    """Return the day on which a case was destroyed; today where no order is known."""
    parts = tuple(part_hash(scope_of("case", case), cls) for cls in CLASSES)
    marks = ", ".join("?" * len(parts))
    sql = f"select max(hlc) from erased where part in ({marks})"  # noqa: S608 - question marks
    with rooms.vault.reading() as db:
        row = db.one(sql, parts)
    return _day(row[0]) if row and row[0] else rooms.clock.today().isoformat()


def _day(stamp: int) -> str:
    return local(ms_of(stamp)).date().isoformat()
