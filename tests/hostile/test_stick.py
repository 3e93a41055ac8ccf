"""A stick, a folder or a copy of a laptop that somebody prepared."""

import os

import pytest

from intake.errors import IntakeError
from intake.mailbox import FolderMailbox
from intake.mailbox.mailbox import ROOT

SHA = "ab" * 32


def a_stick(tmp_path, addressee="c0"):
    folder = tmp_path / "stick" / ROOT / addressee / "202609"
    folder.mkdir(parents=True)
    return FolderMailbox(tmp_path / "stick"), folder


def test_a_link_on_a_stick_is_no_letter(tmp_path):
    """Else the copy of an endless device would fill this disk, or a foreign file be read."""
    stick, folder = a_stick(tmp_path)
    secret = tmp_path / "secret"
    secret.write_bytes(b"x" * 10)
    (folder / f"{SHA}.age").symlink_to(secret)
    (folder / f"{'cd' * 32}.age").symlink_to("/dev/zero")
    assert stick.list("c0/") == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_on_a_stick_is_no_letter(tmp_path):
    """Else reading it would wait for ever."""
    stick, folder = a_stick(tmp_path)
    os.mkfifo(folder / f"{SHA}.age")
    assert stick.list("c0/") == {}


def test_a_folder_that_is_a_link_is_not_followed_out_of_the_stick(tmp_path, incheon):
    outside = tmp_path / "outside"
    outside.mkdir()
    place = tmp_path / "stick"
    (place / ROOT).mkdir(parents=True)
    (place / ROOT / "c0").symlink_to(outside)
    incheon.case(CENTRAL="AGREED")
    with pytest.raises(IntakeError):
        incheon.send(FolderMailbox(place))
    assert not any(outside.rglob("*.age"))


def test_a_letter_that_grows_while_it_is_read_is_cut_off(
    central, tmp_path, monkeypatch
):
    """What a medium yields is bounded by what it showed, else it fills this disk."""
    stick, folder = a_stick(tmp_path)
    (folder / f"{SHA}.age").write_bytes(b"x")
    read = []

    def endless(self, key):
        while len(read) < 10_000:
            read.append(1)
            yield bytes(64 * 1024)

    monkeypatch.setattr(FolderMailbox, "get", endless)
    (item,) = central.receive(stick).items
    assert item.state == "damaged"
    assert len(read) < 10


def test_a_letter_that_vanishes_while_it_is_looked_at_does_not_stop_the_others(
    incheon, central, tmp_path, monkeypatch
):
    stick, _ = a_stick(tmp_path)
    incheon.case(CENTRAL="AGREED")
    incheon.send(stick)
    ghost = f"c0/202601/{SHA}.age"
    listed = FolderMailbox.list

    def haunted(self, prefix):
        found = listed(self, prefix)
        return {ghost: 5, **found} if ghost.startswith(prefix) else found

    monkeypatch.setattr(FolderMailbox, "list", haunted)
    states = [item.state for item in central.receive(stick).items]
    assert "merged" in states
