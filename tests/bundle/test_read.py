"""The three doors: who signed, is it for us, is every byte what was signed."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.bundle import (
    Addressee,
    Piece,
    Purpose,
    attachment_parcel,
    change_parcels,
    document_parcel,
    open_bundle,
    ustar,
)
from intake.bundle.changes import press
from intake.crypto import PqIdentity, canonical_json
from intake.errors import (
    Altered,
    BadSignature,
    Cancelled,
    Cut,
    IntakeError,
    Malformed,
    NoRoom,
    NotForUs,
    Oversized,
    TooNew,
    UnknownDevice,
    Untrusted,
)
from tests.bundle import samples
from tests.bundle.samples import SEGMENT, Office, opened, sealed, spoken, tar


@pytest.fixture
def attached(tmp_path):
    data = b"age-encryption.org/v1\n" + bytes(300_000)
    file = tmp_path / "attachment"
    file.write_bytes(data)
    digest = samples.parcel("x", data).piece.sha256
    return attachment_parcel(file, digest)


@pytest.fixture(scope="module")
def honest():
    sender, receiver = Office(), Office("C0", "c0-1")
    return sender, receiver, samples.written(sender, receiver)


def refusal(data, receiver, check, quarantine):
    with pytest.raises(IntakeError) as caught:
        opened(data, receiver, check, quarantine)
    assert list(quarantine.iterdir()) == []
    return type(caught.value)


def test_what_was_written_is_read(sender, receiver, quarantine, attached):
    parcels = (*change_parcels([SEGMENT] * 3), attached)
    data = samples.written(sender, receiver, parcels)
    contents = opened(data, receiver, sender.check, quarantine)
    assert list(contents.segments()) == [SEGMENT] * 3
    assert [file.name for file in contents.attachments] == [
        f"{attached.piece.sha256}.age"
    ]
    assert contents.attachments[0].read_bytes() == attached.file.read_bytes()
    assert contents.manifest.purpose is Purpose.SYNC
    assert contents.manifest.logs == {"a1": ((0, 3),)}


def test_documents_are_handed_out_as_bytes(sender, receiver, quarantine):
    parcels = (document_parcel("data/receipt.json", b"{}"),)
    data = samples.written(sender, receiver, parcels, purpose=Purpose.RECEIPT)
    contents = opened(data, receiver, sender.check, quarantine)
    assert contents.documents == {"data/receipt.json": b"{}"}


def test_both_sides_arrive_at_the_same_number(sender, receiver, quarantine):
    data = samples.written(sender, receiver)
    contents = opened(data, receiver, sender.check, quarantine)
    number = contents.manifest.number
    assert number.startswith("IC-260921-")
    assert number == opened(data, receiver, sender.check, quarantine).manifest.number


def test_the_signer_is_known_before_the_payload(sender, receiver, attached):
    data = samples.written(sender, receiver, (*change_parcels([SEGMENT]), attached))
    source = io.BytesIO(data)
    known = open_bundle(source, [receiver.identity], sender.check)
    assert known.signer.device == "ic-1"
    assert source.tell() < 140_000 < len(data)


def test_nothing_is_parsed_before_the_signature_is_accepted(
    sender, receiver, quarantine
):
    about, payload = samples.parts(sender, receiver)
    members = spoken(about, payload, Office().sign, about_bytes=b"{not json")
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is UnknownDevice


def test_before_authorize_nothing_is_written(sender, receiver, quarantine, attached):
    data = samples.written(sender, receiver, (attached,))
    known = open_bundle(io.BytesIO(data), [receiver.identity], sender.check)
    assert list(quarantine.iterdir()) == []
    assert not hasattr(known, "receive")


@pytest.mark.parametrize(
    ("us", "why"),
    [
        (Addressee(frozenset({"SE"}), None), "addressee"),
        (Addressee(None, frozenset({"00" * 32})), "recipient"),
    ],
)
def test_a_bundle_for_others_stops_at_the_second_door(sender, receiver, us, why):
    known = open_bundle(
        io.BytesIO(samples.written(sender, receiver)), [receiver.identity], sender.check
    )
    ours = receiver.addressee
    filled = Addressee(us.names or ours.names, us.recipients or ours.recipients)
    with pytest.raises(NotForUs) as caught:
        known.authorize(filled)
    assert caught.value.facts == {"why": why}


def test_a_bundle_sealed_again_for_somebody_else_is_refused(
    sender, receiver, quarantine
):
    """Surreptitious forwarding: the recipient opens it and seals it for another."""
    other = Office("C0", "other")
    inside = samples.unsealed(samples.written(sender, receiver), receiver)
    forwarded = sealed(inside, other.identity.recipient)
    assert refusal(forwarded, other, sender.check, quarantine) is NotForUs


def test_a_bundle_for_another_key_does_not_open(sender, receiver, quarantine):
    data = samples.written(sender, receiver)
    receiver = Office("C0", identity=PqIdentity.generate())
    assert refusal(data, receiver, sender.check, quarantine) is NotForUs


def test_a_foreign_signer_is_unknown(sender, receiver, quarantine):
    data = samples.written(Office(), receiver)
    assert refusal(data, receiver, sender.check, quarantine) is UnknownDevice


def test_a_device_cannot_speak_for_another(sender, receiver, quarantine):
    data = samples.written(sender, receiver, device="ic-2")
    assert refusal(data, receiver, sender.check, quarantine) is BadSignature


def test_a_signature_for_another_use_is_refused(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    other_use = lambda _, message: sender.sign("intake-segment@v1", message)  # noqa: E731
    data = sealed(tar(spoken(about, payload, other_use)), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is BadSignature


def spoiled(sender, receiver, **changed):
    """A bundle that a certified device signed, and that says something it may not."""
    about, payload = samples.parts(sender, receiver, **changed)
    return sealed(tar(spoken(about, payload, sender.sign)), receiver.identity.recipient)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"min_reader": 2}, TooNew),
        ({"v": 2}, TooNew),
        ({"min_reader": 2, "purpose": "dance", "new": []}, TooNew),
        ({"purpose": "dance"}, Malformed),
        ({"new": 1}, Malformed),
        ({"created": -1}, Malformed),
        ({"created": "now"}, Malformed),
        ({"created": True}, Malformed),
        ({"to": "C0"}, Malformed),
        ({"to": ["C0"] * 300}, Oversized),
        ({"id": "../x"}, Malformed),
        ({"logs": {"a1": [[3, 0]]}}, Malformed),
        ({"logs": {"a1": [[0]]}}, Malformed),
        ({"logs": []}, Malformed),
        ({"recipients": ["x"]}, Malformed),
        ({"raw": 3 << 30}, Oversized),
        ({"raw": 0}, Oversized),
        ({"raw": 10_000}, Malformed),
    ],
)
def test_a_signed_line_out_of_place_is_refused(
    sender, receiver, quarantine, changed, expected
):
    data = spoiled(sender, receiver, **changed)
    assert refusal(data, receiver, sender.check, quarantine) is expected


def test_a_newer_reader_is_asked_for_before_anything_else_is_judged(sender, receiver):
    data = spoiled(sender, receiver, min_reader=9, to=["SE"])
    with pytest.raises(TooNew) as caught:
        open_bundle(io.BytesIO(data), [receiver.identity], sender.check)
    assert caught.value.facts == {"what": "bundle", "version": 9}


@pytest.mark.parametrize(
    "path",
    [
        "data/changes/../../etc/passwd",
        "/etc/passwd",
        "data/changes/1.jsonl.zst",
        "data/changes/000001.jsonl.zst\0",
        "data/changes/000001.JSONL.ZST",
        "data/attachments/" + "ab" * 32 + ".age",
        "bundle.json",
        "data/x",
        "data/receipt.json/x",
        "data\\changes\\000001.jsonl.zst",
    ],
)
def test_a_signed_bad_path_is_refused(sender, receiver, quarantine, path):
    pressed = press([SEGMENT])[0]
    bad = samples.parcel(path, pressed.pressed, pressed.raw)
    about, payload = samples.parts(sender, receiver, [bad])
    members = spoken(about, [], sender.sign)
    head = samples.raw_header(f"bag/{path}".encode(), len(pressed.pressed))
    members += [(head, data) for _, data in payload]
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is Malformed


@pytest.mark.parametrize("kind", [b"1", b"2", b"5", b"x", b"g", b"L", b"S", b"\0"])
def test_links_and_other_kinds_of_member_are_refused(
    sender, receiver, quarantine, kind
):
    about, payload = samples.parts(sender, receiver)
    members = spoken(about, [], sender.sign)
    members += [
        (samples.raw_header(f"bag/{path}".encode(), len(data), kind), data)
        for path, data in payload
    ]
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is Malformed


def test_a_member_twice_is_refused(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    twice = about | {"files": about["files"] * 2, "raw": about["raw"] * 2}
    data = sealed(
        tar(spoken(twice, payload * 2, sender.sign)), receiver.identity.recipient
    )
    assert refusal(data, receiver, sender.check, quarantine) is Malformed


def test_a_member_nobody_listed_is_refused(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    members = [*spoken(about, payload, sender.sign), ("bag/data/x", b"more")]
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is Malformed


def test_a_missing_member_is_refused(sender, receiver, quarantine):
    about, _ = samples.parts(sender, receiver)
    data = sealed(tar(spoken(about, [], sender.sign)), receiver.identity.recipient)
    assert issubclass(refusal(data, receiver, sender.check, quarantine), Untrusted)


@pytest.mark.parametrize("end", [b"", bytes(512), bytes(100_000), b"x" * 1024])
def test_the_archive_ends_where_it_must(sender, receiver, quarantine, end):
    about, payload = samples.parts(sender, receiver)
    whole = tar(spoken(about, payload, sender.sign), end=end)
    data = sealed(whole, receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) in {Cut, Malformed}


def test_a_bomb_in_the_changes_is_refused(sender, receiver, quarantine):
    pressed = press([b"{" + b" " * 4_000_000 + b"}\n"])[0]
    for raw in (pressed.raw, 5):
        bomb = samples.parcel("data/changes/000001.jsonl.zst", _bomb(), raw)
        data = samples.written(sender, receiver, (bomb,))
        assert refusal(data, receiver, sender.check, quarantine) is Oversized


def _bomb() -> bytes:
    from backports import zstd  # noqa: PLC0415 - only this test presses by hand

    return zstd.compress(b"{" + bytes(100_000_000))


def test_a_payload_that_is_not_what_was_signed_is_altered(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    path, data = payload[0]
    members = spoken(about, [(path, data[:-1] + bytes([data[-1] ^ 1]))], sender.sign)
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is Altered


def test_json_that_is_not_canonical_is_refused(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    for spelled in (
        json.dumps(about).encode(),
        canonical_json(about) + b"\n",
        canonical_json(about).replace(b'"v":1', b'"v":1,"v":1'),
        b"[" * 100_000,
        b"\xff",
    ):
        members = spoken(about, payload, sender.sign, about_bytes=spelled)
        data = sealed(tar(members), receiver.identity.recipient)
        assert refusal(data, receiver, sender.check, quarantine) is Malformed


def test_a_bundle_json_over_the_limit_is_refused(sender, receiver, quarantine):
    about, payload = samples.parts(sender, receiver)
    huge = b"[" + b" " * (9 << 20) + b"]"
    members = spoken(about, payload, sender.sign, about_bytes=huge)
    data = sealed(tar(members), receiver.identity.recipient)
    assert refusal(data, receiver, sender.check, quarantine) is Oversized


def test_attachments_that_would_not_fit_are_refused_before_they_are_read(
    sender, receiver, quarantine, attached, monkeypatch
):
    monkeypatch.setattr("intake.bundle.read._SPARE", 1 << 60)
    data = samples.written(sender, receiver, (attached,))
    assert refusal(data, receiver, sender.check, quarantine) is NoRoom


def test_cancelling_leaves_the_folder_as_it_was(sender, receiver, quarantine, attached):
    class Stops:
        def step(self, done, total, what):
            if done > 200_000:
                raise Cancelled

    data = samples.written(sender, receiver, (*change_parcels([SEGMENT]), attached))
    known = open_bundle(io.BytesIO(data), [receiver.identity], sender.check)
    with pytest.raises(Cancelled):
        known.authorize(receiver.addressee).receive(quarantine, Stops())
    assert list(quarantine.iterdir()) == []


def test_a_fault_after_an_attachment_takes_it_away_again(
    sender, receiver, quarantine, attached
):
    data = samples.written(sender, receiver, (attached, *change_parcels([SEGMENT])))
    inside = bytearray(samples.unsealed(data, receiver))
    inside[-1] = 1
    broken = sealed(bytes(inside), receiver.identity.recipient)
    assert refusal(broken, receiver, sender.check, quarantine) is Malformed


@settings(max_examples=150)
@given(st.data())
def test_a_cut_or_a_flipped_bit_anywhere_in_the_sealed_file_is_refused(
    honest, tmp_path_factory, data
):
    sender, receiver, sealed_file = honest
    at = data.draw(st.integers(0, len(sealed_file) - 1))
    if data.draw(st.booleans()):
        spoilt = sealed_file[:at]
    else:
        spoilt = bytearray(sealed_file)
        spoilt[at] ^= 1 << data.draw(st.integers(0, 7))
    folder = tmp_path_factory.mktemp("q")
    assert issubclass(
        refusal(bytes(spoilt), receiver, sender.check, folder), Untrusted | TooNew
    )


@settings(max_examples=150)
@given(st.data())
def test_a_flipped_bit_or_cut_inside_the_seal_is_refused(
    honest, tmp_path_factory, data
):
    """What the receiver itself, or whoever has its key, could have changed."""
    sender, receiver, sealed_file = honest
    inside = samples.unsealed(sealed_file, receiver)
    at = data.draw(st.integers(0, len(inside) - 1))
    if data.draw(st.booleans()):
        spoilt = inside[:at]
    else:
        spoilt = bytearray(inside)
        spoilt[at] ^= 1 << data.draw(st.integers(0, 7))
    again = sealed(bytes(spoilt), receiver.identity.recipient)
    folder = tmp_path_factory.mktemp("q")
    assert issubclass(refusal(again, receiver, sender.check, folder), Untrusted)


def test_trailing_bytes_are_refused(honest, quarantine):
    sender, receiver, data = honest
    for more in (b"\0", b"x" * 70_000, data):
        assert refusal(data + more, receiver, sender.check, quarantine) is not None


def test_a_piece_knows_its_kind():
    with pytest.raises(Malformed):
        Piece("data/changes/000001.jsonl.zst", 1, "AB" * 32).check()
    assert ustar.room(1) == 1024
