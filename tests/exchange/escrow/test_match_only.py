"""Match-only over a mailbox: two centers, the central desk and the second party."""

import contextlib
import io
import random  # noqa: TID251 - the order of letters, not a secret

import pytest

from intake.errors import Cancelled, NotFound, NotYours
from intake.exchange import deliver, outbox
from intake.exchange.escrow import answering, asking, keeping
from intake.exchange.escrow.messages import Filed
from intake.exchange.escrow.who import epoch_now
from intake.mailbox import FolderMailbox
from tests.escrow_at_hand import (
    DAY,
    HIM,
    OTHER,
    QUIET,
    SEA,
    SKY,
    both_name_him,
    count,
    named,
    rows,
)


def test_two_people_who_name_the_same_open_one_match_of_contacts_and_a_person_tells_it(strangers, tmp_path):  # fmt: skip
    strangers.mailbox = FolderMailbox(_made(tmp_path / "stick"))
    incheon, seoul = both_name_him(strangers)
    (match,) = strangers["C0"].escrow.matches()
    assert (match.centers, match.filings, match.is_over) == (("IC", "SE"), 2, False)
    assert {(one.center, one.name, one.phone) for one in match.contacts} == {
        ("IC", "IC 연락", "010-0000-0009"),
        ("SE", "SE 연락", "010-0000-0009"),
    }
    assert [one.text_id for one in strangers["C0"].today().actions] == [
        "next-escrow-match"
    ]
    assert strangers["IC"].escrow.found() == ()  # nothing is told by itself
    assert strangers["IC"].escrow.of_case(incheon).state == "FILED"

    strangers["C0"].escrow.tell(match.id)
    strangers.rounds()
    for code, case in (("IC", incheon), ("SE", seoul)):
        (told,) = strangers[code].escrow.found()
        assert (told.case, told.contact) == (case, "C0 연락 · 010-0000-0009 · 평일")
        assert strangers[code].escrow.of_case(case).state == "FOUND"
        assert "next-escrow-found" in {one.text_id for one in strangers[code].today().actions}  # fmt: skip
        strangers[code].escrow.seen(told.id)
        assert strangers[code].escrow.state().found == 0
        with pytest.raises(NotFound):
            strangers[code].escrow.seen("00:nothing")
    assert strangers["C0"].escrow.state().found == 0
    assert (
        count(strangers["IC"], "escrow_asked") == 0
    )  # no blinding is kept once it is filed


def _made(folder):
    folder.mkdir()
    return folder


def test_the_same_person_at_two_centers_opens_nothing(strangers):
    for code in ("IC", "SE"):
        named(strangers[code], HIM, name="김 하늘", birth="2001-02-03")
    strangers.rounds()
    assert strangers["C0"].escrow.matches() == ()
    equal = "select count(*) from escrow_kept group by tag having count(*) > 1"
    assert rows(strangers["C0"], equal) == [(2,)]


def test_who_refused_files_nothing_and_who_shares_with_the_central_desk_is_asked_about(town):  # fmt: skip
    desk = town["IC"]
    refused = named(desk, HIM, purposes=("RECORD",))
    assert town.go("IC") == 0
    assert count(desk, "escrow_entry") == count(desk, "escrow_ask") == 0
    assert desk.escrow.of_case(refused).state == "OFF"
    shared = named(desk, OTHER, purposes=("RECORD", "CENTRAL"))
    town.rounds()
    assert desk.escrow.of_case(shared).state == "FILED"
    assert desk.escrow.of_case(refused).filed == 0


def test_what_is_taken_back_is_gone_and_a_letter_that_comes_late_brings_nothing_back(both_named):  # fmt: skip
    town, (incheon, _) = both_named
    central = town["C0"]._rooms.exchange
    late = Filed(epoch_now(central), tuple((bytes(one), bytes(data)) for one, data in rows(town["C0"], "select id, entry from escrow_kept where center = 'IC'")))  # fmt: skip
    town["IC"].consents.withdraw(incheon, "MATCH")
    assert town["IC"].escrow.of_case(incheon).state == "WITHDRAWN"
    town.rounds()
    assert town["C0"].escrow.matches()[0].is_over
    assert town["C0"].escrow.matches()[0].contacts == ()
    before = count(town["C0"], "escrow_kept")
    keeping.take_filed(central, "IC", late)
    keeping.look(central)
    assert count(town["C0"], "escrow_kept") == before
    assert town["C0"].escrow.matches()[0].is_over
    with pytest.raises(NotFound):
        town["C0"].escrow.tell(town["C0"].escrow.matches()[0].id)


