"""The deletion ledger (삭제지원): postings, what was asked of whom, and what came of it.

* Material is what was made; a posting (게시물) is one address where it lies; an action is what was
  done about a posting; a result is how the posting stands.
* Every verb that touches many postings is one step: all of it or nothing, and one undo.
* Nothing is sent from here. A request is noted when a person says that it went out.
"""

from array import array
from collections.abc import Mapping, Sequence

from intake.desk import pasting, posting_lines, posting_sums, requesters, requesting
from intake.desk.adding import add
from intake.desk.rechecks import Rechecks
from intake.desk.rooms import Rooms
from intake.desk.steps import Step, mark_all
from intake.desk.views import CountLine, NamedBytes
from intake.desk.views.deleting import (
    ActionLine,
    DeletionGate,
    DraftView,
    DueLine,
    Mark,
    Marked,
    PastePreview,
    PostingLine,
    PostingQuery,
    PostingTotals,
    RequesterView,
)
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.matching import Address
from intake.progress import Progress, Silent
from intake.register import CODES, Row, Value
from intake.register.keys import outside_id, tick_id

_SYSTEM, _NUMBER = "outside_system", "outside_number"


class Postings:
    """What can be done with postings."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- lists ----------------------------------------------------------------------

    def listing(self, query: PostingQuery, progress: Progress) -> "array[int]":
        """Return the row numbers of every posting that fits, in order."""
        return posting_lines.listing(self._rooms, query, progress)

    def first(self, query: PostingQuery, limit: int) -> tuple[PostingLine, ...]:
        """Return the first postings that fit, at once."""
        return posting_lines.first(self._rooms, query, limit)

    def lines(self, rows: Sequence[int]) -> tuple[PostingLine, ...]:
        """Return the postings with these row numbers, in this order."""
        return posting_lines.lines(self._rooms, rows)

    def line(self, posting: str) -> PostingLine:
        """Return one posting as it stands in a list."""
        row = self._rooms.record("posting", posting)
        return posting_lines.lines_of(self._rooms, (row,))[0]

    def at(self, case: str, url: str) -> str:
        """Return the posting of an address, however it is spelled; empty where there is none."""
        read = self._rooms.addresses.read(url)
        known = pasting.known_in(self._rooms, case, Silent())
        return known.get(read.key) if isinstance(read, Address) else ""

    def duplicates(self, case: str) -> tuple[tuple[str, ...], ...]:
        """Return postings that are one address, noted apart on two laptops, oldest first.

        A person withdraws all but one; nothing is joined by itself.
        """
        return pasting.known_in(self._rooms, case, Silent()).several()

    def totals(self, case: str) -> PostingTotals:
        """Return the numbers above the list."""
        return posting_lines.totals_of(self._rooms, case)

    def actions(self, posting: str) -> tuple[ActionLine, ...]:
        """Return what was done about a posting, newest first."""
        return posting_lines.actions_of(self._rooms, posting)

    def export(self, case: str, query: PostingQuery, progress: Progress) -> NamedBytes:
        """Return the list as a CSV that a spreadsheet opens."""
        return posting_sums.export(self._rooms, case, query, progress)

    # --- adding ---------------------------------------------------------------------

    def preview(self, case: str, text: str, progress: Progress) -> PastePreview:
        """Read pasted lines: new, here, twice, or no address; nothing is written."""
        return pasting.preview(self._rooms, case, text, progress)

    def add(
        self,
        case: str,
        urls: Sequence[str],
        *,
        found_how: str = "MONITORING",
        item: str = "",
        parent: str = "",
        progress: Progress,
    ) -> int:
        """Add the addresses that are new, in one step; return how many were.

        Lines that hold no address are passed over: ``preview`` has told them.
        """
        return len(self._add(case, urls, (found_how, item, parent), progress))

    def repost(self, posting: str, url: str) -> str:
        """Note that it was uploaded again elsewhere (재유포); return the new posting.

        The former posting stays what it is: removed is removed.

        Raises:
            InvalidInput: it is no address, or one that the case has already.
        """
        rooms, former = self._rooms, self._rooms.record("posting", posting)
        case, how = str(former["case"]), "MONITORING"
        with rooms.one_step(Deed.ADD):
            told = (how, str(former["item"] or ""), former.id)
            found = self._add(case, (url,), told, Silent())
            if len(found) != 1:
                raise InvalidInput(what="address", why="not-new")
            if former["material"]:
                self._say(Deed.ADD, found[0], {"material": former["material"]})
            mark_all(rooms, case, (posting,), Step("REUPLOADED", "", ""), Silent())
        return found[0]

    def _add(
        self,
        case: str,
        urls: Sequence[str],
        told: tuple[str, str, str],
        progress: Progress,
    ) -> tuple[str, ...]:
        rooms, (how, item, parent) = self._rooms, told
        said: dict[str, Value] = {"found_how": how, "item": item, "parent": parent}
        if item:
            said["material"] = rooms.record("material", item)["kind"]
        with rooms.one_step(Deed.ADD):
            found = add(rooms, case, urls, said, progress)
            if found and item:
                requesters.preserve(rooms, case)
        return found

    # --- what was done, and what came of it --------------------------------------------

    def mark(
        self,
        case: str,
        postings: Sequence[str],
        mark: Mark,
        *,
        on: str = "",
        remark: str = "",
        progress: Progress,
    ) -> Marked:
        """Note the same thing of many postings in one step; what does not follow is named."""
        step = Step(mark, on, remark)
        return mark_all(self._rooms, case, postings, step, progress)

    def note_action(self, posting: str, said: Mapping[str, Value]) -> str:
        """Note an action as somebody else tells it; what another system numbered counts once."""
        rooms, row = self._rooms, self._rooms.record("posting", posting)
        if said.get(_SYSTEM) and said.get(_NUMBER):
            action = outside_id(str(said[_SYSTEM]), str(said[_NUMBER]))
            known = rooms.register.get("deletion_action", action)
            if known is not None and not known.gone:
                return action
        else:
            action = new_id(rooms.clock.wall())
        with rooms.about_case(Deed.REQUEST, str(row["case"])) as say:
            told = {"case": row["case"], "posting": row.id, "deleted": None, **said}
            for name, value in told.items():
                say.set("deletion_action", action, name, value)
        return action

    def change_action(self, action: str, said: Mapping[str, Value]) -> None:
        """Change what is known of an action: its receipt number, minutes, channel."""
        row = self._rooms.record("deletion_action", action)
        with self._rooms.about_case(Deed.CHANGE, str(row["case"])) as say:
            for name, value in said.items():
                say.set("deletion_action", action, name, value)

    def change(self, posting: str, said: Mapping[str, Value]) -> None:
        """Change what is known of a posting; stopping its checks takes its next day away."""
        rooms, row = self._rooms, self._rooms.record("posting", posting)
        told = dict(said)
        if told.get("check_stopped"):
            told["next_check"] = None
        elif "check_stopped" in told:
            told["check_stopped"] = None
            today = rooms.clock.today().isoformat()
            result = str(row["result"] or "")
            told.setdefault("next_check", Rechecks(rooms).after(result, today, today))
        with rooms.one_step(Deed.CHANGE):
            self._say(Deed.CHANGE, posting, told)
            requesters.preserve(rooms, str(row["case"]))

    def leaks(self, posting: str, details: Sequence[str]) -> None:
        """Say which personal details (신상정보) stand beside the material."""
        rooms, row = self._rooms, self._rooms.record("posting", posting)
        case, before = str(row["case"]), self.line(posting).leaks
        with rooms.about_case(Deed.CHANGE, case) as say:
            for kind in dict.fromkeys((*before, *details)):
                box = tick_id("leak", posting, kind)
                say.set("leak", box, "case", case)
                say.set("leak", box, "of", posting)
                say.set("leak", box, "kind", kind)
                say.set("leak", box, "chosen", kind in details)

    def retract(self, posting: str, reason: str = "mistake") -> None:
        """Withdraw a posting that was noted by mistake, with the actions noted about it."""
        rooms, row = self._rooms, self._rooms.record("posting", posting)
        actions = rooms.register.find("deletion_action", posting=posting)
        with rooms.about_case(Deed.RETRACT, str(row["case"])) as say:
            say.retract("posting", posting, reason)
            for one in actions:
                say.retract("deletion_action", one.id, reason)

    def _say(self, deed: Deed, posting: str, said: Mapping[str, Value]) -> None:
        row: Row = self._rooms.record("posting", posting)
        with self._rooms.about_case(deed, str(row["case"])) as say:
            for name, value in said.items():
                say.set("posting", posting, name, value)

    # --- may it go out -------------------------------------------------------------------

    def gate(self, case: str) -> DeletionGate:
        """Return whether requests may go out, on which ground, with which papers."""
        return requesters.gate_of(self._rooms, case)

    def requester(self, case: str) -> RequesterView:
        """Return who asks for the deletion."""
        return requesters.requester_of(self._rooms, case)

    def set_requester(
        self,
        case: str,
        kind: str,
        *,
        name: str = "",
        papers: Mapping[str, str] | None = None,
        on: str = "",
    ) -> None:
        """Say who asks for the deletion, and which papers were seen."""
        requesters.set_requester(self._rooms, case, kind, name, papers or {}, on)

    def set_wish(self, case: str, will: str) -> None:
        """Keep whether the victim wants deletion (24조)."""
        requesters.set_wish(self._rooms, case, will)

    # --- asking a platform ---------------------------------------------------------------

    def by_site(
        self, case: str, postings: Sequence[str]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the postings grouped by the host of whoever is asked: one request for each."""
        return requesting.by_site(self._rooms, case, postings)

    def request_form(
        self, case: str, site: str, postings: Sequence[str], language: str = "ko"
    ) -> NamedBytes:
        """Return the statutory request form (삭제요청서) for one site as a PDF."""
        return requesting.request_form(self._rooms, case, site, postings, language)

    def draft(
        self, case: str, site: str, postings: Sequence[str], language: str = "ko"
    ) -> DraftView:
        """Return an e-mail for a person to send; nothing is sent or noted."""
        return requesting.draft(self._rooms, case, site, postings, language)

    # --- over all cases --------------------------------------------------------------------

    def due(self, until: str = "", limit: int = 200) -> tuple[DueLine, ...]:
        """Return the postings to look at again by a day, over all cases."""
        return Rechecks(self._rooms).due(until, limit)

    def due_rows(self, until: str = "", *, progress: Progress) -> "array[int]":
        """Return the row numbers of every posting to look at again by a day."""
        return Rechecks(self._rooms).due_rows(until, progress)

    def due_lines(self, rows: Sequence[int]) -> tuple[DueLine, ...]:
        """Return the postings with these row numbers as lines of the calendar."""
        return Rechecks(self._rooms).due_lines(rows)

    def center_counts(self) -> tuple[CountLine, ...]:
        """Return this center's numbers, as they are kept."""
        return posting_sums.center_counts(self._rooms)

    def recount(self) -> int:
        """Return how many kept counts differ from their rows; must be 0."""
        return self._rooms.register.wrong_counts()

    def choices(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the codes of a list with their words, for a page that offers them."""
        language = self._rooms.language
        return tuple(
            (one.code, one.ko if language == "ko" else one.en)
            for one in (CODES.offered(name) if name in CODES.lists else ())
        )
