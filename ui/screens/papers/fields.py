"""What stands in a paper (자료): about whom, for which court, of which time, in whose words.

* Only what the kind of paper uses is asked; a new kind shows its fields by itself.
* What the records know of court, number and accused is offered; what is typed stays typed.
* Nothing here is kept: a paper is made from it, and it goes with the lock.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.text import Texts
from ui.screens.papers.reading import About
from ui.screens.papers.said import SaidCard
from ui.widgets import Button, Choices, NoteEdit, column, row, say, words
from ui.widgets.field import Field, labelled
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.papers import (
        PaperChoice,
        PaperHead,
        PaperPlan,
        PaperPreview,
    )

_LINES = ("court", "case_number", "accused", "addressee", "checked_by")
_OUT, _IN = "out", "in"
_CHIP, _PLACE = 34, 296


@dataclass(frozen=True, slots=True)
class Span:
    """The fields of a period, as they were read."""

    first: str = ""
    last: str = ""
    right: bool = True


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
        self.lines = {name: self._line(name) for name in _LINES}
        self._make_about()
        self._make_heads()
        self._make_period()
        self._make_rest()
        self.said = SaidCard(texts, self.focus_field)
        self._stand()

    # --- what is asked -----------------------------------------------------------------

    def show_choice(self, choice: "PaperChoice", about_kind: str) -> None:
        """Ask what this kind of paper needs."""
        says, self.choice = self._texts, choice
        for name, line in self.lines.items():
            line.setVisible(name in choice.uses)
        empty_box(self._kinds)
        if len(choice.abouts) > 1:
            offered = [(one, self._kind_word(choice, one)) for one in choice.abouts]
            kinds = Choices(offered, says("papers-about"), digits=False, kind="chip", columns=self._side_by_side(offered))  # fmt: skip
            kinds.choose(about_kind)
            kinds.chosen.connect(lambda values: self.about_kind.emit(values[0]))
            self._kinds.addWidget(kinds)
        self._period.setVisible("first" in choice.uses)
        self._note_box.setVisible("words" in choice.uses)
        self._outward_box.setVisible("outward" in choice.uses)
        self.with_addresses.setVisible("with_addresses" in choice.uses)
        self._show_records()

    def show_about(self, about: About) -> None:
        """Say what the paper is about, and offer what the records know of its head."""
        fresh = (about.kind, about.id) != (self.about.kind, self.about.id)
        self.about = about
        chooses = about.kind in {"CASE", "PROFILE"}
        self._about.setText(self.about_words())
        self.choose.setVisible(chooses)
        self.choose.set_kind("primary" if chooses and not about.id else "plain")
        if fresh:
            for name in ("court", "case_number", "accused"):
                self.lines[name].set_text("")
        self._show_heads(about.heads)
        self._show_records()

    def about_words(self) -> str:
        """Return what the paper is about in words."""
        about, says = self.about, self._texts
        if about.kind in {"CENTER", "NATION"}:
            blank = self.choice is not None and not self.choice.needed and self.choice.court == "NO" and "first" not in self.choice.uses  # fmt: skip
            name = says("papers-about-nation") if about.kind == "NATION" else str(about.facts.get("name", ""))  # fmt: skip
            return says("papers-blank-of", name=name) if blank else name
        if not about.known:
            return says("papers-about-gone")
        if not about.id:
            return says(f"papers-about-no-{about.kind.lower()}")
        if about.quiet:
            return says("papers-sits-here")
        if about.kind == "CASE":
            return says("papers-about-case", number=about.facts["number"], name=about.facts["name"])  # fmt: skip
        return says("papers-about-profile", victims=about.facts["victims"], cases=about.facts["cases"])  # fmt: skip

    def set_period(self, first: str, last: str) -> None:
        """Fill the period, as another page asked it."""
        self.first.set_text(first)
        self.last.set_text(last)

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
        told["records"] = tuple(one for one, box in self._boxes.items() if box.isChecked())  # fmt: skip
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
            "first": self.first.line,
            "last": self.last.line,
            "about": self.choose,
        }
        if name in targets:
            targets[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentences(self) -> dict[str, str]:
        """Return the field of every sentence that the desk says about a field."""
        needed = self.choice.needed if self.choice is not None else ()
        ids = {name: f"paper-missing-{name.replace('_', '-')}" for name in needed}
        has = self._texts.has
        return {self._texts(text): name for name, text in ids.items() if has(text)}

    def _span(self) -> Span:
        if self.choice is None or "first" not in self.choice.uses:
            return Span()
        today = local(wall_ms()).date()
        said = [line.text() for line in (self.first, self.last)]
        days = [read_date(one, today) if one else "" for one in said]
        wrong = "" if None not in days else "papers-no-day"
        say(self._wrong_day, self._texts(wrong) if wrong else "", "danger")
        return Span(right=False) if wrong else Span(str(days[0]), str(days[1]))

    # --- building ------------------------------------------------------------------------

    def _line(self, name: str) -> Field:
        stem = name.replace("_", "-")
        hint = f"papers-field-{stem}-hint"
        field = Field(self._texts(f"papers-field-{stem}"), self._texts(hint) if self._texts.has(hint) else "")  # fmt: skip
        self._listen(field)
        return field

    def _listen(self, field: Field) -> None:
        field.edited.connect(lambda: self.changed.emit(False))
        field.submitted.connect(lambda: self.changed.emit(True))

    def _make_about(self) -> None:
        says = self._texts
        self._kinds = QVBoxLayout()
        self._kinds.setContentsMargins(0, 0, 0, 0)
        self._about = words("", "body")
        self.choose = Button(says("papers-choose"), icon="search", name=says("papers-choose-name"))  # fmt: skip
        self.choose.on(self.about_wanted.emit)

    def _make_heads(self) -> None:
        self._heads = QWidget()
        self._head_box = QVBoxLayout(self._heads)
        self._head_box.setContentsMargins(0, 0, 0, 0)
        self._head_box.setSpacing(6)

    def _make_period(self) -> None:
        says = self._texts
        self.first, self.last = Field(says("papers-field-first")), Field(says("papers-field-last"))  # fmt: skip
        for one in (self.first, self.last):
            one.line.setPlaceholderText(says("papers-period-all"))
            self._listen(one)
        self._wrong_day = words("", "small", tone="danger")
        self._wrong_day.hide()
        self._period = QWidget()
        self._period.setLayout(column(row(self.first, self.last, gap=8), self._wrong_day, gap=4))  # fmt: skip

    def _make_rest(self) -> None:
        says = self._texts
        self.note = NoteEdit(says("papers-field-words"), note=False, least_lines=4)
        self.note.committed.connect(lambda _text: self.changed.emit(False))
        self._note_box = labelled(says("papers-field-words"), self.note, says("papers-field-words-hint"))  # fmt: skip
        ways = [(one, says(f"papers-{one}ward")) for one in (_OUT, _IN)]
        self.outward = Choices(ways, says("papers-outward-name"), digits=False, kind="chip")  # fmt: skip
        self.outward.choose(_OUT)
        self.outward.chosen.connect(lambda _values: self.changed.emit(True))
        self._outward_box = labelled(says("papers-outward-name"), self.outward, says("papers-outward-hint"))  # fmt: skip
        self.with_addresses = QCheckBox(says("papers-with-addresses"))
        self.with_addresses.setAccessibleName(says("papers-with-addresses"))
        self.with_addresses.toggled.connect(lambda _on: self.changed.emit(True))
        self._boxes: dict[str, QCheckBox] = {}
        self._records = QWidget()
        self._record_box = QVBoxLayout(self._records)
        self._record_box.setContentsMargins(0, 0, 0, 0)
        self._record_box.setSpacing(6)

    def _stand(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        head = row(self._about, gap=8)
        head.setStretch(0, 1)
        head.addWidget(self.choose)
        box.addLayout(column(words(self._texts("papers-about"), "strong"), self._kinds, head, gap=6))  # fmt: skip
        box.addWidget(self._heads)
        for name in ("court", "case_number", "accused", "addressee"):
            box.addWidget(self.lines[name])
        for thing in (self._period, self.lines["checked_by"], self._outward_box, self._note_box, self._records, self.with_addresses, self.said):  # fmt: skip
            box.addWidget(thing)

    def _side_by_side(self, offered: "list[tuple[str, str]]") -> int:
        """Return how many chips stand in a line."""
        wide = sum(self.fontMetrics().horizontalAdvance(word) + _CHIP for _, word in offered)  # fmt: skip
        return len(offered) if wide <= _PLACE else 2

    def _kind_word(self, choice: "PaperChoice", kind: str) -> str:
        blank = kind == "CENTER" and "first" not in choice.uses and choice.court == "NO"
        return self._texts("papers-kind-blank" if blank else f"papers-kind-{kind.lower()}")  # fmt: skip

    def _show_heads(self, heads: "tuple[PaperHead, ...]") -> None:
        says, choice = self._texts, self.choice
        empty_box(self._head_box)
        wanted = choice is not None and "court" in choice.uses and bool(heads)
        self._heads.setVisible(wanted)
        if not wanted:
            return
        if len(heads) == 1 and not any(self.lines[one].text() for one in ("court", "case_number", "accused")):  # fmt: skip
            self._fill(heads[0])
        self._head_box.addWidget(words(says("papers-from-records"), "small"))
        buttons = [self._head(one) for one in heads[:6]]
        self._head_box.addWidget(flowing(*buttons, gap=6))

    def _head(self, head: "PaperHead") -> Button:
        said = " ".join(filter(None, (head.court, head.case_number)))
        button = Button(said, "chip", name=self._texts("papers-head-name", head=said))
        return button.on(self._filling(head))

    def _filling(self, head: "PaperHead") -> Callable[[], None]:
        def fill() -> None:
            self._fill(head)
            self.changed.emit(True)

        return fill

    def _fill(self, head: "PaperHead") -> None:
        for name in ("court", "case_number", "accused"):
            value = getattr(head, name)
            if value or name == "court":
                self.lines[name].set_text(value)

    def _show_records(self) -> None:
        choice, about = self.choice, self.about
        kept = {one for one, box in self._boxes.items() if box.isChecked()}
        empty_box(self._record_box)
        self._boxes = {}
        wanted = choice is not None and "records" in choice.uses and about.kind == "CASE"  # fmt: skip
        self._records.setVisible(wanted and bool(about.id))
        if not wanted:
            return
        self._record_box.addWidget(words(self._texts("papers-field-records"), "strong"))
        if not about.records:
            self._record_box.addWidget(words(self._texts("papers-no-records"), "small"))
        for at, (record, title, ms) in enumerate(about.records, 1):
            label = f"{title} · {self._texts.moment(ms)}" if ms else title
            box = QCheckBox(label)
            box.setAccessibleName(f"{label} ({at})")
            box.setChecked(record in kept)
            box.toggled.connect(lambda _on: self.changed.emit(True))
            self._boxes[record] = box
            self._record_box.addWidget(box)
