"""Where a vault may lie (둘 수 있는 곳): this computer's own disk, and nowhere else.

A network share tears the write-ahead log, a stick is lost, and a cloud folder copies half-written
files to somebody else's computer. IT's policy may allow any place.

* Links are followed: what counts is where the bytes end up.
* A disk counts as removable when the system says so or when it hangs on USB, also below an
  encrypted volume.
* What the system does not tell is allowed: this is a guard rail, not a wall.
"""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

from intake.errors import UnsuitablePlace
from intake.policy import Policy

_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.davfs"),
        *("davfs", "webdav", "afpfs", "drvfs", "vboxsf", "prl_fs"),
    )
)
_CLOUD = (
    *("onedrive", "dropbox", "google drive", "googledrive", "my drive", "내 드라이브"),
    *("icloud", "mobile documents", "mybox", "nextcloud", "owncloud", "pclouddrive"),
)
_REMOTE, _REMOVABLE = 4, 2  # GetDriveTypeW


def check_place(folder: Path, policy: Policy) -> None:
    """Check that a vault may lie there.

    Raises:
        UnsuitablePlace: why = network, removable or cloud.
    """
    if policy.allow_any_place:
        return
    why = why_not(folder.resolve())
    if why:
        raise UnsuitablePlace(why=why)


def why_not(
    folder: Path,
    *,
    mounts: Path = Path("/proc/self/mounts"),
    devices: Path = Path("/sys/class/block"),
) -> str:
    """Return network, removable or cloud for a real path; empty where nothing speaks against."""
    if any(name in part.casefold() for part in folder.parts for name in _CLOUD):
        return "cloud"
    system = platform.system()
    if system == "Windows":
        return _windows(folder)
    if system == "Linux":
        return _linux(folder, mounts, devices)
    return "removable" if folder.parts[:2] == ("/", "Volumes") else ""


def _windows(folder: Path) -> str:
    import ctypes  # noqa: PLC0415 - only there

    if folder.anchor.startswith("\\\\"):
        return "network"
    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return {_REMOTE: "network", _REMOVABLE: "removable"}.get(kind, "")


def _linux(folder: Path, mounts: Path, devices: Path) -> str:
    system, device = _mount_of(folder, mounts)
    if system in _NETWORK or device.startswith("//"):
        return "network"
    name = os.path.basename(os.path.realpath(device))  # noqa: PTH119 - device names, not paths of ours
    removable = any(_is_removable(disk) for disk in _disks(devices / name))
    return "removable" if name and removable else ""


def _mount_of(folder: Path, table: Path) -> tuple[str, str]:
    """Return file system and device of the deepest mount above a folder."""
    best, found = "", ("", "")
    for line in table.read_text(errors="surrogateescape").splitlines():
        device, mount, system = line.split()[:3]
        mount = mount.replace("\\040", " ")
        if folder.is_relative_to(mount) and len(mount) >= len(best):
            best, found = mount, (system, device)
    return found


def _disks(device: Path) -> Iterator[Path]:
    """Yield the real disks under a partition or an encrypted volume."""
    if not device.exists():
        return
    below = list((device / "slaves").glob("*"))
    for part in below:
        yield from _disks(device.parent / part.name)
    if not below:
        real = device.resolve()
        yield real.parent if (real / "partition").exists() else real


def _is_removable(disk: Path) -> bool:
    flag = disk / "removable"
    if flag.exists() and flag.read_text().strip() == "1":
        return True
    return any(part.startswith("usb") for part in disk.parts)
