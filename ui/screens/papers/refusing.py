"""What the middle says where there is nothing to show (보이지 않을 때): one sentence, one thing to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from intake.errors import ConsentMissing, IntakeError, NotThisStep
from ui.screens.papers.stage import Stage
from ui.session import Session
from ui.widgets import Button

if TYPE_CHECKING:
    from ui.screens.papers.reading import About

_FIELDS = {"papers-needs-court": "court", "papers-no-day": "first"}


class Refusing(QObject):
    """``about_wanted`` and ``field_wanted`` ask for what is missing, ``again`` for another try."""

    about_wanted = Signal()
    field_wanted = Signal(str)
    again = Signal()

    def __init__(self, session: Session, stage: Stage) -> None:
        """Say it on ``stage``."""
        super().__init__(stage)
        self._session, self._texts, self._stage = session, session.texts, stage

    def say(self, text_id: str, *, action: Button | None = None, icon: str = "file-text") -> None:  # fmt: skip
        """Say one sentence."""
        self._stage.say(self._texts(text_id), action, icon)

    def say_hindered(self, why: str, about_kind: str) -> None:
        """Say what is missing before anything can be shown."""
        action, says = None, self._texts
        if why in {"papers-needs-case", "papers-needs-profile"}:
            name = says(f"papers-choose-{about_kind.lower()}")
            action = Button(name, "primary", icon="search").on(self.about_wanted.emit)
        elif why in _FIELDS:
            action = Button(says("papers-fill-data"), "primary").on(lambda: self.field_wanted.emit(_FIELDS[why]))  # fmt: skip
        self.say(why, action=action, icon="message-square" if why == "papers-quiet" else "file-text")  # fmt: skip

    def say_error(self, error: IntakeError, about: "About") -> None:
        """Say why the desk does not show it."""
        if isinstance(error, NotThisStep) and error.facts.get("state") == "OPEN":
            self.say("papers-quiet", icon="message-square")
        elif isinstance(error, ConsentMissing):
            self.say("papers-nobody-agreed", action=self._to_consents(about), icon="scale")  # fmt: skip
        else:
            told = self._texts.error(error)
            self._stage.say(f"{told.sentence} {told.remedy}")

    def say_stopped(self, text_id: str = "papers-stopped") -> None:
        """Say that she stopped it, and offer another try."""
        again = Button(self._texts("papers-draw-again"), icon="refresh-cw")
        self.say(text_id, action=again.on(self.again.emit))

    def _to_consents(self, about: "About") -> Button | None:
        if about.kind != "CASE":
            return None
        return Button(self._texts("papers-see-consents")).on(lambda: self._session.go("case", case=about.id, tab="consents"))  # fmt: skip
