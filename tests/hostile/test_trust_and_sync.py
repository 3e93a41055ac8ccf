"""Stolen laptops, two holders of one key, rigged packs and moved cases: what must not be believed."""
# ruff: noqa: F811

import shutil

import pytest

from intake.crypto import PqIdentity, SigningKey, sign
from intake.desk import shelf as shelves
from intake.desk.lost_keeping import logs_of
from intake.desk.packs_comparing import report_lines
from intake.desk.packs_making import signed_pack
from intake.errors import CertificateRefused, MailboxAway
from intake.forms.patterns import fits_pattern
from intake.ids import new_id, scope_of
from intake.mailbox import FolderMailbox, MemoryMailbox
from intake.progress import Silent
from intake.trust import Request, read_card
from intake.vault import open_vault
from tests.desk.test_certificates import (  # noqa: F401 - fixtures
    brought,
    keyring,
    laptops,
)
from tests.desk.test_certificates import device as device_of
from tests.desks_at_hand import agreed
from tests.exchange.places import Wall, furnished
from tests.exchange.test_trust_moves import (  # noqa: F401 - fixtures
    USE,
    again,
    device,
    later,
    lose,
    pair,
    two_laptops,
)
from tests.hostile.rogues import Rogue, body, put
from tests.packs_at_hand import code_list, next_form, words_of
from tests.vaults_at_hand import PASSPHRASE


def thief_of(place):
    """Whoever found a laptop speaks in the log that is its own."""
    rogue = Rogue(place)
    ((rogue.log,),) = place.books("select log from log where own = 1")
    return rogue


# --- taken back ------------------------------------------------------------------------------


@pytest.mark.parametrize("moved", [False, True])
def test_a_stolen_laptop_does_not_write_its_past_anew(pair, central, mailbox, moved):
    """A second segment at a place that counts: signed after the theft, whatever it says."""
    first, second = pair
    scope = second.case(CENTRAL="AGREED")
    second.send(mailbox)
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    central.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    thief = thief_of(second)
    forged = thief.segment(body(scope, (), deed="note"))
    put(mailbox, thief.words("C0", forged))
    before = central.books("select count(*) from segment")
    central.receive(mailbox)
    if moved:
        lose(first, second)
        first.send(mailbox)
        central.receive(mailbox)
    assert central.books("select count(*) from segment") == before


def test_a_past_that_was_written_anew_and_came_first_does_not_bar_the_true_one(pair, central, mailbox):  # fmt: skip
    """The honest laptop passes on what it knows; both stay, and the fork is told."""
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(news := MemoryMailbox())
    thief = thief_of(second)
    forged = thief.segment(body(scope_of("case", new_id(first.wall())), deed="note"))
    put(mailbox, thief.words("C0", forged))
    central.trust.follow(first.trust.card_file(), central.trust.check_signature(USE, b"x", first.trust.sign(USE, b"x")))  # fmt: skip
    central.receive(mailbox)
    central.receive(news)
    assert len(central.sees("case")) == 1
    assert central.books("select state from log where device <> ''").count(("forked",)) == 1  # fmt: skip


def test_a_second_past_that_lies_aside_moves_no_position_back(laptops, stick):
    """Whoever lets a found laptop in believes it no less than before."""
    first, second, _ = laptops
    for _ in range(2):
        agreed(second, "RECORD")
        brought(second, first, stick)
    first.certificates.lose(device_of(second), "2026-11-20", "2026-11-21T09:30")
    rooms = first._rooms
    (log,) = logs_of(rooms, device_of(second))
    last = logs_of(rooms, device_of(second))[log]
    assert last > 0
    with rooms.vault.writing() as db:
        db.execute(
            "insert into behind (hash, log, n, device, center, entries, received, wire)"
            " values (x'01', ?, 0, ?, 'IC', 1, 0, x'')",
            (log, device_of(second)),
        )
    first.certificates.let_in(device_of(second), Silent())
    assert {one.last for one in said_here(rooms)} == {last}


