"""The truth: everything that was ever said, and the one door for saying more (원장)."""

from intake.ledger.change import (
    BODY_LIMIT,
    CLASSES,
    DELETED,
    Deed,
    Entry,
    EntryId,
    Ground,
    Op,
    Outcome,
)
from intake.ledger.ledger import Ledger
from intake.ledger.means import Claim, DeviceSigner, SignerFacts
from intake.ledger.segment import NAMESPACE, SegmentHeader, WireSegment
from intake.ledger.vocabulary import Projection, Vocabulary

__all__ = [
    "BODY_LIMIT",
    "CLASSES",
    "DELETED",
    "NAMESPACE",
    "Claim",
    "Deed",
    "DeviceSigner",
    "Entry",
    "EntryId",
    "Ground",
    "Ledger",
    "Op",
    "Outcome",
    "Projection",
    "SegmentHeader",
    "SignerFacts",
    "Vocabulary",
    "WireSegment",
]
