"""Real sticks as files: exFAT and FAT32 images, mounted by the kernel or, where it has no driver, by FUSE.

* Nothing is skipped: where an image cannot be mounted, a test fails and says what is missing. FAT32 is
  tried in a Linux of its own as well, which needs no mounting (``kernel.py``).
* ``fusefat`` ends at 2 GiB of a stick: whatever is larger goes that way.
* A snapshot is the image as the medium holds it at that moment: what is still on its way is not in
  it. That is what is left of a stick that is pulled.
"""

import contextlib
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
REAL_FSYNC = os.fsync  # whoever counts moments replaces it
KINDS = ("exfat", "fat32")
SMALLEST = {"exfat": 8 * MIB, "fat32": 34 * MIB}  # below, FAT32 is another FAT
_PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
_PATIENCE_S = (
    60  # where the mount lives on in a chroot of somebody else, nobody is told to end
)
_HELP = "needs root, /dev/fuse and a loop device (packaging/system.tsv: exfat-fuse, fusefat, mount)"


@dataclass(frozen=True)
class Stick:
    """An image of a stick."""

    kind: str
    file: Path

    def snapshot(self, to: Path) -> "Stick":
        """What is left of it when it is pulled now."""
        run("cp", "--sparse=always", str(self.file), str(to))
        return Stick(self.kind, to)


def run(*command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
    """A tool of the system; what it says is shown when it fails."""
    found = shutil.which(command[0], path=_PATH)
    assert found, f"{command[0]} is not installed: see packaging/system.tsv"
    done = subprocess.run([found, *command[1:]], capture_output=True, text=True, check=False)  # fmt: skip
    assert not check or done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done


def make(kind: str, file: Path, size: int = 0, label: str = "IEUM") -> Stick:
    """A new, empty stick."""
    with file.open("wb") as image:
        image.truncate(size or SMALLEST[kind])
    if kind == "exfat":
        run("mkfs.exfat", "-L", label, str(file))
    else:
        run("mkfs.vfat", "-F", "32", "-n", label, str(file))
    return Stick(kind, file)


@contextlib.contextmanager
def mounted(stick: Stick, place: Path) -> Iterator[Path]:
    """The stick while it is plugged in."""
    place.mkdir(exist_ok=True)
    with contextlib.ExitStack() as stack:
        device = _looped(stick, stack)
        how = {"exfat": ("exfat", "mount.exfat-fuse"), "fat32": ("vfat", "fusefat")}[stick.kind]  # fmt: skip
        done = run("mount", "-i", "-t", how[0], device, str(place), check=False)
        if done.returncode:
            done = _by_fuse(stick, how[1], device, place)
        assert os.path.ismount(place), f"{done.stdout}{done.stderr}\n{_HELP}"
        stack.callback(_unplug, place)
        yield place


def _unplug(place: Path) -> None:
    """Unmount, and wait for whoever serves it: FUSE may still write into the image afterwards."""
    with contextlib.ExitStack() as stack:
        serving = [os.pidfd_open(one) for one in _serving(place)]
        for one in serving:
            stack.callback(os.close, one)
        if run("umount", str(place), check=False).returncode == 0:
            for one in serving:
                select.select([one], [], [], _PATIENCE_S)


def _serving(place: Path) -> Iterator[int]:
    """The processes that were told to serve a place."""
    for one in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.fsencode(place) in (one / "cmdline").read_bytes().split(b"\0"):
                yield int(one.name)


def write_back(place: Path) -> None:
    """Let everything that the system was given for a plugged stick reach it."""
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        device, mount, *_ = line.split(" ")
        if mount == str(place) and device.startswith("/dev/"):
            handle = os.open(device, os.O_RDONLY)
            try:
                REAL_FSYNC(handle)
            finally:
                os.close(handle)


def check(stick: Stick) -> str:
    """What the file system's own checker says; it changes nothing."""
    tool = "fsck.exfat" if stick.kind == "exfat" else "fsck.vfat"
    return run(tool, "-n", str(stick.file), check=False).stdout


def _looped(stick: Stick, stack: contextlib.ExitStack) -> str:
    if stick.kind == "fat32" and not _kernel_has("vfat"):
        return str(stick.file)  # fusefat takes the file itself
    made = run("losetup", "--find", "--show", str(stick.file), check=False).stdout.strip()  # fmt: skip
    if not made:
        return str(
            stick.file
        )  # no loop devices here: whoever is not root gives FUSE the file
    stack.callback(lambda: run("losetup", "--detach", made, check=False))
    return made


def _by_fuse(stick: Stick, tool: str, device: str, place: Path) -> "subprocess.CompletedProcess[str]":  # fmt: skip
    more = ("-o", "rw+") if tool == "fusefat" else ()
    return run(tool, *more, device, str(place), check=False)


def _kernel_has(name: str) -> bool:
    if shutil.which("modprobe", path=_PATH):
        run("modprobe", name, check=False)
    return name in Path("/proc/filesystems").read_text(encoding="ascii").split()
