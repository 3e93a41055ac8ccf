"""The shared dossier of a perpetrator for the courts (공동 대응 자료): made from what stands now.

* What a decision rests on is printed as it was frozen when it was taken.
* Links to a case that is left out are left out with it, and no figure tells of them.
"""

from collections.abc import Iterator
from functools import partial

from intake import documents
from intake.desk.dossier_evidence import Evidence
from intake.desk.dossier_reading import Agreed, agreed_cases
from intake.desk.graph_reading import Reading
from intake.desk.lines import names_of_centers
from intake.desk.profiles import Profiles
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.errors import ConsentMissing, NotFound, NotThisStep, NotYours
from intake.matching.decided import same_writer
from intake.matching.same import Decision, gathered
from intake.matching.saying import shown
from intake.register import CODES, Row

_SYLLABLE = "가"
_WHOLE = frozenset({"sha256", "pdq"})  # a court compares every letter of a print
_PERSON = "same_person"
_KINDS = frozenset({_PERSON, "same_network", "same_material"})


class Dossiers:
    """What can be put together for the courts."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of_profile(self, profile: str, court: str = "") -> NamedBytes:
        """Return the dossier of one perpetrator as a PDF, for one ``court`` or to be looked at.

        Raises:
            ConsentMissing: nobody agreed to the court.
            NotYours: one of the cases is not for the person here to see.
            NotFound: there is no such suspect.
            NotThisStep: somebody of one of our own cases is interviewed now.
        """
        rooms, reading = self._rooms, Reading(self._rooms)
        if not reading.case_of(profile):
            raise NotFound(entity="suspect")
        members = [one for one in reading.group(profile) if reading.counts(one)]
        cases = {reading.case_of(one) for one in members}
        if not all(map(rooms.sight.sees, sorted(cases))):
            raise NotYours(what="case")
        if any(map(reading.is_quiet, cases)):  # who sits beside the screen reads it too
            raise NotThisStep(what="dossier", state="OPEN", step="draw")
        agreed = agreed_cases(rooms, cases, court)
        if not agreed:
            raise ConsentMissing(purpose="COURT")
        paper = _Made(rooms, reading, members, agreed).paper()
        for one in agreed:
            rooms.log.note("print", one.case, loud=True)
        name = f"dossier-{rooms.clock.today().isoformat()}.pdf"
        return NamedBytes(name, documents.draw_dossier(paper, rooms.language))


class _Made:
    """One dossier while it is made."""

    def __init__(self, rooms: Rooms, reading: Reading, members: list[str], agreed: tuple[Agreed, ...]) -> None:  # fmt: skip
        self._rooms, self._reading, self._agreed = rooms, reading, agreed
        self._label = partial(CODES.label, language=rooms.language)
        self._names = {one.case: f"{_SYLLABLE}-{at:02}" for at, one in enumerate(agreed, 1)}  # fmt: skip
        self._center = names_of_centers(rooms)
        self._members = [one for one in members if reading.case_of(one) in self._names]
        self._evidence = Evidence(rooms, {one: reading.case_of(one) for one in self._members})  # fmt: skip

    def paper(self) -> "documents.Dossier":
        rooms = self._rooms
        links = self._links()
        merges = self._merges()
        told = [*map(self._decision, links), *map(self._merged, merges)]
        return documents.Dossier(
            center=rooms.who.center_name,
            centers=tuple(sorted({self._center(one.center) for one in self._agreed})),
            cases=tuple(self._cases()),
            marks=tuple(self._marks()),
            decisions=tuple(told),
            made_on=rooms.texts.day(rooms.clock.today().isoformat()),
            as_of=rooms.texts.moment(rooms.clock.wall()),
            fingerprint=rooms.ledger.position_hash()[:16],
            confirmed=self._confirmed(links, merges),
        )

    # --- cases ---------------------------------------------------------------------

    def _cases(self) -> "Iterator[documents.DossierCase]":
        view = Profiles(self._rooms).view(self._members[0])
        lines = {line.case: line for line in view.cases}
        told = [lines[one.case] for one in self._agreed if one.case in lines]
        # Whose figures hers are counted with may be left out: then with her first case here.
        counted = {line.counted_with or line.number: self._names[line.case] for line in reversed(told)}  # fmt: skip
        counted |= {line.number: self._names[line.case] for line in told if not line.counted_with}  # fmt: skip
        between, day = len({one.center for one in self._agreed}) > 1, self._day
        for one in self._agreed:
            line, label = lines.get(one.case), self._names[one.case]
            other = counted.get(line.counted_with or line.number, "") if line is not None else ""  # fmt: skip
            yield documents.DossierCase(
                label=label,
                center=self._center(one.center),
                court_on=day(one.court_on),
                center_on=day(one.center_on) if between else "",
                courts=one.courts,
                actions=line.actions if line is not None else 0,
                removed=line.removed if line is not None else 0,
                counted_with=other if other != label else "",
            )

    def _day(self, iso: str) -> str:
        return self._rooms.texts.day(iso) if iso else ""

    # --- identifiers -----------------------------------------------------------------

    def _marks(self) -> "Iterator[documents.DossierMark]":
        cases: dict[tuple[str, str], set[str]] = {}
        shared: set[tuple[str, str]] = set()
        for suspect in self._members:
            name = self._names[self._reading.case_of(suspect)]
            for clue in self._reading.clues(suspect):
                key = (clue.kind, clue.value)
                cases.setdefault(key, set()).add(name)
                shared |= {key} if clue.shared else set()
        for kind, value in sorted(cases, key=lambda one: (-len(cases[one]), one)):
            label = self._label("identifier_kind", kind)
            held = tuple(sorted(cases[kind, value]))
            told = value if kind in _WHOLE else shown(kind, value)
            yield documents.DossierMark(label, told, held, (kind, value) in shared)

    # --- decisions -------------------------------------------------------------------

    def _links(self) -> list[Row]:
        """Return the links between cases that are in it, in the order they were decided."""
        ends = {"one_case", "other_case"}
        every = (row for row in self._every(self._members) if self._reading.joins(row))
        return [row for row in every if {row[end] for end in ends} <= self._names.keys()]  # fmt: skip

    def _every(self, members: list[str]) -> list[Row]:
        find, found = self._rooms.register.find, {}
        for suspect in members:
            for row in (*find("link", one=suspect), *find("link", other=suspect)):
                if row["kind"] in _KINDS:
                    found[row.id] = row
        return sorted(found.values(), key=_when)

    def _merges(self) -> list[Row]:
        whom, find = self._members, self._rooms.register.find
        rows = (row for suspect in whom for row in find("merge", kept=suspect))
        joined = (row for row in rows if row["joined"] in whom)
        return sorted((row for row in joined if self._reading.joins(row)), key=_when)

    def _confirmed(self, links: list[Row], merges: list[Row]) -> bool:
        """Whether all that is in it hangs together by decisions that two persons took.

        Nobody is asked who is left out: neither is a paper a draft because of them, nor do
        cases belong together on it that only one of them joins.
        """
        persons = [Decision(row.id, str(row["one"]), str(row["other"])) for row in links if row["kind"] == _PERSON]  # fmt: skip
        whole = gathered(self._members[0], lambda ref: [d for d in persons if ref in {d.one, d.other}])  # fmt: skip
        joined = set(self._members) <= set(whole.members)
        return bool(persons) and joined and all(map(_by_two, links)) and not merges

    def _decision(self, row: Row) -> "documents.DossierDecision":
        two = _by_two(row)
        return documents.DossierDecision(
            kind=self._label("relation_link", str(row["kind"])),
            between=self._between(row, "one_case", "other_case"),
            decided_by=str(row["decided_by"] or ""),
            decided_on=self._day(str(row["decided_on"] or "")),
            reason=self._label("link_reason", str(row["reason"]))
            if row["reason"]
            else "",
            lines=tuple(self._evidence.lines(row)),
            second_by=str(row["second_by"] or "") if two else "",
            second_on=self._day(str(row["second_on"] or "")) if two else "",
        )

    def _merged(self, row: Row) -> "documents.DossierDecision":
        return documents.DossierDecision(
            kind=self._label("relation_link", "same_person"),
            between=self._between(row, "kept_case", "joined_case"),
            decided_by=str(row["decided_by"] or ""),
            decided_on=self._day(str(row["decided_on"] or "")),
            reason=self._label("merge_reason", str(row["reason"]))
            if row["reason"]
            else "",
            lines=(),
        )

    def _between(self, row: Row, one: str, other: str) -> tuple[str, str]:
        first, second = sorted(self._names.get(str(row[name]), "?") for name in (one, other))  # fmt: skip
        return first, second


def _when(row: Row) -> tuple[str, str]:
    return str(row["decided_on"] or ""), row.id


def _by_two(row: Row) -> bool:
    """Whether two persons said the same of it."""
    by, first = str(row["second_by"] or ""), str(row["decided_by"] or "")
    return row["decision"] == row["second"] == "SAME" and bool(by) and not same_writer(by, first)  # fmt: skip
