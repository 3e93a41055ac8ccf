"""Who was recognised as the same (같은 사람), who has to hear of it, and what centers ask each other.

* A link holds ids and decisions only: whatever a case said of somebody stays in that case, so
  one that its victim did not agree to share never leaks through a shared record.
* Every record here is its own scope. A link between cases of one center is that center's to
  decide; between centers only the central desk decides.
* A notice (알림) is said by the central desk to one center: its own case, its own identifiers,
  what was confirmed, and whom to call. No field of it is about a victim.
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
_MOST_WEIGHT = 10**6  # thousandths of a bit

# One decision about two suspects, or two victims, of two cases (연결 판단). ``seen``: somebody
# simply knew it (본 적 있음). ``looked_…``: it was looked at again and stays (다시 살펴봄); over
# what, as digests.
LINK = Entity(
    "link",
    "core",
    (
        code("kind", "relation_link", "link_extra"),
        ref("one", ""),
        ref("one_case", "case"),
        ref("other", ""),
        ref("other_case", "case"),
        code("decision", "link_decision"),
        code("reason", "link_reason"),
        longtext("reason_words", cls="narrative", sensitive=_SENSITIVE),
        code("likeness", "likeness"),
        count("weight", -_MOST_WEIGHT, _MOST_WEIGHT),
        text("engine"),
        text("center"),
        text("decided_by"),
        date("decided_on"),
        instant("decided_at"),
        code("second", "link_decision"),
        text("second_by"),
        date("second_on"),
        code("second_reason", "link_reason"),
        truth("for_court"),
        text("standing"),
        truth("seen"),
        text("looked_by"),
        date("looked_on"),
        code("looked_reason", "link_reason"),
        text("looked_over"),
    ),
    scope="link",
    indexes=(("one",), ("other",), ("one_case",), ("other_case",), ("decided_on",)),
)

# One line of the evidence as it stood when somebody decided (굳힌 근거); never changed.
LINK_LINE = Entity(
    "link_line",
    "core",
    (
        ref("link", "link"),
        count("place", 0, 1000),
        text("says"),
        code("kind", "identifier_kind"),
        ref("one_record", ""),
        ref("other_record", ""),
        count("weight", -_MOST_WEIGHT, _MOST_WEIGHT),
        count("holders", 0, 10**9),
    ),
    scope="link",
    indexes=(("link",),),
)

# What the central desk tells one center (연결 알림), and forwards to it (요청·회신 전달).
LINK_NOTICE = Entity(
    "link_notice",
    "core",
    (
        text("to_center"),
        code("kind", "notice_kind"),
        code("link_kind", "relation_link", "link_extra"),
        code("state", "notice_state"),
        ref("link", "link"),
        ref("about_case", "case"),
        ref("about", ""),
        code("likeness", "likeness"),
        date("confirmed_on"),
        truth("two_persons"),
        count("other_cases", 0, 10**6),
        text("other_center"),
        text(
            "other_title"
        ),  # what that center is called: nobody enrols every other one
        text("contact_name"),
        text("contact_phone"),
        text("contact_email"),
        date("said_on"),
        text("said_by"),
        date("recalled_on"),
        code("recall_reason", "link_reason"),
        ref("request", ""),
        code("wanted", "joint_wanted"),
        code("reply", "joint_reply"),
    ),
    scope="link",
    indexes=(("to_center", "said_on"), ("about_case",), ("link",), ("request",)),
)

# Which of the center's own identifiers were met elsewhere (알림의 근거).
NOTICE_LINE = Entity(
    "notice_line",
    "core",
    (
        ref("notice", "link_notice"),
        text("to_center"),
        count("place", 0, 1000),
        text("says"),
        code("kind", "identifier_kind"),
        ref("own_record", ""),
    ),
    scope="link",
    indexes=(("notice",), ("to_center",)),
)

# What a center answers to a notice (알림 회신); codes only, for it goes to the central desk.
NOTICE_ANSWER = Entity(
    "notice_answer",
    "core",
    (
        ref("notice", "link_notice"),
        code("answer", "notice_answer"),
        text("center"),
        text("answered_by"),
        date("answered_on"),
        longtext("remark", cls="identity", sensitive=_SENSITIVE),
    ),
    scope="record",
    indexes=(("notice",), ("answered_on",)),
)

# One center asks another, through the central desk (공동 대응 요청).
JOINT_REQUEST = Entity(
    "joint_request",
    "core",
    (
        ref("notice", "link_notice"),
        code("wanted", "joint_wanted"),
        text("center"),
        text("asked_by"),
        date("asked_on"),
        code("state", "joint_state"),
        longtext("remark", cls="identity", sensitive=_SENSITIVE),
    ),
    scope="record",
    indexes=(("notice",), ("asked_on",)),
)

# What the other center answers, once its victim was asked (피해자 의사 확인 뒤 회신).
JOINT_ANSWER = Entity(
    "joint_answer",
    "core",
    (
        ref("notice", "link_notice"),
        code("reply", "joint_reply"),
        text("center"),
        text("answered_by"),
        date("answered_on"),
        date("victim_asked_on"),
        ref("consent", "consent"),
        longtext("remark", cls="identity", sensitive=_SENSITIVE),
    ),
    scope="record",
    indexes=(("notice",), ("answered_on",)),
)

# A case goes over to another center, or to another counselor of this one (사건 이관).
HANDOVER = Entity(
    "handover",
    "core",
    (
        text("from_center"),
        text("to_center"),
        text("from_counselor"),
        text("to_counselor"),
        code("state", "handover_state"),
        code("reason", "handover_reason"),
        ref("consent", "consent"),
        date("said_on"),
        text("said_by"),
        date("taken_on"),
        text("taken_by"),
    ),
    indexes=(("case", "said_on"), ("to_center",)),
)

# What the receiving center says to a handover (인수·거절), in a record of its own; each of
# the two words has its own id, so two laptops that answer differently contradict nobody.
HANDOVER_ANSWER = Entity(
    "handover_answer",
    "core",
    (
        ref("handover", "handover"),
        text("from_center"),
        text("center"),
        code("answer", "handover_state"),
        text("answered_by"),
        date("answered_on"),
    ),
    scope="record",
    indexes=(("handover",),),
)

# A value that many use (여럿이 쓰는 값: 대포통장, 단체방): it makes no link any more. The record's
# id is a digest of kind and value (matching.marked), so that nothing says what it was once the
# last case that had it is destroyed. ``value`` is said no longer; it is declared so that what
# an older version said is read, and it is emptied when somebody marks the value again.
SHARED_VALUE = Entity(
    "shared_value",
    "identity",
    (
        code("kind", "identifier_kind"),
        text("value", sensitive=_PERSONAL, search=Search.EXACT),
        truth("shared"),
        code("reason", "link_reason"),
        longtext("reason_words", sensitive=_SENSITIVE),
        text("decided_by"),
        date("decided_on"),
    ),
    scope="record",
    indexes=(("kind", "value_key"),),
)

# Whom another center may call at this one (센터 연락처): a desk's number, never a victim's.
CONTACT_POINT = Entity(
    "contact_point",
    "core",
    (
        text("center"),
        text("name"),
        text("phone"),
        text("email"),
        text("hours"),
    ),
    scope="record",
    indexes=(("center",),),
)

LINKS = (
    LINK,
    LINK_LINE,
    LINK_NOTICE,
    NOTICE_LINE,
    NOTICE_ANSWER,
    JOINT_REQUEST,
    JOINT_ANSWER,
    HANDOVER,
    HANDOVER_ANSWER,
    SHARED_VALUE,
    CONTACT_POINT,
)
