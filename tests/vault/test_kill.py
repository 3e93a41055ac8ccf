"""Killed at any moment, a vault keeps every save it acknowledged."""

import os
import signal
import subprocess
import sys

import pytest

from intake.vault import open_vault
from tests.vault.saver import TABLES, check_saves
from tests.vaults_at_hand import PASSPHRASE

KILLS = 60


@pytest.fixture
def nursery(vault, keyring, house):
    with vault.lane_for_migration() as db:
        db.script(TABLES)
    vault.close()
    secret = f"{vault.id}:{keyring.get(vault.id).hex()}"
    command = [
        sys.executable,
        "-m",
        "tests.vault.saver",
        vault.folder,
        secret,
        "100000",
        "nursery",
    ]
    with subprocess.Popen(
        command,
        cwd=house,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        yield process
        process.stdin.close()


def lines_until_gone(nursery):
    for line in nursery.stdout:
        if line == "gone\n":
            return
        yield line


def saves_until_killed(nursery, enough):
    """Let a child save, kill it after so many acknowledgements; return the last one heard."""
    print("go", file=nursery.stdin, flush=True)
    child, last, heard = 0, 0, 0
    for line in lines_until_gone(nursery):
        if line.startswith("pid"):
            child = int(line.split()[1])
            continue
        last, heard = int(line), heard + 1
        if heard == enough:
            os.kill(child, signal.SIGKILL)
    return last


def test_sixty_kills_lose_no_acknowledged_save(nursery, vault, keyring):
    acknowledged = lost = 0
    for round_ in range(KILLS):
        acknowledged = saves_until_killed(nursery, enough=1 + round_ * 7 % 23)
        again = open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
        with again.reading() as db:
            lost += check_saves(db, acknowledged)
        if round_ % 10 == 9:
            assert again.verify().sound
        again.close()
    print(f"kills {KILLS}, acknowledged {acknowledged}, lost {lost}")
    assert acknowledged >= KILLS
    assert lost == 0
