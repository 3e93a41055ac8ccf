"""What people decided about two suspects (판단): read once, for every page that counts on it.

* A link (연결) joins when somebody said SAME and, where two persons are needed, the second
  said so too: between centers, and for a court. Until then it waits.
* A decision of an older version (합치기) joins as it always did.
* NOT_SAME and HOLD join nobody; what was withdrawn was never said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.matching.same import Decision, Group, gathered
from intake.register.fold import blob_of, id_of
from intake.vault import Database

_LINKS = """
SELECT l.id, l.one, l.other, l.decision, CASE WHEN l.second_by IS l.decided_by THEN '' ELSE coalesce(l.second, '') END,
  coalesce(l.for_court, 0),
  coalesce(a.center, ''), coalesce(b.center, ''), l.one_case IS l.other_case
FROM r_link l LEFT JOIN r_case a ON a.id = l.one_case LEFT JOIN r_case b ON b.id = l.other_case
WHERE l.deleted IS NULL AND l.kind = 'same_person' AND l.decision IS NOT NULL
  AND l.one IS NOT NULL AND l.other IS NOT NULL"""
_MERGES = """
SELECT id, kept, joined, decision FROM r_merge WHERE deleted IS NULL AND kind = 'SUSPECT'
  AND decision IS NOT NULL AND kept IS NOT NULL AND joined IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class Stated:
    """One decision about two suspects, as far as joining goes."""

    id: bytes
    one: bytes
    other: bytes
    joins: int  # 1 joins, 0 waits for somebody, -1 keeps apart


def needs_second(one_center: str, other_center: str, *, same_case: bool, for_court: bool) -> bool:  # fmt: skip
    """Whether a second person has to say the same before it joins anybody."""
    known = same_case or (bool(one_center) and one_center == other_center)
    return for_court or not known


def stated(db: Database, which: str = "", values: tuple[bytes, ...] = ()) -> tuple[Stated, ...]:  # fmt: skip
    """Return the decisions that stand; ``which`` narrows the links down."""
    found = []
    for row in db.all(_LINKS + which, values):
        one, left, right, decision, second, court, *centers, alone = row
        waits = needs_second(*centers, same_case=bool(alone), for_court=bool(court))
        found.append(Stated(one, left, right, _joins(decision, second, waits=waits)))
    return tuple(found)


def _joins(decision: str, second: str, *, waits: bool) -> int:
    if decision == "NOT_SAME":
        return 0 if second == "SAME" else -1
    agreed = decision == "SAME" and second in ({"SAME"} if waits else {"", "SAME"})
    return 1 if agreed else 0


def merged(db: Database, which: str = "", values: tuple[bytes, ...] = ()) -> tuple[Stated, ...]:  # fmt: skip
    """Return the decisions of older versions that stand."""
    rows = db.all(_MERGES + which, values)
    return tuple(
        Stated(one, a, b, 1 if said == "SAME" else -1) for one, a, b, said in rows
    )


def about(db: Database, suspect: bytes, aside: bytes = b"") -> Iterable[Decision]:
    """Yield what was decided about a suspect; ``aside`` is looked away from."""
    sql = (
        "SELECT id, one, other, joins FROM m_link WHERE one = ? "
        "UNION SELECT id, one, other, joins FROM m_link WHERE other = ?"
    )
    for link, one, other, joins in db.all(sql, (suspect, suspect)):
        if link != aside and joins:
            yield Decision(id_of(link), id_of(one), id_of(other), joins > 0)


def group_of(db: Database, suspect: str, aside: str = "") -> Group:
    """Return who is one with a suspect, by the decisions that stand."""
    hidden = blob_of(aside) if aside else b""
    return gathered(suspect, lambda one: tuple(about(db, blob_of(one), hidden)))
