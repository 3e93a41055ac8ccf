"""What the locks name for each system, as wheels of that system.

    python3 packaging/build.py wheels                     build/wheels/linux
    python3 packaging/build.py wheels --system windows    build/wheels/windows

* ``packaging/requirements-<system>.txt`` is resolved by uv for the target, not for the machine
  that resolves (``python3 packaging/dev.py lock``). pip fetches into ``build/inputs/<system>``,
  the hashes are checked each time; IT may lay the wheels there, then nothing is fetched.
* Linux: Python 3.13 and at most glibc 2.36. pdqhash has no wheel there and SQLCipher's carries
  an OpenSSL of its own: both are compiled here (``making.compiled``).
* Windows: SQLCipher's wheel is upstream's until IT's build machine makes one.
"""

import argparse
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from making import compiled, places
from making.digest import sha256
from making.parts import spelled

_GLIBC = range(36, 4, -1)
PLATFORMS = {
    "linux": (*(f"manylinux_2_{one}_x86_64" for one in _GLIBC), "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    "windows": ("win_amd64",),
}  # fmt: skip
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main(rest: Sequence[str]) -> int:
    """Have the wheels of a system."""
    parser = argparse.ArgumentParser(prog="build.py wheels", description="Have what a lock names.")  # fmt: skip
    parser.add_argument("--system", choices=places.SYSTEMS, default="linux")
    asked = parser.parse_args(rest)
    found = make(asked.system)
    size = sum(one.stat().st_size for one in found)
    print(f"{places.wheels(asked.system)}: {len(found)} wheels, {size / 1e6:.1f} MB")
    return 0


def make(system: str) -> list[Path]:
    """Fetch and compile the wheels of a system: all of them and no other."""
    target = places.wheels(system)
    half = target.with_name(target.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    here = compiled.PARTS if system == "linux" else ()
    lock = (places.PACKAGING / f"requirements-{system}.txt").read_text(encoding="utf-8")
    found = fetch(system, "".join(without(lock, here)), places.INPUTS / system)
    for path in [*found, *(compiled.make(part) for part in here)]:
        shutil.copyfile(path, half / path.name)
    whole(system, half)
    shutil.rmtree(target, ignore_errors=True)
    half.rename(target)
    return sorted(target.glob("*.whl"))


def without(lock: str, left: Sequence[str]) -> Iterator[str]:
    """Return the lines of a lock without those of the packages ``left``."""
    taken = True
    for line in lock.splitlines(keepends=True):
        if found := PIN.match(line):
            taken = found[1] not in left
        if taken:
            yield line


def fetch(system: str, lock: str, kept: Path) -> list[Path]:
    """Return the wheels of a lock, checked by their hashes; pip fetches what is not there."""
    kept.mkdir(parents=True, exist_ok=True)
    missing = "".join(without(lock, [name for name, *_ in there(lock, kept)]))
    if PIN.search(missing):
        wanted = kept / "missing.txt"
        wanted.write_text(missing, encoding="utf-8")
        _download(system, wanted, kept)
        wanted.unlink()
    found = there(lock, kept)
    if lacking := {name for name, _ in PIN.findall(lock)} - {name for name, _ in found}:  # fmt: skip
        raise SystemExit(f"Not there, or not what the lock names: {sorted(lacking)}")
    return [path for _, path in found]


def there(lock: str, folder: Path) -> list[tuple[str, Path]]:
    """Return the packages of a lock that lie in a folder with one of their hashes."""
    known = {path: sha256(path) for path in sorted(folder.glob("*.whl"))}
    found = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        pin, said = PIN.match(block), set(_HASH.findall(block))
        found += [(pin[1], path) for path, sha in known.items() if pin and sha in said][
            :1
        ]
    return found


def _download(system: str, lock: Path, into: Path) -> None:
    words = [*pip(), "download", "-qq", "--no-deps", "--require-hashes", "-r", lock, "-d", into]  # fmt: skip
    words += ["--only-binary", ":all:", "--python-version", "3.13", "--implementation", "cp"]  # fmt: skip
    words += [word for abi in ("cp313", "abi3", "none") for word in ("--abi", abi)]
    words += [word for one in PLATFORMS[system] for word in ("--platform", one)]
    places.run(*words, kindly=True)


def pip() -> tuple[str | Path, ...]:
    """Return pip, of the checkout where there is one; it never says that it could be newer."""
    own = places.HOUSE / ".venv" / "bin" / "python"
    python = own if own.is_file() else Path(sys.executable)
    return (python, "-m", "pip", "--disable-pip-version-check")


def whole(system: str, folder: Path) -> None:
    """Stop where a wheel is missing, one too many, or of another system."""
    lock = places.PACKAGING / f"requirements-{system}.txt"
    wanted = {(spelled(name), version) for name, version in pins(lock)}
    there = {_of(path) for path in folder.glob("*.whl")}
    if wanted != there:
        raise SystemExit(f"Missing: {sorted(wanted - there)}; too many: {sorted(there - wanted)}")  # fmt: skip
    for path in folder.glob("*.whl"):
        with zipfile.ZipFile(path) as packed:
            if strange := [one for one in packed.namelist() if one.endswith(_STRANGE[system])]:  # fmt: skip
                raise SystemExit(f"{path.name} is of another system: {strange[0]}")


def pins(lock: Path) -> list[tuple[str, str]]:
    """Every package of a lock and its version."""
    return PIN.findall(lock.read_text(encoding="utf-8"))


_STRANGE = {"linux": (".pyd", ".dll", ".dylib"), "windows": (".so", ".dylib")}


def _of(path: Path) -> tuple[str, str]:
    name, version, *_rest = path.name.split("-")
    return spelled(name), version
