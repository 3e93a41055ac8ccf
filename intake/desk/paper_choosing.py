"""What is offered to whoever makes a paper (문서 고르기): kinds, and heads known from the records.

* A kind that is in the list of kinds is offered by itself; nothing is told of it twice.
* Courts and numbers come from the trials of the cases and from what the victims agreed to:
  what is typed is often typed wrong, and a wrong court is a court nobody agreed to.
* While somebody of these cases sits here nothing is offered.
"""

from collections.abc import Iterator

from intake.desk.dossier_reading import agreed_cases
from intake.desk.paper_kinds import KINDS, Kind, kind_of
from intake.desk.populations import Chosen, check_quiet, population_of
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperChoice, PaperHead, PaperPart
from intake.errors import NotFound, NotThisStep
from intake.register import CODES

_OF_CASES = frozenset({"CASE", "PROFILE"})
_COURT_HEAD = frozenset({"court", "case_number", "accused"})
_GROUPS = {
    "COURT": frozenset({"PERFORMANCE", "OPINION", "ANNEX", "PETITION", "PETITION_LIST", "MERGED"}),
    "VICTIM": frozenset({"RESULT_REPORT", "COUNSEL_COPY", "APPLICATION", "POWER", "WITHDRAWAL", "CONSENT"}),
    "AGENCY": frozenset({"HANDOVER", "CLAIM", "DOSSIER", "REQUEST_FORM", "OFFICIAL_LETTER"}),
    "CENTER": frozenset({"STATISTICS", "DESTRUCTION"}),
}  # fmt: skip


def choices(rooms: Rooms, about_kind: str = "") -> tuple[PaperChoice, ...]:
    """Return the papers that can be made here; ``about_kind``: only those about that."""
    offered = (_choice(rooms, one) for one in KINDS)
    return tuple(one for one in offered if one.abouts and (not about_kind or about_kind in one.abouts))  # fmt: skip


def parts(rooms: Rooms, kind: str) -> tuple[PaperPart, ...]:
    """Return what may be left out of a kind of paper."""
    return tuple(PaperPart(one, rooms.texts(f"paper-part-{one}")) for one in kind_of(kind).parts)  # fmt: skip


def heads(rooms: Rooms, about_kind: str, about: str) -> tuple[PaperHead, ...]:
    """Return what may stand at the head of a court's paper, those with a number first."""
    if about_kind not in _OF_CASES or not about:
        return ()
    try:
        chosen = population_of(rooms, about_kind, about)
        check_quiet(rooms, chosen)
    except (NotFound, NotThisStep):
        return ()
    before_court = tuple(dict.fromkeys(_of_trials(rooms, chosen)))
    known = {one.court for one in before_court}
    agreed = agreed_cases(rooms, chosen.population.cases)
    named = sorted({name for one in agreed for name in one.courts} - known - {""})
    return (*before_court, *map(PaperHead, named))


def _of_trials(rooms: Rooms, chosen: Chosen) -> Iterator[PaperHead]:
    for case in sorted(chosen.population.cases):
        if not rooms.sight.sees(case):
            continue
        for trial in rooms.register.find("trial", case=case):
            court, number = str(trial["court"] or ""), str(trial["number"] or "")
            if court or number:
                yield PaperHead(court, number, _accused(rooms, str(trial["suspect"] or "")))  # fmt: skip


def _accused(rooms: Rooms, suspect: str) -> str:
    row = rooms.register.get("suspect", suspect) if suspect else None
    return str(row["name"] or "") if row is not None and not row.gone else ""


def _choice(rooms: Rooms, kind: Kind) -> PaperChoice:
    uses = {name.replace("-", "_") for name in (*kind.lacks, *kind.uses)}
    if kind.court != "NO":
        uses |= {"court", "outward"}
    if kind.court == "MUST":
        uses |= _COURT_HEAD
    if kind.rules:
        uses |= {"first", "last"}
    label = CODES.label("document_kind", kind.code, rooms.language)
    central = rooms.who.role == "central"
    abouts = tuple(one for one in kind.abouts if one != "NATION" or central)
    needed = tuple(name.replace("-", "_") for name in kind.lacks)
    return PaperChoice(kind.code, label, _group(kind), abouts, kind.court, tuple(sorted(uses)), needed)  # fmt: skip


def _group(kind: Kind) -> str:
    """Return under which heading a kind stands; a new kind finds its place by what it is about."""
    for name, codes in _GROUPS.items():
        if kind.code in codes:
            return name
    if kind.court == "MUST":
        return "COURT"
    return "CENTER" if kind.abouts[0] in {"CENTER", "NATION"} else "VICTIM"
