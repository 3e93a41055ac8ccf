"""The shared dossier, as the desk puts it together."""

import pypdfium2
import pytest

from intake.errors import ConsentMissing, IntakeError, NotFound, NotThisStep
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.matching.marked import mark_of
from tests.desks_at_hand import a_desk, agreed, planted

LEFT_OUT = "동의하지 않은 사건은 포함하지 않았습니다"
DRAFT = "내부 검토용"
VICTIM, COURT = "녹두", "수원지방법원 안양지원"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("dossier") / "ic")
    yield desk
    desk.close()


def a_case(desk, *purposes, value="010-0000-4217"):
    asked = [one for one in purposes if one != "COURT"]
    case = agreed(desk, "RECORD", *asked)
    if "COURT" in purposes:
        desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    desk.cases.rename(case, VICTIM)
    desk.people.add(case, {"role": "VICTIM", "name": VICTIM, "phone": "010-0000-9999"})
    desk.suspects.add_clue(case, {"value": value})
    (card,) = desk.suspects.of_case(case).cards
    return case, card.id


def linked(desk, one, other, **more):
    rooms, link = desk._rooms, new_id(desk._rooms.clock.wall())
    said = {"kind": "same_person", "one": one[1], "one_case": one[0], "other": other[1],
            "other_case": other[0], "decision": "SAME", "reason": "ACCOUNTS",
            "decided_by": "박상담", "decided_on": "2026-11-25", **more}  # fmt: skip
    left, right = (desk._rooms.register.find("identifier", case=case)[0] for case, _ in (one, other))  # fmt: skip
    line = {"link": link, "place": 0, "says": "match-says-same", "kind": "phone",
            "one_record": left.id, "other_record": right.id, "weight": 25_600, "holders": 3}  # fmt: skip
    with rooms.saying(Deed.LINK, scope_of("link", link)) as say:
        for name, value in said.items():
            say.set("link", link, name, value)
        own = new_id(rooms.clock.wall())
        for name, value in line.items():
            say.set("link_line", own, name, value)
    return link


TWO = {"second": "SAME", "second_by": "최조정", "second_on": "2026-11-26"}


