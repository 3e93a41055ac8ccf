"""What ``ssh-keygen`` says of our signatures and certificates by itself, and we of what it made.

``test_sign`` asks both about the same cases. Here stands what it leaves open: signers without a
certificate, several lines of ``allowed_signers``, revocation by serial, key and certificate (KRL),
whole listings of certificates, and signatures that ``ssh-keygen`` made with a certificate.
"""

import base64
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.crypto import (
    Certificate,
    SigningKey,
    allowed_signers,
    checked_signature,
    fingerprint,
    issue_certificate,
    read_signature,
    sign,
    verify,
)
from intake.errors import BadSignature, CertificateRefused, UnknownDevice
from tests.crypto.peers import need, run

NAMESPACES = ("intake-bundle@v1", "intake-segment@v1", "intake-enrolment@v1", "intake-receipt@v1")  # fmt: skip
BUNDLE = NAMESPACES[0]
MESSAGE = "묶음의 머리말".encode()
START, END, WITHIN = 1_700_000_000, 1_800_000_000, 1_750_000_000
CA, DEVICE = SigningKey.generate(), SigningKey.generate()
WHO = "dev:incheon-3"


def certificate(serial=7, key=DEVICE, ca=CA, **more):
    facts = {"principal": WHO, "key_id": "인천 3", "valid_after": START, "valid_before": END}  # fmt: skip
    return issue_certificate(ca, key.public, serial=serial, **facts | more)


@pytest.fixture(autouse=True)
def _there():
    need("ssh-keygen")


def stamp(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y%m%d%H%M%SZ")


def asked(folder: Path, armored: str, allowed: str, *, who=WHO, namespace=BUNDLE, at=WITHIN, krl=None, check="verify"):  # fmt: skip
    """Ask ssh-keygen about a signature; return whether it takes it, and what it says."""
    (folder / "allowed").write_text(allowed)
    (folder / "sig").write_text(armored)
    command = ["ssh-keygen", "-Y", check, "-n", namespace, "-s", folder / "sig"]
    if check != "check-novalidate":
        command += ["-f", folder / "allowed", "-O", f"verify-time={stamp(at)}"]
    if check == "verify":
        command += ["-I", who]
    if krl:
        command += ["-r", krl]
    done = subprocess.run(command, input=MESSAGE, capture_output=True, check=False)
    return done.returncode == 0, (done.stdout + done.stderr).decode()


# --- ours, looked at by ssh-keygen --------------------------------------------------------------


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_it_takes_what_we_sign_in_each_namespace_and_in_no_other(namespace, tmp_path):
    armored = sign(namespace, MESSAGE, DEVICE, certificate())
    allowed = allowed_signers("dev:*", CA.public, NAMESPACES)
    for one in NAMESPACES:
        assert asked(tmp_path, armored, allowed, namespace=one)[0] == (one == namespace)
    only = allowed_signers("dev:*", CA.public, [one for one in NAMESPACES if one != namespace])  # fmt: skip
    assert not asked(tmp_path, armored, only, namespace=namespace)[0]


def test_it_says_who_signed_and_by_whose_authority(tmp_path):
    armored = sign(BUNDLE, MESSAGE, DEVICE, certificate())
    taken, said = asked(tmp_path, armored, allowed_signers("dev:*", CA.public, [BUNDLE]))  # fmt: skip
    assert taken
    assert f'Good "{BUNDLE}" signature for {WHO}' in said
    assert fingerprint(DEVICE.public) in said


def test_it_finds_the_principal_that_we_find(tmp_path):
    armored = sign(BUNDLE, MESSAGE, DEVICE, certificate())
    allowed = allowed_signers("dev:*", CA.public, [BUNDLE])
    found, said = asked(tmp_path, armored, allowed, check="find-principals")
    assert (found, said.strip()) == (True, WHO)
    ours = verify(BUNDLE, MESSAGE, armored, trusted_cas={CA.public}, at=WITHIN)
    assert ours.principal == WHO


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [("dev:*", True), (WHO, True), ("dev:incheon-*", True), ("dev:seoul-*", False), ("dev:incheon-", False), ("!dev:incheon-3,dev:*", False)],
)  # fmt: skip
def test_only_the_principals_of_a_line_are_believed(pattern, taken, tmp_path):
    armored = sign(BUNDLE, MESSAGE, DEVICE, certificate())
    allowed = allowed_signers(pattern, CA.public, [BUNDLE])
    assert asked(tmp_path, armored, allowed)[0] == taken


