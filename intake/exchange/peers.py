"""What the others are known to hold, learnt from their receipts only.

* Acknowledgements are unions: a stale receipt, or the same one again, changes nothing.
* A class of a scope is *held* once a bundle that carried its whole past was acknowledged;
  from then on only new segments matter. When it may no longer travel it is forgotten, so
  that a later consent sends the whole past again.
"""

import json
from collections.abc import Collection, Iterable, Mapping

from intake.exchange.holdings import Acks, Part
from intake.ids import Scope
from intake.vault import Database


def acks_of(db: Database, party: str) -> Acks:
    """Return the segments a party said it has."""
    found: dict[str, list[tuple[int, int]]] = {}
    sql = "select log, n0, n1 from peer_ack where party = ? order by log, n0"
    for log, first, last in db.all(sql, (party,)):
        found.setdefault(log, []).append((first, last))
    return {log: tuple(spans) for log, spans in found.items()}


def add_acks(db: Database, party: str, acks: Acks) -> None:
    """Add acknowledgements to those known."""
    for log, joined in join_acks(acks_of(db, party), acks).items():
        db.execute("delete from peer_ack where party = ? and log = ?", (party, log))
        db.executemany(
            "insert into peer_ack (party, log, n0, n1) values (?, ?, ?, ?)",
            [(party, log, first, last) for first, last in joined],
        )


def within(acks: Acks, known: Mapping[str, int]) -> Acks:
    """Return what of these acknowledgements can be true: of segments sealed so far.

    Nobody can have what was not said yet; otherwise one receipt would silence all that
    comes after it.

    >>> within({"a": ((0, 9), (12, 15)), "b": ((0, 1),)}, {"a": 5})
    {'a': ((0, 5),)}
    """
    return {
        log: tuple(
            (first, min(last, known[log]))
            for first, last in spans
            if first <= known[log]
        )
        for log, spans in acks.items()
        if log in known
    }


def join_acks(one: Acks, other: Acks) -> Acks:
    """Return what both together acknowledge."""
    return {
        log: join_spans([*one.get(log, ()), *other.get(log, ())])
        for log in sorted(one.keys() | other.keys())
    }


def join_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the same numbers as few, ordered, separate spans.

    >>> join_spans([(4, 5), (0, 1), (2, 3), (9, 9), (5, 6)])
    ((0, 6), (9, 9))
    """
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def covers(acks: Acks, logs: Mapping[str, Collection[tuple[int, int]]]) -> bool:
    """Whether every segment named in ``logs`` is acknowledged."""
    return all(
        any(a <= first and last <= b for a, b in acks.get(log, ()))
        for log, spans in logs.items()
        for first, last in spans
    )


def parts_of(db: Database, party: str) -> frozenset[Part]:
    """Return the classes of scopes a party holds with their whole past."""
    rows = db.all("select scope, cls from peer_part where party = ?", (party,))
    return frozenset((Scope(scope), cls) for scope, cls in rows)


def forget_parts(db: Database, party: str, parts: Collection[Part]) -> None:
    """Forget that a party holds these; bundles on their way no longer count for them."""
    rows = [(party, scope, cls) for scope, cls in parts]
    db.executemany(
        "delete from peer_part where party = ? and scope = ? and cls = ?", rows
    )
    db.executemany(
        "delete from bundle_out_part where sha in (select sha from bundle_out"
        " where party = ?) and scope = ? and cls = ?",
        rows,
    )


def parts_under_way(db: Database, party: str) -> frozenset[Part]:
    """Return the classes that travelled in bundles not yet acknowledged."""
    sql = (
        "select distinct scope, cls from bundle_out_part join bundle_out using (sha)"
        " where party = ? and state in ('made', 'delivered')"
    )
    return frozenset((Scope(scope), cls) for scope, cls in db.all(sql, (party,)))


def logs_under_way(db: Database, party: str) -> Acks:
    """Return the segments that travelled in bundles not yet acknowledged."""
    sql = (
        "select logs from bundle_out where party = ? and state in ('made', 'delivered')"
    )
    under_way: Acks = {}
    for (logs,) in db.all(sql, (party,)):
        under_way = join_acks(under_way, read_logs(logs))
    return under_way


def logs_in(db: Database, sha: str) -> Acks:
    """Return the segments that travel in one bundle."""
    row = db.one("select logs from bundle_out where sha = ?", (sha,))
    return read_logs(row[0]) if row else {}


def parts_in(db: Database, sha: str) -> frozenset[Part]:
    """Return the classes whose whole past travels in one bundle."""
    rows = db.all("select scope, cls from bundle_out_part where sha = ?", (sha,))
    return frozenset((Scope(scope), cls) for scope, cls in rows)


def files_in(db: Database, sha: str) -> frozenset[str]:
    """Return the attachments that travel in one bundle."""
    rows = db.all("select attachment from bundle_out_file where sha = ?", (sha,))
    return frozenset(digest for (digest,) in rows)


def read_logs(text: str) -> Acks:
    """Return the ranges of segments as they are kept in the book."""
    kept = json.loads(text)
    return {log: tuple((a, b) for a, b in spans) for log, spans in kept.items()}


def forget(db: Database, party: str) -> None:
    """Believe nothing of what a party acknowledged: its laptop was put back to an earlier state.

    Everything that may travel goes again, and what was taken back is told again.
    """
    for table in ("peer_ack", "peer_part", "peer_file"):
        db.execute(f"delete from {table} where party = ?", (party,))  # noqa: S608 - our own names
    db.execute("update withdrawn_out set told = 0 where party = ?", (party,))


def files_of(db: Database, party: str) -> frozenset[str]:
    """Return the attachments a party holds."""
    rows = db.all("select attachment from peer_file where party = ?", (party,))
    return frozenset(digest for (digest,) in rows)


def settle_bundle(db: Database, party: str, sha: str) -> None:
    """Count what travelled in an acknowledged bundle as held by the party."""
    db.execute(
        "insert or ignore into peer_part (party, scope, cls)"
        " select ?, scope, cls from bundle_out_part where sha = ?",
        (party, sha),
    )
    db.execute(
        "insert or ignore into peer_file (party, attachment)"
        " select ?, attachment from bundle_out_file where sha = ?",
        (party, sha),
    )
