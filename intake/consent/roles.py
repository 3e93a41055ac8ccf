"""Which role (역할) may do and see what at a center: pure, without a desk.

* Rights are as small as the work allows (고시 5조). Several roles of one person add up.
* Counselors and supervisors see content. IT and auditors see ids, states, dates, counts and
  logs; every word of a case, and everything about the person, is taken away at the door.
* Until somebody is named, the person who made the workspace is counselor and supervisor.
* This divides work between people at one desk. It is no lock: whoever has a slot of the vault
  holds its key, and whoever takes the key to another program reads everything.

>>> sorted(roles_of([], "박상담"))
[<Role.COUNSELOR: 'COUNSELOR'>, <Role.SUPERVISOR: 'SUPERVISOR'>]
>>> may(frozenset({Role.AUDITOR}), Act.CASEWORK)
False
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from intake.register import Field, Sensitivity, Type


@unique
class Role(StrEnum):
    """What somebody is to the center; also a code list."""

    COUNSELOR = "COUNSELOR"
    SUPERVISOR = "SUPERVISOR"
    IT = "IT"
    AUDITOR = "AUDITOR"


@unique
class Act(StrEnum):
    """What can be allowed."""

    LOOK = "look"  # counts, states and ids
    CASEWORK = "casework"  # content, and saying something about a case
    SUPERVISE = "supervise"  # name people, approve, review, destroy, lift a hold
    LOGS = "logs"  # the access log and what was destroyed
    CARE = "care"  # keys, backup, settings
    OWN = "own"  # one's own passphrase, language, brightness


Roles = frozenset[Role]

_DESK: Final = frozenset({Role.COUNSELOR, Role.SUPERVISOR})
_EVERYBODY: Final = frozenset(Role)
_MAY: Final = {
    Act.LOOK: _EVERYBODY,
    Act.CASEWORK: _DESK,
    Act.SUPERVISE: frozenset({Role.SUPERVISOR}),
    Act.LOGS: frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.IT}),
    Act.CARE: _DESK | {Role.IT},
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that was given; ``ended`` when it was taken back."""

    who: str
    role: str
    ended: bool = False


def roles_of(grants: Iterable[Grant], who: str) -> Roles:
    """Return the roles of a person.

    Somebody nobody has spoken of works as a counselor: a colleague's laptop that joined the
    center goes on working. Whose every role was taken back has none.
    """
    told = tuple(grants)
    mine = [one for one in told if one.who == who]
    if not mine:
        named = any(not one.ended for one in told)
        return frozenset({Role.COUNSELOR}) if named else _DESK
    known = {str(role) for role in Role}
    return frozenset(
        Role(one.role) for one in mine if not one.ended and one.role in known
    )


def may(roles: Roles, act: Act) -> bool:
    """Say whether somebody with these roles may do that; his own things everybody may."""
    return act is Act.OWN or bool(roles & _MAY[act])


def sees_content(roles: Roles) -> bool:
    """Say whether these roles see words at all."""
    return bool(roles & _DESK)


# --- what the others see of a record ------------------------------------------------------

_PLAIN: Final = frozenset({Type.CODE, Type.DATE, Type.INSTANT, Type.BOOL, Type.INT})
# Codes that say what happened to somebody, or who somebody is, are content too.
_CONTENT: Final = frozenset(
    {"person", "incident", "harm", "material_kind", "leak", "answer", "risk", "demand"}
)
_HIDDEN_CLASSES: Final = frozenset({"identity", "narrative", "suspect"})
# Names of people at the center, numbers of cases and papers: by these a line is found again.
_OPEN_TEXT: Final = frozenset(
    {
        *("number", "center", "owner", "counselor", "assignee", "central_number"),
        *("plan_by", "plan_approved_by", "hold_by", "explained_by", "made_by", "by"),
        *("form", "form_version", "deleted"),
    }
)
# What a decision about somebody, or a handover of her case, rests on: the grounds are content.
_GROUNDS: Final[Mapping[str, frozenset[str]]] = {
    "link": frozenset({"reason", "second_reason", "likeness", "weight"}),
    "merge": frozenset({"reason"}),
    "link_line": frozenset({"says", "kind", "weight", "holders"}),
    "link_notice": frozenset({"likeness", "recall_reason"}),
    "notice_line": frozenset({"says", "kind"}),
    "shared_value": frozenset({"kind", "reason"}),
    "handover": frozenset({"reason"}),
}
# Books of the center that hold no word of a case, though they name whom one may call.
_BOOKS: Final = frozenset({"agency", "site", "destruction"})


def is_open(entity: str, scope: str, field: Field) -> bool:
    """Say whether a field may be seen by those who see no content.

    Records outside cases hold ids, states and dates: but who decided that two are one says why,
    and whoever answers another center writes a remark.
    """
    if field.type is Type.ID:
        return True
    if field.name in _GROUNDS.get(entity, frozenset()):
        return False
    if scope != "case":
        return entity in _BOOKS or field.sensitive is Sensitivity.PLAIN
    if entity in _CONTENT or field.cls in _HIDDEN_CLASSES:
        return False
    if field.type in _PLAIN:
        return True
    return field.cls == "core" and field.name in _OPEN_TEXT
