import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets import NoteEdit, PassphraseField, flush_composition
from ui.widgets.field import LineEdit
from ui.widgets.note_edit import JOURNAL_MS


def compose(editor, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(editor, event)


@pytest.fixture
def page(qtbot, app):
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


def show(qtbot, page, editor):
    page.layout().addWidget(editor)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor


def test_the_syllable_in_composition_is_kept_when_flushed(qtbot, page):
    note = show(qtbot, page, NoteEdit("자유 기록"))
    note.insertPlainText("한글서")
    compose(note, "울")
    assert note.text() == "한글서"
    flush_composition()
    assert note.text() == "한글서울"
    assert note.preedit == ""


def test_a_line_keeps_the_syllable_too(qtbot, page):
    line = show(qtbot, page, LineEdit("이름"))
    compose(line, "하", "녹두")
    compose(line, "하")
    flush_composition()
    assert line.text() == "녹두하"


def test_flushing_without_a_focus_or_a_syllable_changes_nothing(qtbot, page):
    flush_composition()
    note = show(qtbot, page, NoteEdit("자유 기록"))
    note.set_text("그대로")
    flush_composition()
    assert note.text() == "그대로"


def test_a_word_is_said_when_it_ends(qtbot, page):
    note, said = show(qtbot, page, NoteEdit("자유 기록")), []
    note.committed.connect(said.append)
    qtbot.keyClicks(note, "one two")
    assert said == ["one "]
    with qtbot.waitSignal(note.committed):
        pass
    assert said == ["one ", "one two"]


def test_committed_text_is_said_in_time_while_a_syllable_is_composed(qtbot, page):
    note, said = show(qtbot, page, NoteEdit("자유 기록")), []
    note.committed.connect(said.append)
    compose(note, "", "대화")
    compose(note, "명")
    assert JOURNAL_MS <= 600
    with qtbot.waitSignal(note.committed):
        pass
    assert said == ["대화"]
    note.flush()
    assert said == ["대화", "대화명"]


def test_composing_alone_says_nothing(qtbot, page):
    note, said = show(qtbot, page, NoteEdit("자유 기록")), []
    note.committed.connect(said.append)
    compose(note, "ㅎ")
    compose(note, "하")
    assert not note._journal.isActive()
    assert said == []


def test_what_is_shown_was_already_said(qtbot, page):
    note, said = show(qtbot, page, NoteEdit("자유 기록")), []
    note.committed.connect(said.append)
    note.set_text("어제 적은 것")
    note.flush()
    assert said == []


def test_leaving_says_everything_and_rests(qtbot, page):
    note, said, rests = show(qtbot, page, NoteEdit("자유 기록")), [], []
    other = LineEdit("다른 칸")
    page.layout().addWidget(other)
    note.committed.connect(said.append)
    note.rested.connect(lambda: rests.append(1))
    qtbot.keyClicks(note, "left")
    compose(note, "한")
    other.setFocus()
    qtbot.waitUntil(lambda: not note.hasFocus())
    assert said[-1] == "left한"
    assert rests == [1]


def test_pasted_text_is_plain_and_said_at_once(qtbot, page, app):
    note, said = show(qtbot, page, NoteEdit("자유 기록")), []
    note.committed.connect(said.append)
    app.clipboard().setText("https://ex-board.example/t/1")
    note.paste()
    assert said == ["https://ex-board.example/t/1"]


def test_the_editor_grows_with_its_text(qtbot, page):
    note = show(qtbot, page, NoteEdit("자유 기록", least_lines=2))
    before = note.height()
    note.set_text("\n".join("줄" for _ in range(30)))
    assert note.height() > before * 5


def test_a_passphrase_says_what_the_keyboard_does(qtbot, page, texts):
    field = PassphraseField(texts, "암호문")
    show(qtbot, page, field.line)
    qtbot.keyClicks(field.line, "a")
    assert field.state.text() == texts("shell-keyboard-latin")
    compose(field.line, "한")
    assert field.state.text() == texts("shell-keyboard-hangul")
    assert field.text() == "a한"
    compose(field.line, "", "한")
    assert field.text() == "a한"


def test_a_capital_without_shift_means_caps_lock(qtbot, page, texts):
    field = PassphraseField(texts, "암호문")
    show(qtbot, page, field.line)
    press = QEvent.Type.KeyPress
    none = Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(field.line, QKeyEvent(press, Qt.Key.Key_A, none, "A"))
    assert field.state.text() == texts("shell-caps-on")
    QCoreApplication.sendEvent(field.line, QKeyEvent(press, Qt.Key.Key_A, none, "a"))
    assert field.state.text() == texts("shell-keyboard-latin")


def test_a_passphrase_is_hidden_until_asked_for(qtbot, page, texts):
    field = PassphraseField(texts, "암호문")
    show(qtbot, page, field.line)
    qtbot.keyClicks(field.line, "secret")
    assert "secret" not in field.line.displayText()
    field.reveal.click()
    assert field.line.displayText() == "secret"
    field.reveal.click()
    assert "secret" not in field.line.displayText()
