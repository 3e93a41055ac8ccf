"""Whose key stands for a build, and what it was signed for."""

import subprocess

import pytest
from making import signing


@pytest.fixture
def keys(tmp_path, monkeypatch):
    """Where a key for trying out is made; IT names none."""
    monkeypatch.setattr(signing, "KEYS", tmp_path / "build" / "keys")
    monkeypatch.delenv("IEUM_RELEASE_KEY", raising=False)
    return tmp_path / "build" / "keys"


@pytest.fixture
def its_key(tmp_path, monkeypatch):
    """A key that IT names."""
    key = tmp_path / "its"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "it", "-f", key], check=True)  # fmt: skip
    monkeypatch.setenv("IEUM_RELEASE_KEY", str(key))
    return key


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "FILES.sha256"
    file.write_text("one\n")
    return file


def public_of(key):
    return key.with_name(key.name + ".pub").read_text().split()[1]


def test_without_its_key_one_for_trying_out_is_made_once_and_named_so(keys):
    made = signing.key()
    assert (made.parent, signing.channel()) == (keys, "development")
    assert keys.stat().st_mode & 0o777 == 0o700
    assert public_of(made) in signing.signers()
    public = public_of(made)
    assert public_of(signing.key()) == public


def test_its_key_makes_a_release_and_no_other_is_made(keys, its_key, monkeypatch):
    assert (signing.key(), signing.channel()) == (its_key, "release")
    assert not keys.exists()
    line = f'release@ieum.example namespaces="intake-release@v1" ssh-ed25519 {public_of(its_key)}\n'  # fmt: skip
    assert signing.signers() == line
    monkeypatch.setenv("IEUM_RELEASE_KEY", f"{its_key}.pub")  # an agent holds the rest
    assert signing.signers() == line


def test_a_signature_is_of_these_bytes_this_key_and_this_purpose(keys, file, its_key, tmp_path, monkeypatch):  # fmt: skip
    known, stranger = tmp_path / "signers", tmp_path / "stranger"
    known.write_text(signing.signers())
    old = tmp_path / "FILES.sha256.sig"
    old.write_text("of another file")
    signature = signing.sign(file)
    assert (signature, signature.stat().st_mode & 0o777) == (old, 0o644)
    assert signing.fits(file, signature, known)
    assert not signing.fits(file, signature, known, "intake-policy@v1")
    file.write_text("two\n")
    assert not signing.fits(file, signature, known)
    monkeypatch.delenv("IEUM_RELEASE_KEY")
    stranger.write_text(signing.signers())
    signing.sign(file)
    assert signing.fits(file, signature, stranger)
    assert not signing.fits(file, signature, known)
    signing.sign(file, "intake-policy@v1")
    assert not signing.fits(file, signature, stranger)
