"""What is missing and what should be looked at (빠진 것, 살펴볼 것), each a way to its field."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.papers.redaction_sheet import opener
from ui.widgets import Button, Card, Symbol, column, row, words
from ui.widgets.tall_sheet import empty_box
from ui.widgets.words import Tone

if TYPE_CHECKING:
    from intake.desk.views.papers import PaperPreview

_INDENT = 24


class SaidCard(Card):
    """Two lists of sentences; ``go`` is called with the name of a field."""

    def __init__(self, texts: Texts, go: Callable[[str], object]) -> None:
        """Say nothing until a preview is there."""
        super().__init__(ground="soft", gap=8)
        self._texts, self._go = texts, go
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add(self._lines)
        self.hide()

    def clear(self) -> None:
        """Say nothing."""
        empty_box(self._lines)
        self.hide()

    def show_preview(self, preview: "PaperPreview", fields: Mapping[str, str]) -> None:
        """Say what a preview told; ``fields`` has the field of a sentence where there is one."""
        says = self._texts
        empty_box(self._lines)
        self._part(says("papers-missing"), preview.missing, fields, "wait")
        self._part(says("papers-warnings"), preview.warnings, fields, "")
        if preview.left_out:
            self._lines.addWidget(words(says("papers-left-out", count=preview.left_out), "small"))  # fmt: skip
        if not preview.missing and not preview.warnings:
            whole = row(Symbol("circle-check", "ok", 16), gap=8)
            whole.addWidget(words(says("papers-nothing-missing")), 1)
            self._lines.insertWidget(0, _held(whole))
        if preview.redactions:
            self._redactions(preview)
        self.show()

    def _redactions(self, preview: "PaperPreview") -> None:
        """Lead to what the paper does not say."""
        says, lines = self._texts, preview.redactions
        told = row(Symbol("eye-off", "muted", 16), gap=8)
        told.addWidget(words(says("papers-redactions", count=len(lines))), 1)
        self._lines.addWidget(_held(told))
        see = Button(says("papers-redactions-open"), "chip").on(opener(self, says, lines))  # fmt: skip
        self._lines.addWidget(_held(row(_INDENT, see, None)))

    def _part(self, title: str, said: Iterable[str], fields: Mapping[str, str], tone: Tone) -> None:  # fmt: skip
        sentences = list(dict.fromkeys(said))
        if not sentences:
            return
        self._lines.addWidget(words(title, "strong", tone=tone))
        for at, sentence in enumerate(sentences, 1):
            name = fields.get(sentence, "")
            line = row(Symbol("circle-alert" if tone else "info", tone or "muted", 16), gap=8)  # fmt: skip
            line.addWidget(words(sentence), 1)
            self._lines.addWidget(_held(line))
            if name:
                field = self._texts(f"papers-field-{name.replace('_', '-')}")
                go = Button(self._texts("papers-fill"), "chip", name=self._texts("papers-fill-name", field=field, at=at))  # fmt: skip
                self._lines.addWidget(_held(row(_INDENT, go.on(self._going(name)), None)))  # fmt: skip

    def _going(self, name: str) -> Callable[[], None]:
        return lambda: (self._go(name), None)[1]


def _held(line: object) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(line, gap=0))  # type: ignore[arg-type]
    return holder
