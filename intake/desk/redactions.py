"""What a paper leaves out (가림 목록): kept inside with it, printed nowhere.

* By rule: what the kind of paper never says, and what its plan asks for (a court, outside). Never
  a number: how many did not agree is known to whoever supervises, and written down nowhere.
* By a person: the parts named in the plan's ``without``.
* Whoever is asked in court what was left out can say it; the paper itself does not.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.desk.views.redactions import RedactionLine
from intake.errors import NotYours

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
        "PETITION_LIST": _COURT,
        "PACK_INDEX": _COURT,
        "STATISTICS": ("names", "contact", "narrative", "others", "small"),
        "RESULT_REPORT": ("contact", "narrative", "others"),
        "COUNSEL_COPY": (),  # nothing is covered but what a person covers
        "HANDOVER": ("contact", "narrative", "titles"),
        "APPLICATION": ("contact",),
        "POWER": ("contact",),
        "WITHDRAWAL": ("contact", "narrative"),
    }
)
_LISTS: Final = frozenset({"RESULT_REPORT", "APPLICATION"})  # may have addresses


def left_out(plan: PaperPlan, more: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield what a paper leaves out: by rule or by a person, and which part.

    ``more`` is what its own content covered beside that: ``part: code of its ground``.
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
        yield "mark", one
    covered = {_parted(one)[0] for one in more}
    for part in dict.fromkeys(plan.without):
        if part not in covered:
            yield "person", part


def redactions_of(plan: PaperPlan, more: Iterable[str] = ()) -> str:
    """Return the list as it is kept with an issued paper."""
    told = [{"by": by, "what": what} for by, what in left_out(plan, more)]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def redactions_for(rooms: Rooms, plan: PaperPlan, more: Iterable[str] = ()) -> tuple[RedactionLine, ...]:  # fmt: skip
    """Return what a paper would leave out, as sentences, before it is issued."""
    told = ({"by": by, "what": what} for by, what in left_out(plan, tuple(more)))
    return tuple(_line(rooms, one) for one in told)


def redactions_in(rooms: Rooms, paper: str) -> tuple[RedactionLine, ...]:
    """Return what an issued paper leaves out, as sentences.

    Raises:
        NotFound: there is no such paper.
        NotYours: the person here does not work on that case.
    """
    rooms.sight.must(Act.CASEWORK)
    row = rooms.record("issued_paper", paper)
    if row["about_kind"] == "CASE" and not rooms.sight.sees(str(row["about"])):
        raise NotYours(what="case")
    return tuple(_line(rooms, one) for one in _kept(str(row["redactions"] or "")))


def _kept(text: str) -> list[Mapping[str, object]]:
    """Return what was kept; a line that cannot be read is none."""
    try:
        told = json.loads(text) if text else []
    except ValueError:
        return []
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []  # fmt: skip


def _parted(mark: str) -> tuple[str, str]:
    """Return what was covered, and the code of the ground."""
    part, _, ground = mark.partition(": ")
    return part, ground


def _line(rooms: Rooms, one: Mapping[str, object]) -> RedactionLine:
    told, what = str(one.get("by") or ""), str(one.get("what") or "")
    by = told if told in _SAID else "person"
    return RedactionLine(by, rooms.texts(f"redaction-by-{by}"), what, _SAID[by](rooms, what))  # fmt: skip


def _rule(rooms: Rooms, what: str) -> str:
    name = f"redaction-{what}"
    return rooms.texts(name) if rooms.texts.has(name) else _part(rooms, what)


def _mark(rooms: Rooms, what: str) -> str:
    part, ground = _parted(what)
    named = f"paper-copy-ground-{ground}"
    why = rooms.texts(named) if rooms.texts.has(named) else ground
    return " · ".join(filter(None, (_part(rooms, part), why)))


def _part(rooms: Rooms, what: str) -> str:
    """Return a part in words where it has some; a single record is one, whichever it is."""
    texts, named = rooms.texts, f"paper-part-{what}".lower().replace("_", "-")
    if texts.has(named):
        part = texts(named)
    elif what.startswith(_COVERED) and what.removeprefix(_COVERED).isdecimal():
        number = int(what.removeprefix(_COVERED))
        part = texts("paper-copy-hidden-words", number=number)
    elif "/" in what:
        part = texts("paper-copy-one-question")
    else:
        part = texts("paper-copy-one-record") if len(what) == _ID else what
    return texts("redaction-part", part=part)


_COVERED: Final = "words-"
_ID: Final = 36
_SAID: Final[Mapping[str, Callable[[Rooms, str], str]]] = MappingProxyType(
    {"rule": _rule, "mark": _mark, "person": _part}
)
