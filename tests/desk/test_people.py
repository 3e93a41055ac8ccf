"""The people of a case, and picking somebody who is known already."""

import pytest

from intake.errors import InvalidInput
from tests.desks_at_hand import a_desk, agreed


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("people") / "ic")
    yield desk
    desk.close()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


@pytest.fixture(scope="module")
def known(desk):
    """A victim of another case."""
    case = agreed(desk, "RECORD")
    said = {
        "role": "VICTIM",
        "name": "김민수",
        "alias": "새벽",
        "phone": "010-0000-4217",
        "own_accounts": "haru_smile",
    }
    return desk.people.add(case, said)


def why(lines, person):
    return next((line.why for line in lines if line.person == person), ())


def test_the_people_of_a_case_stand_in_order(desk, case):
    desk.people.add(case, {"role": "CONTACT", "name": "이모"})
    desk.people.add(
        case, {"role": "GUARDIAN", "name": "어머니", "phone": "010-0000-0001"}
    )
    assert desk.people.of_case(case)[0].alias == "하늘"  # the name of the case
    desk.people.add(case, {"role": "VICTIM", "age": 15})
    lines = desk.people.of_case(case)
    assert [line.role_label for line in lines] == ["피해자", "보호자", "안전한 연락처"]
    assert (lines[0].age, lines[1].phone) == (15, "010-0000-0001")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"name": "김민수"}, "similar-name"),
        ({"name": "김 민 수"}, "similar-name"),
        ({"name": "金民秀"}, "similar-name"),
        ({"name": "rlaalstn"}, "similar-name"),
        ({"name": "새벽"}, "similar-alias"),
        ({"name": "김민서"}, "similar-name-near"),
        ({"name": "김빈수"}, "similar-name-near"),
        ({"name": "ㄱㅁㅅ"}, "similar-initials"),
        ({"phone": "+82 10 0000 4217"}, "similar-phone"),
        ({"phone": "4217"}, "similar-phone-part"),
        ({"handle": "@Haru_Smile"}, "similar-account"),
        ({"handle": "instagram.com/haru_smile"}, "similar-account"),
    ],
)
def test_somebody_alike_is_shown_with_the_reason(desk, known, case, asked, reason):
    assert reason in why(desk.people.similar(**asked, case=case), known)


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "이도윤"},
        {"name": "김"},
        {"name": "모름"},
        {"phone": "010-0000-0000"},
        {"phone": "010"},
        {"handle": "모름"},
        {"name": "\u200b"},
        {"name": "💥" * 500},
        {},
    ],
)
def test_nobody_is_proposed_for_too_little(desk, known, case, asked):
    assert why(desk.people.similar(**asked, case=case), known) == ()


def test_what_is_shown_is_the_case_and_not_the_name(desk, known, case):
    (line,) = (
        one
        for one in desk.people.similar(name="김민수", case=case)
        if one.person == known
    )
    assert (line.alias, line.role_label) == ("새벽", "피해자")
    assert line.number.startswith("2")
    assert "김민수" not in repr(line)


def test_more_reasons_come_first_and_there_are_never_more_than_eight(desk, known):
    for _ in range(10):
        desk.people.add(agreed(desk, "RECORD"), {"role": "VICTIM", "name": "김민숙"})
    lines = desk.people.similar(name="김민수", phone="010-0000-4217")
    assert len(lines) == 8
    assert lines[0].person == known


def test_the_people_of_the_case_itself_are_left_out(desk, case):
    desk.people.add(case, {"role": "GUARDIAN", "name": "한가람"})
    assert desk.people.similar(name="한가람", case=case) == ()
    assert len(desk.people.similar(name="한가람")) == 1


def test_somebody_known_is_picked_into_a_case_and_nothing_is_copied(desk, known, case):
    new = desk.people.pick(case, known, "GUARDIAN")
    _victim, line = desk.people.of_case(case)
    assert (line.id, line.name, line.role) == (new, "", "GUARDIAN")
    assert [(one.record, one.name) for one in line.joined] == [(known, "새벽")]
    desk.undo.undo()
    assert [line.role for line in desk.people.of_case(case)] == ["VICTIM"]
    assert desk.people.group(known) == (known,)


def test_somebody_of_this_case_is_not_picked_again(desk, case):
    person = desk.people.add(case, {"role": "VICTIM"})
    with pytest.raises(InvalidInput):
        desk.people.pick(case, person, "CONTACT")


def test_a_wrong_merge_is_parted_and_everything_reads_as_before(desk, known, case):
    mine = desk.people.add(case, {"role": "VICTIM", "name": "김민수"})
    before = desk.people.of_case(case)
    desk.people.merge(known, mine, "SAID")
    desk.people.merge(mine, known, "CONTACT")
    assert len(desk.people.of_case(case)[0].joined) == 1
    assert desk.people.part(mine) == 2
    assert desk.people.of_case(case) == before
    desk.undo.undo()
    assert len(desk.people.group(mine)) == 2
    desk.people.part(mine)


def test_a_contradiction_is_shown(desk, known, case):
    mine = desk.people.add(case, {"role": "VICTIM"})
    desk.people.merge(known, mine)
    desk.people.not_same(mine, known)
    assert desk.people.of_case(case)[0].contradicted
    desk.people.part(mine)
    assert not desk.people.of_case(case)[0].contradicted


def test_a_resident_number_is_masked_in_every_field(desk, case):
    person = desk.people.add(case, {"role": "VICTIM", "remark": "010203-4567890"})
    desk.people.change(person, {"safe_contact": "010203-4567890 적어 둠"})
    said = str([word.value for word in desk.records.history("person", person)])
    assert "4567890" not in said


def test_a_reason_is_a_code_and_not_words(desk, case):
    person = desk.people.add(case, {"role": "OTHER"})
    with pytest.raises(InvalidInput):
        desk.people.retract(person, "잘못 적음")
    desk.people.retract(person, "mistake")
    assert [line.role for line in desk.people.of_case(case)] == ["VICTIM"]


def test_nobody_is_shown_while_an_interview_of_the_case_goes_on(desk, known, case):
    assert desk.people.similar(name="김민수", case=case)
    interview = desk.interviews.begin(case, "intake")
    assert desk.people.similar(name="김민수", case=case) == ()
    assert desk.suspects.of_case(case).quiet
    desk.interviews.pause(interview)
    assert desk.people.similar(name="김민수", case=case)
