"""What a center asks both parties (물어보기): blinded, filled up, within the day's quota.

* What is to lie filed is compared with what does; the rest is asked in batches, the same to both.
* An answer whose proof does not fit the half that is believed is refused with its reason, and the
  batch is asked again with other blindings. So are answers of different makings of the parts, as
  soon as both have told of the newer one.
* A refusal (quota) lets the center rest until the next day; then it goes on by itself.
"""

import hashlib
from collections.abc import Iterable, Iterator
from os import urandom
from typing import Final

from intake.clock import DAY_MS
from intake.crypto.oprf import Answer, Blinded, blind, checked, finalize, joined
from intake.crypto.ristretto import Point, Scalar
from intake.errors import BadSignature, Malformed
from intake.exchange.context import Exchange
from intake.exchange.escrow.epochs import Joint, joint_of, public_of
from intake.exchange.escrow.inputs import Wish, wishes
from intake.exchange.escrow.messages import STEP, Answered, Asked
from intake.exchange.escrow.posting import post
from intake.exchange.escrow.who import QUOTA, epoch_now, note_trouble, pair, today
from intake.matching.canonical import VERSION
from intake.progress import Progress
from intake.vault import Database

RESTS: Final = "escrow/rests"  # the day on which nothing more is asked
_SETTLED: Final = "escrow/settled"
_LOST_MS: Final = 14 * DAY_MS  # a question without an answer for so long


# --- what is to lie filed ------------------------------------------------------------------------


def settle(ctx: Exchange) -> None:
    """Compare what is to lie filed with what does: new ones wait, others are taken back.

    Where nothing was said since, and the day is the same, nothing is compared.
    """
    seen = _seen(ctx)
    if ctx.vault.fact(_SETTLED) == seen:
        return
    wanted = wishes(ctx)
    with ctx.vault.writing() as db:
        ctx.vault.keep_fact(_SETTLED, seen)
        kept = {}
        for one, case, told, person in db.all('select id, "case", input, person from escrow_entry where "case" is not null'):  # fmt: skip
            kept[Wish(bytes(case), bytes(told), bytes(person))] = bytes(one)
        for wish in kept.keys() - wanted:
            let_go(db, kept[wish], wish.case, ctx.clock.wall())
        for wish in sorted(wanted - kept.keys()):
            db.execute(
                'insert into escrow_entry (id, "case", input, person, chance, epoch)'
                " values (?, ?, ?, ?, ?, 0)",
                (urandom(16), wish.case, wish.input, wish.person, _chance(db, wish.case)),
            )  # fmt: skip


def _chance(db: Database, case: bytes) -> bytes:
    """Return what stands for the person of a case where nothing is known of her."""
    row = db.one('select chance from escrow_entry where "case" = ? limit 1', (case,))
    return bytes(row[0]) if row else urandom(64)


def _seen(ctx: Exchange) -> str:
    """Return what tells whether anything could be otherwise than when it was last compared."""
    with ctx.vault.reading() as db:
        said = db.one(
            "select (select max(id) from entry), (select count(*) from erased),"
            " (select count(*) from clockfix)"
        )
    return f"{said}/{pair(ctx)}/{VERSION}/{today(ctx)}"


def let_go(db: Database, entry: bytes, case: bytes | None, ms: int) -> None:
    """Let an entry be withdrawn, if it was ever filed, and forget what it was of."""
    db.execute(
        'insert or ignore into escrow_gone (id, "case", ms)'
        " select id, ?, ? from escrow_entry where id = ? and epoch > 0",
        (case, ms, entry),
    )
    row = db.one("select ask, input, person from escrow_entry where id = ?", (entry,))
    db.execute("delete from escrow_entry where id = ?", (entry,))
    db.execute("delete from escrow_found where id = ?", (entry,))
    if row and row[0] is not None:
        _unname(db, *map(bytes, row))


def _unname(db: Database, ask: bytes, told: bytes, person: bytes) -> None:
    """Forget in a question under way what nobody waits for any more: it only fills up now."""
    for one in (told, person):
        db.execute(
            "update escrow_asked set input = x'', blind = x'' where ask = ?1 and input = ?2 and not"
            " exists (select 1 from escrow_entry where ask = ?1 and ?2 in (input, person))",
            (ask, one),
        )


def forget_case(db: Database, case: bytes, ms: int) -> None:
    """Forget everything of a case that is destroyed, the questions under way included."""
    asks = [ask for (ask,) in db.all('select distinct ask from escrow_entry where "case" = ? and ask is not null', (case,))]  # fmt: skip
    for ask in asks:
        drop(db, ask)
    for (entry,) in db.all('select id from escrow_entry where "case" = ?', (case,)):
        let_go(db, entry, None, ms)
    db.execute('update escrow_gone set "case" = null where "case" = ?', (case,))
    db.execute('delete from escrow_found where "case" = ?', (case,))


