"""What a center asks about (무엇을 묻는가): one input for each identifier of a case, and for its person.

* Identifiers that one person holds (class P), of suspects, in their one spelling; never the victim's
  own, never what many use, never a part of a number. No likeness: one digit off is another one.
* Cases of this center where match-only or sharing with the central desk is agreed; not of a
  training, not withdrawn or destroyed, not of a child under 14 whose guardian did not agree.
* The person is known by name and date of birth where both are, else by telephone, else by the case
  alone, so that a case that goes over to another center does not open with itself. Then the same
  person in two cases is not seen, and the call is there for that.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from intake.exchange.agreed import Agreement, unguarded
from intake.exchange.context import Exchange
from intake.exchange.escrow.who import CENTRAL
from intake.ids import natural_id, scope_of
from intake.matching.canonical import VERSION, canonical
from intake.vault import Database

_CLUES: Final = """
select distinct c."case", c.kind, c.value from m_clue c join m_case m on m.id = c."case"
where m.off = 0 and c.cls = 'P' and c.masked = 0 and c.shared = 0 and c.value <> ''
  and c.role not in ('VICTIM', 'NONE') and not exists (select 1 from m_clue v
    where v."case" = c."case" and v.kind = c.kind and v.value = c.value and v.role = 'VICTIM')
order by 1, 2, 3"""
_PERSON: Final = (
    "select name, birth, phone from r_person where id = ? and deleted is null"
)

_ONWARD: Final = "select joined_to from r_case where id = ? and joined_to is not null and deleted is null"


@dataclass(frozen=True, slots=True, order=True)
class Wish:
    """One identifier of one case that is to lie filed."""

    case: bytes
    input: bytes = field(repr=False)
    person: bytes = field(repr=False)


def wishes(ctx: Exchange) -> frozenset[Wish]:
    """Return everything that is to lie filed as it stands now."""
    central = [one for one in ctx.trust.parties() if one.kind == CENTRAL]
    if not central:
        return frozenset()
    agreement, children = Agreement(ctx, central[0]), unguarded(ctx)

    def agrees(case: bytes) -> bool:
        scope = scope_of("case", str(uuid.UUID(bytes=case)))
        return scope not in children and may_ask(agreement.verdict(scope).why)

    with ctx.vault.reading() as db:
        owners: dict[str, str] = dict(db.all("select scope, owner from scope where scope like 'case/%'"))  # fmt: skip
        clues: dict[bytes, list[bytes]] = {}
        for case, kind, value in db.all(_CLUES):
            clues.setdefault(bytes(case), []).append(input_of(kind, value))
        found = set()
        for case, inputs in clues.items():
            scope = scope_of("case", str(uuid.UUID(bytes=case)))
            ours = (owners.get(scope) or ctx.center) == ctx.center
            if ours and agrees(case):
                person = _person_of(db, case, agrees) or nobody(case)
                found |= {Wish(case, one, person) for one in inputs}
        return frozenset(found)


def may_ask(why: str) -> bool:
    """Whether what was agreed covers match-only: itself, or sharing with the central desk."""
    return why in {"agreed", "match-only"}


def input_of(kind: str, value: str) -> bytes:
    """Return the input of an identifier.

    >>> input_of("phone", "+821000000001").decode()
    'suspect/3/phone:+821000000001'
    """
    return f"suspect/{VERSION}/{kind}:{value}".encode()


def person_input(name: str, birth: str, phone: str) -> bytes:
    """Return the input of who was harmed; empty where nothing is known.

    >>> person_input("김 하늘", "2001-02-03", "").decode()
    'person/3/born:2001-02-03:김하늘'
    >>> person_input("김하늘", "2001", "010-0000-0001").decode()
    'person/3/phone:+821000000001'
    """
    told = canonical("name", name) if name else None
    if told is not None and told.value and not told.masked and len(birth) == len("YYYY-MM-DD"):  # fmt: skip
        letters = "".join(told.value.split())
        return f"person/{VERSION}/born:{birth}:{letters}".encode()
    number = canonical("phone", phone) if phone else None
    if number is not None and number.is_key:
        return f"person/{VERSION}/phone:{number.value}".encode()
    return b""


def nobody(case: bytes) -> bytes:
    """Return the input of a person of whom nothing but a case is known.

    >>> nobody(bytes(16)).decode()
    'person/3/case:00000000-0000-0000-0000-000000000000'
    """
    return f"person/{VERSION}/case:{uuid.UUID(bytes=case)}".encode()


def _person_of(db: Database, case: bytes, agrees: Callable[[bytes], bool]) -> bytes:
    """Return who was harmed; of an anonymous case who stands in the one it goes on in.

    Otherwise what she told once more at another center would open with it.
    """
    here, seen = case, set[bytes]()
    while here and here not in seen and agrees(here):
        seen.add(here)
        victim = natural_id("person", str(uuid.UUID(bytes=here)), "victim")
        row = db.one(_PERSON, (uuid.UUID(victim).bytes,))
        told = person_input(*(str(one or "") for one in row)) if row else b""
        onward = db.one(_ONWARD, (here,))
        if told or onward is None:
            return told
        here = bytes(onward[0])
    return b""
