"""A paper page by page (문서 보기): turning, zooming, page x of y; whoever holds it draws the pages.

* ``wanted`` asks for a page at a width in pixels; ``show_look`` is the answer.
* PgUp and PgDn go down the page and on to the next one; Home and End go to the first and last.
* A window that changes its width keeps the page it has until a sharper one is drawn.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.widgets.button import Button, icon_button
from ui.widgets.card import row
from ui.widgets.paper_sheet import AROUND, PaperSheet, image_of
from ui.widgets.words import words

if TYPE_CHECKING:
    from intake.desk.paper_pages import PageLook

_ZOOMS = (50, 75, 100, 125, 150, 200)
_INCHES, _DPI = 8.27, 96  # the width of A4 as a screen shows it
_WIDEST = 860  # wider than that a page is not read better
_EDGE, _BAR, _BREATH_MS, _LINE = 24, 14, 120, 48


class PaperView(QWidget):
    """Shows one page at a time."""

    wanted = Signal(int, int)  # which page, how many pixels wide

    def __init__(self, texts: Texts) -> None:
        """Show nothing until a page is there."""
        super().__init__()
        self._texts, says = texts, texts
        self.at, self.count, self.zoom = 0, 0, 0  # zoom 0: as wide as the place is
        self.sheet = PaperSheet()
        self.sheet.turned.connect(self._on_turned)
        self.before = icon_button("chevron-left", says("papers-page-before"), lambda: self.go(self.at - 1))  # fmt: skip
        self.after = icon_button("chevron-right", says("papers-page-after"), lambda: self.go(self.at + 1))  # fmt: skip
        self.less = icon_button("minus", says("papers-zoom-less"), lambda: self._step(-1))  # fmt: skip
        self.more = icon_button("plus", says("papers-zoom-more"), lambda: self._step(+1))  # fmt: skip
        self.fit = Button(says("papers-zoom-fit"), "chip").on(lambda: self._zoom_to(0))
        self.fit.setCheckable(True)
        self._where, self._size = words("", "muted", wrap=False), words("", "muted", wrap=False)  # fmt: skip
        self._later = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._later.timeout.connect(self._want)
        self._stand()
        self.clear()

    def begin(self, *, at: int = 0) -> None:
        """Ask for a page of a paper that is new; what stands there is pale until it comes."""
        self.at = at
        self.sheet.be_stale(stale=True)
        self._want()

    def show_look(self, look: "PageLook") -> None:
        """Show a page."""
        turned = look.at != self.at or not self.count
        self.at, self.count = look.at, look.count
        said = self._texts("papers-page-of", page=look.at + 1, count=look.count)
        self._where.setText(said)
        self.sheet.show_image(image_of(look.picture), self._texts("papers-page-name", page=look.at + 1, count=look.count), look.text)  # fmt: skip
        self._bar.show()
        self._scroll.show()
        self._settle()
        if turned:
            self._scroll.verticalScrollBar().setValue(0)

    def be_stale(self, *, stale: bool) -> None:
        """Say that the paper is being made anew."""
        self.sheet.be_stale(stale=stale)

    def clear(self) -> None:
        """Show no page: at once, whatever was on its way."""
        self._later.stop()
        self.at = self.count = 0
        self._bar.hide()
        self._scroll.hide()
        self.sheet.show_image(QImage(), "", "")

    def go(self, at: int) -> None:
        """Turn to a page."""
        if 0 <= at < self.count and at != self.at:
            self.at = at
            self.sheet.be_stale(stale=True)
            self._scroll.verticalScrollBar().setValue(0)
            self._want()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.count and not self.zoom:
            self._settle()
            self._later.start()

    # --- how wide ------------------------------------------------------------------------

    def _wide(self) -> int:
        if self.zoom:
            return round(_INCHES * _DPI * self.zoom / 100)
        room = self.width() - _BAR - 2 * _EDGE - 2 * AROUND
        return max(200, min(room, _WIDEST))

    def _settle(self) -> None:
        self.sheet.fit(self._wide())
        self.fit.setChecked(not self.zoom)
        percent = round(100 * self._wide() / (_INCHES * _DPI))
        self._size.setText(self._texts("papers-zoom", percent=percent))
        self.before.setEnabled(self.at > 0)
        self.after.setEnabled(self.at < self.count - 1)

    def _step(self, way: int) -> None:
        now = self.zoom or round(100 * self._wide() / (_INCHES * _DPI))
        larger = [one for one in _ZOOMS if one > now]
        smaller = [one for one in _ZOOMS if one < now]
        near = larger[:1] if way > 0 else smaller[-1:]
        if near:
            self._zoom_to(near[0])

    def _zoom_to(self, zoom: int) -> None:
        self.zoom = zoom
        self._settle()
        self._want()

    def _want(self) -> None:
        self.wanted.emit(self.at, round(self._wide() * self.devicePixelRatioF()))

    # --- turning -------------------------------------------------------------------------

    def _on_turned(self, way: str) -> None:
        bar = self._scroll.verticalScrollBar()
        if way.startswith("line"):
            bar.setValue(bar.value() + (_LINE if way == "line-down" else -_LINE))
        elif way == "down" and bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
        elif way == "up" and bar.value() > 0:
            bar.setValue(bar.value() - bar.pageStep())
        else:
            self.go({"down": self.at + 1, "up": self.at - 1, "first": 0, "last": self.count - 1}[way])  # fmt: skip

    def _stand(self) -> None:
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(_EDGE, 4, _EDGE, 4)
        bar.addLayout(row(self.before, self._where, self.after, None, self.less, self._size, self.more, 4, self.fit, gap=4))  # fmt: skip
        ground = QWidget()
        ground.setObjectName("column")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(_EDGE, 4, _EDGE, _EDGE)
        inner.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)  # fmt: skip
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(ground)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._bar)
        box.addWidget(self._scroll, 1)