def drop(db: Database, ask: bytes) -> None:
    """Give a question up: what it was about waits again."""
    db.execute("update escrow_entry set ask = null where ask = ?", (ask,))
    for table in ("escrow_answer", "escrow_asked"):
        db.execute(f"delete from {table} where ask = ?", (ask,))  # noqa: S608 - our own names
    db.execute("delete from escrow_ask where id = ?", (ask,))


# --- asking ----------------------------------------------------------------------------------------


def ask(ctx: Exchange, progress: Progress) -> int:
    """Ask what waits, as far as the day's quota goes; send what was made and has not left."""
    codes = pair(ctx)
    if codes is None:
        return 0
    _give_up_lost(ctx)
    epoch, day = epoch_now(ctx), today(ctx)
    with ctx.vault.reading() as db:
        ready = joint_of(db, codes, epoch) is not None
    if ready and ctx.vault.fact(RESTS) != day:
        while _make(ctx, epoch, day):
            pass
    return _send(ctx, codes, progress)


def _give_up_lost(ctx: Exchange) -> None:
    now = ctx.clock.wall()
    with ctx.vault.writing() as db:
        for one, made in db.all("select id, made from escrow_ask"):
            if abs(now - made) > _LOST_MS:
                drop(db, one)


def _make(ctx: Exchange, epoch: int, day: str) -> bool:
    """Make one batch; False where nothing waits or nothing more may be asked today."""
    with ctx.vault.writing() as db:
        row = db.one("select asked from escrow_day where day = ?", (day,))
        room = (QUOTA - (row[0] if row else 0)) // STEP * STEP
        entries, inputs = _batch(db, epoch, room)
        if not entries:
            return False
        number = urandom(16)
        filled = [*inputs, *[b""] * (-len(inputs) % STEP)]
        filled.sort(key=lambda _: urandom(8))  # no place tells what fills up
        db.execute(
            "insert into escrow_ask (id, epoch, size, made) values (?, ?, ?, ?)",
            (number, epoch, len(filled), ctx.clock.wall()),
        )
        db.executemany(
            "insert into escrow_asked (ask, place, input, element, blind) values (?, ?, ?, ?, ?)",
            [(number, place, *row) for place, row in enumerate(_blinded(filled))],
        )
        db.executemany("update escrow_entry set ask = ? where id = ?", [(number, one) for one in entries])  # fmt: skip
        db.execute(
            "insert into escrow_day (day, asked) values (?, ?) on conflict (day) do update"
            " set asked = asked + excluded.asked",
            (day, len(filled)),
        )
    return True


def _batch(db: Database, epoch: int, room: int) -> tuple[list[bytes], list[bytes]]:
    """Return entries that wait, and the inputs that are asked for them: no more than there is room."""
    entries: list[bytes] = []
    inputs: dict[bytes, None] = {}
    sql = (
        'select id, input, person from escrow_entry where "case" is not null and ask is null'
        " and epoch < ? order by id"
    )
    for one, told, person in db.each(sql, (epoch,)):
        needed = {bytes(told): None} | ({bytes(person): None} if person else {})
        if len(inputs | needed) > room:
            break
        inputs |= needed
        entries.append(bytes(one))
    return entries, list(inputs)


def _blinded(inputs: Iterable[bytes]) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield what is kept of each place; a place that only fills up looks like any other."""
    for one in inputs:
        told = blind(one or urandom(32))
        yield one, bytes(told.element), bytes(told.blind)


def _send(ctx: Exchange, codes: tuple[str, str], progress: Progress) -> int:
    with ctx.vault.reading() as db:
        asks = db.all("select id, epoch from escrow_ask order by made, id")
        letters = [Asked(bytes(one), epoch, elements_of(db, one)) for one, epoch in asks]  # fmt: skip
    return sum(post(ctx, to, f"ask/{one.ask.hex()}", one, progress) for one in letters for to in codes)  # fmt: skip


def elements_of(db: Database, ask: bytes) -> tuple[Point, ...]:
    """Return what was asked, in its order."""
    rows = db.all("select element from escrow_asked where ask = ? order by place", (ask,))  # fmt: skip
    return tuple(Point(bytes(one)) for (one,) in rows)


# --- answers -----------------------------------------------------------------------------------------


def hear(ctx: Exchange, party: str, said: Answered) -> None:
    """Keep a party's answer to a question that is still open; any other is of no use.

    Raises:
        BadSignature: its proof does not fit the half that is believed; it is asked again.
    """
    with ctx.vault.writing() as db:
        open_ = db.one("select epoch from escrow_ask where id = ?", (said.ask,))
        known = db.one("select 1 from escrow_answer where ask = ? and party = ?", (said.ask, party))  # fmt: skip
        if open_ is None or known is not None or party not in (pair(ctx) or ()):
            return
        fits = said.refused or _fits(db, party, said, open_[0])
        if fits is False:
            note_trouble(db, "bad-proof", party, open_[0], ctx.clock.wall())
            drop(db, said.ask)
        else:
            proof = said.proof if fits is None else b""
            db.execute(
                "insert into escrow_answer (ask, party, share, elements, proof, refused)"
                " values (?, ?, ?, ?, ?, ?)",
                (said.ask, party, said.share, b"".join(said.elements), proof, said.refused),
            )  # fmt: skip
    if fits is False:
        raise BadSignature(what="answer")


def _fits(db: Database, party: str, said: Answered, epoch: int) -> bool | None:
    """Whether an answer's proof fits; None while that making of the part was not heard of."""
    public = public_of(db, party, epoch, said.share)
    if said.epoch != epoch:
        return False
    if public is None:
        return None
    elements = tuple(Point(one) for one in said.elements)
    return _is_proved(public, elements_of(db, said.ask), Answer(elements, said.proof))


