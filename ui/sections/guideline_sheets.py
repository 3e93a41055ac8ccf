"""What is asked and shown beside the guideline's page: its factors, and who compared it."""

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.clock import local, wall_ms
from ui.session import Session
from ui.widgets import Button, Pill, column, row, words
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk.views.guidelines import GuidelineFactor, GuidelineLine


class FactorSheet(TallSheet):
    """Every factor of an edition; the program knows facts for some and judges none."""

    def __init__(self, session: Session, parent: QWidget, told: "GuidelineLine") -> None:  # fmt: skip
        """List them by kind."""
        self._texts = says = session.texts
        self.done = Button(says("shell-close"), "primary").on(self.close_sheet)
        super().__init__(parent, told.name, self.done, note=says("guideline-factors-note"))  # fmt: skip
        for kind, some in groupby(told.factors, key=lambda one: one.kind_label):
            self.put(words(kind, "strong"), *(self._line(one) for one in some), 4)

    def ask(self) -> None:
        """Show the sheet."""
        self.open_sheet(self.done)

    def _line(self, one: "GuidelineFactor") -> QWidget:
        says = self._texts
        known = [Pill(says("guideline-has-facts"), "info")] if one.facts else []
        holder = QWidget()
        name = row(words(one.name), *known)
        name.setStretch(0, 1)
        aside = [words(one.note, "small")] if one.note else []
        holder.setLayout(column(name, *aside, gap=2))
        return holder


def ask_who(session: Session, parent: QWidget, keep: Callable[[str, str], None], *, needed: bool) -> FormSheet:  # fmt: skip
    """Ask which lawyer compared an edition with the original, and on which day."""
    says = session.texts

    def told(said: Said) -> None:
        day = said["day"].strip()
        keep(said["name"], read_date(day, local(wall_ms()).date()) or day)

    sheet = FormSheet(parent, says, says("guideline-who"), says("guideline-sign"), told)
    sheet.line("name", says("guideline-lawyer"), needed=needed)
    sheet.line("day", says("guideline-day"), "", says("guideline-day-hint"), needed=needed)  # fmt: skip
    return sheet.ask()
