"""Every page of the casework can be used without eyes and without a mouse."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui.casework.places import PAGES
from tests.ui.walking import focusables, name_of, tab_walk


class Watch(QObject):
    """Notes every window that opens."""

    def __init__(self, app):
        super().__init__(app)
        self.opened = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow():
            self.opened.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def opened(app, window):
    """The windows that opened beside the one there is: a widget shown before it has a place."""
    watch = Watch(app)
    yield watch.opened
    app.removeEventFilter(watch)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_no_window_is_named_walked_and_tells_nothing_in_the_title(
    name, visit_page, window, texts, opened
):
    page = visit_page()
    assert opened == []
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    if named:
        missed = set(focusables(page)) - set(tab_walk(window, page))
        assert {name_of(widget) for widget in missed} == set()
    for area in page.findChildren(QScrollArea):
        assert area not in focusables(page)
    assert window.windowTitle() == texts("product-name")


@pytest.mark.parametrize("name", ["interview-rows"])
def test_the_tab_key_goes_where_the_eye_goes(name, visit_page, window):
    page = visit_page()
    walked = [w for w in tab_walk(window, page) if page.board._work.isAncestorOf(w)]
    ground = page.board._work.widget()
    lines = [w.mapTo(ground, w.rect().topLeft()).y() for w in walked]
    turns = [1 for above, below in pairwise(lines) if below < above - 40]
    assert len(turns) <= 1  # only where the walk begins anew at the top


@pytest.mark.parametrize("name", ["cases"])
def test_the_list_pane_is_named_and_reached(name, visit_page, window):
    visit_page()
    pane = window.screen_.list_pane
    named = [name_of(widget) for widget in focusables(pane)]
    assert all(named)
    assert len(set(named)) == len(named)
    assert set(focusables(pane)) <= set(tab_walk(window, pane))
