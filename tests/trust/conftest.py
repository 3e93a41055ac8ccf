"""Laptops with empty vaults, made once and copied."""

import shutil

import pytest

from intake.clock import Clock
from intake.trust import Trust
from intake.vault import open_vault
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault

START = 1_790_000_000_000


class Laptop:
    """One vault and its trust."""

    def __init__(self, vault):
        self.vault = vault
        self.ms = START
        self.trust = Trust(vault, Clock(lambda: self.ms))


@pytest.fixture(scope="session")
def empty_vaults(tmp_path_factory):
    """Three empty vaults of different computers."""
    folder = tmp_path_factory.mktemp("laptops")
    keyring = MemoryKeyring()
    for name in ("one", "two", "three"):
        a_vault(folder / name, keyring).vault.close()
    return folder, keyring


@pytest.fixture
def laptop(empty_vaults, tmp_path):
    folder, keyring = empty_vaults
    opened = []

    def fresh(name):
        shutil.copytree(folder / name, tmp_path / name)
        vault = open_vault(tmp_path / name, passphrase=PASSPHRASE, keyring=keyring)
        opened.append(vault)
        return Laptop(vault)

    yield fresh
    for vault in opened:
        vault.close()


@pytest.fixture
def incheon(laptop):
    """The first laptop of a center."""
    first = laptop("one")
    first.trust.found("center", "IC", "인천센터", "상담실 1")
    return first


@pytest.fixture
def central(laptop):
    desk = laptop("two")
    desk.trust.found("central", "C0", "중앙센터", "조정실")
    return desk


@pytest.fixture
def second(laptop):
    """A computer that belongs to nobody yet."""
    return laptop("three")
