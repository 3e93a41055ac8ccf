"""Another center asks (공동 대응 요청을 받음): her own victim is asked before anything else.

* Agreed is said only with the day she was asked and her consent to the sharing between centers.
* Not yet asked is an answer too; nothing has to be decided at once.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from intake.clock import local, wall_ms
from intake.desk.views import ConsentLine
from intake.desk.views.joint import NoticeView
from ui.screens.notices.call import contact_card
from ui.screens.notices.doing import Doing
from ui.widgets import Button, Card, Choices, Pill, Symbol, column, row, say, words
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field
from ui.widgets.pill import State
from ui.widgets.spoken_date import read_date

_PURPOSE = "CENTER"
_WHOLE_DAY = len("2026-12-03")


def asked_cards(
    doing: Doing, one: NoticeView, consents: Sequence[ConsentLine]
) -> list[QWidget]:
    """Return a request of another center."""
    says = doing.texts
    what = Card(words(one.wanted_label, "heading"), gap=10)
    what.add(words(says("told-asked", center=one.other_name, number=one.number), "note"))  # fmt: skip
    if one.said_on:
        what.add(words(says("told-said-on", day=says.day(one.said_on)), "muted"))
    agreed = next((c for c in consents if c.purpose == _PURPOSE), None)
    contact = contact_card(doing, one.other_name, one.contact, one.contact_phone, one.contact_email)  # fmt: skip
    return [what, AskFirst(doing, one, agreed), contact]


class AskFirst(Card):
    """피해자에게 먼저 여쭙니다: what she agreed to, the day she was asked, and the reply."""

    def __init__(
        self, doing: Doing, one: NoticeView, consent: ConsentLine | None
    ) -> None:
        """Show what stands and ask for the reply."""
        says = doing.texts
        head = row(Symbol("heart-handshake", "info", 20), words(says("told-ask-first"), "heading"), gap=10)  # fmt: skip
        super().__init__(head, words(says("told-ask-first-why")), gap=12)
        self._doing, self._one = doing, one
        self._agreed = consent is not None and consent.decision == "AGREED" and not consent.withdrawn  # fmt: skip
        self.add(self._consent(consent))
        if one.reply:
            self.add(words(says("told-replied", reply=one.reply_label), "muted"))
        replies = [(code, label) for code, label in code_choices(says.language, "joint_reply")]  # fmt: skip
        self.replies = Choices(replies, says("told-reply-choice"), digits=False)
        self.replies.chosen.connect(lambda _values: self._show())
        self.day = Field(says("told-asked-day"), says("told-day-hint"))
        self.remark = Field(says("told-remark"), says("told-joint-remark-hint"))
        self._why = words("", "small", tone="wait")
        self.go = Button(says("told-reply-send"), "primary").on(self._on_reply)
        self.add(column(words(says("told-reply-choice"), "strong"), self.replies, gap=6))  # fmt: skip
        self.add(self.day, self.remark, self._why, row(None, self.go))
        self.replies.choose(one.reply)
        self._show()

    def _consent(self, consent: ConsentLine | None) -> QWidget:
        says, holder = self._doing.texts, QWidget()
        word, tone = self._state(consent)
        open_ = Button(says("told-consents"), icon="heart", name=says("told-consents-name", number=self._one.number))  # fmt: skip
        open_.on(lambda: self._doing.session.go("case", case=self._one.case, tab="consents"))  # fmt: skip
        title = words(says("consent-center-title"), wrap=False)
        holder.setLayout(row(title, Pill(word, tone), None, open_))
        return holder

    def _state(self, consent: ConsentLine | None) -> tuple[str, State]:
        says = self._doing.texts
        if self._agreed:
            return says("giving-agreed"), "ok"
        if consent is None or consent.decision == "LATER":
            return says("giving-undecided"), "wait"
        return says("giving-withdrawn" if consent.withdrawn else "giving-refused"), "no"

    @property
    def reply(self) -> str:
        """The reply that is chosen, or nothing."""
        return next(iter(self.replies.values), "")

    def _show(self) -> None:
        """Agreed needs her consent; whoever was not asked yet has no day."""
        blocked = self.reply == "AGREED" and not self._agreed
        says = self._doing.texts
        say(self._why, says("told-needs-consent") if blocked else "", "wait")
        self.day.setVisible(self.reply in {"AGREED", "DECLINED"})
        self.go.setEnabled(bool(self.reply) and not blocked)

    def _asked_on(self) -> str | None:
        """Return the day she was asked; None where it is no day, or is missing."""
        if self.reply == "LATER":
            return ""
        day = read_date(self.day.text(), local(wall_ms()).date()) or ""
        return day if len(day) == _WHOLE_DAY else None

    def _on_reply(self) -> None:
        says, day = self._doing.texts, self._asked_on()
        if day is None:
            say(self._why, says("told-needs-day"), "danger")
            self.day.line.setFocus()
            return
        notice, reply, remark = self._one.id, self.reply, self.remark.text()
        self._doing.do(
            lambda desk: desk.joint.reply(notice, reply, day, remark),
            says("told-reply-kept"),
        )
