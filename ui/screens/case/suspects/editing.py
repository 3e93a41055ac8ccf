"""Sheets to change a suspect, an identifier, or to note that the person was seen before.

Only what was changed is said. A day is kept as far as it was told (2024, 2024-03, 2024-03-05);
what is no day keeps the sheet open.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.clock import local, wall_ms
from intake.desk.views.people import ClueLine, SuspectCard
from intake.text import Texts
from ui.screens.case.suspects.doing import Doing, Guard, choices_of, codes
from ui.widgets import Button, Choices, NoteEdit, column, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk import Desk

Said = dict[str, "str | bool | None"]
_LINES = ("name", "age_words", "job", "affiliation")
_DAYS = {"seen_from": "persons-first-seen", "seen_to": "persons-last-seen"}
_REMOVED = ("mistake", "twice", "not-theirs")


class EditSheet(TallSheet):
    """Asks for fields of one record and hands on what became different."""

    def __init__(
        self, doing: Doing, title: str, keep: Callable[[Said], None], *more: QWidget
    ) -> None:  # fmt: skip
        """Stand empty; add what is asked, then ``ask``."""
        says = doing.texts
        self._doing, self._keep = doing, keep
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        name = f"{title}: {says('persons-save')}"
        self.save = Button(says("persons-save"), "primary", name=name).on(self._on_save)
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(doing.window, title, self._wrong, *more, self.no, self.save)
        self._asked: dict[str, tuple[str, Callable[[], str]]] = {}
        self._days: set[str] = set()
        self._first: QWidget | None = None
        self.guard = Guard(says)

    def line(self, name: str, label: str, value: str, hint: str = "") -> Field:
        """Ask for a line."""
        field = Field(label, hint)
        field.set_text(value)
        field.submitted.connect(self._on_save)
        self.guard.watch(field.line)
        self.put(field)
        self._take(name, value, field.text, field.line)
        return field

    def day(self, name: str, label: str, value: str) -> None:
        """Ask for a day, as people say it."""
        self.line(name, label, value, self._doing.texts("persons-day-hint"))
        self._days.add(name)

    def note(self, name: str, label: str, value: str, lines: int = 3) -> NoteEdit:
        """Ask for several lines."""
        edit = NoteEdit(label, note=False, least_lines=lines)
        edit.set_text(value)
        self.guard.watch(edit)
        self.put(labelled(label, edit))
        self._take(name, value, lambda: edit.text().strip(), edit)
        return edit

    def choices(self, name: str, label: str, listed: str, value: str) -> Choices:
        """Ask for one of a few codes."""
        says = self._doing.texts
        group = choices_of(label, codes(says, listed), value, self)
        self.put(column(words(label, "strong"), group, gap=6))
        self._take(name, value, lambda: next(iter(group.values), ""), group)
        return group

    def pick(self, name: str, label: str, listed: str, value: str) -> Combo:
        """Ask for one of many codes."""
        combo = Combo(label)
        for code, text in codes(self._doing.texts, listed):
            combo.addItem(text, code)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        self.put(labelled(label, combo))
        self._take(name, value, lambda: str(combo.currentData() or ""), combo)
        return combo

    def either(self, name: str, label: str, offered: Sequence[tuple[str, str]], value: str) -> None:  # fmt: skip
        """Ask which of a few words fits."""
        group = choices_of(label, offered, value, self)
        self.put(column(words(label, "strong"), group, gap=6))
        self._take(name, value, lambda: next(iter(group.values), ""), group)

    def ask(self) -> "EditSheet":
        """Show the sheet with the focus on the first thing it asks."""
        self.put(self.guard.line)
        first = self._first or self.save
        self.open_sheet(first)
        if isinstance(first, Choices):
            first.focus_first()
        return self

    def said(self) -> Said | None:
        """Return what became different; None where a day is no day."""
        told: Said = {}
        for name, (before, read) in self._asked.items():
            now = read()
            if now == before:
                continue
            if name in self._days and now:
                day = read_date(now, local(wall_ms()).date())
                if day is None:
                    say(self._wrong, self._doing.texts("persons-no-day"), "danger")
                    return None
                now = day
            told[name] = now or None
        return told

    def _take(
        self, name: str, value: str, read: Callable[[], str], widget: QWidget
    ) -> None:
        self._asked[name] = (value, read)
        self._first = self._first or widget

    def _on_save(self) -> None:
        told = self.said()
        if told is None:
            return
        self.close_sheet()
        if told:
            self._keep(told)


def edit_suspect(doing: Doing, case: str, card: SuspectCard | None) -> EditSheet:
    """Ask for everything about a suspect; without a card, about a new one."""
    says = doing.texts

    def keep(told: Said) -> None:
        if card is None:
            doing.do(
                lambda desk: desk.suspects.add(case, told),
                says("persons-suspect-added"),
            )
        else:
            doing.do(
                lambda desk: desk.suspects.change(card.id, told), says("persons-saved")
            )

    title = says("persons-suspect-new" if card is None else "persons-suspect-edit")
    removal = _removal(doing, card) if card is not None else None
    sheet = EditSheet(doing, title, keep, *([removal] if removal else []))
    if removal is not None:
        removal.on(sheet.close_sheet)
    _ask_suspect(sheet, says, card, dict(card.said) if card is not None else {})
    sheet.ask()
    return sheet


def _ask_suspect(
    sheet: EditSheet, says: Texts, card: SuspectCard | None, known: Mapping[str, object]
) -> None:
    def said(name: str) -> str:
        return str(known.get(name) or "")

    sheet.line("nickname", says("field-suspect-nickname"), said("nickname"))
    sheet.note("features", says("persons-features"), said("features"))
    sheet.note("method", says("persons-method"), said("method"))
    for name, label in _DAYS.items():
        sheet.day(name, says(label), said(name))
    sheet.choices(
        "part", says("persons-part"), "suspect_part", card.part if card else ""
    )
    sheet.choices("stage", says("persons-stage"), "suspect_stage", card.stage if card else "UNCONFIRMED")  # fmt: skip
    sheet.put(words(says("persons-stage-hint"), "small"))
    for name in _LINES:
        sheet.line(name, says(f"field-suspect-{name.replace('_', '-')}"), said(name))
    sheet.note("remark", says("persons-remark"), said("remark"))


def _removal(doing: Doing, card: SuspectCard) -> Button:
    says = doing.texts
    button = Button(
        says("persons-remove"), "quiet", name=says("persons-remove-suspect")
    )
    return button.on(
        lambda: doing.do(
            lambda desk: desk.suspects.retract(card.id, "mistake"),
            says("persons-removed"),
        )
    )


def edit_clue(doing: Doing, line: ClueLine) -> EditSheet:
    """Ask for everything about an identifier; the value itself stays as it was typed."""
    says = doing.texts

    def keep(told: Said) -> None:
        ready = {
            **told,
            **({"shared": bool(told["shared"])} if "shared" in told else {}),
        }
        doing.do(
            lambda desk: desk.suspects.change_clue(line.id, ready),
            says("persons-saved"),
        )

    sheet = EditSheet(doing, says("persons-clue-edit"), keep)
    sheet.put(words(line.raw[:400], "strong", selectable=True))
    sheet.pick("kind", says("persons-kind"), "identifier_kind", line.kind)
    sheet.choices("role", says("persons-role"), "identifier_role", line.role)
    sheet.put(words(says("persons-role-hint"), "small"))
    if line.kind == "uploader":
        sheet.line("site", says("persons-site"), line.site)
    for name, label in _DAYS.items():
        sheet.day(name, says(label), str(getattr(line, name)))
    alone = (("", says("persons-shared-no")), ("1", says("persons-shared-yes")))
    sheet.either(
        "shared", says("persons-shared-ask"), alone, "1" if line.shared else ""
    )
    sheet.line("shared_why", says("persons-shared-why"), line.shared_why)
    sheet.choices("said_by", says("persons-said-by"), "who_said", line.said_by)
    sheet.note("source_words", says("persons-source-words"), line.source_words)
    sheet.put(column(words(says("persons-remove"), "strong"), flowing(*_removals(doing, line, sheet)), gap=6))  # fmt: skip
    sheet.ask()
    return sheet


def _removals(doing: Doing, line: ClueLine, sheet: EditSheet) -> list[Button]:
    says = doing.texts

    def removing(reason: str) -> Callable[[], None]:
        def remove() -> None:
            sheet.close_sheet()
            doing.do(lambda desk: desk.suspects.retract_clue(line.id, reason), says("persons-removed"))  # fmt: skip

        return remove

    return [
        Button(says(f"persons-removed-{reason}")).on(removing(reason))
        for reason in _REMOVED
    ]


def note_seen(doing: Doing, card: SuspectCard) -> EditSheet:
    """Ask where somebody has seen this person before (이 사람 본 적 있음)."""
    says = doing.texts

    def keep(told: Said) -> None:
        text = str(told["words"])

        def deed(desk: "Desk") -> object:
            return desk.suspects.seen_before(card.id, text)

        doing.do(deed, says("persons-seen-kept"))

    sheet = EditSheet(doing, says("persons-seen"), keep)
    sheet.put(words(says("persons-seen-hint"), "muted"))
    sheet.note("words", says("persons-seen-words"), "", lines=4)
    sheet.ask()
    return sheet
