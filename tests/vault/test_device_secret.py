"""The device secret: a real keyring's answers, and the file where policy allows it."""

import base64
import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from intake.errors import (
    DeviceSecretMissing,
    KeyringLocked,
    KeyringSilent,
    NoRoom,
    ReadOnlyPlace,
)
from intake.vault import (
    FileKeyring,
    SystemKeyring,
    create_vault,
    device_secret,
    keyring_of,
    open_vault,
    peek_vault,
)
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY

SECRET = bytes(range(32))


def session(house, home, mode, *words):
    """Ask the keyring of a session of its own; what the daemons say goes into files."""
    said, noise = home.parent / f"{home.name}.said", home.parent / f"{home.name}.noise"
    command = [
        "dbus-run-session",
        "--",
        house / "tests/vault/keyring_session.sh",
        home,
        mode,
    ]
    if mode == "none":
        command = ["env", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere"]
    asks = [sys.executable, "-m", "tests.vault.asks_keyring", *words]
    with said.open("w") as out, noise.open("w") as err:
        subprocess.run(
            [*command, *asks],
            cwd=house,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            timeout=900,
        )
    return said.read_text(encoding="utf-8").split("\n")[: len(words)]


def test_an_unlocked_keyring_keeps_the_secret(house, short_folder):
    said = session(
        house,
        short_folder / "home",
        "unlocked",
        "get",
        "put",
        "get",
        "noted",
        "note",
        "noted",
        "best",
        "life",
        "spoil",
        "get",
    )
    assert said == [
        "DeviceSecretMissing",
        "None",
        "True",
        "None",
        "None",
        "head",
        "keyring",
        "()",
        "None",
        "DeviceSecretMissing",
    ]


def test_a_locked_keyring_says_that_it_is_locked(house, short_folder):
    session(house, short_folder / "home", "unlocked", "put")
    assert session(house, short_folder / "home", "locked", "get", "put", "best") == [
        "KeyringLocked",
        "KeyringLocked",
        "keyring",
    ]


def test_no_keyring_at_all_is_said_and_the_file_needs_permission(house, short_folder):
    said = session(
        house, short_folder / "home", "none", "get", "put", "best", "best-or-file"
    )
    assert said == ["KeyringSilent", "KeyringSilent", "KeyringSilent", "file"]


def test_a_keyring_that_waits_for_a_person_is_a_locked_one(monkeypatch):
    answered = threading.Event()

    class Waits:
        def get_password(self, service, name):
            answered.wait()

    monkeypatch.setattr(device_secret, "_backend", Waits)
    monkeypatch.setattr(device_secret, "_SECONDS", 0.01)
    try:
        with pytest.raises(KeyringLocked):
            SystemKeyring().get("v")
    finally:
        answered.set()


def test_a_keyring_that_never_answers_keeps_no_program_from_ending(monkeypatch):
    """Python waits at its end for every thread but those that are daemons."""
    asked = []

    class Hangs:
        def get_password(self, service, name):
            asked.append(threading.current_thread().daemon)

    monkeypatch.setattr(device_secret, "_backend", Hangs)
    SystemKeyring().noted("v", "anchor")
    assert asked == [True]


def test_the_file_is_for_this_account_only_and_outside_the_workspace(tmp_path):
    keyring = FileKeyring(tmp_path / "config")
    with pytest.raises(DeviceSecretMissing):
        keyring.get("v")
    keyring.put("v", SECRET)
    keyring.put("v", SECRET)
    assert keyring.get("v") == SECRET
    assert (tmp_path / "config").stat().st_mode & 0o777 == 0o700
    assert [
        path.stat().st_mode & 0o777 for path in (tmp_path / "config").iterdir()
    ] == [0o600]


def test_a_file_that_cannot_be_read_is_a_keyring_that_does_not_answer(tmp_path):
    keyring = FileKeyring(tmp_path)
    keyring.put("v", SECRET)
    (tmp_path / "v.device-secret").unlink()
    (tmp_path / "v.device-secret").mkdir()  # what root cannot read either
    with pytest.raises(KeyringSilent):
        keyring.get("v")
    assert keyring.noted("v", "anchor") is None


@pytest.mark.parametrize("text", ["", "?", "AAAA", "가"])
def test_a_file_that_holds_no_secret_is_as_good_as_none(tmp_path, text):
    keyring = FileKeyring(tmp_path)
    (tmp_path / "v.device-secret").write_text(text, encoding="utf-8")
    with pytest.raises(DeviceSecretMissing):
        keyring.get("v")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (errno.ENOSPC, NoRoom),
        (errno.EDQUOT, NoRoom),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EACCES, ReadOnlyPlace),
    ],
    ids=["full", "over the quota", "read-only", "not ours"],
)
def test_a_file_that_cannot_be_written_is_told_and_the_former_one_stays(tmp_path, monkeypatch, trouble, told):  # fmt: skip
    def refuse(_handle):
        raise OSError(trouble, "no")

    keyring = FileKeyring(tmp_path)
    keyring.put("v", SECRET)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(told):
        keyring.put("v", bytes(32))
    assert keyring.get("v") == SECRET
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_in_place_of_a_keyring_is_never_silent(tmp_path):
    keyring = FileKeyring(tmp_path / "config")
    create_vault(
        tmp_path / "v",
        passphrase=PASSPHRASE,
        counselor="상담원",
        keyring=keyring,
        policy=POLICY,
        cost=CHEAP,
    ).vault.close()
    assert peek_vault(tmp_path / "v").second_factor == "file"
    assert isinstance(keyring_of(tmp_path / "v"), FileKeyring)
    open_vault(tmp_path / "v", passphrase=PASSPHRASE, keyring=keyring).close()


def test_a_vault_of_the_keyring_is_asked_of_the_keyring(vault):
    assert isinstance(keyring_of(vault.folder), SystemKeyring)


def test_the_file_lies_in_the_account_s_own_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", os.fspath(tmp_path))
    FileKeyring().put("v", SECRET)
    assert (tmp_path / "ieum" / "device" / "v.device-secret").exists()


def test_the_secret_and_its_name_are_on_the_disk_when_it_is_kept(tmp_path, monkeypatch):
    waited = []

    def wait(handle):
        waited.append((Path(f"/proc/self/fd/{handle}").readlink().name, os.fstat(handle).st_size))  # fmt: skip

    monkeypatch.setattr(os, "fsync", wait)
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "v.device-secret.part").write_text(
        "x" * 99
    )  # of a try that was cut short
    FileKeyring(folder).put("v", SECRET)
    whole = len(base64.b64encode(SECRET))
    assert waited[0] == ("v.device-secret.part", whole)
    assert [name for name, _ in waited] == ["v.device-secret.part", "config"]
    assert FileKeyring(folder).get("v") == SECRET
