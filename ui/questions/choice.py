"""Choices: one of them or several, by digit, by arrow or by click.

* 1 to 7 choose, 0 clears; a choice pressed again in a question with one answer stays.
* A long list (``minimal``) is folded to what is chosen.
* Choices that change with an answer before are drawn anew; the others stay where they are.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake.forms import QuestionView
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.choice import Choices
from ui.widgets.choice_columns import LEAST, columns_for
from ui.widgets.question_card import QuestionCard

_DONE = "OK"  # what a form writes where something only has to be confirmed


class ChoiceCard(QuestionCard):
    """Buttons with digits."""

    digits_are_words = False

    @classmethod
    def fits(cls, view: QuestionView) -> bool:
        """Whether this is its kind of question."""
        asked = view.kind in {"one", "many", "rank", "trigger"}
        return asked and view.appearance != "minimal"

    @override
    def make_editor(self) -> QWidget:
        self._holder = QWidget()
        box = QVBoxLayout(self._holder)
        box.setContentsMargins(0, 0, 0, 0)
        self._choices: Choices | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        return self._holder

    @override
    def show_value(self, view: QuestionView) -> None:
        offered = tuple((one.value, one.label) for one in view.choices)
        if view.kind == "trigger":
            offered = ((_DONE, self.texts("casework-confirmed")),)
        if offered != self._offered or self._choices is None:
            self._offer(offered)
        if self._choices is not None:
            done = (_DONE,) if view.kind == "trigger" and view.value else ()
            self._choices.choose(*(view.codes or done))
            self._choices.setEnabled(not view.readonly)

    @override
    def focus_first(self) -> None:
        if self._choices is not None and self._offered:
            self._choices.focus_first()

    @override
    def take_back(self) -> None:
        if self._choices is not None:
            self._choices.choose()
        super().take_back()

    def _offer(self, offered: tuple[tuple[str, str], ...]) -> None:
        here = QApplication.focusWidget()
        had_focus = here is not None and self._holder.isAncestorOf(here)
        if self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
        self._offered = offered
        many = self.view.kind in {"many", "rank"}
        columns = columns_for((label for _value, label in offered), self.label)
        made = Choices(offered, self.name, several=many, columns=columns)
        _spread(made, len(offered), columns)
        made.chosen.connect(self._on_chosen)
        for value, _label in offered:
            made.button(value).installEventFilter(self)
        layout = self._holder.layout()
        assert layout is not None  # noqa: S101 - given above
        layout.addWidget(made)
        self._choices = made
        if had_focus:
            self.focus_first()

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        single = self.view.kind in {"one", "trigger"}
        value = next(iter(values), None) if single else values
        self.answered.emit(self.path, value or None)


class LongChoiceCard(ChoiceCard):
    """One answer out of a long list: folded to what is chosen, until it is opened."""

    @classmethod
    @override
    def fits(cls, view: QuestionView) -> bool:
        return view.kind == "one" and view.appearance == "minimal"

    @override
    def make_editor(self) -> QWidget:
        holder = super().make_editor()
        self.fold = Button("", icon="chevron-down")
        self.fold.on(self._on_fold)
        self.fold.installEventFilter(self)
        self._holder.hide()
        whole = QWidget()
        whole.setLayout(column(row(self.fold, None), holder))
        return whole

    @override
    def show_value(self, view: QuestionView) -> None:
        super().show_value(view)
        labels = {one.value: one.label for one in view.choices}
        said = labels.get(str(view.value), self.texts("casework-choose"))
        self.fold.setText(said)
        self.fold.setAccessibleName(
            f"{self.name}: {said}, {self.texts('casework-open')}"
        )
        self.fold.setEnabled(not view.readonly)

    @override
    def focus_first(self) -> None:
        self.fold.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_fold(self) -> None:
        self._holder.setVisible(self._holder.isHidden())
        if not self._holder.isHidden():
            super().focus_first()

    @override
    def _on_chosen(self, values: tuple[str, ...]) -> None:
        super()._on_chosen(values)
        self.focus_first()
        self._holder.hide()


def _spread(choices: Choices, count: int, columns: int) -> None:
    """Let many choices share the width evenly, and few stand together on the left."""
    grid = choices.layout()
    assert isinstance(grid, QGridLayout)  # noqa: S101 - the widget made it so
    for value_column in range(columns):
        grid.setColumnStretch(value_column, 1 if count > columns else 0)
        grid.setColumnMinimumWidth(value_column, LEAST)
    if count <= columns:
        grid.setColumnStretch(columns, 1)
