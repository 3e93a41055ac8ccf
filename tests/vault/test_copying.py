"""A copy opens with the same secrets, is checked, and is there whole or not at all."""

import concurrent.futures
import shutil

import pytest

from intake.errors import (
    AlreadyOpen,
    Cancelled,
    DamagedVault,
    NoRoom,
    NoRoomToUpgrade,
    TooNew,
)
from intake.vault import copy_vault, open_vault, recover_vault
from intake.vault import migrate as migrating
from intake.vault.ballast import ballast_of, lay_ballast
from intake.vault.copying import keep_before
from tests.vaults_at_hand import CHEAP, PASSPHRASE


@pytest.fixture
def marked(vault):
    vault.keep_fact("word", "남는다")
    return vault


class StopsBeforeTheCheck:
    def step(self, done, total, what):
        if done == 1:
            raise Cancelled


def test_a_copy_opens_with_the_same_secrets(marked, created, keyring, tmp_path):
    assert copy_vault(marked, tmp_path / "copy").sound
    copy = open_vault(tmp_path / "copy", passphrase=PASSPHRASE, keyring=keyring)
    assert copy.fact("word") == "남는다"
    assert copy.notices == ()
    copy.close()
    recover_vault(
        tmp_path / "copy",
        emergency_code=created.emergency_code,
        new_passphrase="또",
        counselor="상담원",
        keyring=keyring,
        cost=CHEAP,
    ).close()


def test_a_copy_shows_nothing_in_the_clear(marked, tmp_path):
    copy_vault(marked, tmp_path / "copy")
    data = (tmp_path / "copy" / "vault.db").read_bytes()
    assert "남는다".encode() not in data
    assert not data.startswith(b"SQLite format 3")


def test_work_goes_on_while_a_copy_is_made(marked, tmp_path):
    with concurrent.futures.ThreadPoolExecutor(1) as other:
        job = other.submit(copy_vault, marked, tmp_path / "copy")
        saves = 0
        while not job.done():
            marked.keep_fact("count", str(saves))
            saves += 1
    assert job.result().sound
    assert marked.fact("count") == (str(saves - 1) if saves else None)


def test_a_copy_that_is_stopped_leaves_nothing(marked, tmp_path):
    with pytest.raises(Cancelled):
        copy_vault(marked, tmp_path / "copy", StopsBeforeTheCheck())
    assert list((tmp_path / "copy").iterdir()) == []
    marked.keep_fact("word", "still works")


def test_a_copy_of_a_damaged_vault_is_refused(marked, tmp_path):
    marked._writer.all("PRAGMA wal_checkpoint(TRUNCATE)")
    with (marked.folder / "vault.db").open("r+b") as file:
        file.seek(4096 * 8 + 50)
        file.write(bytes(8))
    with pytest.raises(DamagedVault):
        copy_vault(marked, tmp_path / "copy")
    assert list((tmp_path / "copy").iterdir()) == []


def test_a_copy_goes_over_no_other_vault(marked, tmp_path):
    copy_vault(marked, tmp_path / "copy")
    with pytest.raises(AlreadyOpen):
        copy_vault(marked, tmp_path / "copy")


def test_too_little_room_is_said_before_the_work(marked, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(NoRoom) as caught:
        copy_vault(marked, tmp_path / "copy")
    assert caught.value.facts["free"] == 10
    assert caught.value.facts["needed"] >= 4096


def test_the_readers_are_read_only_again_after_a_copy(marked, tmp_path):
    copy_vault(marked, tmp_path / "copy")
    assert marked._readers["bulk"].one("PRAGMA query_only") == (1,)


@pytest.fixture
def older(marked, monkeypatch):
    """A closed vault that lacks the program's newest step."""
    known = migrating.steps()
    marked.close()
    newer = (*known, (known[-1][0] + 1, "CREATE TABLE fresh (a INTEGER) STRICT"))
    monkeypatch.setattr(migrating, "steps", lambda: newer)
    return marked.folder


def test_an_upgrade_keeps_the_old_file_until_the_next_opening(older, keyring):
    vault = open_vault(older, passphrase=PASSPHRASE, keyring=keyring)
    vault.close()
    (kept,) = older.glob("vault.before-*.db")
    (older / "vault.db").rename(older / "aside")
    kept.rename(older / "vault.db")  # going back by hand
    vault = open_vault(older, passphrase=PASSPHRASE, keyring=keyring)
    assert vault.fact("word") == "남는다"
    vault.close()
    open_vault(older, passphrase=PASSPHRASE, keyring=keyring).close()
    assert list(older.glob("vault.before-*.db")) == []


def test_an_upgrade_that_fails_leaves_version_and_tables_untouched(
    marked, keyring, monkeypatch
):
    known = migrating.steps()
    version = marked._writer.one("PRAGMA user_version")
    broken = "CREATE TABLE fresh (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"
    marked.close()
    monkeypatch.setattr(
        migrating, "steps", lambda: (*known, (known[-1][0] + 1, broken))
    )
    with pytest.raises(Exception, match="nowhere"):
        open_vault(marked.folder, passphrase=PASSPHRASE, keyring=keyring)
    monkeypatch.undo()
    vault = open_vault(marked.folder, passphrase=PASSPHRASE, keyring=keyring)
    assert vault._writer.one("PRAGMA user_version") == version
    assert vault._writer.one("SELECT 1 FROM sqlite_schema WHERE name = 'fresh'") is None
    vault.close()


def test_no_upgrade_without_a_copy(marked, monkeypatch):
    usage = shutil.disk_usage(marked.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(NoRoom):
        keep_before(marked, 1)
    assert list(marked.folder.glob("vault.before-*")) == []


def later(monkeypatch):
    """A version of the program that brings the tables one step further."""
    known = migrating.steps()
    step = (known[-1][0] + 1, "CREATE TABLE later (a INTEGER) STRICT")
    monkeypatch.setattr(migrating, "steps", lambda: (*known, step))


def test_an_upgrade_without_room_for_the_copy_leaves_the_vault_to_the_former_version(marked, keyring, monkeypatch):  # fmt: skip
    folder, usage = marked.folder, shutil.disk_usage(marked.folder)
    marked.close()
    with monkeypatch.context() as patch:
        later(patch)
        patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
        with pytest.raises(NoRoomToUpgrade):
            open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    open_vault(folder, passphrase=PASSPHRASE, keyring=keyring).close()  # the former one
    later(monkeypatch)
    open_vault(folder, passphrase=PASSPHRASE, keyring=keyring).close()
    assert len(list(folder.glob("vault.before-*.db"))) == 1
    monkeypatch.undo()
    with pytest.raises(TooNew):
        open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)


def test_the_ballast_makes_room_for_the_copy(marked, keyring, monkeypatch):
    folder, usage = marked.folder, shutil.disk_usage(marked.folder)
    marked.close()
    lay_ballast(folder, 4096)
    free = lambda _: usage._replace(free=10 if ballast_of(folder) else 1 << 30)  # noqa: E731
    later(monkeypatch)
    monkeypatch.setattr(shutil, "disk_usage", free)
    open_vault(folder, passphrase=PASSPHRASE, keyring=keyring).close()
    assert len(list(folder.glob("vault.before-*.db"))) == 1


def test_the_steps_are_numbered_without_a_gap():
    assert [number for number, _ in migrating.steps()] == list(
        range(1, len(migrating.steps()) + 1)
    )
