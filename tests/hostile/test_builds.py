"""A build on a laptop, met by clumsy hands, by a person without rights, and by bad luck."""

import os
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from intake.desk.updates_program import Program
from intake.errors import NoRoomToUpgrade
from intake.policy import read_policy, read_text
from intake.policy.owners import only_administrators_write
from intake.release import applying, choosing, staged
from intake.release.installed import installed
from intake.vault import migrate as migrating
from intake.vault import open_vault
from tests.packaging.test_start import lay, told
from tests.release.builds_at_hand import lay as build
from tests.vault.conftest import born, created  # noqa: F401 - fixtures
from tests.vaults_at_hand import PASSPHRASE

HOUSE = Path(__file__).resolve().parents[2]
NOBODY = 65534


@contextmanager
def as_nobody():
    """Be a person without rights for a while, where the test is run as root."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


# --- the policy --------------------------------------------------------------------------


def test_a_policy_folder_that_nobody_may_look_into_does_not_keep_the_window_shut(tmp_path):  # fmt: skip
    folder = tmp_path / "ieum"
    folder.mkdir()
    (folder / "policy.toml").write_text("lock_minutes_most = 5\n")
    folder.chmod(0)  # made by an administrator with umask 077
    try:
        with as_nobody():
            policy = read_policy(folder / "policy.toml")
    finally:
        folder.chmod(0o700)
    assert policy.origin.state == "unreadable"
    assert not policy.allow_own_places


def test_a_link_in_a_folder_that_others_write_makes_no_policy_an_administrators(tmp_path):  # fmt: skip
    theirs = Path("/etc/passwd")
    seen = theirs.stat()
    assert seen.st_uid == 0
    assert not seen.st_mode & stat.S_IWOTH
    link = tmp_path / "policy.toml"
    link.symlink_to(theirs)
    tmp_path.chmod(0o777)
    assert not only_administrators_write(link)
    second = tmp_path / "second.toml"
    second.symlink_to(link)
    assert not only_administrators_write(second)


@pytest.mark.parametrize(
    ("text", "name", "strict"),
    [
        ("allow_own_places: false\n", "allow_own_places", False),
        ("allow_own_places false\n", "allow_own_places", False),
        ("allow_own_places ＝ false\n", "allow_own_places", False),
        ("“allow_own_places” = false\n", "allow_own_places", False),
        ("export allow_own_places=false\n", "allow_own_places", False),
        ("- allow_own_places = false\n", "allow_own_places", False),
        ("ㅣock_minutes_most = 5\n", "lock_minutes_most", 10),
        ("[drives]\nallowed: IEUM-*\n", "drives_allowed", ()),
        ("drives]\nallowed = ['IEUM-*']\n", "drives_allowed", ()),
        ("roles]\nallowed = ['COUNSELOR']\n", "roles_allowed", ("COUNSELOR",)),
        ("roles = ['COUNSELOR']\n", "roles_allowed", ("COUNSELOR",)),
        ("drives = ['IEUM-*']\n", "drives_allowed", ()),
        ("drives = 'IEUM-*'\n", "drives_allowed", ()),
        ("log_years_least = " + "9" * 5000 + "\n", "log_years_least", 30),
        ("drives.allowed = " + "[" * 5000 + "\n", "drives_allowed", ()),
    ],
)
def test_no_slip_of_a_hand_leaves_a_policy_weaker_than_it_was_meant(text, name, strict):
    reading = read_text(text.encode())
    assert reading.values[name] == strict
    assert reading.faults


def test_a_word_that_is_like_no_name_makes_nothing_strict():
    reading = read_text(b"hello there\nlock_minutes_most = 20\n")
    assert reading.values == {"lock_minutes_most": 20, "mailboxes": ()}


def test_what_is_no_policy_at_all_is_strict_and_not_read_to_its_end():
    reading = read_text(b"abcd\n" * 13_000 + b"lock_minutes_most = 20\n")
    assert reading.values["lock_minutes_most"] == 10
    assert reading.values["allow_own_places"] is False
    assert [(one.line, one.why) for one in reading.faults] == [(501, "flood")]


# --- what survives into the next start ------------------------------------------------------


LEAVING = """
import os, sys
from pathlib import Path
from types import ModuleType
LAUNCHER = sys.argv[2]
import intake.desk
from ui import app, safe
from ui.manner import Manner, keep_manner
keep_manner(Path(sys.argv[1]), Manner(scale=150))
safe.draw_by_software()
class Leaving(app.Program):
    def open(self):
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"
        self.leave(True)
