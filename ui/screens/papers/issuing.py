"""Issuing (발급): one paper, or a court's pack, whole into the folder that was chosen, or not.

* Where it cannot lie whole in that place, nothing is issued and the sheet stays open.
* The folder and the key file are offered again until the lock; a passphrase never is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.papers.issue_sheet import Asking, IssueSheet, Terms, Wish
from ui.session import Session
from ui.widgets.paper import print_pdf

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import IssuedLine, PaperPlan
    from intake.progress import Progress

_BOTH = (False, True)
_Act = tuple[str, str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be issued."""

    plan: "PaperPlan"
    title: str
    lacks: int
    pack: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was issued; no bytes where it is locked."""

    line: "IssuedLine"
    place: Path
    data: bytes = field(default=b"", repr=False)
    waiting: Path | None = None  # the file that has room for a stamp


@dataclass(frozen=True, slots=True)
class MadePack:
    """A court's pack that was issued: its papers in the order of their numbers."""

    lines: "tuple[IssuedLine, ...]"
    place: Path  # its own folder
    files: tuple[str, ...]
    locked: bool = False
    waiting: Path | None = None  # its list, where it has room for a stamp


def issue(desk: "Desk", plan: "PaperPlan", wish: Wish, progress: "Progress") -> Made:
    """Issue into the chosen folder; one that went away is no name for a file."""
    from intake.desk.paper_placing import check_place  # noqa: PLC0415 - loads the core

    check_place(wish.folder)
    saved = desk.papers.save(plan, wish.folder, wish.key, wish.passphrase, lock=wish.lock, with_room=wish.with_room, progress=progress)  # fmt: skip
    place = Path(saved.place)
    data = b"" if wish.lock else _bytes(place)
    return Made(saved.paper, place, data, place if wish.with_room else None)


def issue_pack(desk: "Desk", plan: "PaperPlan", wish: Wish, progress: "Progress") -> MadePack:  # fmt: skip
    """Issue a court's pack into a new folder in the chosen one."""
    saved = desk.papers.pack(plan, wish.folder, wish.key, wish.passphrase, lock=wish.lock, with_room=wish.with_room, progress=progress)  # fmt: skip
    place = Path(saved.place)
    waiting = (
        place / saved.files[-1] if wish.with_room else None
    )  # the list is the last
    return MadePack(saved.papers, place, saved.files, bool(wish.lock), waiting)


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:  # the stick was pulled: it lies there, and is not shown here
        return b""


class Issuing(QObject):
    """Asks with the sheet, issues, and offers what can be done with what was issued."""

    issued = Signal(object)  # Made | MadePack
    next_wanted = Signal()
    stamp_wanted = Signal(object)  # Path

    def __init__(self, page: QWidget, session: Session) -> None:
        """Ask over the window of ``page``."""
        super().__init__(page)
        self._page, self._session, self._texts = page, session, session.texts
        self._folder: Path | None = None
        self._key: Path | None = None
        self._terms: dict[bool, Terms] = {}

    def learn_terms(self) -> None:
        """Ask the desk what it means to issue so or so."""
        self._session.ask(_all_terms, self._on_terms, by=self, slot="terms", otherwise=lambda _error: None)  # fmt: skip

    def ask(self, order: Order) -> None:
        """Ask where to, and with which key."""
        asking = Asking(
            order.title,
            self._terms.get(order.pack, {}),
            order.lacks,
            self._folder,
            self._key,
            order.pack,
            lockable=not (order.pack and order.plan.with_addresses),
        )
        sheet = IssueSheet(self._page.window(), self._texts, asking, lambda wish: self._issue(sheet, order, wish))  # fmt: skip
        sheet.ask()

    def acts(self, made: Made | MadePack) -> list[_Act]:
        """Return what may be done with what was issued."""
        folder = made.place if isinstance(made, MadePack) else made.place.parent
        acts: list[_Act] = [("papers-open-folder", "folder-open", lambda: _open_folder(folder))]  # fmt: skip
        if isinstance(made, MadePack) and not made.locked:
            acts.append(("papers-print-pack", "printer", lambda: self._print_pack(made)))  # fmt: skip
        elif isinstance(made, Made) and made.data:
            acts.append(("papers-print", "printer", lambda: self._print(made.data)))
        if made.waiting is not None:
            acts.append(("papers-stamp-on", "timer", lambda: self.stamp_wanted.emit(made.waiting)))  # fmt: skip
        acts.append(("papers-next", "file-plus", self.next_wanted.emit))
        return acts

    def _issue(self, sheet: IssueSheet, order: Order, wish: Wish) -> None:
        def done(made: Made | MadePack) -> None:
            self._folder, self._key = wish.folder, wish.key
            sheet.be_busy(None)
            sheet.close_sheet()
            self.issued.emit(made)

        make = issue_pack if order.pack else issue
        job = self._session.do(
            lambda desk, progress: make(desk, order.plan, wish, progress),
            done,
            by=sheet,
            lane=Lane.CARRY,
            watch=sheet.progress.step,
            otherwise=sheet.refuse,
            stopped=lambda: sheet.be_busy(None),
        )
        sheet.be_busy(job.cancel)

    def _on_terms(self, terms: dict[bool, Terms]) -> None:
        self._terms = terms

    def _print_pack(self, made: MadePack) -> None:
        names = [one.number for one in made.lines]

        def read(_desk: object, _progress: object) -> bytes:
            from intake.desk.paper_pages import joined  # noqa: PLC0415 - loads the core

            return joined([_bytes(made.place / f"{one}.pdf") for one in names])

        self._session.ask(read, self._print, by=self, slot="print", lane=Lane.OUTSIDE, otherwise=self._on_away)  # fmt: skip

    def _on_away(self, _error: IntakeError) -> None:
        self._session.toast(self._texts("papers-print-away"))

    def _print(self, data: bytes) -> None:
        if print_pdf(self._page, data):
            self._session.toast(self._texts("shell-printed"))


def _all_terms(desk: "Desk", _progress: object) -> dict[bool, Terms]:
    return {pack: _terms(desk, pack=pack) for pack in _BOTH}


def _terms(desk: "Desk", *, pack: bool) -> Terms:
    return {(sealed, locked, room): desk.papers.terms(sealed=sealed, locked=locked, with_room=room, pack=pack) for sealed, locked, room in product(_BOTH, repeat=3)}  # fmt: skip


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
