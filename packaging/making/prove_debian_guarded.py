"""The person's work under AppArmor that enforces, in a Linux of its own (User Mode Linux).

The kernel of this machine may have no AppArmor; the one of Debian's ``user-mode-linux`` has. It
boots from the root of the proof, where IT decides that the profile enforces, and the person works
there in a new account: a vault, a paper, the window. Then an update below her home runs, and what
the program must not do is tried.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from making import debian
from making.prove_debian_root import SHOTS, VERSIONS, Root, Told, must

LINUX = "linux.uml"
_NEXT, _LEFT = "/opt/next", "/root/guarded"
_BOOT = ("mem=2500M", "root=/dev/root", "rootfstype=hostfs", "rw", "devtmpfs.mount=0", "lsm=apparmor", "apparmor=1", "log_buf_len=8M", "loglevel=1", "con=null", "con0=null,fd:1")  # fmt: skip


def guarded(root: Root, told: Told) -> None:
    """Boot that Linux, and take over the lines of what was done in it."""
    if shutil.which(LINUX) is None:
        print("not run: apt-get install user-mode-linux")
        return
    for name in ("guarded.sh", "desk.py"):
        shutil.copyfile(debian.HERE / "proof" / name, root.at(f"/usr/local/bin/{name}"))
    root.at("/usr/local/bin/guarded.sh").chmod(0o755)
    deb = next(root.next.rglob("*.deb"))
    subprocess.run(["dpkg-deb", "-x", str(deb), str(root.at(_NEXT))], check=True)
    said = []
    for line in _said(root.folder):
        told.heard(line, "in a Linux with AppArmor: ")
        said.append(line.strip())
    must("END" in said, f"that Linux did not come to its end; its last words: {said[-3:]}")  # fmt: skip
    root.at(SHOTS).mkdir(parents=True, exist_ok=True)
    for picture in root.at(_LEFT).glob("*.xwd"):
        shutil.move(picture, root.at(SHOTS) / f"7-{picture.name}")
    shutil.rmtree(root.at(_NEXT))


def _said(folder: Path) -> Iterator[str]:
    """Yield what that Linux says, as it says it."""
    words = [LINUX, f"rootflags={folder}", *_BOOT, "init=/usr/local/bin/guarded.sh", "--", VERSIONS[-1]]  # fmt: skip
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace") as linux:  # fmt: skip
        yield from linux.stdout or ()
