"""Change files: whole segments, bounded both ways."""

import subprocess

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from intake.bundle import changes
from intake.errors import Altered, Cut, Malformed, Oversized

LINES = st.lists(
    st.binary(max_size=40).map(lambda b: b'{"' + b.hex().encode() + b'"}\n[0]\n'),
    max_size=20,
)


@given(LINES)
def test_segments_come_back_in_order(segments):
    files = changes.press(segments)
    back = [s for f in files for s in changes.split_segments(changes.unpack(f.pressed))]
    assert back == segments


def test_files_are_cut_between_segments():
    segment = b'{"x":"' + b"a" * 1_500_000 + b'"}\n'
    files = changes.press([segment] * 5)
    assert [file.raw for file in files] == [len(segment) * 2] * 2 + [len(segment)]


def test_a_segment_over_the_limit_is_not_pressed():
    with pytest.raises(Oversized):
        changes.press([b"{" + bytes(changes.MAX_RAW)])


def test_a_bomb_stops_at_the_limit():
    bomb = zstd.compress(b"{" + bytes(200_000_000))
    assert len(bomb) < 20_000
    with pytest.raises(Oversized):
        changes.unpack(bomb)


def test_a_window_over_the_limit_is_refused():
    wide = {zstd.CompressionParameter.window_log: 27}
    machine = zstd.ZstdCompressor(options=wide)
    with pytest.raises(Oversized):
        changes.unpack(machine.compress(b"{}\n") + machine.flush())


@pytest.mark.parametrize("more", [b"\0", zstd.compress(b"{}\n")])
def test_nothing_may_follow_the_frame(more):
    with pytest.raises(Cut):
        changes.unpack(zstd.compress(b"{}\n") + more)


def test_a_cut_frame_is_cut():
    with pytest.raises(Cut):
        changes.unpack(zstd.compress(b"{}\n" * 1000)[:-1])


def test_nonsense_is_altered():
    with pytest.raises(Altered):
        changes.unpack(b"not a frame at all")


@pytest.mark.parametrize(
    "raw", [b"[0]\n", b"{}", b"{}\nx\n", b"{}\n\n", b"{}\r\n[0]\n\r"]
)
def test_lines_that_are_no_segment_are_malformed(raw):
    with pytest.raises(Malformed):
        changes.split_segments(raw)


def test_the_zstd_command_reads_a_file():
    file = changes.press([b'{"h":1}\n[0]\n'])[0]
    done = subprocess.run(
        ["zstd", "-d", "-q"], input=file.pressed, capture_output=True, check=True
    )
    assert done.stdout == b'{"h":1}\n[0]\n'
