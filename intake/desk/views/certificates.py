"""What crosses the door about certificates and lost laptops (인증서, 분실)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A laptop of ours that asks for a certificate (인증서 갱신 요청)."""

    device: str
    name: str
    why: str  # renewal | new-key | new-device | revoked
    sentence: str
    words: tuple[str, ...]  # to be compared, unless it is a mere renewal
    ms: int
    by_press: bool  # one press is enough


@dataclass(frozen=True, slots=True)
class BehindLine:
    """What came of a laptop after it was taken back: kept aside, part of nothing."""

    device: str
    name: str
    center: str
    segments: int
    entries: int
    sentence: str
    may_let_in: bool


@dataclass(frozen=True, slots=True)
class CenterLine:
    """A center, and whether its certifying key was taken back as a whole."""

    code: str
    name: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class CertificateView:
    """How this laptop's certificate stands, and what waits here."""

    state: str  # none | fine | ending | expired | early | revoked | revoked-ca
    until_ms: int
    sentence: str
    remedy: str
    holds_ca: bool
    two_holders: bool
    asked: tuple[AskedLine, ...]
    behind: tuple[BehindLine, ...]
    may_answer: bool  # whoever asks supervises
    centers: tuple[CenterLine, ...] = ()  # whose key this central desk may take back


@dataclass(frozen=True, slots=True)
class LostPlace:
    """An account that the lost laptop also knew: changed at the server by a person."""

    place: str
    name: str
    changed: bool


@dataclass(frozen=True, slots=True)
class LostView:
    """A laptop that was taken back, and what is still to be done."""

    device: str
    name: str
    ms: int
    certificates: int
    logs: int
    everywhere: bool  # the CA is here: everybody hears of it
    dropped: int  # bundles for it that had not left
    places: tuple[LostPlace, ...]
    lines: tuple[str, ...]  # what was done, in sentences
