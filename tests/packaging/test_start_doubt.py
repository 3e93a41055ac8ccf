"""The first lines of a build where something is off: a changed file, safe mode, a mistake, Windows."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from tests.release.builds_at_hand import lay

FROZEN = Path(__file__).resolve().parents[2] / "packaging" / "frozen"


@pytest.fixture
def start(tmp_path, monkeypatch):
    """The first lines of a build that lies whole in ``tmp_path``; nothing stays changed by them."""
    lay(tmp_path / "ieum", "0.1.0")
    place = {"__name__": "start", "__file__": str(tmp_path / "ieum/app/start.py")}
    exec(compile((FROZEN / "start.py").read_text(), "start.py", "exec"), place)
    monkeypatch.setattr(sys, "argv", ["start.py"])
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(os, "umask", lambda mask: place.update(masked=mask))
    with patch.dict(os.environ):  # what it sets and drops is as it was afterwards
        for name in ("IEUM_PREFIX", *place["_LOOKS"]):
            os.environ.pop(name, None)
        os.environ["XDG_STATE_HOME"] = str(tmp_path / "state")
        yield place


@pytest.fixture
def alter(start):
    return lambda: (start["PREFIX"] / "ieum").write_bytes(b"#!/bin/sh\nrm\n")


@pytest.fixture
def opened(start):
    """Which face was opened, with what."""
    seen = []
    start["_choose"] = lambda face, rest: seen.append(("chosen", face, rest))
    for face in ("window", "terminal"):
        start[f"_{face}"] = lambda rest, face=face: seen.append((face, rest)) or 7
    return seen


# --- a changed file -------------------------------------------------------------------------


def test_the_terminal_opens_no_records_with_a_program_that_was_altered(start, alter, monkeypatch, capsys):  # fmt: skip
    opened = []
    monkeypatch.setattr("intake.__main__.main", lambda: opened.append(1) or 0)
    assert start["_terminal"](["cases"]) == 0
    alter()
    assert (start["_terminal"](["cases"]), opened) == (1, [1])
    assert "[PROGRAM-ALTERED: files, 1, ieum]" in capsys.readouterr().err


def test_the_window_looks_through_the_files_of_this_build(start, alter):
    assert start["_look"]().whole
    alter()
    assert start["_look"]().changed == ("ieum",)


@pytest.mark.parametrize(("face", "boxed"), [("window", True), ("terminal", False)])
def test_a_mistake_before_the_first_page_is_ours_unless_a_file_was_changed(start, alter, face, boxed, capsys):  # fmt: skip
    def falls(_rest):
        raise ZeroDivisionError

    boxes = []
    start |= {"_choose": lambda *_: None, f"_{face}": falls, "_box": boxes.append}
    sys.argv = ["start.py", face, "cases"]
    with pytest.raises(ZeroDivisionError):
        start["main"]()
    assert (boxes, capsys.readouterr().err) == ([], "")
    alter()
    sys.argv = ["start.py", face, "cases"]
    assert (start["main"](), len(boxes)) == (1, boxed)
    assert "PROGRAM-ALTERED" in capsys.readouterr().err


def test_a_box_that_cannot_be_shown_keeps_nobody_from_reading_it_in_the_terminal(start, alter, capsys):  # fmt: skip
    def no_screen(_altered):
        raise RuntimeError

    start["_box"] = no_screen
    alter()
    assert start["_damaged"](boxed=True)
    assert "PROGRAM-ALTERED" in capsys.readouterr().err


# --- what is opened ---------------------------------------------------------------------------


def test_without_a_word_the_window_opens_and_leaves_nothing_in_its_folder(start, opened):  # fmt: skip
    assert start["main"]() == 7
    assert opened == [("chosen", "window", []), ("window", [])]
    assert sys.argv == [str(start["PREFIX"] / "ieum-window")]
    assert sys.path[0] == str(start["APP"])
    assert sys.dont_write_bytecode
    assert start["masked"] == 0o077
    assert "OPENSSL_CONF" not in os.environ


def test_on_windows_openssl_is_kept_within_the_build_before_anything_is_proven(start, opened, monkeypatch):  # fmt: skip
    monkeypatch.setattr(sys, "argv", ["start.py", "terminal", "cases"])
    start["WINDOWS"] = True
    start["_choose"] = lambda *_: opened.append(os.environ["OPENSSL_CONF"])
    assert start["main"]() == 7
    assert opened == [str(start["PREFIX"] / "runtime" / "openssl.cnf"), ("terminal", ["cases"])]  # fmt: skip
    assert "masked" not in start


# --- which version ----------------------------------------------------------------------------


@pytest.fixture
def chosen(start, monkeypatch):
    """What is asked about which version runs, and where it goes on."""
    seen = []

    def choose(prefix, *, counted, careful):
        seen.append(("choose", counted, careful()))
        return prefix

    def plainest(_prefix, base):
        seen.append(("plainest", base))
        return base

    monkeypatch.setattr("intake.release.choosing.choose", choose)
    monkeypatch.setattr("intake.release.choosing.plainest", plainest)
    start["_go_over"] = lambda tree, face, rest: seen.append(("over", tree, face, rest))
    return seen


@pytest.mark.parametrize(("face", "counts"), [("window", True), ("terminal", False)])
def test_only_the_window_is_a_start_that_counts_and_can_be_a_safe_one(start, chosen, face, counts):  # fmt: skip
    start["_choose"](face, ["--safe"])
    assert chosen == [("choose", counts, counts)]
    assert os.environ["IEUM_PREFIX"] == str(start["PREFIX"])


@pytest.mark.parametrize("face", ["window", "terminal"])
def test_from_an_update_only_a_window_in_safe_mode_goes_back(start, chosen, monkeypatch, face):  # fmt: skip
    monkeypatch.setenv("IEUM_PREFIX", "/usr/lib/ieum")
    start["_choose"](face, ["cases"])
    assert chosen == []
    start["_choose"](face, ["--safe"])
    back = [("plainest", Path("/usr/lib/ieum")), ("over", Path("/usr/lib/ieum"), "window", ["--safe"])]  # fmt: skip
    assert chosen == (back if face == "window" else [])


def test_the_installed_program_in_safe_mode_has_nowhere_to_go_back_to(start, chosen, monkeypatch):  # fmt: skip
    monkeypatch.setenv("IEUM_PREFIX", str(start["PREFIX"]))
    start["_choose"]("window", ["--safe"])
    assert chosen == []


def test_on_windows_the_window_goes_over_and_the_terminal_waits_for_its_end(start, monkeypatch):  # fmt: skip
    begun, start["WINDOWS"] = [], True
    monkeypatch.setattr(subprocess, "Popen", lambda words, **how: begun.append((words, how)))  # fmt: skip
    monkeypatch.setattr(subprocess, "run", lambda words, **how: begun.append((words, how)) or SimpleNamespace(returncode=2))  # fmt: skip
    for face, ends in (("window", 0), ("terminal", 2)):
        with pytest.raises(SystemExit) as end:
            start["_go_over"](Path("/new"), face, ["cases"])
        assert end.value.code == ends
    assert begun == [
        (["/new/ieum-window.exe", "cases"], {"close_fds": True}),
        (["/new/ieum.exe", "cases"], {"check": False}),
    ]
