"""Every page of the casework can be used without eyes and without a mouse."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.ui.casework.places import PAGES
from tests.ui.walking import focusables, name_of, tab_walk


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_named_walked_and_tells_nothing_in_the_title(
    name, visit_page, window, texts
):
    page = visit_page()
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
