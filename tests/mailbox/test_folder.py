"""Sticks: full, locked, pulled, and full of other people's files."""

import errno
import io
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import sys

import pytest

from intake.clock import DAY_MS, wall_ms
from intake.errors import MailboxAway, NoRoom, ReadOnlyPlace
from intake.mailbox import ROOT, FolderMailbox, find_letters, letter_for, send
from intake.mailbox.listing import is_elsewhere
from intake.progress import Silent

SHA = "cd" * 32
KEY = f"ic/202609/{SHA}.age"
needs_mount = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="mounting needs root"
)


def files(place):
    return sorted(
        str(file.relative_to(place)) for file in place.rglob("*") if file.is_file()
    )


@pytest.fixture
def stick(tmp_path):
    """A real small medium."""
    place = tmp_path / "stick"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def remount(place, how):
    subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)


def test_a_readme_tells_finders_what_it_is(tmp_path):
    FolderMailbox(tmp_path).put_new(KEY, io.BytesIO(b"x"), 1)
    text = (tmp_path / ROOT / "README.txt").read_text(encoding="utf-8")
    assert "이음 우편함" in text
    assert "Please do not delete" in text


def test_looking_writes_nothing(tmp_path):
    box = FolderMailbox(tmp_path)
    box.list("")
    find_letters(box, "ic")
    assert files(tmp_path) == []


def test_names_are_lower_case_ascii(tmp_path):
    FolderMailbox(tmp_path).put_new(KEY, io.BytesIO(b"x"), 1)
    ours = [name for name in files(tmp_path) if not name.endswith("README.txt")]
    assert all(name.isascii() and name == name.lower() for name in ours)


def test_files_of_other_people_are_left_alone(tmp_path):
    box = FolderMailbox(tmp_path)
    box.put_new(KEY, io.BytesIO(b"x"), 1)
    month = tmp_path / ROOT / "ic" / "202609"
    foreign = [
        tmp_path / "가족사진.jpg",
        tmp_path / ROOT / "notes.txt",
        month / "hello.age",
        month / ".tmp-mine",
        month / ".tmp-0123456789abcdef.doc",
    ]
    for file in foreign:
        file.write_bytes(b"theirs")
        os.utime(file, (0, 0))
    (month / f"{'ef' * 32}.age").symlink_to(foreign[0])
    assert box.list("") == {KEY: 1}
    assert box.sweep() == 0
    assert all(file.read_bytes() == b"theirs" for file in foreign)


def test_own_leftovers_go_after_a_day(tmp_path):
    box = FolderMailbox(tmp_path)
    box.put_new(KEY, io.BytesIO(b"x"), 1)
    month = tmp_path / ROOT / "ic" / "202609"
    old, young = (month / f".tmp-{digit * 16}" for digit in "ab")
    for file in (old, young):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    again = FolderMailbox(tmp_path)
    again.put_new(KEY.replace("cd", "ce"), io.BytesIO(b"x"), 1)
    assert young.exists()
    assert not old.exists()


def test_a_place_that_is_not_there_is_away(tmp_path):
    with pytest.raises(MailboxAway):
        FolderMailbox(tmp_path / "nowhere")


