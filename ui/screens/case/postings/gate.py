"""Whether requests may go out: the victim's will, who asks, on which papers (요청자와 근거).

Whoever asks for the victim shows papers (시행규칙 제2조의6); a clear no of the victim stands above
them. For sexual exploitation material of a child no request is needed (제7조의3).
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.deleting import DeletionGate, PaperCheck, RequesterView
from intake.text import Texts
from ui.widgets import Button, Card, Choices, Pill, Symbol, column, row, say, words
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.tall_sheet import TallSheet

_WISH: dict[str, State] = {"WANTED": "ok", "REFUSED": "no"}
_PAPERS = ("FILED", "SEEN", "MISSING")


class GateLine(QWidget):
    """One quiet line; a card with a sentence where requests may not go out."""

    change_wanted = Signal()

    def __init__(self, texts: Texts, *doors: QWidget) -> None:
        """Stand empty; ``doors`` are what else can be begun here."""
        super().__init__()
        self._texts = texts
        self._pill = Pill("", "info")
        self._said = words("", "small")
        self.change = Button(texts("postings-gate-change"))
        self.change.on(self.change_wanted.emit)
        self._why = words("")
        self.stop = Card(row(Symbol("hand", "wait", 18), self._why, gap=10), ground="notice")  # fmt: skip
        self.stop.body.setContentsMargins(16, 8, 16, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(flowing(self._pill, self.change, *doors, gap=8))
        box.addWidget(self._said)
        box.addWidget(self.stop)
        self.stop.hide()

    def show_gate(self, gate: DeletionGate, who: RequesterView) -> None:
        """Show whether requests may go out."""
        says = self._texts
        wish = who.wish_text or says("postings-wish-unasked")
        said = says("postings-wish", wish=wish)
        self._pill.show_state(said, _WISH.get(who.wish, "wait"))
        parts = [gate.basis_text or who.kind_text]
        if gate.missing:
            parts.append(says("postings-papers-missing", count=gate.missing))
        if gate.csam:
            parts.append(says("postings-csam-short"))
        self._said.setText(" · ".join(filter(None, parts)))
        why = says(gate.why_id) if gate.why_id and not gate.may_request else ""
        say(self._why, why)
        self.stop.setVisible(bool(why))
        self.stop.setAccessibleName(why)


class RequesterSheet(TallSheet):
    """The will, who asks, the papers; every choice is kept at once."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        *,
        set_wish: Callable[[str], None],
        set_requester: Callable[[str, str, dict[str, str]], None],
    ) -> None:
        """Stand empty until ``show_requester``."""
        self.done = Button(texts("shell-close"), "primary").on(self.close_sheet)
        super().__init__(parent, texts("postings-gate-title"), self.done)
        self._texts, self._set_wish, self._set = texts, set_wish, set_requester
        language = texts.language
        self.wish = Choices(code_choices(language, "will"), texts("postings-wish-title"), digits=False)  # fmt: skip
        self.wish.chosen.connect(self._on_wish)
        self.kind = Choices(code_choices(language, "requester_kind"), texts("postings-requester-kind"), columns=3, digits=False)  # fmt: skip
        self.kind.chosen.connect(lambda _values: self._say())
        self.name_ = Field(texts("postings-requester-name"))
        self.name_.line.editingFinished.connect(self._on_name)
        self._papers = QVBoxLayout()
        self._papers.setSpacing(10)
        self._note = words("", "muted")
        self._kept_name = ""
        self.put(
            column(words(texts("postings-wish-title"), "strong"), self.wish, gap=6),
            column(words(texts("postings-requester-kind"), "strong"), self.kind, gap=6),
            self.name_,
            self._papers,
            self._note,
        )

    def show_requester(self, gate: DeletionGate, who: RequesterView) -> None:
        """Show what is known."""
        self.wish.choose(who.wish)
        self.kind.choose(who.kind)
        self.name_.setVisible(bool(who.kind) and who.kind != "SELF")
        if not self.name_.line.hasFocus():
            self._kept_name = who.name
            self.name_.set_text(who.name)
        self._show_papers(who.papers)
        says = self._texts
        notes = [says("postings-csam")] if gate.csam else []
        notes += [says(gate.why_id)] if gate.why_id else []
        warned = gate.warning_id and gate.may_request
        notes += [says(gate.warning_id)] if warned else []
        say(self._note, "\n".join(notes))
        self.place()

    def _show_papers(self, papers: tuple[PaperCheck, ...]) -> None:
        _empty(self._papers)
        needed = [paper for paper in papers if paper.needed]
        if needed:
            self._papers.addWidget(words(self._texts("postings-papers"), "strong"))
        offered = [(c, w) for c, w in code_choices(self._texts.language, "paper_state") if c in _PAPERS]  # fmt: skip
        for paper in needed:
            label = self._texts(paper.label_id)
            states = Choices(offered, label, digits=False, kind="chip")
            states.choose(paper.state)
            states.chosen.connect(self._saying(paper.name))
            line = QWidget()
            line.setLayout(row(words(label), states))
            self._papers.addWidget(line)

    def _saying(self, name: str) -> Callable[[tuple[str, ...]], None]:
        return lambda values: self._say({name: values[0]} if values else {})

    def _say(self, papers: dict[str, str] | None = None) -> None:
        if self.kind.values:
            self._set(self.kind.values[0], self.name_.text(), papers or {})

    def _on_wish(self, values: tuple[str, ...]) -> None:
        if values:
            self._set_wish(values[0])

    def _on_name(self) -> None:
        if self.name_.text() != self._kept_name:
            self._kept_name = self.name_.text()
            self._say()


def _empty(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
