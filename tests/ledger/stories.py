"""Days in three centers, drawn by hypothesis and lived on real vaults."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from intake.ids import natural_id
from tests.ledger.houses import House, Laptop, case, uid

PEOPLE = ("ana", "bora", "cho")
WORDS = st.sampled_from(["가", "나", "다라", "x" * 1_500, ""])


class Said(NamedTuple):
    """Somebody says something about one of three cases."""

    who: int
    case: int
    what: tuple[str, str]
    value: object
    record: int


class Met(NamedTuple):
    """Somebody takes over everything another one holds."""

    giver: int
    taker: int


class Sealed(NamedTuple):
    """Somebody locks the laptop."""

    who: int


_FIELDS = st.sampled_from(
    [
        ("case", "alias", WORDS),
        ("case", "route", WORDS),
        ("note", "text", WORDS),
        ("posting", "times", st.integers(0, 3)),
        ("posting", "seen", st.booleans()),
        ("suspect", "nick", WORDS),
    ]
)


@st.composite
def _said(draw: st.DrawFn) -> Said:
    entity, field, values = draw(_FIELDS)
    value = draw(st.none() | values) if draw(st.integers(0, 5)) == 0 else draw(values)
    who, number, record = (
        draw(st.integers(0, 2)),
        draw(st.integers(0, 2)),
        draw(st.integers(0, 1)),
    )
    return Said(who, number, (entity, field), value, record)


_MET = st.builds(Met, st.integers(0, 2), st.integers(0, 2))
_SEALED = st.builds(Sealed, st.integers(0, 2))
DAYS = st.lists(_said() | _said() | _said() | _MET | _SEALED, min_size=3, max_size=14)


def record_id(entity: str, number: int, record: int) -> str:
    """Cases have one id each; other records two in each case, alike on every laptop."""
    if entity == "case":
        return uid("case", number)
    return natural_id(entity, str(case(number)), str(record))


def live(house: House, day: Sequence[Said | Met | Sealed]) -> list[Laptop]:
    """Let three people live a day; return their laptops."""
    people = [house.laptop(name) for name in PEOPLE]
    for step in day:
        if isinstance(step, Met):
            people[step.taker].merge(people[step.giver].segments())
        elif isinstance(step, Sealed):
            people[step.who].segments()
        else:
            entity, field = step.what
            eid = record_id(entity, step.case, step.record)
            people[step.who].say(case(step.case), entity, eid, **{field: step.value})
    return people


def everything(people: Sequence[Laptop]) -> list[object]:
    """Every segment anybody holds, once."""
    found = {wire.hash: wire for person in people for wire in person.segments()}
    return list(found.values())


def facts(laptop: Laptop) -> set[tuple[object, ...]]:
    """What is shown, with scope and class, in words that compare across laptops."""
    return set(
        laptop.rows(
            "select scope.scope, part.cls, rec.entity, hex(rec.eid), name.name, winner.value,"
            " winner.hlc, hex(winner.tie), winner.heads from winner"
            " join rec on rec.id = winner.rec join name on name.id = winner.field"
            " join op on op.rec = winner.rec and op.field = winner.field"
            " and op.hlc = winner.hlc and op.tie = winner.tie"
            " join entry on entry.id = op.entry join part on part.id = entry.part"
            " join scope on scope.id = part.scope"
        )
    )
