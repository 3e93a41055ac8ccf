"""What stands in the annex (별지): every deletion support that R1 counts, by case and day."""

# ruff: noqa: S608 - names of the schema stand in a statement

from collections.abc import Iterator, Mapping

from intake.counting import RULES, Look
from intake.counting.selecting import selection_of
from intake.desk.paper_making import Making
from intake.desk.rooms import Rooms
from intake.documents import Annex, AnnexRow, draw_annex
from intake.ledger.catalogue import chunks, within
from intake.progress import Progress
from intake.register import CODES, SCHEMA
from intake.register.fold import blob_of, id_of

_POSTING = SCHEMA["posting"].table
_COLUMNS = (
    "t.\"case\", coalesce(p.platform, ''), coalesce(p.url, ''), coalesce(t.done_on, ''), "
    "coalesce(t.kind, ''), coalesce(p.result, 'FOUND')"
)
_PLATFORMS = ("platform", "platform_extra_unsourced")


def content(making: Making) -> Annex:
    """Return what stands in the paper."""
    rows = rows_of(making.rooms, making.look, making.names)
    return Annex(**making.issued(("R1",)), rows=rows)


def drawn(paper: Annex, language: str, progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_annex(paper, language, progress)


def rows_of(rooms: Rooms, look: Look, names: Mapping[str, str]) -> tuple[AnnexRow, ...]:
    """Return the rows in the order of the pseudonyms, each case by day."""
    found = sorted(_read(look, names), key=lambda one: (names[one[0]], *one[1:]))
    language = rooms.language
    return tuple(
        AnnexRow(names[case], *_said(language, *told)) for case, *told in found
    )


def _read(look: Look, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    chosen = selection_of(RULES["R1"]).within(look.period)
    for some in chunks(map(blob_of, names)):
        sql = within(
            f"SELECT {_COLUMNS} FROM {chosen.table} t LEFT JOIN {_POSTING} p "
            f"ON p.id = t.posting AND p.deleted IS NULL "
            f'WHERE {chosen.where} AND t."case" IN (?*)',
            some,
        )
        for case, platform, url, day, kind, result in look.db.each(sql, (*chosen.values, *some)):  # fmt: skip
            yield id_of(case), day, url, platform, kind, result


def _said(language: str, day: str, url: str, platform: str, kind: str, result: str) -> tuple[str, ...]:  # fmt: skip
    label = CODES.label_in
    return (
        label(_PLATFORMS, platform, language) if platform else "",
        url,
        day,
        label(("deletion_action",), kind, language),
        label(("deletion_result",), result, language),
    )
