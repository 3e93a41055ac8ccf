"""Which decisions stand (판단): asked here, and answered alike on every page that counts on it.

* Heard is the central desk, and a center about its own cases. Whose a case is, is whoever spoke
  of it first or took it over, never what the case says of itself.
* SAME joins once everybody who has to said so. A second person has to between centers, for a
  court, where somebody simply knew it (본 적 있음), and where nobody knows whose a case is;
  until then it waits. One counselor under two spellings is one, and a second without a name
  is nobody.
* NOT_SAME keeps apart at once, and waits for a second person where SAME would between centers:
  a true match put out of sight by one costs a victim. HOLD joins nobody; what was withdrawn was
  never said.
* A training case (교육용) joins nobody. A destroyed one still joins the others, and so does one
  that was taken back (철회): what people judged stays true. But neither is shown or counted.
* A decision of an older version (합치기) is judged alike; it never has a second person.
"""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from intake.ids import scope_of
from intake.ledger.catalogue import chunks, within
from intake.ledger.erasure import part_hash
from intake.matching.same import Decision, Group, gathered
from intake.register.fold import blob_of, id_of
from intake.vault import Database

PERSON: Final = "same_person"
VICTIM: Final = "same_victim"
JOINS, APART, SECOND, HOLD = "JOINS", "APART", "SECOND", "HOLD"

# A decision speaks of a suspect in the case that has it, or of nobody.
_LINK = """
SELECT l.kind, l.one, l.one_case, l.other, l.other_case, l.decision,
  coalesce(l.decided_by, ''), coalesce(l.second, ''), coalesce(l.second_by, ''),
  coalesce(l.for_court, 0) OR coalesce(l.seen, 0), coalesce(l.decided_on, ''), 'link'
FROM r_link l LEFT JOIN r_suspect a ON a.id = l.one LEFT JOIN r_suspect b ON b.id = l.other
WHERE l.id = ? AND l.deleted IS NULL AND coalesce(a."case", l.one_case) = l.one_case
  AND coalesce(b."case", l.other_case) = l.other_case"""
_MERGE = """
SELECT 'same_person', m.kept, coalesce(m.kept_case, a."case"), m.joined,
  coalesce(m.joined_case, b."case"), m.decision, coalesce(m.decided_by, ''), '', '', 0,
  coalesce(m.decided_on, ''), 'record'
FROM r_merge m LEFT JOIN r_suspect a ON a.id = m.kept LEFT JOIN r_suspect b ON b.id = m.joined
WHERE m.id = ? AND m.deleted IS NULL AND m.kind = 'SUSPECT'"""
_CENTRAL = "SELECT code FROM enrolment WHERE kind = 'central'"


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as it was said, by a center, about two records."""

    speaker: str
    decision: str
    by: str = ""
    second: str = ""
    second_by: str = ""
    for_court: bool = False  # or somebody simply knew it: two have to say so

    @property
    def agreed(self) -> str:
        """What somebody else said to it; empty where nobody did."""
        counts = bool(_letters(self.second_by)) and not same_writer(self.by, self.second_by)  # fmt: skip
        return self.second if counts else ""


@dataclass(frozen=True, slots=True)
class Side:
    """The case of one of the two: whose it is, and whether it is of a training."""

    case: bytes
    center: str
    training: bool = False


# --- what stands ----------------------------------------------------------------------------


def standing(told: Told, sides: tuple[Side, Side], central: Collection[str]) -> str:
    """Return how a decision stands: JOINS, APART, SECOND or HOLD; empty where it is not heard."""
    one, other = sides
    heard = told.speaker in central or {one.center, other.center} == {told.speaker}
    if not (heard and told.speaker) or one.training or other.training:
        return ""
    if told.decision not in {"SAME", "NOT_SAME"} or told.agreed not in {"", told.decision}:  # fmt: skip
        return HOLD
    waits = needs_second(one.center, other.center, same_case=one.case == other.case, for_court=told.for_court)  # fmt: skip
    stands = APART if told.decision == "NOT_SAME" else JOINS
    return SECOND if waits and not told.agreed else stands


def needs_second(one_center: str, other_center: str, *, same_case: bool, for_court: bool) -> bool:  # fmt: skip
    """Whether a second person has to say the same before it joins anybody."""
    known = same_case or (bool(one_center) and one_center == other_center)
    return for_court or not known


def effect(told: Told, state: str) -> int:
    """Return what a decision does: 1 joins, 0 neither, -1 keeps apart.

    NOT_SAME keeps apart for as long as nobody says the contrary: neither doubt about it nor
    waiting for a second person joins.
    """
    apart = bool(state) and told.decision == "NOT_SAME" and told.agreed != "SAME"
    return 1 if state == JOINS else -1 if apart else 0


def same_writer(one: str | None, other: str | None) -> bool:
    """Whether two names are one counselor's, however they were spelled.

    >>> same_writer("박상담", " 박 상담"), same_writer("Kim", "KIM"), same_writer("Kim", "Lee")
    (True, True, False)
    """
    return _letters(one) == _letters(other)


def _letters(name: str | None) -> str:
    told = unicodedata.normalize("NFKC", name or "").casefold()
    return "".join(x for x in told if unicodedata.category(x)[0] not in "ZC")


# --- as the index keeps it --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision that is heard, as a row of ``m_link``."""

    id: bytes
    kind: str
    one: bytes
    one_case: bytes
    one_center: str
    other: bytes
    other_case: bytes
    other_center: str
    decision: str
    second: str
    joins: int
    state: str
    for_court: int
    writer: str
    decided_on: str
    older: int


