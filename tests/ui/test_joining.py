"""The next laptop of a center is let in, over two files, on real vaults."""

import pytest

from intake.desk import NewWorkspace, workspace
from intake.progress import Silent
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY, MemoryKeyring
from ui.session import Session
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
    monkeypatch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
    return files


@pytest.fixture
def first(saved, tmp_path):
    desk = a_desk(tmp_path / "first")
    yield desk
    desk.close()


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def joining(saved, tmp_path, keyring):
    """A laptop that founded nothing, its recovery code already on paper."""
    plan = NewWorkspace("center", "IC", "IC 센터", "ic-2", "최상담", "ko", PASSPHRASE)
    desk = workspace.create(
        tmp_path / "next", plan, keyring=keyring, policy=POLICY, joining=True
    )
    desk.setup.confirm_code(desk.setup.recovery_code())
    desk.setup.skip("mailbox")
    yield desk
    desk.close()


def test_the_next_laptop_is_let_in_and_can_begin_a_case(  # noqa: PLR0913, PLR0917 - a whole road
    qtbot,
    window,
    session,
    texts,
    first,
    joining,
    saved,
    keyring,
    left,
    settle,
    tmp_path,
):
    session.open(joining)
    window.show_gate("first_run")
    settle()
    settle()
    wizard = window._screens["first_run"].wizard
    join = wizard.steps[wizard.at]
    join._on_save()
    center = Session(session.jobs, texts, tmp_path / "first")
    center.open(first)
    panel = KeysPanel(center)
    qtbot.addWidget(panel)
    panel.arrive()
    settle()
    panel.offer(saved["ieum-ic.request"])
    settle()
    shown = [label.text() for label in panel._compare.findChildren(type(join._said))]
    asked = [label.text() for label in join._asking.findChildren(type(join._said))]
    assert shown[2] == asked[1]  # the words are the same on both screens
    panel._compare.same.emit()
    settle()
    join.offer(saved["ieum-ic.answer"])
    settle()
    join._compare.same.emit()
    settle()
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(left))
    desk = workspace.open_(
        tmp_path / "next", PASSPHRASE, Silent(), keyring=keyring, policy=POLICY
    )
    assert desk.about().enrolled
    assert desk.cases.begin("VISIT", "하늘")
    desk.close()
    assert left == [True]
