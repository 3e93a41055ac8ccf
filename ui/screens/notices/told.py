"""A link notice (연결 알림), as the center it was told to sees it, and as the central desk does.

* What was confirmed, on whose word, and by which of the own identifiers; nothing of the other
  case but its center and how many cases there are.
* A notice that was recalled is calm: it says what is no longer so, and asks for one press.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLayout, QWidget

from intake.desk.views.joint import NoticeLineView, NoticeView
from intake.desk.views.people import visible
from ui.screens.notices.asking import ask_joint
from ui.screens.notices.call import contact_card, steps_card
from ui.screens.notices.doing import Doing
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.card import Thing

_KIND, _LONG, _SHORT, _MOST = 148, 120, 40, 40
_ANSWERS = ("SEEN", "AGREES", "DISAGREES")


def match_cards(doing: Doing, one: NoticeView) -> list[QWidget]:
    """Return the cards of a notice that stands."""
    says = doing.texts
    steps = (says("told-step-call", center=one.other_name), says("told-step-victim"), says("told-step-joint"))  # fmt: skip
    cards: list[QWidget] = [_confirmed(doing, one), _why(doing, one)]
    cards += [_contact(doing, one), steps_card(doing, *steps), _answer(doing, one)]
    return cards


def recalled_cards(doing: Doing, one: NoticeView) -> list[QWidget]:
    """Return the cards of a notice that was recalled."""
    says = doing.texts
    day = says.day(one.recalled_on) if one.recalled_on else ""
    link = one.kind == "MATCH"
    kind = "told-request-recalled" if one.kind == "REQUEST" else "told-reply-recalled"
    title = words(says("told-recalled") if link else one.kind_label, "heading", wrap=False)  # fmt: skip
    means = says("told-recalled-means") if link else says(kind)
    told = Card(
        row(Symbol("unlink", "info", 20), title, None, gap=10),
        words(means, "note"),
        words(" · ".join(filter(None, (day, one.recall_label))), "muted"),
        ground="info",
        gap=10,
    )
    if one.answer == "RECALL_SEEN":
        told.add(words(_answered(doing, one), "muted"))
    else:
        seen = Button(says("told-recall-seen"), "primary", icon="check")
        told.add(row(seen.on(_answering(doing, one, "RECALL_SEEN")), None))
    steps = (says("told-step-recalled-share"), says("told-step-recalled-case"))
    after = [steps_card(doing, *steps)] if link else []
    return [told, *after, _contact(doing, one)]


def central_cards(doing: Doing, one: NoticeView) -> list[QWidget]:
    """Return a notice as the central desk sees it: whom it told, whether it arrived, the answer."""
    says = doing.texts
    arrived = "told-arrived" if one.acknowledged else "told-not-arrived"
    card = Card(words(says("told-to", center=one.to_name), "heading"), gap=10)
    card.add(words(says(arrived)))
    if one.said_on:
        card.add(words(says("told-said-on", day=says.day(one.said_on)), "muted"))
    if one.recalled_on:
        recalled = says("told-recalled-on", day=says.day(one.recalled_on), why=one.recall_label)  # fmt: skip
        card.add(words(recalled))
    if one.wanted_label:
        card.add(words(says("told-wanted", what=one.wanted_label)))
    said = _answered(doing, one) if one.answer_label else says("told-no-answer")
    card.add(rule(), words(said))
    if one.reply_label:
        card.add(words(says("told-reply", what=one.reply_label)))
    go = Button(says("told-judgement"), icon="git-merge")
    go.on(lambda: doing.session.go("people", link=one.link))
    return [card.add(row(go, None)), _why(doing, one, there=True)]


def _confirmed(doing: Doing, one: NoticeView) -> Card:
    says = doing.texts
    told = says("told-confirmed", number=one.number, center=one.other_name, count=one.other_cases)  # fmt: skip
    day = says.day(one.confirmed_on) if one.confirmed_on else ""
    by = says("told-by-two" if one.two_persons else "told-by-one", day=day)
    pills = row(
        Pill(one.link_kind_label, "info"),
        Pill(says("told-word", word=one.word_label), "info"),
        None,
    )
    go = Button(says("told-open-case"), icon="folder", name=says("told-open-case-name", number=one.number))  # fmt: skip
    go.on(lambda: doing.session.go("case", case=one.case, tab="suspects"))
    return Card(pills, words(told, "note"), words(by, "muted"), row(go, None), gap=10)


def _why(doing: Doing, one: NoticeView, *, there: bool = False) -> Card:
    """Return the grounds: values of the center that was told, as it noted them itself."""
    says = doing.texts
    hint = says("told-why-there" if there else "told-why-hint")
    card = Card(words(says("told-why"), "heading"), words(hint, "muted"), gap=10)
    if not one.lines:
        return card.add(words(says("told-no-lines"), "muted"))
    for at, line in enumerate(one.lines[:_MOST]):
        if at:
            card.add(rule())
        card.add(_ground(line))
    left = len(one.lines) - _MOST
    return card.add(words(says("told-more-lines", count=left), "muted")) if left > 0 else card  # fmt: skip


def _ground(line: NoticeLineView) -> QLayout:
    value, told = visible(line.text, _LONG), visible(line.says, _LONG * 2)
    if told and (not value or value in told):  # the sentence says kind and value
        sentence = _narrow(words(told, selectable=True))
        return row(Symbol("link-2", "muted", 16), sentence, gap=10)
    kind = words(visible(line.kind_label, _SHORT), "muted", wrap=False)
    kind.setFixedWidth(_KIND)
    under = (_narrow(words(told, "muted")),) if told else ()
    shown = _narrow(words(value, "strong", selectable=True))
    found = row(kind, gap=10)
    found.addLayout(column(shown, *under, gap=2), 1)
    return found


def _narrow(label: QLabel) -> QLabel:
    """Let a label be cut: one long word may not widen the page."""
    label.setMinimumWidth(_SHORT)
    return label


def _contact(doing: Doing, one: NoticeView) -> Card:
    return contact_card(doing, one.other_name, one.contact, one.contact_phone, one.contact_email)  # fmt: skip


def _answer(doing: Doing, one: NoticeView) -> Card:
    """Return the three answers; the one that was given is marked, another may follow it."""
    says = doing.texts
    card = Card(words(says("told-answer"), "heading"), gap=10)
    if one.answer:
        card.add(words(_answered(doing, one), "muted"))
    buttons: list[Thing] = []
    for answer in _ANSWERS:
        first = answer == "SEEN" and not one.answer
        button = Button(says(f"told-answer-{answer.lower()}"), "primary" if first else "plain")  # fmt: skip
        button.setEnabled(answer != one.answer)
        buttons.append(button.on(_answering(doing, one, answer)))
    joint = Button(says("told-joint"), icon="users")
    joint.on(lambda: ask_joint(doing, one))
    return card.add(row(*buttons, None, joint))


def _answered(doing: Doing, one: NoticeView) -> str:
    says = doing.texts
    day = says.day(one.answered_on) if one.answered_on else ""
    return says("told-answered", answer=one.answer_label, who=one.answered_by, day=day)


def _answering(doing: Doing, one: NoticeView, answer: str) -> Callable[[], None]:
    said = doing.texts("told-answer-kept")
    return lambda: doing.do(lambda desk: desk.link_notices.answer(one.id, answer), said)
