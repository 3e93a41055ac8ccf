"""How match-only (일치 확인) is shown: states, numbers and sentences; nothing that was asked or filed."""

import datetime as dt
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from intake.crypto import words
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.desk.views.escrow import (
    EscrowCase,
    EscrowContact,
    EscrowDay,
    EscrowFound,
    EscrowParty,
    EscrowView,
)
from intake.exchange.agreed import Agreement, unguarded
from intake.exchange.escrow import epochs, keeping, totals
from intake.exchange.escrow.asking import RESTS
from intake.exchange.escrow.filing import contact_of as own_contact
from intake.exchange.escrow.inputs import may_ask
from intake.exchange.escrow.totals import Day
from intake.exchange.escrow.who import (
    CENTRAL,
    QUOTA,
    acts,
    epoch_now,
    is_party,
    pair,
    party_codes,
    today,
)
from intake.ids import scope_of
from intake.trust.roster import Enrolled
from intake.vault import Database

_WAITING: Final = (
    """select count(*) from escrow_entry where "case" is not null and epoch < ?"""
)
_FILED: Final = (
    """select count(*) from escrow_entry where "case" is not null and epoch > 0"""
)
_OF_CASE: Final = """select epoch, ask is not null from escrow_entry where "case" = ?"""


def view(rooms: Rooms) -> EscrowView:
    """Return how match-only stands for a workspace."""
    ctx, epoch = rooms.exchange, epoch_now(rooms.exchange)
    with rooms.vault.reading() as db:
        joint = epochs.joint_of(db, pair(ctx), epoch)
        parties = tuple(_parties(rooms, db, epoch))
    used, filed, waiting, found = _numbers(rooms, epoch)
    return EscrowView(
        role=rooms.who.role,
        epoch=epoch,
        is_on=joint is not None,
        parties=parties,
        quota=QUOTA,
        used_today=used,
        filed=filed,
        waiting=waiting,
        found=found,
        incidents=_incidents(rooms),
        next_refresh_ms=_next_refresh(rooms) if is_party(ctx) and joint else 0,
        troubles=tuple(_troubles(rooms, epoch)),
    )


def _parties(rooms: Rooms, db: Database, epoch: int) -> Iterator[EscrowParty]:
    known = [one for one in rooms.exchange.trust.enrolled() if one.code in party_codes(rooms.exchange)]  # fmt: skip
    for one in sorted(known, key=lambda party: (party.kind != CENTRAL, party.code)):
        said = _said_words(rooms, db, one, epoch)
        yield EscrowParty(one.code, one.kind, one.name, said, bool(said))


def _said_words(rooms: Rooms, db: Database, one: Enrolled, epoch: int) -> str:
    row = db.one("select public from escrow_public where party = ? and epoch = ? order by share limit 1", (one.code, epoch))  # fmt: skip
    return " ".join(words(bytes(row[0]), language=rooms.language)) if row else ""


def _numbers(rooms: Rooms, epoch: int) -> tuple[int, int, int, int]:
    """Return what was used of today's quota, what is filed, what waits, what was found."""
    with rooms.vault.reading() as db:
        if rooms.who.role == "center":
            used = _count(db, "select coalesce(sum(asked), 0) from escrow_day where day = ?", today(rooms.exchange))  # fmt: skip
            filed, left = _count(db, _FILED), _count(db, _WAITING, epoch)
            return used, filed, left, len(_unseen(rooms))
        waiting = _count(db, "select count(*) from escrow_heard where state = 'new'")
        held = _count(db, "select count(distinct center || hex(id)) from escrow_kept")
    untold = sum(not one.told_ms and not one.is_over for one in keeping.matches(rooms.exchange))  # fmt: skip
    return 0, held, waiting, untold


def _count(db: Database, sql: str, *values: int | str) -> int:
    row = db.one(sql, values)
    return int(row[0]) if row else 0


def _incidents(rooms: Rooms) -> int:
    if not is_party(rooms.exchange):
        return 0
    days = map(day_view, totals.days(rooms.exchange))
    return len({(one.day, one.center) for one in days if one.differs or one.refused})


