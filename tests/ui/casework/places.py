"""Every page of the casework by name, with a day's work in it, and how to get there."""

PAGES = (
    "today-empty",
    "today",
    "cases-empty",
    "cases",
    "case",
    "case-timeline",
    "case-interviews",
    "case-consents",
    "consent-begin",
    "consent-new",
    "consent",
    "interview",
    "interview-questions",
    "interview-rows",
    "interview-closing",
    "interview-rest",
)
NOTE = (
    "디스코드 공부방에서 알게 된 사람이 사진을 보내 달라고 계속 요구했고, 3월쯤부터 학교와 친구 "
    "목록을 보여 주며 올리겠다고 협박함. 대화명은 “밤달”, 텔레그램으로 옮기자고 해서 "
    "@night_moon07 로 연락함. 어제 친구가 링크를 보내 줘서 알게 됨 — https://ex-board.example/t/88213\n"
    "본인은 부모님이 아는 것이 가장 두렵다고 함. 잠을 못 잔다고 함."
)
OTHERS = ("윤슬", "다온", "다온", "해솔", "아라", "마루", "", "보라", "시내", "도담")


def a_day(desk):
    """Fill a workspace with a day's work; return a case and its interview."""
    for alias in OTHERS:
        case = desk.cases.begin("VISIT", alias)
        desk.consents.decide(case, {"RECORD": "AGREED"})
    case = desk.cases.begin("VISIT", "하늘")
    desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "AGREED", "DELETE": "LATER", "CENTER": "REFUSED"})  # fmt: skip
    one = desk.interviews.begin(case, "intake")
    desk.interviews.draft(one, "note", NOTE)
    for path, value in {
        "victim/age": 15,
        "harm/damage": ("FILM", "THREAT"),
        "harm/happened_on": "2026-03",
        "suspect/threat": "YES",
        "suspect/relation": "TEMP",
    }.items():
        desk.interviews.answer(one, path, value)
    desk.interviews.set_state(one, "harm/known_through", "DECLINED")
    desk.interviews.add_row(one, "suspect/identifiers")
    return case, one


def go(name, at, settle, case, one):
    """Bring the window to a page and return its ground."""
    if name.endswith("-empty"):
        return at(name.removesuffix("-empty")).centre
    kind, _, part = name.partition("-")
    facts = {"cases": {}, "case": {"case": case}, "consent": {"case": case}, "interview": {"interview": one}}  # fmt: skip
    if kind == "case" and part:
        return at("case", case=case, tab=part).centre
    if kind == "consent" and part:
        return _new(at("consent"), part, settle)
    page = at(kind, **facts.get(kind, {}))
    if kind == "interview":
        _interview(page, part, settle)
    return page.centre


def _new(page, part, settle):
    if part == "new":
        page.begin.routes.choose("VISIT")
        page.begin.alias.set_text("하늘")
        page.begin._on_go()
        page.cards["RECORD"].choices._on_press("AGREED")
        page.guardian.ages._on_press("UNDER_14")
        page.guardian.told._on_press("NO")
        settle()
    return page


def _interview(page, part, settle):
    board = page.board
    if part == "questions":
        board.show_section("harm")
    elif part == "rows":
        board.show_section("suspect")
        board.go_to(board.cards()[-1].path)
    elif part == "closing":
        board.show_section("closing")
    elif part == "rest":
        page.pause()
    settle()
