"""Papers that were issued, and the figures that stand in them (발급 문서, 굳힌 수치): never changed.

* They are books of the center: everything is of class ``court`` in a scope of its own, so that
  nothing of it leaves with what a center sends.
* A figure keeps its value and what it rested on, also after a case of it was destroyed; no case
  is named in it.
"""

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
    truth,
)

_PERSONAL = Sensitivity.PERSONAL
_SENSITIVE = Sensitivity.SENSITIVE

# One paper as it left the printer (발급 문서); its bytes are known by their hash.
ISSUED_PAPER = Entity(
    "issued_paper",
    "court",
    (
        text("number", search=Search.EXACT),
        code("kind", "document_kind"),
        code("about_kind", "figure_about"),
        ref("about", ""),
        code("state", "issued_state"),
        text("court", sensitive=_PERSONAL),
        text("case_number", sensitive=_PERSONAL, search=Search.EXACT),
        text("accused", sensitive=_PERSONAL),
        text("addressee", sensitive=_PERSONAL),
        truth("outward"),
        text("language"),
        text("template"),
        date("made_on"),
        instant("made_at"),
        text("made_by"),
        text("checked_by", sensitive=_PERSONAL),
        text("position"),
        text("digest"),
        truth("sealed"),
        date("voided_on"),
        code("void_reason", "void_reason"),
        longtext("redactions", sensitive=_SENSITIVE),
        longtext("remark", sensitive=_SENSITIVE),
    ),
    scope="record",
    indexes=(("number",), ("about",), ("made_on",), ("kind", "made_on")),
)

# One number as it stood (굳힌 수치): rule, filter, position, rows, value.
FIGURE = Entity(
    "figure",
    "court",
    (
        ref("paper", "issued_paper"),
        count("place", 0, 10_000),
        code("about_kind", "figure_about"),
        ref("about", ""),
        text("rule"),
        text("first"),
        text("last"),
        text("court", sensitive=_PERSONAL),
        text("position"),
        text("people"),
        text("rows"),
        count("value", 0, 10**12),
        count("doubtful", 0, 10**12),
        date("taken_on"),
        text("taken_by"),
    ),
    scope="record",
    indexes=(("paper",), ("about",), ("taken_on",)),
)

ISSUED = (ISSUED_PAPER, FIGURE)
