"""What is said beside a paper before it is issued (발급 전 안내), and whose papers it tells of."""

from collections.abc import Iterator

from intake.counting import RULES
from intake.desk.paper_gathering import Gathered
from intake.desk.paper_kinds import Kind
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan


def missing_of(rooms: Rooms, plan: PaperPlan, kind: Kind) -> Iterator[str]:
    """Yield what a reader will look for and not find."""
    for name in kind.lacks:
        if not str(getattr(plan, name.replace("-", "_"))).strip():
            yield rooms.texts(f"paper-missing-{name}")


def warnings_of(rooms: Rooms, ready: Gathered) -> Iterator[str]:
    """Yield which numbers rest on days that are not known well enough."""
    for stamp, doubtful in ready.stamps:
        if doubtful:
            rule = RULES[stamp.rule.partition(" ")[0]]
            yield rooms.texts("paper-warning-doubtful", name=rule.name(rooms.language), count=doubtful)  # fmt: skip


def told_of(plan: PaperPlan, ready: Gathered) -> list[str]:
    """Return the cases a paper tells of one by one."""
    if not plan.court and plan.about_kind not in {"CASE", "PROFILE"}:
        return []
    return sorted(ready.chosen.population.cases)
