"""The one suite of every mailbox, on real file systems: exFAT and FAT32."""

import itertools

import pytest

from intake.mailbox import FolderMailbox
from tests.sticks.media import KINDS, check, make, mounted
from tests.suites.mailbox import *  # noqa: F403 - the suite is a part of this file

COUNT = itertools.count()


@pytest.fixture(params=KINDS, scope="module")
def stick(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    made = make(request.param, folder / "image", 64 << 20)
    with mounted(made, folder / "plugged") as place:
        yield place
    said = check(made)
    assert "clean" in said or "0x41" not in said, said


@pytest.fixture
def place(stick):
    folder = stick / f"t{next(COUNT)}"
    folder.mkdir()
    return folder


@pytest.fixture
def mailbox(place):
    return FolderMailbox(place)
