"""관리 › 사용권: everything is found by a word, and each text opens."""

from pathlib import Path

import pytest

from intake.desk.views.licences import LicenceLine, LicencesView
from tests.ui.real_desks import said
from ui.sections.licences import LicencesSection, TextSheet

QT = LicenceLine("Qt", "6.11.3", "LGPL-3.0-only", "qt", "pyside6-essentials", "https://download.qt.io/archive/qt/", ("spdx/LGPL-3.0-only.txt", "qt/qt-and-lgpl.txt"))  # fmt: skip
FONT = LicenceLine("Pretendard GOV", "1.3.9", "OFL-1.1", "font", "ieum", "", ("../fonts/OFL.txt",))  # fmt: skip
VIEW = LicencesView((QT, FONT), Path("/usr/lib/ieum/licences"), Path("/usr/lib/ieum/sbom.cdx.json"))  # fmt: skip


class Noun:
    """What the desk says of licences."""

    def view(self):
        return VIEW

    def text(self, name):
        return f"the text {name}"


@pytest.fixture
def section(qtbot, session, desk, settle):
    """The section on a desk that answers as it is told."""
    desk.licences = Noun()
    session.open(desk)
    settle()
    section = LicencesSection(session)
    qtbot.addWidget(section)
    section.show()
    section.arrive()
    settle()
    return section


def test_all_is_listed_and_where_it_lies_as_files(section):
    assert section.list.rows.rowCount() == 2
    told = "\n".join(said(section))
    assert "/usr/lib/ieum/licences" in told
    assert "/usr/lib/ieum/sbom.cdx.json" in told


def test_a_word_finds_by_name_and_by_licence(section, settle):
    section.search.setText("ofl")
    assert section.list.rows.rowCount() == 1
    section.search.setText("nobody")
    assert section.nothing.isVisibleTo(section)
    assert not section.list.isVisibleTo(section)


def test_a_row_opens_its_text_and_another_text_is_chosen(section, settle):
    section.list.opened.emit(section.list.rows.line_at(0))
    (sheet,) = section.window().findChildren(TextSheet)
    settle()
    assert sheet.text.toPlainText() == "the text spdx/LGPL-3.0-only.txt"
    sheet.which.setCurrentIndex(1)
    settle()
    assert sheet.text.toPlainText() == "the text qt/qt-and-lgpl.txt"
    assert sheet.text.isReadOnly()


def test_the_words_about_qt_are_one_press_away(section, settle):
    section.qt.click()
    settle()
    (sheet,) = section.window().findChildren(TextSheet)
    assert sheet.text.toPlainText() == "the text qt/qt-and-lgpl.txt"
    assert not sheet.which.isVisibleTo(sheet)
