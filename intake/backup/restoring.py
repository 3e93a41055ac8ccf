"""Put a backup in the place of a vault (되살리기), and never over one.

* Every file is copied beside the target and hashed while it is copied; only when it was opened,
  checked and has begun a new log does it take the vault's place.
* What lies there already is set aside under its date, whole; nobody's records are overwritten.
* A restored vault goes on in a new log that names the former one, always: others may hold what
  it has forgotten, and it comes back from them by merging.
"""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from intake.backup.checking import Found, check_bytes
from intake.backup.drill import check_key, check_whole
from intake.backup.places import VAULT_FILES, place_errors
from intake.backup.reading import copy_file
from intake.errors import BackupUnfit
from intake.ledger import Ledger
from intake.ledger.tail import own_log
from intake.plain_files import sync_folder
from intake.progress import Progress
from intake.vault import Vault
from intake.vault.hold import Hold
from intake.vault.vault import FILE

_STAGE = ".restoring"
_ASIDE = ".set-aside-{:%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the former vault lies now."""

    found: Found
    aside: Path | None


def stage(found: Found, folder: Path, progress: Progress) -> Path:
    """Copy a backup beside ``folder``; return where it stands.

    Raises:
        BackupUnfit: with what is wrong; nothing of the copy is left.
        AlreadyOpen: somebody works in the vault that lies there.
    """
    check_bytes(found, progress)
    _check_at_rest(folder)
    staged = folder.with_name(folder.name + _STAGE)
    drop_stage(staged)
    try:
        with place_errors(folder.parent):
            staged.mkdir(mode=0o700, parents=True)
        _copy(found, staged, progress)
    except BaseException:
        drop_stage(staged)
        raise
    return staged


def drop_stage(staged: Path) -> None:
    """Take away what an attempt left."""
    shutil.rmtree(staged, ignore_errors=True)


def check_opened(vault: Vault, found: Found, progress: Progress) -> None:
    """Check the opened vault against who signed the backup, page by page and link by link.

    Raises:
        BackupUnfit: with what is wrong.
    """
    check_key(vault, found)
    check_whole(vault, progress)


def begin_anew(vault: Vault, ledger: Ledger, found: Found) -> None:
    """Go on in a new log, whether or not the computer remembers how far the old one was."""
    with vault.reading() as db:
        own = own_log(db)
    if own is not None and own.log == found.about.log:
        ledger.begin_log()


def put_in_place(staged: Path, folder: Path, now_ms: int) -> Path | None:
    """Set the former folder aside, put the staged one there; return the former's new place."""
    _check_at_rest(folder)
    aside = None
    with place_errors(folder.parent):
        if folder.exists() and any(folder.iterdir()):
            aside = _free_name(folder, now_ms)
            folder.rename(aside)
        elif folder.exists():
            folder.rmdir()
        try:
            staged.rename(folder)
        except OSError:
            if aside is not None:
                aside.rename(folder)
            raise
        sync_folder(folder.parent)
    return aside


def _copy(found: Found, staged: Path, progress: Progress) -> None:
    total, done = found.size, 0

    def told(size: int) -> None:
        nonlocal done
        done += size
        progress.step(min(done, total), total, "progress-restoring")

    for path in found.manifest.hashes:
        target = _target(staged, path)
        if target is None:
            continue
        with place_errors(staged):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = copy_file(found.folder / path, target, told, at=staged)
        if digest != found.manifest.hashes[path]:
            raise BackupUnfit(why="hash", member=target.name)


def _target(staged: Path, path: str) -> Path | None:
    if path.startswith("../"):
        return staged / path.removeprefix("../")
    return staged / path if path in VAULT_FILES else None


def _check_at_rest(folder: Path) -> None:
    """Check that nobody holds the vault that lies there."""
    if (folder / FILE).exists():
        Hold(folder).release()


def _free_name(folder: Path, now_ms: int) -> Path:
    moment = dt.datetime.fromtimestamp(now_ms / 1000, dt.UTC)
    first = folder.with_name(folder.name + _ASIDE.format(moment))
    tries: Callable[[int], Path] = lambda n: first.with_name(f"{first.name}-{n}")  # noqa: E731
    return next(
        (one for one in (first, *map(tries, range(2, 100))) if not one.exists()), first
    )
