"""How decisions about suspects stand in the queue (판단 목록): kept as rows, so pages are short.

* What follows from the words alone (on hold, waits for a second person, done) is kept at once,
  in one statement. What depends on likeness now, on a case that is gone or on a center that
  objects (다시 볼 것) is looked at a few decisions at a time.
* Somebody may look again and say that it stays (다시 살펴봄): then it is done until something
  comes that was not there when she looked. What was there is kept as digests, never as words.
"""

# ruff: noqa: S608 - only names of our own stand in a statement

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeAlias

from intake.ledger.catalogue import chunks, within
from intake.matching.decided import group_of
from intake.matching.holding import Holding, Pair
from intake.matching.likeness import Likeness
from intake.matching.score import NOT_SAME
from intake.register.fold import blob_of, id_of
from intake.vault import Database
from intake.vault.database import Row

WORDS: Final = ("VERY_HIGH", "HIGH", "REVIEW", "WEAK")
STATES: Final = ("HOLD", "SECOND", "DONE", "REOPENED")
_AT_ONCE: Final = 200
_HELD_BY: Final = (
    "identifier",
    "suspect",
    "evidence",
    "material",
)  # what a line may rest on

# What somebody objects to: for a decision, a word for each center's newest answer.
Objections: TypeAlias = Callable[[str], Iterable[str]]

_STATE = """CASE m.state WHEN 'JOINS' THEN 'DONE' WHEN 'APART' THEN 'DONE' ELSE m.state END"""
_DUE = "SELECT link FROM m_look WHERE followed = 0"
_KEPT = "SELECT id FROM m_link WHERE older = 0 AND kind <> 'same_victim'"
# Taken back; the one before it about the same two stands in its place.
_LEFT = (
    f"""UPDATE m_review SET newest = (link IS (SELECT v.link FROM m_review v
  WHERE v.one = m_review.one AND v.other = m_review.other AND v.link IN ({_KEPT})
  ORDER BY v.said DESC, v.link DESC LIMIT 1))
  WHERE (one, other) IN (SELECT one, other FROM m_review
    WHERE link IN ({_DUE}) AND link NOT IN ({_KEPT}))""",
    f"DELETE FROM m_review WHERE link IN ({_DUE}) AND link NOT IN ({_KEPT})",
    f"DELETE FROM m_look WHERE followed = 0 AND link NOT IN ({_KEPT})",
)
# Before anybody looked: the two profiles, or the two that were named where they are one.
_FRESH = f"""
INSERT INTO m_review SELECT m.id,
  CASE WHEN same THEN min(m.one, m.other) ELSE min(p, q) END,
  CASE WHEN same THEN max(m.one, m.other) ELSE max(p, q) END,
  0, said, {_STATE}, rank, weight, 0, '', '', ''
FROM (SELECT l.id, l.one, l.other, l.state,
    coalesce(a.profile, l.one) AS p, coalesce(b.profile, l.other) AS q,
    coalesce(a.profile, l.one) = coalesce(b.profile, l.other) AS same,
    r.said AS said, coalesce(r.weight, 0) AS weight,
    CASE r.likeness WHEN 'VERY_HIGH' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'REVIEW' THEN 2 ELSE 3 END
      AS rank
  FROM m_look k JOIN m_link l ON l.id = k.link JOIN r_link r ON r.id = l.id
  LEFT JOIN m_sight a ON a.id = l.one LEFT JOIN m_sight b ON b.id = l.other
  WHERE k.followed = 0 AND NOT EXISTS (SELECT 1 FROM m_review v WHERE v.link = l.id)) m"""
_SAID = f"""
UPDATE m_review SET state = {_STATE}, said = r.said
FROM m_link m JOIN r_link r ON r.id = m.id
WHERE m.id = m_review.link AND m_review.link IN ({_DUE})
  AND NOT (m_review.state = 'REOPENED' AND m.state = 'JOINS')"""
