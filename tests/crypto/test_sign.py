"""Our signatures under ``ssh-keygen -Y verify``, and both refuse the same things."""

import base64
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    SSHCertificateBuilder,
    SSHCertificateType,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto import (
    Certificate,
    Signer,
    SigningKey,
    allowed_signers,
    checked_signature,
    fingerprint,
    issue_certificate,
    read_signature,
    sign,
    verify,
)
from intake.crypto.wire import string
from intake.errors import BadSignature, CertificateRefused, UnknownDevice
from tests.crypto.peers import need, run

NAMESPACE = "intake-bundle@v1"
MESSAGE = "묶음의 머리말".encode()
START, END = 1_700_000_000, 1_800_000_000
WITHIN = 1_750_000_000
CA = SigningKey.generate()
DEVICE = SigningKey.generate()


def certified(key: SigningKey = DEVICE, ca: SigningKey = CA, **changes) -> Certificate:
    facts = {
        "principal": "dev:incheon-3",
        "serial": 2**63 + 7,
        "key_id": "인천 3",
        "valid_after": START,
        "valid_before": END,
    }
    return issue_certificate(ca, key.public, **facts | changes)


CERTIFICATE = certified()
SIGNED = sign(NAMESPACE, MESSAGE, DEVICE, CERTIFICATE)


def ours(
    message=MESSAGE, armored=SIGNED, namespace=NAMESPACE, at=WITHIN, **more
) -> Signer:
    more.setdefault("trusted_cas", {CA.public: "incheon"})
    return verify(namespace, message, armored, at=at, **more)


def theirs(
    folder: Path,
    *,
    message=MESSAGE,
    armored=SIGNED,
    namespace=NAMESPACE,
    at=WITHIN,
    principal="dev:incheon-3",
    ca=CA,
) -> bool:
    """Ask the real ssh-keygen whether it takes the signature."""
    need("ssh-keygen")
    (folder / "allowed").write_text(allowed_signers("dev:*", ca.public, [NAMESPACE]))
    (folder / "sig").write_text(armored)
    moment = subprocess.run(
        ["date", "-u", "-d", f"@{at}", "+%Y%m%d%H%M%SZ"],
        capture_output=True,
        check=True,
    )
    command = ["ssh-keygen", "-Y", "verify", "-f", folder / "allowed", "-I", principal]
    command += ["-n", namespace, "-s", folder / "sig"]
    command += ["-O", "verify-time=" + moment.stdout.decode().strip()]
    done = subprocess.run(command, input=message, capture_output=True, check=False)
    assert (done.returncode == 0) == done.stdout.startswith(b"Good "), done.stderr
    return done.returncode == 0


def test_ssh_keygen_and_we_take_a_good_signature(tmp_path):
    assert theirs(tmp_path)
    assert ours() == Signer("dev:incheon-3", 2**63 + 7, DEVICE.public, CA.public)
    assert ours(at=None, trusted_cas={CA.public}, principal="dev:incheon-3")


def test_both_refuse_another_message(tmp_path):
    assert not theirs(tmp_path, message=MESSAGE + b"!")
    with pytest.raises(BadSignature) as refused:
        ours(message=MESSAGE + b"!")
    assert refused.value.facts == {"why": "bytes"}


def test_both_refuse_another_principal(tmp_path):
    assert not theirs(tmp_path, principal="dev:seoul-1")
    with pytest.raises(CertificateRefused) as refused:
        ours(principal="dev:seoul-1")
    assert refused.value.facts["why"] == "principal"


def test_both_refuse_another_namespace(tmp_path):
    assert not theirs(tmp_path, namespace="intake-receipt@v1")
    with pytest.raises(BadSignature) as refused:
        ours(namespace="intake-receipt@v1")
    assert refused.value.facts == {"why": "namespace"}


@pytest.mark.parametrize(
    ("at", "why"), [(START - 1, "early"), (START, ""), (END - 1, ""), (END, "expired")]
)
def test_both_draw_the_line_of_validity_at_the_same_second(at, why, tmp_path):
    assert theirs(tmp_path, at=at) == (not why)
    if not why:
        assert ours(at=at)
        return
    with pytest.raises(CertificateRefused) as refused:
        ours(at=at)
    assert refused.value.facts["why"] == why


def test_both_refuse_a_certificate_of_a_center_we_do_not_know(tmp_path):
    stranger = SigningKey.generate()
    assert not theirs(tmp_path, ca=stranger)
    with pytest.raises(UnknownDevice):
        ours(trusted_cas={stranger.public})
    with pytest.raises(UnknownDevice):
        ours(trusted_cas=())


