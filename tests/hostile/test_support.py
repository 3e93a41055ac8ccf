"""What support sees, looked at by somebody who hunts for a name, a path or a password."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from intake import logbook
from intake.cli import doctor, main
from intake.desk import doctor_computer as computer
from intake.desk import glance
from intake.desk.doctor_report import told_lines
from intake.desk.doctor_states import STATES
from intake.faults import count_left
from intake.logbook import Logbook
from intake.progress import Silent
from intake.text import texts_in
from tests.desks_at_hand import a_desk
from ui import crash
from ui.__main__ import main as window
from ui.starts import Starts

CANARY = "녹두가 말한 것"
HOUSE = Path(crash.__file__).parents[1]


def ran(code, **more):
    """Run a few lines in a process of their own; return what it wrote to stderr."""
    environ = {**os.environ, "PYTHONPATH": str(HOUSE), **more}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)  # fmt: skip
    return done.stderr


# --- the crash page ---------------------------------------------------------------------


def test_a_crash_of_the_crash_page_tells_no_words_of_the_first_one():
    said = ran(f"""
from ui import crash
def show(report): raise RuntimeError("{CANARY}")
crash.install(show)
raise ValueError("{CANARY}")
""")
    assert "녹두" not in said
    assert said.splitlines()[0] == "ValueError"
    assert "RuntimeError" in said


def test_a_mistake_that_comes_with_every_picture_neither_stands_in_the_way_nor_fills_the_log(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(logbook, "_book", [])
    book, shown = logbook.keep_log(Logbook(tmp_path, lambda: 0)), []
    crash.install(shown.append)
    for _ in range(50):
        sys.excepthook(ValueError, ValueError(CANARY), None)
    sys.excepthook(KeyError, KeyError(CANARY), None)
    assert shown == ["ValueError"] * 3 + ["KeyError"]
    assert len(book.tail(99)) == len(capsys.readouterr().err.splitlines()) == 4


def test_a_mistake_on_a_thread_or_of_a_thing_that_goes_tells_no_words():
    said = ran(f"""
import threading
from ui import crash
crash.keep_quiet()
class Thing:
    def __del__(self): raise KeyError("{CANARY}")
