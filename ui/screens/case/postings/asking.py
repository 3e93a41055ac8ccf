"""요청 만들기: for every platform a form and a letter; a person sends them and says so.

Nothing is sent from here. The mail program is opened only by the button that says it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from intake.desk.views.deleting import DraftView, SiteLine
from intake.text import Texts
from ui.widgets import Button, Card, Choices, Pill, column, row, words
from ui.widgets.flow import flowing
from ui.widgets.tall_sheet import TallSheet

_LANGUAGES = (("ko", "한국어"), ("en", "English"))
_HIGH = 180


def web_address(text: str) -> QUrl | None:
    """Return the address of a page; what another center wrote may name a program or a share."""
    url = QUrl.fromUserInput(text)
    return url if url.scheme() in ("http", "https") and url.host() else None


@dataclass(frozen=True, slots=True)
class Group:
    """The postings that are asked of one operator."""

    host: str
    postings: tuple[str, ...]
    site: SiteLine | None = None

    @property
    def name(self) -> str:
        """Who is asked."""
        return self.site.name if self.site and self.site.name else self.host


@dataclass(frozen=True, slots=True)
class Doing:
    """What the page does for a group: each is given the group and a language."""

    draft: Callable[["GroupCard"], None]
    save: Callable[[Group, str], None]
    print_: Callable[[Group, str], None]
    sent: Callable[["GroupCard"], None]


class GroupCard(Card):
    """One operator: how it is reached, the form, the letter, and that it was sent."""

    def __init__(self, texts: Texts, group: Group, doing: Doing) -> None:
        """Show ``group``."""
        super().__init__(ground="soft", gap=8)
        self.group, self._texts = group, texts
        site = group.site
        spoken = "en" if site and site.language and site.language != "ko" else "ko"
        self.languages = Choices(_LANGUAGES, texts("postings-letter-language-name", name=group.name), digits=False, kind="chip")  # fmt: skip
        self.languages.choose(spoken)
        self.save = self._button("postings-form-save", "download", lambda: doing.save(group, self.language))  # fmt: skip
        self.print_ = self._button("postings-form-print", "printer", lambda: doing.print_(group, self.language))  # fmt: skip
        self.draft = self._button("postings-letter", "mail", lambda: doing.draft(self))
        self.sent = self._button("postings-sent", "check", lambda: doing.sent(self))
        self.letter = QVBoxLayout()
        count = texts("postings-group-count", count=len(group.postings))
        self._pill = Pill("", "ok")
        self._pill.hide()
        head = row(words(group.name, "strong", wrap=False), words(count, "muted", wrap=False), self._pill, None, self.languages)  # fmt: skip
        self.add(head, words(self._reached(site), "small"))
        self.add(flowing(self.save, self.print_, self.draft, *self._window(site), self.sent), self.letter)  # fmt: skip

    @property
    def language(self) -> str:
        """The language of form and letter."""
        return (self.languages.values or ("ko",))[0]

    def show_draft(self, draft: DraftView) -> None:
        """Show the letter, to copy or to open in the mail program."""
        says, name = self._texts, self.group.name
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(says("postings-letter-text", name=name))
        text.setPlainText(f"{draft.subject}\n\n{draft.body}")
        text.setFixedHeight(_HIGH)
        copy = Button(says("postings-letter-copy"), icon="copy", name=says("postings-letter-copy-name", name=name))  # fmt: skip
        copy.on(lambda: QGuiApplication.clipboard().setText(text.toPlainText()))
        open_ = Button(says("postings-letter-open"), icon="external-link", name=says("postings-letter-open-name", name=name))  # fmt: skip
        open_.on(lambda: QDesktopServices.openUrl(QUrl(draft.mailto)))
        open_.setEnabled(bool(draft.mailto))
        cut = [words(says("postings-letter-cut"), "small")] if draft.truncated else []
        to = words(says("postings-letter-to", to=draft.to or "–"), "small", selectable=True)  # fmt: skip
        while (item := self.letter.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        holder = QWidget()
        holder.setLayout(column(to, text, *cut, row(None, copy, open_)))
        self.letter.addWidget(holder)

    def show_sent(self) -> None:
        """Say that it was noted."""
        self._pill.show_state(self._texts("postings-sent-done"), "ok")
        self._pill.show()
        self.sent.setEnabled(False)

    def _reached(self, site: SiteLine | None) -> str:
        if site is None:
            return self._texts("postings-site-unknown")
        return " · ".join(filter(None, (site.channel_text, site.email, site.report_url, site.phone)))  # fmt: skip

    def _window(self, site: SiteLine | None) -> list[QWidget]:
        url = web_address(site.report_url) if site else None
        if url is None:
            return []
        return [self._button("postings-window-open", "external-link", lambda: QDesktopServices.openUrl(url))]  # fmt: skip

    def _button(self, text_id: str, icon: str, act: Callable[[], object]) -> Button:
        said = self._texts(text_id)
        name = self._texts("postings-group-name", name=self.group.name, what=said)
        return Button(said, icon=icon, name=name).on(act)


class AskingSheet(TallSheet):
    """A card for every operator."""

    def __init__(
        self, parent: QWidget, texts: Texts, groups: Sequence[Group], doing: Doing
    ) -> None:
        """Show every group."""
        self.shut = Button(texts("shell-close"), "primary").on(self.close_sheet)
        count = sum(len(group.postings) for group in groups)
        title = texts("postings-prepare-title", count=count, sites=len(groups))
        super().__init__(parent, title, self.shut, note=texts("postings-prepare-note"), width=760)  # fmt: skip
        self.cards = [GroupCard(texts, group, doing) for group in groups]
        self.put(*self.cards)
