"""Months after the interview, through the real window: real keys, clicks and a clipboard.

Five hundred addresses are pasted and two hundred requested; ten thousand rows come in from a
sheet, once stopped and once to the end; a word of two syllables is found in a note; a wrong
merge is taken back; a case is destroyed and the chain still verifies.
"""

import pytest
import xlsxwriter

from tests.stories.steps import PASSPHRASE, set_up, unlock

ALIAS, WORD = "윤슬", "협박"
MORE = "영상 요청 완료 " + ALIAS + WORD
ROWS, PASTED, ASKED = 10_744, 500, 200
SUSPECTS = ("밤달", "새벽별")
NOTE = (
    "어제 저녁에 다시 연락이 왔고 사진을 올리겠다고 협박함. 친구에게 먼저 말했다고 함."
)


@pytest.fixture
def case(place):
    """A workspace with one case that a center has worked on: a note, two suspects."""
    desk = set_up(place)
    case = desk.cases.begin("VISIT", ALIAS)
    agreed = dict.fromkeys(("RECORD", "SENSITIVE", "DELETE"), "AGREED")
    desk.consents.decide(case, agreed)
    desk.records.add("note", case, {"kind": "FREE", "text": NOTE})
    for at, name in enumerate(SUSPECTS):
        suspect = desk.suspects.add(case, {"nickname": name})
        clue = {"kind": "telegram", "value": f"@x7q_{at}_haru"}
        desk.suspects.add_clue(case, clue, suspect)
    place.number = desk.cases.line(case).number
    desk.lock()
    return case


@pytest.fixture
def program(opened, case):
    program = opened()
    unlock(program)
    program.wait_for(screen="today")
    program.press("ctrl+2")
    program.wait_for(screen="cases")
    program.wait(lambda seen: seen["tables"].get("사건 목록", [0])[0] == 1, "one case")
    program.press("ctrl+f")
    program.wait_for(focus="이름·번호·계정·주소 찾기")
    program.press("Return")
    program.wait_for(focus="사건 목록")
    program.press("Return")
    program.wait_for(screen="case")
    return program


def tab(program, name):
    """Press a tab; its words may carry a count."""
    program.press_tab(name)


def listed(program, count, *, chosen=None):
    """Wait until the table of postings holds so many rows, and so many are chosen."""

    def fits(seen):
        rows, marked = seen["tables"].get("게시물 목록", (-1, 0))
        return rows == count and chosen in {None, marked}

    return program.wait(fits, f"{count} rows, {chosen} chosen")


def a_sheet(path):
    """The list an office kept by hand for two years."""
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    sheet = book.add_worksheet("목록")
    sheet.write_row(
        0,
        0,
        ["주소", "발견일", "조치", "조치일", "결과", "다른 시스템", "다른 시스템 번호"],
    )
    for at in range(ROWS):
        row = [f"https://list-c.example/w/{at // 5 * 4 + at % 5 % 4}", "2024-03-01"]
        again = at % 5 == 4
        row += ["재요청" if again else "최초요청", "2024-03-05", "요청함", "옛 대장", f"L{at}"]  # fmt: skip
        sheet.write_row(at + 1, 0, row)
    book.close()
    return path


def pick(program, path):
    """Choose a file in the system's dialog, by keyboard."""
    program.wait_for(dialog=True)
    program.focus_window()
    program.wait(lambda seen: seen["dialog"] and seen["active"], "the dialog")
    program.press("ctrl+a")
    program.type(str(path))
    program.press("Return")
    program.wait_for(dialog=False)
    program.focus_window()
    program.wait_for(active=True)


def counted(place, case):
    return place.command(PASSPHRASE, "postings", "totals", case)


