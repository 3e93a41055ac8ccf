"""The installed program chooses which version runs; where anything is in doubt, it runs itself."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import InvalidInput
from intake.release import choosing, staged
from intake.release.choosing import choose, choose_among, proof_by
from intake.release.installed import installed
from intake.release.staged import Notes, Start, read_build, read_version
from tests.release.builds_at_hand import lay

OLD, NEW = "0.2.0", "0.3.0"


@pytest.fixture
def prefix(tmp_path):
    return lay(tmp_path / "installed", "0.1.0")


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "program"
    for version in (OLD, NEW):
        lay(home / version, version)
    return home


@pytest.fixture
def policy(tmp_path, monkeypatch):
    file = tmp_path / "policy.toml"
    monkeypatch.setenv("IEUM_POLICY", str(file))

    def say(updates):
        file.write_text(f'updates = "{updates}"\n')

    say("next-start")
    return say


def begins(prefix, home):
    """Begin a start; return the version that runs."""
    tree = choose_among("0.1.0", home, proof_by(prefix))
    return tree.name if tree else "0.1.0"


def test_the_newest_runs_and_where_there_is_none_the_installed_one(prefix, home, tmp_path):  # fmt: skip
    assert begins(prefix, home) == NEW
    assert begins(prefix, tmp_path / "nowhere") == "0.1.0"


def test_versions_compare_as_numbers(prefix, home):
    lay(home / "0.10.0", "0.10.0")
    assert begins(prefix, home) == "0.10.0"
    assert read_version("0.10.0") > read_version("0.9.9")
    for odd in ("1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "", "１.0.0"):
        with pytest.raises(InvalidInput):
            read_version(odd)


def test_a_version_that_fails_to_start_twice_is_left_and_the_former_one_runs(prefix, home):  # fmt: skip
    assert [begins(prefix, home) for _ in range(4)] == [NEW, NEW, OLD, OLD]
    assert staged.read_notes(home).left == {NEW: "start"}
    assert begins(prefix, home) == "0.1.0"  # nobody saw the former one well either
    choosing.try_again(home, NEW)
    assert begins(prefix, home) == NEW


def test_a_version_that_was_seen_well_is_never_counted_again(prefix, home):
    begins(prefix, home)
    choosing.note_well(home, NEW)
    assert {begins(prefix, home) for _ in range(5)} == {NEW}
    assert staged.read_notes(home).starts[NEW] == Start(0, well=True)


def test_one_that_was_begun_thrice_before_its_first_page_was_there_is_not_left_for_it(prefix, home):  # fmt: skip
    thrice = [begins(prefix, home) for _ in range(3)]  # she clicked, and clicked
    assert thrice == [NEW, NEW, OLD]
    choosing.note_well(home, NEW)
    assert begins(prefix, home) == NEW
    choosing.leave(home, NEW)
    choosing.note_well(home, NEW)
    assert begins(prefix, home) == OLD  # what a person said stays


def test_a_version_without_room_for_its_copy_steps_aside_for_one_start(prefix, home):
    assert begins(prefix, home) == NEW
    choosing.note_well(home, NEW)
    choosing.step_aside(home, NEW)
    assert [begins(prefix, home) for _ in range(2)] == [OLD, NEW]


def test_a_start_in_the_terminal_is_not_counted(prefix, home):
    for _ in range(4):
        tree = choose_among("0.1.0", home, proof_by(prefix), counted=False)
        assert tree == home / NEW
    assert not (home / "notes.json").exists()


def test_the_installed_version_is_seen_well_without_a_note(home):
    choosing.note_well(home, "0.1.0")
    assert not (home / "notes.json").exists()


def test_a_version_that_was_altered_is_left_at_once(prefix, home):
    (home / NEW / "app/start.py").write_bytes(b"import os")
    assert begins(prefix, home) == OLD
    assert staged.read_notes(home).left == {NEW: "altered"}


def test_a_link_in_place_of_a_version_is_none(prefix, home, tmp_path):
    elsewhere = lay(tmp_path / "elsewhere", "0.4.0")
    (home / "0.4.0").symlink_to(elsewhere)
    assert begins(prefix, home) == NEW


def test_a_person_goes_back_to_the_former_version(prefix, home):
    choosing.leave(home, NEW)
    assert begins(prefix, home) == OLD


def test_what_is_no_newer_than_the_installed_one_never_runs(home, tmp_path):
    newer = lay(tmp_path / "newer", NEW)
    assert choose_among(NEW, home, proof_by(newer)) is None


def test_where_the_start_cannot_be_noted_a_version_nobody_saw_well_does_not_run(prefix, home, monkeypatch):  # fmt: skip
    def full(*_):
        raise OSError(28, "full")

    choosing.note_well(home, OLD)
    monkeypatch.setattr(choosing, "keep_notes", full)
    assert begins(prefix, home) == OLD


def test_it_runs_only_where_policy_says_next_start(prefix, home, policy):
    assert choose(prefix, home) == home / NEW
    for told in ("ask-it", "off"):
        policy(told)
        assert choose(prefix, home) == prefix


def test_choosing_never_fails(prefix, home, policy, tmp_path, monkeypatch):
    (home / "notes.json").write_bytes(b"\xff{")
    assert choose(prefix, home) == home / NEW
    assert choose(tmp_path / "checkout", home) == tmp_path / "checkout"
    (tmp_path / "policy.toml").write_bytes(b"[")
    assert choose(prefix, home) == prefix
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert choose(prefix) == prefix
    (prefix / "BUILD.json").write_bytes(b"x")
    assert choose(prefix, home) == prefix


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200) | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["starts", "left", "0.2.0", "begun", "well", ""]), inner), max_leaves=8).map(lambda told: json.dumps(told).encode()))  # fmt: skip
def test_notes_that_cannot_be_read_say_nothing(tmp_path_factory, data):
    home = tmp_path_factory.getbasetemp() / "notes"
    home.mkdir(exist_ok=True)
    (home / "notes.json").write_bytes(data)
    notes = staged.read_notes(home)
    assert isinstance(notes, Notes)
    staged.keep_notes(home, notes)
    assert staged.read_notes(home) == notes


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ieum-0.2.0-linux-x86_64.tar.zst", ("0.2.0", "linux-x86_64", "tree")),
        ("ieum-0.2.0-windows-x86_64.tar.zst", ("0.2.0", "windows-x86_64", "tree")),
        ("ieum_0.2.0_amd64.deb", ("0.2.0", "linux-x86_64", "deb")),
        ("ieum_0.2.0-1_amd64.deb", ("0.2.0", "linux-x86_64", "deb")),
        ("ieum-0.2.0.msi", ("0.2.0", "windows-x86_64", "msi")),
        ("ieum-0.2.0-windows-x86_64.msi", ("0.2.0", "windows-x86_64", "msi")),
        ("ieum-2.deb", None),
        ("ieum-0.2.0-linux-x86_64.tar.xz", None),
        ("other-0.2.0-linux-x86_64.tar.zst", None),
    ],
)
def test_a_build_is_known_by_its_name(name, told):
    found = read_build(name)
    assert (found and (found.version, found.system, found.form)) == told


# --- safe mode -----------------------------------------------------------------------------

STEP = "app/intake/vault/migrations/000{}_more.sql"


@pytest.fixture
def careful(tmp_path, policy):
    """Which version runs in safe mode, beside an update that brings the tables to a step."""
    prefix = lay(tmp_path / "installed", "0.1.0", more={STEP.format(2): b""})
    home = tmp_path / "program"

    def careful(step, *, well=True):
        tree = lay(home / NEW, NEW, more={STEP.format(step): b""})
        if well:
            choosing.note_well(home, NEW)
        chosen = choose(prefix, home, careful=lambda: True)
        back = choosing.plainest(tree, prefix, home)
        assert back.name == chosen.name  # from outside, and from within the update
        return installed(chosen).version

    careful.home, careful.prefix = home, prefix
    return careful


def test_in_safe_mode_the_installed_version_runs(careful):
    assert careful(2) == "0.1.0"
    assert choose(careful.prefix, careful.home).name == NEW  # and the update otherwise


def test_in_safe_mode_an_update_runs_where_the_records_were_changed_by_it(careful):
    assert careful(3) == NEW


def test_an_update_that_never_came_to_a_page_changed_no_records(careful):
    assert careful(3, well=False) == "0.1.0"


def test_safe_mode_goes_back_to_no_program_that_was_altered(careful):
    (careful.prefix / "ieum").write_bytes(b"x")
    tree = lay(careful.home / NEW, NEW)
    assert choosing.plainest(tree, careful.prefix, careful.home) == tree
