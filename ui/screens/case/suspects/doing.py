"""What every piece of the tab is given: the texts, a way to do things, a place for sheets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from intake.desk.views.people import without_numbers
from intake.text import Texts
from ui.session import Session
from ui.widgets import Choices, say, words
from ui.widgets.choice_columns import columns_for
from ui.widgets.code_words import code_choices

if TYPE_CHECKING:
    from intake.desk import Desk

Deed = Callable[["Desk"], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """The hands of a piece."""

    session: Session
    owner: QWidget
    do: Callable[[Deed, str], None]  # what to do, and what is said when it is done

    @property
    def texts(self) -> Texts:
        """The words of the window."""
        return self.session.texts

    @property
    def window(self) -> QWidget:
        """What a sheet stands over."""
        return self.owner.window()


class Guard:
    """Masks a resident number (주민등록번호) the moment it stands in a field, and says so quietly."""

    def __init__(self, texts: Texts, *editors: QLineEdit | QPlainTextEdit) -> None:
        """Watch editors; ``line`` is shown below them when something was masked."""
        self._texts = texts
        self.line = words("", "small")
        self.line.hide()
        for editor in editors:
            self.watch(editor)

    def watch(self, editor: QLineEdit | QPlainTextEdit) -> None:
        """Watch one more."""
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(lambda text: self._mask(text, editor.setText))
        else:
            editor.textChanged.connect(
                lambda: self._mask(editor.toPlainText(), editor.setPlainText)
            )

    def _mask(self, text: str, replace: Callable[[str], None]) -> None:
        masked, found = without_numbers(text)
        if found:
            say(self.line, self._texts("persons-number-masked"))
            replace(masked)


def choices_of(
    label: str, codes: Iterable[tuple[str, str]], chosen: str, owner: QWidget
) -> Choices:  # fmt: skip
    """Return a group of choices in as many columns as fit."""
    offered = tuple(codes)
    columns = columns_for((text for _, text in offered), owner)
    group = Choices(offered, label, columns=columns, digits=False)
    group.choose(chosen)
    return group


def codes(texts: Texts, name: str, *, without: str = "") -> tuple[tuple[str, str], ...]:
    """Return the codes of a list and their words."""
    return tuple(one for one in code_choices(texts.language, name) if one[0] != without)


def empty(box: QLayout) -> None:
    """Take everything out of a box."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
