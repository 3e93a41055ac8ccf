"""Whom a paper is about (누구에 관한 문서), said in words, with the way to choose another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.papers.reading import About
from ui.widgets import Button, Choices, row, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.papers import PaperChoice

_CHIP, _PLACE = 34, 296


class Whom(QWidget):
    """``kind`` carries a code of what it is about; ``wanted`` asks for the list."""

    kind = Signal(str)
    wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Say nothing until a kind of paper is chosen."""
        super().__init__()
        self._texts = texts
        self._kinds = QVBoxLayout()
        self._kinds.setContentsMargins(0, 0, 0, 0)
        self._told = words("", "body")
        self.choose = Button(texts("papers-choose"), icon="search", name=texts("papers-choose-name"))  # fmt: skip
        self.choose.on(self.wanted.emit)
        line = row(gap=8)
        line.addWidget(self._told, 1)
        line.addWidget(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(words(texts("papers-about"), "strong"))
        box.addLayout(self._kinds)
        box.addLayout(line)

    def show_kinds(self, choice: "PaperChoice", chosen: str) -> None:
        """Offer what a kind of paper may be about, where there is more than one."""
        empty_box(self._kinds)
        if len(choice.abouts) < 2:  # noqa: PLR2004 - nothing to choose
            return
        offered = [(one, self._kind_word(choice, one)) for one in choice.abouts]
        kinds = Choices(offered, self._texts("papers-about"), digits=False, kind="chip", columns=self._side_by_side(offered))  # fmt: skip
        kinds.choose(chosen)
        kinds.chosen.connect(lambda values: self.kind.emit(values[0]))
        self._kinds.addWidget(kinds)

    def show_about(self, about: About, choice: "PaperChoice | None") -> None:
        """Say whom, and offer the list where there is one."""
        chooses = about.kind in {"CASE", "PROFILE"}
        self._told.setText(about_words(self._texts, about, choice))
        self.choose.setVisible(chooses)
        self.choose.set_kind("primary" if chooses and not about.id else "plain")

    def _side_by_side(self, offered: "list[tuple[str, str]]") -> int:
        """Return how many chips stand in a line."""
        wide = sum(self.fontMetrics().horizontalAdvance(word) + _CHIP for _, word in offered)  # fmt: skip
        return len(offered) if wide <= _PLACE else 2

    def _kind_word(self, choice: "PaperChoice", kind: str) -> str:
        blank = kind == "CENTER" and is_blank(choice)
        return self._texts("papers-kind-blank" if blank else f"papers-kind-{kind.lower()}")  # fmt: skip


def is_blank(choice: "PaperChoice") -> bool:
    """Whether a kind made about a center is an empty form."""
    return choice.court == "NO" and "first" not in choice.uses


def about_words(texts: Texts, about: About, choice: "PaperChoice | None") -> str:
    """Return what a paper is about in words."""
    facts = about.facts
    if about.kind in {"CENTER", "NATION"}:
        blank = choice is not None and not choice.needed and is_blank(choice)
        name = texts("papers-about-nation") if about.kind == "NATION" else str(facts.get("name", ""))  # fmt: skip
        return texts("papers-blank-of", name=name) if blank else name
    if not about.known:
        return texts("papers-about-gone")
    if not about.id:
        return texts(f"papers-about-no-{about.kind.lower()}")
    if about.quiet:
        return texts("papers-sits-here")
    if about.kind == "CASE":
        return texts("papers-about-case", number=facts["number"], name=facts["name"])
    return texts("papers-about-profile", victims=facts["victims"], cases=facts["cases"])
