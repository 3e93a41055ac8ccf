"""Pictures of every page, compared point by point with those that a person looked at.

``IEUM_GOLDEN=write`` keeps new ones; look at each before it is committed.
"""

import os

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

import ui.window as window_module
from tests.ui.places import SEEN
from ui import theme
from ui.screens import SCREENS


def picture(window):
    """The window without anything that blinks."""
    for kind in (QLineEdit, QPlainTextEdit):
        for editor in window.findChildren(kind):
            editor.clearFocus()
    shot = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shot.setDevicePixelRatio(1)
    return shot


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_page_looks_as_it_was_seen(name, mode, language, request):
    request.getfixturevalue("texts").speak(language)
    patch = request.getfixturevalue("monkeypatch")
    patch.setattr(window_module, "rail", whole_rail)  # whoever else is here yet
    request.getfixturevalue("visit")(name)
    assert theme.now().name == mode
    shot = picture(request.getfixturevalue("window"))
    file = request.path.parent / "golden" / f"{name}-{language}-{mode}.png"
    if os.environ.get("IEUM_GOLDEN") == "write":
        shot.save(str(file), "PNG", 0)
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert shot.size() == kept.size()
    if shot != kept:
        assert first_difference(shot, kept) is None


def whole_rail(_role="center"):
    return tuple(entry for entry in SCREENS if entry.key)


def first_difference(shot, kept):
    for y in range(shot.height()):
        if shot.copy(0, y, shot.width(), 1) != kept.copy(0, y, shot.width(), 1):
            for x in range(shot.width()):
                if shot.pixel(x, y) != kept.pixel(x, y):
                    return QPoint(x, y)
    return None
