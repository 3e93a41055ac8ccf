"""What a center keeps about its own work (센터 대장): no word of a case, only ids and codes.

Records of a center's own are of the class ``identity``: that class never leaves the center,
while the ``core`` of a record that stands by itself goes to the central desk.
"""

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
    truth,
)

# Where postings lie and how its operator is reached (플랫폼 대장).
SITE = Entity(
    "site",
    "core",
    (
        text("host", search=Search.EXACT),
        text("name", search=Search.NAME),
        code("platform", "platform", "platform_extra_unsourced"),
        text("country"),
        code("channel", "request_channel"),
        text("report_url"),
        text("email", search=Search.EXACT),
        text("phone"),
        code("language", "language"),
        code("papers", "yes_no"),
        text("person", cls="identity", sensitive=Sensitivity.PERSONAL),
        date("checked_on"),
        longtext("remark"),
    ),
    scope="record",
    indexes=(("host_key",), ("platform", "name")),
)

# Two records that one person is known to be (같은 사람으로 합침); withdrawn, they are two again.
MERGE = Entity(
    "merge",
    "identity",
    (
        code("kind", "merge_kind"),
        ref("kept", ""),
        ref("kept_case", "case"),
        ref("joined", ""),
        ref("joined_case", "case"),
        code("decision", "merge_decision"),
        code("reason", "merge_reason"),
        date("decided_on"),
        text("decided_by"),
    ),
    scope="record",
    indexes=(("kept",), ("joined",), ("kind", "decided_on")),
)

# Who may do what, and since when (접근권한 부여 대장): kept three years and more.
ROLE_GRANT = Entity(
    "role_grant",
    "identity",
    (
        text("counselor"),
        code("role", "role"),
        date("granted_on"),
        text("granted_by"),
        date("ended_on"),
        text("ended_by"),
        code("reason", "role_reason"),
    ),
    scope="record",
    indexes=(("counselor", "role"), ("role",)),
)

# Content opened by somebody whose role hides it (긴급 열람): always looked at afterwards.
BREAK_GLASS = Entity(
    "break_glass",
    "identity",
    (
        text("counselor"),
        code("role", "role"),
        ref("about", "case"),
        instant("at"),
        instant("until"),
        code("purpose", "access_purpose"),
        text("reason"),
        text("reviewed_by"),
        date("reviewed_on"),
        code("finding", "review_finding"),
    ),
    scope="record",
    indexes=(("at",), ("reviewed_on", "at")),
)

# How far the read log (접속기록) of a laptop was on a day: whoever shortens it is found out.
ACCESS_MARK = Entity(
    "access_mark",
    "identity",
    (
        text("device"),
        date("on"),
        count("lines", 0, 10**12),
        digest("head"),
    ),
    scope="record",
    indexes=(("device", "on"),),
)

# A month of the read log that somebody looked through (접속기록 점검).
ACCESS_REVIEW = Entity(
    "access_review",
    "identity",
    (
        date("month"),
        text("device"),
        text("reviewed_by"),
        date("reviewed_on"),
        code("finding", "review_finding"),
        count("lines", 0, 10**12),
        text("remark"),
    ),
    scope="record",
    indexes=(("month", "device"),),
)

# What was destroyed (파기 대장): which part, why and when; never whose.
DESTRUCTION = Entity(
    "destruction",
    "identity",
    (
        text("number", sensitive=Sensitivity.PERSONAL, search=Search.EXACT),
        digest("part"),
        code("cls", "record_class"),
        code("ground", "ground"),
        date("done_on"),
        text("done_by"),
        text("approved_by"),
        count("records", 0, 10**9),
        count("attachments", 0, 10**6),
        truth("whole"),
        date("proven_on"),
    ),
    scope="record",
    indexes=(("done_on",), ("number_key",)),
)

OFFICE = (
    SITE,
    MERGE,
    ROLE_GRANT,
    BREAK_GLASS,
    ACCESS_MARK,
    ACCESS_REVIEW,
    DESTRUCTION,
)
