"""Who may be one: reasons first, both sides beside each other, and what somebody decides.

* Nothing is joined here before a person says so; nothing is called certain.
* No victim is named; a suspect's name is covered until it is asked for.
* While somebody of one of the cases is interviewed there is one sentence and nothing else.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.errors import IntakeError, NotFound
from intake.text import Texts
from ui.screens.people.decided import decisions_card, undo_sheet
from ui.screens.people.deciding import DecidingCard, Said, StayingCard, changed_card
from ui.screens.people.evidence import EvidenceCard, effect_card, frozen_card
from ui.screens.people.looking import STAYS, TAKE_BACK, Open, Wish, open_pair
from ui.screens.people.pane import CandidatePane
from ui.screens.people.sides import Sides
from ui.session import Fact, Question, Session
from ui.taking_back import take_back
from ui.widgets import Button, words
from ui.widgets.listed_page import ListedPage

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.matches import Candidate, DecisionLine, MarkLine
    from intake.desk.views.people import Option

_WIDE, _LEAST = 960, 40
_TOPICS = {"link", "merge", "identifier", "suspect", "case", "interview", "shared_value", "posting", "deletion_action"}  # fmt: skip
_OPEN = {"NEW", "HOLD", "WITHHELD"}


class People(ListedPage):
    """The list of candidates, and one of them."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence until somebody is chosen."""
        super().__init__(_WIDE)
        self._session, self._texts = session, session.texts
        says = self._texts
        self.candidate, self._link = "", ""
        self.open: Open | None = None
        self.deciding: DecidingCard | None = None
        self.staying: StayingCard | None = None
        self.sides: Sides | None = None
        self.pane = self.list_pane = CandidatePane(session)
        self.pane.opened.connect(lambda one: session.go("people", candidate=one))
        self.pane.everything.connect(self._on_everything)
        self._title = words("", "title", wrap=False)
        self._title.setMinimumWidth(_LEAST)  # a long title gives way to the buttons
        self.picture = Button(says("cand-picture"), icon="git-merge").on(self._on_picture)  # fmt: skip
        self.person = Button(says("cand-person"), icon="user").on(self._on_person)
        self.stand(self._title, None, self.picture, self.person)
        self.set_footer([("1 2 3", says("cand-key-choose")), ("Enter", says("cand-key-open"))])  # fmt: skip
        self._show_nobody("cand-pick")
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``candidate`` or ``link`` opens one; ``case`` or ``of`` narrows the list to theirs."""
        told = {name: str(value) for name, value in facts.items()}
        candidate, link = told.get("candidate", ""), told.get("link", "")
        if "case" in told or "of" in told:
            state = "NEW" if "case" in told else "ALL"
            self.pane.narrow(Wish(state, told.get("case", ""), told.get("of", "")))
            self._forget()
        else:
            self.pane.ask()
        if candidate or link:
            self.candidate, self._link = candidate, link
        if self.candidate or self._link:
            self._ask()
        else:
            self._show_nobody("cand-pick")
            self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_everything(self) -> None:
        self.pane.narrow(Wish())

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if by is not self and topics & _TOPICS and self.isVisible():
            self._ask_again()

    def _ask_again(self) -> None:
        self.pane.ask()
        if self.candidate or self._link:
            self._ask()

    def _ask(self) -> None:
        candidate, link = self.candidate, self._link
        self._session.ask(
            lambda desk, _progress: open_pair(desk, candidate, link),
            self.show_pair,
            by=self,
            slot="pair",
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        """A pair that is compared no more is nobody's page; a refusal is shown where it belongs."""
        self._forget()
        self._show_nobody("cand-gone")
        if not isinstance(error, NotFound):
            self._session.refuse(error)

    # --- showing -----------------------------------------------------------------------

    def show_pair(self, found: Open | None) -> None:
        """Show one pair; what is filled in stays where the same one comes again."""
        if found is None:
            self._forget()
            self._show_nobody("cand-not-yours")
            return
        if not self.candidate and not self._link:
            return  # asked for before the person went elsewhere
        view = found.pair
        self.candidate, self._link = view.candidate.id, ""
        self.pane.mark(self.candidate)
        if view.quiet:
            self._show_nobody("cand-quiet", keep=True)
            return
        if found == self.open:
            return
        draft = self._draft(found)
        self.open = found
        self._title.setText(heading(self._texts, view.candidate, view.decisions))
        self.show_cards(self._cards(found), self.candidate)
        if draft is not None and self.deciding is not None:
            self.deciding.fill_in(draft)
        self._show_buttons(somebody=True)

    def _draft(self, found: Open) -> Said | None:
        """Return what is filled in, where the same is asked about the same two again."""
        if self.open is None or self.deciding is None:
            return None
        before, now = self.open.pair.candidate, found.pair.candidate
        again = {before.state, now.state} <= _OPEN or before.state == now.state
        return self.deciding.draft() if before.id == now.id and again else None

    def _cards(self, found: Open) -> list[QWidget]:
        says, view = self._texts, found.pair
        self.sides = Sides(says, view)
        self.sides.marked.connect(self._on_mark)
        evidence = EvidenceCard(says, view)
        self.sides.named.connect(lambda shown: evidence.show_names(shown=shown))
        cards: list[QWidget] = [changed_card(says, view.shaken)] if view.shaken else []
        cards += [evidence, self.sides, *self._asking(found)]
        if view.decisions:
            cards.append(decisions_card(says, view.decisions, self._on_undo))
        if view.frozen:
            cards.append(frozen_card(says, view))
        return cards

    def _asking(self, found: Open) -> list[QWidget]:
        """Return what would change, and the card that asks what is thought of it."""
        says, view, state = self._texts, found.pair, found.pair.candidate.state
        said, waits = standing(view.candidate, view.decisions), state == "SECOND"
        apart = waits and said is not None and said.decision == "NOT_SAME"
        cards: list[QWidget] = []
        if view.effect is not None and (state in _OPEN or waits) and not apart:
            cards.append(effect_card(says, view.effect, waits=waits))
        self.deciding, self.staying = self._deciding_card(found, said), None
        if self.deciding is not None:
            cards.append(self.deciding)
        elif state in _OPEN:
            cards.append(words(says("cand-central-decides"), "muted"))
        elif state == "REOPENED" and found.decides:
            self.staying = StayingCard(says, found.reasons[STAYS])
            self.staying.stays.connect(self._on_stays)
            cards.append(self.staying)
        return cards

    def _deciding_card(self, found: Open, said: "DecisionLine | None") -> DecidingCard | None:  # fmt: skip
        """Return the card of a first person, of a second, or of who simply knew it."""
        says, row = self._texts, found.pair.candidate
        if row.state in _OPEN and found.decides:
            between = says("cand-decide-between") if row.crosses else ""
            card = DecidingCard(says, found.reasons, hint=between)
            card.decided.connect(self._on_decided)
        elif row.state == "SECOND" and self._waits_for_me(found):
            card = DecidingCard(
                says, found.reasons, second=True, hint=_hint(says, said)
            )
            card.decided.connect(self._on_second)
        elif row.state == "SECOND" and row.seen and not row.crosses and found.decides:
            card = DecidingCard(
                says, _beyond(found.reasons), hint=says("cand-seen-mine")
            )
            card.decided.connect(self._on_decided)
        else:
            return None
        return card

    def _waits_for_me(self, found: Open) -> bool:
        return any(one.waits_for_second and not one.mine for one in found.pair.decisions)  # fmt: skip

    # --- what the person does ----------------------------------------------------------

    def _on_decided(self, said: Said) -> None:
        candidate = self.candidate
        self._do(
            lambda desk: desk.matches.decide(candidate, said.decision, said.reason, said.words, for_court=said.for_court),
            self._kept(said.decision),
            undo=True,
        )  # fmt: skip

    def _kept(self, decision: str) -> str:
        """Return what is said once it is kept; between centers another person is waited for."""
        crosses = self.open is not None and self.open.pair.candidate.crosses
        if decision == "NOT_SAME" and crosses:
            return "cand-kept-not-same-waits"
        return f"cand-kept-{decision.lower().replace('_', '-')}"

    def _on_stays(self, reason: str) -> None:
        link = self.open.pair.candidate.link if self.open is not None else ""
        self._do(lambda desk: desk.matches.stays(link, reason), "cand-stays-kept")

    def _on_second(self, said: Said) -> None:
        link = self.open.pair.candidate.link if self.open is not None else ""
        self._do(lambda desk: desk.matches.second(link, said.decision, said.reason), "cand-second-kept")  # fmt: skip

    def _on_undo(self, one: "DecisionLine") -> None:
        reasons = self.open.reasons[TAKE_BACK] if self.open is not None else ()
        undo_sheet(self.window(), self._texts, reasons, lambda why: self._do(lambda desk: desk.matches.take_back(one.link, why), "cand-undone")).ask()  # fmt: skip

    def _on_mark(self, mark: "MarkLine") -> None:
        says = self._texts
        name = "cand-not-shared" if mark.shared else "cand-mark-shared"
        reason = "MISTAKE" if mark.shared else "SHARED"

        def act() -> None:
            self._do(lambda desk: desk.matches.mark_shared(mark.record, not mark.shared, reason), f"{name}-kept")  # fmt: skip

        self._session.question(Question(says(name), says(f"{name}-body"), says(f"{name}-yes"), says("shell-cancel"), act))  # fmt: skip

    def _do(self, deed: "Callable[[Desk], object]", kept: str, *, undo: bool = False) -> None:  # fmt: skip
        says = self._texts

        def told(_done: object) -> None:
            if undo:
                self._session.toast(says(kept), says("support-undo"), lambda: take_back(self._session))  # fmt: skip
            else:
                self._session.toast(says(kept))
            self.picture.setFocus(Qt.FocusReason.OtherFocusReason)  # the card goes
            self.open = None
            self._ask_again()

        def refused(error: IntakeError) -> None:
            self._session.refuse(error)
            if self.deciding is not None:
                self.deciding.fill_in(self.deciding.draft())

        self._session.do(lambda desk, _progress: deed(desk), told, by=self, otherwise=refused)  # fmt: skip

    def _on_picture(self) -> None:
        self._session.go("graph", of=self.candidate)

    def _on_person(self) -> None:
        if self.open is None:
            return
        suspect = self.open.pair.one.members[0]
        self._session.ask(
            lambda desk, _progress: desk.profiles.of_suspect(suspect),
            lambda profile: self._session.go("profiles", of=profile),
            by=self,
            slot="profile",
        )

    # --- building -----------------------------------------------------------------------

    def _forget(self) -> None:
        self.candidate, self._link, self.open = "", "", None

    def _show_nobody(self, sentence: str, *, keep: bool = False) -> None:
        self.open = None
        self.deciding = self.staying = self.sides = None
        if not keep:
            self.pane.mark("")
        self._title.setText(self._texts("cand-title"))
        self._show_buttons(somebody=False)
        self.show_sentence(self._texts(sentence))

    def _show_buttons(self, *, somebody: bool) -> None:
        self.picture.setVisible(somebody)
        self.person.setVisible(somebody and self.open is not None and is_joined(self.open))  # fmt: skip


