"""The consent gate: each consent read aloud and answered on its own, before anything is recorded.

* A new case asks for the route and a name, then for consent; nothing is kept before the end.
* Only 기록·보관 opens the recorder. Refused, the talk stays anonymous: no name, no content.
* F7 comes back here for a case that is there: to decide what was left, or to take back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.screens.consent.asking import ConsentCard
from ui.screens.consent.begin import BeginPage
from ui.screens.consent.guardian import GuardianCard
from ui.screens.consent.leaving import LeavingBar
from ui.session import Fact, Question, Session
from ui.widgets import Card, Choices, Column, Page, words
from ui.widgets.paper import print_pdf, save_bytes
from ui.widgets.stack import PageStack
from ui.widgets.tab_order import settle_tabs
from ui.widgets.who_line import WhoLine

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import CaseHeader, ConsentLine, ConsentText

RECORD, FIRST_FORM = "RECORD", "intake"
_METHODS = ("FACE", "PHONE", "PAPER", "ELECTRONIC")


@dataclass(frozen=True, slots=True)
class Gate:
    """Everything the gate shows."""

    texts: "tuple[ConsentText, ...]"
    header: "CaseHeader | None"
    current: "tuple[ConsentLine, ...]"


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of it: the case, and the interview that may begin."""

    case: str
    interview: str = ""


