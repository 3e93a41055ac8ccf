"""Everything that holds some words, an account or a part of an address (모든 기록에서 찾기).

* What is typed is looked for after a breath, on the lane that may be interrupted.
* A line leads to its case; nothing that was found stands in the title or a log.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter
from typing_extensions import override

from intake.desk.views import HitLine
from intake.text import Texts
from ui import theme
from ui.jobs import Lane
from ui.session import Fact, Session
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel
from ui.widgets import EmptyState, Page, column, words
from ui.widgets.field import Field

_MOST, _BREATH_MS = 200, 250
_TABS = {"posting": "postings", "deletion_action": "postings", "identifier": "suspects", "suspect": "suspects", "evidence": "evidence", "trial": "trial", "support_action": "support", "support_line": "support", "consent": "consents"}  # fmt: skip


class HitPainter(RowPainter):
    """The words around the hit with the hit marked; below what it is and whose."""

    height = 64

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        if not isinstance(line, HitLine):
            return
        top = QRect(place.x(), place.y(), place.width(), 22)
        self._paint_marked(painter, top, line)
        under = said_where(self._texts, line)
        paint_text(painter, top.translated(0, 22), under, colour="muted", size=13)

    def _paint_marked(self, painter: QPainter, place: QRect, line: HitLine) -> None:
        """Write the snippet piece by piece; a hit has a ground and a weight of its own."""
        at, left = 0, place.x()
        for start, end in (*line.marks, (len(line.snippet), len(line.snippet))):
            for text, hit in (
                (line.snippet[at:start], False),
                (line.snippet[start:end], True),
            ):
                room = QRect(left, place.y(), place.right() - left, place.height())
                if text and room.width() > 0:
                    left += _paint_piece(painter, room, _plain(text), hit=hit)
            at = end


def _paint_piece(painter: QPainter, room: QRect, text: str, *, hit: bool) -> int:
    weight = QFont.Weight.DemiBold if hit else QFont.Weight.Normal
    if hit:
        font = QFont(theme.FAMILY)
        font.setPixelSize(theme.TEXT)
        font.setWeight(weight)
        painter.setFont(font)
        wide = min(painter.fontMetrics().horizontalAdvance(text), room.width())
        ground = QRect(room.x(), room.y() + 1, wide, room.height() - 2)
        painter.fillRect(ground, QColor(theme.now().accent_soft))
    return paint_text(painter, room, text, weight=weight)


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def said_where(texts: Texts, line: HitLine) -> str:
    """Return what kind of record it is, and of which case."""
    kind = texts(f"entity-{line.entity.replace('_', '-')}")
    number = " ".join(part for part in (line.alias, line.number) if part)
    return texts("found-where", kind=kind, number=number)


class HitRows(RowsModel):
    """Says a hit in words."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def accessible(self, line: object) -> str:
        if not isinstance(line, HitLine):
            return ""
        return f"{_plain(line.snippet)}, {said_where(self._texts, line)}"


class Found(Page):
    """A line to type into, and what was found below it."""

    def __init__(self, session: Session) -> None:
        """Stand empty until something is typed."""
        super().__init__()
        self._session, says = session, session.texts
        self._texts, self._shown, self._goes_down = says, "", False
        self.set_header(words(says("found-title"), "title", wrap=False), None)
        self.field = Field(says("found-search"), says("found-hint"))
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._ask)
        self.field.edited.connect(self._on_edited)
        self.field.submitted.connect(self._on_submitted)
        self.count = words("", "muted")
        self.list = RowList(says("found-list"), HitPainter(says), HitRows(says))
        self.list.opened.connect(self._on_opened)
        self._empty = EmptyState(says("found-none"), icon="search")
        self._empty.hide()
        body = column(self.field, self.count, gap=12)
        body.setContentsMargins(24, 20, 24, 8)
        self._box.addLayout(body)
        below = column(self.list, gap=0)  # its words stand under those of the field
        below.setContentsMargins(4, 0, 4, 0)
        self._box.addLayout(below, 1)
        self._box.addWidget(self._empty, 1)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``text`` is what to look for at once."""
        if facts.get("text"):
            self.field.set_text(str(facts["text"]))
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()

    def _on_edited(self) -> None:
        self._goes_down = False
        self._breath.start()

    def _on_submitted(self) -> None:
        self._breath.stop()
        self._goes_down = True
        if self.field.text() == self._shown:
            self._go_down()
        else:
            self._ask()

    def _go_down(self) -> None:
        """Give the list the keyboard, once Enter asked for it and something is in it."""
        if self._goes_down and self.list.rows.rowCount():
            self._goes_down = False
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.list.rows.index(0, 0))

    def _ask(self) -> None:
        text = self.field.text()
        if len(text) < 2:  # noqa: PLR2004 - one letter stands everywhere
            self._show(())
            self._empty.hide()
            self.count.setText("")
            return
        self._session.ask(
            lambda desk, _progress: desk.search(text, _MOST, deep=True),
            lambda hits: self._show(hits, text),
            by=self,
            slot="found",
            lane=Lane.READ,
        )

    def _show(self, hits: tuple[HitLine, ...], text: str = "") -> None:
        self._shown = text
        self.list.rows.show_lines(hits)
        self.list.setVisible(bool(hits))
        self._empty.setVisible(not hits)
        text_id = "found-most" if len(hits) >= _MOST else "found-count"
        self.count.setText(self._texts(text_id, count=len(hits)) if hits else "")
        self._go_down()

    def _on_opened(self, line: object) -> None:
        if isinstance(line, HitLine):
            tab = _TABS.get(line.entity, "overview")
            self._session.go("case", case=line.case, tab=tab)
