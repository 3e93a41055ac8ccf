"""Papers that go outside (대외 문서): looked at, issued with a number, verified years later.

* A preview is a draft on every page. Issuing freezes every number, gives the paper its document
  number (문서번호) and keeps the hash of its bytes; the bytes go to whoever asked for them.
* A paper that was issued is never changed: a newer one replaces it, and the old one is void.
* With a center's key file the paper is sealed; without one it is printed and stamped by hand.
* In a paper for a court only cases stand whose victims agreed to that court.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from intake.consent.roles import Act
from intake.counting import RULES
from intake.desk.figures import Figures
from intake.desk.paper_choosing import choices, heads
from intake.desk.paper_gathering import Gathered, gathered
from intake.desk.paper_keeping import keep_paper, next_number
from intake.desk.paper_kinds import Kind, kind_of
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.papers import (
    IssuedLine,
    PaperChoice,
    PaperHead,
    PaperPlan,
    PaperPreview,
    SealLine,
    VerifiedView,
)
from intake.errors import InvalidInput, NotAPaper, NotThisStep
from intake.ids import scope_of
from intake.ledger import Deed
from intake.progress import Progress, Silent
from intake.register import CODES, Row

if (
    TYPE_CHECKING
):  # slow to load, and a seal is rare: opening the desk does not wait for them
    from intake.documents.seal_reading import SealFound
    from intake.documents.sealing import SealKey

_QUIET = Silent()
_MOST = 64 << 20  # bytes of a paper somebody brings


class Papers:
    """What can be printed for somebody outside."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- choosing ----------------------------------------------------------------------

    def kinds(self, about_kind: str = "") -> tuple[PaperChoice, ...]:
        """Return the papers that can be made here; ``about_kind``: only those about that."""
        return choices(self._rooms, about_kind)

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
        for case in _told(plan, ready):
            rooms.log.note("read", case)
        told = ready.chosen.left_out if rooms.sight.may(Act.SUPERVISE) else None
        return PaperPreview(
            "draft.pdf",
            data,
            (*self._missing(plan, ready.kind), *ready.missing),
            (*self._warnings(ready), *ready.warnings),
            told if plan.court else None,
        )

    def issue(
        self,
        plan: PaperPlan,
        key_file: Path | None = None,
        passphrase: str = "",
        progress: Progress = _QUIET,
    ) -> NamedBytes:
        """Issue a paper: number it, freeze its figures, seal it where a key file is given.

        Raises:
            SealRefused: the key file cannot seal; nothing was issued.
            ConsentMissing: nobody agreed to that court; nothing was issued.
            Cancelled: from ``progress``; nothing was issued.
        """
        from intake.documents.archive import archived  # noqa: PLC0415 - see above
        from intake.documents.sealing import sealed  # noqa: PLC0415 - see above

        kind_of(plan.kind)
        key = self._key(key_file, passphrase)
        number = next_number(self._rooms)
        ready = gathered(self._rooms, plan, number, progress, draft=False)
        data = archived(self._drawn(ready, progress))
        if key is not None:
            data = sealed(data, key, reason=number)
        keep_paper(self._rooms, plan, number, ready, sha256(data).hexdigest(), sealed=key is not None)  # fmt: skip
        for case in _told(plan, ready):
            self._rooms.log.note("print", case, loud=True)
        return NamedBytes(f"{number}.pdf", data)

    def _key(self, key_file: Path | None, passphrase: str) -> "SealKey | None":
        from intake.documents.sealing import open_key  # noqa: PLC0415 - see above

        if key_file is None:
            return None
        return open_key(_read(Path(key_file)), passphrase, self._rooms.clock.today())

    def _drawn(self, ready: Gathered, progress: Progress) -> bytes:
        steps = len(ready.kind.rules) + 1
        progress.step(steps - 1, steps, "progress-drawing")
        return ready.kind.drawn(ready.content, self._rooms.language, progress)

    def _missing(self, plan: PaperPlan, kind: Kind) -> Iterator[str]:
        for name in kind.lacks:
            if not str(getattr(plan, name.replace("-", "_"))).strip():
                yield self._rooms.texts(f"paper-missing-{name}")

    def _warnings(self, ready: Gathered) -> Iterator[str]:
        texts = self._rooms.texts
        for stamp, doubtful in ready.stamps:
            if doubtful:
                rule = RULES[stamp.rule.partition(" ")[0]]
                yield texts("paper-warning-doubtful", name=rule.name(self._rooms.language), count=doubtful)  # fmt: skip

    # --- afterwards ----------------------------------------------------------------------

    def listing(self, about: str = "") -> tuple[IssuedLine, ...]:
        """Return the papers that were issued here, the newest first; or those about one thing."""
        wanted = {"about": about} if about else {}
        found = self._rooms.register.find("issued_paper", **wanted)
        newest = sorted(found, key=lambda row: str(row["made_at"] or ""), reverse=True)
        return tuple(map(self._line, newest))

    def void(self, paper: str, reason: str) -> None:
        """Say that an issued paper no longer counts (취소); its figures stay as they were.

        Raises:
            NotThisStep: it is void already.
        """
        if not CODES.holds(("void_reason",), reason):
            raise InvalidInput(what="reason", why="unknown")
        rooms, row = self._rooms, self._rooms.record("issued_paper", paper)
        if row["state"] == "VOID":
            raise NotThisStep(what="paper", state="VOID", step="void")
        with rooms.saying(Deed.PAPER, scope_of("record", paper)) as say:
            say.set("issued_paper", paper, "state", "VOID")
            say.set("issued_paper", paper, "voided_on", rooms.clock.today().isoformat())
            say.set("issued_paper", paper, "void_reason", reason)

    def verify(self, file: Path, passphrase: str = "") -> VerifiedView:
        """Return who sealed a file and when, whether it is intact, and what its figures are now.

        Raises:
            NotAPaper: it is no PDF, too large, or cannot be read.
        """
        from intake.documents.seal_reading import seals_of  # noqa: PLC0415 - see above

        data = _read(Path(file))
        digest = sha256(data).hexdigest()
        seals = tuple(map(self._seal, seals_of(data, passphrase=passphrase)))
        row = next(iter(self._rooms.register.find("issued_paper", digest=digest)), None)
        figures = Figures(self._rooms).frozen(paper=row.id) if row is not None else ()
        return VerifiedView(digest, seals, self._line(row) if row else None, figures)

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
            told["court"],
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

    def _seal(self, found: "SealFound") -> SealLine:
        state = "intact" if found.intact and found.whole else "more" if found.intact else "changed"  # fmt: skip
        words = self._rooms.texts(f"paper-seal-{found.kind}-{state}")
        return SealLine(found.kind, found.by, found.said_at, found.intact, found.whole, found.trusted, words)  # fmt: skip


def _told(plan: PaperPlan, ready: Gathered) -> list[str]:
    """Return the cases a paper tells of one by one."""
    if not plan.court and plan.about_kind not in {"CASE", "PROFILE"}:
        return []
    return sorted(ready.chosen.population.cases)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST:
            raise NotAPaper(why="too-large")
        return file.read_bytes()
    except OSError:
        raise NotAPaper(why="away") from None