def read(made):
    pdf = pypdfium2.PdfDocument(made.data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def test_two_cases_that_agreed_stand_there_with_their_decision_and_its_evidence(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT", value="01000004217")
    linked(desk, one, other, **TWO)
    made = desk.dossiers.of_profile(one[1])
    text = read(made)
    for said in ("가-01", "가-02", "010-0000-4217", "박상담", "최조정", "같은 전화번호"):  # fmt: skip
        assert said in text
    assert "내부 검토용" not in text
    assert made.name.startswith("dossier-")
    assert VICTIM not in text + made.name
    assert "9999" not in text


def test_a_link_that_one_person_confirmed_makes_a_draft(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other)
    assert "내부 검토용" in read(desk.dossiers.of_profile(one[1]))


def test_the_same_person_twice_is_not_two_persons(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **{**TWO, "second_by": "박상담"})
    assert "내부 검토용" in read(desk.dossiers.of_profile(one[1]))


def test_who_did_not_agree_is_in_no_word_and_no_number(desk):
    one, other, silent = a_case(desk, "COURT"), a_case(desk, "COURT"), a_case(desk, value="x7q@mail.example")  # fmt: skip
    linked(desk, one, other, **TWO)
    before = read(desk.dossiers.of_profile(one[1]))
    linked(desk, other, silent, decided_by="김상담", **TWO)
    after = read(desk.dossiers.of_profile(one[1]))
    assert LEFT_OUT in after
    for canary in ("x7q@mail.example", "김상담", "가-03", desk.cases.header(silent[0]).number):  # fmt: skip
        assert canary not in after
    assert _without_foot(after) == _without_foot(before)


def _without_foot(text):
    return [line for line in text.splitlines() if "장부" not in line]


def withdraw(desk, case):
    (line,) = desk.giving.lines(case)
    desk.giving.withdraw(line.id)


def test_for_one_court_only_who_agreed_to_it_is_in_it(desk):
    one, other = a_case(desk, "COURT"), a_case(desk)
    desk.giving.decide(other[0], "COURT", "COURT", "다른 법원", "AGREED")
    linked(desk, one, other, **TWO)
    whole = read(desk.dossiers.of_profile(one[1]))
    assert "가-02" in whole
    assert "다른 법원" in whole
    assert "가-02" not in read(desk.dossiers.of_profile(one[1], COURT))


def test_while_somebody_sits_here_there_is_none(desk):
    one, other = a_case(desk, "COURT", "SENSITIVE"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    interview = desk.interviews.begin(one[0], "intake")
    with pytest.raises(NotThisStep):
        desk.dossiers.of_profile(other[1])
    desk.interviews.finish(interview)
    assert "가-02" in read(desk.dossiers.of_profile(other[1]))


def test_recording_taken_back_takes_the_case_out(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    desk.consents.withdraw(other[0], "RECORD")
    assert "가-02" not in read(desk.dossiers.of_profile(one[1]))


def test_a_consent_taken_back_takes_the_case_out(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    withdraw(desk, other[0])
    text = read(desk.dossiers.of_profile(one[1]))
    assert "가-02" not in text
    withdraw(desk, one[0])
    with pytest.raises(ConsentMissing):
        desk.dossiers.of_profile(one[1])


def test_between_centers_she_has_to_agree_to_being_put_together(desk):
    one, other = a_case(desk, "COURT", "CENTER"), a_case(desk, "COURT")
    planted(desk, "case", other[0], {"center": "SE"}, other[0])
    linked(desk, one, other, **TWO)
    text = read(desk.dossiers.of_profile(one[1]))
    assert "가-02" not in text
    assert "타 센터 사례 연결에 동의" not in text  # nobody else's center is told of
    desk.consents.decide(other[0], {"CENTER": "AGREED"})
    text = read(desk.dossiers.of_profile(one[1]))
    assert "가-02" in text
    assert text.count("타 센터 사례 연결에 동의") == 2
    assert "IC 센터" in text


def without_center(desk, case):
    """A case of another center whose person agreed to the court alone."""
    planted(desk, "case", case[0], {"center": "SE"}, case[0])
    return case


def test_another_center_left_out_asks_nobody_for_the_linking(desk):
    """Whose linking is asked for would tell that somebody of another center is left out."""
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    before = read(desk.dossiers.of_profile(one[1]))
    silent = without_center(desk, a_case(desk))
    linked(desk, other, silent, **TWO)
    assert _without_foot(read(desk.dossiers.of_profile(one[1]))) == _without_foot(before)  # fmt: skip


def test_a_link_to_who_is_left_out_makes_no_draft(desk):
    one, other, silent = a_case(desk, "COURT"), a_case(desk, "COURT"), a_case(desk)
    linked(desk, one, other, **TWO)
    linked(desk, other, silent)
    assert DRAFT not in read(desk.dossiers.of_profile(one[1]))


def test_cases_that_only_who_is_left_out_joins_are_a_draft(desk):
    one, other, silent = a_case(desk, "COURT"), a_case(desk, "COURT"), a_case(desk)
    linked(desk, one, silent, **TWO)
    linked(desk, silent, other, **TWO)
    text = read(desk.dossiers.of_profile(one[1]))
    assert "가-02" in text
    assert DRAFT in text


def frozen(desk, link, place, says, **more):
    said = {"link": link, "place": place, "says": says, "weight": 3_000, "holders": 2}
    planted(desk, "link_line", "", said | more)


def test_evidence_that_stands_only_in_a_case_left_out_is_not_printed(desk):
    """A decision is taken between persons: a line of it may rest on another case of theirs."""
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    link = linked(desk, one, other, **TWO)
    before = read(desk.dossiers.of_profile(one[1]))
    silent = a_case(desk, value="silent@mail.example")
    linked(desk, one, silent, **TWO)
    desk.suspects.add_clue(silent[0], {"value": "010-0000-4217"})
    (mail, phone), (hers,) = (desk._rooms.register.find("identifier", case=case) for case in (silent[0], other[0]))  # fmt: skip
    for at, says in ((1, "match-says-same"), (2, "match-says-near")):
        frozen(desk, link, at, says, one_record=mail.id, other_record=hers.id, kind="email")  # fmt: skip
    frozen(desk, link, 3, "match-says-region")
    after = read(desk.dossiers.of_profile(one[1]))
    assert _without_foot(after) == _without_foot(before)
    # The number stands in her case as well: it is evidence, whoever else had it written down.
    frozen(desk, link, 4, "match-says-same", one_record=phone.id, other_record=hers.id, kind="phone")  # fmt: skip
    assert (
        read(desk.dossiers.of_profile(one[1])).count("같은 전화번호 010-0000-4217") == 2
    )


def test_in_how_many_other_records_a_value_stands_is_not_told(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    assert "다른 기록" not in read(desk.dossiers.of_profile(one[1]))


def test_what_both_suspects_themselves_say_against_it_stands_there(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    link = linked(desk, one, other, **TWO)
    frozen(desk, link, 1, "match-says-other-region")
    assert "지역이 다름" not in read(desk.dossiers.of_profile(one[1]))
    for (_, suspect), region in ((one, "11"), (other, "26")):
        desk.suspects.change(suspect, {"region": region})
    assert "지역이 다름" in read(desk.dossiers.of_profile(one[1]))


def test_a_value_that_many_use_says_so(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    clue, *_ = desk._rooms.register.find("identifier", case=one[0])
    mark = mark_of("phone", "+821000004217")
    planted(desk, "shared_value", "", {"kind": "phone", "shared": True}, mark)
    assert (
        clue["shared"] is None
    )  # said at the central desk: no identifier of a case says so
    assert "여럿이 쓰는 값" in read(desk.dossiers.of_profile(one[1]))


def test_a_child_whose_guardian_was_not_asked_is_left_out(desk):
    one, child = a_case(desk, "COURT"), a_case(desk, "COURT")
    rows = desk._rooms.register.find("person", case=child[0])
    desk.people.change(rows[0].id, {"under_14": "YES"})
    linked(desk, one, child, **TWO)
    assert "가-02" not in read(desk.dossiers.of_profile(one[1]))


def test_her_own_account_and_a_name_are_not_among_the_marks(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    desk.suspects.add_clue(one[0], {"value": "@haru_smile", "kind": "instagram", "role": "VICTIM"})  # fmt: skip
    desk.suspects.add_clue(one[0], {"value": "홍길동", "kind": "name"})
    linked(desk, one, other, **TWO)
    text = read(desk.dossiers.of_profile(one[1]))
    assert "haru_smile" not in text
    assert "홍길동" not in text


def test_every_printing_is_noted_for_each_case(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other, **TWO)
    desk.dossiers.of_profile(one[1])
    for case, _ in (one, other):
        assert "print" in {line.act for line in desk.access.lines(case=case)}


@pytest.mark.parametrize("nobody", ["", "nobody", "💥"])
def test_nobody_has_no_dossier(desk, nobody):
    with pytest.raises((NotFound, IntakeError)):
        desk.dossiers.of_profile(nobody)


def test_the_words_of_the_screen_are_the_words_of_the_paper(desk):
    one, other = a_case(desk, "COURT"), a_case(desk, "COURT")
    linked(desk, one, other)
    desk.settings.set("language", "en")
    text = read(desk.dossiers.of_profile(one[1]))
    desk.settings.set("language", "ko")
    assert "Shared dossier" in text
    assert "For internal review" in text
