"""The first lines of a build: which tree runs, what the environment loses, how a lock comes back."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FROZEN = Path(__file__).resolve().parents[2] / "packaging" / "frozen"
UI = """
import json, os, sys
def main(rest, look=None):
    said = {"argv": sys.argv, "rest": rest, "app": __file__, "umask": os.umask(0), "looks": look is not None,
        "environment": {n: os.environ.get(n) for n in ("QT_PLUGIN_PATH", "QT_IM_MODULE", "IEUM_PREFIX", "LD_PRELOAD")},
        "flags": [sys.flags.isolated, sys.flags.no_site, sys.flags.utf8_mode], "path": sys.path[0]}
    if "lock" in rest:
        from intake.vault.relaunch import relaunch
        relaunch(["again"])
    print(json.dumps(said))
    return 7
"""
CHOOSING = """
from pathlib import Path
def choose(prefix, *, counted=True, careful=lambda: False):
    return Path({tree!r}) if {tree!r} and not careful() else prefix
def plainest(prefix, base):
    return base
"""


def lay(prefix, tree=""):
    """Lay a tree whose window tells what it was given; its chooser answers ``tree``."""
    house, app = FROZEN.parents[1], prefix / "app"
    (app / "ui").mkdir(parents=True)
    (app / "ui" / "__init__.py").touch()
    (app / "ui" / "__main__.py").write_text(UI)
    for room in ("vault", "release"):
        (app / "intake" / room).mkdir(parents=True)
        (app / "intake" / room / "__init__.py").touch()
    (app / "intake" / "__init__.py").touch()
    for name in ("intake/logbook.py", "intake/plain_files.py", "intake/clock.py", "intake/errors.py", "ui/starts.py"):  # fmt: skip
        shutil.copyfile(house / name, app / name)
    shutil.copyfile(house / "intake/vault/relaunch.py", app / "intake/vault/relaunch.py")  # fmt: skip
    (app / "intake/release/choosing.py").write_text(CHOOSING.format(tree=str(tree)))
    shutil.copyfile(FROZEN / "start.py", app / "start.py")
    (prefix / "runtime/bin").mkdir(parents=True)
    (prefix / "runtime/bin/python3.13").symlink_to(sys.executable)
    for name in ("ieum", "ieum-window"):
        shutil.copyfile(FROZEN / f"{name}.sh", prefix / name)
        (prefix / name).chmod(0o755)
    return prefix


def told(command, **environment):
    fresh = {name: text for name, text in os.environ.items() if name != "IEUM_PREFIX"}
    # how the starts of this account went is nothing to these
    fresh["XDG_STATE_HOME"] = str(Path(command[0]).parent.with_name("state"))
    done = subprocess.run(command, env={**fresh, **environment}, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 7, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def prefix(tmp_path):
    return lay(tmp_path / "이음 0.1")


def test_the_launcher_brings_its_own_python_and_its_own_settings(prefix, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/ieum-window").symlink_to(prefix / "ieum-window")
    said = told(
        [tmp_path / "bin/ieum-window", "--folder", "여기 저기"],
        QT_PLUGIN_PATH="/tmp/evil", QT_IM_MODULE="fcitx5", PYTHONPATH="/tmp/evil", LD_PRELOAD="",
    )  # fmt: skip
    assert said["rest"] == ["--folder", "여기 저기"]
    assert said["argv"][0] == str(prefix / "ieum-window")
    assert said["flags"] == [1, 1, 1]
    assert said["path"] == str(prefix / "app")
    assert said["umask"] == 0o077
    assert said["looks"]
    assert said["environment"] == {
        "QT_PLUGIN_PATH": None, "QT_IM_MODULE": "ibus", "IEUM_PREFIX": str(prefix), "LD_PRELOAD": None,
    }  # fmt: skip


def test_a_lock_begins_again_through_the_launcher_with_the_same_flags(prefix):
    said = told([prefix / "ieum-window", "lock"])
    assert said["rest"] == ["again"]
    assert said["flags"] == [1, 1, 1]


def test_an_update_that_is_chosen_runs_and_stays_chosen_at_a_lock(prefix, tmp_path):
    newer = lay(tmp_path / "0.2")
    old = lay(tmp_path / "0.1", tree=newer)
    for word in ("open", "lock"):
        said = told([old / "ieum-window", word])
        assert said["app"] == str(newer / "app/ui/__main__.py")
        assert said["environment"]["IEUM_PREFIX"] == str(old)
    stays = told([old / "ieum-window"], IEUM_PREFIX=str(old))
    assert stays["app"] == str(old / "app/ui/__main__.py")


def test_in_safe_mode_the_installed_version_runs_from_an_update_too(tmp_path):
    newer = lay(tmp_path / "0.2")
    old = lay(tmp_path / "0.1", tree=newer)
    runs = str(old / "app/ui/__main__.py")
    assert told([old / "ieum-window", "--safe"])["app"] == runs
    said = told(
        [newer / "ieum-window", "--safe"], IEUM_PREFIX=str(old)
    )  # begun anew by a lock
    assert (said["app"], said["rest"]) == (runs, ["--safe"])
    said = told([newer / "ieum-window", "x"], IEUM_PREFIX=str(old))
    assert said["app"] == str(newer / "app/ui/__main__.py")


def test_where_starts_keep_failing_the_installed_version_runs_and_offers_safe_mode(tmp_path):  # fmt: skip
    newer = lay(tmp_path / "0.2")
    old = lay(tmp_path / "0.1", tree=newer)
    log = tmp_path / "ieum/log"
    log.mkdir(parents=True)
    for failed, runs in ((1, newer), (2, old)):
        (log / "starts.json").write_text(json.dumps({"failed": failed}))
        said = told([old / "ieum-window"], XDG_STATE_HOME=str(tmp_path))
        assert said["app"] == str(runs / "app/ui/__main__.py")


def test_an_update_that_cannot_begin_leaves_the_installed_one(tmp_path):
    old = lay(tmp_path / "0.1", tree=tmp_path / "gone")
    assert told([old / "ieum-window"])["app"] == str(old / "app/ui/__main__.py")


def test_on_windows_openssl_looks_for_nothing_outside_the_build(tmp_path):
    place = {"__name__": "start", "__file__": str(tmp_path / "app" / "start.py")}
    exec(compile((FROZEN / "start.py").read_text(), "start.py", "exec"), place)
    said = {"OPENSSL_CONF": "/tmp/evil", "PATH": "here"}
    place["_keep_within"](said)
    asked = [said[name] for name in ("OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES")]  # fmt: skip
    assert all(Path(one).is_relative_to(tmp_path / "runtime") for one in asked)
    assert said["PATH"] == "here"


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        (["doctor"], "doctor"),
        (["--folder", "doctor", "cases", "find"], "cases"),
        (["--json", "policy", "check"], "policy"),
        (["cases", "find", "doctor"], "cases"),
        (["--json"], ""),
    ],
)
def test_only_the_verb_itself_lets_an_altered_program_answer(words, verb):
    place = {"__name__": "start", "__file__": str(FROZEN / "start.py")}
    exec(compile((FROZEN / "start.py").read_text(), "start.py", "exec"), place)
    assert place["_verb"](words) == verb


@pytest.mark.parametrize(("status", "ends", "says"), [(70, 1, "PROGRAM-ALTERED"), (2, 2, ""), (0, 0, "")])  # fmt: skip
def test_a_mistake_in_a_verb_that_needs_no_proof_is_followed_by_what_was_changed(tmp_path, monkeypatch, capsys, status, ends, says):  # fmt: skip
    place = {"__name__": "start", "__file__": str(tmp_path / "app" / "start.py")}
    exec(compile((FROZEN / "start.py").read_text(), "start.py", "exec"), place)
    monkeypatch.setattr("intake.__main__.main", lambda: status)
    assert place["_terminal"](["doctor"]) == ends
    assert says in capsys.readouterr().err
