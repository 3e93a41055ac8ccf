"""In which order a version gets onto the disk: what it is made of first, its name after, then the folder.

The power cuts of ``test_updates_laid`` tear files; here it is looked at that a name is given to
nothing that is not on the disk yet, and that the name itself is there when the work is done.
"""

import os
from pathlib import Path

import pytest

from intake.clock import wall_ms
from intake.errors import NoRoom, ReadOnlyPlace
from intake.progress import Silent
from intake.release import applying, choosing, staged
from intake.release.applying import RESERVE
from tests.release.builds_at_hand import archive, files_of, lay

VERSION = "0.2.0"


@pytest.fixture
def steps(monkeypatch):
    """Every step that waits for the disk or gives a name, as it came; nobody waits here."""
    seen = []
    replace = os.replace

    def named(source, goal, **more):
        replace(source, goal, **more)
        seen.append(("name", Path(goal).name.partition("-")[0]))

    def waited(handle):
        where = Path(f"/proc/self/fd/{handle}").readlink()
        seen.append(("folder" if where.is_dir() else "file", where))

    def settled(_folder, files):
        seen.append(("files", len(files)))

    monkeypatch.setattr(os, "replace", named)
    monkeypatch.setattr(os, "fsync", waited)
    monkeypatch.setattr(applying, "settle_all", settled)
    return seen


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "program"
    home.mkdir()
    return home


def laid(home, tmp_path):
    prefix = lay(tmp_path / "installed", "0.1.0")
    build = staged.read_build(f"ieum-{VERSION}-linux-x86_64.tar.zst")
    prove = choosing.proof_by(prefix)
    return applying.lay_tree(home, build, archive(VERSION), lambda tree: prove(tree, VERSION), Silent(), lambda _: 1 << 40)  # fmt: skip


def test_a_version_gets_its_name_when_all_of_it_is_on_the_disk(home, tmp_path, steps):
    tree = laid(home, tmp_path)
    named = steps.index(("name", VERSION))
    assert steps[0] == ("files", len(files_of(VERSION)))
    assert {kind for kind, _ in steps[1:named]} == {"folder"}
    folders = [tree, *(one for one in tree.rglob("*") if one.is_dir())]
    assert len({where for _, where in steps[1:named]}) == len(folders)
    assert steps[named + 1 :] == [("folder", home)]


def test_a_package_is_written_then_named_then_its_folder_is_waited_for(home, steps):
    applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one", lambda _: 1 << 40)
    assert [kind for kind, _ in steps] == ["file", "name", "folder"]
    assert steps[-1] == ("folder", home / staged.PACKAGES)


def test_a_version_that_goes_loses_its_name_first_and_its_notes_last(home, steps):
    lay(home / VERSION, VERSION)
    staged.keep_notes(home, staged.Notes().leaving(VERSION, "altered"))
    steps.clear()
    applying.drop(home, VERSION)
    assert [kind for kind, _ in steps] == ["name", "folder", "file", "name", "folder"]
    assert steps[0] == ("name", ".gone")
    assert (staged.versions(home), staged.read_notes(home)) == ((), staged.Notes())


def test_what_is_noted_of_a_version_that_is_not_there_goes_too(home):
    staged.keep_notes(home, staged.Notes().leaving(VERSION, "altered"))
    applying.drop(home, VERSION)
    assert staged.read_notes(home) == staged.Notes()


# --- packages -------------------------------------------------------------------------------


def test_while_a_package_is_written_nobody_sweeps(home, monkeypatch):
    swept, write = [], applying._write

    def watched(*said, **more):
        with staged.holding(home, shared=False) as alone:
            swept.append(alone)
        write(*said, **more)

    monkeypatch.setattr(applying, "_write", watched)
    applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one", lambda _: 1 << 40)
    assert swept == [False]


def test_a_disk_that_fills_under_a_package_leaves_nothing_of_it(home, monkeypatch):
    def full(source, out, *_size):
        out.write(source.read(1))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(applying.shutil, "copyfileobj", full)
    with pytest.raises(NoRoom) as refused:
        applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one", lambda _: 1 << 40)
    assert refused.value.facts == {"needed": 3 + RESERVE}
    assert list((home / staged.PACKAGES).iterdir()) == []


def test_packages_are_this_accounts_alone_and_a_file_in_their_place_is_said(home):
    file = applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one")
    assert [one.stat().st_mode & 0o777 for one in (file.parent, file)] == [0o700, 0o644]
    applying.drop_packages(home)
    (home / staged.PACKAGES).touch()
    with pytest.raises(ReadOnlyPlace) as refused:
        applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one")
    assert refused.value.facts == {"place": "program"}


# --- room -----------------------------------------------------------------------------------


def test_the_room_that_is_asked_for_is_enough_and_a_byte_less_is_not(home):
    applying.check_room(home, 7, lambda _: RESERVE + 7)
    with pytest.raises(NoRoom) as refused:
        applying.check_room(home, 7, lambda _: RESERVE + 6)
    assert refused.value.facts == {"needed": RESERVE + 7, "free": RESERVE + 6}


def test_room_is_asked_for_where_a_folder_will_lie(home, monkeypatch):
    asked, usage = [], applying.shutil.disk_usage
    monkeypatch.setattr(applying.shutil, "disk_usage", lambda one: asked.append(one) or usage(one))  # fmt: skip
    applying.free_bytes(home / "not" / "there")
    applying.free_bytes(home)
    assert asked == [home, home]


def test_the_first_version_makes_a_home_that_is_this_accounts_alone(tmp_path):
    tree = laid(tmp_path / "data" / "program", tmp_path)
    assert [one.stat().st_mode & 0o777 for one in (tree.parent, tree)] == [0o700, 0o700]


def test_notes_that_were_never_finished_are_swept_once_nobody_can_be_at_them(home):
    now = wall_ms() / 1000
    for name, age in (("old", 7_200), ("now", 0), ("ahead", -7_200)):
        part = home / f"{staged.NOTING}{name}"
        part.touch()
        os.utime(part, (now - age, now - age))
    applying.sweep(home)
    assert [one.name for one in home.glob(".noting-*")] == [".noting-now"]


def test_what_lost_its_name_is_swept_though_another_window_lays_one(home):
    (home / ".gone-0.1.5-ab").mkdir()
    (home / ".laying-0.3.0-ab").mkdir()
    with staged.holding(home, shared=True):
        applying.sweep(home)
        assert [one.name for one in staged.unfinished(home)] == [".laying-0.3.0-ab"]
    applying.sweep(home)
    assert list(staged.unfinished(home)) == []


def test_what_is_waited_for_is_whole_by_then(home, monkeypatch):
    sizes = {}

    def waited(handle):
        where = Path(f"/proc/self/fd/{handle}").readlink()
        sizes[where.name.partition("-")[0]] = os.fstat(handle).st_size

    monkeypatch.setattr(os, "fsync", waited)
    applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one" * 9, lambda _: 1 << 40)
    staged.keep_notes(home, staged.Notes().begun(VERSION))
    assert sizes[".laying"] == 27
    assert sizes[".noting"] == (home / "notes.json").stat().st_size
