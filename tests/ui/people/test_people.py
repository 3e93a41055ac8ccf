"""Who may be one, in the window of the central desk and of a center."""

import pytest
from PySide6.QtCore import Qt

from intake.desk.views.matches import EvidenceLine, MarkLine, PairView, Side
from tests.centers_at_hand import carry, closing, desks
from tests.links_at_hand import SHARED, as_somebody_else, known
from tests.ui.real_desks import Kept, check_reachable, press, said
from ui.screens.people.looking import Open, Wish
from ui.widgets import Button
from ui.widgets.form_sheet import FormSheet

NAME = "하루"  # as both centers noted him
VICTIM = "하늘"
ASKED = "왼쪽에서 하나를 고르면 근거와 양쪽이 나란히 보입니다."
QUIET = "상담 중에는 보이지 않습니다."


class Story:
    """Incheon knows him from two cases, Seoul from one; the central desk knows all three."""

    def __init__(self, town, stick):
        self.ic, self.sl, self.c0 = town["IC"], town["SL"], town["C0"]
        self.first = known(self.ic, "010-0000-4217", *SHARED)
        self.third = known(self.sl, "010-0000-4217", *SHARED)
        self.twin = known(self.ic, "010-0000-7777", "RECORD")  # both stay in Incheon
        self.other = known(self.ic, "010-0000-7777", "RECORD")
        carry(self.ic, self.c0, stick)
        carry(self.sl, self.c0, stick)
        (self.candidate,) = (one.id for one in self.c0.matches.queue())


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("told")
    (folder / "stick").mkdir()
    story = Story(desks(folder, "C0", "IC", "SL"), folder / "stick")
    story.sl.close()
    return Kept(story, folder, c0="c0", ic="ic")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    with closing(story.c0, story.ic):
        yield story


@pytest.fixture
def page(visit_desk, story):
    return visit_desk(story.c0, "people", candidate=story.candidate)


def rows(page):
    model = page.pane.list.rows
    return [model.line_at(at) for at in range(model.rowCount())]


def decide(page, decision, reason):
    page.deciding.choice.button(decision).click()
    page.deciding.reason.button(reason).click()
    page.deciding.keep.click()


def states(desk):
    return [one.state for one in desk.matches.queue("ALL")]


def test_another_pair_begins_at_its_top_and_the_same_one_stays_where_it_was(page, story, rest):  # fmt: skip
    page.window().resize(1180, 720)
    rest()
    bar = page._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    found = page.open
    page.open = None
    page.show_pair(found)
    rest()
    assert bar.value() > 0
    page.show_cards([], "another")
    assert bar.value() == 0


# --- what is shown ----------------------------------------------------------------------


def test_the_list_says_how_strong_in_words_and_no_name(visit_desk, story):
    page = visit_desk(story.c0, "people")
    (row,) = rows(page)
    told = page.pane.list.rows.accessible(row)
    assert "매우 높음" in told
    assert "%" not in told
    assert NAME not in told
    assert ASKED in said(page)


def test_a_name_is_hidden_until_it_is_asked_for(page):
    assert not any(NAME in text for text in said(page))
    page.sides.names.click()
    assert NAME in said(page.sides)
    page.sides.names.click()
    assert not any(NAME in text for text in said(page))


def test_no_victim_is_named(page):
    page.sides.names.click()
    assert not any(VICTIM in text for text in said(page) + said(page.list_pane))


def test_before_a_decision_nothing_is_called_certain(page):
    told = " ".join(said(page))
    assert "같은 가해자일 수 있음" in told
    assert "확인됨" not in told
    assert "피해자 1명 → 2명" in told
    assert "둘 다 있음" in told
    assert not page.person.isVisibleTo(page)


def test_during_an_interview_one_sentence_is_shown(visit_desk, story):
    (pair,) = story.ic.matches.queue()
    story.ic.interviews.begin(story.twin.case, "intake")
    page = visit_desk(story.ic, "people", candidate=pair.id)
    assert said(page) == ["같은 사람", QUIET, *said(page._footer)]
    (row,) = rows(page)
    assert (row.headline, row.one_numbers, row.other_numbers) == ("", (), ())
    page = visit_desk(story.ic, "people", case=story.twin.case)
    assert QUIET in said(page.list_pane)


def test_who_sees_no_content_is_told_so_calmly(visit_desk, story):
    (pair,) = story.ic.matches.queue()
    story.ic.roles.give("전산", "IT")
    story.ic._rooms.sight.who = "전산"
    story.ic._rooms.sight.forget({"role_grant"})
    page = visit_desk(story.ic, "people", candidate=pair.id)
    calm = "이 화면은 상담 내용을 볼 수 있는 분에게만 보입니다."
    assert calm in said(page)
    assert calm in said(page.list_pane)
    assert rows(page) == []


