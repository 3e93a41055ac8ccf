"""A new version is laid beside the installed one whole, or not at all, wherever the power goes."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tarfile

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.spoken import public_line
from intake.errors import (
    Cancelled,
    IntakeError,
    Malformed,
    NoRoom,
    Oversized,
    ReadOnlyPlace,
    Untrusted,
)
from intake.progress import Silent
from intake.release import applying, choosing, staged
from intake.release.applying import RESERVE
from intake.release.files import PRINCIPAL, SIGNERS
from tests.release.builds_at_hand import STRANGER, archive, files_of, lay
from tests.release.power_at_hand import power

OLD, NEW = "0.2.0", "0.3.0"


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch):
    """Waiting for the disk costs a test more than all the rest."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def prefix(tmp_path):
    return lay(tmp_path / "installed", "0.1.0")


@pytest.fixture
def home(tmp_path, prefix):
    home = tmp_path / "program"
    put(prefix, home, OLD)
    return home


def put(prefix, home, version, data=None, free=lambda _: 1 << 40, progress=None):
    build = staged.read_build(f"ieum-{version}-linux-x86_64.tar.zst")
    prove = choosing.proof_by(prefix)
    return applying.lay_tree(home, build, data or archive(version), lambda tree: prove(tree, version), progress or Silent(), free)  # fmt: skip


def again(first, home):
    """Another home with the same in it; a second laying would only take longer."""
    shutil.copytree(first, home)
    return home


def runs(prefix, home):
    """Which version a start would run now; the start is not noted."""
    notes = staged.read_notes(home)
    tree = choosing.choose_among("0.1.0", home, choosing.proof_by(prefix))
    if staged.read_notes(home) != notes:
        staged.keep_notes(home, notes)
    return tree.name if tree else "0.1.0"


def listing(home):
    kept = {"notes.json", ".lock"}
    return sorted(one.name for one in home.iterdir() if one.name not in kept)


def is_left_as_it_was(prefix, home):
    return listing(home) == [OLD] and runs(prefix, home) == OLD


def test_what_was_laid_runs_at_the_next_start_and_is_executable_where_it_was(prefix, home):  # fmt: skip
    tree = put(prefix, home, NEW)
    assert runs(prefix, home) == NEW
    assert os.access(tree / "ieum", os.X_OK)
    assert not os.access(tree / "BUILD.json", os.X_OK)
    assert {one.relative_to(tree).as_posix() for one in tree.rglob("*") if one.is_file()} == set(files_of(NEW))  # fmt: skip


def test_a_power_cut_at_any_step_leaves_the_former_version_or_the_new_one(prefix, home, tmp_path, monkeypatch):  # fmt: skip
    before = home
    with power(monkeypatch, tmp_path / "counted", 0) as counted:
        put(prefix, tmp_path / "counted", NEW)
    seen = set()
    for at in range(1, counted.count + 1):
        home = again(before, tmp_path / f"cut-{at}")
        with power(monkeypatch, home, at):
            put(prefix, home, NEW)
        seen.add(runs(prefix, home))
        assert staged.read_notes(home).left == {}  # nothing torn was ever looked at
        put(prefix, home, NEW)
        assert (runs(prefix, home), listing(home)) == (NEW, [OLD, NEW])
    assert seen == {OLD, NEW}


def test_a_power_cut_while_one_is_laid_anew_over_an_altered_one_leaves_the_former_or_the_new(prefix, home, tmp_path, monkeypatch):  # fmt: skip
    before = home
    (put(prefix, before, NEW) / "ieum").write_bytes(b"x")
    choosing.choose_among("0.1.0", before, choosing.proof_by(prefix))
    assert staged.read_notes(before).left == {NEW: "altered"}
    for at in range(30, 200):  # up to there it is as in the test before
        home = again(before, tmp_path / f"cut-{at}")
        with power(monkeypatch, home, at) as cut:
            put(prefix, home, NEW)
        assert runs(prefix, home) in {OLD, NEW}
        put(prefix, home, NEW)
        assert runs(prefix, home) == NEW
        if cut.count < at:
            return
    pytest.fail("the step that lays never ended")


def test_a_power_cut_while_old_ones_are_taken_away_starts_no_half_of_one(prefix, home, tmp_path, monkeypatch):  # fmt: skip
    before = home
    for version in (NEW, "0.4.0"):
        put(prefix, before, version)
    for at in range(1, 200):
        home = again(before, tmp_path / f"cut-{at}")
        with power(monkeypatch, home, at) as cut:
            applying.tidy(home, "0.4.0", "0.1.0")
        assert runs(prefix, home) == "0.4.0"
        assert staged.read_notes(home).left == {}
        applying.tidy(home, "0.4.0", "0.1.0")
        assert listing(home) == [NEW, "0.4.0"]
        if cut.count < at:
            return
    pytest.fail("tidying never ended")


