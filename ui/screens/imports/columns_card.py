"""What rows become, and which column is which field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from intake.text import Texts
from ui.widgets import Card, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import labelled
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views.interchange import ColumnChoice, FileView, TargetChoice

_SHOWN = 28  # letters of a sample


class ColumnsCard(Card):
    """The guess, and a list beside every column to put it right."""

    target_chosen = Signal(str)
    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__(gap=10)
        self._texts = texts
        self.targets = Combo(texts("imports-target"))
        self._said = words("", "small")
        self._lacking = words("", tone="wait")
        self._lacking.hide()
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate((3, 3, 4)):
            self._grid.setColumnStretch(column, stretch)
        self.combos: list[Combo] = []
        self._needed: frozenset[str] = frozenset()
        self._labels: dict[str, str] = {}
        self.add(
            words(texts("imports-columns-title"), "heading"),
            labelled(texts("imports-target"), self.targets),
            self._said,
            self._rows,
            self._lacking,
        )
        self.targets.activated.connect(lambda at: self.target_chosen.emit(str(self.targets.itemData(at))))  # fmt: skip

    def show_targets(self, targets: "tuple[TargetChoice, ...]") -> None:
        """Offer what rows may become."""
        if not self.targets.count():
            for one in targets:
                self.targets.addItem(self._texts(one.text_id), one.name)

    def show_columns(
        self, view: "FileView", choices: "tuple[ColumnChoice, ...]"
    ) -> None:
        """Show the guess for every column."""
        self.targets.setCurrentIndex(self.targets.findData(view.target))
        said = "imports-remembered" if view.remembered else "imports-guessed"
        say(self._said, self._texts(said))
        self._needed = frozenset(one.key for one in choices if one.needed)
        self._labels = {one.key: one.label for one in choices}
        self._clear()
        for at, title in enumerate(
            ("imports-in-file", "imports-sample", "imports-becomes")
        ):
            self._grid.addWidget(words(self._texts(title), "small", wrap=False), 0, at)
        for at, name in enumerate(view.header):
            cells = (row[at] for row in view.sample if at < len(row) and row[at])
            self._row(at, name, next(cells, ""), view.columns[at], choices)
        settle_tabs(self)
        self._show_lacking()

    def _row(
        self,
        at: int,
        name: str,
        sample: str,
        key: str,
        choices: "tuple[ColumnChoice, ...]",
    ) -> None:
        title = name or self._texts("imports-unnamed", number=at + 1)
        combo = Combo(self._texts("imports-column-named", column=title, number=at + 1))
        combo.addItem(self._texts("imports-aside"), "")
        for one in choices:
            combo.addItem(one.label, one.key)
        combo.setCurrentIndex(max(combo.findData(key), 0))
        combo.currentIndexChanged.connect(lambda _at: self._on_changed())
        self.combos.append(combo)
        short = sample if len(sample) <= _SHOWN else f"{sample[:_SHOWN]}…"
        self._grid.addWidget(words(title, "strong"), at + 1, 0)
        self._grid.addWidget(words(" ".join(short.split()), "muted"), at + 1, 1)
        self._grid.addWidget(combo, at + 1, 2)

    def _clear(self) -> None:
        self.combos = []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    @property
    def columns(self) -> tuple[str, ...]:
        """What every column becomes."""
        return tuple(str(one.currentData() or "") for one in self.combos)

    @property
    def ready(self) -> bool:
        """Whether rows can be read this way."""
        named = [one for one in self.columns if one]
        return self._needed <= set(named) and len(set(named)) == len(named)

    def _on_changed(self) -> None:
        self._show_lacking()
        self.changed.emit()

    def _show_lacking(self) -> None:
        named = [one for one in self.columns if one]
        lacking = [self._labels[key] for key in sorted(self._needed - set(named))]
        twice = [
            self._labels[key] for key in dict.fromkeys(named) if named.count(key) > 1
        ]
        said = (
            self._texts("imports-lacking", fields=", ".join(lacking)) if lacking else ""
        )
        if twice:
            said = self._texts("imports-twice", fields=", ".join(twice))
        say(self._lacking, said, "wait")
