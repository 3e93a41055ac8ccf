"""Every kind of question by itself, over views that no form has to be made for."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from intake.forms import AnswerState, ChoiceView, QuestionView
from ui.questions import KINDS, NoteCard
from ui.widgets.question_card import QuestionCard

VIEWS = {
    "one": QuestionView("q", "one", "누구입니까?", choices=(ChoiceView("A", "가"), ChoiceView("B", "나"))),
    "many": QuestionView("q", "many", "무엇입니까?", choices=(ChoiceView("A", "가"), ChoiceView("B", "나"))),
    "long": QuestionView("q", "one", "어디입니까?", appearance="minimal", choices=tuple(ChoiceView(str(n), f"곳 {n}") for n in range(18))),
    "trigger": QuestionView("q", "trigger", "확인했습니까?"),
    "date": QuestionView("q", "date", "언제입니까?"),
    "about": QuestionView("q", "text", "언제쯤입니까?", appearance="ieum-date"),
    "multiline": QuestionView("q", "text", "말씀", appearance="multiline"),
    "int": QuestionView("q", "int", "몇입니까?"),
    "text": QuestionView("q", "text", "무엇"),
    "time": QuestionView("q", "time", "몇 시"),
}  # fmt: skip


@pytest.fixture
def make(qtbot, app, texts):
    def make(view):
        kind = next(kind for kind in KINDS if kind.fits(view))
        card = kind(view, texts, view.label)
        qtbot.addWidget(card)
        card.show()
        return card

    return make


@pytest.mark.parametrize("name", VIEWS)
def test_every_kind_can_be_left_unknown_and_declined_and_taken_back(name, make):
    card, said = make(VIEWS[name]), []
    card.stood.connect(lambda _path, state: said.append(state))
    for state, button in card._asides.items():
        button.click()
        assert said[-1] == state.value
        card.show_view(dataclasses.replace(VIEWS[name], state=state))
        assert button.isChecked()
    assert said == ["UNK", "DECLINED"]


@pytest.mark.parametrize("name", VIEWS)
def test_every_kind_shows_a_violation_gently_and_lets_it_go(name, make, texts):
    card = make(dataclasses.replace(VIEWS[name], violation=""))
    assert card._violation.text() == texts("casework-violation")
    card.show_view(VIEWS[name])
    assert not card._violation.isVisibleTo(card)


def test_what_may_not_be_declined_offers_only_not_known(make):
    card = make(dataclasses.replace(VIEWS["one"], declined_allowed=False))
    assert list(card._asides) == [AnswerState.UNK]


def test_a_long_list_opens_chooses_and_folds(make, qtbot):
    card, said = make(VIEWS["long"]), []
    card.answered.connect(lambda _path, value: said.append(value))
    assert not card._choices.isVisibleTo(card)
    card.fold.click()
    assert card._choices.isVisibleTo(card)
    card._choices._on_press("11")
    assert said == ["11"]
    assert not card._choices.isVisibleTo(card)
    card.show_view(dataclasses.replace(VIEWS["long"], value="11", codes=("11",)))
    assert "곳 11" in card.fold.text()


def test_something_to_confirm_is_one_button(make):
    card, said = make(VIEWS["trigger"]), []
    card.answered.connect(lambda _path, value: said.append(value))
    card._choices._on_press("OK")
    assert said == ["OK"]
    card.show_view(dataclasses.replace(VIEWS["trigger"], value=True))
    assert card._choices.values == ("OK",)


def test_choices_that_change_are_drawn_anew(make):
    card = make(VIEWS["one"])
    before = card._choices
    card.show_view(VIEWS["one"])
    assert card._choices is before
    card.show_view(dataclasses.replace(VIEWS["one"], choices=(ChoiceView("C", "다"),)))
    assert card._choices is not before


def test_only_words_that_changed_are_said_when_a_field_is_left(make, qtbot):
    card, said = make(VIEWS["text"]), []
    card.settled.connect(said.append)
    card.editor.rested.emit()
    assert said == []
    card.editor.setText("말")
    card.editor.flush()
    card.editor.rested.emit()
    card.editor.rested.emit()
    assert said == ["q"]


def test_zero_takes_words_back_where_digits_are_words(make, qtbot):
    card, drafted = make(VIEWS["text"]), []
    card.drafted.connect(lambda _path, text: drafted.append(text))
    card.show_view(dataclasses.replace(VIEWS["text"], value="말"))
    qtbot.keyClick(card.editor, Qt.Key.Key_0)
    assert card.editor.text() == "말0"
    qtbot.keyClick(card.editor, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert card.editor.text() == ""
    assert drafted[-1] == ""


def test_an_answer_that_may_not_be_written_cannot_be_typed(make):
    card = make(dataclasses.replace(VIEWS["text"], readonly=True, value="정해짐"))
    assert card.editor.isReadOnly()
    assert not any(button.isEnabled() for button in card._asides.values())


def test_a_reminder_takes_no_focus(make):
    card = make(QuestionView("q", "note", "19세 미만입니다."))
    assert isinstance(card, NoteCard)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_row_of_words_shows_its_name_to_who_does_not_see_it(make):
    card = make(VIEWS["one"])
    assert isinstance(card, QuestionCard)
    assert card._choices.button("A").accessibleName() == "누구입니까?: 가"
