"""Ledgers on real vaults: made once, wiped between examples, because keys are dear to make."""

import pytest

from tests.ledger.houses import House


@pytest.fixture(scope="session")
def house_of_vaults(tmp_path_factory: pytest.TempPathFactory):
    """A few vaults that every test of this room shares."""
    made = House(tmp_path_factory.mktemp("vaults"))
    yield made
    made.close()


@pytest.fixture
def town(house_of_vaults: House) -> House:
    """The shared vaults, all empty again and nobody's clock wound."""
    house_of_vaults.begin()
    return house_of_vaults
