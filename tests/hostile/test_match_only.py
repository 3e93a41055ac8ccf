"""Whoever attacks match-only: who floods, who was put back from a backup, whose power fails, who counts."""

import contextlib
from os import urandom

import pytest

from intake.crypto.escrow import tag_of
from intake.crypto.oprf import evaluate, read_key
from intake.crypto.ristretto import total
from intake.desk import workspace
from intake.errors import NotForUs, NotYours
from intake.exchange import outbox
from intake.exchange.dropping import take_out
from intake.exchange.escrow import filing, keeping
from intake.exchange.escrow.filing import _nothing
from intake.exchange.escrow.inputs import input_of, person_input
from intake.exchange.escrow.messages import Filed
from intake.exchange.escrow.who import epoch_now
from tests.centers_at_hand import carry
from tests.escrow_at_hand import (
    DAY,
    HIM,
    OTHER,
    QUIET,
    SEA,
    SKY,
    a_town,
    both_name_him,
    count,
    named,
    rows,
)
from tests.exchange.escrow import conftest as towns
from tests.vaults_at_hand import PASSPHRASE, POLICY

town, both_named = towns.town, towns.both_named  # fixtures
HERS = "조용한 아침 산길의 돌"
REAL = 'select id from escrow_entry where "case" is not null'
LIE = "select id from escrow_kept where center = 'IC'"


def ids(desk, sql):
    return {bytes(one) for (one,) in rows(desk, sql)}


# --- put back from a backup ----------------------------------------------------------------------


def test_what_waited_when_the_backup_was_made_lies_there_after_it_was_put_back(town):
    """Its id is not among what the laptop knows to lie there, and must not be dead for good."""
    desk = town["IC"]
    case = named(desk, HIM, **SKY)
    town.go("IC")
    before = rows(desk, "select * from escrow_entry")
    town.rounds()
    with desk._rooms.vault.writing() as db:  # the vault as it was when it waited
        for table in ("escrow_entry", "escrow_asked", "escrow_ask"):
            db.execute(f"delete from {table}")
        marks = ", ".join("?" * len(before[0]))
        db.executemany(f"insert into escrow_entry values ({marks})", before)
        db.execute("update escrow_entry set ask = null")
    desk._rooms.vault.keep_fact("escrow/kept", "")
    with desk._rooms.vault.writing() as db:
        db.execute("delete from escrow_said where what like 'keep/%'")
    town.wall.ms += DAY
    town.rounds()
    assert desk.escrow.of_case(case).state == "FILED"
    assert ids(desk, REAL) <= ids(town["C0"], LIE)


def test_a_second_party_that_was_put_back_is_told_and_the_quota_is_not_burnt(town):
    ((before,),) = rows(town["E0"], "select secret from escrow_part")
    town.wall.ms += 100 * DAY
    if epoch_now(town["IC"]._rooms.exchange) != rows(town["E0"], "select epoch from escrow_part")[0][0]:  # fmt: skip
        town.rounds()
        ((before,),) = rows(town["E0"], "select secret from escrow_part order by epoch desc limit 1")  # fmt: skip
        town.wall.ms += 100 * DAY
    town.rounds()
    year = epoch_now(town["IC"]._rooms.exchange)
    assert rows(town["E0"], "select share from escrow_part where epoch = ?", year) == [(2,)]  # fmt: skip
    with town["E0"]._rooms.vault.writing() as db:
        db.execute("update escrow_part set share = 1, secret = ? where epoch = ?", (before, year))  # fmt: skip
    named(town["IC"], HIM)
    town.rounds(20)
    view = town["IC"].escrow.state()
    assert view.used_today <= 100
    assert any("E0" in one for one in view.troubles)


# --- floods ---------------------------------------------------------------------------------------


def token_of(town, value):
    parts = [bytes(rows(town[one], "select secret from escrow_part")[0][0]) for one in ("C0", "E0")]  # fmt: skip
    return evaluate(read_key(total(*parts)), input_of("phone", value))


def test_a_center_that_floods_one_tag_does_not_keep_two_others_from_meeting(town):
    central = town["C0"]._rooms.exchange
    token = token_of(town, "+821000004217")
    tag = tag_of(token)
    for _ in range(5):
        lines = tuple((urandom(16), tag + bytes(_nothing())[32:]) for _ in range(50))
        keeping.take_filed(central, "BS", Filed(epoch_now(central), lines))
    both_name_him(town)
    assert [one.centers for one in town["C0"].escrow.matches()] == [("IC", "SE")]


def test_what_is_filed_for_a_year_without_a_key_is_not_kept(town):
    central = town["C0"]._rooms.exchange
    lines = tuple((urandom(16), bytes(_nothing())) for _ in range(50))
    for year in (1999, 2500, 9999):
        with pytest.raises(NotForUs):
            keeping.take_filed(central, "IC", Filed(year, lines))
    assert count(town["C0"], "escrow_kept") == 0


