"""How sending and receiving by itself stands (자동 보내기·받기): places, what is on its way, now, pause.

* Who sees no content sees how it stands and presses nothing.
* Without a place it is one line that says where to name one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.network import is_metered
from ui.session import Question, Session
from ui.syncing.first_send import FirstSend
from ui.syncing.item_going import ItemGoing
from ui.syncing.lines import item_line, named_button, place_line
from ui.widgets import Button, Card, Pill, ProgressLine, column, row, rule, say, words
from ui.widgets.flow import flowing
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import Addressee
    from intake.desk.views.sync import (
        SyncGoing,
        SyncItem,
        SyncPlace,
        SyncReport,
        SyncView,
    )

_TOPICS: Final = {"sync", "place", "exchange", "settings"}
_SHOWN: Final = 6
_SHOWN_SENT: Final = 2
_ORDER: Final = ("HELD", "LATE", "AWAY", "WAITING", "SENT")
_DROPPED: Final = frozenset({"HELD", "LATE", "AWAY", "WAITING"})
_LOOK_MS: Final = 500  # how often a round is asked which bundle it carries


@dataclass(frozen=True, slots=True)
class Now:
    """Everything the card shows."""

    view: "SyncView"
    addressees: "tuple[Addressee, ...]"
    works: bool  # may send at all
    metered_too: bool

    @property
    def names(self) -> dict[str, str]:
        """Whom a code stands for."""
        return {one.code: one.name for one in self.addressees}


def read_now(desk: "Desk", _progress: object) -> Now:
    """Ask the desk how it stands."""
    return Now(
        desk.sync.state(),
        desk.exchange.addressees(),
        works=desk.roles.mine().sees_content,
        metered_too=bool(desk.settings.get("sync_metered")),
    )


class SyncCard(Card):
    """Places, what is on its way, and what can be done about it."""

    filled = Signal()  # other things take the focus now

    def __init__(
        self, session: Session, metered: Callable[[], bool] = is_metered
    ) -> None:
        """Stay out of sight until the desk was asked."""
        super().__init__(gap=10)
        self._session, self.texts, self._metered = session, session.texts, metered
        self._now: Now | None = None
        self._job: Job[SyncReport] | None = None
        self._bars: dict[str, ItemGoing] = {}
        self._looked = QElapsedTimer()
        self.sheet: FirstSend | None = None
        self._make_buttons()
        self._pill = Pill("", "ok")
        self._said, self._waits = words("", "small"), words("", "small")
        self.progress = ProgressLine(session.texts)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(10)
        self._head = QWidget()
        title = words(self.texts("sync-title"), "heading", wrap=False)
        acts = flowing(self.now, self.hour, self.pause, self.resume)
        self._head.setLayout(column(row(title, self._pill, None), self._waits, acts))
        none = words(self.texts("sync-no-place"), "muted")
        name_one = Button(self.texts("sync-name-place"), "quiet", icon="plus")
        self._none = QWidget()
        line = row(gap=12)
        line.addWidget(none, 1)
        line.addWidget(name_one.on(self._go_places))
        self._none.setLayout(line)
        self.add(self._head, self.progress, self._said, self._holder, self._none)  # fmt: skip
        for one in (self._said, self._waits):
            one.hide()
        self.hide()
        session.touched.connect(self._on_touched)

    def _make_buttons(self) -> None:
        says = self.texts
        self.now = Button(says("sync-now"), icon="refresh-cw").on(self.run)
        self.hour = Button(says("sync-pause-hour"), "quiet").on(lambda: self._pause(1))
        self.pause = Button(says("sync-pause"), "quiet", icon="pause").on(lambda: self._pause(0))  # fmt: skip
        self.resume = Button(says("sync-resume"), icon="play").on(self._resume)

    def arrive(self) -> None:
        """Ask how it stands."""
        self._session.ask(read_now, self.show_now, by=self, slot="sync", lane=Lane.BULK)

    # --- what is shown ------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        """Show how it stands."""
        self._now, view = now, now.view
        self._show_head(now)
        empty_box(self._holder)
        for one in view.places:
            self._holder.addWidget(place_line(self.texts, one, now.names, *self._place_buttons(one, now)))  # fmt: skip
        self._show_items(now)
        somewhere = bool(view.places)
        self._head.setVisible(somewhere)
        self._none.setVisible(not somewhere)
        self.show()
        self.filled.emit()

    def _show_head(self, now: Now) -> None:
        says, view = self.texts, now.view
        if view.paused and view.until_ms:
            self._pill.show_state(says("sync-paused-until", time=says.time(view.until_ms)), "wait")  # fmt: skip
        elif view.paused:
            self._pill.show_state(says("sync-paused"), "wait")
        elif not view.minutes:
            self._pill.show_state(says("sync-by-hand"), "info")
        else:
            self._pill.show_state(says("sync-on", minutes=view.minutes), "ok")
        self._pill.adjustSize()
        on = now.works and not view.paused and bool(view.minutes)
        self.hour.setVisible(on)
        self.pause.setVisible(on)
        self.resume.setVisible(now.works and view.paused)
        self.now.setVisible(now.works)
        waits = on and bool(view.places) and not now.metered_too and self._metered()
        say(self._waits, says("sync-metered") if waits else "", "wait")

    def _show_items(self, now: Now) -> None:
        items = sorted(now.view.items, key=lambda one: _ORDER.index(one.state) if one.state in _ORDER else 0)  # fmt: skip
        self._bars = {}
        if not items or not now.view.places:
            return
        self._holder.addWidget(rule())
        self._holder.addWidget(words(self.texts("sync-queue", count=len(items)), "small"))  # fmt: skip
        shown = _most_of(items)
        self._bars = {one.id: ItemGoing(self.texts) for one in shown}
        for one in shown:
            buttons = self._item_buttons(one) if now.works else []
            bar = self._bars[one.id]
            self._holder.addWidget(item_line(self.texts, one, now.names, bar, *buttons))
        if len(items) > len(shown):
            more = self.texts("sync-more", count=len(items) - len(shown))
            self._holder.addWidget(words(more, "small"))

    def _item_buttons(self, one: "SyncItem") -> list[Button]:
        made = []
        if one.state == "HELD":
            made.append(named_button(self.texts, "sync-again", one.number, self._again(one.id)))  # fmt: skip
        if one.state in _DROPPED:
            made.append(named_button(self.texts, "sync-drop", one.number, self._dropping(one)))  # fmt: skip
            made[-1].set_kind("quiet")
        return made

    def _place_buttons(self, one: "SyncPlace", now: Now) -> list[Button]:
        made, name = [], f"{one.name} ({now.view.places.index(one) + 1})"
        if not one.fine:
            made.append(named_button(self.texts, "sync-look", name, self._go_places))
        if now.works and self._offered(one, now):
            text_id = "sync-add-addressee" if one.to else "sync-begin"
            made.append(named_button(self.texts, text_id, name, lambda: self.open_first(one)))  # fmt: skip
            if not one.to and one.fine:
                made[-1].set_kind("primary")
        return made

    def _offered(self, one: "SyncPlace", now: Now) -> "tuple[Addressee, ...]":
        return tuple(to for to in now.addressees if to.code not in one.to)

    # --- what the person does ------------------------------------------------------------------

    def open_first(self, place: "SyncPlace") -> FirstSend | None:
        """Show what would leave for somebody at a place, and ask."""
        now = self._now
        if now is None:
            return None
        elsewhere = {to: one.name for one in now.view.places for to in one.to}
        self.sheet = FirstSend(self.window(), self._session, place, self._offered(place, now), elsewhere, self.run)  # fmt: skip
        return self.sheet.ask()

    def run(self) -> None:
        """Go a round now, with progress and a cancel that leaves nothing half."""
        say(self._said, "")
        self.now.setEnabled(False)

        def stopped() -> None:
            if self._job is job:  # not the one before, which ends late
                self._job = None
                self._on_stopped()

        self._job = job = self._session.do(
            lambda desk, progress: desk.sync.run(progress),
            self._on_went,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self._on_step,
            stopped=stopped,
        )
        self._looked.start()

        def cancel() -> None:
            job.cancel()
            stopped()

        self.progress.begin(self.texts("sync-going"), cancel)

    def _on_step(self, done: int, total: int, what: str) -> None:
        self.progress.step(done, total, what)
        if self._looked.elapsed() >= _LOOK_MS:
            self._looked.restart()
            self._session.ask(lambda desk, _p: desk.sync.going(), self.show_going, by=self, slot="going")  # fmt: skip

    def show_going(self, now: "SyncGoing | None") -> None:
        """Show how far the bundle is that is on its way."""
        if now is not None and now.item and now.item not in self._bars:
            self.arrive()  # it was sealed in this round
        for item, bar in self._bars.items():
            bar.show_going(now if now is not None and now.item == item else None)

    def _on_went(self, report: "SyncReport") -> None:
        self._free()
        says = self.texts
        moved = report.sent or report.received
        told = says("sync-went", sent=report.sent, received=report.received) if moved else ""  # fmt: skip
        more = [says("sync-set-aside", count=report.set_aside)] if report.set_aside else []  # fmt: skip
        more += [says("sync-held")] if report.held else []
        gone = len(report.taken_back)
        more += [says("sync-taken-back", count=gone)] if gone else []
        more += [says("sync-away", places=", ".join(report.away))] if report.away else []  # fmt: skip
        told = told or ("" if more else says("sync-went-nothing"))
        say(self._said, " ".join((told, *more)).strip(), "wait" if more else "ok")
        self.arrive()

    def _on_stopped(self) -> None:
        self._free()
        say(self._said, self.texts("sync-stopped"), "wait")
        self.arrive()

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        said = self.texts.error(error)
        say(self._said, f"{said.sentence} {said.remedy}", "wait")
        self.arrive()

    def _free(self) -> None:
        self.progress.end()
        self.show_going(None)
        self.now.setEnabled(True)

    def _pause(self, hours: int) -> None:
        self._do(lambda desk: desk.sync.pause(hours))

    def _resume(self) -> None:
        self._do(lambda desk: desk.sync.resume())

    def _again(self, item: str) -> Callable[[], None]:
        return lambda: self._do(lambda desk: desk.sync.again(item), self.run)

    def _dropping(self, one: "SyncItem") -> Callable[[], None]:
        says, number = self.texts, one.number

        def dropped(_nothing: None) -> None:
            self._session.toast(says("sync-dropped-done", number=number))
            self.arrive()

        def drop() -> None:
            self._session.do(
                lambda desk, progress: desk.sync.drop(one.id, progress),
                dropped,
                by=self,
                lane=Lane.CARRY,
                otherwise=self._on_refused,
            )

        def ask() -> None:
            self._session.question(
                Question(
                    title=says("sync-drop-title"),
                    body=says("sync-drop-body", number=number),
                    yes=says("sync-drop"),
                    no=says("sync-drop-no"),
                    act=drop,
                )
            )

        return ask

    def _do(
        self, deed: "Callable[[Desk], None]", then: Callable[[], None] | None = None
    ) -> None:
        def done(_nothing: None) -> None:
            (then or self.arrive)()

        self._session.do(lambda desk, _progress: deed(desk), done, by=self)

    def _go_places(self) -> None:
        self._session.go("settings", section="places")

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        page: QWidget | None = self.parentWidget()  # Qt's stubs forget None
        if by is not self and topics & _TOPICS and page and page.isVisible():
            self.arrive()


def _most_of(items: "list[SyncItem]") -> "list[SyncItem]":
    """Return what is shown: whatever waits, and a few that only wait for their receipts."""
    sent = [one for one in items if one.state == "SENT"]
    return [one for one in items if one.state != "SENT"][:_SHOWN] + sent[:_SHOWN_SENT]
