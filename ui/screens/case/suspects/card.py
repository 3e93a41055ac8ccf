"""One suspect on one card: who, by which signs, what is known from where."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout

from intake.desk.views.people import JoinedLine, SuspectCard, visible
from ui.screens.case.suspects.add_line import AddLine
from ui.screens.case.suspects.clue_rows import ClueRows, span
from ui.screens.case.suspects.doing import Doing
from ui.screens.case.suspects.editing import edit_clue, edit_suspect, note_seen
from ui.screens.case.suspects.joining import JoinSheet, name_of
from ui.screens.case.suspects.proposing import ProposeSheet
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words

_LABEL = 128


class SuspectBox(Card):
    """Shows one suspect."""

    def __init__(
        self,
        doing: Doing,
        card: SuspectCard,
        at: int,
        others: tuple[SuspectCard, ...],
        *,
        quiet: bool,
    ) -> None:
        """Show ``card``, the ``at``-th of the case; ``others`` are the rest."""
        super().__init__(gap=12)
        self._doing, self._card, self._others, self._quiet = doing, card, others, quiet
        says = doing.texts
        self.called = name_of(says("persons-nameless-at", at=at), card.name)
        self.spoken = f"{self.called} ({at})"  # two may be called the same
        self.body.addLayout(self._head())
        self._facts()
        if card.contradicted:
            self.add(words(says("persons-contradicted"), "small", tone="wait"))
        for place, line in enumerate(card.joined, 1):
            self.add(self._joined(line, f"{at}-{place}"))
        self.add(rule(), words(says("persons-clues"), "strong"))
        if card.clues:
            rows = ClueRows(says, lambda line: edit_clue(doing, line), str(at))
            rows.show_clues(card.clues)
            self.add(rows)
        else:
            self.add(words(says("persons-no-clues"), "muted"))
        self.adding = AddLine(doing, card.case, card.id, self.spoken)
        self.add(self.adding)
        self._seen()

    def _head(self) -> QLayout:
        card = self._card
        name = words(self.called, "heading", wrap=False)
        name.setMinimumWidth(40)
        pills = [Pill(card.stage_label, "info")]
        if card.part_label and card.part_label != card.stage_label:
            pills.append(Pill(card.part_label, "info"))
        head = row(Symbol("user", "muted", 20), name, *pills, None, gap=8)
        acts = row(
            self._button("persons-edit", "pencil", self._on_edit),
            self._button("persons-join-short", "git-merge", self._on_join),
            self._button("persons-seen-short", "eye", self._on_seen),
            self._button("graph-from-suspect", "split", self._on_picture),
            None,
            gap=8,
        )
        return column(head, acts, gap=10)

    def _button(self, text_id: str, icon: str, act: Callable[[], object]) -> Button:
        says = self._doing.texts
        name = says("persons-of", what=says(text_id), name=self.spoken)
        return Button(says(text_id), "quiet", icon=icon, name=name).on(act)

    def _on_picture(self) -> None:
        self._doing.session.go("graph", of=self._card.id)

    def _facts(self) -> None:
        says, said = self._doing.texts, self._card.said
        names = (
            "name",
            "age_words",
            "job",
            "affiliation",
        )  # the nickname is the heading
        told = [(says(f"field-suspect-{n.replace('_', '-')}"), str(said[n])) for n in names if said.get(n)]  # fmt: skip
        told += [(says(f"persons-{n}"), str(said[n])) for n in ("features", "method", "threat", "remark") if said.get(n)]  # fmt: skip
        seen = span(
            says, str(said.get("seen_from") or ""), str(said.get("seen_to") or "")
        )
        told += [(says("persons-seen-when"), seen)] if seen else []
        if not told:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (label, text) in enumerate(told):
            title = words(label, "muted")
            title.setFixedWidth(_LABEL)
            grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(visible(text, 2_000), selectable=True), at, 1)
        self.add(grid)

    def _joined(self, line: JoinedLine, place: str) -> Card:
        says = self._doing.texts
        here = line.case == self._card.case
        name = name_of(says("persons-nameless"), line.name)
        said = "persons-joined-here" if here else "persons-joined-with" if line.name else "persons-joined-nameless"  # fmt: skip
        where = says(said, number=line.number, name=name)
        parts = (line.reason_label, line.decided_by, says.day(line.decided_on) if line.decided_on else "")  # fmt: skip
        button = Button(says("persons-part-again"), name=says("persons-part-name", name=f"{line.number} {name} ({place})"))  # fmt: skip
        button.on(lambda: self._on_part(line))
        about = column(
            words(where), words(" · ".join(p for p in parts if p), "small"), gap=2
        )
        found = row(Symbol("git-merge", "muted", 18), gap=10)
        found.addLayout(about, 1)
        found.addWidget(button)
        return Card(found, ground="soft")

    def _seen(self) -> None:
        says = self._doing.texts
        if not self._card.seen:
            return
        self.add(rule(), words(says("persons-seen"), "strong"))
        for line in self._card.seen:
            by = says("persons-seen-by", who=line.who, time=says.moment(line.ms))
            self.add(
                column(words(visible(line.text, 2_000)), words(by, "small"), gap=2)
            )
        if not self._quiet:  # nobody of another case is found during an interview
            name = says("alike-propose-of", name=self.spoken)
            propose = Button(says("alike-propose"), icon="users", name=name)
            self.add(row(propose.on(self._on_propose), None))

    # --- what the person does -----------------------------------------------------------

    def _on_edit(self) -> None:
        edit_suspect(self._doing, self._card.case, self._card)

    def _on_join(self) -> None:
        sheet = JoinSheet(self._doing, self._card, self._others, quiet=self._quiet)
        sheet.ask()

    def _on_seen(self) -> None:
        note_seen(self._doing, self._card)

    def _on_propose(self) -> None:
        ProposeSheet(self._doing, self._card).ask()

    def _on_part(self, line: JoinedLine) -> None:
        record, said = line.record, self._doing.texts("persons-parted")
        self._doing.do(lambda desk: desk.suspects.part(record), said)
