"""A case on its way to another center, or gone there: one line on its first page."""

from collections.abc import Callable, Sequence

from intake.desk.views.joint import HandoverView
from intake.text import Texts
from ui.widgets import Button, Card, Symbol, row, words

_SAID = {
    (False, "OFFERED"): "over-line-offered",
    (False, "TAKEN"): "over-line-gone",
    (True, "OFFERED"): "over-line-incoming",
}


def going_over(
    texts: Texts, handovers: Sequence[HandoverView], look: Callable[[str], object]
) -> Card | None:
    """Return what the newest handover between centers means here; None where it means nothing."""
    moved = [one for one in handovers if one.from_center != one.to_center]
    newest = moved[0] if moved else None
    said = _SAID.get((newest.incoming, newest.state)) if newest else None
    if newest is None or said is None:
        return None
    other = newest.from_name if newest.incoming else newest.to_name
    line = row(Symbol("arrow-right", "info", 18), gap=10)
    line.addWidget(words(texts(said, center=other)), 1)
    go = Button(texts("over-line-look"))
    line.addWidget(go.on(lambda: look(newest.id)))
    return Card(line, ground="info")