def test_both_refuse_a_bare_key_where_a_certificate_is_asked_for(tmp_path):
    bare = sign(NAMESPACE, MESSAGE, DEVICE)
    assert not theirs(tmp_path, armored=bare)
    with pytest.raises(UnknownDevice) as refused:
        ours(armored=bare)
    assert refused.value.facts == {"key": fingerprint(DEVICE.public)}
    assert checked_signature(NAMESPACE, MESSAGE, bare).public == DEVICE.public


def test_both_refuse_the_certificate_of_another_key(tmp_path):
    stolen = sign(NAMESPACE, MESSAGE, SigningKey.generate(), CERTIFICATE)
    assert not theirs(tmp_path, armored=stolen)
    with pytest.raises(BadSignature):
        ours(armored=stolen)


@settings(max_examples=150)
@given(
    st.integers(0, len(base64.b64decode("".join(SIGNED.splitlines()[1:-1]))) * 8 - 1)
)
def test_no_flipped_bit_of_a_signature_or_its_certificate_is_taken(bit):
    blob = bytearray(base64.b64decode("".join(SIGNED.splitlines()[1:-1])))
    blob[bit // 8] ^= 1 << bit % 8
    lines = SIGNED.splitlines()
    armored = "\n".join([lines[0], base64.b64encode(blob).decode(), lines[-1], ""])
    with pytest.raises((BadSignature, CertificateRefused, UnknownDevice)):
        ours(armored=armored)


@settings(max_examples=150)
@given(st.binary(max_size=400), st.booleans())
def test_rubbish_is_refused_in_our_own_words(data, within):
    blob = b"SSHSIG\0\0\0\1" + data if within else data
    armored = f"{SIGNED.splitlines()[0]}\n{base64.b64encode(blob).decode()}\n"
    with pytest.raises((BadSignature, CertificateRefused)):
        read_signature(armored + SIGNED.splitlines()[-1])


@pytest.mark.parametrize(
    "armored",
    [
        "",
        "x",
        SIGNED[1:],
        SIGNED + "x",
        SIGNED * 2,
        SIGNED + "\n" * 20_000,
        SIGNED.replace("A", "*"),
    ],
)
def test_text_that_is_not_one_signature_is_refused(armored):
    with pytest.raises(BadSignature):
        read_signature(armored)


def parts_of(
    kind=b"ssh-ed25519",
    namespace=b"n",
    version=1,
    public=DEVICE.public,
    hashed=b"sha512",
) -> str:
    shown = string(kind) + string(public)
    blob = b"SSHSIG" + version.to_bytes(4, "big") + string(shown) + string(namespace)
    blob += string(b"") + string(hashed) + string(string(kind) + string(bytes(64)))
    text = base64.b64encode(blob).decode()
    return "\n".join([SIGNED.splitlines()[0], text, SIGNED.splitlines()[-1]])


@pytest.mark.parametrize(
    "parts",
    [
        {"version": 2},
        {"namespace": "가".encode()},
        {"kind": b"ssh-rsa"},
        {"public": bytes(31)},
        {"hashed": b"md5"},
    ],
)
def test_each_part_must_be_of_the_published_form(parts):
    assert read_signature(parts_of()).public == DEVICE.public
    with pytest.raises(BadSignature):
        read_signature(parts_of(**parts))


def test_the_signature_must_be_of_the_kind_of_the_key():
    blob = base64.b64decode("".join(SIGNED.splitlines()[1:-1]))
    head, _, tail = blob.rpartition(b"ssh-ed25519")
    text = base64.b64encode(head + b"ssh-ed25518" + tail).decode()
    with pytest.raises(BadSignature):
        read_signature(
            "\n".join([SIGNED.splitlines()[0], text, SIGNED.splitlines()[-1]])
        )


def test_a_center_signs_with_ed25519_and_writes_text():
    public = Ed25519PublicKey.from_public_bytes(DEVICE.public)
    unnamed = SSHCertificateBuilder().public_key(public).serial(1).key_id(b"\xff")
    unnamed = unnamed.type(SSHCertificateType.USER).valid_principals([b"dev:a"])
    unnamed = unnamed.valid_after(0).valid_before(2**40)
    for key in (ec.generate_private_key(ec.SECP256R1()), Ed25519PrivateKey.generate()):
        made = base64.b64decode(unnamed.sign(key).public_bytes().split()[1])
        with pytest.raises(CertificateRefused):
            Certificate.parse(made)


@settings(max_examples=150)
@given(st.data())
def test_rubbish_in_place_of_a_certificate_is_refused_in_our_own_words(data):
    blob = bytearray(CERTIFICATE.blob)
    place = data.draw(st.integers(0, len(blob) - 1))
    blob[place : place + data.draw(st.integers(0, 8))] = data.draw(
        st.binary(max_size=8)
    )
    if bytes(blob) == CERTIFICATE.blob:
        assert Certificate.parse(bytes(blob)) == CERTIFICATE
        return
    with pytest.raises(CertificateRefused):
        Certificate.parse(bytes(blob))


def test_ssh_keygen_reads_our_certificate_as_we_do(tmp_path):
    need("ssh-keygen")
    (tmp_path / "key-cert.pub").write_text(CERTIFICATE.line + "\n")
    shown = run("ssh-keygen", "-L", "-f", tmp_path / "key-cert.pub").decode()
    assert "user certificate" in shown
    assert f"Serial: {2**63 + 7}" in shown
    assert "dev:incheon-3" in shown
    assert fingerprint(CA.public) in shown
    assert "Critical Options: (none)" in shown


def made_by_ssh_keygen(folder: Path, *options: str) -> bytes:
    need("ssh-keygen")
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / "ca")
    (folder / "device.pub").write_text(DEVICE.public_line + "\n")
    run(
        "ssh-keygen",
        "-q",
        "-s",
        folder / "ca",
        "-I",
        "x",
        *options,
        folder / "device.pub",
    )
    return base64.b64decode((folder / "device-cert.pub").read_text().split()[1])


