"""The end of a case (종결): what is still open is named first; a closed case may be opened again."""

from typing import TYPE_CHECKING

from ui.screens.case.support.doing import Doing
from ui.widgets import Button, Card, row, words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import Said

if TYPE_CHECKING:
    from intake.desk.views.support import OpenEndsView


class EndCard(Card):
    """Closes a case, and opens it again."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        self.close_ = Button(says("support-end"), icon="archive").on(self._on_close)
        self.reopen = Button(says("support-reopen"), icon="archive-restore").on(self._on_reopen)  # fmt: skip
        self._text = words("", "muted")
        line = row(gap=12)
        line.addWidget(self._text, 1)
        line.addWidget(self.close_)
        line.addWidget(self.reopen)
        super().__init__(words(says("support-end-title"), "heading"), line, gap=10)
        self._doing, self._case = doing, ""
        self._ends: OpenEndsView | None = None

    def show_ends(self, case: str, ends: "OpenEndsView") -> None:
        """Show whether it is closed, and what is open."""
        self._case, self._ends, says = case, ends, self._doing.texts
        closed = bool(ends.closed_on)
        if closed:
            self._text.setText(says("support-ended", day=says.day(ends.closed_on), reason=ends.close_reason))  # fmt: skip
        else:
            self._text.setText(self._open_words())
        self.close_.setVisible(not closed)
        self.reopen.setVisible(closed)

    def _open_words(self) -> str:
        says, ends = self._doing.texts, self._ends
        if ends is None or not ends.count:
            return says("support-nothing-open")
        parts = []
        if ends.lines:
            parts.append(says("support-open-lines", names=", ".join(ends.lines)))
        for count, text_id in ((ends.referrals, "support-open-referrals"), (ends.tasks, "support-open-tasks"), (ends.interviews, "support-open-interviews")):  # fmt: skip
            if count:
                parts.append(says(text_id, count=count))
        return says("support-still-open", what=" · ".join(parts))

    def _on_close(self) -> None:
        says, case = self._doing.texts, self._case
        together = bool(self._ends and self._ends.count)

        def keep(told: Said) -> None:
            self._doing.do(
                lambda desk: desk.plans.close_case(case, told["reason"], together),
                says("support-ended-now"),
            )

        sheet = self._doing.sheet("support-end", keep)
        hint = says("support-end-together") if together else says("support-end-hint")
        sheet.put(words(f"{self._open_words()} {hint}", "muted"))
        sheet.choices("reason", says("support-end-reason"), code_choices(says.language, "case_close"), needed=True)  # fmt: skip
        sheet.ask()

    def _on_reopen(self) -> None:
        case, said = self._case, self._doing.texts("support-reopened")
        self._doing.do(lambda desk: desk.plans.reopen_case(case), said)
