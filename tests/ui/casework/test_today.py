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


def test_a_day_s_appointment_opens_its_case_and_the_calendar_is_one_press_away(
    at, desk, case, window, settle, texts
):
    desk.calendar.add(case, "2026-11-25", "INTERVIEW", "16:00", "두 번째 상담")
    page = at("today")
    (name,) = [name for name in buttons(page) if "16:00" in name]
    buttons(page)[name].click()
    settle()
    assert window.place.facts["case"] == case
    page = at("today")
    buttons(page)[texts("today-to-calendar")].click()
    settle()
    assert window.place.screen == "calendar"


def test_what_is_due_stands_in_groups_and_the_rest_comes_on_a_press(
    at, desk, case, settle, texts
):
    for number in range(7):
        desk.tasks.add(case, f"일 {number}", "2026-11-20")
    page = at("today")
    shown = [name for name in buttons(page) if "TASK" in name]
    assert len(shown) == 5
    (more,) = [name for name in buttons(page) if texts("today-group-more", count=2) in name]  # fmt: skip
    buttons(page)[more].click()
    settle()
    assert len([name for name in buttons(page) if "TASK" in name]) == 7


def test_addresses_to_look_at_again_stand_once(at, desk, case, texts):
    for page_ in "ab":
        said = {"url": f"https://tube-a.example/{page_}", "next_check": "2026-11-24"}
        desk.records.add("posting", case, said)
    page = at("today")
    assert len([name for name in buttons(page) if "하늘" in name]) == 1
