"""Whom a workspace believes: founding, letting in, accepting, revoking."""

import pytest

from intake.crypto import PqIdentity, SigningKey, sign
from intake.errors import (
    BadSignature,
    CertificateRefused,
    IntakeError,
    NotEnrolled,
    NotYours,
    UnknownDevice,
)
from intake.ledger import SegmentHeader, WireSegment
from intake.trust import Answer, Card, DeviceLine, Request, read_card, read_enrolment
from intake.trust.own import MONTHS_13

USE = "intake-bundle@v1"
DAY = 24 * 60 * 60 * 1000


def by(key):
    return lambda namespace, line: sign(namespace, line, key)


def hold_hands(one, other):
    one.trust.accept(other.trust.card_file())
    other.trust.accept(one.trust.card_file())


def segment(laptop, log="a1", n=0):
    header = SegmentHeader(log, n, "" if n == 0 else "00" * 32, 1, "00" * 32).to_bytes()
    return WireSegment(header, laptop.trust.sign("intake-segment@v1", header), b"", ())


def test_the_first_laptop_founds_its_center(incheon):
    own = incheon.trust.own()
    assert (own.center, own.device) == ("IC", incheon.vault.device_id)
    assert own.certificate.principals == (f"dev:{incheon.vault.device_id}",)
    assert incheon.trust.holds_ca
    (ours,) = incheon.trust.enrolled()
    assert (ours.code, ours.name, ours.own) == ("IC", "인천센터", True)
    assert incheon.trust.parties() == ()


def test_a_center_is_founded_once(incheon):
    with pytest.raises(NotYours):
        incheon.trust.found("center", "SE", "서울센터", "x")


def test_before_founding_nothing_can_be_signed(second):
    assert not second.trust.is_own_enrolled
    for verb in (second.trust.own, second.trust.card_file):
        with pytest.raises(NotEnrolled):
            verb()


def test_no_secret_shows_in_a_repr(incheon):
    shown = repr(incheon.trust.own()) + repr(incheon.trust.own().device_signer)
    assert "AGE-SECRET" not in shown
    assert incheon.trust.own().key.seed.hex() not in shown
    assert str(incheon.trust.own().key.seed) not in shown


def test_nobody_is_believed_before_the_words_were_compared(incheon, central):
    armored = incheon.trust.sign(USE, b"hello")
    with pytest.raises(UnknownDevice):
        central.trust.check_signature(USE, b"hello", armored)
    hold_hands(central, incheon)
    signer = central.trust.check_signature(USE, b"hello", armored)
    assert (signer.device, signer.center) == (incheon.vault.device_id, "IC")
    assert central.trust.party_of(signer).name == "IC"


def test_both_sides_see_the_same_words(incheon, central):
    shown = read_card(incheon.trust.card_file()).words()
    assert central.trust.read(incheon.trust.card_file()).words() == shown


def test_a_signature_counts_for_its_use_and_its_bytes_only(incheon, central):
    hold_hands(central, incheon)
    armored = incheon.trust.sign(USE, b"hello")
    for namespace, message in ((USE, b"other"), ("intake-receipt@v1", b"hello")):
        with pytest.raises(BadSignature):
            central.trust.check_signature(namespace, message, armored)


def test_a_bare_key_is_nobody(central):
    with pytest.raises(UnknownDevice):
        central.trust.check_signature(USE, b"x", sign(USE, b"x", SigningKey.generate()))


def test_a_party_has_the_keys_of_its_card(incheon, central):
    hold_hands(central, incheon)
    party = central.trust.party("IC")
    assert party.recipients == (incheon.trust.own().identity.recipient,)
    assert not party.own
    assert central.trust.is_enrolled("IC")
    with pytest.raises(NotEnrolled):
        central.trust.party("SE")


def test_central_desks_are_known_by_their_card(incheon, central):
    hold_hands(central, incheon)
    assert incheon.trust.central_codes() == {"C0"}


# --- the next laptop ---------------------------------------------------------------


