"""Things that stand in a paper while they are ticked (담을 기록, 넣을 내용)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.widgets import Button, row, say, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

_FEW = 5  # parts that are shown without being asked for


class Tick(QWidget):
    """A box with words that go on in the next line where the place ends."""

    toggled = Signal(bool)

    def __init__(self, label: str, name: str, *, on: bool) -> None:
        """Say ``label`` and be called ``name``."""
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(name)
        self.box.setChecked(on)
        self.box.toggled.connect(self.toggled)
        self._words: QLabel = words(label)
        line = row(self.box, gap=0)
        line.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setLayout(line)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.toggle()


class RecordTicks(QWidget):
    """The records that a person chooses for a paper; none is chosen until she does."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._ticks: dict[str, Tick] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        return tuple(one for one, tick in self._ticks.items() if tick.on)

    @property
    def first(self) -> QWidget | None:
        """The first box, where there is one."""
        return next((tick.box for tick in self._ticks.values()), None)

    def show_records(self, records: Iterable[tuple[str, str, int]], *, all_else: bool = False) -> None:  # fmt: skip
        """Offer records by id, title and moment; what was ticked stays so.

        ``all_else`` says that all of them go in where none is ticked.
        """
        says, kept = self._texts, set(self.chosen)
        empty_box(self._box)
        self._ticks = {}
        self._box.addWidget(words(says("papers-field-records"), "strong"))
        for at, (record, title, ms) in enumerate(records, 1):
            label = f"{title} · {says.moment(ms)}" if ms else title
            tick = Tick(label, f"{label} ({at})", on=record in kept)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self._ticks[record] = tick
            self._box.addWidget(tick)
        if not self._ticks:
            self._box.addWidget(words(says("papers-no-records"), "small"))
        elif all_else:
            self._box.addWidget(words(says("papers-records-all"), "small"))


class PartTicks(QWidget):
    """The parts of a paper: all of them stand in it until a person takes one out."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._ticks: dict[str, Tick] = {}
        self._told = words("", "small")
        self.fold = Button("", "chip", icon="list-checks").on(self._on_fold)
        self._inner = QWidget()
        self._box = QVBoxLayout(self._inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(words(texts("papers-field-without"), "strong"))
        outer.addWidget(self._inner)
        outer.addWidget(self._told)
        outer.addLayout(row(self.fold, None))

    @property
    def without(self) -> tuple[str, ...]:
        """The codes of what is left out."""
        return tuple(one for one, tick in self._ticks.items() if not tick.on)

    def show_parts(self, parts: Iterable[tuple[str, str]]) -> None:
        """Offer parts by code and words; the same parts keep what was taken out."""
        offered, says = dict(parts), self._texts
        out = set(self.without) if set(offered) == set(self._ticks) else set()
        empty_box(self._box)
        self._ticks = {}
        for code, label in offered.items():
            label = label[:1].upper() + label[1:]  # noqa: PLW2901 - it begins a line here
            tick = Tick(label, f"{says('papers-field-without')}: {label}", on=code not in out)  # fmt: skip
            tick.toggled.connect(self._on_toggled)
            self._ticks[code] = tick
            self._box.addWidget(tick)
        few = len(offered) <= _FEW
        self._inner.setVisible(few or bool(out))
        self.fold.setVisible(not few)
        self._tell()

    def forget(self) -> None:
        """Take nothing out of what is shown next."""
        self._ticks = {}

    def _on_toggled(self, _on: bool) -> None:
        self._tell()
        self.changed.emit()

    def _on_fold(self) -> None:
        self._inner.setVisible(self._inner.isHidden())
        self._tell()
        settle_tabs(self)

    def _tell(self) -> None:
        says, out = self._texts, len(self.without)
        say(self._told, says("papers-without-said", count=out))
        fold = says("papers-without-open" if self._inner.isHidden() else "papers-without-shut")  # fmt: skip
        self.fold.setText(fold)
        self.fold.setAccessibleName(fold)
