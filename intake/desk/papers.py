"""Papers that go outside (대외 문서): looked at, issued with a number, verified years later.

* A preview is a draft on every page. Issuing freezes every number, gives the paper its document
  number (문서번호) and keeps the hash of its bytes; the bytes go to whoever asked for them.
* A paper that was issued is never changed: a newer one replaces it, and the old one is void.
* With a center's key file the paper is sealed; without one it is printed and stamped by hand.
* What was refused, cancelled or could not be written was not issued: no number is used for it.
* In a paper for a court only cases stand whose victims agreed to that court.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from intake.consent.roles import Act
from intake.desk.figures import Figures
from intake.desk.paper_choosing import choices, heads, parts
from intake.desk.paper_gathering import Gathered, drawn_of, gathered
from intake.desk.paper_issuing import Finish, finish_of, terms
from intake.desk.paper_keeping import keep_paper, sees_paper, void_paper
from intake.desk.paper_kinds import kind_of
from intake.desk.paper_numbers import next_number
from intake.desk.paper_placing import Laid, check_place, place_of
from intake.desk.paper_proving import Proving, read_beside, read_paper
from intake.desk.paper_saying import missing_of, told_of, warnings_of
from intake.desk.policies_drives import check_drive
from intake.desk.redactions import redactions_for, redactions_in
from intake.desk.rooms import Rooms
from intake.desk.roots import known_roots
from intake.desk.views import NamedBytes
from intake.desk.views.packs import PackPreview, SavedPack
from intake.desk.views.papers import (
    IssuedLine,
    PaperChoice,
    PaperHead,
    PaperPart,
    PaperPlan,
    PaperPreview,
    SavedPaper,
    VerifiedView,
)
from intake.desk.views.redactions import RedactionLine
from intake.errors import IntakeError
from intake.progress import Progress, Silent
from intake.register import CODES, Row

_QUIET = Silent()


class Papers:
    """What can be printed for somebody outside."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms, self._proving = rooms, Proving(rooms)

    # --- choosing ----------------------------------------------------------------------

    def kinds(self, about_kind: str = "") -> tuple[PaperChoice, ...]:
        """Return the papers that can be made here; ``about_kind``: only those about that."""
        return choices(self._rooms, about_kind)

    def parts(self, kind: str) -> tuple[PaperPart, ...]:
        """Return what may be left out of a kind of paper (``without``), by code and in words.

        Raises:
            InvalidInput: there is no such paper.
        """
        return parts(self._rooms, kind)

    def heads(self, about_kind: str, about: str) -> tuple[PaperHead, ...]:
        """Return courts, numbers and accused that the records of these cases know."""
        return heads(self._rooms, about_kind, about)

    # --- making ------------------------------------------------------------------------

    def preview(self, plan: PaperPlan, progress: Progress = _QUIET) -> PaperPreview:
        """Return the paper as a draft, with what is missing; nothing is kept.

        Raises:
            ConsentMissing: nobody agreed to that court.
            NotYours: one of the cases is not for the person here to see.
            InvalidInput: there is no such paper, or no such day.
        """
        rooms = self._rooms
        ready = gathered(rooms, plan, rooms.texts("paper-draft"), progress, draft=True)
        data = self._drawn(ready, progress)
        for case in told_of(plan, ready):
            rooms.log.note("read", case)
        told = ready.chosen.left_out if rooms.sight.may(Act.SUPERVISE) else None
        return PaperPreview(
            "draft.pdf",
            data,
            (*missing_of(rooms, plan, ready.kind), *ready.missing),
            (*warnings_of(rooms, ready), *ready.warnings),
            told if plan.court else None,
            redactions_for(rooms, plan, ready.redactions),
        )

    def issue(
        self,
        plan: PaperPlan,
        key_file: Path | None = None,
        key_passphrase: str = "",
        *,
        lock: str = "",
        with_room: bool = False,
        progress: Progress = _QUIET,
    ) -> NamedBytes:
        """Issue a paper: number it, freeze its figures, seal it where a key file is given.

        Args:
            plan: which paper.
            key_file: the center's PKCS#12 file, to seal it.
            key_passphrase: opens the key file.
            lock: a passphrase without which nobody opens the paper (AES-256).
            with_room: leave room for a time stamp (see ``stamp_request``).
            progress: watches, and may stop it.

        Raises:
            SealRefused: the key file cannot seal; nothing was issued.
            WeakPassphrase: what should lock the paper could be guessed; nothing was issued.
            ConsentMissing: nobody agreed to that court; nothing was issued.
            PolicyForbids: it lies on a drive that IT does not allow.
            Cancelled: from ``progress``; nothing was issued.
        """
        finish = finish_of(self._rooms, key_file, key_passphrase, lock, with_room=with_room)  # fmt: skip
        made = self._made(plan, finish, progress)
        self._kept(plan, made)
        return NamedBytes(f"{made.number}.pdf", made.data)

    def save(
        self,
        plan: PaperPlan,
        place: Path,
        key_file: Path | None = None,
        key_passphrase: str = "",
        *,
        lock: str = "",
        with_room: bool = False,
        progress: Progress = _QUIET,
    ) -> SavedPaper:
        """Issue a paper into a file; where it cannot lie whole, nothing was issued.

        ``place`` is a folder, or a file that is not there yet; what lies there stays. The rest as
        for ``issue``.

        Raises:
            ReadOnlyPlace, NoRoom: nothing can be written there; nothing was issued.
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        finish = finish_of(self._rooms, key_file, key_passphrase, lock, with_room=with_room)  # fmt: skip
        folder, name = place_of(Path(place))
        check_drive(self._rooms.policy, folder)
        check_place(folder)
        made = self._made(plan, finish, progress)
        laid = Laid(made.data, folder, name or f"{made.number}.pdf")
        with laid:
            paper = self._kept(plan, made)
            try:
                shown = laid.show()
            except BaseException as error:
                self.void(paper, "UNSAVED")  # its number stays, and says why
                if isinstance(error, IntakeError):
                    error.facts["voided"] = 1
                raise
        return SavedPaper(str(shown), self._line(self._rooms.record("issued_paper", paper)))  # fmt: skip

    def pack_preview(self, plan: PaperPlan, progress: Progress = _QUIET) -> PackPreview:
        """Return which papers a court's pack would have, and what is still missing (법원 제출 묶음).

        The plan says about whom and for which court; its kind does not matter.

        Raises:
            ConsentMissing, NotYours, NotThisStep: as for one paper.
            InvalidInput: it is not about a perpetrator, or names no court.
        """
        from intake.desk import paper_pack  # noqa: PLC0415 - slow to load, and a pack is rare

        return paper_pack.preview(self._rooms, plan, progress)

    def pack_part(self, plan: PaperPlan, kind: str, progress: Progress = _QUIET) -> PaperPreview:  # fmt: skip
        """Return one paper of a court's pack as a draft, as it would stand in the pack.

        Raises:
            InvalidInput: no such paper is in a pack.
            ConsentMissing, NotYours, NotThisStep: as for one paper.
        """
        from intake.desk import paper_pack  # noqa: PLC0415 - slow to load, and a pack is rare

        return paper_pack.part(self._rooms, plan, kind, progress)

    def pack(
        self,
        plan: PaperPlan,
        into: Path,
        key_file: Path | None = None,
        key_passphrase: str = "",
        *,
        lock: str = "",
        with_room: bool = False,
        progress: Progress = _QUIET,
    ) -> SavedPack:
        """Issue a court's pack into a new folder: all of its papers in one deed, or none.

        Args:
            plan: about whom, for which court; ``with_addresses`` adds the list of whole addresses.
            into: the folder in which the new one will lie.
            key_file: the center's PKCS#12 file, to seal every paper.
            key_passphrase: opens the key file.
            lock: a passphrase without which nobody opens a paper of it (AES-256).
            with_room: leave room for a time stamp in the list, which has the hash of every file.
            progress: watches, and may stop it.

        Raises:
            SealRefused: the key file cannot seal; nothing was issued.
            WeakPassphrase: what should lock the papers could be guessed; nothing was issued.
            InvalidInput: a list of whole addresses (CSV) cannot be locked; nothing was issued.
            ReadOnlyPlace, NoRoom: it cannot lie there whole; nothing was issued. ``voided``: how
                many papers had their numbers already when the place went; they are void.
            ConsentMissing: nobody agreed to that court; nothing was issued.
            Cancelled: from ``progress``; nothing was issued.
        """
        from intake.desk import paper_pack  # noqa: PLC0415 - slow to load, and a pack is rare

        check_drive(self._rooms.policy, Path(into))
        finish = finish_of(self._rooms, key_file, key_passphrase, lock, with_room=with_room)  # fmt: skip
        place, papers, files = paper_pack.issue(self._rooms, plan, Path(into), finish, progress)  # fmt: skip
        lines = (self._line(self._rooms.record("issued_paper", one)) for one in papers)
        return SavedPack(str(place), tuple(lines), files)

    def terms(self, *, sealed: bool = False, locked: bool = False, with_room: bool = False, pack: bool = False) -> tuple[str, ...]:  # fmt: skip
        """Return in sentences what it means to issue a paper or a pack so, before it is done."""
        return tuple(terms(self._rooms, sealed=sealed, locked=locked, with_room=with_room, pack=pack))  # fmt: skip

    def _made(self, plan: PaperPlan, finish: Finish, progress: Progress) -> "_Made":
        kind_of(plan.kind)
        number = next_number(self._rooms)
        ready = gathered(self._rooms, plan, number, progress, draft=False)
        data = finish.done(self._drawn(ready, progress), number)
        progress.step(1, 1, "progress-drawing")  # the last moment to stop
        return _Made(number, ready, data, sealed=finish.key is not None)

    def _kept(self, plan: PaperPlan, made: "_Made") -> str:
        digest = sha256(made.data).hexdigest()
        paper = keep_paper(self._rooms, plan, made.number, made.ready, digest, sealed=made.sealed)  # fmt: skip
        for case in told_of(plan, made.ready):
            self._rooms.log.note("print", case, loud=True)
        return paper

    def _drawn(self, ready: Gathered, progress: Progress) -> bytes:
        return drawn_of(self._rooms, ready, progress)

    # --- afterwards ----------------------------------------------------------------------

    def listing(self, about: str = "") -> tuple[IssuedLine, ...]:
        """Return the papers that were issued here, the newest first; or those about one thing.

        For which court a paper was is told to whoever sees those cases, and to nobody else.
        """
        wanted = {"about": about} if about else {}
        found = self._rooms.register.find("issued_paper", **wanted)
        newest = sorted(
            found,
            key=lambda row: (str(row["made_at"] or ""), str(row["number"] or "")),
            reverse=True,
        )
        return tuple(map(self._line, newest))

    def redactions(self, paper: str) -> tuple[RedactionLine, ...]:
        """Return what an issued paper leaves out (가림 목록); it is kept inside, printed nowhere.

        Raises:
            NotFound: there is no such paper.
            NotYours: the person here does not work on that case.
        """
        return redactions_in(self._rooms, paper)

    def void(self, paper: str, reason: str) -> None:
        """Say that an issued paper no longer counts (취소); its figures stay as they were.

        Raises:
            NotThisStep: it is void already.
            NotYours: somebody else made it, of a case that is not for the person here to see.
        """
        void_paper(self._rooms, paper, reason)

    def verify(self, file: Path, lock: str = "", roots: tuple[Path, ...] = ()) -> VerifiedView:  # fmt: skip
        """Return who sealed a file and when, whether it is intact, and what its figures are now.

        Args:
            file: the paper.
            lock: opens it where it is locked.
            roots: certificates of those whose seals and time stamps are to be called known
                this time, beside those that are known here (see ``intake.desk.roots``).

        Raises:
            NotAPaper: it is no PDF, too large, locked, or cannot be read (why).
        """
        proving, data = self._proving, read_paper(Path(file))
        seals = proving.seals(data, lock, (*known_roots(self._rooms), *read_beside(roots)))  # fmt: skip
        row = proving.issued(data, lock)
        return VerifiedView(
            sha256(data).hexdigest(),
            seals,
            self._line(row) if row else None,
            Figures(self._rooms).frozen(paper=row.id) if row else (),
            words=tuple(proving.words(data, lock, row, seals)),
            waiting=proving.waits(data, lock),
        )

    def stamp_request(self, file: Path, lock: str = "") -> NamedBytes:
        """Return the request for a paper's time stamp (RFC 3161), to be carried on a stick.

        Raises:
            NotAPaper: it was not issued with room for a stamp, or has its stamp (why).
        """
        return self._proving.ask(read_paper(Path(file)), lock)

    def stamp(self, file: Path, answer: bytes, authority: bytes = b"", lock: str = "") -> NamedBytes:  # fmt: skip
        """Return a paper with the time stamp that was asked for; the file stays as it is.

        Args:
            file: the paper that waits.
            answer: the file that came back (``.tsr``).
            authority: certificates handed beside it, where it brings none.
            lock: opens the paper where it is locked.

        Raises:
            NotAPaper: it does not wait for a stamp (why).
            StampRefused: the answer is for another file, was not asked for here, or does not hold.
        """
        file = Path(file)
        data = self._proving.stamped(read_paper(file), answer, authority, lock)
        return NamedBytes(f"{file.stem}-stamped.pdf", data)

    def _line(self, row: Row) -> IssuedLine:
        told: Mapping[str, str] = {name: str(row[name] or "") for name in ("number", "kind", "state", "court", "made_on", "made_by", "digest")}  # fmt: skip
        language = self._rooms.language
        return IssuedLine(
            row.id,
            told["number"],
            told["kind"],
            CODES.label("document_kind", told["kind"], language),
            told["state"],
            CODES.label("issued_state", told["state"], language),
            told["court"] if told["court"] and sees_paper(self._rooms, row) else "",
            told["made_on"],
            told["made_by"],
            bool(row["sealed"]),
            told["digest"],
            len(self._rooms.register.find("figure", paper=row.id)),
            str(row["about_kind"] or ""),
            str(row["about"] or ""),
            str(row["voided_on"] or ""),
            CODES.label("void_reason", str(row["void_reason"]), language) if row["void_reason"] else "",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Made:
    """A paper that is whole and not issued yet."""

    number: str
    ready: Gathered
    data: bytes
    sealed: bool
