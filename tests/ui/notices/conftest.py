import pytest

from tests.centers_at_hand import closing, desks
from tests.desk.test_joint import Story
from tests.ui.real_desks import Kept, _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "rest", "visit_desk"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("told")
    (folder / "stick").mkdir()
    story = Story(desks(folder, "C0", "IC", "SL"), folder / "stick")
    return Kept(story, folder, c0="c0", ic="ic", sl="sl")


@pytest.fixture
def story(kept, tmp_path):
    """Incheon and Seoul, of which the central desk linked two suspects; Incheon was told."""
    story = kept.told_again(tmp_path)
    story.stick = tmp_path / "stick"
    with closing(story.c0, story.ic, story.sl):
        yield story
