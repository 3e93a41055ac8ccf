"""A mailbox is tried with a test letter before it is kept."""

import errno
from pathlib import Path

import pytest

from intake.errors import MailboxAway, NoRoom, ReadOnlyPlace
from intake.mailbox import ROOT
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import CHEAP


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
        desk = a_desk(tmp_path_factory.mktemp("desk") / "ic")
    yield desk
    desk.close()


def letters(folder):
    return [f for f in (folder / ROOT).rglob("*") if f.is_file() and f.suffix != ".txt"]


def test_a_test_letter_leaves_nothing_behind(desk, tmp_path):
    desk.exchange.try_mailbox(tmp_path)
    assert (tmp_path / ROOT).is_dir()
    assert letters(tmp_path) == []


def test_a_folder_that_is_not_there_is_refused(desk, tmp_path):
    with pytest.raises(MailboxAway):
        desk.exchange.try_mailbox(tmp_path / "none")


@pytest.mark.parametrize(
    ("number", "refusal"), [(errno.EROFS, ReadOnlyPlace), (errno.ENOSPC, NoRoom)]
)
def test_a_place_that_takes_nothing_is_named(
    desk, tmp_path, monkeypatch, number, refusal
):
    (tmp_path / ROOT).mkdir(parents=True)
    real = Path.open

    def refused(path, mode="r", *args, **how):
        if "x" in mode:
            raise OSError(number, "refused")
        return real(path, mode, *args, **how)

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(refusal):
        desk.exchange.try_mailbox(tmp_path)
