"""What a vault looks like from outside: each kind of damage has its word, and no key is asked for."""

import json
import os
import shutil
from pathlib import Path

import pytest

from intake.clock import wall_ms
from intake.crypto import canonical_json, sha256
from intake.vault import VaultLook, look_at_vault, looking
from intake.vault.device_secret import FileKeyring
from tests.vaults_at_hand import a_vault

FILE, KEYS = "vault.db", "vault.keys"
SIZE = 3 * 4096


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A vault that is closed, its pages cut down to three."""
    folder = tmp_path_factory.mktemp("closed") / "vault"
    a_vault(folder).vault.close()
    os.truncate(folder / FILE, SIZE)
    return folder


@pytest.fixture
def folder(closed, tmp_path):
    return shutil.copytree(closed, tmp_path / "vault")


def change(folder, **said):
    """Change both copies of the key file, their sums with them."""
    for name in (KEYS, f"{KEYS}.bak"):
        told = {**json.loads((folder / name).read_bytes()), **said}
        del told["sum"]
        told["sum"] = sha256(canonical_json(told)).hex()
        (folder / name).write_bytes(canonical_json(told))


def head(folder, data):
    with (folder / FILE).open("rb+") as file:
        file.write(data)


def test_a_sound_one_tells_ids_and_counts_only(folder):
    os.utime(folder / FILE, ns=(0, 1_785_000_000_123 * 1_000_000))
    (folder / f"{FILE}-wal").write_bytes(b"x" * 99)
    told = json.loads((folder / KEYS).read_bytes())
    assert look_at_vault(folder) == VaultLook(
        state="sound",
        vault=told["vault"],
        copies=2,
        slots={"passphrase": 1, "code": 1},
        second_factor="keyring",
        size=SIZE,
        log_size=99,
        modified_ms=1_785_000_000_123,
    )


def test_one_copy_of_the_keys_is_told_and_so_is_another_second_factor(folder, tmp_path):
    (folder / f"{KEYS}.bak").unlink()
    assert look_at_vault(folder).copies == 1
    a_vault(tmp_path / "other", FileKeyring(tmp_path / "config")).vault.close()
    assert look_at_vault(tmp_path / "other").second_factor == "file"


def test_a_wait_and_a_window_that_has_it_open_are_told(tmp_path):
    vault = a_vault(tmp_path / "vault").vault
    assert look_at_vault(tmp_path / "vault").held
    vault.close()
    seen = look_at_vault(tmp_path / "vault")
    assert (seen.held, seen.wait) == (False, 0)
    (tmp_path / "vault" / "vault.tries").write_text(json.dumps({"wrong": 99, "last": wall_ms()}))  # fmt: skip
    assert look_at_vault(tmp_path / "vault").wait > 0


@pytest.mark.parametrize(
    ("harm", "state"),
    [
        (lambda at: head(at, b"SQLite format 3\x00"), "plain"),
        (lambda at: head(at, b"\0" * 16), "head"),
        (lambda at: os.truncate(at / FILE, SIZE - 1), "cut"),
        (lambda at: os.truncate(at / FILE, 4096), "sound"),
        (lambda at: os.truncate(at / FILE, 0), "cut"),
        (lambda at: (at / FILE).unlink(), "no-file"),
        (lambda at: [(at / one).unlink() for one in (KEYS, f"{KEYS}.bak")], "no-keys"),
        (
            lambda at: [(at / one).write_bytes(b"{}") for one in (KEYS, f"{KEYS}.bak")],
            "keys",
        ),
        (lambda at: change(at, v=99), "too-new"),
        (lambda at: (at / "vault.unfinished").touch(), "unfinished"),
    ],
    ids=[
        "plain",
        "head",
        "cut",
        "short",
        "emptied",
        "no file",
        "no keys",
        "keys",
        "newer",
        "unfinished",
    ],
)
def test_each_kind_of_damage_has_its_word(folder, harm, state):
    harm(folder)
    assert look_at_vault(folder).state == state


def test_where_nothing_lies_nothing_is_called_damaged(tmp_path):
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "nowhere"):
        assert look_at_vault(place) == VaultLook("absent")


def test_without_its_file_the_keys_are_told_all_the_same(folder):
    vault = look_at_vault(folder).vault
    (folder / FILE).unlink()
    seen = look_at_vault(folder)
    assert (seen.vault, seen.slots) == (vault, {"passphrase": 1, "code": 1})


def test_what_cannot_be_read_is_told_as_that(folder, monkeypatch):
    def broken(_file, *_said):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(looking, "_state", broken)
    assert look_at_vault(folder) == VaultLook("unread")
    monkeypatch.setattr(Path, "iterdir", broken)  # a folder that nobody may look into
    assert look_at_vault(folder.parent / "config") == VaultLook("absent")
    (folder.parent / "config").mkdir()
    assert look_at_vault(folder.parent / "config") == VaultLook("unread")
