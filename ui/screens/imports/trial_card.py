"""What an import would do: four numbers, and every row that is refused with its reason."""

from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel
from ui.widgets import Button, Card, column, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.words import Tone

if TYPE_CHECKING:
    from intake.desk.views.interchange import DryRun, RefusedRow

_HEIGHT, _ROWS = 36, 6
_NUMBERS = ("new", "changed", "here", "refused")
_TONES: dict[str, Tone] = {"new": "ok", "refused": "wait"}


class RefusedPainter(RowPainter):
    """Draws a ``RefusedRow``: its number, its column, the reason."""

    height = _HEIGHT

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        one = cast("RefusedRow", line)
        number = self._texts("imports-row-number", row=one.row)
        paint_text(painter, place, number, colour="muted", size=13)
        rest = place.adjusted(96, 0, 0, 0)
        name = one.column or self._texts("imports-whole-row")
        taken = paint_text(painter, rest, name, weight=QFont.Weight.DemiBold)
        reason = rest.adjusted(min(taken + 12, rest.width() // 2), 0, 0, 0)
        paint_text(painter, reason, self._texts(one.text_id), size=13)


class RefusedRows(RowsModel):
    """Says a refused row in words."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def accessible(self, line: object) -> str:
        one = cast("RefusedRow", line)
        number = self._texts("imports-row-number", row=one.row)
        return ", ".join(filter(None, (number, one.column, self._texts(one.text_id))))


class TrialCard(Card):
    """The result of a trial."""

    save_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__(gap=12)
        self._texts = texts
        self._figures = {
            name: words("0", "figure", tone=_TONES.get(name, ""), wrap=False)
            for name in _NUMBERS
        }
        self._more = words("", "muted")
        self.reasons = Combo(texts("imports-reasons"))
        self.save = Button(texts("imports-save-refused"), icon="download")
        self.save.on(self.save_wanted.emit)
        self.rows = RefusedRows(texts)
        self.listed = RowList(
            texts("imports-refused-list"), RefusedPainter(texts), self.rows
        )
        self.keep = QCheckBox(texts("imports-keep"))
        self._refused = QWidget()
        self._refused.setLayout(
            column(
                words(texts("imports-refused-title"), "strong"),
                row(self.reasons, None, self.save),
                self.listed,
            )
        )
        self._all: tuple[RefusedRow, ...] = ()
        self.add(
            words(texts("imports-trial-title"), "heading"),
            words(texts("imports-trial-help"), "muted"),
            row(*(self._number(name) for name in _NUMBERS), gap=12),
            self._more,
            self.keep,
            self._refused,
        )
        self.reasons.currentIndexChanged.connect(lambda _at: self._show_rows())

    def _number(self, name: str) -> Card:
        label = words(self._texts(f"imports-{name}"), "small", wrap=False)
        return Card(self._figures[name], label, ground="soft", gap=0)

    def show_trial(self, trial: "DryRun") -> None:
        """Show what would happen."""
        texts = self._texts
        for name, figure in self._figures.items():
            count = getattr(trial, name)
            figure.setText(texts.number(count))
            figure.setAccessibleName(f"{texts(f'imports-{name}')} {count}")
        kinds = [f"{texts(label)} {texts.number(n)}" for label, n in trial.records]
        lines = [texts("imports-new-records", kinds=", ".join(kinds))] if kinds else []
        if trial.twice:
            lines.append(texts("imports-said-twice", rows=trial.twice))
        lines += [f"{texts(text_id)} ({n})" for text_id, n in trial.left]
        say(self._more, "\n".join(lines))
        self.keep.setVisible(trial.changed > 0)
        self._all = trial.refusals
        self._show_reasons()
        self._refused.setVisible(bool(trial.refusals))

    def _show_reasons(self) -> None:
        self.reasons.blockSignals(True)
        self.reasons.clear()
        every = self._texts("imports-every-reason", rows=len(self._all))
        self.reasons.addItem(every, "")
        counted = Counter(one.text_id for one in self._all)
        for text_id, count in counted.most_common():
            self.reasons.addItem(f"{self._texts(text_id)} ({count})", text_id)
        self.reasons.blockSignals(False)
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = str(self.reasons.currentData() or "")
        shown = [one for one in self._all if not wanted or one.text_id == wanted]
        self.rows.show_lines(shown)
        self.listed.setFixedHeight(_HEIGHT * min(max(len(shown), 1), _ROWS) + 4)