def test_a_power_cut_while_a_start_is_noted_keeps_the_former_notes_or_the_new_ones(prefix, home, monkeypatch):  # fmt: skip
    for at in range(1, 50):
        staged.keep_notes(home, staged.Notes())
        with power(monkeypatch, home, at) as cut:
            choosing.choose_among("0.1.0", home, choosing.proof_by(prefix))
        assert staged.read_notes(home).starts.get(OLD, staged.Start()).begun in {0, 1}
        assert runs(prefix, home) == OLD
        if cut.count < at:
            assert staged.read_notes(home).starts[OLD].begun == 1
            return
    pytest.fail("choosing never ended")


@pytest.mark.parametrize("room", [0, RESERVE - 1, RESERVE + 5_000])
def test_a_disk_that_is_full_or_fills_leaves_nothing_behind_and_the_records_their_room(prefix, home, room):  # fmt: skip
    laying = [room]

    def free(folder):
        laying[0] -= 2_000 if room > RESERVE else 0
        return laying[0]

    with pytest.raises(NoRoom) as refused:
        put(prefix, home, NEW, free=free)
    assert refused.value.facts["free"] < RESERVE + 20_000
    assert is_left_as_it_was(prefix, home)


@given(at=st.integers(1, 12))
@settings(max_examples=12, deadline=None)
def test_a_disk_that_ends_in_the_middle_of_a_file_leaves_nothing_behind(tmp_path_factory, at):  # fmt: skip
    prefix = lay(tmp_path_factory.mktemp("p") / "installed", "0.1.0")
    home = prefix.parent / "program"
    put(prefix, home, OLD)
    count, within = 0, shutil.copyfileobj

    def copyfileobj(source, out, *size):
        nonlocal count
        count += 1
        if count == at:
            out.write(source.read(3))
            raise OSError(28, "No space left on device")
        within(source, out, *size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(applying.shutil, "copyfileobj", copyfileobj)
        with contextlib.suppress(NoRoom):
            put(prefix, home, NEW)
    assert runs(prefix, home) in {OLD, NEW}
    assert set(listing(home)) <= {OLD, NEW}


def test_where_the_system_has_no_wait_for_all_each_file_is_waited_for(prefix, home, monkeypatch):  # fmt: skip
    waited = []
    monkeypatch.setattr(staged, "_wait_for_all", lambda: None)
    monkeypatch.setattr(os, "fsync", waited.append)
    put(prefix, home, NEW)
    assert len(waited) >= len(files_of(NEW))


def test_a_stop_leaves_nothing_behind(prefix, home):
    class Stopped(Silent):
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        put(prefix, home, NEW, progress=Stopped())
    assert is_left_as_it_was(prefix, home)


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files | {"ieum": b"#!/bin/sh\nrm\n"},
        lambda files: files | {"app/evil.pth": b"import os"},
        lambda files: {name: data for name, data in files.items() if name != "ieum"},
        lambda files: {name: data for name, data in files.items() if name != "FILES.sha256.sig"},
        lambda _: files_of(NEW, STRANGER),
        lambda _: files_of("0.2.9"),  # an older tree under a newer name
        lambda _: files_of(NEW, system="windows-x86_64"),
    ],
    ids=["changed", "more", "missing", "unsigned", "stranger", "older", "other-system"],
)  # fmt: skip
def test_what_the_release_key_did_not_sign_is_not_laid(prefix, home, change):
    with pytest.raises(Untrusted):
        put(prefix, home, NEW, archive(NEW, change(files_of(NEW))))
    assert is_left_as_it_was(prefix, home)


def test_a_tree_that_names_another_key_as_the_release_key_is_judged_by_the_installed_one(prefix, home):  # fmt: skip
    own = {SIGNERS: f"{PRINCIPAL} {public_line(STRANGER.public)}\n".encode()}
    with pytest.raises(Untrusted):
        put(prefix, home, NEW, archive(NEW, files_of(NEW, STRANGER, own)))
    assert is_left_as_it_was(prefix, home)


@pytest.mark.parametrize("name", ["../out", "app/../../out", "/out", "C:/out", "app\\out", "app/a:b", "app/ ", "app/x.", "app/..."])  # fmt: skip
def test_an_archive_that_leads_out_of_its_tree_is_refused(prefix, home, name):
    with pytest.raises(Malformed):
        put(prefix, home, NEW, archive(NEW, {name: b"x"}))
    assert is_left_as_it_was(prefix, home)
    assert not (home.parent / "out").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])  # fmt: skip
