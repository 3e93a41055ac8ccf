"""문서 문구: headings and sentences of papers, the program's words beside the center's own.

* A kind of paper first, then its phrases in the order in which they stand on it.
* A supervisor changes them; others read, and are told why. Who sees no content is told so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from intake.text import LANGUAGES
from ui.sections.listing import listed, refill
from ui.sections.phrase_sheet import PhraseSheet, SampleSheet
from ui.sections.phrase_words import shown
from ui.sections.section import Section
from ui.session import Session
from ui.taking_back import take_back
from ui.widgets import Button, Card, Choices, Pill, column, row, rule, words
from ui.widgets.flow import Flow
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import Desk, NamedBytes
    from intake.desk.views.templates import PhraseLine, TemplateLine


_BUTTONS = 112  # at the right of a phrase


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    sees: bool
    changes: bool
    kinds: "tuple[TemplateLine, ...]" = ()
    lines: "tuple[PhraseLine, ...]" = ()


class PhrasesSection(Section):
    """Words of papers."""

    name = "phrases"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.kind, self.language, self.seen = "", says.language, Seen(sees=True, changes=False)  # fmt: skip
        self.kinds: dict[str, Button] = {}
        self._why, self._version = words("", "small", tone="wait"), words("", "small")
        self._offer, self._group = QVBoxLayout(), QButtonGroup(self)
        self.languages = Choices(tuple(LANGUAGES.items()), says("phrases-language"), digits=False, kind="chip")  # fmt: skip
        self.languages.choose(self.language)
        self.languages.chosen.connect(self._on_language)
        self.sample = Button(says("phrases-sample"), icon="file-text").on(self._on_sample)  # fmt: skip
        self.save = Button(says("phrases-save"), "quiet", icon="download").on(self._on_save)  # fmt: skip
        self.take = Button(says("phrases-take"), "quiet", icon="upload").on(self._on_take)  # fmt: skip
        self._files = row(self.save, self.take, None)
        self._lines = listed()
        self._head = words("", "heading")
        self.card("phrases-title", words(says("phrases-help"), "muted"), self._why, self._offer, self._files)  # fmt: skip
        heads = row(words(says("phrases-default"), "small"), words(says("phrases-own"), "small"), gap=16)  # fmt: skip
        heads.setStretch(0, 1)
        heads.setStretch(1, 1)
        self._right = QWidget()
        self._right.setFixedWidth(_BUTTONS)
        heads.addWidget(self._right)
        self._card = Card(self._head, self._version, row(self.languages, None, self.sample), heads, self._lines, gap=12)  # fmt: skip
        self.body.addWidget(self._card)
        self.end()
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask for the phrases of the kind that is chosen."""
        kind, language = self.kind, self.language

        def read(desk: "Desk", _progress: object) -> Seen:
            mine = desk.roles.mine()
            if not mine.sees_content:
                return Seen(sees=False, changes=False)
            kinds = desk.templates.kinds(language)
            lines = desk.templates.listing(kind or kinds[0].kind, language)
            return Seen(True, mine.supervises, kinds, lines)

        self.session.ask(read, self._on_seen, by=self, slot="phrases")

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if by is not self and "phrase" in topics and self.isVisible():
            self.arrive()

    # --- showing -----------------------------------------------------------------------

    def _on_seen(self, seen: Seen) -> None:
        says, self.seen = self.texts, seen
        why = "" if seen.changes else says("phrases-locked" if seen.sees else "phrases-closed")  # fmt: skip
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.save.setVisible(seen.sees)
        self.take.setVisible(seen.changes)
        self._card.setVisible(seen.sees)
        if seen.sees:
            self.kind = self.kind or seen.kinds[0].kind
            self._show_kinds()
            chosen = next(one for one in seen.kinds if one.kind == self.kind)
            self._right.setVisible(seen.changes)
            self._head.setText(chosen.kind_label)
            self._version.setText(says("phrases-version", version=chosen.version))
            refill(self._lines, self._rows(), "")
        settle_tabs(self.window())

    def _show_kinds(self) -> None:
        if not self.kinds:
            for one in self.seen.kinds:
                button = Button(one.kind_label, "chip")
                button.setCheckable(True)
                self._group.addButton(button)
                self.kinds[one.kind] = button.on(self._choosing(one.kind))
            holder = QWidget()
            holder.setLayout(Flow(*self.kinds.values(), gap=6))
            self._offer.addWidget(holder)
        for one in self.seen.kinds:
            button, says = self.kinds[one.kind], self.texts
            told = {"kind": one.kind_label, "count": one.own}
            button.setText(says("phrases-kind-own", **told) if one.own else one.kind_label)  # fmt: skip
            button.setAccessibleName(says("phrases-kind-own-name", **told) if one.own else one.kind_label)  # fmt: skip
            button.setChecked(one.kind == self.kind)

    def _rows(self) -> list[QWidget]:
        rows: list[QWidget] = []
        for at, one in enumerate(self.seen.lines, 1):
            rows += [*([rule()] if rows else []), self._row(one, at)]
        return rows

    def _row(self, one: "PhraseLine", at: int) -> QWidget:
        says, default = self.texts, shown(one, one.default)
        own = words(shown(one, one.own), "strong") if one.own else words(says("phrases-own-none"), "muted")  # fmt: skip
        chosen = [words(says("phrases-chosen", who=one.chosen_by, on=says.day(one.chosen_on)), "small")] if one.own and one.chosen_on else []  # fmt: skip
        left = column(row(Pill(one.place_label), None), words(default), None, gap=4)
        right = column(own, *chosen, None, gap=4)
        beside = row(gap=16)
        beside.addLayout(left, 1)
        beside.addLayout(right, 1)
        if self.seen.changes:
            buttons = QWidget()
            buttons.setFixedWidth(_BUTTONS)
            buttons.setLayout(column(*self._buttons(one, default, at), None, gap=0))
            beside.addWidget(buttons)
        holder = QWidget()
        holder.setLayout(beside)
        return holder

    def _buttons(self, one: "PhraseLine", default: str, at: int) -> list[Button]:
        says = self.texts
        change = Button(says("phrases-change"), "quiet", name=says("phrases-change-name", words=default, at=at))  # fmt: skip
        made = [change.on(lambda: self._on_change(one))]
        if one.own:
            reset = Button(says("phrases-reset"), "quiet", name=says("phrases-reset-name", words=default, at=at))  # fmt: skip
            made.append(reset.on(lambda: self._on_reset(one)))
        return made

    # --- what the person does ------------------------------------------------------------

    def _choosing(self, kind: str) -> Callable[[], None]:
        def choose() -> None:
            self.kind = kind
            self.arrive()

        return choose

    def _on_language(self, values: tuple[str, ...]) -> None:
        self.language = values[0] if values else self.language
        self.languages.choose(self.language)
        self.arrive()

    def _on_sample(self) -> None:
        label = next(one.kind_label for one in self.seen.kinds if one.kind == self.kind)
        SampleSheet(self.session, self.window(), self.kind, label, self.language).ask()

    def _on_change(self, one: "PhraseLine") -> None:
        def keep(said: str) -> None:
            self._do(
                lambda desk: desk.templates.set(one.name, one.language, said),
                "phrases-kept",
                sheet.close_sheet,
                sheet.show_refused,
            )

        sheet = PhraseSheet(self.session, self.window(), self.kind, one, keep)
        sheet.ask()

    def _on_reset(self, one: "PhraseLine") -> None:
        self._do(lambda desk: desk.templates.reset(one.name, one.language), "phrases-reset-done")  # fmt: skip

    def _do(self, deed: "Callable[[Desk], None]", text_id: str, done: Callable[[], None] = lambda: None, otherwise: Callable[[IntakeError], None] | None = None) -> None:  # fmt: skip
        def told(_none: object) -> None:
            done()
            self.session.toast(self.texts(text_id), self.texts("phrases-undo"), lambda: take_back(self.session))  # fmt: skip
            self.arrive()

        self.session.do(lambda desk, _progress: deed(desk), told, by=self, otherwise=otherwise)  # fmt: skip

    # --- files ---------------------------------------------------------------------------

    def _on_save(self) -> None:
        def made(file: "NamedBytes") -> None:
            save_file(self.session, self, file)

        self.session.ask(lambda desk, _p: desk.templates.export(), made, by=self)

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", self.texts("phrases-take-filter"))  # fmt: skip
        if chosen:
            self.take_from(Path(chosen))

    def take_from(self, file: Path) -> None:
        """Take the phrases of a file; one that is refused changes nothing."""

        def told(count: int) -> None:
            self.session.toast(self.texts("phrases-taken", count=count))
            self.arrive()

        self.session.do(lambda desk, _p: desk.templates.take(file), told, by=self)
