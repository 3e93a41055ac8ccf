"""One piece of evidence in the list: what it is, its hash, where it lies; never a picture of it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from intake.text import Texts
from ui.widgets import Button, Card, Pill, Symbol, column, row, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.evidence import EvidenceLine

_ICONS: Final = {
    "URL_CAPTURE": "link",
    "CHAT": "messages-square",
    "TRANSFER": "banknote",
    "IMAGE": "image",
    "VIDEO": "video",
    "AUDIO": "mic",
    "LETTER": "mail",
    "PAPER": "file-text",
}
_STORES: Final[dict[str, State]] = {"METADATA": "info", "SEALED": "ok", "ELSEWHERE": "wait"}  # fmt: skip


class EvidenceRow(Card):
    """A quiet card; ``opened`` asks for its sheet, ``looked`` for its picture."""

    opened = Signal(str)
    looked = Signal(str)

    def __init__(self, texts: Texts, line: "EvidenceLine", number: int) -> None:
        """Show a line, the ``number``-th in the list."""
        super().__init__(gap=6)
        self.line = line
        called = f"{line.title or line.kind_text} {line.short} ({number})"
        self.open = Button(texts("evidence-open"), name=texts("evidence-open-name", what=called))  # fmt: skip
        self.open.on(lambda: self.opened.emit(line.id))
        title = words(line.title or line.kind_text, "strong")
        title.setMinimumWidth(
            1
        )  # a long word is cut rather than pushing the buttons out
        pills = flowing(*(Pill(text, tone) for text, tone in self._pills(texts)))
        told = column(title, pills, words(self._small(texts), "small"), gap=4)
        whole = row(Symbol(_ICONS.get(line.kind, "fingerprint"), "muted", 20), gap=14)
        whole.addLayout(told, 1)
        if line.showable:
            self.look = Button(texts("evidence-look"), icon="eye", name=texts("evidence-look-name", what=called))  # fmt: skip
            self.look.on(lambda: self.looked.emit(line.id))
            whole.addWidget(self.look)
        whole.addWidget(self.open)
        self.add(whole)

    def _pills(self, texts: Texts) -> list[tuple[str, State]]:
        line = self.line
        stem = line.store.lower() or "metadata"
        found: list[tuple[str, State]] = [(texts(f"evidence-store-{stem}"), _STORES.get(line.store, "info"))]  # fmt: skip
        if line.store == "SEALED" and not line.here:
            found.append((texts("evidence-not-here"), "wait"))
        if line.stamped_ms:
            found.append((texts("evidence-stamped"), "ok"))
        elif line.asked:
            found.append((texts("evidence-stamp-asked"), "wait"))
        return found

    def _small(self, texts: Texts) -> str:
        line = self.line
        parts = [line.kind_text] if line.title else []
        parts += [texts.moment(line.received_ms)] if line.received_ms else []
        parts += [texts.size(line.size)] if line.size else []
        parts += [line.outside] if line.outside else []
        parts.append(texts("evidence-steps", count=line.custody))
        parts += [texts("evidence-hash", digits=line.short)] if line.short else []
        return " · ".join(parts)
