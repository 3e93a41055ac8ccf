"""Evidence (증거): taken without a trace where it must be, kept sealed where it may be.

* What is kept of a file is decided by ``intake.evidence.policy`` alone.
* Every time somebody holds, looks at or hands on a piece is a step in its chain (보관 연속성);
  steps are added, never corrected, and undo does not offer them.
* What is looked at is decoded in memory and handed out as bare pixels: no thumbnail, no copy.
"""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path

from intake.attachments import Attachments
from intake.clock import utc
from intake.desk.checking import EvidenceChecks
from intake.desk.evidence_lines import EvidenceLines, may_show
from intake.desk.handing import hand_over, judged
from intake.desk.likenesses import Likeness
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.stamping import Stamps
from intake.desk.taking import (
    Taken,
    Taker,
    chained,
    facts_of,
    look,
    say_prints,
    say_step,
    set_all,
)
from intake.desk.views import NamedBytes
from intake.desk.views.evidence import (
    Added,
    Checked,
    CustodyLine,
    EvidenceLine,
    FileNote,
    Likenesses,
    StampLine,
    Viewing,
)
from intake.errors import Cancelled, InvalidInput, OnHold, UnsuitableFile
from intake.evidence import Keeping, Seen, opened
from intake.ids import natural_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress, Silent
from intake.register import ListQuery, Row, Value
from intake.register.keys import outside_id

_LONGEST = 1600  # pixels of a side on the screen
_LARGEST = 256 << 20  # bytes of a picture that is opened in memory
_HEX = frozenset("0123456789abcdef")
_DIGITS = 64  # of a SHA-256 and of a PDQ alike
_PLAIN = FileNote()


