"""Questions about postings that one list cannot answer (게시물 셈): requests, reposts, other cases.

* Rule R1: what counts as a request is ``REQUESTS``; a check, a notice to investigators or a
  hash registration is none.
* Across cases only numbers leave here, never which case.
"""

# ruff: noqa: S608 - only marks are put into a statement

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from intake.register.fold import blob_of, id_of
from intake.vault import Database

REQUESTS = ("FIRST", "AGAIN", "SEARCH", "KMCSC")
_AT_ONCE = 500  # values in one statement
_R1 = ", ".join(f"'{kind}'" for kind in REQUESTS)

_ASKED = f"""
SELECT posting, count(*), min(done_on), max(done_on),
  sum(kind IN ('FIRST', 'AGAIN')) FROM r_deletion_action
WHERE deleted IS NULL AND kind IN ({_R1}) AND """
_WAITING = f"""
SELECT posting, id, max(said) FROM r_deletion_action
WHERE "case" = ? AND deleted IS NULL AND kind IN ({_R1}) AND result IS NULL
GROUP BY posting"""


@dataclass(frozen=True, slots=True)
class Asked:
    """How often and when deletion of one posting was requested."""

    requests: int = 0
    first_on: str = ""
    last_on: str = ""
    of_the_site: int = 0  # of whoever holds it; searches and the commission apart


NEVER = Asked()


def _parts(values: Iterable[str]) -> Iterator[tuple[bytes, ...]]:
    rest = iter(values)
    while some := tuple(blob_of(one) for one in islice(rest, _AT_ONCE)):
        yield some


def _marks(some: Sequence[object]) -> str:
    return ", ".join("?" * len(some))


def _asked(rows: Iterable[tuple[bytes, int, str, str, int]]) -> dict[str, Asked]:
    return {
        id_of(posting): Asked(number, first or "", last or "", site)
        for posting, number, first, last, site in rows
        if posting
    }


def asked_in_case(db: Database, case: str) -> dict[str, Asked]:
    """Return the requests about every posting of a case that has any."""
    text = f'{_ASKED} "case" = ? GROUP BY posting'
    return _asked(db.all(text, (blob_of(case),)))


def asked_about(db: Database, postings: Iterable[str]) -> dict[str, Asked]:
    """Return the requests about these postings."""
    found: dict[str, Asked] = {}
    for some in _parts(postings):
        text = f"{_ASKED} posting IN ({_marks(some)}) GROUP BY posting"
        found |= _asked(db.all(text, some))
    return found


def waiting_requests(db: Database, case: str) -> dict[str, str]:
    """Return for each posting of a case its newest request that has no answer yet."""
    return {
        id_of(posting): id_of(action)
        for posting, action, _ in db.all(_WAITING, (blob_of(case),))
        if posting
    }


def reposts_of(db: Database, postings: Iterable[str]) -> dict[str, int]:
    """Return how many new addresses each of these postings came back at (재유포)."""
    found: dict[str, int] = {}
    for some in _parts(postings):
        text = (
            f"SELECT parent, count(*) FROM r_posting WHERE parent IN ({_marks(some)}) "
            "AND deleted IS NULL GROUP BY parent"
        )
        found |= {id_of(parent): number for parent, number in db.all(text, some)}
    return found


