"""The same perpetrator, seen twice: so far, noticing what a note mentions."""

from intake.matching.finding import Found, find

__all__ = ["Found", "find"]