def test_five_hundred_addresses_are_pasted_and_two_hundred_requested(
    program, screen, place, case
):
    tab(program, "게시물")
    screen.copy("\n".join(f"https://tube-a.example/v/{at}" for at in range(PASTED)))
    program.press("ctrl+v")
    program.press_button(f"{PASTED}건 추가")
    listed(program, PASTED)
    program.wait(
        lambda seen: f"게시물·삭제 {PASTED}" in seen["buttons"], "the tab counts"
    )
    program.tab_to("게시물 목록")
    program.press("ctrl+Home", "space")
    listed(program, PASTED, chosen=1)
    program.press(*["shift+Down"] * (ASKED - 1))
    listed(program, PASTED, chosen=ASKED)
    program.press("1")
    program.wait(lambda seen: any(one.startswith(f"요청 {ASKED},") for one in seen["figures"]), "requested")  # fmt: skip
    program.press("ctrl+z")
    program.wait(lambda seen: any(one.startswith("요청 0,") for one in seen["figures"]), "taken back")  # fmt: skip
    program.press("ctrl+shift+z")
    program.wait(lambda seen: any(one.startswith(f"요청 {ASKED},") for one in seen["figures"]), "done again")  # fmt: skip
    program.kill()
    totals = counted(place, case)
    assert (totals["urls"], totals["requests"]) == (PASTED, ASKED)
    assert place.command(PASSPHRASE, "postings", "recount") == 0


def test_a_sheet_of_ten_thousand_rows_is_stopped_and_then_brought_in_whole(
    program, screen, place, case
):
    path = a_sheet(place.folder / "list.xlsx")
    screen.copy(ALIAS)  # nothing that looks like an address
    tab(program, "게시물")
    program.push("표에서 가져오기")
    program.wait_for(screen="imports")
    program.press_button("파일 고르기")
    pick(program, path)
    program.push("미리 보기")
    bring = f"{ROWS:,}줄 가져오기"
    program.wait(lambda seen: bring in seen["buttons"], "what would happen", 120)
    program.push(bring)
    program.wait(lambda seen: seen["running"], "a bar with the rows", 120)
    program.press_button("취소")
    ends = []  # a quick machine may have brought it in before the button was pressed

    def ended(seen):
        ends[:] = [one for one in (bring, "사건 열기") if one in seen["buttons"]]
        return bool(ends)

    program.wait(ended, "stopped, or done before", 120)
    if bring in ends:
        program.push(bring)
    program.wait(lambda seen: "사건 열기" in seen["buttons"], "all of it", 300)
    program.push("사건 열기")
    program.wait_for(screen="case")
    tab(program, "게시물")
    program.wait(lambda seen: any(one.startswith(f"요청 {ROWS:,},") for one in seen["figures"]), "all requests")  # fmt: skip
    program.kill()
    totals = counted(place, case)
    assert totals["requests"] == ROWS
    assert place.command(PASSPHRASE, "postings", "recount") == 0


def test_a_word_of_two_syllables_is_found_inside_a_note(program):
    program.press("ctrl+shift+f")
    program.wait_for(screen="found")
    program.type(WORD)
    program.press("Return")
    program.wait(
        lambda seen: seen["tables"].get("찾은 기록", [0])[0] >= 1, "it is found"
    )
    program.press("Return")
    program.wait_for(screen="case")


def test_a_wrong_merge_of_two_suspects_is_taken_back(program, place, case):
    tab(program, "가해 추정인")
    program.press_button("합치기")
    program.wait(lambda seen: seen["sheets"] == 1, "the sheet")
    program.press_button("같은 사람")
    program.wait(lambda seen: "나누기" in seen["buttons"], "they are one")
    program.press("ctrl+z")
    program.wait(
        lambda seen: not seen["sheets"] and "나누기" not in seen["buttons"],
        "they are two again",
    )
    program.kill()
    shown = place.command(PASSPHRASE, "suspects", "of-case", case)
    assert sorted(one["name"] for one in shown["cards"]) == sorted(SUSPECTS)
    assert all(len(one["clues"]) == 1 for one in shown["cards"])


def test_a_case_is_destroyed_and_the_chain_still_verifies(program, place, case):
    number = place.number
    program.press_button("파기")
    program.wait_for(screen="erasing")
    program.press_button("다음")
    program.click("파기 사유: 본인 요청")
    program.press_button("다음")
    program.wait_for(focus="사건번호를 그대로 적어 주십시오")
    program.type(number)
    program.press_button("되돌릴 수 없이 파기")
    program.wait(lambda seen: "사건 목록으로" in seen["buttons"], "destroyed", 120)
    program.press_button("사건 목록으로")
    program.wait_for(screen="cases")
    program.kill()
    assert place.command(PASSPHRASE, "records", "list", "case") == []
    report = place.command(PASSPHRASE, "keys", "verify")
    assert report["ok"], report
