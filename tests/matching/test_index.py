from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.ledger import Deed
from intake.matching import holding
from intake.matching.memory import HUB
from intake.progress import Silent
from intake.register.keys import posting_id
from tests.desks_at_hand import a_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    opened = a_desk(tmp_path_factory.mktemp("index") / "ic")
    yield opened
    opened.close()


def a_case(desk, *clues, **said):
    case = desk.cases.begin("VISIT", "하늘")
    suspect = desk.suspects.add(case, said)
    for kind, value in clues:
        desk.suspects.add_clue(case, {"kind": kind, "value": value}, suspect)
    return case, suspect


def settled(desk, hub=HUB):
    rooms = desk._rooms
    with rooms.vault.writing() as db:
        holding.all_due_where_grown(db)
        while some := holding.due(db, 500):
            holding.settle(db, some, 0, hub)
        return holding.pairs(db)


def from_scratch(desk, hub=HUB):
    rooms = desk._rooms
    before = rows_of(desk)
    index = rooms.ledger._means.projections[-1]
    with rooms.vault.writing() as db:
        index.rebuild(db, Silent())
    after = rows_of(desk)
    assert [set(a) ^ set(b) for a, b in zip(after, before, strict=True)] == [set()] * 4
    return settled(desk, hub)


def rows_of(desk):
    with desk._rooms.vault.reading() as db:
        clues = 'SELECT "case", suspect, said, entity, record, kind, value, cls, role, shared, masked, seen_from, seen_to FROM m_clue'
        keys = "SELECT kind, value, suspect, finds, of_kind, of_value FROM m_key"
        return [
            sorted(db.all(sql), key=repr)
            for sql in (clues, keys, "SELECT * FROM m_sight", "SELECT * FROM m_link")
        ]


def among(found, *suspects):
    return {one.word for one in found if {one.one, one.other} <= set(suspects)}


def test_two_cases_with_one_telephone_are_found_however_it_was_typed(desk):
    _, one = a_case(desk, ("phone", "010-0000-4217"))
    _, other = a_case(desk, ("phone", "+82 10 0000 4217"))
    assert among(settled(desk), one, other) == {"VERY_HIGH"}


def test_the_digits_of_an_account_are_found_without_its_bank(desk):
    _, one = a_case(desk, ("bank", "국민 999912-01-234567"))
    _, other = a_case(desk, ("bank", "999912-01-234567"))
    assert among(settled(desk), one, other) == {"HIGH"}


def test_a_withdrawn_identifier_finds_nobody_and_one_added_again_does(desk):
    case, one = a_case(desk, ("email", "a.b@mail.example"))
    _, other = a_case(desk)
    clue = desk.suspects.add_clue(case, {"value": "same@mail.example"}, one)
    second = desk.suspects.add_clue(
        desk._rooms.register.get("suspect", other)["case"],
        {"value": "SAME@mail.example"},
        other,
    )
    assert among(settled(desk), one, other)
    desk.suspects.retract_clue(second, "mistake")
    assert not among(settled(desk), one, other)
    desk.undo.undo()
    assert among(settled(desk), one, other)
    desk.suspects.retract_clue(clue, "mistake")
    assert not among(settled(desk), one, other)


def test_a_training_case_is_compared_with_nobody(desk):
    case, one = a_case(desk, ("phone", "010-0000-5001"))
    _, other = a_case(desk, ("phone", "010-0000-5001"))
    with desk._rooms.about_case(Deed.CHANGE, case) as say:
        say.set("case", case, "training", True)
    assert not among(settled(desk), one, other)
    with desk._rooms.about_case(Deed.CHANGE, case) as say:
        say.set("case", case, "training", None)
    assert among(settled(desk), one, other)


def test_the_victims_own_account_is_nobodys_mark(desk):
    case, one = a_case(desk, ("telegram", "@own_smile"))
    _, other = a_case(desk, ("telegram", "@own_smile"))
    assert among(settled(desk), one, other)
    desk.suspects.add_clue(case, {"kind": "telegram", "value": "@own_smile", "role": "VICTIM"})  # fmt: skip
    assert not among(settled(desk), one, other)


def test_a_value_that_very_many_hold_finds_nobody(desk):
    suspects = [a_case(desk, ("phone", "010-0000-8899"))[1] for _ in range(5)]
    with desk._rooms.vault.reading() as db:
        small = holding.Holding(db, hub=3)
        assert small.is_shared("phone", "+821000008899")
        assert not list(small.alike(suspects[0]))


