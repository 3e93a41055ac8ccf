"""Time stamps against a real authority: Debian's ``openssl ts`` with a CA made for the test."""

import hashlib
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.timestamp import new_nonce, read_stamp, stamp_request, stamped_hash
from intake.errors import StampRefused

CONFIG = """
[req]
distinguished_name=dn
prompt=no
[dn]
CN=unused
[ca]
basicConstraints=critical,CA:true
keyUsage=critical,keyCertSign
subjectKeyIdentifier=hash
[other]
basicConstraints=critical,CA:false
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
subjectKeyIdentifier=hash
[whole]
serial=./serial
signer_cert=./tsa.pem
signer_key=./tsa.key
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256,sha512
certs=./ca.pem
ess_cert_id_alg=sha256
[leaf]
serial=./serial
signer_cert=./tsa.pem
signer_key=./tsa.key
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=sha256
"""
KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
WORDS = b"what somebody wrote"
SHA = hashlib.sha256(WORDS).hexdigest()


class Authority:
    """A certificate authority and its time-stamping unit, in a folder."""

    def __init__(self, folder, name):
        self.folder = folder
        folder.mkdir()
        (folder / "ts.cnf").write_text(CONFIG)
        (folder / "serial").write_text("0a")
        self.run("req", "-x509", *KEY, "-keyout", "ca.key", "-out", "ca.pem", "-days", "9", "-config", "ts.cnf", "-extensions", "ca", "-subj", f"/O={name}/CN={name} Root")  # fmt: skip
        self.issue("other", f"/O={name}/CN={name} TSA")

    def run(self, *words):
        found = subprocess.run(["openssl", *words], cwd=self.folder, capture_output=True, check=False)  # fmt: skip
        assert found.returncode == 0, found.stderr.decode()

    def issue(self, extensions, subject):
        self.run("req", "-new", *KEY, "-keyout", "tsa.key", "-out", "tsa.csr", "-config", "ts.cnf", "-subj", subject)  # fmt: skip
        self.run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "9", "-extfile", "ts.cnf", "-extensions", extensions, "-out", "tsa.pem")  # fmt: skip

    def answer(self, request, section="whole"):
        (self.folder / "q.tsq").write_bytes(request)
        self.run("ts", "-reply", "-config", "ts.cnf", "-section", section, "-queryfile", "q.tsq", "-out", "a.tsr")  # fmt: skip
        return (self.folder / "a.tsr").read_bytes()

    @property
    def root(self):
        return (self.folder / "ca.pem").read_bytes()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa") / "a", "Example")


@pytest.fixture(scope="module")
def asked():
    nonce = new_nonce()
    return nonce, stamp_request(SHA, int(nonce))


@pytest.fixture(scope="module")
def answer(authority, asked):
    return authority.answer(asked[1])


def why(call, *said):
    with pytest.raises(StampRefused) as caught:
        call(*said)
    return caught.value.facts["why"]


def test_openssl_reads_our_request_as_we_meant_it(authority, asked):
    (authority.folder / "mine.tsq").write_bytes(asked[1])
    text = subprocess.run(["openssl", "ts", "-query", "-in", "mine.tsq", "-text"], cwd=authority.folder, capture_output=True, check=True).stdout.decode()  # fmt: skip
    assert "Hash Algorithm: sha256" in text
    assert "Certificate required: yes" in text
    assert f"0x{int(asked[0]):X}" in text
    digits = "".join(line.split(" - ")[1][:48] for line in text.splitlines() if " - " in line)  # fmt: skip
    assert digits.replace("-", " ").replace(" ", "") == SHA


def test_an_answer_is_proven_and_says_who_and_when(answer, asked):
    assert stamped_hash(answer) == (SHA, asked[0])
    stamp = read_stamp(answer, SHA, asked[0])
    assert stamp.authority == "CN=Example TSA,O=Example"
    assert stamp.root == "CN=Example Root,O=Example"
    assert stamp.policy == "1.2.3.4.1"
    assert stamp.at.endswith("Z")
    assert answer.endswith(stamp.token[-64:])


def test_openssl_verifies_the_token_we_keep(authority, answer, asked):
    stamp = read_stamp(answer, SHA, asked[0])
    (authority.folder / "kept.tok").write_bytes(stamp.token)
    authority.run("ts", "-verify", "-digest", SHA, "-in", "kept.tok", "-token_in", "-CAfile", "ca.pem")  # fmt: skip


def test_an_answer_without_its_root_needs_it_beside_it(authority, asked):
    lone = authority.answer(asked[1], "leaf")
    assert why(read_stamp, lone, SHA, asked[0]) == "chain"
    assert read_stamp(lone, SHA, asked[0], [authority.root]).root.startswith("CN=Exam")
    assert why(read_stamp, lone, SHA, asked[0], [b"no certificate"]) == "certificate"


def test_an_answer_for_another_file_or_request_is_refused(answer, asked):
    other = hashlib.sha256(b"other").hexdigest()
    assert why(read_stamp, answer, other, asked[0]) == "hash"
    assert why(read_stamp, answer, SHA, str(int(asked[0]) + 1)) == "nonce"


def test_a_request_in_another_hash_is_refused(authority):
    (authority.folder / "f").write_bytes(WORDS)
    authority.run("ts", "-query", "-data", "f", "-sha512", "-cert", "-out", "big.tsq")
    answer = authority.answer((authority.folder / "big.tsq").read_bytes())
    assert why(stamped_hash, answer) == "hash"


def test_a_refusal_of_the_authority_is_told(authority):
    answer = authority.answer(b"\x30\x03\x02\x01\x01")
    with pytest.raises(StampRefused) as caught:
        stamped_hash(answer)
    assert caught.value.facts == {"why": "status", "status": 2}


def test_a_signer_of_another_house_is_not_believed(authority, asked, tmp_path):
    other = Authority(tmp_path / "b", "Example")
    lone = authority.answer(asked[1], "leaf")
    assert why(read_stamp, lone, SHA, asked[0], [other.root]) == "signature"


@pytest.mark.parametrize("junk", [b"", b"0", b"junk" * 50, b"\x30\x82\xff\xff", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"x" * 20_000])  # fmt: skip
def test_junk_is_no_answer(junk):
    assert why(stamped_hash, junk) == "format"


def test_a_cut_answer_is_no_answer(answer, asked):
    for end in range(0, len(answer), 7):
        assert why(read_stamp, answer[:end], SHA, asked[0])


@settings(max_examples=150)
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_changes_nothing_that_is_believed(at, bit, answer, asked):
    at %= len(answer)
    bent = answer[:at] + bytes([answer[at] ^ 1 << bit]) + answer[at + 1 :]
    true = read_stamp(answer, SHA, asked[0])
    try:
        found = read_stamp(bent, SHA, asked[0])
    except StampRefused:
        return
    said = (found.at, found.serial, found.policy, found.authority, found.root)
    assert said == (true.at, true.serial, true.policy, true.authority, true.root)
