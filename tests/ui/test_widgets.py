import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from ui.privacy import _mark, copy_for_a_while, hide_from_capture, take_off
from ui.widgets import Button, Choices, EmptyState, Pill, ProgressLine, ToastBar
from ui.widgets.drives import drives
from ui.widgets.paper import pages
from ui.widgets.qr import QrCode

LETTERS = [(letter, letter) for letter in "abcdefghi"]


@pytest.fixture
def one(qtbot, app):
    choices = Choices(LETTERS, "글자")
    qtbot.addWidget(choices)
    return choices


def test_a_digit_chooses(qtbot, one):
    said = []
    one.chosen.connect(said.append)
    qtbot.keyClick(one, Qt.Key.Key_3)
    assert said == [("c",)]
    qtbot.keyClick(one, Qt.Key.Key_0)
    assert one.values == ()


def test_eight_and_nine_are_left_to_the_question(qtbot, one):
    qtbot.keyClick(one, Qt.Key.Key_8)
    qtbot.keyClick(one, Qt.Key.Key_9)
    assert one.values == ()


def test_several_can_be_chosen_and_taken_back(qtbot, app):
    choices = Choices(LETTERS, "글자", several=True)
    qtbot.addWidget(choices)
    qtbot.keyClick(choices, Qt.Key.Key_1)
    qtbot.keyClick(choices, Qt.Key.Key_4)
    qtbot.keyClick(choices, Qt.Key.Key_1)
    assert choices.values == ("d",)


def test_a_letter_chooses_nothing(qtbot, one):
    qtbot.keyClick(one, Qt.Key.Key_A)
    qtbot.keyClick(one, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert one.values == ()


def test_pressing_what_is_chosen_keeps_it(qtbot, one):
    one.button("b").click()
    one.button("b").click()
    assert one.values == ("b",)


def test_arrows_walk_inside_the_group(qtbot, one):
    one.show()
    one.activateWindow()
    one.button("a").setFocus()
    qtbot.waitUntil(one.button("a").hasFocus)
    qtbot.keyClick(one.button("a"), Qt.Key.Key_Left)
    assert one.button("i").hasFocus()


def test_a_state_is_never_colour_alone(qtbot, app):
    marks = set()
    for state in ("ok", "wait", "no", "info", "danger"):
        pill = Pill("동의", state)
        qtbot.addWidget(pill)
        marks.add(pill.text())
        assert pill.accessibleName() == "동의"
    assert len(marks) == 5


def test_an_ampersand_is_shown_and_is_no_shortcut(qtbot, app):
    button = Button("Send & receive")
    qtbot.addWidget(button)
    assert button.text() == "Send && receive"
    assert button.accessibleName() == "Send & receive"


def test_progress_is_silent_for_a_breath_and_says_megabytes(qtbot, app, texts):
    line = ProgressLine(texts)
    qtbot.addWidget(line)
    line.begin("봉인")
    assert line.isHidden()
    line.step(1_500_000, 3_000_000, "progress-test")
    assert line.bar.value() == 500
    assert "MB" in line._count.text()
    qtbot.waitUntil(lambda: not line.isHidden())
    # a spinner and words at first
    assert line.bar.isHidden() == line._longer.isActive()
    line._longer.timeout.emit()
    assert not line.bar.isHidden()
    line.begin("옮기기")  # what follows at once goes on in the same place
    assert not line.bar.isHidden()
    line.end()
    assert line.isHidden()


def test_progress_without_a_total_only_says_that_it_works(qtbot, app, texts):
    line = ProgressLine(texts)
    qtbot.addWidget(line)
    line.begin("봉인", at_once=True)
    line.step(5, 0, "progress-nobody-wrote-this")
    assert line.bar.maximum() == 0
    assert line._what.text() == "봉인"


def test_cancel_is_asked_once(qtbot, app, texts):
    asked, line = [], ProgressLine(texts)
    qtbot.addWidget(line)
    line.begin("봉인", lambda: asked.append(1), at_once=True)
    assert line.stop.isHidden()
    line._longer.timeout.emit()
    assert not line.stop.isHidden()
    line.stop.click()
    line.stop.click()
    assert asked == [1]


def test_a_long_toast_is_wrapped_inside_the_window(qtbot, app):

    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    toast = ToastBar(host)
    toast.show_toast("가나다 " * 60, "되돌리기", lambda: None)
    assert host.rect().contains(toast.geometry())
    assert toast.height() > 60


def test_nothing_here_is_one_sentence_and_one_action(qtbot, app):
    state = EmptyState("오늘 할 일이 없습니다.", Button("새 상담"))
    qtbot.addWidget(state)
    assert len(state.findChildren(Button)) == 1


def test_a_square_code_keeps_its_quiet_zone(qtbot, app):
    code = QrCode(((True, False), (False, True)), 100)
    qtbot.addWidget(code)
    image = code.grab().toImage()
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    assert image.pixelColor(45, 45) == QColor("#000000")
    assert image.pixelColor(55, 45) == QColor("#FFFFFF")


def test_a_paper_becomes_pictures_in_memory(tmp_path, app):
    file = tmp_path / "two.pdf"
    canvas = Canvas(str(file))
    canvas.drawString(72, 700, "one")
    canvas.showPage()
    canvas.drawString(72, 700, "two")
    canvas.save()
    drawn = pages(file.read_bytes(), dpi=72)
    assert len(drawn) == 2
    assert drawn[0].width() in range(590, 600)
    assert drawn[0] != drawn[1]


def test_the_systems_own_disk_is_named_and_never_offered():
    assert "/" not in {str(drive.path) for drive in drives() if drive.is_offered}


def test_what_was_copied_goes_away_and_nothing_else_does(qtbot, app, monkeypatch):
    monkeypatch.setattr("ui.privacy.CLIPBOARD_SECONDS", 0)
    copy_for_a_while("age1pq1example")
    qtbot.waitUntil(lambda: app.clipboard().text() == "")
    app.clipboard().setText("something else")
    take_off(_mark("age1pq1example"))
    assert app.clipboard().text() == "something else"


def test_only_windows_can_leave_a_window_out_of_a_capture(qtbot, app):
    button = Button("x")
    qtbot.addWidget(button)
    assert hide_from_capture(button) is False
