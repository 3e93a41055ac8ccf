"""Support lines (지원선): six calm rows, each with the person's will and what can be done."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.case.support.doing import Doing, empty
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.code_words import code_choices, code_word
from ui.widgets.flow import flowing
from ui.widgets.form_sheet import Said
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.support import LineView, WillWord

_WISH: dict[str, State] = {"WANTED": "ok", "REFUSED": "no", "ON_HOLD": "wait"}
_STATE: dict[str, State] = {"OPEN": "info", "PAUSED": "wait", "CLOSED": "no"}
_LABEL, _EARLIER = 116, 8


class LinesCard(Card):
    """Shows the six lines of a case."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        super().__init__(words(says("support-lines"), "heading"), gap=10)
        self._doing, self._case = doing, ""
        self.add(words(says("support-lines-hint"), "small"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(self._rows)

    def show_lines(self, case: str, lines: "tuple[LineView, ...]") -> None:
        """Show the lines."""
        self._case = case
        empty(self._rows)
        for at, line in enumerate(lines):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(line))

    def _row(self, line: "LineView") -> QWidget:
        says = self._doing.texts
        name = words(line.label, "strong")
        name.setFixedWidth(_LABEL)
        state = code_word(says.language, line.state, "line_state") if line.state else says("support-line-unopened")  # fmt: skip
        wish = Pill(self._wish(line), _WISH.get(line.wish, "info"))
        pills = flowing(Pill(state, _STATE.get(line.state, "info")), wish)
        about = column(pills, gap=4)
        told = self._told(line)
        if told:
            about.addWidget(words(told, "small"))
        holder = QWidget()
        line_ = row(name, gap=12)
        line_.addLayout(about, 1)
        line_.addWidget(self._button("support-will", line, self._ask_will))
        if line.state == "OPEN":
            line_.addWidget(self._button("support-close", line, self._close))
        else:
            line_.addWidget(self._button("support-open", line, self._open))
        holder.setLayout(line_)
        return holder

    def _wish(self, line: "LineView") -> str:
        says = self._doing.texts
        wish = code_word(says.language, line.wish, "will")
        if line.wish_on:
            return says("support-wish-since", wish=wish, day=says.day(line.wish_on))
        return says("support-wish", wish=wish)

    def _told(self, line: "LineView") -> str:
        says, parts = self._doing.texts, []
        if line.state == "OPEN" and line.opened_on:
            parts.append(says("support-opened-on", day=says.day(line.opened_on)))
        if line.state == "CLOSED" and line.closed_on:
            parts.append(says("support-closed-on", day=says.day(line.closed_on)))
        if line.actions:
            parts.append(says("support-done", count=line.actions, minutes=line.minutes))  # fmt: skip
        if line.closed_to_acts:
            parts.append(says("support-nothing-goes-out"))
        return " · ".join(parts)

    def _button(self, text_id: str, line: "LineView", act: object) -> Button:
        says = self._doing.texts
        name = says("support-of", what=says(text_id), name=line.label)
        return Button(says(text_id), name=name).on(lambda: act(line))  # type: ignore[operator]

    # --- what the person does ------------------------------------------------------------

    def _open(self, line: "LineView") -> None:
        if line.wish in {"UNASKED", "REFUSED"}:
            self._ask_will(line, opening=True)
            return
        case = self._case
        said = self._doing.texts("support-opened", name=line.label)
        self._doing.do(
            lambda desk: desk.support.open_line(
                case, line.kind, line.wish, line.wish_on
            ),
            said,
        )

    def _close(self, line: "LineView") -> None:
        case, said = self._case, self._doing.texts("support-closed", name=line.label)
        self._doing.do(lambda desk: desk.support.close_line(case, line.kind), said)

    def _ask_will(self, line: "LineView", opening: bool = False) -> None:
        """Ask for the will, with everything that was said of it before in sight."""
        case = self._case

        def show(said: "tuple[WillWord, ...]") -> None:
            self._show_will(line, said, opening=opening)

        self._doing.session.ask(
            lambda desk, _p: desk.support.wills(case, line.kind),
            show,
            by=self,
            slot="will",
        )

    def _show_will(
        self, line: "LineView", said: "tuple[WillWord, ...]", *, opening: bool
    ) -> None:
        says, case = self._doing.texts, self._case

        def keep(told: Said) -> None:
            wish, on = told["wish"], told["on"]
            if opening and wish != "REFUSED":
                text = says("support-opened", name=line.label)
                self._doing.do(lambda desk: desk.support.open_line(case, line.kind, wish, on), text)  # fmt: skip
            else:
                text = says("support-will-kept", name=line.label)
                self._doing.do(lambda desk: desk.support.set_wish(case, line.kind, wish, on), text)  # fmt: skip

        sheet = self._doing.sheet("support-will-title", keep)
        sheet.put(words(says("support-will-hint", name=line.label), "muted"))
        wished = says("support-will-of", name=line.label)
        sheet.choices("wish", wished, code_choices(says.language, "will"), line.wish, needed=True)  # fmt: skip
        sheet.day("on", says("support-will-day"), says("support-today"))
        if said:
            sheet.put(words(says("support-will-before"), "strong"))
        for word in said[:_EARLIER]:
            wish = code_word(says.language, word.wish, "will")
            told_ = says("support-will-said", wish=wish, time=says.moment(word.ms), who=word.who)  # fmt: skip
            sheet.put(words(told_, "small"))
        sheet.ask()
