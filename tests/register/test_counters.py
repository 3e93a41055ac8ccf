"""Counts kept in the transaction are those a recount gives, whatever was said, undone or erased.

The rows are counted a third time here, in Python, so that one mistaken statement cannot agree
with itself.
"""

import uuid
from collections import Counter
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import InvalidAnswer, NotFound, OutOfDate
from intake.ids import scope_of
from intake.ledger import Deed
from intake.register import CODES, ListQuery, counters
from intake.register.counters import center_counts, wrong_counts
from intake.register.postings import outcomes_r3, requests_r1, unique_addresses_r2

CASES = tuple(str(uuid.UUID(int=0x7000A << 60 | n)) for n in range(1, 4))
RECORDS = tuple(str(uuid.UUID(int=0x7000B << 60 | n)) for n in range(1, 8))
RESULTS = [one.code for one in CODES.lists["deletion_result"]]
REQUESTS = {"FIRST", "AGAIN", "SEARCH", "KMCSC"}
VALUES = {
    ("case", "center"): st.sampled_from(["IC", "SE", "BS"]),
    ("case", "training"): st.booleans(),
    ("case", "deleted"): st.just("mistake"),
    ("posting", "url"): st.sampled_from(
        [f"https://tube-a.example/{n}" for n in range(3)]
    ),
    ("posting", "result"): st.sampled_from(RESULTS),
    ("posting", "parent"): st.sampled_from(RECORDS),
    ("posting", "restored"): st.integers(0, 2),
    ("posting", "deleted"): st.just("mistake"),
    ("deletion_action", "kind"): st.sampled_from(
        [one.code for one in CODES.lists["deletion_action"]]
    ),
    ("deletion_action", "deleted"): st.just("mistake"),
    ("person", "role"): st.just("VICTIM"),
    ("person", "age"): st.integers(12, 25),
}
WORD = st.tuples(
    st.sampled_from(sorted(VALUES)), st.integers(0, 6), st.data(), st.booleans()
)


def scope_for(entity, at):
    record = CASES[at % 3] if entity == "case" else RECORDS[at]
    return record, scope_of("case", CASES[at % 3])


@st.composite
def days(draw):
    """Draw what a center does: words of one action, an undo, an erasure, a rebuild."""
    done = []
    for _ in range(draw(st.integers(1, 14))):
        kind = draw(
            st.sampled_from(["say", "say", "say", "say", "undo", "erase", "again"])
        )
        if kind == "say":
            words = []
            at = draw(st.integers(0, 6))
            for _ in range(draw(st.integers(1, 4))):
                entity, name = draw(st.sampled_from(sorted(VALUES)))
                words.append((entity, name, draw(VALUES[entity, name] | st.none())))
            done.append(("say", at, words))
        elif kind == "erase":
            cls = draw(st.sampled_from(["core", "material"]))
            done.append(("erase", draw(st.integers(0, 2)), cls))
        else:
            done.append((kind, 0, None))
    return done


def live(said, day, outcomes):
    kind, at, what = day
    said.at += 1
    if kind == "say":
        with said.ledger.saying(
            Deed.CHANGE, scope=scope_of("case", CASES[at % 3]), actor="kim"
        ) as say:
            for entity, name, value in what:
                say.set(entity, scope_for(entity, at)[0], name, value)
        outcomes.append(say.outcome.entries)
    elif kind == "undo" and outcomes:
        entries = outcomes.pop()
        with suppress(OutOfDate, NotFound):  # spoken of since, or destroyed: it stays
            said.ledger.undo(entries, actor="kim")
    elif kind == "erase":
        said.erase(scope_of("case", CASES[at]), what)
        outcomes.clear()
    elif kind == "again":
        said.rebuild()


def counted(said, case):
    """Count a case in Python."""
    postings = said.register.find("posting", case=case)
    actions = said.register.find("deletion_action", case=case)
    results = Counter(str(row["result"] or "FOUND") for row in postings)
    back = [
        row
        for row in postings
        if row["parent"]
        or (row["restored"] or 0) > 0
        or row["result"] in {"REUPLOADED", "RESTORED"}
    ]
    gone = sum(results[one] for one in ("REMOVED", "DELISTED", "BLOCKED", "GONE"))
    return {
        "postings": len(postings),
        "requests": sum(row["kind"] in REQUESTS for row in actions),
        "removed": results["REMOVED"],
        "reappeared": len(back),
        "live": len(postings) - gone,
        "refused": results["REFUSED"],
        "blocked": results["BLOCKED"],
        "temporary": results["TEMPORARY"],
        "delisted": results["DELISTED"],
        "gone": results["GONE"],
    }


