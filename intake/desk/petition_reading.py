"""What a case's petitions look like (사건의 탄원서): as they stand, and what may be noted next.

* Courts come from the case's own trials and from what she agreed to: what is typed is often typed
  wrong. A court for which she was asked is not offered again, whatever she said.
* Only the center that goes on with a case notes anything; elsewhere it is to be looked at.
"""

from collections.abc import Iterable, Iterator, Sequence

from intake.consent.giving import same_name
from intake.desk.dossier_reading import agreed_cases
from intake.desk.petition_states import UNSAID, followers
from intake.desk.rooms import Rooms
from intake.desk.views.petitions import PetitionCourt, PetitionLine, PetitionsOfCase
from intake.errors import NotYours
from intake.exchange.handing import owner_of
from intake.ids import scope_of
from intake.register import Row

_TOLD = ("case", "court", "case_number", "state", "way", "asked_on", "asked_by", "said_on", "received_on", "filed_on", "evidence", "remark")  # fmt: skip


def page_of(rooms: Rooms, case: str, rows: Sequence[Row]) -> PetitionsOfCase:
    """Return everything that is shown of a case's petitions."""
    ours = is_ours(rooms, case)
    lines = tuple(line_of(rooms, row, ours=ours) for row in rows)
    asked = [one.court for one in lines]
    courts = tuple(_offered(rooms, case, asked)) if ours else ()
    apart = tuple(_apart(rooms, case, lines))
    return PetitionsOfCase(lines, courts, apart, ours)


def line_of(rooms: Rooms, row: Row, *, ours: bool) -> PetitionLine:
    """Return one petition as it stands."""
    language = rooms.language
    told = {name: str(row[name] or "") for name in _TOLD}
    return PetitionLine(
        id=row.id,
        state_label=row.label("state", language) if told["state"] else "",
        way_label=row.label("way", language) if told["way"] else "",
        sheets=int(str(row["sheets"] or 0)),
        may_follow=followers(told["state"]) if ours else (),
        **told,
    )


def is_ours(rooms: Rooms, case: str) -> bool:
    """Whether what comes next is noted here: this center goes on with it, and it is hers to do."""
    row, scope, own = rooms.register.get("case", case), scope_of("case", case), rooms.who.center_code  # fmt: skip
    if row is None or row.gone:
        return False
    try:
        rooms.sight.check_scope(scope)
    except NotYours:
        return False
    with rooms.vault.reading() as db:
        owner = owner_of(db, scope)
    return (owner or row["center"] or own) == own


def _offered(rooms: Rooms, case: str, asked: Sequence[str]) -> Iterator[PetitionCourt]:
    trials = [PetitionCourt(str(row["court"]), str(row["number"] or "")) for row in rooms.register.find("trial", case=case) if row["court"]]  # fmt: skip
    named = sorted({name for one in agreed_cases(rooms, (case,)) for name in one.courts} - {""})  # fmt: skip
    known = [one.court for one in trials]
    agreed = [PetitionCourt(one) for one in named if not _among(one, known)]
    for one in dict.fromkeys((*trials, *agreed)):
        if not _among(one.court, asked):
            yield one


def _apart(rooms: Rooms, case: str, lines: Iterable[PetitionLine]) -> Iterator[str]:
    """Yield the courts her sheet is yet to go to and whose papers her case does not stand in."""
    done = UNSAID | {"FILED"}
    for court in dict.fromkeys(one.court for one in lines if one.state not in done):
        if not agreed_cases(rooms, (case,), court):
            yield court


def _among(court: str, others: Iterable[str]) -> bool:
    return any(same_name(court, one) for one in others)
