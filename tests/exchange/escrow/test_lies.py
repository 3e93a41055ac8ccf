"""Whoever lies in match-only: a party with another key, a letter from the wrong hand, a clock that jumps."""

from dataclasses import replace

import pytest

from intake.crypto.oprf import new_key
from intake.errors import BadSignature
from intake.exchange import received
from intake.exchange.escrow import answering, asking, epochs, keeping
from intake.exchange.escrow.messages import (
    Answered,
    Asked,
    EpochSaid,
    KeptSaid,
    TotalSaid,
)
from intake.exchange.escrow.posting import post
from intake.exchange.escrow.who import epoch_now, today
from tests.escrow_at_hand import (
    DAY,
    HIM,
    OTHER,
    QUIET,
    SEA,
    SKY,
    count,
    named,
    rows,
)


def test_a_party_refuses_what_is_over_its_quota_and_the_center_asks_again_tomorrow(town):  # fmt: skip
    ctx = town["E0"]._rooms.exchange
    with town["E0"]._rooms.vault.writing() as db:  # as if another had asked in its name
        db.execute(
            "insert into escrow_heard (ask, center, day, epoch, size, digest, elements, state)"
            " values (x'00', 'IC', ?, ?, 460, x'00', x'', 'answered')",
            (today(ctx), epoch_now(ctx)),
        )
    case = named(town["IC"], HIM)
    town.rounds()
    assert town["IC"].escrow.of_case(case).state == "WAITING"
    assert any("내일" in one for one in town["IC"].escrow.state().troubles)
    town.wall.ms += DAY
    town.rounds()
    assert town["IC"].escrow.of_case(case).state == "FILED"
    for party, asked, refused, other in (("C0", 50, 0, 460), ("E0", 460, 50, 50)):
        (day,) = [one for one in town[party].escrow.days() if one.refused or one.differs]  # fmt: skip
        assert (day.center, day.asked, day.refused, day.other_asked, day.differs) == ("IC", asked, refused, other, True)  # fmt: skip
        assert town[party].escrow.state().incidents == 1


def test_an_answer_with_another_part_of_the_key_is_set_aside_and_asked_again(town):
    (honest,) = rows(town["E0"], "select secret from escrow_part")
    _lie(town["E0"], bytes(new_key().secret))
    case = named(town["IC"], HIM)
    town.round("IC", "C0", "E0", "IC")
    refused = [one.reason for one in received(town["IC"]._rooms.exchange) if one.reason]
    assert refused == ["err-bad-signature"]
    assert any("E0" in one for one in town["IC"].escrow.state().troubles)
    assert town["IC"].escrow.of_case(case).filed == 0
    _lie(town["E0"], bytes(honest[0]))
    town.rounds()
    assert town["IC"].escrow.of_case(case).state == "FILED"


def _lie(desk, secret):
    with desk._rooms.vault.writing() as db:
        db.execute("update escrow_part set secret = ?", (secret,))


def test_a_clock_that_jumps_ahead_at_one_party_destroys_nothing(both_named):
    town, (case, _) = both_named
    own = town["E0"]._rooms.clock
    right, own.wall = own.wall, lambda: town.wall() + 3 * 365 * DAY
    town["E0"].escrow.go(QUIET)
    own.wall = right
    later = named(town["IC"], OTHER)
    town.rounds()
    assert {town["IC"].escrow.of_case(one).state for one in (case, later)} == {"FILED"}


def test_another_question_under_one_id_is_refused_and_the_same_is_counted_once(town):
    named(town["IC"], HIM)
    town.round("IC")
    town.fetch("E0")
    ctx = town["E0"]._rooms.exchange
    ((ask, elements),) = rows(town["E0"], "select ask, elements from escrow_heard")
    points = tuple(bytes(elements)[at : at + 32] for at in range(0, 1600, 32))
    said = Asked(bytes(ask), epoch_now(ctx), points)
    answering.hear(ctx, "IC", said)
    assert rows(town["E0"], "select sum(size), count(*) from escrow_heard") == [(50, 1)]
    answering.hear(ctx, "IC", replace(said, elements=points[::-1]))
    assert rows(town["E0"], "select reason, sum(size) from escrow_heard") == [("twice", 50)]  # fmt: skip