def work(): raise ValueError("{CANARY}")
one = threading.Thread(target=work); one.start(); one.join()
Thing()
""")
    assert "녹두" not in said
    assert "ValueError" in said
    assert "KeyError" in said


@pytest.mark.parametrize("top", ["intake", "ui"])
def test_a_folder_that_is_called_like_ours_tells_no_names_below_it(top):
    assert crash.place_of(f"/srv/{top}/김하준/json/x.py", 3) == "x.py:3"
    assert crash.place_of(f"C:\\{top}\\Kim-Hajun\\x.py", 3) == "x.py:3"


# --- the log ------------------------------------------------------------------------------


def test_what_somebody_else_wrote_into_the_log_is_in_no_report(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook, "_book", [])
    book = logbook.keep_log(Logbook(tmp_path, lambda: 0))
    book.note("start", tries=1)
    with book.path.open("a", encoding="utf-8") as file:
        file.write("Kim Hajun 010-0000-1234\n1970-01-01T00:00:00Z start who=kim\n")
        file.write("1970-01-01T00:00:00Z kim tries=1\n")
    book.note("ended", exit=0)
    said = crash.whole_report("ValueError").splitlines()[4:]
    assert said == ["1970-01-01T00:00:00Z start tries=1", "1970-01-01T00:00:00Z ended exit=0"]  # fmt: skip


def test_a_link_in_the_place_of_the_log_is_neither_written_nor_read(tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("1970-01-01T00:00:00Z start tries=7\n")
    book = Logbook(tmp_path / "log", lambda: 0)
    book.folder.mkdir()
    book.path.symlink_to(other)
    assert not book.note("start")
    assert book.tail(5) == ()
    assert other.read_text().count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="a pipe has no place in a folder there")
def test_a_pipe_in_the_place_of_a_file_holds_nothing_up(tmp_path):
    faults = [f"faults-{os.getpid()}-{number}.txt" for number in range(10)]
    for name in (logbook.NAME, "starts.json", "faults.txt", *faults):
        os.mkfifo(tmp_path / name)
    book = Logbook(tmp_path, lambda: 0)
    assert not book.note("start")
    assert book.tail(5) == ()
    assert Starts(tmp_path).begin() == 0
    assert crash.watch_faults(tmp_path) == ()
    assert count_left(tmp_path) == 0


@pytest.mark.parametrize("wall", [-(10**15), 10**18])
def test_a_clock_of_another_age_keeps_no_start_from_going_on(tmp_path, wall):
    book = Logbook(tmp_path, lambda: wall)
    assert not book.note("start")  # no line can say such a day
    assert book.tail(5) == ()


def test_a_place_that_is_not_named_in_full_is_not_believed(monkeypatch):
    monkeypatch.setattr(logbook.sys, "platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", "stick")
    assert logbook.log_folder() == Path.home() / ".local" / "state" / "ieum" / "log"


# --- safe mode ----------------------------------------------------------------------------


def test_a_start_that_is_still_on_its_way_is_none_that_failed(tmp_path):
    slow, again, once_more = Starts(tmp_path), Starts(tmp_path), Starts(tmp_path)
    assert [slow.begin(), again.begin(), once_more.begin()] == [0, 0, 0]
    slow.well()
    assert Starts(tmp_path).begin() == 0


def test_a_link_in_the_place_of_the_count_leads_nowhere(tmp_path):
    other = tmp_path / "vault.key"
    other.write_text("precious")
    (tmp_path / "log").mkdir()
    for name in ("starts.json", "faults.txt", f"faults-{os.getpid()}-0.txt"):
        (tmp_path / "log" / name).symlink_to(other)
    Starts(tmp_path / "log").begin()
    assert count_left(tmp_path / "log") == 0
    assert crash.watch_faults(tmp_path / "log") == ()
    assert (other.read_text(), len(list(tmp_path.glob("log/*.txt")))) == ("precious", 3)


def test_names_that_are_nearly_ours_are_left_alone(tmp_path):
    for name in ("faults-1.txt", "faults-1-23.txt", "faults-x-1.txt", "my-faults.txt", "faults-1-1.txt.old"):  # fmt: skip
        (tmp_path / name).write_text('File "x.py", line 1 in f')
    assert crash.watch_faults(tmp_path) == ()
    assert len(list(tmp_path.glob("*faults*"))) == 6  # and this process's own


def test_safe_mode_has_one_name_so_that_it_can_be_left(capsys):
    with pytest.raises(SystemExit):
        window(["--saf", "--folder", "x"])
    assert "--saf" in capsys.readouterr().err


# --- the terminal -------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["doctor", "first-aid"])
def test_a_file_that_cannot_be_written_is_refused_without_its_path(verb, tmp_path, capsys):  # fmt: skip
    gone = tmp_path / "김하준" / "x"
    assert main(["--folder", str(tmp_path / "v"), verb, "--out", str(gone)]) == 1
    said = capsys.readouterr().err
    assert "READ-ONLY-PLACE" in said
    assert "김하준" not in said


def test_a_mistake_in_the_terminal_tells_no_words_and_no_path(tmp_path, capsys):
    gone = tmp_path / "박영희" / "secrets.json"
    words = ["--folder", str(tmp_path / "v"), "--secrets", str(gone), "about"]
    assert main(words) == 70
    said = capsys.readouterr().err
    assert "FileNotFoundError" in said
    assert "박영희" not in said


def test_a_policy_with_a_password_in_an_address_is_told_and_shown_without_it(tmp_path, capsys, monkeypatch):  # fmt: skip
    file = tmp_path / "policy.toml"
    file.write_text(
        '[[mailbox]]\nname = "one"\nkind = "webdav"\n'
        'address = "https://kim:canary@box.example/dav"\n'
        'proxy = "http://kim:canary@proxy.example:1"\n'
    )
    monkeypatch.setenv("IEUM_POLICY", str(file))
    assert main(["policy", "check", str(file)]) == 1
    main(["policy", "show"])
    said = capsys.readouterr()
    assert "canary" not in said.out + said.err
    assert json.loads(said.out[said.out.index("{") :])["faults"]


def test_a_log_that_is_a_link_or_no_folder_is_told_by_the_doctor(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "ieum").mkdir()
    (tmp_path / "ieum" / "log").write_text("no folder")
    assert computer.log().code == "unwritten"
    (tmp_path / "ieum" / "log").unlink()
    (tmp_path / "ieum" / "log").mkdir()
    assert computer.log().code == "fine"
    (tmp_path / "ieum" / "log" / logbook.NAME).symlink_to(tmp_path / "other")
    assert computer.log().code == "unwritten"


# --- the words ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_check_up_has_one_name_wherever_one_is_sent_to_it(language):
    says = texts_in(language)
    name = says("settings-doctor")
    assert {says("doctor-open"), says("doctor-title")} == {name}
    for sent in ("doctor-gate-more", "paper-first-aid-start.do"):
        assert name in says(sent)


def test_in_english_one_thing_is_one_thing():
    says = texts_in("en")
    names = ("notes", "broken", "files", "faults", "days", "years", "mistakes", "pages", "problems", "parked")  # fmt: skip
    ones = {**dict.fromkeys(names, 1), "line": 3, "edition": 1, "size": 1, "version": "0.1.0", "commit": "", "why": "", "serial": "3", "newest": "4"}  # fmt: skip
    told = [says("doctor-summary", **{**ones, "broken": 0})]
    for check, codes in STATES.items():
        if check in {"program", "policy", "clock", "log", "pages", "ledger", "library", "stamps"}:  # fmt: skip
            told += [says(f"doctor-{check}-{code}", **ones) for code in codes]
    assert [one for one in told if re.search(r"\b1 \w+s\b", one)] == []


def test_nobody_is_sent_where_nothing_is():
    says = texts_in("ko")
    assert says("settings-care") in says("erasing-unproven")
    assert says("settings-backups") in says("doctor-backup-late.remedy")
    assert says("settings-backups") in says("paper-first-aid-lost.do")
    assert "보내기·받기" in says("doctor-stamps-ahead.remedy", days=2)


# --- a workspace full of what nobody may see ----------------------------------------------

CANARIES = (
    "하늘이름표",
    "haru_smile",
    "4217",
    "kim:pw0rd",
    "고상담",
    "박영희",
    "우편함카나리",
)


@pytest.fixture
def laden(tmp_path, monkeypatch):
    """A workspace in a folder with a name in it, and everything that may not get out."""
    home = tmp_path / "박영희 노트북"
    home.mkdir()
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    made = a_desk(home / "v", code="ZQ", counselor="고상담")
    case = made.cases.begin("VISIT", "하늘이름표")
    made.suspects.add_clue(case, {"value": "@haru_smile", "kind": "instagram", "role": "SUSPECT"})  # fmt: skip
    made.suspects.add_clue(case, {"value": "010-0000-4217"})
    made.places.add("webdav", "우편함카나리", "https://kim:pw0rd@dav.invalid/ieum")
    (home / "백업 박영희").mkdir()
    made.backups.choose_place(home / "백업 박영희")
    yield made
    made.close()


def test_nothing_of_a_workspace_is_in_what_support_is_given(laden, monkeypatch):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.keep_log(Logbook(logbook.log_folder(), lambda: 0))
    view = laden.health.look(Silent())
    given = [laden.health.report(Silent(), one).data.decode() for one in ("ko", "en")]
    given += [repr([(one.check, one.code, one.facts) for one in view.findings])]
    given += [doctor._json(view, texts_in("ko")), *told_lines(view, texts_in("ko"))]  # fmt: skip
    given += [crash.whole_report("ValueError"), laden.health.first_aid("ko").name]
    given += [repr(glance(Path(laden._rooms.vault.folder)))]
    whole = "\n".join([*given, *logbook.kept_log().tail(99)])
    assert "doctor ok=" in whole
    assert [one for one in (*CANARIES, "ZQ 센터") if one in whole] == []


def test_a_check_that_falls_over_tells_no_words_of_what_it_fell_over(laden, monkeypatch):  # fmt: skip
    def fallen(*_said):
        raise OSError(2, CANARY, "/home/박영희/x")

    monkeypatch.setattr(computer, "disk", fallen)
    report = laden.health.report(Silent(), "ko").data.decode()
    assert "check.failed" in report
    assert "녹두" not in report
    assert "박영희" not in report
