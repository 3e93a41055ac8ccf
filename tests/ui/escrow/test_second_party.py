"""The second party's window: no cases, no people, no statistics; its half of the key and counts."""

import pytest

from tests.escrow_at_hand import a_town
from tests.ui.real_desks import check_reachable, press, said
from ui.screens import rail, serves
from ui.sections import SECTIONS, sections_of
from ui.widgets import Button


@pytest.fixture
def party(matched, visit_desk):
    """Its first page: what every other workspace calls 오늘 is not there."""
    return visit_desk(matched.e0, "today")


def test_the_rail_leads_to_what_it_needs_and_nowhere_else(party, window):
    assert [one.name for one in rail("escrow")] == ["escrow", "send", "settings"]
    assert window.place.screen == "escrow"
    shown = [one.text().strip() for one in window._rail.findChildren(Button) if one.isVisible()]  # fmt: skip
    assert {"일치 확인", "보내기·받기", "관리"} <= set(shown)
    assert not {"오늘", "사건", "같은 사람", "통계", "문서"} & set(shown)


@pytest.mark.parametrize("role", ["center", "central"])
def test_nobody_else_has_its_page(role):
    assert not serves("escrow", role)
    assert "escrow" not in {one.name for one in rail(role)}
    assert sections_of(role) == SECTIONS


def test_no_key_and_no_command_leads_to_a_case(party, window, rest):
    window.run("settings")
    rest()
    for name in ("cases", "people", "statistics", "papers", "new-case", "find", "undo"):
        window.run(name)
        rest()
        assert window.place.screen == "settings"
    for name in ("new-case", "note", "cases", "undo"):
        assert not window._makes_sense(name)
    assert window._makes_sense("send")
    assert window._makes_sense("lock")
    window.run("today")
    rest()
    assert window.place.screen == "escrow"


def test_it_sees_its_half_of_the_key_the_days_and_nothing_of_anybody(party, matched):
    words = said(party.section)
    assert "이 기관의 절반" in words
    assert any("사건도, 사람도, 계정도 없습니다" in one for one in words)
    days = party.section.days.list.rows
    assert days.rowCount() == len(matched.e0.escrow.days()) == 2
    spoken = " ".join([*words, *(days.accessible(days.line_at(at)) for at in range(2))])
    for never in ("김하늘", "이바다", "4217", "2026-IC", "IC 연락", "010-"):
        assert never not in spoken


def test_its_words_are_those_that_a_center_sees(party, matched, visit_desk):
    def spoken(view):
        return {one.kind: one.public_words for one in view.parties}

    ours = spoken(matched.e0.escrow.state())
    assert ours == spoken(matched.ic.escrow.state()) == spoken(matched.c0.escrow.state())  # fmt: skip
    for word in ours["escrow"].split():
        assert any(word in one for one in said(party.section.keys))


def test_its_settings_have_no_section_about_cases(matched, visit_desk):
    page = visit_desk(matched.e0, "settings")
    assert {"keys", "places", "backups"} <= set(page._buttons)
    assert not {"escrow", "retention", "sites", "counts", "phrases"} & set(page._buttons)  # fmt: skip


@pytest.mark.parametrize("place", ["today", "send", "settings"])
def test_the_tab_key_comes_to_everything(matched, visit_desk, window, place):
    page = visit_desk(matched.e0, place)
    check_reachable(window, page.centre)


def test_its_half_can_be_made_before_the_first_exchange(tmp_path, visit_desk, rest):
    town = a_town(tmp_path, ("C0", "E0"))
    page = visit_desk(town["E0"], "today")
    assert "아직 만들지 않았습니다." in said(page)
    press(page, "올해의 절반 만들기")
    rest()
    page.section.arrive()
    rest()
    assert "아직 만들지 않았습니다." not in said(page)
    assert town["E0"].escrow.state().parties[-1].is_ready
    page._session.leave()
    town.close()


@pytest.mark.parametrize("code", ["ic", "e0"])
def test_its_keys_are_named_for_what_it_is(matched, visit_desk, code):
    page = visit_desk(getattr(matched, code), "settings", section="keys")
    named = "제2기관 (일치 확인)" if code == "ic" else "중앙센터"
    assert named in said(page.sections["keys"])
    assert matched.e0.keys.sheet().data.startswith(b"%PDF")


def test_what_its_people_note_goes_to_nobody(matched):
    matched.e0.link_notices.set_contact("E0 연락", "010-0000-0008", "", "")
    for to in ("C0", "IC"):
        plan = matched.e0.exchange.plan(to)
        assert (plan.goes, plan.records, plan.notices) == ((), 0, 0)
