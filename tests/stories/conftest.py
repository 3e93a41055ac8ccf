"""A screen and a laptop for every story; and the long story of fifteen, which is told once."""

import sys

import pytest

from tests.stories.joining import COURT, Cast, Land, story, tell
from tests.stories.screen import Place, Program, Screen
from tests.stories.steps import LETTERS


@pytest.fixture(scope="module")
def screen(request):
    if sys.platform != "linux":
        pytest.skip("the stories need an X server of their own")
    own = (getattr(request.module, name, "") for name in ("MORE", "CUT", "CANARIES"))
    found = Screen(LETTERS + "".join(own))
    yield found
    found.close()


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


@pytest.fixture
def opened(screen, place):
    """Start the program; whatever is still there at the end is ended."""
    programs = []

    def begin(**how):
        programs.append(Program(screen, place, **how))
        return programs[-1]

    yield begin
    for program in programs:
        program.close()


@pytest.fixture(scope="session")
def land(house, tmp_path_factory):
    """The whole story, closed: everybody agreed to the court, every center has left its bundle."""
    made = Land(tmp_path_factory.mktemp("land"), Cast(story(house), court=COURT))
    made.settle()
    return made


@pytest.fixture(scope="session")
def stages(land, tmp_path_factory):
    """The story as it went, told to its end."""
    return tell(land, tmp_path_factory.mktemp("told"))
