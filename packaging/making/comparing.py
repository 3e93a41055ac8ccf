"""Two builds of one commit (재현 빌드): the same bytes, or which bytes differ and why.

    python3 packaging/build.py compare A B     two files, or two folders

* Folders are compared by what lies in them: names, rights, bytes. Packages (``.deb``, archives,
  wheels) that differ are opened, and what differs inside is told.
* For what still differs it is said where: the section of an ELF file, the field of a PE file, the
  header of a ``.pyc``; with the first bytes of both.
* Exit 0: bit for bit the same. 1: they differ. Signatures by a key of a token and Authenticode
  differ by their nature; they are counted as such, and are still a difference.
"""

import argparse
import gzip
import io
import lzma
import os
import shutil
import stat
import struct
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from making.digest import sha256

_SHOWN, _RUNS, _BEFORE = 60, 6, 20
_PE_CERTIFICATES = 4  # which data directory holds Authenticode
_SIGNATURES = (".sig", ".asc", ".gpg")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same."""

    where: str
    why: str


def main(rest: Sequence[str]) -> int:
    """Compare two builds and say what differs."""
    parser = argparse.ArgumentParser(prog="build.py compare")
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    asked = parser.parse_args(rest)
    found = differences(asked.a, asked.b)
    for one in found[:_SHOWN]:
        print(f"{one.where}: {one.why}")
    if len(found) > _SHOWN:
        print(f"… and {len(found) - _SHOWN} more")
    same = f"the same, bit for bit: {_size(asked.a)}"
    print(f"DIFFERENT in {len(found)} places" if found else same)
    return 1 if found else 0


def differences(a: Path, b: Path) -> list[Difference]:
    """Return what is not the same in two files or two folders.

    Raises:
        SystemExit: one of them is not there, or one is a file and the other a folder.
    """
    for one in (a, b):
        if not one.exists():
            raise SystemExit(f"{one} is not there")
    if a.is_dir() != b.is_dir():
        raise SystemExit("a folder and a file cannot be compared")
    if a.is_file():
        return list(_bytes(a.name, a.read_bytes(), b.read_bytes()))
    return list(_folders(a, b))


# --- folders --------------------------------------------------------------------------------------


def _folders(a: Path, b: Path) -> Iterator[Difference]:
    left, right = _names(a), _names(b)
    for name in sorted(left.keys() ^ right.keys()):
        yield Difference(name, "only in the first" if name in left else "only in the second")  # fmt: skip
    for name in sorted(left.keys() & right.keys()):
        yield from _pair(name, left[name], right[name])


def _names(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}


def _pair(name: str, a: Path, b: Path) -> Iterator[Difference]:
    one, other = a.lstat(), b.lstat()
    if stat.S_IFMT(one.st_mode) != stat.S_IFMT(other.st_mode):
        yield Difference(name, "a file in one, a folder or a link in the other")
    elif a.is_symlink():
        if os.readlink(a) != os.readlink(b):  # noqa: PTH115 - as it is spelled
            yield Difference(name, f"links lead to {os.readlink(a)} and {os.readlink(b)}")  # noqa: PTH115  # fmt: skip
    elif stat.S_IMODE(one.st_mode) != stat.S_IMODE(other.st_mode):
        yield Difference(name, f"rights {stat.S_IMODE(one.st_mode):o} and {stat.S_IMODE(other.st_mode):o}")  # fmt: skip
    elif a.is_file() and sha256(a) != sha256(b):
        yield from _bytes(name, a.read_bytes(), b.read_bytes())


# --- files ----------------------------------------------------------------------------------------


def _bytes(name: str, a: bytes, b: bytes) -> Iterator[Difference]:
    """Tell what differs in two files; a package is opened."""
    if a == b:
        return
    inside = _opened(name, a), _opened(name, b)
    if inside[0] is None or inside[1] is None:
        yield Difference(name, _why(name, a, b))
        return
    told = list(_members(name, inside[0], inside[1]))
    yield from told
    if not told:
        yield Difference(name, f"the same inside; packed otherwise ({_where(a, b)})")


def _members(name: str, a: Mapping[str, tuple[str, bytes]], b: Mapping[str, tuple[str, bytes]]) -> Iterator[Difference]:  # fmt: skip
    for inner in sorted(a.keys() ^ b.keys()):
        yield Difference(f"{name} › {inner}", "only in the first" if inner in a else "only in the second")  # fmt: skip
    if [one for one in a if one in b] != [one for one in b if one in a]:
        yield Difference(name, "the members stand in another order")
    for inner in sorted(a.keys() & b.keys()):
        (one, left), (other, right) = a[inner], b[inner]
        if one != other:
            yield Difference(f"{name} › {inner}", f"told otherwise: {one} | {other}")
        yield from _bytes(f"{name} › {inner}", left, right)


def _opened(name: str, data: bytes) -> dict[str, tuple[str, bytes]] | None:
    """Return the members of a package, each with what is told of it; None: it is none."""
    if data.startswith(b"!<arch>\n"):
        return dict(_ar(data))
    if zipfile.is_zipfile(io.BytesIO(data)) and data.startswith(b"PK"):
        return dict(_zip(data))
    plain = _unpacked(data)
    if plain is not None:
        inner = name.rpartition(".")[0] or "inside"
        return _opened(inner, plain) or {inner: (_told_of_packing(data), plain)}
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as packed:
            return {one.name: (_told_of(one), _held(packed, one)) for one in packed}
    except tarfile.TarError:
        return None


def _unpacked(data: bytes) -> bytes | None:
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"\xfd7zXZ\x00"):
        return lzma.decompress(data)
    if data.startswith(b"\x28\xb5\x2f\xfd") and (tool := shutil.which("zstd")):
        return subprocess.run((tool, "-dc"), input=data, capture_output=True, check=True).stdout  # fmt: skip
    return None


def _told_of_packing(data: bytes) -> str:
    return f"gzip time {struct.unpack('<I', data[4:8])[0]}" if data.startswith(b"\x1f\x8b") else ""  # fmt: skip


def _ar(data: bytes) -> Iterator[tuple[str, tuple[str, bytes]]]:
    at = 8
    while at + 60 <= len(data):
        head = data[at : at + 60].decode("ascii", "replace")
        size = int(head[48:58])
        told = f"time {head[16:28].strip()} owner {head[28:34].strip()}:{head[34:40].strip()} rights {head[40:48].strip()}"  # fmt: skip
        yield head[:16].strip().rstrip("/"), (told, data[at + 60 : at + 60 + size])
        at += 60 + size + size % 2


def _zip(data: bytes) -> Iterator[tuple[str, tuple[str, bytes]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for one in packed.infolist():
            yield one.filename, (f"time {one.date_time} rights {one.external_attr >> 16:o}", packed.read(one))  # fmt: skip


def _told_of(one: tarfile.TarInfo) -> str:
    return f"time {int(one.mtime)} owner {one.uid}:{one.gid} {one.uname}:{one.gname} rights {one.mode:o} {one.linkname}".strip()  # fmt: skip


def _held(packed: tarfile.TarFile, one: tarfile.TarInfo) -> bytes:
    opened = packed.extractfile(one) if one.isfile() else None
    return opened.read() if opened else b""


# --- why ------------------------------------------------------------------------------------------


def _why(name: str, a: bytes, b: bytes) -> str:
    """Return where two files differ, in the words of what they are."""
    told = _where(a, b)
    if name.endswith(_SIGNATURES):
        return f"a signature; {told}"
    if name.endswith(".pyc") and a[:4] == b[:4]:
        return f"compiled: {_pyc(a, b)}; {told}"
    if a.startswith(b"\x7fELF") and b.startswith(b"\x7fELF"):
        return f"ELF, in {', '.join(_named(_elf(a), a, b))}; {told}"
    if a.startswith(b"MZ") and b.startswith(b"MZ"):
        return f"PE, in {', '.join(_named(_pe(a), a, b))}; {told}"
    if _is_text(a) and _is_text(b):
        return f"text, {_line(a, b)}"
    return told


def _runs(a: bytes, b: bytes) -> list[tuple[int, int]]:
    """Return the stretches that differ, as begin and end; length is one of its own."""
    if a == b:
        return []
    runs: list[list[int]] = []
    short, step = min(len(a), len(b)), 4096
    for begin in range(0, short, step):
        if a[begin : begin + step] == b[begin : begin + step]:
            continue
        for at in range(begin, min(begin + step, short)):
            if a[at] != b[at]:
                if runs and at - runs[-1][1] <= 8:  # noqa: PLR2004 - a number that differs is one stretch
                    runs[-1][1] = at + 1
                else:
                    runs.append([at, at + 1])
    if len(a) != len(b):
        runs.append([short, max(len(a), len(b))])
    return [(begin, end) for begin, end in runs]


def _where(a: bytes, b: bytes) -> str:
    runs = _runs(a, b)
    size = f"{len(a)} and {len(b)} bytes, " if len(a) != len(b) else ""
    shown = ", ".join(f"{begin:#x}–{end:#x}" for begin, end in runs[:_RUNS])
    more = f" and {len(runs) - _RUNS} more" if len(runs) > _RUNS else ""
    first = runs[0][0]
    return f"{size}{len(runs)} stretches: {shown}{more}; {a[first : first + 12].hex()} | {b[first : first + 12].hex()}"  # fmt: skip


def _named(fields: Sequence[tuple[int, int, str]], a: bytes, b: bytes) -> list[str]:
    """Return the names of the fields that the stretches touch, in the order of the file."""
    runs = _runs(a, b)
    found = [name for begin, end, name in fields if any(begin < last and first < end for first, last in runs)]  # fmt: skip
    return list(dict.fromkeys(found)) or ["no part that has a name"]


def _elf(data: bytes) -> list[tuple[int, int, str]]:
    """Return the sections of a 64-bit ELF file."""
    try:
        (at,), (size, count, names) = struct.unpack_from("<Q", data, 40), struct.unpack_from("<HHH", data, 58)  # fmt: skip
        heads = [struct.unpack_from("<IIQQQQ", data, at + size * one) for one in range(count)]  # fmt: skip
        strings = heads[names][4]
    except (struct.error, IndexError):
        return []
    fields = [(at, at + size * count, "the table of sections"), (0, 64, "the header")]
    for head in heads:
        begin = strings + head[0]
        name = data[begin : data.find(b"\0", begin)].decode("ascii", "replace")
        if head[1] != 8 and head[5]:  # noqa: PLR2004 - SHT_NOBITS holds no bytes
            fields.append((head[4], head[4] + head[5], name))
    return sorted(fields)


def _pe(data: bytes) -> list[tuple[int, int, str]]:
    """Return the fields of a PE file that change from build to build, and its sections."""
    try:
        (at,) = struct.unpack_from("<I", data, 60)
        sections, optional = struct.unpack_from("<H", data, at + 6)[0], struct.unpack_from("<H", data, at + 20)[0]  # fmt: skip
        wide = struct.unpack_from("<H", data, at + 24)[0] == 0x20B  # noqa: PLR2004 - PE32+
        directories = at + 24 + (112 if wide else 96)
        where, size = struct.unpack_from("<II", data, directories + 8 * _PE_CERTIFICATES)  # fmt: skip
    except struct.error:
        return []
    fields = [(at + 8, at + 12, "the time stamp"), (at + 88, at + 92, "the checksum")]
    fields.append((directories + 8 * _PE_CERTIFICATES, directories + 8 * _PE_CERTIFICATES + 8, "where the signature lies"))  # fmt: skip
    if where:
        fields.append((where, where + size, "the Authenticode signature"))
    for one in range(sections):
        head = at + 24 + optional + 40 * one
        raw, begin = struct.unpack_from("<II", data, head + 16)
        fields.append((begin, begin + raw, data[head : head + 8].rstrip(b"\0").decode("ascii", "replace")))  # fmt: skip
    return sorted(fields)


def _pyc(a: bytes, b: bytes) -> str:
    flags = struct.unpack("<I", a[4:8])[0], struct.unpack("<I", b[4:8])[0]
    if flags[0] != flags[1]:
        return "one is valid by time, the other by hash"
    if a[16:] == b[16:]:
        return "the time or hash of the source in its header"
    return "the code itself"


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def _line(a: bytes, b: bytes) -> str:
    left, right = a.decode().splitlines(), b.decode().splitlines()
    for number, (one, other) in enumerate(zip(left, right, strict=False), start=1):
        if one != other:
            first = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), 0)  # fmt: skip
            begin = max(0, first - _BEFORE)
            return f"line {number}: {one[begin : begin + 60]!r} | {other[begin : begin + 60]!r}"  # fmt: skip
    return f"{len(left)} and {len(right)} lines"


def _size(place: Path) -> str:
    files = [place] if place.is_file() else [one for one in place.rglob("*") if one.is_file()]  # fmt: skip
    return f"{len(files)} files, {sum(one.stat().st_size for one in files):,} bytes"
