"""What only its own verb may say (전용 항목): not a page of single records, not a file.

* A step of custody, a time stamp, a line of what left, a role or a destruction is written by
  the act itself, and never corrected afterwards (보관 연속성; 고시 5조③, 8조).
* A consent is what a person said when it was read to her; it is asked again, never edited.
* A hold (보존 의무) is lifted by somebody who says why, and by nobody else.
* Pure: names in, an answer out.

>>> is_reserved("custody", "by"), is_reserved("case", "hold"), is_reserved("case", "alias")
(True, True, False)
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from intake.consent.deletion import KEPT_LONGEST
from intake.ledger.change import DELETED
from intake.register import SCHEMA, Value

# Written once by the act itself.
CHAINED: Final = frozenset(
    {"custody", "timestamp", "fingerprint", "disclosure", "merge"}
)
# The center's own books about who may do what, who did, and what is gone.
BOOKS: Final = frozenset(
    {"role_grant", "break_glass", "access_mark", "access_review", "destruction"}
)
# What left on paper, and the numbers in it: written when it was issued, never afterwards.
ISSUED: Final = frozenset({"issued_paper", "figure", "position"})
# Papers speak with them: each is checked by the verb that sets it (desk.templates).
_WORDING: Final = frozenset({"phrase"})
_WHOLE: Final = CHAINED | BOOKS | ISSUED | _WORDING | {"consent"}
_FIELDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "case": frozenset(
            {
                *("hold", "hold_from", "hold_by", "hold_reason", "consent"),
                *("hold_ground", "hold_authority", "hold_until"),
                *("plan_approved_by", "plan_approved_on", "joined_to"),
                *("number", "center", "owner"),  # whose figures it is counted in
            }
        ),
        "evidence": frozenset(
            {
                *("attachment", "attachment_key", "sha256", "pdq", "size", "store"),
                *("media_type", "legal_basis"),
            }
        ),
    }
)
# Said of a case by deeds of their own, whoever wrote the form (양식): no answer moves or ends it.
_DEEDS: Final = frozenset({"handover", "petition"})
_TERMS: Final = frozenset({"retention", "retention_from", "keep_evidence", "closed_on"})
_TOLD_HASH: Final = (
    "evidence",
    "sha256",
)  # of a file that lies elsewhere, as it was told
_LOWER: Final = ("NOW", *KEPT_LONGEST)


def is_reserved(entity: str, field: str) -> bool:
    """Whether a field is said by a verb of its own only."""
    return entity in _WHOLE or field in _FIELDS.get(entity, ())


def is_for_answers(entity: str, field: str) -> bool:
    """Whether an answer of an interview may be written there: a form is made elsewhere.

    >>> is_for_answers("person", "age"), is_for_answers("consent", "decision")
    (True, False)
    """
    if (entity, field) == _TOLD_HASH:
        return True
    if entity not in SCHEMA or is_reserved(entity, field):
        return False
    own = field in {DELETED, "case"} or (entity == "case" and field in _TERMS)
    inside = entity == "case" or SCHEMA[entity].in_case
    return inside and entity not in _DEEDS and not own


def stays(entity: str, field: str, before: Value, after: Value) -> bool:
    """Whether what is here stays, although a file says something else.

    What only its own verb says, and a time of keeping that would become shorter.
    """
    if (entity, field) == ("case", "retention") and before is not None:
        return _rank(after) < _rank(before)
    if (entity, field) == ("case", "keep_evidence"):
        return bool(before)
    return is_reserved(entity, field)


def _rank(code: Value) -> int:
    return _LOWER.index(str(code)) if code in _LOWER else len(_LOWER)
