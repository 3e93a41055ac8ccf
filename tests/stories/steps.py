"""What a counselor does, by keyboard: the first run, a new case, an interview."""

import re
from pathlib import Path

import pypdfium2

from intake.desk import Desk, NewWorkspace, create
from intake.policy import read_policy
from intake.vault import FileKeyring
from tests.stories.screen import Place, Program, Seen
from tests.vaults_at_hand import cheap_guessing

PASSPHRASE = "느린 강물 위의 달"
CENTER, DEVICE, COUNSELOR = "인천 센터", "상담실", "박상담"
ALIAS = "하늘"
TOLD = "친구가 사진을 보았다고 말함 "
LETTERS = PASSPHRASE + CENTER + DEVICE + COUNSELOR + ALIAS + TOLD
NOTE, RECOVERY = "자유 기록", "종이에 있는 코드를 입력하십시오"
_CODE = re.compile(r"\b(?:[0-9A-Z]{4}[ \r\n]+){6}[0-9A-Z]{2}\b")


def start(program: Program, screen: str) -> Seen:
    """Wait for a gate and give its window the keyboard."""
    program.wait_for(screen=screen)
    program.focus_window()
    return program.wait_for(active=True)


def first_run(program: Program, paper: Path) -> None:
    """Go through the six steps; the recovery sheet is saved to ``paper`` and typed back."""
    start(program, "FirstRun")
    program.wait_for(focus="언어: 한국어")
    program.press("1")
    program.push("다음")
    program.wait_for(focus="센터 코드")
    for name, text in (
        ("센터 코드", "IC"),
        ("센터 이름", CENTER),
        ("이 컴퓨터 이름", DEVICE),
        ("사용하는 사람", COUNSELOR),
    ):
        program.tab_to(name)
        program.type(text)
    program.press("Return")
    program.wait_for(focus="암호문")
    program.type(PASSPHRASE)
    program.tab_to("암호문 한 번 더")
    program.type(PASSPHRASE)
    program.push("보관함 만들기")
    program.wait_for(focus=RECOVERY)
    code = _recovery_code(program, paper)
    program.tab_to(RECOVERY)
    program.type(code)
    program.push("확인")
    _pass_by(program)
    program.wait_for(screen="today")


def _recovery_code(program: Program, paper: Path) -> str:
    """Save the sheet by the dialog, as onto a stick, and read the code off it."""
    program.tab_to("USB에 저장")
    program.press("space")
    program.wait_for(dialog=True)
    program.focus_window()
    program.wait(
        lambda seen: seen["dialog"] and seen["active"], "the dialog has the keyboard"
    )
    program.press("ctrl+a")
    program.type(str(paper))
    program.press("Return")
    program.wait_for(dialog=False)
    program.focus_window()
    program.wait_for(active=True)
    document = pypdfium2.PdfDocument(paper.read_bytes())
    found = _CODE.search(document[0].get_textpage().get_text_bounded())
    document.close()
    assert found, "the sheet shows the code in groups"
    return " ".join(found.group().split())


def _pass_by(program: Program) -> None:
    """Leave the central desk's keys for later, and have no mailbox."""
    later = program.wait(lambda seen: seen["pages"][-1:] == [5], "the fifth step")
    assert later["screen"] == "FirstRun"
    program.push("나중에")
    program.wait_for(focus="우편함: 두지 않음")
    program.push("마치기")


def new_case(program: Program) -> None:
    """Ctrl+N, the route and a name, consent by digits; the interview begins."""
    program.press("ctrl+n")
    program.wait_for(screen="consent", focus="어떤 경로로 오셨습니까?: 1366 전화")
    program.press("5")
    program.tab_to("부르는 이름")
    program.type(ALIAS)
    program.press("Return")
    for purpose in ("상담 내용의 기록과 보관", "민감정보의 처리"):
        program.wait_for(focus=f"{purpose}: 동의")
        program.press("1", "Return")
    program.wait_for(focus="삭제지원을 위한 제공: 동의")
    program.tab_to("중앙센터에 대한 제공: 동의")
    program.press("1")
    program.wait(
        lambda seen: "중앙센터에 대한 제공: 동의+" in seen["choices"], "agreed"
    )
    program.push("기록 시작")
    program.wait_for(screen="interview", focus=NOTE)


def unlock(program: Program) -> None:
    """Type the passphrase at the lock screen."""
    start(program, "Unlock")
    program.wait_for(focus="암호문")
    program.type(PASSPHRASE)
    program.press("Return")
    program.wait(lambda seen: seen["screen"] != "Unlock", "the vault opens")


def go_on(program: Program) -> None:
    """From the first page back into the interview that was not finished."""
    program.wait_for(screen="today")
    program.tab_to("이어가기")
    program.press("space")
    program.wait_for(screen="interview")


def set_up(place: Place) -> Desk:
    """Make a workspace without a window, ready for its first case.

    Its passphrase is guessed cheaply; the one of the first run costs what it costs.
    """
    with cheap_guessing():
        desk = create(
            place.workspace,
            NewWorkspace("center", "IC", CENTER, DEVICE, COUNSELOR, "ko", PASSPHRASE),
            keyring=FileKeyring(place.folder / "config" / "ieum" / "device"),
            policy=read_policy(place.folder / "policy.toml"),
        )
    desk.setup.confirm_code(desk.setup.recovery_code())
    for step in ("central", "mailbox"):
        desk.setup.skip(step)
    return desk


def ready(place: Place, **settings: int) -> str:
    """Make a workspace with an interview that has begun, without a window; return its id."""
    desk = set_up(place)
    for name, value in settings.items():
        desk.settings.set(name, value)
    case = desk.cases.begin("VISIT", ALIAS)
    desk.consents.decide(case, {"RECORD": "AGREED", "SENSITIVE": "AGREED"})
    interview = desk.interviews.begin(case, "intake")
    desk.lock()
    return interview
