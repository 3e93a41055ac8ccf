"""Asking another center to work together (공동 대응 요청), and what became of it."""

from PySide6.QtWidgets import QWidget

from intake.desk.views.joint import NoticeView, RequestView
from ui.screens.notices.call import contact_card, steps_card
from ui.screens.notices.doing import Doing
from ui.widgets import Button, Card, Pill, row, words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.pill import State

_TONES: dict[str, State] = {"AGREED": "ok", "DECLINED": "no", "ENDED": "no", "LATER": "wait"}  # fmt: skip
_GOES = {"ASKED", "FORWARDED", "LATER"}


def ask_joint(doing: Doing, one: NoticeView) -> None:
    """Ask what is wanted; the other center asks its victim first."""
    says = doing.texts

    def keep(told: Said) -> None:
        doing.do(
            lambda desk: desk.joint.ask(one.id, told["wanted"], told["remark"]),
            says("told-joint-kept"),
        )

    title = says("told-joint-title", center=one.other_name)
    sheet = FormSheet(doing.window, says, title, says("told-joint-send"), keep)
    sheet.put(words(says("told-joint-hint"), "muted"))
    sheet.choices("wanted", says("told-joint-wanted"), code_choices(says.language, "joint_wanted"), needed=True)  # fmt: skip
    sheet.note("remark", says("told-joint-remark"))
    sheet.put(words(says("told-joint-remark-hint"), "small"))
    sheet.ask()


def request_cards(doing: Doing, one: RequestView, *, own: bool = True) -> list[QWidget]:
    """Return a request and how far it has come; only an ``own`` one can be taken back."""
    says = doing.texts
    pill = Pill(one.state_label, _TONES.get(one.state, "info"))
    told = says("told-request-asked", who=one.asked_by, day=says.day(one.asked_on), center=one.other_name)  # fmt: skip
    card = Card(row(words(one.wanted_label, "heading", wrap=False), pill, None), words(told), gap=10)  # fmt: skip
    card.add(words(says(f"told-stands-{one.state.lower()}"), "note"))
    if own and one.state in _GOES:
        end = Button(says("told-request-end"))
        end.on(lambda: doing.do(lambda desk: desk.joint.end(one.id), says("told-request-ended-now")))  # fmt: skip
        card.add(row(end, None))
    contact = contact_card(doing, one.other_name, one.contact, one.contact_phone, "")
    return [card, contact]


def reply_cards(doing: Doing, one: NoticeView) -> list[QWidget]:
    """Return what another center answered to a request of this one."""
    says = doing.texts
    state = _TONES.get(one.reply, "info")
    head = row(words(one.wanted_label or one.kind_label, "heading", wrap=False), Pill(one.reply_label, state), None)  # fmt: skip
    card = Card(head, words(says("told-reply-from", center=one.other_name)), gap=10)
    agreed = one.reply == "AGREED"
    steps = (says("told-step-agreed-call"), says("told-step-agreed-only")) if agreed else (says("told-step-no-more"),)  # fmt: skip
    if not one.answer:
        seen = Button(says("told-answer-seen"), "primary", icon="check")
        seen.on(lambda: doing.do(lambda desk: desk.link_notices.answer(one.id, "SEEN"), says("told-answer-kept")))  # fmt: skip
        card.add(row(seen, None))
    contact = contact_card(doing, one.other_name, one.contact, one.contact_phone, one.contact_email)  # fmt: skip
    return [card, steps_card(doing, *steps), contact]
