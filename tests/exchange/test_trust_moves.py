"""Certificates are renewed over the mailbox; what is taken back travels, and nothing is lost by it."""

import shutil

import pytest

from intake.clock import Clock
from intake.crypto import PqIdentity, SigningKey, sign
from intake.errors import (
    CertificateRefused,
    NothingToSend,
    NotYours,
)
from intake.exchange import make_bundle, plan_send
from intake.exchange.late import behind
from intake.trust import Card, DeviceLine, Request, Revoked, Trust, read_card
from intake.trust.own import MONTHS_13
from intake.vault import open_vault
from tests.exchange.places import QUIET, START, Wall, furnished
from tests.vaults_at_hand import PASSPHRASE, a_vault

DAY_MS = 86_400_000
USE = "intake-bundle@v1"


@pytest.fixture(scope="session")
def two_laptops(street):
    """Incheon with two laptops, the second let in by files; closed, to be copied."""
    a_vault(street.folder / "IC-2", street.keyring).vault.close()
    first = street.place("IC", street.folder / "pair")
    vault = open_vault(street.folder / "IC-2", passphrase=PASSPHRASE, keyring=street.keyring)  # fmt: skip
    trust = Trust(vault, Clock(Wall()))
    trust.take_answer(first.trust.answer(trust.request("IC", "상담실 2")))
    vault.close()
    first.vault.close()
    return street.folder / "pair" / "IC", street.folder / "IC-2"


@pytest.fixture
def pair(street, two_laptops, tmp_path):
    """The laptop with the CA, and the one that asks it."""
    opened = []
    for folder in two_laptops:
        shutil.copytree(folder, tmp_path / folder.name)
        vault = open_vault(tmp_path / folder.name, passphrase=PASSPHRASE, keyring=street.keyring)  # fmt: skip
        vault._writer.execute("pragma synchronous = off")
        opened.append(furnished(vault, "IC", Wall()))
    yield opened
    for one in opened:
        one.vault.close()


def device(place):
    return place.trust.own().device


def serial(place):
    return place.trust.own().certificate.serial


def later(*places, days):
    for one in places:
        one.wall.ms += days * DAY_MS
        one.trust._own = None


def by_policy(place):
    """The same workspace where IT lets renewals be answered by themselves."""
    object.__setattr__(place.ctx, "answers_renewals", True)
    return place


def states(place, mailbox):
    return [item.state for item in place.receive(mailbox).items]


def again(place):
    """Opened once more: the ledger signs with the certificate of today from then on."""
    return furnished(place.vault, place.code, place.wall)


# --- renewal ------------------------------------------------------------------------------


def test_nobody_asks_while_a_certificate_lasts(pair):
    _, second = pair
    assert second.ctx.moving.state() == "fine"
    assert second.ctx.moving.request_due() is None
    with pytest.raises(NothingToSend):
        make_bundle(second.ctx, plan_send(second.ctx, device(pair[0])), QUIET)


def test_a_certificate_that_ends_is_asked_for_answered_by_one_press_and_comes_back(pair, central, mailbox):  # fmt: skip
    first, second = pair
    later(first, second, days=340)
    assert second.ctx.moving.state() == "ending"
    before, card = serial(second), read_card(first.trust.card_file()).made
    second.send(mailbox, to=device(first))  # with nothing else to say
    first.receive(mailbox)
    ((asked, why, _),) = first.ctx.moving.waiting()
    assert (asked.device, why) == (device(second), "renewal")
    first.ctx.moving.answer_renewal(asked.device)
    assert first.ctx.moving.waiting() == ()
    assert read_card(first.trust.card_file()).made > card  # published anew
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    assert serial(second) != before
    assert second.ctx.moving.state() == "fine"
    assert second.trust.own().certificate.public == second.trust.own().key.public


def test_a_policy_answers_renewals_by_itself(pair, mailbox):
    first, second = pair
    later(first, second, days=340)
    before = serial(second)
    second.send(mailbox, to=device(first))
    by_policy(first).receive(mailbox)
    assert first.ctx.moving.waiting() == ()
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    assert serial(second) != before


def test_a_request_that_was_heard_is_not_said_again_with_every_round(pair, mailbox):
    first, second = pair
    later(first, second, days=340)
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    second.receive(mailbox)
    with pytest.raises(NothingToSend):
        second.send(mailbox, to=device(first))
    later(second, days=8)
    second.send(mailbox, to=device(first))  # should it have been forgotten there


