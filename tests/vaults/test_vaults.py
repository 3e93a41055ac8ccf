"""A vault of every released version opens for ever, with every secret it was given."""

import shutil
from pathlib import Path

import pytest

from intake.vault import open_vault, peek_vault, recover_vault, recover_with_identity
from intake.vault.migrate import missing_steps
from tests.vaults.secrets_kept import RECOVERY, KeptKeyring, secrets_of
from tests.vaults_at_hand import CHEAP

RELEASED = sorted(
    path.name for path in Path(__file__).parent.glob("v*") if path.is_dir()
)


@pytest.fixture(params=RELEASED)
def released(request, tmp_path):
    shutil.copytree(Path(__file__).parent / request.param, tmp_path / "v")
    return tmp_path / "v"


def check(vault):
    assert vault.notices == ()
    assert vault.fact("word") == "남는다"
    assert vault.secret("seed") == bytes(range(32))
    with vault.lane_for_migration() as db:
        assert missing_steps(db) == ()
    assert vault.verify().sound
    vault.close()


def test_every_release_left_a_vault():
    assert "v1_two_slots" in RELEASED


def test_it_opens_with_its_passphrase(released):
    passphrase, _, secret = secrets_of(released)
    assert peek_vault(released).counselors == ("상담원",)
    check(open_vault(released, passphrase=passphrase, keyring=KeptKeyring(secret)))


def test_it_opens_with_its_printed_code(released):
    _, code, secret = secrets_of(released)
    check(
        recover_vault(
            released,
            emergency_code=code,
            new_passphrase="새 말",
            counselor="상담원",
            keyring=KeptKeyring(secret),
            cost=CHEAP,
        )
    )


def test_it_opens_with_its_recovery_key(released):
    secret = secrets_of(released)[2]
    check(
        recover_with_identity(
            released,
            identities=[RECOVERY],
            new_passphrase="새 말",
            counselor="상담원",
            keyring=KeptKeyring(secret),
            cost=CHEAP,
        )
    )
