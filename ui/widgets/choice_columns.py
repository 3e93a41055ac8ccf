"""How many choices stand side by side so that no word is cut."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

LEAST = 108
MOST = 4
_PLACE = 672  # what a card of 720 px has inside its margins
_GAP, _AROUND = 8, 62


def columns_for(labels: Iterable[str], widget: QWidget) -> int:
    """Return the columns for choices with these labels, in the font of ``widget``."""
    metrics = widget.fontMetrics()
    widths = [metrics.horizontalAdvance(label) for label in labels]
    room = (_PLACE + _GAP) // (max([w + _AROUND for w in widths] + [LEAST]) + _GAP)
    return max(1, min(room, MOST, len(widths) or 1))