def test_the_laptop_with_the_ca_renews_itself(pair):
    first, second = pair
    before = serial(first)
    assert not first.ctx.moving.renew()
    later(first, days=340)
    assert first.ctx.moving.renew()
    assert serial(first) != before
    assert not first.ctx.moving.renew()
    assert not second.ctx.moving.renew()


@pytest.mark.parametrize("change", ["key", "recipient", "device"])
def test_what_is_no_mere_renewal_waits_for_a_person_who_compares_words(pair, mailbox, change):  # fmt: skip
    first, second = pair
    later(first, second, days=340)
    own = second.trust.own()
    key = SigningKey.generate() if change == "key" else own.key
    text = (PqIdentity.generate() if change == "recipient" else own.identity).recipient.text  # fmt: skip
    name = "somebody" if change == "device" else own.device
    asked = Request("IC", name, "x", key.public, text, second.wall.ms)
    data = asked.to_file(lambda ns, line: sign(ns, line, key))
    signer = signer_at(first, second)
    assert by_policy(first).ctx.moving.hear_request(signer, data) is (change != "device")  # fmt: skip
    if change == "device":
        return
    with pytest.raises(CertificateRefused) as caught:
        first.ctx.moving.answer_renewal(name)
    assert caught.value.facts["why"] == "new-key"
    assert len(first.ctx.moving.waiting()) == 1


def signer_at(place, other):
    armored = other.trust.sign(USE, b"message")
    return place.trust.check_signature(USE, b"message", armored)


def test_a_request_under_another_code_or_of_another_center_is_not_heard(pair, seoul, central):  # fmt: skip
    first, second = pair
    first.trust.accept(seoul.trust.card_file())
    for asker, code in ((seoul, "IC"), (seoul, "SE")):
        own = asker.trust.own()
        asked = Request(code, own.device, "x", own.key.public, own.identity.recipient.text, START)  # fmt: skip
        data = asked.to_file(lambda ns, line, own=own: sign(ns, line, own.key))
        assert not first.ctx.moving.hear_request(signer_at(first, asker), data)
    for nonsense in (b"", b"x", first.trust.card_file()):
        assert not first.ctx.moving.hear_request(signer_at(first, second), nonsense)


def test_an_answer_that_is_not_for_this_key_or_by_another_ca_is_left_alone(pair, central):  # fmt: skip
    first, second = pair
    later(first, second, days=340)
    before, signer = serial(second), signer_at(second, first)
    thief = SigningKey.generate()
    recipient = PqIdentity.generate().recipient.text
    false = Request("IC", device(second), "x", thief.public, recipient, second.wall.ms)
    other = first.trust.answer(false.to_file(lambda ns, line: sign(ns, line, thief)))
    for data in (other, first.trust.card_file(), b"", b"nonsense"):
        assert not second.ctx.moving.hear_answer(signer, data)
    assert serial(second) == before


def test_an_older_answer_does_not_undo_a_newer_one(pair, mailbox):
    first, second = pair
    later(first, second, days=340)
    older = first.trust.answer(second.ctx.moving.request_due())
    later(first, second, days=10)
    newer = first.trust.answer(second.ctx.moving.request_due())
    signer = signer_at(second, first)
    assert second.ctx.moving.hear_answer(signer, newer)
    now = serial(second)
    assert not second.ctx.moving.hear_answer(signer, older)
    assert not second.ctx.moving.hear_answer(signer, newer)
    assert serial(second) == now


# --- expired ---------------------------------------------------------------------------------


