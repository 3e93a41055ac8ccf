"""Take a file as evidence (증거 받기): read it once, keep what the rule allows, say what was done.

* One pass hashes the file and, where it may be kept, seals it; a second look makes the
  fingerprints. Then the file must still be what it was, or nothing of it stays.
* The sealed file is durable before a word of it is said; a crash in between leaves a file
  that no record names, which is swept away after a day.
* A chain of custody (보관 연속성) is not taken back: none of this is a step for undo.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from intake.attachments import Attachments, Sealing, Slip
from intake.clock import utc
from intake.desk.rooms import Rooms
from intake.desk.views.evidence import FileNote
from intake.errors import UnsuitableFile
from intake.evidence import (
    Keeping,
    Line,
    Seen,
    Source,
    Summed,
    decide,
    looks_of,
    opened,
)
from intake.ids import natural_id, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.progress import Progress
from intake.register import ListQuery, Row, Value

AT_ONCE = 50  # records in one entry
_NAME = 200
_CSAM = "CSAM"
_MAIN = ("PDQ", "FRAME")


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading a file gave; ``slip`` where it was sealed."""

    sum: Summed
    keeping: Keeping
    media_type: str
    seen: Seen
    slip: Slip | None = None
    csam: bool = False  # known by its hash, whatever was said


@contextmanager
def chained(
    rooms: Rooms, deed: Deed, case: str, *, looking: bool = False
) -> Iterator[Say]:
    """Say something of a chain of custody: it stands, and undo does not offer it.

    ``looking``: it only notes that somebody looked, which an emergency (긴급 열람) allows too.

    Raises:
        NotYours: her roles do not allow it; nothing was said.
    """
    scope, actor = scope_of("case", case), rooms.who.counselor
    if not looking:
        rooms.sight.check_scope(scope)
    with rooms.ledger.saying(deed, scope=scope, actor=actor) as say:
        yield say
    rooms.touched.add(*say.outcome.touched)


def say_step(
    rooms: Rooms, say: Say, about: Row | tuple[str, str], **said: Value
) -> str:
    """Add a step to the chain of a piece of evidence (or of case, evidence); return its id."""
    case, evidence = (
        about if isinstance(about, tuple) else (str(about["case"]), about.id)
    )
    now = rooms.clock.wall()
    custody = new_id(now)
    facts: dict[str, Value] = {"case": case, "evidence": evidence, "at": precise(now)}
    for name, value in {**facts, "by": rooms.who.counselor, **said}.items():
        if value is not None and value != "":
            say.set("custody", custody, name, value)
    return custody


def precise(ms: int) -> str:
    """Return a moment in UTC to the thousandth: steps follow each other quickly."""
    return f"{utc(ms)[:-1]}.{ms % 1000:03d}Z"


