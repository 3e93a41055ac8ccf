"""How a party answers (답하기): what it may see are blinded points and how many.

* Five hundred a day and center, counted on the day of receipt by this party's own clock, filling
  included. More is refused with its reason; the center asks again the next day.
* A question that comes again is answered again and counted once; another one under its id is
  refused. The points are forgotten as soon as they are answered.
"""

from typing import Final

from intake.crypto.ristretto import Point
from intake.exchange.context import Exchange
from intake.exchange.escrow.asking import digest_of
from intake.exchange.escrow.epochs import Part, part_of
from intake.exchange.escrow.messages import Answered, Asked
from intake.exchange.escrow.posting import post
from intake.exchange.escrow.who import QUOTA, today
from intake.progress import Progress
from intake.vault import Database

_SPENT: Final = (
    "select coalesce(sum(size), 0) from escrow_heard"
    " where center = ? and day = ? and state <> 'refused'"
)


def hear(ctx: Exchange, center: str, said: Asked) -> None:
    """Take a question down; it is judged by the quota of today."""
    digest, day = digest_of(said.elements), today(ctx)
    with ctx.vault.writing() as db:
        known = db.one("select digest, state from escrow_heard where center = ? and ask = ?", (center, said.ask))  # fmt: skip
        if known is not None:
            _again(db, center, said, is_same=bytes(known[0]) == digest)
            return
        spent = db.one(_SPENT, (center, day))
        full = (spent[0] if spent else 0) + len(said.elements) > QUOTA
        state, reason = ("refused", "quota") if full else ("new", "")
        elements = b"" if full else b"".join(said.elements)
        db.execute(
            "insert into escrow_heard (ask, center, day, epoch, size, digest, elements, state,"
            " reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (said.ask, center, day, said.epoch, len(said.elements), digest, elements, state, reason),
        )  # fmt: skip


def _again(db: Database, center: str, said: Asked, *, is_same: bool) -> None:
    """Answer once more what was answered; under one id nothing else is answered."""
    sql = (
        "update escrow_heard set turn = turn + 1, state = 'new', elements = ?"
        " where center = ? and ask = ? and state = 'answered'"
    )
    if is_same:
        db.execute(sql, (b"".join(said.elements), center, said.ask))
        return
    sql = "update escrow_heard set turn = turn + 1, reason = 'twice' where center = ? and ask = ?"
    db.execute(sql, (center, said.ask))


def answer(ctx: Exchange, progress: Progress) -> int:
    """Answer and refuse what was asked; return how many letters that is."""
    sql = (
        "select center, ask, epoch, turn, elements, state, reason from escrow_heard"
        " where state = 'new' or reason <> '' order by day, center, ask"
    )
    with ctx.vault.reading() as db:
        rows = [(*row, part_of(db, row[2])) for row in db.all(sql)]
    sealed = 0
    for center, ask, epoch, turn, elements, state, reason, part in rows:
        said = _said(bytes(ask), epoch, bytes(elements), reason, part)
        done = "refused" if said.refused and state == "new" and not reason else "answered" if state == "new" else state  # fmt: skip

        def note(db: Database, told: tuple[str, str, str, bytes] = (done, said.refused, center, ask)) -> None:  # fmt: skip
            db.execute(
                "update escrow_heard set state = ?, reason = ?, elements = x''"
                " where center = ? and ask = ?",
                told,
            )

        sealed += post(ctx, center, f"answer/{ask.hex()}/{turn}/{said.refused}", said, progress, note)  # fmt: skip
    return sealed


def _said(ask: bytes, epoch: int, elements: bytes, reason: str, part: Part | None) -> Answered:  # fmt: skip
    if reason or part is None:
        return Answered(ask, epoch, part.share if part else 0, refused=reason or "epoch")  # fmt: skip
    points = [Point(elements[at : at + 32]) for at in range(0, len(elements), 32)]
    found = part.key.answer(points)
    return Answered(ask, epoch, part.share, tuple(found.elements), found.proof)
