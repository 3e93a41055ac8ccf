"""Who sees no content is told no number that singles somebody out, and nobody how many refused."""

import pytest

from intake.desk import workspace as opening
from intake.desk.views.figures import Asked
from intake.errors import NotYours
from intake.progress import Silent
from tests.desks_at_hand import a_desk, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY

OTHERS = "조용한 아침 산길의 돌"
COURT = "서울중앙지방법원"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def supported(desk, name, age=20):
    case = desk.cases.begin("VISIT", name)
    planted(desk, "person", case, {"role": "VICTIM", "sex": "F", "age": age})
    planted(desk, "deletion_action", case, {"kind": "FIRST", "done_on": "2024-03-05"})
    return case


def as_another(desk, tmp_path, role):
    """Close the desk and open it as somebody with another role."""
    keyring = desk._rooms.keyring
    desk.roles.add_person("이동료", role, PASSPHRASE, OTHERS)
    desk.close()
    return opening.open_(tmp_path / "v", OTHERS, Silent(), keyring=keyring, policy=POLICY)  # fmt: skip


@pytest.fixture
def theirs(request, desk, tmp_path):
    """Three women and three children; a desk of somebody who sees no content."""
    for name, age in (
        ("하나", 20),
        ("두리", 21),
        ("세나", 22),
        ("네모", 12),
        ("오리", 13),
        ("여울", 14),
    ):
        supported(desk, name, age)
    for rule, when in (("V1", ""), ("M1", ""), ("R1", "2024-03-05"), ("R1", "2024-03")):
        desk.figures.freeze(rule, Asked("CENTER", "", when, when))
    opened = as_another(desk, tmp_path, "IT")
    yield opened
    opened.close()


def test_who_sees_no_content_asks_about_whole_months(theirs):
    for asked in (Asked("CENTER"), Asked("CENTER", "", "2024", "2024"), Asked("CENTER", "", "2024-03", "2024-03")):  # fmt: skip
        assert {one.rule: one.value for one in theirs.figures.view(asked).lines}["R1"] == 6  # fmt: skip
    for first, last in (("2024-03-05", "2024-03-05"), ("2024-03-05", ""), ("", "2024-03-05 ")):  # fmt: skip
        with pytest.raises(NotYours):
            theirs.figures.view(Asked("CENTER", "", first, last))
        with pytest.raises(NotYours):
            theirs.figures.proof("R1", Asked("CENTER", "", first, last))
        with pytest.raises(NotYours):
            theirs.statistics.view(Asked("CENTER", "", first, last))


def test_who_sees_no_content_is_told_no_small_number_of_people(theirs):
    told = {one.rule: one.value for one in theirs.figures.view(Asked("CENTER")).lines}
    assert told["V1"] == 6
    assert not {"M1", "M2"} & told.keys()
    with pytest.raises(NotYours):
        theirs.figures.proof("M1", Asked("CENTER"))


def test_nor_does_a_frozen_number_tell_it(theirs):
    assert sorted((one.rule, one.value) for one in theirs.figures.frozen()) == [("R1 v1", 6), ("V1 v1", 6)]  # fmt: skip


def test_who_works_on_cases_is_told_all_of_it(desk):
    supported(desk, "하나", 12)
    told = {one.rule: one.value for one in desk.figures.view(Asked("CENTER", "", "2024-03-05", "2024-03-05")).lines}  # fmt: skip
    assert (told["M1"], told["V1"]) == (1, 1)


def test_how_many_did_not_agree_follows_from_no_two_numbers_of_who_sees_her_own_cases(desk, tmp_path):  # fmt: skip
    case = supported(desk, "하나")
    supported(desk, "두리")
    desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    desk.settings.set("own_cases_only", True)
    court = Asked("CENTER", court=COURT)
    assert {one.rule: one.value for one in desk.figures.view(court).lines}["V1"] == 1
    hers = as_another(desk, tmp_path, "COUNSELOR")
    try:
        assert {one.rule: one.value for one in hers.figures.view(Asked("CENTER")).lines}["V1"] == 2  # fmt: skip
        for ask in (hers.figures.view, hers.statistics.view):
            with pytest.raises(NotYours):
                ask(court)
        own = hers.cases.begin("VISIT", "세나")
        assert hers.figures.view(Asked("CASE", own, court=COURT)).left_out is None
    finally:
        hers.close()
