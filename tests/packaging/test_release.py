"""A release begins clean, moves its notes in one commit, and names everything it hands out."""

import subprocess

import pytest
from making import comparing, notes, release, signing

NOTE = "# 새것\n\n* 하나\n\n---\n\n# News\n\n* one\n"


def git(house, *words):
    done = subprocess.run(("git", "-c", "user.name=x", "-c", "user.email=x@x.example", *words), cwd=house, check=True, capture_output=True, text=True)  # fmt: skip
    return done.stdout


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house with a version, a note and a history."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "x")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "x@x.example")
    (tmp_path / "packaging" / "changes" / "unreleased").mkdir(parents=True)
    (tmp_path / "packaging" / "changes" / "unreleased" / "0001-x.md").write_text(NOTE)
    (tmp_path / "intake").mkdir()
    (tmp_path / "intake" / "__init__.py").write_text('__version__ = "0.1.0"\n')
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "0.1.0"\n')  # fmt: skip
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "begin")
    return tmp_path


def test_a_version_begins_with_one_commit(house):
    release.prepare("0.2.0", house)
    assert '"0.2.0"' in (house / "pyproject.toml").read_text()
    assert '"0.2.0"' in (house / "intake" / "__init__.py").read_text()
    assert git(house, "log", "--format=%s").splitlines() == ["Version 0.2.0", "begin"]
    assert notes.read(house / "packaging" / "changes" / "0.2.0")
    assert release.clean(house)


def test_nothing_begins_on_what_is_not_committed(house):
    (house / "stray").write_text("x")
    with pytest.raises(SystemExit, match="stray"):
        release.prepare("0.2.0", house)
    assert (house / "packaging" / "changes" / "unreleased" / "0001-x.md").exists()


@pytest.mark.parametrize("version", ["0.2", "v1.0.0", "../x"])
def test_what_is_no_version_moves_nothing(house, version):
    with pytest.raises(SystemExit, match="no version"):
        release.prepare(version, house)
    assert (house / "packaging" / "changes" / "unreleased" / "0001-x.md").exists()


@pytest.fixture
def own_key(short_folder, monkeypatch):
    """A key of this test alone, for both ways of signing."""
    monkeypatch.setattr(signing, "KEYS", short_folder / "keys")
    monkeypatch.setattr(
        release.shutil, "which", lambda _name: None
    )  # gpg has tests of its own


def test_every_file_is_named_and_stock_tools_find_a_changed_one(tmp_path, own_key):
    out = tmp_path / "dist"
    (out / "stick").mkdir(parents=True)
    (out / "a.deb").write_text("a")
    (out / "a.deb.sig").write_text("not named")
    (out / "stick" / "Release").write_text("b")
    release.sign(out)
    check = ("sha256sum", "--check", "--quiet", "SHA256SUMS")
    assert subprocess.run(check, cwd=out, check=False, capture_output=True).returncode == 0  # fmt: skip
    named = (out / "SHA256SUMS").read_text()
    assert "a.deb\n" in named
    assert "stick/Release" in named
    assert "not named" not in named
    (out / "a.deb").write_text("b")
    assert subprocess.run(check, cwd=out, check=False, capture_output=True).returncode != 0  # fmt: skip
    assert signing.fits(out / "SHA256SUMS", out / "SHA256SUMS.sig", out / "release.signers")  # fmt: skip
    (out / "SHA256SUMS").write_text(named.replace("a.deb", "b.deb"))
    assert not signing.fits(out / "SHA256SUMS", out / "SHA256SUMS.sig", out / "release.signers")  # fmt: skip


def test_only_signatures_may_differ():
    why = "PE, in the checksum, the Authenticode signature; 2 stretches: 0x1–0x2"
    assert release._is_signature(comparing.Difference("x.exe", why))
    assert release._is_signature(comparing.Difference("x.sig", "a signature; 1 stretches"))  # fmt: skip
    assert not release._is_signature(comparing.Difference("x.exe", "PE, in .text, the checksum; 2"))  # fmt: skip
    assert not release._is_signature(comparing.Difference("x", "text, line 1"))


def test_a_step_that_fails_is_told_and_nothing_is_called_well(tmp_path):
    course = release.Course(tmp_path)

    def breaks():
        raise SystemExit("no compiler")

    assert course.step("one", lambda: "done")
    assert not course.step("two", breaks)
    assert not course.well
    course.keep()
    told = (tmp_path / "RELEASE.txt").read_text()
    assert "PASS    one" in told
    assert "FAIL    two: no compiler" in told
