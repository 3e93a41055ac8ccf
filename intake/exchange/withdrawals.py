"""Consent taken back after words had travelled (철회): told until heard, kept until done.

* Whoever sent a class of a case and may no longer, says so in every bundle until a receipt
  comes for one that did. Nothing of the case travels with it but its id and its classes.
* What another laptop of the center may have sent is said as well (``once``): whichever speaks
  next tells it. Until a receipt came it stays untold, however often it was said.
* Whoever hears it does not destroy by itself: a person does, and a legal hold may forbid it.
  ``withdrawn`` is the list for that person.
* Only the center that owns a case can take back consent for it. A notice that overtakes the
  words it is about waits for them.
* When she agrees again, her newer decision ends the requests of every laptop that said so before.
* A decision about two cases goes unsaid with either of them: it counts no more, and holds
  nothing but ids, so nobody is asked to destroy it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intake.exchange import peers
from intake.exchange.agreed_again import agreed_again
from intake.exchange.context import Exchange
from intake.exchange.holdings import Part
from intake.ids import Scope
from intake.vault import Database


@dataclass(frozen=True, slots=True)
class Told:
    """One bundle to a party, and when: it was made, or its receipt came."""

    party: str
    sha: str
    ms: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Classes of a case that its center asks to be destroyed here."""

    scope: Scope
    classes: tuple[str, ...]
    party: str
    said: int


def taken_back(
    db: Database,
    party: str,
    allowed: frozenset[Part],
    once: frozenset[Part] = frozenset(),
) -> frozenset[Part]:
    """Return what a party has, may soon have, or got from others (``once``), and should not."""
    shared = peers.parts_of(db, party) | peers.parts_under_way(db, party)
    listed = {part for part, again, _ in _listed(db, party) if not again}
    return (shared | _lay_there(db, party) | listed | once) - allowed


def _lay_there(db: Database, party: str) -> frozenset[Part]:
    """Return the classes of bundles that lay in a mailbox before they were taken out of it."""
    rows = db.all(
        "select distinct scope, cls from bundle_out_part join bundle_out using (sha)"
        " where party = ? and state = 'refused' and reason = 'sync-dropped' and delivered > 0",
        (party,),
    )
    return frozenset((Scope(scope), cls) for scope, cls in rows)


def has_untold(
    db: Database,
    party: str,
    allowed: frozenset[Part],
    once: frozenset[Part] = frozenset(),
) -> bool:
    """Whether something was taken back that no receipt has confirmed."""
    told = {part for part, again, told in _listed(db, party) if told and not again}
    return bool(taken_back(db, party, allowed, once) - told)


def note_told(
    db: Database, told: "Told", parts: Iterable[Part], allowed: frozenset[Part]
) -> None:
    """Remember what a bundle said was taken back, and what is agreed to again."""
    party, sha, named = told.party, told.sha, sorted(parts)
    db.executemany(
        "insert into withdrawn_out (party, scope, cls, again, told, since)"
        " values (?, ?, ?, 0, 0, ?)"
        " on conflict do update set told = told * (1 - again), heard = heard * (1 - again),"
        " receipt = case again when 1 then '' else receipt end,"
        " since = case when again = 1 or since = 0 then excluded.since else since end,"
        " again = 0",
        [(party, scope, cls, told.ms) for scope, cls in named],
    )
    db.executemany(
        "insert into bundle_out_notice (sha, scope, cls) values (?, ?, ?)",
        [(sha, scope, cls) for scope, cls in named],
    )
    db.executemany(
        "update withdrawn_out set again = 1, told = 0"
        " where party = ? and scope = ? and cls = ?",
        [(party, *part) for part, _, _ in _listed(db, party) if part in allowed],
    )


def settle_told(db: Database, told: "Told", receipt: str) -> None:
    """Count what an acknowledged bundle said as heard; the first receipt that says so is kept."""
    db.execute(
        "update withdrawn_out set heard = iif(told, heard, ?), receipt = iif(told, receipt, ?),"
        " told = 1 where party = ? and again = 0 and exists"
        " (select 1 from bundle_out_notice n where n.sha = ?"
        "  and n.scope = withdrawn_out.scope and n.cls = withdrawn_out.cls)",
        (told.ms, receipt, told.party, told.sha),
    )


def must_speak(db: Database, party: str) -> bool:
    """Whether a bundle to the party carries a notice, be it an empty one."""
    return bool(_listed(db, party))


