"""The statistics report: what the screen counts, as it may be published, with its figures frozen."""

import pytest

from intake.counting import look as looking
from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import Cancelled, InvalidInput
from intake.progress import Silent
from tests.desk.test_papers import COURT, read
from tests.desk.test_statistics import cell, table
from tests.desks_at_hand import a_desk, planted
from tests.links_at_hand import Known, linked

HERE = PaperPlan("STATISTICS", "CENTER", first="2024", last="2024", checked_by="이확인")  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("report") / "v")
    yield made
    made.close()


@pytest.fixture(scope="module")
def cases(desk):
    """Three women and a man; the women were harmed by one, as two people decided."""
    found = []
    for name in ("하나", "두리", "서이", "너이"):
        case = desk.cases.begin("VISIT", name)
        planted(desk, "person", case, {"role": "VICTIM", "sex": "M" if name == "너이" else "F", "age": 24})  # fmt: skip
        for at in range(3):
            posting = planted(desk, "posting", case, {"url": f"https://a.example/{case}/{at}", "found_on": "2024-03-05", "platform": "ADULT"})  # fmt: skip
            planted(desk, "deletion_action", case, {"posting": posting, "kind": "FIRST", "done_on": "2024-03-06"})  # fmt: skip
        suspect = desk.suspects.add(case, {"nickname": "하루오빠"})
        clue = desk.suspects.add_clue(case, {"kind": "phone", "value": "010-0000-4217"}, suspect)  # fmt: skip
        found.append(Known(case, suspect, clue))
    linked(desk, found[0], found[1])
    linked(desk, found[1], found[2])
    desk.giving.decide(found[0].case, "COURT", "COURT", COURT, "AGREED")
    return found


def test_groups_of_one_perpetrator_have_numbers_and_no_names(desk, cases):
    view = desk.statistics.view(Asked("CENTER", "", "2024", "2024"))
    assert [row.label for row in table(view, "T12").rows] == ["묶음 1", "계"]
    assert [cell(view, name, "묶음 1") for name in ("T12", "T12.centers", "T12.actions")] == [3, 1, 9]  # fmt: skip


def test_the_report_says_what_the_screen_says_and_names_nobody(desk, cases):
    text = read(desk.papers.preview(HERE).data)
    for words in ("통계 보고서", "초안", "T12. 동일 가해자 묶음별 피해자", "지역 부록", "집계 규칙 V1 v1", "묶음 1"):  # fmt: skip
        assert words in text
    assert text.index("T12.") < text.index("지역 부록")
    for name in ("하나", "두리", "하루오빠", "4217", "a.example", "2026-IC"):
        assert name not in text


def test_a_small_number_of_people_is_a_word_in_it(desk, cases):
    text = read(desk.papers.preview(HERE).data)
    assert "감춤" in text
    assert "3명 미만인 칸" in text


def test_what_is_to_be_known_of_a_table_is_said_once(desk, cases):
    """Also where a column beside others is hidden and says so."""
    few = PaperPlan("STATISTICS", "CENTER", court=COURT, checked_by="이확인")
    for plan in (HERE, few):
        text = read(desk.papers.preview(plan).data)
        assert text.count("확인된 묶음만 적습니다.") == 1


def test_in_english_a_column_of_one_unit_has_a_head_like_the_others(desk, cases):
    desk.settings.set("language", "en")
    try:
        text = read(desk.papers.preview(HERE).data)
    finally:
        desk.settings.set("language", "ko")
    assert "Route People" in text
    assert "Detail Actions Addresses" in text


def test_an_issued_report_has_its_figures_frozen_and_they_hold(desk, cases, tmp_path):
    made = desk.papers.issue(HERE)
    file = tmp_path / made.name
    file.write_bytes(made.data)
    seen = desk.papers.verify(file)
    frozen = {one.rule: one.value for one in seen.figures}
    assert (frozen["R1 v1"], frozen["R2 v1"], frozen["R3 v1"]) == (12, 12, 0)
    assert all(one.same for one in seen.figures)
    assert seen.paper is not None
    assert seen.paper.kind == "STATISTICS"


def test_for_a_court_only_who_agreed_is_in_it(desk, cases):
    plan = PaperPlan("STATISTICS", "CENTER", court=COURT, checked_by="이확인")
    text = read(desk.papers.preview(plan).data)
    assert "최초 3 " in text
    assert "최초 12" not in text


def test_of_a_perpetrator_there_are_no_other_groups(desk, cases):
    plan = PaperPlan("STATISTICS", "PROFILE", cases[0].suspect, checked_by="이확인")
    text = read(desk.papers.preview(plan).data)
    assert "최초 9" in text
    assert "T12." not in text


def test_one_case_is_no_statistics(desk, cases):
    with pytest.raises(InvalidInput):
        desk.papers.preview(PaperPlan("STATISTICS", "CASE", cases[0].case))


def test_what_many_cases_add_is_kept_before_a_paper_counts_them(desk, cases, monkeypatch):  # fmt: skip
    asked = desk.papers.preview(HERE).data

    def kept():
        with desk._rooms.vault.reading() as db:
            return db.one("SELECT count(*) FROM c_case WHERE claim IS NULL")[0]

    class Stopped(Silent):
        def step(self, done, total, what):
            raise Cancelled

    monkeypatch.setattr(looking, "MANY_CASES", len(cases))
    before = kept()
    with pytest.raises(Cancelled):
        desk.papers.preview(HERE, Stopped())
    told = read(desk.papers.preview(HERE).data)
    assert (before, kept()) == (0, len(cases))
    assert told == read(asked)
