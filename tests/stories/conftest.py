"""A screen and a laptop for every story."""

import sys

import pytest

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
