"""The yearly tables are saved from the page of what leaves."""

import pytest

from tests.ui.real_desks import check_reachable


@pytest.fixture
def page(real, visit_desk):
    return visit_desk(real, "settings", section="exports")


@pytest.fixture
def years(page):
    return page.sections["exports"].years


@pytest.fixture
def place(tmp_path, monkeypatch):
    place = tmp_path / "years"
    monkeypatch.setattr("ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_: (str(place), ""))  # fmt: skip
    return place


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_years_that_were_asked_for_are_saved_in_the_chosen_form(years, real, rest, place, form):  # fmt: skip
    years.first.set_text("2024")
    years.last.set_text("2025")
    years.form.button(form).click()
    years.save.click()
    rest()
    assert place.read_bytes() == real.yearbook.file(2024, 2025, form).data


def test_what_is_no_year_cannot_be_saved_and_years_the_wrong_way_are_a_sentence(years, rest, place):  # fmt: skip
    years.first.set_text("곧")
    assert not years.save.isEnabled()
    years.first.set_text("2025")
    years.last.set_text("2023")
    years.save.click()
    rest()
    assert years._error.isVisibleTo(years)
    assert not place.exists()
    assert years.save.isEnabled()


def test_the_tab_key_comes_to_everything(page, window):
    check_reachable(window, page.centre)
