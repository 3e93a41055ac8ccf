"""A test letter (시험 편지) to a place: how it went, and a server that is not known.

* What a strange server shows of itself stands there in digits and words, to be compared with its
  keeper; nothing is believed before somebody says that they are the same.
* Belief is not enough where no authority vouches: its file is asked for then.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.session import Session
from ui.widgets import Button, Card, ProgressLine, Symbol, column, row, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box
from ui.wizards.compare import spoken_words

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.places import PlaceCheck, PlaceView

_GROUP = 11  # digits at once: what a person reads aloud


class TrialSheet(TallSheet):
    """Tries a place at once, and again after something was changed."""

    def __init__(
        self, parent: QWidget, session: Session, place: "PlaceView", change: Callable[[], None]
    ) -> None:  # fmt: skip
        """Try ``place``; ``change`` opens what was filled in."""
        says = session.texts
        self.again = Button(says("place-try-again"), icon="refresh-cw").on(self.begin)
        self.change = Button(says("place-change")).on(self.close_sheet).on(change)
        self.close_ = Button(says("shell-close"), "primary").on(self.close_sheet)
        title = says("place-trial-title", name=place.name)
        super().__init__(parent, title, self.change, self.again, self.close_, width=640)
        self._session, self.texts, self._place = session, says, place
        self.progress = ProgressLine(says)
        self._job: Job[PlaceCheck] | None = None
        self._told = QVBoxLayout()
        self._told.setSpacing(12)
        self.put(words(says("place-trial-help"), "muted"), self.progress, self._told)
        self.closed.connect(self._on_closed)

    def ask(self) -> "TrialSheet":
        """Show the sheet and try at once."""
        self.open_sheet(self.close_)
        self.begin()
        return self

    def begin(self) -> None:
        """Leave a letter there, read it back, take it away."""
        empty_box(self._told)
        self._work(free=False)
        place = self._place.id

        def stopped() -> None:
            if self._job is job:  # not the one before, which ends late
                self._job = None
                self._on_stopped()

        self._job = job = self._session.do(
            lambda desk, progress: desk.places.test(place, progress),
            self._on_tried,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=stopped,
        )

        def cancel() -> None:
            job.cancel()
            stopped()

        self.progress.begin(self.texts("place-trying"), cancel, at_once=True)

    # --- how it went -----------------------------------------------------------------------

    def _on_tried(self, check: "PlaceCheck") -> None:
        self._work(free=True)
        if check.fine:
            self._tell("circle-check", "ok", check.sentence, self.texts("place-trial-next"))  # fmt: skip
            self.change.hide()
            self.again.hide()
        elif check.why == "unknown":
            self._tell("circle-alert", "wait", self.texts("place-unknown"))
        else:
            self._tell("circle-alert", "wait", check.sentence, check.remedy)
        self.change.set_kind("plain" if check.fine or check.pin else "primary")
        self.close_.set_kind("primary" if check.fine or check.pin else "plain")
        if check.pin:
            self._told.addWidget(self._strange(check))
        settle_tabs(self)
        self.place()

    def _on_refused(self, error: IntakeError) -> None:
        self._work(free=True)
        said = self.texts.error(error)
        self._tell("circle-alert", "wait", said.sentence, said.remedy)

    def _on_stopped(self) -> None:
        self._work(free=True)
        empty_box(self._told)
        self._told.addWidget(words(self.texts("place-trial-stopped"), "muted"))
        self.place()

    def _tell(self, icon: str, tone: str, *sentences: str) -> None:
        mark = Symbol(icon, "ok" if tone == "ok" else "wait", 22)
        lines = column(*(words(one, "strong" if not at else "body") for at, one in enumerate(sentences)), gap=4)  # fmt: skip
        told = row(gap=10)
        told.addWidget(mark)
        told.addLayout(lines, 1)
        holder = QWidget()
        holder.setLayout(told)
        self._told.addWidget(holder)
        if tone != "ok":
            self._told.addWidget(words(self.texts("place-trial-kept"), "small"))
        self.place()

    def _strange(self, check: "PlaceCheck") -> Card:
        says = self.texts
        changed = check.why == "changed"
        digits = " ".join(check.pin[at : at + _GROUP] for at in range(0, len(check.pin), _GROUP))  # fmt: skip
        card = Card(
            words(
                says("place-strange-changed" if changed else "place-strange-unknown")
            ),
            words(says("place-strange-words"), "small"),
            spoken_words(tuple(check.pin_words.split())),
            words(says("place-strange-digits"), "small"),
            words(digits, "code", selectable=True),
            ground="info",
        )
        if changed:
            self.believe = Button(says("place-believe"), icon="check")
            card.add(words(says("place-believe-help"), "small"), row(self.believe.on(lambda: self._believe(check.pin)), None))  # fmt: skip
        else:
            self.authority = Button(says("place-authority"), icon="folder-open")
            card.add(row(self.authority.on(self._on_authority), None))
        return card

    # --- what the person says ----------------------------------------------------------------

    def _believe(self, pin: str) -> None:
        place = self._place.id
        self._then_again(lambda desk: desk.places.believe(place, pin))

    def _on_authority(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.texts("place-authority"))
        if chosen:
            self.take_authority(chosen)

    def take_authority(self, ca_file: str) -> None:
        """Take a file of a private authority for this place, and try again."""
        one = self._place
        self._then_again(
            lambda desk: desk.places.change(
                one.id, one.name, one.address, one.folder, region=one.region, ca_file=ca_file,
                known_hosts=one.known_hosts, key_file=one.key_file,
            )
        )  # fmt: skip

    def _then_again(self, deed: "Callable[[Desk], None]") -> None:
        self._session.do(
            lambda desk, _progress: deed(desk),
            lambda _nothing: self.begin(),
            by=self,
            otherwise=self._on_refused,
        )

    def _work(self, *, free: bool) -> None:
        if free:
            self.progress.end()
        for button in (self.again, self.change):
            button.setEnabled(free)

    def _on_closed(self) -> None:
        if self._job is not None and not self._job.finished:
            self._job.cancel()
