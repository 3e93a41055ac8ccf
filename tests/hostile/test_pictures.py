"""Pictures and films made to harm: each leaves its SHA-256 and a reason, and nothing else."""

import hashlib
import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from intake.errors import UnsuitableFile
from intake.evidence import looks_of
from intake.evidence.films import film_of
from intake.evidence.fingerprint import seen
from intake.evidence.pictures import FRAMES, MOST_PIXELS, Unreadable, frames_of, picture
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.evidence.photos import a_film, clouds, encoded


def looked(data):
    """What is seen of some bytes."""
    return seen(io.BytesIO(data), *looks_of(data[:512]), Silent())


def chunk(kind, data):
    whole = kind + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


def huge_png(side=50_000):
    """A PNG of 50,000 × 50,000 pixels in a few hundred bytes."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")  # fmt: skip


def lying_png():
    """A PNG that says it is small, with rows for a large one."""
    head = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(30_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")  # fmt: skip


def many_frames(count=60):
    frames = [Image.fromarray(clouds(n % 7, 80, 60)).convert("P") for n in range(count)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def zip_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", bytes(40_000_000))
    return out.getvalue()


PHOTO = encoded(clouds(1))
BAD = {
    "huge-png": (huge_png(), "bomb"),
    "cut-jpeg": (PHOTO[: len(PHOTO) // 2], "cut"),
    "cut-png": (encoded(clouds(1), "PNG")[:4000], "cut"),
    "head-only": (PHOTO[:40], "cut"),
    "heic": (b"\0\0\0\x20ftypheic" + bytes(600), "format"),
    "tiff": (encoded(clouds(1), "TIFF"), "format"),
    "playlist": (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", ""),
    "text-as-film": (b"\0\0\0\x20ftypisom" + bytes(900), "cut"),
    "zip-bomb": (zip_bomb(), ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_has_a_reason_and_no_print(name):
    data, why = BAD[name]
    found = looked(data)
    assert (found.lines, found.why) == ((), why)


@pytest.mark.parametrize("make", [huge_png, lying_png, zip_bomb])
def test_a_bomb_takes_little_memory(make):
    data = make()
    tracemalloc.start()
    looked(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_of_a_picture_that_moves_the_first_frames_are_seen():
    found = looked(many_frames())
    assert found.frames == FRAMES
    assert 1 <= len(found.lines) <= 2 * FRAMES


def test_a_wrong_ending_does_not_matter(tmp_path):
    desk = a_desk(tmp_path / "ic")
    case = agreed(desk, "RECORD")
    path = tmp_path / "letter.docx"
    path.write_bytes(PHOTO)
    added = desk.evidence.add_file(case, path, "OTHER")
    assert desk.evidence.get(added.evidence).media_type == "image/jpeg"
    assert added.store == "METADATA"
    for number, (data, _why) in enumerate(BAD.values()):
        (tmp_path / f"{number}").write_bytes(data)
        one = desk.evidence.add_file(case, tmp_path / f"{number}", "IMAGE")
        assert one.sha256 == hashlib.sha256(data).hexdigest()
        assert one.store == "METADATA"
    desk.close()


def test_a_bomb_that_was_sealed_is_not_shown(tmp_path):
    desk = a_desk(tmp_path / "ic")
    case = agreed(desk, "RECORD")
    (tmp_path / "x.png").write_bytes(huge_png())
    added = desk.evidence.add_file(case, tmp_path / "x.png", "CHAT")
    with pytest.raises(UnsuitableFile) as caught:
        desk.evidence.view(added.evidence, "DELETION", "확인")
    assert caught.value.facts == {"why": "not-a-picture"}
    assert desk.evidence.custody(added.evidence)[-1].kind == "SEALED"
    desk.close()


def test_a_large_camera_is_unfolded_small():
    side = 9_000
    assert side * side > MOST_PIXELS
    data = encoded(clouds(1, 100, 100).repeat(90, 0).repeat(90, 1), quality=30)
    (pixels,) = frames_of(io.BytesIO(data))
    assert pixels.shape[0] * pixels.shape[1] <= MOST_PIXELS
    assert picture(io.BytesIO(data), 800)[:2] == (800, 800)


def test_a_picture_is_upright_as_its_camera_was_held():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    out = io.BytesIO()
    Image.fromarray(clouds(1)).save(out, "PNG", exif=exif)
    (turned,) = frames_of(out)
    assert turned.shape == (320, 240, 3)


@settings(max_examples=60)
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255), cut=st.booleans())
def test_a_bent_picture_is_seen_or_has_a_reason(at, byte, cut):
    at %= len(PHOTO)
    bent = PHOTO[:at] if cut else PHOTO[:at] + bytes([byte]) + PHOTO[at + 1 :]
    found = looked(bent)
    assert found.lines or found.why or looks_of(bent[:512])[0] == "other"


def test_a_bent_film_is_seen_or_has_a_reason(tmp_path):
    film = a_film(tmp_path).read_bytes()
    for at in range(0, len(film), max(1, len(film) // 25)):
        bent = film[:at] + b"\xff\0\xff" + film[at + 3 :]
        found = looked(bent)
        assert found.lines or found.why or not found.frames


def test_a_container_that_points_elsewhere_is_not_followed(tmp_path):
    playlist = io.BytesIO(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n")
    for media_type in ("video/mp4", "video/x-matroska", "application/x-mpegurl"):
        with pytest.raises(Unreadable):
            film_of(playlist, media_type, Silent())
