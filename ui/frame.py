"""Where everything stands: rail, list, centre, side, at every width of the window.

* rail 184 · list 336 · centre · side 344; the centre is never narrower than 560 px.
* Below 1280 px the side lies over the centre and is closed until it is asked for.
* Below 1180 px the list becomes a strip with a button; opened, it lies over the centre.
* Below 1000 px the rail shows icons only.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui import theme
from ui.rail import Rail
from ui.screens import Screen
from ui.widgets import icon_button

SIDE_OVER, LIST_STRIP, RAIL_ICONS = 1280, 1180, 1000
STRIP, RAIL_NARROW = 48, 64


@dataclass(frozen=True, slots=True)
class Wish:
    """What a screen has and what the person opened or closed."""

    has_list: bool
    has_side: bool
    list_open: bool = False  # only asked where the list is a strip
    side_open: bool = True


@dataclass(frozen=True, slots=True)
class Places:
    """x and width of everything; a width of 0 is not shown."""

    rail: tuple[int, int]
    strip: tuple[int, int]
    list: tuple[int, int]
    centre: tuple[int, int]
    side: tuple[int, int]


def arrange(width: int, wish: Wish) -> Places:
    """Return where everything stands in a window of this width."""
    rail = RAIL_NARROW if width < RAIL_ICONS else theme.RAIL
    narrow, over = width < LIST_STRIP, width < SIDE_OVER
    strip = STRIP if wish.has_list and narrow else 0
    listed = theme.LIST if wish.has_list and (not narrow or wish.list_open) else 0
    side = theme.SIDE if wish.has_side and wish.side_open else 0
    left = rail + (strip if narrow else listed)
    right = width - (0 if over else side)
    return Places(
        rail=(0, rail),
        strip=(rail, strip),
        list=(rail + strip, listed),
        centre=(left, right - left),
        side=(width - side, side),
    )


class Frame(QWidget):
    """Holds the rail and the three panes of the screen that is shown."""

    def __init__(self, texts: Texts, rail: Rail, parent: QWidget | None = None) -> None:
        """Stand empty beside the rail."""
        super().__init__(parent)
        self._rail = rail
        rail.setParent(self)
        self._centre = _pane("centre", self)
        self._list = _pane("list", self)
        self._side = _pane("side", self)
        self._strip, self._open_list = self._make_strip(texts)
        self._list_open = self._side_wanted = False
        self._side_open = True
        self._screen: Screen | None = None

    def show_screen(self, screen: Screen, list_pane: QWidget | None) -> None:
        """Show the panes of a screen; ``list_pane`` may be borrowed from its parent."""
        self._screen = screen
        _put(self._centre, screen.centre)
        _put(self._list, list_pane)
        _put(self._side, screen.side)
        self._list_open = False
        self._side_wanted = self.width() >= SIDE_OVER
        self._arrange()

    def toggle_list(self) -> None:
        """Open or close the list where it is a strip."""
        self._list_open = not self._list_open
        self._arrange()

    def toggle_side(self) -> None:
        """Open or close the panel on the right."""
        if self.width() < SIDE_OVER:
            self._side_wanted = not self._side_wanted
        else:
            self._side_open = not self._side_open
        self._arrange()

    def panes(self) -> list[QWidget]:
        """Return the panes that are seen, in the order of F6."""
        panes = (self._rail, self._list, self._centre, self._side)
        return [pane for pane in panes if not pane.isHidden()]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() < SIDE_OVER <= self.width():
            self._side_wanted = True
        elif self.width() < SIDE_OVER <= event.oldSize().width():
            self._side_wanted = False
        self._arrange()

    def _arrange(self) -> None:
        over = self.width() < SIDE_OVER
        screen = self._screen
        wish = Wish(
            has_list=self._list.currentWidget() is not None,
            has_side=screen is not None and screen.side is not None,
            list_open=self._list_open,
            side_open=self._side_wanted if over else self._side_open,
        )
        places = arrange(self.width(), wish)
        self._rail.set_narrow(narrow=places.rail[1] < theme.RAIL)
        for pane, (x, width) in (
            (self._centre, places.centre),
            (self._rail, places.rail),
            (self._strip, places.strip),
            (self._list, places.list),
            (self._side, places.side),
        ):
            pane.setVisible(width > 0)
            pane.setGeometry(QRect(x, 0, width, self.height()))
            pane.raise_()

    def _make_strip(self, texts: Texts) -> tuple[QWidget, QWidget]:
        strip = QWidget(self)
        strip.setObjectName("strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        button = icon_button("panel-left", texts("action-list"), self.toggle_list)
        box = QVBoxLayout(strip)
        box.setContentsMargins(6, 14, 6, 14)
        box.addWidget(button)
        box.addStretch(1)
        return strip, button


def _pane(name: str, parent: QWidget) -> QStackedWidget:
    pane = QStackedWidget(parent)
    pane.setObjectName(name)
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return pane


def _put(pane: QStackedWidget, widget: QWidget | None) -> None:
    if widget is None:
        while (old := pane.widget(0)) is not None:
            pane.removeWidget(old)
        return
    if pane.indexOf(widget) < 0:
        pane.addWidget(widget)
    pane.setCurrentWidget(widget)
