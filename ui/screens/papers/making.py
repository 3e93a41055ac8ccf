"""What is being made (만드는 중): a kind, about whom, its data, and what the middle shows of it.

* A court's pack is chosen and filled as one paper is; its middle is a list.
* What the desk refuses to show (nobody agreed, somebody sits here) is one sentence, and nothing
  of an older draft stays beside it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.papers.drafting import Drafting
from ui.screens.papers.fields import DataList
from ui.screens.papers.issuing import Order
from ui.screens.papers.pack import Pack
from ui.screens.papers.pack_entry import PACK, pack_choice
from ui.screens.papers.reading import About, Offer, about_of
from ui.screens.papers.refusing import Refusing
from ui.screens.papers.stage import Stage
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk.views.packs import PackPreview
    from intake.desk.views.papers import PaperChoice, PaperPlan, PaperPreview
    from ui.screens.papers.renewing import Question


class Making(QObject):
    """``changed``: something may be issued now, or no longer; ``settled``: fields came or went."""

    changed = Signal()
    settled = Signal()

    def __init__(self, session: Session, stage: Stage, data: DataList) -> None:
        """Make nothing yet; the fields are in ``data``, the middle is ``stage``."""
        super().__init__(stage)
        self._session, self._texts, self._stage, self._data = session, session.texts, stage, data  # fmt: skip
        self.offer = Offer()
        self.choice: PaperChoice | None = None
        self.wish = ("", "")  # kind and id of what it is about
        self.head: dict[str, str] = {}  # court and number another page asked for
        self.drafting = Drafting(session, stage.view, stage.progress, self._question)
        self.pack = Pack(session, stage, self.drafting, self._plan)
        self.refusing = Refusing(session, stage)
        self._missing = 0
        self._listen()

    # --- choosing ------------------------------------------------------------------------

    def choice_of(self, code: str) -> "PaperChoice | None":
        """Return what is offered under a code."""
        if code == PACK:
            return pack_choice(self._texts, self.offer.kinds)
        return next((one for one in self.offer.kinds if one.code == code), None)

    def choose(self, choice: "PaperChoice") -> None:
        """Begin, about what was chosen before where that fits."""
        self.choice = choice
        kind = self.wish[0] if self.wish[0] in choice.abouts else choice.abouts[0]
        if kind != self.wish[0]:
            self.wish = (kind, "")
        self.forget()
        self._data.show_choice(choice, kind)
        self.ask_about()

    def take_about(self, kind: str, about: str) -> None:
        """Be about something else."""
        if self.choice is not None and (kind, about) != self.wish:
            self.wish = (kind, about)
            self.forget()
            self.ask_about()

    def ask_about(self) -> None:
        """Ask what the records know of whom it is about; the draft follows."""
        if self.choice is None:
            return
        code, (kind, about) = self.choice.code, self.wish
        self._session.ask(
            lambda desk, _progress: about_of(desk, code, kind, about),
            self._on_about,
            by=self,
            slot="about",
            lane=Lane.BULK,
        )

    def _on_about(self, about: About) -> None:
        if self.choice is not None and about.kind == self.wish[0]:
            self._data.show_about(about)
            self._take_head()
            self.settled.emit()
            self.redraw(at_once=True)

    def _take_head(self) -> None:
        """Fill court and number as another page asked; what is typed afterwards stays."""
        head, self.head, lines = self.head, {}, self._data.lines
        if head.get("court", lines["court"].text()) != lines["court"].text():
            head = {
                "case_number": "",
                "accused": "",
                **head,
            }  # they are of another court
        for name, value in head.items():
            lines[name].set_text(value)

    # --- what the middle shows -----------------------------------------------------------

    @property
    def is_pack(self) -> bool:
        """Whether it is a court's pack."""
        return self.choice is not None and self.choice.code == PACK

    def redraw(self, *, at_once: bool) -> None:
        """Show it anew: the data changed."""
        why = self._data.hindered()
        if why:
            self.forget()
            self.refusing.say_hindered(why, self.wish[0])
            return
        if self.is_pack:
            self.pack.renew(at_once=at_once)
        else:
            self._stage.show_paper()
            (self.drafting.begin if at_once else self.drafting.later)()
        self.changed.emit()

    def order(self) -> Order | None:
        """Return what may be issued; None where nothing is shown that may."""
        choice, plan = self.choice, self._plan()
        ready = self.pack.seen is not None if self.is_pack else bool(self.drafting.data)
        if choice is None or plan is None or not ready:
            return None
        return Order(plan, choice.label, self._missing, self.is_pack)

    def forget(self) -> None:
        """Let go of what is shown and what was said of it."""
        self.pack.forget()
        self.drafting.forget()
        self._data.said.clear()
        self._stage.show_lacks(0)
        self.changed.emit()

    def leave(self) -> None:
        """Make nothing any more."""
        self.choice = None
        self.forget()

    def _plan(self) -> "PaperPlan | None":
        return None if self._data.hindered() else self._data.plan()

    def _question(self) -> "Question | None":
        """Return what draws the pages in the middle."""
        if self.is_pack:
            return self.pack.part_question()
        plan = self._plan()
        return None if plan is None else lambda desk, progress: desk.papers.preview(plan, progress)  # fmt: skip

    # --- what came back ------------------------------------------------------------------

    def _on_drawn(self, preview: "PaperPreview") -> None:
        if not self.is_pack:
            self._missing = len(set(preview.missing))
        self._data.show_preview(preview)
        said = len(set(preview.missing)) + len(set(preview.warnings))
        self._stage.show_lacks(said)
        self._settle()

    def _on_told(self, seen: "PackPreview") -> None:
        from intake.desk.views.papers import PaperPreview  # noqa: PLC0415 - loads the core

        self._missing = len(seen.missing)
        self._data.show_preview(PaperPreview("", b"", seen.missing, seen.warnings, seen.left_out))  # fmt: skip
        self._settle()

    def _on_refused(self, error: IntakeError) -> None:
        self.forget()
        self.refusing.say_error(error, self._data.about)

    def _settle(self) -> None:
        self.settled.emit()
        self.changed.emit()

    def _listen(self) -> None:
        self.drafting.drawn.connect(self._on_drawn)
        self.pack.told.connect(self._on_told)
        self.drafting.refused.connect(self._on_refused)
        self.pack.refused.connect(self._on_refused)
        self.drafting.stopped.connect(self.refusing.say_stopped)
        self.pack.stopped.connect(self.refusing.say_stopped)
        self.refusing.again.connect(lambda: self.redraw(at_once=True))
        self._data.changed.connect(lambda at_once: self.redraw(at_once=at_once))
        self._data.about_kind.connect(lambda kind: self.take_about(kind, "") if kind != self.wish[0] else None)  # fmt: skip
