import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.papers.story import Story
from tests.ui.real_desks import Kept, _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "rest", "visit_desk"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("papers")
    return Kept(Story(folder), folder, desk="w")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    yield story
    story.desk.close()


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The folder that is chosen when one is asked for."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(folder))
    return folder
