"""Vaults for the tests of the vault itself."""

import pytest

from tests.vaults_at_hand import MemoryKeyring, a_vault


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def created(tmp_path, keyring):
    """A new vault and its printed code; closed when the test ends."""
    made = a_vault(tmp_path / "v", keyring)
    yield made
    made.vault.close()


@pytest.fixture
def vault(created):
    return created.vault
