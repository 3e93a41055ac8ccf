"""Destruction (파기): what goes, why, who approved; the chain still verifies afterwards.

* A case, or only who she is, or only what she told: classes of its scope. What goes and what
  stays is shown beforehand, kind by kind, and where words have already gone.
* The number of the case is typed back. There is no way back from it.
* Where the center has another supervisor, one who did not ask for it approves (개인정보보호법
  21조; C1 of the domain: a person decides, never the program).
* Gone are bodies, salts, rows, drafts, search tokens, sealed files, saved filters that tell of
  her and the write-ahead log;
  what stays is a hash, a code, a date, and the lines of the access log, which name an id.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from intake import documents
from intake.attachments import Attachments
from intake.clock import local
from intake.consent.retention import NOW, duties
from intake.consent.roles import Act
from intake.desk.copies import copies_of
from intake.desk.erasure_view import (
    count_of,
    counts_of,
    drafts_of,
    files_of,
    sent_of,
    view_of,
)
from intake.desk.retention import facts_of
from intake.desk.rooms import Rooms
from intake.desk.traces import clear_outbox, leave_no_copy, left_behind
from intake.desk.views import NamedBytes
from intake.desk.views.office import (
    DestructionView,
    ErasePreview,
)
from intake.errors import InvalidInput, NeedsApproval, NotFound, NotYours, OnHold
from intake.exchange.carried import note_gone
from intake.ids import Scope, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import CLASSES
from intake.ledger.erasure import find_target, ground_code, part_hash
from intake.progress import Progress, Silent
from intake.register import Row

if TYPE_CHECKING:
    from intake.desk.interviews import Interviews

# What can be chosen; a whole case is every class.
PARTS = {
    "whole": CLASSES,
    "narrative": ("narrative",),
    "identity": ("identity",),
}
_BEYOND = ("erase-beyond-paper", "erase-beyond-agency", "erase-beyond-backup")


class Erasing:
    """What can be done about destroying."""

    def __init__(self, rooms: Rooms, interviews: "Interviews") -> None:
        """Work in these rooms; ``interviews`` lets go of those that lie open in memory."""
        self._rooms = rooms
        self._interviews = interviews

    # --- before ------------------------------------------------------------------------

    def preview(self, case: str, what: str = "whole") -> ErasePreview:
        """Return exactly what would go, what would stay, and what cannot be reached.

        Raises:
            InvalidInput: ``what`` is not ``whole``, ``narrative`` or ``identity``.
        """
        rooms, row, classes = self._rooms, self._seen(case), _classes(what)
        goes, stays = counts_of(rooms, case, classes)
        held = bool(row["hold"])
        facts = facts_of(rooms, row)
        waiting = next((w for w in self.waiting() if w.case == case), None)
        return ErasePreview(
            case=case,
            number=str(row["number"] or ""),
            parts=classes,
            goes=goes,
            stays=stays,
            attachments=len(files_of(rooms, case, classes)),
            drafts=drafts_of(rooms, case),
            sent=sent_of(rooms, case),
            beyond=_BEYOND,
            duties=duties(facts, held=held, asked=facts.told == NOW),
            held=held,
            other_supervisors=self._others(),
            asked_number=waiting.number if waiting else "",
            may=not held and self._may_now(waiting),
        )

    def _seen(self, case: str) -> Row:
        rooms = self._rooms
        rooms.sight.must(Act.CASEWORK)
        row = rooms.case(case)
        if not rooms.sight.sees(case):
            raise NotYours(what="case")
        return row

    def _others(self) -> tuple[str, ...]:
        sight = self._rooms.sight
        return tuple(one for one in sight.supervisors() if one != sight.who)

    def _may_now(self, waiting: DestructionView | None) -> bool:
        sight = self._rooms.sight
        if not self._others():
            return sight.may(Act.SUPERVISE)
        return waiting is not None and (
            bool(waiting.approved_by)
            or (sight.may(Act.SUPERVISE) and waiting.asked_by != sight.who)
        )

    # --- asking and approving ------------------------------------------------------------

    def ask(self, case: str, what: str, ground: str) -> str:
        """Ask for a destruction that another supervisor approves; return its number.

        Raises:
            OnHold: it must be kept. InvalidInput: an unknown part or ground.
        """
        row, classes = self._seen(case), _classes(what)
        code = ground_code(ground)
        if row["hold"]:
            raise OnHold(cls=what)
        rooms, number = self._rooms, self._next_number()
        with rooms.one_step(Deed.ERASE):
            for cls in classes:
                self._say(
                    new_id(rooms.clock.wall()),
                    {
                        "number": number,
                        "part": part_hash(scope_of("case", case), cls).hex(),
                        "cls": cls,
                        "ground": code,
                        "done_by": rooms.sight.who,
                        "whole": what == "whole",
                    },
                )
        rooms.log.note("erase-asked", case, loud=True)
        return number

    def approve(self, number: str) -> None:
        """Approve what somebody else asked for (파기 승인); nothing is destroyed by this.

        Raises:
            NotYours: the person here is no supervisor, or asked for it herself.
            NotFound: nothing of that number waits.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        rows = self._waiting_rows(number)
        if rows[0]["done_by"] == rooms.sight.who and self._others():
            raise NotYours(what="own-request")
        with rooms.one_step(Deed.ERASE):
            for row in rows:
                self._say(row.id, {"approved_by": rooms.sight.who})
        rooms.log.note("erase-approved", self._case_of(rows[0]), loud=True)

    def drop(self, number: str) -> None:
        """Take a request back: whoever asked for it, or a supervisor.

        Raises:
            NotYours: it is somebody else's.
            NotFound: nothing of that number waits.
        """
        rooms, rows = self._rooms, self._waiting_rows(number)
        if rows[0]["done_by"] != rooms.sight.who:
            rooms.sight.must(Act.SUPERVISE)
        with rooms.one_step(Deed.ERASE):
            for row in rows:
                with rooms.noting(Deed.RETRACT, scope_of("record", row.id)) as say:
                    say.retract("destruction", row.id, "dropped")

    def waiting(self) -> tuple[DestructionView, ...]:
        """Return what was asked for and is not carried out, newest first."""
        return tuple(one for one in self._book() if not one.done_on)

    def done(self) -> tuple[DestructionView, ...]:
        """Return the book of destruction (파기 대장), newest first; it names nobody."""
        return tuple(one for one in self._book() if one.done_on)

    # --- destroying --------------------------------------------------------------------------

    def destroy(
        self,
        case: str,
        what: str,
        ground: str,
        typed_number: str,
        progress: Progress | None = None,
    ) -> DestructionView:
        """Destroy it for good; the number of the case is typed back.

        Raises:
            InvalidInput: the number is not that of the case. OnHold: it must be kept.
            NeedsApproval: the center has another supervisor, who has not approved.
            NotYours: the person here may not.
        """
        rooms, row, classes = self._rooms, self._seen(case), _classes(what)
        progress = progress or Silent()
        code = ground_code(ground)
        if (
            "".join(typed_number.split()).casefold()
            != str(row["number"] or "").casefold()
        ):
            raise InvalidInput(what="number", why="not-the-same")
        if row["hold"]:
            raise OnHold(cls=what)
        approved = self._approved(case, classes)
        files = files_of(rooms, case, classes)
        self._interviews.forget()
        clear_outbox(self._rooms, case)
        number = self._carry_out(case, classes, code, approved, len(files), progress)
        Attachments(rooms.vault.folder).forget(files)
        leave_no_copy(self._rooms)
        rooms.log.note("erase", case, loud=True)
        self._prove(number, progress)
        rooms.touched.add("case", "destruction", "interview", "evidence", "finder")
        return next(one for one in self._book() if one.number == number)

    def _approved(self, case: str, classes: Sequence[str]) -> tuple[Row, ...]:
        """Return the approved request, or nothing where the person here decides alone."""
        rooms = self._rooms
        parts = {part_hash(scope_of("case", case), cls).hex() for cls in classes}
        rows = [r for r in self._open_rows() if str(r["part"]) in parts]
        asked = {str(row["number"]): row for row in rows}
        whole = [
            n
            for n in asked
            if {str(r["part"]) for r in rows if r["number"] == n} == parts
        ]
        for number in whole:
            mine = [row for row in rows if row["number"] == number]
            by = mine[0]["approved_by"]
            if not by and rooms.sight.may(Act.SUPERVISE):
                by = (
                    rooms.sight.who
                )  # carrying out what somebody else asked is approving it
            if by and (by != mine[0]["done_by"] or not self._others()):
                return tuple(mine)
        others = self._others()
        if others:
            raise NeedsApproval(supervisors=len(others))
        rooms.sight.must(Act.SUPERVISE)
        return ()

    def _carry_out(
        self,
        case: str,
        classes: Sequence[str],
        ground: str,
        asked: Sequence[Row],
        files: int,
        progress: Progress,
    ) -> str:
        """Destroy every class and write the book, in one transaction."""
        rooms, scope = self._rooms, scope_of("case", case)
        number = str(asked[0]["number"]) if asked else self._next_number()
        lines = {str(row["cls"]): row for row in asked}
        whole = len(classes) == len(CLASSES)
        traces, copies = (
            left_behind(rooms, case, whole=whole),
            copies_of(rooms, case, classes),
        )
        with rooms.vault.writing() as db:
            note_gone(db, number, copies, rooms.clock.wall())
            for name, text in traces.items():
                rooms.vault.keep_fact(name, text)
            for done, cls in enumerate(classes):
                progress.step(done, len(classes) + 1, "progress-erasing")
                gone = rooms.ledger.erase(scope, cls, ground, rooms.sight.who)
                line = lines.get(cls)
                self._say(
                    line.id if line else new_id(rooms.clock.wall()),
                    {
                        "number": number,
                        "part": gone.part,
                        "cls": cls,
                        "ground": ground,
                        "done_on": rooms.clock.today().isoformat(),
                        "done_by": str(line["done_by"]) if line else rooms.sight.who,
                        "approved_by": str(
                            (line["approved_by"] if line else None) or rooms.sight.who
                        ),
                        "records": gone.entries,
                        "attachments": files if cls == "material" else 0,
                        "whole": whole,
                    },
                )
        return number

    def _prove(self, number: str, progress: Progress) -> None:
        """Check every chain, and note the day on which it held."""
        rooms = self._rooms
        if not rooms.ledger.verify(progress).ok:
            return
        with rooms.one_step(Deed.ERASE):
            for row in self._rows_of(number):
                self._say(row.id, {"proven_on": rooms.clock.today().isoformat()})

    # --- afterwards --------------------------------------------------------------------------

    def certificate(self, number: str, case_number: str = "") -> NamedBytes:
        """Return the certificate of destruction (파기 확인서) as a PDF.

        ``case_number`` is printed on her own copy only; it is known no longer.

        Raises:
            NotFound: nothing of that number was destroyed.
        """
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        rows = self._rows_of(number)
        if not rows or not rows[0]["done_on"]:
            raise NotFound(entity="destruction")
        view = view_of(rows)
        paper = documents.DestructionCertificate(
            number=number,
            center=rooms.who.center_name,
            done_on=view.done_on,
            ground=rows[0].label("ground", rooms.language),
            whole=view.whole,
            parts=tuple(
                (row.label("cls", rooms.language), str(row["part"]), count_of(row))
                for row in rows
            ),
            attachments=view.attachments,
            asked_by=view.asked_by,
            approved_by=view.approved_by,
            proven_on=view.proven_on,
            position=rooms.ledger.position_hash(),
            case_number=case_number,
        )
        data = documents.draw_destruction_certificate(paper, rooms.language)
        rooms.log.note("print", purpose="REQUEST", loud=True)
        return NamedBytes(f"{number.lower()}.pdf", data)

    # --- the book ----------------------------------------------------------------------------

    def _book(self) -> tuple[DestructionView, ...]:
        self._rooms.sight.must(Act.LOOK)
        numbers: dict[str, list[Row]] = {}
        for row in self._rooms.register.find("destruction"):
            numbers.setdefault(str(row["number"]), []).append(row)
        views = [self._named(rows) for rows in numbers.values()]
        return tuple(sorted(views, key=lambda one: one.number, reverse=True))

    def _named(self, rows: Sequence[Row]) -> DestructionView:
        """Return a line; while it waits, it says which case it would be."""
        case = "" if rows[0]["done_on"] else self._case_of(rows[0])
        if not case:
            return view_of(rows)
        row = self._rooms.sight.unveiled.get("case", case)
        return view_of(rows, case, str(row["number"] or "") if row else "")

    def _case_of(self, row: Row) -> str:
        with self._rooms.vault.writing() as db:
            found = find_target(db, bytes.fromhex(str(row["part"])))
        scope = found[0] if found else Scope("/")
        return scope.partition("/")[2]

    def _open_rows(self) -> tuple[Row, ...]:
        rows = self._rooms.register.find("destruction")
        return tuple(row for row in rows if not row["done_on"])

    def _rows_of(self, number: str) -> tuple[Row, ...]:
        rows = self._rooms.register.find("destruction")
        mine = [row for row in rows if row["number"] == number]
        return tuple(sorted(mine, key=lambda row: CLASSES.index(str(row["cls"]))))

    def _waiting_rows(self, number: str) -> tuple[Row, ...]:
        rows = tuple(row for row in self._rows_of(number) if not row["done_on"])
        if not rows:
            raise NotFound(entity="destruction")
        return rows

    def _say(self, record: str, said: dict[str, str | int | bool]) -> None:
        scope = scope_of("record", record)
        with self._rooms.noting(Deed.ERASE, scope, logged=False) as say:
            for name, value in said.items():
                say.set("destruction", record, name, value)

    def _next_number(self) -> str:
        """Return year-center-laptop-sequence, as in D2026-IC-1-003."""
        rooms = self._rooms
        year = local(rooms.clock.wall()).year
        with rooms.vault.writing():
            used = int(rooms.vault.fact(f"destroyed/{year}") or 0) + 1
            rooms.vault.keep_fact(f"destroyed/{year}", str(used))
        device = rooms.vault.device_id[-4:].upper()
        return f"D{year}-{rooms.who.center_code}-{device}-{used:03d}"


def _classes(what: str) -> tuple[str, ...]:
    if what not in PARTS:
        raise InvalidInput(what="part", why="unknown-code")
    return PARTS[what]
