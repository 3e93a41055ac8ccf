"""Every page of the shell can be used without eyes and without a mouse."""

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.ui.places import PAGES
from tests.ui.walking import focusables, name_of, tab_walk


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_takes_the_focus_is_reached_by_tab_and_has_a_name_of_its_own(
    name, visit, window, texts
):
    texts.speak("en")
    page = visit(name)
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    assert window.windowTitle() == texts("product-name")
    assert not set(page.findChildren(QScrollArea)) & set(focusables(page))
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()
