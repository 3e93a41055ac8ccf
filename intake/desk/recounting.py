"""Counting a frozen figure again at its own position (그때 기준으로 다시 세기), and opening its rows.

* The same rule, over what had been said until then and nothing later: entries that arrived since,
  be their clock ever so old, are not in it.
* Value, rows and people must come out with the hashes that were frozen. Where they do not, it is
  said why as far as that can be known: destroyed, not here, come late, another rule.
* What was read for one figure serves the next of the same question and position; it is forgotten
  as soon as anything is said here, so that nothing destroyed outlives its destruction.
"""

from collections.abc import Iterator

from intake.counting import RULES, AsOf, Rule, Source, Stamp, count, rows, stamped
from intake.desk.asking import line_of, may_ask, period_of, source_of
from intake.desk.past import Past, past_of
from intake.desk.populations import check_quiet
from intake.desk.positions import KeptPosition, position_of
from intake.desk.rooms import Rooms
from intake.desk.views.figures import Asked, FigureAgain, SourceLine
from intake.errors import InvalidInput, NotFound, NotYours
from intake.progress import Progress
from intake.register import Row

_STATE = "SELECT (SELECT coalesce(max(id), 0) FROM entry), (SELECT count(*) FROM waiting), (SELECT coalesce(sum(gone), 0) FROM erased), (SELECT coalesce(sum(said), 0) FROM withdrawn_in)"  # fmt: skip


class Recounting:
    """Counts again; the last workspace that was is kept while nothing changes."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._last: tuple[tuple[object, ...], Past] | None = None
        rooms.touched.heard.append(lambda _topics: self.forget())

    def again(self, figure: str, progress: Progress) -> FigureAgain:
        """Count a frozen figure again, and say what came of it.

        Raises:
            NotFound: there is no such figure.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            NotThisStep: somebody of that perpetrator's cases is interviewed now.
            Cancelled: from ``progress``; nothing is left.
        """
        row, kept = self._figure(figure)
        rule = _rule_of(kept)
        if rule is None:
            return self._unanswered(row, kept, "again-other-rule")
        try:
            position = position_of(self._rooms, kept.as_of.position)
        except NotFound:
            return self._unanswered(row, kept, "again-no-position")
        past = self._past(row, kept, position, progress)
        found = _recounted(past, rule, kept)
        return self._answer(row, kept, past, found)

    def rows(self, figure: str, limit: int, after: int, progress: Progress) -> tuple[SourceLine, ...]:  # fmt: skip
        """Return the rows of a frozen figure as they were then, as far as they may be seen.

        Raises:
            InvalidInput: it was counted by another edition of its rule.
            NotFound: there is no such figure, or its position was not kept.
        """
        row, kept = self._figure(figure)
        rule = _rule_of(kept)
        if rule is None:
            raise InvalidInput(what="rule", why="unknown")
        position = position_of(self._rooms, kept.as_of.position)
        past = self._past(row, kept, position, progress)
        found = sorted(_sources(past, rule, kept), key=lambda one: (one.case, one.entity, one.record))  # fmt: skip
        return tuple(source_of(past.rooms, one) for one in found[after : after + limit])

    # --- within ------------------------------------------------------------------------

    def _figure(self, figure: str) -> tuple[Row, Stamp]:
        row = self._rooms.record("figure", figure)
        if not may_ask(self._rooms, *about_of(row)):
            raise NotYours(what="figures")
        return row, stamp_of(row)

    def _past(self, row: Row, kept: Stamp, position: KeptPosition, progress: Progress) -> Past:  # fmt: skip
        asked = about_of(row)
        with self._rooms.vault.reading() as db:
            state = db.one(_STATE)
        key = (position.hash, asked, kept.as_of.day, state)
        last = self._last
        if last is None or last[0] != key:
            self.forget()
            last = (key, past_of(self._rooms, position, asked, kept.as_of.day, progress))  # fmt: skip
            self._last = last
        past = last[1]
        if asked[0] == "PROFILE":
            check_quiet(self._rooms, past.chosen)
        return past

    def forget(self) -> None:
        """Forget what was read; whoever reads in it now reads on to the end."""
        self._last = None

    def _unanswered(self, row: Row, kept: Stamp, why: str) -> FigureAgain:
        words = self._rooms.texts(why, rule=kept.rule)
        return FigureAgain(row.id, kept.rule, kept.rule, "", kept.value, kept.as_of.day, kept.as_of.position, kept.query, None, "", same=False, gone=0, words=words)  # fmt: skip

    def _answer(self, row: Row, kept: Stamp, past: Past, found: Stamp) -> FigureAgain:
        rule = RULES[kept.rule.partition(" ")[0]]
        line = line_of(self._rooms, rule, kept.value, 0)
        same = found.query == kept.query
        return FigureAgain(
            row.id,
            kept.rule,
            line.label,
            line.unit_label,
            kept.value,
            kept.as_of.day,
            kept.as_of.position,
            kept.query,
            counted=found.value,
            query_again=found.query,
            same=same,
            gone=max(past.kept.held - past.held, 0),
            words=" ".join(self._words(kept, past, found, same=same)),
        )

    def _words(self, kept: Stamp, past: Past, found: Stamp, *, same: bool) -> Iterator[str]:  # fmt: skip
        texts, gone = self._rooms.texts, past.kept.held - past.held
        if same:
            yield texts("again-same")
            return
        if gone > 0:
            yield texts("again-gone", count=gone)
        elif gone < 0:
            yield texts("again-late", count=-gone)
        elif past.unclear:
            yield texts("again-copied")
        else:
            yield texts("again-otherwise")
        if found.value != kept.value:
            yield texts("again-left", value=found.value)
        else:
            yield texts("again-value-same")


def _recounted(past: Past, rule: Rule, kept: Stamp) -> Stamp:
    period = period_of(Asked("", "", kept.first, kept.last))
    with past.rooms.vault.reading() as db:
        found = count(db, rule, past.chosen.population, period)
        sources = rows(db, rule, past.chosen.population, period)
        as_of = AsOf(kept.as_of.position, kept.as_of.day)
        return stamped(found, past.chosen.population, period, as_of, sources)


def _sources(past: Past, rule: Rule, kept: Stamp) -> list[Source]:
    period = period_of(Asked("", "", kept.first, kept.last))
    with past.rooms.vault.reading() as db:
        return list(rows(db, rule, past.chosen.population, period))


def _rule_of(kept: Stamp) -> Rule | None:
    """Return the rule a figure was counted by; None where this version has another edition."""
    try:
        rule = RULES[kept.rule.partition(" ")[0]]
    except InvalidInput:
        return None
    return rule if rule.label == kept.rule else None


def stamp_of(row: Row) -> Stamp:
    """Return what a frozen figure rested on."""
    said = {name: str(row[name] or "") for name in ("rule", "first", "last", "position", "people", "rows", "taken_on")}  # fmt: skip
    value = row["value"]
    as_of = AsOf(said["position"], said["taken_on"])
    return Stamp(said["rule"], said["first"], said["last"], as_of, said["people"], said["rows"], value if isinstance(value, int) else 0)  # fmt: skip


def about_of(row: Row) -> tuple[str, str, str]:
    """Return what a frozen figure is about: kind, whom, and which court."""
    kind, about, court = (str(row[name] or "") for name in ("about_kind", "about", "court"))  # fmt: skip
    return kind, about, court
