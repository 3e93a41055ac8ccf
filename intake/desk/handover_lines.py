"""How handovers (이관) are shown: from whom to whom, how far, and what stays behind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.desk.views.joint import HandoverView
from intake.errors import NotFound
from intake.exchange import handing
from intake.exchange.handing import Moving
from intake.ids import record_of, scope_of
from intake.register import CODES, Row, Value, Where

Handed: TypeAlias = Mapping[str, Value]

# Said of every case: what is bound to this laptop and to this center does not travel.
_ALWAYS = ("handover-stays-drafts", "handover-stays-book")


def moving_of(rooms: Rooms, handover: str) -> Moving:
    """Return a handover between centers as far as it has come.

    Raises:
        NotFound: there is none of that id whose words count here.
    """
    for one in _movings(rooms).values():
        if one.handover == handover:
            return one
    raise NotFound(entity="handover")


def lines_of(rooms: Rooms) -> tuple[HandoverView, ...]:
    """Return every handover known here that is hers to see, the newest first."""
    known, named = _movings(rooms), names_of_centers(rooms)
    rows = sorted(
        rooms.register.find("handover"),
        key=lambda row: (str(row["said_on"] or ""), row.id),
        reverse=True,
    )
    lines = (_line(rooms, r, known.get(r.id)) for r in rows if _counts(r, known))
    return tuple(
        replace(one, from_name=named(one.from_center), to_name=named(one.to_center))
        for one in lines
    )


def stays_of(rooms: Rooms, case: str) -> tuple[str, ...]:
    """Return what does not go over with a case, as text ids."""
    rows = rooms.register.find("consent", case=case)
    keeps = any(row["withhold_what"] or row["withhold_why"] for row in rows)
    return (("handover-stays-kept-back",) if keeps else ()) + _ALWAYS


def _movings(rooms: Rooms) -> dict[str, Moving]:
    with rooms.vault.reading() as db:
        return {one.handover: one for one in handing.movings(db)}


def _counts(row: Row, known: Mapping[str, Moving]) -> bool:
    return row["from_center"] == row["to_center"] or row.id in known


def _line(rooms: Rooms, row: Row, one: Moving | None) -> HandoverView:
    case, language = str(row["case"]), rooms.language
    held = rooms.register.get("case", case)
    answer = _answer(rooms, row.id, one.state) if one else row
    state = one.state if one else str(row["state"] or "")
    taken = state == handing.TAKEN and answer is not None
    day, who = ("answered_on", "answered_by") if one else ("taken_on", "to_counselor")
    return HandoverView(
        id=row.id,
        case=case,
        number=str(held["number"] or "") if held else "",
        from_center=str(row["from_center"] or ""),
        to_center=str(row["to_center"] or ""),
        from_counselor=str(row["from_counselor"] or ""),
        to_counselor=str(answer[who] or "") if taken and answer else "",
        state=state,
        state_label=CODES.label_in(("handover_state",), state, language),
        reason_label=row.label("reason", language),
        said_on=str(row["said_on"] or ""),
        taken_on=str(answer[day] or "") if taken and answer else "",
        incoming=one is not None and one.to_center == rooms.who.center_code,
        stays=stays_of(rooms, case) if one and state == handing.OFFERED else (),
    )


def _answer(rooms: Rooms, handover: str, state: str) -> Row | None:
    found = rooms.register.find("handover_answer", handover=handover, answer=state)
    return found[0] if found else None


def handed_away(rooms: Rooms, cases: Sequence[str]) -> frozenset[str]:
    """Return which of these cases another center took over from this one."""
    if rooms.who.role != "center":
        return frozenset()
    scopes = {scope_of("case", case): case for case in cases}
    with rooms.vault.reading() as db:
        if not handing.has_any(db):
            return frozenset()
        gone = handing.taken_elsewhere(db, rooms.who.center_code, scopes)
    return frozenset(scopes[scope] for scope in gone)


def elsewhere(rooms: Rooms, cases: Iterable[str]) -> frozenset[str]:
    """Return which of these cases another center speaks for: offered to us, or handed away.

    The central desk reads the cases of all; there it says nothing.
    """
    if rooms.who.role != "center":
        return frozenset()
    own = {"", rooms.who.center_code}
    with rooms.vault.reading() as db:
        if not handing.has_any(db):
            return frozenset()
        return frozenset(
            case
            for case in cases
            if case and handing.owner_of(db, scope_of("case", case)) not in own
        )


def own_cases(rooms: Rooms) -> tuple[Where, ...]:
    """Return what a list of cases asks for to hold those this center speaks for, and no other.

    Whose a case is now is asked of the ledger; what a case says of itself is where it began.
    """
    own = rooms.who.center_code
    if rooms.who.role != "center":
        return (Where("center", "=", own),)
    with rooms.vault.reading() as db:
        others = sorted(handing.spoken_for(db, own))
    return tuple(Where("id", "!=", record_of(scope)) for scope in others)


def is_elsewhere(rooms: Rooms, case: str) -> bool:
    """Whether another center speaks for a case."""
    return case in elsewhere(rooms, (case,))
