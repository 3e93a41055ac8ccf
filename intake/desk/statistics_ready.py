"""Having ready what many cases add (셀 준비), before the moment that a count is about.

What changed since somebody last counted is derived again and kept; the first time it is every case.
"""

from intake.counting import look as looking
from intake.counting.kept.keeping import bring_up
from intake.desk.asking import may_ask
from intake.desk.rooms import Rooms
from intake.desk.views.figures import Asked
from intake.progress import Progress
from intake.register import SCHEMA

_MANY = frozenset({"CENTER", "NATION"})
_HOW_MANY = f"SELECT count(*) FROM {SCHEMA['case'].table}"  # noqa: S608 - a name of the schema


def prepare(rooms: Rooms, asked: Asked, progress: Progress) -> None:
    """Derive what is not kept, where somebody may ask about many cases.

    Raises:
        Cancelled: from ``progress``.
    """
    if asked.about_kind not in _MANY or not may_ask(rooms, asked.about_kind, asked.about, asked.court):  # fmt: skip
        return
    with rooms.vault.reading() as db:
        (cases,) = db.one(_HOW_MANY) or (0,)
    if cases >= looking.MANY_CASES:
        bring_up(rooms.vault, progress)
