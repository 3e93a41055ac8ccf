"""What IT presets is taken in on opening: what follows when it moves, breaks, or is another's."""

from dataclasses import replace

import pytest

from intake.crypto import fingerprint
from intake.desk import policies_applying, workspace
from intake.desk.place_keeping import change_place, places
from intake.desk.policies_applying import central_state, place_id
from intake.desk.sync_keeping import known, remember
from intake.errors import KeyringSilent, NoRoom
from intake.policy import Fault, Mailbox, Origin
from intake.trust import read_card
from tests.desks_at_hand import PASSPHRASE, POLICY, MemoryKeyring, a_desk

BOX = Mailbox("중앙 우편함", "webdav", "https://mail.ieum.example/dav")
MOVED = replace(BOX, address="https://new.ieum.example/dav")
PLACE = place_id(BOX.name)
OTHER = "SHA256:" + "A" * 43


class Keyring(MemoryKeyring):
    """One that falls silent for accounts, and wakes again."""

    silent = False

    def note(self, vault, name, text):
        if self.silent and name.startswith("place-"):
            raise KeyringSilent
        super().note(vault, name, text)


@pytest.fixture
def keyring():
    return Keyring()


@pytest.fixture
def opened(tmp_path, keyring):
    """Open one workspace again and again, each time under another policy."""
    a_desk(tmp_path / "w", keyring).lock()
    desks = []

    def open_(**said):
        if desks:
            desks[-1].lock()
        policy = replace(POLICY, **said)
        desks.append(workspace.open_(tmp_path / "w", PASSPHRASE, keyring=keyring, policy=policy))  # fmt: skip
        return desks[-1]

    yield open_
    desks[-1].lock()


# --- mailboxes ------------------------------------------------------------------------------


@pytest.fixture
def believed(opened):
    """A mailbox of the policy whose server was believed, with an account and one who may be sent to."""
    desk = opened(mailboxes=(BOX,))
    desk.places.keep_secret(PLACE, "ic", "비밀")
    change_place(desk._rooms, PLACE, pin="sha256/one", tried_ms=7)
    remember(desk._rooms, allowed=((PLACE, "C0"),))


@pytest.mark.usefixtures("believed")
def test_what_was_believed_of_a_server_stays_while_it_lies_where_it_lay(opened):
    rooms = opened(mailboxes=(replace(BOX, rate=9),))._rooms
    place = places(rooms)[PLACE]
    assert (place.pin, place.tried_ms, place.rate) == ("sha256/one", 7, 9)
    assert known(rooms).allowed == ((PLACE, "C0"),)


@pytest.mark.usefixtures("believed")
@pytest.mark.parametrize("moved", [MOVED, replace(BOX, folder="ic"), replace(BOX, kind="s3", folder="")], ids=["address", "folder", "kind"])  # fmt: skip
def test_nothing_that_was_believed_of_a_server_goes_on_to_another(opened, moved):
    desk = opened(mailboxes=(moved,))
    place = places(desk._rooms)[PLACE]
    assert (place.address, place.pin, place.tried_ms) == (moved.address, "", 0)
    assert known(desk._rooms).allowed == ()
    assert not desk.places.listing()[0].has_secret


@pytest.mark.usefixtures("believed")
def test_where_the_account_cannot_be_forgotten_the_mailbox_stays_where_it_was(opened, keyring):  # fmt: skip
    keyring.silent = True
    desk = opened(mailboxes=(MOVED,))
    assert desk.places.listing()[0].address == BOX.address
    keyring.silent = False
    desk = opened(mailboxes=(MOVED,))
    assert (desk.places.listing()[0].address, desk.places.listing()[0].has_secret) == (MOVED.address, False)  # fmt: skip


@pytest.mark.usefixtures("believed")
def test_a_mailbox_that_it_took_out_is_forgotten_with_all_that_was_known_of_it(opened):
    rooms = opened()._rooms
    assert (places(rooms), known(rooms).allowed) == ({}, ())


def test_only_a_slip_in_its_mailboxes_keeps_one_that_is_not_named_any_more(opened):
    def after(fault):
        origin = Origin(state="owned", faults=(fault,))
        opened(mailboxes=(BOX,))
        return [*places(opened(origin=origin)._rooms)]

    assert after(Fault(1, "mailbox[1].kind", "choice")) == [PLACE]
    assert after(Fault(1, "lock_minuts", "unknown")) == []


