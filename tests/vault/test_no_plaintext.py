"""No word of a case reaches the disk in the clear, not even for a moment."""

import subprocess
import sys
import textwrap

import pytest

from intake.vault import open_vault
from tests.vaults_at_hand import PASSPHRASE

MARKER = "녹두꽃이피는마을"

BUSY = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from intake.vault import copy_vault, open_vault
    from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

    keyring = MemoryKeyring()
    keyring.put(sys.argv[2], bytes.fromhex(sys.argv[3]))
    vault = open_vault(Path(sys.argv[1]), passphrase=PASSPHRASE, keyring=keyring)
    marker = sys.argv[4]
    with vault.writing() as db:  # statement journals, temporary tables and indexes
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE) STRICT")
        db.execute("CREATE VIRTUAL TABLE f USING fts5(word)")
        db.executemany("INSERT INTO t(word) VALUES (?)", ((f"{marker}{n * 7919 % 20011}" * 12,) for n in range(8_000)))
        db.execute("INSERT INTO f SELECT word FROM t LIMIT 800")
        db.execute("CREATE TEMP TABLE temporary AS SELECT word FROM t ORDER BY word DESC")
        db.execute("CREATE INDEX temp.by_word ON temporary (word)")
        db.execute("UPDATE OR IGNORE t SET word = word || 'x' WHERE id % 3 = 0")
        db.execute("INSERT INTO f(f) VALUES ('optimize')")
    with vault.reading() as db:  # a sort too large for the cache
        db.execute("PRAGMA cache_size=20")
        db.all("SELECT a.word FROM t a JOIN t b USING (id) ORDER BY a.word || b.word, a.id")
    copy_vault(vault, Path(sys.argv[1]) / "copy")
    with vault.lane_for_migration() as db:
        db.execute("VACUUM")
    vault.verify()
    vault.close()
    """
)


@pytest.fixture
def traced(vault, keyring, tmp_path, house):
    """The calls of a process that does everything that needs temporary room."""
    vault.close()
    log = tmp_path / "calls"
    strace = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-o",
        log,
        "-e",
        "trace=openat,creat,open,memfd_create",
    ]
    command = [
        sys.executable,
        "-c",
        BUSY,
        vault.folder,
        vault.id,
        keyring.get(vault.id).hex(),
        MARKER,
    ]
    subprocess.run([*strace, *command], cwd=house, check=True)
    return [
        line
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if "O_CREAT" in line or "memfd" in line or "O_TMPFILE" in line
    ]


def test_no_temporary_file_is_made_and_no_word_lies_on_the_disk(traced, vault, keyring):
    made = {line.split('"')[1] for line in traced if "__pycache__" not in line}
    ours = {name for name in made if name.startswith(str(vault.folder))}
    assert any(name.endswith("vault.db-wal") for name in ours)
    assert made - ours - {"/dev/null"} == set()
    for path in vault.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert MARKER.encode() not in data
            assert MARKER.encode("utf-16-le") not in data
    again = open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
    with again.reading() as db:
        assert db.one("SELECT count(*) FROM t WHERE word LIKE ?", (f"{MARKER}%",)) == (
            8_000,
        )
    again.close()
