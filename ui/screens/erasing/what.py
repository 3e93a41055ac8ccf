"""The first step: which part, what goes, what stays, where it has gone already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.erasing.foot import Foot
from ui.screens.erasing.hold import HoldCard
from ui.sections.listing import listed, refill
from ui.session import Session
from ui.widgets import Button, Card, Choices, Symbol, row, words

if TYPE_CHECKING:
    from intake.desk.views.office import ErasePreview, KindCount, SentTo

PARTS = ("whole", "narrative", "identity")


class WhatStep(QWidget):
    """Shows a preview, and asks for another when another part is chosen."""

    chosen = Signal(str)
    went_on = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self.texts = says = session.texts
        self.parts = Choices(
            [(part, says(f"erasing-what-{part}")) for part in PARTS],
            says("erasing-what"),
            columns=3,
        )
        self.parts.choose("whole")
        self.parts.chosen.connect(self._on_chosen)
        self._duties, self._goes, self._stays = listed(), listed(), listed()
        self._sent, self._beyond = listed(), listed()
        self.hold = HoldCard(session)
        self.go_on = Button(says("erasing-next"), "primary").on(self.went_on.emit)
        self.go_on.setEnabled(False)  # until it can be read what would go
        self.buttons = Foot(None, self.go_on)
        self._duty_card = Card(
            words(says("erasing-duties"), "strong"), self._duties, ground="notice"
        )
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self._side("erasing-goes", self._goes), 1)
        sides.addWidget(self._side("erasing-stays", self._stays), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(Card(words(says("erasing-what"), "heading"), self.parts, gap=12))
        box.addWidget(self._duty_card)
        box.addLayout(sides)
        box.addWidget(
            Card(
                words(says("erasing-sent"), "heading"),
                self._sent,
                8,
                words(says("erasing-beyond"), "strong"),
                self._beyond,
                gap=8,
            )
        )
        box.addWidget(self.hold)

    def _side(self, title_id: str, box: QVBoxLayout) -> Card:
        box.setSpacing(4)
        card = Card(words(self.texts(title_id), "heading"), box, gap=8)
        card.body.addStretch(1)
        return card

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        if values:
            self.chosen.emit(values[0])
        else:
            self.parts.choose("whole")
            self.chosen.emit("whole")

    def show_preview(self, view: "ErasePreview") -> None:
        """Show exactly what would go."""
        says = self.texts
        refill(self._duties, [self._duty(one) for one in view.duties], "")
        self._duty_card.setVisible(bool(view.duties))
        goes = self._counted(view.goes)
        if view.attachments:
            goes.append(words(says("erasing-files", count=view.attachments)))
        if view.drafts:
            goes.append(words(says("erasing-drafts", count=view.drafts)))
        refill(self._goes, goes, says("erasing-nothing"))
        stays = [
            *self._counted(view.stays),
            words(says("erasing-always-stays"), "small"),
        ]
        refill(self._stays, stays, "")
        sent = [self._place(one) for one in view.sent]
        refill(self._sent, sent, says("erasing-sent-none"))
        refill(self._beyond, [words(says(one), "muted") for one in view.beyond], "")
        self.hold.show_hold(view.case, held=view.held)
        self.go_on.setEnabled(not view.held)

    def _counted(self, kinds: "tuple[KindCount, ...]") -> list[QWidget]:
        says = self.texts
        return [
            words(says("erasing-count", what=says(one.label_id), count=one.count))
            for one in kinds
        ]

    def _duty(self, text_id: str) -> QWidget:
        holder = QWidget()
        holder.setLayout(row(Symbol("scale", "wait"), words(self.texts(text_id))))
        return holder

    def _place(self, one: "SentTo") -> QWidget:
        says, holder = self.texts, QWidget()
        told = says("erasing-sent-told" if one.told else "erasing-sent-untold")
        where = says("erasing-sent-line", to=one.receiver, number=one.number, on=one.on)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        inner.addWidget(words(where))
        inner.addWidget(words(told, "small", tone="" if one.told else "wait"))
        return holder
