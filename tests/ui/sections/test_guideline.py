"""Which edition of the guideline is in use, who stands behind it; a signed file is taken, another is not."""

import json

import pytest
from PySide6.QtCore import Qt

from intake.documents.guideline import guideline
from tests.centers_at_hand import closing, desks
from tests.ui.real_desks import check_reachable, said
from tests.ui.sections.conftest import becomes
from ui.sections.guideline_sheets import FactorSheet
from ui.widgets.field import LineEdit
from ui.widgets.form_sheet import FormSheet

LAWYER, DAY = "김변호", "2026-11-20"


@pytest.fixture
def land(tmp_path):
    found = desks(tmp_path, "C0", "IC")
    with closing(*found.values()):
        yield found


@pytest.fixture
def visit(visit_desk):
    def visit(desk):
        page = visit_desk(desk, "settings", section="guideline")
        return page.sections["guideline"]

    return visit


@pytest.fixture
def asked(session):
    found = []
    session.asked.connect(found.append)
    return found


def pack(land, tmp_path, *verified, edition="2026-03-30"):
    plain = tmp_path / "plain.json"
    plain.write_text(json.dumps(guideline().said() | {"edition": edition}), "utf-8")
    made = land["C0"].guidelines.make(plain, *verified)
    file = tmp_path / made.name
    file.write_bytes(made.data)
    return file


def test_until_a_lawyer_checked_it_the_page_says_what_an_opinion_will_say(land, visit):
    section = visit(land["IC"])
    told = said(section)
    assert any("아직 변호사의 확인을 받지 않은" in one for one in told)
    assert any("함께 들어 있던 판" in one for one in told)
    assert any("32가지" in one for one in told)
    assert not section._signing.isVisibleTo(section)


def test_a_signed_edition_is_taken_and_says_whose_word_it_is(land, visit, rest, tmp_path):  # fmt: skip
    section = visit(land["IC"])
    section.take_from(pack(land, tmp_path, LAWYER, DAY))
    rest()
    told = " ".join(said(section))
    assert LAWYER in told
    assert "C0 센터가 서명함" in told
    assert "변호사 확인" in told
    assert land["IC"].guidelines.current().edition == "2026-03-30"


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff" * 40])
def test_what_is_no_signed_file_is_a_sentence_on_the_page_and_nothing_changes(land, visit, rest, tmp_path, data):  # fmt: skip
    section, file = visit(land["IC"]), tmp_path / "x.ieum-guideline"
    file.write_bytes(data)
    before = land["IC"].guidelines.current()
    section.take_from(file)
    rest()
    assert "지금 쓰는 양형기준은 그대로입니다." in section._error.text()
    assert section._error.isVisibleTo(section)
    assert land["IC"].guidelines.current() == before


def test_an_older_edition_is_taken_only_after_a_question(land, visit, rest, tmp_path, asked):  # fmt: skip
    section = visit(land["IC"])
    old = pack(land, tmp_path, edition="2026-01-01")
    section.take_from(pack(land, tmp_path))
    rest()
    section.take_from(old)
    rest()
    assert land["IC"].guidelines.current().edition == "2026-03-30"
    (question,) = asked
    question.act()
    rest()
    assert land["IC"].guidelines.current().edition == "2026-01-01"


def test_every_factor_can_be_read_and_none_says_how_long_a_sentence_is(land, visit, window):  # fmt: skip
    visit(land["IC"]).look.click()
    sheet = window.findChildren(FactorSheet)[-1]
    told = said(sheet)
    for one in land["IC"].guidelines.current().factors:
        assert one.name in told
    assert not any("개월" in one or "징역" in one for one in told)
    check_reachable(window, sheet)


def test_the_factors_are_turned_by_the_keys_of_a_page(land, visit, window, qtbot):
    visit(land["IC"]).look.click()
    sheet = window.findChildren(FactorSheet)[-1]
    bar = sheet._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(sheet.done, Qt.Key.Key_PageDown)
    down = bar.value()
    qtbot.keyClick(sheet.done, Qt.Key.Key_PageUp)
    assert down > bar.value() == 0


# --- at the central desk ------------------------------------------------------------------


def test_the_central_desk_signs_with_the_lawyer_and_the_file_is_believed_at_a_center(land, visit, rest, window, tmp_path, monkeypatch):  # fmt: skip
    place = tmp_path / "signed.ieum-guideline"
    monkeypatch.setattr("ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_: (str(place), ""))  # fmt: skip
    section = visit(land["C0"])
    section.check.click()
    sheet = window.findChildren(FormSheet)[-1]
    sheet._on_save()
    assert sheet.isVisible()  # nobody is named yet
    fields = {one.accessibleName(): one for one in sheet.findChildren(LineEdit)}  # fmt: skip
    fields["변호사의 이름"].setText(LAWYER)
    fields["대조한 날"].setText("2026년 11월 20일")
    sheet._on_save()
    rest()
    assert any(LAWYER in one for one in said(section))
    taken = land["IC"].guidelines.take(place)
    assert (taken.verified_by, taken.verified_on) == (LAWYER, DAY)


def test_a_day_that_is_none_is_refused_in_a_sentence(land, visit, rest):
    section = visit(land["C0"])
    section.verify_by(LAWYER, "곧")
    rest()
    assert "그대로입니다" in section._sign_error.text()
    assert not land["C0"].guidelines.current().verified


# --- who may ------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "takes"), [("IT", True), ("AUDITOR", False), ("COUNSELOR", True)])  # fmt: skip
def test_everybody_reads_it_and_who_may_not_take_one_is_told_so(land, visit, session, role, takes):  # fmt: skip
    becomes(land["IC"], role, who="IC 상담")
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    section = visit(land["IC"])
    assert any("양형기준" in one for one in said(section))
    assert section.take.isEnabled() is takes
    assert section._why.isVisibleTo(section) is not takes
    assert refused == []


def test_the_tab_key_comes_to_everything(land, visit, window):
    visit(land["C0"])
    check_reachable(window, window.screen_.centre)
