"""Safe mode: offered after two starts that came to no page, and nothing begins by itself in it."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from intake import logbook
from intake.errors import NotFound
from tests.ui.real_desks import said
from ui import crash, safe
from ui.app import Program, Start
from ui.beginning import begin, has_screen
from ui.crash_page import CrashPage
from ui.health import HealthPanel
from ui.manner import Manner
from ui.starts import Starts


@pytest.fixture
def make(qtbot, app, session, tmp_path):
    made = []

    def program(**how):
        program = Program(app, Start(tmp_path, ("--folder", "x"), **how), session)
        qtbot.addWidget(program.window, before_close_func=lambda _w: session.leave())
        program.window._leave_program = lambda again: None
        program.window.show()
        made.append(program)
        return program

    yield program
    for program in made:
        app.removeEventFilter(program.away)
        app.styleHints().colorSchemeChanged.disconnect(program._on_scheme)


def test_a_start_counts_as_failed_until_it_comes_to_a_page(tmp_path):
    starts = Starts(tmp_path / "log")
    assert [starts.begin(), starts.begin(), starts.begin()] == [0, 1, 2]
    starts.well()
    assert starts.begin() == 0


@pytest.mark.parametrize("spoiled", ["", "[]", '{"failed": "x"}', "\x00"])
def test_a_spoiled_count_is_none(tmp_path, spoiled):
    (tmp_path / "starts.json").write_text(spoiled)
    assert Starts(tmp_path).begin() == 0


def test_a_usual_start_goes_straight_on_and_counts_as_well(make, settle, tmp_path):
    starts = Starts(tmp_path)
    starts.begin()
    program = make(failed=1, starts=starts)
    program._after_paint()
    settle()
    assert "unlock" in program.window._screens
    assert len(program.going) == 3
    assert starts.begin() == 0


def test_after_two_failed_starts_safe_mode_is_offered_and_may_be_refused(make, settle):
    program = make(failed=2)
    program._after_paint()
    settle()
    assert list(program.window._screens) == ["safe"]
    program.window._screens["safe"].usual_button.click()
    settle()
    assert "unlock" in program.window._screens
    assert program.going


def test_in_safe_mode_nothing_begins_by_itself_and_it_stays_after_a_lock(
    make, settle, session, texts
):
    program = make(failed=2)
    program._after_paint()
    settle()
    program.window._screens["safe"].safe_button.click()
    settle()
    assert "unlock" in program.window._screens
    assert program.going == ()
    assert session.safe
    assert safe.arguments_for(("--folder", "x"), safe=True) == ["--folder", "x", "--safe"]  # fmt: skip
    assert safe.arguments_for(("--safe", "-a"), safe=False) == ["-a"]


def test_a_refusal_is_in_the_log_by_its_code(make, session, monkeypatch, tmp_path):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.keep_log(logbook.Logbook(tmp_path / "log", lambda: 0))
    make()
    session.refuse(NotFound(entity="case"))
    assert logbook.kept_log().tail(1)[0].endswith("Z refused code=not-found")


def test_it_is_drawn_plainly_in_the_language_that_was_chosen():
    assert safe.plain(Manner("en", "dark", 150)) == Manner("en", "light", 100)


def test_a_start_that_falls_over_is_said_in_words_and_counted(tmp_path):
    said = _start(tmp_path, QT_QPA_PLATFORM="offscreen", PYTHONSTARTUP="")
    assert said.returncode == 70
    assert "이음을 시작하지 못했습니다" in said.stderr
    assert "녹두" not in said.stderr
    log = (tmp_path / "state" / "ieum" / "log" / "ieum.log").read_text("ascii")
    assert " start version=" in log
    assert " early kind=ValueError at=ui/app.py" in log
    assert Starts(tmp_path / "state" / "ieum" / "log").begin() == 1


_BROKEN = """
import sys
from types import SimpleNamespace
from ui import app, __main__
def broken(start): raise ValueError("녹두가 말한 것")
broken.__code__ = broken.__code__.replace(co_filename="/home/누구/ui/app.py")
app.run = broken
sys.exit(__main__.main(["--folder", "x"]))
"""


def _start(tmp_path, **more):
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), **more}
    return subprocess.run(
        [sys.executable, "-c", _BROKEN],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_screen_will_do(name):
    assert has_screen({name: ":0"})


def test_without_a_screen_it_says_so_and_nothing_counts_as_failed(
    tmp_path, monkeypatch, capsys, texts
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert begin(tmp_path, ()) == 69
    assert "ieum doctor" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("whole", [True, False])
def test_where_a_file_was_changed_whoever_started_it_says_which(
    whole, tmp_path, monkeypatch, capsys
):
    def broken(_start):
        raise ImportError

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(logbook, "_book", [])
    monkeypatch.setattr("ui.app.run", broken)
    monkeypatch.setattr("ui.crash.watch_faults", lambda _place: ())

    def look():
        return SimpleNamespace(whole=whole)

    if whole:
        assert begin(tmp_path, (), look=look) == 70
        assert "ImportError" in capsys.readouterr().err
    else:
        with pytest.raises(ImportError):
            begin(tmp_path, (), look=look)


# --- a mistake before any page ----------------------------------------------------------------


@pytest.fixture
def stuck(make, settle, monkeypatch, tmp_path):
    """A program whose look at its own files falls over; what it left and began."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    left = []

    def stuck(**how):
        def look():
            raise ValueError

        starts = Starts(tmp_path / "log")
        starts.begin()
        program = make(look=look, starts=starts, **how)
        crash.install(program._on_crash)
        monkeypatch.setattr(program, "leave", lambda again: left.append((again, program._session.safe)))  # fmt: skip
        program._after_paint()
        settle()
        return program, program.window.findChild(CrashPage)

    stuck.left = left
    return stuck


