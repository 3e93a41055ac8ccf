"""Small files that several processes share."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from intake import plain_files


@pytest.fixture
def locked(monkeypatch):
    """What the system of Windows is asked to lock: from which byte, and how many."""
    asked = []

    def locking(handle, _how, size):
        asked.append((os.lseek(handle, 0, os.SEEK_CUR), size))

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))  # fmt: skip
    return asked


def test_what_is_written_under_a_lock_of_windows_stands_where_it_stood_without(tmp_path, locked):  # fmt: skip
    handle = plain_files.open_plain(tmp_path / "trace", os.O_RDWR | os.O_CREAT)
    try:
        os.write(handle, b"one ")
        plain_files.lock_on_windows(handle, shared=False)
        os.write(handle, b"two")
    finally:
        os.close(handle)
    assert (tmp_path / "trace").stat().st_size == len(b"one two")
    assert locked == [(1 << 30, 256)]  # where nobody reads or writes


def test_where_windows_refuses_a_lock_the_file_is_read_on_from_where_it_was(tmp_path, locked, monkeypatch):  # fmt: skip
    def refused(*_asked):
        raise OSError("held")

    monkeypatch.setattr(sys.modules["msvcrt"], "locking", refused)
    handle = plain_files.open_plain(tmp_path / "trace", os.O_RDWR | os.O_CREAT)
    try:
        with pytest.raises(OSError, match="held"):
            plain_files.lock_on_windows(handle, shared=True)
        assert os.lseek(handle, 0, os.SEEK_CUR) == 0
    finally:
        os.close(handle)
    assert locked == []


# --- as the system of this computer has it --------------------------------------------------


def test_a_lock_is_held_alone_or_shared_and_nobody_waits(tmp_path):
    first, second, third = (plain_files.open_plain(tmp_path / "lock", os.O_RDWR | os.O_CREAT) for _ in range(3))  # fmt: skip
    try:
        assert plain_files.take_lock(first, shared=True)
        assert plain_files.take_lock(second, shared=True)
        assert plain_files.take_lock(third) is False
        os.close(second)
        assert plain_files.take_lock(third) is False
        os.close(first)
        assert plain_files.take_lock(third) is True
        first = plain_files.open_plain(tmp_path / "lock", os.O_RDWR)
        assert plain_files.take_lock(first, shared=True) is False
    finally:
        os.close(first)
        os.close(third)


def test_two_that_share_a_lock_of_windows_lock_two_bytes_and_who_is_alone_all_of_them(tmp_path, locked, monkeypatch):  # fmt: skip
    handle = plain_files.open_plain(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    for process in (7, 256 + 8):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        plain_files.lock_on_windows(handle, shared=True)
    plain_files.lock_on_windows(handle, shared=False)
    os.close(handle)
    far = 1 << 30
    assert locked == [(far + 7, 1), (far + 8, 1), (far, 256)]


def test_what_is_no_plain_file_is_not_opened_and_not_left_open(tmp_path):
    (tmp_path / "real").write_text("a secret")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for name in ("link", "folder", "pipe", "nowhere"):
        with pytest.raises(OSError):  # noqa: PT011 - each in the words of the system
            plain_files.read_plain(tmp_path / name, 9)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert plain_files.read_plain(tmp_path / "real", 3) == b"a s"


def test_a_new_file_is_this_accounts_alone(tmp_path):
    os.close(plain_files.open_plain(tmp_path / "new", os.O_WRONLY | os.O_CREAT))
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_folder_is_waited_for_and_closed(tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(os, "fsync", lambda handle: waited.append(Path(f"/proc/self/fd/{handle}").readlink()))  # fmt: skip
    before = len(list(Path("/proc/self/fd").iterdir()))
    plain_files.sync_folder(tmp_path)
    assert waited == [tmp_path]
    assert len(list(Path("/proc/self/fd").iterdir())) == before
