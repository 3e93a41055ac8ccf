"""Pictures of every page over the demo's own vault: light and dark, Korean and English.

    python packaging/screenshots.py OUT

* OUT is what ``packaging/demo.py`` left; the pictures go to OUT/screens.
* Only a copy of the vault is opened and written to, and the copy is removed at the end: the
  vault and its anchor stay as the demo left them.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from intake import desk as house
from intake.desk import Desk, NewWorkspace
from intake.desk.doctor_states import finding
from intake.policy import Policy
from intake.progress import Silent
from intake.text import texts
from intake.vault import FileKeyring
from ui import theme
from ui.crash_page import CrashPage
from ui.health import open_health, told_of_glance
from ui.jobs import Jobs, Lane
from ui.screens.case.tabs import TABS
from ui.screens.cover import Cover
from ui.screens.first_run import FirstRun
from ui.sections import SECTIONS
from ui.session import Session
from ui.widgets import Button, Sheet
from ui.widgets.drives import Drive
from ui.window import Window
from ui.wizards.stick_what import StickWhat

LANGUAGES, MODES, SIZE = ("ko", "en"), ("light", "dark"), QSize(1280, 800)
POLICY = Policy(ballast_mib=0, allow_any_place=True, allow_device_file=True)
COPY, CENTER, FORM = ".pictures", "IC", "intake"
LIST = """게시물 주소,상태,발견일,조치 종류,조치일
https://pics-d.example/i/1,삭제 완료,2099-01-02,최초요청,2099-01-03
https://pics-d.example/i/2,처리 중,2099-01-02,최초요청,2099-01-03
주소 아님,,2099-01-02,,
"""
PASTED = """https://tube-a.example/v/99001
hxxps://ex-board[.]example/t/5
https://tube-a.example/v/88000
어제 친구가 보내 준 링크"""
AGREED = dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL"), "AGREED")
NOTE = """어제 저녁에 친구가 알려 줌. 인스타그램 @x7q.haru_photo 가 사진을 올렸다고 함.
주소는 https://tube-a.example/v/88231 이고 텔레그램 t.me/x7q_haru 로도 연락이 옴."""
ANSWERS: dict[str, Any] = {
    "victim/sex": "F",
    "victim/age": 17,
    "harm/damage": ["DIST", "THREAT"],
}
FOUND = (finding("home", "readonly"), finding("input", "none"))
ALTERED = {
    "version": "0.1.0",
    "folder": "/usr/lib/ieum",
    "changed": "app/ui/window.py",
    "missing": "runtime/lib/python3.13/ssl.py",
}
FAULT = (
    "ieum 0.1.0 / linux\n\nValueError\nui/screens/send.py:120 begin\nui/jobs.py:88 _run"
)
TICK_MS, QUIET_TICKS, LONGEST_TICKS = 10, 4, 3_000


def main() -> int:
    """Take every picture; return 0."""
    out = Path(sys.argv[1] if sys.argv[1:] else "build/demo").resolve()
    screens, copy = out / "screens", out / COPY
    for folder in (screens, copy):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    app = QApplication(sys.argv[:1])
    theme.prepare(app)
    (copy / "list.csv").write_text(LIST, encoding="utf-8")
    worked = json.loads((out / "demo.json").read_text("utf-8"))["worked"]
    desk, fresh = _desks(out, copy)
    try:
        for language in LANGUAGES:
            case, interview = _begin(desk, language)
            for mode in MODES:
                texts.speak(language)
                theme.apply(app, mode)
                camera = Camera(screens, copy, f"{language}-{mode}")
                camera.take_all(desk, fresh, (case, worked), interview)
    finally:
        desk.lock()
        fresh.lock()
        shutil.rmtree(copy)
    print(f"{len(list(screens.glob('*.png')))} pictures in {screens}")
    return 0


def _desks(out: Path, copy: Path) -> tuple[Desk, Desk]:
    """Open a copy of the demo's vault, and make a workspace that stands in its first run."""
    facts = json.loads((out / "demo.json").read_text("utf-8"))
    for name in (f"vaults/{CENTER}", "device-secrets"):
        shutil.copytree(out / name, copy / name)
    keyring = FileKeyring(copy / "device-secrets")
    passphrase = facts["passphrases"][CENTER]
    desk = house.open_(
        copy / "vaults" / CENTER, passphrase, keyring=keyring, policy=POLICY
    )
    plan = NewWorkspace(
        "center", CENTER, "시연 센터", "laptop-2", "박상담", "ko", passphrase
    )
    fresh = house.create(copy / "fresh", plan, Silent(), keyring=keyring, policy=POLICY)
    return desk, fresh