# --- a hand or a machine that stops ----------------------------------------------------------------


def test_power_that_fails_between_sealing_and_noting_leaves_nothing_that_cannot_be_taken_back(town, monkeypatch):  # fmt: skip
    desk = town["IC"]
    case = named(desk, HIM, **SKY)
    town.round("IC", "C0", "E0")
    town.fetch("IC")
    with monkeypatch.context() as patch:
        patch.setattr(filing, "drop", _fails)
        with pytest.raises(PowerFailed):
            desk.escrow.go(QUIET)
    filed = ids(desk, REAL)
    desk.consents.withdraw(case, "MATCH")
    town.rounds()
    assert len(filed) == 1
    assert not filed & ids(town["C0"], LIE)


class PowerFailed(Exception):
    """The laptop went dark."""


def _fails(*_args):
    raise PowerFailed


def test_a_filing_that_was_taken_out_of_the_outbox_is_filed_again(town):
    desk = town["IC"]
    case = named(desk, HIM, **SKY)
    town.round("IC", "C0", "E0")
    town.fetch("IC")
    assert desk.escrow.go(QUIET) == 1
    (letter,) = outbox(desk._rooms.exchange)
    take_out(desk._rooms.exchange, letter)
    town.wall.ms += 2 * DAY
    town.rounds()
    assert desk.escrow.of_case(case).state == "FILED"
    assert ids(desk, REAL) <= ids(town["C0"], LIE)


# --- what the central desk can count ----------------------------------------------------------------


def test_a_new_year_does_not_tell_which_entries_of_the_last_were_none(town):
    """One real entry a day among fifty; only the real ones filed anew would name them all."""
    for at in range(4):
        named(town["IC"], f"010-0000-{5000 + at}")
        town.rounds()
        town.wall.ms += DAY
        if epoch_now(town["IC"]._rooms.exchange) != rows(town["C0"], "select max(epoch) from escrow_kept")[0][0]:  # fmt: skip
            pytest.skip("the year changes on these days")
    last = epoch_now(town["IC"]._rooms.exchange)
    town.wall.to_next_year()
    town.rounds(20)
    per = "select id from escrow_kept where center = 'IC' and epoch = {}"
    old, new = (ids(town["C0"], per.format(year)) for year in (last, last + 1))
    assert len(old) == 200
    assert old == new


# --- after it was taken back --------------------------------------------------------------------------


def test_what_was_told_is_told_no_more_once_she_took_it_back(both_named):
    town, (case, _) = both_named
    town["C0"].escrow.tell(town["C0"].escrow.matches()[0].id)
    town.rounds()
    desk = town["IC"]
    assert desk.escrow.of_case(case).found
    desk.consents.withdraw(case, "MATCH")
    town.rounds()
    assert desk.escrow.found() == ()
    assert desk.escrow.of_case(case).found == ()
    assert desk.escrow.state().found == 0
    assert "next-escrow-found" not in {one.text_id for one in desk.today().actions}


def test_a_center_that_took_back_is_named_in_no_match_that_goes_on(tmp_path):
    town = a_town(tmp_path, ("IC", "SE", "BS", "C0", "E0"))
    try:
        case, _ = both_name_him(town)
        named(town["BS"], HIM, name="박들", birth="2003-04-05")
        town.rounds()
        town["IC"].consents.withdraw(case, "MATCH")
        town.rounds()
        (match,) = town["C0"].escrow.matches()
        assert (match.is_over, match.centers, match.filings) == (False, ("BS", "SE"), 2)
        town["C0"].escrow.tell(match.id)
        town.rounds()
        assert town["IC"].escrow.found() == ()
        assert not rows(town["C0"], "select 1 from escrow_said where what like 'found/%' and party = 'IC'")  # fmt: skip
    finally:
        town.close()


# --- other roles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["IT", "AUDITOR", "COUNSELOR"])
def test_who_may_not_see_the_case_is_not_told_that_something_matched(both_named, role):
    town, (case, _) = both_named
    town["C0"].escrow.tell(town["C0"].escrow.matches()[0].id)
    town.rounds()
    desk = town["IC"]
    assert desk.escrow.state().found == 1
    desk.settings.set("own_cases_only", value=True)
    desk.roles.add_person("이동료", role, PASSPHRASE, HERS)
    folder, keyring = desk.about().folder, desk._rooms.keyring
    wall = desk._rooms.clock.wall
    desk.close()
    other = workspace.open_(folder, HERS, QUIET, keyring=keyring, policy=POLICY)
    town.desks["IC"] = other
    other._rooms.clock.wall = wall
    assert other.escrow.state().found == 0
    for asked in (lambda: other.escrow.of_case(case), other.escrow.found):
        with contextlib.suppress(NotYours):
            assert not asked()
    assert "next-escrow-found" not in {one.text_id for one in other.today().actions}