app.Program = Leaving
app.run(app.Start(Path(sys.argv[1])))
"""


def test_how_one_start_was_drawn_is_not_forced_on_the_one_after_a_lock(tmp_path):
    launcher = tmp_path / "ieum-window"
    launcher.write_text("#!/bin/sh\nenv\n")
    launcher.chmod(0o755)
    fresh = {one: text for one, text in os.environ.items() if not one.startswith("QT_")}
    fresh |= {"QT_QPA_PLATFORM": "offscreen", "QT_OPENGL": "desktop", "HOME": str(tmp_path)}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", LEAVING, tmp_path, launcher], env=fresh, cwd=HOUSE, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = dict(row.partition("=")[::2] for row in done.stdout.splitlines())
    assert names["QT_OPENGL"] == "desktop"  # what the person set stays
    assert not names.keys() & {"QT_SCALE_FACTOR", "LIBGL_ALWAYS_SOFTWARE", "QT_QUICK_BACKEND"}  # fmt: skip


GONE = """
import sys
LAUNCHER = sys.argv[1]
from intake.vault.relaunch import relaunch
relaunch(["--folder", "/w"])
"""


def test_a_lock_ends_the_process_where_its_own_version_was_taken_away(tmp_path):
    installed = tmp_path / "installed"
    installed.mkdir()
    launcher = installed / "ieum-window"
    launcher.write_text('#!/bin/sh\necho "again $* [$IEUM_PREFIX]"\n')
    launcher.chmod(0o755)
    gone = tmp_path / "0.2.0" / "ieum-window"
    command = [sys.executable, "-c", GONE, gone]
    env = {**os.environ, "IEUM_PREFIX": str(installed)}
    done = subprocess.run(command, env=env, cwd=HOUSE, capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "again --folder /w []\n"), done.stderr
    launcher.unlink()
    done = subprocess.run(command, env=env, cwd=HOUSE, capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")


# --- what a start takes from its surroundings -----------------------------------------------

BEGINNING = """
import os, sys
from pathlib import Path
from types import ModuleType
file = Path(sys.argv[1])
place = {"__name__": "start", "__file__": str(file)}
exec(compile(file.read_text(), "start.py", "exec"), place)
def choose(face, rest):  # what proves an update loads OpenSSL
    import ssl
    ssl.create_default_context()
