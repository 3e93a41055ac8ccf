"""Telling the centers of a match (알림): after a person at the central desk called, never by itself.

* Each center is told its own entries and whom to call at the central desk; nothing of the others.
* A center keeps it for the case it is of. An entry that is not here any more tells nothing.
"""

import hashlib
import json

from intake.exchange.context import Exchange
from intake.exchange.escrow.filing import contact_of
from intake.exchange.escrow.messages import MOST_IDS, FoundSaid
from intake.exchange.escrow.posting import post
from intake.progress import Progress


def send(ctx: Exchange, progress: Progress) -> int:
    """Tell what somebody said shall be told; return how many letters that is."""
    sql = (
        "select e.match, e.center, e.id from escrow_match_entry e"
        " join escrow_match m on m.id = e.match and m.over = 0"
        " where e.told > 0 order by e.match, e.center, e.id"
    )
    letters: dict[tuple[str, str], list[bytes]] = {}
    with ctx.vault.reading() as db:
        for match, center, one in db.all(sql):
            letters.setdefault((match, center), []).append(bytes(one))
    contact = contact_of(ctx)
    sealed = 0
    for (match, center), ids in letters.items():
        digest = hashlib.sha256(b"".join(ids)).hexdigest()[:16]
        said = FoundSaid(tuple(ids[:MOST_IDS]), contact)
        sealed += post(ctx, center, f"found/{match}/{digest}", said, progress)
    return sealed


def hear(ctx: Exchange, said: FoundSaid) -> None:
    """Note for which cases of ours somebody else named the same."""
    contact = json.dumps(dict(said.contact), ensure_ascii=False, sort_keys=True)
    now = ctx.clock.wall()
    with ctx.vault.writing() as db:
        for one in said.ids:
            row = db.one('select "case" from escrow_entry where id = ? and "case" is not null', (one,))  # fmt: skip
            if row is not None:
                db.execute(
                    'insert or ignore into escrow_found (id, "case", contact, told) values (?, ?, ?, ?)',
                    (one, row[0], contact, now),
                )
