"""Papers that go outside (대외 문서): looked at, issued with a number, verified years later.

* A preview is a draft on every page. Issuing freezes every number, gives the paper its document
  number (문서번호) and keeps the hash of its bytes; the bytes go to whoever asked for them.
* A paper that was issued is never changed: a newer one replaces it, and the old one is void.
* With a center's key file the paper is sealed; without one it is printed and stamped by hand.
* In a paper for a court only cases stand whose victims agreed to that court.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from intake.clock import local, utc
from intake.consent.roles import Act
from intake.counting import RULES, Look, Stamp
from intake.desk.dossier_reading import agreed_cases
from intake.desk.figures import Figures, period_of
from intake.desk.freezing import keep, proved
from intake.desk.paper_annex import rows_of
from intake.desk.paper_opinion import opinion_of
from intake.desk.paper_performance import HEADLINES, Head, Performed, names_of
from intake.desk.populations import Chosen, check_quiet, population_of
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.figures import Asked
from intake.desk.views.papers import (
    IssuedLine,
    PaperPlan,
    PaperPreview,
    SealLine,
    VerifiedView,
)
from intake.documents import (
    Annex,
    Opinion,
    Performance,
    draw_annex,
    draw_opinion,
    draw_performance,
)
from intake.errors import (
    ConsentMissing,
    InvalidInput,
    NotAPaper,
    NotThisStep,
)
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress, Silent
from intake.register import CODES, Row, Value

if (
    TYPE_CHECKING
):  # slow to load, and a seal is rare: opening the desk does not wait for them
    from intake.documents.seal_reading import SealFound
    from intake.documents.sealing import SealKey

_QUIET = Silent()
_MOST = 64 << 20  # bytes of a paper somebody brings
_STEPS = len(HEADLINES) + 2
Content: TypeAlias = Performance | Annex | Opinion
_KINDS = frozenset({"PERFORMANCE", "ANNEX", "OPINION"})


@dataclass(frozen=True, slots=True)
class _Ready:
    """A paper whose numbers were proved at one position."""

    data: bytes
    stamps: tuple[tuple[Stamp, int], ...]
    chosen: Chosen
    position: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a paper is made from: one look at the register, and the cases that may be told of."""

    look: Look
    names: dict[str, str]


