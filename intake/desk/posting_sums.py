"""Postings on their way out as a list, and a center's sums (목록 내보내기, 센터 합계).

* What goes into a spreadsheet cannot be read there as a formula.
* The name of a file carries the number of the case and the day, no host and no name.
"""

import csv
import io

from intake.clock import local
from intake.desk import posting_lines
from intake.desk.rooms import Rooms
from intake.desk.views import CountLine, NamedBytes
from intake.desk.views.deleting import PostingLine, PostingQuery
from intake.errors import InvalidInput
from intake.progress import Progress
from intake.register.counters import center_counts as kept_sums

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PAGE = 500
_SHOWN = (
    *("cases", "postings", "requests", "removed", "refused", "blocked", "temporary"),
    *("delisted", "gone", "reappeared", "live"),
)


def export(
    rooms: Rooms, case: str, query: PostingQuery, progress: Progress
) -> NamedBytes:
    """Return the list as a CSV with a mark that tells a spreadsheet its letters."""
    if query.case != case:
        raise InvalidInput(what="list", why="other-case")
    numbers = posting_lines.listing(rooms, query, progress)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([rooms.texts(f"deleting-csv-{name}") for name in _COLUMNS])
    for start in range(0, len(numbers), _PAGE):
        some = posting_lines.lines(rooms, numbers[start : start + _PAGE])
        writer.writerows([_plain(cell) for cell in _cells(line)] for line in some)
        progress.step(start + len(some), len(numbers), "progress-exporting")
    stamp = local(rooms.clock.wall()).date().isoformat()
    name = f"{rooms.case(case)['number'] or ''}-{stamp}.csv"
    return NamedBytes(name, out.getvalue().encode("utf-8-sig"))


_COLUMNS = (
    *("url", "site", "platform", "found-on", "requested-on", "requests", "result"),
    *("result-on", "next-check", "restored", "reposts", "police"),
)


def _cells(line: PostingLine) -> tuple[str, ...]:
    return (
        line.url,
        line.site or line.host,
        line.platform_text,
        line.found_on,
        line.requested_on,
        str(line.requests),
        line.result_text,
        line.result_on,
        line.next_check,
        str(line.restored),
        str(line.reposts),
        "O" if line.police_too else "",
    )


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def center_counts(rooms: Rooms) -> tuple[CountLine, ...]:
    """Return this center's sums."""
    with rooms.vault.reading() as db:
        mine = kept_sums(db).get(rooms.who.center_code, {})
    return tuple(
        CountLine(f"deleting-count-{name}", mine.get(name, 0)) for name in _SHOWN
    )
