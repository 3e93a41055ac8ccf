"""The key file: two copies, numbered, summed, sealed."""

import hashlib
import json
import os
import shutil

import pytest

from intake.crypto.digest import canonical_json
from intake.errors import (
    DamagedKeyFile,
    KeyFileAltered,
    NotFound,
    TooNew,
    WrongPassphrase,
)
from intake.vault import (
    change_passphrase,
    mend_key_file,
    open_vault,
    recover_vault,
    renew_code,
)
from intake.vault.keyfile import (
    BACKUP,
    PRIMARY,
    KeyFile,
    read_key_file,
    read_key_files,
    write_key_file,
)
from tests.vaults_at_hand import CHEAP, PASSPHRASE

COPY_USED, ALTERED, OLDER = (
    "notice-key-file-copy-used",
    "notice-key-file-altered",
    "notice-key-file-older",
)
MASTER = bytearray(32)
KEYS = KeyFile(
    "v", "d", "00" * 16, "keyring", ({"kind": "code", "salt": "aa"},)
).sealed(MASTER)


class StoppedError(Exception):
    pass


@pytest.fixture
def folder(vault):
    """The folder of a vault that is closed."""
    vault.close()
    return vault.folder


def open_again(folder, keyring):
    return open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)


def rewrite(path, change):
    """Change a copy and put a right sum on it, as somebody with the format in hand would."""
    whole = json.loads(path.read_bytes())
    del whole["sum"]
    change(whole)
    whole["sum"] = hashlib.sha256(canonical_json(whole)).hexdigest()
    path.write_bytes(canonical_json(whole))


def strip(whole):
    whole["slots"] = [slot for slot in whole["slots"] if slot["kind"] != "code"]


def test_what_was_written_is_read_from_either_copy(tmp_path):
    write_key_file(tmp_path, KEYS)
    assert read_key_file(tmp_path) == KEYS
    for name in (PRIMARY, BACKUP):
        (tmp_path / name).rename(tmp_path / "aside")
        assert read_key_file(tmp_path) == KEYS.noticing((COPY_USED,))
        (tmp_path / "aside").rename(tmp_path / name)


def test_a_wrong_bit_anywhere_in_one_copy_is_found_and_the_other_used(tmp_path):
    write_key_file(tmp_path, KEYS)
    sound = (tmp_path / PRIMARY).read_bytes()
    for at in range(0, len(sound) * 8, 17):
        flipped = bytearray(sound)
        flipped[at // 8] ^= 1 << at % 8
        (tmp_path / PRIMARY).write_bytes(flipped)
        assert read_key_file(tmp_path) == KEYS.noticing((COPY_USED,))


def test_a_copy_cut_anywhere_is_found_and_the_other_used(tmp_path):
    write_key_file(tmp_path, KEYS)
    sound = (tmp_path / PRIMARY).read_bytes()
    for length in range(0, len(sound), 5):
        (tmp_path / PRIMARY).write_bytes(sound[:length])
        assert read_key_file(tmp_path) == KEYS.noticing((COPY_USED,))


def test_the_newer_copy_wins(tmp_path):
    newer = KEYS.with_slots(()).sealed(MASTER)
    write_key_file(tmp_path, KEYS)
    older = (tmp_path / PRIMARY).read_bytes()
    write_key_file(tmp_path, newer)
    for name in (PRIMARY, BACKUP):
        write_key_file(tmp_path, newer)
        (tmp_path / name).write_bytes(older)
        assert read_key_file(tmp_path) == newer.noticing((COPY_USED,))


@pytest.mark.parametrize("failing", [0, 1, 2, 3])
def test_a_write_that_stops_anywhere_leaves_a_sound_file(
    tmp_path, monkeypatch, failing
):
    write_key_file(tmp_path, KEYS)
    newer, real, calls = KEYS.with_slots(()).sealed(MASTER), os.fsync, []

    def sync(handle):
        if len(calls) == failing:
            raise StoppedError
        calls.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(StoppedError):
        write_key_file(tmp_path, newer)
    found = read_key_file(tmp_path)
    assert found.noticing(()) in (KEYS, newer)


def test_both_copies_damaged_is_said(tmp_path):
    write_key_file(tmp_path, KEYS)
    for name in (PRIMARY, BACKUP):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(DamagedKeyFile):
        read_key_file(tmp_path)


def test_no_key_file_is_no_vault(tmp_path):
    with pytest.raises(NotFound):
        read_key_file(tmp_path)


def test_a_newer_key_file_is_left_untouched(tmp_path):
    write_key_file(tmp_path, KEYS)
    rewrite(tmp_path / PRIMARY, lambda whole: whole.update(v=2))
    with pytest.raises(TooNew):
        read_key_file(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.pop("vault"),
        lambda whole: whole.update(slots="none"),
        lambda whole: whole.update(slots=[1]),
        lambda whole: whole.update(slots=[{"kind": 3}]),
        lambda whole: whole.update(slots=[{"kind": "code", "memory": "much"}]),
        lambda whole: whole.update(salt="../.."),
        lambda whole: whole.update(seq="1"),
        lambda whole: whole.update(more=1),
        lambda whole: whole.update(v="x"),
    ],
)
def test_a_right_sum_proves_no_good_will(tmp_path, change):
    write_key_file(tmp_path, KEYS)
    rewrite(tmp_path / PRIMARY, change)
    assert read_key_file(tmp_path) == KEYS.noticing((COPY_USED,))


