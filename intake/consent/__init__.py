"""What a person agreed to decides what leaves the house (동의)."""

from intake.consent.giving import Answer, Line, may_give
from intake.consent.minors import AGREED_BY, CONSENT_AGE, MAJORITY, Gate, gate
from intake.consent.travel import ConsentRow, Receiver, Verdict, judge, state_of

__all__ = [
    "AGREED_BY",
    "CONSENT_AGE",
    "MAJORITY",
    "Answer",
    "ConsentRow",
    "Gate",
    "Line",
    "Receiver",
    "Verdict",
    "gate",
    "judge",
    "may_give",
    "state_of",
]
