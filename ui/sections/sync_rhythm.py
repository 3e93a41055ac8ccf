"""How often it sends and receives by itself, and whether over a connection that costs."""

from typing import TYPE_CHECKING, Final

from ui.session import Session
from ui.widgets import Card, Choices, column, words

if TYPE_CHECKING:
    from intake.desk import Desk

_MINUTES: Final = (15, 30, 60, 180, 0)


class SyncRhythm(Card):
    """Two settings of this computer."""

    def __init__(self, session: Session) -> None:
        """Stand empty; ``arrive`` asks."""
        super().__init__(gap=12)
        self._session, says = session, session.texts
        offered = [(str(one), says("sync-every", minutes=one)) for one in _MINUTES]
        self.minutes = Choices(offered, says("sync-rhythm"), columns=3, digits=False)
        self.minutes.chosen.connect(lambda values: self._set("sync_minutes", *map(int, values)))  # fmt: skip
        answers = [("no", says("sync-metered-no")), ("yes", says("sync-metered-yes"))]
        self.metered = Choices(answers, says("sync-metered-ask"), columns=2, digits=False)  # fmt: skip
        self.metered.chosen.connect(lambda values: self._set("sync_metered", *(one == "yes" for one in values)))  # fmt: skip
        self.add(
            words(says("sync-title"), "heading"),
            column(words(says("sync-rhythm"), "strong"), self.minutes, gap=6),
            column(words(says("sync-metered-ask"), "strong"), self.metered, gap=6),
        )

    def arrive(self) -> None:
        """Ask what is set."""
        self._session.ask(_read, self._on_read, by=self, slot="rhythm")

    def _on_read(self, kept: tuple[int, bool]) -> None:
        self.minutes.choose(str(kept[0]))
        self.metered.choose("yes" if kept[1] else "no")

    def _set(self, name: str, *value: int) -> None:
        if not value:  # one of them is always chosen
            self.arrive()
            return
        self._session.do(
            lambda desk, _progress: desk.settings.set(name, value[0]),
            lambda _nothing: self.arrive(),
            by=self,
        )


def _read(desk: "Desk", _progress: object) -> tuple[int, bool]:
    get = desk.settings.get
    return int(get("sync_minutes") or 0), bool(get("sync_metered"))
