"""인증서: how this laptop's stands, who asks to be renewed, what came of a lost one afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.sections.lost_centers import LostCenters
from ui.session import Question, Session
from ui.widgets import Button, Card, Pill, column, row, rule, say, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.tall_sheet import empty_box
from ui.wizards.own_card import save_file

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import NamedBytes
    from intake.desk.views.certificates import AskedLine, BehindLine, CertificateView

_PILLS: Final[dict[str, State]] = {"fine": "ok", "ending": "info", "expired": "wait", "early": "wait", "revoked": "danger", "revoked-ca": "danger", "none": "wait"}  # fmt: skip
_ASKS: Final = {"ending", "expired", "early", "revoked", "revoked-ca"}


class CertificateCards(QWidget):
    """Three cards, of which the last two are there only where there is something to say."""

    def __init__(self, session: Session) -> None:
        """Stand with nothing known."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self.pill, self._sentence = Pill("", "info"), words("", "strong")
        self._remedy, self._two = words("", "muted"), words("", "small")
        self.request = Button(says("certificate-request"), icon="save")
        self.request.on(self._on_request)
        self.anew = Button(says("certificate-anew"), icon="key-round")
        self.anew.on(self._on_anew)
        self._deeds = flowing(self.anew, self.request)
        own = Card(
            words(says("certificate-title"), "heading"),
            words(says("certificate-help"), "muted"),
            column(row(self.pill, None), self._sentence, self._remedy, gap=6),
            self._two,
            self._deeds,
            gap=12,
        )
        self._asked_title = words("", "heading")
        self._asked, self._behind = QVBoxLayout(), QVBoxLayout()
        self.asked_card = Card(self._asked_title, words(says("certificate-asked-help"), "muted"), self._asked, gap=12)  # fmt: skip
        self.centers = LostCenters(session)
        self.behind_card = Card(words(says("certificate-behind-title"), "heading"), self._behind, gap=12)  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for card in (own, self.asked_card, self.behind_card, self.centers):
            box.addWidget(card)
        for quiet in (self.asked_card, self.behind_card, self._deeds, self.anew, self.request, self._two, self._remedy):  # fmt: skip
            quiet.hide()
        session.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Ask how it stands."""
        self._session.ask(
            lambda desk, _progress: desk.certificates.state(),
            self.show_view,
            by=self,
            slot="certificates",
        )

    def show_view(self, view: "CertificateView") -> None:
        """Show it."""
        says = self.texts
        self.pill.show_state(says(f"certificate-pill-{view.state}"), _PILLS[view.state])
        self._sentence.setText(view.sentence)
        say(self._remedy, view.remedy)
        say(self._two, says("certificate-two-holders") if view.two_holders else "")
        self.request.setVisible(view.state in _ASKS and not view.holds_ca)
        self.anew.setVisible(view.state == "revoked-ca" and view.may_answer)
        self._deeds.setVisible(not (self.anew.isHidden() and self.request.isHidden()))
        self.centers.show_centers(view.centers)
        self._show_asked(view)
        self._show_behind(view.behind)

    def _show_asked(self, view: "CertificateView") -> None:
        empty_box(self._asked)
        count = len(view.asked)
        self._asked_title.setText(self.texts("certificate-asked-title", count=count))
        for at, one in enumerate(view.asked):
            if at:
                self._asked.addWidget(rule())
            self._asked.addWidget(self._asked_line(one, may=view.may_answer))
        self.asked_card.setVisible(bool(count))

    def _asked_line(self, one: "AskedLine", *, may: bool) -> QWidget:
        says, holder = self.texts, QWidget()
        lines = column(words(one.sentence), words(says.moment(one.ms), "small"), gap=4)
        if one.words:
            lines.addWidget(words(" · ".join(one.words), "code"))
        buttons = []
        if may and one.why != "revoked":
            said = says(
                "certificate-answer" if one.by_press else "certificate-compared"
            )
            name = f"{said}: {one.name}"
            press = Button(said, "primary", name=name).on(self._answering(one))
            buttons.append(press)
        if may:
            said = says("certificate-decline")
            no = Button(said, name=f"{said}: {one.name}").on(self._declining(one))
            buttons.append(no)
        lines.addSpacing(6)
        lines.addWidget(flowing(*buttons))
        holder.setLayout(lines)
        return holder

    def _show_behind(self, lines: "tuple[BehindLine, ...]") -> None:
        empty_box(self._behind)
        for at, one in enumerate(lines):
            if at:
                self._behind.addWidget(rule())
            holder = QWidget()
            line = column(words(one.sentence), gap=8)
            if one.may_let_in:
                said = self.texts("certificate-let-in")
                button = Button(said, name=f"{said}: {one.name}").on(self._letting(one))
                line.addLayout(row(button, None))
            holder.setLayout(line)
            self._behind.addWidget(holder)
        self.behind_card.setVisible(bool(lines))

    # --- deeds --------------------------------------------------------------------------

    def _answering(self, one: "AskedLine") -> Callable[[], None]:
        def answer(desk: "Desk", _progress: object) -> "NamedBytes":
            verb = desk.certificates.answer if one.by_press else desk.certificates.answer_compared  # fmt: skip
            return verb(one.device)

        def done(_file: "NamedBytes") -> None:
            self._session.toast(self.texts("certificate-answered", device=one.name))
            self.arrive()

        def press() -> None:
            self._session.do(answer, done, by=self)

        return press

    def _declining(self, one: "AskedLine") -> Callable[[], None]:
        def press() -> None:
            self._session.do(
                lambda desk, _progress: desk.certificates.decline(one.device),
                lambda _nothing: self.arrive(),
                by=self,
            )

        return press

    def _letting(self, one: "BehindLine") -> Callable[[], None]:
        says = self.texts

        def let_in() -> None:
            self._session.do(
                lambda desk, progress: desk.certificates.let_in(one.device, progress),
                self._on_let_in,
                by=self,
            )

        question = Question(
            title=says("certificate-let-in-title"),
            body=says("certificate-let-in-body"),
            yes=says("certificate-let-in-yes"),
            no=says("certificate-let-in-no"),
            act=let_in,
        )
        return lambda: self._session.question(question)

    def _on_let_in(self, count: int) -> None:
        self._session.toast(self.texts("certificate-let-in-done", count=count))
        self.arrive()

    def _on_anew(self) -> None:
        says = self.texts

        def begin() -> None:
            self._session.do(
                lambda desk, _progress: desk.certificates.begin_anew(),
                lambda _nothing: self.arrive(),
                by=self,
            )

        self._session.question(
            Question(
                title=says("certificate-anew-title"),
                body=says("certificate-anew-body"),
                yes=says("certificate-anew-yes"),
                no=says("certificate-anew-no"),
                act=begin,
            )
        )

    def _on_request(self) -> None:
        self._session.ask(
            lambda desk, _progress: desk.keys.device_request(),
            self._on_file,
            by=self,
        )

    def _on_file(self, file: "NamedBytes") -> None:
        if save_file(self._session, self, file):
            told = self.texts("certificate-request-saved", name=file.name)
            say(self._remedy, told)

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & {"certificate", "exchange"} and self.isVisible():
            self.arrive()
