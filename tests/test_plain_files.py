"""Small files that several processes share."""

import os
import sys
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
