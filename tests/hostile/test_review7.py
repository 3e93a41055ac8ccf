"""A second look at papers and numbers: who takes them back, who is told of them, what she refused."""

from contextlib import suppress

import pytest

from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import ConsentMissing, NotFound
from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk

COURT = "인천지방법원"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    return supported(desk, desk.cases.begin("VISIT", "하나"))


def plan(case, court=COURT, **said):
    return PaperPlan("PERFORMANCE", "CASE", case, court, "2099고합7", "김○○", checked_by="이확인", **said)  # fmt: skip


def undo_everything(desk):
    with suppress(NotFound):
        while True:
            desk.undo.undo()


# --- what left is in the register for good -------------------------------------------------


@pytest.fixture
def issued(desk, case):
    desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    desk.papers.issue(plan(case))
    return desk.papers.listing()[0]


def test_an_issued_paper_is_not_undone(desk, issued):
    undo_everything(desk)
    assert desk.papers.listing() == (issued,)
    assert len(desk.figures.frozen(paper=issued.id)) == issued.figures > 0


def test_a_void_paper_is_not_made_to_count_by_an_undo(desk, issued):
    desk.papers.void(issued.id, "MISTAKE")
    undo_everything(desk)
    assert desk.papers.listing()[0].state == "VOID"


def test_a_frozen_number_is_not_undone(desk, case):
    desk.figures.freeze("R1", Asked("CENTER"))
    undo_everything(desk)
    assert len(desk.figures.frozen()) == 1


def test_no_number_is_put_to_a_paper_that_was_issued(desk, issued):
    with pytest.raises(TypeError):
        desk.figures.freeze("R1", Asked("CENTER"), paper=issued.id)
    assert desk.papers.listing()[0].figures == issued.figures


# --- a no to a court, however its name is spelled --------------------------------------------


@pytest.mark.parametrize(
    ("refused", "asked"),
    [
        (COURT, f"{COURT} 제3형사부"),
        (COURT, f"{COURT}(제3형사부)"),
        (f"{COURT} 제3형사부", COURT),
        (COURT, "인천\u200b지방법원"),
        (f"\u2067{COURT}\u2069", COURT),
    ],
)
def test_a_no_to_a_court_holds_for_its_divisions_and_its_spellings(desk, case, refused, asked):  # fmt: skip
    desk.giving.decide(case, "COURT", "COURT", "", "AGREED")
    assert desk.papers.preview(plan(case, asked)).data
    desk.giving.decide(case, "COURT", "COURT", refused, "REFUSED")
    with pytest.raises(ConsentMissing):
        desk.papers.preview(plan(case, asked))


def test_a_no_to_another_court_is_none_to_this_one(desk, case):
    desk.giving.decide(case, "COURT", "COURT", "", "AGREED")
    desk.giving.decide(case, "COURT", "COURT", "수원지방법원", "REFUSED")
    desk.giving.decide(case, "COURT", "COURT", f"{COURT} 부천지원", "REFUSED")
    assert desk.papers.preview(plan(case, f"{COURT} 제3형사부")).data
