"""A number opens to exactly its rows, whatever the rule and whatever the period."""

from collections import Counter

import pytest

from intake.counting import RULES, Period, Population, count, rows, supported
from intake.counting.counted import ALWAYS
from intake.counting.rules import Rule
from tests.desks_at_hand import a_desk, planted

_POSTINGS = (
    # url, found on, result, restored, actions: kind and day
    ("https://a.example/1", "2024-03-05", "REMOVED", 0, (("FIRST", "2024-03-06"), ("CHECK", "2024-04-01"))),
    ("https://a.example/2", "2024-04", "REFUSED", 0, (("FIRST", "2024-04-02"), ("AGAIN", "2024-05-02"))),
    ("https://b.example/3", "2024", "BLOCKED", 0, (("KMCSC", "2024-12-31"),)),
    ("https://b.example/4", None, None, 1, (("SEARCH", "2025-01-01"), ("POLICE", "2025-01-01"))),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("counting") / "v")
    yield made
    made.close()


@pytest.fixture(scope="module")
def cases(desk):
    """Three cases with the same four addresses; the last is a training case (교육용)."""
    found = []
    for at, (age, sex) in enumerate(((13, "F"), (20, "M"), (15, "F"))):
        case = desk.cases.begin("VISIT", f"가명{at}")
        planted(desk, "case", case, {"received_on": "2024-06-01"}, case)
        planted(desk, "person", case, {"role": "VICTIM", "age": age, "sex": sex})
        incident = planted(desk, "incident", case, {"happened_from": f"202{at + 2}-05"})
        for kind in ("DIST", "FILM")[: at + 1]:
            planted(desk, "harm", case, {"of": incident, "kind": kind, "chosen": True})
        for url, found_on, result, restored, actions in _POSTINGS:
            said = {
                "url": url,
                "found_on": found_on,
                "result": result,
                "restored": restored,
            }
            posting = planted(
                desk, "posting", case, {n: v for n, v in said.items() if v}
            )
            for kind, day in actions:
                planted(desk, "deletion_action", case, {"posting": posting, "kind": kind, "done_on": day})  # fmt: skip
        planted(desk, "support_action", case, {"kind": "COUNSEL", "quantity": at + 2, "done_on": "2024-06-02"})  # fmt: skip
        found.append(case)
    planted(desk, "case", found[-1], {"training": True}, found[-1])
    return found


@pytest.fixture(scope="module")
def every(cases):
    return Population(frozenset(cases[:2]))


def told(desk, rule, population, period=ALWAYS):
    with desk._rooms.vault.reading() as db:
        return count(db, RULES[rule], population, period)


def test_rules_count_what_they_say(desk, every):
    rules = {"R1": 10, "R1-FIRST": 4, "R1C": 12, "R2": 8, "R2N": 4, "R3": 2, "R3-OPEN": 2,
             "R5": 2, "V1": 2, "V3": 2, "H1": 3, "S1": 15}  # fmt: skip
    assert {rule: told(desk, rule, every).amount.value for rule in rules} == rules


@pytest.mark.parametrize("period", [Period(), Period("2024-04", "2024-12"), Period("", "2024-03"), Period("2025", "")])  # fmt: skip
@pytest.mark.parametrize("rule", [one for one in RULES.by_id if RULES[one].of in {"action", "posting"}])  # fmt: skip
def test_a_number_is_its_rows(desk, every, rule, period):
    with desk._rooms.vault.reading() as db:
        counted = count(db, RULES[rule], every, period)
        opened = list(rows(db, RULES[rule], every, period))
    assert len({one.record for one in opened}) == len(opened)
    assert Counter(one.case for one in opened) == +counted.by_case
    if RULES[rule].distinct != "nation":
        assert counted.amount.value == len(opened)


def test_a_day_that_only_may_lie_in_a_period_is_told_apart(desk, every):
    spring = told(desk, "R2", every, Period("2024-03-01", "2024-04-15"))
    assert (spring.amount.value, spring.doubtful) == (2, 6)


def test_a_training_case_is_in_no_number_of_people(desk, cases):
    whole = Population(frozenset(cases))
    assert told(desk, "V1", whole).amount.value == 2
    assert told(desk, "V3", whole).amount.value == 2


def test_two_cases_of_one_victim_are_one_person_and_both_their_actions(desk, cases):
    one = Population(frozenset(cases[:2]), confirmed=(frozenset(cases[:2]),))
    assert told(desk, "V1", one).amount.value == 1
    assert told(desk, "R1", one).amount.value == 10
    assert told(desk, "H1", one).amount.value == 2
    least = Population(frozenset(cases[:2]), least=(frozenset(cases[:2]),))
    assert (told(desk, "V1", least).amount.value, told(desk, "V2", least).amount.value) == (2, 1)  # fmt: skip


def test_a_minor_when_it_happened_is_certain_or_told_apart(desk, every):
    minors = told(desk, "M1", every)
    assert (minors.amount.value, minors.doubtful) == (1, 1)  # 13; and 20 a year after
    assert told(desk, "M2", every).amount.value == 1


def test_only_who_was_supported_in_a_period_is_in_its_tables(desk, every):
    with desk._rooms.vault.reading() as db:
        assert supported(db, every, Period("2024-06", "2024-06")).cases == every.cases
        assert not supported(db, every, Period("2020", "2023")).cases


def test_every_rule_says_in_both_languages_how_it_counts():
    for rule in RULES.by_id.values():
        assert isinstance(rule, Rule)
        assert all(rule.name(one) and rule.how(one) for one in ("ko", "en"))
