"""A case that goes over, or comes (이관): what it means, and taking it or not."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from intake.desk.views.joint import HandoverView
from ui.screens.notices.call import steps_card
from ui.screens.notices.doing import Doing
from ui.session import Question
from ui.widgets import Button, Card, Pill, row, words
from ui.widgets.pill import State

_TONES: dict[str, State] = {"OFFERED": "wait", "TAKEN": "ok", "DECLINED": "no", "TAKEN_BACK": "no"}  # fmt: skip


def handover_cards(doing: Doing, one: HandoverView, own_center: str) -> list[QWidget]:
    """Return a handover, with what may be done about it at ``own_center``."""
    says = doing.texts
    way = says("told-way", one=one.from_name, other=one.to_name)
    pill = Pill(one.state_label, _TONES.get(one.state, "info"))
    card = Card(row(words(way, "heading", wrap=False), pill, None), gap=10)
    by = says("told-offered", who=one.from_counselor, day=says.day(one.said_on))
    card.add(words(by), words(says("told-offered-why", why=one.reason_label), "muted"))
    if one.taken_on:
        card.add(words(says("told-taken-on", day=says.day(one.taken_on)), "muted"))
    waits = one.state == "OFFERED"
    steps = ("told-step-over-call", "told-step-over-take") if one.incoming else ("told-step-over-waits", "told-step-over-stays")  # fmt: skip
    if one.incoming and one.state == "TAKEN_BACK":
        card.add(words(says("told-over-taken-back"), "note"), _acknowledging(doing, one))  # fmt: skip
    ours = own_center in {one.from_center, one.to_center}
    if not (waits and ours):
        return [card]
    card.add(_incoming(doing, one) if one.incoming else _outgoing(doing, one))
    cards: list[QWidget] = [card]
    if one.stays:
        stays = Card(words(says("over-stays"), "heading"), gap=8)
        cards.append(stays.add(*(words(says(text)) for text in one.stays)))
    return [*cards, steps_card(doing, *(says(step) for step in steps))]


def _incoming(doing: Doing, one: HandoverView) -> QWidget:
    says = doing.texts
    take = Button(says("told-take"), "primary", icon="check")
    take.on(lambda: doing.do(lambda desk: desk.handovers.take(one.id), says("told-taken")))  # fmt: skip
    no = Button(says("told-decline")).on(_declining(doing, one))
    return _buttons(take, no)


def _acknowledging(doing: Doing, one: HandoverView) -> QWidget:
    says = doing.texts
    seen = Button(says("told-answer-seen"), "primary", icon="check")
    seen.on(lambda: doing.do(lambda desk: desk.handovers.decline(one.id), says("told-over-seen")))  # fmt: skip
    return _buttons(seen)


def _outgoing(doing: Doing, one: HandoverView) -> QWidget:
    says = doing.texts
    back = Button(says("told-take-back"), icon="undo-2")
    back.on(lambda: doing.do(lambda desk: desk.handovers.take_back(one.id), says("told-taken-back")))  # fmt: skip
    return _buttons(back)


def _declining(doing: Doing, one: HandoverView) -> Callable[[], None]:
    says = doing.texts

    def decline() -> None:
        doing.do(lambda desk: desk.handovers.decline(one.id), says("told-declined"))

    return lambda: doing.session.question(
        Question(
            title=says("told-decline"),
            body=says("told-decline-question", center=one.from_name),
            yes=says("told-decline"),
            no=says("shell-cancel"),
            act=decline,
        )
    )


def _buttons(*buttons: Button) -> QWidget:
    holder = QWidget()
    holder.setLayout(row(*buttons, None))
    return holder
