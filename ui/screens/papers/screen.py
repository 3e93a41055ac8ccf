"""The page 문서: a kind on the left, its data on the right, how it would look in the middle.

* Nothing is kept until it is issued; what was issued lies in the register on the left.
* What the desk refuses to show (nobody agreed, somebody sits here) is one sentence, and nothing
  of an older draft stays beside it.
* A paper that found no place keeps its bytes in memory until one is chosen, or until the lock.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import ConsentMissing, IntakeError, NotThisStep
from ui.jobs import Job, Lane
from ui.screens.papers.about import AboutSheet
from ui.screens.papers.cards import (
    entry_card,
    figures_card,
    issued_card,
    unstored_card,
    verified_card,
)
from ui.screens.papers.drafting import Drafting
from ui.screens.papers.fields import DataList
from ui.screens.papers.issuing import IssueSheet, Made, Wish, issue, written
from ui.screens.papers.pane import ISSUED, MAKE, PapersPane
from ui.screens.papers.reading import About, Offer, about_of, offer
from ui.session import Fact, Session
from ui.widgets import (
    Button,
    Column,
    EmptyState,
    Page,
    ProgressLine,
    icon_button,
    row,
    words,
)
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.paper import print_pdf
from ui.widgets.paper_view import PaperView
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box
from ui.widgets.window_action import run_action

if TYPE_CHECKING:
    from intake.desk.views.figures import FrozenLine
    from intake.desk.views.papers import (
        IssuedLine,
        PaperChoice,
        PaperPlan,
        PaperPreview,
        VerifiedView,
    )

_TOPICS = {"issued_paper", "figure", "case", "consent", "link", "posting", "deletion_action", "trial"}  # fmt: skip
_WIDE, _SIDE = 760, 320


class Papers(Page):
    """Choosing, looking, issuing; and what was issued."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self._offer, self._wish = Offer(), ("", "")  # kind and id of what it is about
        self.choice: PaperChoice | None = None
        self._entry = ""  # the line of the register that is shown
        self._folder: Path | None = None
        self.unstored: list[Made] = []
        self._issuing: Job[Made] | None = None
        self.pane = self.list_pane = PapersPane(self._texts)
        self.data = DataList(self._texts)
        self._ground = self.side = self._make_side()
        self.view, self.progress = PaperView(self._texts), ProgressLine(self._texts)
        self.drafting = Drafting(session, self.view, self.progress, self._plan)
        self._make_header()
        self._make_body()
        self._listen()
        self._say("papers-pick")

    # --- arriving ------------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``kind``, ``about_kind``, ``about``, ``first``, ``last``: what is to be made."""
        told = {name: str(facts.get(name, "")) for name in ("kind", "about_kind", "about", "first", "last")}  # fmt: skip
        paper = str(facts.get("paper", ""))
        self._session.ask(
            offer,
            lambda found: self._on_offer(found, told, paper),
            by=self,
            slot="offer",
        )

    def _on_offer(self, found: Offer, told: Mapping[str, str], paper: str = "") -> None:
        self._offer = found
        self.pane.show_offer(found)
        line = next((one for one in found.issued if one.id == paper), None)
        if line is not None:
            self.show_entry(line)
        elif told["about_kind"] or told["kind"]:
            self._begin_with(told)
        elif not found.sees:
            self._say("papers-register-only", icon="file-text")
        elif self.choice is not None:
            self._ask_about()

    def _begin_with(self, told: Mapping[str, str]) -> None:
        self._wish = (told["about_kind"], told["about"])
        self.pane.show_tab(MAKE)
        self.data.set_period(told["first"], told["last"])
        if told["kind"] in self.pane.kinds:
            self.choose(told["kind"])
        else:
            self._leave_draft()
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
        self.choice, self._entry = choice, ""
        kind = self._wish[0] if self._wish[0] in choice.abouts else choice.abouts[0]
        if kind != self._wish[0]:
            self._wish = (kind, "")
        self.pane.mark(code)
        self._title.setText(choice.label)
        self.drafting.forget()
        self.data.said.clear()
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
        if (about.kind, about.id) not in {self._wish, (self._wish[0], "")} or not self.choice:  # fmt: skip
            return
        self.data.show_about(about)
        self._redraw(at_once=True)

    def _on_about_kind(self, kind: str) -> None:
        if self.choice is not None and kind != self._wish[0]:
            self._wish = (kind, "")
            self.drafting.forget()
            self.data.said.clear()
            self._ask_about()

    def _on_choose_about(self) -> None:
        sheet = AboutSheet(self.window(), self._session, self._wish[0])
        sheet.chosen.connect(self._on_about_chosen)
        sheet.open_sheet(sheet.field.line)

    def _on_about_chosen(self, about: str) -> None:
        self._wish = (self._wish[0], about)
        self.drafting.forget()
        self._ask_about()

    # --- the draft -----------------------------------------------------------------------

    def _plan(self) -> "PaperPlan | None":
        return None if self.data.hindered() else self.data.plan()

    def _redraw(self, *, at_once: bool) -> None:
        why = self.data.hindered()
        self._show_acts()
        if why:
            self.drafting.forget()
            self.data.said.clear()
            self._say_hindered(why)
            return
        self._show(self._paper)
        self._show_top()
        if at_once:
            self.drafting.begin()
        else:
            self.drafting.later()

    def _on_drawn(self, preview: "PaperPreview") -> None:
        self.data.show_preview(preview)
        lacks = len(set(preview.missing)) + len(set(preview.warnings))
        self._lacks.setText(self._texts("papers-lacks", count=lacks))
        self._lacks.setAccessibleName(self._texts("papers-lacks", count=lacks))
        self._lacks.setProperty("count", len(set(preview.missing)))
        self._lacks.setVisible(bool(lacks))
        self._show_acts()
        settle_tabs(self)

    def _on_draft_refused(self, error: IntakeError) -> None:
        self._show_acts()
        self.data.said.clear()
        if isinstance(error, NotThisStep) and error.facts.get("state") == "OPEN":
            self._say("papers-quiet", icon="message-square")
        elif isinstance(error, ConsentMissing):
            consents = self._to_consents() if self.data.about.kind == "CASE" else None
            self._say("papers-nobody-agreed", action=consents, icon="scale")
        else:
            told = self._texts.error(error)
            self._say_words(f"{told.sentence} {told.remedy}")

    def _on_draft_stopped(self) -> None:
        again = Button(self._texts("papers-draw-again"), icon="refresh-cw").on(self.drafting.begin)  # fmt: skip
        self._say("papers-stopped", action=again)

    def _to_consents(self) -> Button:
        case = self.data.about.id
        return Button(self._texts("papers-see-consents")).on(lambda: self._session.go("case", case=case, tab="consents"))  # fmt: skip

    def _say_hindered(self, why: str) -> None:
        action = None
        if why in {"papers-needs-case", "papers-needs-profile"}:
            action = Button(self._texts("papers-choose"), "primary", icon="search", name=self._texts(f"papers-choose-{self._wish[0].lower()}")).on(self._on_choose_about)  # fmt: skip
        elif why in {"papers-needs-court", "papers-no-day"}:
            field = "court" if why == "papers-needs-court" else "first"
            action = Button(self._texts("papers-fill-data"), "primary").on(lambda: self.go_to_field(field))  # fmt: skip
        self._say(why, action=action, icon="message-square" if why == "papers-quiet" else "file-text")  # fmt: skip

    def go_to_field(self, name: str) -> None:
        """Show the data list where it is closed, and put the keyboard into a field."""
        if not self._ground.isVisible():
            run_action(self, "side")
        self.data.focus_field(name)

    # --- issuing -------------------------------------------------------------------------

    def _on_issue(self) -> None:
        choice = self.choice
        if choice is None or not self.drafting.data or self.data.hindered():
            return
        plan = self.data.plan()
        lacks = int(self._lacks.property("count") or 0)
        sheet = IssueSheet(self.window(), self._texts, choice.label, lacks, self._folder, lambda wish: self._issue(sheet, plan, wish))  # fmt: skip
        sheet.ask()

    def _issue(self, sheet: IssueSheet, plan: "PaperPlan", wish: Wish) -> None:
        self._folder = wish.folder

        def refused(error: IntakeError) -> None:
            told = self._texts.error(error)
            sheet.refuse(f"{told.sentence} {told.remedy}")

        def done(made: Made) -> None:
            sheet.passphrase.clear()
            sheet.close_sheet()
            self._on_issued(made)

        self._issuing = self._session.do(
            lambda desk, progress: issue(desk, plan, wish, progress),
            done,
            by=sheet,
            lane=Lane.CARRY,
            watch=sheet.progress.step,
            otherwise=refused,
            stopped=lambda: sheet.be_busy(busy=False),
        )
        sheet.progress.begin(self._texts("papers-issuing"), self._issuing.cancel)

    def _on_issued(self, made: Made) -> None:
        if made.place is None:
            self.unstored.append(made)
        self.choice = None
        self.pane.mark()
        self._lacks.hide()
        self.data.said.clear()
        self._show_issued(made)
        self._ask_register()

    def _show_issued(self, made: Made) -> None:
        self._title.setText(made.line.kind_label)
        self._show_side(fields=False)
        acts: list[tuple[str, str, Callable[[], object]]] = []
        if made.place is not None:
            acts.append(("papers-open-folder", "folder-open", lambda: self._open_folder(made)))  # fmt: skip
        else:
            acts.append(("papers-store-elsewhere", "folder-open", lambda: self._store(made)))  # fmt: skip
        acts.append(("papers-print", "printer", lambda: self._print(made)))
        acts.append(("papers-next", "file-plus", self._on_next))
        self._show_top(issued_card(self._texts, made, acts))
        self._show(self._paper)
        self.drafting.show(made.data)
        self._show_acts()

    def _store(self, made: Made) -> None:
        """Write a paper that found no place into another one."""
        chosen = QFileDialog.getExistingDirectory(self, self._texts("papers-place"), str(Path.home()))  # fmt: skip
        if not chosen:
            return
        self._session.ask(
            lambda _desk, _progress: written(made, Path(chosen)),
            lambda again: self._on_stored(made, again),
            by=self,
            slot="store",
            lane=Lane.OUTSIDE,
        )

    def _on_stored(self, before: Made, made: Made) -> None:
        if made.place is None:
            if made.why is not None:
                self._session.refuse(made.why)
            return
        self.unstored = [one for one in self.unstored if one is not before]
        self._folder = made.place.parent
        self._session.toast(self._texts("shell-saved-file", name=made.place.name))
        if self.choice is None and self.drafting.data is before.data:
            self._show_issued(made)
        else:
            self._show_top()

    def _open_folder(self, made: Made) -> None:
        if made.place is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.place.parent)))

    def _print(self, made: Made) -> None:
        if print_pdf(self, made.data):
            self._session.toast(self._texts("shell-printed"))

    def _on_next(self) -> None:
        self.pane.show_tab(MAKE)
        self._leave_draft()
        self._say("papers-pick")
        first = next(iter(self.pane.kinds.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the register --------------------------------------------------------------------

    def show_entry(self, line: "IssuedLine") -> None:
        """Show one line of the register, with its numbers then and now."""
        self._leave_draft()
        self._entry = line.id
        self.pane.show_tab(ISSUED)
        self._title.setText(line.kind_label)
        self._show_cards(self._entry_card(line))
        if self._offer.sees and line.figures:
            self._session.ask(
                lambda desk, _progress: desk.figures.frozen(paper=line.id),
                lambda found: self._on_frozen(line, found),
                by=self,
                slot="frozen",
                lane=Lane.BULK,
                otherwise=lambda _error: None,
            )

    def _on_frozen(self, line: "IssuedLine", found: "tuple[FrozenLine, ...]") -> None:
        if found and self._entry == line.id:
            self._show_cards(self._entry_card(line), figures_card(self._texts, found))

    def _entry_card(self, line: "IssuedLine") -> QWidget:
        acts: list[tuple[str, str, Callable[[], object]]] = []
        if self._offer.sees:
            acts.append(("papers-again", "file-plus", lambda: self._again(line)))
            if line.state != "VOID":
                acts.append(("papers-void-act", "ban", lambda: self._on_void(line)))
        return entry_card(self._texts, line, acts)

    def _again(self, line: "IssuedLine") -> None:
        self._wish = (line.about_kind, line.about)
        self.pane.show_tab(MAKE)
        self.choose(line.kind)

    def _on_void(self, line: "IssuedLine") -> None:
        says = self._texts

        def keep(said: Said) -> None:
            self._session.do(
                lambda desk, _progress: desk.papers.void(line.id, said["reason"]),
                lambda _none: self._on_voided(line.id),
                by=self,
            )

        sheet = FormSheet(self.window(), says, says("papers-void-title", number=line.number), says("papers-void-act"), keep)  # fmt: skip
        sheet.put(words(says("papers-void-body")))
        sheet.choices("reason", says("papers-void-reason"), code_choices(says.language, "void_reason"), needed=True)  # fmt: skip
        sheet.ask()

    def _on_voided(self, paper: str) -> None:
        self._session.toast(self._texts("papers-voided"))
        self._session.ask(offer, lambda found: self._on_offer(found, _NOTHING, paper), by=self, slot="offer")  # fmt: skip

    def _ask_register(self) -> None:
        def show(found: Offer) -> None:
            self._offer = found
            self.pane.show_offer(found)

        self._session.ask(offer, show, by=self, slot="offer")

    # --- a file that was brought ---------------------------------------------------------

    def _on_bring(self) -> None:
        title = self._texts("papers-bring")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "PDF (*.pdf)")
        if chosen:
            self.verify(Path(chosen))

    def verify(self, file: Path) -> None:
        """Say who sealed a file, whether it is intact, and what its numbers are now."""
        self._leave_draft()

        def refused(error: IntakeError) -> None:
            self.progress.end()
            told = self._texts.error(error)
            self._say_words(f"{told.sentence} {told.remedy}")

        job = self._session.ask(
            lambda desk, _progress: desk.papers.verify(file),
            lambda found: self._on_verified(file, found),
            by=self,
            slot="verify",
            lane=Lane.BULK,
            otherwise=refused,
            stopped=self.progress.end,
        )
        self.progress.begin(self._texts("papers-verifying"), job.cancel)

    def _on_verified(self, file: Path, found: "VerifiedView") -> None:
        self.progress.end()
        self._title.setText(self._texts("papers-verified-title"))
        cards = [verified_card(self._texts, file, found)]
        if found.figures:
            cards.append(figures_card(self._texts, found.figures))
        self._show_cards(*cards)

    # --- showing -------------------------------------------------------------------------

    def _leave_draft(self) -> None:
        self.choice, self._entry = None, ""
        self.pane.mark()
        self.drafting.forget()
        self.data.said.clear()
        self._lacks.hide()
        self._title.setText(self._texts("rail-papers"))
        self._show_side(fields=False)
        self._show_acts()

    def _say(self, text_id: str, *, action: Button | None = None, icon: str = "file-text") -> None:  # fmt: skip
        self._say_words(self._texts(text_id), action, icon)

    def _say_words(self, sentence: str, action: Button | None = None, icon: str = "file-text") -> None:  # fmt: skip
        empty_box(self._empty_box)
        self._lacks.hide()
        for made in self.unstored:
            self._empty_box.addWidget(self._unstored(made))
        self._empty_box.addWidget(EmptyState(sentence, action, icon), 1)
        self._show(self._empty)
        settle_tabs(self)

    def _show_cards(self, *cards: QWidget) -> None:
        empty_box(self._cards)
        for made in self.unstored:
            self._cards.addWidget(self._unstored(made))
        for card in cards:
            self._cards.addWidget(card)
        self._show(self._column)
        settle_tabs(self)

    def _show_top(self, card: QWidget | None = None) -> None:
        empty_box(self._top)
        if card is not None:
            self._top.addWidget(card)
        else:
            for made in self.unstored:
                self._top.addWidget(self._unstored(made))
        settle_tabs(self)

    def _unstored(self, made: Made) -> QWidget:
        return unstored_card(self._texts, made, lambda: self._store(made))

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def _show_acts(self) -> None:
        """Offer issuing where there is a draft that may be issued."""
        drafting = self.choice is not None
        self.issue_button.setVisible(drafting)
        self.issue_button.setEnabled(drafting and bool(self.drafting.data) and not self.data.hindered())  # fmt: skip
        self.open_data.setVisible(drafting)

    def _show_side(self, *, fields: bool) -> None:
        self._fields.setVisible(fields)
        self._side_hint.setVisible(not fields)

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
        self._fields = Column(self.data, None, width=_SIDE)
        self._side_hint = EmptyState(self._texts("papers-side-hint"), icon="list-checks")  # fmt: skip
        box.addWidget(self._fields, 1)
        box.addWidget(self._side_hint, 1)
        self._fields.hide()
        return side

    def _make_body(self) -> None:
        self._pages, self._empty, self._paper = QStackedWidget(), QWidget(), QWidget()
        self._empty_box = QVBoxLayout(self._empty)
        self._empty_box.setContentsMargins(24, 20, 24, 20)
        self._top, self._cards = QVBoxLayout(), QVBoxLayout()
        self._cards.setSpacing(16)
        self._lacks = Button("", "chip", icon="circle-alert").on(self._on_lacks)
        self._lacks.hide()
        inner = QVBoxLayout(self._paper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for line in (self._top, row(self._lacks, None)):
            line.setContentsMargins(24, 12, 24, 0)
            inner.addLayout(line)
        inner.addWidget(self.view, 1)
        self._column = Column(width=_WIDE)
        self._column.body.addLayout(self._cards)
        self._column.body.addStretch(1)
        for page in (self._empty, self._paper, self._column):
            self._pages.addWidget(page)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        over = row(self.progress)
        over.setContentsMargins(24, 0, 24, 0)
        box.addLayout(over)
        box.addWidget(self._pages, 1)
        self.set_body(holder)

    def _on_lacks(self) -> None:
        if not self._ground.isVisible():
            run_action(self, "side")
        self._fields.ensureWidgetVisible(self.data.said)

    def _listen(self) -> None:
        self.pane.kind_chosen.connect(self.choose)
        self.pane.opened.connect(self.show_entry)
        self.pane.brought.connect(self._on_bring)
        self.data.about_wanted.connect(self._on_choose_about)
        self.data.about_kind.connect(self._on_about_kind)
        self.data.changed.connect(lambda at_once: self._redraw(at_once=at_once))
        self.drafting.drawn.connect(self._on_drawn)
        self.drafting.refused.connect(self._on_draft_refused)
        self.drafting.stopped.connect(self._on_draft_stopped)
        self._session.touched.connect(self._on_touched)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if "interview" in topics:  # nothing of others beside the one who sits here
            self._be_quiet()
        if by is self or not self.isVisible():
            return
        if topics & {"issued_paper"}:
            self._ask_register()
        if topics & (_TOPICS - {"issued_paper", "figure"}) and self.choice is not None:
            self._ask_about()

    def _be_quiet(self) -> None:
        """Let go of every page that is shown; what may still be shown is asked anew."""
        if self.choice is None:
            if self.drafting.data:
                self._leave_draft()
                self._say("papers-pick")
            return
        self.drafting.forget()
        if self.isVisible():
            self._ask_about()


_NOTHING: Mapping[str, str] = dict.fromkeys(("kind", "about_kind", "about", "first", "last"), "")  # fmt: skip