def hear(
    db: Database, sender: tuple[str, str], parts: frozenset[Part], said: int
) -> frozenset[Scope]:
    """Take in a notice of (center, laptop); return the scopes that nobody named before.

    Each laptop has its own book and its own list: what one says never erases what another
    said. An older notice of a laptop than the last one heard changes nothing.
    """
    center, device = sender
    party = f"{center}/{device}"
    newest = db.one("select said from notice_in where party = ?", (party,))
    if newest is not None and newest[0] >= said:
        return frozenset()
    owned = _scopes(db.all("select scope from scope where owner = ?", (center,)))
    before = _scopes(db.all("select scope from withdrawn_in"))
    db.execute("delete from withdrawn_in where party = ?", (party,))
    db.executemany(
        "insert into withdrawn_in (party, scope, cls, said) values (?, ?, ?, ?)",
        [(party, scope, cls, said) for scope, cls in sorted(parts) if scope in owned],
    )
    db.execute(
        "insert or replace into notice_in (party, said) values (?, ?)", (party, said)
    )
    _keep_early(db, sender, parts, said)
    new = frozenset(scope for scope, _ in parts if scope in owned - before)
    return frozenset(scope for scope in new if scope.startswith("case/"))


def take_notice(
    ctx: Exchange, sender: tuple[str, str], parts: frozenset[Part], said: int
) -> frozenset[Scope]:
    """Take a notice in, and let the ledger look again at what it changes; as ``hear`` returns."""
    with ctx.vault.writing() as db:
        before = _named(db)
        new = hear(db, sender, parts, said)
        ctx.ledger.look_again({scope for scope, _ in before ^ _named(db)})
    return new


def look_again(ctx: Exchange, scopes: Collection[str]) -> None:
    """Let the ledger look again at words that came after they were taken back, or agreed again."""
    with ctx.vault.reading() as db:
        named = {scope for scope, _ in _named(db)} & set(scopes)
    agreed = agreed_again(ctx, named) if named else {}
    with ctx.vault.writing() as db:
        for scope, (classes, stamp) in agreed.items():
            db.executemany(
                "delete from withdrawn_in where scope = ? and cls = ? and said < ?",
                [(scope, cls, stamp) for cls in sorted(classes)],
            )
        _hear_early(db)
        again = {scope for scope, _ in _named(db)} | agreed.keys()
        ctx.ledger.look_again(again & set(scopes))


def _keep_early(
    db: Database, sender: tuple[str, str], parts: frozenset[Part], said: int
) -> None:
    """Keep what a laptop says of cases of which no word has come; its newest list counts."""
    party = "/".join(sender)
    sql = "select 1 from scope where scope = ?"
    named = sorted({scope for scope, _ in parts if scope.startswith("case/")})
    early = {scope for scope in named if db.one(sql, (scope,)) is None}
    db.execute("delete from withdrawn_early where party = ?", (party,))
    db.executemany(
        "insert into withdrawn_early (party, center, scope, cls, said) values (?, ?, ?, ?, ?)",
        [
            (party, sender[0], scope, cls, said)
            for scope, cls in sorted(parts)
            if scope in early
        ],
    )


def _hear_early(db: Database) -> None:
    """Hear what was said of cases whose words have come now, where they are the sender's own."""
    db.execute(
        "insert or ignore into withdrawn_in (party, scope, cls, said)"
        " select w.party, w.scope, w.cls, w.said from withdrawn_early w"
        " join scope s on s.scope = w.scope where s.owner = w.center"
    )
    db.execute("delete from withdrawn_early where scope in (select scope from scope)")


def _named(db: Database) -> frozenset[Part]:
    rows = db.all("select scope, cls from withdrawn_in")
    return frozenset((Scope(scope), cls) for scope, cls in rows)


def is_taken_back(ctx: Exchange, scope: Scope) -> bool:
    """Whether the center of a case says that consent for all of it was taken back."""
    with ctx.vault.reading() as db:
        return db.one("select 1 from withdrawn_in where scope = ? and cls = 'core'", (scope,)) is not None  # fmt: skip


def withdrawn(ctx: Exchange) -> tuple[Withdrawn, ...]:
    """Return what centers ask to be destroyed here and still is here, oldest first."""
    with ctx.vault.reading() as db:
        rows = db.all(
            "select w.scope, s.owner, min(w.said), group_concat(distinct w.cls)"
            " from withdrawn_in w join scope s on s.scope = w.scope"
            " join part p on p.scope = s.id and p.cls = w.cls"
            " where w.scope like 'case/%'"
            " group by w.scope order by min(w.said), w.scope"
        )
    return tuple(
        Withdrawn(Scope(scope), tuple(sorted(classes.split(","))), owner, said)
        for scope, owner, said, classes in rows
    )


def _scopes(rows: Iterable[tuple[str, ...]]) -> frozenset[Scope]:
    return frozenset(Scope(scope) for (scope,) in rows)


def _listed(db: Database, party: str) -> list[tuple[Part, bool, bool]]:
    rows = db.all(
        "select scope, cls, again, told from withdrawn_out where party = ?", (party,)
    )
    return [
        ((Scope(scope), cls), bool(again), bool(told))
        for scope, cls, again, told in rows
    ]
