"""What crosses the door about copies, who was told, and who has said so (사본과 알림)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """One bundle that carried a case to somebody."""

    number: str
    to: str
    name: str
    classes: tuple[str, ...]
    made_ms: int
    delivered_ms: int  # when it was laid where they fetch it; 0: not yet
    receipt_ms: int
    receipt: str  # id of their receipt
    state_text_id: str


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Somebody who has, or may have, a copy, and how far they were told that it may not stay."""

    kind: str  # COPY: nothing to tell | WITHDRAWN | ERASED
    of: str  # the case, or the number of the destruction
    number: str  # what a person calls it: the case's number, or the destruction's
    to: str
    name: str
    via: str  # the center that passed it on; empty: from here
    state: (
        str  # HAS | UNSURE | UNSAID | SAID | LATE | HEARD | HELD | DESTROYED | PASSED
    )
    state_label: str
    has_ms: int  # since when they have it; 0: not known here
    said_ms: int  # when they were told first
    heard_ms: int  # when they said that they heard
    receipt: str  # in which receipt
    next: str = ""  # what to do, where something is to be done
    answer: str = ""  # what they say they did, in a sentence
    done_on: str = ""  # the day on which they destroyed it
    certificate: str = ""  # number of its certificate, where there is one
    held_until: str = ""  # until when a legal hold stands there, where they know


@dataclass(frozen=True, slots=True)
class CaseCopies:
    """Everything about the copies of one case."""

    copies: tuple[CopyLine, ...]
    carried: tuple[CarriedLine, ...]
    whole: bool  # nobody but this laptop can have sent anything


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A case that its center asks us to destroy here."""

    case: str
    number: str
    center: str
    name: str
    classes: tuple[str, ...]
    asked_ms: int
    held: bool  # a legal hold forbids it
    next: str
