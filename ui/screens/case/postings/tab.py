"""The tab 게시물·삭제: totals, who asks, paste bar, filters, the table, what is done with it.

* Every deed is one step: the word at the bottom offers to take it back, and Ctrl+Z does.
* Digits and Ctrl+V work wherever the focus is, except where something is typed.
* What this page does is touched like anything else; the screen then lets it arrive again.
"""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from typing_extensions import override

from intake.desk.views.deleting import PostingLine
from ui.screens.case.postings import deeds
from ui.screens.case.postings.gate import GateLine, RequesterSheet
from ui.screens.case.postings.leaving import Leaving
from ui.screens.case.postings.listing import Listing
from ui.screens.case.postings.marking import Marking
from ui.screens.case.postings.one import open_details
from ui.screens.case.postings.pasting import Pasting
from ui.screens.case.postings.totals import Totals
from ui.screens.case.tab import CaseTab
from ui.session import Session
from ui.widgets import Button
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk

_PLAIN_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class Postings(CaseTab):
    """The deletion ledger of one case."""

    name: ClassVar[str] = "postings"
    topics: ClassVar[frozenset[str]] = frozenset({"posting", "deletion_action", "person", "support_line", "leak", "material", "site"})  # fmt: skip
    scrolls: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        """Stand empty until a case is shown."""
        super().__init__(session)
        self.body.setSpacing(10)
        says = self.texts
        self.totals = Totals(says)
        self.pasting, self.listing = Pasting(session), Listing(session)
        self.marking = Marking(session, self.listing.table)
        self.leaving = Leaving(session, self.listing, self.marking)
        self._sheet: RequesterSheet | None = None
        self._found: deeds.Look | None = None
        self.paste = Button(says("postings-paste-open"))
        self.paste.setToolTip("Ctrl+V")
        self.paste.on(self.pasting.open_box)
        self.table_in = Button(says("postings-import")).on(self._on_import)  # fmt: skip
        self.export = Button(says("postings-export")).on(self.leaving.open_export)  # fmt: skip
        self.gate = GateLine(says, self.paste, self.table_in, self.export)
        self.setAcceptDrops(True)
        self._stand()
        self._listen()

    @override
    def arrive(self, case: str) -> None:
        super().arrive(case)
        self.marking.case = case
        self.listing.show_case(case)
        self.pasting.show_case(case)

    # --- keys, drops ---------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.leaving.copy_addresses()
        elif not (plain and self.marking.bar.press(event.key() - Qt.Key.Key_0)):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.pasting.look_at(event.mimeData().text())

    @override
    def act(self, action: str) -> bool:
        """Ctrl+F looks for an address of this case."""
        if action == "find" and self.listing.filters.isVisible():
            self.listing.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    # --- what comes back -------------------------------------------------------------------------

    def _on_look(self, found: deeds.Look) -> None:
        self._found = found
        self.totals.show_totals(found.totals)
        self.gate.show_gate(found.gate, found.who)
        self.marking.show_gate(found.gate)
        self.totals.setVisible(found.totals.urls > 0)
        self.marking.setVisible(found.totals.urls > 0)
        for button in (self.export, self.paste):
            button.setVisible(found.totals.urls > 0)
        self.said_count.emit(found.totals.urls)
        self._show_filter()
        if self._sheet is not None:
            self._sheet.show_requester(found.gate, found.who)
        settle_tabs(self)

    # --- what the person does ----------------------------------------------------------------------

    def _on_import(self) -> None:
        self.session.go("imports", case=self.case)

    def _open_requester(self) -> None:
        if self._found is None:
            return
        sheet = RequesterSheet(
            self.window(),
            self.texts,
            set_wish=self._set_wish,
            set_requester=self._set_requester,
        )
        self._sheet = sheet
        sheet.closed.connect(self._forget_sheet)
        sheet.show_requester(self._found.gate, self._found.who)
        wish = sheet.wish
        sheet.open_sheet(wish.button((wish.values or ("WANTED",))[0]))

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _set_wish(self, will: str) -> None:
        case = self.case
        self.session.do(lambda desk, _p: desk.postings.set_wish(case, will), by=self.gate)  # fmt: skip

    def _set_requester(self, kind: str, name: str, papers: dict[str, str]) -> None:
        case = self.case

        def deed(desk: "Desk", _progress: object) -> None:
            desk.postings.set_requester(case, kind, name=name, papers=papers)

        self.session.do(deed, by=self.gate)

    # --- building --------------------------------------------------------------------------------

    def _stand(self) -> None:
        for one in (self.totals, self.gate, self.pasting):
            self.body.addWidget(one)
        self.listing.middle.addWidget(self.marking)
        self.body.addWidget(self.listing, 1)

    def _listen(self) -> None:
        self.listing.looked.connect(self._on_look)
        self.listing.add_wanted.connect(self.pasting.open_box)
        self.listing.table.opened.connect(self._on_opened)
        self.listing.filters.changed.connect(self._show_filter)
        self.totals.chosen.connect(self.listing.filters.choose)
        self.gate.change_wanted.connect(self._open_requester)
        self.marking.bar.request_wanted.connect(self.leaving.open_requests)

    def _show_filter(self) -> None:
        self.totals.show_filter(self.listing.filters.filter)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, PostingLine):
            open_details(self.session, self, line)
