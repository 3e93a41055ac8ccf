"""What is sealed comes back whole, or is refused and nothing unproven comes out."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.crypto import (
    AgeEnvelope,
    Passphrase,
    PqIdentity,
    PqRecipient,
    SealReader,
    SealWriter,
    X25519Identity,
    X25519Recipient,
    open_bytes,
    profile_of,
    seal_bytes,
    sha256,
)
from intake.crypto.age_header import HEAD_LIMIT, MAGIC
from intake.crypto.age_stream import CHUNK, NONCE, TAG
from intake.crypto.bech32 import decode, encode
from intake.errors import (
    Altered,
    Cut,
    Malformed,
    NotForUs,
    Oversized,
    TooNew,
    Untrusted,
)

US = PqIdentity.generate()
THEM = PqIdentity.generate()
SMALL = bytes(range(251))
LARGE = SMALL * 800  # 200,800 bytes: three whole chunks and a short one
SEALED_SMALL = seal_bytes(SMALL, [US.recipient])
SEALED_LARGE = seal_bytes(LARGE, [US.recipient])
HEAD = len(SEALED_SMALL) - len(SMALL) - TAG - NONCE
near_chunks = st.integers(0, 3).flatmap(
    lambda count: st.integers(-2, 2).map(lambda off: max(0, count * CHUNK + off))
)


class Dribble(BytesIO):
    """A source that answers short, as pipes and sockets do."""

    def __init__(self, data: bytes, step: int) -> None:
        super().__init__(data)
        self._step = step

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(self._step, size if size and size > 0 else self._step))


class Sip(BytesIO):
    """A sink that takes a part, as unbuffered files do, and says how much."""

    def write(self, data) -> int:
        return super().write(data[: 1 + len(data) // 2])


class Full(BytesIO):
    """A disk that is full at the third piece and has room again afterwards."""

    count = 0

    def write(self, data) -> int:
        self.count += 1
        if self.count == 4:  # the head, the nonce, one chunk
            raise OSError
        return super().write(data)


class Silent(BytesIO):
    """A sink that does not say how much it took."""

    def write(self, data) -> None:
        super().write(data)


def chunks_before_refusal(sealed: bytes) -> tuple[bytes, Untrusted | TooNew]:
    """Open ``sealed``, which must be refused; return what came out before, and the refusal."""
    out = b""
    try:
        for chunk in SealReader(BytesIO(sealed), [US]):
            out += chunk
    except (Untrusted, TooNew) as refusal:
        return out, refusal
    pytest.fail("it was taken")


@settings(max_examples=60)
@given(
    st.one_of(near_chunks, st.integers(0, 200_000)), st.lists(st.integers(0, 150_000))
)
def test_any_size_written_in_any_pieces_comes_back(size, cuts):
    data, out, at = LARGE[:size], BytesIO(), 0
    with SealWriter(out, [THEM.recipient, US.recipient]) as seal:
        for cut in cuts:
            seal.write(data[at : at + cut])
            at += cut
        seal.write(memoryview(data)[at:])
    assert open_bytes(out.getvalue(), [US]) == data


@settings(max_examples=40)
@given(near_chunks, st.integers(1, 70_000), st.integers(1, 100_000))
def test_reading_in_any_pieces_from_any_source_gives_the_same(size, step, piece):
    sealed = seal_bytes(LARGE[:size], [US.recipient])
    reader, parts = SealReader(Dribble(sealed, step), [US]), []
    while part := reader.read(piece):
        parts.append(part)
    assert b"".join(parts) == LARGE[:size]
    assert all(len(part) == piece for part in parts[:-1])
    assert reader.read() == b""


def test_reading_and_iterating_may_be_mixed():
    reader = SealReader(BytesIO(SEALED_LARGE), [US])
    first, nothing = reader.read(10), reader.read(0)
    assert first + nothing + b"".join(reader) == LARGE


@settings(max_examples=150)
@given(st.integers(0, len(SEALED_SMALL) * 8 - 1))
@example(0)
def test_no_flipped_bit_of_a_small_file_goes_unnoticed(bit):
    altered = bytearray(SEALED_SMALL)
    altered[bit // 8] ^= 1 << bit % 8
    out, refusal = chunks_before_refusal(bytes(altered))
    assert out == b""
    body = (
        Cut,
    )  # a short last chunk that does not open may also be an interrupted copy
    head = (Malformed, Altered, NotForUs, Cut, TooNew)
    assert isinstance(refusal, body if bit // 8 >= HEAD else head)


@settings(max_examples=60)
@given(st.integers(0, 7), st.integers(HEAD, len(SEALED_LARGE) - 1))
def test_a_flipped_bit_is_refused_where_it_is_and_only_proven_bytes_came_before(
    bit, place
):
    altered = bytearray(SEALED_LARGE)
    altered[place] ^= 1 << bit
    out, refusal = chunks_before_refusal(bytes(altered))
    number = max(0, place - HEAD - NONCE) // (CHUNK + TAG)
    assert out == LARGE[: number * CHUNK if place >= HEAD + NONCE else 0]
    assert isinstance(refusal, Altered if number < 3 else Cut)


@settings(max_examples=80)
@given(
    st.one_of(
        st.integers(0, len(SEALED_LARGE) - 1),
        st.integers(0, HEAD + NONCE),
        st.integers(1, 3).map(lambda count: HEAD + NONCE + count * (CHUNK + TAG)),
    )
)
def test_a_file_cut_anywhere_is_cut_and_only_proven_bytes_came_before(size):
    out, refusal = chunks_before_refusal(SEALED_LARGE[:size])
    assert isinstance(refusal, Cut)
    assert out == LARGE[: max(0, size - HEAD - NONCE) // (CHUNK + TAG) * CHUNK]


@settings(max_examples=30)
@given(near_chunks, st.binary(min_size=1, max_size=100))
def test_a_file_that_goes_on_is_refused(size, tail):
    sealed = seal_bytes(LARGE[:size], [US.recipient]) + tail
    out, refusal = chunks_before_refusal(sealed)
    assert isinstance(refusal, Cut | Altered)
    assert LARGE[:size].startswith(out)
    assert len(out) < max(size, 1)


def test_whole_chunks_swapped_are_altered():
    body = HEAD + NONCE
    first, second = body + CHUNK + TAG, body + 2 * (CHUNK + TAG)
    swapped = (
        SEALED_LARGE[:body]
        + SEALED_LARGE[first:second]
        + SEALED_LARGE[body:first]
        + SEALED_LARGE[second:]
    )
    out, refusal = chunks_before_refusal(swapped)
    assert (out, type(refusal)) == (b"", Altered)


def test_a_reader_that_refused_never_ends_in_peace():
    reader = SealReader(BytesIO(SEALED_LARGE[:-1]), [US])
    for _ in range(3):
        with pytest.raises(Cut):
            reader.read()


def test_a_writer_that_was_not_closed_leaves_a_file_that_never_opens():
    out = BytesIO()
    seal = SealWriter(out, [US.recipient])
    with suppress(KeyError), seal:
        seal.write(LARGE)
        raise KeyError
    with pytest.raises(Cut):
        open_bytes(out.getvalue(), [US])
    with pytest.raises(ValueError, match="closed"):
        seal.write(b"more")


@pytest.mark.parametrize("sink", [Sip, Silent])
def test_a_sink_that_takes_parts_or_does_not_count_gets_everything(sink):
    out = sink()
    with SealWriter(out, [US.recipient]) as seal:
        seal.write(LARGE)
    assert open_bytes(out.getvalue(), [US]) == LARGE


def test_going_on_after_a_full_disk_uses_no_nonce_twice_and_the_file_never_opens():
    out = Full()
    seal = SealWriter(out, [US.recipient])
    with suppress(OSError):
        seal.write(LARGE)
    seal.write(LARGE)
    seal.close()
    proven, refusal = chunks_before_refusal(out.getvalue())
    assert (proven, type(refusal)) == (LARGE[:CHUNK], Altered)


def test_closing_twice_writes_one_end():
    out = BytesIO()
    seal = SealWriter(out, [US.recipient])
    seal.close()
    seal.close()
    assert open_bytes(out.getvalue(), [US]) == b""


def test_a_file_is_opened_by_each_addressee_and_by_nobody_else():
    sealed = seal_bytes(SMALL, [US.recipient, THEM.recipient])
    assert open_bytes(sealed, [US]) == open_bytes(sealed, [THEM]) == SMALL
    with pytest.raises(NotForUs):
        open_bytes(
            sealed, [PqIdentity.generate(), X25519Identity.generate(), Passphrase("x")]
        )
    with pytest.raises(NotForUs):
        open_bytes(sealed, [])


def test_the_same_bytes_sealed_twice_share_nothing():
    again = seal_bytes(SMALL, [US.recipient])
    assert again[HEAD:] != SEALED_SMALL[HEAD:]
    assert again[len(MAGIC) : HEAD] != SEALED_SMALL[len(MAGIC) : HEAD]


@pytest.mark.parametrize(
    "recipients",
    [
        [],
        [US.recipient, X25519Identity.generate().recipient],
        [Passphrase("a", work=10), Passphrase("b", work=10)],
        [Passphrase("a", work=10), US.recipient],
    ],
)
def test_recipients_that_may_not_share_a_file_are_refused_before_a_byte_is_written(
    recipients,
):
    out = BytesIO()
    with pytest.raises(ValueError, match=r"seal to|share a file"):
        SealWriter(out, recipients)
    assert out.getvalue() == b""


def test_a_wrong_passphrase_is_told_apart_from_a_wrong_key():
    sealed = seal_bytes(SMALL, [Passphrase("사과 배", work=10)])
    with pytest.raises(NotForUs) as wrong:
        open_bytes(sealed, [Passphrase("사과 감")])
    assert wrong.value.facts == {"why": "passphrase"}
    with pytest.raises(NotForUs) as other:
        open_bytes(sealed, [US])
    assert other.value.facts == {"why": "key"}


def test_a_passphrase_opens_however_the_keyboard_composed_it():
    sealed = seal_bytes(SMALL, [Passphrase("가나", work=10)])
    assert open_bytes(sealed, [Passphrase("\u1100\u1161\u1102\u1161")]) == SMALL


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Cut),
        (MAGIC, Cut),
        (b"age-encryption.org/v2\n", TooNew),
        (b"PK\x03\x04" + bytes(100), Malformed),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", Malformed),
        (MAGIC + b"--- " + b"A" * 43 + b"\n", Malformed),
        (MAGIC + b"-> grease\n\n" * 30_000, Oversized),
        (MAGIC + b"x" * (HEAD_LIMIT + 1), Oversized),
    ],
)
def test_a_head_that_is_none_is_refused_by_its_name(data, refusal):
    with pytest.raises(refusal):
        open_bytes(data, [US])


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                b"-> ",
                b"X25519 ",
                b"scrypt ",
                b"mlkem768x25519 ",
                b"--- ",
                b"A" * 64,
                b"AAAA",
                b"A" * 43,
                b"10",
                b"\n",
                b" ",
                b"=",
                b"\r",
                b"\xff",
                b"\0",
            ]
        ),
        max_size=20,
    )
)
def test_a_head_of_loose_parts_is_refused_in_our_own_words(parts):
    identities = [US, X25519Identity.generate(), Passphrase("x")]
    with pytest.raises((Malformed, Cut, NotForUs)):
        open_bytes(MAGIC + b"".join(parts), identities)


def test_no_more_than_the_ceiling_is_read_of_an_endless_head():
    source = BytesIO(MAGIC + b"x" * (4 * HEAD_LIMIT))
    with pytest.raises(Oversized):
        SealReader(source, [US])
    assert source.tell() < HEAD_LIMIT + 64 * 1024


def test_keys_are_read_as_they_are_written_and_in_no_other_way():
    assert PqIdentity.parse(US.text) == US
    assert PqRecipient.parse(US.recipient.text) == US.recipient
    mistyped = US.text[:-1] + ("Q" if US.text[-1] != "Q" else "P")
    for wrong in (
        US.text.lower(),
        mistyped,
        "",
        "AGE-SECRET-KEY-PQ-1",
        US.recipient.text,
    ):
        with pytest.raises(Malformed):
            PqIdentity.parse(wrong)
    for wrong in (
        US.text,
        US.recipient.text.upper(),
        US.recipient.text[:-1],
        "age1pq1",
    ):
        with pytest.raises(Malformed):
            PqRecipient.parse(wrong)


def test_a_public_key_that_would_seal_to_everybody_or_nobody_is_refused():
    _, good = decode(US.recipient.text)
    low_order, out_of_range = good[:-32] + bytes(32), b"\xff" * 1184 + good[-32:]
    for data in (low_order, out_of_range):
        with pytest.raises(Malformed):
            PqRecipient.parse(encode("age1pq", data))
    with pytest.raises(Malformed):
        X25519Recipient.parse(encode("age", bytes(32)))
    classic = X25519Identity.generate().recipient
    assert X25519Recipient.parse(classic.text) == classic


def test_recipients_are_named_by_the_hash_of_their_text():
    classic = X25519Identity.generate().recipient
    for recipient in (US.recipient, classic):
        assert recipient.digest == sha256(recipient.text.encode()).hex()
    assert Passphrase("x").digest == ""
    assert US.recipient.text not in repr(US.recipient)


def test_no_secret_shows_when_its_holder_is_printed():
    classic, phrase = X25519Identity.generate(), Passphrase("사과 배 감")
    shown = f"{US!r} {US!s} {classic!r} {phrase!r} {[US, classic, phrase]}"
    shown += repr(vars(SealWriter(BytesIO(), [US.recipient])))
    shown += repr(vars(SealReader(BytesIO(SEALED_SMALL), [US])))
    for secret in (US.text, classic.text, "사과", repr(US._seed)[2:-1], US._seed.hex()):
        assert secret not in shown


def test_the_envelope_is_named_by_the_first_bytes_of_the_file():
    envelope, out = AgeEnvelope([US]), BytesIO()
    writer = envelope.open_writer(out, [US.recipient])
    writer.write(SMALL)
    writer.close()
    assert profile_of(out.getvalue()) == envelope.profile
    assert envelope.open_reader(BytesIO(out.getvalue())).read() == SMALL
    with pytest.raises(Malformed):
        profile_of(b"PK\x03\x04")
