"""Making a paper (문서 만들기): everything is read and counted at one moment, then drawn.

* ``gathered`` may be called for several plans within one ``one_moment``: a whole pack is then of
  one position, and a number that stands in several of its papers is proved once (``Proofs``).
* An emergency (긴급 열람) is for looking: nothing goes out by it. While somebody of a perpetrator's
  cases sits here, no paper is made about them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from intake.counting import RULES, Counted, Look, Period, Population, Stamp
from intake.desk.asking import period_of, sees_all
from intake.desk.dossier_reading import agreed_cases
from intake.desk.freezing import proved
from intake.desk.paper_kinds import Kind, kind_of
from intake.desk.paper_making import SHOWN, Head, Making, names_of
from intake.desk.populations import Chosen, check_quiet, population_of
from intake.desk.rooms import Rooms
from intake.desk.statistics_ready import prepare
from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.desk.wordings import in_own_words
from intake.errors import ConsentMissing, InvalidInput, NotFound, NotYours
from intake.ids import scope_of
from intake.progress import Progress

_OF_CASES = frozenset({"CASE", "PROFILE"})
# Numbers by rule: of the same people, time and court, and of one moment; never kept for another.
Proofs = dict[str, tuple[Counted, Stamp]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A paper before it is drawn, with its numbers as they were proved."""

    kind: Kind
    content: Any
    stamps: tuple[tuple[Stamp, int], ...]
    chosen: Chosen
    position: str
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    redactions: tuple[str, ...] = ()


def asked_of(plan: PaperPlan) -> Asked:
    """Return the question that a paper's numbers answer."""
    return Asked(plan.about_kind, plan.about, plan.first, plan.last, plan.court)


def gathered(rooms: Rooms, plan: PaperPlan, number: str, progress: Progress, *, draft: bool, proofs: Proofs | None = None) -> Gathered:  # fmt: skip
    """Count, prove and gather what stands in a paper, all at one position.

    ``proofs`` has what was proved for other papers of the same pack, and gets what is proved here.

    Raises:
        InvalidInput: there is no such paper, it is not about that, or a court has to be named.
        ConsentMissing: nobody agreed to that court.
        NotFound: the case is gone.
        NotYours: one of the cases is not for the person here to see.
        NotThisStep: somebody of these cases is interviewed now.
        Cancelled: from ``progress``; nothing is kept.
    """
    kind, period = _checked(plan), period_of(asked_of(plan))
    if kind.rules:
        prepare(rooms, asked_of(plan), progress)  # of many cases, before the moment
    with rooms.vault.one_moment() as db:
        chosen = _chosen(rooms, kind, plan)
        proven = _proven(rooms, kind, chosen, period, {} if proofs is None else proofs, progress)  # fmt: skip
        agreed = agreed_cases(rooms, chosen.population.cases, plan.court) if plan.court else ()  # fmt: skip
        head = Head(number, _query([stamp for _, stamp in proven]), draft)
        look = Look(db, chosen.population, period)
        making = Making(rooms, plan, look, names_of(agreed), agreed, {one.rule.id: one for one, _ in proven}, head)  # fmt: skip
        with in_own_words(rooms):
            content = kind.content(making)
        return Gathered(
            kind,
            content,
            tuple((stamp, found.doubtful) for found, stamp in proven),
            chosen,
            rooms.ledger.position_hash(),
            kind.said("missing", making),
            kind.said("warnings", making),
            kind.said("redactions", making),
        )


def drawn_of(rooms: Rooms, ready: Gathered, progress: Progress) -> bytes:
    """Return the PDF of a paper, in the center's own words where it has some.

    Raises:
        Cancelled: from ``progress``.
    """
    steps = len(ready.kind.rules) + 1
    progress.step(steps - 1, steps, "progress-drawing")
    with in_own_words(rooms):
        return ready.kind.drawn(ready.content, rooms.language, progress)


def _proven(rooms: Rooms, kind: Kind, chosen: Chosen, period: Period, proofs: Proofs, progress: Progress) -> list[tuple[Counted, Stamp]]:  # fmt: skip
    for at, rule in enumerate(kind.rules):
        progress.step(at, len(kind.rules) + 1, "progress-figures")
        if rule not in proofs:
            proofs[rule] = proved(rooms, RULES[rule], chosen, period)
    return [proofs[rule] for rule in kind.rules]


def _checked(plan: PaperPlan) -> Kind:
    kind = kind_of(plan.kind)
    if plan.about_kind not in kind.abouts:
        raise InvalidInput(what="about", why="unknown")
    if kind.court == "MUST" and not plan.court.strip():
        raise InvalidInput(what="paper", why="court")
    return kind


def _chosen(rooms: Rooms, kind: Kind, plan: PaperPlan) -> Chosen:
    if not kind.rules and plan.about_kind not in _OF_CASES:
        return Chosen(Population())  # a form: nobody stands in it
    if plan.court and not sees_all(rooms, plan.about_kind, plan.about):
        raise NotYours(
            what="figures"
        )  # whoever did not agree would be told by the rest
    chosen = population_of(rooms, plan.about_kind, plan.about, plan.court)
    if plan.court or plan.about_kind == "PROFILE":
        check_quiet(rooms, chosen)
    if not chosen.population.cases and (plan.court or plan.about_kind in _OF_CASES):
        raise ConsentMissing(purpose="COURT") if plan.court else NotFound(entity="case")
    if plan.court or plan.about_kind in _OF_CASES:
        for case in sorted(chosen.population.cases):
            rooms.sight.check_scope(scope_of("case", case))
    return chosen


def _query(stamps: Sequence[Stamp]) -> str:
    if not stamps:
        return ""
    return sha256("".join(one.query for one in stamps).encode()).hexdigest()[:SHOWN]
