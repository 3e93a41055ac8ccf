"""The sheet of one piece: its hash, its time stamps, and the chain of everybody who held it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Card, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.evidence import (
        CustodyLine,
        EvidenceLine,
        Likenesses,
        StampLine,
    )

Act = Callable[[], None]
_GROUP = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Everything the sheet shows."""

    line: "EvidenceLine"
    chain: "tuple[CustodyLine, ...]"
    stamps: "tuple[StampLine, ...]"
    like: "Likenesses"


class ChainSheet(TallSheet):
    """Shows a piece; what can be done with it stands in one row."""

    def __init__(
        self, parent: QWidget, texts: Texts, piece: Piece, acts: Mapping[str, Act]
    ) -> None:
        """Show ``piece`` and offer ``acts``, each by the end of its text id."""
        self._texts = texts
        self.done = Button(texts("shell-close"), "primary").on(self.close_sheet)
        title = piece.line.title or piece.line.kind_text
        super().__init__(parent, title, self.done, width=680)
        self.acts = {name: self._button(name, act) for name, act in acts.items()}
        self.put(self._facts(piece))
        self.put(flowing(*self.acts.values()))
        for line in self._likenesses(piece):
            self.put(line)
        self.put(words(texts("evidence-chain", count=len(piece.chain)), "heading"))
        card = Card(gap=8)
        for at, step in enumerate(piece.chain):
            if at:
                card.add(rule())
            card.add(self._step(step))
        self.put(card)

    def _button(self, name: str, act: Act) -> Button:
        def go() -> None:
            self.close_sheet()
            act()

        return Button(self._texts(f"evidence-act-{name}")).on(go)

    def _facts(self, piece: Piece) -> QWidget:
        says, line = self._texts, piece.line
        card = Card(ground="soft", gap=4)
        stem = line.store.lower() or "metadata"
        card.add(words(says(f"evidence-store-{stem}-long")))
        for name, value in (("SHA-256", line.sha256), ("PDQ", line.pdq)):
            if value:
                digits = words(_grouped(value), "small", selectable=True)
                card.add(column(words(name, "small"), digits, gap=0))
        card.add(words(says("evidence-prints", count=line.prints), "small"))
        for stamp in piece.stamps:
            card.add(words(self._stamp(stamp), "small"))
        return card

    def _stamp(self, stamp: "StampLine") -> str:
        says = self._texts
        if not stamp.stamped_ms:
            return says("evidence-stamp-waits", time=says.moment(stamp.asked_ms))
        when = says.moment(stamp.stamped_ms, seconds=True)
        return says("evidence-stamp-says", time=when, authority=stamp.authority, root=stamp.root, serial=stamp.serial)  # fmt: skip

    def _likenesses(self, piece: Piece) -> list[QWidget]:
        says, like, found = self._texts, piece.like, list[QWidget]()
        for one in like.here:
            name = one.title or one.kind_text
            kind = "exact" if one.exact else one.likely
            found.append(
                words(says(f"evidence-like-{kind}", what=name, bits=one.distance))
            )
        if like.cases or like.cases_to_look:
            found.append(words(says("evidence-like-cases", count=like.cases, look=like.cases_to_look), "muted"))  # fmt: skip
        return found

    def _step(self, step: "CustodyLine") -> QLayout:
        says = self._texts
        head = row(words(step.kind_text, "strong", wrap=False), None, gap=8)
        head.addWidget(words(says.moment(step.ms, seconds=True), "small", wrap=False))
        told = [says("evidence-by", who=step.by)]
        told += [says("evidence-to", who=step.handed_to)] if step.handed_to else []
        told += [step.purpose_text] if step.purpose_text else []
        told += [step.reason] if step.reason else []
        told += [says("evidence-seen", count=step.seconds)] if step.kind == "VIEWED" else []  # fmt: skip
        told += [says("evidence-medium", number=step.medium_number)] if step.medium_number else []  # fmt: skip
        return column(head, words(" · ".join(told), "small"), gap=2)


def _grouped(digits: str) -> str:
    """Return digits as they are read aloud, eight at a time."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
