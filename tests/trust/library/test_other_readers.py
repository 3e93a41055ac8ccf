"""Any TUF client reads the library: python-tuf's own Updater does, from the folder of a stick."""

import pytest
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater

from intake.mailbox import FolderMailbox
from intake.trust import library as lib
from tests.trust.library.shelves import Desk

CARD = "roster/c1.card"
_AT = "stick:///"


class FromFolder(FetcherInterface):
    """Files of a folder, as a client asks for them."""

    def __init__(self, folder) -> None:
        self.folder = folder

    def _fetch(self, url):
        file = self.folder / url.removeprefix(_AT)
        if not file.is_file():
            raise DownloadHTTPError("none", 404)
        yield file.read_bytes()

    def fetch(self, url):
        if not (self.folder / url.removeprefix(_AT)).is_file():
            raise DownloadHTTPError("none", 404)
        return self._fetch(url)


@pytest.fixture
def client(tmp_path):
    def made(bootstrap):
        (tmp_path / "metadata").mkdir(exist_ok=True)
        folder = FromFolder(tmp_path / "stick/intake-mailbox/v1/trust")
        return Updater(str(tmp_path / "metadata"), f"{_AT}metadata/", str(tmp_path), f"{_AT}targets/", folder, bootstrap=bootstrap)  # fmt: skip

    return made


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return FolderMailbox(tmp_path / "stick")


def test_python_tufs_updater_reads_what_we_lay_and_follows_a_rotation(client, stick, now_ms):  # fmt: skip
    desk = Desk(at=now_ms).publish(CARD, b"one")
    lib.lay(desk.library, stick)
    client(desk.first_root).refresh()
    lib.lay(desk.rotate().publish(CARD, b"two").library, stick)
    updater = client(desk.first_root)
    updater.refresh()
    target = updater.get_targetinfo(CARD)
    with open(updater.download_target(target), "rb") as file:  # noqa: PTH123 - its name
        assert file.read() == b"two"


def test_both_readers_learn_the_same(client, stick, now_ms):
    desk = Desk(at=now_ms).publish(CARD, b"one").rotate().publish("codes/a", b"{}")
    lib.lay(desk.library, stick)
    updater = client(desk.first_root)
    updater.refresh()
    reading = lib.Reading(stick, desk.bootstrap, now_ms)
    assert reading.refresh() == "new"
    for one in lib.listed(reading.kept):
        theirs = updater.get_targetinfo(one.path)
        assert (theirs.length, theirs.hashes["sha256"]) == (one.size, one.sha256)


@pytest.fixture
def now_ms():
    """The Updater asks the wall clock itself, so what it reads is signed now."""
    from intake.clock import wall_ms  # noqa: PLC0415 - only here

    return wall_ms()
