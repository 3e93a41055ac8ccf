"""관리 › 자료실: what the central desk published and is here, what came new, and what it would change.

* A pack is installed after its report was read; a stick will do as well as the library.
* Going back to a version that is here is one button; nothing is ever thrown away.
* An old or strange place is said calmly beside its name; it holds up nothing.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from intake.errors import IntakeError, Untrusted
from ui.jobs import Lane
from ui.sections.library_desk import LibraryDesk
from ui.sections.library_report import ReportSheet
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Card, Pill, ProgressLine, row, rule, say, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.words import Tone

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.library import (
        LibraryLine,
        LibraryNews,
        LibraryPlace,
        LibraryState,
        PackLine,
        PackReport,
    )

_TONES: Final[dict[str, Tone]] = {"fresh": "ok", "expired": "wait", "old": "wait"}
_PACKS: Final = ("forms", "codes")
_MOST: Final = 40  # lines of the listing; a library may have thousands


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    state: "LibraryState"
    items: "tuple[LibraryLine, ...]"
    packs: "tuple[PackLine, ...]"
    places: "tuple[LibraryPlace, ...]"
    takes: bool  # whether her role may install
    central: bool  # whether this desk could publish, and she supervises it


def read_library(desk: "Desk", _progress: object) -> Seen:
    """Ask the desk for everything the section shows."""
    mine = desk.roles.mine()
    takes = mine.sees_content or "IT" in mine.roles
    central = desk.about().role == "central" and mine.supervises
    library = desk.library
    return Seen(library.state(), library.listing(), desk.packs.listing(), library.places(), takes, central)  # fmt: skip


class LibrarySection(Section):
    """The library: here, new, and where from."""

    name = "library"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.seen: Seen | None = None
        self.sheet: ReportSheet | None = None
        self._state, self._age = words(""), words("", "small")
        self._new, self._here, self._places, self._all = (listed() for _ in range(4))
        self._error = words("", tone="danger")
        self._trying = words(says("library-development"), tone="wait")
        self._told = words("", "small")
        self._progress = ProgressLine(says)
        self.stick = Button(says("library-from-stick"), icon="usb").on(self._on_stick)
        self._why = words(says("library-locked"), "small", tone="wait")
        self.card("library-now", words(says("library-help"), "muted"), self._state, self._trying, self._age, self._told, self._error, self._progress)  # fmt: skip
        self.desk = LibraryDesk(session, self._show_error, self.arrive)
        self.body.addWidget(self.desk)
        self._new_title = words(says("library-new"), "heading")
        self._new_card = Card(self._new_title, self._new, row(self.stick, None), self._why, gap=12)  # fmt: skip
        self.body.addWidget(self._new_card)
        self.card("library-here", words(says("library-here-help"), "muted"), self._here)
        self._places_card = self.card("library-places", self._places)
        self._all_card = self.card("library-all", self._all)
        self.end()
        for one in (self._error, self._trying, self._told, self._why, self.desk):
            one.hide()
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask how the library stands."""
        self.session.ask(read_library, self._on_seen, by=self, slot="library", lane=Lane.BULK)  # fmt: skip

    def look_at(self, file: Path) -> None:
        """Show what a file on a stick would change."""
        say(self._error, "")
        self.session.ask(lambda desk, _p: desk.packs.look(file), lambda report: self._on_report(report, file), by=self, slot="report", otherwise=self._refused)  # fmt: skip

    # --- showing -----------------------------------------------------------------------

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & {"library", "packs", "place"} and self.isVisible():
            self.arrive()

    def _on_seen(self, seen: Seen) -> None:
        self.seen, says = seen, self.texts
        state = seen.state
        begun = "library-publishing" if state.publishing else "library-not-begun"
        central = seen.central and (state.publishing or state.state == "none")
        label = says(begun) if central or state.publishing else state.label
        say(self._state, label, "ok" if state.publishing else _TONES.get(state.state, ""))  # fmt: skip
        signed = says("library-age", edition=state.edition, signed=says.day(state.signed_ms), until=says.day(state.until_ms)) if state.signed_ms else ""  # fmt: skip
        say(self._age, signed)
        self._trying.setVisible(state.development)
        refill(self._new, [self._came(one) for one in seen.items if self._is_new(one)], says("library-new-none"))  # fmt: skip
        refill(self._here, self._versions(seen.packs), "")
        refill(self._places, [self._place(one, at) for at, one in enumerate(seen.places, 1)], says("library-places-none"))  # fmt: skip
        refill(self._all, self._listing(seen.items), "")
        own = "library-new-own" if state.publishing else "library-new"
        self._new_title.setText(says(own))
        self.stick.setEnabled(seen.takes)
        self._why.setVisible(not seen.takes)
        self._all_card.setVisible(bool(seen.items) and not state.publishing)
        self.desk.show_library(seen.central, state, seen.items, seen.places)
        settle_tabs(self.window())

    def _is_new(self, one: "LibraryLine") -> bool:
        return one.state == "here" and one.kind in (*_PACKS, "guidelines")

    def _came(self, one: "LibraryLine") -> QWidget:
        says = self.texts
        told = says("library-item", version=one.version, made=says.day(one.made_ms))
        head = (words(one.title or one.name, "strong", wrap=False), Pill(one.kind_label, "info"))  # fmt: skip
        if one.kind in _PACKS:
            said = says("library-see")
            act = Button(said, name=f"{said}: {one.title or one.name}", icon="list-checks").on(lambda: self._see(one.path))  # fmt: skip
        else:
            said = says("library-take")
            act = Button(said, name=f"{said}: {one.name}").on(lambda: self._take(one.path))  # fmt: skip
        act.setEnabled(self.seen is not None and self.seen.takes)
        return line(*head, None, act, below=[words(told, "small")])

    def _versions(self, packs: "tuple[PackLine, ...]") -> list[QWidget]:
        lines: list[QWidget] = []
        before = ""
        for one in packs:
            if before and before != one.id:
                lines.append(rule())
            lines.append(self._version(one))
            before = one.id
        return lines

    def _version(self, one: "PackLine") -> QWidget:
        says = self.texts
        version = says("library-version", version=one.version) if one.version else ""
        head: list[QWidget] = [words(f"{one.title} {version}".strip(), "strong", wrap=False)]  # fmt: skip
        if one.used:
            head.append(Pill(says("library-used"), "ok"))
        below: list[QWidget] = [words(one.label, "small")]
        if one.open_interviews:
            below.append(words(says("library-open", count=one.open_interviews), "small"))  # fmt: skip
        if one.used:
            return line(*head, None, below=below)
        said = says("library-use")
        use = Button(said, "quiet", name=f"{said}: {one.title} {one.version or one.source}").on(lambda: self._ask_use(one))  # fmt: skip
        use.setEnabled(self.seen is not None and self.seen.takes)
        return line(*head, None, use, below=below)

    def _place(self, one: "LibraryPlace", at: int) -> QWidget:
        says = self.texts
        seen = says("library-looked", at=says.moment(one.at_ms)) if one.at_ms else ""
        tone: Tone = "wait" if one.said in {"trouble", "expired"} else ""
        below: list[QWidget] = [words(f"{one.label} {one.remedy}".strip(), "small", tone=tone)]  # fmt: skip
        if seen:
            below.append(words(seen, "small"))
        head: list[QWidget] = [words(one.name, "strong", wrap=False)]
        if one.said == "trouble":
            head.append(Pill(says("library-trouble"), "wait"))
        if self.seen is not None and self.seen.state.publishing:
            said, act = says("library-lay"), lambda: self._lay(one.place)
        else:
            said, act = says("library-look"), lambda: self._look(one.place)
        go = Button(said, "quiet", name=f"{said}: {one.name} ({at})").on(act)
        go.setEnabled(self.seen is not None and self.seen.takes)
        return line(*head, None, go, below=below)

    def _listing(self, items: "tuple[LibraryLine, ...]") -> list[QWidget]:
        says = self.texts
        lines = [
            line(
                words(one.name, wrap=False),
                Pill(one.kind_label, "info"),
                None,
                words(
                    says(
                        "library-item", version=one.version, made=says.day(one.made_ms)
                    ),
                    "small",
                    wrap=False,
                ),
                Pill(one.state_label, "ok" if one.state == "used" else "wait"),
            )
            for one in items[:_MOST]
        ]
        more = len(items) - len(lines)
        return [*lines, words(says("library-more", count=more), "muted")] if more > 0 else [*lines]  # fmt: skip

    # --- what the person does ------------------------------------------------------------

    def _on_stick(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", self.texts("library-filter"))  # fmt: skip
        if chosen:
            self.look_at(Path(chosen))

    def _see(self, path: str) -> None:
        say(self._error, "")
        self.session.ask(lambda desk, _p: desk.packs.look_at(path), lambda report: self._on_report(report, path), by=self, slot="report", otherwise=self._refused)  # fmt: skip

    def _on_report(self, report: "PackReport", source: "Path | str") -> None:
        self.sheet = ReportSheet(self.session, self.window(), report, lambda: self._install(source))  # fmt: skip
        self.sheet.ask()

    def _install(self, source: "Path | str") -> None:
        def deed(desk: "Desk", _progress: object) -> "PackLine":
            return desk.packs.install(source) if isinstance(source, Path) else desk.packs.install_from(source)  # fmt: skip

        self._do(deed, "library-installed")

    def _take(self, path: str) -> None:
        self._do(lambda desk, _progress: desk.library.take(path), "library-taken")

    def _ask_use(self, one: "PackLine") -> None:
        says = self.texts
        version = one.version or says("library-program")
        question = Question(
            title=says("library-use-title", title=one.title, version=version),
            body=says(f"library-use-body-{one.kind}"),
            yes=says("library-use"),
            no=says("shell-cancel"),
            act=lambda: self._do(
                lambda desk, _p: desk.packs.use(one.kind, one.id, one.version),
                "library-used-now",
            ),
        )
        self.session.question(question)

    def _look(self, place: str) -> None:
        def told(news: "LibraryNews") -> None:
            self._progress.end()
            say(self._told, "\n".join((news.label, *news.set_aside)))
            self.arrive()

        self._go(lambda desk, progress: desk.library.refresh(place, progress), told)

    def _lay(self, place: str) -> None:
        def told(count: int) -> None:
            self._progress.end()
            say(self._told, self.texts("library-laid", count=count))
            self.arrive()

        self._go(lambda desk, progress: desk.library.lay(place, progress), told)

    def _go(self, deed: Any, told: Any) -> None:  # noqa: ANN401 - a deed of the desk, loaded late
        say(self._error, "")
        say(self._told, "")

        def refused(error: IntakeError) -> None:
            self._progress.end()
            if not isinstance(error, Untrusted):  # that stands beside the place's name
                self._refused(error)
            self.arrive()

        job = self.session.do(deed, told, by=self, lane=Lane.CARRY, otherwise=refused, watch=self._progress.step, stopped=self._progress.end)  # fmt: skip

        def cancel() -> None:
            job.cancel()
            self._progress.end()

        self._progress.begin(self.texts("library-going"), cancel)

    def _do(self, deed: Any, done_id: str) -> None:  # noqa: ANN401 - see above
        say(self._error, "")

        def done(_line: object) -> None:
            self.session.toast(self.texts(done_id))
            self.arrive()

        self.session.do(deed, done, by=self, otherwise=self._refused)

    def _refused(self, error: IntakeError) -> None:
        self._show_error(self._error, error)

    def _show_error(self, label: QLabel, error: IntakeError) -> None:
        said = self.texts.error(error)
        say(label, f"{said.sentence}\n{said.remedy}".strip(), "danger")
