"""관리 › 이 프로그램: a checkout says so; a build is looked through and told in words."""

from pathlib import Path

import pytest

from intake.desk.views.program import FilesView, ProgramView
from tests.ui.real_desks import said
from ui.sections.program import ProgramSection

BUILD = ProgramView("0.1.0", installed=True, folder=Path("/usr/lib/ieum"), commit="a" * 40, channel="development", made_ms=1_795_705_651_000, system="linux-x86_64", python="3.13.5")  # fmt: skip
WORDS = ("가격", "나무", "다리", "라면", "마음", "바다")


@pytest.fixture
def section(qtbot, session, desk, settle):
    """The section on a desk that answers as it is told."""
    session.open(desk)
    settle()
    section = ProgramSection(session)
    qtbot.addWidget(section)
    section.show()
    return section


class Noun:
    """What the desk says about the program."""

    def __init__(self, found):
        self.found = found

    def view(self):
        return BUILD

    def verify(self, progress):
        progress.step(1, 2, "progress-program-files")
        return self.found


def looked(section, desk, settle, found):
    desk.program = Noun(found)
    section.arrive()
    settle()
    assert section.files.isVisible()
    assert not section.source.isVisible()
    section.look.click()
    settle()


def test_a_whole_build_says_so_with_its_key(section, desk, settle, texts):
    looked(section, desk, settle, FilesView(True, "", "SHA256:x", WORDS, (), (), (), 7, 70))  # fmt: skip
    assert section.state.accessibleName() == texts("program-whole")
    shown = "\n".join(said(section))
    assert "SHA256:x" in shown
    assert " · ".join(WORDS) in shown
    assert texts("program-channel-development") in shown
    assert section.look.isEnabled()


def test_an_altered_build_says_what_to_do(section, desk, settle, texts):
    found = FilesView(False, "", "SHA256:x", WORDS, ("ieum",), ("app/a.py",), (), 7, 70)
    looked(section, desk, settle, found)
    shown = "\n".join(said(section))
    assert texts("program-altered-do") in shown
    assert "app/a.py" in shown


def test_a_checkout_has_nothing_to_look_through(section, desk, settle, texts):
    desk.program = Noun(None)
    desk.program.view = lambda: ProgramView("0.1.0", installed=False, folder=Path("/src"))  # fmt: skip
    section.arrive()
    settle()
    assert not section.files.isVisible()
    assert section.source.isVisible()
