"""Adding and changing a place (보내는 곳): one sheet, which stays open until what was said is kept.

* An error stands in the sheet: what happened, what was kept, what to do next.
* Once it is kept, ``then`` is given the place: a test letter goes there at once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.place_form import KINDS, PlaceForm, Wish, kind_words
from ui.session import Session
from ui.widgets import Button, Choices, ProgressLine, column, say, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import TallSheet, empty_box

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.places import PlaceView


class PlaceSheet(TallSheet):
    """Asks for the kind, then for what that kind needs."""

    def __init__(
        self, parent: QWidget, session: Session, place: "PlaceView | None", then: Callable[[str], None]
    ) -> None:  # fmt: skip
        """Add a place, or change ``place``."""
        says = session.texts
        self.save = Button(says("place-keep"), "primary").on(self._on_save)
        self.no = Button(says("shell-cancel")).on(self.close_sheet)
        title = says("place-change-title", name=place.name) if place else says("place-add-title")  # fmt: skip
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        super().__init__(parent, title, self.no, self.save, width=640)
        self._session, self.texts, self._then = session, says, then
        self._place, self._id = place, place.id if place else ""
        self._laid = False  # whether the last try kept where it lies
        self.progress = ProgressLine(says)
        self.body.insertWidget(self.body.count() - 1, self._wrong)
        self.body.insertWidget(self.body.count() - 1, self.progress)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(14)
        self.kind = Choices([(kind, says(f"place-kind-{kind}")) for kind in KINDS], says("place-kind"), columns=2, digits=False)  # fmt: skip
        self.kind.choose(place.kind if place else "folder")
        self.kind.chosen.connect(self._on_kind)
        if place is None:
            self.put(column(words(says("place-kind"), "strong"), self.kind, gap=6))
        self.put(self._holder)
        self.form = self._stand(place.kind if place else "folder")

    def ask(self) -> "PlaceSheet":
        """Show the sheet."""
        self.open_sheet(self.form.first)
        if self._place is None:
            self.kind.focus_first()
        return self

    def _stand(self, kind: str) -> PlaceForm:
        empty_box(self._holder)
        self.form = PlaceForm(self.texts, kind, self._place, self._on_save)
        self._holder.addWidget(kind_words(self.texts, kind))
        self._holder.addWidget(self.form)
        settle_tabs(self)
        self.place()
        return self.form

    def _on_kind(self, values: tuple[str, ...]) -> None:
        kind = (*values, self.form.kind)[0]
        self.kind.choose(kind)
        say(self._wrong, "")
        if kind != self.form.kind:
            named = self.form.fields["name"].text()
            self._stand(kind).fields["name"].set_text(named)

    def _on_save(self) -> None:
        missing = self.form.missing
        if missing:
            say(self._wrong, self.texts("form-needed", label=missing), "danger")
            return
        say(self._wrong, "")
        wish = self.form.wish
        self.save.setEnabled(False)
        job = self._session.do(
            lambda desk, _progress: self._kept(desk, wish),
            self._on_kept,
            by=self,
            lane=Lane.CARRY,  # a folder may hang, a keyring may ask
            otherwise=self._on_refused,
            stopped=self._free,
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        self.progress.begin(self.texts("place-keeping"), cancel)

    def _kept(self, desk: "Desk", wish: Wish) -> str:
        """Keep the place, then who asks there; what was kept before a refusal is kept."""
        self._laid = False
        if self._place is not None and self._place.preset:  # IT says where it lies
            wish.keep_account(desk, self._id)
            return self._id
        self._id = wish.lay(desk, self._id)
        self._laid = True
        wish.add_rest(desk, self._id)
        return self._id

    def _on_kept(self, place: str) -> None:
        self._free()
        self.close_sheet()
        self._then(place)

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        says, said = self.texts, self.texts.error(error)
        what = f"place-wrong-{error.facts.get('what', '')}".replace("_", "-")
        sentence = says(what) if says.has(what) else f"{said.sentence} {said.remedy}"
        kept = says("place-kept-before" if self._id else "place-kept-nothing")
        kept = says("place-kept-without") if self._laid else kept
        say(self._wrong, f"{sentence}\n{kept}", "danger")
        self.place()

    def _free(self) -> None:
        self.progress.end()
        self.save.setEnabled(True)