def test_the_next_laptop_asks_and_is_answered(incheon, central, second):
    hold_hands(central, incheon)
    request = second.trust.request("IC", "상담실 2")
    assert incheon.trust.read(request).words() == read_enrolment(request).words()
    card = second.trust.take_answer(incheon.trust.answer(request))
    assert card.words() == read_card(incheon.trust.card_file()).words()
    own = second.trust.own()
    assert (own.center, own.device) == ("IC", second.vault.device_id)
    assert not second.trust.holds_ca
    assert {one.code for one in second.trust.enrolled()} == {"IC", "C0"}
    laptops = [party.name for party in second.trust.parties() if party.own]
    assert laptops == [incheon.vault.device_id]
    signer = central.trust.check_signature(USE, b"x", second.trust.sign(USE, b"x"))
    assert signer.device == second.vault.device_id


def test_the_center_hands_out_its_new_card(incheon, central, second):
    hold_hands(central, incheon)
    incheon.trust.answer(second.trust.request("IC", "상담실 2"))
    assert len(central.trust.party("IC").recipients) == 1
    central.trust.accept(incheon.trust.card_file())
    assert len(central.trust.party("IC").recipients) == 2


def test_an_older_card_changes_nothing(incheon, central, second):
    older = incheon.trust.card_file()
    incheon.trust.answer(second.trust.request("IC", "상담실 2"))
    central.trust.accept(incheon.trust.card_file())
    central.trust.accept(older)
    assert len(central.trust.party("IC").recipients) == 2


def test_asking_twice_gives_one_place_on_the_card(incheon, second):
    for _ in range(2):
        answer = incheon.trust.answer(second.trust.request("IC", "상담실 2"))
    second.trust.take_answer(answer)
    assert len(read_card(incheon.trust.card_file()).devices) == 2


def test_only_the_laptop_with_the_ca_lets_others_in(incheon, second, central):
    second.trust.take_answer(incheon.trust.answer(second.trust.request("IC", "x")))
    with pytest.raises(NotYours):
        second.trust.answer(central.trust.request("IC", "x"))


def test_a_request_to_another_center_is_not_answered(incheon, second):
    with pytest.raises(UnknownDevice):
        incheon.trust.answer(second.trust.request("SE", "x"))
    with pytest.raises(UnknownDevice):
        incheon.trust.answer(incheon.trust.card_file())


def test_an_answer_to_somebody_else_is_not_taken(incheon, second, central):
    answer = incheon.trust.answer(second.trust.request("IC", "x"))
    with pytest.raises(UnknownDevice):
        central.trust.take_answer(answer)


def test_an_answer_for_another_key_is_not_taken(incheon, second):
    """The request was replaced on its way by one with the attacker's key."""
    thief = SigningKey.generate()
    text = PqIdentity.generate().recipient.text
    false = Request("IC", second.vault.device_id, "x", thief.public, text, 1)
    answer = incheon.trust.answer(false.to_file(by(thief)))
    with pytest.raises(CertificateRefused):
        second.trust.take_answer(answer)
    assert not second.trust.is_own_enrolled


def test_an_answer_with_a_certificate_of_another_ca_is_not_taken(
    incheon, second, central
):
    answer = read_enrolment(incheon.trust.answer(second.trust.request("IC", "x")))
    thief = SigningKey.generate()
    card = Card("center", "IC", "x", thief.public, (), 1).to_file(by(thief)).decode()
    false = Answer(answer.device, thief.public, answer.certificate, (card,), 1)
    with pytest.raises(CertificateRefused):
        second.trust.take_answer(false.to_file(by(thief)))


# --- contradictions ------------------------------------------------------------------


def test_another_key_under_a_known_code_is_refused_until_it_is_forgotten(
    incheon, central
):
    hold_hands(central, incheon)
    thief = SigningKey.generate()
    false = Card("center", "IC", "인천센터", thief.public, (), 1 << 50).to_file(
        by(thief)
    )
    with pytest.raises(CertificateRefused):
        central.trust.accept(false)
    central.trust.forget("IC")
    assert not central.trust.is_enrolled("IC")
    assert central.trust.accept(false).ca == thief.public


@pytest.mark.parametrize("code", ["ic", "iC"])
def test_codes_that_share_a_mailbox_folder_are_refused(incheon, central, code):
    hold_hands(central, incheon)
    other = SigningKey.generate()
    with pytest.raises(CertificateRefused):
        central.trust.accept(
            Card("center", code, "x", other.public, (), 1).to_file(by(other))
        )


