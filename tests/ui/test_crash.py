import faulthandler
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake import faults, logbook
from intake.errors import ProgramAltered
from intake.release.installed import Installed
from ui import crash
from ui.crash_page import CrashPage

SECRET = "녹두가 말한 것"


@pytest.fixture
def hook():
    before = sys.excepthook
    yield
    sys.excepthook = before


def broken():
    said = SECRET
    raise ValueError(said)


def broken_again():
    try:
        broken()
    except ValueError as error:
        raise KeyError(SECRET) from error


def test_a_report_says_where_and_never_what():
    with pytest.raises(ValueError, match="녹두") as caught:
        broken()
    said = crash.report(caught.type, caught.tb)
    assert "ValueError" in said
    assert "test_crash.py" in said
    assert SECRET not in said


def test_a_mistake_is_shown_without_its_words(hook, capsys):
    shown = []
    crash.install(shown.append)
    with pytest.raises(ValueError, match="녹두") as caught:
        broken()
    sys.excepthook(caught.type, caught.value, caught.tb)
    assert len(shown) == 1
    assert SECRET not in shown[0] + capsys.readouterr().err


def test_ctrl_c_in_a_terminal_stays_ctrl_c(hook, capsys):
    shown = []
    crash.install(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_place_outside_our_own_folders_is_told_without_its_path():
    assert (
        crash.place_of("/home/kim/이름/ui/screens/send.py", 7) == "ui/screens/send.py:7"
    )
    assert crash.place_of("C:\\Users\\Kim\\app\\ui\\app.py", 3) == "ui/app.py:3"
    assert crash.place_of("C:\\Users\\Kim\\site\\json\\x.py", 3) == "x.py:3"


def test_what_an_error_came_from_is_told_too_without_words():
    with pytest.raises(KeyError) as caught:
        broken_again()
    kinds = [one.splitlines()[0] for one in crash.chain(caught.value)]
    assert kinds == ["KeyError", "ValueError"]
    assert SECRET not in "".join(crash.chain(caught.value))


@pytest.fixture
def page(qtbot, window, open_session):
    again = []
    said = crash.whole_report("ValueError\nsend.py:1 begin", safe=True)
    page = CrashPage(open_session, window, said, lambda: again.append(1))
    page.open_sheet(page.go_on)
    page.again = again
    return page


def test_the_report_is_read_before_it_is_given_away(page, tmp_path, monkeypatch):
    assert page.shown.toPlainText() == page.report
    assert page.shown.isReadOnly()
    file = tmp_path / "fault.txt"
    monkeypatch.setattr(
        "ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_a: (str(file), "")
    )
    page.save.click()
    assert file.read_text("utf-8") == page.report


def test_from_the_page_one_may_begin_again_in_safe_mode(page):
    page.restart.click()
    assert page.again == [1]
    assert page.isHidden()


def test_a_report_holds_the_newest_lines_of_the_log(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.keep_log(logbook.Logbook(tmp_path, lambda: 0))
    crash.note_mistake("mistake", "ValueError\nui/app.py:7 begin")
    said = crash.whole_report("ValueError")
    assert said.endswith("mistake kind=ValueError at=ui/app.py:7")


FALLS = """
import faulthandler, sys
sys.path.insert(0, ".")
from pathlib import Path
from ui import crash
crash.watch_faults(Path(sys.argv[1]))
print("there", flush=True)
sys.stdin.readline()
faulthandler._sigsegv()
"""


@pytest.fixture
def other_windows(tmp_path):
    """Two processes that watch for a fall of their own, in the same folder."""
    words = [sys.executable, "-c", FALLS, tmp_path]
    pipe = subprocess.PIPE
    others = [subprocess.Popen(words, stdin=pipe, stdout=pipe) for _ in range(2)]
    for one in others:
        assert one.stdout.readline() == b"there\n"
    yield others
    for one in others:
        one.kill()
        one.communicate()


@pytest.fixture
def watch(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.keep_log(logbook.Logbook(tmp_path, lambda: 0))
    was_on = faulthandler.is_enabled()
    yield lambda: crash.watch_faults(tmp_path)
    faulthandler.disable()
    if was_on:
        faulthandler.enable()


def noted():
    """What was noted, in order; a lane that another test left behind may note its own word."""
    return [one.split()[1] for one in logbook.kept_log().tail(99)]


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (None, f"ieum {crash.__version__} / "),
        (Installed(Path("/x"), "ieum", "0.3.1", "0123456789abcdef" * 2 + "01234567", 0, "linux-x86_64", "3.13.5", "release"), "ieum 0.3.1 0123456789ab release / "),
        (Installed(Path("/x"), "ieum", "0.3.1", "", 0, "linux-x86_64", "3.13.5", "development"), "ieum 0.3.1 development / "),
    ],
    ids=["a checkout", "a release", "a trial"],
)  # fmt: skip
def test_a_report_says_which_build_it_was(monkeypatch, build, told):
    monkeypatch.setattr(crash, "installed", lambda: build)
    assert crash.whole_report("ValueError").startswith(told)


def test_a_build_that_cannot_say_what_it_is_has_a_report_all_the_same(monkeypatch):
    def altered():
        raise ProgramAltered(why="no-build", files=1)

    monkeypatch.setattr(crash, "installed", altered)
    assert crash.whole_report("ValueError").startswith(f"ieum {crash.__version__} altered / ")  # fmt: skip


def test_a_fall_below_python_is_found_at_the_next_start(watch, other_windows, tmp_path):
    first, second = other_windows
    assert watch() == ()  # this start takes away nothing that may still be written
    for one in (first, second):
        one.communicate(b"\n")
        assert one.returncode < 0
    assert faults.count_left(tmp_path) == 2  # what the doctor says before a window does
    assert watch() == ("<string>:9", "<string>:9")
    assert watch() == ()
    assert noted().count("fault") == 2
    own = f"faults-{os.getpid()}-"
    assert not [one for one in tmp_path.glob("faults*") if not one.name.startswith(own)]


def test_what_the_former_form_of_the_program_left_is_told_and_taken_away(watch, tmp_path):  # fmt: skip
    (tmp_path / "faults.txt").write_text('File "/x/ui/app.py", line 7 in run\n')
    assert watch() == ("ui/app.py:7",)
    assert not (tmp_path / "faults.txt").exists()


def test_whoever_looks_at_a_new_file_first_is_given_it(tmp_path):
    (tmp_path / f"faults-{os.getpid()}-0.txt").touch()
    handle = faults.open_own(tmp_path)
    try:
        assert (tmp_path / f"faults-{os.getpid()}-1.txt").stat().st_ino == os.fstat(handle).st_ino  # fmt: skip
    finally:
        os.close(handle)


def test_in_safe_mode_the_page_offers_no_safe_mode(qtbot, window, open_session):
    open_session.safe = True
    page = CrashPage(open_session, window, "ValueError", lambda: None)
    page.open_sheet(page.go_on)
    assert not page.restart.isVisibleTo(page)
    assert page.go_on.hasFocus()
