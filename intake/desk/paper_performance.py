"""What stands in a performance paper (피해지원 실적): counted once, at one position, for one court."""

from collections.abc import Iterator

from intake.counting import RULES
from intake.counting.tables import ALL, Table
from intake.counting.tables.deletion import deletion
from intake.counting.tables.harms import harms
from intake.counting.tables.support import support
from intake.desk.bonds import Bonds
from intake.desk.lines import names_of_centers
from intake.desk.paper_facts import facts_of
from intake.desk.paper_making import Making
from intake.desk.profile_tally import Tally
from intake.documents import (
    Card,
    CountTable,
    Performance,
    PseudonymRow,
    draw_performance,
)
from intake.progress import Progress
from intake.register import CODES

_SHOWN = ("T6.addresses", "T3.sex", "T5", "T8.addresses")
# in court a kind of harm is not split by sex, nor support by month: only sums, called by that
_ONLY_SUMS = {"T3.sex": "paper-performance-harms", "T5": "paper-performance-support"}


def content(making: Making) -> Performance:
    """Return what stands in the paper."""
    return Performed(making).paper()


def drawn(paper: Performance, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_performance(paper, language)


def missing(making: Making) -> Iterator[str]:
    """Yield of how many cases nobody noted when it happened: their place stays empty."""
    tally = Tally(making.rooms, Bonds(making.rooms), dict(making.names))
    unknown = sum(not any(tally.happened((case,))) for case in making.names)
    if unknown:
        yield making.rooms.texts("paper-missing-when", count=unknown)


class Performed:
    """One paper while it is made."""

    def __init__(self, making: Making) -> None:
        """Tell of the cases that may be told of."""
        self._making, self._rooms, self._look = making, making.rooms, making.look
        self._names, self._found = making.names, making.found
        self._named = names_of_centers(making.rooms)
        self._tally = Tally(making.rooms, Bonds(making.rooms), dict(making.names))

    def paper(self) -> Performance:
        """Return the paper."""
        rooms, texts = self._rooms, self._rooms.texts
        every = self._tables()
        rules = ("V1", "M1", "R1", "R2", "R3", "R5")
        return Performance(
            **self._making.submitted(("R1", "R2", "R3", "V1")),
            period=self._said(*self._tally.happened(self._names)) or facts_of(self._making).said("uploads"),
            headline=tuple(self._cards()),
            cases=tuple(self._cases()),
            tables=tuple(self._printed(every[name]) for name in _SHOWN),
            months=tuple(self._months(every["T5"], every["T10"])),
            rules=tuple((f"{RULES[one].name(rooms.language)} · {RULES[one].label}", RULES[one].how(rooms.language)) for one in rules),
            sources=((texts("paper-source-position"), rooms.ledger.position_hash()), (texts("paper-source-query"), self._making.head.query), (texts("paper-source-centers"), ", ".join(self._centers()))),
        )  # fmt: skip

    # --- numbers -----------------------------------------------------------------------

    def _value(self, rule: str) -> int:
        return self._found[rule].amount.value

    def _cards(self) -> Iterator[Card]:
        texts, value = self._rooms.texts, self._value
        minors = texts("paper-card-minors", count=value("M1")) if value("M1") else ""
        asked = texts("paper-card-asked", first=value("R1-FIRST"), again=value("R1-AGAIN"))  # fmt: skip
        yield self._card("V1", minors)
        yield self._card("R1", asked)
        yield self._card("R3", texts("paper-card-of", count=value("R2")))
        yield self._card("R5", "")

    def _card(self, rule: str, note: str) -> Card:
        texts, told = self._rooms.texts, RULES[rule]
        number = texts(f"figure-counted-{told.unit.lower()}", value=self._value(rule))
        return Card(number, told.name(self._rooms.language), note)

    def _tables(self) -> dict[str, Table]:
        told = (*deletion(self._look), *harms(self._look), *support(self._look))
        return {one.id: one for one in told}

    def _printed(self, table: Table) -> CountTable:
        texts = self._rooms.texts
        columns = (ALL,) if table.id in _ONLY_SUMS else table.columns_shown
        rows = [row for row in table.rows_shown if row == ALL or any(table.at(row, one) for one in columns)]  # fmt: skip
        unit = texts(f"figure-unit-{table.unit.lower()}")
        heads = (table.columns.label(one, texts) if one or len(columns) > 1 else unit for one in columns)  # fmt: skip
        return CountTable(
            texts(_ONLY_SUMS.get(table.id, table.title)),
            (texts(table.rows.title), *heads),
            tuple((table.rows.label(row, texts), *(texts.number(table.at(row, one)) for one in columns)) for row in rows),
            texts("paper-table-note", unit=unit, rule=table.rule.label),
        )  # fmt: skip

    def _months(self, asked: Table, went: Table) -> Iterator[tuple[str, tuple[int, int]]]:  # fmt: skip
        """Yield month by month what was asked for and what was removed."""
        for month in sorted({*asked.columns.codes, *went.rows.codes}):
            if month[:4].isdigit():
                told = asked.at("DELETE", month), went.at(month, "R3")
                yield month.replace("-", "."), told

    # --- cases --------------------------------------------------------------------------

    def _cases(self) -> Iterator[PseudonymRow]:
        actions, addresses = self._found["R1"].by_case, self._found["R2"].by_case
        minors = {case for one in self._look.victims if one.minor for case in one.cases}
        person = {case: one.cases[0] for one in self._look.victims for case in one.cases}  # fmt: skip
        for case, name in self._names.items():
            first = person.get(case, case)
            yield PseudonymRow(
                label=name,
                center=self._center(case),
                minor=self._rooms.texts("paper-yes") if case in minors else "",
                harms=", ".join(self._harms(case)),
                period=self._said(*self._tally.happened((case,))),
                addresses=addresses[case],
                actions=actions[case],
                counted_with=self._names.get(first, "") if first != case else "",
            )

    def _harms(self, case: str) -> Iterator[str]:
        lists = ("damage_national", "damage_regional")
        told = {kind for of, kind in self._look.harms if of == case}
        for name in lists:
            for one in CODES.lists[name]:
                if one.code in told:
                    yield CODES.label(name, one.code, self._rooms.language)

    def _center(self, case: str) -> str:
        return self._named(next(iter(self._tally.centers((case,))), ""))

    def _centers(self) -> list[str]:
        return [self._named(one) for one in self._tally.centers(self._names)]

    def _said(self, first: str, last: str) -> str:
        texts = self._rooms.texts
        days = [texts.day(one) for one in dict.fromkeys((first, last)) if one]
        return " – ".join(days)
