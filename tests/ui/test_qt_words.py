"""What Qt says itself is said in the language of the window."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from ui import qt_words
from ui.widgets.field import LineEdit


@pytest.fixture
def read(qtbot, app):
    """Return what the menu of a line and a dialog for files say now."""

    def read():
        line, dialog = LineEdit(""), QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        menu = line.createStandardContextMenu()
        for one in (line, dialog, menu):
            qtbot.addWidget(one)
        said = [one.text().split("\t")[0] for one in menu.actions() if one.text()]
        said += [one.text() for one in dialog.findChildren(QLabel) if one.text()]
        return [*said, *(one.text() for one in dialog.findChildren(QPushButton))]

    yield read
    qt_words.speak("")


def test_qt_speaks_the_language_of_the_window(session, read):
    for language, latin in (("ko", False), ("en", True), ("ko", False)):
        session.speak(language)
        told = read()
        assert len(told) > 10
        assert [one for one in told if one.isascii() is not latin] == []
