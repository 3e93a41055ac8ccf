"""One file per screen, each given the session and nothing else.

How to write a screen
---------------------

1.  One class named like its module (``today.py`` → ``Today``, ``first_run.py`` → ``FirstRun``),
    usually a ``ui.widgets.Page``, made with ``Today(session)``. It is made when it is first
    visited and kept until the lock.
2.  ``list_pane`` (336 px), ``centre`` and ``side`` (344 px, may be closed with Ctrl+Shift+B) are the
    widgets the frame shows; a screen with ``parent`` borrows its parent's list.
3.  ``show_place(facts)`` is called at every arrival; ``session.go("case", case=id)`` goes there.
4.  Read with ``session.ask(…, by=self, slot="…")``, write with ``session.do(…, by=self)``; both
    come back on the window thread. Connect ``session.touched`` and ask again when a topic of
    yours was touched by somebody else: ``if by is not self and topics & {"case"}: …``.
5.  ``flush()`` hands on what is typed (``NoteEdit.flush``); it is called before lock, close and
    leaving, after the syllable in composition was committed. It must only queue deeds.
6.  ``act("pause")`` carries out an entry of ``ui.actions``; return False where it means nothing.
7.  Every word comes from ``session.texts("…")``; every focusable widget has an accessible name
    that is unique in its page; Tab reaches everything; no bare letter is a shortcut.
8.  Errors nobody handles are shown by ``ui.notices``; give ``otherwise=`` to show one at a field.
    ``session.toast(text, "되돌리기", act)`` says a short word, ``session.question(Question(…))``
    asks before a deed.
9.  No sheet of your own: use ``ui.widgets`` and the properties of ``resources/style``; colours
    painted by hand come from ``theme.now()`` at paint time.

Then add one line to ``SCREENS``; the frame, the rail, the tests and the packager read it.
"""

import importlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from ui.session import Fact, Session


class Screen(Protocol):
    """What the frame knows about a screen."""

    @property
    def list_pane(self) -> QWidget | None:
        """The list on the left, or None."""

    @property
    def centre(self) -> QWidget:
        """The page itself."""

    @property
    def side(self) -> QWidget | None:
        """The panel on the right, or None."""

    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Arrive, or arrive again with other facts."""

    def flush(self) -> None:
        """Hand on what is typed and not yet said."""

    def act(self, action: str) -> bool:
        """Carry out an action; False: it means nothing here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A screen by name: its place in the rail, its icon, and whose list it borrows."""

    name: str
    icon: str = ""
    key: str = ""  # Ctrl + this digit; "" = not in the rail
    parent: str = ""  # which rail entry it belongs to
    borrows_list: bool = False
    only: str = ""  # the one role that has it


SCREENS = (
    Entry("escrow", "scale", only="escrow"),
    Entry("today", "calendar-check", key="1"),
    Entry("cases", "folder", key="2"),
    Entry("case", parent="cases", borrows_list=True),
    Entry("consent", parent="cases"),
    Entry(
        "interview", parent="cases"
    ),  # no other person's name beside the one who is here
    Entry("calendar", parent="today"),
    Entry("imports", parent="cases"),
    Entry("erasing", parent="cases"),
    Entry("found", parent="cases"),
    Entry("people", "users", key="3"),
    Entry("profiles", parent="people"),
    Entry("notices", parent="people"),
    Entry("graph", parent="people"),
    Entry("opinion", parent="people"),
    Entry("conflicts", parent="cases"),
    Entry("send", "send", key="4"),
    Entry("papers", "file-text", key="5"),
    Entry("statistics", "chart-column", key="6"),
    Entry("settings", "settings", key="7"),
)
_ESCROW = {"escrow", "send", "settings"}  # the second party has no cases
GATES = (
    "unlock",
    "first_run",
    "cover",
    "altered",
    "safe",
)  # stand before the frame; see ui.window


def find_entry(name: str) -> Entry | None:
    """Return the entry of a screen, or None where nobody wrote it."""
    entry = next((entry for entry in SCREENS if entry.name == name), None)
    if entry is None or importlib.util.find_spec(f"ui.screens.{name}") is None:
        return None
    return entry


def serves(name: str, role: str) -> bool:
    """Whether a workspace of this role has a screen at all."""
    entry = find_entry(name)
    if entry is None or entry.only not in {"", role}:
        return False
    return role != "escrow" or name in _ESCROW


def rail(role: str = "center") -> tuple[Entry, ...]:
    """Return the entries of the rail of a role, in order; the first is where one begins."""
    return tuple(e for e in SCREENS if (e.key or e.only) and serves(e.name, role))


def make_screen(name: str, session: Session) -> Screen:
    """Import and make a screen; the class is named like its module."""
    module = importlib.import_module(f"ui.screens.{name}")
    title = "".join(part.capitalize() for part in name.split("_"))
    return cast("Screen", getattr(module, title)(session))