def test_one_key_cannot_be_two_centers(incheon, central):
    thief = SigningKey.generate()
    central.trust.accept(
        Card("center", "SE", "x", thief.public, (), 1).to_file(by(thief))
    )
    with pytest.raises(CertificateRefused):
        central.trust.accept(
            Card("center", "BU", "x", thief.public, (), 1).to_file(by(thief))
        )


def test_a_card_cannot_take_somebody_elses_laptop(incheon, central):
    hold_hands(central, incheon)
    thief = SigningKey.generate()
    line = DeviceLine(
        incheon.vault.device_id, "x", PqIdentity.generate().recipient.text
    )
    with pytest.raises(CertificateRefused):
        central.trust.accept(
            Card("center", "SE", "x", thief.public, (line,), 1).to_file(by(thief))
        )


def test_our_own_center_cannot_be_forgotten(incheon):
    with pytest.raises(NotYours):
        incheon.trust.forget("IC")


def test_a_forgotten_center_is_believed_no_more(incheon, central):
    hold_hands(central, incheon)
    central.trust.forget("IC")
    with pytest.raises(UnknownDevice):
        central.trust.check_signature(USE, b"x", incheon.trust.sign(USE, b"x"))


# --- validity and revocation -----------------------------------------------------------


def test_a_certificate_has_its_time(incheon, central):
    hold_hands(central, incheon)
    signer = central.trust.check_signature(USE, b"x", incheon.trust.sign(USE, b"x"))
    central.trust.check_valid(signer, incheon.ms)
    for ms in (incheon.ms - 2 * DAY, incheon.ms + MONTHS_13 * 1000 + 1):
        with pytest.raises(CertificateRefused):
            central.trust.check_valid(signer, ms)


def test_a_certificate_is_renewed_where_the_ca_is(incheon):
    before = incheon.trust.own().certificate
    assert not incheon.trust.renew()
    incheon.ms += 360 * DAY
    assert incheon.trust.renew()
    after = incheon.trust.own().certificate
    assert after.serial != before.serial
    assert after.public == before.public


def test_a_revoked_device_counts_up_to_its_last_trusted_segment(incheon, central):
    hold_hands(central, incheon)
    signer = central.trust.check_segment(segment(incheon, n=5), "intake-segment@v1")
    central.trust.revoke(signer, "a1", 5)
    central.trust.check_segment(segment(incheon, n=5), "intake-segment@v1")
    for late in (segment(incheon, n=6), segment(incheon, log="b2", n=0)):
        with pytest.raises(CertificateRefused) as caught:
            central.trust.check_segment(late, "intake-segment@v1")
        assert caught.value.facts["why"] == "revoked"
    with pytest.raises(CertificateRefused):
        central.trust.check_signature(USE, b"x", incheon.trust.sign(USE, b"x"))


def test_a_later_revocation_never_trusts_more(incheon, central):
    hold_hands(central, incheon)
    signer = central.trust.check_segment(segment(incheon), "intake-segment@v1")
    central.trust.revoke(signer, "a1", 3)
    central.trust.revoke(signer, "a1", 9)
    with pytest.raises(CertificateRefused):
        central.trust.check_segment(segment(incheon, n=4), "intake-segment@v1")


def test_a_principal_that_is_no_device_is_refused(incheon, central):
    from intake.crypto import issue_certificate  # noqa: PLC0415 - forging is this test's own

    hold_hands(central, incheon)
    ca = SigningKey.from_seed(incheon.vault.secret("trust/ca-seed"))
    key = SigningKey.generate()
    for principal in ("root", "device:x"):
        certificate = issue_certificate(
            ca,
            key.public,
            principal=principal,
            serial=1,
            key_id="x",
            valid_after=0,
            valid_before=2**40,
        )
        with pytest.raises(CertificateRefused):
            central.trust.check_signature(USE, b"x", sign(USE, b"x", key, certificate))


def test_every_refusal_is_one_of_ours(central):
    for nonsense in (b"", b"{}", b"\xff", b"x" * 10_000):
        with pytest.raises(IntakeError):
            central.trust.accept(nonsense)
