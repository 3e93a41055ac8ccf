"""What a paper leaves out is kept inside: by rule and by a person, printed nowhere, without numbers."""

import dataclasses
import json

import pypdfium2
import pytest

from intake.desk.paper_kinds import KINDS
from intake.desk.redactions import left_out, redactions_of
from intake.desk.views.papers import PaperPlan
from intake.errors import NotFound, NotYours
from intake.text import Texts
from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk, planted

COURT = "서울중앙지방법원"
PLAN = PaperPlan("PERFORMANCE", "CENTER", court=COURT)


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def cases(desk):
    found = [supported(desk, desk.cases.begin("VISIT", name), urls=2) for name in ("하나", "두리", "서이")]  # fmt: skip
    desk.giving.decide(found[0], "COURT", "COURT", COURT, "AGREED")
    return found


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def issued(desk, plan=PLAN):
    made = desk.papers.issue(plan)
    return made, desk.papers.listing()[0].id


def test_a_paper_for_a_court_keeps_what_it_never_says(desk, cases):
    made, paper = issued(desk)
    lines = desk.papers.redactions(paper)
    assert {one.what for one in lines} == {
        *("names", "contact", "narrative", "others", "small", "no-consent")
    }
    assert {one.by_label for one in lines} == {"규칙에 따라"}
    text = "".join(read(made.data).split())
    for one in lines:  # nothing of the list stands on the paper
        assert "".join(one.words.split()) not in text


def test_how_many_did_not_agree_is_in_no_list(desk, cases):
    _, paper = issued(desk)
    kept = str(desk._rooms.record("issued_paper", paper)["redactions"])
    assert not any(letter.isdigit() for letter in kept)
    assert not any(letter.isdigit() for one in desk.papers.redactions(paper) for letter in one.words)  # fmt: skip


def test_what_a_person_left_out_is_told_apart(desk, cases):
    _, paper = issued(desk, PaperPlan("APPLICATION", "CASE", cases[0], without=("papers", "cares", "papers")))  # fmt: skip
    told = [one for one in desk.papers.redactions(paper) if one.by == "person"]
    assert [one.what for one in told] == ["papers", "cares"]
    assert told[0].words == "뺀 부분: 구비서류"
    assert {one.by_label for one in told} == {"사람이 뺌"}


def test_a_list_of_addresses_is_left_out_until_the_plan_asks_for_it(desk, cases):
    plan = PaperPlan("APPLICATION", "CASE", cases[0])
    assert ("rule", "addresses") in left_out(plan)
    assert ("rule", "addresses") not in left_out(dataclasses.replace(plan, with_addresses=True))  # fmt: skip


def test_addresses_of_an_annex_are_covered_only_where_it_goes_outside():
    annex = dataclasses.replace(PLAN, kind="ANNEX")
    assert ("rule", "covered") in left_out(annex)
    assert ("rule", "covered") not in left_out(dataclasses.replace(annex, outward=False))  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_rule_of_every_kind_has_its_words(kind, language):
    texts = Texts(language, strict=True)
    told = list(left_out(PaperPlan(kind.code, court=COURT)))
    assert told
    assert all(texts.has(f"redaction-{what}") for by, what in told if by == "rule")


def test_what_a_kind_covered_in_its_text_is_kept_beside_the_rules():
    plan = dataclasses.replace(PLAN, kind="COUNSEL_COPY", without=("present", "plan"))
    kept = json.loads(redactions_of(plan, ("present: others", "words-1: others")))
    assert [one["what"] for one in kept if one["by"] == "mark"] == ["present: others", "words-1: others"]  # fmt: skip
    assert [one["what"] for one in kept if one["by"] == "person"] == ["plan"]


def test_a_covered_part_is_said_with_its_ground(desk, cases):
    _, paper = issued(desk)
    told = redactions_of(PLAN, ("present: others", "words-2: others", "x/y: least", cases[0] + ": least"))  # fmt: skip
    planted(desk, "issued_paper", "", {"redactions": told}, paper)
    said = [one.words for one in desk.papers.redactions(paper) if one.by == "mark"]
    assert said[0].startswith("뺀 부분: 함께 있던 사람 · 다른 사람의 정보")
    assert "골라 가린 말 2" in said[1]
    assert "질문 하나의 답" in said[2]
    assert "기록 하나" in said[3]
    assert cases[0] not in said[3]


def test_a_list_that_cannot_be_read_says_nothing_false(desk, cases):
    _, paper = issued(desk)
    planted(desk, "issued_paper", "", {"redactions": "{not json"}, paper)
    assert desk.papers.redactions(paper) == ()
    planted(desk, "issued_paper", "", {"redactions": '["x", {"by": 3}]'}, paper)
    assert len(desk.papers.redactions(paper)) == 1


def test_who_sees_no_content_does_not_read_what_was_left_out(desk, cases):
    _, paper = issued(desk)
    planted(desk, "role_grant", "", {"counselor": "박상담", "role": "IT"})
    desk._rooms.sight.forget({"role_grant"})
    with pytest.raises(NotYours):
        desk.papers.redactions(paper)


def test_who_sees_her_own_cases_only_reads_no_list_of_anothers(desk, cases):
    _, paper = issued(desk, PaperPlan("POWER", "CASE", cases[0]))
    desk.settings.set("own_cases_only", True)
    planted(desk, "case", cases[0], {"counselor": "다른 사람"}, cases[0])
    planted(desk, "role_grant", "", {"counselor": "다른 사람", "role": "SUPERVISOR"})
    desk._rooms.sight.forget({"role_grant", "settings", "case"})
    with pytest.raises(NotYours):
        desk.papers.redactions(paper)


def test_there_is_no_list_of_a_paper_that_there_is_not(desk, cases):
    with pytest.raises(NotFound):
        desk.papers.redactions(cases[0])
