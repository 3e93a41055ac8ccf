import pytest

from intake.desk import workspace as opening
from intake.desk.people import victim_of
from intake.errors import HandedOver, InvalidAnswer, InvalidInput, NotFound, NotYours
from intake.register import CODES
from tests.centers_at_hand import QUIET, carry, closing, second_laptop
from tests.desks_at_hand import agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def second(desk, tmp_path):
    opened = second_laptop(desk, tmp_path / "ic2")
    yield opened
    opened.close()


def differ(desk, second, stick, *said, entity="person", place=victim_of):
    """A case of which two laptops said different things; returns it and its record."""
    case = agreed(desk, "RECORD")
    record = place(case)
    carry(desk, second, stick)
    for laptop, values in zip((desk, second), said, strict=True):
        laptop.records.change(entity, record, values)
    carry(second, desk, stick)
    return case, record


def test_both_values_stand_with_who_said_them_when_and_where(desk, second, stick):
    case, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    (line,) = desk.conflicts.listing()
    assert (line.case, line.entity, line.record, line.field) == (case, "person", person, "age")  # fmt: skip
    assert line.number == desk.cases.line(case).number
    assert {(one.text, one.who) for one in line.sides} == {
        ("17", "박상담"),
        ("19", "김상담"),
    }
    assert {one.device for one in line.sides} == {"ic-1", "ic-2"}
    assert [one.shown for one in line.sides] == [True, False]
    assert all(one.ms > 0 for one in line.sides)
    assert desk.conflicts.counts() == {"fields": 1, "cases": 1}
    assert "sides" not in repr(line)
    assert "text" not in repr(line.sides[0])


def test_the_side_that_is_kept_stays_on_both_laptops(desk, second, stick):
    _, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    (line,) = desk.conflicts.listing()
    ref = next(one.ref for one in line.sides if one.text == "17")
    desk.conflicts.settle("person", person, "age", ref)
    carry(desk, second, stick)
    for laptop in (desk, second):
        assert laptop.records.get("person", person)["age"] == 17
        assert laptop.conflicts.listing() == ()


def test_a_third_value_may_be_given(desk, second, stick):
    _, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    desk.conflicts.settle("person", person, "age", instead="18")
    assert desk.records.get("person", person)["age"] == 18
    assert desk.conflicts.counts() == {"fields": 0, "cases": 0}


def test_settling_is_undone_and_the_difference_stands_again(desk, second, stick):
    _, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    before = sides(desk)
    desk.conflicts.settle("person", person, "age", instead="18")
    assert desk.undo.next().deed == "settle"
    desk.undo.undo()
    assert sides(desk) == before
    assert desk.records.get("person", person)["age"] == int(before[0][0])
    carry(desk, second, stick)
    assert sides(second) == before
    desk.undo.redo()
    assert desk.conflicts.listing() == ()
    assert desk.records.get("person", person)["age"] == 18
    desk.undo.undo()
    assert sides(desk) == before
    ref = desk.conflicts.listing()[0].sides[1].ref
    desk.conflicts.settle("person", person, "age", ref)
    carry(desk, second, stick)
    for laptop in (desk, second):
        assert laptop.conflicts.listing() == ()
        assert laptop.records.get("person", person)["age"] == int(before[1][0])
    words = {one.value for one in desk.records.history("person", person)}
    assert {17, 18, 19} <= words


def test_a_word_that_was_kept_and_taken_back_stands_beside_the_other_again(
    desk, second, stick
):
    _, person = differ(desk, second, stick, {"sex": "F"}, {"sex": "M"})
    before = sides(desk)
    desk.conflicts.settle("person", person, "sex", desk.conflicts.listing()[0].sides[0].ref)  # fmt: skip
    desk.undo.undo()
    assert sides(desk) == before
    carry(desk, second, stick)
    second.records.change("person", person, {"sex": "M"})
    carry(second, desk, stick)
    assert {one[0] for one in sides(desk)} == {one[0] for one in before}


def sides(desk):
    (line,) = desk.conflicts.listing()
    return [(one.text, one.who, one.device, one.ms) for one in line.sides]


def test_of_a_list_the_words_are_shown_and_a_code_of_it_is_given(desk, second, stick):
    _, person = differ(desk, second, stick, {"sex": "F"}, {"sex": "M"})
    (line,) = desk.conflicts.listing()
    labels = dict(line.choices)
    assert {one.text for one in line.sides} == {labels["F"], labels["M"]}
    with pytest.raises(InvalidAnswer):
        desk.conflicts.settle("person", person, "sex", instead="X1")
    desk.conflicts.settle("person", person, "sex", instead="F")
    assert desk.records.get("person", person)["sex"] == "F"


