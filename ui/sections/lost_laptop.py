"""노트북을 잃어버렸을 때: which one, since when; the pack as paper and as a table."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.errors import ReadOnlyPlace
from ui.sections.lost_done import LostDone
from ui.session import Question, Session
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.field import Field, labelled
from ui.widgets.flow import flowing
from ui.widgets.paper import save_bytes

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import NamedBytes
    from intake.desk.views.backups import LaptopLine
    from intake.desk.views.certificates import LostView

_MOST = 8
Make = Callable[["Desk", str, str, str], "NamedBytes"]


class LostLaptop(QWidget):
    """Asks which laptop, and when it was noticed; saves the pack."""

    def __init__(self, session: Session) -> None:
        """Stand with no laptop named."""
        super().__init__()
        self._session, says = session, session.texts
        self.texts = says
        now = local(wall_ms())
        self._which = QVBoxLayout()
        self.which = Choices((), says("backups-lost-device"))
        self.lost_on = Field(says("backups-lost-on"), placeholder="2099-03-02")
        self.noticed = Field(says("backups-lost-noticed"), placeholder="2099-03-02 09:30")  # fmt: skip
        self.lost_on.set_text(now.date().isoformat())
        self.noticed.set_text(now.strftime("%Y-%m-%d %H:%M"))
        self.paper = Button(says("backups-lost-make"), icon="file-text")
        self.paper.on(self._saving(lambda desk, *said: desk.backups.lost_laptop(*said)))
        self.table = Button(says("backups-lost-list"), icon="list")
        self.table.on(self._saving(lambda desk, *said: desk.backups.lost_laptop_list(*said)))  # fmt: skip
        self.take_back = Button(says("lost-take-back"), "danger", icon="laptop")
        self.take_back.on(self._on_take_back)
        self._lines: tuple[LaptopLine, ...] = ()
        self.done = LostDone(session)
        self.done.changed.connect(self.arrive)
        self._saved = words("", "small")
        self._saved.hide()
        for field in (self.lost_on, self.noticed):
            field.edited.connect(self._show_buttons)
        self._stand()

    def _stand(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(words(self.texts("backups-lost-help"), "muted"))
        box.addLayout(self._which)
        box.addLayout(row(self.lost_on, self.noticed, gap=16))
        box.addWidget(flowing(self.take_back, self.paper, self.table))
        box.addWidget(self._saved)
        box.addWidget(self.done)
        self._show_buttons()

    def arrive(self) -> None:
        """Ask which laptops there are."""
        self._session.ask(
            lambda desk, _progress: (desk.backups.laptops(), desk.certificates.lost()),
            self._on_known,
            by=self,
            slot="laptops",
        )

    def _on_known(self, known: "tuple[tuple[LaptopLine, ...], tuple[LostView, ...]]") -> None:  # fmt: skip
        laptops, lost = known
        self._on_laptops(laptops)
        self.done.show_lost(lost)

    def _on_laptops(self, lines: "tuple[LaptopLine, ...]") -> None:
        before, self._lines = self.which.values, lines[:_MOST]
        choices = [(one.device, self._name(one)) for one in lines[:_MOST]]
        while (item := self._which.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        name = self.texts("backups-lost-device")
        self.which = Choices(choices, name, columns=2, digits=False)
        self.which.choose(*before)
        self.which.chosen.connect(lambda _values: self._show_buttons())
        self._which.addWidget(labelled(name, self.which))
        self._show_buttons()

    def _name(self, line: "LaptopLine") -> str:
        name = line.name or line.device[-12:]
        if line.lost_ms:
            return self.texts("lost-marked", name=name)
        return self.texts("backups-lost-this", name=name) if line.own else name

    def _show_buttons(self) -> None:
        said = bool(self.which.values) and self.said() is not None
        for button in (self.paper, self.table):
            button.setEnabled(said)
        line = self._chosen()
        self.take_back.setEnabled(
            said and line is not None and not (line.own or line.lost_ms)
        )

    def _chosen(self) -> "LaptopLine | None":
        return next((one for one in self._lines if one.device in self.which.values), None)  # fmt: skip

    def _on_take_back(self) -> None:
        line, said, says = self._chosen(), self.said(), self.texts
        if line is None or said is None:
            return

        def lose() -> None:
            self._session.do(
                lambda desk, _progress: desk.certificates.lose(line.device, *said),
                lambda _view: self.arrive(),
                by=self,
            )

        self._session.question(
            Question(
                title=says("lost-take-back-title", device=self._name(line)),
                body=says("lost-take-back-body"),
                yes=says("lost-take-back-yes"),
                no=says("lost-take-back-no"),
                act=lose,
                danger=True,
            )
        )

    def said(self) -> tuple[str, str] | None:
        """Return the day and the moment, or None where they cannot be read."""
        try:
            day = dt.date.fromisoformat(self.lost_on.text())
            moment = dt.datetime.fromisoformat(self.noticed.text())
        except ValueError:
            return None
        return day.isoformat(), moment.isoformat()

    def _saving(self, make: Make) -> Callable[[], None]:
        def begin() -> None:
            said = self.said()
            if said is None or not self.which.values:
                return
            device, (day, moment) = self.which.values[0], said
            say(self._saved, "")
            self._session.ask(
                lambda desk, _progress: make(desk, device, day, moment),
                self._on_made,
                by=self,
                slot="pack",
            )

        return begin

    def _on_made(self, file: "NamedBytes") -> None:
        try:
            path = save_bytes(self, file.name, file.data)
        except OSError:
            self._session.refuse(ReadOnlyPlace())
            return
        if path is not None:
            say(self._saved, self.texts("backups-lost-saved", name=path.name))
