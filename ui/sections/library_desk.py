"""The central desk's part of the library (자료실에 올리기): begin, publish, take out, renew, change keys.

* Beginning asks three people for a passphrase each and gives each a file; no two of them are kept
  in one place, and none of them here.
* Publishing reads and signs; it reaches the others when it is laid at a place or onto a stick.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.sections.library_keys import found_sheet, rotate_sheet
from ui.sections.listing import line, listed, refill
from ui.session import Question, Session
from ui.widgets import Button, Card, Pill, say, words
from ui.widgets.flow import flowing
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk.views import NamedBytes
    from intake.desk.views.library import LibraryLine, LibraryPlace, LibraryState

_KINDS: Final = ("forms", "codes", "guidelines", "roster", "apps")
_MOST: Final = 40


class LibraryDesk(QWidget):
    """What only the desk that publishes can do."""

    def __init__(self, session: Session, show_error: Callable[[QLabel, IntakeError], None], again: Callable[[], None]) -> None:  # fmt: skip
        """Stand empty until ``show_library``."""
        super().__init__()
        self.session, says = session, session.texts
        self.texts, self._show, self._again = says, show_error, again
        self._error = words("", tone="danger")
        self._error.hide()
        self._listed = listed()
        self.begin = Button(says("library-found"), "primary", icon="key-round").on(self._on_begin)  # fmt: skip
        self.renew = Button(says("library-renew"), icon="refresh-cw").on(self._on_renew)
        self.rotate = Button(says("library-rotate"), icon="key").on(self._on_rotate)
        self.root = Button(says("library-root"), icon="download").on(self._on_root)
        self._begin = Card(words(says("library-found-title"), "heading"), words(says("library-found-help"), "muted"), flowing(self.begin), gap=12)  # fmt: skip
        publish = [self._publisher(kind) for kind in _KINDS]
        self._publish = Card(
            words(says("library-publish-title"), "heading"),
            words(says("library-publish-help"), "muted"),
            flowing(*publish),
            self._listed,
            words(says("library-care-help"), "muted"),
            flowing(self.renew, self.rotate, self.root),
            gap=12,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for one in (self._error, self._begin, self._publish):
            box.addWidget(one)

    def show_library(self, central: bool, state: "LibraryState", items: "tuple[LibraryLine, ...]", _places: "tuple[LibraryPlace, ...]") -> None:  # fmt: skip
        """Show what is published, or how to begin."""
        self.setVisible(central)
        self._begin.setVisible(central and not state.publishing and state.state == "none")  # fmt: skip
        self._publish.setVisible(central and state.publishing)
        refill(self._listed, [self._line(one) for one in items[:_MOST]], self.texts("library-publish-none"))  # fmt: skip

    def publish_from(self, kind: str, file: Path) -> None:
        """Publish a file."""
        self._do(lambda desk, _p: desk.library.publish(kind, file), "library-published")

    # --- within ------------------------------------------------------------------------

    def _publisher(self, kind: str) -> Button:
        says = self.texts
        return Button(says(f"library-publish-{kind}"), icon="upload").on(lambda: self._on_publish(kind))  # fmt: skip

    def _line(self, one: "LibraryLine") -> QWidget:
        says = self.texts
        told = says("library-item", version=one.version, made=says.day(one.made_ms))
        said = says("library-withdraw")
        out = Button(said, "quiet", name=f"{said}: {one.kind_label} {one.name}").on(lambda: self._ask_out(one))  # fmt: skip
        return line(words(one.name, wrap=False), Pill(one.kind_label, "info"), None, words(told, "small", wrap=False), out)  # fmt: skip

    def _on_publish(self, kind: str) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", self.texts(f"library-filter-{kind}"))  # fmt: skip
        if chosen:
            self.publish_from(kind, Path(chosen))

    def _ask_out(self, one: "LibraryLine") -> None:
        says = self.texts
        question = Question(
            title=says("library-withdraw-title", name=one.name),
            body=says("library-withdraw-body"),
            yes=says("library-withdraw"),
            no=says("shell-cancel"),
            act=lambda: self._do(
                lambda desk, _p: desk.library.withdraw(one.path), "library-withdrawn"
            ),
        )
        self.session.question(question)

    def _on_renew(self) -> None:
        self._do(lambda desk, _p: desk.library.renew(), "library-renewed")

    def _on_begin(self) -> None:
        def made(files: "tuple[NamedBytes, ...]") -> None:
            for file in files:
                save_file(self.session, self, file)
            self._again()

        def keep(first: str, second: str, third: str) -> None:
            self._do_with(lambda desk, _p: desk.library.found(first, second, third), made)  # fmt: skip

        found_sheet(self.session, self.window(), keep)

    def _on_rotate(self) -> None:
        def keep(one: Path, one_words: str, other: Path, other_words: str) -> None:
            self._do(lambda desk, _p: desk.library.rotate(one, one_words, other, other_words), "library-rotated")  # fmt: skip

        rotate_sheet(self.session, self.window(), keep)

    def _on_root(self) -> None:
        self._do_with(lambda desk, _p: desk.library.root_file(), self._save)  # fmt: skip

    def _save(self, file: "NamedBytes") -> None:
        save_file(self.session, self, file)

    def _do(self, deed: Any, done_id: str) -> None:  # noqa: ANN401 - a deed of the desk, loaded late
        def done(_line: object) -> None:
            self.session.toast(self.texts(done_id))
            self._again()

        self._do_with(deed, done)

    def _do_with(self, deed: Any, done: Callable[[Any], None]) -> None:  # noqa: ANN401 - see above
        say(self._error, "")
        self.session.do(deed, done, by=self, otherwise=lambda error: self._show(self._error, error))  # fmt: skip
