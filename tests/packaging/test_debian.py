"""The Debian package of a small tree, and a stick from which the real ``apt`` installs or refuses."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from making import debian, debian_needs, places, repository

from intake.policy import read_text

MADE = 1_795_700_000


def small_tree(folder, version="0.1.0"):
    """A tree as ``making.tree`` leaves it, with one program that asks for a library."""
    tree = folder / f"tree-{version}"
    python = tree / "runtime" / "bin" / "python3.13"
    python.parent.mkdir(parents=True)
    shutil.copyfile(shutil.which("true"), python)
    (tree / "app").mkdir()
    (tree / "app" / "start.py").write_text("pass\n")
    for name in ("ieum", "ieum-window"):
        (tree / name).write_text("#!/bin/sh\n")
    said = {"version": version, "made": MADE, "name": "ieum"}
    (tree / "BUILD.json").write_text(json.dumps(said))
    return tree


def package(folder, version="0.1.0"):
    tree = small_tree(folder, version)
    return debian.make(debian.plan(tree, folder / "out", quick=True))


def ask(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, check=False, **more)


@pytest.fixture(scope="module")
def deb(tmp_path_factory):
    return package(tmp_path_factory.mktemp("deb"))


@pytest.fixture(scope="module")
def control(deb):
    folder = deb.parent / "control"
    assert ask("dpkg-deb", "--control", deb, folder).returncode == 0
    return folder


def test_packing_leaves_the_files_of_the_tree_alone_so_that_two_may_pack_it_at_once(tmp_path):  # fmt: skip
    # tar gives up over a file that changes while it is read: a second name is such a change
    tree = small_tree(tmp_path)
    before = {one: one.stat().st_ctime_ns for one in tree.rglob("*") if one.is_file()}
    debian.make(debian.plan(tree, tmp_path / "out", quick=True))
    assert {one: one.stat().st_ctime_ns for one in before} == before


def test_two_packages_of_one_tree_are_the_same_bytes(deb, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # the tree says its own time
    os.umask(os.umask(0o077))
    again = package(tmp_path)
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(deb.read_bytes()).digest()  # fmt: skip


def test_everything_belongs_to_root_and_lies_where_debian_looks(deb):
    rows = [row.split() for row in ask("dpkg-deb", "-c", deb).stdout.splitlines()]
    assert {row[1] for row in rows} == {"root/root"}
    names = {row[5] for row in rows}
    assert {f"./usr/share/icons/hicolor/{size}x{size}/apps/ieum.png" for size in debian.SIZES} < names  # fmt: skip
    assert {
        "./usr/bin/ieum",
        "./usr/bin/ieum-window",
        "./usr/share/applications/ieum.desktop",
        "./usr/share/man/man1/ieum.1.gz",
        "./usr/share/man/ko/man1/ieum-window.1.gz",
        "./etc/ieum/policy.toml",
        "./etc/apparmor.d/ieum",
    } < names
    assert [row[5] for row in rows if "w" in row[0][5] + row[0][8] and row[0][0] != "l"] == []  # fmt: skip


def test_dpkg_can_prove_every_file_but_those_that_it_edits(control, deb):
    laid = deb.parent / "laid"
    assert ask("dpkg-deb", "-x", deb, laid).returncode == 0
    assert ask("md5sum", "--quiet", "-c", control / "md5sums", cwd=laid).returncode == 0
    listed = {row[34:] for row in (control / "md5sums").read_text().splitlines()}
    here = {str(one.relative_to(laid)) for one in laid.rglob("*") if one.is_file() and not one.is_symlink()}  # fmt: skip
    edited = {one.lstrip("/") for one in debian.CONFFILES}
    assert (here - listed, listed - here) == (edited, set())


def test_no_version_asks_or_takes_away_what_it_wrote_into_the_policy(tmp_path, monkeypatch):  # fmt: skip
    # dpkg compares its own former file with its new one: where they differ it asks, or stops
    for at, words in (("old", "# one\n"), ("new", "# one\n# and another\n")):
        house = tmp_path / at
        (house / "root").mkdir(parents=True)
        (house / "policy.toml").write_text(words)
        monkeypatch.setattr(places, "PACKAGING", house)
        debian.lay_conffiles(house / "root")
    laid = [(tmp_path / at / "root" / "etc/ieum/policy.toml").read_bytes() for at in ("old", "new")]  # fmt: skip
    assert laid[0] == laid[1]
    assert read_text(laid[0]).values == {"mailboxes": ()}
    told = tmp_path / "new/root/usr/share/ieum/policy.example.toml"
    assert "and another" in told.read_text()
    assert str(told.relative_to(tmp_path / "new/root")) in laid[0].decode()


def test_what_it_needs_of_debian_is_read_from_its_files(control):
    said = (control / "control").read_text()
    (needs,) = [row for row in said.splitlines() if row.startswith("Depends:")]
    assert "libc6 (>= 2." in needs
    assert "libxcb-cursor0" in needs
    assert "@" not in said.replace("release@ieum.example", "")


def test_a_library_that_nobody_can_name_stops_the_build(tmp_path, monkeypatch):
    table = tmp_path / "libraries.tsv"
    table.write_text("# nothing\n")
    monkeypatch.setattr(debian_needs, "TABLE", table)
    with pytest.raises(SystemExit, match=r"libc\.so\.6"):
        debian_needs.packages(small_tree(tmp_path))


@pytest.mark.parametrize(("old", "refused"), [("9.0", True), ("0.0.9", False)])
def test_an_older_version_does_not_go_over_a_newer_one(control, old, refused):
    done = ask("sh", control / "preinst", "upgrade", old)
    assert done.returncode == (1 if refused else 0)
    assert ("오래되어" in done.stderr, "older than the installed" in done.stderr) == (refused, refused)  # fmt: skip


@pytest.mark.parametrize(("old", "refused"), [("9.0", True), ("0.0.9", False), ("0.1.0", False)])  # fmt: skip
def test_an_older_version_does_not_come_where_a_newer_one_was_removed(control, old, refused):  # fmt: skip
    # conffiles stay after ``apt remove``, and so dpkg still knows which version was here
    done = ask("sh", control / "preinst", "install", old)
    assert done.returncode == (1 if refused else 0)
    assert ("지웠던" in done.stderr, "purge ieum" in done.stderr) == (refused, refused)


def test_a_first_installation_is_refused_nothing(control):
    done = ask("sh", control / "preinst", "install")
    assert (done.returncode, done.stderr) == (0, "")


class Guarded:
    """The folder of AppArmor below another root: what the scripts of the package leave there."""

    def __init__(self, control, root):
        self.control, self.root = control, root
        self.profiles = root / "etc/apparmor.d"
        self.link = self.profiles / "force-complain/ieum"
        (deb,) = control.parent.glob("*.deb")
        assert ask("dpkg-deb", "-x", deb, root).returncode == 0

    def script(self, name, *words):
        environment = {**os.environ, "DPKG_ROOT": str(self.root)}
        done = ask("sh", self.control / name, *words, env=environment)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def guarded(control, tmp_path):
    return Guarded(control, tmp_path / "system")


def test_the_profile_only_complains_until_it_decides_otherwise(guarded):
    assert "flags=" not in (guarded.profiles / "ieum").read_text()
    guarded.script("postinst", "configure", "")
    assert guarded.link.resolve() == guarded.profiles / "ieum"


def test_what_it_decided_of_the_profile_stays_after_an_upgrade(guarded):
    guarded.script("postinst", "configure", "")
    guarded.link.unlink()
    guarded.script("postinst", "configure", "0.0.9")
    assert not guarded.link.is_symlink()


def test_a_purge_takes_the_decision_along_and_nothing_of_others(guarded):
    guarded.script("postinst", "configure", "")
    (guarded.profiles / "disable").mkdir()
    (guarded.profiles / "disable/other").touch()
    guarded.script("postrm", "purge")
    assert not guarded.link.is_symlink()
    assert (guarded.profiles / "disable/other").exists()


@pytest.mark.skipif(not shutil.which("apparmor_parser"), reason="needs apparmor")
def test_apparmor_understands_the_profile(guarded):
    words = ("--skip-kernel-load", "--skip-cache", "--abort-on-error")
    done = ask("apparmor_parser", *words, guarded.profiles / "ieum")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("aa-enforce"), reason="needs apparmor-utils")
def test_the_usual_tool_enforces_and_leaves_the_file_as_dpkg_laid_it(guarded):
    guarded.script("postinst", "configure", "")
    before = (guarded.profiles / "ieum").read_bytes()
    for name in ("abi", "abstractions", "tunables"):
        (guarded.profiles / name).symlink_to(f"/etc/apparmor.d/{name}")
    done = ask("aa-enforce", "--no-reload", "-d", guarded.profiles, guarded.profiles / "ieum")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (guarded.link.is_symlink(), (guarded.profiles / "ieum").read_bytes()) == (False, before)  # fmt: skip


def test_no_script_goes_near_a_home(control):
    touching = ("rm ", "rmdir", "mv ", "ln ", "mkdir", "chmod", "chown", "find ")
    for name in debian.SCRIPTS:
        lines = [row.strip() for row in (control / name).read_text().splitlines()]
        doing = [row for row in lines if row.startswith(touching)]
        assert [row for row in doing if '"$settings/' not in row and '"$profiles/' not in row] == []  # fmt: skip
        named = {row.partition("=")[2] for row in lines if row.startswith(("settings=", "profiles="))}  # fmt: skip
        assert named <= {'"$DPKG_ROOT/etc"', '"$DPKG_ROOT/etc/apparmor.d"'}
        assert ask("sh", "-n", control / name).returncode == 0


class Laptop:
    """The real apt with folders of its own: it knows one stick and nothing else."""

    def __init__(self, folder, stick):
        self.folder, self.apt = folder, stick / "apt"
        for name in ("etc/parts", "state/lists/partial", "cache/archives/partial", "dpkg"):  # fmt: skip
            (folder / name).mkdir(parents=True)
        (folder / "dpkg" / "status").touch()
        told = (stick / "ieum.sources").read_text().replace("@HERE@", str(stick))
        signers = f"/usr/share/keyrings/{repository.KEYRING}"
        shutil.copyfile(stick / repository.KEYRING, folder / "known.gpg")
        told = told.replace(signers, str(folder / "known.gpg"))
        (folder / "ieum.sources").write_text(told)
        self._config = folder / "apt.conf"
        rows = {
            "Dir::Etc::parts": folder / "etc/parts",  # nothing of this machine
            "Dir::Etc::main": "/dev/null",
            "Dir::Etc::sourcelist": folder / "ieum.sources",
            "Dir::Etc::sourceparts": folder / "etc/parts",
            "Dir::Etc::trustedparts": folder / "etc/parts",
            "Dir::State": folder / "state",
            "Dir::State::status": folder / "dpkg/status",
            "Dir::Cache": folder / "cache",
            "APT::Architecture": "amd64",
            "APT::Sandbox::User": "",
            "Acquire::Languages": "none",
        }
        self._config.write_text("".join(f'{name} "{word}";\n' for name, word in rows.items()))  # fmt: skip

    def ask(self, *words):
        environment = {**os.environ, "APT_CONFIG": str(self._config), "LC_ALL": "C"}
        done = ask("apt-get", "-q", "-o", "APT::Update::Error-Mode=any", *words, env=environment)  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def fetch(self):
        """What apt does first when it installs: take the package and compare its sum."""
        return self.ask("download", "ieum")


@pytest.fixture(scope="module")
def made(deb, short_folders):
    home = short_folders() / "g"
    return repository.make(deb, deb.parent / "stick", home=home), home


@pytest.fixture
def laptop(made, short_folder, monkeypatch):
    stick = short_folder / "stick"  # apt makes one name of a whole path
    shutil.copytree(made[0], stick)
    (short_folder / "taken").mkdir()
    monkeypatch.chdir(short_folder / "taken")
    return Laptop(short_folder / "laptop", stick)


def other_bytes(file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def test_a_stick_names_its_signer_and_holds_one_signed_version(made, deb):
    words = (made[0] / "README.txt").read_text()
    spaced = repository.fingerprint(made[1])[:4] + " "
    assert spaced in words
    assert "@HERE@" in words
    assert words.count("@") == words.count("@HERE@") * 2
    (held,) = made[0].rglob("*.deb")
    assert held.read_bytes() == deb.read_bytes()


def test_apt_takes_the_package_from_a_stick_that_it_knows(laptop, deb):
    assert laptop.ask("update")[0] == 0
    code, said = laptop.fetch()
    assert code == 0, said
    (taken,) = Path().glob("*.deb")
    assert taken.read_bytes() == deb.read_bytes()


def test_apt_refuses_a_package_with_one_bit_flipped(laptop):
    laptop.ask("update")
    other_bytes(next(laptop.apt.rglob("*.deb")))
    code, said = laptop.fetch()
    assert (code != 0, "Hash Sum mismatch" in said) == (True, True), said


def test_apt_refuses_an_index_that_nobody_signed_as_it_is(laptop):
    packages = next(laptop.apt.rglob("Packages"))
    packages.write_text(packages.read_text().replace("Version: 0.1.0", "Version: 9.1.0"))  # fmt: skip
    shutil.copyfile(packages, packages.with_name("Packages.gz"))
    code, said = laptop.ask("update")
    assert code != 0
    assert "Hash Sum mismatch" in said or "unexpected size" in said


def test_apt_refuses_a_stick_of_another_signer_and_one_of_nobody(laptop, short_folder):
    repository.again(laptop.apt.parent, short_folder / "s")
    code, said = laptop.ask("update")
    assert (code != 0, "NO_PUBKEY" in said) == (True, True), said
    for name in ("InRelease", "Release.gpg"):
        (laptop.apt / "dists" / repository.SUITE / name).unlink()
    code, said = laptop.ask("update")
    assert (code != 0, "is not signed" in said) == (True, True), said


def test_apt_refuses_a_stick_of_long_ago(laptop, made):
    release = laptop.apt / "dists" / repository.SUITE / "Release"
    rows = release.read_text().splitlines()
    long_ago = {"Date:": "Date: Mon, 02 Feb 2026 00:00:00 UTC", "Valid-Until:": "Valid-Until: Mon, 02 Mar 2026 00:00:00 UTC"}  # fmt: skip
    release.write_text("".join(f"{long_ago.get(row.split(' ')[0], row)}\n" for row in rows))  # fmt: skip
    repository.again(laptop.apt.parent, made[1])
    code, said = laptop.ask("update")
    assert (code != 0, "expired" in said) == (True, True), said
