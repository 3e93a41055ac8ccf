"""Somebody had the stick with the backups in their hands: what they changed is found and named."""

import json
import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from intake.backup import check_bytes, find_backup
from intake.backup.manifest import NAMESPACE, Manifest, read_manifest
from intake.crypto import SigningKey, canonical_json, sha256, sign
from intake.desk import workspace
from intake.desk.restoring import look, restore
from intake.desk.views.backups import RestoreSecret
from intake.errors import BackupUnfit, IntakeError, NoSlot, WrongPassphrase
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def made(desk, place, tmp_path):
    """A backup, where it lies."""
    home = tmp_path / "ic" / "attachments" / "ab"
    home.mkdir(parents=True)
    (home / "c0ffee.age").write_bytes(b"age-encryption.org/v1" + bytes(9_000))
    agreed(desk, "RECORD")
    desk.backups.choose_place(place)
    desk.backups.make(Silent())
    return look_at(place)


def look_at(place):
    root = next(place.iterdir())
    return root / max(one.name for one in root.iterdir() if one.name[0].isdigit())


def refused(folder):
    """Why a backup does not do, and which file says so."""
    with pytest.raises(BackupUnfit) as told:
        check_bytes(find_backup(folder), Silent())
    return told.value.facts


def put_back(chosen, folder, keyring):
    return restore(chosen, chosen.name, folder, RestoreSecret(PASSPHRASE), keyring=keyring, policy=POLICY)  # fmt: skip


def signed_again(folder, key=None):
    """Make list and signature fit what lies there, with a key of one's own."""
    listed = read_manifest((folder / "manifest-sha256.txt").read_bytes())
    fresh = {path: sha256((folder / path).read_bytes()).hex() for path in listed.hashes}
    data = Manifest(fresh).to_bytes()
    (folder / "manifest-sha256.txt").write_bytes(data)
    armored = sign(NAMESPACE, data, key or SigningKey.generate())
    (folder / "manifest-sha256.txt.sig").write_text(armored)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(data=some.data())
def test_a_flipped_bit_anywhere_is_found_and_its_file_named(made, data):
    files = sorted(one for one in made.parent.rglob("*") if one.is_file())
    path = data.draw(some.sampled_from(files))
    before = path.read_bytes()
    at = data.draw(some.integers(0, len(before) * 8 - 1))
    changed = bytearray(before)
    changed[at // 8] ^= 1 << at % 8
    path.write_bytes(changed)
    try:
        facts = refused(made)
        if facts["why"] == "hash":
            assert facts["member"] == path.name
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    "name",
    ["vault.db", "vault.keys", "vault.keys.bak", "about.json", "manifest-sha256.txt", "manifest-sha256.txt.sig"],
)  # fmt: skip
def test_a_missing_file_is_named(made, name):
    (made / name).unlink()
    assert refused(made) == {"why": "missing", "member": name}


@pytest.mark.parametrize("name", ["vault.db", "vault.keys", "about.json"])
def test_a_link_in_the_place_of_a_file_is_not_followed(made, name, tmp_path):
    (made / name).rename(tmp_path / name)
    (made / name).symlink_to(tmp_path / name)
    assert refused(made) == {"why": "link", "member": name}


def test_a_linked_folder_of_attachments_is_not_followed(made, tmp_path):
    pool = made.parent / "attachments"
    pool.rename(tmp_path / "elsewhere")
    pool.symlink_to(tmp_path / "elsewhere")
    assert refused(made)["why"] == "link"


def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(made):
    (made / "vault.db").unlink()
    os.mkfifo(made / "vault.db")
    assert refused(made) == {"why": "link", "member": "vault.db"}


def test_a_linked_backup_is_none(made, tmp_path):
    away = tmp_path / made.name
    made.rename(away)
    made.symlink_to(away)
    assert refused(made)["why"] == "form"


def test_an_older_backup_under_a_newer_name_is_refused(desk, made):
    newer = made.with_name(f"000009{made.name[6:]}")
    shutil.copytree(made, newer)
    assert refused(newer) == {"why": "name"}


