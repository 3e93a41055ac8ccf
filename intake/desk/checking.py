"""Open what was sealed: to prove that it is whole (무결성 확인), or to hand a copy on.

* A check opens every file and compares what comes out with the hash of the day it came.
* A copy goes to a place somebody chose, under a name that says nothing; half a copy is none.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from intake.attachments import Attachments
from intake.desk.rooms import Rooms
from intake.desk.taking import AT_ONCE, chained, say_step
from intake.desk.views import NamedBytes
from intake.desk.views.evidence import Checked
from intake.errors import DamagedAttachment, NoRoom, ReadOnlyPlace, UnsuitableFile
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import ListQuery, Row, Where

_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "application/pdf": "pdf",
}
_SEALED = (Where("attachment", "filled"),)


@dataclass(slots=True)
class _Found:
    sound: list[Row] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


class EvidenceChecks:
    """Opens the sealed files of one vault."""

    def __init__(self, rooms: Rooms, shelf: Attachments) -> None:
        """Open what lies on this shelf."""
        self._rooms, self._shelf = rooms, shelf

    def check(self, case: str, evidence: str, progress: Progress) -> Checked:
        """Check the sealed files of a piece, of a case, or of the vault; sweep what is left over."""
        found, done = _Found(), 0
        rows = self._rows(case, evidence)
        total = sum(self._shelf.size(str(row["attachment"])) for row in rows)
        for row in rows:
            name = str(row["attachment"])
            if not self._shelf.has(name):
                found.missing.append(row.id)
                continue
            whole = self._is_whole(row, _Part(progress, done, total))
            done += self._shelf.size(name)
            found.sound.append(row) if whole else found.damaged.append(row.id)
        self._say(found.sound)
        swept = 0 if case or evidence else self.sweep()
        return Checked(
            len(found.sound), tuple(found.damaged), tuple(found.missing), swept
        )

    def sweep(self) -> int:
        """Remove what a crash left over a day ago, where nothing waits to be understood."""
        rooms = self._rooms
        if rooms.ledger.parked_count() or rooms.ledger.set_aside():
            return 0  # a record that names the file may still be among them
        query = ListQuery("evidence", where=_SEALED, gone=True)
        known = {str(row["attachment"]) for row in rooms.register.first(query, -1)}
        return self._shelf.sweep(known, rooms.clock.wall())

    def write_out(self, row: Row, folder: Path, progress: Progress) -> Path:
        """Write a sealed file, opened, into a folder."""
        name, key = str(row["attachment"] or ""), str(row["attachment_key"] or "")
        if not key or not self._shelf.has(name):
            raise UnsuitableFile(why="not-sealed")
        if folder.resolve().is_relative_to(self._rooms.vault.folder.resolve()):
            raise UnsuitableFile(why="own")
        ending = _ENDINGS.get(str(row["media_type"]), "bin")
        target = folder / f"ieum-{str(row['sha256'])[:12]}.{ending}"
        part = target.with_name(f"{target.name}.part")
        try:
            with part.open("xb") as out:
                self._pour(row, out.write, _Part(progress, 0, self._shelf.size(name)))
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
        except OSError as error:
            raise _away(error) from None
        finally:
            part.unlink(missing_ok=True)
        return target

    def write_requests(self, asked: Sequence[NamedBytes], folder: Path) -> None:
        """Write small files into a folder."""
        try:
            for one in asked:
                (folder / one.name).write_bytes(one.data)
        except OSError as error:
            raise _away(error) from None

    def _rows(self, case: str, evidence: str) -> tuple[Row, ...]:
        equals = (("case", case),) if case else ()
        among = (evidence,) if evidence else None
        query = ListQuery("evidence", equals=equals, where=_SEALED, among=among)
        return self._rooms.register.first(query, -1)

    def _is_whole(self, row: Row, progress: Progress) -> bool:
        try:
            return self._pour(row, lambda _piece: 0, progress) == row["sha256"]
        except DamagedAttachment:
            return False

    def _pour(
        self, row: Row, write: Callable[[bytes], object], progress: Progress
    ) -> str:
        digest, done = hashlib.sha256(), 0
        name, key = str(row["attachment"]), str(row["attachment_key"])
        for piece in self._shelf.read(name, key):
            digest.update(piece)
            write(piece)
            done += len(piece)
            progress.step(done, 0, "progress-evidence-checking")
        return digest.hexdigest()

    def _say(self, rows: Sequence[Row]) -> None:
        by_case: dict[str, list[Row]] = {}
        for row in rows:
            by_case.setdefault(str(row["case"]), []).append(row)
        with self._rooms.vault.writing():
            for case, some in by_case.items():
                for start in range(0, len(some), AT_ONCE):
                    with chained(self._rooms, Deed.CHECK, case) as say:
                        for row in some[start : start + AT_ONCE]:
                            say_step(
                                self._rooms,
                                say,
                                row,
                                kind="CHECKED",
                                sha256=row["sha256"],
                            )


class _Part:
    """Progress of one file as part of all."""

    def __init__(self, whole: Progress, before: int, total: int) -> None:
        self._whole, self._before, self._total = whole, before, total

    def step(self, done: int, total: int, what: str) -> None:
        """Report within the whole."""
        del total
        self._whole.step(min(self._before + done, self._total), self._total, what)


def _away(error: OSError) -> Exception:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return NoRoom() if full else ReadOnlyPlace(place="folder")
