"""Certificates that are believed here (믿는 인증서): looked at, compared, taken in, taken out.

* Only whoever supervises changes them; everybody who checks papers sees them.
* Before one is believed its digits stand there, to be compared with what its holder says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from intake.errors import IntakeError
from intake.text import Texts
from ui.screens.papers.cards import named
from ui.session import Session
from ui.widgets import Button, Card, column, row, say, words
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import RootLine

FILES = "*.pem *.crt *.cer *.der"
_GROUP, _LINE = 4, 8


@dataclass(frozen=True, slots=True)
class Known:
    """What the sheet shows."""

    roots: "tuple[RootLine, ...]"
    may: bool  # whether she may change them


def known(desk: "Desk", _progress: object) -> Known:
    """Ask which certificates are believed, and whether she may say so."""
    return Known(desk.roots.listing(), desk.roles.mine().supervises)


class RootSheet(TallSheet):
    """The list; ``changed`` is called when it is closed and something is different."""

    def __init__(self, parent: QWidget, session: Session, changed: Callable[[], object]) -> None:  # fmt: skip
        """Ask what is known."""
        says = session.texts
        self._session, self._texts, self._changed = session, says, changed
        self._differs = False
        self._file: Path | None = None
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        self.more = Button(says("papers-root-add"), icon="file-plus").on(self._on_more)
        self.more.hide()
        self.done = Button(says("shell-close"), "primary").on(self.close_sheet)
        super().__init__(parent, says("papers-roots"), self._wrong, self.more, self.done, note=says("papers-roots-note"))  # fmt: skip
        self.closed.connect(self._on_closed)
        self._ask()

    def open(self) -> None:
        """Show it."""
        self.open_sheet(self.done)

    def _ask(self) -> None:
        self._session.ask(known, self._show, by=self, slot="roots")

    def _show(self, found: Known) -> None:
        says = self._texts
        self.clear()
        self._file = None
        self.more.setVisible(found.may)
        if not found.roots:
            self.put(words(says("papers-roots-none")))
        for at, root in enumerate(found.roots, 1):
            self.put(self._line(root, at, may=found.may))
        if not found.may:
            self.put(words(says("papers-roots-not-yours"), "small"))
        self.done.setFocus()

    def _line(self, root: "RootLine", at: int, *, may: bool) -> Card:
        says = self._texts
        card = Card(_facts(says, root), ground="soft", gap=6)
        card.add(words(says("papers-root-since", who=root.added_by, day=says.day(root.added_on)), "small"))  # fmt: skip
        if may:
            out = Button(says("papers-root-out"), "chip", icon="x", name=says("papers-root-out-name", at=at))  # fmt: skip
            out.on(lambda: self._do(lambda desk: desk.roots.forget(root.id)))
            card.add(row(out, None))
        return card

    # --- one more ------------------------------------------------------------------------

    def _on_more(self) -> None:
        says = self._texts
        chosen, _ = QFileDialog.getOpenFileName(self, says("papers-root-add"), "", f"{says('papers-root-files')} ({FILES})")  # fmt: skip
        if chosen:
            self.look(Path(chosen))

    def look(self, file: Path) -> None:
        """Show what a file says of itself, before it is believed."""
        say(self._wrong, "")
        self._session.ask(
            lambda desk, _progress: desk.roots.look(file),
            lambda found: self._compare(file, found),
            by=self,
            slot="look",
            otherwise=self._refuse,
        )

    def _compare(self, file: Path, found: "tuple[RootLine, ...]") -> None:
        says = self._texts
        self.clear()
        self.more.hide()
        self.put(words(says("papers-root-compare"), tone="wait"))
        for root in found:
            self.put(Card(_facts(says, root), ground="notice", gap=6))
        yes = Button(says("papers-root-yes"), icon="check")
        yes.on(lambda: self._do(lambda desk: desk.roots.trust(file)))
        no = Button(says("papers-root-no")).on(self._ask)
        self.put(_held(row(yes, no, None)))
        no.setFocus()

    def _do(self, deed: "Callable[[Desk], object]") -> None:
        def done(_none: object) -> None:
            self._differs = True
            self._ask()

        say(self._wrong, "")
        self._session.do(lambda desk, _progress: deed(desk), done, by=self, otherwise=self._refuse)  # fmt: skip

    def _refuse(self, error: IntakeError) -> None:
        told = self._texts.error(error)
        say(self._wrong, f"{told.sentence} {told.remedy}", "danger")
        self.place()

    def _on_closed(self) -> None:
        if self._differs:
            self._changed()


def _facts(says: Texts, root: "RootLine") -> QWidget:
    groups = [root.sha256[at : at + _GROUP] for at in range(0, len(root.sha256), _GROUP)]  # fmt: skip
    digits = "\n".join(" ".join(groups[at : at + _LINE]) for at in range(0, len(groups), _LINE))  # fmt: skip
    return _held(
        column(
            words(named(root.holder), "strong", selectable=True),
            words(says("papers-root-from", issuer=named(root.issuer), day=says.day(root.until)), "small"),
            words(says("papers-root-digits"), "small"),
            words(digits, selectable=True),
            gap=4,
        )
    )  # fmt: skip


def _held(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
