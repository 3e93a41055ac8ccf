"""The draft on the screen (미리보기): the pages of a paper, made anew when its data change.

* What stood there is pale until the newer one is there.
* Nothing of a draft is on the disk; where the desk refuses, nothing of the older one stays.
* Pages are drawn outside of the vault, one at a time.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.papers.renewing import Renewing
from ui.session import Session
from ui.widgets import ProgressLine
from ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from intake.desk.paper_pages import PageLook
    from intake.desk.views.papers import PaperPreview
    from ui.screens.papers.renewing import Wish


class Drafting(QObject):
    """Makes the preview that ``wish`` asks for and shows its pages in a view."""

    drawn = Signal(object)  # PaperPreview
    refused = Signal(object)  # IntakeError
    stopped = Signal()

    def __init__(self, session: Session, view: PaperView, progress: ProgressLine, wish: "Wish") -> None:  # fmt: skip
        """Show in ``view``; ``wish`` gives what is asked, or None where something is missing."""
        super().__init__(view)
        self._session, self._view = session, view
        self.data = b""
        self._anew = Renewing(self, session, progress, "papers-drawing", wish)
        self._anew.found.connect(self._on_drawn)
        self._anew.refused.connect(self._on_refused)
        self._anew.stopped.connect(self.stopped.emit)
        view.wanted.connect(self._draw)

    def later(self) -> None:
        """Make it anew after a pause; what is shown is not the newest from now on."""
        self._view.be_stale(stale=bool(self.data))
        self._anew.later()

    def begin(self) -> None:
        """Make it anew now."""
        self._view.be_stale(stale=bool(self.data))
        if not self._anew.begin():
            self.forget()

    def forget(self) -> None:
        """Show nothing, and let go what was shown, also what is on its way."""
        self._anew.leave()
        self.data = b""
        self._view.clear()

    def show(self, data: bytes) -> None:
        """Show a paper that is no draft."""
        self.forget()
        self.data = data
        self._view.begin()

    def _on_drawn(self, found: "PaperPreview") -> None:
        same = bool(self.data)
        self.data = found.data
        self._view.begin(at=self._view.at if same else 0)
        self.drawn.emit(found)

    def _on_refused(self, error: IntakeError) -> None:
        self.forget()
        self.refused.emit(error)

    def _draw(self, at: int, width: int) -> None:
        data = self.data
        if not data:
            return

        def draw(_desk: object, _progress: object) -> "PageLook":
            from intake.desk.paper_pages import page_look  # noqa: PLC0415 - loads the core

            return page_look(data, at, width)

        self._session.ask(
            draw,
            lambda look: self._view.show_look(look) if data is self.data else None,
            by=self._view,
            slot="page",
            lane=Lane.OUTSIDE,
        )