def leaks_of(db: Database, postings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the personal details (신상정보) that stand beside each of these postings."""
    found: dict[str, tuple[str, ...]] = {}
    for some in _parts(postings):
        text = (
            f'SELECT "of", kind FROM r_leak WHERE "of" IN ({_marks(some)}) '
            "AND deleted IS NULL AND chosen = 1 ORDER BY kind"
        )
        for posting, kind in db.all(text, some):
            eid = id_of(posting)
            found[eid] = (*found.get(eid, ()), str(kind))
    return found


def addresses_in(db: Database, case: str) -> tuple[tuple[str, str, bool], ...]:
    """Return every posting of a case with its address, and whether it was withdrawn."""
    rows = db.all(
        'SELECT id, url, deleted IS NOT NULL FROM r_posting WHERE "case" = ? ORDER BY row',
        (blob_of(case),),
    )
    return tuple((id_of(eid), str(url or ""), bool(gone)) for eid, url, gone in rows)


@dataclass(frozen=True, slots=True)
class Stands:
    """How one posting of a case stands, as far as a filter asks."""

    row: int
    id: str
    result: str
    back: bool  # a new address of an old posting, or the same address live again
    stopped: bool


def stands_in(db: Database, case: str) -> tuple[Stands, ...]:
    """Return how every posting of a case stands."""
    rows = db.all(
        "SELECT row, id, coalesce(result, 'FOUND'), parent IS NOT NULL OR "
        "coalesce(restored, 0) > 0 OR coalesce(result, '') IN ('REUPLOADED', 'RESTORED'), "
        "coalesce(check_stopped, 0) FROM r_posting "
        'WHERE "case" = ? AND deleted IS NULL',
        (blob_of(case),),
    )
    return tuple(
        Stands(row, id_of(eid), str(result), bool(back), bool(stopped))
        for row, eid, result, back, stopped in rows
    )


def words_in(db: Database, case: str) -> Iterator[tuple[int, str]]:
    """Yield the row number and the words of every posting of a case, one by one."""
    listed = ", ".join(f"coalesce({name}, '')" for name in _WORDED)
    text = f'SELECT row, {listed} FROM r_posting WHERE "case" = ? AND deleted IS NULL'
    for row, *said in db.each(text, (blob_of(case),)):
        yield int(row), "\n".join(said)


_WORDED = ("url", "typed", "title", "uploader", "site")


def elsewhere(db: Database, case: str, keys: Iterable[str]) -> dict[str, int]:
    """Return in how many other cases each of these look-up spellings stands."""
    rest, own, found = iter(keys), blob_of(case), dict[str, int]()
    while some := tuple(islice(rest, _AT_ONCE)):
        text = (
            f'SELECT url_key, count(DISTINCT "case") FROM r_posting '
            f'WHERE deleted IS NULL AND url_key IN ({_marks(some)}) AND "case" != ? '
            "GROUP BY url_key"
        )
        found |= dict(db.all(text, (*some, own)))
    return found


def materials_of(db: Database, case: str) -> tuple[frozenset[str], bool]:
    """Return the legal classes (법적 분류) noted anywhere in a case, and whether a child is seen."""
    own = blob_of(case)
    kinds: set[str] = set()
    minor = False
    for text in (
        "SELECT DISTINCT kind, minor_shown FROM r_material",
        "SELECT DISTINCT material, minor_shown FROM r_posting",
    ):
        for kind, shown in db.all(
            f'{text} WHERE "case" = ? AND deleted IS NULL', (own,)
        ):
            kinds |= {str(kind)} if kind else set()
            minor = minor or shown == "YES"
    ticked = db.all(
        'SELECT kind FROM r_material_kind WHERE "case" = ? AND deleted IS NULL '
        "AND chosen = 1",
        (own,),
    )
    return frozenset(kinds | {str(kind) for (kind,) in ticked if kind}), minor


def overdue_in_case(db: Database, case: str, today: str) -> int:
    """Return how many postings of a case should have been looked at before a day."""
    found = db.one(
        'SELECT count(*) FROM r_posting WHERE "case" = ? AND deleted IS NULL '
        "AND next_check < ? AND coalesce(check_stopped, 0) = 0",
        (blob_of(case), today),
    )
    return int(found[0]) if found else 0


def due_by_case(
    db: Database, until: str, look_at: int, most: int
) -> tuple[tuple[str, int, str], ...]:
    """Return (case, postings, first day) of what is due first, without walking through all."""
    rows = db.all(
        'SELECT "case", count(*), min(next_check) FROM (SELECT "case", next_check '
        "FROM r_posting WHERE deleted IS NULL AND next_check <= ? ORDER BY next_check "
        'LIMIT ?) WHERE "case" IS NOT NULL GROUP BY "case" ORDER BY 3 LIMIT ?',
        (until, look_at, most),
    )
    return tuple((id_of(case), number, str(first)) for case, number, first in rows)


# --- rules of the annual report (domain.md 8.2), each by its name -------------------


def requests_r1(db: Database) -> int:
    """Return R1: requests, repeated ones too, each once however often it was told."""
    (found,) = db.one(
        f"SELECT count(*) FROM r_deletion_action WHERE deleted IS NULL AND kind IN ({_R1})"
    ) or (0,)
    return int(found)


def unique_addresses_r2(db: Database) -> tuple[int, int]:
    """Return R2: addresses summed by case, and addresses as the net has them.

    One that two laptops noted apart in one case (``duplicates``) is one there as well.
    """
    summed, once = db.one(
        "SELECT count(*) + coalesce(sum(untold), 0), count(DISTINCT url_key) FROM "
        "(SELECT url_key, sum(url_key IS NULL) - (url_key IS NULL) AS untold "
        'FROM r_posting WHERE deleted IS NULL GROUP BY "case", url_key)'
    ) or (0, 0)
    return int(summed), int(once)


def outcomes_r3(db: Database) -> dict[str, int]:
    """Return R3: how the postings stand, by result."""
    rows = db.all(
        "SELECT coalesce(result, 'FOUND'), count(*) FROM r_posting "
        "WHERE deleted IS NULL GROUP BY 1"
    )
    return {str(result): int(number) for result, number in rows}
