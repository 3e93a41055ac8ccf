"""Walking through a chart by keys (막대 걷기): from bar to bar, in the order they stand.

>>> Walk(3, 2).step((0, 1), "right"), Walk(3, 2).step((2, 1), "right")
((1, 0), (2, 1))
"""

from dataclasses import dataclass
from typing import Literal

Bar = tuple[int, int]  # group, series
Way = Literal["left", "right", "first", "last", "group-left", "group-right"]


@dataclass(frozen=True, slots=True)
class Walk:
    """How many groups there are, and how many bars stand in each."""

    groups: int
    series: int

    def step(self, here: Bar | None, way: Way) -> Bar | None:
        """Return where a key leads; the same bar where it leads nowhere."""
        last = self.groups * self.series - 1
        if last < 0:
            return None
        if here is None:
            return self._bar(last if way in {"last", "left"} else 0)
        at = here[0] * self.series + here[1]
        goes = {
            "left": at - 1,
            "right": at + 1,
            "first": 0,
            "last": last,
            "group-left": at - self.series,
            "group-right": at + self.series,
        }[way]
        return self._bar(goes) if 0 <= goes <= last else here

    def _bar(self, at: int) -> Bar:
        return divmod(at, self.series)
