"""Whose a file is: root's alone, with every folder and every link that decides which file it is."""

import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from intake.policy import owners
from intake.policy.owners import only_administrators_write


@pytest.fixture
def others(tmp_path, monkeypatch):
    """Folders of other people; all else in this test is root's."""
    named = set()
    monkeypatch.setattr(owners, "_is_roots", lambda path: path.stat() and path not in named)  # fmt: skip
    return named


@pytest.fixture
def place(tmp_path):
    """A file that is reached over two links to folders, and over one to itself."""
    for name in ("far/deep", "mid", "near", "by"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "far/deep/policy.toml").touch()
    (tmp_path / "mid/on").symlink_to(tmp_path / "far/deep")
    (tmp_path / "near/on").symlink_to("../mid/on")
    (tmp_path / "by/policy.toml").symlink_to("../near/on/policy.toml")
    return tmp_path / "by/policy.toml"


def test_every_folder_on_the_way_counts_that_of_a_link_to_a_link_too(place, others, tmp_path):  # fmt: skip
    assert only_administrators_write(place)
    for name in ("by", "near", "mid", "far", "far/deep", "far/deep/policy.toml", "."):
        others.add(tmp_path / name)
        assert not only_administrators_write(place)
        others.clear()
    others.add(tmp_path.parent)
    assert not only_administrators_write(place)


def test_a_folder_that_is_not_on_the_way_does_not(place, others, tmp_path):
    others |= {tmp_path / "near", tmp_path / "by"}
    assert only_administrators_write(tmp_path / "mid/on/policy.toml")


def test_a_path_back_up_is_followed_as_the_system_follows_it(place, others, tmp_path):
    back = tmp_path / "near/on/../deep/policy.toml"  # far/deep: there is no near/deep
    others.add(tmp_path / "by")
    assert only_administrators_write(back)
    others.add(tmp_path / "far")
    assert not only_administrators_write(back)


def test_a_circle_of_links_and_what_is_not_there_are_nobodys(others, tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert not only_administrators_write(tmp_path / "one")
    assert not only_administrators_write(tmp_path / "nothing")
    (tmp_path / "lost").symlink_to(tmp_path / "nothing")
    assert not only_administrators_write(tmp_path / "lost")


@pytest.mark.parametrize(
    ("who", "mode", "theirs"),
    [
        (0, 0o644, True),
        (0, 0o600, True),
        (1000, 0o600, False),
        (0, 0o664, False),
        (0, 0o646, False),
    ],
)
def test_one_is_theirs_where_root_owns_it_and_nobody_else_may_write(who, mode, theirs, monkeypatch):  # fmt: skip
    seen = SimpleNamespace(st_uid=who, st_mode=stat.S_IFREG | mode)
    monkeypatch.setattr(owners, "os", SimpleNamespace(stat=lambda _path: seen))
    assert owners._is_roots(Path("/etc/ieum/policy.toml")) == theirs


def test_a_file_of_this_account_is_none_of_theirs(tmp_path):
    file = tmp_path / "policy.toml"
    file.touch(mode=0o600)
    if os.getuid() == 0:
        os.chown(file, 65534, -1)
    assert not owners._is_roots(file)
