"""The folder that every package installs: the same bytes wherever it is made, and signed."""

import _struct
import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from making import listing, places, signing, tree, windows

from intake.errors import ProgramAltered
from intake.release.files import prove, read_list, signers_of
from intake.release.installed import installed

OURS = ("intake/__init__.py", "intake/clock.py", "intake/errors.py", "resources/sites.json")  # fmt: skip


@pytest.fixture(autouse=True)
def small(tmp_path, monkeypatch):
    """A key, a clock and three files of ours; no list of licences, Qt is trimmed elsewhere."""
    monkeypatch.setattr(signing, "KEYS", tmp_path / "keys")
    monkeypatch.setattr(tree, "_OURS", OURS)
    monkeypatch.setattr(tree, "_fill", lambda _plan: None)
    monkeypatch.setattr(tree, "loads", lambda _plan: None)
    monkeypatch.setattr(tree, "compiler", lambda _plan: sys.executable)
    monkeypatch.setattr(tree.trimming, "check", lambda _app, _system: None)
    monkeypatch.setattr(tree.trimming, "_close", lambda _app: None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")
    monkeypatch.delenv("IEUM_RELEASE_KEY", raising=False)


HELD = {
    "one/__init__.py": "WORDS = ('한글', 'x')\n",
    "one/tests/test_one.py": "",
    "one-1.dist-info/METADATA": "Name: one\n",
    "one-1.dist-info/RECORD": "",
    "one-1.data/purelib/beside.py": "",
    "one-1.data/scripts/one": "#!python\n",
    "av/x264.so": "",
}


def parts(folder):
    """Lay a runtime and two wheels, in another order and with other times every time."""
    python = folder / "runtime" / "bin" / "python3.13"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n")
    (python.parent / "python3").symlink_to("python3.13")
    library = folder / "runtime" / "lib" / "python3.13" / "os.py"
    library.parent.mkdir(parents=True)
    library.write_text("NAME = frozenset({'a', 'b', 'c'})\n")
    (library.parent / "__pycache__").mkdir()
    (library.parent / "__pycache__" / "os.pyc").write_text("of another machine")
    (folder / "wheels").mkdir()
    with zipfile.ZipFile(folder / "wheels" / "one-1-py3-none-any.whl", "w") as wheel:
        for name, text in HELD.items():
            wheel.writestr(name, text)
    return folder


def made(folder, root, version="0.1.0"):
    parts(folder)
    plan = tree.Plan("linux", version, folder / "runtime", folder / "wheels", root, stripped=False)  # fmt: skip
    tree.make(plan)
    return root


def test_a_tree_is_the_same_wherever_it_is_made(tmp_path):
    one = made(tmp_path / "a", tmp_path / "one")
    two = made(tmp_path / "b" / "길 위", tmp_path / "other" / "two")
    assert (one / listing.LIST).read_bytes() == (two / listing.LIST).read_bytes()
    assert (one / listing.SIGNATURE).read_bytes() == (two / listing.SIGNATURE).read_bytes()  # fmt: skip
    assert {int(path.stat().st_mtime) for path in two.rglob("*")} == {1_795_705_651}


def test_the_program_believes_the_tree_and_stock_tools_do_too(tmp_path):
    root = made(tmp_path / "a", tmp_path / "one")
    assert prove(root, signers_of(root)).whole
    build = installed(root)
    assert (build.version, build.channel, build.system) == ("0.1.0", "development", "linux-x86_64")  # fmt: skip
    assert build.commit == places.commit()
    said = (root / "BUILD.json").read_text()
    assert said == json.dumps(json.loads(said), sort_keys=True, separators=(",", ":"))
    assert listing.main([str(root)]) == 0
    (root / "app" / "one" / "__init__.py").write_text("import os\n")
    assert listing.main([str(root)]) == 1
    with pytest.raises(ProgramAltered):
        prove(root, signers_of(root))


def test_the_tree_holds_what_is_named_and_nothing_else(tmp_path):
    root = made(tmp_path / "a", tmp_path / "one")
    names = set(read_list((root / listing.LIST).read_bytes()))
    modules = {name for name in names if not name.endswith(".pyc")}
    assert modules == {
        *(f"app/{name}" for name in OURS),
        *("BUILD.json", "ieum", "ieum-window", "app/start.py", "app/beside.py"),
        *("app/one/__init__.py", "app/one-1.dist-info/METADATA"),
        *("app/resources/trust/release.signers", "runtime/lib/python3.13/os.py"),
        "runtime/bin/python3.13",
    } | {name for name in modules if name.startswith("app/resources/trust/")}
    assert not [path for path in root.rglob("*") if path.is_symlink()]
    assert os.access(root / "ieum", os.X_OK)
    assert os.access(root / "runtime/bin/python3.13", os.X_OK)
    assert not os.access(root / "app/start.py", os.X_OK)


STRANGER = "release@ieum.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"


def test_no_wheel_says_whom_a_build_believes(tmp_path, monkeypatch):
    monkeypatch.setitem(HELD, "resources/trust/release.signers", STRANGER)
    root = made(tmp_path / "a", tmp_path / "one")
    assert signers_of(root).read_text() == signing.signers()


def test_a_tree_that_would_not_believe_itself_is_refused_where_it_is_made(tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr(signing, "signers", lambda: STRANGER)  # those of the former key
    with pytest.raises(SystemExit, match=r"release\.signers"):
        made(tmp_path / "a", tmp_path / "one")


def test_every_module_is_compiled_for_good(tmp_path):
    root = made(tmp_path / "a", tmp_path / "one")
    compiled = list(root.rglob("*.pyc"))
    assert {path.parent.parent.name for path in compiled} == {"app", "one", "intake", "python3.13"}  # fmt: skip
    for path in compiled:
        assert path.read_bytes()[4:8] == b"\1\0\0\0"  # by hash, never looked at again
        assert str(tmp_path).encode() not in path.read_bytes()


def test_the_key_of_it_makes_a_release(tmp_path, monkeypatch):
    key = tmp_path / "it"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)  # fmt: skip
    monkeypatch.setenv("IEUM_RELEASE_KEY", str(key))
    root = made(tmp_path / "a", tmp_path / "one")
    assert installed(root).channel == "release"
    line = (root / "app/resources/trust/release.signers").read_text()
    assert line.split()[-1] == (tmp_path / "it.pub").read_text().split()[1]


def test_a_wheel_that_leads_outside_is_refused(tmp_path):
    (tmp_path / "wheels").mkdir()
    with zipfile.ZipFile(tmp_path / "wheels" / "x.whl", "w") as wheel:
        wheel.writestr("../x.py", "")
    with pytest.raises(SystemExit, match="outside"):
        tree.unpack(tmp_path / "wheels", tmp_path / "app")


def test_a_link_in_a_tree_is_refused(tmp_path):
    (tmp_path / "a").write_text("")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(SystemExit, match="b"):
        listing.write(tmp_path)


def test_what_is_not_made_yet_is_named(tmp_path):
    with pytest.raises(SystemExit, match="runtime"):
        tree.main(["--runtime", str(tmp_path / "runtime")])


def test_a_tree_whose_modules_do_not_load_is_no_build(tmp_path, monkeypatch):
    monkeypatch.undo()
    for name in ("intake", "ui"):
        (tmp_path / "app" / name).mkdir(parents=True)
        (tmp_path / "app" / name / "__init__.py").write_text("")
    (tmp_path / "runtime/bin").mkdir(parents=True)
    (tmp_path / "runtime/bin/python3.13").symlink_to(sys.executable)
    plan = tree.Plan("linux", "0.1.0", tmp_path, tmp_path, tmp_path)
    tree.loads(plan)
    (tmp_path / "app/intake/broken.py").write_text("import nothing_of_that_name\n")
    with pytest.raises(subprocess.CalledProcessError):
        tree.loads(plan)


def test_a_tree_that_loads_a_library_from_elsewhere_is_no_build(tmp_path, monkeypatch):
    monkeypatch.undo()
    strange = tmp_path / "temporary" / "unpacked.so"
    strange.parent.mkdir()
    shutil.copyfile(_struct.__file__, strange)
    for name in ("intake", "ui"):
        (tmp_path / "tree/app" / name).mkdir(parents=True)
        (tmp_path / "tree/app" / name / "__init__.py").write_text("")
    python = tmp_path / "tree/runtime/bin/python3.13"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    said = f"import ctypes\nctypes.PyDLL({str(strange)!r})\n"
    (tmp_path / "tree/app/intake/loading.py").write_text(said)
    root = tmp_path / "tree"
    with pytest.raises(subprocess.CalledProcessError):
        tree.loads(tree.Plan("linux", "0.1.0", root, root, root))
    shutil.copyfile(strange, root / "app" / "unpacked.so")
    (root / "app/intake/loading.py").write_text(
        said.replace("/temporary/", "/tree/app/")
    )
    tree.loads(tree.Plan("linux", "0.1.0", root, root, root))


def test_libsodium_lies_beside_what_looks_for_it(tmp_path):
    library = tmp_path / "libsodium.so"
    library.write_bytes(b"a library")
    parts(tmp_path / "made")
    root = tmp_path / "tree"
    told = [tmp_path / "made" / one for one in ("runtime", "wheels")]
    tree.make(tree.Plan("linux", "0.1.0", *told, root, stripped=False, sodium=library))
    assert (root / "app" / "libsodium" / "libsodium.so").read_bytes() == b"a library"
    assert "app/libsodium/libsodium.so" in (root / listing.LIST).read_text()


def test_another_version_is_said_by_the_code_too(tmp_path):
    root = made(tmp_path / "a", tmp_path / "one", version="9.8.7")
    assert installed(root).version == "9.8.7"
    assert '__version__ = "9.8.7"' in (root / "app/intake/__init__.py").read_text()


def test_a_key_that_the_build_would_not_believe_signs_nothing(tmp_path, monkeypatch):
    stranger = "release@ieum.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1v8W7nJ3y0xk5r0Vv2u5sV3b1q1bT0x2hJ0mPpGd5k\n"
    lay = tree.lay_launchers
    monkeypatch.setattr(
        tree,
        "lay_launchers",
        lambda plan: (lay(plan), (plan.root / listing.SIGNERS).write_text(stranger)),
    )
    with pytest.raises(SystemExit, match="signers"):
        made(tmp_path / "a", tmp_path / "one")


@pytest.mark.parametrize("words", ["exit 127", "echo 3.12", "echo 3.13; exit 1"])
def test_what_only_stands_for_a_python_of_the_release_compiles_nothing(tmp_path, words):
    stand_in = tmp_path / "python3.13"
    stand_in.write_text(f"#!/bin/sh\n{words}\n")
    stand_in.chmod(0o755)
    assert not tree._is_of_the_release(str(stand_in))
    stand_in.write_text("#!/bin/sh\necho 3.13\n")
    assert tree._is_of_the_release(str(stand_in))


# --- what is committed ------------------------------------------------------------------

BEGINNINGS = ("start.py", "ieum.sh", "ieum-window.sh")
BEFORE, SINCE = '__version__ = "0.1.0"\n', "since then\n"


@pytest.fixture
def going_on(tmp_path, monkeypatch):
    """A checkout in which somebody goes on, in every file of ours that a tree holds."""
    house = tmp_path / "house"
    frozen, outer = house / "packaging" / "frozen", house / "packaging" / "windows"
    ours = [*(house / name for name in OURS), *(frozen / name for name in BEGINNINGS), outer / "launcher.c"]  # fmt: skip
    monkeypatch.setattr(places, "HOUSE", house)

    def write(text, *, commit):
        for path in ours:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for words in ("init", "add .", "-c user.name=it -c user.email=it@ieum.example commit -m a") * commit:  # fmt: skip
            subprocess.run(["git", *words.split()], cwd=house, check=True, capture_output=True)  # fmt: skip

    write(BEFORE, commit=True)
    return write


def plan_of(tmp_path, system="linux"):
    (tmp_path / "tree" / "app").mkdir(parents=True)
    return tree.Plan(system, "0.1.0", tmp_path, tmp_path, tmp_path / "tree")


@pytest.mark.parametrize("commit", [False, True])
def test_a_tree_holds_the_commit_that_it_names_and_nothing_since(tmp_path, going_on, commit):  # fmt: skip
    plan = plan_of(tmp_path)
    going_on(SINCE, commit=commit)
    tree.lay_ours(plan)
    tree.lay_launchers(plan)
    tree.say_build(plan)
    root, names = plan.root, (*OURS, "start.py")
    laid = [*(root / "app" / name for name in names), root / "ieum", root / "ieum-window"]  # fmt: skip
    assert {path.read_text() for path in laid} == {BEFORE}
    assert json.loads((root / "BUILD.json").read_text())["commit"] == plan.commit
    assert (places.commit() != plan.commit) is commit
    assert {path.name for path in root.iterdir()} == {"BUILD.json", "app", "ieum", "ieum-window"}  # fmt: skip


def test_the_programs_of_windows_are_compiled_of_that_commit_too(tmp_path, going_on, monkeypatch):  # fmt: skip
    held = []
    plan = plan_of(tmp_path, "windows")
    going_on(SINCE, commit=True)
    keep = lambda _root, _version, source, made: held.append(((source / "launcher.c").read_text(), made))  # fmt: skip # noqa: E731
    monkeypatch.setattr(windows, "launchers", keep)
    tree.lay_launchers(plan)
    assert held == [(BEFORE, plan.made)]
    assert [path.name for path in plan.root.iterdir()] == ["app"]
