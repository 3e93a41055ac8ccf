"""Colours and type (모양): light, dark, or as the system says.

* Every colour has a name here and nowhere else; the style sheet says ``$name``.
* Text stands on its ground with a contrast of at least 4.5 : 1 in every theme (tested).
* Colour never speaks alone: a state has a word and an icon too.
* One style sheet for the whole application; widgets differ by object name and by dynamic
  property (``pill="ok"``), never by a sheet of their own.

Traps met in Qt style sheets: a sheet on a widget cascades into every child; a radius above
half the height is dropped without a word; a changed property needs ``restyle(widget)``; the
table paints its selection behind a delegate unless ``selection-background-color`` is
transparent.
"""

import string
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from intake.text import resource

FAMILY = "Pretendard GOV"
AT_ONCE, LATER = ("Regular", "Bold"), ("Medium", "SemiBold")
WEIGHTS = AT_ONCE + LATER
GRID = 8
RADIUS, RADIUS_CARD = 8, 12
TEXT, TEXT_NOTE = 14, 16
RAIL, LIST, SIDE, COLUMN = 184, 336, 344, 720


@dataclass(frozen=True, slots=True)
class Colours:
    """The named colours of one theme."""

    name: str
    canvas: str  # behind the cards
    surface: str  # cards, lists, fields
    rail: str
    raised: str  # hover, quiet fills
    line: str
    rim: str  # around what is pressed: its words are contrast enough
    edge: str  # around what is typed into: 3 : 1 against its ground
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    wait: str
    wait_soft: str
    no: str
    no_soft: str
    info: str
    info_soft: str
    danger: str
    danger_soft: str
    on_danger: str
    strong: str  # a chosen chip
    on_strong: str


LIGHT = Colours(
    name="light",
    canvas="#F4F5F7",
    surface="#FFFFFF",
    rail="#ECEEF2",
    raised="#F1F3F6",
    line="#E3E6EB",
    rim="#CBD1DA",
    edge="#838C9B",
    text="#17202B",
    muted="#566171",
    accent="#2B50C8",
    accent_hover="#2343AD",
    accent_soft="#E7ECFD",
    on_accent="#FFFFFF",
    ok="#17694A",
    ok_soft="#E2F4EA",
    wait="#7F4E00",
    wait_soft="#FDF0D8",
    no="#4F5A69",
    no_soft="#ECEEF2",
    info="#2444A8",
    info_soft="#E7ECFD",
    danger="#A8231C",
    danger_soft="#FCE9E7",
    on_danger="#FFFFFF",
    strong="#17202B",
    on_strong="#FFFFFF",
)

DARK = Colours(
    name="dark",
    canvas="#12161C",
    surface="#1A1F27",
    rail="#0D1015",
    raised="#232933",
    line="#2B323D",
    rim="#3D4653",
    edge="#6C7787",
    text="#E8ECF2",
    muted="#A0ABBA",
    accent="#8EA9FF",
    accent_hover="#A9BEFF",
    accent_soft="#232E50",
    on_accent="#0E1528",
    ok="#66D19E",
    ok_soft="#14301F",
    wait="#EDC06A",
    wait_soft="#35270E",
    no="#B3BCC9",
    no_soft="#2A313C",
    info="#A9BEFF",
    info_soft="#232E50",
    danger="#FF9A90",
    danger_soft="#3D1A17",
    on_danger="#2A0B08",
    strong="#E8ECF2",
    on_strong="#12161C",
)


class _Now:
    colours = LIGHT


def now() -> Colours:
    """Return the colours on the screen at this moment."""
    return _Now.colours


def choose(setting: str) -> Colours:
    """Return the colours for a setting: ``light``, ``dark`` or ``system``."""
    if setting == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if setting == "dark" else LIGHT


def apply(app: QApplication, setting: str) -> None:
    """Draw the whole application anew in the colours of a setting."""
    _Now.colours = colours = choose(setting)
    app.setPalette(_palette(colours))
    app.setStyleSheet(sheet(colours))


def prepare(app: QApplication, weights: Sequence[str] = WEIGHTS) -> None:
    """Give the application its style and its fonts; once, before the first widget.

    A font is 5.5 MB to read: the first paint says one name, and asks for its weight only.
    """
    app.setStyle(QStyleFactory.create("Fusion"))
    add_fonts(weights)
    font = QFont(FAMILY)
    font.setPixelSize(TEXT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)


def add_fonts(weights: Sequence[str]) -> None:
    """Read fonts that are drawn with from now on."""
    for weight in weights:
        file = resource("fonts", f"PretendardGOV-{weight}.ttf")
        QFontDatabase.addApplicationFont(str(file))


def sheet(colours: Colours) -> str:
    """Return the application's style sheet in these colours."""
    values = {**asdict(colours), "family": FAMILY}
    return string.Template(_sheet_source()).substitute(values)


def restyle(widget: QWidget) -> None:
    """Make a changed dynamic property visible."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet listens to, and show it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """Return a Lucide icon in one colour, sharp at the screen's ratio."""
    key = f"{name}/{colour}/{size}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    draw_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, image)
    return image


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """Return a Lucide icon for a button."""
    return QIcon(pixmap(name, colour, size))


def draw_icon(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw a Lucide icon into a place."""
    source = _icon_source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, place)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG 2.2

    named = QColor(colour)
    red, green, blue = named.redF(), named.greenF(), named.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette(QColor(colours.raised), QColor(colours.surface))
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.canvas),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
    ):
        palette.setColor(name, QColor(colour))
    return palette


@cache
def _sheet_source() -> str:
    parts = sorted(resource("style").glob("*.qss"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@cache
def _icon_source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
