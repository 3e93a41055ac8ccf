"""What a destruction would take, leave, and cannot reach (파기 미리보기): counts, never words."""

from collections.abc import Iterable, Sequence

from intake.clock import local
from intake.desk.rooms import Rooms
from intake.desk.views.office import DestructionView, KindCount, SentTo
from intake.exchange import left_about
from intake.ids import scope_of
from intake.ledger.change import CLASSES
from intake.register import SCHEMA, Entity, ListQuery, Row


def counts_of(
    rooms: Rooms, case: str, classes: Sequence[str]
) -> tuple[tuple[KindCount, ...], tuple[KindCount, ...]]:
    """Return how many records of each kind would go, and how many would stay."""
    goes, stays = [], []
    for entity in SCHEMA.values():
        if entity.scope != "case":
            continue
        rows = _rows(rooms, entity, case)
        gone = sum(_holds(row, classes) for row in rows)
        kept = sum(_holds(row, set(CLASSES) - set(classes)) for row in rows)
        goes += [KindCount(entity.label_id, gone)] if gone else []
        stays += [KindCount(entity.label_id, kept)] if kept else []
    return tuple(goes), tuple(stays)


def _rows(rooms: Rooms, entity: Entity, case: str) -> tuple[Row, ...]:
    link = (("case", case),) if entity.in_case else ()
    among = None if entity.in_case else (case,)
    query = ListQuery(entity.name, equals=link, among=among, gone=True)
    return rooms.register.first(query, -1)


def files_of(rooms: Rooms, case: str, classes: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the sealed files that would go."""
    if "material" not in classes:
        return ()
    rows = _rows(rooms, SCHEMA["evidence"], case)
    return tuple(sorted({str(row["attachment"]) for row in rows if row["attachment"]}))


def drafts_of(rooms: Rooms, case: str) -> int:
    """Return how many texts in progress would go."""
    found = rooms.register.find("interview", case=case)
    return sum(len(rooms.drafts.of(one.id)) for one in found)


def sent_of(rooms: Rooms, case: str) -> tuple[SentTo, ...]:
    """Return where words of the case have gone already."""
    left = [
        SentTo(one.to, one.number, _day(one.made_ms), told=True)
        for one in left_about(rooms.exchange, scope_of("case", case))
        if one.state != "refused"
    ]
    told = {one.number for one in left}
    other = [
        SentTo(
            str(row["receiver_name"] or row.label("receiver", rooms.language)),
            str(row["bundle"] or ""),
            str(row["left_on"] or ""),
            told=False,
        )
        for row in rooms.register.find("disclosure", case=case)
        if row["bundle"] not in told
    ]
    return (*left, *other)


def _holds(row: Row, classes: Iterable[str]) -> bool:
    """Whether a record says anything in one of these classes, besides whose it is."""
    wanted = set(classes)
    return any(
        row[field.name] is not None
        for field in row.entity.fields
        if field.cls in wanted and field.name != "case"
    )


def _day(ms: int) -> str:
    return local(ms).strftime("%Y-%m-%d")


def view_of(rows: Sequence[Row], case: str = "", number: str = "") -> DestructionView:
    """Return a line of the book of destruction (파기 대장) from the records of one number."""
    first = rows[0]
    return DestructionView(
        number=str(first["number"]),
        parts=tuple(cls for cls in CLASSES if cls in {row["cls"] for row in rows}),
        ground=str(first["ground"] or ""),
        asked_by=str(first["done_by"] or ""),
        approved_by=str(first["approved_by"] or ""),
        done_on=str(first["done_on"] or ""),
        records=sum(map(count_of, rows)),
        attachments=sum(int(str(row["attachments"] or 0)) for row in rows),
        whole=bool(first["whole"]),
        proven_on=str(first["proven_on"] or ""),
        case=case,
        case_number=number,
    )


def count_of(row: Row) -> int:
    """Return how many records went."""
    return int(str(row["records"] or 0))
