"""The key of a year in two parts (해마다의 열쇠): made, told, made anew, believed, destroyed.

* Each party draws its own part; nobody ever has both. The whole key's public half is the sum of
  theirs, and stays the same when the parts are made anew: whoever says otherwise is not believed.
* The first half heard of a party, year and making is kept; another one later is told as trouble.
* The central desk draws a change each quarter and seals it to the second party. Who hears it takes
  it at once; the central desk follows when it hears the other's new half, and that it fits.
* A former year's part goes once the year after the next has begun at both parties: a clock that
  jumps ahead at one of them destroys nothing. Where the other one is silent, the clock has to have
  told that year for a month.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from intake.clock import DAY_MS
from intake.crypto.oprf import Key, new_key, read_key, refreshed
from intake.crypto.ristretto import (
    ORDER,
    Point,
    Scalar,
    plus,
    random_scalar,
    read_scalar,
    times,
    times_base,
)
from intake.exchange.context import Exchange
from intake.exchange.escrow.messages import (
    NAMESPACE,
    EpochSaid,
    Refreshed,
    signed_bytes,
    to_bytes,
)
from intake.exchange.escrow.posting import is_said, post
from intake.exchange.escrow.who import (
    CENTRAL,
    ESCROW,
    day_of,
    epoch_now,
    kind_here,
    note_trouble,
    others,
    pair,
    quarter_of,
    today,
)
from intake.progress import Progress
from intake.vault import Database

_SINCE: Final = (
    "escrow/year"  # the year our clock tells, and the day on which it did first
)
_MONTH_MS: Final = 31 * DAY_MS
_MINUS_ONE: Final = Scalar((ORDER - 1).to_bytes(32, "little"))


@dataclass(frozen=True, slots=True)
class Part:
    """This party's part of a year's key."""

    epoch: int
    share: int
    key: Key = field(repr=False)
    made: int


@dataclass(frozen=True, slots=True)
class Joint:
    """Both parties' public halves of one making, as they are believed here."""

    epoch: int
    share: int
    halves: dict[str, Point]


# --- what is known ---------------------------------------------------------------------------


def part_of(db: Database, epoch: int) -> Part | None:
    """Return this party's part of a year's key, or None."""
    row = db.one("select share, secret, made from escrow_part where epoch = ?", (epoch,))  # fmt: skip
    return None if row is None else Part(epoch, row[0], read_key(bytes(row[1])), row[2])


def public_of(db: Database, party: str, epoch: int, share: int) -> Point | None:
    """Return the half that was heard first of a party, year and making."""
    sql = "select public from escrow_public where party = ? and epoch = ? and share = ?"
    row = db.one(sql, (party, epoch, share))
    return None if row is None else Point(bytes(row[0]))


def joint_of(
    db: Database, codes: tuple[str, str] | None, epoch: int, share: int | None = None
) -> Joint | None:
    """Return the newest making that both parties told of and that is of the first one's key.

    With ``share`` that one, or None.
    """
    if codes is None:
        return None
    sql = (
        "select d.share, d.public, e.public, d.other, e.other from escrow_public d"
        " join escrow_public e on e.epoch = d.epoch and e.share = d.share"
        " where d.party = ? and e.party = ? and d.epoch = ? order by d.share"
    )
    rows = [_making(*row) for row in db.all(sql, (*codes, epoch))]
    for one in reversed(rows):
        if one.agrees and one.whole == rows[0].whole and share in {None, one.share}:
            halves = {codes[0]: one.central, codes[1]: one.escrow}
            return Joint(epoch, one.share, halves)
    return None


@dataclass(frozen=True, slots=True)
class _Making:
    """What both parties told of one making."""

    share: int
    central: Point
    escrow: Point
    whole: Point
    agrees: bool  # neither heard something else from the other than is known here


def _making(share: int, central: bytes, escrow: bytes, of_escrow: bytes, of_central: bytes) -> _Making:  # fmt: skip
    one, other = Point(bytes(central)), Point(bytes(escrow))
    agrees = bytes(of_escrow) in {b"", other} and bytes(of_central) in {b"", one}
    return _Making(share, one, other, plus((one, other)), agrees)


def is_odd(db: Database, codes: tuple[str, str] | None, epoch: int) -> bool:
    """Whether both parties told of a making and no making of theirs can be believed."""
    if codes is None or joint_of(db, codes, epoch) is not None:
        return False
    told = {party for (party,) in db.all("select distinct party from escrow_public where epoch = ?", (epoch,))}  # fmt: skip
    return set(codes) <= told


# --- what a party does -------------------------------------------------------------------------


def begin(ctx: Exchange) -> bool:
    """Draw this party's part of this year's key where there is none; return whether it was."""
    epoch, code = epoch_now(ctx), ctx.center
    with ctx.vault.writing() as db:
        if part_of(db, epoch) is not None:
            return False
        _keep_part(ctx, db, Part(epoch, 1, new_key(), ctx.clock.wall()), code)
    return True


def _keep_part(ctx: Exchange, db: Database, part: Part, code: str) -> None:
    db.execute(
        "insert or replace into escrow_part (epoch, share, secret, made) values (?, ?, ?, ?)",
        (part.epoch, part.share, bytes(part.key.secret), part.made),
    )
    said = EpochSaid(part.epoch, part.share, part.key.public)
    _keep_public(ctx, db, code, said)


def tell(ctx: Exchange, progress: Progress) -> int:
    """Tell everybody of this party's half, once more where the other's was heard since."""
    sealed = 0
    for said in _to_tell(ctx):
        what = f"epoch/{said.epoch}/{said.share}/{int(bool(said.other))}"
        waits = [to for to in others(ctx) if not is_said(ctx, what, to)]
        signature = ctx.trust.sign(NAMESPACE, signed_bytes(said)) if waits else ""
        for to in waits:
            sealed += post(ctx, to, what, replace(said, signature=signature), progress)
    return sealed


