"""One perpetrator across cases: how many people, since when, where, what was deleted.

* Victims are numbers of cases here and nothing else; the name of a suspect is shown once the
  profile is opened, and stands in the list from then on.
* A figure that is pressed shows the cases behind it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.desk.views.people import visible
from intake.errors import IntakeError, NotFound
from ui.jobs import Lane
from ui.screens.profiles.cases import CasesCard
from ui.screens.profiles.figures import Figure, Figures
from ui.screens.profiles.known import MarksCard, contradicted, no_longer
from ui.screens.profiles.pane import ProfilePane
from ui.screens.profiles.petitions import PetitionsCard
from ui.screens.profiles.same_victim import SameVictimSheet
from ui.session import Fact, Session
from ui.taking_back import take_back
from ui.widgets import Button, words
from ui.widgets.form_sheet import Said
from ui.widgets.listed_page import ListedPage
from ui.widgets.paper import save_bytes
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views import NamedBytes
    from intake.desk.views.joint import ProfileView

_WIDE, _LONG, _LEAST_NAME = 860, 60, 40
_TOPICS = {"link", "case", "suspect", "identifier", "posting", "deletion_action", "interview", "petition", "consent", "trial"}  # fmt: skip


class Profiles(ListedPage):
    """The list of perpetrators, and one of them."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence until somebody is chosen."""
        super().__init__(_WIDE)
        self._session, self._texts = session, session.texts
        self.profile = ""
        self._view: ProfileView | None = None
        self._court = ("", "")  # of whom, and for which court petitions are shown
        says = self._texts
        self.pane = self.list_pane = ProfilePane(session)
        self.pane.opened.connect(lambda one: session.go("profiles", of=one))
        self._title = words("", "title", wrap=False)
        self._title.setMinimumWidth(_LEAST_NAME)  # a long name gives way to the buttons
        self.picture = Button(says("prof-picture"), icon="git-merge").on(self._on_picture)  # fmt: skip
        self.same = Button(says("prof-same-victim"), icon="users").on(self._on_same)
        self.papers = Button(says("prof-papers"), icon="file-text").on(self._on_papers)
        self.make = Button(says("prof-make-paper"), icon="file-plus").on(self._on_make)
        self.stand(self._title, None, self.picture, self.same, self.papers, self.make)
        self._show_nobody()
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``of`` names a profile; without it the list is asked and what is open stays."""
        wanted = str(facts.get("of", "")) or self.profile
        self.pane.ask()
        if wanted:
            self.profile = wanted
            self._ask()
        else:
            self._show_nobody()
            self.pane.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        profile = self.profile
        self._session.ask(
            lambda desk, _progress: desk.profiles.view(profile),
            self.show_profile,
            by=self,
            slot="profile",
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        """A profile of which no case is left is nobody's page any more."""
        self.profile = ""
        self._show_nobody()
        if not isinstance(error, NotFound):
            self._session.refuse(error)

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self.pane.ask()
            if self.profile:
                self._ask()
        elif "interview" in topics:  # whoever sits here is not met by it on coming back
            self._show_nobody()

    def show_profile(self, view: "ProfileView") -> None:
        """Show one perpetrator; a figure that was pressed is not pressed any more."""
        self.profile = view.line.profile
        if view.quiet:
            self._show_nobody("prof-quiet", self.profile)
            return
        self._view, says = view, self._texts
        name = visible(view.line.name, _LONG) or says("persons-nameless")
        self._title.setText(name)
        self.pane.name(self.profile, name)
        cards: list[QWidget] = []
        if view.contradictions:
            cards.append(contradicted(says, view.contradictions, self._on_judgements))
        if view.left:
            cards.append(no_longer(says, view))
        self.figures = Figures(says, view)
        self.figures.chosen.connect(self._on_figure)
        self.figures.counted.connect(lambda: self._session.go("statistics", of=self.profile))  # fmt: skip
        self.cases = CasesCard(says)
        self.cases.wanted.connect(lambda case: self._session.go("case", case=case))
        self.cases.decision.connect(lambda link: self._session.go("people", link=link))
        self.cases.all_wanted.connect(self._on_all)
        self.petitions = self._petitions()
        self._on_figure(None)
        self._show_buttons(somebody=True)
        self.show_cards([*cards, self.figures, self.cases, self.petitions, MarksCard(says, view.marks)], self.profile)  # fmt: skip

    def _petitions(self) -> PetitionsCard:
        """Return the card of petitions; the court that was chosen for this profile stays."""
        profile, (about, court) = self.profile, self._court
        card = PetitionsCard(self._session, profile, court if about == profile else "")

        def stood() -> None:
            self._court = (profile, card.court)
            settle_tabs(self)

        card.wanted.connect(lambda case: self._session.go("case", case=case, tab="trial"))  # fmt: skip
        card.stood.connect(stood)
        return card

    def _on_all(self) -> None:
        self.figures.release()
        self._on_figure(None)
        self.figures.buttons["confirmed"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_figure(self, figure: Figure | None) -> None:
        if self._view is not None:
            self.cases.show_cases(self._view.cases, figure)
            settle_tabs(self)

    # --- what the person does ----------------------------------------------------------

    def _on_picture(self) -> None:
        self._session.go("graph", of=self.profile)

    def _on_judgements(self) -> None:
        self._session.go("people", of=self.profile)

    def _on_same(self) -> None:
        if self._view is not None:
            SameVictimSheet(self.window(), self._texts, self._view.cases, self._keep_same).ask()  # fmt: skip

    def _keep_same(self, told: Said) -> None:
        def told_so(_link: str) -> None:
            undo = self._texts("support-undo")
            self._session.toast(self._texts("prof-same-victim-kept"), undo, lambda: take_back(self._session))  # fmt: skip
            self._ask()
            self.pane.ask()

        self._session.do(
            lambda desk, _progress: desk.profiles.same_victim(
                told["one"], told["other"], told["reason"], told["words"], agreed=True
            ),
            told_so,
            by=self,
        )

    def _on_make(self) -> None:
        self._session.go("papers", about_kind="PROFILE", about=self.profile)

    def _on_papers(self) -> None:
        profile = self.profile
        self._session.ask(
            lambda desk, _progress: desk.dossiers.of_profile(profile),
            self._on_drawn,
            by=self,
            slot="papers",
            lane=Lane.BULK,
        )

    def _on_drawn(self, paper: "NamedBytes") -> None:
        if save_bytes(self.window(), paper.name, paper.data) is not None:
            self._session.toast(self._texts("prof-papers-saved"))

    # --- building -----------------------------------------------------------------------

    def _show_nobody(self, sentence: str = "prof-pick", profile: str = "") -> None:
        self._view = None
        self.pane.mark(profile)
        self._title.setText(self._texts("prof-title"))
        self._show_buttons(somebody=False)
        self.show_sentence(self._texts(sentence))

    def _show_buttons(self, *, somebody: bool) -> None:
        for button in (self.picture, self.papers, self.make):
            button.setVisible(somebody)
        self.same.setVisible(self._view is not None and len(self._view.cases) > 1)
