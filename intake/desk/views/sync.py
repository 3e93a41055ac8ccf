"""What crosses the door about sending and receiving by itself (자동 보내기·받기)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SyncPlace:
    """One place as the last round found it."""

    place: str
    name: str
    kind_label: str
    to: tuple[str, ...]  # who is sent to there; nobody before a person saw what leaves
    last_ms: int  # when a round last went through there; 0: never
    fine: bool
    sentence: str = ""  # why not, in words
    remedy: str = ""
    away_ms: int = 0  # since when it cannot be reached; 0: it can


@dataclass(frozen=True, slots=True)
class SyncItem:
    """One bundle on its way."""

    id: str  # SHA-256 of the sealed file
    number: str
    to: str
    place: str  # the name of where it goes; empty where nobody allowed one yet
    state: str  # WAITING | AWAY | SENT | LATE | HELD
    state_label: str
    size: int  # bytes
    made_ms: int
    sentence: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class SyncGoing:
    """What a round is doing this moment."""

    doing: str  # RECEIVING | SEALING | SENDING
    place: str  # its name
    item: str = ""  # id of the bundle on its way
    number: str = ""
    at: int = 0  # the how manieth of how many
    of: int = 0
    done: int = 0  # bytes
    total: int = 0


@dataclass(frozen=True, slots=True)
class SyncView:
    """How it stands."""

    places: tuple[SyncPlace, ...]
    items: tuple[SyncItem, ...]
    paused: bool
    until_ms: int  # 0: until somebody lets it go on
    minutes: int  # between two rounds; 0: only when asked
    last_ms: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one round did."""

    sealed: int = 0  # bundles made
    sent: int = 0  # bundles that lie there whole now and did not before
    parts: int = 0  # parts of bundles that were put; a second round puts none
    received: int = 0
    set_aside: int = 0  # bundles that came and were refused, each with its reason
    touched_cases: int = 0
    away: tuple[str, ...] = ()  # names of places that could not be reached
    held: tuple[str, ...] = field(default=())  # ids of bundles that wait for a person
    needs: tuple[str, ...] = ()  # names of places at which a person has to do something
    taken_back: tuple[
        str, ...
    ] = ()  # ids of bundles that may no longer leave, and are gone
