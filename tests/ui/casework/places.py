"""Every page of the casework by name, with a day's work in it, and how to get there."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_HOUSE = Path(__file__).resolve().parents[3]
_LIST = Path(__file__).with_name("list.csv")
OFFICE = ("people", "access", "retention", "sites", "agencies", "backups", "exports")
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
    "worked",
    "worked-suspects",
    "worked-postings",
    "worked-evidence",
    "worked-support",
    "worked-trial",
    "worked-consents",
    "calendar",
    "imports",
    "imports-trial",
    "erasing",
    "erasing-why",
    "erasing-sure",
    "found",
    *(f"settings-{name}" for name in OFFICE),
)
NOTE = (
    "디스코드 공부방에서 알게 된 사람이 사진을 보내 달라고 계속 요구했고, 3월쯤부터 학교와 친구 "
    "목록을 보여 주며 올리겠다고 협박함. 대화명은 “밤달”, 텔레그램으로 옮기자고 해서 "
    "@night_moon07 로 연락함. 어제 친구가 링크를 보내 줘서 알게 됨 — https://ex-board.example/t/88213\n"
    "본인은 부모님이 아는 것이 가장 두렵다고 함. 잠을 못 잔다고 함."
)
OTHERS = ("윤슬", "다온", "다온", "해솔", "아라", "마루", "", "보라", "시내", "도담")


def months(desk, folder):
    """A case with months of casework in it, the same that the demo shows."""
    spec = spec_from_file_location("casework_demo", _HOUSE / "packaging/casework.py")
    demo = module_from_spec(spec)
    spec.loader.exec_module(demo)
    case = desk.cases.begin("PHONE_CENTER", "물결")
    desk.consents.decide(case, dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL", "DELETE"), "AGREED"))  # fmt: skip
    demo.fill(desk, case, folder)
    return case


def a_day(desk, folder):
    """Fill a workspace with a day's work; return a case, its interview, and an older case."""
    worked = months(desk, folder)
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
    return case, one, worked


def go(name, at, settle, case, one, worked=""):
    """Bring the window to a page and return its ground."""
    if name.endswith("-empty"):
        return at(name.removesuffix("-empty")).centre
    kind, _, part = name.partition("-")
    if kind == "worked":
        return at("case", case=worked, tab=part or "overview").centre
    if kind in _WAYS:
        return _WAYS[kind](at, settle, part, worked).centre
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


# --- the office of a case ---------------------------------------------------------------------


def _settings(at, _settle, part, _case):
    return at("settings", section=part)


def _calendar(at, _settle, _part, _case):
    return at("calendar")


def _imports(at, settle, part, case):
    page = at("imports", case=case)
    if part:
        page.take_file(_LIST)
        settle()
        page.on_try()
        settle()
    return page


def _erasing(at, settle, part, case):
    page = at("erasing", case=case)
    if part:
        page.what.go_on.click()
        page.why.grounds._on_press("REQUEST")
    if part == "sure":
        page.why.go_on.click()
    settle()
    return page


def _found(at, settle, _part, _case):
    page = at("found")
    page.field.set_text("night_moon07")
    page._ask()
    settle()
    return page


_WAYS = {"settings": _settings, "calendar": _calendar, "imports": _imports, "erasing": _erasing, "found": _found}  # fmt: skip
