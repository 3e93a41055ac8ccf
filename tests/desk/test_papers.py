"""From joined cases to a sealed paper: who did not agree is nowhere, and every figure is frozen."""

import dataclasses
import datetime as dt

import pypdfium2
import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import (
    ConsentMissing,
    InvalidInput,
    NotAPaper,
    NotThisStep,
    SealRefused,
)
from tests.desk.test_figures import destroyed, supported
from tests.desks_at_hand import a_desk, planted
from tests.documents.test_sealing import PASSPHRASE, key_file
from tests.scenes import scene

COURT = "서울중앙지방법원"


@pytest.fixture
def court_cases(tmp_path):
    found, cases = scene(_court_cases, tmp_path / "land")
    yield found["IC"], list(cases)
    found["IC"].close()


def _court_cases(folder):
    """Three cases of the center; two agreed to the court, the third did not."""
    desk, found = a_desk(folder / "v"), []
    for at, name in enumerate(("하나", "두리", "서이")):
        case = supported(desk, desk.cases.begin("VISIT", name), urls=at + 2, age=(15, 24, 31)[at])  # fmt: skip
        incident = planted(desk, "incident", case, {"happened_from": "2024-02-03", "happened_to": "2024-05"})  # fmt: skip
        planted(desk, "harm", case, {"of": incident, "kind": ("DIST", "FILM", "EDIT")[at], "chosen": True})  # fmt: skip
        found.append(case)
    for case in found[:2]:
        desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    return {"IC": desk}, tuple(found)


@pytest.fixture
def desk(request, tmp_path):
    """A desk; with the three cases where a test asks for them."""
    if "cases" in request.fixturenames:
        yield request.getfixturevalue("court_cases")[0]
        return
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def cases(court_cases):
    """Three cases of the center; two agreed to the court, the third did not."""
    return court_cases[1]


PLAN = PaperPlan("PERFORMANCE", "CENTER", court=COURT, case_number="2099고합7", accused="김○○", checked_by="이확인")  # fmt: skip


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def test_a_draft_says_so_and_keeps_nothing(desk, cases):
    seen = desk.papers.preview(PLAN)
    text = read(seen.data)
    assert "초안" in text
    assert (seen.missing, seen.left_out) == ((), 1)
    assert desk.papers.listing() == ()
    assert desk.figures.frozen() == ()


def test_who_did_not_agree_is_nowhere_not_in_a_sum(desk, cases):
    text = read(desk.papers.preview(PLAN).data)
    assert "2명" in text
    assert "5건" in text  # 2 + 3, and not 9
    assert "가-02" in text
    assert "가-03" not in text
    assert "합성" not in text  # the kind of harm that only she told of
    for name in ("하나", "두리", "서이", "2026-IC"):
        assert name not in text


def test_what_is_missing_is_said(desk, cases):
    bare = PaperPlan("PERFORMANCE", "CENTER", court=COURT)
    assert len(desk.papers.preview(bare).missing) == 3


def test_an_issued_paper_has_its_number_its_hash_and_its_frozen_figures(desk, cases):
    made = desk.papers.issue(PLAN)
    (line,) = desk.papers.listing()
    assert made.name == f"{line.number}.pdf"
    assert line.number in read(made.data)
    assert "초안" not in read(made.data)
    frozen = {one.rule: one for one in desk.figures.frozen(paper=line.id)}
    assert (frozen["V1 v1"].value, frozen["R1 v1"].value) == (2, 5)
    assert len(frozen) == line.figures
    assert all(one.same for one in frozen.values())
    assert desk.papers.issue(PLAN).name != made.name


def test_a_sealed_paper_is_verified_and_its_figures_are_counted_again(desk, cases, tmp_path):  # fmt: skip
    key = tmp_path / "seal.p12"
    today = desk._rooms.clock.today()
    key.write_bytes(key_file(today - dt.timedelta(1), today + dt.timedelta(300))[0])
    made = desk.papers.issue(PLAN, key, PASSPHRASE)
    file = tmp_path / made.name
    file.write_bytes(made.data)
    seen = desk.papers.verify(file)
    (seal,) = seen.seals
    assert (seal.intact, seal.whole) == (True, True)
    assert seen.paper is not None
    assert seen.paper.sealed
    assert all(one.same for one in seen.figures)
    destroyed(desk, cases[0])
    after = {one.rule: one for one in desk.papers.verify(file).figures}
    assert (after["R1 v1"].value, after["R1 v1"].now) == (5, 3)
    file.write_bytes(made.data[:-200] + b"x" + made.data[-199:])
    assert desk.papers.verify(file).paper is None


