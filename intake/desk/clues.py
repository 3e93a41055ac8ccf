"""How identifiers (식별정보) are shown: as typed, in one spelling, and how many others have them.

* What is counted elsewhere is cases of other people, and only their number.
* While an interview of the case goes on nothing is counted at all: whoever sits there would
  read it too (screens §2).
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from intake.desk.rooms import Rooms
from intake.desk.views.people import ClueLine, ClueLook, without_numbers
from intake.matching.alike import looks_like, near_spellings, swapped
from intake.matching.canonical import canonical
from intake.matching.clue import Canonical
from intake.matching.guess import kind_of
from intake.register import CODES, Row
from intake.register.fold import id_of

_HAVING = (
    'SELECT DISTINCT "case" FROM m_clue WHERE kind = ? AND value = ? AND masked = 0 '
    "AND role <> 'VICTIM' AND entity IN ('identifier', 'suspect')"
)
_SLIPS = frozenset({"phone", "telegram", "instagram", "twitter", "tiktok", "uploader", "email", "kakao_id"})  # fmt: skip


class Clues:
    """Reads identifiers of a vault."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def look(self, case: str, text: str, kind: str = "", site: str = "") -> ClueLook:
        """Return what a value being typed would be."""
        text, masked = without_numbers(text)
        chosen = kind or kind_of(text)
        found = canonical(chosen, text, site)
        label = CODES.label("identifier_kind", chosen, self._rooms.language)
        mine = [
            (row, of_row(row))
            for row in self._rooms.register.find("identifier", case=case)
        ]
        same = next((row.id for row, one in mine if _equal(one, found)), "")
        alike = any(_alike(found, one) for _, one in mine)
        others = self.others(case, found)
        near = not others and self._near_elsewhere(case, found)
        return ClueLook(
            chosen, label, _shown(text, found), found.strength, found.warning_id,
            masked, same, others, alike, near,
        )  # fmt: skip

    def is_quiet(self, case: str) -> bool:
        """Whether an interview of the case goes on, so that nothing of others is shown."""
        return is_interviewed(self._rooms, case)

    def others(self, case: str, found: Canonical, apart: Iterable[str] = ()) -> int:
        """Return how many cases of other people have the same value."""
        if not found.is_key or self.is_quiet(case):
            return 0
        return len(self._cases_with(found.kind, (found.value,)) - {case, *apart})

    def _cases_with(self, kind: str, values: Iterable[str]) -> set[str]:
        """Return the cases whose suspects have one of these values, as far as she sees them."""
        found: set[str] = set()
        with self._rooms.vault.reading() as db:
            for value in values:
                rows = db.all(_HAVING, (kind, value))
                found |= {id_of(case) for (case,) in rows}
        sight = self._rooms.sight
        return {one for one in found if sight.sees(one)} if sight.veiled else found

    def _near_elsewhere(self, case: str, found: Canonical) -> bool:
        """Whether another case has a value that differs by one slip of the eye or finger."""
        if found.kind not in _SLIPS or not found.is_key or self.is_quiet(case):
            return False
        near = (replace(found, value=value) for value in near_spellings(found.value))
        values = [one.value for one in near if _alike(found, one)]
        return bool(self._cases_with(found.kind, values) - {case})

    def line(
        self,
        row: Row,
        number: str = "",
        among: Iterable[Row] = (),
        apart: Iterable[str] = (),
    ) -> ClueLine:
        """Return a line; ``number`` names the case it was joined from.

        ``apart`` are cases of the same person: they are not others.
        """
        found, raw = of_row(row), str(row["value"] or "")
        label = partial(CODES.label, language=self._rooms.language)
        kind, role = str(row["kind"] or "other"), str(_said(row, "role"))
        return ClueLine(
            id=row.id,
            suspect=str(_said(row, "suspect")),
            case=str(row["case"]),
            kind=kind,
            kind_label=label("identifier_kind", kind),
            raw=raw,
            shown=_shown(raw, found),
            site=str(row["site"] or ""),
            role=role,
            role_label=label("identifier_role", role) if role else "",
            strength="WEAK"
            if _said(row, "shared")
            else str(_said(row, "strength")) or found.strength,
            cls=found.cls,
            shared=bool(_said(row, "shared")),
            **{name: str(_said(row, name)) for name in _AS_SAID},
            warning_id=found.warning_id,
            alike_to=_alike_to(row, found, among),
            from_number=number,
            others=self.others(str(row["case"]), found, apart)
            if row.entity.name == "identifier"
            else 0,
        )


_AS_SAID = ("shared_why", "seen_from", "seen_to", "said_by", "source", "source_words")


def is_interviewed(rooms: Rooms, case: str) -> bool:
    """Whether somebody sits here now, as far as the record knows."""
    return bool(rooms.register.find("interview", case=case, state="OPEN"))


def of_row(row: Row) -> Canonical:
    """Return the one spelling of an identifier that was noted."""
    return canonical(
        str(row["kind"] or ""), str(row["value"] or ""), str(row["site"] or "")
    )


def _said(row: Row, name: str) -> object:
    return (row[name] or "") if name in row.entity.by_name else ""


def _equal(one: Canonical, other: Canonical) -> bool:
    same = (one.kind, one.value) == (other.kind, other.value)
    return same and one.is_key and other.is_key


def _alike(one: Canonical, other: Canonical) -> bool:
    if one.kind != other.kind or one.masked or other.masked:
        return False
    if one.kind in {"phone", "bank"}:
        return swapped(one.value, other.value)
    return len(one.value) > 3 and looks_like(one.value, other.value)  # noqa: PLR2004


def _alike_to(row: Row, found: Canonical, among: Iterable[Row]) -> str:
    others = (one for one in among if one.id != row.id)
    return next((str(one["value"]) for one in others if _alike(found, of_row(one))), "")


def _shown(raw: str, found: Canonical) -> str:
    """Return the one spelling where it tells more than what was typed."""
    bare = found.value.partition(":")[2] if found.kind == "uploader" else found.value
    same = bare.casefold() == raw.strip().removeprefix("@").casefold()
    return "" if same or found.masked else bare
