"""What a paper does not say (가림 목록): shown inside the center, printed nowhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.session import Session
from ui.widgets import Button, Symbol, column, row, words
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.redactions import RedactionLine

_MARKS = {"rule": "list-checks", "mark": "eye-off", "person": "circle-x"}


class RedactionSheet(TallSheet):
    """Every line under whose doing it is: a rule's, a mark's, a person's."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        lines: "tuple[RedactionLine, ...]",
        *,
        draft: bool = False,
    ) -> None:
        """Show the list of a paper that was issued, or of one that is not yet."""
        done = Button(texts("shell-close"), "primary")
        super().__init__(parent, texts("papers-redactions-title"), done, note=texts("papers-redactions-note"))  # fmt: skip
        self.done = done.on(self.close_sheet)
        if draft:
            self.put(words(texts("papers-redactions-draft"), "small"))
        if not lines:
            self.put(words(texts("papers-redactions-none")))
        for by in dict.fromkeys(one.by for one in lines):
            mine = [one for one in lines if one.by == by]
            self.put(_group(mine[0].by_label, [one.words for one in mine], _MARKS.get(by, "info")))  # fmt: skip

    def open(self) -> None:
        """Show it."""
        self.open_sheet(self.done)


def opener(parent: QWidget, texts: Texts, lines: "tuple[RedactionLine, ...]") -> Callable[[], None]:  # fmt: skip
    """Return what opens the list of a draft over the window of ``parent``."""
    return lambda: RedactionSheet(parent.window(), texts, lines, draft=True).open()


def show_kept(session: Session, parent: QWidget, paper: str) -> None:
    """Show the list that was kept with an issued paper over the window of ``parent``."""
    session.ask(
        lambda desk, _progress: desk.papers.redactions(paper),
        lambda lines: RedactionSheet(parent.window(), session.texts, lines).open(),
        by=parent,
        slot="redactions",
    )


def _group(title: str, sentences: list[str], icon: str) -> QWidget:
    holder, inner = QWidget(), column(words(title, "strong"), gap=6)
    for sentence in sentences:
        line = row(Symbol(icon, "muted", 16), gap=10)
        line.addWidget(words(sentence), 1)
        inner.addLayout(line)
    holder.setLayout(inner)
    return holder
