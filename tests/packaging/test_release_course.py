"""A release in which one step failed is signed by nobody, and says so; the steps themselves are tried elsewhere."""

import argparse
import subprocess

import pytest
from making import comparing, release, signing, vulnerabilities


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A release of which every step is well, until a test says otherwise; and what was signed."""
    signed = []
    out = tmp_path / "dist"
    out.mkdir()
    (out / "of-a-former-release.deb").touch()
    monkeypatch.setattr(signing, "channel", lambda: "release")
    monkeypatch.setattr(signing, "sign", lambda file: signed.append(file.name))
    monkeypatch.setattr(release, "clean", lambda: "nothing lies about")
    monkeypatch.setattr(release, "sign", lambda out: signed.append("sums") or "2 files named")  # fmt: skip
    monkeypatch.setattr(release, "_system", lambda course, system, quick: course.step(system, lambda: "made"))  # fmt: skip
    monkeypatch.setattr(release, "_paperwork", lambda _course, _asked: None)
    asked = argparse.Namespace(out=out, systems=["linux", "windows"], quick=False, advisories=[])  # fmt: skip

    def make():
        return release.make(asked)

    make.out, make.signed = out, signed
    return make


def lines(course):
    return (course.out / "RELEASE.txt").read_text("utf-8").splitlines()


def test_where_all_went_well_everything_is_signed_the_account_last(course, capsys):
    assert course() == 0
    assert course.signed == ["sums", "RELEASE.txt"]
    assert [one.split(":")[0] for one in lines(course)] == ["NOTE    channel", "PASS    clean tree", "PASS    linux", "PASS    windows", "PASS    sums and signatures"]  # fmt: skip
    assert not (course.out / "of-a-former-release.deb").exists()
    assert capsys.readouterr().out.endswith("all went well\n")


@pytest.mark.parametrize(
    "error",
    [
        SystemExit("no compiler"),
        OSError(28, "No space left"),
        subprocess.CalledProcessError(2, ["dpkg-deb"]),
    ],
    ids=["said", "disk", "tool"],
)
def test_where_a_step_failed_nothing_is_signed_and_the_others_are_told_all_the_same(course, monkeypatch, capsys, error):  # fmt: skip
    def breaks():
        raise error

    monkeypatch.setattr(release, "_system", lambda course, system, quick: course.step(system, breaks if system == "linux" else lambda: "made"))  # fmt: skip
    assert course() == 1
    assert course.signed == []
    told = lines(course)
    assert told[2] == f"FAIL    linux: {error}"
    assert told[3].startswith("PASS    windows")
    assert told[4] == "NOT RUN sums and signatures: nothing is signed where a step failed"  # fmt: skip
    assert capsys.readouterr().out.endswith("DO NOT HAND THIS OUT\n")


def test_what_is_not_committed_is_made_into_nothing_and_takes_nothing_away(course, monkeypatch):  # fmt: skip
    def dirty():
        raise SystemExit("not committed")

    monkeypatch.setattr(release, "clean", dirty)
    assert (course(), course.signed) == (1, [])
    assert (course.out / "of-a-former-release.deb").exists()
    assert lines(course)[1:] == ["FAIL    clean tree: not committed"]


def test_sums_that_cannot_be_signed_are_no_release(course, monkeypatch):
    def breaks(_out):
        raise SystemExit("the signature that was made does not fit")

    monkeypatch.setattr(release, "sign", breaks)
    assert (course(), course.signed) == (1, [])


@pytest.mark.parametrize(
    ("channel", "status", "state"),
    [
        ("release", 0, "PASS"),
        ("release", 1, "FAIL"),
        ("release", 3, "FAIL"),
        ("release", 4, "FAIL"),
        ("development", 1, "FAIL"),
        ("development", 3, "NOT RUN"),
        ("development", 4, "NOT RUN"),
        ("development", 70, "FAIL"),
    ],
)
def test_a_release_of_its_key_wants_a_list_of_advisories_of_this_month(tmp_path, monkeypatch, channel, status, state):  # fmt: skip
    monkeypatch.setattr(signing, "channel", lambda: channel)
    monkeypatch.setattr(vulnerabilities, "main", lambda _rest: status)
    monkeypatch.setattr(release.notes, "write", lambda _version, _out: [])
    course = release.Course(tmp_path)
    release._paperwork(course, argparse.Namespace(advisories=[]))
    assert course.lines[-1].startswith(f"{state:<8}known weaknesses")
    assert course.well == (state != "FAIL")


@pytest.fixture
def twice(tmp_path, monkeypatch):
    """Two trees and what was packed of them, all the same."""
    monkeypatch.setattr(release.listing, "names", lambda _tree: ["one"])
    made = [tmp_path / name for name in ("tree", "tree-2", "out", "out-2")]
    for folder in made:
        folder.mkdir()
        (folder / "one").write_text("1\n")
    return made


def test_two_builds_may_differ_in_their_signatures_only(twice):
    _, other_tree, out, other = twice
    assert release._same(*twice) == "3 files and 1 of what is handed out are the same bytes"  # fmt: skip
    (out / "x.sig").write_text("a")
    (other / "x.sig").write_text("b")
    assert release._same(*twice).endswith("1 signatures differ by their nature")
    (out / "of-the-other-system").touch()
    release._same(*twice)
    (other / "two").touch()
    with pytest.raises(SystemExit, match="two: only in the second"):
        release._same(*twice)
    (other / "two").unlink()
    (other_tree / "one").write_text("2\n")
    with pytest.raises(SystemExit, match="one: text, line 1"):
        release._same(*twice)


def test_a_changed_section_is_no_signature_whatever_changed_beside_it():
    told = comparing.Difference("x.exe", "PE, in the checksum, .text, the Authenticode signature; 3")  # fmt: skip
    assert not release._is_signature(told)
