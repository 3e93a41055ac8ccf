"""Every page of the shell can be used without eyes and without a mouse."""

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.ui.places import PAGES
from tests.ui.walking import focusables, name_of, tab_walk


@pytest.fixture(params=PAGES)
def page(request, visit):
    return visit(request.param)


def test_everything_that_takes_the_focus_has_a_name_of_its_own(page):
    named = [name_of(widget) for widget in focusables(page)]
    assert named
    assert all(named)
    assert sorted(set(named)) == sorted(named)


def test_tab_reaches_everything(page, window):
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()


def test_no_scroll_area_takes_the_focus(page):
    for area in page.findChildren(QScrollArea):
        assert area not in focusables(page)


def test_the_title_never_says_where_we_are(page, window, texts):
    assert window.windowTitle() == texts("product-name")


@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_missing_in_english_either(name, visit, window, texts):
    texts.speak("en")
    assert visit(name).isVisibleTo(window)