def test_a_line_for_each_center_lets_each_speak_for_its_own_only(tmp_path):
    other = SigningKey.generate()
    allowed = allowed_signers("dev:incheon-*", CA.public, [BUNDLE]) + allowed_signers("dev:seoul-*", other.public, [BUNDLE])  # fmt: skip
    seoul = certificate(principal="dev:seoul-1", ca=other)
    assert asked(tmp_path, sign(BUNDLE, MESSAGE, DEVICE, certificate()), allowed)[0]
    assert asked(tmp_path, sign(BUNDLE, MESSAGE, DEVICE, seoul), allowed, who="dev:seoul-1")[0]  # fmt: skip
    posing = certificate(ca=other)  # Seoul certifies a laptop of Incheon
    assert not asked(tmp_path, sign(BUNDLE, MESSAGE, DEVICE, posing), allowed)[0]


def test_a_certificate_that_ran_out_was_good_when_it_was_used(tmp_path):
    armored = sign(BUNDLE, MESSAGE, DEVICE, certificate())
    allowed = allowed_signers("dev:*", CA.public, [BUNDLE])
    assert asked(tmp_path, armored, allowed, at=END - 1)[0]
    taken, said = asked(tmp_path, armored, allowed, at=END + 1)
    assert not taken
    assert "expired" in said


def test_a_bare_signature_is_good_by_the_key_itself(tmp_path):
    """Receipts of organisations and cards are signed by a key that no center certified."""
    armored = sign(BUNDLE, MESSAGE, DEVICE)
    plain = f'{WHO} namespaces="{BUNDLE}" {DEVICE.public_line}\n'
    assert asked(tmp_path, armored, plain)[0]
    stranger = f"{WHO} {SigningKey.generate().public_line}\n"
    assert not asked(tmp_path, armored, stranger)[0]
    valid = f'{WHO} valid-before="{stamp(WITHIN - 9)}" {DEVICE.public_line}\n'
    assert not asked(tmp_path, armored, valid)[0]
    assert asked(tmp_path, armored, valid, at=WITHIN - 99)[0]


def test_it_reads_the_form_even_where_it_knows_nobody(tmp_path):
    for one in (None, certificate()):
        for message in (MESSAGE, b"another"):
            armored = sign(BUNDLE, message, DEVICE, one)
            taken, _ = asked(tmp_path, armored, "", check="check-novalidate")
            assert taken == (message == MESSAGE)


# --- revocation by its own lists ------------------------------------------------------------------


def krl_of(folder: Path, *lines: str) -> Path:
    """Write a revocation list for our authority, as the manual of ssh-keygen says."""
    (folder / "ca.pub").write_text(CA.public_line + "\n")
    (folder / "spec").write_text("".join(f"{line}\n" for line in lines))
    run("ssh-keygen", "-k", "-f", folder / "krl", "-s", folder / "ca.pub", folder / "spec")  # fmt: skip
    return folder / "krl"


@pytest.mark.parametrize(
    ("line", "out"),
    [("serial: 7", {7}), ("serial: 5-8", {7, 8}), ("serial: 18446744073709551615", {2**64 - 1}), ("id: 인천 3", {7, 8, 9, 2**64 - 1}), ("serial: 1", set())],
)  # fmt: skip
def test_a_laptop_is_revoked_by_the_serial_of_its_certificate(line, out, tmp_path):
    krl = krl_of(tmp_path, line)
    allowed = allowed_signers("dev:*", CA.public, [BUNDLE])
    for serial in (7, 8, 9, 2**64 - 1):
        armored = sign(BUNDLE, MESSAGE, DEVICE, certificate(serial))
        assert asked(tmp_path, armored, allowed)[0]
        assert asked(tmp_path, armored, allowed, krl=krl)[0] == (serial not in out)
        assert read_signature(armored).certificate.serial == serial


def test_a_laptop_is_revoked_by_its_key_whatever_its_certificate(tmp_path):
    krl = krl_of(tmp_path, f"key: {DEVICE.public_line}")
    allowed = allowed_signers("dev:*", CA.public, [BUNDLE])
    for serial in (7, 8):
        armored = sign(BUNDLE, MESSAGE, DEVICE, certificate(serial))
        assert not asked(tmp_path, armored, allowed, krl=krl)[0]
    other = SigningKey.generate()
    armored = sign(BUNDLE, MESSAGE, other, certificate(7, other))
    assert asked(tmp_path, armored, allowed, krl=krl)[0]


def test_a_certificate_on_paper_is_looked_up_in_a_list(tmp_path):
    krl = krl_of(tmp_path, "serial: 7")
    for serial in (7, 8):
        file = tmp_path / f"{serial}-cert.pub"
        file.write_text(certificate(serial).line + "\n")
        done = subprocess.run(["ssh-keygen", "-Q", "-f", krl, file], capture_output=True, check=False)  # fmt: skip
        assert (done.returncode != 0) == (serial == 7)


# --- certificates as it shows them ------------------------------------------------------------------


