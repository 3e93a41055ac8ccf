"""A changed bit anywhere is refused, and a refused delivery changes nothing (invariant 6)."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.digest import leaf, leaves_digest
from intake.crypto.sign import SigningKey, sign
from intake.errors import (
    Altered,
    BrokenChain,
    Malformed,
    Oversized,
    TooNew,
    UnknownDevice,
    Untrusted,
)
from intake.ledger.chain import log_prefix
from intake.ledger.segment import NAMESPACE, SegmentHeader, WireSegment
from tests.ledger.houses import case, uid


def _a_segment(town, name="ana", words=3):
    laptop = town.laptop(name)
    for number in range(words):
        laptop.say(
            case(1), "note", uid("note", number), text=f"말 {number}", kind="통화"
        )
    (segment,) = laptop.segments()
    return segment


def _flipped(data: bytes, at: int, bit: int) -> bytes:
    changed = bytearray(data)
    changed[at % len(data)] ^= 1 << bit
    return bytes(changed)


def _with_flip(segment: WireSegment, part: str, at: int, bit: int) -> WireSegment:
    if part in ("salt", "body"):
        number = at % len(segment.bodies)
        idx, salt, body = segment.bodies[number]
        one = (
            (idx, _flipped(salt, at, bit), body)
            if part == "salt"
            else (idx, salt, _flipped(body, at, bit))
        )
        bodies = (*segment.bodies[:number], one, *segment.bodies[number + 1 :])
        return dataclasses.replace(segment, bodies=bodies)
    if part == "signature":
        lines = segment.signature.split("\n")
        text = _flipped(lines[3].encode(), at, bit % 3).decode("ascii", "replace")
        lines[3] = text
        return dataclasses.replace(segment, signature="\n".join(lines))
    return dataclasses.replace(
        segment, **{part: _flipped(getattr(segment, part), at, bit)}
    )


@settings(max_examples=60)
@given(
    part=st.sampled_from(["header", "leaves", "salt", "body", "signature"]),
    at=st.integers(0, 10_000),
    bit=st.integers(0, 7),
)
def test_any_changed_bit_is_refused_and_nothing_of_the_delivery_is_applied(
    town, part, at, bit
):
    town.begin()
    good, other = _a_segment(town), _a_segment(town, "bora")
    bad = _with_flip(good, part, at, bit)
    central = town.laptop("central")
    before = central.ledger.state_digest()
    with pytest.raises((Untrusted, TooNew)):
        central.merge([other, bad])
    assert central.ledger.state_digest() == before
    assert central.rows("select * from segment") == []


@settings(max_examples=40)
@given(at=st.integers(0, 100_000), bit=st.integers(0, 7))
def test_a_changed_bit_in_the_wire_form_is_refused_or_means_the_same(town, at, bit):
    town.begin()
    good = _a_segment(town)
    central = town.laptop("central")
    changed = _flipped(good.to_jsonl(), at, bit)
    try:
        bad = WireSegment.from_jsonl(changed)
        central.merge([bad])
    except (Untrusted, TooNew):
        assert central.rows("select * from segment") == []
        return
    assert (bad.hash, bad.leaves, bad.bodies) == (good.hash, good.leaves, good.bodies)


def test_a_signer_nobody_enrolled_is_refused(town):
    good = _a_segment(town)
    stranger = SigningKey.from_seed(b"s" * 32)
    forged = dataclasses.replace(
        good, signature=sign(NAMESPACE, good.header, stranger, None)
    )
    with pytest.raises(UnknownDevice):
        town.laptop("central").merge([forged])


def test_a_signature_for_another_purpose_is_refused(town):
    good = _a_segment(town)
    ana = town.devices["dev:ana"]
    other = sign("intake-bundle@v1", good.header, ana.key, ana.certificate)
    with pytest.raises(Untrusted):
        town.laptop("central").merge([dataclasses.replace(good, signature=other)])


def _signed(town, name, bodies, **header):
    device = town.devices[f"dev:{name}"]
    salt = bytes(16)
    leaves = [leaf(salt, body) for body in bodies]
    log = log_prefix(device.key.public) + "ab" * 8
    parts = {"log": log, "n": 0, "prev": "", "count": len(bodies)}
    parts["leaves"] = leaves_digest(leaves).hex()
    data = SegmentHeader(**(parts | header)).to_bytes()
    return WireSegment(
        data,
        sign(NAMESPACE, data, device.key, device.certificate),
        b"".join(leaves),
        tuple((k, salt, body) for k, body in enumerate(bodies)),
    )


def test_a_certified_device_cannot_go_on_in_the_log_of_another(town):
    first = _a_segment(town)
    town.laptop("bora")
    log = SegmentHeader.from_bytes(first.header).log
    second = _signed(town, "bora", [b"{}"], log=log, n=1, prev=first.hash.hex())
    central = town.laptop("central")
    for delivery in ([second], [first, second]):
        with pytest.raises(BrokenChain):
            central.merge(delivery)
    assert central.merge([first]).new_entries
    with pytest.raises(BrokenChain):
        central.merge([second])


def test_a_segment_that_names_a_predecessor_elsewhere_in_its_log_is_refused(town):
    first = _a_segment(town)
    log = SegmentHeader.from_bytes(first.header).log
    jump = _signed(town, "ana", [b"{}"], log=log, n=5, prev=first.hash.hex())
    with pytest.raises(BrokenChain):
        town.laptop("central").merge([first, jump])


def test_limits_are_refused_by_name(town):
    town.laptop("ana")
    central = town.laptop("central")
    with pytest.raises(Oversized):
        central.merge([_signed(town, "ana", [b"x" * (64 * 1024 + 1)])])
    with pytest.raises(Oversized):
        central.merge([_signed(town, "ana", [b"x" * 60_000] * 36)])
    with pytest.raises(Malformed):
        central.merge([_signed(town, "ana", [b"{}"] * 1_001)])
    with pytest.raises(Malformed):
        central.merge([_signed(town, "ana", [])])


def test_a_header_in_another_spelling_is_refused(town):
    good = _a_segment(town)
    spaced = dataclasses.replace(good, header=good.header.replace(b",", b", "))
    with pytest.raises(Malformed):
        town.laptop("central").merge([spaced])


def test_bodies_out_of_order_or_twice_are_refused(town):
    good = _a_segment(town)
    for bodies in ((good.bodies[1], good.bodies[0]), (good.bodies[0], good.bodies[0])):
        with pytest.raises(Altered):
            town.laptop("central").merge([dataclasses.replace(good, bodies=bodies)])
        town.begin()


def test_a_collection_that_changes_between_the_two_readings_is_caught(town):
    good, other = _a_segment(town), _a_segment(town, "bora")

    class Shifty:
        def __init__(self):
            self.readings = iter([[good], [other]])

        def __iter__(self):
            return iter(next(self.readings))

    central = town.laptop("central")
    with pytest.raises(Altered):
        central.ledger.merge(
            Shifty(),
            check_signer=town.check,
            authority=lambda claim: True,
            progress=_Quiet(),
        )
    assert central.rows("select * from segment") == []


class _Quiet:
    def step(self, done, total, what):
        pass


@pytest.mark.parametrize("index", [2**53, -(2**53), 10**4_000])
def test_an_index_no_reader_could_keep_is_refused_before_it_is_quoted(index):
    line = b'{"h":"{}","l":"","sig":""}\n[%d,"00",""]\n' % index
    with pytest.raises(Malformed):
        WireSegment.from_jsonl(line)


@pytest.mark.parametrize("version", [2**53, 10**4_000])
def test_a_version_no_reader_could_keep_is_no_version(version):
    with pytest.raises(Malformed):
        SegmentHeader.from_bytes(b'{"v":%d}' % version)
