"""What was agreed decides what leaves."""

from hypothesis import given
from hypothesis import strategies as st

from intake.consent import ConsentRow, Receiver, judge
from intake.ledger.change import CLASSES

PURPOSES = ("RECORD", "SENSITIVE", "CENTRAL", "CENTER", "MATCH", "COURT", "STATS")
ROWS = st.lists(
    st.builds(
        ConsentRow,
        purpose=st.sampled_from(PURPOSES),
        decision=st.sampled_from(("AGREED", "REFUSED", "LATER", "", "SOMETHING")),
        said=st.integers(0, 5),
        withdrawn=st.booleans(),
        keeps_back=st.booleans(),
    ),
    max_size=12,
)


def central(*rows):
    return judge(rows, Receiver.CENTRAL)


def test_silence_sends_nothing():
    assert central() == judge([], Receiver.CENTER).__class__(frozenset(), "undecided")


def test_agreeing_sends_the_classes_that_were_read_aloud():
    verdict = central(ConsentRow("CENTRAL", "AGREED"))
    assert verdict.classes == {"core", "suspect", "material"}


def test_words_of_the_story_need_the_consent_for_sensitive_data():
    rows = [ConsentRow("CENTRAL", "AGREED"), ConsentRow("SENSITIVE", "AGREED")]
    assert "narrative" in central(*rows).classes
    rows[0] = ConsentRow("CENTRAL", "AGREED", keeps_back=True)
    assert "narrative" not in central(*rows).classes


def test_court_papers_need_the_consent_for_court():
    rows = [ConsentRow("CENTRAL", "AGREED"), ConsentRow("COURT", "AGREED")]
    assert "court" in central(*rows).classes


def test_who_the_victim_is_never_goes_to_the_central_desk():
    rows = [ConsentRow(purpose, "AGREED") for purpose in PURPOSES]
    assert "identity" not in central(*rows).classes


def test_each_reason_is_named():
    whys = {
        central(ConsentRow("CENTRAL", "REFUSED")).why,
        central(ConsentRow("CENTRAL", "LATER")).why,
        central(ConsentRow("CENTRAL", "AGREED", withdrawn=True)).why,
        central(ConsentRow("MATCH", "AGREED")).why,
        central(
            ConsentRow("CENTRAL", "AGREED"), ConsentRow("RECORD", "AGREED", 1, True)
        ).why,
        judge([], Receiver.CENTER).why,
        judge([], Receiver.OWN).why,
    }
    assert whys == {
        "refused",
        "undecided",
        "withdrawn",
        "match-only",
        "record-withdrawn",
        "notices-only",
        "own-center",
    }


def test_a_later_decision_replaces_an_earlier_one_both_ways():
    yes, no = ConsentRow("CENTRAL", "AGREED", 2), ConsentRow("CENTRAL", "REFUSED", 1)
    assert central(no, yes).why == "agreed"
    yes, no = ConsentRow("CENTRAL", "AGREED", 1), ConsentRow("CENTRAL", "REFUSED", 2)
    assert central(no, yes).why == "refused"


def test_laptops_of_one_center_hold_everything():
    assert judge([], Receiver.OWN).classes == set(CLASSES)


@given(ROWS, st.randoms())
def test_the_order_of_rows_never_matters(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert judge(rows, Receiver.CENTRAL) == judge(mixed, Receiver.CENTRAL)


@given(ROWS)
def test_nothing_travels_unless_the_newest_word_on_central_is_yes(rows):
    verdict = judge(rows, Receiver.CENTRAL)
    said = [row for row in rows if row.purpose == "CENTRAL"]
    newest = max((row.said for row in said), default=-1)
    last = [row for row in said if row.said == newest]
    agreed = bool(last) and all(
        r.decision == "AGREED" and not r.withdrawn for r in last
    )
    assert agreed or not verdict.classes
