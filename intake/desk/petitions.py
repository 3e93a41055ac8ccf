"""Petitions (탄원서 수집): who was asked, who writes, whose sheet lies here, what was filed.

* Her words are never written down here; only how it stands, how many sheets, and where they lie.
* It is nobody's duty: no reason is asked for or kept, and nothing reminds of a no.
* A case has one petition for one court: whoever asks a second time is told that she was asked.
* The central desk knows the states that the centers sent (``core``). A no, or what was taken back,
  is shown in a group to whoever supervises, stands on no paper and is in no number.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake.consent.giving import same_name
from intake.consent.roles import Act
from intake.desk.days import day_of
from intake.desk.dossier_reading import agreed_cases
from intake.desk.lines import names_of_centers
from intake.desk.paper_making import names_of
from intake.desk.petition_reading import is_ours, line_of, page_of
from intake.desk.petition_states import HELD, SAID, UNSAID, WRITES, follows, furthest
from intake.desk.populations import check_quiet, population_of
from intake.desk.profile_tally import rows_of
from intake.desk.rooms import Rooms
from intake.desk.views.petitions import (
    PetitionLine,
    PetitionOfGroup,
    PetitionsOfCase,
    PetitionsOfGroup,
)
from intake.errors import AskedBefore, InvalidInput, NotThisStep
from intake.ids import natural_id
from intake.ledger import Deed
from intake.register import CODES, Row, Value

_ON = {"FILED": "filed_on", "RECEIVED": "received_on", "ASKED": "asked_on"}


class Petitions:
    """What can be done with petitions."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- how it stands -----------------------------------------------------------------

    def ask(self, case: str, court: str, case_number: str = "", *, again: bool = False) -> str:  # fmt: skip
        """Note that she was asked whether she wants to write; return the petition's id.

        Raises:
            AskedBefore: she was, for this court (facts: on); nothing was noted. ``again`` says
                that it is known.
            NotThisStep: she writes for this court already.
            InvalidInput: no court is named.
        """
        rooms, court = self._rooms, " ".join(court.split())
        if not court:
            raise InvalidInput(what="court", why="empty")
        known = self._known(rooms.case(case).id, court)
        if known is not None and known["state"] in WRITES:
            raise NotThisStep(what="petition", state=str(known["state"]), step="ask")
        if known is not None and not again:
            raise AskedBefore(on=str(known["asked_on"] or "-"))
        petition = known.id if known else natural_id("petition", case, _plain(court))
        removed = rooms.register.get("petition", petition) if known is None else None
        self._say(case, petition, {"court": court if known is None else None, "case_number": case_number, "state": "ASKED", "asked_on": self._today(), "asked_by": rooms.who.counselor}, again=removed is not None)  # fmt: skip
        return petition

    def remove(self, petition: str) -> None:
        """Take back that she was asked, where it was noted by mistake.

        Raises:
            NotThisStep: she answered already: what she said stays.
        """
        row = self._rooms.record("petition", petition)
        if row["state"] != "ASKED" or row["said_on"]:
            raise NotThisStep(what="petition", state=str(row["state"]), step="remove")
        with self._rooms.about_case(Deed.COURT, str(row["case"])) as say:
            say.retract("petition", petition, "mistake")

    def said(self, petition: str, state: str, way: str = "", remark: str = "") -> None:
        """Note what she said: AGREED, DECLINED or WITHDRAWN; a reason is not asked for.

        Raises:
            InvalidInput: there is no such answer, or no such way of writing.
            NotThisStep: it does not follow from how it stands.
        """
        if state not in SAID:
            raise InvalidInput(what="state", why="unknown")
        if way and not CODES.holds(("petition_way",), way):
            raise InvalidInput(what="way", why="unknown")
        row = self._step(petition, state)
        self._say(str(row["case"]), petition, {"state": state, "said_on": self._today(), "way": way, "remark": remark})  # fmt: skip

    def received(self, petition: str, sheets: int, evidence: str = "") -> None:
        """Note that her sheets lie here; ``evidence``: the copy that was secured of them.

        Raises:
            InvalidInput: there is no sheet, or the copy is of another case.
            NotThisStep: it does not follow from how it stands.
        """
        row = self._step(petition, "RECEIVED")
        if sheets < 1:
            raise InvalidInput(what="sheets", why="range")
        if evidence and self._rooms.record("evidence", evidence)["case"] != row["case"]:
            raise InvalidInput(what="evidence", why="other-case")
        self._say(str(row["case"]), petition, {"state": "RECEIVED", "received_on": self._today(), "sheets": sheets, "evidence": evidence})  # fmt: skip

    def filed(self, petition: str, on: str = "") -> None:
        """Note that it lies with the court.

        Raises:
            InvalidInput: the day cannot be read, or is yet to come.
            NotThisStep: it does not lie here.
        """
        row = self._step(petition, "FILED")
        day = day_of(on) if on else self._rooms.clock.today()
        if day > self._rooms.clock.today():
            raise InvalidInput(what="date", why="ahead")
        self._say(str(row["case"]), petition, {"state": "FILED", "filed_on": day.isoformat()})  # fmt: skip

    # --- showing -----------------------------------------------------------------------

    def of_case(self, case: str) -> tuple[PetitionLine, ...]:
        """Return the petitions of a case, the last one that was asked for first.

        Raises:
            NotYours: the case is not for the person here to see.
        """
        ours = is_ours(self._rooms, case)
        return tuple(line_of(self._rooms, row, ours=ours) for row in self._rows_of(case))  # fmt: skip

    def view(self, case: str) -> PetitionsOfCase:
        """Return the same with the courts for which she could be asked, and whether it is ours.

        Raises:
            NotYours: the case is not for the person here to see.
        """
        return page_of(self._rooms, case, self._rows_of(case))

    def of_group(self, suspect: str, court: str) -> PetitionsOfGroup:
        """Return the petitions of a perpetrator's victims for a court.

        Only cases whose victims agreed to that court are there, under their pseudonyms.

        Raises:
            NotThisStep: somebody of these cases sits here now.
            NotFound: nobody knows that suspect.
        """
        rooms = self._rooms
        chosen = population_of(rooms, "PROFILE", suspect, court)
        check_quiet(rooms, chosen)
        agreed = agreed_cases(rooms, chosen.population.cases, court) if court else ()
        names = names_of(agreed)
        held, sees = held_petitions(rooms, names, court), rooms.sight.sees
        rows = tuple(self._row(one.case, names[one.case], one.center, held.get(one.case)) for one in agreed if sees(one.case))  # fmt: skip
        person = chosen.population.person_of()
        writes, here, filed = (_people(rows, person, some) for some in (WRITES, HELD, {"FILED"}))  # fmt: skip
        people = len({person[one.case] for one in rows})
        words = _sentence(rooms, people, writes, here, filed)
        if rooms.sight.veiled:  # also where nobody is left out: that would tell
            words = f"{words} {rooms.texts('petitions-only-seen')}"
        return PetitionsOfGroup(court, rows, people, writes, here, filed, words)

    # --- within ------------------------------------------------------------------------

    def _row(self, case: str, name: str, center: str, one: "Held | None") -> PetitionOfGroup:  # fmt: skip
        rooms, center = self._rooms, names_of_centers(self._rooms)(center)
        hidden = one and one.state in UNSAID and not rooms.sight.may(Act.SUPERVISE)
        ours = is_ours(rooms, case)
        if one is None or hidden:
            return PetitionOfGroup(case, name, center, "", "", "", 0, "", ours=ours)
        label = CODES.label("petition_state", one.state, rooms.language)
        way = CODES.label("petition_way", one.way, rooms.language) if one.way else ""
        return PetitionOfGroup(case, name, center, one.state, label, way, one.sheets, one.on, one.petition, ours)  # fmt: skip

    def _rows_of(self, case: str) -> list[Row]:
        """Return the petitions of a case, the last one that was asked for first."""
        rooms = self._rooms
        rooms.case(case)
        found = rooms.register.find("petition", case=case) if rooms.sight.sees(case) else ()  # fmt: skip
        return sorted(found, key=lambda row: (str(row["asked_on"] or ""), row.id), reverse=True)  # fmt: skip

    def _known(self, case: str, court: str) -> Row | None:
        found = self._rooms.register.find("petition", case=case)
        return next((row for row in found if same_name(str(row["court"] or ""), court)), None)  # fmt: skip

    def _step(self, petition: str, then: str) -> Row:
        row = self._rooms.record("petition", petition)
        state = str(row["state"] or "")
        if not follows(state, then):
            raise NotThisStep(what="petition", state=state, step=then)
        return row

    def _say(self, case: str, petition: str, said: Mapping[str, Value], *, again: bool = False) -> None:  # fmt: skip
        with self._rooms.about_case(Deed.COURT, case) as say:
            if again:  # it was noted by mistake before, and taken back
                say.set("petition", petition, "deleted", None)
            say.set("petition", petition, "case", case)
            for name, value in said.items():
                if value not in {None, ""}:
                    say.set("petition", petition, name, value)

    def _today(self) -> str:
        return self._rooms.clock.today().isoformat()


