"""What was agreed, asked, answered and noted: consent, interview, answer, note, risk."""

from intake.register.schema.declare import (
    Entity,
    Field,
    Search,
    Sensitivity,
    Type,
    code,
    count,
    date,
    digest,
    instant,
    longtext,
    ref,
    text,
    truth,
)

_PERSONAL = Sensitivity.PERSONAL
_SENSITIVE = Sensitivity.SENSITIVE

CONSENT = Entity(
    "consent",
    "core",
    (
        code("purpose", "consent_purpose"),
        code("decision", "consent_decision"),
        code("receiver", "consent_receiver"),
        text("receiver_name"),
        date("given_on"),
        instant("given_at"),
        code("method", "consent_method"),
        code("giver", "consent_giver"),
        text("explained_by"),
        text("form_version"),
        digest("text_digest"),
        code("language", "language"),
        text("keep_until"),
        text("guardian_name", cls="identity", sensitive=_PERSONAL),
        text("guardian_contact", cls="identity", sensitive=_PERSONAL),
        code("guardian_confirm", "guardian_confirm"),
        text("guardian_not_told_why", cls="narrative", sensitive=_SENSITIVE),
        date("withdrawn_on"),
        instant("withdrawn_at"),
        text("withdrawn_why", cls="narrative", sensitive=_SENSITIVE),
        text("withhold_what", cls="narrative", sensitive=_SENSITIVE),
        text("withhold_from", cls="narrative", sensitive=_SENSITIVE),
        code("withhold_why", "withhold_reason", cls="narrative"),
        ref("evidence", "evidence"),
    ),
    indexes=(
        ("case", "purpose"),
        ("purpose", "decision"),
        ("decision", "given_on"),
    ),
)

INTERVIEW = Entity(
    "interview",
    "core",
    (
        code("kind", "interview_kind"),
        code("state", "interview_state"),
        text("form"),
        text("form_version"),
        instant("started_at"),
        instant("ended_at"),
        count("minutes", 0, 10_000),
        count("paused_minutes", 0, 10_000),
        text("counselor"),
        code("method", "contact_method"),
        date("next_contact"),
        code("risk_change", "risk_level"),
        text("present", cls="identity", sensitive=_PERSONAL),
        longtext(
            "condition", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS
        ),
        longtext("summary", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS),
        longtext(
            "promised", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS
        ),
    ),
    indexes=(("case", "started_at"), ("state", "started_at"), ("next_contact",)),
)


def _answer_in(cls: str) -> Field:
    """Declare the value of an answer that speaks of a field of this class.

    Who may see a phone number does not change because it was said in an interview.
    """
    return Field(
        f"value_{cls}", Type.SCALAR, cls=cls, sensitive=_SENSITIVE, purpose="SENSITIVE"
    )


ANSWER = Entity(
    "answer",
    "narrative",
    (
        ref("interview", "interview"),
        text("path"),
        code("state", "answer_state"),
        Field(
            "value",
            Type.SCALAR,
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
            search=Search.WORDS,
        ),
        *map(_answer_in, ("core", "identity", "suspect", "material", "court")),
        text("form_version"),
    ),
    indexes=(("case",), ("interview", "path")),
)

NOTE = Entity(
    "note",
    "narrative",
    (
        code("kind", "note_kind"),
        longtext(
            "text",
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
            search=Search.WORDS,
            told=True,
        ),
        instant("at"),
        ref("interview", "interview"),
        ref("about", ""),
        ref("corrects", "note"),
        count("place", 0, 1_000_000),
        text("counselor"),
    ),
    indexes=(("case", "at"), ("interview", "place"), ("about",)),
)


def _sign(name: str) -> Field:
    return code(name, "yes_no", asked=True, sensitive=_SENSITIVE, purpose="SENSITIVE")


RISK = Entity(
    "risk",
    "narrative",
    (
        date("on"),
        ref("interview", "interview"),
        text("counselor"),
        code(
            "suicide",
            "suicide_risk",
            asked=True,
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
        ),
        _sign("self_harm"),
        _sign("spread_near"),
        _sign("demands_go_on"),
        _sign("whereabouts_known"),
        _sign("stalking"),
        _sign("minor"),
        _sign("no_support"),
        _sign("in_contact"),
        _sign("other_victims"),
        _sign("money"),
        _sign("home_exposed"),
        code("own_view", "risk_level", asked=True),
        code("level", "risk_level"),
        longtext("reasons", sensitive=_SENSITIVE, search=Search.WORDS, told=True),
    ),
    indexes=(("case", "on"), ("level", "on")),
)

SAFETY_PLAN = Entity(
    "safety_plan",
    "narrative",
    (
        date("on"),
        ref("risk", "risk"),
        text("counselor"),
        truth("called_109"),
        truth("called_112"),
        truth("called_1366"),
        truth("protection_asked"),
        truth("talk_stopped"),
        truth("evidence_kept"),
        truth("accounts_secured"),
        truth("payment_stopped"),
        text("safe_person", sensitive=_PERSONAL),
        text("safe_place", sensitive=_PERSONAL),
        longtext("steps", sensitive=_SENSITIVE, search=Search.WORDS, told=True),
        date("review_on"),
    ),
    indexes=(("case", "on"),),
)

TALK = (CONSENT, INTERVIEW, ANSWER, NOTE, RISK, SAFETY_PLAN)
