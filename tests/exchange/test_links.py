"""Links and notices on the road: who may say them, and what becomes of the rest."""

import pytest

from intake.consent import Verdict
from intake.exchange import agreed, linked, plan_send, withdrawn
from intake.exchange.linked import has_heard
from intake.ids import new_id, scope_of
from intake.ledger import Deed

CORE = Verdict(frozenset({"core"}), "hostile")


@pytest.fixture
def hostile(monkeypatch):
    """Let every workspace send its link scopes, whatever the rules say."""
    monkeypatch.setattr(agreed.Agreement, "_of_link", lambda *_args: CORE)


def say(here, entity, record="", **said):
    record = record or new_id(here.wall())
    scope = scope_of("link", record)
    with here.ledger.saying(Deed.NOTIFY, scope=scope, actor="kim") as words:
        for name, value in said.items():
            words.set(entity, record, name, value)
    return record


def notice(place, to="IC", **said):
    return say(place, "link_notice", to_center=to, kind="MATCH", state="SENT", **said)


def aside(place):
    return place.books("select count(*) from waiting where why = 'aside'")[0][0]


def test_a_notice_reaches_the_center_it_is_for(incheon, seoul, central, mailbox):
    for_incheon, for_seoul = notice(central), notice(central, "SE")
    central.send(mailbox, "IC")
    central.send(mailbox, "SE")
    incheon.receive(mailbox)
    seoul.receive(mailbox)
    assert [row.id for row in incheon.sees("link_notice")] == [for_incheon]
    assert [row.id for row in seoul.sees("link_notice")] == [for_seoul]


def test_it_is_heard_once_the_receipt_is_home(incheon, central, mailbox):
    scope = scope_of("link", notice(central))
    central.send(mailbox, "IC")
    assert not has_heard(central.ctx, "IC", scope)
    incheon.receive(mailbox)
    central.receive(mailbox)
    assert has_heard(central.ctx, "IC", scope)
    assert not has_heard(central.ctx, "SE", scope)
    say(central, "link_notice", scope.partition("/")[2], state="RECALLED")
    assert not has_heard(central.ctx, "IC", scope)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    central.receive(mailbox)
    assert has_heard(central.ctx, "IC", scope)


def test_a_notice_withdrawn_is_withdrawn_there_too(incheon, central, mailbox):
    record = notice(central)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    with central.ledger.saying(
        Deed.RETRACT, scope=scope_of("link", record), actor="kim"
    ) as words:
        words.retract("link_notice", record, "mistake")
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    assert incheon.sees("link_notice") == ()


def test_the_plan_counts_notices_beside_the_cases(incheon, central):
    record = notice(central)
    say(central, "notice_line", notice=record, to_center="IC", place=0)
    notice(central, "SE")
    planned = plan_send(central.ctx, "IC")
    assert (planned.notices, planned.records) == (1, 2)
    assert planned.goes == planned.stays == ()


def test_a_center_cannot_recall_what_the_central_desk_said(
    incheon, central, mailbox, hostile
):
    record = notice(central)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    say(incheon, "link_notice", record, state="RECALLED", to_center="SE")
    incheon.send(mailbox)
    central.receive(mailbox)
    (row,) = central.sees("link_notice")
    assert (row["state"], row["to_center"]) == ("SENT", "IC")
    assert aside(central) == 1


def test_a_notice_that_a_center_made_up_is_sent_on_to_nobody(
    incheon, seoul, central, mailbox, hostile
):
    notice(incheon, "SE", other_center="IC")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert plan_send(central.ctx, "SE").records == 0
    assert seoul.sees("link_notice") == ()


def test_a_decision_travels_with_the_consent_of_both_cases(incheon, central, mailbox):
    one = incheon.case(RECORD="AGREED", CENTRAL="AGREED")
    other = incheon.case(RECORD="AGREED", CENTRAL="AGREED")
    kept = incheon.case(RECORD="AGREED")
    ids = [scope.partition("/")[2] for scope in (one, other, kept)]
    goes = say(incheon, "link", one_case=ids[0], other_case=ids[1], decision="SAME")
    line = say(incheon, "link_line", link=goes, place=0, says="match-says-same")
    stays = say(incheon, "link", one_case=ids[0], other_case=ids[2], decision="SAME")
    say(incheon, "link", one_case=ids[0], decision="SAME")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert [row.id for row in central.sees("link")] == [goes]
    assert [row.id for row in central.sees("link_line")] == [line]
    incheon.consent(kept, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert {row.id for row in central.sees("link")} == {goes, stays}


def test_that_two_cases_are_of_one_victim_stays_where_who_she_is_stays(
    incheon, central, mailbox, monkeypatch
):
    """It says where else she went: what she agreed to about the suspect does not carry it."""
    every = dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL", "MATCH", "COURT"), "AGREED")  # fmt: skip
    one, other = incheon.case(**every), incheon.case(**every)
    ids = [scope.partition("/")[2] for scope in (one, other)]
    said = {"one_case": ids[0], "other_case": ids[1], "decision": "SAME"}
    goes = say(incheon, "link", kind="same_person", **said)
    stays = say(incheon, "link", kind="same_victim", **said)
    say(incheon, "link_line", link=stays, place=0, says="match-says-same")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert [row.id for row in central.sees("link")] == [goes]
    assert central.sees("link_line") == ()
    with_her = Verdict(frozenset({"core", "suspect", "identity"}), "agreed")
    monkeypatch.setattr(
        agreed.Agreement,
        "_to_central",
        lambda _, scope: with_her if scope in {one, other} else CORE,
    )
    incheon.send(mailbox)
    central.receive(mailbox)
    assert {row.id for row in central.sees("link")} == {goes, stays}


def test_one_that_went_before_goes_no_further_and_is_asked_back(
    incheon, central, mailbox, monkeypatch
):
    """An older version told the central desk of it."""
    shared = {"RECORD": "AGREED", "CENTRAL": "AGREED"}
    ids = [incheon.case(**shared).partition("/")[2] for _ in range(2)]
    with monkeypatch.context() as older:
        older.setattr(linked.Links, "class_of", lambda *_: "suspect")
        link = say(incheon, "link", kind="same_victim", one_case=ids[0], other_case=ids[1], decision="SAME")  # fmt: skip
        incheon.send(mailbox)
        central.receive(mailbox)
        incheon.receive(mailbox)
    say(incheon, "link", link, decision="NOT_SAME")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert central.sees("link")[0]["decision"] == "SAME"
    told = central.books("select scope from withdrawn_in")
    assert told == [(scope_of("link", link),)]


def test_a_decision_whose_case_is_withdrawn_travels_no_more(incheon, central, mailbox):
    one = incheon.case(RECORD="AGREED", CENTRAL="AGREED")
    other = incheon.case(RECORD="AGREED")
    consent = incheon.consent(other, "CENTRAL")
    ids = [scope.partition("/")[2] for scope in (one, other)]
    link = say(incheon, "link", one_case=ids[0], other_case=ids[1], decision="SAME")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.withdraw(other, consent)
    say(incheon, "link", link, decision="NOT_SAME")
    incheon.send(mailbox)
    report = central.receive(mailbox)
    assert report.withdrawn == {other}  # what a person has to destroy is a case
    assert [one.scope for one in withdrawn(central.ctx)] == [other]
    assert central.sees("link")[0]["decision"] == "SAME"
