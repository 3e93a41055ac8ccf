"""What crosses the door about giving to others, children, and the duty to report."""

from dataclasses import dataclass, field
from typing import Literal

GateKind = Literal["unknown", "child", "youth", "adult"]


@dataclass(frozen=True, slots=True)
class ReceiverLine:
    """What was decided about one receiver (제3자 제공)."""

    id: str
    purpose: str
    receiver: str
    receiver_text: str
    name: str = field(repr=False)
    state: Literal["agreed", "refused", "withdrawn", "undecided"]
    on: str = ""
    explained_by: str = field(default="", repr=False)
    form_version: str = ""
    keeps_back: bool = False


@dataclass(frozen=True, slots=True)
class LeftLine:
    """Something of a case that left the center, and where it is (이미 나간 것)."""

    id: str  # of the disclosure record; a bundle has none
    means: str  # a code of disclosure_means
    means_text: str
    receiver: str = field(repr=False)
    on: str
    ms: int
    number: str
    classes: tuple[str, ...]
    recall: str  # a code of recall_state
    recall_text: str


@dataclass(frozen=True, slots=True)
class MinorView:
    """What the age of a person asks for."""

    kind: GateKind
    age: int | None = field(repr=False)
    guardian_needed: bool
    guardian: str  # a code of guardian_confirm, or nothing
    reason: str = field(repr=False)
    turned: int = 0  # 14 or 19: a birthday passed since the consents were given
    may_give: bool = True


@dataclass(frozen=True, slots=True)
class DutyView:
    """The duty to report (신고의무) as this center's profile says; a person decides."""

    basis: str  # a code of duty_basis
    basis_text: str
    applies: bool
    settled: bool
    reported_on: str = ""
    reported_to: str = field(default="", repr=False)
    not_reported_why: str = field(default="", repr=False)