def test_postings_of_one_uploader_are_one_clue_until_none_says_so(desk):
    case, _ = a_case(desk)
    for n in range(3):
        with desk._rooms.about_case(Deed.ADD, case) as say:
            post = posting_id(case, f"https://tube-b.example/v/{n}")
            say.set("posting", post, "case", case)
            say.set("posting", post, "url", f"https://tube-b.example/v/{n}")
            say.set("posting", post, "uploader", "northpier_x7q")
    with desk._rooms.vault.reading() as db:
        rows = db.all("SELECT value FROM m_clue WHERE entity = 'posting' AND value LIKE 'tube-b%'")  # fmt: skip
    assert rows == [("tube-b.example:northpier_x7q",)]
    for post in desk._rooms.register.find("posting", case=case):
        with desk._rooms.about_case(Deed.CHANGE, case) as say:
            say.set("posting", post.id, "uploader", None)
        with desk._rooms.vault.reading() as db:
            rows = db.all("SELECT value FROM m_clue WHERE value = 'tube-b.example:northpier_x7q'")  # fmt: skip
    assert not rows


VALUES = (
    "010-0000-7001",
    "010-0000-7010",
    "pier_seven",
    "pier_sevem",
    "x@mail.example",
)
STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "retract", "join", "undo", "part")), st.integers(0, 3), st.integers(0, 4)),
    min_size=4, max_size=12,
)  # fmt: skip


@settings(max_examples=10, deadline=None, phases=(Phase.generate,))
@given(STEPS)
def test_what_is_kept_is_what_a_look_at_everything_gives(desk, steps):  # noqa: C901
    cases = [a_case(desk) for _ in range(4)]
    desk._rooms.done.undoable.clear()
    for deed, at, which in steps:
        case, suspect = cases[at]
        if deed == "add":
            desk.suspects.add_clue(case, {"value": VALUES[which], "kind": "telegram" if which in {2, 3} else ""}, suspect)  # fmt: skip
        elif deed == "retract":
            for row in desk._rooms.register.find("identifier", case=case)[:1]:
                desk.suspects.retract_clue(row.id, "mistake")
        elif deed == "join" and which != at:
            desk.suspects.merge(suspect, cases[which % 4][1]) if which % 4 != at else None  # fmt: skip
        elif deed == "part":
            desk.suspects.part(suspect)
        elif deed == "undo" and desk.undo.next():
            desk.undo.undo()
        settled(desk)
    assert [replace(one, told_ms=0) for one in settled(desk)] == [
        replace(one, told_ms=0) for one in from_scratch(desk)
    ]
    for case, suspect in cases:  # the next example begins without them
        if not desk._rooms.register.get("suspect", suspect).gone:
            desk.suspects.retract(suspect, "mistake")
        for row in desk._rooms.register.find("identifier", case=case):
            desk.suspects.retract_clue(row.id, "mistake")


def test_one_holder_more_of_what_many_have_lets_nobody_else_be_due(desk, monkeypatch):
    hub = 20
    monkeypatch.setattr("intake.matching.index.HUB", hub)
    settled(desk, hub)
    looked = []
    for n in range(24):
        clues = [("phone", "010-0000-3131"), ("telegram", f"pier_of_{n % 3}")]
        a_case(desk, *clues)
        with desk._rooms.vault.reading() as db:
            looked.append(len(holding.due(db)))
        found = settled(desk, hub)
    assert (looked[19], looked[20], looked[21]) == (
        7,
        21,
        8,
    )  # many; now a hub; of many more
    assert looked[20] == 21  # now it is a hub
    assert [replace(one, told_ms=0) for one in found] == [
        replace(one, told_ms=0) for one in from_scratch(desk, hub)
    ]


def test_very_many_are_read_into_memory_and_found_alike(desk, monkeypatch):
    clues = [(("phone", f"010-0000-61{n % 4:02}"), ("nickname", f"별{n}")) for n in range(8)]  # fmt: skip
    suspects = {a_case(desk, *some)[1] for some in clues}
    few = [one for one in settled(desk) if suspects & {one.one, one.other}]
    with desk._rooms.vault.writing() as db:
        db.execute("DELETE FROM m_pair")
        db.execute("INSERT OR IGNORE INTO m_due SELECT id FROM m_sight")
    monkeypatch.setattr("intake.desk.matches_settling._SOME", 2)
    with patch.object(holding, "settle", side_effect=AssertionError):
        assert desk.matches.refresh() >= len(suspects)
    with desk._rooms.vault.reading() as db:
        found = [one for one in holding.pairs(db) if suspects & {one.one, one.other}]
    assert len(found) == 4
    assert [replace(one, told_ms=0) for one in found] == [
        replace(one, told_ms=0) for one in few
    ]


def test_a_register_that_grew_is_looked_at_as_a_whole(desk, monkeypatch):
    a_case(desk, ("phone", "010-0000-6301"))
    with desk._rooms.vault.writing() as db:
        db.execute("INSERT OR REPLACE INTO m_state VALUES ('profiles', '1')")
    monkeypatch.setattr("intake.desk.matches_settling._SOME", 2)
    with patch.object(holding, "settle", side_effect=AssertionError):
        desk.matches.refresh()
    with desk._rooms.vault.reading() as db:
        assert not holding.due(db)