# --- the central desk -----------------------------------------------------------------------


def card_of(folder, role, code):
    desk = a_desk(folder, role=role, code=code)
    data = desk.keys.enrolment().data
    desk.lock()
    return data


@pytest.fixture
def card(tmp_path):
    file = tmp_path / "central.card"
    file.write_bytes(card_of(tmp_path / "c", "central", "C1"))
    return file


def told(desk):
    return central_state(desk._rooms), {one.code for one in desk.keys.enrolled()}


def test_what_became_of_the_card_is_told(opened, card):
    meant = fingerprint(read_card(card.read_bytes()).ca)
    said = {"central_card": str(card), "central_fingerprint": meant}
    assert told(opened()) == ("", {"IC"})
    assert told(opened(**said | {"central_fingerprint": OTHER})) == ("other", {"IC"})
    data = card.read_bytes()
    card.write_bytes(b"{}\n")
    assert told(opened(**said)) == ("odd", {"IC"})
    card.unlink()
    assert told(opened(**said)) == ("away", {"IC"})
    card.mkdir()
    assert told(opened(**said)) == ("away", {"IC"})
    card.rmdir()
    card.write_bytes(data)
    assert told(opened(**said)) == ("known", {"IC", "C1"})


def test_a_card_that_could_not_be_taken_in_yet_waits(opened, card, monkeypatch):
    monkeypatch.setattr(policies_applying, "_take_card", lambda _rooms: None)
    meant = fingerprint(read_card(card.read_bytes()).ca)
    assert told(opened(central_card=str(card), central_fingerprint=meant)) == ("waiting", {"IC"})  # fmt: skip


def test_the_card_of_a_center_is_nobodys_central_desk(opened, tmp_path):
    file = tmp_path / "central.card"
    file.write_bytes(card_of(tmp_path / "s", "center", "SL"))
    its = fingerprint(read_card(file.read_bytes()).ca)
    desk = opened(central_card=str(file), central_fingerprint=its)
    assert told(desk) == ("other", {"IC"})


def test_the_central_desk_itself_believes_no_card_of_a_file(tmp_path, card):
    meant, keyring = fingerprint(read_card(card.read_bytes()).ca), MemoryKeyring()
    a_desk(tmp_path / "own", keyring, role="central", code="C0").lock()
    policy = replace(POLICY, central_card=str(card), central_fingerprint=meant)
    desk = workspace.open_(tmp_path / "own", PASSPHRASE, keyring=keyring, policy=policy)
    assert told(desk) == ("", {"C0"})
    desk.lock()


def test_a_card_is_taken_in_whole_or_at_the_next_opening(opened, card, monkeypatch):
    meant = fingerprint(read_card(card.read_bytes()).ca)
    said = {"central_card": str(card), "central_fingerprint": meant}
    ledger, steps = type(opened()._rooms.ledger), []

    def breaks(_ledger):
        raise NoRoom

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "look_again", breaks)
        assert told(opened(**said)) == ("waiting", {"IC"})
    again, let_in = ledger.look_again, policies_applying.let_in
    monkeypatch.setattr(ledger, "look_again", lambda one: steps.append("heard") or again(one))  # fmt: skip
    monkeypatch.setattr(policies_applying, "let_in", lambda *said: steps.append("let in") or let_in(*said))  # fmt: skip
    desk = opened(**said)
    assert (told(desk), steps) == (("known", {"IC", "C1"}), ["heard", "let in"])
    assert "exchange" in desk.take_touched()
    opened(**said)
    assert steps == ["heard", "let in"]  # once


def test_another_central_desk_of_the_same_code_is_not_known_by_its_code(opened, card, tmp_path):  # fmt: skip
    first = fingerprint(read_card(card.read_bytes()).ca)
    opened(central_card=str(card), central_fingerprint=first)
    card.write_bytes(card_of(tmp_path / "c2", "central", "C1"))
    second = read_card(card.read_bytes()).ca
    assert fingerprint(second) != first
    desk = opened(central_card=str(card), central_fingerprint=fingerprint(second))
    believed = any(one.ca == second for one in desk._rooms.exchange.trust.enrolled())
    assert (told(desk)[0] == "known") == believed
