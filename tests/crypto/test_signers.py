"""Whom an ``allowed_signers`` file lets sign: what we take, ``ssh-keygen -Y verify`` takes too."""

import pytest

from intake.crypto import SigningKey, sign
from intake.crypto.signers import signing_keys
from intake.crypto.spoken import public_blob, public_line
from tests.crypto.peers import run

WHO, SPACE = "release@ieum.example", "intake-release@v1"
KEY = SigningKey.generate()
LINE = public_line(KEY.public)
MESSAGE = b"0" * 64 + b"  app/start.py\n"


def taken(text):
    return public_blob(KEY.public) in signing_keys(text, WHO, SPACE)


@pytest.fixture
def ask_ssh(tmp_path):
    def ask(text):
        (tmp_path / "signers").write_text(text)
        (tmp_path / "said.sig").write_text(sign(SPACE, MESSAGE, KEY))
        return run("ssh-keygen", "-Y", "verify", "-f", tmp_path / "signers", "-I", WHO, "-n", SPACE, "-s", tmp_path / "said.sig", data=MESSAGE)  # fmt: skip

    return ask


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} {LINE}\n",
        f'{WHO} namespaces="{SPACE}" {LINE} of the key keeper\n',
        f"# first a remark\n\nother@ieum.example {LINE}\n{WHO} {LINE}\n",
    ],
    ids=range(3),
)
def test_a_line_for_this_person_and_this_purpose_is_taken(text, ask_ssh):
    assert taken(text)
    assert b"Good" in ask_ssh(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"other@ieum.example {LINE}\n",
        f'{WHO} namespaces="intake-policy@v1" {LINE}\n',
        f'{WHO} valid-before="20200101" {LINE}\n',
        f"{WHO} cert-authority {LINE}\n",
        f"#{WHO} {LINE}\n",
        f"{WHO} ssh-ed25519\n",
        f"{WHO} ssh-ed25519 AAAA=\n",
        f"{WHO} {LINE.replace('ssh-ed25519', 'ssh-rsa')}\n",
        f"{WHO} ssh-ed25519 A\n",
        f"{WHO} {LINE[:30]}*{LINE[30:]}\n",
        f"{WHO} {LINE[:-1]}\n",
    ],
    ids=range(12),
)
def test_a_line_for_anything_else_is_not(text):
    assert not taken(text)


def test_a_line_that_is_no_key_keeps_no_other_from_being_read():
    assert taken(f"{WHO} ssh-ed25519 A\n{WHO}\n{WHO} {LINE}\n")
