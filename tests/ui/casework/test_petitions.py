"""The card of petitions in a case: one next step, a no as calm as a yes, nobody asked unknowingly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from tests.desks_at_hand import planted
from tests.ui.walking import focusables, name_of, tab_walk
from ui.widgets import Button, Pill
from ui.widgets.field import Field
from ui.widgets.form_sheet import FormSheet

COURT, NUMBER, OTHER = "수원지방법원 안양지원", "2099고합7", "서울고등법원"


@pytest.fixture
def trial(desk, case):
    suspect = desk.records.add("suspect", case, {"name": "김○○"})
    return desk.trials.begin(case, suspect, NUMBER, {"court": COURT})


class Card:
    """The card of one case, and the hands of who sits before it."""

    def __init__(self, case, window, desk, settle, texts):
        self.case, self.window, self.desk = case, window, desk
        self.settle, self.texts = settle, texts

    @property
    def widget(self):
        return self.window.screen_.own["trial"].petitions

    @property
    def line(self):
        return self.desk.petitions.of_case(self.case)[0]

    def buttons(self):
        return [one for one in self.widget.findChildren(Button) if one.isVisibleTo(self.widget)]  # fmt: skip

    def press(self, text_id):
        words = self.texts(text_id)
        (found,) = [one for one in self.buttons() if one.accessibleName().startswith(words)]  # fmt: skip
        found.click()
        self.settle()

    def sheet(self):
        return [one for one in self.window.findChildren(FormSheet) if one.isVisible()][-1]  # fmt: skip

    def field(self, text_id):
        return fields(self.sheet())[self.texts(text_id)]

    def choose(self, code):
        self.sheet()._first.button(code).click()

    def save(self):
        self.sheet().save.click()
        self.settle()

    def shows(self, text_id, **facts):
        return self.texts(text_id, **facts) in shown(self.widget)


def fields(one):
    return {f.line.accessibleName(): f for f in one.findChildren(Field) if f.isVisible()}  # fmt: skip


def shown(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))  # fmt: skip


@pytest.fixture
def card(at, trial, window, desk, settle, texts):
    case = desk._rooms.record("trial", trial)["case"]
    at("case", case=case, tab="trial")
    return Card(case, window, desk, settle, texts)


@pytest.fixture
def asked(card, at):
    """She was asked for the court of the trial; its id."""
    made = card.desk.petitions.ask(card.case, COURT, NUMBER)
    at("case", case=card.case, tab="trial")
    return made


@pytest.fixture
def brought(card, asked, at):
    """Her sheet lies here."""
    card.desk.petitions.received(asked, 1)
    at("case", case=card.case, tab="trial")
    return asked


@pytest.fixture
def heard(session):
    """What was asked and told in passing."""
    heard = {"questions": [], "toasts": []}
    session.asked.connect(heard["questions"].append)
    session.told.connect(lambda toast: heard["toasts"].append(toast.text))
    return heard


def test_from_asking_to_the_court_there_is_one_next_step(card, texts):
    planted(card.desk, "evidence", card.case, {"kind": "PAPER", "title": "스캔", "sexual": False})  # fmt: skip
    assert card.shows("petition-none")
    card.press("petition-ask")
    card.save()  # the one court of the records was chosen already
    assert (card.line.state, card.line.court, card.line.case_number) == ("ASKED", COURT, NUMBER)  # fmt: skip
    card.press("petition-answer")
    card.choose("AGREED")
    card.save()
    assert card.line.state == "AGREED"
    card.press("petition-receive")
    card.field("petition-sheets").set_text("2")
    card.sheet().findChild(QComboBox).setCurrentIndex(1)
    card.save()
    assert (card.line.state, card.line.sheets, bool(card.line.evidence)) == ("RECEIVED", 2, True)  # fmt: skip
    assert card.shows("petition-has-copy")
    card.press("petition-file")
    card.save()  # today
    assert (card.line.state, card.line.filed_on) == ("FILED", "2026-11-25")
    steps = [texts(f"petition-{one}") for one in ("answer", "receive", "file")]
    assert not any(one.text() in steps for one in card.buttons())


def test_a_no_has_no_next_step_no_reason_and_the_tone_of_a_yes(card, asked, texts):
    tone = card.widget.findChild(Pill).property("pill")
    card.press("petition-answer")
    card.choose("AGREED")
    assert texts("petition-remark") in fields(card.sheet())
    card.choose("DECLINED")
    assert fields(card.sheet()) == {}
    assert texts("petition-way") not in shown(card.sheet())
    card.save()
    assert card.line.state == "DECLINED"
    assert [one.property("pill") for one in card.widget.findChildren(Pill) if one.isVisibleTo(card.widget)] == [tone]  # fmt: skip
    assert [one.text().strip() for one in card.buttons()] == [texts("petition-print"), texts("petition-ask"), ""]  # fmt: skip


def test_a_step_is_taken_back_with_one_press(card, asked, window, texts):
    card.press("petition-answer")
    card.choose("DECLINED")
    card.save()
    (undo,) = [one for one in window.findChildren(Button) if one.text() == texts("support-undo") and one.isVisible()]  # fmt: skip
    undo.click()
    card.settle()
    assert card.line.state == "ASKED"


def test_what_was_noted_by_mistake_goes_with_one_press_and_may_be_noted_again(card, asked):  # fmt: skip
    card.press("petition-remove")
    assert card.shows("petition-none")
    card.press("petition-ask")
    card.save()
    assert (card.line.id, card.line.state) == (asked, "ASKED")


def test_no_sentence_of_the_card_asks_why(card, asked):
    card.press("petition-answer")
    for word in ("왜", "이유", "사유"):
        assert word not in shown(card.widget) + shown(card.sheet())


def test_what_is_filed_may_be_taken_back(card, brought, at, texts):
    card.desk.petitions.filed(brought)
    at("case", case=card.case, tab="trial")
    card.press("petition-change")
    assert texts("petition-take-back-filed") in shown(card.sheet())
    card.save()
    assert card.line.state == "WITHDRAWN"


def test_asking_twice_says_on_which_day_and_goes_on_only_knowingly(card, asked, heard, at, texts):  # fmt: skip
    card.desk.petitions.said(asked, "DECLINED")
    at("case", case=card.case, tab="trial")
    card.press("petition-ask")
    assert COURT not in [one.text() for one in card.sheet().findChildren(Button)]  # not offered  # fmt: skip
    card.field("petition-court").set_text(f" {COURT}")
    card.save()
    (question,) = heard["questions"]
    assert texts("petition-asked-before", day="2026년 11월 25일") in question.body
    assert card.line.state == "DECLINED"
    question.act()
    card.settle()
    assert card.line.state == "ASKED"
    assert len(heard["questions"]) == 1


def test_who_writes_already_is_not_asked_again(card, asked, heard, at, texts):
    card.desk.petitions.said(asked, "AGREED")
    at("case", case=card.case, tab="trial")
    card.press("petition-ask")
    card.field("petition-court").set_text(COURT)
    card.save()
    assert heard["toasts"][-1] == texts("petition-writes-already")
    assert (card.line.state, heard["questions"]) == ("AGREED", [])


def test_another_court_is_typed_and_an_empty_one_is_asked_for(card, texts):
    card.press("petition-ask")
    assert fields(card.sheet()) == {}
    card.choose("other")
    card.save()
    assert texts("petition-no-court") in shown(card.sheet())
    card.field("petition-court").set_text(OTHER)
    card.save()
    assert card.line.court == OTHER


@pytest.mark.parametrize("typed", ["", "0", "두 장", "1000"])
def test_what_is_no_number_of_sheets_stays_to_be_mended(card, asked, at, typed):
    card.desk.petitions.said(asked, "AGREED")
    at("case", case=card.case, tab="trial")
    card.press("petition-receive")
    card.field("petition-sheets").set_text(typed)
    card.save()
    assert card.texts("petition-no-sheets") in shown(card.sheet())
    assert card.line.state == "AGREED"


def test_a_day_to_come_is_no_day_of_filing(card, brought, texts):
    card.press("petition-file")
    card.field("petition-filed-on").set_text("2026-12-24")
    card.save()
    assert texts("petition-day-ahead") in shown(card.sheet())
    card.field("petition-filed-on").set_text("어제")
    card.save()
    assert card.line.filed_on == "2026-11-24"


def test_no_picture_of_her_is_offered_as_a_copy(card, asked, at):
    card.desk.petitions.said(asked, "AGREED")
    for title, sexual in (("스캔", False), ("가려야 할 것", True)):
        planted(card.desk, "evidence", card.case, {"kind": "IMAGE", "title": title, "sexual": sexual})  # fmt: skip
    at("case", case=card.case, tab="trial")
    card.press("petition-receive")
    combo = card.sheet().findChild(QComboBox)
    offered = " ".join(combo.itemText(at) for at in range(combo.count()))
    assert ("스캔" in offered, "가려야" in offered) == (True, False)


def test_nothing_of_one_person_stands_beside_another(card, asked, at):
    other = card.desk.cases.begin("VISIT", "두리")
    card.widget._tab.arrive(other)
    assert card.widget.isHidden()
    card.settle()
    assert card.shows("petition-none")
    assert COURT not in shown(card.widget)


def test_the_frame_is_made_on_the_page_of_papers(card, asked, window):
    card.press("petition-print")
    assert window.place.screen == "papers"
    assert dict(window.place.facts) == {"kind": "PETITION", "about_kind": "CASE", "about": card.case, "court": COURT, "case_number": NUMBER}  # fmt: skip
    assert window.screen_.choice.code == "PETITION"


def test_the_keys_are_enough(card, window, texts):
    card.widget.ask.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.widget.ask, Qt.Key.Key_Space)
    QTest.keyClick(card.sheet().save, Qt.Key.Key_Space)
    card.settle()
    (answer,) = [one for one in card.buttons() if one.text() == texts("petition-answer")]  # fmt: skip
    QTest.keyClick(answer, Qt.Key.Key_Space)
    QTest.keyClick(card.sheet()._first.button("DECLINED"), Qt.Key.Key_Space)
    QTest.keyClick(card.sheet().save, Qt.Key.Key_Space)
    card.settle()
    assert card.line.state == "DECLINED"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    card.settle()
    assert card.line.state == "ASKED"


@pytest.fixture
def crowded(card, asked, at):
    """Several courts, two of them called the same."""
    card.desk.petitions.said(asked, "AGREED")
    for court in (OTHER, "대법원"):
        card.desk.petitions.ask(card.case, court)
    planted(card.desk, "petition", card.case, {"court": COURT, "case_number": NUMBER, "state": "ASKED"})  # fmt: skip
    return at("case", case=card.case, tab="trial").own["trial"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_once_and_reached_by_tab(crowded, card, window, session, language):  # fmt: skip
    session.texts.speak(language)
    card.desk.settings.set("language", language)
    crowded.arrive(card.case)
    card.settle()
    named = [name_of(widget) for widget in focusables(crowded)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(crowded)) - set(tab_walk(window, crowded))
    assert {name_of(widget) for widget in missed} == set()
