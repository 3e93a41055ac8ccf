"""Who may what about the program itself: everybody looks, whoever keeps the computer changes."""

import pytest

from intake.desk import workspace
from intake.errors import NotYours
from intake.progress import Silent
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERS = "조용한 아침 산길의 돌"
QUIET = Silent()
LOOKS = {
    *("updates.state", "updates.listing", "program.view", "program.verify"),
    *("licences.view", "licences.text", "policies.view", "policies.bounds"),
    *("health.look", "health.report", "health.first_aid"),
}
CHANGES = {
    *("updates.fetch", "updates.from_stick", "updates.use_own"),
    *("updates.drop", "updates.go_back", "updates.try_again"),
}


@pytest.fixture
def colleague(desk, keyring):
    """The desk of the same laptop, opened by a colleague with a role; "" takes it back again."""
    opened = []

    def open_as(role):
        folder = desk.about().folder
        desk.roles.add_person("이동료", role or "IT", PASSPHRASE, HERS)
        if not role:
            desk.roles.take("이동료", "IT", "CHANGE")
        desk.close()
        opened.append(workspace.open_(folder, HERS, QUIET, keyring=keyring, policy=POLICY))  # fmt: skip
        return opened[-1]

    yield open_as
    for one in opened:
        one.close()


def passes(desk, name):
    """Whether the door lets somebody through: the verb behind it cannot do what is asked of it."""
    noun, _, verb = name.partition(".")
    try:
        getattr(getattr(desk, noun), verb)(nobody_knows=1)
    except NotYours:
        return False
    except TypeError:
        return True
    return False


def who_passes(desk):
    return {name for name in LOOKS | CHANGES if passes(desk, name)}


def test_an_auditor_looks_and_changes_nothing(colleague):
    assert who_passes(colleague("AUDITOR")) == LOOKS


def test_who_keeps_the_computer_changes_its_version(colleague):
    assert who_passes(colleague("IT")) == LOOKS | CHANGES


def test_whose_every_role_was_taken_back_does_not_even_look(colleague):
    assert who_passes(colleague("")) == set()


def test_every_noun_of_the_desk_stands_behind_the_door(desk):
    for noun in ("updates", "program", "licences", "health", "policies", "settings"):
        assert type(getattr(desk, noun)).__name__ == "Door"
