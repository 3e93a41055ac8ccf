"""Many words of one action: what each is held against is what it would be held against alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.ledger.change import Deed
from intake.ledger.saying import shown_in, shown_now
from tests.ledger.houses import case, uid

RECORDS = tuple(uid("p", number) for number in range(6))
VALUES = {
    "url": st.sampled_from(["가", '따옴표 " 와 \\ 줄\n바꿈', "긴 " * 700, ""]),
    "times": st.integers(0, 3),
    "seen": st.booleans(),
    "deleted": st.just("mistake"),
}
WORD = st.sampled_from(sorted(VALUES)).flatmap(
    lambda field: st.tuples(
        st.sampled_from(RECORDS), st.just(field), VALUES[field] | st.none()
    )
)
ACTIONS = st.lists(
    st.tuples(st.booleans(), st.lists(WORD, min_size=1, max_size=12)), max_size=5
)


def said(laptop, words):
    laptop.wall.ms += 1
    with laptop.ledger.saying(Deed.CHANGE, scope=case(1), actor=laptop.name) as say:
        for record, field, value in words:
            say.set("posting", record, field, value)
    return say.outcome


def places():
    every = [("posting", record, field) for record in RECORDS for field in VALUES]
    return [*every, ("note", RECORDS[0], "text"), ("posting", uid("p", 99), "url")]


@settings(max_examples=12)
@given(actions=ACTIONS)
def test_a_look_at_many_fields_sees_what_a_look_at_each_sees(town, actions):
    town.begin()
    ana, bora = town.laptop("ana"), town.laptop("bora")
    for hers, words in actions:
        said(ana if hers else bora, words)
    ana.merge(
        bora.segments()
    )  # neither saw the other's words: some fields have two heads
    with ana.vault.reading() as db:
        alone = {place: shown_now(db, *place) for place in places()}
        together = shown_in(db, places())
    assert together == {place: shown for place, shown in alone.items() if shown}


@settings(max_examples=12)
@given(actions=ACTIONS)
def test_taking_back_many_words_leaves_what_stood_before(town, actions):
    town.begin()
    ana = town.laptop("ana")
    for _, words in actions:
        before = {record: ana.shown("posting", record) for record in RECORDS}
        outcome = said(ana, words)
        if not outcome.entries:
            continue
        ana.ledger.undo(outcome.entries, actor="ana")
        for record in RECORDS:
            was, shown = before[record], ana.shown("posting", record)
            if was:
                assert {n: v for n, v in shown.items() if v is not None} == {
                    n: v for n, v in was.items() if v is not None
                }
            else:
                assert not shown or shown["deleted"] == "undo"
        said(ana, words)
