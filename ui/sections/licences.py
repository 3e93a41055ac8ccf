"""사용권: whose work this program is made of, under which licence, and each text in full.

* Qt and this program stand first; what lies inside something else says in what.
* A text opens in a sheet that can be read by keyboard and copied from; nothing goes out.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from intake.desk.views.licences import LicenceLine
from ui.sections.section import Section
from ui.session import Session
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button, EmptyState, row, words
from ui.widgets.combo import Combo
from ui.widgets.field import LineEdit
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from intake.desk.views.licences import LicencesView

_WIDE, _TALL = 760, 430
_QT, _LONGEST = "qt/qt-and-lgpl.txt", 32
_HOLDERS = {"runtime": "Python", "ieum": "Ieum", "qt": "Qt", "pyside6-essentials": "PySide6"}  # fmt: skip


class TextSheet(Sheet):
    """The licence texts of one thing; where there are several, one is chosen above."""

    def __init__(self, session: Session, parent: QWidget, title: str, names: tuple[str, ...]) -> None:  # fmt: skip
        """Show the first text."""
        self._session, says = session, session.texts
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(says("licences-text-name", name=title))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setFixedHeight(_TALL)
        self.close_ = Button(says("shell-close")).on(self.close_sheet)
        self.which = Combo(says("licences-which"))
        for one in names:
            self.which.addItem(_short(one), one)
        self.which.currentIndexChanged.connect(self._on_chosen)
        super().__init__(parent, words(title, "heading"), self.which, self.text, row(None, self.close_), width=_WIDE)  # fmt: skip
        self.setAccessibleName(title)
        self.which.setVisible(len(names) > 1)
        self._ask(names[0])

    def _on_chosen(self, _at: int) -> None:
        self._ask(str(self.which.currentData()))

    def _ask(self, name: str) -> None:
        self._session.ask(
            lambda desk, _progress: desk.licences.text(name),
            self.text.setPlainText,
            by=self,
            slot="licence-text",
        )


class LicencesSection(Section):
    """Everything, found by a word; each opens its text."""

    name = "licences"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says = self.texts
        self.seen: LicencesView | None = None
        self.qt = Button(says("licences-qt-open"), icon="file-text")
        self.qt.on(lambda: self.open_text(says("licences-qt-title"), (_QT,)))
        self.card("licences-title", words(says("licences-help")), words(says("licences-qt")), row(self.qt, None))  # fmt: skip
        self.search = LineEdit(says("licences-search"), says("licences-search"))
        self.search.textChanged.connect(lambda _text: self._show())
        self.list = two_line_list(says("licences-list"))
        self.list.opened.connect(self._on_opened)
        self.nothing = EmptyState(says("licences-nothing-fits"), icon="search")
        self.count = words("", "small", wrap=False)
        self.where = words("", "small", selectable=True)
        found = row(self.search, self.count)
        card = self.card(
            "licences-parts-title", found, self.list, self.nothing, self.where
        )
        self.list_in(card, self.list)
        self.nothing.hide()

    @override
    def arrive(self) -> None:
        """Ask for the lines."""
        self.session.ask(
            lambda desk, _progress: desk.licences.view(),
            self._on_seen,
            by=self,
            slot="licences",
        )

    def open_text(self, title: str, names: tuple[str, ...]) -> TextSheet:
        """Show texts; whoever closes the sheet is where he was."""
        sheet = TextSheet(self.session, self.window(), title, names)
        sheet.open_sheet(sheet.text)
        return sheet

    def _on_seen(self, seen: "LicencesView") -> None:
        self.seen, says = seen, self.texts
        told = [says("licences-folder", folder=str(seen.folder))]
        told += [says("licences-bill", file=str(seen.bill))] if seen.bill else []
        self.where.setText("\n".join(told))
        self._show()

    def _show(self) -> None:
        seen = self.seen
        if seen is None:
            return
        wanted = self.search.text().strip().lower()
        found = [one for one in seen.lines if wanted in f"{one.name} {one.licence} {one.inside}".lower()]  # fmt: skip
        self.list.rows.show_lines([self._row(one) for one in found])
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.count.setText(self.texts("licences-count", count=len(found)))

    def _row(self, one: LicenceLine) -> TwoLines:
        says = self.texts
        kind = says(f"licences-kind-{one.kind}")
        inside = says("licences-inside", name=_HOLDERS.get(one.inside, one.inside)) if one.inside else ""  # fmt: skip
        under = " · ".join(filter(None, (kind, inside, one.home)))
        title = f"{one.name} {one.version}".strip()
        return TwoLines(title, under, state=_brief(one.licence), tone="info", value=one)

    def _on_opened(self, line: object) -> None:
        told = line.value if isinstance(line, TwoLines) else None
        if isinstance(told, LicenceLine) and told.texts:
            self.open_text(f"{told.name} {told.version}".strip(), told.texts)


def _short(name: str) -> str:
    """Return what a text is called on its button: its file, without the way to it."""
    return name.rpartition("/")[2].removesuffix(".txt").removesuffix(".md")


def _brief(licence: str) -> str:
    """Return an expression that fits beside a name; the sheet has all of it."""
    return licence if len(licence) <= _LONGEST else licence[: _LONGEST - 1] + "…"
