"""Canonical headers: what GNU tar and Python read, and what cannot be said."""

import io
import subprocess
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.bundle import ustar
from intake.errors import Malformed

PATHS = st.from_regex(
    r"bag/[a-z0-9]{1,8}(/[a-z0-9][a-z0-9.-]{0,20}){0,3}", fullmatch=True
)


@given(PATHS, st.integers(0, ustar.MAX_SIZE))
def test_pythons_tarfile_reads_the_header_as_meant(path, size):
    found = tarfile.TarInfo.frombuf(ustar.header(path, size), "ascii", "strict")
    assert (found.name, found.size, found.mode, found.mtime) == (path, size, 0o600, 0)
    assert (found.uid, found.gid, found.type) == (0, 0, tarfile.REGTYPE)


@given(PATHS, st.integers(0, ustar.MAX_SIZE))
def test_the_size_is_read_back(path, size):
    assert ustar.size_in(ustar.header(path, size)) == size


@pytest.mark.parametrize(
    "path",
    [
        "",
        "bag",
        "/bag/x",
        "bag/../x",
        "bag//x",
        "bag/./x",
        "bag/X",
        "bag/x\0y",
        "bag/한글",
        "bag/" + "a" * 97,
        "else/x",
    ],
)
def test_a_path_outside_the_bag_cannot_be_said(path):
    with pytest.raises(Malformed):
        ustar.header(path, 1)


@pytest.mark.parametrize("size", [-1, ustar.MAX_SIZE + 1])
def test_a_size_no_tar_holds_cannot_be_said(size):
    with pytest.raises(Malformed):
        ustar.header("bag/x", size)


@pytest.mark.parametrize(
    "digits", [b"-0000000001", b"0000000001 ", b"\x80" + bytes(10)]
)
def test_only_octal_sizes_are_sizes(digits):
    block = bytearray(ustar.header("bag/x", 1))
    block[124:135] = digits
    with pytest.raises(Malformed):
        ustar.size_in(bytes(block))


@given(st.integers(0, 2**40))
def test_padding_is_whole_blocks_and_at_most_an_eighth(members):
    members -= members % ustar.BLOCK
    whole = ustar.padded(members)
    assert whole % ustar.BLOCK == 0
    assert members + 2 * ustar.BLOCK <= whole
    assert whole <= (members + 2 * ustar.BLOCK) * 1.125 + ustar.BLOCK


@given(st.integers(1, 2**36), st.integers(0, 63))
def test_lengths_near_each_other_look_the_same(blocks, more):
    """Padmé keeps few digits: not every length is distinguishable."""
    length = blocks * ustar.BLOCK
    assert ustar.padded(length) <= ustar.padded(length + more * ustar.BLOCK)


def test_gnu_tar_lists_it(tmp_path):
    data = b"55 bytes of something"
    whole = ustar.header("bag/bagit.txt", len(data)) + data
    whole += bytes(ustar.filler(len(data)))
    whole += bytes(ustar.padded(len(whole)) - len(whole))
    done = subprocess.run(
        ["tar", "tvf", "-"], input=whole, capture_output=True, check=True
    )
    assert done.stderr == b""
    assert done.stdout.split()[-1] == b"bag/bagit.txt"
    with tarfile.open(fileobj=io.BytesIO(whole)) as archive:
        assert archive.extractfile("bag/bagit.txt").read() == data
