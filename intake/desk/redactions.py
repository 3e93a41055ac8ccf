"""What a paper leaves out (가림 목록): kept inside with it, printed nowhere.

* By rule: what the kind of paper never says, and what its plan asks for (a court, outside). Never
  a number: how many did not agree is known to whoever supervises, and written down nowhere.
* By a person: the parts named in the plan's ``without``.
* Whoever is asked in court what was left out can say it; the paper itself does not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.desk.views.redactions import RedactionLine

# What each kind of paper never says, whatever the plan; codes of ``redaction-…``.
_COURT: Final = ("names", "contact", "narrative", "others")
_BY_KIND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "PERFORMANCE": (*_COURT, "small"),
        "OPINION": (*_COURT, "small"),
        "ANNEX": (*_COURT, "covered"),
        "MERGED": (*_COURT, "small"),
        "CLAIM": _COURT,
        "PETITION": _COURT,
        "STATISTICS": ("names", "contact", "narrative", "others", "small"),
        "RESULT_REPORT": ("contact", "narrative", "others"),
        "COUNSEL_COPY": ("others",),
        "HANDOVER": ("contact", "narrative", "titles"),
        "APPLICATION": ("contact",),
        "POWER": ("contact",),
        "WITHDRAWAL": ("contact", "narrative"),
    }
)
_LISTS: Final = frozenset({"RESULT_REPORT", "APPLICATION"})  # may have addresses


def left_out(plan: PaperPlan, more: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield what a paper leaves out: by rule or by a person, and which part.

    ``more`` are codes of what its own content covered beside that.
    """
    inward = plan.kind == "ANNEX" and not plan.outward
    for one in _BY_KIND.get(plan.kind, ("contact", "narrative", "others")):
        if not (inward and one == "covered"):
            yield "rule", one
    if plan.court.strip():
        yield "rule", "no-consent"
    if plan.kind in _LISTS and not plan.with_addresses:
        yield "rule", "addresses"
    for one in dict.fromkeys(more):
        yield "rule", one
    for part in dict.fromkeys(plan.without):
        yield "person", part


def redactions_of(plan: PaperPlan, more: Iterable[str] = ()) -> str:
    """Return the list as it is kept with an issued paper."""
    told = [{"by": by, "what": what} for by, what in left_out(plan, more)]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def lines_of(rooms: Rooms, kept: str) -> tuple[RedactionLine, ...]:
    """Return a kept list as sentences; what cannot be read is no line."""
    try:
        told = json.loads(kept) if kept else []
    except ValueError:
        return ()
    found = told if isinstance(told, list) else []
    return tuple(_line(rooms, one) for one in found if isinstance(one, dict))


def _line(rooms: Rooms, one: Mapping[str, object]) -> RedactionLine:
    by, what = str(one.get("by") or ""), str(one.get("what") or "")
    by = "person" if by == "person" else "rule"
    return RedactionLine(by, rooms.texts(f"redaction-by-{by}"), what, _words(rooms, by, what))  # fmt: skip


def _words(rooms: Rooms, by: str, what: str) -> str:
    texts = rooms.texts
    if by == "rule" and texts.has(f"redaction-{what}"):
        return texts(f"redaction-{what}")
    named = f"paper-part-{what}".replace("_", "-")
    return texts("redaction-part", part=texts(named) if texts.has(named) else what)
