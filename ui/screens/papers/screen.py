"""The page 문서: a kind on the left, its data on the right, how it would look in the middle.

* Nothing is kept until it is issued; what was issued lies in the register on the left.
* What the desk refuses to show (nobody agreed, somebody sits here) is one sentence, and nothing
  of an older draft stays beside it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import ConsentMissing, IntakeError, NotThisStep
from ui.jobs import Lane
from ui.screens.papers.about import AboutSheet
from ui.screens.papers.cards import issued_card
from ui.screens.papers.drafting import Drafting
from ui.screens.papers.fields import DataList
from ui.screens.papers.issuing import IssueSheet, Made, Wish, issue
from ui.screens.papers.pane import ISSUED, MAKE, PapersPane
from ui.screens.papers.reading import About, Offer, about_of, offer
from ui.screens.papers.register import Register
from ui.screens.papers.stage import Stage
from ui.session import Fact, Session
from ui.widgets import Button, Column, EmptyState, Page, icon_button, row, words
from ui.widgets.paper import print_pdf
from ui.widgets.tab_order import settle_tabs
from ui.widgets.window_action import run_action

if TYPE_CHECKING:
    from intake.desk.views.papers import (
        IssuedLine,
        PaperChoice,
        PaperPlan,
        PaperPreview,
    )

_TOPICS = {"case", "consent", "link", "posting", "deletion_action", "trial", "evidence"}
_FACTS = ("kind", "about_kind", "about", "first", "last", "paper")
_SIDE = 320


class Papers(Page):
    """Choosing, looking, issuing; and what was issued."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self._offer, self._wish = Offer(), ("", "")  # kind and id of what it is about
        self.choice: PaperChoice | None = None
        self._folder: Path | None = None
        self.pane = self.list_pane = PapersPane(self._texts)
        self.data = DataList(self._texts)
        self._ground = self.side = self._make_side()
        self.stage = Stage(self._texts)
        self.view = self.stage.view
        self.drafting = Drafting(session, self.view, self.stage.progress, self._plan)
        self.register = Register(session, self.stage)
        self._missing = 0
        self._make_header()
        self.set_body(self.stage)
        self._listen()
        self._leave_draft()
        self._say("papers-pick")

    # --- arriving ------------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``kind``, ``about_kind``, ``about``, ``first``, ``last``: what is to be made.

        ``paper`` is one of the register.
        """
        told = {name: str(facts.get(name, "")) for name in _FACTS}
        self._session.ask(
            offer,
            lambda found: self._on_offer(found, told),
            by=self,
            slot="offer",
        )

    def _on_offer(self, found: Offer, told: Mapping[str, str]) -> None:
        self._offer = found
        self.pane.show_offer(found)
        line = next((one for one in found.issued if one.id == told["paper"]), None)
        if line is not None:
            self.show_entry(line)
        elif told["about_kind"] or told["kind"]:
            self._begin_with(told)
        elif not found.sees and not self.register.entry:
            self._say("papers-register-only")
        elif self.choice is not None:
            self._ask_about()

    def _begin_with(self, told: Mapping[str, str]) -> None:
        self._wish = (told["about_kind"], told["about"])
        self.pane.show_tab(MAKE)
        self.data.set_period(told["first"], told["last"])
        if told["kind"] in self.pane.kinds:
            self.choose(told["kind"])
            return
        self._leave_draft()
        self._wish = (told["about_kind"], told["about"])
        self._say(f"papers-pick-{told['about_kind'].lower() or 'center'}")
        first = next((one for one in self._offer.kinds if told["about_kind"] in one.abouts), None)  # fmt: skip
        if first is not None:
            self.pane.kinds[first.code].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- choosing ------------------------------------------------------------------------

    def choose(self, code: str) -> None:
        """Begin a paper of a kind, about what was chosen before where that fits."""
        choice = next((one for one in self._offer.kinds if one.code == code), None)
        if choice is None:
            return
        self.choice = choice
        self.register.leave()
        kind = self._wish[0] if self._wish[0] in choice.abouts else choice.abouts[0]
        if kind != self._wish[0]:
            self._wish = (kind, "")
        self.pane.mark(code)
        self._title.setText(choice.label)
        self._forget()
        self.data.show_choice(choice, kind)
        self._show_side(fields=True)
        self._ask_about()

    def _ask_about(self) -> None:
        if self.choice is None:
            return
        code, (kind, about) = self.choice.code, self._wish
        self._session.ask(
            lambda desk, _progress: about_of(desk, code, kind, about),
            self._on_about,
            by=self,
            slot="about",
            lane=Lane.BULK,
        )

    def _on_about(self, about: About) -> None:
        if self.choice is not None and about.kind == self._wish[0]:
            self.data.show_about(about)
            settle_tabs(self._ground)
            self._redraw(at_once=True)

    def _on_about_kind(self, kind: str) -> None:
        if self.choice is not None and kind != self._wish[0]:
            self._wish = (kind, "")
            self._forget()
            self._ask_about()

    def _on_choose_about(self) -> None:
        sheet = AboutSheet(self.window(), self._session, self._wish[0])
        sheet.chosen.connect(self._on_about_chosen)
        sheet.open_sheet(sheet.field.line)

    def _on_about_chosen(self, about: str) -> None:
        self._wish = (self._wish[0], about)
        self._forget()
        self._ask_about()

    # --- the draft -----------------------------------------------------------------------

    def _plan(self) -> "PaperPlan | None":
        return None if self.data.hindered() else self.data.plan()

    def _redraw(self, *, at_once: bool) -> None:
        why = self.data.hindered()
        if why:
            self._forget()
            self._say_hindered(why)
            return
        self.stage.show_paper()
        if at_once:
            self.drafting.begin()
        else:
            self.drafting.later()
        self._show_acts()

    def _on_drawn(self, preview: "PaperPreview") -> None:
        self.data.show_preview(preview)
        self._missing = len(set(preview.missing))
        self.stage.show_lacks(self._missing + len(set(preview.warnings)))
        settle_tabs(self._ground)
        self._show_acts()

    def _on_draft_refused(self, error: IntakeError) -> None:
        self._forget()
        if isinstance(error, NotThisStep) and error.facts.get("state") == "OPEN":
            self._say("papers-quiet", icon="message-square")
        elif isinstance(error, ConsentMissing):
            consents = self._to_consents() if self.data.about.kind == "CASE" else None
            self._say("papers-nobody-agreed", action=consents, icon="scale")
        else:
            told = self._texts.error(error)
            self.stage.say(f"{told.sentence} {told.remedy}")

    def _on_draft_stopped(self) -> None:
        again = Button(self._texts("papers-draw-again"), icon="refresh-cw")
        self._say("papers-stopped", action=again.on(lambda: self._redraw(at_once=True)))

    def _to_consents(self) -> Button:
        case = self.data.about.id
        return Button(self._texts("papers-see-consents")).on(lambda: self._session.go("case", case=case, tab="consents"))  # fmt: skip

    def _say_hindered(self, why: str) -> None:
        action, says = None, self._texts
        if why in {"papers-needs-case", "papers-needs-profile"}:
            name = says(f"papers-choose-{self._wish[0].lower()}")
            action = Button(name, "primary", icon="search").on(self._on_choose_about)
        elif why in {"papers-needs-court", "papers-no-day"}:
            field = "court" if why == "papers-needs-court" else "first"
            action = Button(says("papers-fill-data"), "primary").on(lambda: self.go_to_field(field))  # fmt: skip
        self._say(why, action=action, icon="message-square" if why == "papers-quiet" else "file-text")  # fmt: skip

    def go_to_field(self, name: str) -> None:
        """Show the data list where it is closed, and put the keyboard into a field."""
        if not self._ground.isVisible():
            run_action(self, "side")
        self.data.focus_field(name)

    def _on_lacks(self) -> None:
        if not self._ground.isVisible():
            run_action(self, "side")
        self._fields.ensureWidgetVisible(self.data.said)

    # --- issuing -------------------------------------------------------------------------

    def _on_issue(self) -> None:
        choice = self.choice
        if choice is None or not self.drafting.data or self.data.hindered():
            return
        plan = self.data.plan()
        sheet = IssueSheet(self.window(), self._texts, choice.label, self._missing, self._folder, lambda wish: self._issue(sheet, plan, wish))  # fmt: skip
        sheet.ask()

    def _issue(self, sheet: IssueSheet, plan: "PaperPlan", wish: Wish) -> None:
        def refused(error: IntakeError) -> None:
            told = self._texts.error(error)
            sheet.refuse(f"{told.sentence} {told.remedy}")

        def done(made: Made) -> None:
            self._folder = wish.folder
            sheet.forget()
            sheet.close_sheet()
            self._on_issued(made)

        job = self._session.do(
            lambda desk, progress: issue(desk, plan, wish, progress),
            done,
            by=sheet,
            lane=Lane.CARRY,
            watch=sheet.progress.step,
            otherwise=refused,
            stopped=lambda: sheet.be_busy(busy=False),
        )
        sheet.progress.begin(self._texts("papers-issuing"), job.cancel)

    def _on_issued(self, made: Made) -> None:
        self._leave_draft()
        self._title.setText(made.line.kind_label)
        acts: list[tuple[str, str, Callable[[], object]]] = [
            ("papers-open-folder", "folder-open", lambda: _open_folder(made.place)),
        ]
        if made.data:
            acts.append(("papers-print", "printer", lambda: self._print(made)))
        acts.append(("papers-next", "file-plus", self._on_next))
        self.stage.show_paper(issued_card(self._texts, made, acts))
        if made.data:
            self.drafting.show(made.data)
        self._ask_register()

    def _print(self, made: Made) -> None:
        if print_pdf(self, made.data):
            self._session.toast(self._texts("shell-printed"))

    def _on_next(self) -> None:
        self.pane.show_tab(MAKE)
        self._leave_draft()
        self._say("papers-pick")
        self.pane.focus_first()

    # --- the register --------------------------------------------------------------------

    def show_entry(self, line: "IssuedLine") -> None:
        """Show one line of the register."""
        self._leave_draft()
        self.pane.show_tab(ISSUED)
        self._title.setText(line.kind_label)
        self.register.show_entry(line, sees=self._offer.sees)

    def _on_again(self, line: "IssuedLine") -> None:
        self._wish = (line.about_kind, line.about)
        self.pane.show_tab(MAKE)
        self.choose(line.kind)

    def _on_voided(self, paper: str) -> None:
        self._session.toast(self._texts("papers-voided"))
        self.show_place({"paper": paper})

    def _on_brought(self) -> None:
        file = self.register.bring()
        if file is not None:
            self._leave_draft()
            self._title.setText(self._texts("papers-verified-title"))
            self.register.verify(file)

    def _ask_register(self) -> None:
        def show(found: Offer) -> None:
            self._offer = found
            self.pane.show_offer(found)

        self._session.ask(offer, show, by=self, slot="offer")

    # --- showing -------------------------------------------------------------------------

    def _forget(self) -> None:
        """Let go of the draft and what was said of it."""
        self.drafting.forget()
        self.data.said.clear()
        self.stage.show_lacks(0)
        self._show_acts()

    def _leave_draft(self) -> None:
        self.choice = None
        self.register.leave()
        self.pane.mark()
        self._title.setText(self._texts("rail-papers"))
        self._show_side(fields=False)
        self._forget()

    def _say(self, text_id: str, *, action: Button | None = None, icon: str = "file-text") -> None:  # fmt: skip
        self.stage.say(self._texts(text_id), action, icon)

    def _show_acts(self) -> None:
        """Offer issuing where there is a draft that may be issued."""
        drafting = self.choice is not None
        ready = drafting and bool(self.drafting.data) and not self.data.hindered()
        self.issue_button.setVisible(drafting)
        self.issue_button.setEnabled(ready)
        self.open_data.setVisible(drafting)

    def _show_side(self, *, fields: bool) -> None:
        self._fields.setVisible(fields)
        self._side_hint.setVisible(not fields)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if "interview" in topics:  # nothing of others beside the one who sits here
            self._be_quiet()
        if by is self or not self.isVisible():
            return
        if "issued_paper" in topics and by is not self.register:
            self._ask_register()
        if topics & _TOPICS and self.choice is not None:
            self._ask_about()

    def _be_quiet(self) -> None:
        """Let go of every page that is shown; what may still be shown is asked anew."""
        if self.choice is not None:
            self._forget()
            self._say("papers-pick")
            if self.isVisible():
                self._ask_about()
        elif self.drafting.data or self.register.entry:
            self._leave_draft()
            self._say("papers-pick")

    # --- building ------------------------------------------------------------------------

    def _make_header(self) -> None:
        says = self._texts
        self._title = words(says("rail-papers"), "title", wrap=False)
        self._title.setMinimumWidth(40)
        self.open_data = icon_button("panel-right", says("papers-open-data"), lambda: run_action(self, "side"))  # fmt: skip
        self.issue_button = Button(says("papers-issue-open"), "primary", icon="file-check").on(self._on_issue)  # fmt: skip
        self.set_header(self._title, None, self.open_data, self.issue_button)

    def _make_side(self) -> QWidget:
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        says = self._texts
        shut = icon_button("x", says("papers-shut-data"), lambda: run_action(self, "side"))  # fmt: skip
        head = row(words(says("papers-data"), "heading", wrap=False), None, shut)
        self._fields = Column(head, self.data, None, width=_SIDE)
        self._side_hint = EmptyState(self._texts("papers-side-hint"), icon="list-checks")  # fmt: skip
        box.addWidget(self._fields, 1)
        box.addWidget(self._side_hint, 1)
        return side

    def _listen(self) -> None:
        self.pane.kind_chosen.connect(self.choose)
        self.pane.opened.connect(self.show_entry)
        self.pane.brought.connect(self._on_brought)
        self.data.about_wanted.connect(self._on_choose_about)
        self.data.about_kind.connect(self._on_about_kind)
        self.data.changed.connect(lambda at_once: self._redraw(at_once=at_once))
        self.drafting.drawn.connect(self._on_drawn)
        self.drafting.refused.connect(self._on_draft_refused)
        self.drafting.stopped.connect(self._on_draft_stopped)
        self.stage.lacks_wanted.connect(self._on_lacks)
        self.register.again.connect(self._on_again)
        self.register.voided.connect(self._on_voided)
        self._session.touched.connect(self._on_touched)


def _open_folder(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent)))
