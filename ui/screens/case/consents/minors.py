"""What an age asks for: the guardian below 14, asking again at 14 and 19, the duty to report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.desk.views.giving import DutyView, MinorView
from intake.text import Texts
from ui.widgets import Button, Card, Choices, Pill, Sheet, row, words
from ui.widgets.field import Field

_CONFIRMS = ("PAPER", "PHONE", "MESSAGE", "PRESENT", "NOT_TOLD")


class MinorCard(Card):
    """States what the law asks at this age; ``wanted`` opens the guardian's sheet."""

    wanted = Signal()
    again = Signal()

    def __init__(self, texts: Texts, view: MinorView) -> None:
        """Show the gate that an age stands before."""
        title = row(words(texts("minor-title"), "heading", wrap=False), None)
        super().__init__(title, gap=10)
        if view.guardian_needed:
            title.addWidget(Pill(texts("minor-needed"), "wait"))
        self.add(words(texts(f"minor-{view.kind}")))
        if view.guardian:
            told = "minor-not-told" if view.guardian == "NOT_TOLD" else "minor-agreed"
            self.add(words(texts(told, reason=view.reason), "muted"))
        if view.turned:
            self.add(words(texts("minor-turned", age=view.turned)))
            ask = Button(texts("minor-ask-again"), icon="pencil").on(self.again.emit)
            self.add(row(None, ask))
        if view.kind == "child":
            keep = Button(texts("minor-guardian"), icon="pencil").on(self.wanted.emit)
            self.add(row(None, keep))


class DutyCard(Card):
    """States the article that may apply, and asks what was done."""

    reported = Signal()
    explained = Signal()

    def __init__(self, texts: Texts, view: DutyView) -> None:
        """Show what the center's profile says."""
        title = row(words(texts("duty-title"), "heading", wrap=False), None)
        super().__init__(title, gap=10)
        state = "duty-settled" if view.settled else "duty-open"
        title.addWidget(Pill(texts(state), "ok" if view.settled else "wait"))
        self.add(words(texts("duty-body", basis=view.basis_text)))
        if view.reported_on:
            day, place = texts.day(view.reported_on), view.reported_to
            self.add(words(texts("duty-reported", day=day, place=place), "muted"))
        if view.not_reported_why:
            why = view.not_reported_why
            self.add(words(texts("duty-not-reported", why=why), "muted"))
        yes = Button(texts("duty-report")).on(self.reported.emit)
        no = Button(texts("duty-explain")).on(self.explained.emit)
        self.add(row(None, no, yes))


class GuardianSheet(Sheet):
    """Asks how the guardian consented, or why she is not told."""

    kept = Signal(str, str, str, str)  # confirm, name, contact, why

    def __init__(self, parent: QWidget, texts: Texts, language: str) -> None:
        """Offer every way of confirming."""
        del language
        offered = [(one, texts(f"minor-confirm-{one.lower().replace('_', '-')}")) for one in _CONFIRMS]  # fmt: skip
        self.confirms = Choices(offered, texts("minor-guardian"), columns=3)
        self.name = Field(texts("gate-guardian-name"))
        self.contact = Field(texts("gate-guardian-contact"))
        self.why = Field(texts("gate-guardian-reason"))
        keep = Button(texts("giving-keep"), "primary").on(self._on_keep)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(
            parent,
            words(texts("minor-guardian"), "heading"),
            self.confirms,
            self.name,
            self.contact,
            self.why,
            row(None, no, keep),
            width=560,
        )
        self.setAccessibleName(texts("minor-guardian"))
        self.confirms.chosen.connect(lambda _values: self._show())
        self._show()

    def _show(self) -> None:
        chosen = next(iter(self.confirms.values), "")
        for field in (self.name, self.contact):
            field.setVisible(chosen not in {"", "NOT_TOLD"})
        self.why.setVisible(chosen == "NOT_TOLD")
        self.place()

    def _on_keep(self) -> None:
        chosen = next(iter(self.confirms.values), "")
        if chosen:
            said = (self.name.text(), self.contact.text(), self.why.text())
            self.kept.emit(chosen, *said)
            self.close_sheet()


class DutySheet(Sheet):
    """Asks when and where it was reported, or why it was not."""

    kept = Signal(str, str)

    def __init__(
        self, parent: QWidget, texts: Texts, *, reported: bool, day: str
    ) -> None:
        """Ask for the one or the other."""
        title = texts("duty-report" if reported else "duty-explain")
        self.day = Field(texts("duty-day"))
        self.day.set_text(day)
        self.words = Field(texts("duty-place" if reported else "duty-why"))
        keep = Button(texts("giving-keep"), "primary").on(self._on_keep)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        things = (self.day, self.words) if reported else (self.words,)
        super().__init__(
            parent, words(title, "heading"), *things, row(None, no, keep), width=520
        )
        self.setAccessibleName(title)
        self.words.submitted.connect(self._on_keep)

    def _on_keep(self) -> None:
        if self.words.text():
            self.kept.emit(self.day.text(), self.words.text())
            self.close_sheet()
