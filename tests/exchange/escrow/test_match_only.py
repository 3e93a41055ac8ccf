"""Match-only over a mailbox: two centers, the central desk and the second party."""

import pytest

from tests.escrow_at_hand import a_town, named

HIM = "010-0000-4217"


@pytest.fixture
def town(tmp_path):
    made = a_town(tmp_path)
    yield made
    made.close()


def one(town, sql, *values, at):
    with town[at]._rooms.vault.reading() as db:
        return db.all(sql, values)


def test_two_people_who_name_the_same_open_one_match_and_it_holds_contacts_only(town):
    incheon = named(town["IC"], HIM, name="김하늘", birth="2001-02-03")
    named(town["SE"], HIM, name="이바다", birth="2002-03-04")
    town.rounds()
    (match,) = town["C0"].escrow.matches()
    assert (match.centers, match.filings, match.is_over) == (("IC", "SE"), 2, False)
    assert {(who.center, who.name) for who in match.contacts} == {
        ("IC", "IC 연락"),
        ("SE", "SE 연락"),
    }
    assert town["IC"].escrow.found() == ()  # nothing is told by itself
    assert town["IC"].escrow.of_case(incheon).state == "FILED"


def test_the_same_person_at_two_centers_opens_nothing(town):
    for code in ("IC", "SE"):
        named(town[code], HIM, name="김 하늘", birth="2001-02-03")
    town.rounds()
    assert town["C0"].escrow.matches() == ()
    assert [
        count
        for (count,) in one(
            town,
            "select count(*) from escrow_kept group by tag having count(*) > 1",
            at="C0",
        )
    ] == [2]
