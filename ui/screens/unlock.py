"""잠금 화면: the product's name, a passphrase, and nothing about anybody.

* The field has the focus; Caps Lock and 한/영 are shown in words.
* After a wrong passphrase the wait is said in words and counted down.
* Who lost the passphrase opens with the printed code and says a new one.
* A damaged vault, or its loss, is answered by a backup: the third page.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui.health import open_health
from ui.session import Session
from ui.widgets import (
    Button,
    Card,
    Page,
    PassphraseField,
    ProgressLine,
    Symbol,
    row,
    say,
    words,
)
from ui.widgets.field import Field, labelled
from ui.widgets.stack import PageStack
from ui.wizards.restore_panel import RestorePanel, told_of

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import WorkspaceNotice
    from intake.desk.views.backups import RestoredView

_WIDTH = 400
_HIGH = 540  # where there is less, the name gives its place to what is pressed
_SECOND_MS = 1000


class Unlock(Page):
    """Opens the vault."""

    def __init__(self, session: Session) -> None:
        """Ask for the passphrase."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._wait = 0
        self.setProperty("ground", "canvas")
        self._pages = PageStack()
        self._open_page, self._lost_page = self._make_open(), self._make_lost()
        self.restore = RestorePanel(session, aside=True)
        self.restore.restored.connect(self._on_restored)
        self.restore.left.connect(self._on_found)
        for page in (self._open_page, self._lost_page, self.restore):
            self._pages.addWidget(page)
        self.progress = ProgressLine(self.texts)
        self.error = words("", tone="danger")
        self.error.hide()
        card = Card(self._pages, self.error, self.progress, gap=12)
        card.body.setContentsMargins(28, 28, 28, 24)
        card.setFixedWidth(_WIDTH)
        self._stand(card)
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self._on_second)
        session.enter(
            lambda door, _progress: door.look(session.folder), self._on_looked, by=self
        )

    def _stand(self, card: Card) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        body = QWidget()
        box = QVBoxLayout(body)
        box.setSpacing(20)
        box.addStretch(2)
        self._brand = (
            Symbol("shield-check", "accent", 44),
            words(self.texts("product-name"), "display", wrap=False),
        )
        for one in self._brand:
            box.addWidget(one, 0, middle)
        box.addSpacing(8)
        box.addLayout(
            row(None, card, None)
        )  # an aligned widget would not grow with its words
        box.addStretch(3)
        self.set_body(body)

    def _make_open(self) -> QWidget:
        says = self.texts
        self.field = PassphraseField(says, says("unlock-passphrase"))
        self.field.submitted.connect(self._on_open)
        self.field.edited.connect(self._show_buttons)
        self.open_button = Button(says("unlock-open"), "primary").on(self._on_open)
        lost = Button(says("unlock-lost"), "quiet").on(self._on_lost)
        restore = Button(says("restore-open"), "quiet").on(self._on_restore)
        self.doctor = Button(says("doctor-open"), "quiet", icon="life-buoy")
        self.doctor.on(lambda: open_health(self._session, self.window()))
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if self._session.safe:
            box.addWidget(words(says("safe-is-on"), "muted"))
        box.addWidget(labelled(says("unlock-passphrase"), self.field))
        box.addWidget(self.open_button)
        box.addWidget(lost)
        box.addWidget(restore)
        box.addWidget(self.doctor)
        return page

    def _make_lost(self) -> QWidget:
        says = self.texts
        self.code = Field(says("unlock-code"), says("unlock-code-help"))
        self.new = PassphraseField(says, says("unlock-new"))
        self.again = PassphraseField(says, says("unlock-new-again"))
        self.recover_button = Button(says("unlock-recover"), "primary")
        self.recover_button.on(self._on_recover)
        back = Button(says("shell-back"), "quiet", icon="arrow-left").on(self._on_found)
        for field in (self.code, self.new, self.again):
            field.edited.connect(self._show_buttons)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(words(says("unlock-lost-title"), "heading"))
        box.addWidget(self.code)
        box.addWidget(labelled(says("unlock-new"), self.new))
        box.addWidget(labelled(says("unlock-new-again"), self.again))
        box.addLayout(row(back, None, self.recover_button))
        return page

    @override
    def show_place(self, facts: object) -> None:
        """Put the focus where one types."""
        del facts
        self._show_buttons()
        self.field.setFocus()

    def _show_buttons(self) -> None:
        free = self._wait == 0 and self.progress.isHidden()
        self.open_button.setEnabled(free and bool(self.field.text()))
        same = bool(self.new.text()) and self.new.text() == self.again.text()
        self.recover_button.setEnabled(free and bool(self.code.text()) and same)

    def _on_looked(self, notice: "WorkspaceNotice") -> None:
        if notice.wait_seconds:
            self._begin_wait(notice.wait_seconds)

    # --- opening ------------------------------------------------------------------

    def _on_open(self) -> None:
        if not self.open_button.isEnabled():
            return
        passphrase, folder = self.field.text(), self._session.folder
        self._begin("unlock-opening")
        self._session.enter(
            lambda door, progress: _about(door.open_(folder, passphrase, progress)),
            self._on_opened,
            by=self,
            otherwise=self._on_refused,
            watch=self.progress.step,
        )

    def _on_recover(self) -> None:
        code, new, folder = self.code.text(), self.new.text(), self._session.folder
        self._begin("unlock-recovering")
        self._session.enter(
            lambda door, progress: _about(door.recover(folder, code, new, progress)),
            self._on_opened,
            by=self,
            otherwise=self._on_refused,
            watch=self.progress.step,
        )

    def _begin(self, text_id: str) -> None:
        say(self.error, "")
        self.progress.begin(self.texts(text_id), at_once=True)
        self._show_buttons()

    def _on_opened(self, opened: tuple[Any, bool]) -> None:
        desk, setup_done = opened
        for field in (self.field, self.new, self.again):
            field.clear()
        self._session.open(desk)
        self._session.go("today" if setup_done else "first_run")

    def _on_refused(self, error: IntakeError) -> None:
        self.progress.end()
        said = self.texts.error(error)
        say(self.error, f"{said.sentence}\n{said.remedy}", "danger")
        wait = error.facts.get("wait", 0)
        self._show_buttons()
        if isinstance(wait, int) and wait > 0:
            self._begin_wait(wait)
        if self._pages.currentWidget() is self._open_page:
            self.field.clear()
            self.field.setFocus()

    # --- the wait -------------------------------------------------------------------

    def _begin_wait(self, seconds: int) -> None:
        self._wait = seconds
        self._tick.start()
        self._show_wait()

    def _on_second(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._tick.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        wait = self.texts("unlock-wait", seconds=self._wait) if self._wait else ""
        self.open_button.setText(wait or self.texts("unlock-open"))
        self._show_buttons()

    # --- the printed code -------------------------------------------------------------

    def _on_lost(self) -> None:
        say(self.error, "")
        self._pages.setCurrentWidget(self._lost_page)
        self.code.setFocus()

    def _on_restore(self) -> None:
        say(self.error, "")
        self._pages.setCurrentWidget(self.restore)
        self._show_brand()
        self.restore.choose.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_brand()

    def _show_brand(self) -> None:
        """Show the name where its place is not needed."""
        aside = self._pages.currentWidget() is self.restore
        for one in self._brand:
            one.setVisible(not aside and self.height() >= _HIGH)

    def _on_restored(self, desk: "Desk", view: "RestoredView") -> None:
        self._on_opened(_about(desk))
        self._session.toast(told_of(self._session, view))

    def _on_found(self) -> None:
        say(self.error, "")
        self._pages.setCurrentWidget(self._open_page)
        self._show_brand()
        self.field.setFocus()


def _about(desk: Any) -> tuple[Any, bool]:  # noqa: ANN401 - the desk is loaded late
    about = desk.about()
    return desk, about.setup_done and about.enrolled
