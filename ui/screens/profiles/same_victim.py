"""Two cases of one person (같은 피해자): said by a person, and only where she agreed.

The figures of the profile then count her once. Nothing is moved and nothing is merged.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from intake.desk.views.joint import CaseOfProfile
from intake.text import Texts
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import labelled
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.words import words

_REASONS = ("VICTIM_SAID", "TALKED", "POLICE", "STATEMENTS", "OTHER")


class SameVictimSheet(FormSheet):
    """Asks for the two cases, the reason, and whether she agreed."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        cases: Sequence[CaseOfProfile],
        keep: Callable[[Said], None],
    ) -> None:
        """Offer the cases of one profile."""
        title = texts("prof-same-victim")
        super().__init__(parent, texts, title, texts("prof-same-victim-keep"), keep)
        offered = [(one.case, f"{one.number} · {one.center_name}") for one in cases]
        first = [("", texts("prof-pick-case"))]
        self.put(words(texts("prof-same-victim-hint"), "muted"))
        self.one = self._case("one", texts("prof-one-case"), first + offered)
        self.other = self._case("other", texts("prof-other-case"), first + offered)
        self.reason = self.choices("reason", texts("prof-reason"), _reasons(texts.language), needed=True)  # fmt: skip
        self.line("words", texts("prof-words"))
        self.agreed = QCheckBox(texts("prof-agreed"))
        self.agreed.setAccessibleName(texts("prof-agreed"))
        self.put(self.agreed)

    @override
    def said(self) -> Said | None:
        """Return what was filled in; it stays open where the cases are one, or she was not asked."""
        told = super().said()
        if told is None:
            return None
        if told["one"] == told["other"]:
            self._refuse(self._texts("prof-two-cases"))
            return None
        if not self.agreed.isChecked():
            self._refuse(self._texts("prof-not-agreed"))
            return None
        return told

    def _case(self, name: str, label: str, offered: Sequence[tuple[str, str]]) -> Combo:
        combo = Combo(label)
        for value, text in offered:
            combo.addItem(text, value)
        self.put(labelled(label, combo))
        self._take(name, lambda: str(combo.currentData() or ""), combo, label)
        return combo


def _reasons(language: str) -> list[tuple[str, str]]:
    return [one for one in code_choices(language, "link_reason") if one[0] in _REASONS]
