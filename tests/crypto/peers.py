"""Other people's age: npm packages under node, Debian's age, and where they lie."""

import os
import re
import shutil
import subprocess
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PEERS = Path(__file__).resolve().parents[2] / "packaging" / "peers"
MODULES = PEERS / "node_modules"
_VECTOR = re.compile(r'(\w+)_default = __toBinary\("([^"]*)"\)')


def need(*programs: str) -> None:
    """Skip on a desk without the peers; CI has them all, and there it is a failure."""
    missing = [name for name in programs if shutil.which(name) is None]
    if "node" in programs and not MODULES.is_dir():
        missing.append("npm ci --prefix packaging/peers")
    if missing and os.environ.get("CI"):
        pytest.fail(f"missing: {missing}")
    if missing:
        pytest.skip(f"missing: {missing}")


def run(*command: str | Path, data: bytes = b"") -> bytes:
    """Run a peer; its complaint is the failure."""
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def node(script: str, *args: str, data: bytes = b"") -> bytes:
    """Run ``script`` as a module beside the installed peers."""
    return run("node", PEERS / script, *args, data=data)


@dataclass(frozen=True)
class Vector:
    """One published age file and what must happen when it is opened."""

    name: str
    about: dict[str, list[str]]
    sealed: bytes

    @property
    def armored(self) -> bool:
        return "armored" in self.about

    @property
    def expect(self) -> str:
        return self.about["expect"][0]


def vectors() -> Iterator[Vector]:
    """Yield the published vectors (npm ``cctv-age``)."""
    script = MODULES / "cctv-age" / "index.js"
    text = script.read_text("ascii") if script.is_file() else ""
    for name, coded in _VECTOR.findall(text):
        head, _, sealed = b64decode(coded).partition(b"\n\n")
        about: dict[str, list[str]] = {}
        for line in head.decode().splitlines():
            key, _, value = line.partition(": ")
            about.setdefault(key, []).append(value)
        yield Vector(
            name, about, zlib.decompress(sealed) if "compressed" in about else sealed
        )
