"""The program's log says when and what, never whom, and never grows."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake import logbook
from intake.logbook import Logbook
from intake.plain_files import take_lock


def book(tmp_path, **bounds):
    return Logbook(tmp_path / "log", lambda: 1_785_000_000_000, **bounds)


def test_an_event_is_one_line_with_its_moment_and_its_codes(tmp_path):
    log = book(tmp_path)
    assert log.note("start", version="0.1.0", tries=0)
    assert log.tail(5) == ("2026-07-25T17:20:00Z start version=0.1.0 tries=0",)


def test_only_this_account_may_read_it(tmp_path):
    log = book(tmp_path)
    log.note("start")
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.folder.stat().st_mode) == 0o700


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_somebodys_words_never_get_in(event, words):
    said = logbook.line(0, event, {"name": words, "title": words, "code": words})
    rest = said.removeprefix("1970-01-01T00:00:00Z ").split(" ")
    assert rest[0] in logbook.EVENTS | {"other"}
    assert "name=" not in said
    assert "title=" not in said
    assert all(part == f"code={words}" for part in rest[1:])
    assert said.isascii()
    assert "\n" not in said


def test_it_is_bounded_and_the_oldest_goes(tmp_path):
    log = book(tmp_path, size=400, files=3)
    for number in range(100):
        log.note("ended", number=number)
    kept = sorted(log.folder.glob("ieum.log*"))
    assert [one.name for one in kept] == ["ieum.log", "ieum.log.1", "ieum.log.2"]
    assert all(one.stat().st_size <= 400 for one in kept)
    assert log.tail(2)[-1].endswith("number=99")
    assert len(log.tail(12)) == 12  # from more than one file
    assert log.tail(12)[0].endswith("number=88")


def test_where_nothing_can_be_written_work_goes_on(tmp_path):
    (tmp_path / "log").write_text("no folder")
    log = book(tmp_path)
    assert not log.note("start")
    assert log.tail(3) == ()


def test_nothing_is_kept_before_somebody_keeps_a_log(monkeypatch, tmp_path):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.note("start")
    assert logbook.kept_log() is None
    log = logbook.keep_log(book(tmp_path))
    logbook.note("refused", code="WRONG-PASSPHRASE")
    assert log.tail(1)[0].endswith("refused code=WRONG-PASSPHRASE")


# --- several processes -----------------------------------------------------------------------

LINES, WRITERS = 400, 3
WRITES = """
import sys
from pathlib import Path
from intake.logbook import Logbook

book = Logbook(Path(sys.argv[1]), lambda: 0, size=4000, files=60)
print("there", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    book.note("verb", writer=int(sys.argv[2]), number=number)
"""


def test_lines_of_several_processes_are_neither_lost_nor_mixed(tmp_path, house):
    pipe = subprocess.PIPE
    words = [sys.executable, "-c", WRITES, tmp_path]
    writers = [subprocess.Popen([*words, str(one), str(LINES)], cwd=house, stdin=pipe, stdout=pipe) for one in range(WRITERS)]  # fmt: skip
    for one in writers:
        assert one.stdout.readline() == b"there\n"
    for one in writers:  # all at once
        one.stdin.write(b"\n")
        one.stdin.flush()
    for one in writers:
        one.communicate()
    files = sorted(tmp_path.glob("ieum.log*"), key=lambda one: -_number(one))
    told = [line for one in files for line in one.read_text("ascii").splitlines()]
    wanted = {f"1970-01-01T00:00:00Z verb writer={one} number={n}" for one in range(WRITERS) for n in range(LINES)}  # fmt: skip
    assert (len(told), set(told)) == (len(wanted), wanted)
    for one in range(WRITERS):  # in the order in which each wrote them
        own = [line for line in told if f"writer={one} " in line]
        assert own == sorted(own, key=lambda line: int(line.rpartition("=")[2]))
    assert all(
        one.stat().st_size > 3_900 for one in files[:-1]
    )  # none was begun too early


def _number(file: Path) -> int:
    return int(file.suffix[1:]) if file.suffix != ".log" else 0


@pytest.fixture
def full(tmp_path):
    log = book(tmp_path, size=100, files=3)
    log.note("start", tries=1)
    log.note("start", tries=2)
    return log


def test_while_another_process_begins_a_new_file_a_line_goes_where_there_is_one(full):
    handle = os.open(full.folder / logbook.LOCK, os.O_RDWR | os.O_CREAT)
    try:
        assert take_lock(handle)
        assert full.note("ended", exit=0)
        assert not (full.folder / "ieum.log.1").exists()
    finally:
        os.close(handle)
    full.note("ended", exit=1)
    assert (full.folder / "ieum.log.1").exists()
    assert len(full.tail(9)) == 4


def test_a_link_in_the_place_of_the_lock_leads_nowhere(full, tmp_path):
    (full.folder / logbook.LOCK).unlink(missing_ok=True)
    (full.folder / logbook.LOCK).symlink_to(tmp_path / "elsewhere")
    assert full.note("ended", exit=0)
    assert (full.folder / "ieum.log.1").exists()  # it never grows without end
    assert not (tmp_path / "elsewhere").exists()
