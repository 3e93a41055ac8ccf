"""What others leave on a stick: a hundred thousand names, capitals, links, a folder where a file should be."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest

from intake.errors import MailboxOdd
from intake.mailbox import ROOT, FolderMailbox, find_letters
from tests.sticks.crowd import MONTH, fill, look
from tests.sticks.media import KINDS, MIB, make, mounted

SHA = "cd" * 32
KEY = f"{MONTH}/{SHA}.age"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """In memory where there is such a folder: a hundred thousand files are made in a second."""
    memory = Path("/dev/shm")
    base = memory if memory.is_dir() and os.access(memory, os.W_OK) else tmp_path_factory.mktemp("crowd")  # fmt: skip
    place = base / f"ieum-crowd-{os.getpid()}"
    place.mkdir()
    fill(place, 100_000)
    yield place
    shutil.rmtree(place)


def test_ours_is_found_among_a_hundred_thousand_names_and_nothing_is_touched(crowded):
    theirs = crowded / ROOT / MONTH / "000000.jpg"
    before = theirs.stat()
    seen = look(crowded, 100_000)
    assert seen.ours == 1
    assert seen.strangers == 100_000
    assert FolderMailbox(crowded).sweep() == 0
    assert sum(1 for _ in (crowded / ROOT / MONTH).iterdir()) == 100_001
    assert theirs.stat().st_mtime_ns == before.st_mtime_ns


def test_a_deep_tree_of_others_is_not_walked_through(tmp_path, monkeypatch):
    deep = tmp_path / ROOT / "c1" / "photos" / "2026" / "summer"
    deep.mkdir(parents=True)
    box = FolderMailbox(tmp_path)
    walked = []
    real = os.scandir

    def noted(folder):
        walked.append(Path(folder).name)
        return real(folder)

    monkeypatch.setattr(os, "scandir", noted)
    assert box.list("") == {}
    assert "photos" not in walked
    assert "2026" not in walked


@pytest.fixture(params=KINDS, scope="module")
def medium(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    stick = make(request.param, folder / "image", 64 * MIB)
    with mounted(stick, folder / "plugged") as place:
        yield place


def emptied(place):
    shutil.rmtree(place / "intake-mailbox", ignore_errors=True)
    return FolderMailbox(place)


def test_names_in_capitals_are_ours_where_the_medium_knows_no_case(medium):
    box = emptied(medium)
    (medium / "INTAKE-MAILBOX" / "V1" / "C1" / "202611").mkdir(parents=True)
    if not (medium / "intake-mailbox").is_dir():
        pytest.fail("a stick that tells capitals apart is no FAT")
    assert box.put_new(KEY, BytesIO(b"sealed"), 6)
    assert box.list("") == box.list("c1/") == {KEY: 6}
    assert len(find_letters(box, "c1")) == 1
    assert not box.put_new(KEY, BytesIO(b"other!"), 6)
    assert b"".join(box.get(KEY)) == b"sealed"


def test_a_name_that_differs_by_case_alone_is_not_ours_where_the_medium_tells_them_apart(tmp_path):  # fmt: skip
    (tmp_path / ROOT / "C1" / "202611").mkdir(parents=True)
    theirs = tmp_path / ROOT / "C1" / "202611" / f"{SHA.upper()}.AGE"
    theirs.write_bytes(b"theirs")
    box = FolderMailbox(tmp_path)
    assert box.put_new(KEY, BytesIO(b"sealed"), 6)
    assert box.list("") == {KEY: 6}
    box.delete(KEY)
    assert theirs.read_bytes() == b"theirs"


def test_a_folder_where_a_file_should_be_is_told_and_left(medium):
    box = emptied(medium)
    (medium / ROOT / KEY).mkdir(parents=True)
    (medium / ROOT / KEY / "photo.jpg").write_bytes(b"theirs")
    for verb in (lambda: box.put_new(KEY, BytesIO(b"x"), 1), lambda: box.delete(KEY)):
        with pytest.raises(MailboxOdd) as told:
            verb()
        assert told.value.facts["why"] == "occupied"
    assert box.list("") == {}
    assert box.strangers() == 1
    assert (medium / ROOT / KEY / "photo.jpg").read_bytes() == b"theirs"


def test_a_file_where_our_folder_should_be_is_told_and_left(medium):
    box = emptied(medium)
    (medium / "intake-mailbox").write_bytes(b"theirs")
    with pytest.raises(MailboxOdd):
        box.put_new(KEY, BytesIO(b"x"), 1)
    assert box.marked() == ""
    with pytest.raises(MailboxOdd):
        box.mark()
    assert (medium / "intake-mailbox").read_bytes() == b"theirs"
    (medium / "intake-mailbox").unlink()


def test_a_link_in_our_place_is_told_and_what_it_leads_to_is_left(tmp_path):
    place, outside = tmp_path / "stick", tmp_path / "outside"
    outside.write_bytes(b"theirs")
    (place / ROOT / MONTH).mkdir(parents=True)
    (place / ROOT / KEY).symlink_to(outside)
    box = FolderMailbox(place)
    for verb in (lambda: box.put_new(KEY, BytesIO(b"x"), 1), lambda: box.delete(KEY)):
        with pytest.raises(MailboxOdd):
            verb()
    assert box.list("") == {}
    assert box.strangers() == 1
    assert outside.read_bytes() == b"theirs"


def test_the_mark_of_a_stick_is_left_once_and_read_again(medium):
    box = emptied(medium)
    assert box.marked() == ""
    mark = box.mark()
    assert len(mark) == 32
    assert FolderMailbox(medium).mark() == box.marked() == mark
    assert box.strangers() == 0


@pytest.mark.parametrize("content", [b"", b"x" * 32, b"ab" * 500, b"\xff\xfe"])
def test_what_somebody_else_wrote_as_a_mark_is_none_and_stays(tmp_path, content):
    box = FolderMailbox(tmp_path)
    (tmp_path / ROOT).mkdir(parents=True)
    (tmp_path / ROOT / "medium.txt").write_bytes(content)
    assert box.marked() == ""
    assert box.mark() == ""
    assert (tmp_path / ROOT / "medium.txt").read_bytes() == content
