"""FORMAT.md is enough: a vault opened from the paper alone, with nobody's code but others'."""

import hashlib
import json
import shutil
import struct
import unicodedata
from pathlib import Path

import apsw
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.vaults.secrets_kept import secrets_of

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(value):
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def blake(message, key, person=b""):
    return hashlib.blake2b(
        message, digest_size=32, key=key, person=person.ljust(16, b"\0")
    ).digest()


def argon(secret, slot):
    salt = bytes.fromhex(slot["salt"])
    return Argon2id(
        salt=salt,
        length=32,
        iterations=slot["passes"],
        lanes=1,
        memory_cost=slot["memory"] // 1024,
    ).derive(secret)


def hchacha(key, nonce):
    """HChaCha20 of draft-irtf-cfrg-xchacha, section 2.2."""
    state = [
        *struct.unpack("<4I", b"expand 32-byte k"),
        *struct.unpack("<8I", key),
        *struct.unpack("<4I", nonce),
    ]

    def turn(a, b, c, d):
        for x, y, z, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[x] = (state[x] + state[y]) % (1 << 32)
            mixed = state[z] ^ state[x]
            state[z] = (mixed << by | mixed >> (32 - by)) % (1 << 32)

    for _ in range(10):
        for at in range(4):
            turn(at, 4 + at, 8 + at, 12 + at)
        for at in range(4):
            turn(at, 4 + (at + 1) % 4, 8 + (at + 2) % 4, 12 + (at + 3) % 4)
    return struct.pack("<8I", *state[:4], *state[12:])


def unwrapped(slot, key, vault):
    wrapped = bytes.fromhex(slot["wrapped"])
    bound = canonical(
        {
            **{name: value for name, value in slot.items() if name != "wrapped"},
            "vault": vault,
        }
    )
    return ChaCha20Poly1305(hchacha(key, wrapped[:16])).decrypt(
        bytes(4) + wrapped[16:24], wrapped[24:], bound
    )


@pytest.fixture
def paper(house, tmp_path):
    """A released vault, what its key file says, and its secrets."""
    shutil.copytree(house / "tests/vaults/v1_two_slots", tmp_path / "v")
    keys = json.loads((tmp_path / "v" / "vault.keys").read_bytes())
    return tmp_path / "v", keys, secrets_of(tmp_path / "v")


def slot_of(keys, kind):
    (slot,) = (slot for slot in keys["slots"] if slot["kind"] == kind)
    return slot


def master_of(keys, secrets):
    passphrase, _, device = secrets
    slot = slot_of(keys, "passphrase")
    stretched = argon(unicodedata.normalize("NFC", passphrase).encode(), slot)
    return unwrapped(slot, blake(device, stretched, b"ieum-mix"), keys["vault"])


def test_the_database_opens_with_what_the_paper_says(paper):
    folder, keys, secrets = paper
    raw = blake(b"", master_of(keys, secrets), b"db").hex() + keys["salt"]
    other = apsw.Connection(str(folder / "vault.db"))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{raw}'")
    assert list(other.execute("SELECT text FROM fact WHERE name = 'word'")) == [
        ("남는다",)
    ]
    assert other.pragma("application_id") == 0x4945554D
    other.close()
    assert (folder / "vault.db").read_bytes()[:16].hex() == keys["salt"]


def test_the_code_opens_the_same_master_key(paper):
    _, keys, secrets = paper
    slot = slot_of(keys, "code")
    assert unwrapped(
        slot, argon(secrets[1].encode(), slot), keys["vault"]
    ) == master_of(keys, secrets)


def test_sum_and_seal_are_what_the_paper_says(paper):
    folder, keys, secrets = paper
    said_sum = keys.pop("sum")
    assert hashlib.sha256(canonical(keys)).hexdigest() == said_sum
    said_seal = keys.pop("mac")
    seal_key = blake(b"", master_of(keys, secrets), b"keyfile-mac")
    assert blake(canonical(keys), seal_key).hex() == said_seal
    assert (folder / "vault.keys").read_bytes() == (
        folder / "vault.keys.bak"
    ).read_bytes()
    assert set(keys) == {
        "device",
        "device_secret",
        "salt",
        "seq",
        "slots",
        "v",
        "vault",
    }


def test_the_check_character_is_what_the_paper_says(paper):
    values = [ALPHABET.index(letter) for letter in reversed(paper[2][1])]
    doubled = [value * (1 + at % 2) for at, value in enumerate(values)]
    assert sum(value // 32 + value % 32 for value in doubled) % 32 == 0


def test_the_paper_names_every_file_and_every_part(paper, house):
    folder, keys, _ = paper
    text = Path(house / "intake/vault/FORMAT.md").read_text(encoding="utf-8")
    for path in folder.iterdir():
        assert path.name == "secrets.json" or f"`{path.name}`" in text
    for name in keys:
        assert f"| `{name}` |" in text
    for slot in keys["slots"]:
        assert f'"kind":"{slot["kind"]}"' in text
        assert all(f'"{name}":' in text for name in slot)
