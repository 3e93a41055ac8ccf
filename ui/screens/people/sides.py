"""Both sides beside each other: numbers of cases, centers, marks, from when to when.

* No victim stands here; the suspect's name is shown when somebody asks for it.
* Marks that both have come first. A value that many use is marked here (여럿이 쓰는 값).
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views.matches import MarkLine, PairView, Side
from intake.desk.views.people import visible
from intake.text import Texts
from ui.screens.people.evidence import NAMING
from ui.widgets import Button, Card, Pill, Symbol, row, rule, words
from ui.widgets.tall_sheet import empty_box

_FIRST, _MORE, _LONG, _LEAST, _BESIDE = 8, 40, 60, 40, 560
_NUMBERS, _FEATURES, _NAMES = 8, 3, 6
_WORDY = 200


class SideCard(Card):
    """One side; ``marked`` carries an identifier about which somebody wants to say something."""

    marked = Signal(object)  # MarkLine

    def __init__(self, texts: Texts, side: Side, title: str, rests: frozenset[str]) -> None:  # fmt: skip
        """Show a side; ``rests`` are the records that the candidate rests on."""
        super().__init__(words(title, "heading"), gap=8)
        self._texts, self._side, self._title, self._rests = texts, side, title, rests
        self._marks = sorted(side.marks, key=lambda one: not one.in_both)
        self.names = words("", "strong")
        self.names.setMinimumWidth(_LEAST)
        self._values: list[tuple[QLabel, str]] = []  # those that name him
        self._named = False
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.add(self._head(), self.names, *self._facts(), rule(), self._box)
        self.body.addStretch(1)
        self.show_names(shown=False)
        self._show(_FIRST)

    def show_names(self, *, shown: bool) -> None:
        """Show the suspect's names, or that they are covered."""
        known = [visible(one, _LONG) for one in self._side.names[:_NAMES]]
        hidden = self._texts("cand-name-hidden" if known else "cand-nameless")
        self.names.setText(" · ".join(known) if shown and known else hidden)
        self._named = shown
        for label, value in self._values:
            label.setText(value if shown else self._texts("cand-covered"))

    def _head(self) -> QLabel:
        numbers, says = self._side.numbers, self._texts
        told = " · ".join(numbers[:_NUMBERS])
        if len(numbers) > _NUMBERS:
            told = says("cand-and-more", number=told, count=len(numbers) - _NUMBERS)
        return _wrapped(says("cand-cases", count=len(numbers), numbers=told))

    def _facts(self) -> list[QLabel]:
        side, says = self._side, self._texts
        told = [says("cand-centers", names=" · ".join(side.center_names))]
        if side.first_seen:
            months = dict.fromkeys((side.first_seen[:7], side.last_seen[:7]))
            told.append(says("cand-seen", span=" – ".join(months)))
        told += [visible(one, _WORDY) for one in side.features[:_FEATURES]]
        return [_wrapped(one, muted=True) for one in told]

    def _show(self, many: int) -> None:
        says = self._texts
        empty_box(self._box)
        self._values.clear()
        if not self._marks:
            self._box.addWidget(words(says("cand-no-marks"), "muted"))
        for one in self._marks[:many]:
            self._box.addWidget(self._mark(one))
        if len(self._marks) > many:
            left = says("cand-more-marks", count=len(self._marks) - many)
            more = Button(left, "quiet", name=f"{self._title}: {left}")
            self._box.addWidget(more.on(lambda: self._show(many + _MORE)))

    def _mark(self, one: MarkLine) -> QWidget:
        says, holder = self._texts, QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        value = self._value(one)
        line = row(gap=8)
        line.addWidget(value, 1)
        if one.in_both:
            line.addWidget(Pill(says("cand-in-both"), "ok"))
        box.addLayout(line)
        told = (one.kind_label, one.role_label, one.seen)
        box.addWidget(_wrapped(" · ".join(filter(None, told)), muted=True))
        box.addLayout(self._about_sharing(one))
        return holder

    def _about_sharing(self, one: MarkLine) -> QHBoxLayout:
        """Say that many use a value, and offer to say so or otherwise."""
        line = row(gap=8)
        own = one.record in self._side.members  # a word of the suspect's own record
        if one.shared:
            line.addWidget(Pill(self._texts("cand-shared"), "wait"))
        if not own and (one.shared or one.in_both or one.record in self._rests):
            line.addWidget(self._sharing(one))
        line.addStretch(1)
        return line

    def _value(self, one: MarkLine) -> QLabel:
        shown = visible(one.shown, _LONG)
        names = one.kind in NAMING
        covered = names and not self._named
        value = words(self._texts("cand-covered") if covered else shown, "strong", selectable=not names)  # fmt: skip
        value.setMinimumWidth(_LEAST)
        if names:
            self._values.append((value, shown))
        return value

    def _sharing(self, one: MarkLine) -> Button:
        said = self._texts("cand-not-shared" if one.shared else "cand-mark-shared")
        at = self._marks.index(one) + 1
        name = f"{self._title} {at}, {one.kind_label}: {said}"
        button = Button(said, "quiet", name=name)
        button.setProperty("kind", "aside")
        return button.on(lambda: self.marked.emit(one))


class Sides(QWidget):
    """Two sides beside each other, one below the other where the place is narrow."""

    marked = Signal(object)
    named = Signal(bool)  # names are shown, or covered

    def __init__(self, texts: Texts, view: PairView) -> None:
        """Show both, names covered."""
        super().__init__()
        rests = frozenset(ref for line in view.evidence for ref in (*line.one_records, *line.other_records))  # fmt: skip
        self.names = Button(texts("cand-names"), icon="eye").on(self._on_names)
        sides = (view.one, view.other)
        names = any(one.names or NAMING & {mark.kind for mark in one.marks} for one in sides)  # fmt: skip
        self.names.setVisible(names)
        self._texts, self._shown = texts, False
        told = (("cand-one", view.one), ("cand-other", view.other))
        self.cards = [SideCard(texts, side, texts(name), rests) for name, side in told]
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        hint = words(texts("cand-no-victim"), "small")
        head = row(Symbol("shield-check", "muted", 16), gap=8)
        head.addWidget(hint, 1)
        head.addWidget(self.names)
        outer.addLayout(head)
        outer.addLayout(self._pair)
        for card in self.cards:
            self._pair.addWidget(card, 1)
            card.marked.connect(self.marked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        way = QBoxLayout.Direction
        self._pair.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _on_names(self) -> None:
        self._shown = not self._shown
        for card in self.cards:
            card.show_names(shown=self._shown)
        said = self._texts("cand-names-hide" if self._shown else "cand-names")
        self.names.setText(said)
        self.names.setAccessibleName(said)
        self.named.emit(self._shown)


def _wrapped(text: str, *, muted: bool = False) -> QLabel:
    label = words(text, "muted" if muted else "body")
    label.setMinimumWidth(_LEAST)
    return label
