"""One consent: what is read aloud, three answers, and the details that the law wants told.

* 1 동의, 2 동의하지 않음, 3 나중에, 0 clears; Enter goes to the next.
* What stands already is said with its day, and an agreement can be taken back here.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from intake.desk.views import ConsentLine, ConsentText
from intake.text import Texts
from ui.widgets import Button, Card, Choices, Pill, row, words

_ANSWERS = (("AGREED", "agreed"), ("REFUSED", "refused"), ("LATER", "later"))
_TONES: Mapping[str, str] = {"AGREED": "ok", "REFUSED": "no", "LATER": "wait"}
_DETAILS = ("receiver", "purpose", "items", "keep", "refuse")


class ConsentCard(Card):
    """Asks for one purpose."""

    decided = Signal()
    stepped = Signal(int)
    withdrawn = Signal(str)

    def __init__(self, text: ConsentText, texts: Texts) -> None:
        """Ask ``text`` in the language of ``texts``."""
        super().__init__(gap=10)
        self.text, self._texts = text, texts
        title = texts(text.title_id)
        offered = [(code, texts(f"consent-{word}")) for code, word in _ANSWERS]
        self.choices = Choices(offered, title)
        self.choices.chosen.connect(lambda _values: self.decided.emit())
        self._standing = words("", "small")
        self.withdraw = Button(texts("gate-withdraw"), name=texts("gate-withdraw-name", title=title))  # fmt: skip
        self.withdraw.on(lambda: self.withdrawn.emit(text.purpose))
        self.more = Button(texts("gate-more"), "quiet", icon="chevron-down", name=texts("gate-more-name", title=title))  # fmt: skip
        self.more.on(self._on_more)
        self._details = self._make_details()
        head = row(words(title, "heading", wrap=False))
        if text.opens_recorder:
            head.addWidget(Pill(texts("gate-opens"), "info"))
        head.addStretch(1)
        answers = row(self.choices, None, self.withdraw, self.more)
        self.add(head, words(texts(text.spoken_id), "note"), self._standing, answers, self._details)  # fmt: skip
        self._details.hide()
        self.show_standing(None)

    @property
    def decision(self) -> str:
        """The answer that is chosen, or a blank."""
        return next(iter(self.choices.values), "")

    def show_standing(self, line: ConsentLine | None) -> None:
        """Show what stands, and choose it."""
        self.choices.choose()
        self._standing.setVisible(line is not None)
        agreed = line is not None and line.decision == "AGREED" and not line.withdrawn
        self.withdraw.setVisible(agreed)
        if line is None:
            return
        word = "withdrawn" if line.withdrawn else line.decision.lower()
        day = self._texts.day(line.ms)
        self._standing.setText(self._texts(f"gate-{word}-on", day=day))
        if not line.withdrawn:
            self.choices.choose(line.decision)

    def focus_first(self) -> None:
        """Put the focus on the answers."""
        self.choices.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else +1)
        else:
            super().keyPressEvent(event)

    def _on_more(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self.more.setText(self._texts("gate-less" if shown else "gate-more"))

    def _make_details(self) -> QWidget:
        holder, grid = QWidget(), QGridLayout()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        stem = self.text.title_id.removesuffix("-title")
        for at, name in enumerate(_DETAILS):
            label = words(self._texts(f"consent-label-{name}"), "muted", wrap=False)
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(self._texts(f"{stem}-{name}")), at, 1)
        return holder
