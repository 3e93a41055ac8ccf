"""A result report says to the person herself what was done, by the rules, and names nobody."""

import dataclasses

import pypdfium2
import pytest

from intake.desk import paper_result
from intake.desk.views.papers import PaperPlan
from intake.errors import InvalidInput
from intake.ledger import Deed
from tests.desk.test_papers import read
from tests.desks_at_hand import a_desk, planted

RESULTS = ("REMOVED", "REMOVED", "REFUSED", "BLOCKED", "REQUESTED", "TEMPORARY", "GONE")


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    made = desk.cases.begin("VISIT", "녹두")
    planted(desk, "person", made, {"role": "VICTIM", "name": "홍길동", "sex": "F", "age": 20})  # fmt: skip
    for at, result in enumerate(RESULTS):
        posting(desk, made, at, result=result, platform="ADULT")
    desk._rooms.set_setting("center_phone", "000-0000-0001")
    return made


def posting(desk, case, at, actions=1, **said):
    url = said.pop("url", f"https://tube-a.example/v/{at}")
    made = planted(desk, "posting", case, {"url": url, "found_on": "2024-03-01", **said})  # fmt: skip
    for n in range(actions):
        kind = "AGAIN" if n else "FIRST"
        planted(desk, "deletion_action", case, {"posting": made, "kind": kind, "done_on": f"2024-03-{n % 28 + 1:02}"})  # fmt: skip
    return made


def plan(case, **more):
    return PaperPlan("RESULT_REPORT", "CASE", case, **more)


def words(desk, case, **more):
    return read(desk.papers.preview(plan(case, **more)).data)


def test_every_number_is_that_of_its_rule_and_is_frozen_with_the_paper(desk, case):
    text = read(desk.papers.issue(plan(case)).data)
    for said in ("7번", "2개", "지워진 것을 확인한 주소", "사이트가 삭제 요청에 응하지 않았습니다."):  # fmt: skip
        assert said in text
    (line,) = desk.papers.listing()
    frozen = {one.rule: one.value for one in desk.figures.frozen(paper=line.id)}
    assert frozen["R1 v1"] == frozen["R2 v1"] == 7
    ended = ("R3 v1", "R3-REFUSED v1", "R3-BLOCKED v1", "R3-TEMPORARY v1", "R3-GONE v1", "R3-OPEN v1")  # fmt: skip
    assert [frozen[one] for one in ended] == [2, 1, 1, 1, 1, 1]


def test_what_is_left_has_its_reason_and_what_is_gone_is_not_left(desk, case):
    text = words(desk, case)
    for said in ("응하지 않았습니다", "국내에서는 열리지 않습니다", "결과를 기다리고", "잠시 가려져"):  # fmt: skip
        assert said in text
    assert "4개" in text  # refused, blocked, temporary, requested
    assert "소멸" in text  # it has its column and is not left


def test_a_search_result_that_was_taken_out_is_not_left_and_an_original_is(desk, case):
    posting(desk, case, 20, result="DELISTED", platform="SEARCH")
    assert "원래 글은 남아 있습니다" not in words(desk, case)
    posting(desk, case, 21, result="DELISTED", platform="COMMUNITY")
    assert "원래 글은 남아 있습니다" in words(desk, case)


def test_what_was_found_again_and_what_was_done_is_said(desk, case):
    old = desk._rooms.register.find("posting", case=case)[0].id
    posting(desk, case, 30, actions=3, parent=old, result="REMOVED", platform="SOCIAL")
    text = words(desk, case)
    assert "다시 올라온 주소 1개를 찾았습니다" in text
    assert "삭제를 3번 요청했습니다" in text
    assert "이 가운데 1개는 지워진 것을 확인했습니다" in text


def test_she_is_a_number_and_no_address_stands_in_it(desk, case):
    text = words(desk, case)
    number = str(desk._rooms.case(case)["number"])
    assert number in text
    for name in ("홍길동", "녹두", "tube-a.example", "https://"):
        assert name not in text


