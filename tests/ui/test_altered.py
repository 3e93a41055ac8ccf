"""A file of the program was changed: it is said in words, and no passphrase can be typed."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from intake.release.files import WHY, Findings
from tests.ui.walking import focusables, name_of
from ui.app import Program, Start

ALTERED = Findings("", "SHA256:x", ("app/start.py",), ("ieum",), ("app/evil.pth",), 3)
WHOLE = Findings(signed_by="SHA256:x", files=3, size=30)


@pytest.fixture
def begin(qtbot, app, session, tmp_path, settle):
    """Start the program with what was found in its files; return it."""
    begun = []

    def begin(found):
        program = Program(app, Start(tmp_path, look=lambda: found), session)
        program.left = []
        program.window._leave_program = program.left.append
        begun.append(program)
        qtbot.addWidget(program.window, before_close_func=lambda _w: session.leave())
        program.window.show()
        program._look()
        settle()
        return program

    yield begin
    for program in begun:
        program.away.set_minutes(0)
        app.removeEventFilter(program.away)
        app.styleHints().colorSchemeChanged.disconnect(program._on_scheme)


def test_a_program_that_is_whole_asks_for_the_passphrase(begin):
    assert set(begin(WHOLE).window._screens) == {"unlock"}


def test_an_altered_program_asks_for_nothing(begin, texts):
    program = begin(ALTERED)
    page = program.window._screens["altered"]
    assert program.window._stack.currentWidget() is page
    assert program.window.findChildren(QLineEdit) == []
    said = [label.text() for label in page.findChildren(QLabel)]
    assert texts("altered-safe") in said
    assert {"app/start.py", "ieum", "app/evil.pth"} <= set(said)


def test_what_it_needs_is_copied_and_closing_opens_nothing(begin):
    program = begin(ALTERED)
    page = program.window._screens["altered"]
    page.copy_button.click()
    copied = QApplication.clipboard().text()
    assert "changed: app/start.py" in copied
    assert "extra: app/evil.pth" in copied
    page.close_button.click()
    assert program.left == [False]


def test_nothing_more_is_loaded_before_the_files_are_proven(
    begin, session, monkeypatch
):
    asked = []
    monkeypatch.setattr(session, "enter", lambda *said, **_: asked.append(said))
    begin(ALTERED)
    assert asked == []


@pytest.mark.parametrize("why", WHY)
def test_whatever_is_wrong_with_the_list_is_said(begin, texts, why):
    page = begin(Findings(why=why)).window._screens["altered"]
    said = [label.text() for label in page.findChildren(QLabel)]
    assert texts(f"altered-why-{why}") in said


def test_many_files_are_counted_and_every_button_has_a_name(begin, texts):
    many = tuple(f"app/{n}.py" for n in range(30))
    page = begin(Findings(changed=many, files=30)).window._screens["altered"]
    said = [label.text() for label in page.findChildren(QLabel)]
    assert texts("altered-more", count=18) in said
    names = [name_of(one) for one in focusables(page)]
    assert len(names) == len(set(names)) == 2
    assert page.report.count("changed: ") == 30


def test_whoever_waits_for_it_is_told_for_what(begin, window, texts):
    window.say_waiting(texts("progress-program-files"))
    said = [label.text() for label in window._first.findChildren(QLabel)]
    assert said == [texts("product-name"), texts("progress-program-files")]
    window.show_gate("altered", why="no-list")
    window.say_waiting("later")
    assert len(window._first.findChildren(QLabel)) == 2


def test_a_file_that_somebody_laid_there_is_told_without_its_name(begin):
    laid = ("app/김하준 진술서.pdf", "app/박영희/kim-hajun.docx", "app/evil.pth")
    page = begin(Findings("", "", (), (), laid, 3)).window._screens["altered"]
    said = page.report + "".join(label.text() for label in page.findChildren(QLabel))
    assert "app/….pdf" in said
    assert "app/evil.pth" in said
    assert "김하준" not in said
    assert "hajun" not in said
    assert "박영희" not in said
