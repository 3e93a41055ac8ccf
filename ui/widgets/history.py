"""The sheet with the history of a record (기록 이력): each word, who said it, and when."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from intake.desk.views.finding import HistoryLine
from intake.text import Texts
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.page import Column
from ui.widgets.pill import Pill
from ui.widgets.sheet import Sheet
from ui.widgets.spoken_date import shown_date
from ui.widgets.words import words

if TYPE_CHECKING:
    from intake.desk import Desk

_HIGH, _MOST = 420, 200


def open_history(
    session: Session,
    parent: QWidget,
    ask: "Callable[[Desk], tuple[HistoryLine, ...]]",
) -> None:
    """Ask for a history and show it over ``parent``."""

    def told(lines: tuple[HistoryLine, ...]) -> None:
        sheet = HistorySheet(parent, session.texts, lines)
        sheet.open_sheet(sheet.close_button)

    session.ask(lambda desk, _progress: ask(desk), told, by=parent)


class HistorySheet(Sheet):
    """Lists every word; what stands now is marked in words."""

    def __init__(
        self, parent: QWidget, texts: Texts, lines: Sequence[HistoryLine]
    ) -> None:
        """Show the newest words first."""
        self._texts = texts
        self.close_button = Button(texts("shell-close")).on(self.close_sheet)
        listed = Column(gap=10, width=620)
        for line in lines[:_MOST]:
            listed.body.addWidget(rule())
            listed.body.addLayout(self._line(line))
        if not lines:
            listed.body.addWidget(words(texts("history-none"), "muted"))
        listed.body.addStretch(1)
        listed.setFixedHeight(_HIGH)
        title = words(texts("history-title"), "heading")
        super().__init__(parent, title, listed, row(None, self.close_button), width=680)
        self.setAccessibleName(texts("history-title"))

    def _line(self, line: HistoryLine) -> QLayout:
        says = self._texts
        value = shown_date(line.value_text, says) or says("history-blank")
        time = says.moment(line.ms)
        said = says("history-line", who=line.who, time=time, deed=says(line.deed_text_id))  # fmt: skip
        head = row(words(says(line.label_id), "strong", wrap=False), None)
        if line.shown:
            head.addWidget(Pill(says("history-now"), "ok"))
        return column(head, words(value, selectable=True), words(said, "small"), gap=2)
