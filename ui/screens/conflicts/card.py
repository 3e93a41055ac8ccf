"""One field with the values that stand side by side: one is kept, or a third is written."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from intake.desk.views.conflicts import ConflictLine, ConflictSide
from intake.desk.views.people import visible
from intake.text import Texts
from ui.widgets import Button, Card, Pill, row, rule, words
from ui.widgets.combo import Combo
from ui.widgets.field import LineEdit
from ui.widgets.spoken_date import shown_date
from ui.widgets.words import Role

_COLUMNS, _LONG, _SHORT = 2, 600, 40
_NAMED, _TAIL = 32, 6  # a laptop known by its long number only is its last digits


class ConflictCard(Card):
    """``kept`` carries the side that stays; ``instead`` a value of nobody's."""

    kept = Signal(object, str)  # ConflictLine, ref
    instead = Signal(object, str)  # ConflictLine, value

    def __init__(self, texts: Texts, line: ConflictLine, at: int) -> None:
        """Show a conflict; ``at`` keeps the names of equal fields apart."""
        field, entity = texts(line.label_id), texts(line.entity_label_id)
        head = row(words(field, "heading", wrap=False), words(entity, "muted", wrap=False), None, gap=10)  # fmt: skip
        super().__init__(head, gap=12)
        self._texts, self.line, self._at, self._field = texts, line, at, field
        self._sides()
        if not line.may_settle:
            why = "differ-not-hers" if line.masked else "differ-not-ours"
            self.add(words(texts(why), "muted"))
        elif line.free:
            self.add(rule())
            self._third()
        else:
            self.add(words(texts("differ-one-of-these"), "small"))

    def _sides(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, side in enumerate(self.line.sides):
            grid.addWidget(self._side(side), place // _COLUMNS, place % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        self.add(grid)

    def _side(self, side: ConflictSide) -> Card:
        says = self._texts
        value = self._value(side)
        role: Role = "muted" if self.line.masked else "note"
        shown = words(value, role, selectable=True)
        shown.setMinimumWidth(_SHORT)  # one long word may not widen the page
        card = Card(shown, gap=6)
        by = says("differ-by", who=side.who, time=says.moment(side.ms))
        named = len(side.device) <= _NAMED
        device = side.device if named else side.device[-_TAIL:]
        where = says("differ-where", device=device, center=side.center_name)
        card.add(words(by, "muted"), words(where, "small"), None)
        state = Pill(says("differ-shown"), "info") if side.shown else None
        choose = Button(says("differ-choose"), name=self._name(side, value))
        choose.on(lambda: self.kept.emit(self.line, side.ref))
        foot = row(choose, None, *([state] if state else ()))
        if self.line.may_settle:
            card.add(foot)
        elif state:
            card.add(row(state, None))
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return card

    def _value(self, side: ConflictSide) -> str:
        says = self._texts
        if self.line.masked:
            return says("differ-masked")
        return shown_date(visible(side.text, _LONG), says) or says("differ-blank")

    def _name(self, side: ConflictSide, value: str) -> str:
        ref = self.line.sides.index(side) + 1
        return self._texts("differ-choose-name", field=self._field, at=f"{self._at}.{ref}", value=value[:_SHORT])  # fmt: skip

    def _third(self) -> None:
        says = self._texts
        name = says("differ-other-name", field=self._field, at=self._at)
        self.editor, read = self._editor(name)
        keep = Button(says("differ-keep"), name=says("differ-keep-name", field=self._field, at=self._at))  # fmt: skip
        keep.on(lambda: self._on_third(read))
        line = row(words(says("differ-other"), "muted", wrap=False), gap=10)
        line.addWidget(self.editor, 1)
        line.addWidget(keep)
        self.add(line)

    def _editor(self, name: str) -> tuple[QWidget, Callable[[], str]]:
        if not self.line.choices:
            edit = LineEdit(name)
            edit.returnPressed.connect(lambda: self._on_third(edit.text))
            return edit, edit.text
        combo = Combo(name)
        combo.setMinimumContentsLength(
            _SHORT // 4
        )  # a long choice may not widen the page
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # fmt: skip
        combo.addItem("", "")
        for code, label in self.line.choices:
            combo.addItem(label, code)
        return combo, lambda: str(combo.currentData() or "")

    def _on_third(self, read: Callable[[], str]) -> None:
        value = read().strip()
        if value:
            self.instead.emit(self.line, value)
        else:
            self.editor.setFocus()