def test_the_plan_may_name_her_and_a_full_name_is_warned_of(desk, case):
    seen = desk.papers.preview(plan(case, addressee="홍길동"))
    assert "홍길동" in read(seen.data)
    assert any("이름이 그대로" in one for one in seen.warnings)
    assert not any("이름이 그대로" in one for one in desk.papers.preview(plan(case, addressee="녹두")).warnings)  # fmt: skip


def test_addresses_stand_on_pages_of_their_own_with_a_warning(desk, case):
    seen = desk.papers.preview(plan(case, with_addresses=True))
    text = read(seen.data)
    first, _, rest = text.partition("주소 목록")
    assert "tube-a.example" not in first
    assert rest.count("tube-a.example") == len(RESULTS)
    assert "혼자 보관" in rest
    assert any("주소 목록" in one for one in seen.warnings)


def test_what_nobody_noted_is_an_empty_line_and_a_sentence(desk, case):
    desk._rooms.set_setting("center_phone", "")
    said = " ".join(desk.papers.preview(plan(case)).missing)
    for one in ("전화와 이메일", "지원 근거", "다음에 확인하는 날"):
        assert one in said


def test_the_basis_is_said_with_its_article_and_the_next_day_is_the_nearest(desk, case):
    with desk._rooms.about_case(Deed.CONSENT, case) as say:
        say.set("case", case, "delete_basis", "CSAM")
    posting(desk, case, 40, result="REQUESTED", next_check="2099-05-02")
    posting(desk, case, 41, result="REQUESTED", next_check="2099-05-01")
    posting(desk, case, 42, result="REQUESTED", next_check="2001-05-01")
    seen = desk.papers.preview(plan(case))
    text = read(seen.data)
    assert "제7조의3제3항제2호" in text
    assert "2099년 5월 1일" in text
    assert "2001년" not in text
    assert any("지난 주소가 1개" in one for one in seen.warnings)


def test_a_shared_device_is_thought_of(desk, case):
    other = desk.cases.begin("VISIT", "두리")
    planted(desk, "person", other, {"role": "VICTIM", "shared_device": "YES"})
    assert any("함께 쓰는 기기" in one for one in desk.papers.preview(plan(other)).warnings)  # fmt: skip
    assert not any("함께 쓰는 기기" in one for one in desk.papers.preview(plan(case)).warnings)  # fmt: skip


def test_a_case_in_which_nothing_was_done_says_so_and_fits_a_page(desk):
    empty = desk.cases.begin("VISIT", "서이")
    seen = desk.papers.preview(plan(empty, with_addresses=False))
    text = read(seen.data)
    assert "아직 찾은 주소도, 보낸 삭제요청도 없습니다" in text
    assert "남아 있는 것으로 확인된 주소가 없습니다" in text
    pdf = pypdfium2.PdfDocument(seen.data)
    assert len(pdf) == 1
    pdf.close()


def test_a_long_address_and_an_odd_name_stay_readable(desk, case):
    posting(desk, case, 50, url="https://board.example/" + "a" * 300)
    text = words(desk, case, addressee="金😀𠮷", with_addresses=True)
    assert "金[U+1F600][U+20BB7]" in text
    assert text.replace("\n", "").replace("\r", "").count("a" * 40) >= 1


def test_a_list_that_is_too_long_ends_and_says_how_many_are_not_in_it(desk, case, monkeypatch):  # fmt: skip
    monkeypatch.setattr(paper_result, "MOST", 3)
    text = words(desk, case, with_addresses=True)
    assert text.count("tube-a.example") == 3
    assert "4개는 여기에 적지 않았습니다" in text


def test_it_is_about_one_case(desk, case):
    with pytest.raises(InvalidInput):
        desk.papers.preview(dataclasses.replace(plan(case), about_kind="CENTER"))
