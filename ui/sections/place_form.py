"""What is asked about a place (보내는 곳): only what its kind needs.

* What a counselor does not need is folded away, for whoever keeps the computers.
* A password is typed and handed on; what is kept is never shown again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, PassphraseField, column, row, words
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.places import PlaceView

KINDS: Final = ("folder", "webdav", "s3", "sftp")
_RATES: Final = (0, 256, 1024, 4096)  # KiB a second
How = Literal["line", "secret", "folder", "file", "rate"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked; ``told`` is for whoever keeps the computers."""

    name: str
    how: How = "line"
    needed: bool = False
    told: bool = False


_NAME = Ask("name", needed=True)
_CA, _PROXY = Ask("ca_file", "file", told=True), Ask("proxy", told=True)
_RATE = Ask("rate", "rate", told=True)
_ASKED: Final[dict[str, tuple[Ask, ...]]] = {
    "folder": (_NAME, Ask("address", "folder", needed=True), _RATE),
    "webdav": (
        _NAME, Ask("address", needed=True), Ask("user"), Ask("secret", "secret"), _CA, _PROXY, _RATE,
    ),
    "s3": (
        _NAME, Ask("address", needed=True), Ask("folder", needed=True), Ask("user"),
        Ask("secret", "secret"), Ask("region", told=True), _CA, _PROXY, _RATE,
    ),
    "sftp": (
        _NAME, Ask("address", needed=True), Ask("folder"), Ask("user"), Ask("secret", "secret"),
        Ask("known_hosts", "file", needed=True), Ask("key_file", "file"), _RATE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What was filled in about a place."""

    kind: str
    name: str
    address: str = field(repr=False)
    folder: str = field(default="", repr=False)
    region: str = ""
    ca_file: str = field(default="", repr=False)
    known_hosts: str = field(default="", repr=False)
    key_file: str = field(default="", repr=False)
    proxy: str = field(default="", repr=False)
    rate: int = 0
    user: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)

    @property
    def has_account(self) -> bool:
        """Whether who asks there was typed."""
        return bool(self.user or self.secret)

    def lay(self, desk: "Desk", place: str) -> str:
        """Say where it lies at the desk, of a place or as a new one; return its id."""
        more = {name: getattr(self, name) for name in ("region", "ca_file", "known_hosts", "key_file")}  # fmt: skip
        if place:
            desk.places.change(place, self.name, self.address, self.folder, **more)
        else:
            place = desk.places.add(self.kind, self.name, self.address, self.folder, **more)  # fmt: skip
        return place

    def add_rest(self, desk: "Desk", place: str) -> None:
        """Say how it is reached, and who asks there if that was typed."""
        desk.places.slow(place, self.rate)
        desk.places.go_through(place, self.proxy)
        self.keep_account(desk, place)

    def keep_account(self, desk: "Desk", place: str) -> None:
        """Say who asks there, if that was typed."""
        if self.has_account:
            desk.places.keep_secret(place, self.user, self.secret)


class PlaceForm(QWidget):
    """The questions of one kind; of a place that is there, filled with what may be shown."""

    def __init__(
        self, texts: Texts, kind: str, place: "PlaceView | None", submitted: Callable[[], None]
    ) -> None:  # fmt: skip
        """Ask what ``kind`` needs; Enter in a line calls ``submitted``."""
        super().__init__()
        self._texts, self.kind, self._place = texts, kind, place
        self._submitted = submitted
        self.fields: dict[str, Field | PassphraseField] = {}
        self.rate = Combo(texts("place-ask-rate"))
        self.told = QWidget()
        self._told = QVBoxLayout(self.told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setSpacing(14)
        self.fold = Button(texts("place-for-it"), "quiet", icon="chevron-down")
        self.fold.on(lambda: self.told.setVisible(self.told.isHidden()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        for one in _ASKED[kind]:
            (self._told if one.told else box).addWidget(self._asked(one))
        box.addLayout(row(self.fold, None))
        box.addWidget(self.told)
        self.told.setVisible(self._is_told)
        if place is not None and place.preset:
            self._close()

    def _close(self) -> None:
        """Show what IT set as what cannot be changed; who asks there is entered all the same."""
        for name, one in self.fields.items():
            if isinstance(one, Field) and name != "user":
                one.line.setReadOnly(True)
        for button in self.findChildren(Button):
            if button is not self.fold and not isinstance(
                button.parent(), PassphraseField
            ):
                button.hide()
        self.rate.setEnabled(False)

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        closed = self._place is not None and self._place.preset
        named = self.fields["user" if closed and "user" in self.fields else "name"]
        return named.line

    @property
    def wish(self) -> Wish:
        """What was filled in."""
        typed = {name: one.text().strip() for name, one in self.fields.items() if name != "secret"}  # fmt: skip
        secret = self.fields["secret"].text() if "secret" in self.fields else ""
        return Wish(
            self.kind, rate=int(self.rate.currentData()), secret=secret, **typed
        )

    @property
    def missing(self) -> str:
        """The label of what is needed and was not filled in; empty where all is there."""
        for one in _ASKED[self.kind]:
            if one.needed and not self.fields[one.name].text().strip():
                return self._label(one)
        wish = self.wish
        half = "secret" if wish.user and not wish.secret else "user"
        alone = self.kind != "sftp" or not wish.user
        if wish.has_account and alone and not (wish.user and wish.secret):
            return self._label(Ask(half))
        return ""

    @property
    def _is_told(self) -> bool:
        shown = (getattr(self._place, one.name) for one in _ASKED[self.kind] if one.told and self._place)  # fmt: skip
        return any(shown)

    def _label(self, one: Ask) -> str:
        told = one.name.replace("_", "-")
        own = f"place-ask-{self.kind}-{told}"
        return self._texts(own) if self._texts.has(own) else self._texts(f"place-ask-{told}")  # fmt: skip

    def _hint(self, one: Ask) -> str:
        told = one.name.replace("_", "-")
        for hint in (f"place-ask-{self.kind}-{told}-hint", f"place-ask-{told}-hint"):
            if self._texts.has(hint):
                return self._texts(hint)
        return ""

    def _asked(self, one: Ask) -> QWidget:
        if one.how == "rate":
            return self._make_rate(one)
        if one.how == "secret":
            return self._make_secret(one)
        made = Field(self._label(one), self._hint(one))
        made.set_text(str(getattr(self._place, one.name, "") or ""))
        made.submitted.connect(self._submitted)
        if one.name == "user" and self._place is not None and self._place.has_secret:
            made.line.setPlaceholderText(self._texts("place-kept-account"))
        self.fields[one.name] = made
        return self._with_button(one, made) if one.how in {"file", "folder"} else made

    def _make_secret(self, one: Ask) -> QWidget:
        label = self._label(one)
        made = PassphraseField(self._texts, label)
        made.submitted.connect(self._submitted)
        kept = self._place is not None and self._place.has_secret
        if kept:
            made.line.setPlaceholderText(self._texts("place-kept-secret"))
        self.fields[one.name] = made
        return labelled(label, made, self._texts("place-secret-where"))

    def _make_rate(self, one: Ask) -> QWidget:
        for rate in _RATES:
            said = self._texts("place-rate", size=rate * 1024) if rate else self._texts("place-rate-none")  # fmt: skip
            self.rate.addItem(said, rate)
        kept = self._place.rate if self._place else 0
        if kept not in _RATES:
            self.rate.addItem(self._texts("place-rate", size=kept * 1024), kept)
        self.rate.setCurrentIndex(self.rate.findData(kept))
        return labelled(self._label(one), self.rate, self._hint(one))

    def _with_button(self, one: Ask, made: Field) -> QWidget:
        says, label = self._texts, self._label(one)
        said = says("shell-choose-folder" if one.how == "folder" else "place-choose-file")  # fmt: skip
        pick = Button(said, "quiet", icon="folder-open", name=f"{label}: {said}")

        def choose() -> None:
            chosen = QFileDialog.getExistingDirectory(self, label) if one.how == "folder" else QFileDialog.getOpenFileName(self, label)[0]  # fmt: skip
            if chosen:
                made.set_text(str(Path(chosen)))

        holder = QWidget()
        holder.setLayout(column(made, row(pick.on(choose), None), gap=2))
        return holder


def kind_words(texts: Texts, kind: str) -> QWidget:
    """Return what a kind is, in a sentence."""
    return words(texts(f"place-about-{kind}"), "muted")
