"""One case: who it is about, and its tabs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import ConsentMissing, IntakeError
from ui.screens.case.alike_line import AlikeLine
from ui.screens.case.handing_over import hand_over
from ui.screens.case.interviews import Interviews
from ui.screens.case.joining import JoinSheet
from ui.screens.case.match_only import MatchOnly
from ui.screens.case.overview import Overview
from ui.screens.case.tab import CaseTab
from ui.screens.case.tabs import OWN, TABS, WIDE, OwnTabs
from ui.screens.case.timeline import Timeline
from ui.session import Fact, Question, Session
from ui.widgets import Button, Column, Page, Sheet, icon_button, row, words
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.history import open_history
from ui.widgets.paper import print_pdf
from ui.widgets.stack import PageStack
from ui.widgets.tab_order import settle_tabs
from ui.widgets.who_line import WhoLine

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import (
        CaseLine,
        CaseOverview,
        ConflictHead,
        ConflictView,
        FormLine,
        NamedBytes,
    )
    from intake.desk.views.joint import HandoverView

_COUNTED = {"entity-interview": "interviews", "entity-suspect": "suspects", "entity-posting": "postings", "entity-evidence": "evidence"}  # fmt: skip
_TOPICS = {"escrow", "case", "person", "interview", "answer", "note", "consent", "task", "posting", "identifier", "link", "handover", "handover_answer"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the case shows but its timeline."""

    overview: "CaseOverview"
    conflicts: "tuple[ConflictView, ...]"
    forms: "tuple[FormLine, ...]"
    joined: "tuple[CaseLine, ...]"
    handovers: "tuple[HandoverView, ...]"
    sees: bool  # whether her role sees content at all
    hidden: bool  # not even in an emergency just now


def look(desk: "Desk", case: str) -> Look:
    """Ask the desk for a case."""
    sees = desk.roles.mine().sees_content
    return Look(
        desk.cases.overview(case),
        desk.records.conflicts(case),
        desk.interviews.forms(),
        desk.joining.joined(case),
        desk.handovers.of_case(case),
        sees,
        not sees and not desk.roles.glass_left(case),
    )