def test_a_party_that_tells_two_centers_different_halves_stops_match_only_there(
    strangers,
):
    named(strangers["IC"], HIM, **SKY)
    ctx = strangers["SE"]._rooms.exchange
    false = EpochSaid(epoch_now(ctx), 1, new_key().public)
    epochs.hear(ctx, "E0", false)  # the second party lies to one center first
    strangers.rounds()
    named(strangers["SE"], HIM, **SEA)
    strangers.rounds()
    assert strangers["IC"].escrow.state().is_on
    view = strangers["SE"].escrow.state()
    assert (view.is_on, view.used_today) == (False, 0)
    assert sum("맞지 않아" in one for one in view.troubles) == 1
    assert any("다른 열쇠" in one for one in view.troubles)


def test_another_key_of_the_same_year_is_not_believed(both_named):
    town, _ = both_named
    ctx = town["IC"]._rooms.exchange
    before = rows(town["IC"], "select party, public from escrow_public")
    epochs.hear(ctx, "E0", EpochSaid(epoch_now(ctx), 1, new_key().public))
    assert rows(town["IC"], "select party, public from escrow_public") == before
    assert any("E0" in one for one in town["IC"].escrow.state().troubles)
    assert town["IC"].escrow.state().is_on


def test_parts_made_anew_for_another_key_are_not_used(both_named):
    town, _ = both_named
    ctx = town["IC"]._rooms.exchange
    for party in ("C0", "E0"):  # both tell of a second making whose sum is another key
        epochs.hear(ctx, party, EpochSaid(epoch_now(ctx), 2, new_key().public))
    with ctx.vault.reading() as db:
        assert epochs.joint_of(db, ("C0", "E0"), epoch_now(ctx)).share == 1


def test_letters_from_whom_they_may_not_come_are_set_aside_with_a_reason(town):
    said = TotalSaid("2026-11-26", (("IC", 50, 0),))
    post(town["SE"]._rooms.exchange, "C0", "forged", said, QUIET)
    town.round("SE", "C0")
    assert [one.reason for one in received(town["C0"]._rooms.exchange) if one.reason] == ["err-not-for-us"]  # fmt: skip
    assert town["C0"].escrow.days() == ()


def test_answers_of_old_or_to_nobodys_question_are_of_no_use(both_named):
    town, _ = both_named
    ctx = town["IC"]._rooms.exchange
    old = Answered(b"o" * 16, epoch_now(ctx), 1, refused="quota")
    asking.hear(ctx, "C0", old)
    assert count(town["IC"], "escrow_answer") == 0
    named(town["IC"], OTHER)
    town.go("IC")
    ((ask,),) = rows(town["IC"], "select id from escrow_ask")
    points = asking.elements_of
    with ctx.vault.reading() as db:
        elements = points(db, ask)
    with pytest.raises(
        BadSignature
    ):  # the elements themselves, and the proof of others
        asking.hear(ctx, "C0", Answered(bytes(ask), epoch_now(ctx), 1, elements, b"\1" * 64))  # fmt: skip
    assert count(town["IC"], "escrow_ask") == 0
    town.rounds()
    assert town["IC"].escrow.state().waiting == 0


def test_what_a_lost_laptop_filed_goes_when_the_next_one_begins(both_named):
    """The next laptop knows no id of it, and nobody else could take it back."""
    town, _ = both_named
    desk = town["IC"]
    with (
        desk._rooms.vault.writing() as db
    ):  # as a vault that knows nothing of match-only
        for table in ("escrow_entry", "escrow_said"):
            db.execute(f"delete from {table}")
    desk._rooms.vault.keep_fact("escrow/kept", "")
    desk._rooms.vault.keep_fact("escrow/settled", "")
    before = {bytes(one) for (one,) in rows(town["C0"], "select id from escrow_kept where center = 'IC'")}  # fmt: skip
    town.wall.ms += DAY
    town.rounds()
    after = {bytes(one) for (one,) in rows(town["C0"], "select id from escrow_kept where center = 'IC'")}  # fmt: skip
    assert (len(before), len(after), before & after) == (50, 50, set())
    (known,) = [one for one in town["C0"].escrow.matches() if not one.is_over]
    assert known.filings >= 2


def test_an_older_word_of_what_lies_there_destroys_nothing(both_named):
    town, _ = both_named
    ctx = town["C0"]._rooms.exchange
    keeping.take_kept(ctx, "IC", KeptSaid(1, ()))
    assert not town["C0"].escrow.matches()[0].is_over
    keeping.take_kept(ctx, "IC", KeptSaid(town.wall.ms + 1_000, ()))
    assert town["C0"].escrow.matches()[0].is_over
    assert rows(town["C0"], "select distinct center from escrow_kept") == [("SE",)]
