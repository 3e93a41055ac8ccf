"""Taking in: one fault never stops the rest, and stopping never loses what was done."""

import pytest

from intake.clock import DAY_MS
from intake.crypto import PqIdentity
from intake.errors import Cancelled, MailboxAway
from intake.exchange import outbox, receive_all, received, sent
from intake.ledger import Deed
from intake.ledger.checking import state_digest
from intake.mailbox import MemoryMailbox, find_letters
from tests.exchange.test_send import CancelsAt


def case_of(scope):
    return scope.partition("/")[2]


def digest(place):
    with place.vault.reading() as db:
        return state_digest(db)


def test_two_centers_meet_at_the_central_desk(incheon, seoul, central, mailbox):
    cases = {
        case_of(incheon.case(CENTRAL="AGREED")),
        case_of(seoul.case(CENTRAL="AGREED")),
    }
    incheon.send(mailbox)
    seoul.send(mailbox)
    report = central.receive(mailbox)
    assert sorted(item.sender for item in report.items) == ["IC", "SE"]
    assert {row.id for row in central.sees("case")} == cases
    assert {scope.partition("/")[2] for scope in report.scopes} == cases
    assert "suspect" in report.touched
    for place in (incheon, seoul):
        assert place.receive(mailbox).receipts == 1
        assert outbox(place.ctx) == ()
    assert mailbox.list("c0/") == {}