class Evidence:
    """What can be done with evidence."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._shelf = Attachments(rooms.vault.folder)
        self._taker = Taker(rooms, self._shelf)
        self._lines = EvidenceLines(rooms, self._shelf)
        self._stamps = Stamps(rooms)
        self._likeness = Likeness(rooms)
        self._checks = EvidenceChecks(rooms, self._shelf)

    # --- taking ------------------------------------------------------------------

    def add_file(
        self,
        case: str,
        path: Path,
        kind: str,
        note: FileNote = _PLAIN,
        progress: Progress | None = None,
    ) -> Added:
        """Take a file as evidence: read in place, fingerprinted, sealed only where it may be.

        Raises:
            UnsuitableFile, NoRoom, Cancelled: nothing was kept.
        """
        progress = progress or Silent()
        self._rooms.case(case)
        evidence, taken, again = self._taker.take(case, path, kind, note, progress)
        return self._added(evidence, taken, again=again, progress=progress)

    def add_hash(
        self,
        case: str,
        value: str,
        system: str = "",
        number: str = "",
        kind: str = "ORIGINAL",
        title: str = "",
    ) -> str:
        """Note a SHA-256 or a PDQ that another system gave; there is no file here.

        Raises:
            InvalidInput: it is neither: 64 hexadecimal digits; say ``pdq:`` before a PDQ.
        """
        self._rooms.case(case)
        name, digits = _hash_of(value)
        known = outside_id(system, number) if system and number else ""
        evidence = known or natural_id("evidence", case, name, digits)
        rooms = self._rooms
        said: dict[str, Value] = {
            "case": case,
            "kind": kind,
            name: digits,
            "title": title,
            "store": "ELSEWHERE",
            "sexual": True,  # nobody here has seen it
            "outside_system": system,
            "outside_number": number,
            "acquired_at": utc(rooms.clock.wall()),
            "acquired_by": rooms.who.counselor,
        }
        there = rooms.register.get("evidence", evidence)
        if there is not None and not there.gone and there[name] == digits:
            return evidence
        with rooms.vault.writing(), chained(rooms, Deed.ATTACH, case) as say:
            set_all(say, "evidence", evidence, said)
            sha256 = digits if name == "sha256" else None
            say_step(rooms, say, (case, evidence), kind="TYPED", sha256=sha256)
            if name == "pdq":
                record = natural_id("fingerprint", evidence, "PDQ", "0")
                line: dict[str, Value] = {"case": case, "evidence": evidence}
                set_all(
                    say, "fingerprint", record, {**line, "kind": "PDQ", "value": digits}
                )
        return evidence

    def refingerprint(
        self, evidence: str, path: Path | None = None, progress: Progress | None = None
    ) -> int:
        """Make the fingerprints again, of the sealed file or of the same file shown again.

        Returns how many there are.

        Raises:
            UnsuitableFile: the file is another one, or none is sealed here.
        """
        row, progress = self._row(evidence), progress or Silent()
        found = self._seen_again(row, path, progress)
        case = str(row["case"])
        with self._rooms.vault.writing():
            with chained(self._rooms, Deed.ATTACH, case) as say:
                set_all(say, "evidence", evidence, facts_of(found))
                say_step(self._rooms, say, row, kind="HASHED", sha256=row["sha256"])
            say_prints(self._rooms, case, evidence, found.lines)
        return len(found.lines)

    def remove(self, evidence: str, reason: str) -> None:
        """Take a piece out (잘못 넣음): its file goes for good, its chain and history stay.

        Raises:
            OnHold: the case must be kept (성폭력방지법 7조의3③).
        """
        row = self._row(evidence)
        case = self._rooms.case(str(row["case"]))
        if case["hold"] or case["keep_evidence"]:
            raise OnHold(cls="material")
        with chained(self._rooms, Deed.RETRACT, case.id) as say:
            say_step(self._rooms, say, row, kind="DESTROYED")
            say.set("evidence", evidence, "attachment", None)
            say.set("evidence", evidence, "attachment_key", None)
            say.retract("evidence", evidence, reason)
        self._shelf.forget([str(row["attachment"])] if row["attachment"] else [])

    # --- reading -----------------------------------------------------------------

    def list(self, case: str) -> tuple[EvidenceLine, ...]:
        """Return the evidence of a case, newest first."""
        query = ListQuery("evidence", equals=(("case", case),), order=("-acquired_at",))
        return tuple(
            self._lines.line(row) for row in self._rooms.register.first(query, -1)
        )

    def get(self, evidence: str) -> EvidenceLine:
        """Return one piece."""
        return self._lines.line(self._row(evidence))

    def custody(self, evidence: str) -> tuple[CustodyLine, ...]:
        """Return the chain of a piece, oldest first: who held, saw or handed it on."""
        return self._lines.steps(evidence)

    def stamps(self, evidence: str) -> tuple[StampLine, ...]:
        """Return the time stamps of a piece, waiting requests too."""
        return self._stamps.of(evidence)

    def similar(self, evidence: str, progress: Progress | None = None) -> Likenesses:
        """Return what a piece is like: items of its case, and how many other cases."""
        return self._likeness.of(self._row(evidence), progress or Silent())

    # --- looking and handing on ----------------------------------------------------

    def view(self, evidence: str, purpose: str, reason: str) -> Viewing:
        """Open a picture to be looked at; who, why and when is written down first.

        Raises:
            UnsuitableFile: it is never shown, not sealed here, or no picture.
            InvalidInput: no reason.
        """
        rooms, row = self._rooms, self._row(evidence)
        _check_reason(reason)
        if not may_show(row, self._shelf):
            raise UnsuitableFile(why="never-shown")
        from intake.evidence.pictures import picture  # noqa: PLC0415 - loads when needed

        wide, high, pixels = picture(io.BytesIO(self._sealed_bytes(row)), _LONGEST)
        said: dict[str, Value] = {"purpose": purpose, "reason": reason}
        with chained(rooms, Deed.CUSTODY, str(row["case"]), looking=True) as say:
            custody = say_step(rooms, say, row, kind="VIEWED", **said)
        return Viewing(custody, wide, high, pixels)

    def seen(self, custody: str, seconds: int) -> None:
        """Note how long a picture that was opened stood uncovered; said once."""
        row = self._rooms.record("custody", custody)
        if row["kind"] != "VIEWED" or row["seconds"] is not None:
            raise InvalidInput(what="custody", why="said-already")
        case = str(row["case"])
        with chained(self._rooms, Deed.CUSTODY, case, looking=True) as say:
            say.set("custody", custody, "seconds", max(0, seconds))

    def copy_out(
        self,
        evidence: str,
        folder: Path,
        purpose: str,
        reason: str,
        medium_number: str = "",
        *,
        to: str = "",
        agency: str = "",
        progress: Progress | None = None,
    ) -> Path:
        """Write a sealed file, opened, into a folder somebody chose; return where it lies.

        A copy for somebody (``to`` or ``agency``) is judged as a hand-over is, and is among
        what left.

        Raises:
            ConsentMissing: it may not go to whom it is for; nothing was written.
            UnsuitableFile: it is not sealed here; or it may only go to an investigation.
            NotYours: an emergency opens a case for looking only.
            PolicyForbids: the folder lies on a drive that IT does not allow.
        """
        row, progress = self._row(evidence), progress or Silent()
        self._rooms.sight.check_scope(scope_of("case", str(row["case"])))
        _check_reason(reason)
        check_drive(self._rooms.policy, folder)
        if not may_show(row, self._shelf) and purpose != "INVESTIGATION":
            raise UnsuitableFile(why="never-shown")
        said: dict[str, Value] = {"agency": agency, "purpose": purpose, "reason": reason, "medium_number": medium_number}  # fmt: skip
        leaves = bool(to.strip() or agency)
        if leaves:
            judged(self._rooms, row, to, said)
        made = self._checks.write_out(row, folder, progress)
        try:
            if leaves:
                hand_over(self._rooms, row, to, said, kind="COPIED")
            else:
                self._note(row, kind="COPIED", **said)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
        return made

    def hand_over(
        self,
        evidence: str,
        to: str,
        purpose: str,
        reason: str = "",
        agency: str = "",
        medium_number: str = "",
    ) -> None:
        """Note that a piece was handed over (인계), and to whom; it is among what left.

        Raises:
            InvalidInput: nobody is named.
            ConsentMissing: she said no, and no reason is given.
        """
        if not to.strip() and not agency:
            raise InvalidInput(what="handed-to", why="missing")
        said: dict[str, Value] = {
            "agency": agency,
            "purpose": purpose,
            "reason": reason,
            "medium_number": medium_number,
        }
        hand_over(self._rooms, self._row(evidence), to, said)

    def returned(self, evidence: str, by: str, medium_number: str = "") -> None:
        """Note that a piece came back (반환)."""
        said: dict[str, Value] = {"handed_to": by, "medium_number": medium_number}
        self._note(self._row(evidence), kind="RETURNED", **said)

    # --- proving -------------------------------------------------------------------

    def check(
        self, case: str = "", evidence: str = "", progress: Progress | None = None
    ) -> Checked:
        """Open every sealed file and hash it again: of one piece, one case, or all."""
        return self._checks.check(case, evidence, progress or Silent())

    def stamp_request(self, evidence: str) -> NamedBytes:
        """Return the request for a time stamp, to be carried to an authority on a stick."""
        return self._stamps.ask(self._row(evidence))

    def stamp_requests(self, evidence: Sequence[str], folder: Path) -> int:
        """Write a request for each of these into a folder; return how many."""
        asked = [
            self.stamp_request(one) for one in evidence if self._row(one)["sha256"]
        ]
        self._checks.write_requests(asked, folder)
        return len(asked)

    def take_stamp(self, answer: bytes, authority: bytes = b"") -> StampLine:
        """Take the answer of an authority in, with its certificate where it brings none.

        Raises:
            StampRefused: it is for another file or request, or its signature does not hold.
        """
        return self._stamps.take(answer, [authority] if authority else [])

    # --- files ---------------------------------------------------------------------

    def files_of(self, case: str) -> tuple[str, ...]:
        """Return the sealed files of a case: what must go when its material is destroyed."""
        query = ListQuery("evidence", equals=(("case", case),), gone=True)
        rows = self._rooms.register.first(query, -1)
        return tuple(str(row["attachment"]) for row in rows if row["attachment"])

    # --- below -----------------------------------------------------------------------

    def _row(self, evidence: str) -> Row:
        return self._rooms.record("evidence", evidence)

    def _note(self, row: Row, **said: Value) -> str:
        with chained(self._rooms, Deed.CUSTODY, str(row["case"])) as say:
            return say_step(self._rooms, say, row, **said)

    def _added(
        self, evidence: str, taken: Taken, *, again: bool, progress: Progress
    ) -> Added:
        like = self._likeness.of(self._row(evidence), _Quiet(progress))
        return Added(
            evidence=evidence,
            sha256=taken.sum.sha256,
            store=str(self._row(evidence)["store"]),
            again=again,
            prints=len(taken.seen.lines),
            why_id=f"evidence-unseen-{taken.seen.why}" if taken.seen.why else "",
            same=sum(one.likely == "same" for one in like.here),
            look=sum(one.likely == "look" for one in like.here),
            elsewhere=like.cases,
        )

    def _seen_again(self, row: Row, path: Path | None, progress: Progress) -> Seen:
        if path is None:
            from intake.evidence.fingerprint import seen  # noqa: PLC0415 - when needed
            from intake.evidence.looks import looks_of  # noqa: PLC0415

            data = self._sealed_bytes(row)
            return seen(io.BytesIO(data), *looks_of(data[:512]), progress)
        with opened(path) as source:
            unkept = Keeping("METADATA", sexual=True, may_show=False, may_travel=False)
            taken = look(source, unkept, None, progress)
        if row["sha256"] and taken.sum.sha256 != row["sha256"]:
            raise UnsuitableFile(why="other-file")
        return taken.seen

    def _sealed_bytes(self, row: Row) -> bytes:
        name, key = str(row["attachment"] or ""), str(row["attachment_key"] or "")
        if not key or not self._shelf.has(name):
            raise UnsuitableFile(why="not-sealed")
        if self._shelf.size(name) > _LARGEST:
            raise UnsuitableFile(why="not-a-picture")
        return b"".join(self._shelf.read(name, key))


class _Quiet:
    """What follows a file that was taken is shown, and can no longer be cancelled."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int, what: str) -> None:
        """Report; the file is in by now, so a cancel comes too late."""
        with contextlib.suppress(Cancelled):
            self._progress.step(done, total, what)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise InvalidInput(what="reason", why="missing")


def _hash_of(value: str) -> tuple[str, str]:
    """Return which field a typed hash belongs to, and its digits."""
    plain = "".join(value.lower().split())
    name, digits = ("pdq", plain[4:]) if plain.startswith("pdq:") else ("sha256", plain)
    if len(digits) != _DIGITS or set(digits) - _HEX:
        raise InvalidInput(what="hash", why="not-a-digest")
    return name, digits
