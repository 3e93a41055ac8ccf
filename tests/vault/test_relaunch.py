"""Locking begins again: the same process number, a fresh image, and no word of a case in it."""

import os
import subprocess
import sys
import textwrap

import pytest

from intake.vault.relaunch import fresh_start, relaunch

WORD = "되찾은 이름 한 줄"
PROGRAM = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from intake.vault import open_vault, relaunch
    from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

    def copies_of(word):
        found = 0
        for line in open("/proc/self/maps"):
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            low, high = (int(end, 16) for end in span.split("-"))
            with open("/proc/self/mem", "rb", 0) as memory:
                memory.seek(low)
                try:
                    found += memory.read(high - low).count(word)
                except OSError:
                    pass
        return found

    folder, vault_id, secret, turn, pid = sys.argv[1:6]
    word = bytes.fromhex(sys.argv[6])[::-1]  # never whole in the arguments
    if turn == "open":
        keyring = MemoryKeyring()
        keyring.put(vault_id, bytes.fromhex(secret))
        vault = open_vault(Path(folder), passphrase=PASSPHRASE, keyring=keyring)
        with vault.reading() as db:
            shown = db.all("SELECT text FROM fact WHERE name LIKE 'row/%'")
        print("shown", len(shown), copies_of(word) > len(shown), flush=True)
        relaunch([folder, vault_id, secret, "locked", str(os.getpid()), sys.argv[6]], close=vault.close)
    print("locked", os.getpid() == int(pid), copies_of(word), flush=True)
    """
)

FAILING = textwrap.dedent(
    """
    import sys
    from intake.vault import relaunch

    def close():
        raise OSError

    if len(sys.argv) > 1:
        print("fresh")
        sys.exit()
    relaunch(["again"], close=close)
    """
)


@pytest.fixture
def shown(vault, keyring, tmp_path, house):
    """What a program says that shows 500 rows and then locks."""
    with vault.writing() as db:
        db.executemany(
            "INSERT INTO fact VALUES (?, ?)",
            ((f"row/{n}", f"{WORD} {n}") for n in range(500)),
        )
    vault.close()
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    turned = WORD.encode()[::-1].hex()
    command = [
        sys.executable,
        script,
        vault.folder,
        vault.id,
        keyring.get(vault.id).hex(),
        "open",
        "0",
        turned,
    ]
    done = subprocess.run(
        command,
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        check=True,
        capture_output=True,
        text=True,
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_after_locking_no_shown_word_is_left_in_memory(shown):
    opened, locked = shown
    assert opened == ["shown", "500", "True"]
    kept_by_the_test = 1  # the word it looks for
    assert locked[:2] == ["locked", "True"]
    assert int(locked[2]) <= kept_by_the_test + 1


def test_a_lock_that_cannot_close_locks_all_the_same(tmp_path, house):
    script = tmp_path / "program.py"
    script.write_text(FAILING, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "fresh\n"


def test_the_command_of_a_fresh_process_is_the_program_and_its_arguments():
    assert fresh_start(["a"], executable="/p", flags=("-m", "ui")) == (
        "/p",
        "-m",
        "ui",
        "a",
    )
    assert fresh_start([], executable="/opt/ieum", flags=()) == ("/opt/ieum",)


def test_relaunching_never_returns(monkeypatch):
    begun = []

    def execv(program, command):
        begun.append((program, command))
        raise SystemExit

    monkeypatch.setattr(os, "execv", execv)
    with pytest.raises(SystemExit):
        relaunch(["--locked"], close=lambda: begun.append("closed"))
    assert begun[0] == "closed"
    assert begun[1][1][-1] == "--locked"