def _next_refresh(rooms: Rooms) -> int:
    """Return the beginning of the next quarter in Seoul."""
    year, month = map(int, today(rooms.exchange).split("-")[:2])
    following = (month - 1) // 3 * 3 + 4
    first = dt.datetime(year + following // 13, (following - 1) % 12 + 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=9)))  # fmt: skip
    return int(first.timestamp() * 1000)


def _troubles(rooms: Rooms, epoch: int) -> Iterator[str]:
    ctx, texts = rooms.exchange, rooms.texts
    kinds = list(party_codes(ctx).values())
    with rooms.vault.reading() as db:
        odd = db.all("select what, party from escrow_trouble where epoch >= ? order by ms, what", (epoch - 1,))  # fmt: skip
        differ = epochs.is_odd(db, pair(ctx), epoch)
    for what, party in odd:
        if what != "keys-differ" or differ:
            yield texts(f"escrow-trouble-{what}", party=party)
    if len(kinds) != len(set(kinds)):
        yield texts("escrow-trouble-several")
    if not acts(ctx):
        yield texts("escrow-trouble-other-laptop")
    elif rooms.who.role == "center":
        yield from _of_center(rooms)


def _of_center(rooms: Rooms) -> Iterator[str]:
    contact = own_contact(rooms.exchange)
    with rooms.vault.reading() as db:
        asked = _count(db, "select coalesce(sum(asked), 0) from escrow_day")
        told = _count(db, "select coalesce(max(n), 0) from (select sum(asked) n from escrow_total group by party)")  # fmt: skip
    if not any(contact.values()):
        yield rooms.texts("escrow-trouble-no-contact")
    if told > asked:
        yield rooms.texts("escrow-trouble-counted-more")
    if rooms.vault.fact(RESTS) == today(rooms.exchange):
        yield rooms.texts("escrow-trouble-rests")


# --- one case ------------------------------------------------------------------------------------


def case_view(rooms: Rooms, case: str) -> EscrowCase:
    """Return how match-only stands for a case."""
    key = uuid.UUID(case).bytes
    epoch = epoch_now(rooms.exchange)
    with rooms.vault.reading() as db:
        entries = db.all(_OF_CASE, (key,))
        gone = _count_of(db, "escrow_gone", key)
        is_on = epochs.joint_of(db, pair(rooms.exchange), epoch) is not None
    found = tuple(one for one in found_lines(rooms) if one.case == case)
    filed = sum(done > 0 for done, _ in entries)
    waiting = sum(done < epoch for done, _ in entries)
    asked = any(under_way for _, under_way in entries)
    state = _state(rooms, case, is_on, bool(gone), (filed, asked, bool(found)))
    label, sentence = (rooms.texts(f"escrow-{part}-{state.lower().replace('_', '-')}") for part in ("state", "says"))  # fmt: skip
    return EscrowCase(case, state, label, filed, waiting, sentence, found)


def _count_of(db: Database, table: str, case: bytes) -> int:
    row = db.one(f'select count(*) from {table} where "case" = ?', (case,))  # noqa: S608 - our own names
    return int(row[0]) if row else 0


def _state(rooms: Rooms, case: str, is_on: bool, gone: bool, now: tuple[int, bool, bool]) -> str:  # fmt: skip
    filed, asked, found = now
    if not _agreed(rooms, case):
        return "WITHDRAWN" if gone or filed else "OFF"
    if found:
        return "FOUND"
    if filed:
        return "FILED"
    if not is_on:
        return "NO_PARTY"
    return "ASKED" if asked else "WAITING"


def _agreed(rooms: Rooms, case: str) -> bool:
    return _agreeing(rooms)(case)


def _agreeing(rooms: Rooms) -> Callable[[str], bool]:
    """Return what tells of a case whether match-only covers it as it stands now."""
    central = [one for one in rooms.exchange.trust.parties() if one.kind == CENTRAL]
    if not central:
        return lambda case: _said_match(rooms, case)
    agreement = Agreement(rooms.exchange, central[0])
    children = unguarded(rooms.exchange)

    def agrees(case: str) -> bool:
        scope = scope_of("case", case)
        return may_ask(agreement.verdict(scope).why) and scope not in children

    return agrees


def _said_match(rooms: Rooms, case: str) -> bool:
    """Whether match-only was agreed to, where no central desk is known yet."""
    rows = rooms.register.find("consent", case=case, purpose="MATCH")
    return any(row["decision"] == "AGREED" and not row["withdrawn_on"] for row in rows)


# --- what was told ---------------------------------------------------------------------------------


def found_lines(rooms: Rooms) -> tuple[EscrowFound, ...]:
    """Return what this center was told, newest first; nothing of what was taken back since."""
    sql = (
        'select f.id, f."case", f.told, f.contact, f.seen from escrow_found f'
        " join escrow_entry e on e.id = f.id order by f.told desc, f.id"
    )
    with rooms.vault.reading() as db:
        rows = db.all(sql)
    agrees = _agreeing(rooms) if rows else None
    return tuple(
        EscrowFound(
            f"{bytes(one).hex()}:{uuid.UUID(bytes=bytes(case))}",
            str(uuid.UUID(bytes=bytes(case))),
            told,
            _line(json.loads(contact)),
            seen,
        )
        for one, case, told, contact, seen in rows
        if agrees is not None and agrees(str(uuid.UUID(bytes=bytes(case))))
    )


def _unseen(rooms: Rooms) -> list[EscrowFound]:
    """Return what was told of cases that are seen here, and not looked at yet."""
    return [one for one in found_lines(rooms) if not one.seen_ms and rooms.sight.sees(one.case)]  # fmt: skip


def _line(contact: Mapping[str, str]) -> str:
    told = (contact.get(name, "") for name in ("name", "phone", "email", "hours"))
    shown = ("".join(one for one in text if one.isprintable()) for text in told)
    return " · ".join(one for one in shown if one)


def contact_of(center: str, told: Mapping[str, str]) -> EscrowContact:
    """Return a contact as it is shown."""
    return EscrowContact(center, told["name"], told["phone"], told["email"], told["hours"])  # fmt: skip


def day_view(one: Day) -> EscrowDay:
    """Return a day as it is shown."""
    signed = one.other_asked >= 0
    return EscrowDay(one.day, one.center, one.asked, one.refused, one.other_asked, signed, one.differs)  # fmt: skip


def due_escrow(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return what was told and nobody has seen; at the central desk, what opened and was not told."""
    if rooms.who.role == "central":
        with rooms.vault.reading() as db:
            if not _count(db, "select count(*) from escrow_match where over = 0"):
                return ()
        count = sum(not one.told_ms and not one.is_over for one in keeping.matches(rooms.exchange))  # fmt: skip
        return (TodayAction("next-escrow-match", {"count": count}, ""),) if count else ()  # fmt: skip
    new = {one.case for one in _unseen(rooms)}
    numbers = {case: row["number"] for case in new if (row := rooms.register.get("case", case))}  # fmt: skip
    return tuple(TodayAction("next-escrow-found", {"number": str(number)}, case) for case, number in sorted(numbers.items()))  # fmt: skip
