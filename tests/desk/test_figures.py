"""A number can be proved, opened to its rows, and frozen; what it was stays what it was."""

import pytest

from intake.desk import workspace as opening
from intake.desk.views.figures import Asked
from intake.errors import InvalidInput, NotFound, NotYours
from intake.ids import scope_of
from intake.ledger import CLASSES
from intake.progress import Silent
from intake.register import SCHEMA
from tests.desks_at_hand import a_desk, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERE = Asked("CENTER")
HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def supported(desk, case, urls=3, age=20):
    """Fill a case with addresses, each asked for once."""
    planted(desk, "person", case, {"role": "VICTIM", "sex": "F", "age": age})
    for at in range(urls):
        posting = planted(desk, "posting", case, {"url": f"https://a.example/{case}/{at}", "found_on": "2024-03-05"})  # fmt: skip
        planted(desk, "deletion_action", case, {"posting": posting, "kind": "FIRST", "done_on": f"2024-03-0{at + 1}"})  # fmt: skip
    return case


@pytest.fixture
def two(desk):
    return [supported(desk, desk.cases.begin("VISIT", name)) for name in ("하나", "두리")]  # fmt: skip


def destroyed(desk, case):
    for cls in CLASSES:
        desk._rooms.ledger.erase(scope_of("case", case), cls, "REQUEST", "박상담")


def value(view, rule):
    return next(one.value for one in view.lines if one.rule == rule)


def test_a_center_and_a_case_have_their_numbers(desk, two):
    whole, one = desk.figures.view(HERE), desk.figures.view(Asked("CASE", two[0]))
    assert [value(whole, rule) for rule in ("V1", "R1", "R2")] == [2, 6, 6]
    assert [value(one, rule) for rule in ("V1", "R1", "R2")] == [1, 3, 3]
    assert whole.position == desk._rooms.ledger.position_hash()
    assert all(line.how and line.unit_label for line in whole.lines)


def test_a_number_opens_to_its_rows_page_by_page(desk, two):
    first, rest = desk.figures.rows("R1", HERE, 4), desk.figures.rows("R1", HERE, 4, 4)
    assert (len(first), len(rest)) == (4, 2)
    assert len({one.record for one in (*first, *rest)}) == 6
    assert {one.words for one in first} == {"최초요청"}
    assert all(one.number and one.day for one in first)


def test_a_period_leaves_out_what_lies_outside(desk, two):
    assert value(desk.figures.view(Asked("CENTER", "", "2024-03-02", "2024-03-03")), "R1") == 4  # fmt: skip


def test_the_same_question_has_the_same_proof_and_another_has_another(desk, two):
    proof = desk.figures.proof("R1", HERE)
    assert proof.query == desk.figures.proof("R1", HERE).query
    assert proof.query != desk.figures.proof("R1", Asked("CASE", two[0])).query
    assert proof.query != desk.figures.proof("R2", HERE).query
    supported(desk, two[0], 1)
    assert proof.query != desk.figures.proof("R1", HERE).query


def test_a_frozen_number_keeps_its_value_after_a_case_was_destroyed(desk, two):
    desk.figures.freeze("R1", HERE)
    assert desk.figures.frozen()[0].same
    destroyed(desk, two[0])
    (kept,) = desk.figures.frozen("CENTER")
    assert (kept.value, kept.now, kept.same) == (6, 3, False)
    assert kept.why
    assert kept.taken_by == "박상담"


def test_a_frozen_number_of_a_case_outlives_the_case(desk, two):
    desk.figures.freeze("R1", Asked("CASE", two[0]))
    destroyed(desk, two[0])
    (kept,) = desk.figures.frozen("CASE", two[0])
    assert (kept.value, kept.now, kept.same) == (3, 0, False)


def test_what_is_frozen_stays_at_home(desk, two):
    """Books of a center: nothing of a figure goes to the central desk."""
    for entity in ("figure", "issued_paper"):
        assert set(SCHEMA[entity].classes) == {"court"}


def test_for_a_court_only_who_agreed_to_it_is_counted(desk, two):
    desk.giving.decide(two[0], "COURT", "COURT", "서울중앙지방법원", "AGREED")
    view = desk.figures.view(Asked("CENTER", court="서울중앙지방법원"))
    assert (value(view, "V1"), value(view, "R1"), view.left_out) == (1, 3, 1)


def test_a_withdrawn_or_training_case_is_in_no_number(desk, two):
    planted(desk, "case", two[1], {"training": True}, two[1])
    assert value(desk.figures.view(HERE), "V1") == 1
    assert value(desk.figures.view(HERE), "R1") == 3


def test_who_sees_her_own_cases_only_sees_numbers_and_no_words_of_the_rows(desk, two, tmp_path):  # fmt: skip
    keyring = desk._rooms.keyring
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    hers = opening.open_(tmp_path / "v", HERS, Silent(), keyring=keyring, policy=POLICY)
    assert value(hers.figures.view(HERE), "R1") == 6
    rows = hers.figures.rows("R1", HERE)
    assert len(rows) == 6
    assert not any(one.words or one.day for one in rows)
    with pytest.raises(NotYours):
        hers.figures.view(Asked("CASE", two[0]))
    hers.close()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (Asked("GALAXY"), InvalidInput),
        (Asked("CENTER", "", "2024-13"), InvalidInput),
        (Asked("CENTER", "", "2025", "2024"), InvalidInput),
        (Asked("PROFILE", "01890a5d-ac96-774b-bcce-b302099a8057"), NotFound),
    ],
)
def test_what_cannot_be_asked_is_refused(desk, asked, error):
    with pytest.raises(error):
        desk.figures.view(asked)
