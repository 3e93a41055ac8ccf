"""Towns with match-only: of strangers, after their first letters, and where both named him."""

import copy

import pytest

from tests.escrow_at_hand import Town, Wall, a_town, both_name_him
from tests.scenes import scene


@pytest.fixture
def strangers(tmp_path):
    """Nobody has written to anybody yet."""
    made = a_town(tmp_path)
    yield made
    made.close()


@pytest.fixture
def town(tmp_path):
    """Everybody has heard the keys of this year."""
    opened, _ = _opened(_heard, tmp_path / "town")
    yield opened
    opened.close()


@pytest.fixture
def both_named(tmp_path):
    """A case at each center in which the same person is named; the town and the cases."""
    opened, cases = _opened(_named, tmp_path / "town")
    yield opened, cases
    opened.close()


def _heard(folder):
    made = a_town(folder)
    made.rounds()
    return made.desks, (made.mailbox, made.wall.ms, ())


def _named(folder):
    made = a_town(folder)
    cases = both_name_him(made)
    return made.desks, (made.mailbox, made.wall.ms, cases)


def _opened(tell, folder):
    desks, (mailbox, _, cases) = scene(tell, folder, _wall)
    wall = desks["C0"]._rooms.clock.wall
    return Town(desks, copy.deepcopy(mailbox), wall), cases


def _wall(told):
    wall = Wall()
    wall.ms = told[1]
    return wall
