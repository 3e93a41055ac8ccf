"""플랫폼 대장: where postings lie and how its operator is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.desk.views.deleting import SiteLine
from intake.errors import IntakeError
from intake.text import Texts
from ui.sections.section import Section
from ui.session import Session
from ui.tables.site_list import site_list
from ui.widgets import Button, EmptyState, row, say, words
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import Field, LineEdit, labelled
from ui.widgets.tall_sheet import TallSheet

if TYPE_CHECKING:
    from intake.desk import Desk

_TYPED = ("host", "name", "email", "report_url", "phone", "country", "remark")
_CHOSEN = {
    "platform": ("platform", "platform_extra_unsourced"),
    "channel": ("request_channel",),
    "language": ("language",),
}
Said = dict[str, str | int | bool | None]


class SiteSheet(TallSheet):
    """Everything about one site; ``keep`` is given what was changed."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        site: SiteLine | None,
        keep: Callable[[SiteLine | None, Said], None],
    ) -> None:
        """Edit ``site``, or add one."""
        self.save = Button(texts("sites-save"), "primary").on(self._on_save)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        title = texts("sites-edit-title" if site else "sites-add-title")
        super().__init__(parent, title, no, self.save, width=560)
        self._texts, self._site, self._keep = texts, site, keep
        self.fields = {name: self._field(name) for name in _TYPED}
        self.choices = {name: self._choice(name) for name in _CHOSEN}
        self._wrong = words("", "small", tone="danger")
        says, fields, choices = texts, self.fields, self.choices
        self.put(
            fields["host"],
            fields["name"],
            row(
                labelled(says("sites-platform"), choices["platform"]),
                labelled(says("sites-channel"), choices["channel"]),
                gap=16,
            ),
            fields["email"],
            fields["report_url"],
            row(
                fields["phone"],
                labelled(says("sites-language"), choices["language"]),
                gap=16,
            ),
            row(fields["country"], fields["remark"], gap=16),
            self._wrong,
        )
        say(self._wrong, "")

    @property
    def said(self) -> Said:
        """What was changed."""
        now: Said = {name: field.text() or None for name, field in self.fields.items()}
        now |= {name: box.currentData() or None for name, box in self.choices.items()}
        before = {name: getattr(self._site, name, "") or None for name in now}
        return {name: value for name, value in now.items() if value != before[name]}

    def _field(self, name: str) -> Field:
        text_id = f"sites-{name.replace('_', '-')}"
        helped = self._texts("sites-host-help") if name == "host" else ""
        field = Field(self._texts(text_id), helped)
        field.set_text(str(getattr(self._site, name, "")))
        return field

    def _choice(self, name: str) -> Combo:
        box = Combo(self._texts(f"sites-{name}"))
        box.addItem(self._texts("sites-unset"), "")
        for code, label in code_choices(self._texts.language, *_CHOSEN[name]):
            box.addItem(label, code)
        box.setCurrentIndex(max(0, box.findData(getattr(self._site, name, ""))))
        return box

    def _on_save(self) -> None:
        if not self.fields["host"].text():
            say(self._wrong, self._texts("sites-host-needed"), "danger")
            self.fields["host"].line.setFocus()
            return
        said = self.said
        self.close_sheet()
        if said:
            self._keep(self._site, said)


class SitesSection(Section):
    """The directory: search, list, add, edit."""

    name = "sites"

    def __init__(self, session: Session) -> None:
        """List them."""
        super().__init__(session)
        says = self.texts
        self.search = LineEdit(says("sites-search"), says("sites-search"))
        self.search.textChanged.connect(lambda _text: self.arrive())
        self.add_ = Button(says("sites-add"), "primary", icon="plus")
        self.add_.on(lambda: self.open_site(None))
        self.list = site_list(says)
        self.list.opened.connect(self._on_opened)
        self.none = EmptyState(says("sites-none"), icon="globe")
        self.nothing = EmptyState(says("sites-nothing-fits"), icon="search")
        line = row(gap=8)
        line.addWidget(self.search, 1)
        line.addWidget(self.add_)
        note = words(says("sites-note"), "muted")
        card = self.card("sites-title", note, line, self.list, self.none, self.nothing)
        self.list_in(card, self.list)
        self.none.hide()
        self.nothing.hide()

    @override
    def arrive(self) -> None:
        """Ask for the sites."""
        text = self.search.text().strip()
        self.session.ask(
            lambda desk, _progress: desk.sites.list(text),
            self._on_sites,
            by=self,
            slot="sites",
        )

    def open_site(self, site: SiteLine | None) -> SiteSheet:
        """Open a site to edit, or a new one."""
        sheet = SiteSheet(self.window(), self.texts, site, self._keep)
        sheet.open_sheet(sheet.fields["host"].line)
        return sheet

    def _on_sites(self, sites: tuple[SiteLine, ...]) -> None:
        self.list.rows.show_lines(sites)
        searched = bool(self.search.text().strip())
        self.list.setVisible(bool(sites))
        self.none.setVisible(not sites and not searched)
        self.nothing.setVisible(not sites and searched)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, SiteLine):
            self.open_site(line)

    def _keep(self, site: SiteLine | None, said: Said) -> None:
        def deed(desk: "Desk", _progress: object) -> None:
            if site is None:
                desk.sites.add(said)
            else:
                desk.sites.change(site.id, said)

        self.session.do(deed, self._on_kept, by=self, otherwise=self._on_refused)

    def _on_kept(self, _none: None) -> None:
        self.session.toast(self.texts("sites-saved"))
        self.arrive()

    def _on_refused(self, error: IntakeError) -> None:
        self.session.refuse(error)
        self.arrive()
