"""The pages around 같은 사람: candidates, perpetrators, notices, picture; each leads to the others.

The second opinion (두 번째 의견) is a page of the central desk only.
"""

from importlib.util import find_spec

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.session import Session
from ui.widgets import Button
from ui.widgets.page_switch import page_switch

_PAGES = ("people", "profiles", "notices", "graph", "opinion")
_CENTRAL = "opinion"


def people_pages(texts: Texts) -> tuple[tuple[str, str, str], ...]:
    """Return the pages there are: name, word, and what is read aloud."""
    return tuple(
        (name, word, texts("between-go", page=word))
        for name in _PAGES
        if find_spec(f"ui.screens.{name}") is not None
        for word in (texts(f"between-{name}"),)
    )


def people_switch(session: Session, here: str) -> QWidget:
    """Return the switch of these pages; what is the central desk's is hidden elsewhere."""
    pages = people_pages(session.texts)
    switch = page_switch(pages, here, session.go)
    buttons = dict(zip((name for name, *_ in pages), switch.findChildren(Button), strict=True))  # fmt: skip
    hidden = buttons[_CENTRAL]
    hidden.setVisible(here == _CENTRAL)

    def known(role: str) -> None:
        hidden.setVisible(role == "central")
        switch.updateGeometry()

    session.ask(lambda desk, _progress: desk.about().role, known, by=switch)
    return switch
