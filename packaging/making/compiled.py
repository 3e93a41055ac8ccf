"""The wheels that are compiled here for Linux: SQLCipher against our OpenSSL, and pdqhash.

    python3 packaging/build.py compiled                both, into build/made
    python3 packaging/build.py compiled sqlcipher3     one

* From the sdist of ``inputs.tsv``, with our own Python and the tools of
  ``requirements-build.txt``; nothing is fetched while it compiles.
* Symbols of what is linked in stay hidden; no path, no time and no build id in the file: two
  builds are the same bytes, from any folder.
* The sdist of sqlcipher3 holds no tests. What is tried here is what our vault relies on
  (``making.sqlcipher``); ``build.py sqlcipher --tests`` runs ``tests/vault`` with it.
"""

import argparse
import os
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from making import cpython, inputs, openssl, places, sqlcipher
from making.digest import sha256

PARTS = ("pdqhash", "sqlcipher3")
MADE = places.BUILD / "made"
_TAG = "cp313-cp313-manylinux_2_36_x86_64"
_DATE = (2026, 9, 1, 0, 0, 0)


def main(rest: Sequence[str]) -> int:
    """Compile what is asked for."""
    parser = argparse.ArgumentParser(prog="build.py compiled", description="Compile wheels.")  # fmt: skip
    parser.add_argument("parts", nargs="*", help=f"only these: {', '.join(PARTS)}")
    for part in parser.parse_args(rest).parts or PARTS:
        path = make(part, again=True)
        print(f"{path.name}  {sha256(path)}")
    return 0


def make(part: str, where: Path | None = None, *, again: bool = False) -> Path:
    """Return the wheel of a part, compiled where it was not."""
    where = where or MADE / part
    row = inputs.of(part)[0]
    wheel = where / f"{part}-{row.version}-{_TAG}.whl"
    if wheel.is_file() and not again:
        return wheel
    source = inputs.lay_source(part, where)
    python = _python(where)
    words = [python, "-c", "import setuptools.build_meta as it; print(it.build_wheel('..'))"]  # fmt: skip
    places.run(*words, where=source, adding=_setting(part), kindly=True)
    half = wheel.with_suffix(".half")
    pack(next(where.glob("*-linux_x86_64.whl")), half)
    if part == "sqlcipher3":
        print(sqlcipher.prove(half), flush=True)
    half.replace(wheel)
    return wheel


def pack(raw: Path, wheel: Path) -> None:
    """Write a wheel again: stripped, in one order, of one time, with the tag it is good for.

    What it was made from stays outside, and so does RECORD: the list of the tree is signed.
    """
    folder = raw.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(raw) as packed:
        packed.extractall(folder)
    for path in folder.rglob("*.so"):
        places.run("strip", "--strip-unneeded", path)
    for path in folder.rglob("WHEEL"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [f"Tag: {_TAG}" if one.startswith("Tag:") else one for one in lines]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    names = sorted(path for path in folder.rglob("*") if path.is_file())
    _record(folder, names)
    with zipfile.ZipFile(wheel, "w") as packed:
        for path in names:
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DATE)
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    shutil.rmtree(folder)
    raw.unlink()


def _record(folder: Path, names: Sequence[Path]) -> None:
    """Write RECORD again: the bytes have changed since."""
    import base64  # noqa: PLC0415
    import hashlib  # noqa: PLC0415

    record = next(path for path in names if path.name == "RECORD")
    lines = []
    for path in names:
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        raw = (
            base64.urlsafe_b64encode(hashlib.sha256(data).digest())
            .rstrip(b"=")
            .decode()
        )
        lines.append(
            f"{name},," if path == record else f"{name},sha256={raw},{len(data)}"
        )
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _setting(part: str) -> dict[str, str]:
    """What the compiler is told; the same words in every folder but for where to look."""
    source = cpython.compiled()
    fixed = "-O2 -fno-semantic-interposition -ffile-prefix-map={}=."
    setting = {
        "CFLAGS": fixed.format(MADE),
        "CXXFLAGS": fixed.format(MADE),
        "LDFLAGS": "-Wl,--build-id=none -Wl,--gc-sections",
        "PYTHONPATH": "",
        "PYTHONHASHSEED": "0",
        **inputs.CLOCK,
    }
    looked = [source / "Include", source]
    if part == "sqlcipher3":
        tls = openssl.make()
        looked.append(tls / "include")
        setting["LIBRARY_PATH"] = str(tls / "lib")
        setting["LDFLAGS"] += " -Wl,--exclude-libs,libcrypto.a -Wl,-Bsymbolic"
    setting["CPATH"] = os.pathsep.join(str(one) for one in looked)
    return setting


def _python(where: Path) -> Path:
    """Return our Python with the tools of the lock beside it."""
    from making import wheels  # noqa: PLC0415 - it asks us for what is compiled

    root = where / "python"
    shutil.rmtree(root, ignore_errors=True)
    cpython.lay(cpython.compiled(), root)
    tools = root / "lib" / f"python{cpython.VERSION}" / "site-packages"
    lock = (places.PACKAGING / "requirements-build.txt").read_text(encoding="utf-8")
    for path in wheels.fetch("linux", lock, places.INPUTS / "build"):
        with zipfile.ZipFile(path) as packed:
            packed.extractall(tools)
    return root / "bin" / f"python{cpython.VERSION}"
