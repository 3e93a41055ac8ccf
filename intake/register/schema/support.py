"""What is arranged for a person: referrals, goals, and what has left the center about her."""

from intake.register.schema.declare import (
    Entity,
    Search,
    Sensitivity,
    code,
    date,
    instant,
    longtext,
    ref,
    text,
)

_PERSONAL = Sensitivity.PERSONAL
_SENSITIVE = Sensitivity.SENSITIVE

# One offer of another body's help (기관 연계), from the offer to its end.
REFERRAL = Entity(
    "referral",
    "core",
    (
        ref("line", "support_line"),
        ref("agency", "agency", counted="agency"),
        text("agency_person", sensitive=_PERSONAL),
        code("state", "referral_state"),
        date("offered_on"),
        date("answered_on"),
        date("sent_on"),
        date("taken_on"),
        date("done_on"),
        date("revoked_on"),
        ref("consent", "consent"),
        text("counselor"),
        longtext("remark", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS),
    ),
    indexes=(("case", "offered_on"), ("state", "offered_on"), ("state", "sent_on")),
)

# What the person wants to reach (상담 목표), in her own words.
GOAL = Entity(
    "goal",
    "core",
    (
        code("state", "goal_state"),
        date("set_on"),
        date("review_on"),
        date("reached_on"),
        text("counselor"),
        text("words", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS),
        longtext("steps", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS),
    ),
    indexes=(("case", "set_on"),),
)

# What left the center about a case, and to whom (제공 내역): the list a recall works on.
DISCLOSURE = Entity(
    "disclosure",
    "core",
    (
        code("purpose", "consent_purpose"),
        code("receiver", "consent_receiver"),
        text("receiver_name"),
        date("left_on"),
        instant("left_at"),
        text("by"),
        code("means", "disclosure_means"),
        text("items"),
        text("bundle"),
        ref("paper", "paper"),
        ref("evidence", "evidence"),
        ref("referral", "referral"),
        code("recall", "recall_state"),
        date("recalled_on"),
        date("acknowledged_on"),
    ),
    indexes=(("case", "left_on"), ("recall", "left_on")),
)

SUPPORT = (REFERRAL, GOAL, DISCLOSURE)