def test_links_and_devices_are_refused(prefix, home, kind):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        one = tarfile.TarInfo(f"ieum-{NEW}/runtime")
        one.type, one.linkname = kind, "/etc"
        tar.addfile(one)
    with pytest.raises(Malformed):
        put(prefix, home, NEW, zstd.compress(raw.getvalue()))
    assert is_left_as_it_was(prefix, home)


def test_an_archive_with_the_same_name_twice_or_of_another_top_folder_is_refused(prefix, home):  # fmt: skip
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for _ in range(2):
            tar.addfile(tarfile.TarInfo(f"ieum-{NEW}/twice"))
    with pytest.raises(Malformed):
        put(prefix, home, NEW, zstd.compress(raw.getvalue()))
    with pytest.raises(Malformed):
        put(prefix, home, NEW, archive(NEW, top="ieum-0.2.0"))
    assert is_left_as_it_was(prefix, home)


@given(cut=st.integers(0, 4_000), flip=st.integers(0, 4_000))
@settings(max_examples=25, deadline=None)
def test_an_archive_that_is_torn_or_flipped_is_refused_or_the_same(tmp_path_factory, cut, flip):  # fmt: skip
    prefix = lay(tmp_path_factory.mktemp("p") / "installed", "0.1.0")
    home = prefix.parent / "program"
    data = bytearray(archive(NEW))
    data[flip % len(data)] ^= 1 << (flip % 8)
    for odd in (bytes(data), archive(NEW)[: cut % len(data)]):
        try:
            put(prefix, home, NEW, odd or b"\0")
        except IntakeError:
            assert listing(home) == []
        else:  # a bit that says nothing, like a time in the tar
            assert runs(prefix, home) == NEW


def test_a_bomb_is_refused_before_it_fills_the_disk(prefix, home, monkeypatch):
    monkeypatch.setattr(applying, "MOST_BYTES", 100_000)
    with pytest.raises(IntakeError):
        put(prefix, home, NEW, archive(NEW, files_of(NEW, more={"big": bytes(200_000)})))  # fmt: skip
    assert is_left_as_it_was(prefix, home)


def test_as_many_files_and_bytes_as_may_be_are_laid_and_not_one_more(prefix, home, monkeypatch):  # fmt: skip
    files = files_of(NEW)
    size = sum(map(len, files.values()))
    for name, most in (("MOST_FILES", len(files)), ("MOST_BYTES", size)):
        monkeypatch.setattr(applying, name, most - 1)
        with pytest.raises(Oversized) as refused:
            put(prefix, home, NEW)
        assert refused.value.facts == {"limit": applying.MOST_BYTES}
        assert is_left_as_it_was(prefix, home)
        monkeypatch.setattr(applying, name, most)
    put(prefix, home, NEW)
    assert runs(prefix, home) == NEW


@pytest.mark.parametrize("name", ["ieum/more", "app", "app/intake/deep"])
def test_a_file_and_a_folder_of_one_name_are_no_update(prefix, home, name):
    with pytest.raises(Malformed):
        put(prefix, home, NEW, archive(NEW, {**files_of(NEW), name: b"x"}))
    assert is_left_as_it_was(prefix, home)


def test_two_versions_are_kept_and_what_waits(prefix, home):
    for version in (NEW, "0.4.0", "0.5.0"):
        put(prefix, home, version)
    assert applying.tidy(home, "0.4.0", "0.1.0") == (OLD,)
    assert listing(home) == [NEW, "0.4.0", "0.5.0"]
    assert applying.tidy(home, "0.4.0", "0.4.0") == (NEW,)  # installed since
    assert listing(home) == ["0.4.0", "0.5.0"]


def test_a_package_for_it_takes_the_place_of_the_one_before_it(home):
    first = applying.lay_package(home, "ieum_0.2.0_amd64.deb", b"one")
    second = applying.lay_package(home, "ieum_0.3.0_amd64.deb", b"two")
    assert (first.exists(), second.read_bytes()) == (False, b"two")
    with pytest.raises(NoRoom):
        applying.lay_package(home, "ieum_0.4.0_amd64.deb", b"three", lambda _: RESERVE)
    assert [one.name for one in second.parent.iterdir()] == [second.name]
    applying.drop_packages(home)
    assert not second.parent.exists()