class Consent(Page):
    """Begin, ask, leave."""

    def __init__(self, session: Session) -> None:
        """Stand empty until a place says for whom."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self._case = self._interview = ""
        self._new: tuple[str, str] = ("", "")  # route, name
        self.cards: dict[str, ConsentCard] = {}
        self._standing: dict[str, str] = {}
        self._who = WhoLine(self._texts)
        self.set_header(self._who, height=76)
        self.begin, self.guardian = BeginPage(self._texts), GuardianCard(self._texts)
        self.begin.begun.connect(self._on_begun)
        self.begin.named.connect(self._look_for)
        self.begin.recognised.connect(lambda one: session.go("case", case=one.case))
        self.bar = LeavingBar(self._texts)
        self.bar.printed.connect(lambda: self._with_form(self._print))
        self.bar.saved.connect(lambda: self._with_form(self._save))
        self.bar.went.connect(self._on_go)
        title = self._texts("gate-method")
        offered = [(m, self._texts(f"gate-method-{m.lower()}")) for m in _METHODS]
        self.method = Choices(offered, title, columns=len(offered))
        self._asking = Column(gap=12)
        self._pages = PageStack()
        self._beginning = Column(self.begin, None)
        self._pages.addWidget(self._beginning)
        self._pages.addWidget(self._asking)
        self.set_body(self._pages)
        self._box.addWidget(self.bar)

    # --- arriving --------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``case`` names one that is there; without it a new one begins."""
        self._case = str(facts.get("case", ""))
        self._interview = str(facts.get("interview", ""))
        self._new = ("", "")
        case = self._case

        def ask(desk: "Desk", _progress: object) -> Gate:
            header = desk.cases.header(case) if case else None
            current = desk.consents.current(case) if case else ()
            return Gate(desk.consents.gate(), header, current)

        self._session.ask(ask, self._on_gate, by=self, slot="gate")

    @override
    def act(self, action: str) -> bool:
        """F7 goes back to where it was pressed; Ctrl+N begins anew."""
        if action == "consent" and self._case:
            self._leave(Kept(self._case))
            return True
        return action in {"consent", "note", "pause", "adopt", "known"}

    def _on_gate(self, gate: Gate) -> None:
        if not self.cards:
            self._make_cards(gate.texts)
        lines = {line.purpose: line for line in gate.current}
        self._standing = {p: one.decision for p, one in lines.items() if not one.withdrawn}  # fmt: skip
        for purpose, card in self.cards.items():
            card.show_standing(lines.get(purpose))
        self.method.choose("FACE")
        self.guardian.start(gate.header.age if gate.header else None)
        if gate.header is not None:
            self._show_crumbs(gate.header.number)
            self._who.show_header(gate.header)
            self._show_asking()
        else:
            self._show_crumbs("")
            self._who.show_title(self._texts("gate-title-new"))
            self._pages.setCurrentWidget(self._beginning)
            self.bar.hide()
            self.begin.start()
        settle_tabs(self)

    def _show_crumbs(self, number: str) -> None:
        cases = (self._texts("rail-cases"), lambda: self._session.go("cases"))
        gate = (self._texts("gate-title"), None)
        if number:
            here = (number, lambda: self._session.go("case", case=self._case))
            self._who.show_crumbs((cases, here, gate))
        else:
            self._who.show_crumbs((cases, gate))

    def _look_for(self, name: str) -> None:
        """Look whether somebody of this name was here before; a new case shows nothing else."""
        self._session.ask(
            lambda desk, _progress: desk.people.similar(name) if name else (),
            lambda lines: self.begin.show_similar(name, lines),
            by=self,
            slot="similar",
        )

    def _on_begun(self, route: str, alias: str) -> None:
        self._new = (route, alias)
        if alias:
            self._who.show_title(alias)
        self._show_asking()

    def _show_asking(self) -> None:
        self._pages.setCurrentWidget(self._asking)
        self.bar.show()
        self._on_decided()
        settle_tabs(self)
        self._asking.verticalScrollBar().setValue(0)
        self.cards[RECORD].focus_first()

    # --- asking ------------------------------------------------------------------------

    def _make_cards(self, texts: "tuple[ConsentText, ...]") -> None:
        says, body = self._texts, self._asking.body
        body.addWidget(
            Card(
                words(says("consent-gate-title"), "heading"),
                words(says("consent-gate-intro"), "note"),
                words(says("consent-gate-secret"), "muted"),
                words(says("consent-gate-withdraw"), "muted"),
                ground="soft",
            )
        )
        for text in texts:
            card = self.cards[text.purpose] = ConsentCard(text, says)
            card.decided.connect(self._on_decided)
            card.stepped.connect(lambda step, card=card: self._step(card, step))
            card.withdrawn.connect(self._on_withdraw)
            body.addWidget(card)
        body.addWidget(self.guardian)
        body.addWidget(Card(words(says("gate-method"), "heading"), self.method))
        body.addStretch(1)

    def _step(self, card: ConsentCard, step: int) -> None:
        cards = list(self.cards.values())
        at = cards.index(card) + step
        if 0 <= at < len(cards):
            cards[at].focus_first()
            self._asking.ensureWidgetVisible(cards[at], 0, 24)
        elif at >= len(cards):
            self.bar.go.setFocus()

    def _on_decided(self) -> None:
        new = not self._case
        self.bar.show_state(self.cards[RECORD].decision, new=new)

    def _on_withdraw(self, purpose: str) -> None:
        case, says = self._case, self._texts

        def withdraw() -> None:
            self._session.do(
                lambda desk, _p: desk.consents.withdraw(case, purpose),
                lambda _none: self._on_withdrawn(),
                by=self,
            )

        self._session.question(
            Question(
                title=says("gate-withdraw-title"),
                body=says("gate-withdraw-body"),
                yes=says("gate-withdraw"),
                no=says("shell-cancel"),
                act=withdraw,
            )
        )

    def _on_withdrawn(self) -> None:
        self._session.toast(self._texts("gate-withdrawn"))
        facts = {"case": self._case, "interview": self._interview}
        self.show_place({name: fact for name, fact in facts.items() if fact})

    # --- leaving ---------------------------------------------------------------------------

    def _decisions(self) -> dict[str, str]:
        """Return what is new: for a new case every purpose, else what was changed."""
        chosen = {purpose: card.decision for purpose, card in self.cards.items()}
        if not self._case:
            return {purpose: said or "LATER" for purpose, said in chosen.items()}
        return {p: d for p, d in chosen.items() if d and d != self._standing.get(p)}

    def _on_go(self) -> None:
        decided, note = self._decisions(), self.guardian.note()
        method = next(iter(self.method.values), "FACE")
        case, (route, alias) = self._case, self._new
        record = self.cards[RECORD].decision

        def keep(desk: "Desk", _progress: object) -> Kept:
            here = case or desk.cases.begin(route, "" if record == "REFUSED" else alias)
            if decided:
                desk.consents.decide(here, decided, method, note)
            if case or record != "AGREED":
                return Kept(here)
            return Kept(here, desk.interviews.begin(here, FIRST_FORM))

        self._session.do(keep, self._leave, by=self)

    def _leave(self, kept: Kept) -> None:
        says, new, record = self._texts, not self._case, self.cards[RECORD].decision
        if kept.interview or self._interview:
            self._session.go("interview", interview=kept.interview or self._interview)
        elif new and record == "REFUSED":
            self._session.toast(says("gate-anonymous-done"))
            self._session.go("today")
        else:
            self._session.toast(says("gate-later-done" if new else "gate-kept"))
            self._session.go("case", case=kept.case)

    def _with_form(self, then: Callable[[bytes], None]) -> None:
        language, case = self._texts.language, self._case
        self._session.ask(
            lambda desk, _progress: desk.consents.form(language, case), then, by=self
        )

    def _print(self, data: bytes) -> None:
        if print_pdf(self, data):
            self._session.toast(self._texts("shell-printed"))

    def _save(self, data: bytes) -> None:
        try:
            path = save_bytes(self, self._texts("gate-file"), data)
        except OSError:
            self._session.toast(self._texts("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(self._texts("shell-saved-file", name=path.name))
