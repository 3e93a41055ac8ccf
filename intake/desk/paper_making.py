"""What a paper is made from (문서의 재료): one look at the register, and whom it may tell of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from intake.counting import RULES, Counted, Look
from intake.desk.dossier_reading import Agreed
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan

LAW = "성폭력방지법 제7조의3, 제7조의4"
SHOWN = 16  # letters of a hash on paper
_SYLLABLE = "가"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the numbers of a paper."""

    number: str
    query: str  # hash of all its numbers; empty where it has none
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Making:
    """What a paper is made from: one look at the register, and whom it may tell of."""

    rooms: Rooms
    plan: PaperPlan
    look: Look
    names: Mapping[str, str]  # pseudonym of every case that stands in it
    agreed: tuple[Agreed, ...]  # who agreed to the court, where there is one
    found: Mapping[str, Counted]  # by the name of a rule
    head: Head

    def issued(self, rules: Sequence[str] = ()) -> dict[str, Any]:
        """Return what every paper for outside says of itself; ``rules`` stand at its foot."""
        texts, head = self.rooms.texts, self.head
        named = " · ".join(RULES[one].label for one in rules)
        return {
            "number": head.number,
            "as_of": texts.moment(self.rooms.clock.wall()),
            "fingerprint": self.rooms.ledger.position_hash()[:SHOWN],
            "basis": texts("paper-basis", rules=named, query=head.query)
            if rules
            else "",
            "outward": self.plan.outward,
            "draft": head.draft,
        }

    def submitted(self, rules: Sequence[str] = ()) -> dict[str, Any]:
        """Return the same, and which case of which court it is for, who submits it, and when."""
        plan, rooms = self.plan, self.rooms
        return {
            **self.issued(rules),
            "center": rooms.who.center_name,
            "law": LAW,
            "court": plan.court,
            "case_number": plan.case_number,
            "accused": plan.accused,
            "checked_by": plan.checked_by,
            "made_on": rooms.texts.day(rooms.clock.today().isoformat()),
        }


def names_of(agreed: Sequence[Agreed]) -> dict[str, str]:
    """Return the pseudonym (가명) of every case, in the order of a dossier."""
    return {one.case: f"{_SYLLABLE}-{at:02}" for at, one in enumerate(agreed, 1)}
