"""Which version runs where something speaks against the newest: its number, IT's word, its notes."""

from dataclasses import replace

import pytest

from intake.errors import Malformed, ProgramAltered
from intake.policy import Origin, Policy
from intake.release import choosing, staged
from intake.release.choosing import choose, choose_among, proof_by
from intake.release.staged import Notes, Start
from tests.release.builds_at_hand import lay

OLD, NEW = "0.2.0", "0.3.0"
STEP = "app/intake/vault/migrations/{:04}_step.sql"


@pytest.fixture
def prefix(tmp_path):
    return lay(tmp_path / "installed", "0.1.0")


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "program"
    for version, step in ((OLD, 4), (NEW, 5)):
        lay(home / version, version, more={STEP.format(step): b""})
    return home


def runs(prefix, home, **said):
    tree = choose_among("0.1.0", home, proof_by(prefix), **said)
    return tree.name if tree else "0.1.0"


# --- its number and its name ------------------------------------------------------------------


def test_an_old_version_under_a_higher_number_is_left_though_its_list_is_signed(prefix, home):  # fmt: skip
    (home / OLD).rename(home / "0.9.0")
    assert runs(prefix, home) == NEW
    assert staged.read_notes(home).left == {"0.9.0": "altered"}


def test_a_signed_build_of_another_system_or_that_says_nothing_of_itself_is_refused(prefix, tmp_path):  # fmt: skip
    other = lay(tmp_path / "other", NEW, system="windows-x86_64")
    with pytest.raises(Malformed) as refused:
        proof_by(prefix)(other, NEW)
    assert refused.value.facts == {"what": "update"}
    silent = lay(tmp_path / "silent", NEW, more={"BUILD.json": b"{}"})
    with pytest.raises(ProgramAltered):
        proof_by(prefix)(silent, NEW)


# --- IT's word --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("updates", "origin", "allowed"),
    [
        ("next-start", Origin(), "every"),
        ("ask-it", Origin(), "none"),
        ("off", Origin(), "none"),
        ("next-start", Origin(state="open"), "known"),
        ("next-start", Origin(spoiled=frozenset({"updates"})), "known"),
        ("next-start", Origin(spoiled=frozenset({"serial"})), "every"),
    ],
    ids=["every", "ask", "off", "unbelieved", "spoiled", "elsewhere"],
)
def test_only_a_whole_word_of_it_begins_what_nobody_saw_well(prefix, home, monkeypatch, updates, origin, allowed):  # fmt: skip
    policy = replace(Policy(), updates=updates, origin=origin)
    monkeypatch.setattr("intake.policy.read_policy", lambda: policy)
    assert choose(prefix, home).name == (NEW if allowed == "every" else prefix.name)
    choosing.note_well(home, OLD)  # it may have changed the records already
    assert choose(prefix, home).name == {"every": NEW, "known": OLD, "none": prefix.name}[allowed]  # fmt: skip


def test_where_only_what_was_seen_well_may_run_an_older_one_does(prefix, home):
    staged.keep_notes(home, Notes({NEW: Start(1), OLD: Start(0, well=True)}))
    assert runs(prefix, home, known=True) == OLD
    assert runs(prefix, home) == NEW


def test_in_safe_mode_only_what_brings_the_tables_further_runs(prefix, home):
    assert [runs(prefix, home, beyond=one) for one in (4, 5)] == [NEW, "0.1.0"]
    (
        home / NEW / STEP.format(5)
    ).unlink()  # passed over, and the one before it is looked at
    assert [runs(prefix, home, beyond=one) for one in (0, 3, 4)] == [OLD, OLD, "0.1.0"]


# --- what is noted ----------------------------------------------------------------------------


def test_a_start_in_the_terminal_notes_nothing_and_wakes_nobody_who_stepped_aside(prefix, home, monkeypatch):  # fmt: skip
    policy = Policy(updates="next-start")
    monkeypatch.setattr("intake.policy.read_policy", lambda: policy)
    assert choose(prefix, home, counted=False).name == NEW
    assert staged.read_notes(home) == Notes()
    choosing.step_aside(home, NEW)
    for _ in range(2):
        assert choose(prefix, home, counted=False).name == OLD
    assert staged.read_notes(home) == Notes().leaving(NEW, "room")


def test_who_stepped_aside_is_tried_again_even_where_nothing_else_runs(prefix, tmp_path):  # fmt: skip
    home = tmp_path / "one"
    lay(home / NEW, NEW)
    choosing.step_aside(home, NEW)
    assert [runs(prefix, home) for _ in range(2)] == ["0.1.0", NEW]


def test_an_altered_version_stays_left_where_nothing_else_runs(prefix, tmp_path):
    home = tmp_path / "one"
    lay(home / NEW, NEW)
    (home / NEW / "ieum").write_bytes(b"x")
    assert runs(prefix, home) == "0.1.0"
    assert staged.read_notes(home).left == {NEW: "altered"}


def test_where_no_note_can_be_kept_the_installed_version_runs_and_nothing_falls_over(prefix, home):  # fmt: skip
    (home / "notes.json").mkdir()
    (home / NEW / "ieum").write_bytes(b"x")
    assert runs(prefix, home) == "0.1.0"
    choosing.note_well(home, OLD)
    choosing.step_aside(home, OLD)
    for said in (choosing.leave, choosing.try_again):
        with pytest.raises(OSError, match="directory"):
            said(home, OLD)
    assert sorted(one.name for one in home.iterdir()) == [OLD, NEW, "notes.json"]


def test_who_is_only_begun_was_not_seen_well():
    assert not choosing._was_well(Notes({NEW: Start(1)}), NEW)
    assert not choosing._was_well(Notes(), NEW)
    assert choosing._was_well(Notes().well(NEW), NEW)