def test_everything_that_we_say_in_a_certificate_is_shown(tmp_path):
    file = tmp_path / "key-cert.pub"
    file.write_text(certificate().line + "\n")
    command = ["ssh-keygen", "-L", "-f", str(file)]
    shown = subprocess.run(command, env={"TZ": "UTC", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}, capture_output=True, check=True).stdout.decode()  # fmt: skip
    told = dict(re.findall(r"^ +([A-Z][A-Za-z ]+): ?(.*)$", shown, re.MULTILINE))
    assert told["Type"] == "ssh-ed25519-cert-v01@openssh.com user certificate"
    assert told["Public key"] == f"ED25519-CERT {fingerprint(DEVICE.public)}"
    assert told["Signing CA"] == f"ED25519 {fingerprint(CA.public)} (using ssh-ed25519)"
    assert told["Key ID"].startswith('"')
    assert told["Serial"] == "7"
    assert told["Valid"] == "from 2023-11-14T22:13:20 to 2027-01-15T08:00:00"
    assert told["Critical Options"] == "(none)"
    assert told["Extensions"] == "(none)"
    assert re.search(r"Principals: *\n +dev:incheon-3\n", shown)


# --- what it made, looked at by us ------------------------------------------------------------------


@pytest.fixture
def theirs(tmp_path):
    """A center's key, a laptop's, and its certificate, all made by ssh-keygen."""
    for name in ("ca", "own"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name)
    when = f"{stamp(START)[:-1]}:{stamp(END)[:-1]}"
    command = ["env", "TZ=UTC", "ssh-keygen", "-q", "-s", str(tmp_path / "ca"), "-I", "x", "-n", WHO, "-z", "9", "-V", when]  # fmt: skip
    run(*command, "-O", "clear", tmp_path / "own.pub")
    return tmp_path


def signed_by(folder: Path, key: str, namespace=BUNDLE) -> str:
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(folder / key), "-n", namespace]  # fmt: skip
    return run(*command, data=MESSAGE).decode()


def public_of(file: Path) -> bytes:

    return base64.b64decode(file.read_text().split()[1])[-32:]


def test_we_take_what_it_signed_with_a_certificate_and_by_the_same_rules(theirs):
    armored = signed_by(theirs, "own-cert.pub")
    center = public_of(theirs / "ca.pub")
    told = verify(BUNDLE, MESSAGE, armored, trusted_cas={center}, at=WITHIN)
    assert (told.principal, told.serial) == (WHO, 9)
    assert told.public == public_of(theirs / "own.pub")
    for more, error in (
        ({"trusted_cas": {CA.public}}, UnknownDevice),
        ({"at": END}, CertificateRefused),
        ({"at": START - 1}, CertificateRefused),
        ({"principal": "dev:seoul-1"}, CertificateRefused),
    ):
        with pytest.raises(error):
            verify(BUNDLE, MESSAGE, armored, **{"trusted_cas": {center}, "at": WITHIN, **more})  # fmt: skip
    with pytest.raises(BadSignature):
        verify(NAMESPACES[1], MESSAGE, armored, trusted_cas={center}, at=WITHIN)
    with pytest.raises(BadSignature):
        verify(BUNDLE, MESSAGE + b"x", armored, trusted_cas={center}, at=WITHIN)


def test_we_take_what_it_signed_without_one_only_as_a_bare_key(theirs):
    (theirs / "own-cert.pub").unlink()
    armored = signed_by(theirs, "own")
    told = checked_signature(BUNDLE, MESSAGE, armored)
    assert (told.public, told.certificate) == (public_of(theirs / "own.pub"), None)
    with pytest.raises(UnknownDevice):
        verify(BUNDLE, MESSAGE, armored, trusted_cas={public_of(theirs / "ca.pub")}, at=WITHIN)  # fmt: skip


@pytest.mark.parametrize("kind", [("rsa", "-b", "2048"), ("ecdsa",)])
def test_keys_of_another_kind_are_refused_in_our_own_words(kind, tmp_path):
    run("ssh-keygen", "-q", "-t", *kind, "-N", "", "-f", tmp_path / "own")
    with pytest.raises(BadSignature):
        read_signature(signed_by(tmp_path, "own"))


def test_its_certificate_with_the_permissions_of_a_login_is_one_of_ours_too(theirs):
    """Without ``-O clear`` it adds extensions (permit-pty …): they allow, and forbid nothing."""
    run("ssh-keygen", "-q", "-s", theirs / "ca", "-I", "x", "-n", WHO, theirs / "own.pub")  # fmt: skip

    blob = base64.b64decode((theirs / "own-cert.pub").read_text().split()[1])
    assert Certificate.parse(blob).principals == (WHO,)
