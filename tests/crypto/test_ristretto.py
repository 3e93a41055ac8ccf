"""The group ristretto255: RFC 9496's own vectors (appendix A), and which library it comes from.

``resources/vectors/oprf/rfc9496.json``: multiples of the generator (A.1), what is no point (A.2),
points made of 64 even bytes (A.3).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.crypto import ristretto, sodium
from intake.crypto.ristretto import NEUTRAL, ORDER, Point, Scalar
from intake.errors import Malformed

VECTORS = json.loads(Path("resources/vectors/oprf/rfc9496.json").read_text())
MULTIPLES = [Point(bytes.fromhex(one)) for one in VECTORS["multiples"]]
USED = """
import sys
from pathlib import Path
from intake.crypto import ristretto, seal
ristretto.times_base(ristretto.random_scalar())
lines = Path("/proc/self/maps").read_text().splitlines()
mapped = {one.split(maxsplit=5)[5] for one in lines if "x" in one.split()[1] and "/" in one}
print(*sorted(mapped), sep="\\n")
"""


def scalar(number):
    return Scalar(number.to_bytes(32, "little"))


def test_multiples_of_the_generator_are_those_of_the_rfc():
    assert [ristretto.times_base(scalar(at)) for at in range(16)] == MULTIPLES
    assert [ristretto.times(scalar(at), MULTIPLES[1]) for at in range(16)] == MULTIPLES
    assert [ristretto.plus([MULTIPLES[1]] * at) for at in range(16)] == MULTIPLES


@pytest.mark.parametrize("said", VECTORS["bad"])
def test_what_the_rfc_calls_no_point_is_refused(said):
    with pytest.raises(Malformed):
        ristretto.read_point(bytes.fromhex(said))
    with pytest.raises(ValueError, match="point"):
        ristretto.plus([Point(bytes.fromhex(said))])
    with pytest.raises(ValueError, match="point"):
        ristretto.times(scalar(2), Point(bytes.fromhex(said)))


def test_points_out_of_even_bytes_are_those_of_the_rfc(monkeypatch):
    for given, wanted in VECTORS["hashed"]:
        even = bytes.fromhex(given)
        monkeypatch.setattr(ristretto, "expanded", lambda *_, even=even: even)
        assert ristretto.hash_to_point(b"", b"").hex() == wanted


def test_scalars_count_around_the_order():
    last = scalar(ORDER - 1)
    assert ristretto.total(last, scalar(3)) == scalar(2)
    assert ristretto.less(scalar(1), scalar(2)) == last
    assert ristretto.product(last, last) == scalar(1)
    assert ristretto.product(ristretto.inverse(scalar(7)), scalar(7)) == scalar(1)
    assert ristretto.times(last, MULTIPLES[1]) != NEUTRAL
    with pytest.raises(ValueError, match="scalar"):
        ristretto.inverse(scalar(0))


@pytest.mark.parametrize("size", [0, 31, 33])
def test_bytes_of_another_length_never_reach_the_library(size):
    short = bytes(size)
    for asked in (ristretto.times_base, ristretto.inverse, lambda one: ristretto.plus([one])):  # fmt: skip
        with pytest.raises(ValueError, match=str(size)):
            asked(short)
    with pytest.raises(ValueError, match=str(size)):
        ristretto.times(scalar(1), short)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is mapped")
def test_nothing_is_unpacked_and_every_mapped_library_is_installed(tmp_path):
    setting = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    words = [sys.executable, "-B", "-c", USED]
    done = subprocess.run(words, env=setting, check=True, capture_output=True, text=True)  # fmt: skip
    mapped = {Path(one) for one in done.stdout.splitlines()}
    own = (sys.prefix, sys.base_prefix, "/usr/lib", "/lib", "/lib64", "/usr/bin")
    installed = [Path(one).resolve() for one in own]
    strange = [one for one in mapped if not any(map(one.is_relative_to, installed))]
    assert strange == []
    assert [one for one in mapped if "sodium" in one.stem and one.suffix == ".so" and "nacl" not in one.parts] == [sodium.place()]  # fmt: skip
    assert list(tmp_path.iterdir()) == []
