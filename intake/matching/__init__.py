"""The same perpetrator, seen twice: what a note mentions, and one spelling for one thing."""

from intake.matching.address import Address, NotAddress, read_address
from intake.matching.finding import Found, find
from intake.matching.known import KnownAddresses

__all__ = ["Address", "Found", "KnownAddresses", "NotAddress", "find", "read_address"]