def _is_proved(public: Point, asked: tuple[Point, ...], answer: Answer) -> bool:
    try:
        checked(public, asked, answer)
    except (BadSignature, Malformed):
        return False
    return True


def tokens(ctx: Exchange) -> Iterator[tuple[bytes, int, dict[bytes, bytes]]]:
    """Yield every question that both have answered: its id, year, and the token of each input.

    What cannot be used is given up here: refused, of different makings, not proved.
    """
    codes = pair(ctx)
    with ctx.vault.reading() as db:
        asks = db.all("select id, epoch from escrow_ask order by made, id")
    for number, epoch in asks if codes else ():
        with ctx.vault.writing() as db:
            joint = _usable(ctx, db, bytes(number), epoch, codes)
        if joint is not None:
            with ctx.vault.reading() as db:
                found = _tokens(db, bytes(number))
            yield bytes(number), epoch, found


def _usable(
    ctx: Exchange, db: Database, number: bytes, epoch: int, codes: tuple[str, str] | None
) -> Joint | None:  # fmt: skip
    sql = "select party, share, proof, refused from escrow_answer where ask = ?"
    answers = db.all(sql, (number,))
    if any(refused for *_, refused in answers):
        ctx.vault.keep_fact(RESTS, today(ctx))
        drop(db, number)
        return None
    if len(answers) < 2:  # noqa: PLR2004 - both parties
        return None
    shares = {share for _, share, *_ in answers}
    if len(shares) > 1:
        newest = joint_of(db, codes, epoch, max(shares))
        if newest is not None:  # both have told of the newer making: it is asked again
            _note_set_back(ctx, db, number, newest)
            drop(db, number)
        return None
    joint = joint_of(db, codes, epoch, *shares)
    for party, share, proof, _ in answers if joint else ():
        if proof and not _late_proof(db, number, party, epoch, share):
            note_trouble(db, "bad-proof", party, epoch, ctx.clock.wall())
            drop(db, number)
            return None
    return joint


def _note_set_back(ctx: Exchange, db: Database, number: bytes, newest: Joint) -> None:
    """Note who answers with a former part though it told of a newer one before it was asked.

    Its vault was put back from a backup: asking again today would only use up the quota.
    """
    sql = (
        "select a.party from escrow_answer a join escrow_ask q on q.id = a.ask"
        " where a.ask = ? and a.share < ? and q.made > (select max(p.heard) from escrow_public p"
        " where p.epoch = ? and p.share = ?)"
    )
    values = (number, newest.share, newest.epoch, newest.share)
    for (party,) in db.all(sql, values):
        note_trouble(db, "set-back", party, newest.epoch, ctx.clock.wall())
        ctx.vault.keep_fact(RESTS, today(ctx))


def _late_proof(db: Database, ask: bytes, party: str, epoch: int, share: int) -> bool:
    """Check an answer that came before the half it is proved against."""
    row = db.one("select elements, proof from escrow_answer where ask = ? and party = ?", (ask, party))  # fmt: skip
    public = public_of(db, party, epoch, share)
    if row is None or public is None:
        return False
    return _is_proved(public, elements_of(db, ask), Answer(_apart(row[0]), bytes(row[1])))  # fmt: skip


def _tokens(db: Database, number: bytes) -> dict[bytes, bytes]:
    rows = db.all("select elements from escrow_answer where ask = ?", (number,))
    answered = joined([_apart(row) for (row,) in rows])
    sql = "select input, element, blind from escrow_asked where ask = ? order by place"
    found = {}
    for (told, element, blinding), one in zip(db.all(sql, (number,)), answered, strict=True):  # fmt: skip
        if told:
            kept = Blinded(Point(bytes(element)), Scalar(bytes(blinding)))
            found[bytes(told)] = finalize(bytes(told), kept, one)
    return found


def _apart(elements: bytes) -> tuple[Point, ...]:
    data = bytes(elements)
    return tuple(Point(data[at : at + 32]) for at in range(0, len(data), 32))


def digest_of(elements: Iterable[bytes]) -> bytes:
    """Return what two equal questions have in common."""
    return hashlib.sha256(b"".join(elements)).digest()
