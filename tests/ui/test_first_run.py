import pytest

from intake.errors import NoRoom
from tests.ui.fake_desk import CODE, PASSPHRASE, FakeDesk

PHRASE = "river-pencil-cloud"


@pytest.fixture
def door(door):
    door.desk = FakeDesk(enrolled=False, setup_done=False)
    return door


@pytest.fixture
def first_run(window, settle):
    window.show_gate("first_run")
    settle()
    return window._screens["first_run"]


def answer_center(step):
    for name, said in {
        "center_code": "ic",
        "center_name": "인천센터",
        "device_name": "상담실 1",
        "counselor": "박서연",
    }.items():
        step._fields[name].line.setText("")
        step._fields[name].line.insert(said)


def test_the_six_steps_in_order(first_run, door, session, settle, window, desk):
    wizard = first_run.wizard
    wizard.next.click()
    assert not wizard.next.isEnabled()
    answer_center(wizard.steps[1])
    wizard.next.click()
    wizard.steps[2]._first.set_text(PHRASE)
    wizard.steps[2]._second.set_text(PHRASE)
    settle()
    wizard.next.click()
    settle()
    assert door.made[0].passphrase == PHRASE
    assert door.made[0].center_name == "인천센터"
    assert session.is_open
    assert wizard.at == 3
    wizard.steps[3]._typed.set_text(CODE.lower())
    wizard.next.click()
    settle()
    assert wizard.at == 4
    assert not wizard.next.isEnabled()
    wizard.steps[4]._panel.offer(b"file")
    settle()
    wizard.steps[4]._panel._on_same()
    settle()
    wizard.next.click()
    wizard.next.click()
    settle()
    assert ("skip", "mailbox") in desk.said
    assert window.place is not None


def test_a_second_party_is_told_in_a_sentence_what_it_does_and_is_made(first_run, door, settle):  # fmt: skip
    wizard, step = first_run.wizard, first_run.wizard.steps[1]
    wizard.next.click()
    assert "돕는 센터" in step._does.text()
    step._role.button("escrow").click()
    assert "열쇠 절반을 맡는 기관" in step._does.text()
    assert step._fields["center_code"].line.accessibleName() == "기관 코드"
    answer_center(step)
    wizard.next.click()
    wizard.steps[2]._first.set_text(PHRASE)
    wizard.steps[2]._second.set_text(PHRASE)
    settle()
    wizard.next.click()
    settle()
    assert door.made[0].role == "escrow"


def test_the_code_letters_are_written_large(first_run):
    step = first_run.wizard.steps[1]
    step._fields["center_code"].line.textEdited.emit("ic")
    assert step._fields["center_code"].text() == "IC"


def test_a_weak_passphrase_does_not_go_on(first_run, settle):
    wizard = first_run.wizard
    wizard.go(2)
    wizard.steps[2]._first.set_text("short")
    wizard.steps[2]._second.set_text("short")
    settle()
    assert not wizard.next.isEnabled()


def test_two_different_passphrases_do_not_go_on(first_run, settle):
    wizard = first_run.wizard
    wizard.go(2)
    wizard.steps[2]._first.set_text(PHRASE)
    wizard.steps[2]._second.set_text(PHRASE + "s")
    settle()
    assert not wizard.next.isEnabled()


def test_a_suggestion_must_still_be_typed_once(first_run, settle):
    wizard = first_run.wizard
    wizard.go(2)
    wizard.steps[2]._on_suggest()
    settle()
    suggested = wizard.steps[2]._suggested.text()
    assert suggested
    assert wizard.steps[2]._first.text() == suggested
    assert not wizard.next.isEnabled()
    wizard.steps[2]._second.set_text(suggested)
    settle()
    assert wizard.next.isEnabled()


def test_a_wrong_code_stays_and_says_so(first_run, session, desk, settle):
    session.open(desk)
    wizard = first_run.wizard
    wizard.go(3)
    wizard.steps[3]._typed.set_text("not the code")
    wizard.next.click()
    settle()
    assert wizard.at == 3
    assert wizard.steps[3].error.isVisibleTo(first_run)


def test_the_code_is_on_the_screen_only_while_asked_for(
    first_run, session, desk, settle
):
    session.open(desk)
    step = first_run.wizard.steps[3]
    first_run.wizard.go(3)
    step._on_show()
    settle()
    assert step._code.text() == CODE
    step._on_show()
    assert step._code.text() == ""


def test_another_language_begins_anew_in_it(first_run, texts):
    first_run._on_language("en")
    assert texts.language == "en"
    assert first_run.wizard.next.accessibleName() == texts("shell-next")


