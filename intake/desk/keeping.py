"""Where an answer is kept (답변 보관): its own record, and the register field it speaks of.

* Every answer is a record of the interview, with its state and its form's version.
* Its value lies in the class of the field it is also written to: who may see a phone number
  does not change because it was said in an interview.
* A question outside a repeat speaks of the principal record of the case; inside a repeat, of
  the row's own record. A posting or an identifier has a natural key: its record exists from
  the moment the key is known, and moves when the key is corrected.
* Boxes of a several-answer question are records of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.consent.reserved import is_for_answers
from intake.desk.addresses import Addresses, Spot
from intake.desk.people import principal_of
from intake.errors import InvalidAnswer
from intake.forms import AnswerState, Said, Scalar
from intake.ledger.change import DELETED
from intake.ledger.saying import Say
from intake.register import SCHEMA, Register, Row, Type, Value, field_of
from intake.register.keys import answer_id, identifier_id, tick_id

KEYED = {"posting": "url", "identifier": "value"}
TICKS = {
    "harm": "incident",
    "material_kind": "incident",
    "demand": "suspect",
    "leak": "posting",
}
NARRATIVE = "narrative"
_NOT_MOVED = {DELETED, "typed", *KEYED.values()}
RowOf: TypeAlias = Callable[[str], Iterable[Said]]  # everything said in a repeat row


@dataclass(frozen=True, slots=True)
class Place:
    """The interview that answers are kept for."""

    case: str
    interview: str
    form_version: str
    rows: dict[str, str] = field(
        default_factory=dict, repr=False
    )  # repeat row -> its record


@dataclass(frozen=True, slots=True)
class Means:
    """What stands already: the register, and the addresses of the case."""

    register: Register
    addresses: Addresses


def value_field(said: Said) -> str:
    """Return the field of the answer record that holds this value."""
    to = said.save_to
    asked = to is not None and is_for_answers(to.entity, to.field)
    target = field_of(to.entity, to.field) if to and asked else None
    cls = target.cls if target else NARRATIVE
    return "value" if cls == NARRATIVE else f"value_{cls}"


def keep(
    say: Say, means: Means, place: Place, answers: Iterable[Said], row_of: RowOf
) -> tuple[str, ...]:
    """Say every answer that changed; return the paths whose register field refused the value.

    A value that does not fit its register field (a date in words) stays in the answer and is
    left out of the register: nothing a person said is lost to a format.
    """
    waiting = {said.path: said for said in answers}
    for said in waiting.values():
        _keep_answer(say, place, said)
    told = _with_their_rows(waiting, place, row_of)
    return tuple(
        said.path for said in told if not _write_through(say, means, place, said)
    )


def _with_their_rows(
    answers: Mapping[str, Said], place: Place, row_of: RowOf
) -> Iterator[Said]:
    """Yield the answers; a row whose key becomes known now brings all that was said in it."""
    for said in answers.values():
        target = said.save_to
        yield said
        if (
            target
            and target.row
            and KEYED.get(target.entity) == target.field
            and place.rows.get(target.row)
        ):
            yield from (one for one in row_of(target.row) if one.path not in answers)


def kept_answers(
    register: Register, interview: str
) -> Mapping[str, tuple[AnswerState, Scalar]]:
    """Return an interview's answers as a form session takes them."""
    found: dict[str, tuple[AnswerState, Scalar]] = {}
    for row in register.find("answer", interview=interview):
        values = (
            row[name] for name in row if name == "value" or name.startswith("value_")
        )
        value = next((one for one in values if one is not None), None)
        found[str(row["path"])] = (AnswerState(str(row["state"] or "OK")), value)
    return found


def _keep_answer(say: Say, place: Place, said: Said) -> None:
    record = answer_id(place.interview, said.path)
    say.set("answer", record, "case", place.case)
    say.set("answer", record, "interview", place.interview)
    say.set("answer", record, "path", said.path)
    say.set("answer", record, "state", said.state.value)
    say.set("answer", record, "form_version", place.form_version)
    say.set("answer", record, value_field(said), said.value)


def _write_through(say: Say, means: Means, place: Place, said: Said) -> bool:
    target = said.save_to
    if target is None or field_of(target.entity, target.field) is None:
        return True
    if not is_for_answers(target.entity, target.field):
        return (
            True  # a consent, a hold, an end is said by its own verb; the answer stays
        )
    if target.entity in TICKS:
        _tick(say, means.register, place, said)
        return True
    spot = _record_for(say, means, place, said)
    if spot is None:
        return True
    _link(say, means.register, place, (target.entity, spot.record))
    try:
        for name, value in spot.said.items():
            say.set(target.entity, spot.record, name, value)
    except InvalidAnswer:
        return False
    _say_state(say, target.entity, spot.record, target.field, said.state)
    return True