def judged(db: Database, record: bytes) -> Judged | None:
    """Judge a decision anew; None where nothing that counts was said."""
    row = db.one(_LINK, (record,)) or db.one(_MERGE, (record,))
    if row is None or None in row:
        return None
    kind, one, one_case, other, other_case, decision, by, second, second_by, court, on, scope = row  # fmt: skip
    speaker = _owner(db, scope, record)
    told = Told(speaker, decision, by, second, second_by, bool(court))
    sides = side_of(db, one_case), side_of(db, other_case)
    state = standing(told, sides, central_codes(db))
    if not state:
        return None
    return Judged(
        *(record, kind, one, one_case, sides[0].center),
        *(other, other_case, sides[1].center),
        *(decision, told.agreed),
        joins=effect(told, state),
        state=state,
        for_court=int(court),
        writer=_letters(by),
        decided_on=on,
        older=int(scope != "link"),
    )


def side_of(db: Database, case: bytes) -> Side:
    """Return whose a case is, or was, and whether it is of a training."""
    row = db.one("SELECT coalesce(training, 0) FROM r_case WHERE id = ?", (case,))
    was = db.one("SELECT owner, training FROM m_was WHERE id = ?", (case,))
    center = _owner(db, "case", case) or (was[0] if was else "") or _destroyer(db, case)
    training = row[0] if row is not None else was[1] if was is not None else 0
    return Side(case, center, bool(training))


def central_codes(db: Database) -> frozenset[str]:
    """Return who is a central desk, as far as people here compared their words."""
    return frozenset(code for (code,) in db.all(_CENTRAL))


def _owner(db: Database, kind: str, record: bytes) -> str:
    """Return the center that spoke of something first; empty where nobody did."""
    found = db.one("SELECT owner FROM scope WHERE scope = ?", (scope_of(kind, id_of(record)),))  # fmt: skip
    return str(found[0] or "") if found else ""


def _destroyer(db: Database, case: bytes) -> str:
    """Return the center that had a case destroyed: only its own could, but for the central desk."""
    part = part_hash(scope_of("case", id_of(case)), "core")
    told = {c for (c,) in db.all("SELECT center FROM erased WHERE part = ?", (part,))}
    found = told - central_codes(db)
    return found.pop() if len(found) == 1 else ""


# --- who is one ----------------------------------------------------------------------------------


def about(db: Database, suspect: bytes, aside: bytes = b"") -> Iterable[Decision]:
    """Yield what was decided about a suspect; ``aside`` is looked away from."""
    sql = (
        "SELECT id, one, other, joins FROM m_link WHERE one = ?1 AND kind = 'same_person' "
        "UNION SELECT id, one, other, joins FROM m_link WHERE other = ?1 AND kind = 'same_person'"
    )
    for link, one, other, joins in db.all(sql, (suspect,)):
        if link != aside and joins:
            yield Decision(id_of(link), id_of(one), id_of(other), joins > 0)


def everybody_of(db: Database, suspect: str, aside: str = "") -> Group:
    """Return who is one with a suspect by the decisions that stand, shown or not."""
    hidden = blob_of(aside) if aside else b""
    return gathered(suspect, lambda one: tuple(about(db, blob_of(one), hidden)))


def group_of(db: Database, suspect: str, aside: str = "") -> Group:
    """Return who is one with a suspect, and counts; who does not count is one with nobody."""
    whole = everybody_of(db, suspect, aside)
    if len(whole.members) == 1:
        return whole
    hidden = _uncounted(db, map(blob_of, whole.members))
    if blob_of(suspect) in hidden:
        return Group((suspect,), ())
    members = tuple(one for one in whole.members if blob_of(one) not in hidden)
    return Group(members, whole.decisions, whole.contradictions)


def _uncounted(db: Database, suspects: Iterable[bytes]) -> set[bytes]:
    """Return those whose case is gone or does not count, as the decisions name it."""
    found: set[bytes] = set()
    for chunk in chunks(suspects):
        for end in ("one", "other"):
            sql = (
                f"SELECT l.{end} FROM m_link l LEFT JOIN m_case c ON c.id = l.{end}_case "  # noqa: S608 - one of two names
                f"WHERE l.{end} IN (?*) AND coalesce(c.off, 1)"
            )
            found |= {one for (one,) in db.all(within(sql, chunk), chunk)}
    return found
