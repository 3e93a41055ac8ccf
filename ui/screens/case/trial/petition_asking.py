"""What a petition's steps ask: for which court, what she said, what was received, when it was filed.

* Nothing asks for a reason. A way of writing and a note are asked only where she writes.
* The same sheet takes every answer, whichever it is.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.desk.views.people import visible
from intake.text import Texts
from ui.widgets import Choices, column, words
from ui.widgets.choice_columns import columns_for
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import labelled
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk.views.evidence import EvidenceLine
    from intake.desk.views.petitions import PetitionCourt, PetitionLine

_OTHER: Final = "other"
_MOST: Final = 999
_WRITES: Final = "AGREED"
# What she may say next, as it is offered.
_ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "ASKED": ("AGREED", "DECLINED"),
    "AGREED": ("AGREED", "DECLINED"),
    "RECEIVED": ("WITHDRAWN",),
    "FILED": ("WITHDRAWN",),
    "DECLINED": ("AGREED",),
    "WITHDRAWN": ("AGREED",),
}
_COPIES: Final = frozenset({"PAPER", "IMAGE", "ORIGINAL", "LETTER", "OTHER"})
_SHOWN: Final = 40

Check = Callable[[Said], str]  # the text id of what does not fit, or nothing


class StepSheet(FormSheet):
    """Asks for one step; what does not fit is said beside the buttons and nothing is lost."""

    def __init__(
        self, parent: QWidget, texts: Texts, title: str, keep: Callable[[Said], None], check: Check
    ) -> None:  # fmt: skip
        """Stand empty; ``check`` says what does not fit."""
        super().__init__(parent, texts, texts(title), texts("petition-keep"), keep)
        self._check = check

    def maybe(self, name: str, label: str, offered: Sequence[tuple[str, str]], chosen: str) -> QWidget:  # fmt: skip
        """Ask for one of a few, or for none; return what can be hidden as one."""
        group = Choices(offered, label, columns=columns_for((text for _, text in offered), self), digits=False)  # fmt: skip
        group.choose(chosen)
        holder = QWidget()
        holder.setLayout(column(words(label, "strong"), group, gap=6))
        self.put(holder)
        self._take(name, lambda: next(iter(group.values), ""), group, "")
        return holder

    def folded(self, name: str, label: str, offered: Sequence[tuple[str, str]], chosen: str) -> None:  # fmt: skip
        """Ask for one of many, folded."""
        combo = Combo(label)
        for value, text in offered:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self.put(labelled(label, combo))
        self._take(name, lambda: str(combo.currentData() or ""), combo, "")

    @override
    def said(self) -> Said | None:
        told = super().said()
        wrong = self._check(told) if told is not None else ""
        if wrong:
            self._refuse(self._texts(wrong))
            return None
        return told


def answers_of(line: "PetitionLine") -> tuple[str, ...]:
    """Return what she may say next of a petition."""
    return tuple(one for one in _ANSWERS.get(line.state, ()) if one in line.may_follow)


def ask_court(
    parent: QWidget, texts: Texts, courts: "Sequence[PetitionCourt]", keep: Callable[[str, str], None]
) -> None:  # fmt: skip
    """Ask for which court she was asked: one that the records know, or a typed one."""

    def court_of(told: Said) -> tuple[str, str]:
        at = told.get("which", _OTHER)
        if at.isdigit():
            return courts[int(at)].court, courts[int(at)].case_number
        return told["court"].strip(), told["number"].strip()

    def wrong(told: Said) -> str:
        return "" if court_of(told)[0] else "petition-no-court"

    sheet = StepSheet(parent, texts, "petition-ask", lambda told: keep(*court_of(told)), wrong)  # fmt: skip
    sheet.put(words(texts("petition-ask-hint"), "muted"))
    named = (" · ".join(filter(None, (one.court, one.case_number))) for one in courts)
    offered = [(str(at), visible(name, _SHOWN)) for at, name in enumerate(named)]
    which = None
    if offered:
        offered.append((_OTHER, texts("petition-other-court")))
        which = sheet.choices("which", texts("petition-which-court"), offered, "0" if len(courts) == 1 else "", needed=True)  # fmt: skip
    typed = (
        sheet.line("court", texts("petition-court"), hint=texts("petition-court-hint")),
        sheet.line("number", texts("petition-number")),
    )

    def show(values: tuple[str, ...]) -> None:
        for line in typed:
            line.setVisible(which is None or values == (_OTHER,))

    if which is not None:
        which.chosen.connect(show)
        show(which.values)
    sheet.ask()


def ask_answer(
    parent: QWidget, texts: Texts, line: "PetitionLine", keep: Callable[[str, str, str], None]
) -> None:  # fmt: skip
    """Ask what she said; every answer is one press."""

    def kept(told: Said) -> None:
        writes = told["state"] == _WRITES
        keep(told["state"], told["way"] if writes else "", told["remark"] if writes else "")  # fmt: skip

    sheet = StepSheet(parent, texts, "petition-answer", kept, lambda _told: "")
    sheet.put(words(texts("petition-of", court=visible(line.court, _SHOWN)), "muted"))
    may, language = answers_of(line), texts.language
    offered = [(code, word) for code, word in code_choices(language, "petition_state") if code in may]  # fmt: skip
    chosen = may[0] if len(may) == 1 else line.state if line.state in may else ""
    state = sheet.choices("state", texts("petition-said"), offered, chosen, needed=True)
    way = sheet.maybe("way", texts("petition-way"), code_choices(language, "petition_way"), line.way)  # fmt: skip
    remark = sheet.line("remark", texts("petition-remark"), line.remark, texts("petition-remark-hint"))  # fmt: skip
    parts = (way, remark)
    if line.state == "FILED":
        sheet.put(words(texts("petition-take-back-filed"), "small"))

    def show(values: tuple[str, ...]) -> None:
        for part in parts:
            part.setVisible(values == (_WRITES,))

    state.chosen.connect(show)
    show(state.values)
    sheet.ask()


def ask_sheets(
    parent: QWidget, texts: Texts, line: "PetitionLine", copies: "Sequence[EvidenceLine]",
    keep: Callable[[int, str], None],
) -> None:  # fmt: skip
    """Ask how many sheets lie here, and which secured copy is of them."""

    def wrong(told: Said) -> str:
        sheets = told["sheets"]
        fits = sheets.isdecimal() and 1 <= int(sheets) <= _MOST
        return "" if fits else "petition-no-sheets"

    sheet = StepSheet(parent, texts, "petition-receive", lambda told: keep(int(told["sheets"]), told.get("copy", "")), wrong)  # fmt: skip
    sheet.put(words(texts("petition-of", court=visible(line.court, _SHOWN)), "muted"))
    sheet.line("sheets", texts("petition-sheets"), str(line.sheets or 1), texts("petition-sheets-hint"))  # fmt: skip
    fitting = [one for one in copies if one.kind in _COPIES and not one.sexual]
    if fitting:
        offered = [("", texts("petition-no-copy")), *((one.id, _called(one)) for one in fitting)]  # fmt: skip
        sheet.folded("copy", texts("petition-copy"), offered, line.evidence)
    sheet.ask()


def ask_day(
    parent: QWidget, texts: Texts, line: "PetitionLine", keep: Callable[[str], None]
) -> None:
    """Ask on which day it was filed with the court."""

    def wrong(told: Said) -> str:
        ahead = told["on"] > local(wall_ms()).date().isoformat()
        return "petition-day-ahead" if ahead else ""

    sheet = StepSheet(parent, texts, "petition-file", lambda told: keep(told["on"]), wrong)  # fmt: skip
    sheet.put(words(texts("petition-of", court=visible(line.court, _SHOWN)), "muted"))
    sheet.day("on", texts("petition-filed-on"), texts("support-today"), needed=True)
    sheet.ask()


def _called(copy: "EvidenceLine") -> str:
    return " · ".join(filter(None, (copy.kind_text, visible(copy.title, _SHOWN), copy.short)))  # fmt: skip
