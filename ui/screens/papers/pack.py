"""A court's pack in the middle (법원 제출 묶음): its list, a paper of it, and the way back.

* Looking is optional: the pack can be issued from its list.
* Whoever looked at a paper knows its pages; the list remembers them until the data change.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from intake.errors import IntakeError
from ui.screens.papers.drafting import Drafting
from ui.screens.papers.pack_list import INDEX, PackList, PackLook
from ui.screens.papers.renewing import Renewing
from ui.screens.papers.stage import Stage
from ui.session import Session
from ui.widgets import Button, Card, column, row, words

if TYPE_CHECKING:
    from intake.desk.views.packs import PackPart, PackPreview
    from intake.desk.views.papers import PaperPlan
    from ui.screens.papers.renewing import Question


class Pack(QObject):
    """Shows what ``plan`` would put into a pack; None where something is missing."""

    told = Signal(object)  # PackPreview: the list is there
    refused = Signal(object)  # IntakeError
    stopped = Signal()

    def __init__(self, session: Session, stage: Stage, drafting: Drafting, plan: "Callable[[], PaperPlan | None]") -> None:  # fmt: skip
        """Show on ``stage``; ``drafting`` draws the pages of one paper."""
        super().__init__(stage)
        self._texts, self._stage, self._drafting, self._plan = session.texts, stage, drafting, plan  # fmt: skip
        self.seen: PackPreview | None = None
        self.part = ""  # the kind of the paper that is looked at
        self.list: PackList | None = None
        self._pages: dict[str, int] = {}
        self._old = False  # the list is of other data than the page that is looked at
        self._anew = Renewing(self, session, stage.progress, "papers-pack-reading", self._question)  # fmt: skip
        self._anew.found.connect(self._on_found)
        self._anew.refused.connect(self._on_refused)
        self._anew.stopped.connect(self.stopped.emit)

    def renew(self, *, at_once: bool) -> None:
        """The data changed: the list, or the page that is looked at, is of yesterday."""
        if self.part:
            self._old = True
            (self._drafting.begin if at_once else self._drafting.later)()
        elif at_once:
            self._anew.begin()
        else:
            self._anew.later()

    def forget(self) -> None:
        """Let go of the list, also of what is on its way."""
        self._anew.leave()
        self.seen, self.part, self.list, self._old = None, "", None, False
        self._pages = {}

    def part_question(self) -> "Question | None":
        """Return what draws the paper that is looked at."""
        plan, kind = self._plan(), self.part
        if plan is None or not kind:
            return None
        return lambda desk, progress: desk.papers.pack_part(plan, kind, progress)

    def look(self, kind: str) -> None:
        """Show the pages of one paper."""
        self._keep_pages()
        self._drafting.forget()
        self.part = kind
        bar, focus = self._bar()
        self._stage.show_paper(bar)
        self._stage.show_lacks(0)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drafting.begin()

    def back(self) -> None:
        """Show the list again."""
        self._keep_pages()
        kind, self.part = self.part, ""
        self._drafting.forget()
        if self._old or self.seen is None:
            self._old = False
            self._stage.show_cards()
            self._anew.begin()
            return
        self._show(self.seen)
        look = self.list.looks.get(kind) if self.list is not None else None
        if look is not None:
            look.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the list ------------------------------------------------------------------------

    def _question(self) -> "Question | None":
        plan = self._plan()
        if plan is None:
            return None
        return lambda desk, progress: desk.papers.pack_preview(plan, progress)

    def _on_found(self, seen: "PackPreview") -> None:
        self.seen, self._pages = seen, {}
        self._show(seen)

    def _show(self, seen: "PackPreview") -> None:
        plan = self._plan()
        addresses = plan is not None and plan.with_addresses
        told = PackLook(seen, addresses, self._pages)
        self.list = PackList(
            self._texts, told, self.look, self._stage.lacks_wanted.emit
        )
        self._stage.show_cards(self.list)
        self.told.emit(seen)

    def _on_refused(self, error: IntakeError) -> None:
        self.forget()
        self.refused.emit(error)

    def _keep_pages(self) -> None:
        if self.part and self._drafting.data and self._stage.view.count and not self._old:  # fmt: skip
            self._pages[self.part] = self._stage.view.count

    # --- one paper -----------------------------------------------------------------------

    def _bar(self) -> tuple[Card, Button]:
        """Return what stands over the pages of a paper: where it is in the pack, and the ways on."""
        says, parts = self._texts, self._parts()
        at = next(
            (place for place, one in enumerate(parts) if one.kind == self.part), 0
        )
        back = Button(says("papers-pack-back"), icon="chevron-left").on(self.back)
        where = says("papers-pack-where", at=at + 1, count=len(parts))
        name = column(words(parts[at].label, "heading"), words(where, "small"), gap=0)
        line = row(back, gap=12)
        line.addLayout(name, 1)
        if at + 1 < len(parts):
            after = parts[at + 1]
            onward = Button(says("papers-pack-after"), icon="chevron-right", name=says("papers-pack-after-name", name=after.label))  # fmt: skip
            line.addWidget(onward.on(lambda: self.look(after.kind)))
        card = Card(line, ground="soft")
        card.body.setContentsMargins(12, 8, 12, 8)
        return card, back

    def _parts(self) -> "list[PackPart]":
        return [one for one in (self.seen.parts if self.seen else ()) if one.kind != INDEX]  # fmt: skip
