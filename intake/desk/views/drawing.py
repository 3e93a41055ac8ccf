"""How a picture is drawn (그림의 기하): the window stands its bars where paper stands them.

A number that is hidden has no height and no value; it is a marked gap, never a nought.
"""

from intake.counting.bars import Bar, Bars, Tick, bars
from intake.desk.views.statistics import Picture

__all__ = ["Bar", "Bars", "Tick", "drawn", "is_hidden"]


def drawn(picture: Picture, width: float, height: float, room: float = 0.0) -> Bars:
    """Return where the bars of a picture stand; ``room`` is how wide a name is."""
    shown = [(name, [one or 0 for one in values]) for name, values in picture.groups]
    return bars(shown, width, height, room)


def is_hidden(picture: Picture, group: int, series: int) -> bool:
    """Return whether a number is not shown, because so few would tell who."""
    return picture.groups[group][1][series] is None
