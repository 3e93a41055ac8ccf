"""Where versions lie, what is noted of them, and who holds the folder meanwhile."""

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from intake.errors import InvalidInput
from intake.release import staged
from intake.release.staged import Notes, Start


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "program"
    home.mkdir()
    return home


def test_updates_lie_where_each_system_keeps_what_is_one_persons(monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert staged.program_home() == Path("/data/ieum/program")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("HOME", "/home/it")
    assert staged.program_home() == Path("/home/it/.local/share/ieum/program")
    windows = SimpleNamespace(name="nt", environ={"LOCALAPPDATA": "/AppData"})
    monkeypatch.setattr(staged, "os", windows)
    assert staged.program_home() == Path("/AppData/Ieum/program")


def test_only_folders_that_are_called_as_versions_are_versions(home):
    for name in ("0.9.0", "0.10.0", "0.2", ".laying-0.3.0-ab", ".gone-0.1.0-cd", "01.0.0"):  # fmt: skip
        (home / name).mkdir()
    (home / "1.0.0").touch()
    assert staged.versions(home) == ("0.10.0", "0.9.0")
    assert sorted(one.name for one in staged.unfinished(home)) == [".gone-0.1.0-cd", ".laying-0.3.0-ab"]  # fmt: skip
    nowhere = home / "nowhere"
    assert (staged.versions(nowhere), [*staged.unfinished(nowhere)]) == ((), [])


def test_how_far_a_version_brings_the_tables_is_its_highest_step(home):
    assert staged.last_step(home) == 0
    folder = home / "app/intake/vault/migrations"
    folder.mkdir(parents=True)
    assert staged.last_step(home) == 0
    for name in ("0002_b.sql", "0010_a.sql", "0099_a.sql.bak", "99_a.sql", "README.md"):
        (folder / name).touch()
    assert staged.last_step(home) == 10


# --- notes ------------------------------------------------------------------------------------


def test_notes_say_how_each_version_began_and_ended():
    notes = Notes().begun("0.2.0").begun("0.2.0").begun("0.3.0").leaving("0.2.0", "start")  # fmt: skip
    assert notes.starts == {"0.2.0": Start(2), "0.3.0": Start(1)}
    assert notes.well("0.2.0").starts["0.2.0"] == Start(0, well=True)
    assert notes.well("0.2.0").begun("0.2.0").starts["0.2.0"] == Start(1, well=True)
    assert notes.without("0.2.0") == Notes({"0.3.0": Start(1)})
    assert notes.without("0.3.0") == Notes({"0.2.0": Start(2)}, {"0.2.0": "start"})


def test_what_is_kept_is_read_back_and_on_the_disk(home, monkeypatch):
    waited = []
    monkeypatch.setattr(os, "fsync", lambda handle: waited.append(Path(f"/proc/self/fd/{handle}").readlink().name.partition("-")[0]))  # fmt: skip
    notes = Notes().begun("0.3.0").well("0.2.0").leaving("0.3.0", "room")
    staged.keep_notes(home, notes)
    assert staged.read_notes(home) == notes
    assert waited == [".noting", home.name]
    assert [one.name for one in home.iterdir()] == ["notes.json"]


def test_notes_of_a_reason_that_nobody_knows_leave_nothing_alone(home):
    told = {"starts": {"0.2.0": {"begun": "1", "well": 1}}, "left": {"0.2.0": "odd", "0.3.0": "room"}}  # fmt: skip
    (home / "notes.json").write_text(json.dumps(told))
    assert staged.read_notes(home) == Notes({"0.2.0": Start(1, well=True)}, {"0.3.0": "room"})  # fmt: skip


def test_notes_without_end_say_nothing(home):
    left = {f"0.{one}.0": "start" for one in range(5_000)}
    (home / "notes.json").write_text(json.dumps({"starts": {}, "left": left}))
    assert staged.read_notes(home) == Notes()


# --- the lock and the disk --------------------------------------------------------------------


def test_a_folder_is_shared_by_who_lays_and_wanted_alone_by_who_sweeps(home):
    with staged.holding(home, shared=True) as one, staged.holding(home, shared=True) as other:  # fmt: skip
        assert (one, other) == (True, True)
        with staged.holding(home, shared=False) as alone:
            assert not alone
    with staged.holding(home, shared=False) as alone:  # both let go
        assert alone
        with staged.holding(home, shared=True) as one:
            assert not one
    (home / ".lock").unlink()
    (home / ".lock").mkdir()
    with staged.holding(home, shared=False) as alone:
        assert alone is False


@pytest.mark.parametrize(("answer", "waits"), [(0, []), (-1, ["a", "b"])])
def test_one_wait_for_all_is_enough_where_it_succeeds(home, monkeypatch, answer, waits):
    asked, waited = [], []
    for name in ("a", "b"):
        (home / name).touch()
    monkeypatch.setattr(staged, "_wait_for_all", lambda: lambda handle: asked.append(Path(f"/proc/self/fd/{handle}").readlink()) or answer)  # fmt: skip
    monkeypatch.setattr(os, "fsync", lambda handle: waited.append(Path(f"/proc/self/fd/{handle}").readlink().name))  # fmt: skip
    before = len(list(Path("/proc/self/fd").iterdir()))
    staged.settle_all(home, [home / "a", home / "b"])
    assert (asked, waited) == ([home], waits)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_what_is_no_version_is_said_as_that():
    with pytest.raises(InvalidInput) as refused:
        staged.read_version("1.0")
    assert refused.value.facts == {"what": "version", "why": "form"}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "7",
        "[]",
        "{}",
        '{"starts": {}}',
        '{"starts": [], "left": {}}',
        '{"starts": {}, "left": []}',
        '{"starts": {"0.2.0": 7}, "left": {}}',
        '{"starts": {"0.2.0": {"begun": 1}}, "left": {}}',
        '{"starts": {"0.2.0": {"begun": "x", "well": 1}}, "left": {}}',
        "[" * 9_000,
    ],
    ids=range(12),
)
def test_notes_in_another_form_say_nothing(home, said):
    (home / "notes.json").write_text(said)
    assert staged.read_notes(home) == Notes()
