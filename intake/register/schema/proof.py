"""What proves a piece of evidence: who had it, what it looks like, when it was there."""

from intake.register.schema.declare import (
    Entity,
    Search,
    Sensitivity,
    code,
    count,
    digest,
    instant,
    longtext,
    ref,
    text,
)

_PERSONAL = Sensitivity.PERSONAL
_SENSITIVE = Sensitivity.SENSITIVE

# Who held or saw it, and for how long (증거 관리 이력). Never corrected, only added to.
CUSTODY = Entity(
    "custody",
    "material",
    (
        ref("evidence", "evidence"),
        code("kind", "custody_kind"),
        instant("at"),
        text("by"),
        text("handed_to", sensitive=_PERSONAL),
        ref("agency", "agency"),
        code("purpose", "access_purpose"),
        longtext("reason", cls="narrative", sensitive=_SENSITIVE),
        count("seconds", 0, 10**6),
        digest("sha256"),
        text("medium_number", search=Search.EXACT),
    ),
    indexes=(("case", "at"), ("evidence", "at")),
)

# What a picture or a frame looks like (특징값): PDQ, 256 bits in hex.
FINGERPRINT = Entity(
    "fingerprint",
    "material",
    (
        ref("evidence", "evidence"),
        code("kind", "fingerprint_kind"),
        text("value", search=Search.EXACT, match="pdq"),
        count("quality", 0, 100),
        count("at_ms", 0, 10**10),
    ),
    indexes=(("evidence", "at_ms"), ("case", "kind")),
)

# A time-stamp token (시점확인) of RFC 3161 over the SHA-256 of a piece of evidence.
TIMESTAMP = Entity(
    "timestamp",
    "material",
    (
        ref("evidence", "evidence"),
        digest("sha256"),
        text("nonce"),
        instant("asked_at"),
        instant("stamped_at"),
        text("authority"),
        text("root"),
        text("policy"),
        text("serial"),
        longtext("token"),  # DER in base64
    ),
    indexes=(("evidence", "stamped_at"), ("case", "stamped_at")),
)

PROOF = (CUSTODY, FINGERPRINT, TIMESTAMP)
