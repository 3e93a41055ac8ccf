"""What a person agreed to decides what leaves the house (동의)."""

from intake.consent.travel import ConsentRow, Receiver, Verdict, judge, state_of

__all__ = ["ConsentRow", "Receiver", "Verdict", "judge", "state_of"]
