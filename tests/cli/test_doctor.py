"""``ieum doctor`` on a healthy computer and on broken ones; each is really broken."""

import datetime as dt
import json
import os
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from intake.cli import main
from intake.desk import doctor_states, glance
from intake.text import texts_in
from intake.vault import FileKeyring
from tests.vaults_at_hand import MemoryKeyring, a_vault

POLICY = "allow_device_file = true\nallow_any_place = true\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An account of its own: nothing in it, no bus, no screen."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("IEUM_POLICY", str(tmp_path / "policy.toml"))
    (tmp_path / "policy.toml").write_text(POLICY)
    return tmp_path


@pytest.fixture
def folder(home):
    """A vault whose second factor is the file that this account's policy allows."""
    a_vault(home / "vault", FileKeyring()).vault.close()
    return home / "vault"


@pytest.fixture
def doctor(home, capsys):
    """Ask the doctor, and return the exit code and every line by its check."""

    def ask(folder, *words):
        code = main(["--folder", str(folder), "--json", *words, "doctor"])
        said = json.loads(capsys.readouterr().out)
        return code, {one["check"]: one for one in said["findings"]}

    return ask


def worst(lines):
    return {name for name, one in lines.items() if one["state"] == "broken"}


def test_a_healthy_computer_has_nothing_broken(doctor, folder):
    code, lines = doctor(folder)
    assert (code, worst(lines)) == (0, set())
    assert lines["vault"]["code"] == "sound"
    assert lines["keys"]["facts"] == {"passphrases": 1, "codes": 1, "recoveries": 0}
    assert lines["vault"]["sentence"].startswith("보관함의 겉모습이 온전합니다")


def test_it_works_where_there_is_no_workspace(doctor, home):
    code, lines = doctor(home / "nothing")
    assert (code, lines["vault"]["code"]) == (0, "absent")
    assert not (home / "nothing").exists()


def test_a_computer_without_a_keyring(doctor, home):
    (home / "policy.toml").write_text("")
    code, lines = doctor(home / "vault")
    assert (code, worst(lines)) == (1, {"keyring"})
    assert lines["keyring"]["code"] == "nowhere"
    assert "gnome-keyring" in lines["keyring"]["remedy"]


def test_a_vault_whose_keyring_is_gone_is_opened_by_the_printed_code(doctor, home):
    keyring = MemoryKeyring()  # of a computer with one
    a_vault(home / "vault", keyring).vault.close()
    code, lines = doctor(home / "vault")
    assert (code, lines["keyring"]["code"]) == (1, "silent")
    assert "복구 안내서의 코드" in lines["keyring"]["remedy"]


def test_a_computer_that_cannot_type_korean(doctor, folder, monkeypatch, tmp_path):
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "empty"))
    monkeypatch.delenv("XMODIFIERS", raising=False)
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    code, lines = doctor(folder)
    assert (code, worst(lines)) == (1, {"input"})
    assert lines["input"]["code"] == "none"
    assert "ibus-hangul" in lines["input"]["remedy"]


def test_a_korean_input_method_that_sleeps_is_only_a_note(
    doctor, folder, monkeypatch, tmp_path
):
    engine = tmp_path / "share" / "ibus" / "component"
    engine.mkdir(parents=True)
    (engine / "hangul.xml").write_text("<component/>")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    monkeypatch.setenv("DISPLAY", ":7")
    assert doctor(folder)[1]["input"]["code"] == "asleep"
    bus = tmp_path / "config" / "ibus" / "bus"
    bus.mkdir(parents=True)
    (bus / "some-unix-7").write_text(f"IBUS_DAEMON_PID={os.getpid()}\n")
    assert doctor(folder)[1]["input"]["code"] == "fine"
    monkeypatch.setenv("QT_IM_MODULE", "fcitx5")
    assert doctor(folder)[1]["input"]["code"] == "fcitx"


@pytest.mark.parametrize(
    ("year", "code"),
    [("2019-03-01", "behind"), ("2058-01-01", "ahead"), ("2026-07-01", "back")],
)
def test_a_computer_whose_clock_is_wrong(doctor, folder, monkeypatch, year, code):
    later = 1_797_000_000  # December 2026
    os.utime(folder / "vault.db", (later, later))
    wrong = dt.datetime.fromisoformat(f"{year}T10:00:00+09:00").timestamp()
    monkeypatch.setattr(
        "intake.clock.time", SimpleNamespace(time_ns=lambda: int(wrong * 1e9))
    )
    exit_code, lines = doctor(folder)
    assert (exit_code, worst(lines)) == (1, {"clock"})
    assert lines["clock"]["code"] == code
    assert "날짜와 시각을 오늘로" in lines["clock"]["remedy"]


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may mount")
@pytest.mark.parametrize("option", ["ro", "size=1m"])
def test_a_disk_that_is_read_only_or_full(doctor, folder, tmp_path, option):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "k8", disk], check=True)
    try:
        shutil.copytree(folder, disk / "vault")
        subprocess.run(["mount", "-o", f"remount,{option}", disk], check=True)
        code, lines = doctor(disk / "vault")
    finally:
        subprocess.run(["umount", disk], check=True)
    assert code == 1
    assert "home" in worst(lines) if option == "ro" else lines["home"]["state"] == "ok"
    assert lines["disk"]["code"] == "full"  # four megabytes are none
    assert lines["vault"]["code"] == "sound"


