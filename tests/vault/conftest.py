"""Vaults for the tests of the vault itself: made once, copied for every test."""

import shutil

import pytest

from intake.vault import Created, open_vault
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture(scope="session")
def born(tmp_path_factory):
    """A vault as it was made, closed; its keyring and its printed code."""
    folder, keyring = tmp_path_factory.mktemp("born") / "v", MemoryKeyring()
    made = a_vault(folder, keyring)
    made.vault.close()
    return folder, keyring, made.emergency_code


@pytest.fixture
def created(born, tmp_path, keyring):
    """A new vault and its printed code; closed when the test ends."""
    folder, secrets, code = born
    shutil.copytree(folder, tmp_path / "v")
    keyring.kept.update(secrets.kept)
    vault = open_vault(tmp_path / "v", passphrase=PASSPHRASE, keyring=keyring)
    yield Created(vault, code)
    vault.close()


@pytest.fixture
def vault(created):
    return created.vault
