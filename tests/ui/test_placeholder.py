"""What a field says before anything is typed can be read too: Qt would draw it half transparent."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPlainTextEdit

from ui import theme
from ui.widgets.field import LineEdit


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_words_in_an_empty_field_can_be_read(app, qtbot, mode):
    assert theme.now().name == mode
    for field in (LineEdit("이름", "이름·번호"), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.ensurePolished()
        ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert ink == QColor(theme.now().muted)
