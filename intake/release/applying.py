"""Lay a version of the program down beside the installed one (새 판 들이기), and take old ones away.

1. What an interrupted step left is swept.
2. The archive is unpacked under a name that nobody starts; every file is on the disk.
3. The tree is proven: the release key signed its list, and every file is as the list says.
4. It gets its name. That is the one step that counts: the next start finds it, or does not.

* Nothing of an archive is believed: no links, no ways out of the tree, no odd names, no more than
  was agreed. Nothing in it is run.
* The disk is never filled: the records need room before a new version does.
* Taking a version away begins by renaming it, so that half of one is never started.
* What another window is laying is not swept: who lays shares a lock, and who sweeps wants it alone.
  What another window runs is neither taken away nor laid again.
"""

import contextlib
import errno
import io
import os
import re
import secrets
import shutil
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final, cast

from intake.clock import wall_ms
from intake.errors import IntakeError, Malformed, NoRoom, Oversized, ReadOnlyPlace
from intake.plain_files import sync_folder
from intake.progress import Progress
from intake.release.staged import (
    GONE,
    LAYING,
    NOTING,
    PACKAGES,
    Build,
    holding,
    is_used,
    keep_notes,
    read_build,
    read_notes,
    read_version,
    settle_all,
    unfinished,
    using,
    versions,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

RESERVE: Final = 512 << 20  # bytes that stay free, for the records
KEPT: Final = 2  # versions: the one in use, and the one before it
MOST_FILES, MOST_BYTES = 20_000, 1 << 30
_STEP: Final = 1 << 20
_NOTED_LONG_AGO: Final = 3_600_000  # milliseconds: the power went
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_EXECUTABLE, _PLAIN = 0o755, 0o644
_PART = re.compile(r"[A-Za-z0-9_.+@=~,()\[\]{} -]{1,200}")
_UNWANTED: Final = (tarfile.TarError, zstd.ZstdError, EOFError, UnicodeError, ValueError)  # fmt: skip
Prove = Callable[[Path], None]
Free = Callable[[Path], int]


def free_bytes(folder: Path) -> int:
    """Return how many bytes are free where a folder lies or will lie."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def check_room(home: Path, needed: int, free: Free = free_bytes) -> None:
    """Refuse to begin where the records would be left without room.

    Raises:
        NoRoom: needed and free, the reserve included in what is needed.
    """
    there = free(home)
    if there < needed + RESERVE:
        raise NoRoom(needed=needed + RESERVE, free=there)


def lay_tree(
    home: Path,
    build: Build,
    archive: bytes,
    prove: Prove,
    progress: Progress,
    free: Free = free_bytes,
) -> Path:
    """Lay a version beside the installed one; return where it lies now.

    Args:
        home: where this person's updates lie.
        build: what the library says the archive is.
        archive: its bytes, as the library signed them.
        prove: raises where a tree is not, byte for byte, what the release key signed.
        progress: is told megabytes; a stop leaves nothing behind.
        free: how many bytes are free where a folder lies.

    Raises:
        NoRoom, ReadOnlyPlace: nothing is left of it, and the version in use is untouched.
        Malformed, Oversized: the archive is none of ours.
        Untrusted: whatever ``prove`` says.
    """
    place = home / f"{LAYING}{build.version}-{secrets.token_hex(4)}"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(home)
        with holding(home, shared=True):
            _unpack(archive, place, f"ieum-{build.version}", progress, free)
            prove(place)
            _take_up(place, home / build.version, prove)
    except OSError as error:
        raise _refusal(error, len(archive)) from None
    finally:
        _remove(place)
    return home / build.version


def lay_package(home: Path, name: str, data: bytes, free: Free = free_bytes) -> Path:
    """Lay a package that IT installs; return where it lies. One that lay there before goes.

    Raises:
        NoRoom, ReadOnlyPlace: nothing is left of it.
    """
    folder = home / PACKAGES
    part = folder / f"{LAYING}{secrets.token_hex(4)}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_room(folder, len(data), free)
        with holding(home, shared=True):
            _write(part, io.BytesIO(data), _PLAIN)
            part.replace(folder / name)
            sync_folder(folder)
    except OSError as error:
        raise _refusal(error, len(data)) from None
    finally:
        _remove(part)
    for other in folder.iterdir():  # nothing that somebody keeps there
        if other.name != name and read_build(other.name) and not other.is_dir():
            _remove(other)
    return folder / name


def drop(home: Path, version: str) -> None:
    """Take a version away; one that a window runs stays."""
    if is_used(home, version):
        return
    tree = home / version
    away = home / f"{GONE}{version}-{secrets.token_hex(4)}"
    with contextlib.suppress(OSError):
        tree.replace(away)
        sync_folder(home)
    _remove(away)
    with contextlib.suppress(OSError):
        _forget_notes(home, version)
        using(home, version).unlink(missing_ok=True)


def drop_packages(home: Path) -> None:
    """Take away what was laid for IT: it is installed, or nobody wants it."""
    _remove(home / PACKAGES)


def tidy(home: Path, running: str, installed: str) -> tuple[str, ...]:
    """Keep what runs, here or in another window, what waits and one version to go back to.

    Returns what was taken away.

    The installed one is always there to go back to and counts; what is no newer than it is never
    started and goes.
    """
    sweep(home)
    here = versions(home)
    useful = [one for one in here if read_version(one) > read_version(installed)]
    before = [one for one in (*useful, installed) if read_version(one) < read_version(running)]  # fmt: skip
    after = [one for one in useful if read_version(one) > read_version(running)]
    wanted = {running, *before[: KEPT - 1], *after[:1]}
    going = tuple(one for one in here if one not in wanted and not is_used(home, one))
    for one in going:
        drop(home, one)
    return going


def sweep(home: Path) -> None:
    """Remove what an interrupted step left behind; what cannot go stays for the next time."""
    _drop_gone(home)
    with holding(home, shared=False) as alone:
        if alone:
            for left in (*unfinished(home), *(home / PACKAGES).glob(f"{LAYING}*")):
                _remove(left)
    with contextlib.suppress(OSError):
        for left in home.glob(f"{NOTING}*"):
            if abs(wall_ms() - left.stat().st_mtime * 1000) > _NOTED_LONG_AGO:
                _remove(left)


# --- within ------------------------------------------------------------------------------------


def _forget_notes(home: Path, version: str) -> None:
    """What was noted of other bytes under this version says nothing of these."""
    notes = read_notes(home)
    if (without := notes.without(version)) != notes:
        keep_notes(home, without)


def _take_up(place: Path, final: Path, prove: Prove) -> None:
    """Give a tree its name; one that another window laid meanwhile, and may run by now, stays."""
    notes, version = read_notes(final.parent), final.name
    if version in versions(final.parent) and _is_as_signed(final, prove):
        if notes.left.get(version) == "altered":
            keep_notes(final.parent, notes.without(version))
        return
    _forget_notes(final.parent, version)
    _put(place, final)


def _is_as_signed(tree: Path, prove: Prove) -> bool:
    with contextlib.suppress(IntakeError, OSError):
        prove(tree)
        return True
    return False


def _put(place: Path, final: Path) -> None:
    if os.path.lexists(final):  # left alone as altered, or none of ours
        final.replace(final.with_name(f"{GONE}{final.name}-{secrets.token_hex(4)}"))
    place.replace(final)
    sync_folder(final.parent)
    _drop_gone(final.parent)


def _drop_gone(home: Path) -> None:
    for left in tuple(unfinished(home)):
        if left.name.startswith(GONE):
            _remove(left)


def _unpack(archive: bytes, place: Path, top: str, progress: Progress, free: Free) -> None:  # fmt: skip
    place.mkdir(mode=0o700)
    done = told = 0
    folders, files = {place}, list[Path]()
    try:
        for name, size, mode, source in _members(archive, top):
            done += size
            if len(files) >= MOST_FILES or done > MOST_BYTES:
                raise Oversized(limit=MOST_BYTES)
            check_room(place, size, free)
            file = place / name
            files.append(file)
            folders.update(_parents(file, place))
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, source, mode, wait=False)
            if done - told >= _STEP or told == 0:
                told = done
                progress.step(done >> 20, 0, "progress-update")
    except (FileExistsError, NotADirectoryError, IsADirectoryError, *_UNWANTED):
        raise Malformed(what="update") from None
    settle_all(place, files)
    for folder in folders:
        sync_folder(folder)


def _parents(file: Path, place: Path) -> Iterator[Path]:
    folder = file.parent
    while folder != place:
        yield folder
        folder = folder.parent


def _members(archive: bytes, top: str) -> Iterator[tuple[Path, int, int, IO[bytes]]]:
    """Yield the files of an archive: where in the tree, how long, which mode, their bytes."""
    with _opened(archive) as source, tarfile.open(fileobj=source, mode="r|") as tar:
        for one in tar:
            name = _place_of(one.name, top)
            if one.isdir():
                continue
            data = tar.extractfile(one) if one.isreg() else None
            if data is None or name is None:
                raise Malformed(what="update")
            yield name, one.size, _EXECUTABLE if one.mode & 0o100 else _PLAIN, data


def _place_of(name: str, top: str) -> Path | None:
    """Return where in the tree a member goes; None for the top folder itself.

    Raises:
        Malformed: nowhere in the tree.
    """
    first, *parts = name.rstrip("/").split("/")
    odd = [one for one in parts if not _PART.fullmatch(one) or one.strip(". ") == "" or one.endswith((".", " "))]  # fmt: skip
    if first != top or odd:
        raise Malformed(what="update")
    return Path(*parts) if parts else None


def _opened(archive: bytes) -> IO[bytes]:
    if archive.startswith(b"\x28\xb5\x2f\xfd"):
        return cast("IO[bytes]", zstd.ZstdFile(io.BytesIO(archive)))
    raise Malformed(what="update")


def _write(file: Path, source: IO[bytes], mode: int, *, wait: bool = True) -> None:
    with file.open("xb") as out:
        shutil.copyfileobj(source, out, _STEP)
        out.flush()
        if os.name != "nt":
            os.fchmod(out.fileno(), mode)
        if wait:
            os.fsync(out.fileno())


def _refusal(error: OSError, size: int) -> IntakeError:
    """Return in words what the disk refused: it is full, or it is not ours to write to."""
    return NoRoom(needed=size + RESERVE) if error.errno in _FULL else ReadOnlyPlace(place="program")  # fmt: skip


def _remove(what: Path) -> None:
    """Remove a file or a whole folder, as far as it goes."""
    with contextlib.suppress(OSError):
        if what.is_dir() and not what.is_symlink():
            shutil.rmtree(what, ignore_errors=True)
        else:
            what.unlink(missing_ok=True)
