"""What goes wrong just after a workspace was opened leaves it neither open nor its opening unsaid."""

import io
import sys

import pytest

from intake.cli import main
from intake.desk import workspace
from intake.text import texts_in
from intake.vault.access_log import AccessFilter
from intake.vault.vault import FILE
from tests.desks_at_hand import PASSPHRASE, POLICY, MemoryKeyring, a_desk

SLIP = "allow_any_place = true\nballast_mib = 0\nlock_minuts = 3\n"


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def place(tmp_path, keyring, monkeypatch):
    """A closed workspace that commands of this process open by this keyring."""
    a_desk(tmp_path / "w", keyring).lock()
    (tmp_path / "policy.toml").write_text(SLIP)
    monkeypatch.setenv("IEUM_POLICY", str(tmp_path / "policy.toml"))
    monkeypatch.setenv("IEUM_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(workspace, "keyring_of", lambda _folder: keyring)
    return tmp_path / "w"


@pytest.fixture
def opened(place, keyring):
    """Open it; where another in this process had it open still, that is refused."""
    desks = []

    def open_():
        desks.append(workspace.open_(place, PASSPHRASE, keyring=keyring, policy=POLICY))
        return desks[-1]

    yield open_
    for desk in desks:
        desk.lock()


def openings(desk):
    desk._rooms.log.flush()
    return desk._rooms.log.count(AccessFilter(act="open"))


def where(desk, table):
    """Return where in the file a byte of a table lies."""
    with desk._rooms.vault.reading() as db:
        (root,) = db.one("select rootpage from sqlite_master where name = ?", (table,))
        (size,) = db.one("pragma page_size")
    return (root - 1) * int(size) + 100


def turn(place, at):
    """Turn one bit of the file; turned twice it is as it was."""
    with (place / FILE).open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def test_a_page_that_is_damaged_where_it_is_looked_at_first(place, opened, capsys):
    desk = opened()
    before, at = openings(desk), where(desk, "r_break_glass")
    desk.lock()
    turn(place, at)
    assert main(["--folder", str(place), "about"]) == 1
    assert "[DAMAGED-VAULT]" in capsys.readouterr().err
    turn(place, at)
    assert openings(opened()) == before + 2


def test_nobody_reads_what_is_told_on_opening(place, opened, monkeypatch):
    desk = opened()
    before = openings(desk)
    desk.lock()
    monkeypatch.setattr(sys, "stderr", Unread())
    with pytest.raises(BrokenPipeError):
        main(["--folder", str(place), "--speak", "en", "about"])
    assert openings(opened()) == before + 2


class Unread(io.StringIO):
    def write(self, text):
        if text == texts_in("en")("notice-policy"):
            raise BrokenPipeError
        return len(text)
