"""Proving a number, and keeping it as it stands (굳히기)."""

from intake.counting import Counted, Period, Rule, Stamp, count, rows, stamped
from intake.desk.populations import Chosen
from intake.desk.positions import as_of_now, keep_position
from intake.desk.rooms import Rooms
from intake.desk.views.figures import Asked
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import Value


def proved(rooms: Rooms, rule: Rule, chosen: Chosen, period: Period) -> tuple[Counted, Stamp]:  # fmt: skip
    """Count, and read every row, at one position."""
    with rooms.vault.one_moment() as db:
        as_of = as_of_now(rooms)
        found = count(db, rule, chosen.population, period)
        sources = rows(db, rule, chosen.population, period)
        return found, stamped(found, chosen.population, period, as_of, sources)


def keep(rooms: Rooms, asked: Asked, stamp: Stamp, doubtful: int, paper: str = "", place: int = 0) -> str:  # fmt: skip
    """Keep a number and what it rested on, its position too; return its id."""
    keep_position(rooms, stamp.as_of)
    said: dict[str, Value] = {
        "paper": paper,
        "place": place,
        "about_kind": asked.about_kind,
        "about": asked.about,
        "court": asked.court,
        "rule": stamp.rule,
        "first": stamp.first,
        "last": stamp.last,
        "position": stamp.as_of.position,
        "people": stamp.people,
        "rows": stamp.rows,
        "value": stamp.value,
        "doubtful": doubtful,
        "taken_on": stamp.as_of.day,
        "taken_by": rooms.who.counselor,
    }
    figure = new_id(rooms.clock.wall())
    with rooms.saying(Deed.PAPER, scope_of("record", figure)) as say:
        for name, value in said.items():
            if value != "":
                say.set("figure", figure, name, value)
    return figure
