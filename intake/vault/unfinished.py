"""A vault is made whole or not at all (만들다 만 금고).

A mark lies in the folder while a vault is being made and goes last. What lies beside the mark
was never handed to anybody: it holds no word of a case and may be swept away.
"""

from pathlib import Path

from intake.errors import AlreadyOpen
from intake.plain_files import sync_folder

_MARK = "vault.unfinished"
_PIECES = (
    "vault.db",
    "vault.db-wal",
    "vault.db-shm",
    "vault.keys",
    "vault.keys.part",
    "vault.keys.bak",
    "vault.keys.bak.part",
    "vault.ballast",
)


def is_unfinished(folder: Path) -> bool:
    """Return whether making a vault here was cut short."""
    return (folder / _MARK).exists()


def begin(folder: Path) -> None:
    """Set the mark, and sweep what an earlier attempt left.

    Raises:
        AlreadyOpen: a whole vault, or a piece of one, lies here.
    """
    there = any((folder / name).exists() for name in _PIECES)
    if there and not is_unfinished(folder):
        raise AlreadyOpen
    (folder / _MARK).touch(mode=0o600)
    sync_folder(folder)
    _sweep(folder)


def give_up(folder: Path) -> None:
    """Sweep what was made, then the mark."""
    if is_unfinished(folder):
        _sweep(folder)
        finish(folder)


def finish(folder: Path) -> None:
    """Take the mark away: from here on there is a vault."""
    sync_folder(folder)
    (folder / _MARK).unlink()
    sync_folder(folder)


def _sweep(folder: Path) -> None:
    for name in _PIECES:
        (folder / name).unlink(missing_ok=True)
