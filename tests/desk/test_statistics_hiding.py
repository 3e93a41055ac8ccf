"""What one view of numbers hides, the other does not tell; whoever sees no content asks both."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk import workspace as opening
from intake.desk.views.figures import Asked
from intake.errors import NotYours
from intake.progress import Silent
from tests.desks_at_hand import a_desk, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY, cheap_guessing

OTHERS = "조용한 아침 산길의 돌"
PEOPLE = {"V1", "V2", "M1", "M2", "H1", "H2"}
SUMS = {"V1": "T1", "V2": "T1", "H1": "T3.sex", "H2": "T3.sex.annex"}

people = st.tuples(
    st.sampled_from(["F", "M", ""]),
    st.sampled_from([12, 16, 25, 40]),
    st.sampled_from(["2023-03-05", "2024-03-05", ""]),
    st.sampled_from(["FILM", "DIST", ""]),
)
centers = st.lists(people, min_size=1, max_size=7)


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """A center of one counselor, and the same center as who sees no content sees it."""
    folder = tmp_path_factory.mktemp("hiding") / "v"
    desk = a_desk(folder)
    keyring = desk._rooms.keyring
    desk.roles.add_person("이동료", "IT", PASSPHRASE, OTHERS)

    def opened(words):
        nonlocal desk
        desk.close()
        desk = opening.open_(folder, words, Silent(), keyring=keyring, policy=POLICY)
        return desk

    with cheap_guessing():
        yield opened
    desk.close()


def emptied(desk):
    for case in desk._rooms.register.find("case"):
        if not case["training"]:
            planted(desk, "case", case.id, {"training": True}, case.id)


def filled(desk, told):
    for sex, age, day, kind in told:
        case = desk.cases.begin("VISIT", "")
        planted(desk, "person", case, {"role": "VICTIM", "sex": sex or None, "age": age})  # fmt: skip
        if day:
            planted(desk, "deletion_action", case, {"kind": "FIRST", "done_on": day})
        if kind:
            planted(desk, "harm", case, {"kind": kind, "chosen": True})


def asked_both(desk):
    """Return the people that figures tell, the cards, what is said to be hidden, and the sums."""
    figures = {one.rule: one.value for one in desk.figures.view(Asked("CENTER")).lines}
    view = desk.statistics.view(Asked("CENTER"), whole=True)
    cards = {one.rule: one.value for one in view.cards}
    ends = {one.id: one.rows[-1].cells[-1].value for one in view.tables if one.rows and one.rows[-1].total}  # fmt: skip
    return {k: v for k, v in figures.items() if k in PEOPLE}, cards, ends


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=centers)
def test_neither_view_tells_whoever_sees_no_content_what_the_other_hides(desks, told):
    desk = desks(PASSPHRASE)
    emptied(desk)
    filled(desk, told)
    figures, cards, ends = asked_both(desks(OTHERS))
    both = {"V1", "V2", "M1"}
    assert figures.keys() & both == cards.keys() & both
    assert all(figures[one] == cards[one] for one in figures.keys() & both)
    assert not [one for one, table in SUMS.items() if one in figures and ends.get(table) is None]  # fmt: skip
    assert not figures.keys() & {"M1", "M2"}
    assert not [one for one in figures.values() if one in {1, 2}]


def test_a_sum_hidden_in_one_table_is_in_no_view_and_in_no_frozen_number(desks):
    desk = desks(PASSPHRASE)
    emptied(desk)
    day = "2024-03-05"
    filled(desk, [("F", 12, day, ""), ("F", 25, day, ""), ("F", 40, day, "")])
    desk.figures.freeze("V1", Asked("CENTER"))
    assert {one.rule: one.value for one in desk.figures.view(Asked("CENTER")).lines}["V1"] == 3  # fmt: skip
    his = desks(OTHERS)
    figures, cards, ends = asked_both(his)
    assert ends["T1"] is None
    assert not {"V1", "V2"} & (figures.keys() | cards.keys())
    assert not [one for one in his.figures.frozen() if one.rule.startswith("V1")]
    for rule in ("V1", "V2", "M1"):
        with pytest.raises(NotYours):
            his.figures.proof(rule, Asked("CENTER"))
