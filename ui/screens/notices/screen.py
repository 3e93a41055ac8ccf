"""What centers tell and ask each other: link notices, requests, replies, handovers.

* Nobody's victim is named here: the own case by its number, the other one not at all.
* A recalled link is said calmly and once; whoever acknowledges it is done.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.desk.views.joint import HandoverView, NoticeView, RequestView
from ui.screens.notices.asked import asked_cards
from ui.screens.notices.asking import reply_cards, request_cards
from ui.screens.notices.doing import Deed, Doing
from ui.screens.notices.handed import handover_cards
from ui.screens.notices.items import Item, Look, items_of, key_of, look, said_request
from ui.screens.notices.pane import NoticePane
from ui.screens.notices.told import central_cards, match_cards, recalled_cards
from ui.session import Fact, Session
from ui.widgets import words
from ui.widgets.listed_page import ListedPage

if TYPE_CHECKING:
    from intake.desk.views import ConsentLine

_WIDE = 760
_TOPICS = {"link", "link_notice", "notice_answer", "joint_request", "joint_answer"}
_TOPICS |= {"handover", "handover_answer", "consent", "exchange"}


class Notices(ListedPage):
    """The list, and the one that is open."""

    def __init__(self, session: Session) -> None:
        """Stand with the list and one sentence until something is chosen."""
        super().__init__(_WIDE)
        self._session, self._texts = session, session.texts
        self._look: Look | None = None
        self.key, self._case = "", ""
        says = self._texts
        self._doing = Doing(session, self, self._do)
        self.pane = self.list_pane = NoticePane(session)
        self.pane.opened.connect(self._on_opened)
        self._title = words(says("told-title"), "title", wrap=False)
        self._kind = words("", "muted", wrap=False)
        self.stand(self._title, 8, self._kind, None)
        self._show_nothing()
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``notice``, ``request`` or ``handover`` names what to open; ``case`` what waits of it."""
        for kind in ("notice", "request", "handover"):
            if facts.get(kind):
                self.key = f"{kind}/{facts[kind]}"
        self._case = str(facts.get("case", ""))
        self._ask()
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._session.ask(look, self.show_look, by=self, slot="notices")

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if topics & _TOPICS and by is not self and self.isVisible():
            self._ask()

    def show_look(self, found: Look) -> None:
        """Show the list, and again what is open."""
        self._look = found
        self.pane.show_look(found)
        case, self._case = self._case, ""
        if case:  # from the page of the day: what waits stands first
            self.key = next((key_of(one) for one in items_of(found, "all") if one.case == case), self.key)  # fmt: skip
        item = next((one for one in items_of(found, "all") if key_of(one) == self.key), None)  # fmt: skip
        if item is None:
            self._show_nothing()
        elif isinstance(item, NoticeView) and item.kind == "REQUEST" and not found.central:  # fmt: skip
            self._ask_consents(item)
        else:
            self._show(item)

    def _ask_consents(self, item: NoticeView) -> None:
        """What another center asks is shown beside what the own victim agreed to."""
        case = item.case
        self._session.ask(
            lambda desk, _progress: desk.consents.current(case),
            lambda consents: self._show(item, consents),
            by=self,
            slot="consents",
        )

    def _on_opened(self, key: str) -> None:
        self.key = key
        self.pane.shown = key
        if self._look is not None:
            self.show_look(self._look)

    def _show(self, item: Item, consents: "Sequence[ConsentLine]" = ()) -> None:
        within = self.has_focus
        self._title.setText(item.number)
        self._kind.setText(self._kind_of(item))
        self.pane.mark(key_of(item))
        self.show_cards(self._cards_of(item, consents), key_of(item))
        if within or self.has_focus:
            self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards_of(self, item: Item, consents: "Sequence[ConsentLine]") -> list[QWidget]:
        doing, found = self._doing, self._look
        central, center = (found.central, found.center) if found else (False, "")
        if isinstance(item, RequestView):
            return request_cards(doing, item, own=item.center in {"", center})
        if isinstance(item, HandoverView):
            return handover_cards(doing, item, center)
        if central:
            return central_cards(doing, item)
        if item.state == "RECALLED":
            return recalled_cards(doing, item)
        if item.kind == "REQUEST":
            return asked_cards(doing, item, consents)
        return reply_cards(doing, item) if item.kind == "REPLY" else match_cards(doing, item)  # fmt: skip

    def _kind_of(self, item: Item) -> str:
        if isinstance(item, NoticeView):
            return item.kind_label
        if isinstance(item, RequestView):
            central = self._look is not None and self._look.central
            return said_request(self._texts, item, central=central)
        return self._texts("told-handover")

    def _show_nothing(self) -> None:
        self._title.setText(self._texts("told-title"))
        self._kind.setText("")
        self.show_sentence(self._texts("told-pick"), "bell")

    def _do(self, deed: Deed, said: str) -> None:
        def told(_result: object) -> None:
            self._session.toast(said)
            self._ask()

        self._session.do(lambda desk, _progress: deed(desk), told, by=self)
