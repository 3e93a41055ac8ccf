"""Make a backup (백업 만들기): whole and checked, or not there at all.

* Everything is written under a name that ends in ``.part``; only when the list is signed, the
  copy was opened and every byte is on the disk does it get its name.
* Attachments lie once for all backups of a vault: one that is there already, and still is what
  its name says, is not copied again.
* Of older ones as many stay as were asked for; they go only after a new one was checked.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from intake.backup.copying import Note, copy_pages
from intake.backup.manifest import (
    About,
    Manifest,
    read_manifest,
    signed,
)
from intake.backup.places import (
    ABOUT,
    ATTACHMENTS,
    DB,
    KEYS,
    KEYS_COPY,
    MANIFEST,
    PART,
    SIGNATURE,
    names_in,
    next_name,
    place_errors,
    root_of,
    sweep,
    sync_file,
)
from intake.backup.reading import copy_file, digest_of, read_small
from intake.errors import IntakeError
from intake.ledger import DeviceSigner
from intake.ledger.tail import own_log
from intake.plain_files import sync_folder
from intake.progress import Progress
from intake.vault import Vault
from intake.vault.keyfile import read_key_file, write_key_file

_NAMED = re.compile(r"[0-9a-f]{64}")
_LIST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and checked."""

    folder: Path
    about: About
    size: int  # bytes written for it


@dataclass(frozen=True, slots=True)
class Order:
    """What to back up, where to, and how many of them stay."""

    vault: Vault
    device: DeviceSigner
    place: Path
    keep: int
    now_ms: int


def make_backup(order: Order, progress: Progress) -> Made:
    """Back up an open vault; on failure or when stopped nothing of it is left.

    Raises:
        NoRoom, BackupAway, ReadOnlyPlace: the place would not take it.
        DamagedVault: the vault is damaged. BackupUnfit: what was written is.
        Cancelled.
    """
    root = root_of(order.place, order.vault.id)
    with place_errors(order.place):
        root.mkdir(mode=0o700, exist_ok=True)
    sweep(root)
    name = next_name(root, order.now_ms)
    with _part(root, name) as part:
        made = _write(order, part, name, progress)
        with place_errors(root):
            sync_folder(part)
            part.rename(root / name)
            sync_folder(root)
    prune(root, order.keep)
    return Made(root / name, made.about, made.size)


def prune(root: Path, keep: int) -> tuple[str, ...]:
    """Take away the oldest beyond ``keep``, then attachments that no backup lists."""
    gone = names_in(root)[max(keep, 1) :]
    with place_errors(root):
        for name in gone:
            _drop(root, name)
        if gone:
            _drop_unlisted(root)
    return gone


def forget(root: Path, name: str) -> None:
    """Take one backup away, and the attachments only it had."""
    with place_errors(root):
        _drop(root, name)
        _drop_unlisted(root)


@contextmanager
def _part(root: Path, name: str) -> Iterator[Path]:
    part = root / f"{name}{PART}"
    try:
        with place_errors(root):
            part.mkdir(mode=0o700)
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _write(order: Order, part: Path, name: str, progress: Progress) -> Made:
    note = copy_pages(order.vault, part / DB, progress)
    about = _about(order, name, note)
    with place_errors(part):
        sync_file(part / DB)
        write_key_file(part, read_key_file(order.vault.folder))
        _put(part / ABOUT, about.to_bytes())
    own = {path: digest_of(part / path) for path in (ABOUT, DB, KEYS, KEYS_COPY)}
    shared = _share(order.vault.folder, part.parent, progress)
    listed = Manifest({**own, **shared}).to_bytes()
    with place_errors(part):
        _put(part / MANIFEST, listed)
        _put(part / SIGNATURE, signed(listed, order.device).encode())
    return Made(part, about, sum(one.stat().st_size for one in part.iterdir()))


def _about(order: Order, name: str, note: Note) -> About:
    with order.vault.reading() as db:
        own = own_log(db)
    return About(
        vault=order.vault.id,
        device=order.device.device,
        center=order.device.center,
        name=name,
        made=order.now_ms,
        log=own.log if own else "",
        position=note.position,
        fold=note.fold,
    )


def _share(folder: Path, root: Path, progress: Progress) -> dict[str, str]:
    """Bring the attachments into the shared folder; return their names and hashes."""
    home, pool = folder / ATTACHMENTS, root / ATTACHMENTS
    found = sorted(one for one in home.rglob("*") if _is_attachment(one))
    total, done, listed = sum(one.stat().st_size for one in found), 0, {}
    for source in found:
        size = source.stat().st_size
        progress.step(done, total, "progress-backup-attachments")
        target = pool / source.relative_to(home)
        path = f"../{ATTACHMENTS}/{source.relative_to(home).as_posix()}"
        listed[path] = _keep_one(source, target, root)
        done += size
    return listed


def _keep_one(source: Path, target: Path, root: Path) -> str:
    """Copy one attachment unless the same bytes lie there; return its hash."""
    digest = _named_hash(source) or digest_of(source)
    if target.is_file() and digest_of(target) == digest:
        return digest
    part = target.with_name(target.name + PART)
    with place_errors(root):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    try:
        copied = copy_file(source, part, at=root)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    with place_errors(root):
        part.replace(target)
        sync_folder(target.parent)
    return copied


def _named_hash(path: Path) -> str | None:
    """Return the hash that an attachment's own name says, where it says one."""
    stem = path.name.partition(".")[0]
    return stem if _NAMED.fullmatch(stem) else None


def _is_attachment(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.suffix != PART


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    sync_file(path)


def _drop(root: Path, name: str) -> None:
    """Rename first: what is cut off half-way is no backup any more."""
    away = root / f"{name}{PART}"
    (root / name).rename(away)
    shutil.rmtree(away)


def _drop_unlisted(root: Path) -> None:
    pool, listed = root / ATTACHMENTS, set[str]()
    if not pool.is_dir():
        return
    try:
        for name in names_in(root):
            data = read_small(root / name / MANIFEST, _LIST)
            listed |= set(read_manifest(data).attachments)
    except IntakeError:
        return  # one list cannot be read: nothing it may name is taken away
    for one in pool.rglob("*"):
        path = f"../{ATTACHMENTS}/{one.relative_to(pool).as_posix()}"
        if one.is_file() and path not in listed:
            one.unlink()
