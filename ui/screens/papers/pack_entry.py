"""A court's pack (법원 제출 묶음) as something to choose: no kind of paper, but all of a court's.

What it asks for is what its opinion asks for; the other papers of a pack need less.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from intake.text import Texts
from ui.widgets import Button, Symbol, column, row, words

if TYPE_CHECKING:
    from intake.desk.views.papers import PaperChoice

PACK: Final = "PACK"
_LEADS, _HIGH = "OPINION", 66


def pack_choice(texts: Texts, kinds: "Iterable[PaperChoice]") -> "PaperChoice | None":
    """Return the pack as a choice; None where no court's paper of a perpetrator is made."""
    for one in kinds:
        if one.code == _LEADS and "PROFILE" in one.abouts:
            uses = tuple(sorted({*one.uses, "with_addresses"}))
            return replace(one, code=PACK, label=texts("papers-pack"), abouts=("PROFILE",), uses=uses)  # fmt: skip
    return None


class PackButton(Button):
    """Its name, and under it what it is."""

    def __init__(self, texts: Texts) -> None:
        """Stand where no other button looks the same."""
        super().__init__("", name=texts("papers-pack"))
        self.setProperty("kind", "pack")
        self.setCheckable(True)
        name = row(Symbol("package-check", "accent", 18), words(texts("papers-pack"), "strong", wrap=False), None, gap=8)  # fmt: skip
        inner = column(name, words(texts("papers-pack-under"), "small", wrap=False), gap=2)  # fmt: skip
        inner.setContentsMargins(12, 9, 10, 9)
        self.setLayout(inner)
        for one in self.children():
            if hasattr(one, "setAttribute"):
                one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)