_NEWEST = f"""
UPDATE m_review SET newest = NOT EXISTS (SELECT 1 FROM m_review v
  WHERE v.one = m_review.one AND v.other = m_review.other
    AND (v.said, v.link) > (m_review.said, m_review.link))
WHERE (one, other) IN (SELECT one, other FROM m_review WHERE link IN ({_DUE}))"""
_WAITING = "SELECT link FROM m_look ORDER BY link LIMIT ?"
_OF = """
SELECT m.one, m.one_case, m.other, m.other_case, m.state, r.said, coalesce(r.likeness, 'WEAK'),
  coalesce(r.looked_over, ''), m.kind
FROM m_link m JOIN r_link r ON r.id = m.id WHERE m.id = ?"""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One decision in the queue."""

    link: str
    one: str  # the least of each side without it
    other: str
    state: str
    rank: int
    weight: int
    reasons: int
    says: str
    says_kind: str

    @property
    def id(self) -> str:
        """The name of the candidate."""
        return f"{self.one}.{self.other}"

    @property
    def word(self) -> str:
        """How alike the two are, in a word."""
        return WORDS[self.rank]


# --- what is due ------------------------------------------------------------------------------


def note_words(db: Database, said: Mapping[str, Iterable[bytes]]) -> None:
    """Let decisions be looked at again about which something was said, or to which was answered."""
    links = set(said.get("link", ()))
    for chunk in chunks(said.get("notice_answer", ())):
        sql = within("SELECT n.link FROM r_notice_answer a JOIN r_link_notice n ON n.id = a.notice WHERE a.id IN (?*)", chunk)  # fmt: skip
        links |= {link for (link,) in db.all(sql, chunk) if link is not None}
    for entity in ("link_notice", "link_line"):
        for chunk in chunks(said.get(entity, ())):
            sql = within(f"SELECT link FROM r_{entity} WHERE id IN (?*)", chunk)
            links |= {link for (link,) in db.all(sql, chunk) if link is not None}
    db.executemany("INSERT OR REPLACE INTO m_look VALUES (?, 0)", [(one,) for one in links])  # fmt: skip


def waiting(db: Database) -> int:
    """Return how many decisions have to be looked at."""
    found = db.one("SELECT count(*) FROM m_look")
    return int(found[0]) if found else 0


def follow(db: Database) -> None:
    """Keep what follows from the words alone, for every decision that is due."""
    if db.one("SELECT 1 FROM m_look WHERE followed = 0 LIMIT 1") is None:
        return
    for sql in (*_LEFT, _FRESH, _SAID, _NEWEST, "UPDATE m_look SET followed = 1 WHERE followed = 0"):  # fmt: skip
        db.execute(sql)


def is_due(db: Database) -> bool:
    """Whether some decision has to be looked at."""
    return db.one("SELECT 1 FROM m_look LIMIT 1") is not None


def renew(db: Database, objections: Objections, most: int = _AT_ONCE) -> int:
    """Look again at so many decisions that are due; return how many it were."""
    some = db.all(_WAITING, (most,))
    world, touched = Holding(db), set[tuple[bytes, bytes]]()
    for (link,) in some:
        touched |= _look(db, world, link, objections)
        db.execute("DELETE FROM m_look WHERE link = ?", (link,))
    for pair in touched:
        db.execute(_NEWEST_OF, pair)
    return len(some)


_NEWEST_OF = """
UPDATE m_review SET newest = (link IS (SELECT link FROM m_review WHERE one = ?1 AND other = ?2
  ORDER BY said DESC, link DESC LIMIT 1)) WHERE one = ?1 AND other = ?2"""


def _look(db: Database, world: Holding, link: bytes, objections: Objections) -> set[tuple[bytes, bytes]]:  # fmt: skip
    """Keep how one decision stands; return the pairs whose newest may be another now."""
    touched = {(one, other) for one, other in db.all("SELECT one, other FROM m_review WHERE link = ?", (link,))}  # fmt: skip
    row = db.one(_OF, (link,))
    db.execute("DELETE FROM m_review WHERE link = ?", (link,))
    if row is None:
        return touched
    one, _, other, _, stands, said, likeness, looked, _ = row
    sides = sides_of(db, id_of(link), id_of(one), id_of(other))
    found = between(world, sides)
    state = {"JOINS": "DONE", "APART": "DONE"}.get(stands, stands)
    shakes: list[str] = []
    if stands == "JOINS":
        shakes = [told for told in shaken(db, link, found, objections) if told not in looked.split()]  # fmt: skip
        state = "REOPENED" if shakes else "DONE"
    word = found.word if found else likeness
    first = found.lines[0] if found and found.lines else None
    left, right = sorted(blob_of(min(side)) for side in sides)
    db.execute(
        "INSERT INTO m_review VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(link, left, right, said, state),
            WORDS.index(word) if word in WORDS else len(WORDS) - 1,
            found.weight if found else 0,
            sum(line.weight > 0 for line in found.lines) if found else 0,
            first.says if first else "",
            first.kind if first else "",
            " ".join(shakes),
        ),
    )
    return touched | {(left, right)}


# --- what shakes a decision -----------------------------------------------------------------------


def sides_of(db: Database, link: str, one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """Return the two sides of a decision, as they were without it; the lesser first."""
    left = group_of(db, one, aside=link).members
    right = group_of(db, other, aside=link).members
    if other in left:  # joined by other decisions too
        left, right = (one,), (other,)
    first, second = sorted((left, right), key=min)
    return first, second


def between(world: Holding, sides: tuple[tuple[str, ...], tuple[str, ...]]) -> Likeness | None:  # fmt: skip
    """Return what is found between two sides now; None where one is not compared."""
    one, other = (world.face_of(side) for side in sides)
    if not one.profile.sightings or not other.profile.sightings:
        return None
    return world.between(one, other)


def shaken(db: Database, link: bytes, found: Likeness | None, objections: Objections) -> tuple[str, ...]:  # fmt: skip
    """Return why a decision that stands is to be looked at again, as digests."""
    return tuple(dict.fromkeys(map(_digest, _reasons(db, link, found, objections))))


def _reasons(db: Database, link: bytes, found: Likeness | None, objections: Objections) -> Iterator[str]:  # fmt: skip
    yield from (f"objection {told}" for told in objections(id_of(link)))
    row = db.one(_OF, (link,))
    for case in (row[1], row[3]) if row is not None else ():
        known = db.one("SELECT off FROM m_case WHERE id = ?", (case,))
        if known is None or known[0]:  # also where somebody simply knew it
            yield f"case {id_of(case)}"
    lines = db.all("SELECT one_record, other_record FROM r_link_line WHERE link = ? AND deleted IS NULL", (link,))  # fmt: skip
    yield from (f"record {id_of(one)}" for line in lines for one in line if one and _is_gone(db, one))  # fmt: skip
    if not lines or row is None:
        return  # nothing was found when it was decided either
    if found is not None and found.withheld and found.withheld != NOT_SAME:
        yield f"withheld {found.withheld}"
    elif row[6] in WORDS[:3] and (found is None or found.word == "WEAK"):
        yield "weak"


def _is_gone(db: Database, record: bytes) -> bool:
    """Whether a record that is known was taken back."""
    told = [row[0] for entity in _HELD_BY for row in db.all(f"SELECT deleted FROM r_{entity} WHERE id = ?", (record,))]  # fmt: skip
    return bool(told) and None not in told


def _digest(reason: str) -> str:
    """Keep of what kind a reason is, and that it is another one than before; not whose."""
    return f"{reason.partition(' ')[0]}:{blake2b(reason.encode(), digest_size=5).hexdigest()}"


# --- pages ----------------------------------------------------------------------------------------

_ROW = "SELECT link, one, other, state, rank, weight, reasons, says, says_kind FROM m_review"
_PAIR = "SELECT one, other, kind, word, weight, withheld, says, says_kind, reasons, told_ms FROM m_pair p"  # fmt: skip
# Where something stands in a list: the rank of its word, its weight, and its two sides.
Place: TypeAlias = tuple[int, int, bytes, bytes]


def reviewed(db: Database, one: str, other: str) -> Reviewed | None:
    """Return the last decision about two sides."""
    row = db.one(f"{_ROW} WHERE one = ? AND other = ? AND newest = 1", (blob_of(one), blob_of(other)))  # fmt: skip
    return _read(row) if row is not None else None


def of_link(db: Database, link: str) -> Reviewed | None:
    """Return how a decision stands."""
    row = db.one(f"{_ROW} WHERE link = ?", (blob_of(link),))
    return _read(row) if row is not None else None


def shakes_of(db: Database, link: str) -> tuple[str, ...]:
    """Return over what a decision is to be looked at again, as digests; nothing: it is not."""
    row = db.one("SELECT shakes FROM m_review WHERE link = ? AND state = 'REOPENED'", (blob_of(link),))  # fmt: skip
    return tuple(str(row[0]).split()) if row is not None else ()


def counts(db: Database) -> dict[str, int]:
    """Return how many pairs stand how: by their last decision, and those that nobody decided."""
    rows = db.all(
        "SELECT state, count(*) FROM m_review WHERE newest = 1 GROUP BY state"
    )
    found = {state: int(many) for state, many in rows}
    for state, open_ in (("NEW", "p.withheld = ''"), ("WITHHELD", f"p.withheld NOT IN ('', '{NOT_SAME}')")):  # fmt: skip
        every = db.one(f"SELECT count(*) FROM m_pair p WHERE {open_}")
        told = db.one(f"SELECT count(*) FROM m_review v JOIN m_pair p ON p.one = v.one AND p.other = v.other WHERE v.newest = 1 AND {open_}")  # fmt: skip
        found[state] = int(every[0] if every else 0) - int(told[0] if told else 0)
    return found


def place(db: Database, one: str, other: str) -> Place | None:
    """Return where a pair stands in the list; None where it is in none."""
    row = db.one(f"{_ROW} WHERE one = ?1 AND other = ?2 AND newest = 1", (blob_of(one), blob_of(other)))  # fmt: skip
    if row is not None:
        return (int(row[4]), int(row[5]), row[1], row[2])
    pair = db.one("SELECT word, weight, one, other FROM m_pair WHERE one = ? AND other = ?", (blob_of(one), blob_of(other)))  # fmt: skip
    return (WORDS.index(pair[0]), *pair[1:]) if pair is not None else None


def decided(db: Database, state: str, most: int, after: Place | None = None) -> tuple[Reviewed, ...]:  # fmt: skip
    """Return decisions that stand so, the strongest word first, those after ``after``."""
    sql = f"{_ROW} WHERE newest = 1 AND state = ? AND rank = ?"
    rows = _by_rank(db, sql, lambda rank: (state, rank), most, after)
    return tuple(map(_read, rows))


def decided_about(db: Database, suspects: Iterable[str]) -> tuple[Reviewed, ...]:
    """Return the last decisions about pairs that one of these suspects is named in."""
    found: set[Reviewed] = set()
    for chunk in chunks(map(blob_of, suspects)):
        for end in ("one", "other"):
            sql = within(f"{_ROW} WHERE newest = 1 AND link IN (SELECT id FROM m_link WHERE {end} IN (?*))", chunk)  # fmt: skip
            found |= {_read(row) for row in db.all(sql, chunk)}
    return tuple(found)


def undecided(db: Database, most: int, after: Place | None = None, *, withheld: bool = False) -> tuple[Pair, ...]:  # fmt: skip
    """Return pairs about which nobody decided, the strongest word first, those after ``after``."""
    open_ = f"withheld NOT IN ('', '{NOT_SAME}')" if withheld else "withheld = ''"
    sql = f"{_PAIR} WHERE {open_} AND word = ? AND NOT EXISTS (SELECT 1 FROM m_review v WHERE v.one = p.one AND v.other = p.other)"  # fmt: skip
    rows = _by_rank(db, sql, lambda rank: (WORDS[rank],), most, after)
    return tuple(Pair(id_of(one), id_of(other), *rest) for one, other, *rest in rows)


def is_decided(db: Database, one: str, other: str) -> bool:
    """Whether somebody decided about two sides."""
    return db.one("SELECT 1 FROM m_review WHERE one = ? AND other = ?", (blob_of(one), blob_of(other))) is not None  # fmt: skip


def _by_rank(db: Database, sql: str, values: Callable[[int], tuple[str | int, ...]], most: int, after: Place | None) -> list[Row]:  # fmt: skip
    """Read a list word by word, so that its index gives the order."""
    found: list[Row] = []
    for rank in range(after[0] if after else 0, len(WORDS)):
        here = ""
        told: tuple[str | int | bytes, ...] = values(rank)
        if after is not None and rank == after[0]:
            here = " AND (weight, one, other) < (?, ?, ?)"
            told += after[1:]
        found += db.all(f"{sql}{here} ORDER BY weight DESC, one DESC, other DESC LIMIT ?", (*told, most - len(found)))  # fmt: skip
        if len(found) >= most:
            break
    return found


def _read(row: Row) -> Reviewed:
    link, one, other, *rest = row
    return Reviewed(id_of(link), id_of(one), id_of(other), *rest)