def test_an_expired_laptop_goes_on_writing_asks_and_loses_nothing(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    later(first, second, central, days=420)
    assert second.ctx.moving.state() == "expired"
    first.ctx.moving.renew()
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    second.send(mailbox, to=device(first))
    assert states(central, mailbox) == ["late"]
    assert states(first, mailbox) == ["late"]
    assert central.sees("case") == ()
    assert states(central, mailbox) == []  # said once, not with every round
    ((asked, why, _),) = (
        first.ctx.moving.waiting()
    )  # that it asks was heard all the same
    assert why == "renewal"
    first.ctx.moving.answer_renewal(asked.device)
    assert states(first, mailbox) == [
        "merged"
    ]  # whoever certified it needs no other sign
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    assert second.ctx.moving.state() == "fine"
    renewed = again(second)
    renewed.case(CENTRAL="AGREED")
    renewed.send(mailbox)
    assert sorted(states(central, mailbox)) == ["merged", "merged"]
    assert len(central.sees("case")) == 3


def test_what_was_sealed_anew_lets_the_first_one_wait_no_more(pair, central, mailbox):
    first, second = pair
    second.case(CENTRAL="AGREED")
    later(first, second, central, days=420)
    first.ctx.moving.renew()
    gone = second.send(mailbox)
    assert states(central, mailbox) == ["late"]
    for name in list(mailbox.list("")):
        if gone.sha in name:
            mailbox.delete(name)
    second.trust.take_answer(first.trust.answer(second.trust.request("IC", "x")))
    second.send(mailbox)
    assert states(central, mailbox) == ["merged"]
    rows = central.books("select state from bundle_in order by received")
    assert rows == [("replaced",), ("merged",)]


def test_a_stolen_key_with_an_ended_certificate_is_not_let_in_by_anybody_elses_renewal(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    later(first, second, central, days=420)
    second.send(mailbox)
    assert states(central, mailbox) == ["late"]
    first.ctx.moving.renew()
    first.case(CENTRAL="AGREED")
    first.send(mailbox)
    assert states(central, mailbox) == [
        "merged"
    ]  # the first one's; the other still waits
    assert states(central, mailbox) == []
    assert len(central.sees("case")) == 1


@pytest.mark.parametrize("days", [-20_000, -0.2, 0.2, 25_000])
def test_a_wrong_clock_never_blocks_writing_opening_or_signing(pair, days):
    _, second = pair
    second.wall.ms += int(days * DAY_MS)
    second.trust._own = None
    assert second.trust.own().device
    place = again(second)
    place.case()
    assert len(place.sees("case")) == 1
    assert place.ctx.moving.state() in {"fine", "expired", "early"}
    place.ledger.close_segment(QUIET)


@pytest.mark.parametrize("days", [-20_000, 25_000])
def test_a_wrong_clock_at_the_laptop_with_the_ca_heals_by_itself(pair, days):
    first, _ = pair
    right = first.wall.ms
    first.wall.ms += days * DAY_MS
    first.ctx.moving.renew()
    first.wall.ms = right
    first.trust._own = None
    first.ctx.moving.renew()
    certificate = first.trust.own().certificate
    assert certificate.valid_after <= right // 1000 < certificate.valid_before
    assert certificate.valid_before - right // 1000 <= MONTHS_13 + 1_000


# --- taken back -------------------------------------------------------------------------------


def lose(first, second, *, last=None):
    """Take the second laptop back at the last position known at the first."""
    with first.vault.reading() as db:
        logs = dict(
            db.all(
                "select log.log, max(n) from log join segment on segment.log = log.id"
                " where device = ? and hash is not null group by log.log",
                (device(second),),
            )
        )
    logs = logs if last is None else dict.fromkeys(logs, last)
    return first.ctx.moving.take_back(device(second), logs)


def test_what_is_taken_back_travels_with_the_card_and_holds_by_position(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lines = lose(first, second)
    assert [one.last for one in lines] == [0]
    first.send(mailbox)  # with nothing but the news
    states(central, mailbox)
    second.case(CENTRAL="AGREED")  # after it was lost
    second.send(mailbox)
    assert states(central, mailbox) == ["refused"]
    assert len(central.sees("case")) == 1
    assert read_card(first.trust.card_file()).revoked == lines
    with pytest.raises(CertificateRefused):
        signer_at(central, second)
    assert [one.text for one in central.trust.party("IC").recipients] == [
        first.trust.own().identity.recipient.text
    ]


def test_segments_behind_the_position_are_kept_aside_counted_and_part_of_nothing(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    assert len(central.sees("case")) == 1
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.facts["why"]) == ("refused", "revoked")
    assert len(central.sees("case")) == 1
    (left,) = behind(central.ctx)
    assert (left.device, left.center, left.first, left.last, left.segments) == (device(second), "IC", 1, 1, 1)  # fmt: skip
    assert left.entries > 0


def test_what_an_honest_laptop_passes_on_is_left_out_and_the_rest_goes_on(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)  # merged before anybody knew
    first.case(CENTRAL="AGREED")
    lose(first, second, last=0)
    first.send(mailbox)
    assert states(central, mailbox) == ["merged"]
    assert len(central.sees("case")) == 2
    assert [one.segments for one in behind(central.ctx)] == [1]


def test_a_position_that_is_moved_lets_in_what_was_kept_aside(pair, central, mailbox):
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    central.receive(mailbox)
    lose(first, second, last=5)  # it was found: nobody had opened it
    first.send(mailbox)
    central.receive(mailbox)
    assert behind(central.ctx) == ()
    assert len(central.sees("case")) == 2


def test_a_replayed_older_card_takes_nothing_of_it_away(pair, central, mailbox):
    first, second = pair
    older = first.trust.card_file()
    second.case()
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    assert not central.trust.follow(older, signer_at(central, first))
    central.trust.accept(older)
    with pytest.raises(CertificateRefused):
        signer_at(central, second)
    assert len(central.trust.party("IC").recipients) == 1


def test_a_laptop_taken_back_comes_again_with_new_keys_and_a_new_log_only(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    asked_before = second.trust.request("IC", "상담실 2")
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    assert second.trust.follow(first.trust.card_file(), signer_at(second, first))
    assert second.ctx.moving.state() == "revoked"
    assert second.ctx.moving.request_due() is None  # by itself it asks for nothing
    with pytest.raises(CertificateRefused):  # whoever found it may have these keys
        first.trust.answer(asked_before)
    before = second.trust.own()
    request = second.trust.request("IC", "상담실 2")
    second.trust.take_answer(first.trust.answer(request))
    own = second.trust.own()
    assert own.certificate.public == own.key.public != before.key.public
    assert own.identity.recipient != before.identity.recipient
    assert second.ctx.moving.state() == "fine"
    back = again(second)
    back.case(CENTRAL="AGREED")
    back.send(mailbox)
    assert states(central, mailbox) == ["merged"]
    assert len(central.sees("case")) == 2
    with central.vault.reading() as db:
        logs = db.all("select log from log where device = ?", (own.device,))
    assert len(logs) == 2
    assert len(first.trust.party(own.device).recipients) == 1


def test_only_the_ca_tells_everybody_elsewhere_it_holds_here(pair, mailbox):
    first, second = pair
    first.case()
    first.send(mailbox, to=device(second))
    second.receive(mailbox)
    card = second.trust.card_file()
    lose(second, first)
    assert second.trust.card_file() == card
    with pytest.raises(CertificateRefused):
        signer_at(second, first)
    assert not second.trust.is_enrolled(device(first))


def test_the_central_desk_takes_a_whole_center_back(pair, central, seoul, mailbox):
    first, second = pair
    seoul.trust.accept(first.trust.card_file())
    first.case(CENTRAL="AGREED")
    first.send(mailbox)
    central.receive(mailbox)
    with central.vault.reading() as db:
        logs = dict(db.all("select log.log, max(n) from log join segment on segment.log = log.id where center = 'IC' group by log.log"))  # fmt: skip
    with pytest.raises(NotYours):
        first.ctx.moving.take_back_center("SE", {})
    central.ctx.moving.take_back_center("IC", logs)
    assert not central.trust.is_enrolled("IC")
    for place in (seoul, first):
        assert place.trust.follow(central.trust.card_file(), signer_at(place, central))
    with pytest.raises(CertificateRefused):
        signer_at(seoul, first)
    assert not seoul.trust.is_enrolled("IC")
    with pytest.raises(
        CertificateRefused
    ):  # whoever has this CA renews nobody any more
        first.trust.answer(second.trust.request("IC", "x"))
    assert not first.ctx.moving.renew()
    newer = Card("center", "IC", "x", read_card(first.trust.card_file()).ca, (), 1 << 50)  # fmt: skip
    ca = SigningKey.from_seed(first.vault.secret("trust/ca-seed"))
    with pytest.raises(CertificateRefused):
        seoul.trust.accept(newer.to_file(lambda ns, line: sign(ns, line, ca)))


def test_a_center_speaks_of_its_own_ca_only(incheon, seoul, central):
    ours, theirs = (read_card(one.trust.card_file()) for one in (incheon, seoul))
    ca = SigningKey.from_seed(incheon.vault.secret("trust/ca-seed"))
    for line in (Revoked(theirs.ca, 7, "", -1), Revoked(ours.ca, 0, "", -1)):
        card = Card("center", "IC", "x", ours.ca, (), 1 << 50, (line,))
        with pytest.raises(Exception, match="enrolment") as caught:
            read_card(card.to_file(lambda ns, text: sign(ns, text, ca)))
        assert type(caught.value).__name__ == "Malformed"


# --- two laptops with one CA -----------------------------------------------------------------


def test_two_laptops_with_one_ca_lose_nobody_and_forget_no_revocation(pair, street, two_laptops, tmp_path, seoul):  # fmt: skip
    first, second = pair
    shutil.copytree(two_laptops[0], tmp_path / "copy")
    vault = open_vault(tmp_path / "copy", passphrase=PASSPHRASE, keyring=street.keyring)
    copy = furnished(vault, "IC", Wall(START + 1_000_000))
    text = PqIdentity.generate().recipient.text
    for place, name in ((first, "ic-8"), (copy, "ic-9")):
        key = SigningKey.generate()
        asked = Request("IC", name, name, key.public, text, place.wall.ms)  # fmt: skip
        place.trust.answer(asked.to_file(lambda ns, line, key=key: sign(ns, line, key)))
        text = PqIdentity.generate().recipient.text
    lose(first, second)
    for _ in range(2):
        first.trust.follow(copy.trust.card_file(), signer_at(first, copy))
        copy.trust.follow(first.trust.card_file(), signer_at(copy, first))
    cards = [read_card(one.trust.card_file()) for one in (first, copy)]
    assert cards[0] == cards[1]
    names = {one.device for one in cards[0].devices}
    assert names == {device(first), "ic-8", "ic-9"}
    assert {one.serial for one in cards[0].revoked} == {serial(second)}
    assert first.ctx.moving.has_two_holders or copy.ctx.moving.has_two_holders
    vault.close()


def test_a_card_by_nobody_known_says_nothing(incheon, central):
    thief = SigningKey.generate()
    line = DeviceLine("x-1", "x", PqIdentity.generate().recipient.text)
    ours = read_card(incheon.trust.card_file())
    false = Card("center", "IC", "x", thief.public, (line,), 1 << 50, (Revoked(thief.public, 1, "", -1),))  # fmt: skip
    data = false.to_file(lambda ns, text: sign(ns, text, thief))
    with pytest.raises(CertificateRefused):
        central.trust.accept(data)
    mixed = Card("center", "IC", "x", ours.ca, (line,), 1 << 50)
    with pytest.raises(Exception, match="key"):
        central.trust.accept(mixed.to_file(lambda ns, text: sign(ns, text, thief)))
    assert central.trust.revoked_keys() == frozenset()


def test_words_said_before_the_position_count_also_where_they_come_after_the_news(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    first.vault.close()
    late = second.send(mailbox)  # sealed with the former keys, by the former list
    assert late.records
    assert states(central, mailbox) == ["merged"]
    assert behind(central.ctx) == ()


# --- whoever wishes us ill -------------------------------------------------------------------


def test_a_lost_laptop_that_asks_is_not_renewed_even_by_a_policy(pair, mailbox):
    first, second = pair
    second.case()
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    later(first, second, days=340)
    second.send(mailbox, to=device(first))
    # The words of before count; that it asks does not.
    by_policy(first).receive(mailbox)
    assert first.ctx.moving.waiting() == ()
    assert first.ctx.moving.answer_for(device(second)) is None


def test_a_request_that_waited_is_gone_once_its_laptop_is_lost_and_replayed_says_so(pair, mailbox):  # fmt: skip
    first, second = pair
    later(first, second, days=340)
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    data = second.ctx.moving.request_due()
    signer = signer_at(first, second)
    lose(first, second)
    assert first.ctx.moving.waiting() == ()
    first.ctx.moving.hear_request(signer, data)
    assert [why for _, why, _ in first.ctx.moving.waiting()] == ["revoked"]
    with pytest.raises(CertificateRefused):
        first.trust.answer(data)


def test_a_renewal_changes_no_name_and_brings_no_strangers(pair, seoul, mailbox):
    first, second = pair
    later(first, second, days=340)
    own = second.trust.own()
    posing = Request("IC", own.device, "소장님 노트북", own.key.public, own.identity.recipient.text, second.wall.ms)  # fmt: skip
    data = posing.to_file(lambda ns, line: sign(ns, line, own.key))
    first.ctx.moving.hear_request(signer_at(first, second), data)
    first.trust.accept(seoul.trust.card_file())
    answer = first.ctx.moving.answer_renewal(own.device)
    names = {one.device: one.name for one in read_card(first.trust.card_file()).devices}
    assert names[own.device] == "상담실 2"
    assert second.ctx.moving.hear_answer(signer_at(second, first), answer)
    assert "SE" not in {one.code for one in second.trust.enrolled()}


def test_a_laptop_with_the_ca_that_was_taken_back_lets_nobody_in(pair, street, two_laptops, tmp_path):  # fmt: skip
    first, second = pair
    shutil.copytree(two_laptops[0], tmp_path / "kept")  # the CA, put back from a backup
    vault = open_vault(tmp_path / "kept", passphrase=PASSPHRASE, keyring=street.keyring)
    kept = furnished(vault, "IC", Wall(START + 1_000_000))
    kept.ctx.moving.take_back(device(first), {})
    assert first.trust.follow(kept.trust.card_file(), signer_at(first, second))
    assert first.ctx.moving.state() == "revoked"
    later(first, days=340)
    assert not first.ctx.moving.renew()
    for deed in (lambda: first.trust.answer(second.trust.request("IC", "x")), first.trust.rotate):  # fmt: skip
        with pytest.raises(CertificateRefused):
            deed()
    vault.close()


def test_papers_that_came_with_a_lost_laptops_bundle_are_not_taken(pair, central, mailbox):  # fmt: skip
    first, second = pair
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(first))
    first.receive(mailbox)
    lose(first, second)
    first.send(mailbox)
    central.receive(mailbox)
    before = central.trust.party("IC").recipients
    second.case(CENTRAL="AGREED")
    second.send(mailbox)  # with the older card, on which it still stands
    assert states(central, mailbox) == ["refused"]
    assert central.trust.party("IC").recipients == before


def test_a_center_whose_ca_was_taken_back_begins_anew_and_loses_nothing(pair, central, mailbox):  # fmt: skip
    first, second = pair
    first.case(CENTRAL="AGREED")
    first.send(mailbox)
    central.receive(mailbox)
    with pytest.raises(NotYours):
        first.ctx.moving.begin_anew()
    logs = dict(central.books("select log.log, max(n) from log join segment on segment.log = log.id where center = 'IC' group by log.log"))  # fmt: skip
    central.ctx.moving.take_back_center("IC", logs)
    first.trust.follow(central.trust.card_file(), signer_at(first, central))
    assert first.ctx.moving.state() == "revoked-ca"
    assert central.ctx.moving.gone_centers() == {"IC"}
    former = read_card(first.trust.card_file()).ca
    card = first.ctx.moving.begin_anew()
    assert card.ca != former
    assert first.ctx.moving.state() == "fine"
    assert [one.device for one in card.devices] == [device(first)]
    first.trust.accept(central.trust.card_file())
    central.trust.accept(first.trust.card_file())  # after the words were compared
    assert central.ctx.moving.gone_centers() == frozenset()
    back = again(first)
    back.case(CENTRAL="AGREED")
    back.send(mailbox)
    assert states(central, mailbox) == ["merged"]
    assert len(central.sees("case")) == 2
    assert central.trust.check_hand("x@v1", b"x", sign("x@v1", b"x", first.trust.own().key, first.trust.own().certificate)).center == "IC"  # fmt: skip
    second.trust.follow(central.trust.card_file(), signer_at(second, central))
    answer = first.trust.answer(second.trust.request("IC", "상담실 2"))
    second.trust.take_answer(answer)
    assert second.ctx.moving.state() == "fine"
    assert second.trust.own().certificate.ca_public == card.ca


def test_nobody_begins_anew_under_a_code_whose_ca_stands(incheon, central):
    thief = SigningKey.generate()
    false = Card("center", "IC", "x", thief.public, (), 1 << 50)
    with pytest.raises(CertificateRefused):
        central.trust.accept(false.to_file(lambda ns, text: sign(ns, text, thief)))


def test_a_former_key_is_not_vouched_for_by_the_certificate_of_a_new_one(pair, central):
    first, second = pair
    former = signer_at(central, second)
    second.trust._vault.keep_secret("trust/device-seed", SigningKey.generate().seed)
    second.trust.take_answer(first.trust.answer(second.trust.request("IC", "x")))
    central.ctx.moving.meet(signer_at(central, second))
    assert not central.ctx.moving.is_vouched(former)
    assert not first.ctx.moving.is_vouched(former)


def test_an_answer_whose_certificate_was_taken_back_is_not_taken(pair):
    first, second = pair
    later(first, second, days=340)
    answer = first.trust.answer(second.ctx.moving.request_due())
    before, signer = serial(second), signer_at(second, first)
    lose(first, second)
    second.trust.follow(first.trust.card_file(), signer)
    assert not second.ctx.moving.hear_answer(signer, answer)
    assert serial(second) == before