place["_choose"], place["_window"] = choose, lambda rest: 7
sys.argv = ["start.py", "window"]
code = place["main"]()
assert not {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"} & os.environ.keys()
sys.exit(code)
"""
STRANGE = """config_diagnostics = 1
openssl_conf = here
[here]
providers = list
[list]
stranger = its
[its]
module = /nonexistent/stranger.so
activate = 1
"""


def test_no_setting_of_openssl_brings_code_into_the_window_and_no_rule_of_qt_logs_keys(tmp_path):  # fmt: skip
    named = tmp_path / "openssl.cnf"
    named.write_text(STRANGE)
    env = {**os.environ, "OPENSSL_CONF": str(named), "QT_LOGGING_RULES": "*=true"}
    env |= {"SSLKEYLOGFILE": str(tmp_path / "keys"), "QT_LOGGING_CONF": str(named)}
    command = [sys.executable, "-c", BEGINNING, HOUSE / "packaging/frozen/start.py"]
    done = subprocess.run(command, env=env, cwd=HOUSE, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 7, done.stderr


def test_the_launcher_is_found_by_the_systems_own_tool(tmp_path):
    prefix, evil = lay(tmp_path / "ieum"), tmp_path / "evil"
    evil.mkdir()
    (evil / "readlink").write_text(f"#!/bin/sh\necho {evil}/ieum-window\n")
    (evil / "readlink").chmod(0o755)
    said = told([prefix / "ieum-window"], PATH=f"{evil}:{os.environ['PATH']}")
    assert said["app"] == str(prefix / "app/ui/__main__.py")


# --- a stick of IT ----------------------------------------------------------------------------


def test_the_line_on_the_stick_works_where_its_name_has_a_space(tmp_path):
    stick = tmp_path / "IEUM 2026 여름"
    stick.mkdir()
    brought = HOUSE / "packaging/debian/stick"
    (stick / "ieum.sources").write_bytes((brought / "ieum.sources").read_bytes())
    rows = (brought / "README.txt").read_text().splitlines()
    lines = {row.strip().partition(" | ")[0] for row in rows if "ieum.sources" in row and "sed " in row}  # fmt: skip
    assert len(lines) == 1
    done = subprocess.run(["bash", "-c", lines.pop()], cwd=stick, capture_output=True, text=True, check=True)  # fmt: skip
    place = str(stick).replace(" ", "%20")
    assert f"URIs: file:{place}/apt\n" in done.stdout


def test_where_the_policy_lies_is_asked_of_the_system_not_of_the_environment():
    asked = set()
    for file in (HOUSE / "intake/policy").glob("*.py"):
        asked |= set(re.findall(r"""(?:environ|getenv)\W+(?:get\W+)?(\w+)""", file.read_text()))  # fmt: skip
    assert asked == {"IEUM_POLICY"}


# --- which version runs ----------------------------------------------------------------------


@pytest.mark.parametrize("said", ["updates = next-start\n", "\xff\xfe", ""])
def test_a_policy_that_broke_takes_nobody_the_version_that_already_changed_her_records(
    tmp_path, monkeypatch, said
):
    prefix, home = build(tmp_path / "installed", "0.1.0"), tmp_path / "program"
    build(home / "0.2.0", "0.2.0")
    build(home / "0.3.0", "0.3.0")
    policy = tmp_path / "policy.toml"
    policy.write_text('updates = "next-start"\n')
    monkeypatch.setenv("IEUM_POLICY", str(policy))
    choosing.note_well(home, "0.2.0")
    assert choosing.choose(prefix, home) == home / "0.3.0"
    policy.write_bytes(said.encode("latin-1"))
    if not said:  # signers are known, and the policy is gone
        policy.unlink()
        (tmp_path / "policy.signers").write_text("")
    # the older one could not open the vault any more; what nobody saw well is not begun
    assert choosing.choose(prefix, home) == home / "0.2.0"
    policy.write_text('updates = "ask-it"\n')
    (tmp_path / "policy.signers").unlink(missing_ok=True)
    assert choosing.choose(prefix, home) == prefix  # IT said so


# --- an old vault, a new program, a full disk -----------------------------------------------


def test_a_disk_that_fills_while_the_records_are_changed_leaves_them_to_the_former_version(
    created,  # noqa: F811 - a fixture
    keyring,
    monkeypatch,
):
    vault, folder = created.vault, created.vault.folder
    vault.keep_fact("word", "남는다")
    vault.close()
    known = migrating.steps()
    greedy = "PRAGMA max_page_count = 1; CREATE TABLE later (a BLOB) STRICT; INSERT INTO later VALUES (zeroblob(40000000))"  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "steps", lambda: (*known, (known[-1][0] + 1, greedy)))
        for _ in range(2):
            with pytest.raises(NoRoomToUpgrade, match="needed"):
                open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
            assert list(folder.glob("vault.before-*")) == []  # her room for today
    opened = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    assert opened.fact("word") == "남는다"
    opened.close()


def test_two_windows_that_start_at_once_lose_no_note_and_stop_none(tmp_path):
    home = tmp_path / "program"
    home.mkdir()
    left = staged.Notes().leaving("0.9.0", "person")

    def note(version):
        for _ in range(60):
            staged.keep_notes(home, left.well(version))
            assert staged.read_notes(home).left == {"0.9.0": "person"}

    def sweep():
        for _ in range(300):
            applying.sweep(home)

    with ThreadPoolExecutor(3) as people:
        for one in [people.submit(note, "0.2.0"), people.submit(note, "0.3.0"), people.submit(sweep)]:  # fmt: skip
            one.result()
    assert {one.name for one in home.iterdir()} == {"notes.json", ".lock"}


def test_on_windows_nothing_runs_that_no_administrator_installed(tmp_path, monkeypatch):
    windows = "windows-x86_64"
    prefix = build(tmp_path / "installed", "0.1.0", system=windows)
    build(tmp_path / "program/0.2.0", "0.2.0", system=windows)
    policy = tmp_path / "policy.toml"
    policy.write_text('updates = "next-start"\n')
    monkeypatch.setenv("IEUM_POLICY", str(policy))
    assert choosing.choose(prefix, tmp_path / "program") == prefix


# --- an altered program in the terminal -------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["doctor"], False),
        (["doctor", "--json"], False),
        (["doctor", "--open"], True),  # a passphrase is typed into it
        (["doctor", "--op"], True),
        (
            ["--fol", "doctor", "cases", "find"],
            True,
        ),  # argparse takes the half of a name
        (["cases", "find", "--", "-h"], True),
        (["cases", "find", "--help"], False),
        (["policy", "show"], False),
        ([], False),
    ],
)
def test_nothing_that_opens_the_records_goes_around_the_signed_list(words, needed):
    file = HOUSE / "packaging/frozen/start.py"
    place = {"__name__": "start", "__file__": str(file)}
    exec(compile(file.read_text(), "start.py", "exec"), place)
    asked = []
    told = {"prove": lambda *_: asked.append(words), "signers_of": lambda one: one}
    main = {"main": lambda: 0}
    with pytest.MonkeyPatch.context() as patch:
        for name, values in (("intake.release.files", told), ("intake.__main__", main)):
            module = ModuleType(name)
            module.__dict__.update(values)
            patch.setitem(sys.modules, name, module)
        assert place["_terminal"](words) == 0
    assert bool(asked) == needed


def test_a_version_that_it_overtook_while_it_was_open_promises_nothing_older(tmp_path):
    base = installed(build(tmp_path / "installed", "0.5.0"))
    home = tmp_path / "program"
    running = installed(build(home / "0.2.0", "0.2.0"))
    build(home / "0.3.0", "0.3.0")
    now = Program(running, base, home)
    assert (now.waiting(), now.newer()) == ("0.5.0", ())  # what the next start runs
