"""The page 문서: a kind on the left, its data on the right, how it would look in the middle.

* Nothing is kept until it is issued; what was issued lies in the register on the left.
* The rooms: ``pane`` (left), ``side`` and ``fields`` (right), ``stage`` (middle); ``making`` knows
  what is being made, ``pack`` shows a court's pack, ``issuing`` issues, ``register`` looks back.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.screens.papers.about import AboutSheet
from ui.screens.papers.cards import issued_card
from ui.screens.papers.fields import DataList
from ui.screens.papers.issuing import Issuing, Made, MadePack
from ui.screens.papers.making import Making
from ui.screens.papers.pack_card import issued_pack_card
from ui.screens.papers.pack_entry import PACK
from ui.screens.papers.pane import ISSUED, MAKE, PapersPane
from ui.screens.papers.reading import Offer, offer
from ui.screens.papers.register import Register
from ui.screens.papers.side import PapersSide
from ui.screens.papers.stage import Stage
from ui.session import Fact, Session
from ui.widgets import Button, Page, icon_button, words
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views.papers import IssuedLine, PaperChoice

_TOPICS = {"case", "consent", "link", "posting", "deletion_action", "trial", "evidence", "petition"}  # fmt: skip
_HEAD = ("court", "case_number")
_FACTS = ("kind", "about_kind", "about", "first", "last", "paper", *_HEAD)
_INDEX = "PACK_INDEX"


class Papers(Page):
    """Choosing, looking, issuing; and what was issued."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self.pane = self.list_pane = PapersPane(self._texts)
        self.data = DataList(self._texts)
        self._side = self.side = PapersSide(self._texts, self.data)
        self.stage = Stage(self._texts)
        self.view = self.stage.view
        self.making = Making(session, self.stage, self.data)
        self.drafting, self.pack = self.making.drafting, self.making.pack
        self.register = Register(session, self.stage)
        self.issuing = Issuing(self, session)
        self._make_header()
        self.set_body(self.stage)
        self._listen()
        self._leave_draft()
        self._say("papers-pick")

    @property
    def choice(self) -> "PaperChoice | None":
        """What is being made."""
        return self.making.choice

    # --- arriving ------------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``kind``, ``about_kind``, ``about``, ``first``, ``last``, ``court``, ``case_number``: what to make.

        ``paper`` is one of the register.
        """
        told = {name: str(facts.get(name, "")) for name in _FACTS}
        self.issuing.learn_terms()
        self._session.ask(
            offer,
            lambda found: self._on_offer(found, told),
            by=self,
            slot="offer",
        )

    def _on_offer(self, found: Offer, told: Mapping[str, str]) -> None:
        self._take_offer(found)
        line = next((one for one in found.issued if one.id == told["paper"]), None)
        if line is not None:
            self.show_entry(line)
        elif told["about_kind"] or told["kind"]:
            self._begin_with(told)
        elif not found.sees and not self.register.entry:
            self._say("papers-register-only")
        else:
            self.making.ask_about()

    def _begin_with(self, told: Mapping[str, str]) -> None:
        self.pane.show_tab(MAKE)
        self.data.set_period(told["first"], told["last"])
        wish = (told["about_kind"], told["about"])
        self.making.wish = wish
        self.making.head = {name: told[name] for name in _HEAD if told[name]}
        kind = told["kind"] or (PACK if wish[0] == "PROFILE" and wish[1] else "")
        if self.making.choice_of(kind) is not None:
            self.choose(kind)
            return
        self._leave_draft()
        self._say(f"papers-pick-{told['about_kind'].lower() or 'center'}")
        self.pane.focus_for(told["about_kind"])

    def _take_offer(self, found: Offer) -> None:
        self.making.offer = found
        self.pane.show_offer(found)

    # --- making --------------------------------------------------------------------------

    def choose(self, code: str) -> None:
        """Begin a paper of a kind, or a pack, about what was chosen before where that fits."""
        choice = self.making.choice_of(code)
        if choice is None:
            return
        self.register.leave()
        self.pane.mark(code)
        self._title.setText(choice.label)
        self._side.show_fields(fields=True)
        self.making.choose(choice)

    def _on_choose_about(self) -> None:
        sheet = AboutSheet(self.window(), self._session, self.making.wish[0])
        sheet.chosen.connect(self._on_about_chosen)
        sheet.open_sheet(sheet.field.line)

    def _on_about_chosen(self, about: str) -> None:
        self.making.take_about(self.making.wish[0], about)

    # --- issuing -------------------------------------------------------------------------

    def _on_issue(self) -> None:
        order = self.making.order()
        if order is not None:
            self.issuing.ask(order)

    def _on_issued(self, made: Made | MadePack) -> None:
        self._leave_draft()
        acts = self.issuing.acts(made)
        if isinstance(made, MadePack):
            self._title.setText(self._texts("papers-pack"))
            card = issued_pack_card(self._texts, made, acts)
            self.stage.show_cards(card)
        else:
            self._title.setText(made.line.kind_label)
            card = issued_card(self._texts, made, acts)
            self.stage.show_paper(card)
            if made.data:
                self.drafting.show(made.data)
        for first in card.findChildren(Button)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_register()

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
        self.register.show_entry(line, sees=self.making.offer.sees)

    def _on_again(self, line: "IssuedLine") -> None:
        self.making.wish = (line.about_kind, line.about)
        self.pane.show_tab(MAKE)
        self.choose(PACK if line.kind == _INDEX else line.kind)

    def _on_voided(self, paper: str) -> None:
        self._session.toast(self._texts("papers-voided"))
        self.show_place({"paper": paper})

    def _on_brought(self) -> None:
        file = self.register.bring()
        if file is not None:
            self._verify(file)

    def _verify(self, file: Path) -> None:
        self._leave_draft()
        self._title.setText(self._texts("papers-verified-title"))
        self.register.verify(file)

    def _ask_register(self) -> None:
        self._session.ask(offer, self._take_offer, by=self, slot="offer")

    # --- showing -------------------------------------------------------------------------

    def _leave_draft(self) -> None:
        self.register.leave()
        self.pane.mark()
        self._title.setText(self._texts("rail-papers"))
        self._side.show_fields(fields=False)
        self.making.leave()

    def _say(self, text_id: str) -> None:
        self.making.refusing.say(text_id)

    def _show_acts(self) -> None:
        """Offer issuing where there is something that may be issued."""
        making = self.making
        said = self._texts(
            "papers-issue-pack" if making.is_pack else "papers-issue-open"
        )
        self.issue_button.setText(said)
        self.issue_button.setAccessibleName(said)
        self.issue_button.setVisible(making.choice is not None)
        self.issue_button.setEnabled(making.order() is not None)
        self.open_data.setVisible(making.choice is not None)

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if "interview" in topics:  # nothing of others beside the one who sits here
            self._be_quiet()
        if by is self or not self.isVisible():
            return
        if "issued_paper" in topics and by is not self.register:
            self._ask_register()
        if topics & _TOPICS:
            self.making.ask_about()

    def _be_quiet(self) -> None:
        """Let go of every page that is shown; what may still be shown is asked anew."""
        if self.making.choice is not None:
            self.making.forget()
            self._say("papers-pick")
            if self.isVisible():
                self.making.ask_about()
        elif self.drafting.data or self.register.entry:
            self._leave_draft()
            self._say("papers-pick")

    # --- building ------------------------------------------------------------------------

    def _make_header(self) -> None:
        says = self._texts
        self._title = words(says("rail-papers"), "title", wrap=False)
        self._title.setMinimumWidth(40)
        self.open_data = icon_button("panel-right", says("papers-open-data"), self._side.turn)  # fmt: skip
        self.issue_button = Button(says("papers-issue-open"), "primary", icon="file-check").on(self._on_issue)  # fmt: skip
        self.set_header(self._title, None, self.open_data, self.issue_button)

    def _listen(self) -> None:
        self.pane.kind_chosen.connect(self.choose)
        self.pane.opened.connect(self.show_entry)
        self.pane.brought.connect(self._on_brought)
        self.making.changed.connect(self._show_acts)
        self.making.settled.connect(lambda: settle_tabs(self._side))
        for wanting in (self.data, self.making.refusing):
            wanting.about_wanted.connect(self._on_choose_about)
        self.making.refusing.field_wanted.connect(self._side.go_to_field)
        self.stage.lacks_wanted.connect(self._side.show_said)
        self.issuing.issued.connect(self._on_issued)
        self.issuing.next_wanted.connect(self._on_next)
        self.issuing.stamp_wanted.connect(self._verify)
        self.register.again.connect(self._on_again)
        self.register.voided.connect(self._on_voided)
        self._session.touched.connect(self._on_touched)
