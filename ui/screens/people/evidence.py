"""What speaks for a candidate, and below it what speaks against: sentences, never a number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.desk.views.matches import Candidate, Effect, EvidenceLine, PairView
from intake.desk.views.people import visible
from intake.text import Texts
from ui.screens.people.rows import TONES, strength
from ui.widgets import Button, Card, Pill, Symbol, row, words
from ui.widgets.tall_sheet import empty_box

_FIRST, _MORE, _LONG, _LEAST = 12, 30, 240, 40
_SHORTEST = 2  # of one letter nobody is known
NAMING = frozenset({"name", "nickname"})  # marks that are covered like the name itself


class EvidenceCard(Card):
    """Reasons for, then those against; the first of many."""

    def __init__(self, texts: Texts, view: PairView) -> None:
        """Show what is found now."""
        title = words(texts("cand-evidence"), "heading", wrap=False)
        super().__init__(row(title, None, *_pills(view.candidate)), gap=10)
        self._texts, self._box = texts, QVBoxLayout()
        self._view, self._named, self._many = view, False, _FIRST
        self._box.setSpacing(8)
        self._lines = view.evidence
        if view.withheld:
            self.add(_said("info", "wait", view.withheld))
        self.add(self._box)
        self._show(_FIRST)

    def show_names(self, *, shown: bool) -> None:
        """Say names of the suspect in full, or cover them."""
        self._named = shown
        self._show(self._many)

    def _show(self, many: int) -> None:
        says, against = self._texts, False
        self._many = many
        empty_box(self._box)
        if not self._lines:
            self._box.addWidget(words(says("cand-no-evidence"), "muted"))
        told = [*_some(self._lines, many, against=False), *_some(self._lines, many, against=True)]  # fmt: skip
        for one in told:
            if one.against and not against:
                against = True
                self._box.addWidget(words(says("cand-against"), "small"))
            text = one.text if self._named else covered(says, self._view, one.text)
            self._box.addWidget(_held(line_of(one, text)))
        if len(self._lines) > len(told):
            left = says("cand-more-evidence", count=len(self._lines) - len(told))
            more = Button(left, "quiet").on(lambda: self._show(many + _MORE))
            self._box.addWidget(_held(row(more, None)))


def _some(lines: Sequence[EvidenceLine], many: int, *, against: bool) -> list[EvidenceLine]:  # fmt: skip
    return [one for one in lines if one.against is against][:many]


def frozen_card(texts: Texts, view: PairView) -> Card:
    """Return what was known when it was decided, and whether it is the same now."""
    card = Card(words(texts("cand-frozen"), "heading"), ground="soft", gap=8)
    then, now = ([(one.says_id, one.weight) for one in lines] for lines in (view.frozen, view.evidence))  # fmt: skip
    card.add(words(texts("cand-frozen-same" if then == now else "cand-frozen-other"), "muted"))  # fmt: skip
    for one in view.frozen[:_FIRST]:
        card.add(line_of(one, covered(texts, view, one.text)))
    left = len(view.frozen) - _FIRST
    return card.add(words(texts("cand-more-evidence", count=left), "small")) if left > 0 else card  # fmt: skip


def effect_card(texts: Texts, effect: Effect, *, waits: bool) -> Card:
    """Return what would change (확인하면); a decision that ``waits`` needs two in any case."""
    says = texts
    told = [
        says("cand-effect-victims", before=effect.victims_before, after=effect.victims_after),
        says("cand-effect-actions", before=effect.actions_before, after=effect.actions_after),
    ]  # fmt: skip
    if effect.notices:
        told.append(says("cand-effect-notices", names=" · ".join(effect.notice_names)))
    told.append(
        says("cand-effect-two" if waits or effect.needs_second else "cand-effect-one")
    )
    card = Card(words(says("cand-effect"), "heading"), ground="soft", gap=6)
    return card.add(*(_said("arrow-right", "muted", one) for one in told))


def covered(texts: Texts, view: PairView, text: str) -> str:
    """Return a reason with every name of the suspect covered."""
    sides = (view.one, view.other)
    names = {name for side in sides for name in side.names}
    names |= {one.shown for side in sides for one in side.marks if one.kind in NAMING}
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= _SHORTEST:
            text = text.replace(name, texts("cand-covered"))
    return text


def line_of(one: EvidenceLine, text: str) -> QHBoxLayout:
    """Return one reason with its mark."""
    icon, tone = ("minus", "wait") if one.against else ("check", "ok")
    return _said(icon, tone, visible(text, _LONG))


def _said(icon: str, tone: str, text: str) -> QHBoxLayout:
    label = words(text)
    label.setMinimumWidth(_LEAST)
    line = row(Symbol(icon, tone, 16), gap=10)
    line.addWidget(label, 1)
    return line


def _pills(found: Candidate) -> list[Pill]:
    kind = [] if found.kind == "same_person" else [Pill(found.kind_label)]
    state, word = Pill("", "no"), Pill("", TONES.get(found.word, "no"))
    for pill, text in ((state, found.state_label), (word, strength(found))):
        pill.setText(text)  # the strength has a shape of its own
        pill.setAccessibleName(text)
    return [*kind, state, word]


def _held(line: QHBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(line)
    return holder
