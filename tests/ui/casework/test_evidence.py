"""The evidence tab: asked first, read then, seen only while held."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from tests.crypto.test_timestamp import Authority
from tests.evidence.photos import a_photo, clouds
from tests.ui.walking import focusables, name_of, tab_walk
from ui.screens.case.evidence.asking import AskSheet
from ui.screens.case.evidence.chain import ChainSheet
from ui.screens.case.evidence.looking import LookSheet, ReasonSheet
from ui.widgets.blurred import Blurred
from ui.widgets.form_sheet import FormSheet


@pytest.fixture
def page(at, case):
    return at("case", case=case, tab="evidence")


@pytest.fixture
def tab(page):
    return page.own["evidence"]


@pytest.fixture
def photo(tmp_path):
    return a_photo(tmp_path, "사진.jpg")


class Hands:
    """What a counselor does at the tab."""

    def __init__(self, tab, window, settle):
        self.tab, self.window, self.settle = tab, window, settle

    def sheet(self, kind):
        """The open sheet of a kind."""
        (sheet,) = [one for one in self.window.findChildren(kind) if not one.isHidden()]
        return sheet

    def drop(self, *files):
        """Drop files, and return the sheet that asks what they are."""
        self.tab.drop.dropped.emit(files)
        self.settle()
        return self.sheet(AskSheet)

    def take(self, path, kind):
        """Take a file as a kind; return its line."""
        sheet = self.drop(path)
        sheet.kinds._on_press(kind)
        self.press(sheet.go)
        return self.tab.rows[0]

    def reason(self, purpose, why):
        """Say why."""
        sheet = self.sheet(ReasonSheet)
        assert not sheet.go.isEnabled()
        sheet.purposes._on_press(purpose)
        sheet.reason.set_text(why)
        self.press(sheet.go)

    def press(self, button):
        """Press a button and wait for what comes of it."""
        button.click()
        self.settle()


@pytest.fixture
def hands(tab, window, settle):
    return Hands(tab, window, settle)


def test_nothing_is_read_before_somebody_said_what_it_is(
    hands, tab, photo, desk, case, texts
):
    sheet = hands.drop(photo)
    assert not sheet.go.isEnabled()
    assert desk.evidence.list(case) == ()
    sheet.kinds._on_press("IMAGE")
    assert sheet.sexual.values == ("YES",)
    assert sheet._what.text() == texts("evidence-will-print")
    sheet.kinds._on_press("CHAT")
    assert sheet.sexual.values == ("NO",)
    assert sheet._what.text() == texts("evidence-will-seal")
    sheet.no.click()
    assert desk.evidence.list(case) == ()


def test_a_dropped_picture_leaves_a_line_and_no_picture(hands, tab, photo, texts):
    line = hands.take(photo, "IMAGE")
    assert line.line.store == "METADATA"
    assert not hasattr(line, "look")
    assert texts("evidence-print-only") in tab._told.text()
    assert tab.drop.isEnabled()
    assert tab.drop.pick.isEnabled()


def test_files_are_dropped_by_mouse_or_picked(hands, tab, photo, monkeypatch):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo)), QUrl("https://tube-a.example/x")])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    tab.drop.dropEvent(event)
    hands.settle()
    assert "사진.jpg" in "".join(w.text() for w in hands.sheet(AskSheet).findChildren(type(tab._told)))  # fmt: skip
    hands.sheet(AskSheet).close_sheet()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(photo)], ""))
    hands.press(tab.drop.pick)
    assert hands.sheet(AskSheet)


def test_grounds_are_folded_away_and_all_three_are_needed(hands, tab, photo, texts):
    sheet = hands.drop(photo)
    sheet.kinds._on_press("VIDEO")
    assert sheet.note().grounds is None
    sheet.more.click()
    assert sheet._what.text() == texts("evidence-will-print")
    sheet.basis.set_text("제7조의3")
    sheet.keeper.set_text("담당자")
    assert sheet._what.text() == texts("evidence-will-withhold")
    hands.press(sheet.go)
    assert tab.rows[0].line.store == "SEALED"
    assert not tab.rows[0].line.showable


def test_a_file_that_is_none_is_told_and_the_others_go_on(
    hands, tab, photo, tmp_path, texts
):
    empty = tmp_path / "empty"
    empty.touch()
    sheet = hands.drop(empty, photo)
    sheet.kinds._on_press("CHAT")
    hands.press(sheet.go)
    assert len(tab.rows) == 1
    assert "빈 파일" in tab._told.text()
    assert texts("evidence-taken", count=1) in tab._told.text()


def test_a_picture_is_seen_for_a_reason_while_it_is_held_and_no_longer(
    hands, tab, photo, desk, qtbot
):
    line = hands.take(photo, "CHAT")
    line.look.click()
    hands.reason("DELETION", "대화 상대 확인")
    sheet = hands.sheet(LookSheet)
    assert desk.evidence.custody(line.line.id)[-1].kind == "VIEWED"
    assert not sheet.glass.is_clear
    qtbot.keyPress(sheet.glass, Qt.Key.Key_Space)
    assert sheet.glass.is_clear
    sheet.glass._ms = 3_000  # as if held three seconds before
    qtbot.keyRelease(sheet.glass, Qt.Key.Key_Space)
    assert not sheet.glass.is_clear
    hands.press(sheet.done)
    assert sheet.glass._picture.isNull()
    assert desk.evidence.custody(line.line.id)[-1].seconds >= 3


def test_leaving_the_page_lets_the_picture_go_and_says_the_seconds(
    hands, tab, page, photo, desk
):
    line = hands.take(photo, "CHAT")
    viewing = desk.evidence.view(line.line.id, "DELETION", "확인")
    tab._show_picture(viewing)
    page.flush()
    hands.settle()
    assert tab._looking is None
    assert desk.records.get("custody", viewing.custody)["seconds"] == 0


def test_frosted_glass_shows_almost_nothing(qtbot, app):
    glass = Blurred("x", QSize(200, 200))
    qtbot.addWidget(glass)
    glass.show_pixels(320, 240, clouds(1).tobytes())
    assert (glass.width(), glass.height()) == (200, 150)
    frosted = glass.grab().toImage()
    qtbot.mousePress(glass, Qt.MouseButton.LeftButton)
    clear = glass.grab().toImage()
    qtbot.mouseRelease(glass, Qt.MouseButton.LeftButton)
    assert glass.grab().toImage() == frosted != clear
    steps = [abs(clear.pixelColor(x, 70).lightness() - clear.pixelColor(x + 1, 70).lightness()) for x in range(150)]  # fmt: skip
    calm = [abs(frosted.pixelColor(x, 70).lightness() - frosted.pixelColor(x + 1, 70).lightness()) for x in range(150)]  # fmt: skip
    assert max(calm) < max(steps)
    glass.forget()
    qtbot.mousePress(glass, Qt.MouseButton.LeftButton)
    assert not glass.is_clear


def test_the_chain_is_shown_and_a_hand_over_is_added(hands, tab, photo, desk):
    line = hands.take(photo, "CHAT")
    hands.press(line.open)
    sheet = hands.sheet(ChainSheet)
    assert set(sheet.acts) == {"handover", "copy", "stamp", "remove"}
    sheet.acts["handover"].click()
    form = hands.sheet(FormSheet)
    form._first.setText("수사관")
    hands.press(form.save)
    assert desk.evidence.custody(line.line.id)[-1].handed_to == "수사관"


def test_a_hash_is_typed(hands, tab, desk, case):
    tab.drop.type.click()
    form = hands.sheet(FormSheet)
    form._first.setText("ab" * 32)
    hands.press(form.save)
    assert desk.evidence.list(case)[0].store == "ELSEWHERE"
    assert tab.rows[0].line.sha256 == "ab" * 32


def test_a_copy_is_taken_out_and_a_mistake_taken_back(
    hands, photo, desk, case, tmp_path, monkeypatch
):
    tab = hands.tab
    line = hands.take(photo, "CHAT").line
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(out))
    tab._on_copy(line)
    hands.reason("INVESTIGATION", "제출")
    (copy,) = out.iterdir()
    assert copy.read_bytes() == photo.read_bytes()
    asked = []
    tab.session.asked.connect(asked.append)
    tab._on_remove(line)
    asked[0].act()
    hands.settle()
    assert desk.evidence.list(case) == ()


def test_time_stamps_leave_and_come_back(
    hands, tab, photo, tmp_path, monkeypatch, texts
):
    hands.take(photo, "CHAT")
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(out))
    hands.press(tab.ask_stamps)
    (request,) = out.glob("*.tsq")
    house = Authority(tmp_path / "tsa", "Example")
    answer = request.with_suffix(".tsr")
    answer.write_bytes(house.answer(request.read_bytes(), "leaf"))
    root = out / "root.pem"
    root.write_bytes(house.root)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(answer), str(root)], ""))  # fmt: skip
    hands.press(tab.take_stamps)
    assert tab._told.text() == texts("evidence-stamps-taken", count=1)
    assert tab.rows[0].line.stamped_ms


def test_sealed_files_are_checked(hands, tab, photo, texts):
    hands.take(photo, "CHAT")
    hands.press(tab.check)
    assert tab._told.text() == texts("evidence-check-sound", count=1)


def test_everything_has_a_name_of_its_own_and_tab_reaches_it(
    hands, tab, page, window, photo, tmp_path
):
    hands.take(photo, "CHAT")
    hands.take(a_photo(tmp_path, "b.jpg", 2), "IMAGE")
    names = [name_of(one) for one in focusables(tab)]
    assert all(names)
    assert len(names) == len(set(names))
    walked = tab_walk(window, page.centre)
    assert set(focusables(tab)) <= set(walked)


def test_a_path_is_in_no_message(hands, tab, window, tmp_path):
    gone = tmp_path / "녹두-비밀.jpg"
    sheet = hands.drop(gone)
    sheet.kinds._on_press("IMAGE")
    hands.press(sheet.go)
    assert "녹두" not in tab._told.text()
    assert "녹두" not in window.windowTitle()