def test_the_list_of_another_day_does_not_fit(desk, made):
    desk.cases.begin("VISIT", "나중")
    desk.backups.make(Silent())
    newer = max(made.parent.glob("0*"))
    for name in ("manifest-sha256.txt", "manifest-sha256.txt.sig"):
        shutil.copy(newer / name, made / name)
    assert refused(made)["why"] == "hash"


def test_a_list_signed_by_a_stranger_is_a_strangers_backup(made):
    signed_again(made)
    assert refused(made) == {"why": "foreign"}


def test_a_stranger_who_renames_the_log_too_is_found_when_it_opens(desk, made, tmp_path, keyring):  # fmt: skip
    key = SigningKey.generate()
    said = json.loads((made / "about.json").read_bytes())
    said["log"] = sha256(key.public)[:8].hex() + "0" * 16
    (made / "about.json").write_bytes(canonical_json(said))
    signed_again(made, key)
    desk.close()
    with pytest.raises(BackupUnfit) as told:
        put_back(made, tmp_path / "new", keyring)
    assert told.value.facts["why"] == "foreign"
    assert not (tmp_path / "new").exists()


def test_the_key_file_of_another_vault_is_refused_even_signed_well(desk, made, tmp_path):  # fmt: skip
    other = a_desk(tmp_path / "other")
    for name in ("vault.keys", "vault.keys.bak"):
        shutil.copy(other._rooms.vault.folder / name, made / name)
    other.close()
    signed_again(made, desk._rooms.exchange.trust.own().key)
    assert refused(made) == {"why": "keys"}


def test_another_centers_backup_does_not_open_and_leaves_ours(made, desk, tmp_path, keyring):  # fmt: skip
    other = a_desk(tmp_path / "other", code="SW")
    (tmp_path / "theirs").mkdir()
    other.backups.choose_place(tmp_path / "theirs")
    other.backups.make(Silent())
    other.close()
    desk.close()
    (card,) = look(tmp_path / "theirs")
    assert card.center == "SW"
    with pytest.raises(IntakeError):
        put_back(look_at(tmp_path / "theirs"), tmp_path / "ic", keyring)
    here = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    assert here.keys.verify(Silent()).ok
    here.close()


def test_a_backup_cut_short_leaves_what_is_there(made, desk, tmp_path, keyring):
    desk.close()
    before = {path: path.read_bytes() for path in (tmp_path / "ic").rglob("*") if path.is_file()}  # fmt: skip
    with (made / "vault.db").open("r+b") as file:
        file.truncate(50_000)
    with pytest.raises(BackupUnfit):
        put_back(made, tmp_path / "ic", keyring)
    after = {path: path.read_bytes() for path in (tmp_path / "ic").rglob("*") if path.is_file()}  # fmt: skip
    assert before == after
    assert not list(tmp_path.glob("*.restoring"))
    assert not list(tmp_path.glob("*.set-aside*"))


def test_a_planted_write_ahead_log_is_not_taken_along(made, desk, tmp_path, keyring):
    (made / "vault.db-wal").write_bytes(b"planted" * 5_000)
    desk.close()
    fresh, _ = put_back(made, tmp_path / "new", keyring)
    assert fresh.keys.verify(Silent()).ok
    fresh.close()


def test_the_thief_of_a_backup_needs_more_than_a_guess(made, tmp_path):
    with pytest.raises((WrongPassphrase, NoSlot)):
        restore(made, made.name, tmp_path / "thief", RestoreSecret(emergency_code="E0BH7-2HHVG-2N4C6-NN1H0-DE0SE-R", new_passphrase="도둑의 새로운 긴 암호문구"), keyring=MemoryKeyring(), policy=POLICY)  # fmt: skip
    assert not (tmp_path / "thief").exists()


def test_no_name_in_a_backup_tells_of_anything(made, place):
    for path in place.rglob("*"):
        assert path.relative_to(place).as_posix().isascii()
        assert "IC" not in path.name