def damage(path, at, data):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def cut(folder):
    with (folder / "vault.db").open("r+b") as file:
        file.truncate(5000)


DAMAGES = {
    "head": lambda folder: damage(folder / "vault.db", 3, b"????"),
    "plain": lambda folder: damage(folder / "vault.db", 0, b"SQLite format 3\0"),
    "cut": cut,
    "no-file": lambda folder: (folder / "vault.db").unlink(),
    "no-keys": lambda folder: [one.unlink() for one in folder.glob("vault.keys*")],
    "keys": lambda folder: [
        damage(one, 20, b"#") for one in folder.glob("vault.keys*")
    ],
    "unfinished": lambda folder: (folder / "vault.unfinished").touch(),
}


def test_what_is_broken_is_known_at_the_gate(folder):
    assert glance(folder) == ()
    damage(folder / "vault.db", 3, b"????")
    (folder.parent / "policy.toml").write_text("")
    shutil.rmtree(folder.parent / "config")
    assert [(one.check, one.code) for one in glance(folder)] == [("vault", "head")]
    assert [one.check for one in glance(folder.parent / "no")] == ["keyring"]


@pytest.mark.parametrize("code", DAMAGES)
def test_a_vault_that_is_damaged_is_seen_without_any_key(doctor, folder, code):
    DAMAGES[code](folder)
    exit_code, lines = doctor(folder)
    assert lines["vault"]["code"] == code
    assert exit_code == (0 if code == "unfinished" else 1)
    assert lines["vault"]["remedy"]


def test_one_damaged_copy_of_the_key_file_is_a_note(doctor, folder):
    damage(folder / "vault.keys", 20, b"#")
    code, lines = doctor(folder)
    assert (code, lines["keys"]["code"]) == (0, "one-copy")


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may give a folder away")
def test_a_folder_that_others_may_see_and_one_that_is_anothers(doctor, folder):
    folder.chmod(0o755)
    assert doctor(folder)[1]["rights"]["code"] == "open"
    os.chown(folder, 4242, 4242)
    code, lines = doctor(folder)
    assert (code, lines["rights"]["code"]) == (1, "other")


def test_a_lost_device_secret(doctor, folder, home):
    shutil.rmtree(home / "config" / "ieum")
    code, lines = doctor(folder)
    assert (code, worst(lines)) == (1, {"keyring"})
    assert lines["keyring"]["code"] == "missing"


def test_a_policy_with_a_mistake(doctor, folder, home):
    (home / "policy.toml").write_text(POLICY + "lock_minuts = 3\n")
    code, lines = doctor(folder)
    assert (code, lines["policy"]["code"]) == (0, "wrong")  # work goes on


def test_it_says_nothing_of_anybody_and_changes_nothing(home, folder, capsys):
    before = {one: one.stat().st_mtime_ns for one in folder.iterdir()}
    assert main(["--folder", str(folder), "--json", "doctor"]) == 0
    said = capsys.readouterr().out
    assert "상담원" not in said  # the counselor's name stands in the key file
    assert str(home) not in said
    assert {one: one.stat().st_mtime_ns for one in folder.iterdir()} == before


def test_in_words_for_a_person_and_in_the_language_asked_for(folder, capsys):
    assert main(["--folder", str(folder), "doctor", "--speak", "en"]) == 0
    said = capsys.readouterr().out
    assert "[ok] The vault looks whole from outside" in said
    assert "[note] The device key lies in a file" in said
    assert "    → Ask IT whether a keyring can be used." in said


def test_options_may_stand_on_either_side_of_the_verb(folder, capsys, tmp_path):
    assert main(["--folder", str(folder), "--json", "doctor"]) == 0
    before = json.loads(capsys.readouterr().out)["findings"]
    file = tmp_path / "said.json"
    assert main(["--folder", str(folder), "doctor", "--json", "--out", str(file)]) == 0
    after = json.loads(file.read_text("utf-8"))["findings"]
    assert [one["code"] for one in before] == [one["code"] for one in after]


def test_the_first_aid_sheet_needs_no_workspace(home, capsys):
    file = home / "aid.pdf"
    assert main(["--folder", str(home / "no"), "--out", str(file), "first-aid"]) == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert "이음-비상-안내문.pdf" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_finding_has_words_and_what_is_not_well_has_a_way_forward(language):
    words = texts_in(language)
    for check, codes in doctor_states.STATES.items():
        for code, state in codes.items():
            text_id = f"doctor-{check}-{code}"
            assert words.has(text_id), text_id
            assert words.has(f"{text_id}.remedy") == (state != "ok"), text_id
