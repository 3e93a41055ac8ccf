"""A wrong passphrase costs a pause, and nothing else."""

import itertools

import pytest

from intake.errors import WrongPassphrase
from intake.vault import open_vault, peek_vault
from intake.vault.tries import Tries, forget_tries, note_wrong, read_tries
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault


def test_the_pause_grows_to_half_a_minute():
    waits = [Tries(wrong, last=1_000).wait(1_000) for wrong in range(12)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]


def test_the_pause_runs_out():
    tries = Tries(wrong=8, last=0)
    assert [tries.wait(ms) for ms in (0, 10_000, 29_999, 30_000, 10**9)] == [
        30,
        20,
        1,
        0,
        0,
    ]


def test_a_clock_that_was_put_back_never_waits_longer_than_half_a_minute():
    assert Tries(wrong=9, last=10**12).wait(0) == 30


@pytest.mark.parametrize(
    "bytes_", [b"", b"{", b"[]", b'{"wrong": "x", "last": 1}', b"\xff"]
)
def test_an_unreadable_count_counts_as_none(tmp_path, bytes_):
    (tmp_path / "vault.tries").write_bytes(bytes_)
    assert read_tries(tmp_path) == Tries()


def test_wrong_tries_are_counted_and_a_right_one_forgets_them(tmp_path):
    assert [note_wrong(tmp_path).wrong for _ in range(3)] == [1, 2, 3]
    forget_tries(tmp_path)
    forget_tries(tmp_path)
    assert read_tries(tmp_path).wrong == 0


def test_guessing_ends_in_a_pause_and_the_vault_still_opens(tmp_path):
    keyring = MemoryKeyring()
    a_vault(tmp_path / "v", keyring).vault.close()
    before = (tmp_path / "v" / "vault.db").read_bytes()
    for count in itertools.count(1):
        with pytest.raises(WrongPassphrase) as caught:
            open_vault(tmp_path / "v", passphrase="틀린 말", keyring=keyring)
        if caught.value.facts["wait"]:
            break
        assert count < 4
    for _ in range(6):
        note_wrong(tmp_path / "v")
    assert peek_vault(tmp_path / "v").wait > 0
    with pytest.raises(WrongPassphrase):  # the pause holds for the right one too
        open_vault(tmp_path / "v", passphrase=PASSPHRASE, keyring=keyring)
    assert (tmp_path / "v" / "vault.db").read_bytes() == before
    forget_tries(tmp_path / "v")  # half a minute later
    open_vault(tmp_path / "v", passphrase=PASSPHRASE, keyring=keyring).close()