def test_a_closed_first_run_goes_on_where_it_was(window, session, desk, settle):
    session.open(desk)
    window.show_gate("first_run")
    settle()
    assert window._screens["first_run"].wizard.at == 3


def test_words_that_differ_are_not_accepted(first_run, session, desk, settle, texts):
    session.open(desk)
    panel = first_run.wizard.steps[4]._panel
    panel.offer(b"file")
    settle()
    panel._on_different()
    assert desk.keys.enrolled() == ()
    assert panel._error.text() == texts("keys-not-accepted")


def test_a_code_lost_by_a_restart_is_made_anew(window, session, desk, settle):
    desk.restarted = True
    session.open(desk)
    window.show_gate("first_run")
    settle()
    settle()
    step = window._screens["first_run"].wizard.steps[3]
    assert step._renewal.isVisibleTo(step)
    assert not step._typed.isVisibleTo(step)
    step._passphrase.set_text("wrong")
    step._on_renew()
    settle()
    assert step.error.isVisibleTo(step)
    step._passphrase.set_text(PASSPHRASE)
    step._on_renew()
    settle()
    assert step._code.text() == CODE
    assert step._typed.isVisibleTo(step)
    assert not step._renewal.isVisibleTo(step)


def test_the_next_laptop_asks_to_be_let_in(first_run, door, settle, left, qtbot):
    desk = door.desk
    desk.become("center", enrolled=False)
    first_run.wizard.go(1)
    answer_center(first_run.wizard.steps[1])
    first_run.wizard.steps[1]._way.choose("next")
    first_run.wizard.steps[1]._on_way(("next",))
    wizard = first_run.wizard
    assert wizard.at == 1
    assert wizard.steps[1]._fields["center_name"].text() == "인천센터"
    wizard.next.click()
    wizard.steps[2]._first.set_text(PHRASE)
    wizard.steps[2]._second.set_text(PHRASE)
    settle()
    wizard.next.click()
    settle()
    assert door.joining
    wizard.steps[3]._typed.set_text(CODE)
    wizard.next.click()
    settle()
    wizard.skip.click()
    settle()
    join = wizard.steps[5]
    assert not wizard.next.isEnabled()
    join.offer(b"request")
    settle()
    assert join.error.isVisibleTo(first_run)
    join.offer(b"answer")
    settle()
    join._compare.same.emit()
    settle()
    assert ("taken", b"answer") in desk.said
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(left))
    assert left == [True]


def test_a_laptop_not_let_in_yet_comes_back_to_the_same_step(
    window, session, desk, settle
):
    desk._done = True
    desk.become("center", enrolled=False)
    session.open(desk)
    window.show_gate("first_run")
    settle()
    assert window._screens["first_run"].wizard.at == 5


def test_a_center_file_fills_in_what_it_says(first_run, tmp_path):
    file = tmp_path / "center.toml"
    file.write_text('code = "sw"\nname = "수원센터"\ndevice = "상담실 2"\n')
    step = first_run.wizard.steps[1]
    step.take_file(file)
    said = {name: field.text() for name, field in step._fields.items()}
    assert said == {
        "center_code": "SW",
        "center_name": "수원센터",
        "device_name": "상담실 2",
        "counselor": "",
    }


def test_a_bad_center_file_is_refused_and_changes_nothing(first_run, tmp_path, texts):
    file = tmp_path / "center.toml"
    step = first_run.wizard.steps[1]
    answer_center(step)
    file.write_bytes(b"code = ")
    step.take_file(file)
    assert step.error.text() == texts("center-file-other")
    assert step._fields["center_name"].text() == "인천센터"


@pytest.fixture
def mailbox_step(first_run, session, desk):
    session.open(desk)
    first_run.wizard.go(5)
    return first_run.wizard.steps[5]


def test_a_mailbox_is_tried_before_it_is_kept(
    mailbox_step, first_run, desk, settle, tmp_path, window
):
    mailbox_step.form.show_mailbox(str(tmp_path))
    first_run.wizard.next.click()
    settle()
    assert desk.said == [("try", str(tmp_path)), ("folder", str(tmp_path))]


def test_a_mailbox_that_takes_no_letter_is_said_at_the_step(
    mailbox_step, first_run, desk, settle, tmp_path
):
    def full(_folder):
        raise NoRoom(needed=10, free=3)

    desk.exchange.try_mailbox = full
    mailbox_step.form.show_mailbox(str(tmp_path))
    first_run.wizard.next.click()
    settle()
    assert first_run.wizard.at == 5
    assert mailbox_step.error.isVisibleTo(first_run)
    assert desk.said == []
