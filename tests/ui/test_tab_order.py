"""Tab goes where the eye goes, both ways, however often a page was filled anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.walking import name_of
from ui.widgets import Button, NoteEdit, words
from ui.widgets.field import Field
from ui.widgets.passphrase import PassphraseField
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box


class Page(QWidget):
    """Fields between two places whose buttons come and go."""

    def __init__(self, texts):
        super().__init__()
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        box = QVBoxLayout(self)
        box.addLayout(self.above)
        for one in (Field("a"), PassphraseField(texts, "b"), NoteEdit("c", note=False), Field("d")):  # fmt: skip
            box.addWidget(one)
        box.addLayout(self.below)

    def fill(self):
        for box, name in ((self.above, "first"), (self.below, "last")):
            empty_box(box)
            box.addWidget(words(name))
            box.addWidget(Button(name))
        settle_tabs(self)


@pytest.fixture
def page(qtbot, texts):
    page = Page(texts)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    return page


def walked(page, key, start):
    """The names on the way of a key, until it stands where it stood before."""
    start.setFocus()
    seen = []
    while (here := page.focusWidget()) not in seen:
        seen.append(here)
        QTest.keyClick(here, key)
    assert here is start
    return [name_of(one) for one in seen]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_page_that_was_filled_again_is_walked_in_its_order(page, settle, times):
    for _ in range(times):
        page.fill()
        settle()
    first, last = (one.itemAt(1).widget() for one in (page.above, page.below))
    there = walked(page, Qt.Key.Key_Tab, first)
    assert [one for one in there if len(one) == 1 or one in {"first", "last"}] == ["first", "a", "b", "c", "d", "last"]  # fmt: skip
    assert walked(page, Qt.Key.Key_Backtab, last) == there[::-1]
