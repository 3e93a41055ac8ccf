"""A central desk, or a laptop of the same center, that means harm to a center."""

import pytest

from intake.exchange import clear_outbox, outbox
from intake.ids import new_id, scope_of
from tests.exchange.places import START
from tests.hostile.rogues import STAMP, Rogue, body, put
from tests.hostile.test_answers import rogue_to_own


def a_case():
    return scope_of("case", new_id(START))


def case_of(scope):
    return scope.partition("/")[2]


def test_the_central_desk_cannot_plant_a_case_among_a_centers_own(
    incheon, central, mailbox
):
    rogue, case = Rogue(central), a_case()
    said = body(case, [("case", case_of(case), "number", "IC-2026-00001", [])])
    put(mailbox, rogue.words("IC", rogue.segment(said)), "IC")
    incheon.receive(mailbox)
    assert incheon.sees("case") == ()


def test_the_central_desk_cannot_write_consent_into_a_centers_case(
    incheon, central, mailbox
):
    case = incheon.case()
    rogue, consent = Rogue(central), new_id(START)
    said = [
        ("consent", consent, "case", case_of(case), []),
        ("consent", consent, "purpose", "CENTRAL", []),
        ("consent", consent, "decision", "AGREED", []),
    ]
    put(mailbox, rogue.words("IC", rogue.segment(body(case, said))), "IC")
    incheon.receive(mailbox)
    assert incheon.sees("consent") == ()


def test_consent_said_in_another_case_opens_nothing_here(incheon, central, mailbox):
    """The scope says whose consent it is, whatever the field ``case`` says."""
    case, elsewhere = incheon.case(), a_case()
    rogue, consent = Rogue(incheon, device="another-laptop"), new_id(START)
    said = [
        ("consent", consent, "case", case_of(case), []),
        ("consent", consent, "purpose", "CENTRAL", []),
        ("consent", consent, "decision", "AGREED", []),
    ]
    put(mailbox, rogue_to_incheon(rogue, incheon, body(elsewhere, said)), "IC")
    incheon.receive(mailbox)
    (row,) = incheon.sees("consent")
    assert row["case"] == case_of(elsewhere)


def rogue_to_incheon(rogue, incheon, said):
    return rogue_to_own(rogue, incheon, said)


def test_a_receipt_in_another_laptops_name_is_refused(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    sealed = incheon.send(mailbox)
    rogue = Rogue(central)
    put(mailbox, rogue.receipt("IC", bundles=[sealed.sha], by="somebody-else"), "IC")
    (item,) = incheon.receive(mailbox).items
    assert item.state == "refused"
    assert [one.sha for one in outbox(incheon.ctx)] == [sealed.sha]


def test_a_receipt_of_another_center_clears_nobodys_outbox(
    incheon, seoul, central, mailbox
):
    incheon.case(CENTRAL="AGREED")
    sealed = incheon.send(mailbox)
    incheon.trust.accept(seoul.trust.card_file())
    seoul.trust.accept(incheon.trust.card_file())
    put(mailbox, Rogue(seoul).receipt("IC", bundles=[sealed.sha]), "IC")
    incheon.receive(mailbox)
    clear_outbox(incheon.ctx)
    assert [one.sha for one in outbox(incheon.ctx)] == [sealed.sha]


@pytest.mark.parametrize("purpose", ["sync", "receipt"])
def test_a_bundle_for_somebody_else_is_not_ours_for_lying_in_our_folder(
    purpose, incheon, central, seoul, mailbox
):
    rogue = Rogue(seoul)
    data = (
        rogue.receipt("C0", to="SE")
        if purpose == "receipt"
        else rogue.words("C0", rogue.segment(body(a_case(), stamp=STAMP)), to=("SE",))
    )
    put(mailbox, data)
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("refused", "err-not-for-us")
