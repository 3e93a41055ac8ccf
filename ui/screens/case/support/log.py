"""The log of what was done (서비스 기록): a quick line to add, totals, the newest lines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.support import ServiceNote
from ui.screens.case.support.doing import Doing, empty
from ui.widgets import Button, Card, Choices, Pill, column, row, rule, words
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.support import AgencyView, ServiceLine, SupportView

_KINDS = ("support", "support_regional")
_SHOWN = 10


class LogCard(Card):
    """Shows the log of a case."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty, ready to note something."""
        says = doing.texts
        super().__init__(words(says("support-log"), "heading"), gap=10)
        self._doing, self._case = doing, ""
        self._all: tuple[ServiceLine, ...] = ()
        self._agencies: tuple[AgencyView, ...] = ()
        self._shown = _SHOWN
        self.kind = Choices(
            code_choices(says.language, *_KINDS),
            says("support-log-kind"),
            columns=4 if says.language == "ko" else 2,
            digits=False,
            kind="chip",
        )
        self.minutes = Field(says("support-log-minutes"))
        self.minutes.setFixedWidth(120)
        self.remark = Field(says("support-log-what"))
        self.note = Button(says("support-log-add"), "primary", icon="plus")
        self.note.on(self._on_note)
        self.more = Button(says("support-log-details")).on(self._on_details)
        for field in (self.minutes, self.remark):
            field.submitted.connect(self._on_note)
        line = row(self.minutes, gap=12)
        line.addWidget(self.remark, 1)
        self.add(column(self.kind, line, row(self.note, self.more, None), gap=10))
        self._totals, self._rows = QVBoxLayout(), QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(self._totals, self._rows)

    def show_log(self, view: "SupportView") -> None:
        """Show totals and the newest lines; what is being typed above stays."""
        if self._case != view.case:
            self._shown = _SHOWN
            self.kind.choose()
            self.minutes.set_text("")
            self.remark.set_text("")
        self._case, self._all, self._agencies = view.case, view.log, view.agencies
        self._show_totals(view)
        self._show_lines()

    def _show_totals(self, view: "SupportView") -> None:
        says = self._doing.texts
        empty(self._totals)
        months = list(dict.fromkeys(one.month for one in view.totals))[:3]
        for month in months:
            pills = [
                Pill(says("support-total", name=one.label, count=one.actions, minutes=one.minutes), "info")
                for one in view.totals
                if one.month == month
            ]  # fmt: skip
            label = words(says.day(month), "small", wrap=False)
            label.setFixedWidth(104)
            line = row(label, gap=8)
            line.addWidget(flowing(*pills), 1)
            self._totals.addLayout(line)

    def _show_lines(self) -> None:
        says = self._doing.texts
        empty(self._rows)
        for at, one in enumerate(self._all[: self._shown]):
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, at))
        if len(self._all) > self._shown:
            more = Button(says("support-log-more", count=len(self._all) - self._shown), "quiet")  # fmt: skip
            self._rows.addWidget(more.on(self._on_more))

    def _row(self, one: "ServiceLine", at: int) -> QWidget:
        says = self._doing.texts
        day = says.day(one.done_on) if one.done_on else ""
        parts = [day, one.method_label, one.agency_name, one.result_label, one.counselor]  # fmt: skip
        head = row(words(one.label, "strong", wrap=False), gap=8)
        if one.minutes:
            head.addWidget(words(says("support-minutes", minutes=one.minutes), "muted", wrap=False))  # fmt: skip
        if one.quantity > 1:
            head.addWidget(words(says("support-quantity", count=one.quantity), "muted", wrap=False))  # fmt: skip
        if one.corrected:
            head.addWidget(Pill(says("support-corrected"), "info"))
        head.addStretch(1)
        box = column(head, words(" · ".join(filter(None, parts)), "small"), gap=2)
        if one.remark:
            box.addWidget(words(one.remark))
        name = says("support-of", what=says("support-correct"), name=f"{one.label} {day} ({at + 1})")  # fmt: skip
        holder, line = QWidget(), row(gap=12)
        line.addLayout(box, 1)
        line.addWidget(Button(says("support-correct"), "quiet", name=name).on(self._correcting(one)))  # fmt: skip
        holder.setLayout(line)
        return holder

    # --- what the person does -----------------------------------------------------------------

    def _on_note(self) -> None:
        says = self._doing.texts
        if not self.kind.values:
            self.kind.focus_first()
            self._doing.session.toast(says("support-log-choose-kind"))
            return
        minutes = self.minutes.text()
        if minutes and not minutes.isdigit():
            self.minutes.line.setFocus()
            self._doing.session.toast(says("support-log-no-number"))
            return
        note = ServiceNote(self.kind.values[0], minutes=int(minutes or 0), remark=self.remark.text())  # fmt: skip
        self._keep(note)
        self.kind.choose()
        self.minutes.set_text("")
        self.remark.set_text("")

    def _keep(self, note: ServiceNote) -> None:
        case = self._case
        said = self._doing.texts("support-log-kept")
        self._doing.do(lambda desk: desk.support.add_action(case, note), said)

    def _on_details(self) -> None:
        sheet = self._asking("support-log-details-title", self._on_told)
        chosen = self.kind.values[0] if self.kind.values else ""
        self._fill(sheet, {"kind": chosen, "minutes": self.minutes.text(), "remark": self.remark.text()})  # fmt: skip

    def _on_told(self, told: Said) -> None:
        self._keep(
            ServiceNote(
                kind=told["kind"],
                done_on=told["done_on"],
                minutes=_number(told["minutes"]),
                quantity=_number(told["quantity"]) or 1,
                method=told["method"],
                agency=told["agency"],
                agency_person=told["agency_person"],
                result=told["result"],
                remark=told["remark"],
            )
        )

    def _correcting(self, one: "ServiceLine") -> Callable[[], None]:
        def show(found: dict[str, str]) -> None:
            sheet = self._asking("support-correct-title", lambda told: self._correct(one, found, told))  # fmt: skip
            self._fill(sheet, found)

        def look(desk: "Desk", _progress: object) -> dict[str, str]:
            row_ = desk.records.get("support_action", one.id)
            return {name: str(row_[name] or "") for name in _PARTS}

        return lambda: self._ask(look, show)

    def _ask(
        self,
        look: "Callable[[Desk, object], dict[str, str]]",
        show: Callable[[dict[str, str]], None],
    ) -> None:
        self._doing.session.ask(look, show, by=self)

    def _correct(self, one: "ServiceLine", before: dict[str, str], told: Said) -> None:
        changed: dict[str, str | int | bool | None] = {
            name: _number(told[name]) if name in _NUMBERS else told[name] or None
            for name in _PARTS
            if told[name] != before[name]
        }
        if changed:
            said = self._doing.texts("support-corrected-kept")
            self._doing.do(
                lambda desk: desk.support.correct_action(one.id, changed), said
            )

    def _asking(self, title_id: str, keep: Callable[[Said], None]) -> FormSheet:
        return self._doing.sheet(title_id, keep)

    def _fill(self, sheet: FormSheet, value: dict[str, str]) -> None:
        says = self._doing.texts
        known = [("", says("support-none"))]
        known += [(one.id, f"{one.name} {one.branch}".strip()) for one in self._agencies]  # fmt: skip
        results = [("", says("support-none")), *code_choices(says.language, "action_result")]  # fmt: skip
        sheet.choices("kind", says("support-log-kind"), code_choices(says.language, *_KINDS), value.get("kind", ""), needed=True)  # fmt: skip
        sheet.day("done_on", says("support-log-day"), value.get("done_on") or says("support-today"), needed=True)  # fmt: skip
        sheet.line("minutes", says("support-log-minutes"), value.get("minutes", ""))
        sheet.line("quantity", says("support-log-quantity"), value.get("quantity") or "1")  # fmt: skip
        sheet.choices("method", says("support-log-method"), code_choices(says.language, "contact_method"), value.get("method", ""))  # fmt: skip
        sheet.pick("agency", says("support-log-agency"), known, value.get("agency", ""))
        sheet.line("agency_person", says("support-offer-person"), value.get("agency_person", ""))  # fmt: skip
        sheet.pick("result", says("support-log-result"), results, value.get("result", ""))  # fmt: skip
        sheet.note("remark", says("support-remark"), value.get("remark", ""))
        sheet.ask()

    def _on_more(self) -> None:
        self._shown += 20
        self._show_lines()


_NUMBERS = ("minutes", "quantity")
_PARTS = ("kind", "done_on", *_NUMBERS, "method", "agency", "agency_person", "result", "remark")  # fmt: skip


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
