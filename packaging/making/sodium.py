"""libsodium from its source: the one file that ``intake.crypto.sodium`` loads.

    python3 packaging/build.py sodium                      build/made/sodium/linux
    python3 packaging/build.py sodium --system windows     with mingw-w64

* The wheels that carry one keep it for themselves, or unpack an old one into a temporary file;
  here it is a plain file of the tree, named in the signed list.
* Debian's source, whose ``.dsc`` is signed and which needs no mends. ``-O2``, no build id, no
  time, no path: the same bytes from any folder. For Windows as its makers build it: by mingw-w64,
  without a library of that compiler beside it.
* What was made is tried with the vectors of RFC 9497 by our own code (``prove``), Windows' by
  ``prove windows``.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from making import cpython, inputs, places
from making.digest import sha256

MADE = places.BUILD / "made"
FOLDER = "libsodium"  # in the app folder, beside PyNaCl
NAMES = {"linux": "libsodium.so", "windows": "libsodium.dll"}
_COMPILER = "x86_64-w64-mingw32"
_SAFE = "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"
_CONFIGURED = {
    "linux": ("--build=x86_64-pc-linux-gnu",),
    "windows": (f"--host={_COMPILER}", "--disable-ssp"),
}
_FIXED = ("--disable-static", "--disable-dependency-tracking", "--prefix=/ieum")
_LINKED = {"linux": "-Wl,--build-id=none", "windows": f"-static-libgcc {_SAFE}"}
_BUILT = {"linux": "libsodium.so.*.*", "windows": "libsodium-*.dll"}
_OF_WINDOWS = re.compile(r"DLL Name: (\S+)")
_ITS_OWN = frozenset(("advapi32.dll", "bcrypt.dll", "kernel32.dll", "msvcrt.dll"))
TRIED = """
import ctypes, json, sys
from intake.crypto import oprf, sodium
from intake.crypto.ristretto import Scalar
count = 0
for suite in json.load(open("resources/vectors/oprf/rfc9497.json")):
    mode = oprf.Mode(suite["mode"])
    key = oprf.derive_key(bytes.fromhex(suite["seed"]), bytes.fromhex(suite["keyInfo"]), mode)
    for case in suite["vectors"]:
        each = zip(case["Input"].split(","), case["Blind"].split(","), case["Output"].split(","))
        for said, by, wanted in each:
            one = bytes.fromhex(said)
            asked = oprf.blind(one, mode, Scalar(bytes.fromhex(by)))
            told = oprf.finalize(one, asked, key.answer([asked.element], mode).elements[0])
            assert told.hex() == wanted, wanted
            count += 1
library = ctypes.CDLL(str(sodium.place()))
library.sodium_version_string.restype = ctypes.c_char_p
print("libsodium", library.sodium_version_string().decode(), "-", count, "vectors of RFC 9497")
"""


def main(rest: Sequence[str]) -> int:
    """Make the library of a system."""
    parser = argparse.ArgumentParser(prog="build.py sodium", description="Compile libsodium.")  # fmt: skip
    parser.add_argument("--system", choices=places.SYSTEMS, default="linux")
    asked = parser.parse_args(rest)
    made = make(asked.system, again=True)
    print(f"{made}  {sha256(made)}")
    return 0


def make(system: str, where: Path | None = None, *, again: bool = False) -> Path:
    """Compile the library of a system below ``where``; return the file."""
    where = where or MADE / "sodium" / system
    made, stamp = where / NAMES[system], where / "recipe"
    work = where / f"work-{os.getpid()}"  # two steps at once do not build in one folder
    told = (*_CONFIGURED[system], *_FIXED, _LINKED[system], *inputs.CLOCK.values())
    recipe = " ".join((*told, inputs.of("libsodium")[0].sha256))
    if not again and made.is_file() and stamp.is_file() and stamp.read_text() == recipe:
        return made
    source = inputs.lay_source("libsodium", work)
    places.run("./configure", "-q", *_CONFIGURED[system], *_FIXED, where=source, adding=_setting(system, work), kindly=True)  # fmt: skip
    places.run("make", "-s", f"-j{os.cpu_count() or 1}", "-C", "src/libsodium", where=source, adding=inputs.CLOCK, kindly=True)  # fmt: skip
    half = work / made.name
    built = next((source / "src" / "libsodium" / ".libs").glob(_BUILT[system]))
    shutil.copyfile(built, half)
    # it writes a time into what is for Windows: not the commit's, which changes
    places.run(_tool("strip", system), "--strip-unneeded", half, adding=inputs.CLOCK)
    asks(half, system)
    half.replace(made)
    stamp.write_text(recipe)
    shutil.rmtree(work)
    return made


def lay(library: Path, app: Path) -> None:
    """Lay the library where our code looks for it."""
    (app / FOLDER).mkdir(exist_ok=True)
    shutil.copyfile(library, app / FOLDER / library.name)


def asks(library: Path, system: str) -> None:
    """Stop where the library asks for more than the oldest system has."""
    if system == "linux":
        cpython.asks(library)
        return
    said = subprocess.run([_tool("objdump", system), "-p", library], check=True, capture_output=True, text=True).stdout  # fmt: skip
    strange = {one.lower() for one in _OF_WINDOWS.findall(said)} - _ITS_OWN
    if strange:
        raise SystemExit(f"{library.name} asks for {sorted(strange)}.")


def prove(app: Path, python: Path) -> str:
    """Try the library of a tree by its own code and Python; return what it is."""
    words = [python, "-I", "-S", "-B", "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {str(app)!r})\n{TRIED}"]  # fmt: skip
    done = subprocess.run(words, cwd=app, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"This libsodium is not what the tokens need:\n{done.stderr}")
    return done.stdout.strip()


def _tool(name: str, system: str) -> str:
    found = name if system == "linux" else f"{_COMPILER}-{name}"
    if shutil.which(found) is None:
        raise SystemExit(f"Not there: {found} (apt-get install gcc-mingw-w64-x86-64)")
    return found


def _setting(system: str, where: Path) -> dict[str, str]:
    return {
        "CFLAGS": f"-O2 -ffile-prefix-map={where}=.",
        "LDFLAGS": _LINKED[system],
        **inputs.CLOCK,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