def is_joined(found: Open) -> bool:
    """Whether both sides are one perpetrator by a decision that stands."""
    row = found.pair.candidate
    told = (one for one in found.pair.decisions if one.link == row.link)
    return row.kind == "same_person" and row.state in {"DONE", "REOPENED"} and any(one.decision == "SAME" for one in told)  # fmt: skip


def heading(texts: Texts, row: "Candidate", told: "tuple[DecisionLine, ...]") -> str:
    """Return what may be said of a candidate: never more than somebody decided."""
    said = standing(row, told)
    if row.state == "DONE" and said is not None:
        return texts("cand-heading-same" if said.decision == "SAME" else "cand-heading-not")  # fmt: skip
    if row.state == "SECOND" and said is not None and said.decision == "NOT_SAME":
        return texts("cand-heading-not-waits")
    if row.seen and row.state == "SECOND":
        return texts("cand-heading-seen")
    if row.state == "REOPENED":
        return texts("cand-heading-reopened")
    if row.state == "WITHHELD" or (row.state == "NEW" and not row.reasons):
        return texts("cand-heading-withheld")
    name = "cand-heading" if row.kind == "same_person" else "cand-heading-linked"
    return texts(name, count=row.reasons)


def standing(row: "Candidate", told: "tuple[DecisionLine, ...]") -> "DecisionLine | None":  # fmt: skip
    """Return the decision by which a candidate stands as it does; None: nobody decided."""
    return next((one for one in told if one.link == row.link and not one.withdrawn), None)  # fmt: skip


def _hint(texts: Texts, said: "DecisionLine | None") -> str:
    """Return what the second person hears of the first one's word; nothing: the usual."""
    if said is not None and said.seen:
        return texts("cand-second-seen")
    return texts("cand-second-not") if said is not None and said.decision == "NOT_SAME" else ""  # fmt: skip


def _beyond(reasons: "Mapping[str, tuple[Option, ...]]") -> "dict[str, tuple[Option, ...]]":  # fmt: skip
    """Return the reasons that are more than that somebody knows him."""
    return {decision: tuple(one for one in told if one.code != "SEEN") for decision, told in reasons.items()}  # fmt: skip
