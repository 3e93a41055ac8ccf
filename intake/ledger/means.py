"""What every part of the ledger works with: the vault, the clock, the device that signs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.clock import Clock
from intake.crypto.sign import Certificate, SigningKey
from intake.ids import Scope
from intake.ledger.segment import WireSegment
from intake.ledger.vocabulary import Projection, Vocabulary
from intake.vault import Vault


@dataclass(frozen=True, slots=True)
class DeviceSigner:
    """This computer as a signer (기기): its key, its certificate, its names."""

    key: SigningKey = field(repr=False)
    certificate: Certificate | None = field(repr=False)
    device: str
    center: str


@dataclass(frozen=True, slots=True)
class SignerFacts:
    """Who signed a segment, as the caller's list of devices knows them."""

    device: str
    center: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An entry from elsewhere that asks to be believed.

    ``owner`` is the center that spoke of the scope first, as far as this vault knows;
    empty when nobody has. For an erasure, ``scope`` and ``cls`` are what is to be destroyed
    (both empty when it is not known here); for a clock fix, ``target`` is the log it is about.
    ``stamp`` is when it was said; ``destroys`` marks an order, whatever its deed says;
    ``entities`` are the kinds of record it speaks of.
    """

    center: str
    device: str
    log: str
    scope: str
    cls: str
    deed: str
    actor: str
    owner: str
    target: str = ""
    stamp: int = 0
    destroys: bool = False
    entities: frozenset[str] = frozenset()


CheckSigner: TypeAlias = Callable[[WireSegment, str], SignerFacts]
Authority: TypeAlias = Callable[[Claim], bool]
Hold: TypeAlias = Callable[[Scope, str], bool]


def nothing_held(scope: Scope, cls: str) -> bool:  # noqa: ARG001
    """Answer that no legal hold lies on anything."""
    return False


@dataclass(frozen=True, slots=True)
class Means:
    """The ledger's tools, handed from part to part."""

    vault: Vault
    device: DeviceSigner
    clock: Clock
    vocabulary: Vocabulary
    projections: Sequence[Projection]
    held: Hold = nothing_held  # a legal hold (보존) forbids destroying this
