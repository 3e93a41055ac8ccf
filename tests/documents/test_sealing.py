"""A paper sealed by a center's key file holds for a stock reader, and a changed byte does not."""

import datetime as dt
import hashlib
import io
import shutil
import subprocess

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.timestamp import read_stamp, stamp_request
from intake.documents.archive import archived, locked
from intake.documents.paper import Mark, draw_paper
from intake.documents.seal_reading import seals_of
from intake.documents.sealing import open_key, sealed
from intake.documents.stamp_room import waiting_for, with_room, with_stamp
from intake.documents.typeface import words
from intake.errors import NotAPaper, SealRefused
from tests.crypto.test_timestamp import Authority

TODAY = dt.date(2026, 11, 26)
PASSPHRASE = "시험 암호"


def key_file(first, last, *, signs=True):
    """A key file as an office gets one: PKCS#12, by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "인천센터 전자관인")])
    use = x509.KeyUsage(signs, signs, not signs, False, False, False, False, False, False)  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime.combine(first, dt.time()))
        .not_valid_after(dt.datetime.combine(last, dt.time()))
        .add_extension(use, critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    data = pkcs12.serialize_key_and_certificates(b"seal", key, made, None, secret)
    return data, made.public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def office():
    return key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1))


@pytest.fixture(scope="module")
def paper():
    register = draw_paper(Mark("시험 문서", "ko"), [words("삭제지원 1,283건 金")])
    return archived(register)


@pytest.fixture(scope="module")
def done(paper, office):
    return sealed(paper, open_key(office[0], PASSPHRASE, TODAY), reason="확인")


def test_a_seal_says_who_and_that_nothing_changed(done, office):
    (found,) = seals_of(done, [office[1]])
    assert (found.kind, found.intact, found.whole, found.trusted) == ("seal", True, True, True)  # fmt: skip
    assert "인천센터 전자관인" in found.by
    assert found.said_at
    assert not seals_of(done)[0].trusted  # nobody said whose that certificate is


def test_everything_before_a_seal_stays_as_it_was(done, paper):
    assert done.startswith(paper)


def test_a_stock_reader_accepts_it_and_refuses_a_flipped_byte(done, tmp_path):
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(done)
    changed = bytearray(done)
    changed[len(done) // 3] ^= 1
    bad.write_bytes(bytes(changed))
    tool = shutil.which("pdfsig")
    told = [subprocess.run([tool, one], capture_output=True, text=True, check=False).stdout for one in (good, bad)]  # fmt: skip
    assert "Signature is Valid" in told[0]
    assert "Total document signed" in told[0]
    assert "Digest Mismatch" in told[1]


@pytest.fixture(scope="module")
def signature(done):
    """Where the signature itself stands: its hex may be spelled in two ways."""
    with pikepdf.open(io.BytesIO(done)) as opened:
        _, start, end, _ = map(int, opened.Root.AcroForm.Fields[0].V.ByteRange)
    return range(start, end)


@settings(max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_no_byte_can_be_changed_unseen(done, signature, place, flip):
    at = int(place * len(done))
    changed = bytearray(done)
    changed[at] ^= flip
    try:
        found = seals_of(bytes(changed))
    except NotAPaper:
        return
    assert not found or not (found[0].intact and found[0].whole) or at in signature


def test_what_was_added_afterwards_is_told(done):
    (found,) = seals_of(done + b"\n% more")
    assert found.intact
    assert not found.whole


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (dt.date(2025, 1, 1), dt.date(2026, 11, 25), "expired"),
        (dt.date(2026, 11, 27), dt.date(2028, 1, 1), "not-yet"),
    ],
)
def test_a_key_that_is_not_valid_today_seals_nothing(first, last, why):
    with pytest.raises(SealRefused) as refused:
        open_key(key_file(first, last)[0], PASSPHRASE, TODAY)
    assert refused.value.facts["why"] == why
    assert refused.value.facts["day"]


def test_a_wrong_passphrase_or_file_or_purpose_is_refused_by_name(office):
    other = key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1), signs=False)[0]
    for data, passphrase, why in (
        (office[0], "다른 암호", "passphrase"),
        (b"no key", PASSPHRASE, "format"),
        (other, PASSPHRASE, "purpose"),
    ):
        with pytest.raises(SealRefused) as refused:
            open_key(data, passphrase, TODAY)
        assert refused.value.facts["why"] == why


def test_a_locked_paper_is_sealed_and_read_with_its_passphrase(paper, office):
    closed = locked(paper, PASSPHRASE)
    done = sealed(closed, open_key(office[0], PASSPHRASE, TODAY), passphrase=PASSPHRASE)
    assert seals_of(done, passphrase=PASSPHRASE)[0].intact
    with pytest.raises(NotAPaper):
        seals_of(done)
    with pikepdf.open(io.BytesIO(done), password=PASSPHRASE) as opened:
        assert opened.encryption.R == 6


def test_a_paper_for_the_long_run_says_the_same_twice_and_brings_its_fonts(paper):
    assert archived(paper) == paper
    with pikepdf.open(io.BytesIO(paper)) as opened:
        with opened.open_metadata(update_docinfo=False) as said:
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "B")
            assert said["dc:title"] == str(opened.docinfo["/Title"]) == "시험 문서"
        fonts = [one.Resources.Font for one in opened.pages]
        told = [font for page in fonts for font in page.values()]
        assert told
        assert all("/FontFile2" in font.FontDescriptor for font in told)
        assert len(opened.Root.OutputIntents) == 1


def test_a_time_stamp_comes_home_by_stick_and_covers_the_seal(done, tmp_path):
    waits = with_room(done)
    asked = waiting_for(waits)
    office = Authority(tmp_path / "tsa", "시점")
    answer = office.answer(stamp_request(asked.sha256, 7))
    token = read_stamp(answer, asked.sha256, "7").token
    stamped = with_stamp(waits, token)
    seal, stamp = seals_of(stamped)
    assert (seal.kind, seal.intact, stamp.kind, stamp.intact, stamp.whole) == ("seal", True, "stamp", True, True)  # fmt: skip
    assert stamped.startswith(done)
    with pytest.raises(NotAPaper):
        waiting_for(stamped)
    with pytest.raises(NotAPaper):
        waiting_for(done)
    assert hashlib.sha256(stamped).digest() != hashlib.sha256(waits).digest()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\0" * 5_000])
def test_what_is_no_paper_is_refused(data):
    with pytest.raises(NotAPaper):
        seals_of(data)
    with pytest.raises(NotAPaper):
        waiting_for(data)
