"""Referrals (기관 연계): where each one stands, and what may come next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.case.support.doing import Doing, empty
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.code_words import code_choices, code_word
from ui.widgets.flow import flowing
from ui.widgets.form_sheet import Said
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.support import AgencyView, ReferralView, SupportView

_TONES: dict[str, State] = {
    "OFFERED": "info",
    "ACCEPTED": "info",
    "SENT": "wait",
    "TAKEN": "ok",
    "DONE": "ok",
}


class ReferralsCard(Card):
    """Shows the referrals of a case."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        self.offer = Button(says("support-offer"), icon="plus").on(self._on_offer)
        title = words(says("support-referrals"), "heading", wrap=False)
        super().__init__(row(title, None, self.offer), gap=10)
        self._doing, self._case = doing, ""
        self._agencies: tuple[AgencyView, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(self._rows)

    def show_referrals(self, view: "SupportView") -> None:
        """Show the referrals."""
        self._case, self._agencies = view.case, view.agencies
        says = self._doing.texts
        empty(self._rows)
        if not view.referrals:
            self._rows.addWidget(words(says("support-no-referrals"), "muted"))
        for at, one in enumerate(view.referrals):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, at))

    def _row(self, one: "ReferralView", at: int) -> QWidget:
        says = self._doing.texts
        name = words(one.agency_name or says("support-agency-gone"), "strong", wrap=False)  # fmt: skip
        since = says("support-since", day=says.day(one.since)) if one.since else ""
        about = " · ".join(filter(None, (one.line_label, since, one.agency_person)))
        holder = QWidget()
        box = column(row(name, Pill(one.label, _TONES.get(one.state, "no")), None), words(about, "small"), gap=4)  # fmt: skip
        if one.remark:
            box.addWidget(words(one.remark))
        lacks = "SENT" in one.next_steps and not one.check.agreed
        if lacks:
            box.addWidget(self._lack(one, at))
        steps = [step for step in one.next_steps if not (lacks and step == "SENT")]
        if steps:
            buttons = [self._step(one, step, at) for step in steps]
            box.addWidget(flowing(*buttons))
        holder.setLayout(box)
        return holder

    def _lack(self, one: "ReferralView", at: int) -> Card:
        """Say which consent is missing, and lead to asking for it."""
        says, check = self._doing.texts, one.check
        what = code_word(says.language, check.purpose, "consent_purpose") if check.purpose else code_word(says.language, check.receiver, "consent_receiver")  # fmt: skip
        text = says(f"support-consent-{check.state}", what=what)
        name = f"{says('support-ask-consent')}: {one.agency_name} ({at + 1})"
        ask = Button(says("support-ask-consent"), name=name)
        case = self._case
        ask.on(lambda: self._doing.go(case, "consents", purpose=check.purpose))
        line = row(gap=12)
        line.addWidget(words(text), 1)
        line.addWidget(ask)
        return Card(line, ground="info")

    def _step(self, one: "ReferralView", step: str, at: int) -> Button:
        says = self._doing.texts
        text = says(f"support-step-{step.lower()}")
        name = f"{text}: {one.agency_name} ({at + 1})"
        button = Button(text, "quiet" if step == "REVOKED" else "plain", name=name)
        return button.on(self._stepping(one, step))

    def _stepping(self, one: "ReferralView", step: str) -> Callable[[], None]:
        if step == "SENT":
            return lambda: self._on_send(one)
        return lambda: self._do_step(one, step, "", "", "ORAL")

    def _do_step(
        self, one: "ReferralView", step: str, on: str, items: str, means: str
    ) -> None:
        says = self._doing.texts
        label = code_word(says.language, step, "referral_state")
        said = says("support-stepped", name=one.agency_name, state=label)
        self._doing.do(
            lambda desk: desk.referrals.step(one.id, step, on, items, means), said
        )

    def _on_send(self, one: "ReferralView") -> None:
        says = self._doing.texts

        def keep(told: Said) -> None:
            self._do_step(one, "SENT", told["on"], told["items"], told["means"])

        sheet = self._doing.sheet("support-send-title", keep)
        sheet.put(words(says("support-send-hint", name=one.agency_name), "muted"))
        means = [(c, w) for c, w in code_choices(says.language, "disclosure_means") if c in {"ORAL", "PAPER", "EMAIL", "EXPORT"}]  # fmt: skip
        sheet.choices("means", says("support-send-means"), means, "ORAL", needed=True)
        sheet.line("items", says("support-send-items"), hint=says("support-send-items-hint"), needed=True)  # fmt: skip
        sheet.day("on", says("support-send-day"), says("support-today"))
        sheet.ask()

    def _on_offer(self) -> None:
        says, case = self._doing.texts, self._case
        if not self._agencies:
            self._doing.session.toast(says("support-no-agencies"), says("support-to-book"), lambda: self._doing.session.go("settings", section="agencies"))  # fmt: skip
            return

        def keep(told: Said) -> None:
            self._doing.do(
                lambda desk: desk.referrals.offer(
                    case, told["line"], told["agency"], told["person"], told["remark"]
                ),
                says("support-offered"),
            )

        sheet = self._doing.sheet("support-offer-title", keep)
        sheet.choices("line", says("support-offer-line"), code_choices(says.language, "support_line"), needed=True)  # fmt: skip
        known = [(one.id, f"{one.name} {one.branch}".strip() + f" · {one.kind_label}") for one in self._agencies]  # fmt: skip
        sheet.pick("agency", says("support-offer-agency"), known, needed=True)
        sheet.line("person", says("support-offer-person"))
        sheet.note("remark", says("support-remark"))
        sheet.ask()