class Case(Page):
    """Shows one case."""

    def __init__(self, session: Session) -> None:
        """Stand empty until a place names a case."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self.case, self._unfinished = "", ""
        self._look: Look | None = None
        self._open = False  # whether the tabs may ask; known with the first look
        self._carried: Mapping[str, Fact] = {}
        self._who = WhoLine(self._texts)
        says = self._texts
        self.rename = icon_button("pencil", says("case-rename"), self._on_rename)
        self.go_on = Button(says("case-continue"), "primary", icon="message-square")
        self.go_on.on(self._on_go_on)
        # an icon: beside words of its own the marks of a minor and of consent would be cut off
        self.make_paper = icon_button("file-plus", says("case-make-paper"), self._on_paper)  # fmt: skip
        self._make_header()
        self.alike = AlikeLine(session, says("alike-show-overview"))
        self.match_only = MatchOnly(session)
        self.overview = Overview(says, self.alike, self.match_only)
        self.timeline = Timeline(says)
        self.interviews = Interviews(says)
        self.own = OwnTabs(session, self._counting)
        self._pages, self._tabs = PageStack(), self._make_tabs()
        self._stand()
        self._listen()

    # --- arriving ----------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``case`` names the one to show, ``tab`` where to begin."""
        wanted = str(facts.get("case", "")) or self.case
        if wanted != self.case:
            self.case = wanted
            self._open = self._open and self._look is not None and self._look.sees
            self._session.do(lambda desk, _p: desk.finder.opened(wanted), by=self)
            self.show_tab("overview")
        if facts.get("tab") in TABS:
            self.show_tab(str(facts["tab"]))
        self._carried = facts
        self._arrive(self._own_shown())
        self._ask()

    @override
    def flush(self) -> None:
        for tab in self.own.values():
            tab.flush()

    @override
    def act(self, action: str) -> bool:
        """F7 opens the consents of this case, Ctrl+M who is alike; the rest is the shown tab's."""
        if action == "consent" and self.case:
            self._session.go("consent", case=self.case)
            return True
        if action == "matches" and self.case and self._open:
            self._session.go("people", case=self.case)
            return True
        own = self._own_shown()
        return own is not None and own.act(action)

    def show_tab(self, name: str) -> None:
        """Show one of the tabs."""
        left = self._own_shown()
        if left is not None:
            left.flush()
        for tab, button in self._tabs.items():
            button.setChecked(tab == name)
        self._pages.setCurrentIndex(TABS.index(name))
        if name == "timeline":
            self._ask_timeline()
        self._arrive(self.own[name] if name in OWN else None)
        settle_tabs(self)

    def _arrive(self, own: CaseTab | None) -> None:
        """Let a tab ask, unless nothing of the case may be seen; what was carried is its own."""
        if own is None or not self.case or not self._open:
            return
        own.arrive(self.case)
        facts, self._carried = self._carried, {}
        own.act_on(facts)

    def _own_shown(self) -> CaseTab | None:
        return next((self.own[n] for n in OWN if self._tabs[n].isChecked()), None)

    def _ask(self) -> None:
        case = self.case
        self._session.ask(
            lambda desk, _progress: look(desk, case),
            self._on_look,
            by=self,
            slot="look",
        )
        if self._tabs["timeline"].isChecked():
            self._ask_timeline()
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_timeline(self) -> None:
        case, kind = self.case, self.timeline.kind
        self._session.ask(
            lambda desk, _progress: desk.cases.timeline(case, kind),
            self.timeline.show_lines,
            by=self,
            slot="timeline",
        )

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self._ask()
        own = self._own_shown()
        if self._open and own is not None and own is not by and topics & own.topics:
            own.arrive(self.case)

    def _counting(self, name: str) -> Callable[[int], None]:
        def show(count: int) -> None:
            said = self._texts(f"case-{name}")
            named = self._texts("case-tab-count", name=said, count=count)
            self._tabs[name].setText(named if count else said)

        return show

    def _on_look(self, found: Look) -> None:
        self._look, says = found, self._texts
        self._show_veil(hidden=found.hidden)
        if found.hidden:
            self.alike.hide()
            self.match_only.hide()
        elif self._tabs["overview"].isChecked():
            self.alike.show_case(self.case)
            self.match_only.show_case(self.case)
        case = found.overview
        cases = (says("rail-cases"), lambda: self._session.go("cases"))
        self._who.show_crumbs((cases, (case.header.number, None)))
        self._who.show_header(case.header)
        self.overview.show_case(
            case, found.conflicts, found.joined, found.handovers, hidden=found.hidden
        )
        self.interviews.show_interviews(case.interviews, found.forms)
        for line in case.counts:
            if line.label_id in _COUNTED:
                self._counting(_COUNTED[line.label_id])(line.count)
        open_ = [one.id for one in case.interviews if one.state != "finished"]
        self._unfinished = open_[0] if open_ else ""
        said = says("case-continue" if open_ else "case-begin")
        self.go_on.setText(said)
        self.go_on.setAccessibleName(said)
        settle_tabs(self)

    def _show_veil(self, *, hidden: bool) -> None:
        """Leave only what a role without content can use (IT, auditors)."""
        first, self._open = not self._open and not hidden, not hidden
        for thing in (self.rename, self.make_paper, self.go_on, *self._tabs.values()):  # fmt: skip
            thing.setVisible(not hidden)
        if hidden:
            self.show_tab("overview")
        elif first:
            self._arrive(self._own_shown())

    # --- what the person does --------------------------------------------------------------

    def _on_go_on(self) -> None:
        if self._unfinished:
            self._session.go("interview", interview=self._unfinished)
        else:
            self.show_tab("interviews")

    def _on_paper(self) -> None:
        self._session.go("papers", about_kind="CASE", about=self.case)

    def _on_begun(self, form: str) -> None:
        case = self.case
        self._session.do(
            lambda desk, _progress: desk.interviews.begin(case, form),
            lambda interview: self._session.go("interview", interview=interview),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        self._session.refuse(error)
        if isinstance(error, ConsentMissing):
            self._session.go("consent", case=self.case)

    def _on_printed(self, interview: str) -> None:
        self._session.do(
            lambda desk, _progress: desk.interviews.printout(interview),
            self._on_printout,
            by=self,
        )

    def _on_printout(self, paper: "NamedBytes") -> None:
        if print_pdf(self, paper.data):
            self._session.toast(self._texts("shell-printed"))

    def _on_chosen(self, conflict: "ConflictView", head: "ConflictHead") -> None:
        def settle(desk: "Desk", _progress: object) -> None:
            said = desk.records.history(conflict.entity, conflict.id)
            value = next(word.value for word in said if word.ref == head.ref)
            desk.records.settle(conflict.entity, conflict.id, conflict.field, value)

        self._session.do(settle, lambda _none: self._on_settled(), by=self)

    def _on_settled(self) -> None:
        self._session.toast(self._texts("case-settled"))
        self._ask()

    def _on_history(self) -> None:
        case = self.case
        open_history(
            self._session, self.window(), lambda desk: desk.history.of_case(case)
        )

    def _on_join(self) -> None:
        sheet = JoinSheet(self.window(), self._session, self.case)
        sheet.chosen.connect(self._on_join_chosen)
        sheet.open_sheet(sheet.field.line)

    def _on_join_chosen(self, line: "CaseLine") -> None:
        says, case = self._texts, self.case
        name = f"{line.alias} {line.number}".strip()

        def join() -> None:
            self._session.do(
                lambda desk, _p: desk.joining.join(case, line.id),
                lambda _none: self._told("whole-joined"),
                by=self,
            )

        self._session.question(
            Question(
                title=says("whole-join"),
                body=says("whole-join-question", name=name),
                yes=says("whole-join-yes"),
                no=says("shell-cancel"),
                act=join,
            )
        )

    def _on_part(self) -> None:
        case = self.case
        self._session.do(
            lambda desk, _p: desk.joining.part(case),
            lambda _none: self._told("whole-parted"),
            by=self,
        )

    def _told(self, text_id: str) -> None:
        self._session.toast(self._texts(text_id))
        self._ask()

    def _on_rename(self) -> None:
        says, look_ = self._texts, self._look
        field = Field(says("gate-alias"), says("gate-alias-help"))
        field.set_text(look_.overview.header.alias if look_ else "")
        save, no = Button(says("case-rename-save"), "primary"), Button(says("shell-cancel"))  # fmt: skip
        sheet = Sheet(self.window(), words(says("case-rename"), "heading"), field, row(None, no, save))  # fmt: skip
        sheet.setAccessibleName(says("case-rename"))

        def keep() -> None:
            case, alias = self.case, field.text()
            self._session.do(lambda desk, _p: desk.cases.rename(case, alias), lambda _none: self._ask(), by=self)  # fmt: skip
            sheet.close_sheet()

        save.on(keep)
        no.on(sheet.close_sheet)
        field.submitted.connect(keep)
        sheet.open_sheet(field.line)

    # --- building ---------------------------------------------------------------------------

    def _make_header(self) -> None:
        self._who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # fmt: skip
        self._head = self.set_header(self._who, self.rename, self.make_paper, self.go_on, height=76)  # fmt: skip

    def _make_tabs(self) -> dict[str, Button]:
        made: dict[str, Button] = {}
        for name in TABS:
            made[name] = Button(self._texts(f"case-{name}"), "tab")
            made[name].setCheckable(True)
            made[name].on(self._showing(name))
        return made

    def _showing(self, name: str) -> Callable[[], None]:
        return lambda: self.show_tab(name)

    def _stand(self) -> None:
        bar = QWidget()
        bar.setObjectName("header")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = QVBoxLayout(bar)
        tabs.setContentsMargins(14, 0, 14, 0)
        tabs.addWidget(
            flowing(*self._tabs.values(), gap=0)
        )  # in English they take two lines
        self._head.setProperty("joined", "true")
        self._box.addWidget(bar)
        wide = QWidget()
        inner = QVBoxLayout(wide)
        inner.setContentsMargins(24, 16, 24, 0)
        inner.addWidget(self.timeline)
        pages: dict[str, QWidget] = {
            "overview": Column(self.overview, width=WIDE),
            "timeline": wide,
            "interviews": Column(self.interviews, width=WIDE),
        }
        for name in TABS:
            self._pages.addWidget(pages.get(name) or self.own.place(name))
        self.set_body(self._pages)

    def _listen(self) -> None:
        self.timeline.wanted.connect(lambda _kind: self._ask_timeline())
        self.overview.chosen.connect(self._on_chosen)
        self.overview.history_wanted.connect(self._on_history)
        self.overview.join_wanted.connect(self._on_join)
        self.overview.part_wanted.connect(self._on_part)
        self.overview.case_wanted.connect(lambda one: self._session.go("case", case=one))  # fmt: skip
        self.overview.erase_wanted.connect(lambda: self._session.go("erasing", case=self.case))  # fmt: skip
        self.overview.handover_wanted.connect(lambda one: self._session.go("notices", handover=one))  # fmt: skip
        self.overview.over_wanted.connect(lambda: hand_over(self._session, self, self.case, self._told))  # fmt: skip
        self.overview.side_by_side.connect(lambda: self._session.go("conflicts", case=self.case))  # fmt: skip
        self.interviews.opened.connect(
            lambda one: self._session.go("interview", interview=one)
        )
        self.interviews.printed.connect(self._on_printed)
        self.interviews.begun.connect(self._on_begun)
        self._session.touched.connect(self._on_touched)
