"""A second look at papers and numbers: who takes them back, who is told of them, what she refused."""

from contextlib import suppress

import pytest

from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import ConsentMissing, NotFound, NotThisStep, NotYours, OutOfDate
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.desk.test_figures import supported
from tests.desk.test_figures_for_whom import as_another
from tests.desk.test_papers import COURT as GROUP_COURT
from tests.desk.test_petitions import group
from tests.desks_at_hand import a_desk, agreed

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


# --- who sees her own cases only -------------------------------------------------------------


def own_cases_only(desk, *others):
    """Let the person here be a counselor with her own cases, these not among them."""
    rooms = desk._rooms
    desk.settings.set("own_cases_only", True)
    for who, role in (("다른 사람", "SUPERVISOR"), ("박상담", "COUNSELOR")):
        grant = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", grant)) as say:
            say.set("role_grant", grant, "counselor", who)
            say.set("role_grant", grant, "role", role)
    for one in others:
        with rooms.noting(Deed.COURT, scope_of("case", one)) as say:
            say.set("case", one, "counselor", "다른 사람")


def made_by_another(desk, paper):
    """Let somebody else have issued it."""
    with desk._rooms.noting(Deed.PAPER, scope_of("record", paper)) as say:
        say.set("issued_paper", paper, "made_by", "다른 사람")


def test_a_paper_of_anothers_case_is_not_hers_to_void_nor_its_court_hers_to_know(desk, case, issued):  # fmt: skip
    made_by_another(desk, issued.id)
    own_cases_only(desk, case)
    with pytest.raises(NotYours):
        desk.papers.void(issued.id, "MISTAKE")
    (line,) = desk.papers.listing()
    assert (line.state, line.court) == ("ISSUED", "")


def test_how_many_agreed_to_a_court_is_not_told_by_papers_and_frozen_numbers(desk):
    cases, suspect = group(desk, 3, silent={2})
    about = PaperPlan(
        "PERFORMANCE", "PROFILE", suspect, GROUP_COURT, "2099고합7", "김○○"
    )
    desk.papers.issue(about)
    figure = desk.figures.freeze("V1", Asked("PROFILE", suspect, court=GROUP_COURT))
    (paper,) = desk.papers.listing()
    assert desk.figures.frozen(paper=paper.id)
    own_cases_only(desk, *cases[1:])
    assert desk.figures.frozen() == ()
    for ask in (lambda: desk.figures.paper_again(paper.id), lambda: desk.figures.again(figure), lambda: desk.figures.rows_then(figure)):  # fmt: skip
        with pytest.raises(NotYours):
            ask()
    (row,) = desk.petitions.of_group(suspect, GROUP_COURT).rows
    assert row.case == cases[0]


@pytest.mark.parametrize("silent", [set(), {1}])
def test_whether_an_unseen_victim_agreed_makes_no_difference_to_a_paper(desk, silent):
    cases, suspect = group(desk, 2, silent=silent)
    own_cases_only(desk, cases[1])
    about = PaperPlan("MERGED", "PROFILE", suspect, GROUP_COURT, "2099고합7", "김○○")
    for make in (desk.papers.preview, desk.papers.issue, desk.papers.pack_preview):
        with pytest.raises(NotYours):
            make(about)


@pytest.mark.parametrize("silent", [set(), {0}])
def test_while_one_of_a_group_sits_here_no_paper_is_made_whatever_she_said(desk, silent):  # fmt: skip
    cases, suspect = group(desk, 2, silent=silent)
    desk.consents.decide(cases[0], {"RECORD": "AGREED"})
    desk.interviews.begin(cases[0], "intake")
    about = PaperPlan("MERGED", "PROFILE", suspect, GROUP_COURT, "2099고합7", "김○○")
    for make in (desk.papers.preview, desk.papers.pack_preview):
        with pytest.raises(NotThisStep):
            make(about)
    for ask in (desk.figures.view, desk.statistics.view):
        with pytest.raises(NotThisStep):
            ask(Asked("PROFILE", suspect, court=GROUP_COURT))
    with pytest.raises(NotThisStep):
        desk.petitions.of_group(suspect, GROUP_COURT)


# --- numbers that tell on each other ---------------------------------------------------------


def test_how_few_are_of_age_follows_from_no_two_numbers(desk, tmp_path):
    for at, age in enumerate((12, 13, 14, 15, 30)):  # one of age
        supported(desk, desk.cases.begin("VISIT", f"사람 {at}"), urls=1, age=age)
    desk.figures.freeze("M1", Asked("CENTER"))
    cards = {one.rule for one in desk.statistics.view(Asked("CENTER")).cards}
    assert "V1" in cards
    assert "M1" not in cards
    seat = as_another(desk, tmp_path, "IT")
    try:
        for lines in (seat.figures.view(Asked("CENTER")).lines, seat.statistics.view(Asked("CENTER")).cards):  # fmt: skip
            told = {one.rule: one.value for one in lines}
            assert told["V1"] == 5
            assert not {"M1", "M2"} & told.keys()
        assert seat.figures.frozen() == ()
        with pytest.raises(NotYours):
            seat.figures.proof("M1", Asked("CENTER"))
    finally:
        seat.close()