def _begin(desk: Desk, language: str) -> tuple[str, str]:
    """Leave an interview half way: a note, a few answers, nothing finished."""
    desk.settings.set("language", language)
    case = desk.cases.begin("VISIT", "하늘")
    desk.consents.decide(case, AGREED)
    interview = desk.interviews.begin(case, FORM)
    desk.interviews.draft(interview, "note", NOTE)
    desk.interviews.settle_drafts(interview)
    for path, value in ANSWERS.items():
        desk.interviews.answer(interview, path, value)
    return case, interview


class Camera:
    """Holds one window and knows the way to every page."""

    def __init__(self, screens: Path, copy: Path, suffix: str) -> None:
        """Save into ``screens``, with ``suffix`` at the end of every name."""
        self._screens, self._copy, self._suffix = screens, copy, suffix
        self._suspect = ""  # one who is joined with another record
        self._candidate = self._notice = ""
        self._session = Session(Jobs(), texts, copy / "vaults" / CENTER)
        self._window = Window(self._session, lambda _again: None)
        self._window.resize(SIZE)
        self._window.show()

    def take_all(
        self, desk: Desk, fresh: Desk, cases: tuple[str, str], interview: str
    ) -> None:
        """Take every picture and put the window away; one case is new, the other worked on."""
        case, worked = cases
        self._gates(fresh)
        self._session.leave()
        self._session.open(desk)
        self._suspect = next(card.id for card in desk.suspects.of_case(worked).cards if card.joined)  # fmt: skip
        self._candidate = desk.matches.queue()[0].id
        self._notice = desk.link_notices.listing()[0].id
        for name in ("today", "cases"):
            self._go(name)
            self._take(name)
        self._case(worked)
        self._postings(worked)
        self._casework(worked)
        self._consent(case)
        self._interview(interview)
        self._together(worked)
        self._send(desk, interview)
        for section in SECTIONS:
            self._go("settings", section=section.name)
            self._take(f"settings-{section.name}")
        self._sheets()
        self._session.leave()
        self._session.jobs.close()
        self._window.hide()
        self._window.deleteLater()

    # --- the way to the pages --------------------------------------------------------

    def _gates(self, fresh: Desk) -> None:
        self._take("welcome")
        self._support()
        self._window.show_gate("unlock")
        self._take("unlock")
        self._window.notices.tell(told_of_glance(FOUND, texts))
        self._take("unlock-told")
        self._window.notices.clear()
        self._press("unlock-lost")
        self._take("unlock-lost")
        self._window.show_gate("first_run")
        wizard = self._window.findChildren(FirstRun)[-1].wizard
        for step in range(len(wizard.steps)):
            if step == 3:  # the workspace is made by the third step  # noqa: PLR2004
                self._session.open(fresh)
            wizard.go(step)
            self._take(f"first-run-{step + 1}")

    def _support(self) -> None:
        """Take what stands in the way before anything is opened, and what helps."""
        self._window.show_gate("altered", **ALTERED)
        self._take("altered")
        self._window.show_gate("safe")
        self._take("safe")
        open_health(self._session, self._window)
        self._sheet("health")
        page = CrashPage(self._session, self._window, FAULT, lambda: None)
        page.open_sheet(page.go_on)
        self._sheet("crash")

    def _case(self, case: str) -> None:
        for tab in TABS:
            self._go("case", case=case, tab=tab)
            self._take(f"case-{tab}")

    def _postings(self, case: str) -> None:
        self._go("case", case=case, tab="postings")
        tab = self._screen.own["postings"]
        tab.gate.change.click()
        self._sheet("postings-requester")
        tab.pasting.look_at(PASTED)
        self._sheet("postings-paste")

    def _casework(self, case: str) -> None:
        self._go("calendar")
        self._take("calendar")
        self._go("imports", case=case)
        self._take("imports")
        self._screen.take_file(self._copy / "list.csv")
        settle(self._session)
        self._screen.on_try()
        self._take("imports-trial")
        self._go("erasing", case=case)
        self._take("erasing-what")
        self._screen.what.go_on.click()
        self._screen.why.grounds.button("REQUEST").click()
        self._take("erasing-why")
        self._screen.why.go_on.click()
        self._take("erasing-sure")
        self._go("found")
        self._screen.field.set_text("night_moon07")
        self._screen.field.submitted.emit()
        self._take("found")

    def _together(self, case: str) -> None:
        """Take who may be one, what centers tell each other, what differs, and a handover."""
        self._go("people", candidate=self._candidate)
        self._take("people")
        self._go("profiles", of=self._suspect)
        self._take("profiles")
        self._go("notices", notice=self._notice)
        self._take("notices")
        self._go("conflicts")
        self._take("conflicts")
        self._go("graph", of=self._suspect)
        self._take("graph")
        self._go("case", case=case, tab="overview")
        self._screen.overview.over_wanted.emit()
        self._sheet("case-handing-over")

    def _sheet(self, name: str) -> None:
        """Take the sheet that opens, and close it."""
        self._take(name)
        for sheet in self._window.findChildren(Sheet):
            if sheet.isVisible():
                sheet.close_sheet()
        settle(self._session)

    def _consent(self, case: str) -> None:
        self._go("consent")
        self._take("consent-begin")
        begin = self._screen.begin
        begin.routes.button("VISIT").click()
        begin.alias.set_text("하늘")
        begin.go.click()
        self._take("consent-ask")
        self._go("consent", case=case)
        self._take("consent-again")

    def _interview(self, interview: str) -> None:
        self._go("interview", interview=interview)
        self._take("interview-note")
        board = self._screen.board
        for number, path in enumerate(board.nav.sections(), 1):
            board.show_section(path)
            self._take(f"interview-section-{number}")
        board.closing_wanted.emit()
        self._take("interview-closing")
        self._window.run("pause")
        self._take("interview-rest")
        self._screen.rest.go_on.click()
        settle(self._session)
        self._window.run("cover")
        self._take("cover")
        self._window.findChildren(Cover)[-1].lifted.emit()

    def _send(self, desk: Desk, interview: str) -> None:
        desk.interviews.answer(interview, "victim/age", 16 + len(self._suffix) % 2)
        self._go("send")
        self._take("send")
        stick = self._copy / "stick"
        stick.mkdir(exist_ok=True)
        drive = Drive("USB 64G", stick, 58_000_000_000, 64_000_000_000, writable=True)
        self._screen._find = lambda: (drive,)  # noqa: SLF001 - a stick to take a picture of
        self._screen.begin_stick()
        wizard = self._screen.wizard
        next(one for one in self._buttons() if "USB 64G" in one.text()).click()
        for step in range(1, len(wizard.steps) + 1):
            if wizard.at < step - 1:
                wizard.next.click()
                settle(self._session)
            if isinstance(shown := wizard.steps[wizard.at], StickWhat):
                shown.choose_all()  # what leaves is in the picture
            self._take(f"stick-{step}")
        wizard.left.emit()

    def _sheets(self) -> None:
        self._go("today")
        for name in ("keys", "commands"):
            self._window.run(name)
            self._take(f"sheet-{name}")
            self._window.findChildren(Sheet)[-1].close_sheet()

    # --- the camera itself -----------------------------------------------------------

    @property
    def _screen(self) -> Any:  # noqa: ANN401 - whatever page is shown
        return self._window.screen_

    def _buttons(self) -> list[Button]:
        found = self._window.findChildren(Button)
        return [button for button in found if button.isVisible()]

    def _press(self, text_id: str) -> None:
        wanted = texts(text_id)
        next(one for one in self._buttons() if one.text() == wanted).click()

    def _go(self, screen: str, **facts: str | int) -> None:
        self._session.go(screen, **facts)
        settle(self._session)

    def _take(self, name: str) -> None:
        settle(self._session)
        path = self._screens / f"{name}-{self._suffix}.png"
        if not self._window.grab().save(str(path)):
            sys.exit(f"{path}: the picture could not be saved")


def settle(session: Session) -> None:
    """Wait, with the window alive, until no lane has work for a few ticks."""
    loop, timer, seen = QEventLoop(), QTimer(), {"quiet": 0, "all": 0}

    def look() -> None:
        busy = any(session.jobs.busy(lane) for lane in Lane)
        seen["quiet"] = 0 if busy else seen["quiet"] + 1
        seen["all"] += 1
        if seen["quiet"] >= QUIET_TICKS or seen["all"] >= LONGEST_TICKS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(TICK_MS)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
