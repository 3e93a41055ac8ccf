"""관리 › 정책: what IT decided for this computer, who decided each value, and what is to mend."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.sections.listing import line, listed, refill
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Pill, column, row, say, words
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk.views.policies import PolicyFault, PolicyLine, PolicyView

_LABEL, _WHOSE = 300, 150


class PolicySection(Section):
    """The policy; nothing on this page can be changed."""

    name = "policy"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.state, self.remedy = words("", "strong"), words("", tone="wait")
        self.central = words("")
        self._file, self._key = words("", selectable=True), words("", selectable=True)
        self._signer = self._titled("policy-signer", self._key)
        self.card(
            "settings-policy", words(says("policy-help"), "muted"), self.state, self.remedy,
            self.central, self._titled("policy-file", self._file), self._signer,
            words(says("policy-next-start"), "small"),
        )  # fmt: skip
        self._faults = listed()
        help_ = words(says("policy-faults-help"), "muted")
        self.faults = self.card("policy-faults", help_, self._faults)
        self._boxes = listed()
        about = words(says("policy-mailboxes-help"), "muted")
        self.mailboxes = self.card("policy-mailboxes", about, self._boxes)
        self._groups: dict[str, QVBoxLayout] = {}
        for one in (self.state, self.remedy, self.central, self._signer, self.faults, self.mailboxes):  # fmt: skip
            one.hide()
        self.end()

    @override
    def arrive(self) -> None:
        """Ask what is in force."""
        self.session.ask(lambda desk, _progress: desk.policies.view(), self._on_view, by=self, slot="view")  # fmt: skip

    # --- what is shown ----------------------------------------------------------------------

    def _titled(self, text_id: str, value: QWidget) -> QWidget:
        title = words(self.texts(text_id), "muted", wrap=False)
        title.setFixedWidth(_WHOSE)
        holder = QWidget()
        inner = row(title, value)
        inner.setStretch(1, 1)
        holder.setLayout(inner)
        return holder

    def _on_view(self, view: "PolicyView") -> None:
        says = self.texts
        say(self.state, view.sentence, "" if view.believed else "wait")
        say(self.remedy, view.remedy, "wait")
        say(self.central, view.central)
        self._file.setText(view.file)
        key = says("policy-key", key=view.signed_by, words=" · ".join(view.words))
        self._key.setText(key if view.signed_by else "")
        self._signer.setVisible(bool(view.signed_by))
        self.faults.setVisible(bool(view.faults))
        refill(self._faults, map(self._fault, view.faults), "")
        self.mailboxes.setVisible(bool(view.mailboxes))
        refill(self._boxes, [line(words(one.name, "strong", wrap=False), Pill(one.kind_label, "info"), None, below=[words(one.address, "small")]) for one in view.mailboxes], "")  # fmt: skip
        for group in view.groups:
            refill(self._group(group.name, group.label), map(self._value, group.lines), "")  # fmt: skip
        settle_tabs(self)

    def _group(self, name: str, label: str) -> QVBoxLayout:
        """Return the lines of a group; its card is made when it is shown first."""
        if name not in self._groups:
            self._groups[name] = listed()
            card = self.card(f"policy-group-{name}", self._groups[name])
            card.setAccessibleName(label)
            self.body.removeWidget(card)
            self.body.insertWidget(self.body.count() - 1, card)  # above the stretch
        return self._groups[name]

    def _fault(self, one: "PolicyFault") -> QWidget:
        says = self.texts
        at = says("policy-line", line=one.line) if one.line else says("policy-whole-file")  # fmt: skip
        number = words(at, "strong", wrap=False)
        number.setFixedWidth(_WHOSE)
        said = column(words(one.sentence, selectable=True), gap=2)
        if one.remedy:
            said.addWidget(words(one.remedy, "small", selectable=True))
        inner = row(number, said)
        inner.setStretch(1, 1)
        return line(inner)

    def _value(self, one: "PolicyLine") -> QWidget:
        says = self.texts
        label = words(one.label, "muted")
        label.setFixedWidth(_LABEL)
        whose = f"policy-whose-{one.whose}"
        if one.whose == "policy" and not one.line:
            whose += "-set"
        who = words(says(whose, line=one.line), "small", tone="wait" if one.whose == "strict" else "")  # fmt: skip
        who.setFixedWidth(_WHOSE)
        inner = row(label, words(one.value, selectable=True), who)
        inner.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(inner)
        return holder
