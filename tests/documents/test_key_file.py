"""A key file that cannot seal is refused with its reason; the reason holds nothing of the file."""

import datetime as dt

import pytest
from asn1crypto import pkcs12 as told
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.documents.archive import archived
from intake.documents.key_file import MAX_FILE, open_key
from intake.documents.paper import Mark, draw_paper
from intake.documents.seal_reading import seals_of
from intake.documents.sealing import sealed
from intake.documents.typeface import words
from intake.errors import SealRefused
from intake.text import texts_in
from tests.documents.test_sealing import PASSPHRASE, TODAY, key_file

GOOD = key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1))[0]


def certificate(public, signer, name="인천센터 전자관인"):
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2028, 1, 1, tzinfo=dt.UTC))
        .sign(signer, hashes.SHA256())
    )


def packed(key, cert, passphrase=PASSPHRASE):
    secret = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()  # fmt: skip
    return pkcs12.serialize_key_and_certificates(b"seal", key, cert, None, secret)


def why(data, passphrase=PASSPHRASE):
    with pytest.raises(SealRefused) as refused:
        open_key(data, passphrase, TODAY)
    return refused.value.facts["why"]


def costly(data, times):
    file = told.Pfx.load(data)
    file["mac_data"]["iterations"] = times
    return file.dump(force=True)


def costly_within(data, times):
    """The same where the key itself lies."""
    file = told.Pfx.load(data)
    safe = told.AuthenticatedSafe.load(file["auth_safe"]["content"].native)
    for info in safe:
        if info["content_type"].native == "encrypted_data":
            alg = info["content"]["encrypted_content_info"]["content_encryption_algorithm"]  # fmt: skip
            alg["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = times  # fmt: skip
    file["auth_safe"]["content"] = safe.dump(force=True)
    return file.dump(force=True)


KEY = ec.generate_private_key(ec.SECP256R1())
CERT = certificate(KEY.public_key(), KEY)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "format"),
        (b"no key", "format"),
        (b"-----BEGIN CERTIFICATE-----\n", "format"),
        (CERT.public_bytes(serialization.Encoding.DER), "format"),
        (b"\x30\x84\xff\xff\xff\xff" + b"\0" * 100, "format"),
        (b"\x30\x80" * 50_000, "format"),
        (b"\0" * (MAX_FILE + 1), "too-large"),
        (GOOD[:-10], "format"),
        (packed(None, CERT), "no-key"),
        (packed(KEY, None), "no-key"),
        (costly(GOOD, 1 << 31), "costly"),
        (costly_within(GOOD, 1 << 31), "costly"),
    ],
)
def test_what_cannot_seal_is_refused_with_its_reason(data, reason):
    assert why(data) == reason


def test_a_wrong_passphrase_is_called_so():
    assert why(GOOD, "다른 암호") == "passphrase"
    assert why(GOOD, "") == "passphrase"


def test_a_key_file_without_a_passphrase_opens_without_one():
    assert open_key(packed(KEY, CERT, ""), "", TODAY).until == "2028-01-01"


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_keys_of_every_kind_offices_have_seal_a_paper(kind):
    key = {
        "rsa": lambda: rsa.generate_private_key(65537, 2048),
        "ec": lambda: ec.generate_private_key(ec.SECP384R1()),
    }[kind]()
    file = packed(key, certificate(key.public_key(), key))
    paper = archived(draw_paper(Mark("시험", "ko"), [words("본문")]))
    done = sealed(paper, open_key(file, PASSPHRASE, TODAY))
    assert seals_of(done)[0].state == "intact"


def test_a_key_of_another_certificate_seals_nothing():
    """The library that writes such files refuses to; somebody else's may not."""
    other = ec.generate_private_key(ec.SECP256R1())
    opened = open_key(packed(KEY, CERT), PASSPHRASE, TODAY)
    stranger = open_key(packed(other, certificate(other.public_key(), other)), PASSPHRASE, TODAY)  # fmt: skip
    opened.signer.signing_key = stranger.signer.signing_key
    with pytest.raises(SealRefused) as refused:
        sealed(archived(draw_paper(Mark("시험", "ko"), [words("본문")])), opened)
    assert refused.value.facts == {"why": "mismatch"}


@settings(max_examples=60)
@given(place=st.integers(0, len(GOOD) - 1), flip=st.integers(1, 255))
def test_a_changed_byte_is_refused_and_nothing_else_happens(place, flip):
    changed = bytearray(GOOD)
    changed[place] ^= flip
    try:
        opened = open_key(bytes(changed), PASSPHRASE, TODAY)
    except SealRefused:
        return
    assert opened.until == "2028-01-01"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_reason_has_its_own_sentence(language):
    texts = texts_in(language)
    reasons = ("away", "too-large", "format", "costly", "passphrase", "no-key", "mismatch", "purpose")  # fmt: skip
    said = {texts("err-seal-refused", why=one) for one in reasons}
    assert len(said) == len(reasons)
    assert "2027" in texts("err-seal-refused", why="expired", day="2027-01-01")