def center_of(said, case):
    row = said.register.get("case", case)
    if row is None or row.gone or row["training"]:
        return ""
    return str(row["center"] or "")


@settings(max_examples=40, deadline=None)
@given(story=days())
def test_kept_counts_are_those_of_the_rows_after_everything_that_happens(said, story):
    said.empty()
    outcomes = []
    for day in story:
        with suppress(InvalidAnswer):  # a destroyed class takes no word any more
            live(said, day, outcomes)
        with said.vault.reading() as db:
            assert wrong_counts(db) == 0
    kept = said.register.counts(CASES)
    sums = {}
    for case, counts in kept.items():
        mine = counted(said, case)
        assert {name: counts[name] for name in mine} == mine
        total = sums.setdefault(center_of(said, case), Counter())
        total.update({**mine, "cases": 1, "minor": counts["minor"] or 0})
    with said.vault.reading() as db:
        centers = center_counts(db)
    for center, total in sums.items():
        if center:
            assert {n: v for n, v in centers[center].items() if v} == {
                n: v for n, v in total.items() if v
            }
    assert all(
        not any(found.values()) or center in sums for center, found in centers.items()
    )


@settings(max_examples=25, deadline=None)
@given(story=days())
def test_the_rules_of_the_report_count_rows(said, story):
    said.empty()
    for day in story:
        if day[0] == "say":
            live(said, day, [])
    postings = said.register.first(ListQuery("posting"), -1)
    actions = said.register.first(ListQuery("deletion_action"), -1)
    with said.vault.reading() as db:
        assert requests_r1(db) == sum(row["kind"] in REQUESTS for row in actions)
        summed, once = unique_addresses_r2(db)
        outcomes = outcomes_r3(db)
    assert summed == len(postings)
    assert once == len({row["url"] for row in postings if row["url"]})
    assert outcomes == Counter(str(row["result"] or "FOUND") for row in postings)


def test_a_training_case_is_in_no_sum_and_a_handed_over_one_changes_sides(
    said, a_case, new
):
    case, scope = a_case(center="IC")
    said.say("posting", new(), scope, url="https://tube-a.example/1", result="REMOVED")
    assert sums(said)["IC"] == {"cases": 1, "postings": 1, "removed": 1}
    said.say("case", case, scope, training=True)
    assert sums(said) == {}
    said.say("case", case, scope, training=False, center="SE")
    assert sums(said)["SE"]["removed"] == 1
    assert "IC" not in sums(said)


def sums(said):
    with said.vault.reading() as db:
        found = center_counts(db)
    told = {c: {n: v for n, v in s.items() if v} for c, s in found.items()}
    return {center: mine for center, mine in told.items() if mine}


def test_a_count_that_was_tampered_with_is_found(said, a_case, new):
    _, scope = a_case(center="IC")
    said.say("posting", new(), scope, url="https://tube-a.example/1")
    with said.vault.writing() as db:
        db.execute(
            "UPDATE r_center_counts SET postings = postings + 1 WHERE center = 'IC'"
        )
    with said.vault.reading() as db:
        assert wrong_counts(db) == 1
    with said.vault.writing() as db:
        db.execute("UPDATE r_case_counts SET removed = 9")
    with said.vault.reading() as db:
        assert wrong_counts(db) == 2
    said.rebuild()
    with said.vault.reading() as db:
        assert wrong_counts(db) == 0


def test_counting_a_case_reads_two_indexes_and_no_row(said):
    with said.vault.reading() as db:
        for text in (counters._POSTINGS, counters._REQUESTS):
            (step,) = db.all(f"EXPLAIN QUERY PLAN {text}", (b"x",))
            assert "USING COVERING INDEX" in step[-1], step


def test_what_is_due_first_is_read_in_order_and_no_further(said):
    with said.vault.reading() as db:
        steps = db.all(
            'EXPLAIN QUERY PLAN SELECT "case", next_check FROM r_posting WHERE '
            "deleted IS NULL AND next_check <= ? ORDER BY next_check LIMIT 5",
            ("2099-01-01",),
        )
    assert ["deleted_next_check" in step[-1] for step in steps] == [True]