def test_what_somebody_else_keeps_where_packages_lie_stays(home, tmp_path):
    (tmp_path / "papers" / "2026").mkdir(parents=True)
    (tmp_path / "papers" / "상담.hwp").write_bytes(b"hers")
    (tmp_path / "papers" / "ieum_0.1.9_amd64.deb").mkdir()
    (home / "packages").symlink_to(tmp_path / "papers")  # where IT finds them at once
    for version in (OLD, NEW):
        applying.lay_package(home, f"ieum_{version}_amd64.deb", b"one")
    here = {"2026", "상담.hwp", "ieum_0.1.9_amd64.deb", f"ieum_{NEW}_amd64.deb"}
    assert {one.name for one in (tmp_path / "papers").iterdir()} == here
    applying.drop_packages(home)
    assert (tmp_path / "papers" / "상담.hwp").read_bytes() == b"hers"


def test_a_link_that_leads_nowhere_keeps_no_version_from_being_laid(prefix, home):
    (home / NEW).symlink_to(home / "nowhere")
    put(prefix, home, NEW)
    assert runs(prefix, home) == NEW


def test_a_home_that_cannot_be_written_says_so(prefix, home):
    with pytest.raises(ReadOnlyPlace):
        put(prefix, home.parent / "installed" / "ieum" / "program", NEW)


# --- two windows -------------------------------------------------------------------------

_LAYS = """
import sys
from pathlib import Path
from intake.progress import Silent
from intake.release import applying, staged

def prove(tree):
    print("laid", flush=True)
    sys.stdin.readline()

name, home, archive = sys.argv[1], *map(Path, sys.argv[2:])
applying.lay_tree(home, staged.read_build(name), archive.read_bytes(), prove, Silent(), lambda _: 1 << 40)
"""


@pytest.fixture
def other_window(home, tmp_path, house):
    """Another process that is in the middle of laying a version."""
    (tmp_path / "new").write_bytes(archive(NEW))
    words = [sys.executable, "-c", _LAYS, f"ieum-{NEW}-linux-x86_64.tar.zst", home, tmp_path / "new"]  # fmt: skip
    with subprocess.Popen(words, cwd=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # fmt: skip
        assert other.stdout.readline() == b"laid\n"
        yield other
        other.kill()


def test_what_another_window_is_laying_is_not_swept(prefix, home, other_window):
    applying.tidy(home, OLD, "0.1.0")
    put(prefix, home, "0.2.1")  # this window lays one too
    assert other_window.poll() is None
    other_window.communicate(b"\n")
    assert (other_window.returncode, listing(home)) == (0, [OLD, "0.2.1", NEW])
    assert runs(prefix, home) == NEW


def test_what_another_window_laid_and_may_run_by_now_is_not_laid_again(prefix, home):
    first = (put(prefix, home, NEW) / "app/start.py").stat().st_ino
    choosing.choose_among("0.1.0", home, choosing.proof_by(prefix))
    choosing.note_well(home, NEW)
    assert (put(prefix, home, NEW) / "app/start.py").stat().st_ino == first
    assert staged.read_notes(home).starts[NEW].well
    assert listing(home) == [OLD, NEW]


def test_one_that_was_left_as_altered_and_is_whole_again_runs_once_it_was_fetched_anew(prefix, home):  # fmt: skip
    put(prefix, home, NEW)
    staged.keep_notes(home, staged.Notes().leaving(NEW, "altered"))
    put(prefix, home, NEW)
    assert runs(prefix, home) == NEW


_RUNS = """
import sys
from pathlib import Path
from intake.release import staged

staged.use(Path(sys.argv[1]), sys.argv[2])
print("runs", flush=True)
sys.stdin.readline()
"""


def test_what_another_window_runs_is_taken_away_once_it_has_ended(prefix, home, house):
    put(prefix, home, NEW)
    words = [sys.executable, "-c", _RUNS, home, OLD]
    with subprocess.Popen(words, cwd=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # fmt: skip
        assert other.stdout.readline() == b"runs\n"
        assert applying.tidy(home, NEW, NEW) == ()
        applying.drop(home, OLD)  # a person took away what was got ready
        assert listing(home)[-2:] == [OLD, NEW]
        other.communicate(b"\n")
    assert applying.tidy(home, NEW, NEW) == (OLD,)
    assert listing(home) == [NEW]


def test_what_a_window_that_was_killed_was_laying_is_swept(home, other_window):
    other_window.kill()
    other_window.wait()
    assert any(one.startswith(".laying-") for one in listing(home))
    applying.sweep(home)
    assert listing(home) == [OLD]


def test_a_lock_that_cannot_be_made_keeps_nothing_from_being_laid(prefix, home):
    (home / ".lock").unlink()
    (home / ".lock").symlink_to(home / "elsewhere")
    put(prefix, home, NEW)
    assert runs(prefix, home) == NEW
    assert not (home / "elsewhere").exists()