def test_a_removed_folder_is_away(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    box = FolderMailbox(place)
    box.put_new(KEY, io.BytesIO(b"x"), 1)
    shutil.rmtree(place)
    for verb in (
        lambda: box.put_new(KEY, io.BytesIO(b"x"), 1),
        lambda: box.list(""),
        lambda: b"".join(box.get(KEY)),
        lambda: box.delete(KEY),
        box.sweep,
    ):
        with pytest.raises(MailboxAway):
            verb()


@needs_mount
def test_a_full_stick_has_no_room_and_keeps_nothing(stick):
    box = FolderMailbox(stick)
    with pytest.raises(NoRoom) as refusal:
        box.put_new(KEY, io.BytesIO(bytes(2_000_000)), 2_000_000)
    assert refusal.value.facts["needed"] == 2_000_000
    assert box.list("") == {}
    assert files(stick) == [f"{ROOT}/README.txt"]
    assert box.put_new(KEY, io.BytesIO(bytes(1000)), 1000)


@needs_mount
def test_a_locked_stick_is_read_only_but_can_be_read(stick):
    box = FolderMailbox(stick)
    box.put_new(KEY, io.BytesIO(b"sealed"), 6)
    remount(stick, "ro")
    with pytest.raises(ReadOnlyPlace):
        box.put_new(KEY.replace("cd", "ce"), io.BytesIO(b"x"), 1)
    with pytest.raises(ReadOnlyPlace):
        box.delete(KEY)
    assert b"".join(FolderMailbox(stick).get(KEY)) == b"sealed"


@needs_mount
def test_a_pulled_stick_is_away_and_its_empty_folder_stays_empty(stick):
    box = FolderMailbox(stick)
    subprocess.run(["umount", "-l", str(stick)], check=True)
    assert stick.is_dir()
    with pytest.raises(MailboxAway):
        box.put_new(KEY, io.BytesIO(b"x"), 1)
    assert files(stick) == []


@needs_mount
def test_a_stick_pulled_while_copying_never_shows_half_a_file(stick):
    box = FolderMailbox(stick)

    class Pulls(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 300_000 and os.path.ismount(stick):
                subprocess.run(["umount", "-l", str(stick)], check=True)
            return super().read(size)

    with pytest.raises(MailboxAway):
        box.put_new(KEY, Pulls(bytes(600_000)), 600_000)
    assert files(stick) == []


def test_any_refusal_to_write_on_a_medium_that_is_there_means_it_does_not_fit(tmp_path):
    """FAT answers EPERM where others say ENOSPC."""
    box = FolderMailbox(tmp_path)

    class Refuses(io.BytesIO):
        def read(self, size=-1):
            raise PermissionError(errno.EPERM, "not permitted")

    with pytest.raises(NoRoom):
        box.put_new(KEY, Refuses(b"x"), 1)
    assert box.list("") == {}


def test_a_file_size_limit_means_no_room(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(NoRoom):
            FolderMailbox(tmp_path).put_new(KEY, io.BytesIO(bytes(200_000)), 200_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert FolderMailbox(tmp_path).list("") == {}


def test_a_copy_killed_at_any_moment_never_shows_half_a_file(tmp_path):
    sealed = tmp_path / "sealed"
    sealed.write_bytes(bytes(3_000_000))
    place = tmp_path / "stick"
    place.mkdir()
    script = f"""
import io, os, signal
from pathlib import Path
from intake.mailbox import FolderMailbox
class Kills(io.BytesIO):
    left = int(os.environ["AFTER"])
    def read(self, size=-1):
        Kills.left -= 1
        if Kills.left < 0: os.kill(os.getpid(), signal.SIGKILL)
        return super().read(size)
FolderMailbox(Path({str(place)!r})).put_new({KEY!r}, Kills(bytes(3_000_000)), 3_000_000)
"""
    for after in (0, 1, 5, 11):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "AFTER": str(after)},
            check=False,
        )
        assert done.returncode == -signal.SIGKILL
        assert FolderMailbox(place).list("") == {}
    letter = letter_for("ic", "202609", SHA, 3_000_000)
    assert send(FolderMailbox(place), sealed, letter, Silent()) == 1
    leftovers = list((place / ROOT).rglob(".tmp-*"))
    assert len(leftovers) == 4
    later = FolderMailbox(place, wall=lambda: wall_ms() + 2 * DAY_MS)
    assert later.sweep() == 4


class Junction(type(pathlib.Path())):
    """What Python 3.12 says of a folder of Windows that leads somewhere else."""

    def is_junction(self):
        return True


def test_a_junction_is_no_folder_of_the_mailbox(tmp_path):
    assert is_elsewhere(Junction(tmp_path))
    assert not is_elsewhere(tmp_path)


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.EIO, MailboxAway), (errno.ENODEV, MailboxAway), (errno.ENOSPC, NoRoom)],
    ids=["broken", "pulled", "full"],
)
def test_a_name_that_did_not_get_onto_the_medium_is_not_delivered(tmp_path, monkeypatch, number, told):  # fmt: skip
    box = FolderMailbox(tmp_path)
    with monkeypatch.context() as pulled:
        pulled.setattr(os, "fsync", failing_at_folders(number))
        with pytest.raises(told):
            box.put_new(KEY, io.BytesIO(b"bytes"), 5)
    assert not box.put_new(KEY, io.BytesIO(b"bytes"), 5)  # the rename held after all
    assert b"".join(box.get(KEY)) == b"bytes"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_medium_whose_folders_cannot_be_waited_for_is_one_all_the_same(tmp_path, monkeypatch, number):  # fmt: skip
    box = FolderMailbox(tmp_path)
    monkeypatch.setattr(os, "fsync", failing_at_folders(number))
    assert box.put_new(KEY, io.BytesIO(b"bytes"), 5)
    assert b"".join(box.get(KEY)) == b"bytes"


def failing_at_folders(number):
    real = os.fsync

    def fsync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        real(handle)

    return fsync
