"""Who is who at the center: roles, a colleague on this laptop, emergencies, the book of rights."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui.sections.listing import line, listed, refill
from ui.sections.people_add import AddPerson
from ui.sections.people_glass import Emergencies, OpenGlass
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Choices, Pill, row, words
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.office import GlassView, GrantView, MineView, PersonView

ROLES = ("COUNSELOR", "SUPERVISOR", "IT", "AUDITOR")
_BOOK = 40


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    mine: "MineView"
    people: "tuple[PersonView, ...]"
    grants: "tuple[GrantView, ...]"
    glasses: "tuple[GlassView, ...]"
    own_only: bool
    veiled: bool


def read_people(desk: "Desk", _progress: object) -> Seen:
    """Ask the desk for everything the section shows."""
    mine = desk.roles.mine()
    own_only = bool(desk.settings.get("own_cases_only"))
    return Seen(
        mine,
        desk.roles.people(),
        desk.roles.grants(),
        desk.roles.emergencies() if mine.reads_logs else (),
        own_only,
        not mine.sees_content or (own_only and not mine.supervises),
    )


class PeopleSection(Section):
    """People and roles (사람·권한)."""

    name = "people"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self._people, self._book = listed(), listed()
        self._hint = words("", "small")
        self.add = AddPerson(session)
        self.glass = Emergencies(session)
        self.open_glass = OpenGlass(session)
        self._own = Choices(
            [
                ("on", says("people-own-cases-on")),
                ("off", says("people-own-cases-off")),
            ],
            says("people-own-cases"),
            columns=2,
        )
        self._own.chosen.connect(self._on_own)
        self.card(
            "people-title",
            words(says("people-help"), "muted"),
            self._hint,
            self._people,
        )
        self._adding = self.card("people-add-title", self.add)
        self._opening = self.card(
            "glass-open-title", words(says("glass-open-help"), "muted"), self.open_glass
        )
        self._glasses = self.card(
            "glass-title", words(says("glass-help"), "muted"), self.glass
        )
        self._owning = self.card(
            "people-own-cases", self._own, words(says("people-own-cases-help"), "small")
        )
        self.card("people-book", self._book)
        self.end()
        self.add.added.connect(self.arrive)
        self.glass.reviewed.connect(self.arrive)

    @override
    def arrive(self) -> None:
        """Ask who is who."""
        self.session.ask(read_people, self._on_seen, by=self, slot="people")

    def _on_seen(self, seen: Seen) -> None:
        says, mine = self.texts, seen.mine
        alone = says("people-alone") if not seen.grants else ""
        hint = alone if mine.supervises else says("people-only-supervisor")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        refill(
            self._people, [self._person(one, mine) for one in _sorted(seen.people)], ""
        )
        self._adding.setVisible(mine.supervises)
        self._owning.setVisible(mine.supervises)
        self._opening.setVisible(seen.veiled)
        self._glasses.setVisible(mine.reads_logs)
        self.glass.show_glasses(seen.glasses, may=mine.supervises)
        self._own.choose("on" if seen.own_only else "off")
        lines = [self._grant(one) for one in seen.grants[:_BOOK]]
        refill(self._book, lines, says("people-book-none"))
        settle_tabs(self.window())

    # --- one person -----------------------------------------------------------------

    def _person(self, one: "PersonView", mine: "MineView") -> QWidget:
        says = self.texts
        pills = [Pill(says(f"role-{role.lower()}"), "info") for role in one.roles]
        pills += [] if pills else [Pill(says("role-none"), "no")]
        me = [words(says("people-me"), "small", wrap=False)] if one.me else []
        where = says("people-here" if one.here else "people-not-here")
        since = f" · {says('people-since', on=one.since)}" if one.since else ""
        place = [words(where + since, "small")] if one.here or one.roles else []
        name = words(one.name, "strong", wrap=False)
        below = [row(*self._buttons(one), None)] if mine.supervises else []
        return line(name, *me, *pills, None, below=(*place, *below))

    def _buttons(self, one: "PersonView") -> list[QWidget]:
        says = self.texts
        made: list[QWidget] = []
        for role in ROLES:
            called, had = says(f"role-{role.lower()}"), role in one.roles
            if had:
                text = says("people-take", role=called)
                name = says("people-take-name", who=one.name, role=called)
            else:
                text, name = f"+ {called}", f"{one.name}: + {called}"
            made.append(Button(text, "chip", name=name).on(self._giving(one, role)))
        if not one.me and (one.here or one.roles):
            leave = Button(
                says("people-end"),
                "quiet",
                icon="log-out",
                name=says("people-end-name", who=one.name),
            )
            made.append(leave.on(lambda: self._on_end(one)))
        return made

    def _giving(self, one: "PersonView", role: str) -> Callable[[], None]:
        def act() -> None:
            self._change(one.name, role, had=role in one.roles)

        return act

    def _change(self, who: str, role: str, *, had: bool) -> None:
        def deed(desk: "Desk", _progress: object) -> None:
            if had:
                desk.roles.take(who, role, "CHANGE")
            else:
                desk.roles.give(who, role, "CHANGE")

        self.session.do(
            deed,
            lambda _none: self._told("people-changed"),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_end(self, one: "PersonView") -> None:
        if one.here:
            self.add.begin_ending(one.name)
            return
        says = self.texts
        self.session.question(
            Question(
                title=says("people-end-title"),
                body=says("people-end-body", who=one.name),
                yes=says("people-end"),
                no=says("shell-cancel"),
                act=lambda: self.add.end(one.name, ""),
            )
        )

    def _on_own(self, values: tuple[str, ...]) -> None:
        on = values == ("on",)
        self.session.do(
            lambda desk, _p: desk.settings.set("own_cases_only", on),
            by=self,
            otherwise=self._on_refused,
        )

    def _told(self, text_id: str) -> None:
        self.session.toast(self.texts(text_id))
        self.arrive()

    def _on_refused(self, error: IntakeError) -> None:
        self.session.refuse(error)
        self.arrive()

    # --- the book ---------------------------------------------------------------------

    def _grant(self, one: "GrantView") -> QWidget:
        says = self.texts
        role = says(f"role-{one.role.lower()}")
        text = says(
            "people-book-line",
            who=one.who,
            role=role,
            on=one.granted_on,
            by=one.granted_by,
        )
        if not one.ended_on:
            return line(words(text))
        reason = says(f"role-reason-{one.reason.lower()}")
        ended = says(
            "people-book-ended", on=one.ended_on, by=one.ended_by, reason=reason
        )
        return line(words(text), below=(words(ended, "small"),))


def _sorted(people: "tuple[PersonView, ...]") -> "list[PersonView]":
    """Return oneself first, and who has no role any more last."""
    return sorted(people, key=lambda one: (not one.me, not one.roles, one.name))
