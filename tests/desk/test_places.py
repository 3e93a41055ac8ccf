"""Places where bundles are left, against real servers on this computer."""

import getpass
import ssl

import pytest

from intake.crypto.pins import pin_of
from intake.desk.place_opening import opened, read_host, waiting
from intake.errors import Cancelled, InvalidInput, KeyringSilent, NotFound
from intake.progress import Silent
from tests.desks_at_hand import a_desk
from tests.mailbox.servers import (
    ACCESS,
    BUCKET,
    HERE,
    PASSWORD,
    SECRET,
    USER,
    apache,
    rclone_s3,
    sshd,
)

pytestmark = pytest.mark.enable_socket
QUIET = Silent()


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    with apache(tmp_path_factory.mktemp("tls") / "apache") as (ground, _):
        yield ground


def on_tls(desk, tls, user=USER, secret=PASSWORD, *, known=True):
    ca_file = str(tls.home / "tls/ca.pem") if known else ""
    place = desk.places.add("webdav", "센터 서버", f"https://{HERE}:{tls.port}", ca_file=ca_file)  # fmt: skip
    desk.places.keep_secret(place, user, secret)
    return place


def pin(tls):
    return pin_of(ssl.PEM_cert_to_DER_cert((tls.home / "tls/cert.pem").read_text()))


def test_a_test_letter_goes_to_a_server_and_comes_back(desk, tls):
    place = on_tls(desk, tls)
    assert desk.places.test(place, QUIET).fine
    (line,) = desk.places.listing()
    assert (line.id, line.kind, line.has_secret) == (place, "webdav", True)
    assert line.tried_ms > 0
    assert not list(tls.data.rglob("*.age"))


def test_letters_go_to_a_bucket_and_to_an_account_of_a_host(desk, tmp_path):
    with rclone_s3(tmp_path / "s3") as (ground, _):
        place = desk.places.add("s3", "저장소", f"http://{HERE}:{ground.port}", BUCKET)
        desk.places.keep_secret(place, ACCESS, SECRET)
        assert desk.places.test(place, QUIET).fine
    with sshd(tmp_path / "ssh") as (ground, _):
        place = desk.places.add(
            "sftp", "서버", f"{HERE}:{ground.port}", str(ground.data),
            known_hosts=str(ground.home / "known"), key_file=str(ground.home / "own"),
        )  # fmt: skip
        desk.places.keep_secret(place, getpass.getuser())
        assert desk.places.test(place, QUIET).fine


def test_a_folder_is_a_place_too(desk, stick):
    place = desk.places.add("folder", "공용 폴더", str(stick))
    assert desk.places.test(place, QUIET).fine
    stick.rename(stick.with_name("away"))
    told = desk.places.test(place, QUIET)
    assert not told.fine
    assert "공용 폴더" in told.sentence or "우편함" in told.sentence
    assert told.remedy


def test_a_wrong_password_is_said_and_shown_nowhere(desk, tls):
    place = on_tls(desk, tls, secret="another 77 word")
    told = desk.places.test(place, QUIET)
    assert not told.fine
    assert "암호" in told.sentence
    assert "another" not in repr(told) + repr(desk.places.listing())
    assert desk.places.listing()[0].tried_ms == 0


def test_a_strange_server_shows_its_digits_to_be_compared_and_gets_nothing(desk, tls):
    place = on_tls(desk, tls, known=False)
    told = desk.places.test(place, QUIET)
    assert not told.fine
    assert (told.pin, told.why) == (pin(tls), "unknown")
    assert len(told.pin_words.split()) == 6


def test_a_server_whose_key_changed_is_refused_until_it_is_believed_again(desk, tls):
    place = on_tls(desk, tls)
    desk.places.believe(place, "A" * 43 + "=")
    told = desk.places.test(place, QUIET)
    assert (told.fine, told.pin, told.why) == (False, pin(tls), "changed")
    desk.places.believe(place, told.pin)
    assert desk.places.test(place, QUIET).fine


def test_who_asks_there_lies_in_the_keyring_and_goes_with_the_place(desk, keyring, stick, tls):  # fmt: skip
    place = on_tls(desk, tls)
    kept = [text for (_, name), text in keyring.kept.items() if place in name]
    assert PASSWORD in kept[0]
    assert PASSWORD not in repr(desk.places.listing())
    desk.places.remove(place)
    assert not any(text for (_, name), text in keyring.kept.items() if place in name)
    with pytest.raises(NotFound):
        desk.places.test(place, QUIET)


