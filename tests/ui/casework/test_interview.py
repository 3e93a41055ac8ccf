"""An interview recorded by keys, the way a counselor does it, on a real desk and vault."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from intake.errors import NoRoom
from intake.forms import AnswerState
from tests.ui.casework.conftest import compose, open_copy
from tests.vaults_at_hand import MemoryKeyring


@pytest.fixture
def one(interview):
    """The id of the interview that is recorded."""
    return interview.recorder.interview


@pytest.fixture
def press(qtbot, window):
    """Press keys where the focus is."""

    def press(*keys, shift=False, alt=False, ctrl=False):
        held = Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else held
        held |= Qt.KeyboardModifier.AltModifier if alt else held
        held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key, held)

    return press


@pytest.fixture
def answered(desk, one, settle):
    """What the desk keeps for a question."""

    def answered(path):
        settle()
        views = {v.path: v for v in desk.interviews.page(one).questions}
        return views[path].value, views[path].state

    return answered


def section(interview, name):
    interview.board.show_section(name)
    return interview.board


def test_the_note_has_the_focus_and_every_word_is_a_draft_before_it_is_left(
    interview, desk, one, settle, qtbot
):
    assert QApplication.focusWidget() is interview.board.note.edit
    compose("사진을 보내 달라고 ")
    settle()
    assert desk._rooms.drafts.of(one)[0].text == "사진을 보내 달라고 "


def test_a_desk_that_dies_within_a_word_comes_back_with_every_committed_word(
    interview, window, desk, one, settle, at
):
    compose("3월쯤부터 협박함")
    interview.board.note.edit._say()
    settle()
    window._screens.clear()
    desk.interviews.forget()  # nothing in memory is used again
    again = at("interview", interview=one)
    assert again is not interview
    assert again.board.note.edit.text() == "3월쯤부터 협박함"


def test_a_syllable_in_composition_is_kept_when_the_screen_is_flushed(
    interview, desk, one, settle, window
):
    edit = interview.board.note.edit
    compose("한글서")
    QApplication.sendEvent(edit, QInputMethodEvent("울", []))
    window._hand_on()
    settle()
    assert desk.interviews.note(one) == "한글서울"


def test_what_the_note_mentions_is_written_down_with_alt_a(
    interview, desk, case, settle, window
):
    strip = interview.board.note.strip
    assert not strip.isVisibleTo(interview)
    compose("텔레그램 @night_moon07 https://ex-board.example/t/1 로 연락함 ")
    settle()
    assert strip.isVisibleTo(interview)
    window.run("adopt")
    settle()
    assert [row["value"] for row in desk.records.list("identifier", case)] == [
        "@night_moon07"
    ]
    assert len(desk.records.list("posting", case)) == 1
    assert not strip._all.isEnabled()


def test_digits_choose_and_eight_nine_and_zero_are_answers_too(
    interview, press, answered
):
    board = section(interview, "suspect")
    card = board.card("suspect/threat")
    card.focus_first()
    press(Qt.Key.Key_1)
    assert answered("suspect/threat") == ("YES", AnswerState.OK)
    press(Qt.Key.Key_2)
    assert answered("suspect/threat") == ("NO", AnswerState.OK)
    press(Qt.Key.Key_9)
    assert answered("suspect/threat") == (None, AnswerState.DECLINED)
    press(Qt.Key.Key_8)
    assert answered("suspect/threat") == (None, AnswerState.UNK)
    press(Qt.Key.Key_1, Qt.Key.Key_0)
    assert answered("suspect/threat") == (None, AnswerState.NOTASKED)


def test_several_answers_are_chosen_and_taken_back_by_digits(
    interview, press, answered
):
    section(interview, "harm").card("harm/damage").focus_first()
    press(Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2)
    assert answered("harm/damage") == ("DIST THREAT", AnswerState.OK)


def test_digits_typed_into_words_stay_words_and_alt_nine_declines(
    interview, press, answered, settle
):
    card = section(interview, "contact").card("contact/phone")
    card.focus_first()
    press(*(getattr(Qt.Key, f"Key_{digit}") for digit in "01000008989"))
    assert card.editor.text() == "01000008989"
    press(Qt.Key.Key_9, alt=True)
    assert answered("contact/phone") == (None, AnswerState.DECLINED)
    assert card.editor.text() == ""


def test_a_question_appears_in_its_place_when_it_becomes_relevant(
    interview, press, settle
):
    board = section(interview, "suspect")
    told = board.card("suspect/threat_told")
    assert not told.isVisibleTo(board)
    others = board.cards()
    board.card("suspect/threat").focus_first()
    press(Qt.Key.Key_1)
    settle()
    assert told.isVisibleTo(board)
    assert [card for card in board.cards() if card in others] == others
    press(Qt.Key.Key_2)
    settle()
    assert not told.isVisibleTo(board)


def test_enter_goes_on_and_shift_enter_goes_back(interview, press):
    board = section(interview, "contact")
    first, second = board.cards()[:2]
    first.focus_first()
    press(Qt.Key.Key_Return)
    assert second.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Return, shift=True)
    assert first.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Return, shift=True)
    assert QApplication.focusWidget() is board.note.edit


def test_enter_after_the_last_question_leads_to_the_next_section(interview, press):
    board = section(interview, "requester")
    board.cards()[-1].focus_first()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is board.forward
    press(Qt.Key.Key_Return)
    assert board.here == "victim"


def test_sections_are_walked_with_the_window_keys(interview, window):
    board = section(interview, "contact")
    window.run("section-next")
    assert board.here == "requester"
    window.run("section-previous")
    window.run("section-previous")
    assert board.here == "reception"


def test_an_approximate_date_shows_what_will_be_recorded(
    interview, press, answered, texts
):
    card = section(interview, "harm").card("harm/happened_on")
    card.focus_first()
    compose("2026년 3월쯤")
    assert card._taken.text() == texts("casework-date-kept", day="2026년 3월")
    press(Qt.Key.Key_Return)
    assert answered("harm/happened_on") == ("2026-03", AnswerState.OK)
    assert card.editor.text() == "2026년 3월"


def test_words_that_are_no_date_stay_as_they_were_said(interview, press, answered):
    section(interview, "harm").card("harm/happened_on").focus_first()
    compose("눈 오던 날")
    press(Qt.Key.Key_Return)
    assert answered("harm/happened_on")[0] == "눈 오던 날"


def test_a_number_that_does_not_fit_is_said_gently_and_kept(interview, press, answered):
    card = section(interview, "victim").card("victim/age")
    card.focus_first()
    press(Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return)
    assert answered("victim/age")[0] == 999
    assert card._violation.isVisibleTo(card)


def test_the_header_says_minor_as_soon_as_the_age_is_known(interview, press, settle):
    section(interview, "victim").card("victim/age").focus_first()
    press(Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Return)
    settle()
    said = [label.text() for label in interview.head._who.findChildren(type(interview.head._finished))]  # fmt: skip
    assert any("미성년" in text for text in said)


def test_a_row_is_added_answered_and_taken_away(interview, press, settle, desk, one):
    board = section(interview, "suspect")
    repeat = board._bodies["suspect"].card("suspect/identifiers")
    before = repeat.view.rows
    repeat.more.click()
    settle()
    (row,) = set(repeat.view.rows) - set(before)
    assert len(repeat.view.rows) == 2
    focused = QApplication.focusWidget()
    assert board.card(f"suspect/identifiers[{row}]/kind").isAncestorOf(focused)
    value = board.card(f"suspect/identifiers[{row}]/value")
    assert "2" in value.name
    value.focus_first()
    compose("@밤달")
    press(Qt.Key.Key_Return)
    settle()
    card = board._bodies["suspect"].card(f"suspect/identifiers[{row}]")
    card._remove.click()
    settle()
    assert board._bodies["suspect"].card(f"suspect/identifiers[{row}]") is None
    assert repeat.view.rows == before


def test_a_known_fact_is_not_asked_until_it_is_pressed(interview, settle):
    board = section(interview, "contact")
    assert "contact/called" not in [card.path for card in board.cards()]
    chips = board.known._chips
    assert len(chips) == 2
    chips[1].click()
    settle()
    assert board.here == "contact"
    assert board.card("contact/called").isAncestorOf(QApplication.focusWidget())
    assert board.cards()[0].path == "contact/called"


def test_typing_is_not_overwritten_by_an_answer_that_comes_back(
    interview, desk, one, settle
):
    card = section(interview, "contact").card("contact/hours")
    card.focus_first()
    compose("저녁")
    card.flush()
    view = card.view
    card.show_view(view)
    assert card.editor.text() == "저녁"


def test_the_note_is_said_after_a_rest(interview, desk, one, settle):
    compose("말씀하심")
    interview.board.note.edit.flush()
    interview.board.note.edit.rested.emit()
    settle()
    assert desk._rooms.drafts.of(one) == ()
    assert desk.interviews.note(one) == "말씀하심"


def test_a_full_disk_is_said_in_the_header_and_tried_again(
    interview, desk, one, settle, texts, monkeypatch
):
    kept = desk.interviews.draft

    def full(*_said):
        raise NoRoom(needed=10, free=3)

    monkeypatch.setattr(desk.interviews, "draft", full)
    compose("지워지면 안 되는 말 ")
    settle()
    assert interview.head.save.text.strip() == texts("casework-not-saved")
    monkeypatch.setattr(desk.interviews, "draft", kept)
    interview.head.save.again.click()
    settle()
    assert desk.interviews.note(one) == "지워지면 안 되는 말 "
    assert not interview.head.save.again.isVisibleTo(interview)


def test_a_later_word_is_never_undone_by_one_that_waited(
    interview, desk, one, settle, monkeypatch
):
    kept = desk.interviews.draft

    def full(*_said):
        raise NoRoom(needed=10, free=3)

    monkeypatch.setattr(desk.interviews, "draft", full)
    compose("처음 ")
    settle()
    monkeypatch.setattr(desk.interviews, "draft", kept)
    compose("나중 ")
    settle()
    interview.recorder.retry()
    settle()
    assert desk.interviews.note(one) == "처음 나중 "
    assert not interview.head.save.again.isVisibleTo(interview)


def test_the_vault_as_a_kill_leaves_it_has_every_committed_word(
    interview, desk, one, settle, tmp_path
):
    compose("올리겠다고 ")
    section(interview, "contact").card("contact/hours").focus_first()
    compose("저녁 여덟 시")
    interview.board.card("contact/hours").editor._say()
    settle()
    folder = tmp_path / "workspace"
    after = open_copy((folder, desk._rooms.keyring), tmp_path / "killed", MemoryKeyring())  # fmt: skip
    page = after.interviews.page(one)
    after.close()
    assert page.note == "올리겠다고 "
    said = {view.path: view.value for view in page.questions}
    assert said["contact/hours"] == "저녁 여덟 시"


def test_a_rest_shows_nothing_of_the_record(interview, window, desk, one, settle):
    compose("비밀 ")
    window.run("pause")
    settle()
    assert not interview.board.isVisibleTo(interview)
    assert not interview.head.isVisibleTo(interview)
    assert desk.interviews.unfinished()[0].state == "paused"
    window.run("note")
    assert not interview.board.isVisibleTo(interview)
    interview.rest.go_on.click()
    settle()
    assert interview.board.isVisibleTo(interview)
    assert desk.interviews.unfinished()[0].state == "open"


def test_the_end_reads_back_and_finishes_with_a_day(
    interview, window, desk, case, press, settle
):
    board = section(interview, "suspect")
    board.card("suspect/threat").focus_first()
    press(Qt.Key.Key_1)
    board.show_section("plan")
    window.run("section-finish")
    settle()
    closing = board.closing
    assert closing.isVisibleTo(interview)
    assert closing._gaps.isVisibleTo(interview)
    assert QApplication.focusWidget() is closing.next.line
    compose("2026년 12월 3일")
    closing.done.click()
    settle()
    assert window.place.screen == "case"
    assert desk.interviews.unfinished() == ()
    assert desk.records.get("case", case)["next_contact"] == "2026-12-03"


def test_the_focus_may_leave_a_field_after_the_interview_is_finished(
    interview, window, settle
):
    interview._on_went("finish")
    interview.board.settled.emit()
    settle()
    assert interview.recorder is None
    assert window.place.screen == "case"


def test_half_a_day_is_not_an_appointment(interview, settle):
    interview.board.show_section("closing")
    settle()
    closing = interview.board.closing
    closing.next.set_text("내년쯤 봄")
    assert not closing.done.isEnabled()
    closing.next.set_text("")
    assert closing.done.isEnabled()


def test_a_safety_plan_simply_appears(at, desk, case, press, settle):
    page = at("interview", interview=desk.interviews.begin(case, "risk"))
    board = section(page, "items")
    before = board.nav.sections()
    board.card("items/imminent").focus_first()
    press(Qt.Key.Key_1)
    settle()
    assert set(board.nav.sections()) - set(before) == {"plan"}
    board.show_section("plan")
    assert board.cards()


def test_another_interview_takes_the_place_and_the_first_keeps_its_words(
    interview, at, desk, case, one, settle
):
    compose("첫 상담의 말")
    other = desk.interviews.begin(case, "log")
    page = at("interview", interview=other)
    assert page.board.note.edit.text() == ""
    assert desk.interviews.note(one) == "첫 상담의 말"


def test_nothing_of_the_case_is_in_the_title(interview, window, texts):
    assert window.windowTitle() == texts("product-name")
