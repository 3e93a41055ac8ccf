"""The same step for many postings (일괄 표시): one action of a person, one undo.

* A request that must not go out stops the whole step, with the reason; a posting for which
  the step does not follow is skipped and named, the others go on.
* An answer goes to the request that waits for it; a look without one is an action of its own.
* Cancelled on the way, nothing was written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intake.desk.days import day_of
from intake.desk.directory import Directory, directory_of
from intake.desk.leaving import note_requests
from intake.desk.marking import DEEDS, OUTGOING, REQUESTS, Follows, State, follow
from intake.desk.rechecks import Rechecks
from intake.desk.requesters import judge, preserve
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import Mark, Marked
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger.saying import Say
from intake.progress import Progress
from intake.register import Row, Value
from intake.register.postings import NEVER, Asked, asked_in_case, waiting_requests
from intake.register.spelling import host_of

_CHUNK = 40
_AT_ONCE = 500
_UNKNOWN = "mark-skipped-not-here"
_HELD = frozenset({"REMOVED", "DELISTED", "GONE", "BLOCKED", "TEMPORARY"})


@dataclass(frozen=True, slots=True)
class Step:
    """One mark as a person gave it."""

    mark: Mark
    on: str
    remark: str = field(repr=False)
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Means:
    """What a step needs to know of its case."""

    rooms: Rooms
    case: str
    asked: Mapping[str, Asked]
    waiting: Mapping[str, str]
    directory: Directory
    rechecks: Rechecks


def mark_all(
    rooms: Rooms, case: str, postings: Sequence[str], step: Step, progress: Progress
) -> Marked:
    """Note the same step of many postings."""
    if step.mark not in DEEDS:
        raise InvalidInput(what="mark", why="unknown-code")
    day = day_of(step.on) if step.on else rooms.clock.today()
    verdict = judge(rooms, case, day.isoformat())
    if step.mark in OUTGOING and verdict.why:
        return Marked(0, tuple(dict.fromkeys(postings)), verdict.why)
    step = Step(step.mark, day.isoformat(), step.remark, verdict.basis)
    with rooms.one_step(DEEDS[step.mark]):
        marked = _mark(_means(rooms, case), postings, step, progress)
        if step.mark in OUTGOING and marked.done:
            preserve(rooms, case)
    return marked


def _means(rooms: Rooms, case: str) -> _Means:
    with rooms.vault.reading() as db:
        asked, waiting = asked_in_case(db, case), waiting_requests(db, case)
    return _Means(rooms, case, asked, waiting, directory_of(rooms), Rechecks(rooms))


def _mark(
    means: _Means, postings: Sequence[str], step: Step, progress: Progress
) -> Marked:
    wanted = list(dict.fromkeys(postings))
    rows = postings_of(means.rooms, means.case, wanted)
    skipped: dict[str, str] = {eid: _UNKNOWN for eid in wanted if eid not in rows}
    planned: list[tuple[Row, Follows]] = []
    for eid, row in rows.items():
        what = follow(step.mark, _state(row, means.asked.get(eid, NEVER)), step.on)
        if what.why:
            skipped[eid] = what.why
        else:
            planned.append((row, what))
    if planned:
        asked = (row for row, _ in planned)
        note_requests(means.rooms, means.case, step.mark, step.on, (asked, means.directory))  # fmt: skip
    for start in range(0, len(planned), _CHUNK):
        some = planned[start : start + _CHUNK]
        with means.rooms.about_case(DEEDS[step.mark], means.case) as say:
            for row, what in some:
                _say(say, means, row, what, step)
        progress.step(start + len(some), len(planned), "progress-marking")
    why = Counter(skipped.values()).most_common(1)
    return Marked(len(planned), tuple(skipped), why[0][0] if why else "")


def postings_of(rooms: Rooms, case: str, wanted: Sequence[str]) -> dict[str, Row]:
    """Return the postings of this case among the wanted, in their order."""
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[start : start + _AT_ONCE])
        found |= {r.id: r for r in rooms.register.find("posting", case=case, id=some)}
    return {eid: found[eid] for eid in wanted if eid in found}


def _state(row: Row, asked: Asked) -> State:
    return State(
        result=str(row["result"] or ""),
        requests=asked.requests,
        of_the_site=asked.of_the_site,
        first_on=asked.first_on,
        police_too=bool(row["police_too"]),
    )


def _say(say: Say, means: _Means, row: Row, what: Follows, step: Step) -> None:
    waiting = means.waiting.get(row.id)
    if what.kind == "CHECK" and what.result and waiting and not step.remark:
        say.set("deletion_action", waiting, "result", what.said)
        say.set("deletion_action", waiting, "result_on", step.on)
    else:
        _say_action(say, means, row, what, step)
    for name, value in _changes(means, row, what, step).items():
        say.set("posting", row.id, name, value)


def _say_action(say: Say, means: _Means, row: Row, what: Follows, step: Step) -> None:
    action = new_id(means.rooms.clock.wall())
    said: dict[str, Value] = {
        "posting": row.id,
        "kind": what.kind,
        "done_on": step.on,
        "counselor": means.rooms.who.counselor,
    }
    if what.said:
        said |= {"result": what.said, "result_on": step.on}
    if step.mark in OUTGOING:
        said |= {"basis": step.basis or None, **_to_whom(means, row, step.mark)}
    said |= {"remark": step.remark} if step.remark else {}
    for name, value in said.items():
        if value is not None:
            say.set("deletion_action", action, name, value)


def _to_whom(means: _Means, row: Row, mark: Mark) -> dict[str, Value]:
    """Return whom a request went to: whoever the directory names for the host."""
    site = means.directory.of(host_of(str(row["url"] or "")))
    if mark != "REQUESTED" or site is None:
        return {}
    return {"addressee": site["name"] or site["host"], "channel": site["channel"]}


def _changes(means: _Means, row: Row, what: Follows, step: Step) -> dict[str, Value]:
    """Return what changes of the posting itself."""
    said: dict[str, Value] = {}
    result = what.result or str(row["result"] or "")
    since = step.on
    if what.result and what.result != row["result"]:
        said |= {"result": what.result, "result_on": step.on}
    elif what.kind == "CHECK" and step.mark != "TEMPORARY":
        since = _stood_since(means, row) or step.on
    if what.restored:
        said["restored"] = int(row["restored"] or 0) + 1
    if step.mark == "POLICE":
        said["police_too"] = True
    if what.kind == "CHECK" or step.mark in REQUESTS:
        said["next_check"] = _next(means, row, (result, since, step.on), what)
    return said


def _stood_since(means: _Means, row: Row) -> str:
    """Return the day a posting's checks are counted from: the result, or the last request."""
    if row["result"] == "REQUESTED":
        return means.asked.get(row.id, NEVER).last_on
    return str(row["result_on"] or "")


def _next(means: _Means, row: Row, stood: tuple[str, str, str], what: Follows) -> Value:
    if row["check_stopped"]:
        return None
    result, since, on = stood
    if what.restored:
        return on
    if what.kind != "CHECK" and row["next_check"] and result in _HELD:
        return str(row["next_check"])  # asked again while it is held: its day stands
    return means.rechecks.after(result, _whole(since, on), on)


def _whole(since: str, on: str) -> str:
    """Return a day to count from; one that is only a month or a year is no such day."""
    return since if len(since) == len(on) else on
