"""The people of a case (당사자), and entering one with whoever is alike shown."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import JoinedLine, PersonLine, SimilarLine, visible
from ui.screens.case.suspects.doing import Doing, empty
from ui.screens.case.suspects.editing import EditSheet, Said
from ui.widgets import Button, Card, Symbol, column, row, rule, words
from ui.widgets.similar import SimilarPeople

_ROLE = 128
_BREATH_MS = 300


class PeopleCard(Card):
    """Shows the people of a case."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        self.add_one = Button(says("persons-person-add"), icon="user-plus")
        title = words(says("persons-of-case"), "heading", wrap=False)
        super().__init__(row(title, None, self.add_one), gap=10)
        self._doing, self._case = doing, ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(self._rows)
        self.add_one.on(lambda: PersonSheet(doing, self._case, None).ask())

    def show_people(self, case: str, people: tuple[PersonLine, ...]) -> None:
        """Show them."""
        self._case = case
        empty(self._rows)
        for at, line in enumerate(people):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(line, at))

    def _row(self, line: PersonLine, at: int) -> QWidget:
        says = self._doing.texts
        role = words(line.role_label, "muted")
        role.setFixedWidth(_ROLE)
        name = visible(line.name or line.alias, 60) or says("casework-no-alias")
        age = says("casework-age", age=line.age) if line.age is not None else ""
        alias = visible(line.alias, 60) if line.name and line.alias != line.name else ""
        about = " · ".join(
            part for part in (alias, age, visible(line.phone, 40)) if part
        )
        told = column(words(name, "strong"), gap=2)
        if about:
            told.addWidget(words(about, "small"))
        if line.contradicted:
            told.addWidget(words(says("persons-contradicted"), "small", tone="wait"))
        for joined in line.joined:
            told.addWidget(self._joined(joined, at))
        edit = Button(says("persons-edit"), "quiet", name=says("persons-edit-person", name=name, at=at + 1))  # fmt: skip
        edit.on(lambda: PersonSheet(self._doing, self._case, line).ask())
        holder, found = QWidget(), row(role, gap=12)
        found.addLayout(told, 1)
        found.addWidget(edit)
        holder.setLayout(found)
        return holder

    def _joined(self, line: JoinedLine, at: int) -> QWidget:
        says = self._doing.texts
        name = visible(line.name, 40) or says("casework-no-alias")
        text = says("persons-same-as", number=line.number, name=name)
        part = Button(says("persons-part-again"), "quiet", name=says("persons-part-name", name=f"{line.number} {name} {at + 1}"))  # fmt: skip
        part.on(self._parting(line.record))
        holder, found = QWidget(), row(Symbol("git-merge", "muted", 16), gap=8)
        found.addWidget(words(text, "small"), 1)
        found.addWidget(part)
        holder.setLayout(found)
        return holder

    def _parting(self, record: str) -> Callable[[], None]:
        said = self._doing.texts("persons-parted")
        return lambda: self._doing.do(lambda desk: desk.people.part(record), said)


class PersonSheet(EditSheet):
    """Asks for a person; whoever is alike in other cases is shown while typing."""

    def __init__(self, doing: Doing, case: str, person: PersonLine | None) -> None:
        """Ask for a new person of ``case``, or for changes of one."""
        says = doing.texts
        self._case, self._person = case, person
        title = says("persons-person-new" if person is None else "persons-person-edit")
        super().__init__(doing, title, self._keep_person)
        known = dict(person.said) if person is not None else {}
        role = person.role if person else "GUARDIAN"
        self.role = self.pick("role", says("persons-person-role"), "person_role", role)
        if person is None:  # the choice that stands counts even if nobody touched it
            self._asked["role"] = ("", self._asked["role"][1])
        self.name = self.line(
            "name", says("field-person-name"), person.name if person else ""
        )
        self.phone = self.line(
            "phone", says("field-person-phone"), person.phone if person else ""
        )
        self.similar = SimilarPeople(says)
        self.put(self.similar)
        self.alias = self.line(
            "alias", says("field-person-alias"), person.alias if person else ""
        )
        self.account = self.line("own_accounts", says("persons-own-accounts"), str(known.get("own_accounts") or ""))  # fmt: skip
        self.note("remark", says("persons-remark"), str(known.get("remark") or ""))
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._look)
        for field in (self.name, self.phone, self.account):
            field.edited.connect(self._breath.start)
        self.similar.chosen.connect(self._on_chosen)

    def _look(self) -> None:
        name, phone, account, case = self.name.text(), self.phone.text(), self.account.text(), self._case  # fmt: skip
        self._doing.session.ask(
            lambda desk, _p: desk.people.similar(name, phone, account, case),
            self._show,
            by=self,
            slot="similar",
        )

    def _show(self, lines: tuple[SimilarLine, ...]) -> None:
        known = {one.record for one in self._person.joined} if self._person else set()
        self.similar.show_lines([line for line in lines if line.person not in known])
        self.place()

    def _on_chosen(self, line: SimilarLine) -> None:
        """It is this person: a record here and a decision, nothing is copied."""
        case, role, person = self._case, str(self.role.currentData()), self._person
        self.close_sheet()
        said = self._doing.texts("persons-picked", number=line.number)
        if person is not None:
            self._doing.do(lambda desk: desk.people.merge(line.person, person.id), said)
        else:
            self._doing.do(lambda desk: desk.people.pick(case, line.person, role), said)

    def _keep_person(self, told: Said) -> None:
        says, case, person = self._doing.texts, self._case, self._person
        if person is not None:
            self._doing.do(
                lambda desk: desk.people.change(person.id, told), says("persons-saved")
            )
        else:
            self._doing.do(
                lambda desk: desk.people.add(case, told), says("persons-person-added")
            )
