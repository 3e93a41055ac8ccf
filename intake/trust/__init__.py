"""Whom we believe and why (신뢰): certificates, enrolment files, revocation."""

from intake.trust.enrolment import (
    NAMESPACE,
    Answer,
    Card,
    DeviceLine,
    Enrolment,
    Request,
    read_card,
    read_enrolment,
)
from intake.trust.moving import Moving
from intake.trust.own import Own
from intake.trust.positions import Revoked
from intake.trust.roster import Enrolled, Party
from intake.trust.signers import Signer
from intake.trust.trust import Trust

__all__ = [
    "NAMESPACE",
    "Answer",
    "Card",
    "DeviceLine",
    "Enrolled",
    "Enrolment",
    "Moving",
    "Own",
    "Party",
    "Request",
    "Revoked",
    "Signer",
    "Trust",
    "read_card",
    "read_enrolment",
]
