"""Two builds are the same bytes, or what differs is named."""

import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import comparing


def told(a, b):
    return {one.where: one.why for one in comparing.differences(a, b)}


@pytest.fixture
def two(tmp_path):
    """Two folders with the same in them."""
    for name in "ab":
        (tmp_path / name / "sub").mkdir(parents=True)
        (tmp_path / name / "sub" / "text.txt").write_text("one\ntwo\n")
    return tmp_path / "a", tmp_path / "b"


def test_the_same_is_the_same(two):
    assert told(*two) == {}


def test_a_file_of_one_alone_is_named(two):
    (two[1] / "more").write_text("x")
    assert told(*two) == {"more": "only in the second"}


def test_a_line_that_differs_is_shown(two):
    (two[1] / "sub" / "text.txt").write_text("one\n2\n")
    assert told(*two) == {"sub/text.txt": "text, line 2: 'two' | '2'"}


def test_rights_and_links_count(two):
    (two[1] / "sub" / "text.txt").chmod(0o755)
    for one, to in zip(two, ("x", "y"), strict=True):
        (one / "link").symlink_to(to)
    found = told(*two)
    assert "rights" in found["sub/text.txt"]
    assert found["link"] == "links lead to x and y"


def test_an_archive_is_opened(two):
    for one, at in zip(two, (1, 2), strict=True):
        with tarfile.open(one / "x.tar.gz", "w:gz") as packed:
            member = tarfile.TarInfo("inner.txt")
            member.size, member.mtime = 3, at
            packed.addfile(member, io.BytesIO(b"abc"))
    found = told(*two)
    assert "time 1" in found["x.tar.gz › inner.txt"]


def test_packed_otherwise_with_the_same_inside_is_said(two):
    for one, level in zip(two, (1, 9), strict=True):
        (one / "x.gz").write_bytes(gzip.compress(b"word " * 999, level, mtime=0))
    assert told(*two)["x.gz"].startswith("the same inside; packed otherwise")


def test_a_wheel_is_opened(two):
    for one, word in zip(two, (b"a", b"b"), strict=True):
        with zipfile.ZipFile(one / "x.whl", "w") as packed:
            packed.writestr(zipfile.ZipInfo("m.py"), word)
    assert told(*two) == {"x.whl › m.py": "text, line 1: 'a' | 'b'"}


def test_a_debian_package_is_opened(two, tmp_path):
    tool = shutil.which("dpkg-deb")
    assert tool
    for one, word in zip(two, "ab", strict=True):
        root = tmp_path / f"root-{word}"
        (root / "DEBIAN").mkdir(parents=True)
        (root / "DEBIAN" / "control").write_text("Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x.example>\nDescription: x\n")  # fmt: skip
        (root / "file").write_text(word)
        for path in (root, *root.rglob("*")):
            os.utime(path, (0, 0))
        subprocess.run((tool, "--root-owner-group", "-Zgzip", "-b", root, one / "x.deb"), check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1"})  # fmt: skip
    found = told(*two)
    assert any(where.endswith("› ./file") and "'a' | 'b'" in why for where, why in found.items())  # fmt: skip
    assert not any("control.tar" in where and "./control" in where for where in found)


def test_a_program_says_which_part_differs(two):
    data = bytearray(Path(sys.executable).read_bytes())
    (two[0] / "prog").write_bytes(data)
    fields = {name: begin for begin, _end, name in comparing._elf(bytes(data))}
    data[fields[".rodata"]] ^= 0xFF
    (two[1] / "prog").write_bytes(data)
    assert told(*two)["prog"].startswith("ELF, in .rodata; 1 stretches")


def test_compiled_code_valid_by_time_is_explained(two):
    for one, at in zip(two, (b"\1\0\0\0", b"\2\0\0\0"), strict=True):
        (one / "m.pyc").write_bytes(b"\xf3\r\r\n" + bytes(4) + at + bytes(4) + b"code\0")  # fmt: skip
    assert "the time or hash of the source" in told(*two)["m.pyc"]


def test_what_cannot_be_compared_is_refused(two):
    with pytest.raises(SystemExit, match="is not there"):
        comparing.differences(two[0], two[0] / "nowhere")
    with pytest.raises(SystemExit, match="a folder and a file"):
        comparing.differences(two[0], two[1] / "sub" / "text.txt")


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_the_stretches_hold_every_byte_that_differs(a, b):
    inside = {at for begin, end in comparing._runs(a, b) for at in range(begin, end)}
    short = min(len(a), len(b))
    differ = {at for at in range(short) if a[at] != b[at]} | set(range(short, max(len(a), len(b))))  # fmt: skip
    assert differ <= inside
    assert bool(inside) == (a != b)
