"""A court's pack (법원 제출 묶음): all papers of a perpetrator's group, at one position, in one deed.

* Opinion, performance, merged table and annex are counted by the same rules of the same cases at
  the same position: their feet bear one hash. A list names every file and its hash.
* All of them are issued, with numbers that follow each other, or none is: what was refused,
  cancelled or found no room left no number, no figure and no file.
* Only who agreed to the court stands in it. The list of petitions is there where somebody writes;
  where nobody does, nothing says so.
* Whole addresses go out only where the plan asks for them, and never unlocked beside locked papers.
* Room for a time stamp is in the list alone: it has the hash of every file, so one stamp tells of
  all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from intake.consent.roles import Act
from intake.desk.paper_folder import LaidFolder
from intake.desk.paper_gathering import Gathered, Proofs, drawn_of, gathered
from intake.desk.paper_issuing import Finish
from intake.desk.paper_keeping import keep_paper, void_paper
from intake.desk.paper_kinds import Kind
from intake.desk.paper_numbers import next_number
from intake.desk.paper_pages import PaperPages
from intake.desk.paper_saying import missing_of, told_of, warnings_of
from intake.desk.rooms import Rooms
from intake.desk.views.packs import PackPart, PackPreview
from intake.desk.views.papers import PaperPlan, PaperPreview
from intake.documents import PackIndex, draw_pack_index, list_annex
from intake.documents.pack_index import IndexedFile
from intake.errors import IntakeError, InvalidInput
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import CODES

PARTS: Final = ("OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PETITION_LIST")
_INDEX: Final = Kind("PACK_INDEX", ("PROFILE",), "MUST", (), __name__)
_BESIDE: Final = {"PERFORMANCE": "performance", "MERGED": "merged", "ANNEX": "annex", "PETITION_LIST": "petition-list"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of a pack before it is drawn."""

    plan: PaperPlan
    number: str
    ready: Gathered


@dataclass(frozen=True, slots=True)
class Drawn:
    """One paper of a pack as it will lie there."""

    part: Part
    data: bytes
    pages: int


def drawn(paper: PackIndex, language: str, _progress: Progress) -> bytes:
    """Return the PDF of the list."""
    return draw_pack_index(paper, language)


def preview(rooms: Rooms, plan: PaperPlan, progress: Progress) -> PackPreview:
    """Return which papers would be in the pack; nothing is drawn and nothing kept."""
    parts = _gathered(rooms, plan, progress, draft=True)
    told = tuple(_told(rooms, one) for one in parts)
    for case in told_of(plan, parts[0].ready):
        rooms.log.note("read", case)
    more = [rooms.texts("paper-warning-full-addresses")] if plan.with_addresses else []
    left_out = parts[0].ready.chosen.left_out
    return PackPreview(
        (*told, PackPart(_INDEX.code, _label(rooms, _INDEX.code), next_number(rooms, len(parts)))),
        _once(line for one in told for line in one.missing),
        _once((*more, *(line for one in told for line in one.warnings))),
        left_out if rooms.sight.may(Act.SUPERVISE) else None,
    )  # fmt: skip


def part(rooms: Rooms, plan: PaperPlan, kind: str, progress: Progress) -> PaperPreview:
    """Return one paper of the pack as a draft; nothing is kept."""
    if kind not in PARTS:
        raise InvalidInput(what="paper", why="unknown")
    own = replace(plan, kind=kind)
    with rooms.vault.one_moment():
        ready = gathered(rooms, own, rooms.texts("paper-draft"), progress, draft=True)
        if kind == "OPINION":
            listed = gathered(rooms, replace(plan, kind="PETITION_LIST"), "", progress, draft=True)  # fmt: skip
            kinds = [one for one in PARTS if one != "PETITION_LIST" or listed.content.rows]  # fmt: skip
            content = replace(ready.content, attached=_beside(rooms, kinds))
            ready = replace(ready, content=content)
    data = drawn_of(rooms, ready, progress)
    for case in told_of(own, ready):
        rooms.log.note("read", case)
    told, left_out = _told(rooms, Part(own, "", ready)), ready.chosen.left_out
    seen = left_out if rooms.sight.may(Act.SUPERVISE) else None
    return PaperPreview("draft.pdf", data, told.missing, told.warnings, seen)


