"""The address book of agencies (기관 주소록): whom the center works with."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.sections.section import Section
from ui.session import Session
from ui.taking_back import take_back
from ui.widgets import Button, Pill, column, row, rule, words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.support import AgencyView

_LINES = ("name", "branch", "person", "phone", "email", "url", "address")
_PLACES = ("valid_from", "valid_to")


class AgenciesSection(Section):
    """Shows the agencies; one that is no longer used is ended, never removed."""

    name = "agencies"

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        says = self.texts
        self.new = Button(says("agency-add"), "primary", icon="plus")
        self.new.on(lambda: self._ask(None))
        self._all = Button(says("agency-ended-too"), "quiet").on(self._on_all)
        self._everything = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.card("agency-title", words(says("agency-help"), "muted"), row(self.new, self._all, None), self._rows)  # fmt: skip
        self.end()
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask for the agencies."""
        everything = self._everything
        self.session.ask(
            lambda desk, _progress: desk.agencies.listing("", everything),
            self._on_listed,
            by=self,
            slot="agencies",
        )

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if "agency" in topics and self.isVisible():
            self.arrive()

    def _on_listed(self, agencies: "tuple[AgencyView, ...]") -> None:
        empty_box(self._rows)
        if not agencies:
            self._rows.addWidget(words(self.texts("agency-none"), "muted"))
        for at, one in enumerate(agencies):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, at))
        settle_tabs(self)

    def _row(self, one: "AgencyView", at: int) -> QWidget:
        says = self.texts
        name = f"{one.name} {one.branch}".strip()
        head = row(words(name, "strong", wrap=False), Pill(one.kind_label, "info"))
        if not one.valid:
            head.addWidget(Pill(says("agency-not-valid"), "no"))
        head.addStretch(1)
        told = " · ".join(filter(None, (one.person, one.phone, one.email, one.url)))
        change = Button(says("agency-change"), "quiet", name=f"{says('agency-change')}: {name} ({at + 1})")  # fmt: skip
        change.on(lambda: self._ask(one))
        line = row(gap=12)
        line.addLayout(column(head, words(told, "small"), gap=2), 1)
        if one.valid:
            end = Button(says("agency-end"), "quiet", name=f"{says('agency-end')}: {name} ({at + 1})")  # fmt: skip
            line.addWidget(end.on(self._ending(one)))
        line.addWidget(change)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    # --- what the person does ---------------------------------------------------------

    def _ask(self, one: "AgencyView | None") -> None:
        says = self.texts
        title = says("agency-add") if one is None else says("agency-change")
        sheet = FormSheet(self.window(), says, title, says("support-keep"), lambda told: self._keep(one, told))  # fmt: skip
        kinds = code_choices(says.language, "agency_kind")
        sheet.choices("kind", says("agency-kind"), kinds, one.kind if one else "", needed=True)  # fmt: skip
        for part in _LINES:
            label = says(f"field-agency-{part}")
            sheet.line(part, label, getattr(one, part) if one else "", needed=part == "name")  # fmt: skip
        for part in _PLACES:
            label = says(f"field-agency-{part.replace('_', '-')}")
            sheet.day(part, label, getattr(one, part) if one else "")
        sheet.note("remark", says("support-remark"), one.remark if one else "")
        sheet.ask()

    def _keep(self, one: "AgencyView | None", told: Said) -> None:
        said = {name: told[name] or None for name in (*_LINES, *_PLACES, "kind", "remark")}  # fmt: skip
        if one is None:
            if not said["valid_from"]:
                del said["valid_from"]
            self._do(lambda desk: desk.agencies.add(told["name"], told["kind"], said))
        else:
            self._do(lambda desk: desk.agencies.change(one.id, said))

    def _ending(self, one: "AgencyView") -> Callable[[], None]:
        return lambda: self._do(lambda desk: desk.agencies.end(one.id))

    def _do(self, deed: "Callable[[Desk], object]") -> None:
        def told(_result: object) -> None:
            undo = self.texts("support-undo")
            self.session.toast(self.texts("agency-kept"), undo, lambda: take_back(self.session))  # fmt: skip
            self.arrive()

        self.session.do(lambda desk, _progress: deed(desk), told, by=self)

    def _on_all(self) -> None:
        self._everything = not self._everything
        self._all.setText(self.texts("agency-valid-only" if self._everything else "agency-ended-too"))  # fmt: skip
        self._all.setAccessibleName(self._all.text())
        self.arrive()
