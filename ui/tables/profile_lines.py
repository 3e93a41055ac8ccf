"""Perpetrators as rows of a list: for the page of profiles, and to choose one for a picture."""

from typing import TYPE_CHECKING

from intake.desk.views.joint import ProfileLine
from intake.text import Texts
from ui.tables.two_lines import TwoLines, counted

if TYPE_CHECKING:
    from intake.desk import Desk

_MOST = 200
_CENTERS = 3


def listing(desk: "Desk", text: str) -> tuple[ProfileLine, ...]:
    """Ask the desk for the list; who sees no content sees nobody."""
    if not desk.roles.mine().sees_content:
        return ()
    return desk.profiles.listing(text, _MOST)


def row_of(texts: Texts, line: ProfileLine, name: str = "") -> TwoLines:
    """Return a perpetrator as a row; the name only where it was opened before."""
    if line.quiet:
        return TwoLines(texts("prof-sits-here"), texts("prof-sits-hint"), value=line.profile)  # fmt: skip
    figures = counted(texts, victims=line.victims, cases=line.cases)
    under = (figures if name else _some(line.center_names), said_period(line.first, line.last))  # fmt: skip
    state = texts("prof-waiting", count=line.waiting) if line.waiting else ""
    return TwoLines(name or figures, " · ".join(filter(None, under)), state, "wait", value=line.profile)  # fmt: skip


def said_period(first: str, last: str) -> str:
    """Return from when to when, in months where days are known: a line is short."""
    one, other = first[:7], last[:7]
    return one if one == other else f"{one} – {other}"


def _some(centers: tuple[str, ...]) -> str:
    shown = ", ".join(centers[:_CENTERS])
    return f"{shown} +{len(centers) - _CENTERS}" if len(centers) > _CENTERS else shown
