"""Four workspaces in the one window there is; what they tell each other is told once."""

import pytest

from intake.mailbox import FolderMailbox
from tests.escrow_at_hand import Town, a_town, named
from tests.ui.real_desks import Kept, _cheap_guessing, rest, visit_desk
from tests.vaults_at_hand import cheap_guessing

__all__ = ["_cheap_guessing", "rest", "visit_desk"]

HIM = "010-0000-4217"
SKY = {"name": "김하늘", "birth": "2001-02-03"}
SEA = {"name": "이바다", "birth": "2002-03-04"}
_CODES = ("ic", "se", "c0", "e0")


def _box(folder):
    """Return the folder that all four share."""
    (folder / "box").mkdir(exist_ok=True)
    return FolderMailbox(folder / "box")


class Story:
    """A town whose desks are called by name, and the two cases in it."""

    def __init__(self, folder) -> None:
        self.town = a_town(folder)
        self.town.mailbox = _box(folder)
        self.wall = self.town.wall
        for code in _CODES:
            setattr(self, code, self.town[code.upper()])
        self.case = named(self.ic, HIM, **SKY)
        self.other = named(self.se, HIM, **SEA)
        self.town.rounds()

    def tell(self):
        """Let a person at the central desk tell, and everybody hear it."""
        (match,) = self.c0.escrow.matches()
        self.c0.escrow.tell(match.id)
        self.town.rounds()
        return self


def _kept(tmp_path_factory, name, *, told):
    folder = tmp_path_factory.mktemp(name)
    with cheap_guessing():
        story = Story(folder)
        if told:
            story.tell()
    return Kept(story, folder, **{code: code for code in _CODES})


@pytest.fixture(scope="package")
def once(tmp_path_factory):
    return _kept(tmp_path_factory, "matched", told=False)


@pytest.fixture(scope="package")
def once_told(tmp_path_factory):
    return _kept(tmp_path_factory, "told", told=True)


def _again(kept, folder):
    story = kept.told_again(folder)
    desks = {code.upper(): getattr(story, code) for code in _CODES}
    for desk in desks.values():
        desk._rooms.clock.wall = story.wall
    story.town = Town(desks, _box(folder), story.wall)
    return story


@pytest.fixture
def matched(once, tmp_path):
    """Two people named the same; nobody was told."""
    story = _again(once, tmp_path / "v")
    yield story
    story.town.close()


@pytest.fixture
def told(once_told, tmp_path):
    """A person at the central desk called, and told both."""
    story = _again(once_told, tmp_path / "v")
    yield story
    story.town.close()