class Taker:
    """Takes files into one workspace."""

    def __init__(self, rooms: Rooms, shelf: Attachments) -> None:
        """Seal onto this shelf."""
        self._rooms, self._shelf = rooms, shelf

    def take(
        self, case: str, path: Path, kind: str, note: FileNote, progress: Progress
    ) -> tuple[str, Taken, bool]:
        """Take a file; return its record, what was found, and whether the case had it.

        Raises:
            UnsuitableFile, NoRoom, Cancelled: nothing was kept.
        """
        taken, known = self.read(case, path, kind, note, progress)
        evidence = known.id if known else new_id(self._rooms.clock.wall())
        try:
            with self._rooms.vault.writing():
                with chained(self._rooms, Deed.ATTACH, case) as say:
                    if known is None:
                        self._say_new(say, case, evidence, kind, path.name, note)
                    self._say_file(say, evidence, taken)
                    self._say_steps(say, (case, evidence), taken, note)
                say_prints(self._rooms, case, evidence, taken.seen.lines)
        except BaseException:
            self._shelf.forget([taken.slip.name] if taken.slip else [])
            raise
        return evidence, taken, known is not None

    def read(
        self, case: str, path: Path, kind: str, note: FileNote, progress: Progress
    ) -> tuple[Taken, Row | None]:
        """Read a file through, seal it where the rule allows, and look at it."""
        if path.resolve().is_relative_to(self._rooms.vault.folder.resolve()):
            raise UnsuitableFile(why="own")
        with opened(path) as source:
            looks, _media = looks_of(source.head)
            keeping = decide(
                kind, looks, note.sexual, self._material(note), note.grounds
            )
            with self._sealing(keeping) as sealing:
                taken = look(source, keeping, sealing, progress)
                known = self._known(case, taken.sum.sha256)
                if keeping.may_travel and self._is_csam(taken.sum.sha256):
                    forbidden = decide(kind, looks, material=_CSAM)
                    taken = replace(taken, keeping=forbidden, csam=True)
                elif sealing is not None and not (known and known["attachment"]):
                    taken = replace(taken, slip=sealing.keep())
        return taken, known

    def _sealing(self, keeping: Keeping) -> "Sealing | nullcontext[None]":
        if keeping.store != "SEALED":
            return nullcontext()
        wall = self._rooms.clock.wall()
        return self._shelf.sealing(wall, withheld=not keeping.may_travel)

    def _known(self, case: str, sha256: str) -> Row | None:
        rows = self._rooms.register.find("evidence", case=case, sha256=sha256)
        return next((row for row in rows if not row.gone), None)

    def _is_csam(self, sha256: str) -> bool:
        """Whether these very bytes are known, in any case, as 아동·청소년성착취물.

        Whatever is said of them here, they are not sealed, shown or sent again.
        """
        register = self._rooms.sight.unveiled
        query = ListQuery("evidence", equals=(("sha256", sha256),), gone=True)
        for row in register.first(query, -1):
            item = register.get("material", str(row["item"])) if row["item"] else None
            if _CSAM in {row["material"], item["kind"] if item else None}:
                return True
        return False

    def _material(self, note: FileNote) -> str:
        if not note.item:
            return ""
        return str(self._rooms.record("material", note.item)["kind"] or "")

    def _say_new(
        self, say: Say, case: str, evidence: str, kind: str, name: str, note: FileNote
    ) -> None:
        rooms = self._rooms
        said: dict[str, Value] = {
            "case": case,
            "kind": kind,
            "acquired_at": utc(rooms.clock.wall()),
            "acquired_by": rooms.who.counselor,
            "acquired_on": note.received_on,
            "acquired_from": note.received_from,
            "how": note.how,
            "title": note.title,
            "item": note.item,
            "posting": note.posting,
            "material": self._material(note),
            "file_name": _written(name),
        }
        set_all(say, "evidence", evidence, said)

    def _say_file(self, say: Say, evidence: str, taken: Taken) -> None:
        said: dict[str, Value] = {
            "sha256": taken.sum.sha256,
            "size": taken.sum.size,
            "media_type": taken.media_type,
            "sexual": taken.keeping.sexual,
            "store": taken.keeping.store,
            **facts_of(taken.seen),
        }
        if taken.csam:
            said["material"] = _CSAM
        if taken.slip is not None:
            said |= {"attachment": taken.slip.name, "attachment_key": taken.slip.key}
        set_all(say, "evidence", evidence, said)

    def _say_steps(
        self, say: Say, about: tuple[str, str], taken: Taken, note: FileNote
    ) -> None:
        rooms, sha256 = self._rooms, taken.sum.sha256
        say_step(rooms, say, about, kind="RECEIVED", medium_number=note.medium_number)
        say_step(rooms, say, about, kind="HASHED", sha256=sha256)
        if taken.slip is None:
            return
        said: dict[str, Value] = {"kind": "SEALED", "sha256": taken.slip.name}
        if taken.keeping.sexual and note.grounds is not None:
            said |= {"handed_to": note.grounds.keeper, "purpose": note.grounds.purpose}
            say.set("evidence", about[1], "legal_basis", note.grounds.basis)
        say_step(rooms, say, about, **said)


def look(
    source: Source, keeping: Keeping, sealing: Sealing | None, progress: Progress
) -> Taken:
    """Hash a file, seal it where asked, make its fingerprints; it must not change meanwhile."""
    from intake.evidence.fingerprint import seen  # noqa: PLC0415 - loads with the first file

    looks, media_type = looks_of(source.head)
    summed = source.sum(progress, sealing.write if sealing else None)
    found = seen(source.file, looks, media_type, progress)
    source.check_still()
    return Taken(summed, keeping, media_type, found)


def say_prints(rooms: Rooms, case: str, evidence: str, lines: Sequence[Line]) -> None:
    """Say fingerprints, some in each entry; said again, they are the same records."""
    for start in range(0, len(lines), AT_ONCE):
        with chained(rooms, Deed.ATTACH, case) as say:
            for line in lines[start : start + AT_ONCE]:
                record = natural_id("fingerprint", evidence, line.kind, str(line.at_ms))
                said: dict[str, Value] = {
                    "case": case,
                    "evidence": evidence,
                    "kind": line.kind,
                    "value": line.value,
                    "quality": line.quality,
                    "at_ms": line.at_ms,
                }
                set_all(say, "fingerprint", record, said)


def facts_of(found: Seen) -> dict[str, Value]:
    """Return what the record of the evidence itself says of its looks."""
    main = next((line for line in found.lines if line.kind in _MAIN), None)
    return {
        "pdq": main.value if main else None,
        "quality": main.quality if main else None,
        "frames": found.frames or None,
        "duration_ms": found.duration_ms or None,
    }


def set_all(say: Say, entity: str, record: str, said: dict[str, Value]) -> None:
    """Say every value that is there."""
    for name, value in said.items():
        if value is not None and value != "":
            say.set(entity, record, name, value)


def _written(name: str) -> str:
    """Return a file's name as text; a letter that is none is shown as a question mark."""
    return name.encode("utf-8", "replace").decode()[:_NAME]
