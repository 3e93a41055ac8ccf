"""PDQ against the reference and against a second opinion, on pictures that a package ships."""

import io
import sysconfig
import warnings
from pathlib import Path

import numpy as np
import pdqhash
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from intake.evidence import LOOK, MATCH
from intake.evidence.pictures import FORMATS, frames_of
from intake.evidence.prints import (
    distance,
    is_print,
    orientations,
    packed,
    print_of,
    prints_of,
    without_border,
)
from intake.evidence.scan import scan
from intake.progress import Silent
from tests.evidence.photos import clouds, encoded
from tests.evidence.published_pdq import published_pdq

HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
PACKAGES = Path(sysconfig.get_paths()["purelib"])


def shipped():
    """Every picture of some size that an installed package brings."""
    found = []
    for path in sorted(PACKAGES.rglob("*.png")) + sorted(PACKAGES.rglob("*.jp*g")):
        if path.stat().st_size > 2_000:
            with Image.open(path, formats=FORMATS) as image:
                if min(image.size) >= 64:
                    found.append(path)
    return found


def pixels_of(path):
    with path.open("rb") as file:
        return next(frames_of(file))


def test_our_road_gives_the_bits_of_the_reference_on_every_shipped_picture():
    paths = shipped()
    assert len(paths) >= 5
    for path in paths:
        with Image.open(path) as image, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about palettes with transparency
            bits, quality = pdqhash.compute(np.asarray(image.convert("RGB")))
        ours = print_of(pixels_of(path))
        assert ours.value == f"{int(''.join(map(str, bits)), 2):064x}"
        assert ours.quality == quality


def test_a_second_opinion_agrees_to_the_last_bit_where_there_is_something_to_see():
    compared = 0
    for path in shipped():
        ours, theirs = print_of(pixels_of(path)), published_pdq(pixels_of(path))
        if ours.quality >= 50:
            compared += 1
            assert (
                distance(ours.value, theirs[0]) <= 2
            )  # single against double precision
            assert abs(ours.quality - theirs[1]) <= 1
    assert compared


@pytest.mark.parametrize("seed", range(8))
def test_a_second_opinion_agrees_on_photographs_of_every_shape(seed):
    shape = (70 + 61 * seed, 700 - 47 * seed)
    pixels = clouds(seed, *shape)
    ours = print_of(pixels)
    assert (ours.value, ours.quality) == published_pdq(pixels)


@pytest.mark.parametrize("seed", range(4))
def test_orientations_of_the_bits_are_those_of_the_reference(seed):
    pixels = clouds(seed, 400, 300)
    turned = set(orientations(print_of(pixels).value))
    assert len(turned) == 8
    for bits in pdqhash.compute_dihedral(pixels)[0]:
        value = f"{int(''.join(map(str, bits)), 2):064x}"
        assert min(distance(value, one) for one in turned) <= 20


@pytest.mark.parametrize("seed", range(4))
def test_a_turned_or_mirrored_picture_is_near_one_of_its_orientations(seed):
    pixels = clouds(seed, 640, 480)
    turned = set(orientations(print_of(pixels).value))
    for mirrored in (pixels, pixels[:, ::-1]):
        for quarter in range(4):
            seen = print_of(np.rot90(mirrored, quarter)).value
            assert min(distance(seen, one) for one in turned) <= LOOK


@settings(max_examples=30)
@given(value=HEX)
def test_turning_four_times_comes_back(value):
    assert next(orientations(value)) == value
    assert len(set(orientations(value))) in {1, 2, 4, 8}
    assert {one for turned in orientations(value) for one in orientations(turned)} == set(orientations(value))  # fmt: skip


@pytest.mark.parametrize(
    ("change", "most"),
    [
        (lambda p: pixels_from(encoded(p, quality=20)), MATCH),
        (lambda p: p[::2, ::2], MATCH),
        (lambda p: np.clip(p * 1.2, 0, 255).astype(np.uint8), MATCH),
        (lambda p: np.asarray(Image.fromarray(p).convert("L").convert("RGB")), MATCH),
        (lambda p: p[3:-3, 3:-3], LOOK),
    ],
    ids=["recoded", "shrunk", "brighter", "grey", "cropped"],
)  # fmt: skip
def test_a_changed_copy_stays_near(change, most):
    pixels = clouds(3, 640, 480)
    assert distance(print_of(pixels).value, print_of(change(pixels)).value) <= most


def pixels_from(data):
    return next(frames_of(io.BytesIO(data)))


def test_different_photographs_are_far_apart():
    values = [print_of(clouds(seed)).value for seed in range(12)]
    far = [distance(a, b) for at, a in enumerate(values) for b in values[:at]]
    assert min(far) > LOOK


@pytest.mark.parametrize("colour", [0, 255, 128])
def test_a_bar_with_a_caption_and_a_frame_come_off(colour):
    pixels = clouds(5, 320, 240)
    framed = np.full((400, 420, 3), colour, np.uint8)
    framed[110:350, 50:370] = pixels
    framed[40:60, 60:200:3] = 255 - colour // 2  # a line of text
    inside = without_border(framed)
    whole, trimmed = prints_of(framed)
    assert abs(inside.shape[0] - 240) < 8
    assert abs(inside.shape[1] - 320) < 8
    assert distance(trimmed.value, print_of(pixels).value) <= MATCH
    assert distance(whole.value, print_of(pixels).value) > MATCH


def test_a_picture_of_one_colour_keeps_a_third():
    inside = without_border(np.zeros((90, 60, 3), np.uint8))
    assert inside.shape[0] >= 30
    assert inside.shape[1] >= 20


def test_what_has_no_border_has_one_print():
    assert prints_of(clouds(1))[1] is None


@settings(max_examples=30)
@given(values=st.lists(HEX, min_size=1, max_size=30), asked=HEX)
def test_no_likeness_is_missed(values, asked):
    known = packed([*values, asked])
    found = {one.place: one.distance for one in scan(known, [asked], Silent(), most=120)}  # fmt: skip
    true = {}
    for place, value in enumerate([*values, asked]):
        far = min(distance(value, turned) for turned in orientations(asked))
        if far <= 120:
            true[place] = far
    assert found == true


def test_only_hex_of_the_right_length_is_a_print():
    assert is_print("0f" * 32)
    assert not is_print("0f" * 31)
    assert not is_print("0F" * 32)
