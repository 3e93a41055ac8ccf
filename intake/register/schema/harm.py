"""What was done (피해), by whom as far as known, and what lies where on the net."""

from intake.register.schema.declare import (
    Entity,
    Search,
    Sensitivity,
    code,
    count,
    date,
    digest,
    instant,
    longtext,
    ref,
    text,
    ticks,
    truth,
)

_PERSONAL = Sensitivity.PERSONAL
_SENSITIVE = Sensitivity.SENSITIVE
_SECRET = Sensitivity.SECRET

INCIDENT = Entity(
    "incident",
    "core",
    (
        date("happened_from", asked=True),
        date("happened_to", asked=True),
        date("noticed_on", asked=True),
        code("learned_by", "learned_by", asked=True),
        code("spread", "yes_no", asked=True),
        code("extent", "spread_extent", asked=True),
        code("relation", "relation", asked=True, counted="relation"),
        code("relation_detail", "relation_detail", asked=True),
        text(
            "place",
            cls="narrative",
            sensitive=_SENSITIVE,
            search=Search.WORDS,
            asked=True,
            match="place",
        ),
        longtext(
            "story",
            cls="narrative",
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
            search=Search.WORDS,
            told=True,
        ),
        text("filming_stated", cls="narrative", sensitive=_SENSITIVE, told=True),
        longtext(
            "aftermath",
            cls="narrative",
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
            search=Search.WORDS,
            asked=True,
            told=True,
        ),
    ),
    indexes=(("case", "happened_from"),),
)

HARM = ticks(
    "harm",
    "core",
    "incident",
    "damage_national",
    "damage_regional",
    counted="harm",
)
MATERIAL_KIND = ticks(
    "material_kind", "core", "incident", "material", counted="material"
)
DEMAND = ticks("demand", "suspect", "suspect", "demand", counted="")
LEAK = ticks("leak", "material", "posting", "pii_leaked", counted="leak")

SUSPECT = Entity(
    "suspect",
    "suspect",
    (
        code("part", "suspect_part", asked=True),
        code("stage", "suspect_stage"),
        truth("main"),
        text(
            "nickname",
            sensitive=_PERSONAL,
            search=Search.NAME,
            match="nickname",
            asked=True,
        ),
        text("name", sensitive=_PERSONAL, search=Search.NAME, match="name", asked=True),
        code("sex", "sex", asked=True, match="sex"),
        count("age", 0, 120, asked=True, match="age"),
        text("age_words", match="age"),
        text("job", sensitive=_PERSONAL, asked=True, match="job"),
        text("affiliation", sensitive=_PERSONAL, asked=True, match="affiliation"),
        code("region", "region", asked=True, match="region"),
        code("approach", "approach_channel", asked=True, match="mo"),
        longtext(
            "method",
            search=Search.WORDS,
            sensitive=_SENSITIVE,
            match="mo",
            asked=True,
            told=True,
        ),
        longtext(
            "threat",
            search=Search.WORDS,
            sensitive=_SENSITIVE,
            asked=True,
            told=True,
        ),
        date("threat_deadline", asked=True),
        code("in_contact", "yes_no", asked=True),
        code("accomplices", "yes_no", asked=True),
        longtext(
            "features",
            search=Search.WORDS,
            sensitive=_SENSITIVE,
            match="features",
            asked=True,
            told=True,
        ),
        text(
            "prior_record",
            sensitive=_SENSITIVE,
            purpose="SENSITIVE",
        ),
        date("seen_from"),
        date("seen_to"),
        longtext("remark", search=Search.WORDS, sensitive=_SENSITIVE),
    ),
    indexes=(("case", "main"),),
)

IDENTIFIER = Entity(
    "identifier",
    "suspect",
    (
        ref("suspect", "suspect"),
        code("kind", "identifier_kind"),
        text("value", sensitive=_PERSONAL, search=Search.EXACT, match="identifier"),
        text("site", match="site"),
        code("role", "identifier_role", match="role"),
        code("strength", "strength"),
        truth("shared", match="shared"),
        text("shared_why", cls="narrative", sensitive=_SENSITIVE),
        code("said_by", "who_said"),
        date("seen_from", match="seen"),
        date("seen_to", match="seen"),
        ref("source", ""),
        longtext("source_words", cls="narrative", sensitive=_SENSITIVE),
    ),
    indexes=(("case", "kind"), ("suspect",), ("kind", "value_key")),
)

# An account of the victim's own (피해자 본인 계정): never matched, never leaves the center.
OWN_ACCOUNT = Entity(
    "own_account",
    "identity",
    (
        code("kind", "identifier_kind"),
        text("value", sensitive=_PERSONAL, search=Search.EXACT),
        text("site"),
        longtext("remark", sensitive=_SENSITIVE, search=Search.WORDS),
    ),
    indexes=(("case", "kind"),),
)

