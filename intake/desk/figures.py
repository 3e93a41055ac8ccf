"""Numbers that can be proved (수치): counted by a rule, opened to their rows, frozen for a paper.

* Everything asked together is counted at one position of the logs; its hash stands under it.
* A frozen figure (굳힌 수치) keeps its value and its day for ever; beside it stands what the same
  question gives now, and in one sentence why it differs.
* Numbers are no content of a case; rows are, and are shown as far as the person here sees them.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

from intake.consent.roles import Act
from intake.counting import (
    RULES,
    Look,
    Period,
    Population,
    Rule,
    counted,
    rows,
)
from intake.counting.stamp import Stamp
from intake.desk.asking import (
    chosen_of,
    is_of_months,
    line_of,
    may_ask,
    page_of,
    period_of,
    source_of,
)
from intake.desk.freezing import keep, proved
from intake.desk.populations import Chosen, population_of
from intake.desk.recounting import Recounting, about_of, stamp_of
from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import measure_of
from intake.desk.statistics_hiding import NOTHING_TOLD, Measure
from intake.desk.statistics_ready import prepare
from intake.desk.views.figures import (
    Asked,
    FigureAgain,
    FigureLine,
    FiguresView,
    FrozenLine,
    SourceLine,
)
from intake.errors import InvalidInput, NotFound, NotYours
from intake.progress import Progress, Silent
from intake.register import Row

_QUIET = Silent()
HEADLINES = ("V1", "V2", "V3", "M1", "M2", "R1", "R1-FIRST", "R1-AGAIN", "R2", "R2N", "R3",
             "R3-DELISTED", "R3-BLOCKED", "R3-REFUSED", "R3-TEMPORARY", "R3-GONE", "R3-OPEN",
             "R5", "R6", "R7", "H1", "H2", "S1", "S2")  # fmt: skip


class Figures:
    """What can be counted."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    @cached_property
    def _recounting(self) -> Recounting:
        """What counts again: made for whoever asks, for it listens to every change."""
        return Recounting(self._rooms)

    def view(self, asked: Asked, progress: Progress = _QUIET) -> FiguresView:
        """Return every number about a case, a perpetrator, this center or everybody here.

        Raises:
            InvalidInput: there is no such kind, or no such day.
            NotFound: nobody knows the case or the suspect.
            NotThisStep: somebody of that perpetrator's cases is interviewed now.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            Cancelled: from ``progress``; nothing is kept.
        """
        rooms, period = self._rooms, period_of(asked)
        supervises = bool(asked.court) and rooms.sight.may(Act.SUPERVISE)
        prepare(rooms, asked, progress)
        with rooms.vault.one_moment():
            chosen = chosen_of(self._rooms, asked)
            lines = tuple(self._lines(asked, chosen, period, progress))
            position = rooms.ledger.position_hash()
        return FiguresView(
            asked,
            as_of=rooms.texts.moment(rooms.clock.wall()),
            position=position,
            lines=lines,
            left_out=chosen.left_out if supervises else None,
        )

    def rows(self, rule: str, asked: Asked, limit: int = 200, after: int = 0) -> tuple[SourceLine, ...]:  # fmt: skip
        """Return the rows of a number, by case; ``limit`` of them ``after`` so many."""
        told, period = RULES[rule], period_of(asked)
        with self._rooms.vault.one_moment() as db:
            found = page_of(rows(db, told, chosen_of(self._rooms, asked).population, period), limit, after)  # fmt: skip
        return tuple(source_of(self._rooms, one) for one in found)

    def proof(self, rule: str, asked: Asked) -> FigureLine:
        """Return one number with the hash of everything it rests on.

        Raises:
            NotYours: it is of so few people, or of days, that it is not for who sees no content.
        """
        told, period = RULES[rule], period_of(asked)
        with self._rooms.vault.one_moment():
            chosen = chosen_of(self._rooms, asked)
            line = self._proved(told, chosen, period)[0]
            measure = self._measure(asked, chosen)
        if measure is not None and measure.hides(told, line.value, line.doubtful):
            raise NotYours(what="figures")
        return line

    def freeze(self, rule: str, asked: Asked) -> str:
        """Keep a number as it stands now (굳히기); return its id.

        A paper's numbers are kept when it is issued, and none is added to it afterwards.
        """
        told, period = RULES[rule], period_of(asked)
        with self._rooms.vault.one_moment():
            found, stamp = proved(
                self._rooms, told, chosen_of(self._rooms, asked), period
            )
        return keep(self._rooms, asked, stamp, found.doubtful)

    def frozen(self, about_kind: str = "", about: str = "", paper: str = "") -> tuple[FrozenLine, ...]:  # fmt: skip
        """Return numbers that were frozen, the newest first, each with what holds now.

        Of one case, and of who agreed to a court, only who sees content is told.
        """
        wanted = {"about_kind": about_kind, "about": about, "paper": paper}
        found = self._rooms.register.find("figure", **{k: v for k, v in wanted.items() if v})  # fmt: skip
        shown = (row for row in found if self._may_see(row))
        newest = sorted(shown, key=lambda row: (_int(row, "place"), row.id))
        newest.sort(key=lambda row: str(row["taken_on"] or ""), reverse=True)
        is_small = self._smallness()
        lines = ((row, self._again(row)) for row in newest)
        return tuple(line for row, line in lines if not is_small(row, line))

    def again(self, figure: str, progress: Progress = _QUIET) -> FigureAgain:
        """Count a frozen number again, from what had been said until its position and nothing later.

        Raises:
            NotFound: there is no such figure.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            Cancelled: from ``progress``; nothing is left.
        """
        return self._recounting.again(figure, progress)

    def paper_again(self, paper: str, progress: Progress = _QUIET) -> tuple[FigureAgain, ...]:  # fmt: skip
        """Count every number of an issued paper again, in the order in which they stand in it.

        Raises:
            NotFound: there is no such paper.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            Cancelled: from ``progress``; nothing is left.
        """
        row = self._rooms.record("issued_paper", paper)
        found = self._rooms.register.find("figure", paper=row.id)
        ordered = sorted(found, key=lambda row: (_int(row, "place"), row.id))
        return tuple(self._recounting.again(one.id, progress) for one in ordered)

    def rows_then(self, figure: str, limit: int = 200, after: int = 0, progress: Progress = _QUIET) -> tuple[SourceLine, ...]:  # fmt: skip
        """Return the rows of a frozen number as they were; ``limit`` of them ``after`` so many."""
        return self._recounting.rows(figure, limit, after, progress)

    # --- within ------------------------------------------------------------------------

    def _may_see(self, row: Row) -> bool:
        told = (str(row[name] or "") for name in ("first", "last"))
        works = self._rooms.sight.may(Act.CASEWORK)
        return may_ask(self._rooms, *about_of(row)) and (works or is_of_months(*told))

    def _smallness(self) -> Callable[[Row, FrozenLine], bool]:
        """Return what says whether a frozen number is hidden; a question is counted once."""
        if self._rooms.sight.may(Act.CASEWORK):
            return lambda _row, _line: False
        measures: dict[Asked, Measure | None] = {}

        def is_small(row: Row, line: FrozenLine) -> bool:
            kind, about, court = about_of(row)
            asked = Asked(kind, about, str(row["first"] or ""), str(row["last"] or ""), court)  # fmt: skip
            if asked not in measures:
                measures[asked] = self._measure_now(asked)
            rule = RULES.by_id.get(str(row["rule"] or "").partition(" ")[0])
            measure = measures[asked] or NOTHING_TOLD
            return rule is None or measure.hides(rule, line.value, line.now)

        return is_small

    def _measure_now(self, asked: Asked) -> Measure | None:
        with self._rooms.vault.one_moment():
            try:
                return self._measure(asked, chosen_of(self._rooms, asked))
            except (NotFound, InvalidInput):  # nothing that can be asked any more
                return None

    def _measure(self, asked: Asked, chosen: Chosen, progress: Progress = _QUIET) -> Measure | None:  # fmt: skip
        """Return what is hidden from the person here; of what somebody asks about now."""
        with self._rooms.vault.reading() as db:
            look = Look(db, chosen.population, period_of(asked))
            return measure_of(self._rooms, look, chosen, asked, progress)

    def _lines(self, asked: Asked, chosen: Chosen, period: Period, progress: Progress) -> Iterator[FigureLine]:  # fmt: skip
        measure = self._measure(asked, chosen, progress)
        with self._rooms.vault.reading() as db:
            look = Look(db, chosen.population, period)
            for at, name in enumerate(HEADLINES):
                progress.step(at, len(HEADLINES), "progress-figures")
                found, rule = counted(look, RULES[name]), RULES[name]
                value, doubtful = found.amount.value, found.doubtful
                if measure is not None and measure.hides(rule, value):
                    continue
                told = doubtful if measure is None else measure.doubtful(rule.unit, doubtful)  # fmt: skip
                yield line_of(self._rooms, rule, value, told)

    def _proved(self, rule: Rule, chosen: Chosen, period: Period) -> tuple[FigureLine, Stamp]:  # fmt: skip
        found, stamp = proved(self._rooms, rule, chosen, period)
        return line_of(
            self._rooms, rule, stamp.value, found.doubtful, stamp.query
        ), stamp

    def _again(self, row: Row) -> FrozenLine:
        kept = stamp_of(row)
        try:
            rule = RULES[kept.rule.partition(" ")[0]]
        except InvalidInput:  # another version's rule, or nobody's
            why = self._rooms.texts("figure-other-rule", rule=kept.rule)
            return FrozenLine(row.id, kept.rule, kept.rule, "", kept.value, kept.as_of.day, str(row["taken_by"] or ""), kept.query, now=kept.value, same=False, why=why)  # fmt: skip
        then = line_of(self._rooms, rule, kept.value, _int(row, "doubtful"), kept.query)
        with self._rooms.vault.one_moment():
            now, why = self._now(row, rule, kept)
        return FrozenLine(
            row.id, kept.rule, then.label, then.unit_label, kept.value,
            str(row["taken_on"] or ""), str(row["taken_by"] or ""), kept.query,
            now=now.value, same=not why, why=why, unit=rule.unit,
        )  # fmt: skip

    def _now(self, row: Row, rule: Rule, kept: Stamp) -> tuple[FigureLine, str]:
        try:
            chosen, period = population_of(self._rooms, *about_of(row)), period_of(Asked("", "", kept.first, kept.last))  # fmt: skip
        except (NotFound, InvalidInput):  # destroyed, or nothing that can be asked
            chosen, period = Chosen(Population()), Period()
        line, stamp = self._proved(rule, chosen, period)
        texts = self._rooms.texts
        if rule.label != kept.rule:
            return line, texts("figure-other-rule", rule=rule.label)
        if (stamp.rows, stamp.people) == (kept.rows, kept.people):
            return line, ""
        said = "figure-other-people" if stamp.rows == kept.rows else "figure-other-rows"
        return line, texts(said)


def _int(row: Row, name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else 0
