"""Where a vault may lie (둘 수 있는 곳): this computer's own disk, and nowhere else.

A network share tears the write-ahead log, a stick is lost, and a cloud folder copies half-written
files to somebody else's computer. IT's policy may allow any place.
"""

import os
import platform
from pathlib import Path

from intake.errors import UnsuitablePlace
from intake.policy import Policy

_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "fuse.sshfs",
    "davfs",
    "webdav",
    "afpfs",
    "ceph",
}
_CLOUD = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "네이버 mybox",
    "mybox",
    "nextcloud",
)
_REMOTE, _REMOVABLE = 4, 2  # GetDriveTypeW


def check_place(folder: Path, policy: Policy) -> None:
    """Check that a vault may lie there.

    Raises:
        UnsuitablePlace: why = network, removable or cloud.
    """
    if policy.allow_any_place:
        return
    why = _why_not(folder.absolute())
    if why:
        raise UnsuitablePlace(why=why)


def _why_not(folder: Path) -> str:
    if any(name in part.casefold() for part in folder.parts for name in _CLOUD):
        return "cloud"
    system = platform.system()
    if system == "Windows":
        return _windows(folder)
    if system == "Linux":
        return _linux(folder)
    return "removable" if folder.parts[:2] == ("/", "Volumes") else ""


def _windows(folder: Path) -> str:
    import ctypes  # noqa: PLC0415 - only there

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return {_REMOTE: "network", _REMOVABLE: "removable"}.get(kind, "")


def _linux(folder: Path) -> str:
    mount, system, device = _mount_of(folder, Path("/proc/self/mounts"))
    if system in _NETWORK or mount.startswith("//"):
        return "network"
    return "removable" if _is_removable(device) else ""


def _mount_of(folder: Path, table: Path) -> tuple[str, str, str]:
    """Return mount point, file system and device of the deepest mount above a folder."""
    best = ("/", "", "")
    for line in table.read_text(errors="surrogateescape").splitlines():
        device, mount, system = line.split()[:3]
        mount = mount.replace("\\040", " ")
        if folder.is_relative_to(mount) and len(mount) >= len(best[0]):
            best = (mount, system, device)
    return best


def _is_removable(device: str) -> bool:
    name = os.path.basename(os.path.realpath(device))  # noqa: PTH119 - device names, not paths of ours
    for whole in (
        name,
        name.rstrip("0123456789"),
        name.rstrip("0123456789").removesuffix("p"),
    ):
        flag = Path("/sys/block") / whole / "removable"
        if whole and flag.exists():
            return flag.read_text().strip() == "1"
    return False
