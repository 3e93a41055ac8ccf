"""What stands in a paper (자료): about whom, for which court, of which time, in whose words.

* Only what the kind of paper uses is asked; a new kind shows its fields by itself.
* What the records know of court, number and accused is offered; what is typed stays typed.
* What was typed of one person never goes on to another: words, receiver, what is covered and
  what is left out are forgotten with her.
* Nothing here is kept: a paper is made from it, and it goes with the lock.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.papers.covering import Covering
from ui.screens.papers.heads import Heads
from ui.screens.papers.period import PeriodFields, Span
from ui.screens.papers.reading import About
from ui.screens.papers.said import SaidCard
from ui.screens.papers.ticks import PartTicks, RecordTicks
from ui.screens.papers.whom import Whom
from ui.widgets import Choices, NoteEdit, column, words
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled

if TYPE_CHECKING:
    from intake.desk.views.papers import (
        PaperChoice,
        PaperHead,
        PaperPlan,
        PaperPreview,
    )

_LINES = ("court", "case_number", "accused", "addressee", "checked_by")
_HEAD = ("court", "case_number", "accused")
_OUT, _IN = "out", "in"
_ALL = "COUNSEL_COPY"  # has every record in it where none is chosen
# Whose words, for what, and whose name it is differs with the kind of paper.
_SAID, _GETS = "papers-field-words", "papers-field-addressee"
_WHOM = {"PETITION": "papers-field-victim-name"}
_WORDS = {
    "PETITION": "papers-field-words-hers",
    "COUNSEL_COPY": "papers-field-words-law",
    "HANDOVER": "papers-field-words-law",
}
# Sentences of the desk about a field that has another name in them.
_OTHERWISE = {"paper-missing-receiver": "addressee", "paper-missing-pieces": "records"}
# For what something is handed to somebody outside; the other codes are for looking inside.
_PURPOSES = ("REQUEST", "INVESTIGATION", "REFERRAL", "DELETION", "COUNSELLING", "SUPERVISION", "INSPECTION")  # fmt: skip


class DataList(QWidget):
    """The side of the page; ``changed`` says that the paper would look otherwise."""

    changed = Signal(bool)  # True: at once; False: after a pause
    about_wanted = Signal()
    about_kind = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Ask nothing until a kind is chosen."""
        super().__init__()
        self._texts = texts
        self.choice: PaperChoice | None = None
        self.about = About()
        self._meant, self._typed = (_SAID, _GETS), dict[str, str]()
        self.whom, self.heads = Whom(texts), Heads(texts)
        self.lines = {name: self._line(name) for name in _LINES}
        self.period = PeriodFields(texts)
        self.records, self.parts = RecordTicks(texts), PartTicks(texts)
        self.covering = Covering(texts)
        self._make_words()
        self._make_purpose()
        self._make_outward()
        self.said = SaidCard(texts, self.focus_field)
        self._listen()
        self._stand()

    # --- what is asked -----------------------------------------------------------------

    def show_choice(self, choice: "PaperChoice", about_kind: str) -> None:
        """Ask what this kind of paper needs."""
        self.choice = choice
        for name, line in self.lines.items():
            line.setVisible(name in choice.uses)
        self.whom.show_kinds(choice, about_kind)
        for name, thing in (
            ("first", self.period),
            ("words", self._note_box),
            ("purpose", self._purpose_box),
            ("outward", self._outward_box),
            ("with_addresses", self.with_addresses),
            ("hide", self.covering),
        ):
            thing.setVisible(name in choice.uses)
        self._show_meaning(choice.code)
        self._show_ticks()

    def show_about(self, about: About) -> None:
        """Say what the paper is about, and offer what the records know of its head."""
        before, self.about = self.about, about
        if before.id and (about.kind, about.id) != (before.kind, before.id):
            self._forget()
        self.whom.show_about(about, self.choice)
        self._show_heads(about.heads)
        self._show_ticks()

    def set_period(self, first: str, last: str) -> None:
        """Fill the period, as another page asked it."""
        self.period.set_period(first, last)

    # --- what was said -----------------------------------------------------------------

    def hindered(self) -> str:
        """Return the text id of why there can be no preview yet; empty where there can."""
        choice, about = self.choice, self.about
        if choice is None:
            return "papers-pick"
        if about.quiet:
            return "papers-quiet"
        if about.kind in {"CASE", "PROFILE"} and not about.id:
            return f"papers-needs-{about.kind.lower()}"
        if choice.court == "MUST" and not self.lines["court"].text():
            return "papers-needs-court"
        return "" if self._span().right else "papers-no-day"

    def plan(self) -> "PaperPlan":
        """Return the paper that is asked for."""
        from intake.desk.views.papers import PaperPlan  # noqa: PLC0415 - loads the core

        choice, span = self.choice, self._span()
        if choice is None:
            raise ValueError
        told: dict[str, Any] = {name: self.lines[name].text() for name in _LINES}
        told |= {"first": span.first, "last": span.last}
        told["words"] = self.note.text().strip()
        told["outward"] = self.outward.values != (_IN,)
        told["with_addresses"] = self.with_addresses.isChecked()
        told["purpose"] = str(self.purpose.currentData() or "")
        told["hide"] = self.covering.words
        of_case = self.about.kind == "CASE"
        told["records"] = self.records.chosen if of_case else ()
        told["without"] = self.parts.without if of_case else ()
        used = {name: value for name, value in told.items() if name in choice.uses}
        return PaperPlan(choice.code, self.about.kind, self.about.id, **used)

    def show_preview(self, preview: "PaperPreview") -> None:
        """Say what is missing and what should be looked at."""
        self.said.show_preview(preview, self._sentences())

    def focus_field(self, name: str) -> None:
        """Put the keyboard where something is asked."""
        targets: Mapping[str, QWidget] = {
            **{one: line.line for one, line in self.lines.items()},
            "words": self.note,
            "purpose": self.purpose,
            "first": self.period.first.line,
            "last": self.period.last.line,
            "about": self.whom.choose,
            "records": self.records.first or self.whom.choose,
        }
        if name in targets:
            targets[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentences(self) -> dict[str, str]:
        """Return the field of every sentence that the desk says about a field."""
        uses = self.choice.uses if self.choice is not None else ()
        asked = [(f"paper-missing-{name.replace('_', '-')}", name) for name in uses if name != "records"]  # fmt: skip
        asked += [(text, name) for text, name in _OTHERWISE.items() if name in uses]
        return {self._texts(text): name for text, name in asked if self._texts.has(text)}  # fmt: skip

    def _span(self) -> Span:
        used = self.choice is not None and "first" in self.choice.uses
        return self.period.span() if used else Span()

    # --- within ------------------------------------------------------------------------

    def _forget(self) -> None:
        """Let go of what was typed of somebody else."""
        for name in (*_HEAD, "addressee"):
            self.lines[name].set_text("")
        self.note.set_text("")
        self._typed.clear()
        self.covering.forget()
        self.parts.forget()
        self.purpose.setCurrentIndex(0)

    def _show_meaning(self, code: str) -> None:
        """Name words and receiver as what they are in a kind; each meaning keeps what was typed."""
        says, whom, typed = self._texts, self.lines["addressee"], self._typed
        told, meant = _WORDS.get(code, _SAID), _WHOM.get(code, _GETS)
        typed |= {self._meant[0]: self.note.text(), self._meant[1]: whom.text()}
        self._meant = (told, meant)
        self._note_title.setText(says(told))
        self._note_hint.setText(says(f"{told}-hint"))
        self.note.setAccessibleName(says(told))
        self.note.set_text(typed.get(told, ""))
        whom.set_label(says(meant))
        if whom.text() != typed.get(meant, ""):
            whom.set_text(typed.get(meant, ""))

    def _show_heads(self, heads: "tuple[PaperHead, ...]") -> None:
        wanted = self.choice is not None and "court" in self.choice.uses
        if wanted and len(heads) == 1 and not any(self.lines[one].text() for one in _HEAD):  # fmt: skip
            self._fill(heads[0])
        self.heads.offer(heads if wanted else ())

    def _on_head(self, head: "PaperHead") -> None:
        self._fill(head)
        self.changed.emit(True)

    def _fill(self, head: "PaperHead") -> None:
        for name in _HEAD:
            value = getattr(head, name)
            if value or name == "court":
                self.lines[name].set_text(value)

    def _show_ticks(self) -> None:
        """Offer records and parts of the case; another thing, and a blank form, has none."""
        choice, about = self.choice, self.about
        uses = choice.uses if choice is not None and about.kind == "CASE" else ()
        known = bool(about.id) and about.known
        self.records.setVisible("records" in uses and known)
        every = choice is not None and choice.code == _ALL
        self.records.show_records(about.records if "records" in uses else (), all_else=every)  # fmt: skip
        self.parts.setVisible("without" in uses and known and bool(about.parts))
        self.parts.show_parts(about.parts if "without" in uses else ())

    # --- building ------------------------------------------------------------------------

    def _line(self, name: str) -> Field:
        stem = name.replace("_", "-")
        hint = f"papers-field-{stem}-hint"
        field = Field(self._texts(f"papers-field-{stem}"), self._texts(hint) if self._texts.has(hint) else "")  # fmt: skip
        field.edited.connect(lambda: self.changed.emit(False))
        field.submitted.connect(lambda: self.changed.emit(True))
        return field

    def _make_words(self) -> None:
        says = self._texts
        self.note = NoteEdit(says("papers-field-words"), note=False, least_lines=4)
        self.note.committed.connect(lambda _text: self.changed.emit(False))
        self._note_title, self._note_hint = words("", "strong"), words("", "small")
        self._note_box = QWidget()
        self._note_box.setLayout(column(self._note_title, self.note, self._note_hint, gap=6))  # fmt: skip

    def _make_purpose(self) -> None:
        says = self._texts
        named = dict(code_choices(says.language, "access_purpose"))
        self.purpose = Combo(says("papers-field-purpose"))
        self.purpose.addItem(says("papers-purpose-none"), "")
        for code in _PURPOSES:
            self.purpose.addItem(named[code], code)
        self.purpose.activated.connect(lambda _at: self.changed.emit(True))
        self._purpose_box = labelled(says("papers-field-purpose"), self.purpose, says("papers-field-purpose-hint"))  # fmt: skip

    def _make_outward(self) -> None:
        says = self._texts
        ways = [(one, says(f"papers-{one}ward")) for one in (_OUT, _IN)]
        self.outward = Choices(ways, says("papers-outward-name"), digits=False, kind="chip")  # fmt: skip
        self.outward.choose(_OUT)
        self.outward.chosen.connect(lambda _values: self.changed.emit(True))
        self._outward_box = labelled(says("papers-outward-name"), self.outward, says("papers-outward-hint"))  # fmt: skip
        self.with_addresses = QCheckBox(says("papers-with-addresses"))
        self.with_addresses.setAccessibleName(says("papers-with-addresses"))
        self.with_addresses.toggled.connect(lambda _on: self.changed.emit(True))

    def _listen(self) -> None:
        self.whom.wanted.connect(self.about_wanted)
        self.whom.kind.connect(self.about_kind)
        self.heads.taken.connect(self._on_head)
        self.period.changed.connect(self.changed)
        self.records.changed.connect(lambda: self.changed.emit(True))
        self.parts.changed.connect(lambda: self.changed.emit(True))
        self.covering.changed.connect(lambda: self.changed.emit(False))

    def _stand(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for thing in (
            self.whom,
            self.heads,
            *(self.lines[one] for one in ("court", "case_number", "accused", "addressee")),
            self._purpose_box,
            self.period,
            self.lines["checked_by"],
            self._outward_box,
            self._note_box,
            self.records,
            self.with_addresses,
            self.parts,
            self.covering,
            self.said,
        ):  # fmt: skip
            box.addWidget(thing)
