"""연보 표 내보내기: the yearly report's tables A to G of some years, as a spreadsheet or CSV."""

from typing import TYPE_CHECKING

from intake.clock import local, wall_ms
from intake.errors import IntakeError
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Card, Choices, ProgressLine, row, say, words
from ui.widgets.field import Field
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import NamedBytes

_FORMS = ("xlsx", "csv")
_MANY = 5  # years that are offered
_YEAR = 4  # digits


class YearsExport(Card):
    """Asks for the first and last year and a form."""

    def __init__(self, session: Session) -> None:
        """Offer the last five years."""
        self._session, self._texts = session, session.texts
        says, year = self._texts, local(wall_ms()).year
        self.first, self.last = Field(says("yearbook-first")), Field(says("yearbook-last"))  # fmt: skip
        self.first.set_text(str(year - _MANY + 1))
        self.last.set_text(str(year))
        self.form = Choices([(one, says(f"yearbook-{one}")) for one in _FORMS], says("yearbook-form"), digits=False, kind="chip")  # fmt: skip
        self.form.choose(_FORMS[0])
        self.save = Button(says("yearbook-save"), icon="download").on(self._on_save)
        self._progress, self._error = ProgressLine(says), words("", tone="danger")
        self._error.hide()
        for one in (self.first, self.last):
            one.edited.connect(self._on_edited)
        super().__init__(
            words(says("yearbook-name"), "heading"),
            words(says("yearbook-help"), "muted"),
            row(self.first, self.last, gap=12),
            row(self.form, None),
            row(self.save, None),
            self._progress,
            self._error,
            gap=12,
        )

    def _years(self) -> tuple[int, int] | None:
        told = [one.text() for one in (self.first, self.last)]
        good = all(one.isascii() and one.isdigit() and len(one) == _YEAR for one in told)  # fmt: skip
        return (int(told[0]), int(told[1])) if good else None

    def _on_edited(self) -> None:
        say(self._error, "")
        self.save.setEnabled(self._years() is not None)

    def _on_save(self) -> None:
        years, form = self._years(), (self.form.values or _FORMS)[0]
        if years is None:
            return
        self.save.setEnabled(False)
        job = self._session.ask(
            lambda desk, progress: desk.yearbook.file(*years, form, progress),
            self._on_file,
            by=self,
            slot="yearbook",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._progress.step,
            stopped=self._rest,
        )
        self._progress.begin(self._texts("progress-figures"), job.cancel)

    def _on_file(self, file: "NamedBytes") -> None:
        self._rest()
        save_file(self._session, self, file)

    def _on_refused(self, error: IntakeError) -> None:
        self._rest()
        said = self._texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}".strip(), "danger")

    def _rest(self) -> None:
        self._progress.end()
        self.save.setEnabled(self._years() is not None)
