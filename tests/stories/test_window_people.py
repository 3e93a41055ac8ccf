"""The same perpetrator at the moment of entry, through the real window: typed, shown, decided, undone.

An account is typed into one case that another case of the center has; the case says so, its page
leads to both sides, one person decides for a court, another one confirms on her own passphrase,
and the decision is taken back.
"""

import pytest

from intake.progress import Silent
from tests.stories.steps import PASSPHRASE, set_up, start, unlock
from tests.vaults_at_hand import cheap_guessing

NUMBER, FIRST, NEW, COLLEAGUE = "010-0000-4217", "윤슬", "하늘", "최확인"
OTHER_WORDS = "저녁 바다 위의 등대 불빛 셋"
MORE = NUMBER + FIRST + NEW + OTHER_WORDS + COLLEAGUE


@pytest.fixture
def case(place):
    """A workspace with two cases; one knows a number, the other a nickname. Two supervisors."""
    desk = set_up(place)
    with cheap_guessing():
        desk.roles.add_person(COLLEAGUE, "SUPERVISOR", PASSPHRASE, OTHER_WORDS)
    agreed = dict.fromkeys(("RECORD", "SENSITIVE"), "AGREED")
    found = []
    for alias in (FIRST, NEW):
        found.append(desk.cases.begin("VISIT", alias))
        desk.consents.decide(found[-1], agreed)
    desk.suspects.add_clue(found[0], {"kind": "phone", "value": "+82 10 0000 4217"})
    desk.suspects.add(found[1], {"nickname": "밤달"})
    place.numbers = [desk.cases.line(one).number for one in found]
    desk.matches.refresh(Silent())
    desk.lock()
    return found[1]


def opened_case(opened):
    """The newer case, with the tab of its suspects open."""
    program = opened()
    unlock(program)
    program.wait_for(screen="today")
    program.press("ctrl+2")
    program.wait_for(screen="cases")
    program.wait(lambda seen: seen["tables"].get("사건 목록", [0])[0] == 2, "two cases")
    program.press("ctrl+f")
    program.wait_for(focus="이름·번호·계정·주소 찾기")
    program.type(NEW)
    program.wait(lambda seen: seen["tables"].get("사건 목록", [0])[0] == 1, "found")
    program.press("Return")
    program.wait_for(focus="사건 목록")
    program.press("Return")
    program.wait_for(screen="case")
    program.press_tab("가해 추정인")
    return program


def listed(program, count):
    """Wait until so many candidates are listed."""
    return program.wait(
        lambda seen: (
            seen["tables"].get("같은 사람일 수 있는 후보", (-1, 0))[0] == count
        ),
        f"{count} candidates",
    )


def test_what_is_typed_is_recognised_decided_by_two_and_taken_back(opened, place, case):
    program = opened_case(opened)
    program.tab_to("밤달 (1) 식별정보 더하기")
    program.type(NUMBER)
    program.press("Return")
    program.press_button("보기")
    program.wait_for(screen="people")
    listed(program, 1)
    program.press("Down", "Return")
    program.wait(lambda seen: "그림 보기" in seen["buttons"], "both sides")
    program.kill()
    (found,) = place.command(PASSPHRASE, "matches", "queue")
    assert found["word"] == "VERY_HIGH"
    assert sorted([*found["one_numbers"], *found["other_numbers"]]) == sorted(place.numbers)  # fmt: skip


def test_a_decision_for_a_court_waits_for_somebody_else(opened, place, case):
    (found,) = _proposed(place, case)
    link = place.command(PASSPHRASE, "matches", "decide", found["id"], "SAME", "ACCOUNTS", "--for-court", "true")  # fmt: skip
    program = opened()
    start(program, "Unlock")
    program.wait_for(focus="암호문")
    program.type(OTHER_WORDS)
    program.press("Return")
    program.wait_for(screen="today")
    program.press("ctrl+3")
    program.wait_for(screen="people")
    program.press_tab("두 번째 확인")
    listed(program, 1)
    program.tab_to("같은 사람일 수 있는 후보")
    program.press("Down", "Return")
    program.wait(lambda seen: "그림 보기" in seen["buttons"], "both sides")
    program.tab_to("두 번째 사람의 확인: 같은 사람")
    program.press("1")
    program.tab_to("판단의 근거: 식별정보가 같음")
    program.press("space")
    program.tab_to("판단 남기기")
    program.press("space")
    program.press_tab("끝난 것")
    listed(program, 1)
    program.kill()
    (done,) = place.command(PASSPHRASE, "matches", "queue", "--state", "DONE")
    assert (done["link"], done["state"]) == (link, "DONE")


def test_during_an_interview_there_is_a_number_and_nothing_else(opened, place, case):
    _proposed(place, case)
    place.command(PASSPHRASE, "interviews", "begin", case, "intake")
    shown = place.command(PASSPHRASE, "matches", "of-case", case)
    assert (shown["count"], shown["quiet"], shown["candidates"]) == (1, True, [])
    program = opened_case(opened)
    program.wait_for(screen="case")
    seen = program.wait(lambda seen: any(one.startswith("가해 추정인") for one in seen["buttons"]), "tabs")  # fmt: skip
    assert "보기" not in seen["buttons"]
    program.press("ctrl+3")
    program.wait_for(screen="people")
    listed(program, 1)
    program.press("Down", "Return")
    seen = program.wait(lambda seen: seen["screen"] == "people", "the page")
    assert "판단 남기기" not in seen["buttons"]


def _proposed(place, case):
    place.command(PASSPHRASE, "suspects", "add-clue", case, '{"kind": "phone", "value": "010-0000-4217"}')  # fmt: skip
    return place.command(PASSPHRASE, "matches", "queue")
