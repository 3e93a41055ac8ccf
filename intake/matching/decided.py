"""What people decided about two suspects (판단): read once, for every page that counts on it.

* A link (연결) joins when somebody said SAME and, where two persons are needed, the second
  said so too: between centers, and for a court. Until then it waits.
* A decision of an older version (합치기) joins as it always did.
* NOT_SAME and HOLD join nobody; what was withdrawn was never said.
* Heard is the central desk, and a center about its own cases. Whose a case is, is whoever spoke
  of it first, never what the case says of itself.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from intake.ids import scope_of
from intake.matching.same import Decision, Group, gathered
from intake.register.fold import blob_of, id_of
from intake.vault import Database

_LINKS = """
SELECT l.id, l.one, l.other, l.decision, coalesce(l.second, ''), l.decided_by, l.second_by,
  coalesce(l.for_court, 0), l.one_case, l.other_case
FROM r_link l
WHERE l.deleted IS NULL AND l.kind = 'same_person' AND l.decision IS NOT NULL
  AND l.one IS NOT NULL AND l.other IS NOT NULL"""
_CENTRAL = "SELECT code FROM enrolment WHERE kind = 'central'"
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
    rows = db.all(_LINKS + which, values)
    central = {code for (code,) in db.all(_CENTRAL)} if rows else set[str]()
    found = []
    for one, left, right, decision, second, by, second_by, court, *cases in rows:
        speaker, centers = (
            _owner(db, "link", one),
            [_owner(db, "case", c) for c in cases],
        )
        if speaker not in central and {*centers} != {speaker}:
            continue
        counts = second if second_by and not same_writer(by, second_by) else ""
        alone = cases[0] == cases[1]
        waits = needs_second(*centers, same_case=alone, for_court=bool(court))
        found.append(Stated(one, left, right, _joins(decision, counts, waits=waits)))
    return tuple(found)


def same_writer(one: str | None, other: str | None) -> bool:
    """Whether two names are one counselor's, however they were spelled.

    >>> same_writer("박상담", " 박 상담"), same_writer("Kim", "KIM"), same_writer("Kim", "Lee")
    (True, True, False)
    """
    return _letters(one) == _letters(other)


def _letters(name: str | None) -> str:
    told = unicodedata.normalize("NFKC", name or "").casefold()
    return "".join(x for x in told if unicodedata.category(x)[0] not in "ZC")


def _owner(db: Database, kind: str, record: bytes | None) -> str:
    """Return the center that spoke of something first; empty where nobody did."""
    if record is None:
        return ""
    found = db.one("SELECT owner FROM scope WHERE scope = ?", (scope_of(kind, id_of(record)),))  # fmt: skip
    return str(found[0] or "") if found else ""


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