def test_more_than_a_day_is_for_waits_and_goes_on_the_next_day_by_itself(strangers, monkeypatch):  # fmt: skip
    for room in (asking, answering):
        monkeypatch.setattr(room, "QUOTA", 100)
    strangers.rounds()
    desk = strangers["IC"]
    named(desk, *(f"010-0000-{at:04}" for at in range(1, 105)))
    strangers.rounds()
    assert desk.escrow.state().used_today == 100
    assert (desk.escrow.state().filed, desk.escrow.state().waiting) == (99, 5)
    strangers.wall.ms += DAY
    strangers.rounds()
    assert desk.escrow.state().waiting == 0
    assert {(one.asked, one.refused, one.other_asked, one.differs) for one in strangers["E0"].escrow.days()} == {(100, 0, 100, False), (50, 0, -1, False)}  # fmt: skip


def test_answers_of_different_makings_of_the_key_give_no_token_and_are_asked_again(both_named):  # fmt: skip
    town, (case, seoul) = both_named
    town["IC"].suspects.add_clue(case, {"kind": "phone", "value": OTHER})
    town.go("IC")
    town.round("E0")  # answers with its first part
    with town["C0"]._rooms.vault.writing() as db:
        db.execute("update escrow_part set made = made - ?", (100 * DAY,))
    # A quarter is over: it draws a change, and has not heard the question.
    town.go("C0")
    town.round("E0", "C0", "IC")
    assert set(rows(town["IC"], "select share from escrow_public")) == {(1,), (2,)}
    assert town["IC"].escrow.of_case(case).filed == 1
    assert count(town["IC"], "escrow_answer") == 0  # given up, and asked anew
    town.rounds()
    parts = [rows(town[one], "select share, secret from escrow_part") for one in ("C0", "E0")]  # fmt: skip
    assert [share for ((share, _),) in parts] == [2, 2]
    assert town["IC"].escrow.of_case(case).filed == 2
    town["SE"].suspects.add_clue(seoul, {"kind": "phone", "value": OTHER})
    town.rounds()
    (match,) = town["C0"].escrow.matches()
    assert (match.filings, len(match.contacts)) == (
        4,
        2,
    )  # the tokens are those of before: one call
    assert town["IC"].escrow.state().troubles == ()


@pytest.mark.parametrize("seed", range(2))
def test_lost_repeated_and_reordered_letters_and_stops_change_nothing_in_the_end(
    strangers, seed
):
    chance = random.Random(seed)
    cases = named(strangers["IC"], HIM, **SKY), named(strangers["SE"], HIM, **SEA)
    kept = {}
    for _ in range(14):
        code = chance.choice(list(strangers.desks))
        rooms = strangers[code]._rooms
        if chance.random() < 0.5:
            with contextlib.suppress(Cancelled):
                strangers[code].escrow.go(Stops(chance.randint(1, 40)))
            letters = list(outbox(rooms.exchange))
            chance.shuffle(letters)
            for one in letters[: chance.randint(0, len(letters))]:
                deliver(rooms.exchange, one, strangers.mailbox, QUIET)
        else:
            strangers.fetch(code)
        names = strangers.mailbox.list("")
        kept |= {
            one: _bytes_of(strangers.mailbox, one) for one in names if one not in kept
        }
        for name in names:
            if chance.random() < 0.2:
                strangers.mailbox.delete(name)
        for name, data in chance.sample(sorted(kept.items()), min(3, len(kept))):
            strangers.mailbox.put_new(name, io.BytesIO(data), len(data))
    strangers.rounds(30)
    (match,) = strangers["C0"].escrow.matches()
    assert (match.centers, match.filings) == (("IC", "SE"), 2)
    assert [strangers[code].escrow.of_case(case).state for code, case in zip(("IC", "SE"), cases, strict=True)] == ["FILED"] * 2  # fmt: skip


