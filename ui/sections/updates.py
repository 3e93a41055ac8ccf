"""관리 › 업데이트: which version runs, which one the next start runs, and which one to go back to.

* What there is to do stands in one sentence; nothing here interrupts anything or starts anew.
* A stick will do as well as a place. IT's one line is there to be copied, not to be typed.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from typing_extensions import override

from intake.errors import IntakeError, Untrusted
from ui.jobs import Lane
from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Question, Session
from ui.widgets import Button, Pill, ProgressLine, say, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.tab_order import settle_tabs
from ui.widgets.words import Tone

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.library import LibraryPlace
    from intake.desk.views.updates import UpdateLine, UpdateState

_TONES: Final[dict[str, Tone]] = {"ready": "ok", "current": "ok", "left": "wait", "package": "wait"}  # fmt: skip
_PILLS: Final[dict[str, State]] = {"running": "ok", "package": "wait", "left": "wait"}
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows."""

    state: "UpdateState"
    versions: "tuple[UpdateLine, ...]"
    places: "tuple[LibraryPlace, ...]"
    may: bool  # whether her role may change anything here
    publishing: bool  # this desk publishes the library itself


def read_updates(desk: "Desk", _progress: object) -> Seen:
    """Ask the desk for everything the section shows."""
    mine, publishing = desk.roles.mine(), desk.library.state().publishing
    may = mine.sees_content or "IT" in mine.roles
    places = () if publishing else desk.library.places()
    return Seen(desk.updates.state(), desk.updates.listing(), places, may, publishing)