def test_without_a_keyring_it_lies_in_the_vault_and_not_in_the_file(tmp_path, keyring, monkeypatch):  # fmt: skip
    """The file that stands in for a keyring is readable to whoever copies the disk."""
    monkeypatch.setattr(keyring, "kind", "file", raising=False)
    desk = a_desk(tmp_path / "w", keyring=keyring)
    place = desk.places.add("webdav", "서버", "https://files.example/box")
    desk.places.keep_secret(place, USER, PASSWORD)
    assert not [text for text in keyring.kept.values() if PASSWORD in text]
    assert desk.places.listing()[0].has_secret
    desk.close()


@pytest.mark.parametrize(
    ("kind", "address", "more"),
    [
        ("ftp", "https://files.example", {}),
        ("webdav", "ftp://files.example", {}),
        ("webdav", "", {}),
        ("s3", "https://files.example", {}),
        ("sftp", "host.example", {}),
        ("sftp", "user@host.example", {"known_hosts": __file__}),
        ("sftp", "host.example:99999", {"known_hosts": __file__}),
        ("folder", "/nowhere/at/all", {}),
        ("webdav", "https://files.example", {"ca_file": "/nowhere.pem"}),
    ],
)
def test_what_does_not_do_is_refused_and_nothing_is_kept(desk, kind, address, more):
    with pytest.raises(InvalidInput):
        desk.places.add(kind, "서버", address, **more)
    assert desk.places.listing() == ()


def test_a_pace_a_proxy_and_a_pin_that_do_not_do_are_refused(desk, stick):
    place = desk.places.add("folder", "폴더", str(stick))
    for wrong in (
        lambda: desk.places.slow(place, -1),
        lambda: desk.places.go_through(place, "socks://proxy.example"),
        lambda: desk.places.believe(place, "no pin"),
        lambda: desk.places.add("folder", " ", str(stick)),
        lambda: desk.places.add("folder", "이\x07음", str(stick)),
    ):
        with pytest.raises(InvalidInput):
            wrong()


def test_a_host_is_read_with_and_without_its_port():
    assert (read_host("host.example").port, read_host("sftp://host.example:2222/").port) == (22, 2222)  # fmt: skip


class Stops:
    def __init__(self, after):
        self.left = after

    def step(self, _done, _total, _what):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_waiting_for_a_server_is_stopped_within_a_breath():
    slept = []
    with pytest.raises(Cancelled):
        waiting(Stops(3), slept.append)(60.0)
    assert slept == [0.2] * 3
    waiting(QUIET, slept.append)(0.5)
    assert sum(slept[3:]) == pytest.approx(0.5)


def test_what_a_place_is_asked_goes_into_the_log_without_a_name(desk, stick, caplog):
    caplog.set_level("INFO", "intake.mailbox")
    place = desk.places.add("folder", "비밀 폴더", str(stick))
    with opened(desk._rooms, place, QUIET) as box:
        assert box.list("") == {}
    assert "mailbox listed 0" in caplog.text
    assert "비밀" not in caplog.text


def test_a_place_that_lies_elsewhere_now_is_a_new_one(desk, central, stick, tmp_path):
    place = desk.places.add("folder", "폴더", str(stick))
    desk.sync.allow(place, central.about().center_code)
    desk.places.believe(place, "A" * 43 + "=")
    desk.places.change(place, "다른 이름", str(stick))
    assert desk.sync.state().places[0].to == ("C0",)
    assert desk.places.listing()[0].pin
    other = tmp_path / "other"
    other.mkdir()
    desk.places.change(place, "다른 이름", str(other))
    (line,) = desk.places.listing()
    assert (line.name, line.address, line.pin) == ("다른 이름", str(other), "")
    assert desk.sync.state().places[0].to == ()
    with pytest.raises(InvalidInput):
        desk.places.change(place, "다른 이름", "/nowhere/at/all")
    assert desk.places.listing() == (line,)


def test_a_removed_place_is_remembered_nowhere(desk, central, stick):
    place = desk.places.add("folder", "폴더", str(stick))
    desk.sync.allow(place, central.about().center_code)
    desk.sync.run(QUIET)
    desk.places.remove(place)
    assert place not in (desk._rooms.vault.fact("sync") or "")


def test_a_keyring_that_sleeps_hides_no_place(desk, keyring, stick, monkeypatch):
    def silent(*_said):
        raise KeyringSilent

    desk.places.add("folder", "폴더", str(stick))
    monkeypatch.setattr(keyring, "noted", silent)
    assert [one.has_secret for one in desk.places.listing()] == [False]
