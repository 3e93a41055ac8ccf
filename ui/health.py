"""The doctor in the window (점검): the same lines as in a terminal, with and without a desk.

* Without a desk it asks ``intake.desk.examine`` beside the vault's lane: a keyring that hangs
  delays no unlocking. With one it also looks at every page, when that is asked for.
* What is saved is what is shown.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from intake.progress import Progress
from intake.text import Texts
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Pill, ProgressLine, column, row, words
from ui.widgets.flow import Flow
from ui.widgets.pill import State
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk.views import NamedBytes
    from intake.desk.views.doctor import DoctorView, Finding

_PILLS: dict[str, State] = {"ok": "ok", "note": "wait", "broken": "danger"}
_SHEET = 720
_FEW = 2
_PILL = 76
_NAME = "health"


class HealthPanel(QWidget):
    """The findings, what is broken first, and what can be done with them."""

    def __init__(self, session: Session) -> None:
        """Stand empty until ``look``."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self.view: DoctorView | None = None
        says = self.texts
        self.again = Button(says("doctor-again"), icon="refresh-cw").on(self.look)
        self.deep = Button(says("doctor-deep"), icon="shield-check").on(self.look_deep)
        self.save = Button(says("doctor-save"), icon="download").on(self._on_save)
        self.sheet = Button(says("doctor-first-aid"), icon="life-buoy")
        self.sheet.on(self._on_sheet)
        self._progress = ProgressLine(says)
        self.summary = words("", "strong")
        self._lines = column(gap=12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(words(says("doctor-help"), "muted"))
        box.addLayout(Flow(self.again, self.deep, self.save, self.sheet, gap=8))
        box.addWidget(self._progress)
        box.addWidget(self.summary)
        box.addLayout(self._lines)
        self.deep.setVisible(
            session.is_open
        )  # not before it stands here: no window of its own
        self._show_buttons()

    def look(self) -> None:
        """Look at everything that can be seen without opening."""
        folder = self._session.folder
        self._begin()
        self._session.enter(
            lambda door, progress: door.examine(folder, progress),
            self._on_view,
            by=self,
            otherwise=self._on_refused,
            watch=self._progress.step,
            lane=Lane.OUTSIDE,
        )

    def look_deep(self) -> None:
        """Look at every page of the open vault too."""
        self._begin()
        self._session.ask(
            lambda desk, progress: desk.health.look(progress),
            self._on_view,
            by=self,
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._progress.step,
        )

    def _begin(self) -> None:
        self._progress.begin(self.texts("doctor-working"))
        self._show_buttons()

    def _on_view(self, view: "DoctorView") -> None:
        self.view = view
        self._progress.end()
        self.summary.setText(summary_of(view, self.texts))
        order = ("broken", "note", "ok")
        found = sorted(view.findings, key=lambda one: order.index(one.state))
        empty_box(self._lines)
        for one in found:
            self._lines.addWidget(finding_line(one, self.texts))
        self._show_buttons()
        settle_tabs(self._page())

    def _page(self) -> QWidget:
        """The sheet it stands in, or the whole window."""
        above: QWidget | None = self
        while above is not None and not isinstance(above, TallSheet):
            above = above.parentWidget()
        return above or self.window()

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        self._show_buttons()
        self._session.refuse(error)

    def _show_buttons(self) -> None:
        self.save.setEnabled(self.view is not None)

    def _on_save(self) -> None:
        view, language = self.view, self.texts.language
        self._give(lambda door, _progress: door.told(view, language))

    def _on_sheet(self) -> None:
        language = self.texts.language
        self._give(lambda door, _progress: door.first_aid(language))

    def _give(self, make: Any) -> None:  # noqa: ANN401 - the desk is loaded late
        self._session.enter(make, self._on_file, by=self, lane=Lane.OUTSIDE)

    def _on_file(self, file: "NamedBytes") -> None:
        save_file(self._session, self, file)


def finding_line(one: "Finding", says: Texts) -> QWidget:
    """Return a finding as a line: a word for its state, a sentence, what to do."""
    pill = Pill(says(f"doctor-state-{one.state}"), _PILLS[one.state])
    pill.setFixedWidth(_PILL)
    told = [words(says(one.text_id, **one.facts), selectable=True)]
    if one.state != "ok":
        told.append(words(says(f"{one.text_id}.remedy", **one.facts), "small"))
    holder = QWidget()
    line = row(column(pill, None), column(*told, gap=2), gap=12)
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder


def summary_of(view: "DoctorView", says: Texts) -> str:
    """Return the one sentence about all of it."""
    counts = {"notes": view.count("note"), "broken": view.count("broken")}
    return says("doctor-summary", **counts)


def open_health(session: Session, host: QWidget) -> TallSheet:
    """Show the doctor over a page where nothing is open yet."""
    says = session.texts
    for one in host.findChildren(TallSheet, _NAME):
        if one.isVisible():  # pressed twice
            return one
    close = Button(says("doctor-close"))
    sheet = TallSheet(host, says("doctor-title"), close, width=_SHEET)
    sheet.setObjectName(_NAME)
    close.on(sheet.close_sheet)
    panel = HealthPanel(session)
    sheet.put(panel)
    sheet.open_sheet(close)
    panel.look()
    return sheet


def told_of_glance(found: "tuple[Finding, ...]", says: Texts) -> list[str]:
    """Return what is said at the gate; of more than two the doctor says what to do."""
    told = [says(one.text_id, **one.facts) for one in found]
    if len(found) <= _FEW:
        todo = [says(f"{one.text_id}.remedy", **one.facts) for one in found]
        return [f"{what} {do}" for what, do in zip(told, todo, strict=True)]
    return [*told, says("doctor-gate-more")]


def glance_at(session: Session, told: Any, by: QObject | None = None) -> None:  # noqa: ANN401
    """Ask at the gate what should be known before anybody types; ``told`` hears the findings."""
    folder = session.folder

    def glance(door: Any, _progress: Progress) -> Any:  # noqa: ANN401
        return door.glance(folder)

    session.enter(glance, told, by=by, lane=Lane.OUTSIDE, otherwise=lambda _error: None)
