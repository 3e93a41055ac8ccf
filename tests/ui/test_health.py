"""The doctor in the window: at the gate, over the lock screen, and among the settings."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk.doctor_states import finding
from intake.errors import DamagedKeyFile
from tests.ui.walking import name_of, tab_walk
from ui import health
from ui.app import Program, Start
from ui.health import HealthPanel, finding_line, told_of_glance
from ui.screens.unlock import Unlock
from ui.sections.doctor import DoctorSection
from ui.widgets.tall_sheet import TallSheet

READ_ONLY = finding("home", "readonly")
NO_KEYRING = finding("keyring", "silent")
NO_HANGUL = finding("input", "none")
WRONG_CLOCK = finding("clock", "behind", days=400)


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def program(qtbot, app, session, tmp_path):
    program = Program(app, Start(tmp_path), session)
    program.window._leave_program = lambda again: None
    qtbot.addWidget(program.window, before_close_func=lambda _w: session.leave())
    program.window.show()
    yield program
    app.removeEventFilter(program.away)
    app.styleHints().colorSchemeChanged.disconnect(program._on_scheme)


@pytest.mark.parametrize("one", [READ_ONLY, NO_KEYRING, NO_HANGUL, WRONG_CLOCK])
def test_what_stands_in_the_way_is_said_before_anybody_types(
    program, door, settle, texts, one
):
    door.findings = [finding("disk", "fine", free=1), one]
    program._on_safe_said(False)
    settle()
    card = program.window.notices.card
    assert texts(one.text_id, **one.facts) in said(card)
    assert texts(f"{one.text_id}.remedy", **one.facts) in said(card)
    assert program.window._screens["unlock"].field.isEnabled()


def test_a_vault_that_cannot_even_be_looked_at_still_shows_the_way_to_a_backup(
    program, door, settle, monkeypatch
):
    def damaged(_folder):
        raise DamagedKeyFile

    monkeypatch.setattr(door, "look", damaged)
    door.findings = [finding("vault", "keys")]
    program._on_safe_said(False)
    settle()
    assert "unlock" in program.window._screens
    assert program.window.notices.card is not None


def test_where_all_is_well_the_gate_says_nothing(program, settle):
    program._on_safe_said(False)
    settle()
    assert program.window.notices.card is None


def test_of_many_troubles_the_gate_names_each_and_leaves_the_rest_to_the_doctor(texts):
    found = (READ_ONLY, NO_KEYRING, NO_HANGUL, WRONG_CLOCK)
    told = told_of_glance(found, texts)
    assert told[:4] == [texts(one.text_id, **one.facts) for one in found]
    assert told[4:] == [texts("doctor-gate-more")]


def test_the_doctor_is_reached_from_the_lock_screen(
    qtbot, session, door, settle, window, texts
):
    door.findings = [finding("clock", "fine"), NO_KEYRING]
    gate = Unlock(session)
    gate.setParent(window)
    gate.show()
    gate.doctor.click()
    settle()
    sheet = window.findChild(TallSheet)
    assert texts("doctor-keyring-silent") in said(sheet)
    assert said(sheet).index(texts("doctor-keyring-silent")) < said(sheet).index(
        texts("doctor-clock-fine")
    )  # what is broken comes first
    settle()


def test_the_tab_key_goes_through_the_doctor_before_it_leaves_for_the_page_below(
    window, session, door, settle, texts
):
    door.findings = [NO_KEYRING]
    window.show_gate("unlock")
    settle()
    gate = window._screens["unlock"]
    gate.doctor.click()
    gate.doctor.click()  # in a hurry
    settle()
    (sheet,) = window.findChildren(TallSheet)
    names = [name_of(one) for one in tab_walk(window, sheet)]
    wanted = ("doctor-again", "doctor-save", "doctor-first-aid", "doctor-close")
    assert names[:4] == [texts(one) for one in wanted]
    sheet.close_sheet()
    settle()


def test_what_is_saved_is_what_is_shown(
    session, door, settle, tmp_path, monkeypatch, texts
):
    file = tmp_path / "report.txt"
    monkeypatch.setattr(
        "ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_a: (str(file), "")
    )
    door.findings = [NO_HANGUL]
    panel = HealthPanel(session)
    assert not panel.save.isEnabled()
    panel.look()
    settle()
    panel.save.click()
    settle()
    report = file.read_text("utf-8")
    assert texts("doctor-input-none") in report
    assert "broken input.none" in report.splitlines()


def test_restarting_in_safe_mode_locks_first(qtbot, open_session, settle):
    section = DoctorSection(open_session)
    qtbot.addWidget(section)
    with qtbot.waitSignal(open_session.lock_wanted):
        section.restart.click()
    assert open_session.safe


def test_every_state_has_a_word_beside_its_colour(qtbot, texts):
    for one, word in ((READ_ONLY, "broken"), (finding("clock", "fine"), "ok")):
        line = finding_line(one, texts)
        qtbot.addWidget(line)
        assert texts(f"doctor-state-{word}") in said(line)
    assert set(health._PILLS) == {"ok", "note", "broken"}
