"""What leaves this page: requests to operators, a list as CSV, addresses on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.screens.case.postings import deeds
from ui.screens.case.postings.asking import AskingSheet, Doing, Group, GroupCard
from ui.screens.case.postings.exporting import ExportSheet
from ui.screens.case.postings.listing import Listing
from ui.screens.case.postings.marking import Marking
from ui.screens.case.postings.marks import Noted
from ui.session import Session
from ui.widgets.paper import print_pdf, save_bytes

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import NamedBytes
    from intake.progress import Progress


class Leaving:
    """Nothing leaves by itself: every way out begins with a button."""

    def __init__(self, session: Session, listing: Listing, marking: Marking) -> None:
        """Stand between the list and what is done with it."""
        self._session, self._texts = session, session.texts
        self._listing, self._marking = listing, marking

    # --- requests ------------------------------------------------------------------------------

    def open_requests(self) -> None:
        """Show for every operator what can be asked of it."""
        rows, case = self._marking.chosen(), self._listing.case
        if rows:
            self._session.ask(
                lambda desk, _p: deeds.groups(desk, case, rows),
                self._on_groups,
                by=self._listing,
                slot="groups",
            )

    def _on_groups(self, groups: tuple[Group, ...]) -> None:
        doing = Doing(self._draft, self._save_form, self._print_form, self._sent)
        sheet = AskingSheet(self._window, self._texts, groups, doing)
        sheet.open_sheet(sheet.cards[0].draft if sheet.cards else sheet.shut)

    def _draft(self, card: GroupCard) -> None:
        case, group, language = self._listing.case, card.group, card.language
        self._session.ask(
            lambda desk, _p: desk.postings.draft(
                case, group.host, group.postings, language
            ),
            card.show_draft,
            by=card,
            slot="draft",
        )

    def _save_form(self, group: Group, language: str) -> None:
        self._form(group, language, print_=False)

    def _print_form(self, group: Group, language: str) -> None:
        self._form(group, language, print_=True)

    def _form(self, group: Group, language: str, *, print_: bool) -> None:
        case = self._listing.case

        def deed(desk: "Desk", _progress: object) -> "NamedBytes":
            return desk.postings.request_form(case, group.host, group.postings, language)  # fmt: skip

        def done(file: "NamedBytes") -> None:
            if print_:
                self._print(file)
            else:
                self._save(file)

        self._session.do(deed, done, by=self._listing)

    def _sent(self, card: GroupCard) -> None:
        postings = card.group.postings
        self._marking.mark_found(Noted("REQUESTED"), lambda _desk: postings, card.show_sent)  # fmt: skip

    # --- the list --------------------------------------------------------------------------------

    def open_export(self) -> None:
        """Ask what for, then let the list leave."""
        sheet = ExportSheet(self._window, self._texts, self._export)
        sheet.open_sheet(sheet.purpose.button("DELETION"))

    def _export(self, purpose: str) -> None:
        query = self._listing.query
        progress = self._marking.progress

        def deed(desk: "Desk", watched: "Progress") -> "NamedBytes":
            return desk.postings.export(query.case, query, watched)

        def done(file: "NamedBytes") -> None:
            progress.end()
            if self._save(file):
                self._note_left(query.case, purpose)

        def refused(error: IntakeError) -> None:
            progress.end()
            self._session.refuse(error)

        job = self._session.do(
            deed,
            done,
            by=self._listing,
            watch=progress.step,
            stopped=progress.end,
            otherwise=refused,
        )
        progress.begin(self._texts("postings-exporting"), job.cancel)

    def copy_addresses(self) -> None:
        """Put the chosen addresses on the clipboard."""
        rows = self._marking.chosen()
        if rows:
            self._session.ask(
                lambda desk, _p: desk.postings.lines(rows),
                lambda lines: self._copy([line.url for line in lines]),
                by=self._listing,
                slot="copy",
            )

    def _copy(self, urls: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(urls))
        self._session.toast(self._texts("postings-copied", count=len(urls)))

    # --- files -------------------------------------------------------------------------------------

    @property
    def _window(self) -> QWidget:
        return self._listing.window()

    def _note_left(self, case: str, purpose: str) -> None:
        """Keep in the list of what left that this file did, and what for."""

        def deed(desk: "Desk", _progress: object) -> None:
            desk.giving.note(case, "EXPORT", "OTHER", purpose="DELETE", items=f"posting {purpose}")  # fmt: skip

        self._session.do(deed, by=self._listing)

    def _save(self, file: "NamedBytes") -> bool:
        try:
            path = save_bytes(self._listing, file.name, file.data)
        except OSError:
            self._session.toast(self._texts("shell-cannot-save"))
            return False
        if path is not None:
            self._session.toast(self._texts("shell-saved-file", name=path.name))
        return path is not None

    def _print(self, file: "NamedBytes") -> None:
        if print_pdf(self._listing, file.data):
            self._session.toast(self._texts("shell-printed"))