class UpdatesSection(Section):
    """How the program stands, what is to be done, and every version that is here."""

    name = "updates"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.seen: Seen | None = None
        self._state, self._next = words("", "strong"), words("")
        self._running, self._policy = words("", "small"), words("", "small")
        self._trouble, self._error = words("", tone="wait"), words("", tone="wait")
        self._file, self._sha = words("", "small", selectable=True), words("", "small", selectable=True)  # fmt: skip
        self._progress = ProgressLine(says)
        self.copy = Button(says("update-copy"), icon="copy").on(self._on_copy)
        self.stick = Button(says("update-from-stick"), icon="usb").on(self._on_stick)
        self.own = Button(says("update-own"), icon="download").on(self._on_own)
        self.again = Button(says("update-again"), icon="refresh-cw").on(self._on_again)
        self.back = Button(says("update-back"), "quiet").on(self._ask_back)
        self.drop = Button(says("update-drop"), "quiet").on(self._on_drop)
        self._handles = (self.stick, self.own, self.again, self.back, self.drop)
        self._copies = flowing(self.copy)
        self.card(
            "settings-updates", self._state, self._next, self._file, self._sha,
            self._copies, self._trouble, self._error, self._progress,
            flowing(*self._handles), self._running, self._policy,
        )  # fmt: skip
        self._places, self._versions = listed(), listed()
        self._places_card = self.card("update-places", words(says("update-places-help"), "muted"), self._places)  # fmt: skip
        self._versions_card = self.card("update-versions", self._versions)
        self.end()
        for one in (*self._handles, self._copies, self._error, self._trouble):
            one.hide()
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask how the program stands; what was refused before is of another time."""
        say(self._error, "")
        self._ask()

    def _ask(self) -> None:
        self.session.ask(read_updates, self._on_seen, by=self, slot="updates", lane=Lane.BULK)  # fmt: skip

    def look_at(self, folder: Path) -> None:
        """Get ready what a stick or folder holds."""
        self._go(lambda desk, progress: desk.updates.from_stick(folder, progress))

    # --- showing -----------------------------------------------------------------------

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & {"updates", "library", "place"} and self.isVisible():
            self._ask()

    def _on_seen(self, seen: Seen) -> None:
        self.seen, state, says = seen, seen.state, self.texts
        say(self._state, state.label, _TONES.get(state.state, ""))
        say(self._next, state.remedy)
        say(self._trouble, f"{state.trouble}\n{state.trouble_remedy}".strip(), "wait")
        say(self._file, state.file)
        say(self._sha, f"SHA-256 {state.sha256}" if state.sha256 else "")
        said = says("update-running", running=state.running, installed=state.installed)
        say(self._running, said if state.running else "")
        say(self._policy, says("update-policy", policy=state.policy_label) if state.running else "")  # fmt: skip
        self._show_handles(seen)
        shown = [self._place(one, at) for at, one in enumerate(seen.places, 1)]
        refill(self._places, shown, says("update-places-none"))
        refill(self._versions, [self._version(one) for one in seen.versions[:_MOST]], "")  # fmt: skip
        self._versions_card.setVisible(bool(seen.versions))
        settle_tabs(self.window())

    def _show_handles(self, seen: Seen) -> None:
        state = seen.state
        on = state.state not in {"source", "off"}
        self.copy.setVisible(bool(state.command))
        self._copies.setVisible(bool(state.command))
        self.stick.setVisible(on and not seen.publishing)
        self.own.setVisible(on and seen.publishing and state.state == "available")
        self.again.setVisible(on and state.state == "left")
        self.back.setVisible(on and bool(state.former))
        self.drop.setVisible(on and state.state in {"ready", "package"})
        self._places_card.setVisible(on and not seen.publishing)
        for one in self._handles:
            one.setEnabled(seen.may)

    def _place(self, one: "LibraryPlace", at: int) -> QWidget:
        says = self.texts
        said = says("update-look")
        go = Button(said, "quiet", name=f"{said}: {one.name} ({at})")
        go.on(lambda: self._go(lambda desk, progress: desk.updates.fetch(one.place, progress)))  # fmt: skip
        go.setEnabled(self.seen is not None and self.seen.may)
        looked = says("update-looked", at=says.moment(one.at_ms)) if one.at_ms else one.label  # fmt: skip
        return line(words(one.name, "strong", wrap=False), None, go, below=[words(looked, "small")])  # fmt: skip

    def _version(self, one: "UpdateLine") -> QWidget:
        says = self.texts
        told = says("update-made", made=says.day(one.made_ms), size=says.size(one.size)) if one.made_ms else ""  # fmt: skip
        pill = Pill(one.label, _PILLS.get(one.state, "info"))
        return line(words(one.version, "strong", wrap=False), pill, None, words(told, "small", wrap=False))  # fmt: skip

    # --- what the person does ------------------------------------------------------------

    def _on_stick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("update-from-stick"))
        if chosen:
            self.look_at(Path(chosen))

    def _on_own(self) -> None:
        self._go(lambda desk, progress: desk.updates.use_own(progress))

    def _on_again(self) -> None:
        version = self.seen.state.version if self.seen else ""
        self._do(lambda desk, _p: desk.updates.try_again(version))

    def _on_drop(self) -> None:
        self._do(lambda desk, _p: desk.updates.drop())

    def _on_copy(self) -> None:
        if self.seen:
            QApplication.clipboard().setText(self.seen.state.command)
            self.session.toast(self.texts("update-copied"))

    def _ask_back(self) -> None:
        says, state = self.texts, self.seen.state if self.seen else None
        if state is None:
            return
        question = Question(
            title=says("update-back-title", version=state.former),
            body=says("update-back-body", running=state.running),
            yes=says("update-back"),
            no=says("shell-cancel"),
            act=lambda: self._do(lambda desk, _p: desk.updates.go_back()),
        )
        self.session.question(question)

    def _go(self, deed: Any) -> None:  # noqa: ANN401 - a deed of the desk, loaded late
        say(self._error, "")

        def told(_state: "UpdateState") -> None:
            self._progress.end()
            self._ask()

        def refused(error: IntakeError) -> None:
            self._progress.end()
            self._refused(error)

        job = self.session.do(deed, told, by=self, lane=Lane.CARRY, otherwise=refused, watch=self._progress.step, stopped=self._progress.end)  # fmt: skip

        def cancel() -> None:
            job.cancel()
            self._progress.end()

        self._progress.begin(self.texts("progress-update"), cancel)

    def _do(self, deed: Any) -> None:  # noqa: ANN401 - see above
        say(self._error, "")
        self.session.do(deed, lambda _state: self._ask(), by=self, otherwise=self._refused)  # fmt: skip

    def _refused(self, error: IntakeError) -> None:
        says, said = self.texts, self.texts.error(error)
        told = f"{said.sentence}\n{said.remedy}".strip()
        if isinstance(error, Untrusted):  # its own words speak of bundles
            told = f"{says('update-untrusted')}\n{says('update-untrusted-next')}"
        say(self._error, told, "wait")
        self._ask()
