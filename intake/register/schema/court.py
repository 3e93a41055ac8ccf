"""What happens to a suspect before the law (수사·재판): one line for every step."""

from intake.register.schema.declare import (
    Entity,
    Search,
    Sensitivity,
    code,
    count,
    date,
    instant,
    longtext,
    ref,
    text,
)

_SENSITIVE = Sensitivity.SENSITIVE

COURT_EVENT = Entity(
    "court_event",
    "court",
    (
        ref("trial", "trial"),
        code("kind", "court_event"),
        date("on"),
        instant("at"),
        code("stage", "court_stage"),
        code("party", "trial_party"),
        count("months", 0, 1_200),
        text("room"),
        text("told_victim_by"),
        date("told_victim_on"),
        longtext("remark", sensitive=_SENSITIVE, search=Search.WORDS),
    ),
    indexes=(("case", "on"), ("trial", "on"), ("kind", "on")),
)

COURT = (COURT_EVENT,)