def _to_tell(ctx: Exchange) -> list[EpochSaid]:
    codes, found = pair(ctx), []
    with ctx.vault.reading() as db:
        for (epoch,) in db.all("select epoch from escrow_part order by epoch"):
            part = part_of(db, epoch)
            if part is None:
                continue
            rest = [one for one in codes or () if one != ctx.center]
            other = public_of(db, rest[0], epoch, part.share) if rest else None
            found.append(EpochSaid(epoch, part.share, part.key.public, other or b""))
    return found


def refresh(ctx: Exchange, progress: Progress) -> int:
    """Draw a change of the parts where a quarter has passed, and seal it (central desk)."""
    codes = pair(ctx)
    if kind_here(ctx) != CENTRAL or codes is None:
        return 0
    now, epoch = ctx.clock.wall(), epoch_now(ctx)
    with ctx.vault.writing() as db:
        part = part_of(db, epoch)
        due = part is not None and quarter_of(part.made) != quarter_of(now)
        if part is not None and due and joint_of(db, codes, epoch) is not None:
            db.execute(
                "insert or ignore into escrow_change (epoch, share, change) values (?, ?, ?)",
                (epoch, part.share + 1, bytes(random_scalar())),
            )
        rows = db.all("select epoch, share, change from escrow_change")
    letters = [Refreshed(epoch, share, bytes(change)) for epoch, share, change in rows]
    return sum(post(ctx, codes[1], f"refresh/{one.epoch}/{one.share}", one, progress) for one in letters)  # fmt: skip


def destroy_old(ctx: Exchange) -> bool:
    """Destroy what is of a year before the last one, once this one has begun for sure.

    Returns whether there was anything.
    """
    codes, epoch = pair(ctx), epoch_now(ctx)
    has_lasted = _has_lasted(ctx, epoch)
    with ctx.vault.writing() as db:
        oldest = db.one("select min(epoch) from escrow_public")
        if oldest is None or oldest[0] is None or oldest[0] >= epoch - 1:
            return False
        if joint_of(db, codes, epoch) is None and not has_lasted:
            return False
        for table in ("escrow_part", "escrow_change", "escrow_kept", "escrow_heard", "escrow_public"):  # fmt: skip
            db.execute(f"delete from {table} where epoch < ?", (epoch - 1,))  # noqa: S608 - our own names
    return True


def _has_lasted(ctx: Exchange, epoch: int) -> bool:
    """Whether our clock has told this year for a month, whatever the other party says."""
    year, _, first = (ctx.vault.fact(_SINCE) or "").partition("/")
    if year != str(epoch) or first > today(ctx):
        ctx.vault.keep_fact(_SINCE, f"{epoch}/{today(ctx)}")
        return False
    return day_of(ctx.clock.wall() - _MONTH_MS) >= first


# --- what is heard ------------------------------------------------------------------------------


def hear(ctx: Exchange, party: str, said: EpochSaid) -> None:
    """Keep a party's half, if it is the first of its kind; follow a change that fits."""
    with ctx.vault.writing() as db:
        known = public_of(db, party, said.epoch, said.share)
        if known is not None and known != said.public:
            note_trouble(db, "other-key", party, said.epoch, ctx.clock.wall())
            return
        _keep_public(ctx, db, party, said)
        _follow(ctx, db, said)
        if is_odd(db, pair(ctx), said.epoch):
            note_trouble(db, "keys-differ", party, said.epoch, ctx.clock.wall())


def take_change(ctx: Exchange, said: Refreshed) -> None:
    """Take the change that the central desk drew (second party); taken twice it is taken once."""
    with ctx.vault.writing() as db:
        part = part_of(db, said.epoch)
        if part is None or said.share != part.share + 1 or kind_here(ctx) != ESCROW:
            return
        key = refreshed(part.key, read_scalar(said.change), adds=False)
        _keep_part(ctx, db, Part(said.epoch, said.share, key, ctx.clock.wall()), ctx.center)  # fmt: skip


def _follow(ctx: Exchange, db: Database, said: EpochSaid) -> None:
    """Take our own change once the second party has, and its new half fits (central desk)."""
    row = db.one("select share, change from escrow_change where epoch = ?", (said.epoch,))  # fmt: skip
    part, codes = part_of(db, said.epoch), pair(ctx)
    if row is None or part is None or codes is None or row[0] != said.share:
        return
    before = public_of(db, codes[1], said.epoch, part.share)
    change = read_scalar(bytes(row[1]))
    if before is None or plus((before, times(_MINUS_ONE, times_base(change)))) != said.public:  # fmt: skip
        note_trouble(db, "keys-differ", codes[1], said.epoch, ctx.clock.wall())
        return
    key = refreshed(part.key, change, adds=True)
    _keep_part(ctx, db, Part(said.epoch, said.share, key, ctx.clock.wall()), ctx.center)
    db.execute("delete from escrow_change where epoch = ?", (said.epoch,))


def _keep_public(ctx: Exchange, db: Database, party: str, said: EpochSaid) -> None:
    db.execute(
        "insert into escrow_public (party, epoch, share, public, other, said, heard)"
        " values (?, ?, ?, ?, ?, ?, ?) on conflict (party, epoch, share) do update set"
        " other = excluded.other, said = excluded.said where other = x''",
        (
            *(party, said.epoch, said.share, bytes(said.public), bytes(said.other)),
            *(to_bytes(said), ctx.clock.wall()),
        ),
    )
