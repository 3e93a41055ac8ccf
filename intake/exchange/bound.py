"""Places that belong to a center by its code (자리): only that center is heard there.

* The place of a center's contact (센터 연락처) follows from its code, so anybody could speak there
  first. Who spoke first says nothing here: the center of that code speaks, and nobody else,
  whatever it says and whatever it wants destroyed.
* Nor is a contact heard anywhere else: a center speaks of whom to call at itself alone, and
  takes no place of somebody whose keys nobody has compared yet.
"""

import uuid
from collections.abc import Iterable
from typing import Final

from intake.ids import Scope, natural_id, scope_of
from intake.ledger import Claim
from intake.vault import Database

CONTACT: Final = "contact_point"
_SAID: Final = (
    "select n.name, log.center from rec join winner w on w.rec = rec.id"
    " join name n on n.id = w.field join op on op.rec = w.rec and op.field = w.field"
    " and op.hlc = w.hlc and op.tie = w.tie join segment s on s.id = op.entry / 1024"
    " join log on log.id = s.log where rec.eid = ? and rec.entity = ?"
)


def contact_id(code: str) -> str:
    """Return the record in which a center says whom to call there."""
    return natural_id(CONTACT, code)


def place_of(code: str) -> Scope:
    """Return the scope in which a center says whom to call there."""
    return scope_of("record", contact_id(code))


def words_of(db: Database, code: str) -> frozenset[str]:
    """Return which fields of a center's contact say what the center itself said last."""
    said = db.all(_SAID, (uuid.UUID(contact_id(code)).bytes, CONTACT))
    return frozenset(name.partition("/")[2] for name, by in said if by == code)


class Places:
    """The places of the centers known."""

    def __init__(self, codes: Iterable[str]) -> None:
        """Know these centers."""
        self._whose = {place_of(code): code for code in codes}

    def may_speak(self, claim: Claim) -> bool | None:
        """Say whether a claim is its center's own; None where it is about no such place.

        >>> said = {"device": "", "log": "", "cls": "core", "deed": "", "actor": ""}
        >>> said |= {"scope": place_of("SL"), "owner": "IC"}
        >>> places = Places(["SL"])
        >>> places.may_speak(Claim("SL", **said)), places.may_speak(Claim("IC", **said))
        (True, False)
        """
        holder = self._whose.get(Scope(claim.scope))
        if holder is not None:
            return claim.center == holder and claim.cls == "core"
        if CONTACT in claim.entities:
            return claim.scope == place_of(claim.center)
        return None