def said_here(rooms):
    return read_card(rooms.exchange.trust.card_file()).revoked


def test_a_laptop_taken_back_is_not_believed_by_another_certificate_of_the_same_key(
    pair, mailbox
):
    """The one with the CA was lost: it certifies itself anew, and is the same thief."""
    first, second = pair
    first.case()
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    second.ctx.moving.take_back(device(first), {})
    first.trust.certify_own()
    first = again(first)
    first.case()
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    assert len(second.sees("case")) == 1


def test_a_key_that_is_known_from_words_only_falls_with_its_laptop(laptops, stick):
    """Its words came by others: nobody here ever opened a bundle of its own."""
    first, second, _ = laptops
    agreed(first, "RECORD")
    brought(first, second, stick)
    with second._rooms.vault.writing() as db:
        db.execute("delete from met_certificate")
    second.certificates.lose(device_of(first), "2026-11-20", "2026-11-21T09:30")
    first._rooms.exchange.trust.certify_own()
    with pytest.raises(CertificateRefused):
        second._rooms.exchange.trust.check_signature(
            USE, b"x", first._rooms.exchange.trust.sign(USE, b"x")
        )


def test_a_stale_second_holder_of_the_ca_brings_no_lost_laptop_back(pair, street, central, two_laptops, tmp_path, mailbox):  # fmt: skip
    """It renewed the laptop by policy before it heard that it was lost."""
    first, second = pair
    shutil.copytree(two_laptops[0], tmp_path / "stale")
    vault = open_vault(tmp_path / "stale", passphrase=PASSPHRASE, keyring=street.keyring)  # fmt: skip
    stale = furnished(vault, "IC", Wall(first.wall.ms + 1_000_000))
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    central.receive(mailbox)
    lose(first, second)
    later(second, stale, days=340)
    answer = stale.trust.answer(second.ctx.moving.request_due())
    stale.trust.follow(first.trust.card_file(), stale.trust.check_signature(USE, b"x", first.trust.sign(USE, b"x")))  # fmt: skip
    said = read_card(stale.trust.card_file())
    assert device(second) not in {one.device for one in said.devices}
    first.send(mailbox)
    central.receive(mailbox)
    second.trust.take_answer(answer)
    thief = again(second)
    thief.case(CENTRAL="AGREED")
    thief.send(mailbox)
    later(central, days=340)
    central.receive(mailbox)
    assert len(central.sees("case")) == 1
    vault.close()


def test_a_holder_of_the_ca_hears_that_it_was_taken_back_also_where_it_knows_more(pair, street, two_laptops, tmp_path):  # fmt: skip
    """Its card names a laptop that the other one never met: that stops no news."""
    first, second = pair
    shutil.copytree(two_laptops[0], tmp_path / "kept")
    vault = open_vault(tmp_path / "kept", passphrase=PASSPHRASE, keyring=street.keyring)
    kept = furnished(vault, "IC", Wall(first.wall.ms + 1_000_000))
    key, text = SigningKey.generate(), PqIdentity.generate().recipient.text
    asked = Request("IC", "third", "x", key.public, text, first.wall.ms)
    first.trust.answer(asked.to_file(lambda ns, line: sign(ns, line, key)))
    kept.ctx.moving.take_back(device(first), {})
    signer = first.trust.check_signature(USE, b"x", second.trust.sign(USE, b"x"))
    assert first.trust.follow(kept.trust.card_file(), signer)
    assert first.ctx.moving.state() == "revoked"
    vault.close()