def test_a_mistake_before_any_page_offers_the_doctor_safe_mode_and_the_end(stuck, settle, texts):  # fmt: skip
    program, page = stuck()
    assert "ValueError" in page.report
    assert texts("crash-stuck") in " ".join(said(page))
    assert page.restart.hasFocus()
    page.doctor.click()
    settle()
    assert program.window.findChild(HealthPanel).view is not None
    page.restart.click()
    assert stuck.left == [(True, True)]


@pytest.mark.parametrize("way", ["button", "escape"])
def test_there_is_no_way_to_stand_before_an_empty_window(stuck, qtbot, way):
    _, page = stuck()
    if way == "button":
        page.go_on.click()
    else:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert stuck.left == [(False, False)]


def test_in_safe_mode_it_offers_only_what_is_left(stuck):
    _, page = stuck(safe=True)
    assert not page.restart.isVisibleTo(page)
    assert page.go_on.hasFocus()


def test_a_start_that_was_stuck_counts_as_failed_and_begins_anew_without_the_core(make, monkeypatch, tmp_path):  # fmt: skip
    began, starts = [], Starts(tmp_path / "log")
    starts.begin()
    program = make(starts=starts)
    program._on_crash("ValueError")
    monkeypatch.setitem(sys.modules, "intake.desk", None)
    monkeypatch.setattr(safe, "begin_anew", began.append)
    program._restart_safely()
    assert began == [["--folder", "x", "--safe"]]
    assert Starts(tmp_path / "log").failed() == 1


def test_over_a_page_the_work_goes_on(make, settle, monkeypatch):
    program, left = make(), []
    monkeypatch.setattr(program, "leave", left.append)
    program._after_paint()
    settle()
    program._on_crash("ValueError")
    page = program.window.findChild(CrashPage)
    assert page.isVisible()
    assert not page.doctor.isVisibleTo(page)
    page.go_on.click()
    assert not page.isVisible()
    assert left == []


def test_where_a_page_came_after_all_the_program_does_not_end_with_the_mistake(make, settle, monkeypatch):  # fmt: skip
    program, left = make(), []
    monkeypatch.setattr(program, "leave", left.append)
    program._on_crash("ValueError")
    page = program.window.findChild(CrashPage)
    assert page.stuck
    program._after_paint()
    settle()
    assert program.window.has_page
    page.close_sheet()  # as a place of the work does, which is gone to once the vault is open
    assert not left
