"""A person backs up, tries the backup and restores it through the window, on real files."""

import pytest

import intake.desk
from intake.desk import restoring as real_ones
from tests.ui.casework.conftest import open_copy
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def real(made_day, tmp_path, window, session, settle, keyring):
    """The settings page of a workspace with a day's work, and its window."""
    desk = open_copy(made_day, tmp_path / "workspace", keyring)
    session.open(desk)
    session.go("settings", section="backups")
    settle()
    yield window.screen_.sections["backups"]
    desk.close()


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_backup_is_made_tried_and_put_back(  # noqa: PLR0917 - fixtures
    real, place, tmp_path, session, settle, window, keyring, monkeypatch
):
    real.take_place(place)
    settle()
    real.make.click()
    settle()
    assert real._made.isVisibleTo(real)
    real.drill.secret.set_text(PASSPHRASE)
    real.drill.button.click()
    settle()
    cases = len(session._desk.records.list("case"))
    assert str(cases) in real.drill._found.text()

    desk = session.leave()
    desk.lock()
    session.folder = tmp_path / "workspace"
    told = []
    session.told.connect(told.append)
    monkeypatch.setattr(session, "_load_door", lambda: door_with(keyring))
    window.show_gate("unlock")
    settle()
    unlock = window._screens["unlock"]
    unlock._on_restore()
    unlock.restore.look(place)
    settle()
    unlock.restore.next.click()
    unlock.restore.way._on_press("passphrase")
    unlock.restore.passphrase.set_text(PASSPHRASE)
    unlock.restore.go.click()
    settle()
    assert session.is_open, unlock.restore.error.text()
    assert "set-aside" in told[-1].text
    assert len(list(tmp_path.glob("workspace.set-aside-*"))) == 1
    session.leave().close()


def door_with(keyring):
    """The real door, whose keyring lies in memory."""

    class Door:
        look = staticmethod(intake.desk.look)
        load_all = staticmethod(intake.desk.load_all)

        class restoring:  # noqa: N801 - it stands for a module
            RestoreSecret = real_ones.RestoreSecret
            look = staticmethod(real_ones.look)

            @staticmethod
            def restore(*said):
                return real_ones.restore(*said, keyring=keyring, policy=POLICY)

    return Door
