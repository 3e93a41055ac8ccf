"""Sticks and other drives that a bundle may be left on (이동식 매체).

* What can be plugged in is offered; what cannot carry a bundle is named with its reason, so that
  nobody looks for it: the disk the computer runs from (even where that is a stick), network
  drives, discs, and what may not be written to.
* Nothing is written to find out: the system is asked.
"""

import ctypes
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStorageInfo

SYSTEM, NETWORK, OPTICAL, LOCKED = "system", "network", "optical", "locked"
_REMOVABLE = ("/media", "/run/media", "/mnt", "/Volumes")
_NOT_A_DISK = {
    *("tmpfs", "overlay", "squashfs", "devtmpfs", "proc", "sysfs", "autofs", "ramfs"),
    *("fuse.portal", "fuse.gvfsd-fuse", "nsfs", "erofs"),
}
_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "ceph"),
    *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "9p", "afs"),
}
_OPTICAL = {"iso9660", "udf", "cd9660", "cdfs"}
_LIVES_ON = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var")
_BLOCKS: Final = Path("/sys/class/block")
_LONGEST: Final = 261
_REMOTE, _DISC = 4, 5  # what Windows calls them


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive as the person sees it."""

    name: str
    path: Path
    free: int
    total: int
    writable: bool
    why: str = ""  # why it is not offered: system | network | optical | locked

    @property
    def is_offered(self) -> bool:
        """Whether bundles may be carried on it."""
        return self.writable and not self.why


@dataclass(frozen=True, slots=True)
class Mounted:
    """What the system says about a drive."""

    path: str
    device: str
    kind: str
    read_only: bool = False


def drives() -> tuple[Drive, ...]:
    """Return the drives there are now, those that may be picked first."""
    found = [(info, _mounted(info)) for info in QStorageInfo.mountedVolumes() if info.isValid() and info.isReady()]  # fmt: skip
    own = frozenset().union(*(disks_of(one.device) for _, one in found if one.path in _LIVES_ON))  # fmt: skip
    shown = [_drive(info, why_not(one, own)) for info, one in found if is_shown(one)]
    return tuple(sorted(shown, key=lambda drive: (not drive.is_offered, str(drive.path))))  # fmt: skip


def is_shown(one: Mounted) -> bool:
    """Whether a person knows it as a drive."""
    if one.kind in _NOT_A_DISK:
        return False
    if os.name == "nt":
        return True
    return one.path == "/" or one.kind in _NETWORK or one.path.startswith(_REMOVABLE)


def why_not(one: Mounted, own: frozenset[str]) -> str:
    """Return why no bundle is carried on a drive; ``own`` are the disks the computer lives on."""
    if one.path == "/" or (disks_of(one.device) & own) or _is_windows_own(one.path):
        return SYSTEM
    if one.kind.lower() in _NETWORK or one.device.startswith(("//", "\\\\")) or _windows_type(one.path) == _REMOTE:  # fmt: skip
        return NETWORK
    if one.kind.lower() in _OPTICAL or _windows_type(one.path) == _DISC:
        return OPTICAL
    return LOCKED if one.read_only else ""


def disks_of(device: str, blocks: Path = _BLOCKS) -> frozenset[str]:
    """Return the whole disks a device lies on: its partitions', and those below a mapper."""
    if not device.startswith("/dev/"):
        return frozenset()
    name = Path(os.path.realpath(device)).name
    place = blocks / name
    if not place.exists():
        return frozenset({name})
    slaves = place / "slaves"
    below = sorted(one.name for one in slaves.iterdir()) if slaves.is_dir() else []
    if below:
        return frozenset().union(*(disks_of(f"/dev/{one}", blocks) for one in below))
    if (place / "partition").exists():
        return frozenset({place.resolve().parent.name})
    return frozenset({name})


def _mounted(info: QStorageInfo) -> Mounted:
    device = bytes(info.device().data()).decode(errors="replace")
    kind = bytes(info.fileSystemType().data()).decode(errors="replace")
    return Mounted(info.rootPath(), device, kind, info.isReadOnly())


def _drive(info: QStorageInfo, why: str) -> Drive:
    path = Path(info.rootPath())
    name = info.name() or path.name or str(path)
    free, total = info.bytesAvailable(), info.bytesTotal()
    return Drive(name, path, free, total, not info.isReadOnly(), why)


def _is_windows_own(path: str) -> bool:
    if os.name != "nt":
        return False
    place = ctypes.create_unicode_buffer(_LONGEST)
    # not the environment: anybody may set a variable
    ctypes.windll.kernel32.GetSystemWindowsDirectoryW(place, _LONGEST)  # type: ignore[attr-defined]
    return is_on_the_drive_of(path, place.value)


def is_on_the_drive_of(path: str, windows: str) -> bool:
    """Whether a path of Windows lies on the drive of another; none does where that is not known."""
    return windows[1:2] == ":" and path[:2].upper() == windows[:2].upper()


def _windows_type(path: str) -> int:
    if os.name != "nt":
        return 0
    return int(ctypes.windll.kernel32.GetDriveTypeW(path))  # type: ignore[attr-defined]
