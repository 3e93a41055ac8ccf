"""Everything a program says to the system, and what of it a canary would be found in.

``strace`` writes down every payload of every write, to files and to sockets, with every path;
so a file that lived for a millisecond is read as well as one that stayed.
"""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.stories.canaries import patterns

HERE = shutil.which("strace") is not None
_CALLS = (
    "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "mkdir,mkdirat,memfd_create,setxattr,fsetxattr,execve,"
    "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg"
)
_LONGEST = 1 << 24
_OPENED = re.compile(
    rb'open(?:at)?\([^"]*"((?:\\x[0-9a-f]{2})*)", ([A-Z_|0-9]+)[^\n]*\) = \d+'
)
_WRITING = (b"O_WRONLY", b"O_RDWR", b"O_CREAT")


def strace(trace: Path) -> Sequence[str]:
    """Return what stands before a command to have it written down in ``trace``."""
    return (
        "strace",
        "--follow-forks",
        "--seccomp-bpf",
        "-qq",
        "-xx",
        f"--string-limit={_LONGEST}",
        f"--trace={_CALLS}",
        f"--output={trace}",
    )


def heard(trace: Path, *more: str) -> list[str]:
    """Return which canaries were said to the system, and by which call."""
    data = trace.read_bytes()
    return [
        f"{name} in {_call(data, at)}"
        for name, said in patterns(*more).items()
        if (at := data.find(_spelled(said))) >= 0
    ]


def written_files(trace: Path) -> set[str]:
    """Return the paths that were opened for writing."""
    return {
        bytes.fromhex(path.decode().replace("\\x", "")).decode("utf-8", "replace")
        for path, how in _OPENED.findall(trace.read_bytes())
        if any(flag in how for flag in _WRITING)
    }


def _spelled(said: bytes) -> bytes:
    """Return bytes as strace spells them."""
    return "".join(f"\\x{byte:02x}" for byte in said).encode()


def _call(data: bytes, at: int) -> str:
    line = data[data.rfind(b"\n", 0, at) + 1 :][:60]
    return line.decode("ascii", "replace")
