"""Several steps of an upgrade, and the room ends, or the power goes, in any of them."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from intake.errors import NoRoomToUpgrade
from intake.vault import migrate as migrating
from intake.vault import open_vault, peek_vault
from tests.vault.test_full_disk import small_disk  # noqa: F401 - a fixture
from tests.vaults_at_hand import PASSPHRASE, a_vault

KIB = 1024
STEPS = 3
FULL = "PRAGMA max_page_count = 1;"  # what SQLite says of a disk that is full


def later(patch, full_in=0):
    """A version of the program that is three steps further, each of which wants 200 kB."""
    known = migrating.steps()

    def step(number):
        full, table = FULL if number == full_in else "", f"later_{number}"
        return f"{full} CREATE TABLE {table} (a BLOB) STRICT; INSERT INTO {table} VALUES (zeroblob({200 * KIB}))"

    more = [(known[-1][0] + one, step(one)) for one in range(1, STEPS + 1)]
    patch.setattr(migrating, "steps", lambda: (*known, *more))


@pytest.fixture
def older(vault):
    """The folder of a closed vault of the former version, with a word in it."""
    vault.keep_fact("word", "남는다")
    vault.close()
    return vault.folder


def opens_formerly(folder, keyring):
    """Whether the former version opens it, with everything in it, and nothing lies beside it."""
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    sound = vault.verify().sound and vault.fact("word") == "남는다"
    vault.close()
    return sound and list(folder.glob("vault.before-*")) == []


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_wherever_the_room_ends_the_former_version_opens_the_records(older, keyring, monkeypatch, step):  # fmt: skip
    with monkeypatch.context() as patch:
        later(patch, full_in=step)
        for _ in range(2):  # and again at the next try
            with pytest.raises(NoRoomToUpgrade, match="needed"):
                open_vault(older, passphrase=PASSPHRASE, keyring=keyring)
    assert opens_formerly(older, keyring)
    later(monkeypatch)  # there is room now
    vault = open_vault(older, passphrase=PASSPHRASE, keyring=keyring)
    assert vault.fact("word") == "남는다"
    vault.close()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="nobody may mount")  # fmt: skip
def test_on_a_disk_that_really_fills_it_is_all_steps_or_none(small_disk, keyring, monkeypatch):  # noqa: F811  # fmt: skip
    vault = a_vault(small_disk / "v", keyring).vault
    vault.keep_fact("word", "남는다")
    vault.close()
    folder, ended = small_disk / "v", []
    size, filler = (folder / "vault.db").stat().st_size, small_disk / "filler"
    for room in (0, 150, 350, 550, 900, 2000):  # beside the copy that is made first
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(bytes(max(0, free - size - room * KIB)))
        with monkeypatch.context() as patch:
            later(patch)
            try:
                open_vault(folder, passphrase=PASSPHRASE, keyring=keyring).close()
                ended.append("done")
            except NoRoomToUpgrade:
                ended.append("none")
        filler.unlink()
        if ended[-1] == "done":
            break
        assert opens_formerly(folder, keyring)
    assert ended[:3] == ["none"] * 3
    assert ended[-1] == "done"


def test_a_process_that_is_killed_between_two_steps_leaves_the_former_tables(older, keyring, house):  # fmt: skip
    vault = peek_vault(older).id
    secret = keyring.get(vault).hex()
    dies = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from intake.vault import migrate, open_vault
        from intake.vault.database import Database
        from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

        keyring = MemoryKeyring()
        keyring.put(sys.argv[2], bytes.fromhex(sys.argv[3]))
        known = migrate.steps()
        last = known[-1][0]
        big = "CREATE TABLE later (a BLOB) STRICT; INSERT INTO later VALUES (zeroblob(8000000))"
        migrate.steps = lambda: (*known, (last + 1, big), (last + 2, "SELECT die()"))
        run = Database.script

        def script(self, sql):
            self._connection.create_function("die", 0, lambda: os._exit(9))
            run(self, sql)

        Database.script = script
        open_vault(Path(sys.argv[1]), passphrase=PASSPHRASE, keyring=keyring)
        """
    )
    words = [sys.executable, "-c", dies, older, vault, secret]
    assert subprocess.run(words, cwd=house, check=False).returncode == 9
    assert opens_formerly(older, keyring)
