"""In the smallest window that shows everything at once, every word has its place, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from intake.desk.doctor_states import STATES
from intake.desk.views.doctor import DoctorView, Finding
from tests.centers_at_hand import closing
from tests.desks_at_hand import a_desk
from tests.ui.fitting import Strays, misfits
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk
from ui.crash_page import CrashPage
from ui.health import HealthPanel, open_health
from ui.people_pages import people_pages
from ui.sections import sections_of
from ui.widgets import Button

__all__ = ["_cheap_guessing", "rest", "visit_desk"]
FACTS = dict.fromkeys(["codes", "days", "edition", "faults", "files", "free", "held", "kind", "line", "machine", "mistakes", "mode", "newest", "notes", "pages", "parked", "parties", "passphrases", "problems", "recoveries", "release", "serial", "size", "system", "version", "which", "why", "years"], 400)  # fmt: skip
PLACES = ("today", "cases", "consent", "calendar", "people", "notices", "profiles", "graph", "send", "papers", "statistics")  # fmt: skip


@pytest.fixture
def small(window, app):
    """The window as small as it may be before its list becomes a strip."""
    window.resize(1180, 720)
    window.strays = Strays(window)
    app.installEventFilter(window.strays)
    yield window
    app.removeEventFilter(window.strays)


def test_every_page_of_a_workspace_fits(small, tmp_path, visit_desk, texts):
    """In English: its words are the longer ones."""
    texts.speak("en")
    desk = a_desk(tmp_path / "v")
    desk.settings.set("language", "en")
    ways = [(name, {}) for name in PLACES]
    ways += [("settings", {"section": one.name}) for one in sections_of(desk.role)]
    found = {}
    for screen, facts in ways:
        visit_desk(desk, screen, **facts)
        if told := misfits(small):
            found[facts.get("section", screen)] = told
    assert found == {}
    assert small.strays.seen == []
    small._session.leave()
    desk.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_before_the_work_fits(language, small, session, settle, texts):
    texts.speak(language)
    many = "\n".join(f"app/intake/part_{at}.py" for at in range(40))
    altered = {"version": "0.2.0", "folder": "/usr/lib/ieum", "key": "SHA256:" + "a" * 43, "changed": many}  # fmt: skip
    for gate, facts in (("unlock", {}), ("first_run", {}), ("safe", {}), ("altered", altered)):  # fmt: skip
        small.show_gate(gate, **facts)
        settle()
        assert misfits(small) == []
    sheet = open_health(session, small)
    every = tuple(Finding(area, name, state, FACTS) for area, states in STATES.items() for name, state in states.items())  # fmt: skip
    sheet.findChild(HealthPanel)._on_view(DoctorView(0, every))
    settle()
    assert misfits(sheet) == []
    sheet.close_sheet()
    page = CrashPage(session, small, "ValueError\nui/app.py:7 begin", lambda: None)
    page.open_sheet(page.go_on)
    settle()
    assert misfits(page) == []
    page.close_sheet()
    assert small.strays.seen == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_pages_beside_the_candidates_stand_in_one_line(language, small, tmp_path, visit_desk, texts):  # fmt: skip
    texts.speak(language)
    desk = a_desk(tmp_path / "v")
    desk.settings.set("language", language)
    with closing(desk):
        page = visit_desk(desk, "people")
        beside = {says for name, says, _ in people_pages(texts) if name != "opinion"}
        switch = [one for one in page.pane.findChildren(Button) if one.text() in beside]
        assert len(switch) == 4
        assert len({one.y() for one in switch}) == 1
        assert misfits(small) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_list_in_the_settings_scrolls_and_the_page_around_it_does_not(language, small, tmp_path, visit_desk, texts):  # fmt: skip
    texts.speak(language)
    desk = a_desk(tmp_path / "v")
    desk.settings.set("language", language)
    with closing(desk):
        page = visit_desk(desk, "settings", section="licences")
        shown, heights = page.sections["licences"], []
        for size in ((1180, 720), (1440, 900)):
            small.resize(*size)
            QApplication.processEvents()
            assert page._content.verticalScrollBar().maximum() == 0
            heights.append(shown.list.height())
        assert heights[1] - heights[0] >= 180  # it has what there is


def test_the_chosen_page_of_the_settings_stays_in_sight_when_the_window_shrinks(visit, window, settle):  # fmt: skip
    window.resize(1440, 1000)
    visit("settings-about")
    for height in (900, 640, 520):
        window.resize(1180, height)
        settle()
        button = window.screen_._buttons["about"]
        assert button.visibleRegion().boundingRect() == button.rect()


def test_the_paper_that_another_page_asks_for_is_in_sight_in_the_list(small, tmp_path, visit_desk):  # fmt: skip
    desk = a_desk(tmp_path / "v")
    page = visit_desk(desk, "papers", kind="STATISTICS", about_kind="CENTER")
    button = page.pane.kinds["STATISTICS"]
    assert button.isChecked()
    assert button.visibleRegion().boundingRect() == button.rect()
    small._session.leave()
    desk.close()