# --- what changes while a paper is drawn -----------------------------------------------------


class Meanwhile(Silent):
    """Does something once, when the paper is being drawn."""

    def __init__(self, what):
        self.what = what

    def step(self, done, total, what):
        if what in {"progress-drawing", "progress-pack"} and done == total and self.what:  # fmt: skip
            self.what, then = None, self.what
            then()


@pytest.mark.parametrize("how", ["save", "issue", "pack"])
def test_a_yes_that_is_taken_back_while_it_is_drawn_stops_the_paper(desk, tmp_path, how):  # fmt: skip
    cases, suspect = group(desk, 2)
    about = PaperPlan("MERGED", "PROFILE", suspect, GROUP_COURT, "2099고합7", "김○○")
    later = Meanwhile(lambda: desk.giving.decide(cases[0], "COURT", "COURT", GROUP_COURT, "REFUSED"))  # fmt: skip
    place = tmp_path / "stick"
    place.mkdir()
    make = getattr(desk.papers, how)
    given = (about,) if how == "issue" else (about, place)
    with pytest.raises(OutOfDate):
        make(*given, progress=later)
    assert later.what is None
    assert desk.papers.listing() == desk.figures.frozen() == ()
    assert list(place.iterdir()) == []
    assert make(*given)


# --- what comes from others ------------------------------------------------------------------


def test_whoever_speaks_of_a_case_writes_no_page_in_anothers_books(tmp_path, stick):
    town = desks(tmp_path, "IC", "C0")
    incheon, central = town["IC"], town["C0"]
    with closing(*town.values()):
        case = agreed(incheon, "RECORD", "SENSITIVE", "CENTRAL")
        incheon.giving.decide(case, "COURT", "COURT", "", "AGREED")
        paper = {
            "number": "C0-2026-ABCD-999999",
            "state": "ISSUED",
            "digest": "ab" * 32,
        }
        forged = {"issued_paper": paper, "figure": {"rule": "R1 v1", "value": 7}, "aggregate": {"center": "IC"}}  # fmt: skip
        for entity, said in forged.items():
            record = new_id(incheon._rooms.clock.wall())
            with incheon._rooms.ledger.saying(Deed.ADD, scope=scope_of("case", case), actor="누군가") as say:  # fmt: skip
                for name, value in said.items():
                    say.set(entity, record, name, value)
        carry(incheon, central, stick)
        assert central.papers.listing() == ()
        for entity in forged:
            assert central._rooms.register.find(entity) == ()
        assert central._rooms.register.find("case")


# --- rules that nothing held to until now ----------------------------------------------------


def test_only_a_supervisor_takes_another_centers_words(desk, tmp_path):
    desk.templates.set("paper-performance-title", "ko", "지원 실적")
    file = tmp_path / "phrases.json"
    file.write_bytes(desk.templates.export().data)
    desk.templates.reset("paper-performance-title", "ko")
    own_cases_only(desk)
    with pytest.raises(NotYours):
        desk.templates.take(file)


def test_a_number_is_not_counted_again_while_one_of_them_sits_here(desk):
    cases, suspect = group(desk, 2)
    figure = desk.figures.freeze("V1", Asked("PROFILE", suspect))
    assert desk.figures.again(figure).same
    desk.consents.decide(cases[0], {"RECORD": "AGREED"})
    desk.interviews.begin(cases[0], "intake")
    for ask in (desk.figures.again, desk.figures.rows_then):
        with pytest.raises(NotThisStep):
            ask(figure)


def test_statistics_of_a_case_do_not_leave_by_an_emergency(desk, case, tmp_path):
    own_cases_only(desk, case)
    desk._rooms.sight.open_glass(case)
    assert desk.statistics.view(Asked("CASE", case)).tables
    file = tmp_path / "out.zip"
    with pytest.raises(NotYours):
        desk.statistics.make(Asked("CASE", case), "csv")
    with pytest.raises(NotYours):
        desk.statistics.save(Asked("CASE", case), "csv", file)
    assert not file.exists()


def test_at_the_central_desk_small_numbers_are_hidden_from_it_whatever_it_asks(tmp_path):  # fmt: skip
    central = a_desk(tmp_path / "v", role="central", code="C0")
    assert not central.aggregates.national("2024", "2024", whole=True).hidden
    seat = as_another(central, tmp_path, "IT")
    try:
        assert seat.aggregates.national("2024", "2024", whole=True).hidden
    finally:
        seat.close()