def test_we_take_a_certificate_that_ssh_keygen_made(tmp_path):
    blob = made_by_ssh_keygen(
        tmp_path, "-n", "dev:seoul-1", "-z", "9", "-V", "always:forever"
    )
    certificate = Certificate.parse(blob)
    assert (certificate.principals, certificate.serial) == (("dev:seoul-1",), 9)
    armored = sign(NAMESPACE, MESSAGE, DEVICE, certificate)
    assert (
        ours(armored=armored, trusted_cas={certificate.ca_public}).principal
        == "dev:seoul-1"
    )


@pytest.mark.parametrize("options", [("-n", "dev:a,dev:b"), ()])
def test_a_certificate_must_name_exactly_one_device(options, tmp_path):
    certificate = Certificate.parse(made_by_ssh_keygen(tmp_path, *options))
    armored = sign(NAMESPACE, MESSAGE, DEVICE, certificate)
    with pytest.raises(CertificateRefused):
        ours(armored=armored, trusted_cas={certificate.ca_public})


@pytest.mark.parametrize(
    "options",
    [("-n", "d", "-O", "force-command=x"), ("-n", "d", "-h")],
    ids=["option", "host"],
)
def test_a_certificate_we_do_not_fully_understand_is_refused(options, tmp_path):
    with pytest.raises(CertificateRefused):
        Certificate.parse(made_by_ssh_keygen(tmp_path, *options))


def test_we_take_the_other_hash_that_ssh_keygen_offers(tmp_path):
    need("ssh-keygen")
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key")
    command = ["ssh-keygen", "-Y", "sign", "-f", tmp_path / "key", "-n", NAMESPACE]
    for name in ("sha256", "sha512"):
        armored = run(*command, "-O", f"hashalg={name}", data=MESSAGE).decode()
        assert checked_signature(NAMESPACE, MESSAGE, armored).hash_name == name


def test_a_key_is_the_same_after_it_was_kept_and_never_shows():
    again = SigningKey.from_seed(DEVICE.seed)
    assert (again, again.public) == (DEVICE, DEVICE.public)
    assert "…" in repr(DEVICE)
    assert DEVICE.seed.hex() not in repr(DEVICE)
    assert repr(DEVICE.seed)[2:-1] not in f"{DEVICE!r}{DEVICE}{CERTIFICATE!r}"


def test_the_fingerprint_is_what_ssh_keygen_shows(tmp_path):
    need("ssh-keygen")
    (tmp_path / "key.pub").write_text(DEVICE.public_line + "\n")
    shown = run("ssh-keygen", "-l", "-f", tmp_path / "key.pub").decode()
    assert fingerprint(DEVICE.public) == shown.split()[1]


def test_a_line_for_ssh_keygen_cannot_be_broken_out_of():
    for pattern, namespace in (('dev" x', "n"), ("dev\n*", "n"), ("dev:*", 'n",x="')):
        with pytest.raises(ValueError, match="pattern"):
            allowed_signers(pattern, CA.public, [namespace])
