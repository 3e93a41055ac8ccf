"""양형기준: which edition papers are made by, who stands behind it, and taking a signed one.

* Whether a lawyer compared it is said first, and what an opinion says of it until then.
* A file is believed for its signature alone; why one is not taken is a sentence on the page.
* Signing an edition, and writing a lawyer's name into it, is for the central desk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from intake.errors import GuidelineRefused, IntakeError
from ui.sections.guideline_sheets import FactorSheet, ask_who
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Pill, row, say, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.words import Tone
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import Desk, NamedBytes
    from intake.desk.views.guidelines import GuidelineLine


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    current: "GuidelineLine"
    every: "tuple[GuidelineLine, ...]"
    takes: bool  # whether her role may take a file
    signs: bool  # whether this is a central desk, and she supervises it


def read_guideline(desk: "Desk", _progress: object) -> Seen:
    """Ask the desk for everything the section shows."""
    mine = desk.roles.mine()
    takes = mine.sees_content or "IT" in mine.roles
    signs = desk.about().role == "central" and mine.supervises
    return Seen(desk.guidelines.current(), desk.guidelines.listing(), takes, signs)


class GuidelineSection(Section):
    """The sentencing guideline."""

    name = "guideline"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.seen: Seen | None = None
        self._now, self._every = listed(), listed()
        self._error, self._why = words("", tone="danger"), words("", "small", tone="wait")  # fmt: skip
        self._sign_error = words("", tone="danger")
        self.look = Button(says("guideline-look"), icon="list-checks").on(self._on_look)  # fmt: skip
        self.take = Button(says("guideline-take"), "primary", icon="upload").on(self._on_take)  # fmt: skip
        self.check = Button(says("guideline-check"), icon="shield-check").on(self._on_check)  # fmt: skip
        self.make = Button(says("guideline-make"), icon="download").on(self._on_make)
        self.card("guideline-title", words(says("guideline-help"), "muted"), self._now, row(self.look, None))  # fmt: skip
        self.card("guideline-take-title", words(says("guideline-take-help"), "muted"), self._why, row(self.take, None), self._error)  # fmt: skip
        self._signing = self.card("guideline-sign-title", words(says("guideline-sign-help"), "muted"), row(self.check, self.make, None), self._sign_error)  # fmt: skip
        self.card("guideline-every", self._every)
        self.end()
        for one in (self._error, self._sign_error, self._why, self._signing):
            one.hide()

    @override
    def arrive(self) -> None:
        """Ask which edition is in use."""
        self.session.ask(read_guideline, self._on_seen, by=self, slot="guideline")

    # --- showing -----------------------------------------------------------------------

    def _on_seen(self, seen: Seen) -> None:
        self.seen, says = seen, self.texts
        refill(self._now, [self._edition(seen.current)], "")
        every = [self._short(one) for one in seen.every]
        refill(self._every, every, "")
        self.take.setEnabled(seen.takes)
        say(self._why, "" if seen.takes else says("guideline-locked"), "wait")
        self._signing.setVisible(seen.signs)
        settle_tabs(self.window())

    def _edition(self, one: "GuidelineLine") -> QWidget:
        says = self.texts
        facts = says("guideline-facts", edition=says.day(one.edition), force=says.day(one.in_force), factors=len(one.factors))  # fmt: skip
        signed = says("guideline-signed", who=one.signed_by, on=says.day(one.taken_on)) if one.signed_by else ""  # fmt: skip
        tone: Tone = "ok" if one.verified else "wait"
        below = [words(facts, "small"), *([words(signed, "small")] if signed else [])]
        below += [words(each, tone=tone if at == 0 else "") for at, each in enumerate(one.words)]  # fmt: skip
        told = [one.note, says("guideline-source", source=one.source) if one.source else ""]  # fmt: skip
        below += [words(each, "small") for each in told if each]
        return line(words(one.name, "strong", wrap=False), None, self._pill(one), below=below)  # fmt: skip

    def _short(self, one: "GuidelineLine") -> QWidget:
        says = self.texts
        used = [Pill(says("guideline-used"), "info")] if one.current else []
        who = one.signed_by or says("guideline-program")
        told = says("guideline-short", edition=says.day(one.edition), who=who)
        return line(words(told, wrap=False), *used, None, self._pill(one))

    def _pill(self, one: "GuidelineLine") -> Pill:
        says = self.texts
        return Pill(says("guideline-checked"), "ok") if one.verified else Pill(says("guideline-not-checked"), "wait")  # fmt: skip

    # --- taking ------------------------------------------------------------------------

    def _on_look(self) -> None:
        if self.seen is not None:
            FactorSheet(self.session, self.window(), self.seen.current).ask()

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", self.texts("guideline-filter"))  # fmt: skip
        if chosen:
            self.take_from(Path(chosen))

    def take_from(self, file: Path, *, older: bool = False) -> None:
        """Take an edition; an older one only after she said that it is meant."""
        say(self._error, "")

        def told(_line: object) -> None:
            self.session.toast(self.texts("guideline-taken"))
            self.arrive()

        def refused(error: IntakeError) -> None:
            if isinstance(error, GuidelineRefused) and error.facts.get("why") == "older":  # fmt: skip
                self.session.question(self._older(file))
            else:
                self._show_error(self._error, error)

        self.session.do(lambda desk, _p: desk.guidelines.take(file, older), told, by=self, otherwise=refused)  # fmt: skip

    def _older(self, file: Path) -> Question:
        says = self.texts
        return Question(
            title=says("guideline-older"),
            body=says("guideline-older-body"),
            yes=says("guideline-older-yes"),
            no=says("shell-cancel"),
            act=lambda: self.take_from(file, older=True),
        )

    # --- signing -----------------------------------------------------------------------

    def _on_check(self) -> None:
        ask_who(self.session, self.window(), self.verify_by, needed=True)

    def verify_by(self, name: str, day: str) -> None:
        """Sign the edition in use with the lawyer who checked it, and offer the file."""
        self._sign(lambda desk: desk.guidelines.verify_by(name, day))

    def _on_make(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", self.texts("guideline-plain-filter"))  # fmt: skip
        if chosen:
            file = Path(chosen)
            ask_who(self.session, self.window(), lambda name, day: self.make_from(file, name, day), needed=False)  # fmt: skip

    def make_from(self, file: Path, name: str = "", day: str = "") -> None:
        """Sign a plain edition, and offer the file."""
        self._sign(lambda desk: desk.guidelines.make(file, name, day))

    def _sign(self, deed: "Callable[[Desk], NamedBytes]") -> None:
        say(self._sign_error, "")

        def made(file: "NamedBytes") -> None:
            save_file(self.session, self, file)
            self.arrive()

        def refused(error: IntakeError) -> None:
            self._show_error(self._sign_error, error)

        self.session.do(lambda desk, _p: deed(desk), made, by=self, otherwise=refused)

    def _show_error(self, label: QLabel, error: IntakeError) -> None:
        said = self.texts.error(error)
        say(label, f"{said.sentence}\n{said.remedy}".strip(), "danger")
