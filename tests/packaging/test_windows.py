"""The installer of Windows: from two paths, signed, normalised; by the tools that make it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from making import authenticode, msi, normalising, places, windows
from making.debian import Plan

MADE = 1_700_000_000


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "KEYS", folder)
        patch.delenv(authenticode.NAMED, raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", str(MADE))
        yield folder


@pytest.fixture(scope="module")
def tree(tmp_path_factory, keys):
    """A tree with the two programs, a folder with an odd name and nothing else."""
    root = tmp_path_factory.mktemp("tree")
    (root / "runtime").mkdir()
    (root / "runtime" / "python.exe").write_bytes(b"not installed")
    (root / "app" / "forms & papers").mkdir(parents=True)
    (root / "app" / "forms & papers" / "a.txt").write_text("a")
    said = {"version": "0.1.0", "made": MADE}
    (root / "BUILD.json").write_text(json.dumps(said))
    (root / "FILES.sha256").write_text("")
    windows.launchers(root, "0.1.0", windows.HERE, MADE)
    for path in root.rglob("*"):
        os.utime(path, (MADE, MADE))
    return root


@pytest.fixture(scope="module")
def installer(tree, tmp_path_factory):
    return msi.make(Plan(tree, tmp_path_factory.mktemp("out"), "0.1.0", MADE))


def table(installer: Path, name: str) -> list[list[str]]:
    said = subprocess.run(["msiinfo", "export", installer, name], check=True, capture_output=True)  # fmt: skip
    return [line.split("\t") for line in said.stdout.decode().replace("\r", "").splitlines()[3:]]  # fmt: skip


def test_a_program_compiled_and_signed_elsewhere_is_the_same(tree, tmp_path, keys):
    again = tmp_path / "another way" / "ieum-window.exe"
    again.parent.mkdir()
    windows.compile_one("ieum-window", "0.1.0", again, windows.HERE)
    assert authenticode.sign([again], MADE) == 1
    assert again.read_bytes() == (tree / "ieum-window.exe").read_bytes()


def test_both_programs_are_signed(tree, keys):
    for name in windows.LAUNCHERS:
        assert authenticode.fits(tree / f"{name}.exe", authenticode.signer().roots)
    assert list(authenticode.unsigned(tree)) == []


def test_both_programs_forget_a_zone_that_the_library_of_windows_would_misread(tree):
    # what comes of it only a Windows can show: the proof has the paper's hour
    for name in windows.LAUNCHERS:
        program = (tree / f"{name}.exe").read_bytes()
        assert b"SetEnvironmentVariableW\0" in program
        assert "TZ\0".encode("utf-16-le") in program
        assert "TZ=\0".encode("utf-16-le") in program


def test_no_interpreter_is_installed(tree, installer):
    assert not (tree / "runtime" / "python.exe").exists()
    names = {row[2].rsplit("|")[-1] for row in table(installer, "File")}
    assert {name for name in names if name.endswith(".exe")} == {"ieum.exe", "ieum-window.exe"}  # fmt: skip


def test_the_signed_installer_is_the_same_from_two_paths(tree, installer, tmp_path):
    moved = tmp_path / "another" / "way"
    shutil.copytree(tree, moved)
    again = msi.make(Plan(moved, tmp_path / "out", "0.1.0", MADE))
    assert again.read_bytes() == installer.read_bytes()


def test_a_flipped_byte_or_a_strangers_root_is_refused(installer, tmp_path, keys):
    roots = authenticode.signer().roots
    assert authenticode.fits(installer, roots)
    data = bytearray(installer.read_bytes())
    data[len(data) // 2] ^= 1
    flipped = tmp_path / "flipped.msi"
    flipped.write_bytes(data)
    assert not authenticode.fits(flipped, roots)
    assert not authenticode.fits(installer, "/etc/ssl/certs/ca-certificates.crt")


def test_it_upgrades_refuses_older_ones_in_words_and_touches_no_policy(installer):
    upgrades = table(installer, "Upgrade")
    assert {row[0] for row in upgrades} == {f"{{{str(msi.UPGRADE).upper()}}}"}
    assert "더 새로운 이음" in table(installer, "LaunchCondition")[0][1]
    assert {row[2] for row in table(installer, "MoveFile")} == set(msi.POLICIES)
    files = {row[2].rsplit("|")[-1] for row in table(installer, "File")}
    assert not files & set(msi.POLICIES)
    assert table(installer, "MsiLockPermissionsEx")[0][3] == msi.ONLY_READ


def test_a_person_without_rights_lays_no_policy_by_a_repair(installer):
    # everybody may repair what was installed for all, and the installer then works as the system
    rows = {row[0]: row[1] for row in table(installer, "InstallExecuteSequence")}
    assert rows["MoveFiles"] == "NOT Installed"


def test_everything_goes_on_removal_but_the_folder_of_the_policy(installer):
    kinds = {row[0]: int(row[3]) for row in table(installer, "Component")}
    assert [name for name, kind in kinds.items() if kind & 16] == ["policy"]
    order = {row[0]: int(row[2]) for row in table(installer, "InstallExecuteSequence")}  # fmt: skip
    assert order["InstallInitialize"] < order["RemoveExistingProducts"] < order["ProcessComponents"]  # fmt: skip


def test_a_name_that_the_installer_cannot_say_stops_it(tree, tmp_path):
    shutil.copytree(tree, tmp_path / "tree")
    (tmp_path / "tree" / "app" / "서식.txt").write_text("a")
    with pytest.raises(SystemExit, match="서식"):
        msi.make(Plan(tmp_path / "tree", tmp_path / "out", "0.1.0", MADE))


def test_what_is_no_installer_is_not_touched(tmp_path):
    other = tmp_path / "a.msi"
    other.write_bytes(b"PK" + bytes(2_000))
    with pytest.raises(SystemExit):
        normalising.normalise(other, "0", MADE)
    assert other.read_bytes() == b"PK" + bytes(2_000)


def test_it_says_which_certificate_signs(tmp_path):
    said = tmp_path / "sign.toml"
    said.write_text('certs = "a.pem"\nkey = "pkcs11:object=ieum"\nmodule = "/usr/lib/token.so"\n')  # fmt: skip
    who = authenticode.read(said)
    assert (who.certs, who.key, who.module) == (str(tmp_path / "a.pem"), "pkcs11:object=ieum", "/usr/lib/token.so")  # fmt: skip
    said.write_text('cert = "a.pem"\nkey = "a.key"\n')
    with pytest.raises(SystemExit, match="cert"):
        authenticode.read(said)
