"""One posting: where it is, what was done about it, what stands beside it (상세)."""

from collections.abc import Callable, Sequence
from typing import Protocol

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.desk.views.deleting import ActionLine, PostingLine
from intake.text import Texts
from ui.tables.posting_table import shown_url, tone_of
from ui.widgets import (  # fmt: skip
    Button,
    Card,
    Choices,
    Pill,
    column,
    row,
    rule,
    words,
)
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import read_date
from ui.widgets.tall_sheet import TallSheet, empty_box

_WHOLE_DAY = len("2026-11-25")
Said = dict[str, str | int | bool | None]


class Doing(Protocol):
    """What a person can do with a posting."""

    def change(self, said: Said) -> None:
        """Change what is known of it."""

    def leaks(self, codes: Sequence[str]) -> None:
        """Say what personal details stand beside it."""

    def repost(self, url: str, then: Callable[[], None]) -> None:
        """Note another address where it was uploaded again."""


class DetailsSheet(TallSheet):
    """Every change is kept at once; the history is below."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        line: PostingLine,
        doing: Doing,
        look: Callable[[PostingLine], None],
    ) -> None:
        """Show ``line``; ``look`` opens another posting of the same chain."""
        self.shut = Button(texts("shell-close"), "primary").on(self.close_sheet)
        super().__init__(parent, texts("postings-details"), self.shut)
        self._texts, self._doing, self._look = texts, doing, look
        self.line = line
        self._make_fields()
        self._history, self._chain = QVBoxLayout(), QVBoxLayout()
        for box in (self._history, self._chain):
            box.setSpacing(8)
        self._url = words(line.url, "strong", selectable=True)
        self._state = Pill(line.result_text, tone_of(line.result))
        self.put(
            column(
                self._url,
                row(self._state, words(self._facts(), "small"), gap=10),
                gap=6,
            ),
            self._chain,
            words(texts("postings-history"), "strong"),
            self._history,
            rule(),
            self._repost_row(),
            rule(),
            self._edit_row(),
            flowing(self.stopped, self.police, gap=8),
            column(words(texts("postings-leaks"), "strong"), self.leaks, gap=6),
        )

    def show_history(
        self, actions: Sequence[ActionLine], chain: Sequence[PostingLine] = ()
    ) -> None:
        """Show what was done, newest first, and where else it came from or went."""
        empty_box(self._history)
        for action in actions:
            self._history.addWidget(self._action(action))
        if not actions:
            none = words(self._texts("postings-history-none"), "muted")
            self._history.addWidget(none)
        empty_box(self._chain)
        for other in chain:
            self._chain.addWidget(self._link(other))
        self.place()

    # --- building --------------------------------------------------------------------------

    def _make_fields(self) -> None:
        says, line = self._texts, self.line
        self.platform = Combo(says("postings-column-platform"))
        for code, label in code_choices(says.language, "platform", "platform_extra_unsourced"):  # fmt: skip
            self.platform.addItem(label, code)
        self.platform.setCurrentIndex(self.platform.findData(line.platform))
        self.platform.activated.connect(lambda _at: self._doing.change({"platform": str(self.platform.currentData())}))  # fmt: skip
        self.next = Field(says("postings-column-next-check"), placeholder=says("postings-day-example"))  # fmt: skip
        self.next.set_text(says.day(line.next_check) if line.next_check else "")
        self.next.line.editingFinished.connect(self._on_next)
        self._next_said = self.next.text()
        self.stopped = self._tick("postings-check-stop", line.check_stopped, "check_stopped")  # fmt: skip
        self.police = self._tick("postings-police-too", line.police_too, "police_too")
        offered = code_choices(says.language, "pii_leaked")
        self.leaks = Choices(offered, says("postings-leaks"), several=True, columns=3, digits=False)  # fmt: skip
        self.leaks.choose(*line.leaks)
        self.leaks.chosen.connect(self._doing.leaks)

    def _tick(self, text_id: str, value: object, name: str) -> Button:
        tick = Button(self._texts(text_id), "chip")
        tick.setCheckable(True)
        tick.setChecked(bool(value))
        return tick.on(lambda: self._doing.change({name: tick.isChecked()}))

    def _repost_row(self) -> QWidget:
        says, holder = self._texts, QWidget()
        self.again = Field(says("postings-repost"), says("postings-repost-help"))
        self.again_add = Button(says("postings-repost-add"), icon="plus")
        self.again_add.on(self._on_repost)
        self.again.submitted.connect(self._on_repost)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.again)
        box.addLayout(row(None, self.again_add))
        return holder

    def _edit_row(self) -> QWidget:
        title = words(self._texts("postings-column-platform"), "strong")
        holder = QWidget()
        box = row(gap=16)
        box.addLayout(column(title, self.platform, None, gap=6), 1)
        box.addWidget(self.next, 1)
        holder.setLayout(box)
        return holder

    def _facts(self) -> str:
        says, line = self._texts, self.line
        said = [
            says("postings-found-on", day=says.day(line.found_on))
            if line.found_on
            else "",
            says("postings-requests-count", count=line.requests)
            if line.requests
            else "",
            says("postings-restored-count", count=line.restored)
            if line.restored
            else "",
            line.title,
        ]
        return " · ".join(filter(None, said))

    def _action(self, action: ActionLine) -> QWidget:
        says, holder = self._texts, QWidget()
        day = says.day(action.done_on) if action.done_on else ""
        facts = (action.counselor, action.channel_text, action.addressee, action.number)
        lines = column(
            row(
                words(action.kind_text, "strong", wrap=False),
                words(action.result_text, wrap=False),
                None,
                words(day, "small", wrap=False),
            ),
            words(" · ".join(filter(None, facts)), "small"),
            gap=2,
        )
        if action.remark:
            lines.addWidget(words(action.remark, "muted"))
        holder.setLayout(lines)
        return holder

    def _link(self, other: PostingLine) -> QWidget:
        says = self._texts
        text_id = "postings-comes-from" if other.id == self.line.parent else "postings-went-to"  # fmt: skip
        url = shown_url(other.url)
        open_ = Button(says("case-open"), name=says("postings-open-name", url=url))
        open_.on(self.close_sheet).on(lambda: self._look(other))
        card = Card(ground="soft")
        card.body.setContentsMargins(12, 6, 8, 6)
        line = row(gap=8)
        line.addLayout(column(words(says(text_id), "small"), words(url), gap=0), 1)
        line.addWidget(open_)
        return card.add(line)

    # --- what the person does ----------------------------------------------------------------

    def _on_next(self) -> None:
        text = self.next.text()
        if text == self._next_said:
            return
        day = read_date(text, local(wall_ms()).date(), ahead=True) if text else ""
        if day is None or (day and len(day) != _WHOLE_DAY):
            self.next.line.setProperty("wrong", "true")
            self.next.set_text(self._next_said)
            return
        self._next_said = self._texts.day(day) if day else ""
        self.next.set_text(self._next_said)
        self._doing.change({"next_check": day or None})

    def _on_repost(self) -> None:
        if self.again.text():
            self._doing.repost(self.again.text(), self._on_reposted)

    def _on_reposted(self) -> None:
        if shiboken6.isValid(self):  # it may have been closed meanwhile
            self.close_sheet()