def test_ones_own_center_stays_ones_own_when_it_begins_anew(pair, central, mailbox):
    """The other laptop takes the new card by hand: nobody is a stranger by it."""
    first, second = pair
    second.trust.accept(central.trust.card_file())
    central.ctx.moving.take_back_center("IC", {})
    for one in pair:
        signer = one.trust.check_signature(USE, b"x", central.trust.sign(USE, b"x"))
        one.trust.follow(central.trust.card_file(), signer)
    first.ctx.moving.begin_anew()
    second.trust.accept(first.trust.card_file())
    (own,) = (one for one in second.trust.enrolled() if one.own)
    assert own.code == "IC"
    assert own.ca == read_card(first.trust.card_file()).ca
    assert device(first) in {one.name for one in second.trust.parties() if one.own}


def test_nothing_of_a_center_that_was_forgotten_is_believed_by_a_key_of_before(pair, central):  # fmt: skip
    first, _ = pair
    central.ctx.moving.take_back_center("IC", {})
    first.trust.accept(central.trust.card_file())
    first.ctx.moving.begin_anew()
    central.trust.accept(first.trust.card_file())
    assert list(central.trust.known_cas().values()).count("IC") == 2
    central.trust.forget("IC")
    assert "IC" not in central.trust.known_cas().values()


# --- a form that was rigged -------------------------------------------------------------------


def rigged(desk, folder, monkeypatch, *changes):
    """The desk with a next version of the counseling log, as a signed pack would bring it."""
    next_form(folder / "packs", "log", "2099.1", *changes)
    monkeypatch.setattr(shelves, "SHELF", shelves.Shelf(folder / "packs"))
    desk.interviews.forget()


@pytest.mark.parametrize(
    ("place", "path", "value"),
    [
        ("consent.decision", "session/present", "AGREED"),
        ("case.hold", "session/minutes", 0),
        ("case.hold_reason", "session/present", "x"),
        ("case.deleted", "session/present", "x"),
    ],
)
def test_a_form_gives_no_consent_and_lifts_no_hold(desk, tmp_path, monkeypatch, place, path, value):  # fmt: skip
    case = agreed(desk, "RECORD")
    desk.retention.hold(case, "법원이 보존을 명함")
    was = f'save_to="interview.{path.rpartition("/")[2]}"'
    rigged(desk, tmp_path, monkeypatch, (was, f'save_to="{place}"'))
    before = desk._rooms.register.find("consent", case=case)
    interview = desk.interviews.begin(case, "log")
    desk.interviews.answer(interview, path, value)
    row = desk._rooms.register.get("case", case)
    assert (row["hold"], row["hold_reason"], row.gone) == (True, "법원이 보존을 명함", False)  # fmt: skip
    assert desk._rooms.register.find("consent", case=case) == before
    (kept,) = (one for one in desk.records.list("answer", case) if one["path"] == path)
    assert str(value) in {str(kept[name]) for name in kept}  # what was said stays


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a*a*a*a*a*b", "a" * 40),
        ("(a?){24}b", "a" * 12),
        ("a?" * 24 + "b", "a" * 12),
        ("(a{0,9}){0,9}b", "a" * 8),
        ("(a|a){14}b", "a" * 14),
    ],
)
def test_a_pattern_that_would_hold_up_an_interview_is_not_held_against_anything(pattern, text):  # fmt: skip
    assert fits_pattern(text, pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("[^@]+@[^@]+[.][^@]+", "a@b.example", True),
        ("[^@]+@[^@]+[.][^@]+", "a.example", False),
        ("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "2026-1", False),
        (".*끝.*", "가" * 1_000, False),
    ],
)
def test_an_honest_pattern_is_held_against_what_was_said(pattern, text, fits):
    assert fits_pattern(text, pattern) is fits


def report_of(desk, kind, source):
    """What a pack of the central desk would change here, whoever signed it."""
    pack = signed_pack(desk._rooms, kind, source, source.read_bytes())
    return report_lines(desk._rooms, pack)


def test_a_name_that_would_come_to_lie_with_the_core_is_told_before_all_else(desk, tmp_path):  # fmt: skip
    card = next_form(tmp_path, "log", "2099.1", ('save_to="interview.present"', 'save_to="support_action.outside_number"'))  # fmt: skip
    first = report_of(desk, "forms", card)[0]
    assert (first.what, first.grave) == ("kept", True)
    assert "함께한 사람" in first.text


