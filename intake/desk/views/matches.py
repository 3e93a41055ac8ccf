"""What the page 같은 사람 shows: candidates, both sides, decisions, notices. No victim is named."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One reason for or against, as a sentence in the language of the screen."""

    says_id: str  # the text id it was made from
    text: str = field(repr=False)
    weight: int = 0  # thousandths of a bit; never shown as a number
    against: bool = False
    holders: int = 0
    one_records: tuple[str, ...] = ()
    other_records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One identifier of a side."""

    record: str
    kind: str
    kind_label: str
    shown: str = field(repr=False)
    role_label: str = ""
    seen: str = ""  # "2020-06 – 2024-11"
    shared: bool = False
    in_both: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One profile of a pair: its cases by number, its suspects' marks; never a victim."""

    profile: str
    members: tuple[str, ...]  # suspects
    cases: tuple[str, ...]
    numbers: tuple[str, ...]  # case numbers, in the order of ``cases``
    centers: tuple[str, ...]
    names: tuple[str, ...] = field(default=(), repr=False)  # of the suspect, as noted
    marks: tuple[MarkLine, ...] = field(default=(), repr=False)
    features: tuple[str, ...] = field(default=(), repr=False)
    actions: int = 0  # R1 of its cases
    first_seen: str = ""
    last_seen: str = ""
    center_names: tuple[str, ...] = ()  # what the centers call themselves


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of the queue (후보)."""

    id: str  # "<profile>.<profile>": the same whatever the order of entry
    kind: str  # same_person | same_network | same_material | same_victim
    kind_label: str
    word: str  # VERY_HIGH | HIGH | REVIEW | WEAK
    word_label: str
    headline: str = field(repr=False)  # the weightiest line
    reasons: int = 0  # how many lines speak for it
    one_numbers: tuple[str, ...] = ()
    other_numbers: tuple[str, ...] = ()
    centers: tuple[str, ...] = ()
    state: str = "NEW"  # NEW | HOLD | SECOND | DONE | REOPENED | WITHHELD
    state_label: str = ""
    link: str = ""  # the decision that stands, where there is one
    crosses: bool = False  # the two sides belong to different centers
    told_ms: int = 0  # when it was first proposed here
    seen: bool = (
        False  # somebody simply knew it (본 적 있음); nothing else was said yet
    )
    center_names: tuple[str, ...] = ()  # what the centers call themselves


@dataclass(frozen=True, slots=True)
class Effect:
    """What would change if it were confirmed (확인하면)."""

    victims_before: int
    victims_after: int  # of the joined profile
    actions_before: int
    actions_after: int
    centers: int
    needs_second: bool
    notices: tuple[str, ...] = ()  # centers that would be told
    notice_names: tuple[str, ...] = ()  # what they call themselves


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision that somebody took, or took back."""

    link: str
    decision: str
    decision_label: str
    reason_label: str
    words: str = field(repr=False)
    by: str
    on: str
    second_by: str = ""
    second_on: str = ""
    second_label: str = ""
    for_court: bool = False
    withdrawn: bool = False
    mine: bool = False  # decided by the person here: somebody else has to confirm
    waits_for_second: bool = False
    seen: bool = False  # somebody simply knew it (본 적 있음)
    looked_by: str = ""  # who looked at it again and let it stay (다시 살펴봄)
    looked_on: str = ""
    looked_label: str = ""


@dataclass(frozen=True, slots=True)
class PairView:
    """Both sides of a candidate and everything between them."""

    candidate: Candidate
    one: Side
    other: Side
    evidence: tuple[EvidenceLine, ...] = field(repr=False)
    withheld: str = ""  # why it is not proposed, as a sentence
    frozen: tuple[EvidenceLine, ...] = field(default=(), repr=False)  # at the decision
    decisions: tuple[DecisionLine, ...] = ()
    effect: Effect | None = None
    quiet: bool = False  # an interview of one of its cases goes on: nothing is shown
    shaken: tuple[
        str, ...
    ] = ()  # why a decision is to be looked at again, as sentences


@dataclass(frozen=True, slots=True)
class CaseMatches:
    """What a case may have in common with others; while an interview goes on only ``count``."""

    count: int
    candidates: tuple[Candidate, ...] = ()
    hints: tuple[str, ...] = field(default=(), repr=False)  # look-alikes, slips
    quiet: bool = False
