"""Our files in other people's programs, and theirs in ours: real processes, real pipes."""

import subprocess

import pyrage
import pytest

from intake.crypto import (
    Passphrase,
    PqIdentity,
    SealReader,
    SealWriter,
    X25519Identity,
    open_bytes,
    seal_bytes,
)
from tests.crypto.peers import PEERS, need, node, run

SIZES = (0, 1, 65_535, 65_536, 65_537, 400_000)
NODE_SIZES = (0, 65_536, 400_000)  # a process each
PLAIN = bytes(range(256)) * 1563  # 400,128 bytes: seven chunks


@pytest.mark.parametrize("size", NODE_SIZES)
def test_the_independent_client_opens_our_post_quantum_files(size):
    need("node")
    identity = PqIdentity.generate()
    sealed = seal_bytes(
        PLAIN[:size], [PqIdentity.generate().recipient, identity.recipient]
    )
    assert node("age.mjs", "open", identity.text, data=sealed) == PLAIN[:size]


@pytest.mark.parametrize("size", NODE_SIZES)
def test_we_open_the_post_quantum_files_of_the_independent_client(size):
    need("node")
    identity = PqIdentity.generate()
    sealed = node("age.mjs", "seal", identity.recipient.text, data=PLAIN[:size])
    assert open_bytes(sealed, [identity]) == PLAIN[:size]


def test_both_derive_the_same_recipient_from_one_identity():
    need("node")
    theirs = PqIdentity.parse(node("age.mjs", "identity").decode())
    assert node("age.mjs", "recipient", theirs.text).decode() == theirs.recipient.text


def test_a_file_streams_from_us_through_the_client_and_back_without_being_whole_anywhere():
    need("node")
    ours, theirs = PqIdentity.generate(), PqIdentity.generate()
    opening = ["node", str(PEERS / "age.mjs"), "open", theirs.text]
    sealing = ["node", str(PEERS / "age.mjs"), "seal", ours.recipient.text]
    with (
        subprocess.Popen(
            opening, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as first,
        subprocess.Popen(sealing, stdin=first.stdout, stdout=subprocess.PIPE) as second,
    ):
        first.stdout.close()  # only the second process reads it now
        with first.stdin as pipe, SealWriter(pipe, [theirs.recipient]) as seal:
            for _ in range(3):
                seal.write(PLAIN)
        back = b"".join(SealReader(second.stdout, [ours]))
    assert back == PLAIN * 3


def test_a_passphrase_opens_in_both_directions():
    need("node")
    words = "사과 사과 사과"
    sealed = seal_bytes(PLAIN, [Passphrase(words, work=10)])
    assert node("age.mjs", "open-passphrase", words, data=sealed) == PLAIN
    theirs = node("age.mjs", "seal-passphrase", words, data=PLAIN)
    assert open_bytes(theirs, [Passphrase(words)]) == PLAIN


@pytest.mark.parametrize("size", SIZES)
def test_the_age_command_opens_our_classic_files_and_we_open_its(size, tmp_path):
    need("age")
    identity = X25519Identity.generate()
    keys = tmp_path / "keys"
    keys.write_text(identity.text + "\n")
    sealed = seal_bytes(PLAIN[:size], [identity.recipient])
    assert run("age", "-d", "-i", keys, data=sealed) == PLAIN[:size]
    theirs = run("age", "-r", identity.recipient.text, data=PLAIN[:size])
    assert open_bytes(theirs, [identity]) == PLAIN[:size]


@pytest.mark.parametrize("size", SIZES)
def test_a_second_library_opens_our_classic_files_and_we_open_its(size):
    theirs = pyrage.x25519.Identity.generate()
    ours = X25519Identity.parse(str(theirs))
    assert ours.recipient.text == str(theirs.to_public())
    assert (
        pyrage.decrypt(seal_bytes(PLAIN[:size], [ours.recipient]), [theirs])
        == PLAIN[:size]
    )
    assert (
        open_bytes(pyrage.encrypt(PLAIN[:size], [theirs.to_public()]), [ours])
        == PLAIN[:size]
    )


def test_the_second_library_reads_our_passphrase_files():
    sealed = seal_bytes(PLAIN, [Passphrase("apple apple", work=10)])
    assert pyrage.passphrase.decrypt(sealed, "apple apple") == PLAIN
