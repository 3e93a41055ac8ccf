"""Sticks and other drives that a bundle may be left on (이동식 매체).

* The system's own disk is refused; so is a drive that cannot be written to.
* Nothing is written to find out: the system is asked.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_REMOVABLE = ("/media", "/run/media", "/mnt", "/Volumes")
_NOT_A_DISK = {"tmpfs", "overlay", "squashfs", "devtmpfs", "proc", "sysfs", "autofs"}


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive as the person sees it."""

    name: str
    path: Path
    free: int
    total: int
    writable: bool


def drives() -> tuple[Drive, ...]:
    """Return the drives plugged in now, never the system's own."""
    root = QStorageInfo.root().device()
    return tuple(
        _drive(info)
        for info in QStorageInfo.mountedVolumes()
        if info.isValid()
        and info.isReady()
        and info.device() != root
        and bytes(info.fileSystemType().data()).decode() not in _NOT_A_DISK
        and _is_removable(info.rootPath())
    )


def _is_removable(path: str) -> bool:
    if os.name == "nt":
        return not path.upper().startswith(os.environ.get("SYSTEMDRIVE", "C:"))
    return path.startswith(_REMOVABLE)


def _drive(info: QStorageInfo) -> Drive:
    path = Path(info.rootPath())
    name = info.name() or path.name or str(path)
    free, total = info.bytesAvailable(), info.bytesTotal()
    return Drive(name, path, free, total, writable=not info.isReadOnly())