def test_a_key_that_does_not_open_issues_nothing(desk, cases, tmp_path):
    key = tmp_path / "seal.p12"
    key.write_bytes(b"no key")
    with pytest.raises(SealRefused):
        desk.papers.issue(PLAN, key, "x")
    assert desk.papers.listing() == ()
    assert desk.figures.frozen() == ()


def test_a_paper_is_void_once(desk, cases):
    desk.papers.issue(PLAN)
    (line,) = desk.papers.listing()
    desk.papers.void(line.id, "REPLACED")
    assert desk.papers.listing()[0].state == "VOID"
    with pytest.raises(NotThisStep):
        desk.papers.void(line.id, "MISTAKE")


def test_the_annex_has_a_line_for_every_deletion_support_of_who_agreed(desk, cases):
    annex = dataclasses.replace(PLAN, kind="ANNEX")
    text = read(desk.papers.issue(annex).data)
    assert text.count("최초요청") == 5
    assert "가-01" in text
    assert "가-03" not in text
    assert cases[0] not in text  # an address is covered where it goes outside


def test_an_opinion_lists_facts_and_judges_nothing(desk, cases):
    plan = dataclasses.replace(PLAN, kind="OPINION", words="엄정한 판단을 바랍니다.")
    text = read(desk.papers.issue(plan).data)
    assert "확인된 피해자 2명" in text
    assert "피해 당시 19세 미만 1명" in text
    assert "엄정한 판단을 바랍니다." in text
    assert "변호사가 원문과 대조하지 않았습니다" in text
    assert "합성" not in text
    for word in ("해당한다", "해당합니다", "징역", "충족"):
        assert word not in text


def test_while_she_sits_here_no_paper_of_hers_is_on_the_screen(desk, cases):
    desk.consents.decide(cases[0], {"RECORD": "AGREED"})
    desk.interviews.begin(cases[0], "intake")
    with pytest.raises(NotThisStep):
        desk.papers.preview(PLAN)


def test_channels_are_those_of_the_accused_and_not_what_many_use(desk, cases):
    suspect = desk.suspects.add(cases[0], {"nickname": "별명"})
    other = desk.suspects.add(cases[0], {"nickname": "다른 사람"})
    desk.suspects.add_clue(cases[0], {"value": "010-0000-4217"}, suspect)
    desk.suspects.add_clue(cases[0], {"value": "abc@mail.example"}, other)
    plan = dataclasses.replace(
        PLAN, kind="OPINION", about_kind="PROFILE", about=suspect
    )
    assert "접촉에 쓰인 경로 1가지" in read(desk.papers.preview(plan).data)
    clue = next(row for row in desk._rooms.register.find("identifier", case=cases[0]) if "4217" in row["value"])  # fmt: skip
    desk.matches.mark_shared(clue.id, True, "SHARED")
    assert "접촉에 쓰인 경로" not in read(desk.papers.preview(plan).data)


def test_without_anybody_who_agreed_there_is_no_paper(desk):
    supported(desk, desk.cases.begin("VISIT", "하나"))
    with pytest.raises(ConsentMissing):
        desk.papers.preview(PLAN)


@pytest.mark.parametrize(
    "plan",
    [PaperPlan("PERFORMANCE", "CENTER"), PaperPlan("POEM", "CENTER", court=COURT)],
)
def test_a_paper_that_there_is_not_is_refused(desk, cases, plan):
    with pytest.raises(InvalidInput):
        desk.papers.preview(plan)


def test_a_file_that_is_no_paper_is_refused(desk, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"hello")
    for name in ("x.pdf", "away.pdf"):
        with pytest.raises(NotAPaper):
            desk.papers.verify(tmp_path / name)