def test_codes_that_trade_their_words_are_told_before_all_else(desk, tmp_path):
    codes = words_of("contact_method")
    codes["PHONE"], codes["VISIT"] = codes["VISIT"], codes["PHONE"]
    lines = report_of(desk, "codes", code_list(tmp_path, "2", contact_method=codes))
    assert [(one.what, one.grave) for one in lines] == [("codes-words", True)]


def test_an_ended_certificate_is_not_vouched_for_by_one_that_ended_before_it(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    central.receive(mailbox)
    for days in (340, 420):
        later(first, second, central, days=days)
        if days == 340:
            second.trust.take_answer(first.trust.answer(second.ctx.moving.request_due()))  # fmt: skip
        again(second).case(CENTRAL="AGREED")
        second.send(mailbox)
        state = [one.state for one in central.receive(mailbox).items]
        assert state == (["merged"] if days == 340 else ["late"])
    first.ctx.moving.renew()
    second.send(mailbox, to=device(first))
    assert [one.state for one in first.receive(mailbox).items] == ["late"]
    assert len(first.ctx.moving.waiting()) == 1


# --- a stick that is swapped ------------------------------------------------------------------


class Swaps:
    """Somebody pulls the stick after the first bundle and plugs another one in at its place."""

    def __init__(self, stick):
        self.stick = stick

    def step(self, done, total, what):
        first = self.stick.with_name("first")
        if what == "progress-verifying" and done == total and not first.exists():
            self.stick.rename(first)
            self.stick.mkdir()


def test_nothing_is_left_on_a_stick_that_was_put_in_the_place_of_the_chosen_one(desk, central_desk, tmp_path):  # fmt: skip
    stick = tmp_path / "IEUM"
    stick.mkdir()
    for _ in range(2):
        agreed(desk, "RECORD", "CENTRAL")
        desk.exchange.make(desk.exchange.plan("C0"), Silent())
    desk.sticks.allow(stick, "C0")
    with pytest.raises(MailboxAway):
        desk.sticks.carry(stick, Swaps(stick))
    assert [one for one in stick.rglob("*") if one.is_file()] == []
    assert len(desk.exchange.outbox()) == 2


# --- a round in which somebody does something else --------------------------------------------


class Meanwhile:
    """A person presses something while a round is under way, once."""

    def __init__(self, deed, what="progress-delivering"):
        self.deed, self.what = deed, what

    def step(self, done, total, what):
        if what == self.what and self.deed is not None:
            deed, self.deed = self.deed, None
            deed()


@pytest.fixture
def place(desk, central_desk, tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    desk.sync.allow(desk.places.add("folder", "공용 폴더", str(folder)), "C0")
    return folder


def lying(folder):
    return sorted(FolderMailbox(folder).list("c0/"))


def test_a_bundle_taken_out_while_it_is_on_its_way_stays_out(desk, place):
    agreed(desk, "RECORD", "CENTRAL")
    sealed = desk.exchange.make(desk.exchange.plan("C0"), Silent())
    drop = Meanwhile(lambda: desk.sync.drop(sealed.sha, Silent()))
    desk.sync.run(drop)
    desk.sync.run(Silent())
    assert not any(sealed.sha in name for name in lying(place))
    assert sealed.sha not in {one.sha for one in desk.exchange.outbox()}
    assert len(lying(place)) == 1  # what was in it left anew


def test_a_pause_in_the_middle_of_a_round_begins_no_other_bundle(desk, place):
    for _ in range(2):
        agreed(desk, "RECORD", "CENTRAL")
        desk.exchange.make(desk.exchange.plan("C0"), Silent())
    desk.sync.run(Meanwhile(desk.sync.pause))
    assert len(lying(place)) == 1
    desk.sync.run(Silent())  # a person asked for it all the same
    assert len(lying(place)) == 2