# --- what is asked ----------------------------------------------------------------------------------------


def test_her_own_number_is_never_asked_about_also_where_he_used_it(town):
    desk = town["IC"]
    case = named(desk, HIM, OTHER)
    (own,) = [one for one in desk._rooms.register.find("identifier", case=case) if one["value"] == OTHER]  # fmt: skip
    desk.records.add("identifier", case, {"kind": "phone", "value": OTHER, "role": "VICTIM"})  # fmt: skip
    assert own["role"] != "VICTIM"
    town.go("IC")
    asked = {bytes(one) for (one,) in rows(desk, "select input from escrow_entry")}
    assert asked == {input_of("phone", "+821000004217")}


def test_a_case_destroyed_after_it_was_taken_back_leaves_no_name_in_a_question_under_way(town):  # fmt: skip
    desk = town["IC"]
    case, other = named(desk, HIM, **SKY), named(desk, OTHER, **SEA)
    town.go("IC")  # asked; nobody has answered
    desk.consents.withdraw(case, "MATCH")
    town.go("IC")
    assert _asked_inputs(desk) == {
        input_of("phone", "+821000004218"),
        person_input("이바다", "2002-03-04", ""),
    }
    number = str(desk._rooms.register.get("case", case)["number"])
    desk.erasing.destroy(case, "whole", "REQUEST", number, QUIET)
    town.rounds()
    assert desk.escrow.of_case(other).state == "FILED"
    assert desk.escrow.state().used_today == 50  # nothing had to be asked again


def _asked_inputs(desk):
    return {bytes(one) for (one,) in rows(desk, "select input from escrow_asked where input <> x''")}  # fmt: skip


@pytest.mark.parametrize("agrees", [True, False])
def test_an_anonymous_case_that_goes_on_in_a_named_one_does_not_open_with_her_own_at_another_center(town, agrees):  # fmt: skip
    """Where she agreed in the named one too; else her name is not asked about for it."""
    desk = town["IC"]
    anonymous = named(desk, HIM)
    purposes = ("RECORD", "MATCH") if agrees else ("RECORD",)
    desk.joining.join(anonymous, named(desk, OTHER, **SKY, purposes=purposes))
    named(town["SE"], HIM, **SKY)
    town.rounds()
    assert len(town["C0"].escrow.matches()) == int(not agrees)
    people = {bytes(one) for (one,) in rows(desk, "select person from escrow_entry")}
    assert (person_input("김하늘", "2001-02-03", "") in people) == agrees


@pytest.mark.parametrize("knows", [True, False])
def test_what_is_two_years_old_goes_also_where_the_second_party_is_silent_for_ever(both_named, knows):  # fmt: skip
    """The consent says: until the end of the next year. A clock that jumps for a day ends nothing."""
    town, _ = both_named
    central = town["C0"]
    if not knows:
        central._rooms.exchange.trust.forget("E0")
    before, town.wall.ms = town.wall.ms, town.wall.ms + 800 * DAY
    central.escrow.go(QUIET)
    town.wall.ms += DAY
    central.escrow.go(QUIET)
    town.wall.ms = before + 2 * DAY
    central.escrow.go(QUIET)
    town.wall.ms = before + 800 * DAY
    central.escrow.go(QUIET)
    assert count(central, "escrow_kept") == 100
    town.wall.ms += 40 * DAY
    central.escrow.go(QUIET)
    town.wall.ms += 40 * DAY  # the year may have changed in between
    central.escrow.go(QUIET)
    assert count(central, "escrow_kept") == 0
    assert [one.is_over for one in central.escrow.matches()] == [True]


def test_an_anonymous_case_that_goes_over_to_another_center_does_not_open_with_itself(town, tmp_path):  # fmt: skip
    """For a while both centers have it filed: the one that gave it has not heard that it was taken."""
    giver, taker, stick = town["IC"], town["SE"], tmp_path / "stick"
    stick.mkdir()
    case = named(giver, HIM, purposes=("RECORD", "CENTER", "MATCH"))
    town.rounds()
    handover = giver.handovers.offer(case, "SE", "MOVED")
    carry(giver, taker, stick)
    taker.handovers.take(handover)
    for _ in range(4):
        town.round("SE", "C0", "E0")
    assert [one.escrow.of_case(case).state for one in (giver, taker)] == ["FILED", "FILED"]  # fmt: skip
    assert town["C0"].escrow.matches() == ()
    carry(taker, giver, stick)
    town.rounds()
    assert ids(giver, REAL) == set()
