import pytest

from ui.wizards import own_card
from ui.wizards.keys_panel import KeysPanel


@pytest.fixture
def saved(monkeypatch, tmp_path):
    """Files that were written, without asking for a place."""
    files = {}

    def save(_parent, name, data):
        files[name] = data
        return tmp_path / name

    monkeypatch.setattr(own_card, "save_bytes", save)
    return files


@pytest.fixture
def panel(qtbot, open_session, settle):
    panel = KeysPanel(open_session)
    qtbot.addWidget(panel)
    panel.arrive()
    settle()
    return panel


def offered(panel, settle, data):
    panel.offer(data)
    settle()
    return panel


def test_a_new_laptop_is_answered_with_a_file_after_its_words_were_compared(
    panel, settle, saved, texts
):
    offered(panel, settle, b"request")
    assert panel._compare.isVisibleTo(panel)
    assert saved == {}
    panel._compare.same.emit()
    settle()
    assert saved == {"ieum-ic.answer": b"answer"}
    assert panel._error.text() == texts("keys-answer-saved", name="ieum-ic.answer")


def test_a_laptop_of_another_center_is_not_let_in(panel, settle, texts):
    offered(panel, settle, b"elsewhere")
    assert not panel._compare.isVisibleTo(panel)
    assert panel._error.text() == texts("keys-device-elsewhere", code="SW", ours="IC")


def test_our_centers_answer_is_taken_and_opening_again_is_offered(
    panel, settle, desk, open_session
):
    asked, locks = [], []
    open_session.asked.connect(asked.append)
    open_session.lock_wanted.connect(lambda: locks.append(1))
    offered(panel, settle, b"answer")
    panel._compare.same.emit()
    settle()
    assert desk.said == [("taken", b"answer")]
    asked[0].act()
    assert locks == [1]


def test_our_own_file_is_saved(panel, settle, saved):
    panel.own._on_save()
    settle()
    assert saved == {"IC.enrolment": b"x"}
