"""The medium a folder lies on (매체), and how it is let go without a privilege (안전하게 빼기).

* Linux is asked through ``udisksctl``, then ``gio``, then ``umount``; macOS through ``diskutil``;
  Windows through the verb its own explorer has (``Eject``). Nothing here needs an administrator.
* What a tool says is believed of nobody: the medium is out when the system no longer lists it.
* A tool that is not there, refuses or hangs costs a minute at most and harms nothing.
"""

import contextlib
import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.mailbox.medium_windows import label_of, system_folder, windows_folder

OUT, BUSY, HAND, STAYS = "OUT", "BUSY", "HAND", "STAYS"
_MOUNTS: Final = Path("/proc/self/mounts")
_LABELS: Final = Path("/dev/disk/by-label")
_PATIENCE: Final = 60.0  # a slow stick writes back what it was given
_SYSTEM: Final = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var")
_PLUGGED: Final = (
    "/media/",
    "/run/media/",
    "/mnt/",
    "/Volumes/",
)  # where systems plug them in
_BLOCKS: Final = Path("/sys/class/block")
_UNSEEN: Final = (
    0x08000000 if os.name == "nt" else 0
)  # no console flashes over the window
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_OCTAL = re.compile(r"\\([0-7]{3})")
_EJECT: Final = (
    "$d=(New-Object -ComObject Shell.Application).Namespace(17).ParseName('{drive}');"
    "$d.InvokeVerb('Eject');"
    "1..20|%{{if(Test-Path '{drive}\\'){{[Threading.Thread]::Sleep(500)}}}}"
)
Run = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Medium:
    """Where a folder's file system is plugged in."""

    device: str
    mount: Path
    kind: str  # of the file system, as the system says it
    label: str = ""

    @property
    def is_system(self) -> bool:
        """Whether the computer itself lives on it: there is nothing to pull."""
        if os.name == "nt":
            return is_windows_own(str(self.mount), windows_folder())
        return str(self.mount) in _SYSTEM

    @property
    def is_pulled(self) -> bool:
        """Whether a person pulls such a thing: nothing else is ever let go, least of all a disk."""
        if self.is_system:
            return False
        return os.name == "nt" or str(self.mount).startswith(_PLUGGED) or _is_usb(self.device)  # fmt: skip


def is_windows_own(mount: str, windows: str) -> bool:
    """Whether a drive is the one that the folder of Windows lies on; None is, where that is not known."""
    return windows[1:2] == ":" and mount[:2].upper() == windows[:2].upper()


def medium_of(folder: Path, mounts: Path = _MOUNTS) -> Medium:
    """Return the medium that a folder lies on; a link or junction lies where it leads to."""
    place = Path(os.path.realpath(folder))  # one that leads round fails nothing here
    if not _is_listed(mounts):
        anchor = Path(place.anchor)
        if sys.platform == "darwin" and place.parts[1:2] == ("Volumes",):
            anchor = Path(*place.parts[:3])
        label = label_of(str(anchor)) if os.name == "nt" else anchor.name
        return Medium(str(anchor), anchor, "", label)
    best = Medium("", Path("/"), "")
    for device, mount, kind in _mounted(mounts):
        if place.is_relative_to(mount) and len(mount.parts) >= len(best.mount.parts):
            best = Medium(device, mount, kind)
    return Medium(best.device, best.mount, best.kind, _label(best))


def is_mounted(medium: Medium, mounts: Path = _MOUNTS) -> bool:
    """Whether the system still lists it."""
    if not _is_listed(mounts):
        return medium.mount.exists()
    return any((device, mount) == (medium.device, medium.mount) for device, mount, _ in _mounted(mounts))  # fmt: skip


def _is_listed(mounts: Path) -> bool:
    """Whether the system lists what is mounted; on Windows such a file would be anybody's."""
    return os.name != "nt" and mounts.exists()


def let_go(medium: Medium, run: Run | None = None, mounts: Path = _MOUNTS) -> str:
    """Write back what is still to be written, and let the system let go of a medium.

    Returns:
        OUT: it may be pulled. BUSY: somebody holds a file on it. HAND: only a person can.
        STAYS: it is a disk of the computer, or of the network; nothing is to be pulled.
    """
    if not medium.is_pulled:
        return STAYS
    _write_back(medium.mount)
    said = ""
    for command in commands(medium):
        if not is_mounted(medium, mounts):
            break
        said += (run or _run)(command)
    if not is_mounted(medium, mounts):
        _power_off(medium, run or _run)
        return OUT
    return BUSY if "busy" in said.lower() or "in use" in said.lower() else HAND


def commands(medium: Medium, platform: str = sys.platform, system: str = "") -> Iterator[Sequence[str]]:  # fmt: skip
    """Yield what may let go of a medium, the best first.

    Windows looks for a bare name in the current folder, which may be the stick: its own is named
    in full (``system``, else where Windows says that it lies).
    """
    mount = str(medium.mount)
    if platform == "win32":
        system = system or system_folder()
        if not system or mount[1:2] != ":":  # a share has no drive to eject
            return
        eject = _EJECT.format(drive=mount[:2])
        powershell = rf"{system}\WindowsPowerShell\v1.0\powershell.exe"
        yield (powershell, "-NoProfile", "-NonInteractive", "-Command", eject)
    elif platform == "darwin":
        yield ("diskutil", "eject", mount)
    else:
        if medium.device.startswith("/dev/"):
            yield ("udisksctl", "unmount", "--no-user-interaction", "-b", medium.device)
        yield ("gio", "mount", "-u", mount)
        if medium.kind.startswith("fuse"):
            yield ("fusermount", "-u", mount)
        yield ("umount", mount)


def _is_usb(device: str) -> bool:
    """Whether the system reached a device over USB."""
    if not device.startswith("/dev/"):
        return False
    return "/usb" in os.path.realpath(_BLOCKS / Path(device).name)


def _write_back(mount: Path) -> None:
    """Write what is still to be written to this medium alone; others may be busy for minutes."""
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(mount, os.O_RDONLY)
        try:
            ctypes.CDLL(None).syncfs(handle)
        finally:
            os.close(handle)


def _power_off(medium: Medium, run: Run) -> None:
    """Let its light go out, where the system does that; it is unmounted all the same."""
    if sys.platform.startswith("linux") and medium.device.startswith("/dev/sd"):
        run(("udisksctl", "power-off", "--no-user-interaction", "-b", medium.device))


def _run(command: Sequence[str]) -> str:
    """Return what a tool said; nothing where there is no such tool."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(  # noqa: S603 - one of those above, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=_PATIENCE, check=False, env={**os.environ, "LC_ALL": "C"}, creationflags=_UNSEEN,
        )  # fmt: skip
        return done.stdout.decode(errors="replace")
    return ""


def _mounted(mounts: Path) -> Iterator[tuple[str, Path, str]]:
    for line in mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines():  # fmt: skip
        device, mount, kind, *_ = line.split(" ")
        yield _plain(device), Path(_plain(mount)), kind


def _plain(text: str) -> str:
    """Return a name with its spaces: the system writes them in octal."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def _named(listed: str) -> str:
    """Return a label as somebody gave it: the system lists a space, and much else, by its bytes."""
    told = _BYTE.sub(
        lambda found: bytes.fromhex(found[1].decode()), os.fsencode(listed)
    )
    return told.decode("utf-8", "replace")


def _label(medium: Medium) -> str:
    with contextlib.suppress(OSError):
        for link in _LABELS.iterdir():
            if link.resolve() == Path(medium.device).resolve():
                return _named(link.name)
    return "" if medium.is_system else medium.mount.name
