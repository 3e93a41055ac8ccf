"""What lies in a court's pack (묶음의 내용): every paper, its number, its pages, what it lacks.

* What several papers lack is said once above them; what one lacks stands with it.
* Each has a way to its pages; the list of files is made when the pack is issued, and says so.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.card import Thing

if TYPE_CHECKING:
    from intake.desk.views.packs import PackPart, PackPreview

INDEX = "PACK_INDEX"
_PLACE = 28


@dataclass(frozen=True, slots=True)
class PackLook:
    """What is known of a pack before it is issued."""

    seen: "PackPreview"
    addresses: bool = False  # a list of whole addresses lies beside the annex
    pages: Mapping[str, int] = field(
        default_factory=dict
    )  # of papers that were looked at


class PackList(QWidget):
    """``look`` is called with the kind of a paper, ``lacks`` where something is missing."""

    def __init__(self, texts: Texts, told: PackLook, look: Callable[[str], object], lacks: Callable[[], object]) -> None:  # fmt: skip
        """Show the papers in the order of their numbers."""
        super().__init__()
        self._texts, self._told, self._look = texts, told, look
        self.looks: dict[str, Button] = {}
        said = Counter(line for one in told.seen.parts for line in {*one.missing, *one.warnings})  # fmt: skip
        self._shared = {line for line, count in said.items() if count > 1}
        card = Card(gap=0)
        for at, part in enumerate(told.seen.parts, 1):
            if at > 1:
                card.add(12, rule(), 12)
            card.add(self._part(at, part))
            if part.kind == "ANNEX" and told.addresses:
                card.add(12, rule(), 12, self._addresses())
        self.setLayout(column(*self._head(lacks), card, gap=10))

    def _head(self, lacks: Callable[[], object]) -> list[QWidget]:
        says, seen = self._texts, self._told.seen
        head: list[QWidget] = [
            words(says("papers-pack-contents", count=len(seen.parts)), "heading"),
            words(says("papers-pack-lead"), "muted"),
        ]
        count = len({*seen.missing, *seen.warnings})
        if count:
            name = says("papers-lacks", count=count)
            chip = Button(name, "chip", icon="circle-alert").on(lacks)
            head.append(_held(row(chip, None)))
        shared = [one for one in (*seen.missing, *seen.warnings) if one in self._shared]
        if shared:
            head.append(words(says("papers-pack-shared", said=" ".join(shared)), "small"))  # fmt: skip
        return head

    def _part(self, at: int, part: "PackPart") -> QWidget:
        says = self._texts
        line = row(_number(at), words(part.label, "strong", wrap=False), None, gap=8)
        missing, warnings = len(set(part.missing)), len(set(part.warnings))
        if missing:
            line.addWidget(Pill(says("papers-part-missing", count=missing), "wait"))
        if warnings:
            line.addWidget(Pill(says("papers-part-warnings", count=warnings), "info"))
        if part.kind != INDEX:
            look = Button(says("papers-part-look"), icon="eye", name=says("papers-part-look-name", name=part.label))  # fmt: skip
            self.looks[part.kind] = look.on(self._looking(part.kind))
            line.addWidget(look)
        lines: list[Thing] = [
            line,
            self._under(part.number, self._told.pages.get(part.kind, 0)),
        ]
        own = [one for one in (*part.missing, *part.warnings) if one not in self._shared]  # fmt: skip
        if part.kind == INDEX:
            own.append(says("papers-pack-index"))
        lines += [_indented(words(one, "small")) for one in dict.fromkeys(own)]
        return _held(column(*lines, gap=2))

    def _under(self, number: str, pages: int) -> QWidget:
        says = self._texts
        counted = says("papers-part-pages", count=pages) if pages else ""
        return _indented(words(" · ".join(filter(None, (number, counted))), "small"))

    def _addresses(self) -> QWidget:
        says = self._texts
        name = row(Symbol("list", "muted", 16), words(says("paper-pack-list"), "strong", wrap=False), None, gap=8)  # fmt: skip
        return _held(name)

    def _looking(self, kind: str) -> Callable[[], None]:
        def look() -> None:
            self._look(kind)

        return look


def _number(at: int) -> QWidget:
    label = words(str(at), "muted", wrap=False)
    label.setFixedWidth(_PLACE - 8)
    return label


def _indented(thing: QWidget) -> QWidget:
    line = row(_PLACE, gap=0)
    line.addWidget(thing, 1)
    return _held(line)


def _held(inner: object) -> QWidget:
    holder = QWidget()
    holder.setLayout(inner)  # type: ignore[arg-type]
    return holder
