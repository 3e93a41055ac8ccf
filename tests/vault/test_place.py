"""A vault lies on this computer's own disk."""

from pathlib import Path

import pytest

from intake.errors import UnsuitablePlace
from intake.policy import Policy
from intake.vault.place import check_place, why_not

MOUNTS = """\
/dev/nvme0n1p2 / ext4 rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
/dev/mapper/safe /media/safe ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/home /mnt/home nfs4 rw 0 0
box: /mnt/with\\040space fuse.sshfs rw 0 0
tmpfs /run tmpfs rw 0 0
"""


@pytest.fixture
def machine(tmp_path):
    """A machine with one disk of its own, a stick, and an encrypted stick."""
    mounts, devices = tmp_path / "mounts", tmp_path / "sys" / "class" / "block"
    mounts.write_text(MOUNTS, encoding="utf-8")
    devices.mkdir(parents=True)
    own = tmp_path / "sys" / "devices" / "pci0" / "nvme0n1"
    stick = tmp_path / "sys" / "devices" / "pci0" / "usb2" / "2-1" / "sdb"
    volume = tmp_path / "sys" / "devices" / "virtual" / "dm-0"
    for disk, part in ((own, "nvme0n1p2"), (stick, "sdb1")):
        (disk / part).mkdir(parents=True)
        (disk / part / "partition").touch()
        (disk / "removable").write_text("0\n", encoding="utf-8")
        (devices / part).symlink_to(disk / part)
        (devices / disk.name).symlink_to(disk)
    (volume / "slaves").mkdir(parents=True)
    (volume / "slaves" / "sdb1").symlink_to(stick / "sdb1")
    (devices / "safe").symlink_to(volume)
    return {"mounts": mounts, "devices": devices}


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("/home/a/ieum", ""),
        ("/run/ieum", ""),
        ("/media/stick/ieum", "removable"),
        ("/media/safe/ieum", "removable"),
        ("/mnt/share/ieum", "network"),
        ("/mnt/home/ieum", "network"),
        ("/mnt/with space/ieum", "network"),
        ("/home/a/OneDrive - Center/ieum", "cloud"),
        ("/home/a/Dropbox/ieum", "cloud"),
        ("/home/a/네이버 MYBOX/ieum", "cloud"),
    ],
)
def test_a_place_is_judged_by_what_the_system_says_of_it(machine, folder, why):
    assert why_not(Path(folder), **machine) == why


def test_a_disk_that_says_it_is_removable_is_believed(machine):
    flag = machine["devices"] / "nvme0n1" / "removable"
    flag.write_text("1\n", encoding="utf-8")
    assert why_not(Path("/home/a/ieum"), **machine) == "removable"


def test_a_link_into_a_cloud_folder_is_followed(tmp_path):
    cloud = tmp_path / "Dropbox" / "ieum"
    cloud.mkdir(parents=True)
    (tmp_path / "harmless").symlink_to(cloud)
    with pytest.raises(UnsuitablePlace) as caught:
        check_place(tmp_path / "harmless", Policy())
    assert caught.value.facts == {"why": "cloud"}


def test_policy_may_allow_any_place(tmp_path):
    check_place(tmp_path / "Dropbox", Policy(allow_any_place=True))