def test_the_list_of_a_case_holds_only_its_candidates(visit_desk, story, rest):
    page = visit_desk(story.ic, "people", case=story.first.case)
    assert rows(page) == []
    assert page.pane.chips["NEW"].text() == "새 후보"
    page = visit_desk(story.ic, "people", case=story.twin.case)
    assert len(rows(page)) == 1
    assert page.pane.chips["NEW"].text() == "새 후보 1"
    page.pane.chips["DONE"].click()
    rest()
    assert rows(page) == []
    press(page.list_pane, "모두 보기")
    rest()
    assert len(rows(page)) == 1


def test_of_a_person_every_decision_is_listed(visit_desk, story):
    (pair,) = story.ic.matches.queue()
    link = story.ic.matches.decide(pair.id, "SAME", "ACCOUNTS")
    profile = story.ic.profiles.of_suspect(story.twin.suspect)
    page = visit_desk(story.ic, "people", of=profile)
    assert [row.link for row in rows(page)] == [link]
    page = visit_desk(story.ic, "people", link=link)
    assert page.candidate == pair.id


def test_a_decision_that_is_gone_is_said_calmly(visit_desk, story, session):
    heard = []
    session.refused.connect(lambda error, _retry: heard.append(error))
    page = visit_desk(story.c0, "people", link=story.first.case)
    assert heard == []
    assert any("지금 목록에 없습니다" in text for text in said(page))


def test_many_and_long_values_neither_widen_nor_fill_the_page(page, rest):
    value = "가" * 10_000
    marks = tuple(MarkLine(f"r{at}", "phone", "전화번호", f"{at}{value}", in_both=True) for at in range(300))  # fmt: skip
    side = Side("p", ("s",), ("c",), ("2026-IC-1",), ("IC",), (value,), marks, (value,))
    lines = tuple(EvidenceLine("match-says-same", f"{at} {value}") for at in range(300))
    found = page.open
    view = PairView(found.pair.candidate, side, side, lines)
    page.show_pair(Open(view, found.reasons))
    rest()
    assert page._column.widget().width() <= page._column.viewport().width()
    assert len(said(page)) < 120
    assert any("292개 더 보기" in one.text() for one in page.findChildren(Button))


# --- deciding ---------------------------------------------------------------------------


def test_between_centers_a_decision_waits_for_another_counselor(page, story, rest):
    decide(page, "SAME", "ACCOUNTS")
    rest()
    assert rows(page) == []
    assert states(story.c0) == ["SECOND"]
    assert "다른 상담원이 확인해야 합니다." in said(page)
    assert page.deciding is None  # she cannot confirm it herself


def test_another_counselor_confirms_it_and_both_are_one(
    visit_desk, story, rest, window
):
    story.c0.matches.decide(story.candidate, "SAME", "ACCOUNTS")
    as_somebody_else(story.c0, "최확인")
    page = visit_desk(story.c0, "people", candidate=story.candidate)
    decide(page, "SAME", "STATEMENTS")
    rest()
    assert states(story.c0) == ["DONE"]
    assert page._title.text() == "같은 가해자로 판단함"
    assert "판단할 때의 근거" in said(page)
    page.person.click()
    rest()
    assert window.place.screen == "profiles"


def test_the_digits_choose_and_words_and_court_are_kept(page, story, rest, qtbot):
    page.deciding.choice.focus_first()
    qtbot.keyClick(page.deciding.choice, Qt.Key.Key_1)
    assert page.deciding.draft().decision == "SAME"
    assert not page.deciding.keep.isEnabled()
    page.deciding.reason.button("POLICE").click()
    page.deciding.words.set_text("수사관과 통화")
    page.deciding.court.setChecked(True)
    page.deciding.keep.click()
    rest()
    (told,) = story.c0.matches.pair(story.candidate).decisions
    assert (told.for_court, told.words) == (True, "수사관과 통화")


def test_what_is_filled_in_stays_when_the_evidence_changes(page, story, rest, session):
    page.deciding.choice.button("NOT_SAME").click()
    page.deciding.reason.button("TIME").click()
    page.deciding.words.set_text("확인 중")
    before = page.deciding
    story.c0.matches.mark_shared(story.first.clue, True, "SHARED")
    session.touched.emit(frozenset({"identifier"}), None)
    rest()
    assert page.deciding is not before
    told = page.deciding.draft()
    assert (told.decision, told.reason, told.words) == ("NOT_SAME", "TIME", "확인 중")


def test_within_a_center_one_person_decides_but_not_for_a_court(visit_desk, story, rest):  # fmt: skip
    (pair,) = story.ic.matches.queue()
    page = visit_desk(story.ic, "people", candidate=pair.id)
    assert "한 사람의 판단으로 이어집니다. 언제든 되돌릴 수 있습니다." in said(page)
    page.deciding.court.setChecked(True)
    decide(page, "SAME", "ACCOUNTS")
    rest()
    assert states(story.ic) == ["SECOND"]
    assert "두 사람의 판단이 필요합니다. 다른 상담원이 확인해야 이어집니다." in said(page)  # fmt: skip


