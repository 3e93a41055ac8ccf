"""Identifiers as lines (식별정보): what it is, as typed, in its one spelling, how much it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import ClueLine, visible
from intake.text import Texts
from ui.widgets import Button, Pill, Symbol, column, row, rule, words
from ui.widgets.code_words import code_word
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import shown_date

_ICONS = {
    "phone": "phone",
    "email": "mail",
    "bank": "banknote",
    "wallet": "wallet",
    "telegram": "send",
    "telegram_id": "send",
    "telegram_invite": "send",
    "kakao_openchat": "messages-square",
    "kakao_id": "messages-square",
    "line": "messages-square",
    "discord": "messages-square",
    "instagram": "at-sign",
    "twitter": "at-sign",
    "tiktok": "at-sign",
    "facebook": "at-sign",
    "uploader": "upload",
    "post": "link",
    "url": "link",
    "sha256": "fingerprint",
    "pdq": "fingerprint",
    "ip": "globe",
    "mo": "text-quote",
    "title_text": "text-quote",
    "watermark": "tag",
    "plate": "tag",
    "name": "user",
    "nickname": "user",
}
_KIND_WIDTH = 128


def icon_of(kind: str) -> str:
    """Return the icon that stands beside the word of a kind."""
    return _ICONS.get(kind, "tag")


class ClueRows(QWidget):
    """The lines of one suspect; ``edit`` is asked for with the line."""

    def __init__(
        self, texts: Texts, edit: Callable[[ClueLine], object] | None, whose: str
    ) -> None:
        """Stand empty; ``whose`` tells its lines from those of another card."""
        super().__init__()
        self._texts, self._edit, self._whose = texts, edit, whose
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_clues(self, clues: tuple[ClueLine, ...]) -> None:
        """Show the lines."""
        for at, line in enumerate(clues):
            if at:
                self._box.addWidget(rule())
            self._box.addWidget(self._line(line, at))

    def _line(self, line: ClueLine, at: int) -> QWidget:
        says = self._texts
        kind = words(line.kind_label, "muted")
        kind.setFixedWidth(_KIND_WIDTH)
        raw = words(visible(line.raw), "strong", selectable=True)
        raw.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about = column(raw, gap=3)
        told = self._about(line)
        if told:
            about.addWidget(words(told, "small"))
        for text, tone in self._warnings(line):
            about.addWidget(words(text, "small", tone=tone))  # type: ignore[arg-type]
        pills = self._pills(line)
        if pills:
            about.addWidget(flowing(*pills, gap=6))
        if line.source_words:
            about.addWidget(
                words(says("persons-source", words=visible(line.source_words)), "small")
            )
        holder, found, top = QWidget(), row(gap=10), Qt.AlignmentFlag.AlignTop
        found.addWidget(Symbol(icon_of(line.kind), "muted", 18), 0, top)
        found.addWidget(kind, 0, top)
        found.addLayout(about, 1)
        if self._edit is not None and not line.from_number:
            name = says(
                "persons-edit-clue",
                kind=line.kind_label,
                value=visible(line.raw, 40),
                at=f"{self._whose}-{at + 1}",
            )
            edit, act = Button(says("persons-edit"), "quiet", name=name), self._edit
            found.addWidget(edit.on(lambda: act(line)), 0, Qt.AlignmentFlag.AlignTop)
        holder.setLayout(found)
        return holder

    def _about(self, line: ClueLine) -> str:
        says = self._texts
        parts = [line.role_label] if line.role_label else []
        if line.site:
            parts.append(visible(line.site, 60))
        if line.role and line.strength:
            parts.append(says(f"persons-strength-{line.strength.lower()}"))
        parts.append(span(says, line.seen_from, line.seen_to))
        if line.said_by:
            parts.append(code_word(says.language, line.said_by, "who_said"))
        if line.shown:
            parts.append(says("persons-shown-as", value=visible(line.shown, 60)))
        return " · ".join(part for part in parts if part)

    def _pills(self, line: ClueLine) -> list[QWidget]:
        says = self._texts
        pills: list[QWidget] = []
        if line.shared:
            pills.append(Pill(says("persons-shared"), "wait"))
        if line.from_number:
            pills.append(Pill(says("persons-from", number=line.from_number), "info"))
        if line.others:
            pills.append(Pill(says("persons-others", count=line.others), "info"))
        return pills

    def _warnings(self, line: ClueLine) -> list[tuple[str, str]]:
        says, told = self._texts, []
        if line.shared and line.shared_why:
            told.append((visible(line.shared_why), ""))
        if line.alike_to:
            told.append(
                (says("persons-alike", value=visible(line.alike_to, 60)), "wait")
            )
        if line.warning_id:
            told.append((says(line.warning_id), "wait"))
        return told


def span(texts: Texts, since: str, until: str) -> str:
    """Return from when to when somebody was seen, as far as it is known."""
    first, last = shown_date(since, texts), shown_date(until, texts)
    if first and last:
        return texts("persons-seen-span", first=first, last=last)
    if first or last:
        return texts(
            "persons-seen-from" if first else "persons-seen-to", day=first or last
        )
    return ""