def issue(rooms: Rooms, plan: PaperPlan, into: Path, finish: Finish, progress: Progress) -> tuple[Path, tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """Issue a pack into a new folder; return where it lies, its papers and its files.

    Raises:
        InvalidInput: addresses were asked for, and a lock that a list of them cannot have.
        ReadOnlyPlace, NoRoom: it cannot lie there whole; nothing was issued.
        Cancelled: from ``progress``; nothing was issued.
    """
    if plan.with_addresses and finish.lock:
        raise InvalidInput(what="lock", why="list")
    parts = _gathered(rooms, plan, progress, draft=False)
    with LaidFolder(into, f"pack-{parts[0].number}") as laid:
        made, files = _drawn(rooms, parts, finish, laid, progress)
        progress.step(1, 1, "progress-pack")  # the last moment to stop
        papers = _kept(rooms, made, sealed=finish.key is not None)
        try:
            place = laid.show()
        except BaseException as error:
            _void(rooms, papers)  # their numbers stay in the register, and say why
            if isinstance(error, IntakeError):
                error.facts["voided"] = len(papers)
            raise
    return place, papers, files


# --- gathering -----------------------------------------------------------------------------


def _gathered(rooms: Rooms, plan: PaperPlan, progress: Progress, *, draft: bool) -> tuple[Part, ...]:  # fmt: skip
    """Read every paper at one position."""
    if plan.about_kind != "PROFILE":
        raise InvalidInput(what="about", why="unknown")
    parts, proofs = list[Part](), Proofs()
    with rooms.vault.one_moment():
        for at, kind in enumerate(PARTS):
            progress.step(at, len(PARTS) * 2, "progress-pack")
            number, own = next_number(rooms, len(parts)), replace(plan, kind=kind)
            ready = gathered(rooms, own, number, progress, draft=draft, proofs=proofs)
            if kind != "PETITION_LIST" or ready.content.rows:
                parts.append(Part(own, number, ready))
    return tuple(_of_one_moment(rooms, parts))


def _of_one_moment(rooms: Rooms, parts: list[Part]) -> Iterator[Part]:
    """Yield the papers as of one minute; the opinion names what lies beside it."""
    as_of = parts[0].ready.content.as_of
    beside = _beside(rooms, (one.plan.kind for one in parts))
    for one in parts:
        more: dict[str, Any] = {"attached": beside} if one.plan.kind == "OPINION" else {}  # fmt: skip
        content = replace(one.ready.content, as_of=as_of, **more)
        yield replace(one, ready=replace(one.ready, content=content))


def _beside(rooms: Rooms, kinds: Iterable[str]) -> tuple[str, ...]:
    """Return what the opinion names as lying beside it."""
    return tuple(rooms.texts(f"paper-{_BESIDE[one]}-title") for one in kinds if one in _BESIDE)  # fmt: skip


def _told(rooms: Rooms, part: Part) -> PackPart:
    ready = part.ready
    return PackPart(
        part.plan.kind,
        _label(rooms, part.plan.kind),
        part.number,
        (*missing_of(rooms, part.plan, ready.kind), *ready.missing),
        (*warnings_of(rooms, ready), *ready.warnings),
    )


# --- drawing -------------------------------------------------------------------------------


def _drawn(rooms: Rooms, parts: tuple[Part, ...], finish: Finish, laid: LaidFolder, progress: Progress) -> tuple[list[Drawn], tuple[str, ...]]:  # fmt: skip
    """Draw every paper and lay it into the folder; the list comes last."""
    made: list[Drawn] = []
    lines: list[IndexedFile] = []
    plain = replace(finish, with_room=False)
    for at, part in enumerate(parts):
        progress.step(len(PARTS) + at, len(PARTS) * 2, "progress-pack")
        made.append(_one(rooms, part, plain, progress))
        lines.append(_laid(rooms, made[-1], laid))
        if part.plan.kind == "ANNEX" and part.plan.with_addresses:
            listed = list_annex(part.ready.content, rooms.language)
            laid.put(f"{part.number}.csv", listed)
            lines.append(IndexedFile(f"{part.number}.csv", rooms.texts("paper-pack-list"), 0, sha256(listed).hexdigest()))  # fmt: skip
    index = _index(rooms, parts, lines)
    made.append(_one(rooms, index, finish, progress))
    listed_too = _laid(rooms, made[-1], laid)
    return made, tuple(one.name for one in (*lines, listed_too))


def _one(rooms: Rooms, part: Part, finish: Finish, progress: Progress) -> Drawn:
    plain = drawn_of(rooms, part.ready, progress)
    with PaperPages(plain) as pages:
        count = pages.count
    return Drawn(part, finish.done(plain, part.number), count)


def _laid(rooms: Rooms, one: Drawn, laid: LaidFolder) -> IndexedFile:
    name = f"{one.part.number}.pdf"
    laid.put(name, one.data)
    return IndexedFile(name, _label(rooms, one.part.plan.kind), one.pages, sha256(one.data).hexdigest())  # fmt: skip


def _index(rooms: Rooms, parts: tuple[Part, ...], files: Iterable[IndexedFile]) -> Part:
    """Return the list of the files; its head is that of the papers."""
    first, number = parts[0].ready, next_number(rooms, len(parts))
    petitions = [one.ready.content.people for one in parts if one.plan.kind == "PETITION_LIST"]  # fmt: skip
    names = ("center", "law", "court", "case_number", "accused", "checked_by", "made_on", "as_of", "fingerprint", "basis", "outward", "draft")  # fmt: skip
    said = {name: getattr(first.content, name) for name in names}
    content = PackIndex(**said, number=number, files=tuple(files), petitions=sum(petitions))  # fmt: skip
    ready = replace(first, kind=_INDEX, content=content, stamps=(), redactions=())
    return Part(replace(parts[0].plan, kind=_INDEX.code), number, ready)


# --- keeping -------------------------------------------------------------------------------


def _kept(rooms: Rooms, made: Iterable[Drawn], *, sealed: bool) -> tuple[str, ...]:
    """Keep every paper in one transaction; return their ids."""
    papers, told = [], set()
    with rooms.one_step(Deed.PAPER):
        for one in made:
            part, digest = one.part, sha256(one.data).hexdigest()
            papers.append(keep_paper(rooms, part.plan, part.number, part.ready, digest, sealed=sealed))  # fmt: skip
            told.update(told_of(part.plan, part.ready))
    for case in sorted(told):
        rooms.log.note("print", case, loud=True)
    return tuple(papers)


def _void(rooms: Rooms, papers: Iterable[str]) -> None:
    with rooms.one_step(Deed.PAPER):
        for paper in papers:
            void_paper(rooms, paper, "UNSAVED")


def _label(rooms: Rooms, kind: str) -> str:
    return CODES.label("document_kind", kind, rooms.language)


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
