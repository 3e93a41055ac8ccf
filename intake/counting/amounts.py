"""Amounts with their unit (단위): people, cases, actions and addresses never add up together.

>>> Persons(2) + Persons(13)
Persons(value=15)
>>> Persons(2) + Actions(13)
Traceback (most recent call last):
    ...
TypeError: Persons and Actions do not add up
"""

from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A whole number of one kind of thing."""

    unit: ClassVar[str] = ""
    value: int = 0

    def __add__(self, other: Self) -> Self:
        """Add what is of the same kind."""
        if type(other) is not type(self):
            kinds = type(self).__name__, type(other).__name__
            raise TypeError(f"{kinds[0]} and {kinds[1]} do not add up")
        return type(self)(self.value + other.value)

    def __sub__(self, other: Self) -> Self:
        """Take away what is of the same kind."""
        return self + type(other)(-other.value)


class Persons(Amount):
    """People (명)."""

    unit = "PERSONS"


class Cases(Amount):
    """Cases (사건); as many as were registered, never a number of people."""

    unit = "CASES"


class Actions(Amount):
    """What was done (건)."""

    unit = "ACTIONS"


class Addresses(Amount):
    """Addresses (주소), each once within what a rule says."""

    unit = "ADDRESSES"


class Kinds(Amount):
    """Kinds of harm (건): several for one person."""

    unit = "KINDS"


class Centers(Amount):
    """Centers (센터)."""

    unit = "CENTERS"


OF_UNIT: dict[str, type[Amount]] = {
    one.unit: one for one in (Persons, Cases, Actions, Addresses, Kinds, Centers)
}
