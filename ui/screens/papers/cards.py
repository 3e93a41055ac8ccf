"""Cards about one paper: just issued, in the register, or a file that was brought (발급·대장·확인)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.words import Role

if TYPE_CHECKING:
    from intake.desk.views.figures import FrozenLine
    from intake.desk.views.papers import IssuedLine, VerifiedView
    from ui.screens.papers.issuing import Made

_LABEL, _HASH, _GROUP = 132, 16, 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Acts = Sequence[tuple[str, str, Callable[[], object]]]  # text id, icon, act


def short_hash(digest: str) -> str:
    """Return the first digits of a hash in groups, to be read aloud."""
    told = digest[:_HASH]
    return " ".join(told[at : at + _GROUP] for at in range(0, len(told), _GROUP))


def issued_card(texts: Texts, made: "Made", acts: Acts) -> Card:
    """Return what came of issuing: number, hash, place, and what may be done now."""
    title = texts("papers-issued", number=made.line.number)
    head = row(Symbol("circle-check", "ok", 20), words(title, "heading", wrap=False), None, gap=10)  # fmt: skip
    card = Card(head, ground="ok", gap=8)
    card.add(words(texts("papers-lies", place=str(made.place)), selectable=True))
    card.add(words(_sealed(texts, made.line), "small"), flowing(*_buttons(texts, acts)))
    if not made.data:
        card.add(words(texts("papers-not-shown"), "small"))
    return card


def entry_card(texts: Texts, line: "IssuedLine", acts: Acts) -> Card:
    """Return one line of the register with all that is known of it."""
    tone: State = "no" if line.state == "VOID" else "ok"
    head = row(words(line.number, "heading", wrap=False, selectable=True), Pill(line.state_label, tone), None, gap=10)  # fmt: skip
    card = Card(head, gap=10)
    told = (
        ("papers-what", line.kind_label),
        ("papers-made-on", texts.day(line.made_on) if line.made_on else ""),
        ("papers-made-by", line.made_by),
        ("papers-field-court", line.court),
        ("papers-sealed", texts("papers-with-seal" if line.sealed else "papers-no-seal")),
        ("papers-hash", short_hash(line.digest)),
        ("papers-void", _void(texts, line)),
    )  # fmt: skip
    for text_id, value in told:
        if value:
            card.add(_fact(texts(text_id), value))
    if acts:
        card.add(flowing(*_buttons(texts, acts)))
    return card


def verified_card(texts: Texts, file: Path, view: "VerifiedView") -> Card:
    """Return who sealed a file and when, whether it is intact, and whether it is of here."""
    paper = view.paper
    whole = all(one.intact and one.whole for one in view.seals)
    good = paper is not None and paper.state != "VOID" and whole
    mark = Symbol("shield-check" if good else "circle-alert", "ok" if good else "wait", 20)  # fmt: skip
    card = Card(row(mark, words(file.name, "heading", wrap=False), None, gap=10), ground="ok" if good else "notice", gap=8)  # fmt: skip
    for at, sentence in enumerate(view.words):
        card.add(words(sentence, "body" if at else "strong"))
    for seal in view.seals:
        by = texts(f"papers-{seal.kind}-by", by=seal.by, at=seal.said_at)
        card.add(words(f"{by} {seal.words}"))
    return card.add(_fact(texts("papers-hash"), short_hash(view.digest)))


def figures_card(texts: Texts, figures: "Sequence[FrozenLine]") -> Card:
    """Return the numbers of a paper as they were frozen, and what holds now."""
    card = Card(words(texts("papers-figures"), "heading"), gap=8)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for place, name in enumerate(("what", "then", "now")):
        grid.addWidget(_cell(texts(f"papers-figure-{name}"), place, "small"), 0, place)
    for at, one in enumerate(figures):
        first = 3 * at + 1
        grid.addWidget(rule(), first, 0, 1, 3)
        then, now = (texts("paper-with-unit", value=value, unit=one.unit_label) for value in (one.value, one.now))  # fmt: skip
        for place, value in enumerate((one.label, then, now)):
            role: Role = "strong" if place and not one.same else "body"
            grid.addWidget(_cell(value, place, role), first + 1, place)
        if not one.same and one.why:
            grid.addWidget(words(one.why, "small"), first + 2, 0, 1, 3)
    return card.add(grid)


def _sealed(texts: Texts, line: "IssuedLine") -> str:
    seal = texts("papers-with-seal" if line.sealed else "papers-no-seal")
    frozen = texts("papers-frozen", count=line.figures) if line.figures else ""
    return " · ".join(filter(None, (seal, frozen, texts("papers-hash-said", digits=short_hash(line.digest)))))  # fmt: skip


def _void(texts: Texts, line: "IssuedLine") -> str:
    if line.state != "VOID":
        return ""
    day = texts.day(line.voided_on) if line.voided_on else ""
    return " · ".join(filter(None, (day, line.void_label)))


def _fact(label: str, value: str) -> QWidget:
    holder, name = QWidget(), words(label, "muted", wrap=False)
    name.setFixedWidth(_LABEL)
    line = row(name, gap=12)
    line.addWidget(words(value, selectable=True), 1)
    holder.setLayout(column(line, gap=0))
    return holder


def _buttons(texts: Texts, acts: Acts) -> list[Button]:
    return [Button(texts(text_id), icon=icon).on(act) for text_id, icon, act in acts]


def _cell(text: str, place: int, role: Role) -> QWidget:
    label = words(text, role, wrap=not place)
    if place:
        label.setAlignment(_RIGHT)
    return label