class Stops:
    """Somebody who changes her mind at a step."""

    def __init__(self, at):
        self.left = at

    def step(self, done, total, what):
        self.left -= 1
        if not self.left:
            raise Cancelled


def _bytes_of(mailbox, name):
    return b"".join(mailbox.get(name))


def test_in_a_new_year_everything_is_asked_anew_and_a_match_that_was_told_stays_told(both_named):  # fmt: skip
    town, _ = both_named
    (match,) = town["C0"].escrow.matches()
    town["C0"].escrow.tell(match.id)
    town.rounds()
    first = epoch_now(town["C0"]._rooms.exchange)
    town.wall.to_next_year()
    town.rounds()
    per_year = (
        "select epoch, count(*), count(distinct id) from escrow_kept group by epoch"
    )
    assert rows(town["C0"], per_year) == [(first, 100, 100), (first + 1, 100, 100)]
    assert rows(town["C0"], "select count(distinct id) from escrow_kept") == [(100,)]
    (same,) = town["C0"].escrow.matches()
    assert (same.id, same.told_ms > 0, same.filings) == (match.id, True, 2)
    assert count(town["C0"], "escrow_part") == 2


def test_a_destroyed_case_leaves_neither_question_nor_blinding(town):
    desk = town["IC"]
    case = named(desk, HIM, **SKY)
    town.go("IC")
    assert count(desk, "escrow_asked") == 50
    _destroy(desk, case)
    assert count(desk, "escrow_asked") == count(desk, "escrow_ask") == 0
    assert count(desk, "escrow_entry") == 0
    assert (count(desk, "escrow_gone"), town.go("IC")) == (
        0,
        0,
    )  # nothing was filed yet


def test_a_destroyed_case_takes_back_what_it_filed_and_leaves_bare_ids(both_named):
    town, (case, _) = both_named
    _destroy(town["IC"], case)
    assert rows(town["IC"], 'select "case" from escrow_gone') == [(None,)]
    town.rounds()
    assert town["C0"].escrow.matches()[0].is_over


def _destroy(desk, case):
    number = str(desk._rooms.register.get("case", case)["number"])
    desk.erasing.destroy(case, "whole", "REQUEST", number, QUIET)


def test_a_second_party_has_no_cases_and_a_center_tells_nobody(strangers):
    with pytest.raises(NotYours):
        strangers["E0"].cases.begin("VISIT", "하늘")
    for code in ("IC", "E0"):
        with pytest.raises(NotYours):
            strangers[code].escrow.matches()
        with pytest.raises(NotYours):
            strangers[code].escrow.tell("x")
    with pytest.raises(NotYours):
        strangers["IC"].escrow.begin_epoch()
    assert strangers["E0"].escrow.begin_epoch() == strangers["E0"].escrow.begin_epoch()


def test_what_was_filed_is_taken_back_also_where_the_second_party_is_not_known_any_more(both_named):  # fmt: skip
    town, (incheon, _) = both_named
    town["IC"]._rooms.exchange.trust.forget("E0")
    town["IC"].consents.withdraw(incheon, "MATCH")
    town.rounds()
    assert town["C0"].escrow.matches()[0].is_over
    assert not town["IC"].escrow.state().is_on


def test_rounds_of_sending_and_receiving_do_it_by_themselves(strangers, tmp_path):
    place = _made(tmp_path / "share")
    for code, desk in strangers.desks.items():
        kept = desk.places.add("folder", "공유 폴더", str(place))
        for to in ("C0", "E0") if code in {"IC", "SE"} else ("IC", "SE", "C0", "E0"):
            if to != code:
                desk.sync.allow(kept, to)
    cases = named(strangers["IC"], HIM, **SKY), named(strangers["SE"], HIM, **SEA)
    for _ in range(6):
        for desk in strangers.desks.values():
            assert desk.sync.run(QUIET).away == ()
    assert strangers["C0"].escrow.state().found == 1
    assert strangers["IC"].escrow.of_case(cases[0]).state == "FILED"
