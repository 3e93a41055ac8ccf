"""오늘 leads to what is next."""

from ui.widgets import Button


def buttons(page):
    return {b.accessibleName(): b for b in page.findChildren(Button) if b.isVisibleTo(page)}  # fmt: skip


def test_an_empty_day_is_one_sentence_and_one_thing_to_do(at, texts, window, settle):
    page = at("today")
    found = [name for name in buttons(page) if texts("today-new-case") in name]
    buttons(page)[found[-1]].click()
    settle()
    assert window.place.screen == "consent"


def test_an_unfinished_interview_is_continued_and_wakes_from_its_rest(
    at, desk, case, window, settle, texts
):
    one = desk.interviews.begin(case, "intake")
    desk.interviews.pause(one)
    page = at("today")
    (name,) = [name for name in buttons(page) if name.startswith(texts("today-continue"))]  # fmt: skip
    buttons(page)[name].click()
    settle()
    assert window.screen_.board.isVisibleTo(window)
    assert desk.interviews.unfinished()[0].state == "open"


def test_an_agreed_day_is_a_thing_to_do(at, desk, case, window, settle):
    one = desk.interviews.begin(case, "intake")
    desk.interviews.finish(one, "2026-11-25")
    page = at("today")
    (name,) = [name for name in buttons(page) if "하늘" in name]
    buttons(page)[name].click()
    settle()
    assert window.place.facts["case"] == case


def test_what_was_done_elsewhere_changes_the_day(at, session, desk, case, settle, texts):  # fmt: skip
    page = at("today")
    session.do(lambda desk, _progress: desk.interviews.begin(case, "intake"))
    settle()
    assert any(name.startswith(texts("today-continue")) for name in buttons(page))
