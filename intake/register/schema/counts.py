"""What numbers rest on, and numbers that travel alone (기준 위치, 센터별 집계): no case is in them.

* A position says until which entry of every log was counted. It is one value that nobody edits:
  its hash is its name, and a longer one lies in several pieces of the same name.
* An aggregate is a center's tables of one period as counts. It is never changed: a newer one of
  the same center and period takes its place. Each table was counted at one moment and is one
  value, so that two laptops' countings never mix within it; its digest stands in the aggregate.
"""

from intake.register.schema.declare import (
    Entity,
    count,
    date,
    digest,
    instant,
    longtext,
    ref,
    text,
)

# Until which entry of every log was counted (기준 위치); a book of the center, it stays there.
POSITION = Entity(
    "position",
    "court",
    (
        text("hash"),
        count("place", 0, 1_000),
        longtext("told"),
        count("held", 0, 10**12),
    ),
    scope="record",
    indexes=(("hash",),),
)

# One center's tables of one period (센터별 집계), for the central desk.
AGGREGATE = Entity(
    "aggregate",
    "core",
    (
        text("center"),
        text("first"),
        text("last"),
        text("edition"),
        count("tables", 0, 100),
        count("cases", 0, 10**9),
        digest("digest"),
        text("position"),
        date("made_on"),
        instant("made_at"),
    ),
    scope="record",
    indexes=(("center", "first"), ("first", "last")),
)
AGGREGATE_TABLE = Entity(
    "aggregate_table",
    "core",
    (
        ref("aggregate", "aggregate"),
        text("name"),
        text("rule"),
        count("doubtful", 0, 10**9),
        longtext("cells"),
    ),
    scope="record",
    indexes=(("aggregate",),),
)

COUNTS = (POSITION, AGGREGATE, AGGREGATE_TABLE)
