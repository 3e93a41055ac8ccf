"""What stands in a statistics report (통계 보고서): the tables of the screen, as they may be published.

* Small numbers of people are hidden always: a paper goes outside.
* Months go down the page; what the same rows have three units of stands side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.counting import RULES
from intake.counting.tables import ALL
from intake.desk.paper_making import LAW, Making
from intake.desk.populations import Chosen
from intake.desk.statistics_counting import Taken, taken_of
from intake.desk.statistics_files import period_in_words
from intake.desk.statistics_pictures import pictures_in_words
from intake.desk.statistics_words import tables_in_words
from intake.desk.views.figures import Asked
from intake.desk.views.statistics import CountedCell, CountedTable, Picture
from intake.documents import (
    Card,
    ReportChart,
    ReportTable,
    StatisticsReport,
    draw_statistics_report,
)
from intake.progress import Progress, Silent

_PRINTED = ("R1", "R2", "R3", "R5")  # rules that the foot names
_SIDE_BY_SIDE = frozenset({"T8", "T12"})
_FEW = 6  # columns beside which there is room for a share
_DRAWN = {"platforms": ("", "REMOVED")}  # series that are told apart on paper
_QUIET = Silent()


def content(making: Making) -> StatisticsReport:
    """Return what stands in the paper."""
    return Reported(making).paper()


def drawn(paper: StatisticsReport, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_statistics_report(paper, language)


class Reported:
    """One report while it is made."""

    def __init__(self, making: Making) -> None:
        """Count what the screen counts, of the same look."""
        self._making, self._rooms, self._texts = making, making.rooms, making.rooms.texts  # fmt: skip
        plan, look = making.plan, making.look
        asked = Asked(plan.about_kind, plan.about, plan.first, plan.last, plan.court)
        self._told: Taken = taken_of(making.rooms, look, Chosen(look.asked), asked, _QUIET, hides=True)  # fmt: skip
        self._tables = tables_in_words(making.rooms, self._told)

    def paper(self) -> StatisticsReport:
        """Return the paper."""
        making, rooms, texts = self._making, self._rooms, self._texts
        printed = self._printed()
        return StatisticsReport(
            **making.issued(_PRINTED),
            center=rooms.who.center_name,
            law=LAW,
            about=texts(f"counted-of-{making.plan.about_kind.lower()}"),
            period=period_in_words(rooms, self._told.asked),
            made_on=texts.day(rooms.clock.today().isoformat()),
            headline=tuple(self._cards()),
            charts=tuple(self._charts()),
            tables=tuple(one for table, one in printed if not table.annex),
            annex=tuple(one for table, one in printed if table.annex),
            rules=tuple(self._rules()),
            sources=((texts("paper-source-position"), self._told.position), (texts("paper-source-query"), making.head.query)),
            made_by=rooms.who.counselor,
            checked_by=making.plan.checked_by,
            hidden=texts("counting-hidden-note"),
        )  # fmt: skip

    # --- numbers that stand large ----------------------------------------------------------

    def _cards(self) -> Iterator[Card]:
        """Yield who was supported in the period, what was done, and what became of it."""
        texts, value = self._texts, self._value
        people = self._told.named("T1")
        number = people.at(ALL, ALL) if people is not None else None
        name = self._named(texts("paper-statistics-people"), "PERSONS")
        yield Card(self._said(CountedCell(number)), name, texts("paper-statistics-supported"))  # fmt: skip
        asked = texts("paper-card-asked", first=value("R1-FIRST"), again=value("R1-AGAIN"))  # fmt: skip
        yield self._card("R1", asked)
        yield self._card("R3", texts("paper-card-of", count=value("R2")))
        yield self._card("R5", "")

    def _card(self, rule: str, note: str) -> Card:
        told = RULES[rule]
        name = self._named(told.name(self._rooms.language), told.unit)
        return Card(self._texts.number(self._value(rule)), name, note)

    def _named(self, name: str, unit: str) -> str:
        """Return what is counted, with its unit where that is another word."""
        said = self._texts(f"figure-unit-{unit.lower()}")
        return self._texts("counted-with-unit", name=name, unit=said) if said.lower() != name.lower() else name  # fmt: skip

    def _value(self, rule: str) -> int:
        return self._making.found[rule].amount.value

    # --- pictures -----------------------------------------------------------------------------

    def _charts(self) -> Iterator[ReportChart]:
        for one in pictures_in_words(self._rooms, self._told):
            series, groups = self._bars(one)
            gone = any(value is None for _, values in groups for value in values)
            note = self._texts("paper-statistics-not-drawn") if gone else ""
            shown = tuple((name, tuple(value or 0 for value in values)) for name, values in groups)  # fmt: skip
            if any(value for _, values in shown for value in values):
                yield ReportChart(f"{one.title} ({one.unit_label})", series, shown, note)  # fmt: skip

    def _bars(self, one: Picture) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int | None, ...]], ...]]:  # fmt: skip
        """Return what is drawn: of outcomes only all of them, and what was removed."""
        if one.id not in _DRAWN:
            return _without_noughts(one)
        table = one.table
        at = [table.codes.index(code) for code in _DRAWN[one.id]]
        rows = [row for row in table.rows if not row.total]
        return tuple(table.columns[n] for n in at), tuple((row.label.partition("(")[0].strip(), tuple(row.cells[n].value for n in at)) for row in rows)  # fmt: skip

    # --- tables --------------------------------------------------------------------------------

    def _printed(self) -> list[tuple[CountedTable, ReportTable]]:
        return [(one, self._table(one)) for one in self._beside()]

    def _beside(self) -> Iterator[CountedTable]:
        """Yield tables as the page has room: months down, same rows side by side."""
        for one in self._tables:
            name = one.id.split(".")[0]
            told = replace(one, note=" ".join(filter(None, (self._doubtful(one), one.note))))  # fmt: skip
            if name == "T5":
                yield _turned(told, self._texts("counting-axis-month"))
            elif name not in _SIDE_BY_SIDE:
                yield told
            elif one.id == name:
                others = (other for other in self._tables if other.id.startswith(f"{name}."))  # fmt: skip
                yield _joined([self._headed(one) for one in (told, *others)])

    def _headed(self, one: CountedTable) -> CountedTable:
        """Return a table of sums alone with what they count as its head."""
        rule = RULES[one.rule.partition(" ")[0]]
        plain = one.id.startswith("T8")  # its title says what it counts
        head = one.columns[0] if plain else self._named(rule.name(self._rooms.language), rule.unit)  # fmt: skip
        return replace(one, columns=(head,))

    def _table(self, one: CountedTable) -> ReportTable:
        texts = self._texts
        shared = len(one.columns) < _FEW and any(cell.share for row in one.rows for cell in row.cells[-1:])  # fmt: skip
        heads = (one.first, *one.columns, *((texts("counted-share"),) if shared else ()))  # fmt: skip
        note = texts("paper-table-note", unit=one.unit_label, rule=one.rule)
        return ReportTable(
            f"{one.id.split('.')[0]}. {one.title}",
            heads,
            tuple((row.label, *map(self._said, row.cells), *((row.cells[-1].share.rstrip("%"),) if shared else ())) for row in one.rows),
            " ".join(filter(None, (note, one.note))),
        )  # fmt: skip

    def _said(self, cell: CountedCell) -> str:
        return self._texts("counting-hidden") if cell.value is None else self._texts.number(cell.value)  # fmt: skip

    def _doubtful(self, one: CountedTable) -> str:
        return self._texts("paper-statistics-doubtful", count=one.doubtful, unit=one.unit_label) if one.doubtful else ""  # fmt: skip

    # --- rules -----------------------------------------------------------------------------------

    def _rules(self) -> Iterator[tuple[str, str]]:
        named = dict.fromkeys(label for one in self._tables for label in one.rule.split(" · "))  # fmt: skip
        for label in named:
            rule = RULES[label.partition(" ")[0]]
            yield f"{rule.name(self._rooms.language)} · {label}", rule.how(self._rooms.language)  # fmt: skip


def _without_noughts(one: Picture) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int | None, ...]], ...]]:  # fmt: skip
    """Return a picture without the series that nobody belongs to."""
    kept = [at for at in range(len(one.series)) if any(values[at] != 0 for _, values in one.groups)]  # fmt: skip
    return tuple(one.series[at] for at in kept), tuple((name, tuple(values[at] for at in kept)) for name, values in one.groups)  # fmt: skip


def _joined(some: Sequence[CountedTable]) -> CountedTable:
    """Return tables with the same rows as one, a column for each unit."""
    first = some[0]
    rows = zip(*(one.rows for one in some), strict=True)
    told = dict.fromkeys(one.note for one in some)
    notes = [one for one in told if not any(one in other for other in told if other != one)]  # fmt: skip
    return replace(
        first,
        unit_label=" · ".join(dict.fromkeys(one.unit_label for one in some)),
        rule=" · ".join(one.rule for one in some),
        columns=tuple(column for one in some for column in one.columns),
        rows=tuple(replace(parts[0], cells=tuple(replace(cell, share="") for part in parts for cell in part.cells)) for parts in rows),
        note=" ".join(notes),
    )  # fmt: skip


def _turned(one: CountedTable, first: str) -> CountedTable:
    """Return a table with its rows as columns; ``first``: what its rows are then."""
    rows = tuple(
        replace(one.rows[0], code=code, label=name, cells=tuple(replace(row.cells[at], share="") for row in one.rows), total=code == ALL)
        for at, (code, name) in enumerate(zip(one.codes, one.columns, strict=True))
    )  # fmt: skip
    return replace(
        one,
        first=first,
        columns=tuple(row.label for row in one.rows),
        codes=tuple(row.code for row in one.rows),
        rows=rows,
    )
