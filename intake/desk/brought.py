"""What follows from records that came in (가져온 뒤): days to look again, numbers not given twice."""

import re
from collections.abc import Iterable

from intake.clock import local
from intake.desk.rechecks import Rechecks
from intake.desk.rooms import Rooms
from intake.interchange import Change, Fact

_PER_DEVICE = 100_000  # as in ``intake.desk.cases``: the laptop's place, then its count
_STANDS = frozenset({None, "FOUND", "PREPARED", "REMOVED", "DELISTED", "GONE"})
_WHOLE = len("2024-01-31")


def look_again(rooms: Rooms, facts: Iterable[Fact]) -> None:
    """Give a posting that is asked for and still there its next day, where the file has none."""
    rechecks = Rechecks(rooms)
    today = local(rooms.clock.wall()).date().isoformat()
    for fact in facts:
        said = fact.values
        if fact.entity != "posting" or said.get("result") in _STANDS:
            continue
        since = str(said.get("result_on") or said.get("found_on") or today)
        since = since if len(since) == _WHOLE else today
        fact.defaults["next_check"] = rechecks.after(str(said["result"]), since, today)


def leave_numbers(rooms: Rooms, changes: Iterable[Change]) -> None:
    """See to it that no number of a case that came in is given to another case."""
    own = re.compile(rf"(\d{{4}})-{re.escape(rooms.who.center_code)}-(\d{{6}})")
    for change in changes:
        number = change.said.get("number") if change.fact.entity == "case" else None
        found = own.fullmatch(str(number or ""))
        if found is None:
            continue
        name, used = f"numbers/{found[1]}", int(found[2]) % _PER_DEVICE
        if used > int(rooms.vault.fact(name) or 0):
            rooms.vault.keep_fact(name, str(used))
