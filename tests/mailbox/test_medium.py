"""Which medium a folder lies on, and how it is let go; what a tool says is believed of nobody."""

from pathlib import Path

import pytest

from intake.mailbox import medium
from intake.mailbox.medium import (
    BUSY,
    HAND,
    OUT,
    STAYS,
    Medium,
    commands,
    is_windows_own,
    let_go,
    medium_of,
)

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/kim/USB\\04064G exfat rw 0 0
/dev/sdb2 /media/kim/USB\\04064G/inner vfat rw 0 0
"""


@pytest.fixture
def mounts(tmp_path):
    file = tmp_path / "mounts"
    file.write_text(MOUNTS)
    return file


def stick(mounts):
    return medium_of(Path("/media/kim/USB 64G/some/folder"), mounts)


def test_a_folder_lies_on_the_innermost_medium(mounts):
    one = stick(mounts)
    assert (one.device, one.mount, one.kind, one.label) == ("/dev/sdb1", Path("/media/kim/USB 64G"), "exfat", "USB 64G")  # fmt: skip
    assert medium_of(Path("/media/kim/USB 64G/inner/x"), mounts).device == "/dev/sdb2"
    assert medium_of(Path("/media/kim/USB 64Gx"), mounts).is_system


def test_a_link_in_the_home_leads_to_the_medium_it_leads_to(tmp_path):
    stick, home = tmp_path / "media" / "stick", tmp_path / "home"
    (stick / "inner").mkdir(parents=True)
    home.mkdir()
    (home / "link").symlink_to(stick)
    (home / "deeper").symlink_to(home / "link" / "inner")
    (home / "round").symlink_to(home / "round")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda2 / ext4 rw 0 0\n/dev/sdb1 {stick} exfat rw 0 0\n")
    for way in ("link", "link/not/yet", "deeper"):
        assert medium_of(home / way, mounts).device == "/dev/sdb1", way
    assert medium_of(home / "link" / ".." / ".." / "home", mounts).is_system
    assert medium_of(home / "round", mounts).is_system
    (stick / "back").symlink_to(home)
    assert medium_of(stick / "back", mounts).is_system


def test_the_computers_own_disk_is_never_let_go(mounts):
    tried = []
    assert let_go(medium_of(Path("/home/kim"), mounts), tried.append, mounts) == STAYS
    assert tried == []


def test_a_second_disk_of_the_computer_is_never_let_go_either(mounts):
    mounts.write_text(
        MOUNTS + "/dev/sdc1 /data ext4 rw 0 0\nserver:/x /srv/share nfs rw 0 0\n"
    )
    tried = []
    for place in ("/data/folder", "/srv/share/folder"):
        assert let_go(medium_of(Path(place), mounts), tried.append, mounts) == STAYS
    assert tried == []


def test_a_stick_that_is_plugged_in_at_an_odd_place_is_known_by_its_line(tmp_path, monkeypatch):  # fmt: skip
    real = tmp_path / "pci0000" / "usb2" / "sdd1"
    real.mkdir(parents=True)
    (tmp_path / "sdd1").symlink_to(real)
    monkeypatch.setattr("intake.mailbox.medium._BLOCKS", tmp_path)
    assert Medium("/dev/sdd1", Path("/data/stick"), "exfat").is_pulled
    assert not Medium("/dev/sde1", Path("/data/stick"), "exfat").is_pulled


def test_it_is_out_when_the_system_no_longer_lists_it(mounts):
    asked = []

    def run(command):
        asked.append(command[0])
        if command[0] == "gio":
            mounts.write_text("".join(line for line in MOUNTS.splitlines(True) if "/dev/sdb1" not in line))  # fmt: skip
        return "done"

    assert let_go(stick(mounts), run, mounts) == OUT
    assert asked[:2] == ["udisksctl", "gio"]
    assert "umount" not in asked


def test_a_tool_that_only_says_so_is_not_believed(mounts):
    assert let_go(stick(mounts), lambda _c: "Unmounted /dev/sdb1", mounts) == HAND


def test_a_file_that_somebody_holds_is_told_apart(mounts):
    said = "Error unmounting /dev/sdb1: target is busy"
    assert let_go(stick(mounts), lambda _c: said, mounts) == BUSY


def test_each_system_is_asked_without_a_privilege():
    medium = Medium("/dev/sdb1", Path("/media/USB"), "exfat")
    assert [one[0] for one in commands(medium, "linux")] == ["udisksctl", "gio", "umount"]  # fmt: skip
    assert list(commands(medium, "darwin")) == [("diskutil", "eject", "/media/USB")]
    (one,) = commands(Medium("E:\\", Path("E:"), ""), "win32", r"C:\Windows\System32")
    assert one[0] == r"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    assert "ParseName('E:')" in one[-1]
    share = Medium("\\\\server\\share\\", Path("//server/share"), "")
    assert list(commands(share, "win32", r"C:\Windows\System32")) == []
    fuse = Medium("sshfs", Path("/mnt/x"), "fuse.sshfs")
    assert ("fusermount", "-u", "/mnt/x") in list(commands(fuse, "linux"))


def test_the_disk_of_a_windows_computer_is_the_one_its_windows_lies_on():
    assert is_windows_own("C:\\", r"C:\Windows")
    assert is_windows_own("d:", r"D:\WINNT")
    assert not is_windows_own("E:\\", r"C:\Windows")
    for mount, windows in (
        ("\\\\server\\share\\", "\\\\server\\windows"),
        ("", ""),
        ("C:\\", ""),
    ):
        assert not is_windows_own(mount, windows)


@pytest.mark.parametrize(
    ("listed", "label"),
    [("IEUM\\x20USB", "IEUM USB"), ("이음\\x20보관", "이음 보관"), ("\\xec\\x9d\\xb4", "이"), ("a\\x2fb", "a/b")],
    ids=["a space", "Hangul", "bytes", "a stroke"],
)  # fmt: skip
def test_a_label_is_what_somebody_named_it_and_not_how_the_system_lists_it(tmp_path, monkeypatch, listed, label):  # fmt: skip
    (tmp_path / "labels").mkdir()
    (tmp_path / "sdz1").touch()
    (tmp_path / "labels" / listed).symlink_to(tmp_path / "sdz1")
    (tmp_path / "mounts").write_text(f"/dev/sda1 / ext4 rw 0 0\n{tmp_path}/sdz1 /media/kim/x vfat rw 0 0\n")  # fmt: skip
    monkeypatch.setattr(medium, "_LABELS", tmp_path / "labels")
    assert medium_of(Path("/media/kim/x"), tmp_path / "mounts").label == label
