"""Open SQLCipher the one way that was measured (vault.md §1).

* The raw key and the salt are handed over as bytes and wiped; no key ever stands in SQL.
* WAL, FULL, 4096: an acknowledged save survives a power cut.
* ``temp_store=MEMORY`` always: no plaintext in temporary files.
"""

import os
import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from intake.crypto.keys import wipe
from intake.errors import DamagedVault, NoRoom, ReadOnlyPlace, TooNew
from intake.vault.ballast import is_full, is_read_only
from intake.vault.database import Database, is_disk_trouble, our_errors

APPLICATION = 0x4945554D  # "IEUM"
FLOOR = (3, 53, 3)  # the WAL-reset and FTS5 memory defects are mended from here on
_PLAIN_HEAD = b"SQLite format 3\x00"
_EVERY = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA wal_autocheckpoint=1000;
PRAGMA journal_size_limit=16777216;
PRAGMA temp_store=MEMORY;
PRAGMA busy_timeout=5000;
PRAGMA foreign_keys=ON;
PRAGMA recursive_triggers=ON;
PRAGMA trusted_schema=OFF;
PRAGMA cell_size_check=ON;
PRAGMA secure_delete=ON;
"""
_MAC = "PRAGMA fullfsync=1; PRAGMA checkpoint_fullfsync=1;"
_BIRTH = f"""
PRAGMA page_size=4096;
PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA application_id={APPLICATION};
"""


def connect(
    path: Path, key: bytearray, *, cache_kib: int, new: bool = False
) -> Database:
    """Open the file with a 48-byte key ‖ salt, which stays the caller's to wipe.

    Raises:
        DamagedVault: the file is empty or plain SQLite, or the key does not open its first page.
        NoRoom: the disk has none even for opening.
        ReadOnlyPlace: it may not be written to.
    """
    _check_library()
    _check_head(path, new=new)
    database = _opened(path)
    spoken = bytearray(b"x'" + key.hex().encode() + b"'")
    try:
        database.set_key(spoken)
    finally:
        wipe(spoken)
    try:
        # ON wipes and locks every small allocation: 3 to 5 times the CPU of a merge or a
        # search, and measured, it leaves as many copies of shown text behind. Keys are wiped
        # and obfuscated either way; text is answered by beginning the process anew at lock.
        database.execute("PRAGMA cipher_memory_security=OFF")
        if new:
            database.script(_BIRTH)
        database.one("SELECT count(*) FROM sqlite_schema")
        database.script(
            _EVERY
            + f"PRAGMA cache_size=-{cache_kib};"
            + (_MAC if sys.platform == "darwin" else "")
        )
    except BaseException as error:
        database.close()
        if is_disk_trouble(error) and is_full(path.parent, 0):
            raise NoRoom from error
        if is_disk_trouble(error) and is_read_only(path.parent):
            raise ReadOnlyPlace(place="vault") from error
        raise
    return database


def _opened(path: Path) -> Database:
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise ReadOnlyPlace(place="vault")
    with our_errors():
        return Database(
            sqlcipher.connect(
                str(path),
                isolation_level=None,
                timeout=5,
                cached_statements=512,
                check_same_thread=False,
            )
        )


def hush() -> None:
    """Keep SQLCipher from writing to stderr; process-wide, once at start."""
    quiet = sqlcipher.connect(":memory:")
    quiet.execute("PRAGMA cipher_log_level=NONE")
    quiet.close()


def _check_library() -> None:
    if sqlcipher.sqlite_version_info < FLOOR:
        raise TooNew(what="sqlite-floor", version=sqlcipher.sqlite_version)


def _check_head(path: Path, *, new: bool) -> None:
    """Neither an emptied vault nor one recreated in the clear may be taken for a vault.

    SQLite would fill an empty file with an empty database, and all cases would seem gone.
    """
    if new:
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEAD))
    except FileNotFoundError as error:
        raise DamagedVault(pages=0) from error
    if len(head) < len(_PLAIN_HEAD) or head == _PLAIN_HEAD:
        raise DamagedVault(pages=0)


hush()