@pytest.mark.parametrize(
    "bytes_", [b"", b"[]", b"null", b"[" * 100_000, b"\xff\xfe", b'{"sum":1}']
)
def test_bytes_that_are_no_key_file_are_a_damaged_copy(tmp_path, bytes_):
    (tmp_path / PRIMARY).write_bytes(bytes_)
    with pytest.raises(DamagedKeyFile):
        read_key_file(tmp_path)


def test_the_seal_covers_every_part(tmp_path):
    for name, other in (
        ("vault", "w"),
        ("device", "e"),
        ("salt", "11" * 16),
        ("device_secret", "file"),
        ("seq", 9),
        ("slots", ()),
    ):
        with pytest.raises(KeyFileAltered):
            KeyFile(
                **{
                    **{part: getattr(KEYS, part) for part in KEYS.__slots__},
                    name: other,
                }
            ).check_seal(MASTER)


def test_a_damaged_copy_is_told_once_and_mended(folder, keyring):
    (folder / PRIMARY).write_bytes(b"half")
    opened = open_again(folder, keyring)
    opened.close()
    assert opened.notices == (COPY_USED,)
    opened = open_again(folder, keyring)
    opened.close()
    assert opened.notices == ()


def test_a_copy_with_slots_taken_away_is_told_and_the_sealed_copy_used(
    folder, keyring, created
):
    rewrite(folder / PRIMARY, strip)
    opened = open_again(folder, keyring)
    assert opened.notices == (ALTERED,)
    change_passphrase(opened, old=PASSPHRASE, new="새 말", keyring=keyring, cost=CHEAP)
    opened.close()
    recover_vault(
        folder,
        emergency_code=created.emergency_code,
        new_passphrase="또",
        counselor="상담원",
        keyring=keyring,
        cost=CHEAP,
    ).close()


def test_both_copies_altered_opens_tells_and_refuses_to_seal_that(folder, keyring):
    for name in (PRIMARY, BACKUP):
        rewrite(folder / name, strip)
    opened = open_again(folder, keyring)
    assert opened.notices == (ALTERED,)
    with pytest.raises(KeyFileAltered):
        change_passphrase(
            opened, old=PASSPHRASE, new="새 말", keyring=keyring, cost=CHEAP
        )
    mend_key_file(opened, passphrase=PASSPHRASE, keyring=keyring)
    renew_code(opened, passphrase=PASSPHRASE, keyring=keyring)
    opened.close()
    opened = open_again(folder, keyring)
    opened.close()
    assert opened.notices == ()


def test_a_key_file_put_back_from_an_older_day_is_told(folder, keyring, tmp_path):
    for name in (PRIMARY, BACKUP):
        shutil.copy(folder / name, tmp_path / name)
    opened = open_again(folder, keyring)
    change_passphrase(opened, old=PASSPHRASE, new="새 말", keyring=keyring, cost=CHEAP)
    opened.close()
    with pytest.raises(WrongPassphrase):
        open_again(folder, keyring)
    for name in (PRIMARY, BACKUP):
        shutil.copy(tmp_path / name, folder / name)
    opened = open_again(folder, keyring)
    opened.close()
    assert opened.notices == (OLDER,)


def test_the_key_file_is_for_this_account_only(folder):
    assert {(folder / name).stat().st_mode & 0o077 for name in (PRIMARY, BACKUP)} == {0}


def test_copies_that_differ_are_both_looked_at(tmp_path):
    write_key_file(tmp_path, KEYS)
    rewrite(tmp_path / PRIMARY, lambda whole: whole.update(slots=[]))
    assert [len(one.slots) for one in read_key_files(tmp_path)] == [0, 1]


def test_nothing_of_a_key_file_shows_in_its_repr():
    assert "aa" not in repr(KEYS)
    assert KEYS.mac not in repr(KEYS)
