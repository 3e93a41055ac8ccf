"""On a full disk nothing is half saved, reading goes on, and room makes it work again."""

import contextlib
import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from intake.errors import NoRoom
from intake.vault import open_vault
from intake.vault.ballast import ballast_of, drop_ballast, lay_again, lay_ballast
from tests.vaults_at_hand import PASSPHRASE, a_vault

MIB = 1 << 20
BIG = "가" * 100_000


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 6 MB of its own (root mounts it, as the checks of this project do)."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def save_until_full(vault):
    """Save until the disk is full; return how many saves were acknowledged."""
    for count in range(1_000):
        try:
            with vault.writing() as db:
                db.execute("INSERT INTO fact VALUES (?, ?)", (f"{count}/a", BIG))
                db.execute("INSERT INTO fact VALUES (?, ?)", (f"{count}/b", BIG))
        except NoRoom:
            return count
    raise AssertionError


def fill(path):
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while os.write(handle, bytes(4096)):
            pass
    os.close(handle)
    assert shutil.disk_usage(path.parent).free == 0


def count_of(vault):
    with vault.reading() as db:
        return db.one("SELECT count(*) FROM fact WHERE name LIKE '%/_'")[0]


def test_a_full_disk_half_saves_nothing_and_works_again_with_room(small_disk, keyring):
    vault = a_vault(small_disk / "v", keyring).vault
    filler = small_disk / "filler"
    filler.write_bytes(bytes(2 * MIB))
    saved = save_until_full(vault)
    assert saved > 0
    assert count_of(vault) == saved * 2
    filler.unlink()
    vault.keep_fact("after", "room")
    assert vault.fact("after") == "room"
    assert vault.verify().sound
    vault.close()


def test_the_ballast_lets_the_last_words_be_kept(small_disk, keyring):
    vault = a_vault(small_disk / "v", keyring).vault
    lay_ballast(vault.folder, MIB)
    saved = save_until_full(vault)
    assert ballast_of(vault.folder) == 0
    vault.keep_fact("last words", "남는다")
    assert count_of(vault) in (saved * 2, saved * 2 + 2)
    vault.close()


@pytest.fixture
def full(small_disk, keyring):
    """A closed vault with ballast on a disk without a free byte."""
    vault = a_vault(small_disk / "v", keyring).vault
    vault.keep_fact("word", "남는다")
    vault.close()
    lay_ballast(vault.folder, MIB)
    fill(small_disk / "filler")
    return vault.folder


def test_a_vault_opens_on_a_disk_without_a_free_byte(full, keyring):
    again = open_vault(full, passphrase=PASSPHRASE, keyring=keyring)
    assert again.fact("word") == "남는다"
    again.keep_fact("word", "아직도")
    assert again.fact("word") == "아직도"
    again.close()


def test_without_ballast_a_full_disk_is_said_and_nothing_is_touched(full, keyring):
    (full / "vault.ballast").rename(full.parent / "elsewhere")
    before = (full / "vault.db").read_bytes()
    with pytest.raises(NoRoom):
        open_vault(full, passphrase=PASSPHRASE, keyring=keyring)
    assert (full / "vault.db").read_bytes() == before
    (full.parent / "filler").unlink()
    open_vault(full, passphrase=PASSPHRASE, keyring=keyring).close()


def test_no_room_for_a_vault_makes_none(small_disk, keyring):
    (small_disk / "filler").write_bytes(bytes(6 * MIB - 65_536))
    with pytest.raises(NoRoom):
        a_vault(small_disk / "v", keyring)
    assert not (small_disk / "v").exists()


def test_a_limit_on_the_file_is_a_full_disk(vault, keyring, house):
    """For machines where nobody may mount: the same by RLIMIT_FSIZE."""
    vault.close()
    secret = keyring.get(vault.id).hex()
    limited = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from intake.vault import open_vault
        from intake.vault.ballast import ballast_of, lay_ballast
        from tests.vault.test_full_disk import count_of, save_until_full
        from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

        keyring = MemoryKeyring()
        keyring.put(sys.argv[2], bytes.fromhex(sys.argv[3]))
        vault = open_vault(Path(sys.argv[1]), passphrase=PASSPHRASE, keyring=keyring)
        lay_ballast(vault.folder, 1 << 20)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 21, resource.RLIM_INFINITY))
        saved = save_until_full(vault)
        assert saved and count_of(vault) == saved * 2
        assert ballast_of(vault.folder) == 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        vault.keep_fact("after", "room")
        vault.close()
        """
    )
    subprocess.run(
        [sys.executable, "-c", limited, vault.folder, vault.id, secret],
        cwd=house,
        check=True,
    )
    again = open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
    assert again.fact("after") == "room"
    again.close()


def test_ballast_is_laid_dropped_and_laid_again_when_there_is_room(tmp_path):
    lay_ballast(tmp_path, 3 * MIB)
    assert ballast_of(tmp_path) == 3 * MIB
    assert drop_ballast(tmp_path)
    assert not drop_ballast(tmp_path)
    lay_again(tmp_path, MIB, spare=1 << 60)
    assert ballast_of(tmp_path) == 0
    lay_again(tmp_path, MIB, spare=0)
    assert ballast_of(tmp_path) == MIB


def test_without_room_for_ballast_one_does_without(small_disk):
    lay_ballast(small_disk, 10 * MIB)
    assert ballast_of(small_disk) == 0
