"""The way out: another SQLCipher reader opens the file with the exported key (재해 복구)."""

import apsw
import pytest

from intake.errors import WrongPassphrase
from intake.vault import export_key
from tests.vaults_at_hand import PASSPHRASE


def opened_elsewhere(path, key):
    """Open as FORMAT.md tells somebody who has nothing of ours but the file and the key."""
    other = apsw.Connection(str(path))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{key.decode()}'")
    return other


def test_another_reader_opens_the_file_with_the_exported_key(vault, keyring):
    vault.keep_fact("word", "남는다")
    key = export_key(vault, passphrase=PASSPHRASE, keyring=keyring)
    vault.close()
    other = opened_elsewhere(vault.folder / "vault.db", key)
    assert list(other.execute("SELECT text FROM fact WHERE name = 'word'")) == [
        ("남는다",)
    ]
    assert other.pragma("integrity_check") == "ok"
    other.close()


def test_another_reader_opens_nothing_with_another_key(vault, keyring):
    key = export_key(vault, passphrase=PASSPHRASE, keyring=keyring)
    vault.close()
    wrong = (b"1" if key[:1] == b"0" else b"0") + key[1:]
    other = opened_elsewhere(vault.folder / "vault.db", wrong)
    with pytest.raises(apsw.NotADBError):
        other.execute("SELECT count(*) FROM fact")
    other.close()


def test_the_key_is_96_hex_digits_and_costs_the_passphrase(vault, keyring):
    assert (
        len(
            bytes.fromhex(
                export_key(vault, passphrase=PASSPHRASE, keyring=keyring).decode()
            )
        )
        == 48
    )
    with pytest.raises(WrongPassphrase):
        export_key(vault, passphrase="틀린 말", keyring=keyring)
