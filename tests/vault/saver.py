"""A process that saves without end, and says of each save when it is safe.

``python -m tests.vault.saver FOLDER SECRET SAVES [nursery]``. One save is four rows and an
index of words, as one answer is. Acknowledgements are lines on the standard output. As a
nursery it makes one saving child for every line it is given, so that sixty need not load
Python sixty times.
"""

import os
import sys
from pathlib import Path

from intake.vault import open_vault
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

TABLES = """
CREATE TABLE saved (n INTEGER, part INTEGER, text TEXT, PRIMARY KEY (n, part)) STRICT;
CREATE TABLE top (one INTEGER PRIMARY KEY, n INTEGER) STRICT;
CREATE VIRTUAL TABLE said USING fts5(text, content='', contentless_delete=1);
INSERT INTO top VALUES (1, 0);
"""
PARTS = 3
CHECKPOINT = 12  # pages: kills and cuts must also meet checkpoints


def say(line):
    os.write(1, f"{line}\n".encode())


def save(vault, n):
    with vault.writing() as db:
        for part in range(PARTS):
            text = f"말 {n} {part} " * (1 + n % 40)
            db.execute("INSERT INTO saved VALUES (?, ?, ?)", (n, part, text))
        db.execute("INSERT INTO said(rowid, text) VALUES (?, ?)", (n, f"말 {n}"))
        db.execute("UPDATE top SET n = ?", (n,))


def save_on(folder, keyring, saves):
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    with vault.lane_for_migration() as db:
        db.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
        (first,) = db.one("SELECT n FROM top")
    for n in range(first + 1, first + 1 + saves):
        save(vault, n)
        say(n)
    return vault


def check_saves(db, acknowledged):
    """Return how many acknowledged saves are lost; a save in part is a failure."""
    (top,) = db.one("SELECT n FROM top")
    whole = [
        n
        for (n,) in db.all(f"SELECT n FROM saved GROUP BY n HAVING count(*) = {PARTS}")
    ]
    assert whole == list(range(1, top + 1))
    assert db.one("SELECT count(*) FROM saved") == (top * PARTS,)
    found = [n for (n,) in db.all("SELECT rowid FROM said WHERE said MATCH '말'")]
    assert len(found) == top
    return max(0, acknowledged - top)


def main():
    folder, keyring, saves = Path(sys.argv[1]), MemoryKeyring(), int(sys.argv[3])
    name, _, secret = sys.argv[2].partition(":")
    keyring.put(name, bytes.fromhex(secret))
    if len(sys.argv) == 4:
        save_on(folder, keyring, saves).close()
        return
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say(f"pid {os.getpid()}")
            save_on(folder, keyring, saves)
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