@dataclass(frozen=True, slots=True)
class Held:
    """How it stands with one case before one court."""

    petition: str
    state: str
    way: str
    sheets: int
    on: str


def held_petitions(rooms: Rooms, cases: Iterable[str], court: str) -> dict[str, Held]:
    """Return how it stands with each of these cases before a court, where anybody was asked."""
    found: dict[str, list[Row]] = {}
    for row in rows_of(rooms, "petition", "case", sorted(cases)):
        if same_name(str(row["court"] or ""), court):
            found.setdefault(str(row["case"]), []).append(row)
    return dict(_held(found))


def _held(found: Mapping[str, list[Row]]) -> Iterator[tuple[str, Held]]:
    for case, rows in found.items():
        state = furthest(str(row["state"] or "ASKED") for row in rows)
        row = next(row for row in rows if str(row["state"] or "ASKED") == state)
        on = str(row[_ON.get(state, "said_on")] or "")
        way = str(row["way"] or "") if state in WRITES else ""
        sheets = int(str(row["sheets"] or 0)) if state in HELD else 0
        yield case, Held(row.id, state, way, sheets, on)


def _sentence(rooms: Rooms, people: int, writes: int, here: int, filed: int) -> str:
    """Return how many people write, and of how many it lies here or with the court."""
    told = [rooms.texts("petitions-agreed", agreed=writes, people=people)]
    if here:
        told.append(rooms.texts("petitions-held", held=here, filed=filed))
    return " ".join(told)


def _people(rows: Iterable[PetitionOfGroup], person: Mapping[str, str], states: Container[str]) -> int:  # fmt: skip
    return len({person[one.case] for one in rows if one.state in states})


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
