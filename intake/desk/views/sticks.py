"""What crosses the door about a stick (USB로 주고받기)."""

from dataclasses import dataclass, field

from intake.desk.views.exchanging import ReceiveView, SealedView, SendPlanView


@dataclass(frozen=True, slots=True)
class StickTo:
    """Somebody a bundle can leave for on this stick."""

    code: str
    name: str
    allowed: bool  # a person saw what leaves for them on this stick, and said yes
    plan: SendPlanView
    waiting: tuple[SealedView, ...] = ()  # sealed before, without a receipt


@dataclass(frozen=True, slots=True)
class StickLook:
    """What lies on a stick for us, and what could leave on it; nothing was written."""

    label: str
    known: bool  # it was used here before
    last_ms: int  # when; 0: never
    letters: int  # bundles for us that lie there
    fresh: int  # those of them that never arrived here
    size: int  # bytes of the fresh ones
    strangers: int  # what lies in our folder and is not ours; it is left alone
    to: tuple[StickTo, ...]
    sends: bool = True  # whoever sees no content sends nothing


@dataclass(frozen=True, slots=True)
class StickLeft:
    """A bundle that lies on the stick, read back from it and compared."""

    sealed: SealedView
    name: str  # of its addressee
    parts: int  # how many were missing there; 0: it lay there whole already


@dataclass(frozen=True, slots=True)
class StickReport:
    """What one way over a stick did."""

    came: ReceiveView
    left: tuple[StickLeft, ...] = ()
    held: tuple[str, ...] = field(default=())  # numbers that may not leave any more


@dataclass(frozen=True, slots=True)
class StickOut:
    """How a stick was let go."""

    state: str  # OUT: pull it | BUSY: a file on it is open | HAND: by its icon | STAYS: nothing to pull
    label: str
