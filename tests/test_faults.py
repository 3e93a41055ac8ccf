"""The trace of a fall: each process writes its own, and only what has ended is told and taken."""

import os
from pathlib import Path

import pytest

from intake import faults
from intake.plain_files import open_plain, take_lock


@pytest.fixture
def living(tmp_path):
    """The trace of a process that lives."""
    handle = faults.open_own(tmp_path)
    os.write(handle, b"still here\n")
    yield handle
    os.close(handle)


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_what_ended_processes_left_is_told_once_and_taken_away(tmp_path):
    (tmp_path / "faults-12-0.txt").write_text("Fatal: one\n")
    (tmp_path / "faults.txt").write_bytes(b"Fatal: \xff two\n")  # of an earlier version
    (tmp_path / "faults-13-0.txt").write_text(" \n")  # it ended well
    assert faults.count_left(tmp_path) == 2
    assert len(names(tmp_path)) == 3  # counting takes nothing
    assert sorted(faults.take_left(tmp_path)) == ["Fatal: one\n", "Fatal: \ufffd two\n"]
    assert names(tmp_path) == []
    assert (faults.count_left(tmp_path), list(faults.take_left(tmp_path))) == (0, [])


def test_the_trace_of_a_process_that_lives_is_neither_told_nor_taken(tmp_path, living):
    own = f"faults-{os.getpid()}-0.txt"
    assert names(tmp_path) == [own]
    assert (faults.count_left(tmp_path), list(faults.take_left(tmp_path))) == (0, [])
    assert (tmp_path / own).read_text() == "still here\n"


def test_each_opening_has_a_file_of_its_own_that_is_held(tmp_path, living):
    second = faults.open_own(tmp_path)
    try:
        assert names(tmp_path) == [f"faults-{os.getpid()}-{one}.txt" for one in (0, 1)]
        assert (tmp_path / names(tmp_path)[1]).stat().st_mode & 0o777 == 0o600
        other = open_plain(tmp_path / names(tmp_path)[1], os.O_RDWR)
        assert not take_lock(other)
        os.close(other)
    finally:
        os.close(second)


def test_a_file_that_somebody_takes_away_meanwhile_is_not_written_into(tmp_path, monkeypatch):  # fmt: skip
    opened, answers = [], iter([False, True, True])
    open_files = Path("/proc/self/fd")
    before = len(list(open_files.iterdir()))

    def busy(handle):
        """The first is held by who looks for what was left; the second was taken away."""
        opened.append(handle)
        if len(opened) == 2:
            (tmp_path / f"faults-{os.getpid()}-1.txt").unlink()
        return next(answers)

    monkeypatch.setattr(faults, "take_lock", busy)
    handle = faults.open_own(tmp_path)
    assert os.fstat(handle).st_nlink == 1
    assert (open_files / str(handle)).samefile(tmp_path / f"faults-{os.getpid()}-2.txt")  # fmt: skip
    os.close(handle)
    assert len(opened) == 3
    assert len(list(open_files.iterdir())) == before  # those two are closed


def test_where_every_name_is_taken_there_is_none(tmp_path):
    for number in range(10):
        (tmp_path / f"faults-{os.getpid()}-{number}.txt").touch()
    with pytest.raises(FileExistsError):
        faults.open_own(tmp_path)


def test_what_is_none_of_ours_stays_where_it_is(tmp_path):
    (tmp_path / "elsewhere").write_text("a secret\n")
    (tmp_path / "faults-1-0.txt").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "faults-2-0.txt").mkdir()
    os.mkfifo(tmp_path / "faults-3-0.txt")
    for odd in ("faults-x-0.txt", "faults-1-10.txt", "my-faults.txt", "faults.txt.old"):
        (tmp_path / odd).write_text("not ours\n")
    before = names(tmp_path)
    assert (faults.count_left(tmp_path), list(faults.take_left(tmp_path))) == (0, [])
    assert names(tmp_path) == before
    assert list(faults.take_left(tmp_path / "nowhere")) == []


def test_of_a_long_trace_the_beginning_is_told_and_of_many_the_first(tmp_path):
    (tmp_path / "faults-1-0.txt").write_bytes(b"x" * 70_000)
    assert [len(one) for one in faults.take_left(tmp_path)] == [64 * 1024]
    for number in range(70):
        (tmp_path / f"faults-{number}-0.txt").write_text("Fatal\n")
    assert faults.count_left(tmp_path) == 64
    assert len([*faults.take_left(tmp_path)]) == 64
    assert len(names(tmp_path)) == 6
