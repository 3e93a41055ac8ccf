"""The tab of investigation and trial: a step follows from what was chosen."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk.views.trial import CourtNote
from tests.ui.walking import focusables, name_of, tab_walk
from ui.screens.case.trial.asking import months_of
from ui.widgets import Button
from ui.widgets.field import Field
from ui.widgets.form_sheet import FormSheet


@pytest.fixture
def suspect(desk, case):
    return desk.records.add("suspect", case, {"name": "김○○"})


@pytest.fixture
def trial(desk, case, suspect):
    return desk.trials.begin(case, suspect, "2099고합7", {"court": "수원지방법원 안양지원", "division": "제1형사부"})  # fmt: skip


@pytest.fixture
def tab(at, case, trial):
    return at("case", case=case, tab="trial").own["trial"]


def press(page, *words):
    found = [b for b in page.findChildren(Button) if b.isVisibleTo(page) and all(w in b.accessibleName() for w in words)]  # fmt: skip
    found[0].click()


def sheet(window):
    return [one for one in window.findChildren(FormSheet) if one.isVisible()][-1]


def shown(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_without_a_suspect_one_sentence_says_where_to_begin(at, case, texts):
    page = at("case", case=case, tab="trial").own["trial"]
    assert texts("trial-no-suspects") in shown(page)


def test_a_sentence_is_noted_with_its_years(tab, desk, case, window, settle, texts):
    press(tab, texts("trial-step"))
    one = sheet(window)
    kinds = one._first
    assert not any(name in _visible(one) for name in (texts("trial-time"), texts("trial-party")))  # fmt: skip
    kinds._on_press("SENTENCED")
    assert texts("trial-time") in _visible(one)
    assert texts("trial-at") not in _visible(one)
    by_name = {f.line.accessibleName(): f for f in one.findChildren(Field)}
    by_name[texts("trial-time")].set_text("7년")
    by_name[texts("trial-day")].set_text("2026-11-20")
    one.save.click()
    settle()
    (suspect,) = desk.trials.of_case(case)
    assert suspect.trials[0].sentence_months == 84
    assert suspect.trials[0].appeal_until == "2026-11-27"
    assert texts("trial-sentence", time="7년") in shown(tab)


def _visible(one):
    return [name_of(widget) for widget in focusables(one)]


def test_a_number_is_added_and_an_unusual_one_is_only_remarked(tab, desk, case, window, settle, texts):  # fmt: skip
    press(tab, texts("trial-begin"))
    sheet(window).findChildren(Field)[0].set_text("모름 7")
    sheet(window).save.click()
    settle()
    assert len(desk.trials.of_case(case)[0].trials) == 2
    assert texts("trial-number-unusual") in shown(tab)


def test_the_victim_was_told_and_a_step_is_taken_back(at, desk, case, trial, settle, texts):  # fmt: skip
    desk.trials.record(trial, CourtNote("INDICTED", "2026-10-01"))
    tab = at("case", case=case, tab="trial").own["trial"]
    assert texts("trial-untold", count=1) in shown(tab)
    press(tab, texts("trial-tell"))
    settle()
    assert desk.trials.of_case(case)[0].trials[0].untold == 0
    press(tab, texts("trial-take-back"))
    settle()
    assert desk.trials.of_case(case)[0].trials[0].events == ()
    assert desk.trials.of_case(case)[0].stage == "UNCONFIRMED"


@pytest.mark.parametrize(
    ("text", "months"),
    [("7년", 84), ("1년 6개월", 18), ("1년 6월", 18), ("84개월", 84), ("84", 84), ("2 years", 24), ("", 0), ("모름", 0)],
)  # fmt: skip
def test_lengths_of_time_are_read_as_people_write_them(text, months):
    assert months_of(text) == months


def test_everything_is_named_once_and_reached_by_tab(at, desk, case, trial, window):
    for kind in ("REPORTED", "HEARING", "HEARING", "SENTENCED"):
        desk.trials.record(trial, CourtNote(kind, "2026-10-01", months=12))
    page = at("case", case=case, tab="trial").own["trial"]
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()


def test_a_trial_leads_to_the_pack_of_everybody_he_harmed(tab, desk, suspect, window, settle, texts):  # fmt: skip
    press(tab, texts("trial-pack"))
    settle()
    assert window.place.screen == "papers"
    assert dict(window.place.facts) == {"kind": "PACK", "about_kind": "PROFILE", "about": desk.profiles.of_suspect(suspect), "court": "수원지방법원 안양지원", "case_number": "2099고합7"}  # fmt: skip
