"""The cards of the suspects of a case: one person one card, whoever noted what where."""

import datetime as dt
from functools import partial

from intake.desk.clues import Clues
from intake.desk.rooms import Rooms
from intake.desk.sameness import Sameness
from intake.desk.views.people import (
    ClueLine,
    FoundSuspect,
    SeenLine,
    SuspectCard,
    SuspectsView,
)
from intake.matching.same import Group
from intake.register import CODES, Hit, Row

_SAID = ("nickname", "name", "sex", "age", "age_words", "job", "affiliation", "region", "approach",
         "method", "threat", "features", "seen_from", "seen_to", "remark")  # fmt: skip


class Cards:
    """Reads suspects, folding the records that are one person."""

    def __init__(self, rooms: Rooms, clues: Clues, same: Sameness) -> None:
        """Work in these rooms."""
        self._rooms, self._clues, self._same = rooms, clues, same

    def of_case(self, case: str) -> SuspectsView:
        """Return the cards, the main suspect's first, and what belongs to none."""
        find = self._rooms.register.find
        rows = sorted(
            find("suspect", case=case), key=lambda row: (not row["main"], row.row)
        )
        cards, shown = list[SuspectCard](), set[str]()
        quiet, here = self._clues.is_quiet(case), {row.id for row in rows}
        for row in rows:
            if row.id not in shown:
                group = self._same.group(row.id)
                group = _within(group, here) if quiet else group
                shown.update(group.members)
                cards.append(self._card(row, group))
        mine = {row.id for row in rows}
        loose = [
            row for row in find("identifier", case=case) if row["suspect"] not in mine
        ]
        own = find("own_account", case=case)
        line = self._clues.line
        return SuspectsView(
            tuple(cards),
            tuple(map(line, own)),
            tuple(line(row, "", loose) for row in loose),
            quiet,
        )

    def find(self, text: str, case: str, most: int) -> tuple[FoundSuspect, ...]:
        """Return suspects of other cases that fit what was typed."""
        if not text.strip() or (case and self._clues.is_quiet(case)):
            return ()
        found: dict[str, FoundSuspect] = {}
        for hit in self._rooms.register.search(text, 200):
            one = self._found(hit)
            if one is not None and one.case != case:
                found.setdefault(one.suspect, one)
        return tuple(found.values())[:most]

    def _found(self, hit: Hit) -> FoundSuspect | None:
        if hit.entity not in {"suspect", "identifier"}:
            return None
        row = self._rooms.register.get(hit.entity, hit.id)
        suspect = row if hit.entity == "suspect" else self._owner(row)
        if row is None or suspect is None or suspect.gone:
            return None
        case = self._rooms.register.get("case", str(suspect["case"]))
        number = str(case["number"] or "") if case is not None else ""
        clue = str(row["value"] or "") if hit.entity == "identifier" else ""
        return FoundSuspect(
            suspect.id, str(suspect["case"]), number, _named(suspect), clue
        )

    def _owner(self, row: Row | None) -> Row | None:
        if row is None or not row["suspect"]:
            return None
        return self._rooms.register.get("suspect", str(row["suspect"]))

    def _card(self, row: Row, group: Group) -> SuspectCard:
        label = partial(CODES.label, language=self._rooms.language)
        stage, part = str(row["stage"] or "UNCONFIRMED"), str(row["part"] or "")
        return SuspectCard(
            id=row.id,
            case=str(row["case"]),
            main=bool(row["main"]),
            name=_named(row),
            stage=stage,
            stage_label=label("suspect_stage", stage),
            part=part,
            part_label=label("suspect_part", part) if part else "",
            said={name: row[name] for name in _SAID if row[name] not in {None, ""}},
            clues=self._lines(row, group),
            joined=self._same.joined(group, row.id),
            seen=self._seen(group),
            contradicted=bool(group.contradictions),
        )

    def _lines(self, row: Row, group: Group) -> tuple[ClueLine, ...]:
        """Return the identifiers of every record of a group; this record's own first."""
        find, members = (
            self._rooms.register.find,
            [one for one in group.members if one != row.id],
        )
        among = [
            clue
            for one in (row.id, *members)
            for clue in find("identifier", suspect=one)
        ]
        apart = {str(clue["case"]) for clue in among} | {str(row["case"])}
        return tuple(
            self._clues.line(clue, self._number(clue, row), among, apart)
            for clue in among
        )

    def _number(self, clue: Row, row: Row) -> str:
        if clue["case"] == row["case"]:
            return ""
        case = self._rooms.register.get("case", str(clue["case"]))
        return str(case["number"] or "?") if case is not None else "?"

    def _seen(self, group: Group) -> tuple[SeenLine, ...]:
        found = self._rooms.register.find
        notes = [note for one in group.members for note in found("note", about=one)]
        return tuple(
            SeenLine(
                note.id,
                _moment(note),
                str(note["counselor"] or ""),
                str(note["text"] or ""),
            )
            for note in notes
            if note["kind"] == "SEEN_BEFORE"
        )


def _within(group: Group, here: set[str]) -> Group:
    """Return what of a group lies in one case: whoever sits there reads nothing of others."""
    decisions = (one for one in group.decisions if {one.one, one.other} <= here)
    members = tuple(one for one in group.members if one in here)
    return Group(members, tuple(decisions), group.contradictions)


def _named(row: Row) -> str:
    return next((str(row[name]) for name in ("nickname", "name") if row[name]), "")


def _moment(note: Row) -> int:
    """Return when a note was written, in Unix milliseconds; 0 where that is not known."""
    at = note["at"]
    return int(dt.datetime.fromisoformat(str(at)).timestamp() * 1000) if at else 0
