"""Postings as a list shows them (게시물 목록): filtered, sorted, page by page.

* A list is the row numbers in order; a page reads its rows and what belongs to them at once.
* Words typed into the filter are looked for in the address, title, uploader and site.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake.desk.directory import Directory, directory_of
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import (
    ActionLine,
    PostingLine,
    PostingQuery,
    PostingTotals,
)
from intake.errors import InvalidInput
from intake.progress import Progress, Silent
from intake.register import ListQuery, Row, Where
from intake.register.postings import (
    NEVER,
    Asked,
    Stands,
    asked_about,
    asked_in_case,
    leaks_of,
    overdue_in_case,
    reposts_of,
    stands_in,
    words_in,
)
from intake.register.spelling import folded, host_of, key_of

TO_REQUEST = ("FOUND", "PREPARED", "RESTORED")
ENDED = ("REMOVED", "DELISTED", "BLOCKED", "REFUSED", "TEMPORARY", "GONE")
_ORDERS = {
    "host": "url_host",
    **{
        name: name
        for name in ("found_on", "result_on", "next_check", "result", "platform")
    },
}
_SEEN = {"all", "removed", "refused"}  # what the list itself can tell


def listing(rooms: Rooms, query: PostingQuery, progress: Progress) -> "array[int]":
    """Return the row numbers of every posting that fits, in order."""
    numbers = rooms.register.ids(_query(rooms, query), progress)
    if _is_plain(query):
        return numbers
    with rooms.vault.reading() as db:
        stands = {one.row: one for one in stands_in(db, query.case)}
        kept = [n for n in numbers if n in stands and _fits(query, stands[n])]
        if query.text.strip():
            found = set(_holding(words_in(db, query.case), query.text))
            kept = [n for n in kept if n in found]
        asked = asked_in_case(db, query.case) if _by_request(query) else {}
    if _by_request(query):
        kept.sort(
            key=lambda n: asked.get(stands[n].id, NEVER).last_on,
            reverse=query.order.startswith("-"),
        )
    return array("q", kept)


def first(rooms: Rooms, query: PostingQuery, limit: int) -> tuple[PostingLine, ...]:
    """Return the first postings that fit."""
    if _is_plain(query):
        found = rooms.register.first(_query(rooms, query), limit)
        return lines_of(rooms, found)
    return lines(rooms, listing(rooms, query, Silent())[:limit])


def lines(rooms: Rooms, numbers: Sequence[int]) -> tuple[PostingLine, ...]:
    """Return the postings with these row numbers, in this order."""
    return lines_of(rooms, rooms.register.rows("posting", numbers))


# --- which, and in which order ---------------------------------------------------------


def _query(rooms: Rooms, query: PostingQuery) -> ListQuery:
    equals: list[tuple[str, str]] = [("case", query.case)]
    where: list[Where] = []
    if query.filter in {"removed", "refused"}:
        equals.append(("result", query.filter.upper()))
    if query.filter == "overdue":
        where.append(Where("next_check", "<", rooms.clock.today().isoformat()))
    if query.platform:
        equals.append(("platform", query.platform))
    order = () if _by_request(query) else (_order(query.order),)
    return ListQuery("posting", tuple(equals), tuple(where), order)


def _order(asked: str) -> str:
    name, down = asked.removeprefix("-"), asked.startswith("-")
    if name not in _ORDERS:
        raise InvalidInput(what="list", why="unknown-name")
    return "-" * down + _ORDERS[name]


def _is_plain(query: PostingQuery) -> bool:
    """Whether the list itself can tell: no words, no filter that looks into rows."""
    return query.filter in _SEEN and not query.text.strip() and not _by_request(query)


def _by_request(query: PostingQuery) -> bool:
    return query.order.removeprefix("-") == "requested_on"


def _fits(query: PostingQuery, one: Stands) -> bool:
    match query.filter:
        case "to_request":
            return one.result in TO_REQUEST
        case "open":
            return one.result not in ENDED
        case "back":
            return one.back
        case "overdue":
            return not one.stopped
        case _:
            return True


def _holding(texts: Iterable[tuple[int, str]], text: str) -> Iterator[int]:
    """Yield the row numbers whose words hold what was typed, or the address it spells."""
    wanted, key = folded(text.strip()), key_of(text)
    for number, said in texts:
        words = folded(said)
        if wanted in words or (key and key in words):
            yield number


# --- as lines --------------------------------------------------------------------------


def lines_of(rooms: Rooms, rows: Sequence[Row]) -> tuple[PostingLine, ...]:
    """Return rows as lines, with what belongs to each of them."""
    ids = [row.id for row in rows]
    with rooms.vault.reading() as db:
        asked = asked_about(db, ids)
        reposts, leaks = reposts_of(db, ids), leaks_of(db, ids)
    writer = _Lines(rooms, asked, reposts, leaks)
    return tuple(writer.line(row) for row in rows)


class _Lines:
    def __init__(
        self,
        rooms: Rooms,
        asked: Mapping[str, Asked],
        reposts: Mapping[str, int],
        leaks: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._asked, self._reposts, self._leaks = asked, reposts, leaks
        self._directory: Directory = directory_of(rooms)
        self._language, self._today = rooms.language, rooms.clock.today().isoformat()

    def line(self, row: Row) -> PostingLine:
        asked = self._asked.get(row.id, NEVER)
        told = {name: str(row[name] or "") for name in _TOLD}
        host = host_of(told["url"])
        return PostingLine(
            row=row.row,
            id=row.id,
            host=host,
            site=self._site(host, row),
            platform_text=row.label("platform", self._language),
            requested_on=asked.last_on,
            result_text=row.label("result", self._language),
            overdue=self._overdue(row),
            requests=asked.requests,
            restored=int(row["restored"] or 0),
            reposts=self._reposts.get(row.id, 0),
            police_too=bool(row["police_too"]),
            leaks=self._leaks.get(row.id, ()),
            check_stopped=bool(row["check_stopped"]),
            **told,
        )

    def _site(self, host: str, row: Row) -> str:
        site = self._directory.of(host)
        return str((site["name"] if site else None) or row["site"] or "")

    def _overdue(self, row: Row) -> bool:
        day = str(row["next_check"] or "")
        return bool(day) and day < self._today and not row["check_stopped"]


_TOLD = (
    *("url", "platform", "found_on", "result", "result_on", "next_check"),
    *("parent", "title", "item", "found_how"),
)


def totals_of(rooms: Rooms, case: str) -> PostingTotals:
    """Return the numbers above the list, from the kept counts; overdue depends on the day."""
    row = rooms.case(case)
    kept = rooms.register.counts((row.id,)).get(row.id, {})
    count = {name: int(number or 0) for name, number in kept.items()}
    today = rooms.clock.today().isoformat()
    with rooms.vault.reading() as db:
        overdue = overdue_in_case(db, row.id, today)
    ended = sum(count.get(one.lower(), 0) for one in ENDED)
    return PostingTotals(
        urls=count.get("postings", 0),
        requests=count.get("requests", 0),
        removed=count.get("removed", 0),
        open=count.get("postings", 0) - ended,
        back=count.get("reappeared", 0),
        refused=count.get("refused", 0),
        blocked=count.get("blocked", 0),
        temporary=count.get("temporary", 0),
        overdue=overdue,
        delisted=count.get("delisted", 0),
        gone=count.get("gone", 0),
        to_request=_to_request(rooms, row.id),
    )


def _to_request(rooms: Rooms, case: str) -> int:
    said = (("case", case), ("result", TO_REQUEST))
    untold = (("case", case), ("result", None))
    count = rooms.register.count
    return count(ListQuery("posting", said)) + count(ListQuery("posting", untold))


def actions_of(rooms: Rooms, posting: str) -> tuple[ActionLine, ...]:
    """Return what was done about a posting, newest first."""
    rows = rooms.register.first(
        ListQuery("deletion_action", (("posting", posting),), order=("-done_on",)), -1
    )
    return tuple(_action(row, rooms.language) for row in rows)


def _action(row: Row, language: str) -> ActionLine:
    def told(name: str) -> str:
        return str(row[name] or "")

    return ActionLine(
        id=row.id,
        kind=told("kind"),
        kind_text=row.label("kind", language),
        done_on=told("done_on"),
        counselor=told("counselor"),
        channel_text=row.label("channel", language),
        addressee=told("addressee"),
        result_text=row.label("result", language),
        number=told("request_number") or told("outside_number"),
        minutes=int(row["minutes"] or 0),
        remark=told("remark"),
    )
