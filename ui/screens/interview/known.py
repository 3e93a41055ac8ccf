"""What is known already, shown once and never asked again (이미 아는 것).

A fact is a quiet button: pressing it brings its question back, to be corrected.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from intake.desk.views import KnownFact
from intake.text import Texts
from ui.widgets import Button, Card, Symbol, keycap, row, words
from ui.widgets.flow import flowing

_LONGEST = 44


class KnownCard(Card):
    """Chips; ``again`` carries the address of the question to ask again."""

    again = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Stay out of sight while nothing is known."""
        super().__init__(ground="soft")
        self._texts = texts
        self._chips: list[Button] = []
        title = words(texts("casework-known"), "strong", wrap=False)
        hint = words(texts("casework-known-hint"), "small", wrap=False)
        self._holder = flowing(gap=6)
        mark = Symbol("circle-check", "muted", 16)
        self.add(row(mark, title, hint, None, keycap("Alt+K")), self._holder)
        self.body.setContentsMargins(20, 12, 20, 14)
        self.hide()

    def show_facts(self, facts: tuple[KnownFact, ...]) -> None:
        """Show what is known now."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(fact) for fact in facts]
        layout = self._holder.layout()
        for chip in self._chips:
            if layout is not None:
                layout.addWidget(chip)
            chip.show()
        self.setVisible(bool(facts))

    def focus_first(self) -> None:
        """Put the focus on the first fact."""
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chip(self, fact: KnownFact) -> Button:
        said = f"{fact.label.rstrip('?.')} · {fact.text}"
        shown = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        name = self._texts("casework-known-again", label=fact.label, text=fact.text)
        chip = Button(shown, "chip", name=name)
        chip.setToolTip(name)
        return chip.on(self._asking(fact.path))

    def _asking(self, path: str) -> Callable[[], None]:
        return lambda: self.again.emit(path)
