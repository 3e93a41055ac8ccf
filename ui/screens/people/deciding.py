"""The card that asks what somebody thinks: the same, not the same, on hold; and a reason.

The digits 1, 2 and 3 choose while the focus is inside the choice; nothing is said before the button.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from intake.desk.views.people import Option
from intake.text import Texts
from ui.screens.people.looking import DECISIONS
from ui.widgets import Button, Card, Choices, Symbol, row, words
from ui.widgets.choice_columns import columns_for
from ui.widgets.field import Field
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

_LEAST = 40


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody decided."""

    decision: str
    reason: str
    words: str = ""
    for_court: bool = False


class DecidingCard(Card):
    """Asks; ``decided`` carries a ``Said``. For a second person it asks no words and no court."""

    decided = Signal(object)

    def __init__(
        self, texts: Texts, reasons: Mapping[str, Sequence[Option]], *, second: bool = False, hint: str = ""
    ) -> None:  # fmt: skip
        """Stand open, nothing chosen; ``hint`` is said instead of the usual sentence."""
        title = texts("cand-second" if second else "cand-decide")
        super().__init__(words(title, "heading"), gap=12)
        self._texts, self._given, self._second = texts, reasons, second
        usual = "cand-second-hint" if second else "cand-decide-hint"
        told = words(hint or texts(usual), "muted")
        offered = [(one, texts(f"cand-say-{one.lower().replace('_', '-')}")) for one in DECISIONS]  # fmt: skip
        self.choice = Choices(offered, title)
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self.reason: Choices | None = None
        self.words = Field(texts("cand-words"), texts("cand-words-hint"))
        self.court = QCheckBox(texts("cand-court"))
        self.court.setAccessibleName(texts("cand-court"))
        self.keep = Button(texts("cand-keep"), "primary").on(self._on_keep)
        self.add(told, self.choice, self._box, self.words, self.court, row(None, self.keep))  # fmt: skip
        self.choice.chosen.connect(lambda _values: self._on_choice())
        self._on_choice()

    def draft(self) -> Said:
        """Return what is filled in so far."""
        reason = next(iter(self.reason.values), "") if self.reason is not None else ""
        decision = next(iter(self.choice.values), "")
        court = self.court.isChecked() and decision == "SAME" and not self._second
        return Said(decision, reason, self.words.text(), court)

    def fill_in(self, draft: Said) -> None:
        """Stand as it stood before the page was drawn anew."""
        if draft.decision:
            self.choice.choose(draft.decision)
            self._on_choice()
            if self.reason is not None:
                self.reason.choose(draft.reason)
        self.words.set_text(draft.words)
        self.court.setChecked(draft.for_court)
        self._on_reason()

    def _on_choice(self) -> None:
        decision = next(iter(self.choice.values), "")
        empty_box(self._box)
        self.reason = None
        if decision:
            offered = [(one.code, one.label) for one in self._given.get(decision, ())]
            columns = columns_for((text for _, text in offered), self)
            said = self._texts("cand-reason")
            self.reason = Choices(offered, said, columns=min(columns, 3), digits=False)
            self.reason.chosen.connect(lambda _values: self._on_reason())
            self._box.addWidget(words(said, "strong"))
            self._box.addWidget(self.reason)
        self.words.setVisible(bool(decision) and not self._second)
        self.court.setVisible(decision == "SAME" and not self._second)
        self._on_reason()
        settle_tabs(self)

    def _on_reason(self) -> None:
        told = self.draft()
        self.keep.setEnabled(bool(told.decision and told.reason))

    def _on_keep(self) -> None:
        self.keep.setEnabled(False)
        self.decided.emit(self.draft())


class StayingCard(Card):
    """Asks why a decision that is to be looked at again stays; ``stays`` carries the reason."""

    stays = Signal(str)

    def __init__(self, texts: Texts, reasons: Sequence[Option]) -> None:
        """Stand open, nothing chosen."""
        super().__init__(words(texts("cand-again"), "heading"), gap=12)
        offered = [(one.code, one.label) for one in reasons]
        columns = columns_for((text for _, text in offered), self)
        said = texts("cand-again-reason")
        self.reason = Choices(offered, said, columns=min(columns, 3), digits=False)
        self.keep = Button(texts("cand-stays")).on(self._on_keep)
        self.keep.setEnabled(False)
        self.reason.chosen.connect(lambda _values: self.keep.setEnabled(True))
        self.add(words(texts("cand-again-hint"), "muted"), words(said, "strong"), self.reason)  # fmt: skip
        self.add(row(None, self.keep))

    def _on_keep(self) -> None:
        self.keep.setEnabled(False)
        self.stays.emit(next(iter(self.reason.values), ""))


def changed_card(texts: Texts, why: Sequence[str]) -> Card:
    """Return what has changed since it was decided."""
    card = Card(words(texts("cand-changed"), "heading"), gap=8)
    return card.add(*map(_changed, why))


def _changed(text: str) -> QHBoxLayout:
    label = words(text)
    label.setMinimumWidth(_LEAST)
    line = row(Symbol("info", "wait", 16), gap=10)
    line.addWidget(label, 1)
    return line