def test_nothing_none_of_them_and_what_differs_no_more_are_refused(desk, second, stick):
    _, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    for said in ({}, {"keep": "no-such-side"}, {"instead": "열여덟"}):
        with pytest.raises(InvalidInput):
            desk.conflicts.settle("person", person, "age", **said)
    desk.conflicts.settle("person", person, "age", instead="18")
    with pytest.raises(NotFound):
        desk.conflicts.settle("person", person, "age", instead="19")


def test_of_what_has_a_verb_of_its_own_one_of_the_two_is_kept(desk, second, stick):
    case = agreed(desk, "RECORD")
    carry(desk, second, stick)
    desk.consents.decide(case, {"CENTER": "AGREED"})
    second.consents.decide(case, {"CENTER": "REFUSED"})
    carry(second, desk, stick)
    line = next(one for one in desk.conflicts.listing() if one.field == "decision")
    assert not line.free
    with pytest.raises(NotYours):
        desk.conflicts.settle("consent", line.record, "decision", instead="LATER")
    ref = next(one.ref for one in line.sides if one.who == "김상담")
    desk.conflicts.settle("consent", line.record, "decision", ref)
    assert desk.records.get("consent", line.record)["decision"] == "REFUSED"


def test_a_withdrawn_record_differs_from_nobody(desk, second, stick):
    case = agreed(desk, "RECORD")
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    carry(desk, second, stick)
    desk.records.change("suspect", suspect, {"nickname": "달밤"})
    second.records.change("suspect", suspect, {"nickname": "새벽달"})
    carry(second, desk, stick)
    assert len(desk.conflicts.listing()) == 1
    desk.records.retract("suspect", suspect, "mistake")
    assert desk.conflicts.listing() == ()


def test_the_newest_difference_stands_first_and_the_rest_is_left_out(
    desk, second, stick
):
    for age in (15, 16, 17):
        newest, _ = differ(desk, second, stick, {"age": age}, {"age": age + 10})
    found = desk.conflicts.listing(limit=2)
    assert len(found) == 2
    assert found[0].case == newest
    assert desk.conflicts.counts()["cases"] == 3
    assert len(desk.conflicts.of_case(newest)) == 1


def test_of_a_colleagues_case_the_number_is_told_and_no_word(
    tmp_path, keyring, desk, second, stick
):
    case, person = differ(desk, second, stick, {"age": 17}, {"age": 19})
    number = desk.cases.line(case).number
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    seen = opening.open_(tmp_path / "ic", HERS, QUIET, keyring=keyring, policy=POLICY)
    with closing(seen):
        (line,) = seen.conflicts.listing()
        assert (line.number, line.masked, line.may_settle) == (number, True, False)
        assert {one.text for one in line.sides} == {""}
        with pytest.raises(NotYours):
            seen.conflicts.settle("person", person, "age", instead="18")


def test_the_central_desk_sees_a_difference_and_leaves_it_to_its_center(
    desk, central, second, stick
):
    case = agreed(desk, "RECORD", "CENTRAL")
    carry(desk, second, stick)
    one, other = (code.code for code in CODES.lists["route"][1:3])
    desk.records.change("case", case, {"route": one})
    second.records.change("case", case, {"route": other})
    carry(second, desk, stick)
    carry(desk, central, stick)
    (line,) = central.conflicts.of_case(case)
    assert not line.may_settle
    with pytest.raises(HandedOver):
        central.conflicts.settle("case", case, "route", line.sides[0].ref)
    assert [one.may_settle for one in desk.conflicts.of_case(case)] == [True]


def test_who_sees_no_content_sees_that_something_differs_and_nothing_of_it(
    tmp_path, keyring, desk, second, stick
):
    differ(desk, second, stick, {"age": 17}, {"age": 19})
    desk.roles.add_person("정점검", "AUDITOR", PASSPHRASE, HERS)
    desk.close()
    seen = opening.open_(tmp_path / "ic", HERS, QUIET, keyring=keyring, policy=POLICY)
    with closing(seen):
        (line,) = seen.conflicts.listing()
        assert line.masked
        assert {one.text for one in line.sides} == {""}
        assert seen.handovers.listing() == seen.joint.listing() == ()
