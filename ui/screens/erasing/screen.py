"""파기: what, why, sure; the page a case is destroyed on, and the only red button of its kind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from intake.errors import IntakeError
from ui.screens.erasing.after import AfterStep
from ui.screens.erasing.sure import SureStep, WhyStep
from ui.screens.erasing.what import WhatStep
from ui.session import Fact, Session
from ui.widgets import Button, Column, Page, Pill, row, words
from ui.widgets.pill import State
from ui.widgets.stack import PageStack
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import NamedBytes
    from intake.desk.views.office import DestructionView, ErasePreview

_STEPS = ("what", "why", "sure")


class Erasing(Page):
    """Three steps and what comes after them."""

    def __init__(self, session: Session) -> None:
        """Ask at arrival."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self.case, self._number, self._done_number = "", "", ""
        self._view: ErasePreview | None = None
        self._title = words(says("erasing-title"), "title", wrap=False)
        self._case = words("", "muted", wrap=False)
        self._back = Button(says("erasing-back"), icon="arrow-left").on(self._on_back)
        self.set_header(self._title, self._case, None, self._back)
        self._marks = {name: Pill(says(f"erasing-step-{name}")) for name in _STEPS}
        self.what, self.why = WhatStep(session), WhyStep(session)
        self.sure, self.after = SureStep(session), AfterStep(session)
        self._pages = PageStack()
        for page in (self.what, self.why, self.sure, self.after):
            self._pages.addWidget(page)
        self._lead = words(says("erasing-lead"), "muted")
        marks = row(*self._marks.values(), None)
        self.set_body(Column(marks, self._lead, self._pages, None))
        for step in (self.what, self.why, self.sure):
            self.set_foot(step.buttons)
        self._connect()
        session.touched.connect(self._on_touched)

    def _connect(self) -> None:
        self.what.chosen.connect(self._ask)
        self.what.hold.changed.connect(lambda: self._ask(self._part))
        self.what.went_on.connect(lambda: self.show_step("why"))
        self.why.went_back.connect(lambda: self.show_step("what"))
        self.why.went_on.connect(lambda: self.show_step("sure"))
        self.sure.went_back.connect(lambda: self.show_step("why"))
        self.sure.asked.connect(self._on_asked)
        self.sure.destroyed.connect(self._on_destroy)
        self.after.wanted.connect(self._on_wanted)
        self.after.left.connect(lambda: self._session.go("cases"))

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``case`` names the case; another one begins at the first step."""
        case = str(facts.get("case", "")) or self.case
        if case != self.case or self._done_number:
            self.case, self._done_number = case, ""
            self.what.parts.choose("whole")
            self.why.grounds.choose()
            self.what.go_on.setEnabled(False)
            self.why.go_on.setEnabled(False)
            self.show_step("what")
        self._ask(self._part)

    @property
    def _part(self) -> str:
        return next(iter(self.what.parts.values), "whole")

    # --- the steps ----------------------------------------------------------------------

    def show_step(self, name: str) -> None:
        """Show a step; a later one only where the earlier ones are answered."""
        pages = {
            "what": self.what,
            "why": self.why,
            "sure": self.sure,
            "after": self.after,
        }
        self._show_marks(name)
        self._lead.setVisible(name in {"what", "why"})
        self._back.setVisible(name != "after")
        if name == "sure" and self._view is not None:
            part = self.texts(f"erasing-what-{self._part}")
            self.sure.show_preview(self._view, part, self.why.ground)
        self._pages.setCurrentWidget(pages[name])
        for one in (self.what, self.why, self.sure):
            one.buttons.setVisible(one is pages[name])
        settle_tabs(self)
        self._focus(name)

    def _show_marks(self, name: str) -> None:
        at = _STEPS.index(name) if name in _STEPS else len(_STEPS)
        for place, (mark, pill) in enumerate(self._marks.items()):
            state: State = "info" if place == at else "ok" if place < at else "no"
            pill.show_state(self.texts(f"erasing-step-{mark}"), state)
            pill.setVisible(name != "after")

    def _focus(self, name: str) -> None:
        if name == "what":
            self.what.parts.focus_first()
        elif name == "why":
            self.why.grounds.focus_first()
        elif name == "sure":
            may = self._view is not None and self._view.may
            (self.sure.number.line if may else self.sure.back).setFocus()
        else:
            self.after.office.setFocus()

    def _ask(self, part: str) -> None:
        case = self.case
        if case and not self._done_number:
            self._session.ask(
                lambda desk, _p: desk.erasing.preview(case, part),
                self._on_preview,
                by=self,
                slot="preview",
            )

    def _on_preview(self, view: "ErasePreview") -> None:
        self._view, self._number = view, view.number
        self._case.setText(self.texts("erasing-case", number=view.number))
        self.what.show_preview(view)
        settle_tabs(self)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if by is not self and topics & {"case", "destruction"} and self.isVisible():
            self._ask(self._part)

    # --- asking and destroying ------------------------------------------------------------

    def _on_asked(self) -> None:
        case, part, ground = self.case, self._part, self.why.ground
        self._session.do(
            lambda desk, _p: desk.erasing.ask(case, part, ground),
            lambda _number: self._on_was_asked(),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_was_asked(self) -> None:
        self._session.toast(self.texts("erasing-asked"))
        self._session.go("settings", section="retention")

    def _on_destroy(self, typed: str) -> None:
        case, part, ground = self.case, self._part, self.why.ground
        self.sure.red.setEnabled(False)
        self.sure.progress.begin(self.texts("erasing-working"), at_once=True)
        self._session.do(
            lambda desk, progress: desk.erasing.destroy(
                case, part, ground, typed, progress
            ),
            self._on_destroyed,
            by=self,
            otherwise=self._on_refused,
            watch=self.sure.progress.step,
        )

    def _on_destroyed(self, view: "DestructionView") -> None:
        self.sure.progress.end()
        self._done_number = view.number
        self.after.show_done(view)
        self.after.show_copies(())
        self.show_step("after")
        self._session.ask(
            lambda desk, _p: desk.copies.of_destruction(view.number),
            self.after.show_copies,
            by=self,
            slot="copies",
        )

    def _on_refused(self, error: IntakeError) -> None:
        said = self.texts.error(error)
        self.sure.show_error(f"{said.sentence}\n{said.remedy}")

    # --- afterwards -------------------------------------------------------------------------

    def _on_wanted(self, hers: bool) -> None:
        number, case = self._done_number, self._number if hers else ""
        self._session.ask(
            lambda desk, _p: desk.erasing.certificate(number, case),
            self._on_paper,
            by=self,
        )

    def _on_paper(self, file: "NamedBytes") -> None:
        save_file(self._session, self, file)

    def _on_back(self) -> None:
        self._session.go("case", case=self.case)
