"""The page where a file of the program is not what was signed: nothing is asked, nothing opened.

It says what happened, that the records are untouched, and what to do; below stands what IT
needs, to be copied or read aloud. Only the program's own file names are on it: of a file that
is not on the list and no part of a program only the folder and the kind are told.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui.session import Fact, Session
from ui.widgets import Button, Card, Column, Page, Symbol, column, row, words
from ui.widgets.card import Thing

_SHOWN: Final = 12
_WIDTH: Final = 640
KINDS: Final = ("changed", "missing", "extra")
_PARTS: Final = frozenset(
    (".py", ".pyc", ".pth", ".so", ".pyd", ".dll", ".exe", ".sh", "")
)


class Altered(Page):
    """Stands where the passphrase would be asked for."""

    def __init__(self, session: Session) -> None:
        """Stand empty; ``show_place`` brings what was found."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self.setProperty("ground", "canvas")
        self.report = ""
        self.close_button = Button(self.texts("altered-close"), "primary")
        self.close_button.on(lambda: self.window().close())
        self.copy_button = Button(self.texts("altered-copy"), icon="copy").on(
            self._copy
        )

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Say what was found: ``why``, ``key``, ``version``, ``folder`` and the names of files."""
        says = self.texts
        self.report = "\n".join(self._lines(facts))
        steps = [
            words(says(f"altered-step-{one}")) for one in ("stop", "tell", "again")
        ]
        happened = Card(
            row(Symbol("triangle-alert", "wait", 28), words(says("altered-title"), "title"), gap=12),
            words(says("altered-body"), "note"),
            words(says("altered-safe"), "strong"),
            column(*steps, gap=6),
            row(self.close_button, self.copy_button, None),
            gap=16,
        )  # fmt: skip
        happened.body.setContentsMargins(28, 28, 28, 24)
        told = Card(words(says("altered-for-it"), "heading"), *self._told(facts), gap=8)
        told.body.setContentsMargins(28, 20, 28, 20)
        self.set_body(Column(None, happened, told, None, width=_WIDTH))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, facts: Mapping[str, Fact]) -> list[Thing]:
        says, shown = self.texts, list[Thing]()
        if facts.get("why"):
            shown.append(words(says(f"altered-why-{facts['why']}")))
        every = [(kind, one) for kind in KINDS for one in _names(facts, kind)]
        shown += [self._row(kind, name) for kind, name in every[:_SHOWN]]
        if len(every) > _SHOWN:
            shown.append(
                words(says("altered-more", count=len(every) - _SHOWN), "muted")
            )
        small = says("altered-build", version=str(facts.get("version", "")), folder=str(facts.get("folder", "")))  # fmt: skip
        shown.append(words(small, "small", selectable=True))
        if facts.get("key"):
            shown.append(words(says("altered-key", key=str(facts["key"])), "small", selectable=True))  # fmt: skip
        return shown

    def _row(self, kind: str, name: str) -> QWidget:
        holder = QWidget()
        label = words(self.texts(f"altered-{kind}"), "muted", wrap=False)
        label.setFixedWidth(96)
        line = row(label, words(name, selectable=True))
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder

    def _lines(self, facts: Mapping[str, Fact]) -> list[str]:
        lines = [f"{name}: {facts[name]}" for name in ("version", "folder", "why", "key") if facts.get(name)]  # fmt: skip
        return lines + [f"{kind}: {one}" for kind in KINDS for one in _names(facts, kind)]  # fmt: skip

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._session.toast(self.texts("altered-copied"))


def _names(facts: Mapping[str, Fact], kind: str) -> list[str]:
    names = [one for one in str(facts.get(kind, "")).split("\n") if one]
    return [_unnamed(one) for one in names] if kind == "extra" else names


def _unnamed(name: str) -> str:
    """Return the way to a file that somebody laid there, without what it is called."""
    path = PurePosixPath(name)
    known = path.suffix in _PARTS and name.isascii()
    if known:
        return name
    folders = (one if one.isascii() else "…" for one in path.parent.parts)
    return "/".join([*folders, f"…{path.suffix}"])
