"""A court's pack that was issued (발급한 묶음): where it lies, its papers, and what to do now."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from intake.text import Texts
from ui.screens.papers.cards import Acts, short_hash
from ui.widgets import Button, Card, Symbol, row, rule, words
from ui.widgets.flow import flowing

if TYPE_CHECKING:
    from ui.screens.papers.issuing import MadePack


def issued_pack_card(texts: Texts, made: "MadePack", acts: Acts) -> Card:
    """Return what came of issuing a pack."""
    title = texts("papers-pack-issued", count=len(made.lines))
    card = Card(row(Symbol("circle-check", "ok", 20), words(title, "heading", wrap=False), None, gap=10), ground="ok", gap=10)  # fmt: skip
    card.add(words(texts("papers-lies", place=str(made.place)), selectable=True))
    sealed = texts("papers-with-seal" if all(one.sealed for one in made.lines) else "papers-no-seal")  # fmt: skip
    card.add(words(sealed, "small"))
    first, *others = [Button(texts(text_id), icon=icon).on(act) for text_id, icon, act in acts]  # fmt: skip
    first.set_kind("primary")
    card.add(flowing(first, *others), 4, _papers(texts, made))
    if made.locked:
        card.add(words(texts("papers-not-shown"), "small"))
    return card.add(words(texts("papers-pack-compare"), "small"))


def _papers(texts: Texts, made: "MadePack") -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    heads = ("papers-what", "papers-number", "papers-hash")
    for place, text_id in enumerate(heads):
        grid.addWidget(words(texts(text_id), "small", wrap=False), 0, place)
    for at, line in enumerate(made.lines):
        below = 2 * at + 1
        grid.addWidget(rule(), below, 0, 1, len(heads))
        for place, value in enumerate((line.kind_label, line.number, short_hash(line.digest))):  # fmt: skip
            cell = words(value, "body" if place else "strong", wrap=not place, selectable=bool(place))  # fmt: skip
            grid.addWidget(cell, below + 1, place)
    return grid
