"""Whoever sees no content walks through these pages: nothing is offered, nothing refused."""

import pytest

from intake.desk import workspace
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.ui.real_desks import said
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

HERS = "푸른 들판 너머의 종"


@pytest.fixture
def desk(tmp_path):
    keyring = MemoryKeyring()
    one = a_desk(tmp_path / "ic", keyring)
    agreed(one, "RECORD")
    one.roles.add_person("이동료", "IT", PASSPHRASE, HERS)
    one.close()
    hers = workspace.open_(tmp_path / "ic", HERS, Silent(), keyring=keyring, policy=POLICY)  # fmt: skip
    yield hers
    hers.close()


@pytest.mark.parametrize("screen", ["notices", "profiles", "conflicts"])
def test_nothing_is_refused_and_nobody_named(visit_desk, desk, session, screen):
    heard = []
    session.refused.connect(heard.append)
    page = visit_desk(desk, screen)
    assert heard == []
    assert not any("하늘" in text for text in said(page) + said(page.list_pane))
