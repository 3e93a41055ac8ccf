"""A row of names of pages that belong together; the one that is shown is marked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.flow import flowing


def page_switch(
    pages: Sequence[tuple[str, str, str]], here: str, go: Callable[[str], object]
) -> QWidget:
    """Return the switch: of every page its name, its word, and what is read aloud."""

    def button(name: str, word: str, spoken: str) -> Button:
        made = Button(word, "page", name=spoken)
        made.setCheckable(True)
        made.setChecked(name == here)

        def press() -> None:
            made.setChecked(name == here)  # another page stands here when it was left
            if name != here:
                go(name)

        return made.on(press)

    return flowing(*(button(*page) for page in pages), gap=0)