POSTING = Entity(
    "posting",
    "material",
    (
        text("url", search=Search.URL, sensitive=_PERSONAL, match="url"),
        text(
            "typed", sensitive=_PERSONAL
        ),  # as it was pasted, where the spelling differs
        code("platform", "platform", "platform_extra_unsourced", counted="platform"),
        text("site"),
        text("title", search=Search.WORDS, sensitive=_SENSITIVE, match="title_text"),
        text("keyword", cls="identity", search=Search.WORDS, sensitive=_SENSITIVE),
        text("uploader", search=Search.EXACT, sensitive=_PERSONAL, match="uploader"),
        date("uploaded_on"),
        date("found_on"),
        text("found_by"),
        code("material", "material", counted="material"),
        code("result", "deletion_result", counted="outcome"),
        date("result_on"),
        date("next_check"),
        ref("parent", "posting", counted="wave"),
        ref("suspect", "suspect"),
        ref("incident", "incident"),
        ref("evidence", "evidence"),
        text("country"),
        count("views"),
        code("identifiable", "yes_no"),
        code("minor_shown", "yes_no"),
        truth("police_too", counted="parallel"),
        ref("item", "material"),
        code("found_how", "found_how"),
        count("restored", 0, 10_000),
        text("cache_of"),
        truth("check_stopped"),
        longtext("remark", cls="narrative", search=Search.WORDS, sensitive=_SENSITIVE),
    ),
    indexes=(
        ("case", "found_on"),
        ("case", "result"),
        ("case", "parent", "restored", "result"),  # what ``counters`` reads
        ("result", "found_on"),
        ("result", "result_on"),
        ("found_on",),
        ("url_host",),
        ("next_check",),
        ("parent",),
    ),
)

DELETION_ACTION = Entity(
    "deletion_action",
    "material",
    (
        ref("posting", "posting"),
        code("kind", "deletion_action", counted="deletion"),
        date("done_on", counted="when"),
        instant("done_at"),
        text("counselor"),
        code("channel", "request_channel"),
        text("addressee"),
        ref("agency", "agency"),
        code("basis", "delete_basis", counted="basis"),
        code("result", "deletion_result"),
        date("result_on"),
        count("minutes", 0, 10_000),
        text("request_number", search=Search.EXACT),
        text("outside_system"),
        text("outside_number", search=Search.EXACT),
        longtext("remark", cls="narrative", search=Search.WORDS, sensitive=_SENSITIVE),
    ),
    indexes=(
        ("case", "done_on"),
        ("case", "kind"),
        ("posting", "done_on"),
        ("kind", "done_on"),
    ),
)

EVIDENCE = Entity(
    "evidence",
    "material",
    (
        code("kind", "evidence_kind"),
        text("title", cls="narrative", search=Search.WORDS, sensitive=_SENSITIVE),
        instant("acquired_at"),
        date("acquired_on"),
        text("acquired_by"),
        code("acquired_from", "who_said"),
        text("how"),
        digest("sha256", search=Search.EXACT, match="sha256"),
        text("pdq", search=Search.EXACT, match="pdq"),
        count("size", 0, 1 << 50),
        text("media_type"),
        text("file_name", cls="identity", sensitive=_PERSONAL),
        code("material", "material"),
        code("store", "evidence_store"),
        text("where_kept", cls="identity", sensitive=_PERSONAL),
        text("legal_basis"),
        digest("attachment"),
        text("attachment_key", sensitive=_SECRET),
        ref("posting", "posting"),
        ref("suspect", "suspect"),
        ref("incident", "incident"),
        text("watermark", search=Search.EXACT, match="watermark"),
        longtext(
            "description",
            cls="narrative",
            search=Search.WORDS,
            sensitive=_SENSITIVE,
            told=True,
        ),
        truth("told_to_keep"),
        truth("sexual"),
        count("quality", 0, 100),
        count("frames", 0, 10**7),
        count("duration_ms", 0, 10**10),
        ref("item", "material"),
        text("outside_system"),
        text("outside_number", search=Search.EXACT),
    ),
    indexes=(("case", "acquired_on"), ("attachment",)),
)

# One recording or picture, wherever it is posted (피해촬영물).
MATERIAL = Entity(
    "material",
    "material",
    (
        code("kind", "material", counted="material"),
        text("title", cls="narrative", sensitive=_SENSITIVE, search=Search.WORDS),
        code("medium", "medium"),
        ref("incident", "incident"),
        date("made_on", asked=True),
        code("identifiable", "yes_no", asked=True),
        code("minor_shown", "yes_no", asked=True),
        code("edited", "yes_no", asked=True),
        code("self_made", "yes_no", cls="narrative", sensitive=_SENSITIVE),
        code("for_profit", "yes_no", asked=True),
        text("watermark", search=Search.EXACT, match="watermark"),
        text("keywords", cls="identity", search=Search.WORDS, sensitive=_SENSITIVE),
        longtext(
            "description",
            cls="narrative",
            search=Search.WORDS,
            sensitive=_SENSITIVE,
            told=True,
        ),
    ),
    indexes=(("case", "kind"),),
)

HARM_AND_MATERIAL = (
    INCIDENT,
    HARM,
    MATERIAL_KIND,
    SUSPECT,
    DEMAND,
    IDENTIFIER,
    OWN_ACCOUNT,
    POSTING,
    LEAK,
    DELETION_ACTION,
    EVIDENCE,
)
