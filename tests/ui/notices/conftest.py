import pytest

from tests.desk.test_joint import Story
from tests.desk.three_centers import closing, desks
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "rest", "visit_desk"]


@pytest.fixture
def story(tmp_path):
    """Incheon and Seoul, of which the central desk linked two suspects; Incheon was told."""
    stick = tmp_path / "stick"
    stick.mkdir()
    town = desks(tmp_path, "C0", "IC", "SL")
    with closing(*town.values()):
        yield Story(town, stick)