def _record_for(say: Say, means: Means, place: Place, said: Said) -> Spot | None:
    """Return the record an answer speaks of; None while its natural key is not known."""
    target = said.save_to
    assert target is not None  # noqa: S101 - the caller looked
    told = {target.field: _fitting(target.entity, target.field, said)}
    if not target.row:
        record = principal_of(target.entity, place.case, place.interview)
        return Spot(record, here=True, said=told)
    if target.entity not in KEYED:
        place.rows[target.row] = target.row
        return Spot(target.row, here=True, said=told)
    if target.field != KEYED[target.entity]:
        known = place.rows.get(target.row)
        return Spot(known, here=True, said=told) if known else None
    return _rekey(say, means, place, said)


def _rekey(say: Say, means: Means, place: Place, said: Said) -> Spot | None:
    """Give a row the record of its natural key, carrying over what was said of the former."""
    target = said.save_to
    assert target is not None  # noqa: S101 - the caller looked
    before = place.rows.get(target.row)
    text = str(said.value or "").strip()
    now = _spot(means, target.entity, place.case, text) if text else None
    if before is not None and (now is None or before != now.record):
        _move(say, means.register, (target.entity, before), now)
    if now is None:
        place.rows.pop(target.row, None)
    else:
        place.rows[target.row] = now.record
    return now


def _spot(means: Means, entity: str, case: str, text: str) -> Spot:
    if entity == "posting":
        return means.addresses.spot(text)
    record = natural_record(entity, case, text, means.addresses)
    row = means.register.get(entity, record)
    gone = row is not None and row.gone
    said: dict[str, Value] = {DELETED: None} if gone else {}
    return Spot(record, here=not gone, said={KEYED[entity]: text, **said})


def natural_record(entity: str, case: str, text: str, known: Addresses) -> str:
    """Return the id of the posting or identifier that this text names in a case."""
    if entity == "posting":
        return known.record(text)
    return identifier_id(case, "", text)


def _move(
    say: Say, register: Register, former: tuple[str, str], now: Spot | None
) -> None:
    """Carry over what is not known there yet; what others noted as well stays where it is."""
    (entity, before), row = former, register.get(*former)
    if row is None or _is_others(register, row):
        return
    if now is not None:
        there = register.get(entity, now.record)
        for name in row:
            known = there is not None and not there.gone and there[name] is not None
            if row[name] is not None and not known and name not in _NOT_MOVED:
                say.set(entity, now.record, name, row[name])
    say.retract(entity, before, "corrected")


def _is_others(register: Register, row: Row) -> bool:
    """Whether somebody noted a posting outside this interview, or did something about it."""
    if row.entity.name != "posting":
        return False
    return bool(row["found_by"] or register.find("deletion_action", posting=row.id))


def _link(say: Say, register: Register, place: Place, linked: tuple[str, str]) -> None:
    """Tie a record to its case, and to the interview where its kind knows one."""
    entity, record = linked
    known = SCHEMA[entity].by_name
    if SCHEMA[entity].in_case:
        say.set(entity, record, "case", place.case)
    if "interview" in known and entity != "answer":
        say.set(entity, record, "interview", place.interview)
    if entity == "person" and record == principal_of(
        "person", place.case, place.interview
    ):
        say.set(entity, record, "role", "VICTIM")
    if entity in {"identifier", "posting"}:
        row = register.get(entity, record)
        if row is None or row["suspect"] is None:
            suspect = principal_of("suspect", place.case, place.interview)
            say.set(entity, record, "suspect", suspect)


def _fitting(entity: str, name: str, said: Said) -> Value:
    """Return a scalar in the type of its register field."""
    declared, value = field_of(entity, name), said.value
    if said.state is not AnswerState.OK or value is None or declared is None:
        return None
    if (
        declared.type is Type.INT
        and isinstance(value, str)
        and value.strip().isdecimal()
    ):
        return int(value)
    if declared.type is Type.BOOL:
        return value in {"YES", True, "true"}
    return str(value) if isinstance(value, float) else value


def _say_state(
    say: Say, entity: str, record: str, name: str, state: AnswerState
) -> None:
    if f"{name}_state" in SCHEMA[entity].by_name:
        say.set(
            entity,
            record,
            f"{name}_state",
            None if state is AnswerState.NOTASKED else state.value,
        )


def _tick(say: Say, register: Register, place: Place, said: Said) -> None:
    target = said.save_to
    assert target is not None  # noqa: S101 - the caller looked
    of = (
        place.rows.get(target.row)
        if target.row
        else principal_of(TICKS[target.entity], place.case, place.interview)
    )
    if of is None:
        return
    chosen = (
        set(str(said.value or "").split()) if said.state is AnswerState.OK else set()
    )
    before = {
        str(row["kind"]) for row in register.find(target.entity, of=of) if row["chosen"]
    }
    for code in sorted(chosen | before):
        record = tick_id(target.entity, of, code)
        say.set(target.entity, record, "case", place.case)
        say.set(target.entity, record, "of", of)
        say.set(target.entity, record, "kind", code)
        say.set(target.entity, record, "chosen", code in chosen)
