"""A second vault beside the first, made while work goes on (복사본).

* The copy is encrypted from its first byte, under the same key, and opens with the same
  passphrase, code and recovery keys: the key file goes with it.
* It is checked page by page before it gets its name; a copy that was cut short never has it.
* Before an upgrade the old file is kept until the upgraded one has been opened once more.
"""

import os
import shutil
from pathlib import Path

from intake.errors import AlreadyOpen, DamagedVault, NoRoom
from intake.plain_files import sync_folder
from intake.progress import Progress, Silent
from intake.vault.check import VaultReport, check_tables, damaged_pages
from intake.vault.database import Database
from intake.vault.keyfile import (
    BACKUP,
    PRIMARY,
    read_key_file,
    write_key_file,
)
from intake.vault.vault import FILE, Vault

_PART = ".part"
_BEFORE = "vault.before-{}.db"


def copy_vault(
    vault: Vault, folder: Path, progress: Progress | None = None
) -> VaultReport:
    """Copy an open vault into another folder; on failure nothing of the copy is left.

    Raises:
        AlreadyOpen: a vault lies there already.
        NoRoom: the other disk is full.
        DamagedVault: the copy does not pass its check.
    """
    if (folder / FILE).exists():
        raise AlreadyOpen
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_key_file(folder, read_key_file(vault.folder))
    try:
        return copy_file(vault, folder / FILE, progress)
    except BaseException:
        for name in (PRIMARY, BACKUP):
            (folder / name).unlink(missing_ok=True)
        raise


def copy_file(
    vault: Vault, target: Path, progress: Progress | None = None
) -> VaultReport:
    """Copy the encrypted file alone; see ``copy_vault``."""
    progress = progress or Silent()
    part = target.with_name(target.name + _PART)
    part.unlink(missing_ok=True)
    _check_room(vault, target.parent)
    try:
        progress.step(0, 2, "progress-copying")
        with vault.lane_for_copying() as db:
            db.execute("VACUUM INTO ?", (str(part),))
            progress.step(1, 2, "progress-copying")
            report = _checked(db, part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(part, target)
    progress.step(2, 2, "progress-copying")
    return report


def keep_before(vault: Vault, version: int) -> Path:
    """Keep the file as it was before an upgrade from ``version``."""
    kept = vault.folder / _BEFORE.format(version)
    kept.unlink(missing_ok=True)
    copy_file(vault, kept)
    return kept


def drop_before(folder: Path) -> None:
    """Drop what was kept: destruction (파기) must not leave an older copy behind."""
    for kept in folder.glob(_BEFORE.format("*")):
        kept.unlink()


def _check_room(vault: Vault, folder: Path) -> None:
    sizes = [vault.folder / FILE, vault.folder / f"{FILE}-wal"]
    needed = sum(path.stat().st_size for path in sizes if path.exists())
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(needed=needed, free=free)


def _checked(db: Database, part: Path) -> VaultReport:
    """Open the copy with the key that made it and check it."""
    db.execute("ATTACH ? AS copied", (str(part),))
    try:
        pages, other = damaged_pages(db, "copied")
        troubles = len(pages) + other or check_tables(db, "copied")
        same = _shape(db, "copied") == _shape(db, "main")
    finally:
        db.execute("DETACH copied")
    if troubles or not same:
        raise DamagedVault(pages=len(pages))
    return VaultReport(pages, 0, part.stat().st_size)


def _shape(db: Database, schema: str) -> list[object]:
    """Return version and tables of a file: what a copy must share with the original."""
    version = db.one(f"PRAGMA {schema}.user_version")
    tables = f"SELECT type, name, sql FROM {schema}.sqlite_schema ORDER BY type, name"  # noqa: S608 - our own two names
    return [version, *db.all(tables)]


def _settle(part: Path, target: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)
