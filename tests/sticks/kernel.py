"""A Linux of its own (User Mode Linux) in which an image is plugged in: its vfat driver is the real one.

* It needs neither root nor FUSE nor a kernel module here, so it is what is left where nothing can be
  mounted; and it is what a large FAT32 stick is tried with, because ``fusefat`` ends at 2 GiB.
* It sees this computer's files, read-only; what is done there is ``python -m tests.sticks inside …``.
"""

import sys
from pathlib import Path

from tests.sticks.media import Stick, run

PLUGGED, SAID = Path("/mnt/stick"), "said: "
_INIT = """\
#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/mnt PYTHONDONTWRITEBYTECODE=1
mount -t proc proc /proc; mount -t tmpfs tmpfs /mnt
modules=/usr/lib/uml/modules/$(uname -r)/kernel/fs
for one in nls/nls_cp437 nls/nls_ascii nls/nls_utf8 fat/fat fat/vfat; do insmod $modules/$one.ko; done
mkdir {plugged} /mnt/dev
mount -t devtmpfs devtmpfs /mnt/dev  # not over /dev: what is tested may lie in /dev/shm
mount -t vfat -o iocharset=ascii /mnt/dev/ubda {plugged}
cd {house}
{python} -m tests.sticks inside {words} || echo "{said}it fell"
umount {plugged}
echo o > /proc/sysrq-trigger
sleep 60
"""


def in_linux(stick: Stick, *words: str) -> str:
    """Return what was said where the stick is plugged into a Linux of its own."""
    house = Path(__file__).parents[2]
    init = stick.file.with_suffix(".init")
    init.write_text(
        _INIT.format(plugged=PLUGGED, house=house, python=sys.executable, words=" ".join(words), said=SAID)
    )  # fmt: skip
    init.chmod(0o755)
    done = run("linux.uml", "mem=384M", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "ro", "devtmpfs.mount=0",
               f"ubda={stick.file}", f"init={init}", "con=null", "con0=null,fd:1", check=False)  # fmt: skip
    said = [line.partition(SAID)[2].strip() for line in done.stdout.splitlines() if SAID in line]  # fmt: skip
    assert said, done.stdout[-3000:]
    return said[-1]
