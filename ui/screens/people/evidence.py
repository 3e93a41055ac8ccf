"""What speaks for a candidate, and below it what speaks against: sentences, never a number."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.desk.views.matches import Candidate, Effect, EvidenceLine, PairView
from intake.desk.views.people import visible
from intake.text import Texts
from ui.screens.people.rows import TONES, strength
from ui.widgets import Button, Card, Pill, Symbol, row, words
from ui.widgets.tall_sheet import empty_box

_FIRST, _MORE, _LONG, _LEAST = 12, 30, 240, 40


class EvidenceCard(Card):
    """Reasons for, then those against; the first of many."""

    def __init__(self, texts: Texts, view: PairView) -> None:
        """Show what is found now."""
        title = words(texts("cand-evidence"), "heading", wrap=False)
        super().__init__(row(title, None, *_pills(view.candidate)), gap=10)
        self._texts, self._box = texts, QVBoxLayout()
        self._box.setSpacing(8)
        self._lines = sorted(view.evidence, key=lambda one: one.against)
        if view.withheld:
            self.add(_said("info", "wait", view.withheld))
        self.add(self._box)
        self._show(_FIRST)

    def _show(self, many: int) -> None:
        says, against = self._texts, False
        empty_box(self._box)
        if not self._lines:
            self._box.addWidget(words(says("cand-no-evidence"), "muted"))
        for one in self._lines[:many]:
            if one.against and not against:
                against = True
                self._box.addWidget(words(says("cand-against"), "small"))
            self._box.addWidget(_held(line_of(one)))
        if len(self._lines) > many:
            left = says("cand-more-evidence", count=len(self._lines) - many)
            more = Button(left, "quiet").on(lambda: self._show(many + _MORE))
            self._box.addWidget(_held(row(more, None)))


def frozen_card(texts: Texts, view: PairView) -> Card:
    """Return what was known when it was decided; one sentence where nothing has changed."""
    card = Card(words(texts("cand-frozen"), "heading"), ground="soft", gap=8)
    if [one.text for one in view.frozen] == [one.text for one in view.evidence]:
        return card.add(words(texts("cand-frozen-same"), "muted"))
    for one in view.frozen[:_FIRST]:
        card.add(line_of(one))
    left = len(view.frozen) - _FIRST
    return card.add(words(texts("cand-more-evidence", count=left), "small")) if left > 0 else card  # fmt: skip


def effect_card(texts: Texts, effect: Effect) -> Card:
    """Return what would change (확인하면)."""
    says = texts
    told = [
        says("cand-effect-victims", before=effect.victims_before, after=effect.victims_after),
        says("cand-effect-actions", before=effect.actions_before, after=effect.actions_after),
    ]  # fmt: skip
    if effect.notices:
        told.append(says("cand-effect-notices", names="·".join(effect.notices)))
    told.append(says("cand-effect-two" if effect.needs_second else "cand-effect-one"))
    card = Card(words(says("cand-effect"), "heading"), ground="soft", gap=6)
    return card.add(*(_said("arrow-right", "muted", one) for one in told))


def line_of(one: EvidenceLine) -> QHBoxLayout:
    """Return one reason with its mark."""
    icon, tone = ("minus", "wait") if one.against else ("check", "ok")
    return _said(icon, tone, visible(one.text, _LONG))


def _said(icon: str, tone: str, text: str) -> QHBoxLayout:
    label = words(text)
    label.setMinimumWidth(_LEAST)
    line = row(Symbol(icon, tone, 16), gap=10)
    line.addWidget(label, 1)
    return line


def _pills(found: Candidate) -> list[Pill]:
    kind = [] if found.kind == "same_person" else [Pill(found.kind_label)]
    return [*kind, Pill(found.state_label, "no"), Pill(strength(found), TONES.get(found.word, "no"))]  # fmt: skip


def _held(line: QHBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(line)
    return holder
