"""The left of the page: what can be made (만들기), and what was issued (발급한 문서)."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.papers.pack_entry import PACK, PackButton, pack_choice
from ui.screens.papers.reading import Offer
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button, Choices, EmptyState, row, words
from ui.widgets.field import LineEdit
from ui.widgets.flow import flowing
from ui.widgets.in_sight import InSight
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.papers import IssuedLine, PaperChoice

GROUPS = ("COURT", "VICTIM", "AGENCY", "CENTER")
MAKE, ISSUED = "make", "issued"
_EDGE, _TOP, _GAP = 16, 14, 10
_STATES = ("ISSUED", "VOID")


class PapersPane(QWidget):
    """``kind_chosen`` carries a code, ``opened`` a line of the register, ``brought`` nothing."""

    kind_chosen = Signal(str)
    opened = Signal(object)  # IssuedLine
    brought = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty until it is told what there is."""
        super().__init__()
        self._texts, self.offer = texts, Offer()
        says = texts
        self.tabs = {name: self._tab(name) for name in (MAKE, ISSUED)}
        self.kinds: dict[str, Button] = {}
        self.pack = PackButton(says)
        self.pack.on(self._choosing(PACK))
        self._kind_box = QVBoxLayout()
        self._kind_box.setContentsMargins(0, 0, 0, _GAP)
        self._kind_box.setSpacing(0)
        self._pack_line = QWidget()
        held = row(self.pack)
        held.setContentsMargins(_EDGE, 2, _EDGE, 8)
        self._pack_line.setLayout(held)
        self.search = LineEdit(says("papers-register-search"), says("papers-register-search"))  # fmt: skip
        self.search.textChanged.connect(lambda _text: self._show_register())
        self.states = Choices([(one, says(f"papers-state-{one.lower()}")) for one in _STATES], says("papers-states"), several=True, digits=False, kind="chip")  # fmt: skip
        self.states.chosen.connect(lambda _values: self._show_register())
        self.list = two_line_list(says("papers-register"))
        self.list.opened.connect(self._on_opened)
        self._none = EmptyState(says("papers-register-none"), icon="file-text")
        self.bring = Button(says("papers-bring"), icon="shield-check").on(self.brought.emit)  # fmt: skip
        self._stand()
        self.show_tab(MAKE)

    def show_offer(self, offer: Offer) -> None:
        """Show what can be made and what was issued."""
        fresh = offer.kinds != self.offer.kinds or not self.kinds
        self.offer = offer
        if fresh:
            self._show_kinds(offer)
        self.tabs[MAKE].setVisible(offer.sees)
        self.bring.setVisible(offer.sees)
        if not offer.sees:
            self.show_tab(ISSUED)
        self._show_register()
        settle_tabs(self)

    def show_tab(self, name: str) -> None:
        """Show one of the two."""
        for one, tab in self.tabs.items():
            tab.setChecked(one == name)
        self._make.setVisible(name == MAKE)
        self._register.setVisible(name == ISSUED)

    def mark(self, kind: str = "") -> None:
        """Show which kind is being made."""
        self.pack.setChecked(kind == PACK)
        for code, button in self.kinds.items():
            button.setChecked(code == kind)
        self._chosen.keep(self.kinds.get(kind))

    def focus_first(self) -> None:
        """Put the keyboard on the first of what can be made."""
        for button in [*self._offered()][:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_for(self, about_kind: str) -> None:
        """Put the keyboard on the first of what can be made about that."""
        fits = {one.code for one in self.offer.kinds if about_kind in one.abouts}
        if about_kind == "PROFILE" and self._has_pack():
            fits.add(PACK)
        for code, button in {PACK: self.pack, **self.kinds}.items():
            if code in fits:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _offered(self) -> Iterator[Button]:
        if self._has_pack():
            yield self.pack
        yield from self.kinds.values()

    def _has_pack(self) -> bool:
        return pack_choice(self._texts, self.offer.kinds) is not None

    def _show_kinds(self, offer: Offer) -> None:
        self._pack_line.setParent(None)
        empty_box(self._kind_box)
        self.kinds = {}
        for group in GROUPS:
            kinds = [one for one in offer.kinds if one.group == group]
            if kinds:
                self._show_group(group, kinds)
        self._kind_box.addStretch(1)

    def _show_group(self, group: str, kinds: "list[PaperChoice]") -> None:
        title = words(self._texts(f"papers-group-{group.lower()}"), "small")
        title.setContentsMargins(_EDGE, 12, _EDGE, 4)
        self._kind_box.addWidget(title)
        if group == "COURT" and self._has_pack():
            self._kind_box.addWidget(self._pack_line)
        for one in kinds:
            button = Button(one.label, "section")
            button.setCheckable(True)
            button.on(self._choosing(one.code))
            self.kinds[one.code] = button
            self._kind_box.addWidget(button)

    def _choosing(self, code: str) -> Callable[[], None]:
        def choose() -> None:
            self.mark(code)
            self.kind_chosen.emit(code)

        return choose

    def _show_register(self) -> None:
        words_, states = self.search.text().casefold().split(), self.states.values
        fits = [one for one in self.offer.issued if (not states or one.state in states) and _has(one, words_)]  # fmt: skip
        self.list.rows.show_lines([self._row(one) for one in fits])
        self.list.setVisible(bool(fits))
        self._none.setVisible(not fits)

    def _row(self, line: "IssuedLine") -> TwoLines:
        day = self._texts.day(line.made_on) if line.made_on else ""
        under = " · ".join(filter(None, (line.number, day, line.made_by)))
        tone = "no" if line.state == "VOID" else "ok"
        return TwoLines(line.kind_label, under, line.state_label, tone, value=line)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.opened.emit(line.value)

    def _tab(self, name: str) -> Button:
        tab = Button(self._texts(f"papers-tab-{name}"), "tab")
        tab.setCheckable(True)
        return tab.on(lambda: self.show_tab(name))

    def _stand(self) -> None:
        ground = QWidget()
        ground.setObjectName("column")
        ground.setLayout(self._kind_box)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        self._make, self._chosen = scroll, InSight(scroll)
        self._register = QWidget()
        inner = QVBoxLayout(self._register)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(_GAP)
        for line in (row(self.search), row(self.states, None)):
            line.setContentsMargins(_EDGE, 0, _EDGE, 0)
            inner.addLayout(line)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._none, 1)
        foot = row(self.bring, None)
        foot.setContentsMargins(_EDGE, 0, _EDGE, _GAP)
        inner.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, _TOP, 0, 0)
        box.setSpacing(_GAP)
        title = row(words(self._texts("rail-papers"), "title", wrap=False), None)
        title.setContentsMargins(_EDGE, 0, _EDGE, 0)
        tabs = row(flowing(*self.tabs.values(), gap=0))
        tabs.setContentsMargins(4, 0, _EDGE, 0)
        for line in (title, tabs):
            box.addLayout(line)
        box.addWidget(self._make, 1)
        box.addWidget(self._register, 1)


def _has(line: "IssuedLine", wanted: list[str]) -> bool:
    told = f"{line.number} {line.kind_label} {line.court} {line.made_by} {line.made_on}".casefold()  # fmt: skip
    return all(one in told for one in wanted)
