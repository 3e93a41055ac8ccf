"""A home that is read-only is said in words; nothing is left half made."""

import os
import subprocess

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from intake.errors import DamagedVault, ReadOnlyPlace
from intake.text import texts_in
from intake.vault import look_at_vault, open_vault
from intake.vault.ballast import is_read_only
from intake.vault.hold import is_held
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may mount")


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, and what makes it read-only."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "k8", place], check=True)
    yield place
    subprocess.run(["umount", place], check=True)


def read_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


def test_a_vault_cannot_be_made_there_and_the_words_say_so(disk):
    read_only(disk)
    with pytest.raises(ReadOnlyPlace) as refused:
        a_vault(disk / "ieum" / "workspace")
    assert (
        "기록을 두는 곳에 쓸 수 없습니다"
        in texts_in("ko").error(refused.value).sentence
    )


@pytest.mark.parametrize("locked_before", [True, False])
def test_a_vault_there_is_not_opened_and_not_changed(disk, locked_before):
    keyring = MemoryKeyring()
    a_vault(disk / "vault", keyring).vault.close()
    if not locked_before:
        (disk / "vault" / "vault.lock").unlink()
    read_only(disk)
    with pytest.raises(ReadOnlyPlace):
        open_vault(disk / "vault", passphrase=PASSPHRASE, keyring=keyring)
    assert look_at_vault(disk / "vault").state == "sound"


def test_whether_somebody_has_it_open_is_seen_without_taking_it(tmp_path):
    vault = a_vault(tmp_path / "vault").vault
    assert is_held(tmp_path / "vault")
    assert look_at_vault(tmp_path / "vault").held
    vault.close()
    assert not is_held(tmp_path / "vault")


def test_a_disk_that_takes_nothing_any_more_is_not_called_damaged(disk):
    """As ext4 leaves it after an error: SQLite calls it an I/O error, like a dying disk."""
    vault = a_vault(disk / "vault").vault
    assert not is_read_only(disk / "vault")
    vault.close()
    read_only(disk)
    trouble = sqlcipher.OperationalError("disk I/O error")
    trouble.sqlite_errorname = "SQLITE_IOERR"
    said = DamagedVault()
    said.__cause__ = trouble
    with pytest.raises(ReadOnlyPlace):
        vault._make_room(said)
