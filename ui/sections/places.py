"""보내는 곳: where sealed bundles are left and found; adding, trying and removing one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.jobs import Lane
from ui.sections.place_sheet import PlaceSheet
from ui.sections.place_trial import TrialSheet
from ui.sections.section import Section
from ui.sections.sync_rhythm import SyncRhythm
from ui.sections.usual_folder import UsualFolder
from ui.session import Question, Session
from ui.widgets import Button, Pill, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.places import PlaceView
    from intake.desk.views.sync import SyncPlace


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything the page shows."""

    places: "tuple[PlaceView, ...]"
    went: "dict[str, SyncPlace]"
    folder: str
    names: dict[str, str]  # whom a code stands for
    may_add: bool = True  # IT may have set every place


def _read(desk: "Desk", _progress: object) -> Kept:
    went = {one.place: one for one in desk.sync.state().places}
    names = {one.code: one.name for one in desk.exchange.addressees()}
    return Kept(
        desk.places.listing(),
        went,
        desk.exchange.mailbox() or "",
        names,
        desk.places.may_add(),
    )


class PlacesSection(Section):
    """A list of places, and below it the folder for doing it by hand."""

    name = "places"

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        says = self.texts
        self.new = Button(says("place-add"), "primary", icon="plus")
        self.new.on(lambda: self.open_place(None))
        self.closed = words(says("place-closed"), "small")
        self.closed.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.card("settings-places", words(says("places-help"), "muted"), row(self.new, None), self.closed, self._rows)  # fmt: skip
        self.usual = UsualFolder(session)
        self.usual.wanted.connect(self._on_folder)
        self.rhythm = SyncRhythm(session)
        self.body.addWidget(self.rhythm)
        self.body.addWidget(self.usual)
        self.end()
        self.sheet: PlaceSheet | TrialSheet | None = None
        self._names: dict[str, str] = {}
        session.touched.connect(self._on_touched)

    @override
    def arrive(self) -> None:
        """Ask for the places; a keyring may answer slowly."""
        self.session.ask(_read, self._on_kept, by=self, slot="places", lane=Lane.BULK)
        self.rhythm.arrive()

    def open_place(self, place: "PlaceView | None") -> PlaceSheet:
        """Open a place to change, or a new one."""
        self.sheet = sheet = PlaceSheet(self.window(), self.session, place, self._on_placed)  # fmt: skip
        return sheet.ask()

    def try_place(self, place: "PlaceView") -> TrialSheet:
        """Leave a test letter there and say how that went."""
        self.sheet = sheet = TrialSheet(self.window(), self.session, place, lambda: self._reopen(place.id))  # fmt: skip
        return sheet.ask()

    # --- what is shown ----------------------------------------------------------------------

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & {"place", "sync"} and self.isVisible():
            self.arrive()

    def _on_kept(self, kept: Kept) -> None:
        empty_box(self._rows)
        self._names = kept.names
        self.new.setVisible(kept.may_add)
        self.closed.setVisible(not kept.may_add)
        if not kept.places:
            self._rows.addWidget(words(self.texts("places-none"), "muted"))
        for at, one in enumerate(kept.places):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, kept.went.get(one.id), at + 1))
        self.rhythm.setVisible(bool(kept.places))
        self.usual.show_kept(kept.folder, kept.places)
        settle_tabs(self)

    def _row(self, one: "PlaceView", went: "SyncPlace | None", at: int) -> QWidget:
        says = self.texts
        head = row(words(one.name, "strong", wrap=False), Pill(one.kind_label, "info"))
        if one.preset:
            head.addWidget(Pill(says("place-preset"), "info"))
        if not one.tried_ms:
            head.addWidget(Pill(says("place-untried"), "wait"))
        head.addStretch(1)
        lines = column(head, words(one.address, "small"), gap=2)
        if one.tried_ms:
            tried = says("place-tried", ms=one.tried_ms)
            lines.addWidget(words(tried, "small"))
        if went is not None and not went.fine:
            lines.addWidget(words(f"{went.sentence} {went.remedy}", "small", tone="wait"))  # fmt: skip

        def button(text_id: str, act: Callable[[], object]) -> Button:
            said = says(text_id)
            return Button(said, "quiet", name=f"{said}: {one.name} ({at})").on(act)

        def stop(to: str) -> Button:
            said = says("place-stop-sending", to=self._names.get(to, to))
            made = Button(said, "quiet", name=f"{said} ({at})")
            return made.on(self._stopping(one.id, to))

        change = button("place-account" if one.preset else "place-change", lambda: self.open_place(one))  # fmt: skip
        lines.addWidget(
            flowing(
                button("place-try", lambda: self.try_place(one)),
                *([] if one.preset and one.kind == "folder" else [change]),
                *map(stop, went.to if went else ()),
                *(
                    []
                    if one.preset
                    else [button("place-remove", lambda: self._ask_remove(one))]
                ),
            )
        )
        holder = QWidget()
        holder.setLayout(lines)
        return holder

    # --- what the person does -----------------------------------------------------------------

    def _on_placed(self, place: str) -> None:
        self.arrive()
        self._with(place, self.try_place)

    def _reopen(self, place: str) -> None:
        self._with(place, self.open_place)

    def _with(self, place: str, act: "Callable[[PlaceView], object]") -> None:
        def listed(places: "tuple[PlaceView, ...]") -> None:
            for one in places:
                if one.id == place:
                    act(one)

        self.session.ask(lambda desk, _progress: desk.places.listing(), listed, by=self, slot="one", lane=Lane.BULK)  # fmt: skip

    def _stopping(self, place: str, to: str) -> Callable[[], None]:
        return lambda: self._do(lambda desk: desk.sync.forbid(place, to))

    def _ask_remove(self, one: "PlaceView") -> None:
        says = self.texts
        question = Question(
            title=says("place-remove-title", name=one.name),
            body=says("place-remove-body"),
            yes=says("place-remove"),
            no=says("shell-cancel"),
            act=lambda: self._do(lambda desk: desk.places.remove(one.id), Lane.CARRY),
        )
        self.session.question(question)

    def _on_folder(self, folder: str) -> None:
        name = Path(folder).name or folder
        self.session.do(
            lambda desk, _progress: desk.places.add("folder", name, folder),
            self._on_placed,
            by=self,
            lane=Lane.CARRY,
        )

    def _do(self, deed: "Callable[[Desk], object]", lane: Lane = Lane.VAULT) -> None:
        self.session.do(
            lambda desk, _progress: deed(desk),
            lambda _done: self.arrive(),
            by=self,
            lane=lane,
        )
