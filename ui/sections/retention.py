"""What is over, what waits for approval, and what was destroyed (보유·파기)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.holds import hold_words
from ui.jobs import Lane
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Session
from ui.syncing.copies import copy_line
from ui.widgets import Button, Pill, ProgressLine, row, words
from ui.widgets.tab_order import settle_tabs
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import Desk, NamedBytes
    from intake.desk.views.copies import CopyLine
    from intake.desk.views.office import DestructionView, MineView, RetentionView
    from intake.progress import Progress

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    mine: "MineView"
    due: "tuple[RetentionView, ...]"
    waiting: "tuple[DestructionView, ...]"
    done: "tuple[DestructionView, ...]"
    held: "tuple[RetentionView, ...]" = ()
    copies: "Mapping[str, tuple[CopyLine, ...]]" = field(default_factory=dict)


def read_retention(desk: "Desk", progress: "Progress") -> Seen:
    """Ask the desk for everything the section shows."""
    done = desk.erasing.done()
    return Seen(
        desk.roles.mine(),
        desk.retention.due(progress, _SHOWN),
        desk.erasing.waiting(),
        done,
        desk.retention.held(progress, _SHOWN),
        {one.number: desk.copies.of_destruction(one.number) for one in done[:_SHOWN]},
    )


class RetentionSection(Section):
    """Retention and destruction."""

    name = "retention"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self._due, self._waiting, self._done = listed(), listed(), listed()
        self._progress = ProgressLine(says)
        self.card(
            "retention-title",
            words(says("retention-help"), "muted"),
            self._progress,
            self._due,
        )
        self._held = listed()
        self.card("hold-held-title", words(says("hold-held-help"), "muted"), self._held)
        self.card("erasing-waiting-title", self._waiting)
        self.card(
            "erasing-book-title", words(says("erasing-book-help"), "muted"), self._done
        )
        self.end()

    @override
    def arrive(self) -> None:
        """Ask what is over."""
        self._progress.begin(self.texts("shell-working"))
        self.session.ask(
            read_retention,
            self._on_seen,
            by=self,
            slot="retention",
            lane=Lane.BULK,
            watch=self._progress.step,
        )

    def _on_seen(self, seen: Seen) -> None:
        self._progress.end()
        says, mine = self.texts, seen.mine
        refill(
            self._due,
            [self._over(one, mine) for one in seen.due],
            says("retention-none"),
        )
        held = [self._keeps(one, mine) for one in seen.held]
        refill(self._held, held, says("hold-held-none"))
        refill(
            self._waiting,
            [self._waits(one, mine) for one in seen.waiting],
            says("erasing-waiting-none"),
        )
        done = [
            self._book(one, seen.copies.get(one.number, ()))
            for one in seen.done[:_SHOWN]
        ]
        refill(self._done, done, says("erasing-book-none"))
        settle_tabs(self.window())

    # --- what is over ---------------------------------------------------------------------

    def _over(self, one: "RetentionView", mine: "MineView") -> QWidget:
        says = self.texts
        code = says(f"retention-code-{one.code}")
        told = (
            says("retention-line", code=code, start=one.start, ends=one.ends)
            if one.ends
            else says("retention-now", code=code)
        )
        below = [words(told, "small"), words(says(one.why), "small")]
        if one.held:
            held = says("retention-held", on=one.held_from, by=one.held_by)
            below.insert(0, words(held, "small", tone="wait"))
        number = words(one.number, "strong", wrap=False)
        pills = [Pill(says("retention-hold-title"), "wait")] if one.held else []
        looks = self._looks(one, says("retention-open-name", number=one.number), mine)
        return line(number, *pills, None, *looks, below=below)

    def _keeps(self, one: "RetentionView", mine: "MineView") -> QWidget:
        """Return a case under a hold: on what ground, and whether its day has passed."""
        says = self.texts
        stands, more = hold_words(says, one)
        below = [words(stands, "small"), words(more, "small")]
        if one.hold_ended:
            below.append(words(says("hold-ended"), "small", tone="wait"))
        name = says("retention-open-held-name", number=one.number)
        looks = self._looks(one, name, mine)
        return line(words(one.number, "strong", wrap=False), None, *looks, below=below)

    def _looks(self, one: "RetentionView", name: str, mine: "MineView") -> list[Button]:
        if not mine.sees_content:
            return []
        return [
            Button(self.texts("retention-open"), name=name).on(self._going(one.case))
        ]

    def _going(self, case: str) -> Callable[[], None]:
        return lambda: self.session.go("erasing", case=case)

    # --- what waits -----------------------------------------------------------------------

    def _waits(self, one: "DestructionView", mine: "MineView") -> QWidget:
        says, number = self.texts, one.number
        told = says(
            "erasing-waiting-line",
            number=number,
            case=one.case_number,
            by=one.asked_by,
            ground=says(f"erase-ground-{one.ground.lower().replace('_', '-')}"),
        )
        buttons: list[QWidget] = []
        if mine.supervises and not one.approved_by and one.asked_by != mine.who:
            approve = Button(
                says("erasing-approve"),
                "primary",
                name=says("erasing-approve-name", number=number),
            )
            buttons.append(approve.on(lambda: self._approve(number)))
        if mine.sees_content:
            look = Button(
                says("retention-open"),
                name=says("erasing-look-name", number=number),
            )
            buttons.append(look.on(self._going(one.case)))
        if mine.supervises or one.asked_by == mine.who:
            name = says("erasing-drop-name", number=number)
            drop = Button(says("erasing-drop"), "quiet", name=name)
            buttons.append(drop.on(lambda: self._drop(number)))
        below = [words(parts_words(self.session, one.parts), "small")]
        if one.approved_by:
            said = says("erasing-approved-by", by=one.approved_by)
            below.append(words(said, "small", tone="ok"))
        return line(words(told), below=(*below, row(*buttons, None)))

    def _approve(self, number: str) -> None:
        self.session.do(
            lambda desk, _p: desk.erasing.approve(number),
            lambda _none: self._told("erasing-approved"),
            by=self,
        )

    def _drop(self, number: str) -> None:
        self.session.do(
            lambda desk, _p: desk.erasing.drop(number),
            lambda _none: self._told("erasing-dropped"),
            by=self,
        )

    def _told(self, text_id: str) -> None:
        self.session.toast(self.texts(text_id))
        self.arrive()

    # --- the book -------------------------------------------------------------------------

    def _book(
        self, one: "DestructionView", copies: "tuple[CopyLine, ...]" = ()
    ) -> QWidget:
        says, number = self.texts, one.number
        ground = says(f"erase-ground-{one.ground.lower().replace('_', '-')}")
        told = says("erasing-book-line", number=number, on=one.done_on, ground=ground)
        more = says(
            "erasing-book-more",
            parts=parts_words(self.session, one.parts),
            records=one.records,
            files=one.attachments,
            by=one.approved_by,
        )
        paper = Button(
            says("erasing-book-certificate"),
            icon="file-check",
            name=says("erasing-book-certificate-name", number=number),
        )
        paper.on(lambda: self._certificate(number))
        return line(
            words(told, "strong", wrap=False),
            None,
            paper,
            below=(
                words(more, "small"),
                *(copy_line(says, copy) for copy in copies),
            ),
        )

    def _certificate(self, number: str) -> None:
        self.session.ask(
            lambda desk, _p: desk.erasing.certificate(number), self._on_paper, by=self
        )

    def _on_paper(self, file: "NamedBytes") -> None:
        save_file(self.session, self, file)


def parts_words(session: Session, parts: tuple[str, ...]) -> str:
    """Return what is destroyed, in words."""
    says = session.texts
    if len(parts) > 1:
        return says("erasing-what-whole")
    return says(f"erasing-what-{parts[0]}")