class Papers:
    """What can be printed for somebody outside."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- making ------------------------------------------------------------------------

    def preview(self, plan: PaperPlan, progress: Progress = _QUIET) -> PaperPreview:
        """Return the paper as a draft, with what is missing; nothing is kept.

        Raises:
            ConsentMissing: nobody agreed to that court.
            NotYours: one of the cases is not for the person here to see.
            InvalidInput: there is no such paper, or no such day.
        """
        ready = self._made(plan, self._rooms.texts("paper-draft"), progress, draft=True)
        for case in sorted(ready.chosen.population.cases):
            self._rooms.log.note("read", case)
        told = ready.chosen.left_out if self._rooms.sight.may(Act.SUPERVISE) else None
        return PaperPreview(
            "draft.pdf",
            ready.data,
            tuple(self._missing(plan)),
            tuple(self._warnings(ready)),
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

        key = self._key(key_file, passphrase)
        number = self._next_number()
        ready = self._made(plan, number, progress, draft=False)
        data = archived(ready.data)
        if key is not None:
            data = sealed(data, key, reason=number)
        self._keep(plan, number, ready, sha256(data).hexdigest(), sealed_=key is not None)  # fmt: skip
        for case in sorted(ready.chosen.population.cases):
            self._rooms.log.note("print", case, loud=True)
        return NamedBytes(f"{number}.pdf", data)

    def _key(self, key_file: Path | None, passphrase: str) -> "SealKey | None":
        from intake.documents.sealing import open_key  # noqa: PLC0415 - see above

        if key_file is None:
            return None
        return open_key(_read(Path(key_file)), passphrase, self._rooms.clock.today())

    def _made(self, plan: PaperPlan, number: str, progress: Progress, *, draft: bool) -> _Ready:  # fmt: skip
        """Count and prove at one moment, then draw: every number is of one position."""
        rooms, asked = self._rooms, _asked(plan)
        if plan.kind not in _KINDS or not plan.court.strip():
            raise InvalidInput(what="paper", why="unknown" if plan.court else "court")
        period = period_of(asked)
        with rooms.vault.one_moment() as db:
            chosen = population_of(rooms, asked.about_kind, asked.about, asked.court)
            if not chosen.population.cases:
                raise ConsentMissing(purpose="COURT")
            self._check_seen(chosen)
            check_quiet(rooms, chosen)
            stamps = []
            for at, rule in enumerate(HEADLINES):
                progress.step(at, _STEPS, "progress-figures")
                found, stamp = proved(rooms, RULES[rule], chosen, period)
                stamps.append((stamp, found.doubtful))
            names = names_of(agreed_cases(rooms, chosen.population.cases, asked.court))
            query = sha256("".join(one.query for one, _ in stamps).encode()).hexdigest()
            look = Look(db, chosen.population, period)
            head = Head(number, query[:16], draft)
            paper = self._content(plan, Looked(look, names), head)
            position = rooms.ledger.position_hash()
        progress.step(_STEPS - 1, _STEPS, "progress-drawing")
        data = _drawn(paper, rooms.language, progress)
        return _Ready(data, tuple(stamps), chosen, position)

    def _content(self, plan: PaperPlan, looked: Looked, head: Head) -> Content:
        rooms, texts = self._rooms, self._rooms.texts
        if plan.kind != "ANNEX":
            made = Performed(rooms, looked.look, looked.names, plan)
            if plan.kind == "OPINION":
                return opinion_of(rooms, plan, made.facts, head)
            return made.paper(head)
        return Annex(
            head.number,
            texts.moment(rooms.clock.wall()),
            rooms.ledger.position_hash()[:16],
            texts("paper-basis", rules=RULES["R1"].label, query=head.query),
            rows_of(rooms, looked.look, looked.names),
            outward=plan.outward,
            draft=head.draft,
        )

    def _check_seen(self, chosen: Chosen) -> None:
        """An emergency (긴급 열람) is for looking: nothing goes out by it."""
        for case in sorted(chosen.population.cases):
            self._rooms.sight.check_scope(scope_of("case", case))

    def _missing(self, plan: PaperPlan) -> Iterator[str]:
        told = {"case-number": plan.case_number, "accused": plan.accused, "checked-by": plan.checked_by}  # fmt: skip
        for name, value in told.items():
            if not value.strip():
                yield self._rooms.texts(f"paper-missing-{name}")

    def _warnings(self, ready: _Ready) -> Iterator[str]:
        texts = self._rooms.texts
        for stamp, doubtful in ready.stamps:
            if doubtful:
                rule = RULES[stamp.rule.partition(" ")[0]]
                yield texts("paper-warning-doubtful", name=rule.name(self._rooms.language), count=doubtful)  # fmt: skip

    # --- keeping -----------------------------------------------------------------------

    def _keep(self, plan: PaperPlan, number: str, ready: _Ready, digest: str, *, sealed_: bool) -> None:  # fmt: skip
        rooms, paper = self._rooms, new_id(self._rooms.clock.wall())
        said: dict[str, Value] = {
            "number": number,
            "kind": plan.kind,
            "about_kind": plan.about_kind,
            "about": plan.about,
            "state": "ISSUED",
            "court": plan.court,
            "case_number": plan.case_number,
            "accused": plan.accused,
            "outward": plan.outward,
            "language": rooms.language,
            "made_on": rooms.clock.today().isoformat(),
            "made_at": utc(rooms.clock.wall()),
            "made_by": rooms.who.counselor,
            "checked_by": plan.checked_by,
            "position": ready.position,
            "digest": digest,
            "sealed": sealed_,
        }
        with rooms.one_step(Deed.PAPER):
            with rooms.saying(Deed.PAPER, scope_of("record", paper)) as say:
                for name, value in said.items():
                    if value != "":
                        say.set("issued_paper", paper, name, value)
            for place, (stamp, doubtful) in enumerate(ready.stamps):
                keep(rooms, _asked(plan), stamp, doubtful, paper, place)

    def _next_number(self) -> str:
        """Return center-year-laptop-sequence, as in IC-2026-7F3A-003."""
        rooms = self._rooms
        year = local(rooms.clock.wall()).year
        with rooms.vault.writing():
            used = int(rooms.vault.fact(f"issued/{year}") or 0) + 1
            rooms.vault.keep_fact(f"issued/{year}", str(used))
        device = rooms.vault.device_id[-4:].upper()
        return f"{rooms.who.center_code}-{year}-{device}-{used:03d}"

    # --- afterwards ----------------------------------------------------------------------

    def listing(self) -> tuple[IssuedLine, ...]:
        """Return every paper that was issued here, the newest first."""
        found = self._rooms.register.find("issued_paper")
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
        )

    def _seal(self, found: "SealFound") -> SealLine:
        state = "intact" if found.intact and found.whole else "more" if found.intact else "changed"  # fmt: skip
        words = self._rooms.texts(f"paper-seal-{found.kind}-{state}")
        return SealLine(found.kind, found.by, found.said_at, found.intact, found.whole, found.trusted, words)  # fmt: skip


def _drawn(paper: Content, language: str, progress: Progress) -> bytes:
    if isinstance(paper, Annex):
        return draw_annex(paper, language, progress)
    if isinstance(paper, Opinion):
        return draw_opinion(paper, language)
    return draw_performance(paper, language)


def _asked(plan: PaperPlan) -> Asked:
    return Asked(plan.about_kind, plan.about, plan.first, plan.last, plan.court)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST:
            raise NotAPaper(why="too-large")
        return file.read_bytes()
    except OSError:
        raise NotAPaper(why="away") from None
