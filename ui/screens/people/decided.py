"""Decisions that were taken (판단 이력): by whom, when, who confirmed; each can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from intake.desk.views.matches import DecisionLine
from intake.desk.views.people import Option, visible
from intake.text import Texts
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.form_sheet import FormSheet
from ui.widgets.spoken_date import shown_date

_LONG, _LEAST, _MOST = 400, 40, 20


def decisions_card(
    texts: Texts, told: Sequence[DecisionLine], undo: Callable[[DecisionLine], object]
) -> Card:
    """Return every decision about a pair, the newest first; ``undo`` is offered while it stands."""
    card = Card(words(texts("cand-decisions"), "heading"), gap=10)
    for at, one in enumerate(tuple(reversed(told))[:_MOST]):
        if at:
            card.add(rule())
        card.add(_decision(texts, one, at + 1, undo))
    return card


def _decision(
    texts: Texts, one: DecisionLine, at: int, undo: Callable[[DecisionLine], object]
) -> QWidget:
    says, holder = texts, QWidget()
    label = words(says("cand-decision", decision=one.decision_label, reason=one.reason_label), "strong")  # fmt: skip
    label.setMinimumWidth(_LEAST)
    line = row(gap=8)
    line.addWidget(label, 1)
    if one.for_court:
        line.addWidget(Pill(says("cand-court-pill"), "info"))
    if one.withdrawn:
        line.addWidget(Pill(says("cand-withdrawn"), "no"))
    else:
        name = says("cand-undo-name", count=at, decision=one.decision_label)
        line.addWidget(Button(says("cand-undo"), icon="undo-2", name=name).on(lambda: undo(one)))  # fmt: skip
    box = column(line, gap=4)
    holder.setLayout(box)
    for text in _by(says, one):
        told = words(text, "muted")
        told.setMinimumWidth(_LEAST)
        box.addWidget(told)
    return holder


def _by(says: Texts, one: DecisionLine) -> list[str]:
    told = [says("cand-by", who=one.by, on=shown_date(one.on, says))]
    if one.second_by:
        on = shown_date(one.second_on, says)
        told.append(says("cand-second-by", who=one.second_by, on=on, decision=one.second_label))  # fmt: skip
    elif one.waits_for_second:
        told.append(says("cand-waits-mine" if one.mine else "cand-waits"))
        if one.decision == "NOT_SAME":
            told.append(says("cand-waits-apart"))
    if one.seen:
        told.insert(1, says("cand-seen-only"))
    if one.looked_by:
        on = shown_date(one.looked_on, says)
        told.append(says("cand-looked", who=one.looked_by, on=on, reason=one.looked_label))  # fmt: skip
    if one.words:
        told.append(visible(one.words, _LONG))
    return told


def undo_sheet(
    parent: QWidget, texts: Texts, reasons: Sequence[Option], keep: Callable[[str], None]
) -> FormSheet:  # fmt: skip
    """Return the sheet that asks why a decision is taken back; it says what follows."""
    sheet = FormSheet(parent, texts, texts("cand-undo"), texts("cand-undo-keep"), lambda said: keep(said["reason"]))  # fmt: skip
    sheet.put(words(texts("cand-undo-hint"), "muted"))
    offered = [(one.code, one.label) for one in reasons]
    sheet.choices("reason", texts("cand-reason"), offered, needed=True)
    return sheet
