"""What the tab asks the desk to do; each a function of the desk, none of the window."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.errors import Cancelled, IntakeError, NoRoom, StampRefused
from intake.progress import Progress
from ui.screens.case.evidence.chain import Piece

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.evidence import Added, FileNote, StampLine

_ANSWER: Final = ".tsr"
_LARGEST: Final = 64 * 1024  # bytes of an answer or a certificate


@dataclass(slots=True)
class Taken:
    """What became of several files: those that are in, and what was said of the others."""

    added: "list[Added]" = field(default_factory=list)
    refused: list[IntakeError] = field(default_factory=list)
    stopped: bool = False


def take(
    desk: "Desk", case: str, files: Sequence[Path], kind: str, note: "FileNote", progress: Progress
) -> Taken:  # fmt: skip
    """Take files one after the other; one that is refused does not stop the rest."""
    found = Taken()
    for path in files:
        try:
            found.added.append(desk.evidence.add_file(case, path, kind, note, progress))
        except Cancelled:
            found.stopped = True
            break
        except NoRoom as error:
            found.refused.append(error)
            break
        except IntakeError as error:
            found.refused.append(error)
    return found


def piece(desk: "Desk", evidence: str, progress: Progress) -> Piece:
    """Return everything about one piece."""
    room = desk.evidence
    return Piece(
        room.get(evidence),
        room.custody(evidence),
        room.stamps(evidence),
        room.similar(evidence, progress),
    )


def items(desk: "Desk", case: str) -> tuple[tuple[str, str], ...]:
    """Return the materials of a case that a file may be a copy of."""
    language = str(desk.settings.get("language"))
    rows = desk.records.list("material", case)
    return tuple(
        (row.id, " · ".join(filter(None, (str(row["title"] or ""), row.label("kind", language)))))
        for row in rows
        if not row.gone
    )  # fmt: skip


def take_answers(desk: "Desk", files: Sequence[Path]) -> "tuple[StampLine, ...]":
    """Take answers of an authority in; other files beside them are its certificates."""
    read = {path: _small(path) for path in files}
    answers = [data for path, data in read.items() if path.suffix.lower() == _ANSWER]
    others = [data for path, data in read.items() if path.suffix.lower() != _ANSWER]
    authority = b"\n".join(one for one in others if b"-----BEGIN" in one)
    authority = authority or (others[0] if others else b"")
    if not answers:
        raise StampRefused(why="format")
    return tuple(desk.evidence.take_stamp(data, authority) for data in answers)


def _small(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError:
        raise StampRefused(why="format") from None