def test_a_center_hears_nothing_of_the_other(incheon, seoul, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    seoul.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    seoul.send(mailbox)
    central.receive(mailbox)
    for place, other in ((incheon, seoul), (seoul, incheon)):
        place.receive(mailbox)
        foreign = set(other.ledger.position())
        (receipt,) = place.books("select body from receipt")
        assert not any(log.encode() in bytes(receipt[0]) for log in foreign)
        assert not foreign & set(place.ledger.position())


def test_looking_again_brings_nothing_and_says_nothing(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    before, letters = digest(central), mailbox.list("")
    again = central.receive(mailbox)
    assert again.items == ()
    assert digest(central) == before
    assert mailbox.list("") == letters


def test_a_lost_receipt_is_left_again(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    for key in mailbox.list("ic/"):
        mailbox.delete(key)
    assert incheon.receive(mailbox).receipts == 0
    central.receive(mailbox)
    assert incheon.receive(mailbox).receipts == 1
    assert outbox(incheon.ctx) == ()


def test_only_the_newest_receipt_lies_there(incheon, central, mailbox):
    for _ in range(3):
        incheon.case(CENTRAL="AGREED")
        incheon.send(mailbox)
        central.receive(mailbox)
    assert len(find_letters(mailbox, "IC")) == 1
    incheon.receive(mailbox)
    assert {one.state for one in sent(incheon.ctx)} == {"acked"}


def test_a_bad_copy_is_looked_at_again_when_a_good_one_lies_there(
    incheon, central, mailbox
):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    (key,) = mailbox.list("c0/")
    good = mailbox._held[key]
    mailbox._held[key] = good[:-1] + b"x"
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("damaged", "err-altered")
    assert list(central.ctx.quarantine.iterdir()) == []
    mailbox._held[key] = good
    (item,) = central.receive(mailbox).items
    assert item.state == "merged"
    assert [one.state for one in received(central.ctx)] == ["merged"]


def test_half_a_letter_waits_for_its_other_half(incheon, central, mailbox, monkeypatch):
    monkeypatch.setattr("intake.mailbox.letter.PART", 4_096)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    keys = list(mailbox.list("c0/"))
    assert len(keys) > 1
    held = mailbox._held.pop(keys[0])
    assert central.receive(mailbox).items == ()
    mailbox._held[keys[0]] = held
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]


def test_cancelling_at_any_step_applies_all_or_goes_on_later(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    at = 0
    while True:
        watch = CancelsAt(at)
        try:
            receive_all(central.ctx, mailbox, watch)
            break
        except Cancelled:
            left = [file.name for file in central.ctx.quarantine.iterdir()]
            assert left == []
            assert list(central.ctx.outbox.glob("*.part")) == []
        at += 1
    assert at > 5
    assert len(central.sees("suspect")) == 1
    assert incheon.receive(mailbox).receipts == 1


def test_a_mailbox_that_goes_away_keeps_what_was_merged(incheon, seoul, central):
    class Leaves(MemoryMailbox):
        left = 1

        def get(self, key):
            self.left -= 1
            if self.left < 0:
                raise MailboxAway(mailbox="stick")
            yield from super().get(key)

    mailbox = Leaves()
    for place in (incheon, seoul):
        place.case(CENTRAL="AGREED")
        mailbox.left = 9
        place.send(mailbox)
    mailbox.left = 1
    with pytest.raises(MailboxAway):
        central.receive(mailbox)
    assert len(received(central.ctx)) == 1
    mailbox.left = 99
    central.receive(mailbox)
    assert len(received(central.ctx)) == 2
    assert len(central.sees("case")) == 2


def test_a_full_disk_here_is_said_and_nothing_is_lost(
    incheon, central, mailbox, monkeypatch
):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    real = type(central.ctx.quarantine).open

    def full(self, mode="r", *more, **named):
        if "w" in mode:
            raise OSError(28, "no space")
        return real(self, mode, *more, **named)

    monkeypatch.setattr("pathlib.Path.open", full)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("waiting", "err-no-room")
    monkeypatch.undo()
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]


def test_a_bundle_for_other_keys_of_ours_is_kept_aside(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    stranger = PqIdentity.generate()
    with incheon.vault.writing() as db:
        db.execute(
            "update enrolled_device set recipient = ? where code = 'C0'",
            (stranger.recipient.text,),
        )
    incheon.send(mailbox)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("refused", "err-not-for-us")


def test_what_an_expired_laptop_says_is_set_aside(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    for one in (incheon, central):
        one.wall.ms += 400 * DAY_MS
    incheon.send(mailbox)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("late", "err-certificate-refused")
    assert item.facts["why"] == "expired"
    assert central.sees("case") == ()


@pytest.mark.parametrize("days", [400, -400, 26_000])
def test_a_clock_set_to_another_year_is_no_expired_certificate(incheon, central, mailbox, days):  # fmt: skip
    incheon.wall.ms += days * DAY_MS
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("merged", "")
    assert len(central.sees("case")) == 1


def test_a_revoked_laptop_is_refused(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    armored = incheon.trust.sign("intake-bundle@v1", b"x")
    signer = central.trust.check_signature("intake-bundle@v1", b"x", armored)
    central.trust.revoke(signer, "", -1)
    (item,) = central.receive(mailbox).items
    assert item.facts["why"] == "revoked"


def test_one_center_cannot_speak_about_anothers_case(incheon, seoul, central, mailbox):
    case = incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    with seoul.ledger.saying(Deed.CHANGE, scope=case, actor="lee") as say:
        say.set("case", case_of(case), "state", None)
        say.set("case", case_of(case), "owner", "SE")
    seoul.consent(case, "CENTRAL")
    seoul.send(mailbox)
    report = central.receive(mailbox)
    assert [item.state for item in report.items] == ["merged"]
    (row,) = central.sees("case")
    assert row["owner"] is None
    assert len(central.ledger.set_aside()) == 2


def test_a_letter_larger_than_the_disk_waits_and_the_next_is_taken(
    incheon, seoul, central, mailbox, monkeypatch
):
    incheon.case(CENTRAL="AGREED")
    for _ in range(20):
        seoul.case(CENTRAL="AGREED")
    monkeypatch.setattr("intake.exchange.arriving._SPARE", 0)
    sizes = sorted(place.send(mailbox).size for place in (incheon, seoul))
    assert sizes[0] < sizes[1]
    usage = type("Usage", (), {"free": sizes[0]})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    states = [item.state for item in central.receive(mailbox).items]
    assert sorted(states) == ["merged", "waiting"]


def test_mail_for_somebody_else_is_not_kept(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    sealed = incheon.send(mailbox)
    with central.vault.writing():
        central.vault.keep_secret(
            "trust/age-identity", PqIdentity.generate().text.encode()
        )
    central.trust._own = None
    (item,) = central.receive(mailbox).items
    assert (item.sha, item.reason) == (sealed.sha, "err-not-for-us")
    assert list(central.ctx.quarantine.iterdir()) == []
