"""When the power goes, every acknowledged save is still there."""

import sys

import pytest

from intake.errors import DamagedVault
from intake.vault import export_key
from intake.vault.check import damaged_pages, fold_log
from intake.vault.connection import connect
from tests.vault.cuts import Dice, Disk, record
from tests.vault.saver import TABLES, check_saves
from tests.vaults_at_hand import PASSPHRASE

CUTS, SAVES = 300, 70


@pytest.fixture
def recorded(vault, keyring, tmp_path, house):
    """What a saving process wrote, the files before it, and the key."""
    with vault.lane_for_migration() as db:
        db.script(TABLES)
    key = bytearray.fromhex(
        export_key(vault, passphrase=PASSPHRASE, keyring=keyring).decode()
    )
    vault.close()
    before = {"vault.db": (vault.folder / "vault.db").read_bytes()}
    secret = f"{vault.id}:{keyring.get(vault.id).hex()}"
    command = [
        sys.executable,
        "-m",
        "tests.vault.saver",
        vault.folder,
        secret,
        str(SAVES),
    ]
    calls = record(command, house, tmp_path / "calls", vault.folder)
    return calls, before, key


def disks_after(calls, before, cuts, *, lying=False):
    """Yield a disk as it may be after each of so many cuts, and what was acknowledged."""
    disk = Disk(before, lying=lying)
    wanted = {len(calls) * (number + 1) // (cuts + 1) for number in range(cuts)}
    for at, call in enumerate(calls):
        if at in wanted:
            yield disk.said, disk.after_the_cut(Dice(at))
        disk.take(call)


def opened_again(folder, files, key):
    for name in ("vault.db", "vault.db-wal", "vault.db-shm"):
        (folder / name).unlink(missing_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return connect(folder / "vault.db", key, cache_kib=2048)


def test_three_hundred_power_cuts_lose_no_acknowledged_save(recorded, tmp_path):
    calls, before, key = recorded
    assert [call.data for call in calls if call.kind == "said"][
        -1
    ] == f"{SAVES}\n".encode()
    lost = looked = 0
    for acknowledged, files in disks_after(calls, before, CUTS):
        db = opened_again(tmp_path, files, key)
        lost += check_saves(db, acknowledged)
        looked += 1
        if looked % 5 == 0:
            fold_log(db)
            assert damaged_pages(db) == ((), 0)
        db.close()
    print(f"cuts {looked}, calls {len(calls)}, lost {lost}")
    assert looked == CUTS
    assert lost == 0


def test_a_disk_that_lies_about_being_done_loses_saves(recorded, tmp_path):
    """The harness bites; and this is what FORMAT.md does not promise."""
    calls, before, key = recorded
    hurt = 0
    for acknowledged, files in disks_after(calls, before, 30, lying=True):
        try:
            db = opened_again(tmp_path, files, key)
            hurt += bool(check_saves(db, acknowledged))
        except (DamagedVault, AssertionError):
            hurt += 1
    print(f"hurt {hurt} of 30")
    assert hurt
