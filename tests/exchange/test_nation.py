"""Centers with several laptops each and a mail that loses, repeats and delays; ``nation`` plays more."""

import pytest

from tests.exchange.nation import Nation, Run


@pytest.fixture(scope="module")
def nation(tmp_path_factory):
    made = Nation(tmp_path_factory.mktemp("nation"), centers=2, laptops=2)
    yield made
    made.close()


@pytest.mark.parametrize("seed", [3, 8, 21])
def test_when_the_mail_drains_all_laptops_and_the_central_desk_agree(nation, seed):
    nation.fresh()
    told = Run(nation, seed).play(60)
    assert told.bundles > told.receipts > 0