def test_a_refused_decision_can_be_tried_again(visit_desk, story, rest, session):
    heard = []
    session.refused.connect(lambda error, _retry: heard.append(type(error).__name__))
    page = visit_desk(story.c0, "people", candidate=story.candidate)
    page.deciding.choice.button("HOLD").click()
    page.deciding.reason.button("OTHER").click()
    page.candidate = "nobody.nothing"
    page.deciding.keep.click()
    rest()
    assert heard == ["NotFound"]
    assert page.deciding.keep.isEnabled()


def test_a_decision_is_taken_back_with_a_reason(visit_desk, story, rest, window):
    story.c0.matches.decide(story.candidate, "NOT_SAME", "OTHER_PERSON")
    page = visit_desk(story.c0, "people", candidate=story.candidate)
    assert page._title.text() == "다른 사람이라는 판단 – 확인 대기"
    assert any("새 후보로 다시 올리지 않습니다" in text for text in said(page))
    press(page, "되돌리기")
    sheet = window.findChildren(FormSheet)[-1]
    assert any("알림도 함께 거두어집니다" in text for text in said(sheet))
    sheet.save.click()
    rest()
    assert states(story.c0) == ["SECOND"]  # no reason was said
    press(sheet, "잘못 이음")
    sheet.save.click()
    rest()
    assert states(story.c0) == ["NEW"]
    assert "거둠" in " ".join(said(page))
    assert page.deciding is not None


def test_a_value_that_many_use_leaves_no_candidate(page, story, rest, session):
    asked = []
    session.asked.connect(asked.append)
    (first, *_) = [one for one in page.sides.findChildren(Button) if one.text() == "여럿이 쓰는 값으로 표시"]  # fmt: skip
    first.click()
    assert "후보는 목록에서 빠집니다" in asked[0].body
    asked[0].act()
    rest()
    assert not story.c0.matches.queue("NEW")


def test_the_picture_is_of_both(page, story, rest, window):
    press(page, "그림 보기")
    rest()
    assert (window.place.screen, window.place.facts["of"]) == ("graph", story.candidate)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    session.texts.speak(language)
    story.c0.settings.set("language", language)
    page = visit_desk(story.c0, "people", candidate=story.candidate)
    page.deciding.choice.button("SAME").click()
    check_reachable(window, page.centre)
    check_reachable(window, page.list_pane)
    story.c0.matches.decide(story.candidate, "HOLD", "OTHER")
    page = visit_desk(story.c0, "people", candidate=story.candidate)
    check_reachable(window, page.centre)


def test_who_simply_knew_him_waits_and_another_counselor_is_told_so(visit_desk, story, rest):  # fmt: skip
    pair = story.ic.matches.propose(story.first.suspect, story.twin.suspect)
    page = visit_desk(story.ic, "people", candidate=pair)
    assert page._title.text() == "본 적 있는 사람이라는 말 – 확인 대기"
    page.deciding.choice.button("SAME").click()
    assert "본 적 있는 사람" not in said(page.deciding.reason)
    as_somebody_else(story.ic, "김다정")
    page = visit_desk(story.ic, "people", case=story.first.case)
    page = visit_desk(story.ic, "people", candidate=pair)
    assert any("한 분의 기억입니다" in text for text in said(page))
    decide(page, "SAME", "SEEN")
    rest()
    assert len(story.ic.suspects.group(story.first.suspect)) == 2
    assert page.deciding is None
    assert page._title.text() == "같은 가해자로 판단함"


def test_a_decision_to_look_at_again_says_what_changed_and_stays(visit_desk, story, rest):  # fmt: skip
    (pair,) = story.ic.matches.queue()
    story.ic.matches.decide(pair.id, "SAME", "ACCOUNTS")
    story.ic.suspects.retract_clue(story.twin.clue, "mistake")
    page = visit_desk(story.ic, "people", candidate=pair.id)
    assert "판단의 근거였던 기록이 빠졌습니다." in said(page)
    assert not page.staying.keep.isEnabled()
    page.staying.reason.button("STATEMENTS").click()
    page.staying.keep.click()
    rest()
    assert states(story.ic) == ["DONE"]
    assert any("그대로 둠" in text for text in said(page))
    assert page.staying is None


def test_a_long_list_goes_on_piece_by_piece(visit_desk, story, rest, monkeypatch):
    for module in ("looking", "pane"):
        monkeypatch.setattr(f"ui.screens.people.{module}.MOST", 2)
    for _ in range(2):
        known(story.ic, "010-0000-7777", "RECORD")
    page = visit_desk(story.ic, "people")
    page.pane.narrow(Wish(many=2))
    rest()
    assert len(rows(page)) == 2
    press(page.list_pane, "2건 더 보기")
    rest()
    assert len(rows(page)) == 4
    press(page.list_pane, "2건 더 보기")
    rest()
    assert [one.id for one in rows(page)] == [
        one.id for one in story.ic.matches.queue()
    ]
    assert not page.pane.more.isVisibleTo(page.list_pane)
