"""Whoever in this vault is alike (비슷한 사람): by name, telephone or account, and in words why.

* Every look-up goes through an index: what is typed is spelled the ways it may stand there.
* A name is alike within two strokes (자모) of its initials' neighbours; a family name alone is
  not enough, and initials alone (ㄱㅁㅅ) propose every name they begin.
* What is shown is the number and alias of a case and the reason; never the name found.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from intake.desk.clues import is_interviewed
from intake.desk.people import victim_of
from intake.desk.rooms import Rooms
from intake.desk.views.people import SimilarLine
from intake.matching.alike import strokes_between
from intake.matching.canonical import canonical
from intake.matching.guess import kind_of
from intake.register import CODES, ListQuery, Row, Where
from intake.register.spelling import initials, is_initials, key_of

_MOST, _LOOKED_AT = 8, 400
_CLOSE, _LEAST = 2, 2
_DIGITS = 4
_HANGUL = re.compile(r"[가-힣]{2,3}")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@dataclass(slots=True)
class _Found:
    row: Row
    why: dict[str, None] = field(default_factory=dict)
    weight: int = 0

    def because(self, text_id: str, weight: int) -> None:
        if text_id not in self.why:
            self.why[text_id] = None
            self.weight += weight


class Similar:
    """Looks for people."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def find(
        self, name: str, phone: str, handle: str, case: str
    ) -> tuple[SimilarLine, ...]:
        """Return whoever is alike, the likeliest first."""
        if case and is_interviewed(self._rooms, case):
            return ()  # whoever sits here would read it too
        found: dict[str, _Found] = {}
        hits = (*self._by_phone(phone), *self._by_handle(handle), *self._by_name(name))
        for row, why, weight in hits:
            if row["case"] != case:
                found.setdefault(row.id, _Found(row)).because(why, weight)
        best = sorted(found.values(), key=lambda one: (-one.weight, -one.row.row))
        return tuple(self._line(one) for one in best[:_MOST])

    def _line(self, one: _Found) -> SimilarLine:
        row, language = one.row, self._rooms.language
        case = self._rooms.register.get("case", str(row["case"]))
        number = str(case["number"] or "") if case is not None else ""
        alias = str(row["alias"] or (case["alias"] if case is not None else "") or "")
        role = str(row["role"] or "")
        label = CODES.label("person_role", role, language) if role else ""
        return SimilarLine(
            row.id, str(row["case"]), number, alias, label, tuple(one.why)
        )

    # --- telephone -----------------------------------------------------------------

    def _by_phone(self, phone: str) -> Iterator[tuple[Row, str, int]]:
        told = canonical("phone", phone) if phone.strip() else None
        digits = "".join(x for x in key_of(phone) if x.isdigit())
        if told is None or len(digits) < _DIGITS:
            return
        whole = (
            "0" + told.value.removeprefix("+82")
            if told.value.startswith("+82")
            else digits
        )
        if told.is_key:
            for row in self._people(Where("phone_key", "=", whole)):
                yield row, "similar-phone", 40
        for row in self._with_digits(digits):
            yield row, "similar-phone-part", 12

    def _with_digits(self, digits: str) -> Iterator[Row]:
        """Yield people whose number begins or ends so; the middle alone says too little."""
        yield from self._people(Where("phone_key", "starts", digits))
        for hit in self._rooms.register.search(digits, 60):
            row = (
                self._rooms.register.get("person", hit.id)
                if hit.entity == "person"
                else None
            )
            if (
                row is not None
                and not row.gone
                and key_of(str(row["phone"] or "")).endswith(digits)
            ):
                yield row

    # --- account -------------------------------------------------------------------

    def _by_handle(self, handle: str) -> Iterator[tuple[Row, str, int]]:
        if not handle.strip():
            return
        found = canonical(kind_of(handle), handle)
        keys = {key_of(handle), key_of(found.value)} - {""}
        for key in sorted(keys) if found.is_key else ():
            for row in self._people(Where("own_accounts_key", "=", key)):
                yield row, "similar-account", 30
            for row in self._people(Where("email_key", "=", key)):
                yield row, "similar-account", 30
            own = self._rooms.register.first(ListQuery("own_account", where=(Where("value_key", "=", key),)), _LOOKED_AT)  # fmt: skip
            for account in own:
                yield from (
                    (row, "similar-account", 30) for row in self._victims(account)
                )

    def _victims(self, account: Row) -> Iterable[Row]:
        return self._rooms.register.find(
            "person", case=str(account["case"]), role="VICTIM"
        )

    # --- name ----------------------------------------------------------------------

    def _by_name(self, name: str) -> Iterator[tuple[Row, str, int]]:
        told = canonical("name", name).value if name.strip() else ""
        short = "".join(name.split())
        if is_initials(short) and len(short) >= _LEAST:
            for column in ("name_cho", "alias_cho"):
                for row in self._people(Where(column, "starts", short)):
                    yield row, "similar-initials", 6
        elif len(told) >= _LEAST:
            for row in self._near(told):
                yield from _named_alike(row, told)
            yield from self._called_alike(told)

    def _called_alike(self, told: str) -> Iterator[tuple[Row, str, int]]:
        """Yield victims whose case goes by such a name: the first word names only the case."""
        first = initials(told)
        for test in (("=", first), ("in", tuple(_neighbours(first)))):
            query = ListQuery("case", where=(Where("alias_cho", *test),))
            for case in self._rooms.register.first(query, _LOOKED_AT):
                known = _spelled(str(case["alias"] or ""))
                apart = strokes_between(told, known) if known else _CLOSE + 1
                victim = apart <= _CLOSE and self._rooms.register.get("person", victim_of(case.id))  # fmt: skip
                if victim and not victim.gone:
                    why = "similar-name-near" if apart else "similar-alias"
                    yield victim, why, 10 - 2 * apart if apart else 20

    def _near(self, name: str) -> Iterator[Row]:
        first = initials(name)
        for column in ("name_cho", "alias_cho"):
            yield from self._people(Where(column, "=", first))
        for column in ("name_cho", "alias_cho"):
            yield from self._people(Where(column, "in", tuple(_neighbours(first))))

    def _people(self, test: Where) -> tuple[Row, ...]:
        return self._rooms.register.first(
            ListQuery("person", where=(test,)), _LOOKED_AT
        )


def _named_alike(row: Row, told: str) -> Iterator[tuple[Row, str, int]]:
    for name in ("name", "alias"):
        known = _spelled(str(row[name] or ""))
        apart = strokes_between(told, known) if known else _CLOSE + 1
        if apart == 0:
            yield row, "similar-name" if name == "name" else "similar-alias", 20
        elif apart <= _CLOSE:
            yield row, "similar-name-near", 10 - 2 * apart


def _spelled(name: str) -> str:
    """Return a name as names are compared; most are written so already."""
    if _HANGUL.fullmatch(name) or not name:
        return name
    return canonical("name", name).value


def _neighbours(first: str) -> Iterator[str]:
    """Yield every row of initials that differs from a name's in one consonant."""
    for at, letter in enumerate(first):
        if letter in _INITIALS:
            for other in _INITIALS:
                if other != letter:
                    yield first[:at] + other + first[at + 1 :]
