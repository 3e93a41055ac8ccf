"""Cards about one paper: just issued, in the register, or a file that was brought (발급·대장·확인)."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.papers import IssuedLine, SealLine, VerifiedView
    from ui.screens.papers.issuing import Made

_LABEL, _HASH, _GROUP = 132, 16, 4
_FIELD = re.compile(r"(^|[,;] )[A-Z][A-Za-z ]*: ")
Acts = Sequence[tuple[str, str, Callable[[], object]]]  # text id, icon, act


def short_hash(digest: str) -> str:
    """Return the first digits of a hash in groups, to be read aloud."""
    told = digest[:_HASH]
    return " ".join(told[at : at + _GROUP] for at in range(0, len(told), _GROUP))


def named(holder: str) -> str:
    """Return whose a certificate is without the names of its fields, which are in one language.

    >>> named("Common Name: 인천센터 전자관인, Organization: 인천센터")
    '인천센터 전자관인, 인천센터'
    """
    return _FIELD.sub(lambda found: found[1], holder)


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


def verified_card(texts: Texts, file: Path, view: "VerifiedView", acts: Acts, *, fresh: bool = False) -> Card:  # fmt: skip
    """Return who sealed a file and when, whether it is intact, and whether it is of here."""
    paper = view.paper
    whole = view.waiting or all(one.intact and one.whole for one in view.seals[-1:])
    sound = all(one.state in {"intact", "followed"} for one in view.seals)
    good = paper is not None and paper.state != "VOID" and whole and sound
    mark = Symbol("shield-check" if good else "circle-alert", "ok" if good else "wait", 20)  # fmt: skip
    card = Card(row(mark, words(file.name, "heading", wrap=False), None, gap=10), ground="ok" if good else "notice", gap=8)  # fmt: skip
    for at, sentence in enumerate(view.words):
        card.add(words(sentence, "body" if at else "strong"))
    if fresh:
        card.add(words(texts("papers-lies", place=str(file)), selectable=True))
    for seal in view.seals:
        card.add(rule(), *_seal(texts, seal, room=view.waiting))
    card.add(rule(), _fact(texts("papers-hash"), short_hash(view.digest)))
    if acts:
        card.add(flowing(*_buttons(texts, acts)))
    return card


def _seal(texts: Texts, seal: "SealLine", *, room: bool) -> tuple[QWidget, ...]:
    """Return whose a seal is, when, and whether anybody here knows it."""
    when = _when(texts, seal.said_at)
    known = "papers-seal-known" if seal.trusted else "papers-seal-stranger"
    head = row(words(texts(f"papers-{seal.kind}-name"), "strong", wrap=False), Pill(texts(known), "ok" if seal.trusted else "wait"), None, gap=10)  # fmt: skip
    holder = QWidget()
    holder.setLayout(head)
    facts = [_fact(texts(f"papers-{seal.kind}-who"), named(seal.by)), _fact(texts(f"papers-{seal.kind}-when"), when)]  # fmt: skip
    if seal.issuer and seal.issuer != seal.by:
        facts.insert(1, _fact(texts("papers-seal-issuer"), named(seal.issuer)))
    held = texts("papers-seal-room") if room and seal.state == "followed" else seal.words  # fmt: skip
    return (holder, *facts, words(held, tone="" if seal.intact and seal.state != "replaced" else "danger"))  # fmt: skip


def _when(texts: Texts, said: str) -> str:
    """Return a moment as people read it; a seal may say none."""
    try:
        moment = dt.datetime.fromisoformat(said)
    except ValueError:
        return texts("papers-time-unsaid")
    return texts.moment(round(moment.timestamp() * 1000), seconds=True)


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
