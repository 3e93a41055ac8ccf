"""A picture of who hangs together (관계 그림): people, cases, identifiers and what joins them.

* The table beside the picture says the same; the picture only explains it.
* No victim is in it. A suspect has no name here.
* While an interview of one of its own cases goes on there is nothing to see (screens §2).
* With ``depth`` 2 whoever may be the same is opened too, and whoever has the same identifier.
"""

from intake.desk.graph_drawing import FARTHER, FIRST, TIED, Drawing
from intake.desk.graph_reading import Reading
from intake.desk.rooms import Rooms
from intake.desk.views.joint import GraphView
from intake.errors import InvalidInput, NotFound, NotYours

_LEAST, _MOST = 3, 200
_DEEPEST = 2
Group = tuple[str, ...]


class Graph:
    """Draws around somebody."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def around(self, of: str, depth: int = 1, limit: int = 60) -> GraphView:
        """Return what hangs together with a suspect, a case, a profile, or a pair of these.

        ``left_out`` says how many nodes more there would be.

        Raises:
            NotFound: there is nothing of that id.
            NotYours: its case is not for the person here to see.
        """
        if depth not in range(1, _DEEPEST + 1) or limit not in range(_LEAST, _MOST + 1):
            raise InvalidInput(what="graph", why="out-of-range")
        reading = Reading(self._rooms)
        asked = tuple(of.removeprefix("p:").split("."))
        starts = self._starts(reading, asked)
        cases = {reading.case_of(one) for group in starts for one in group}
        cases |= {one for one in asked if reading.case(one) is not None}
        if any(map(reading.is_quiet, sorted(cases))):
            return GraphView(of, (), (), quiet=True)
        return self._drawn(reading, of, starts, depth, limit)

    def _drawn(self, reading: Reading, of: str, starts: tuple[Group, ...], depth: int, limit: int) -> GraphView:  # fmt: skip
        drawing = Drawing(reading, self._rooms.texts)
        if not starts:  # a case of which nobody is known
            drawing.case(of, FIRST)
        for group in starts:
            drawing.open(group, FIRST)
        near = self._tied(reading, drawing, starts, TIED)
        if depth > 1:
            near += self._holding(reading, drawing, (*starts, *near))
            for group in near:
                drawing.open(group, FARTHER)
            self._tied(reading, drawing, near, FARTHER)
        centre = next((f"p:{one[0]}" if len(one) > 1 else one[0] for one in starts), of)
        if of in {reading.case_of(one) for group in starts for one in group}:
            centre = of
        return drawing.view(centre, limit)

    def _tied(self, reading: Reading, drawing: Drawing, groups: tuple[Group, ...], tier: int) -> tuple[Group, ...]:  # fmt: skip
        """Draw what lies between some and others; return those others."""
        found: dict[Group, None] = {}
        for mine in groups:
            if not all(map(reading.counts, mine)):
                continue
            ties = [one for suspect in mine for one in reading.ties(suspect)]
            for tie in (*ties, *reading.candidates(mine)):
                far = tie.other if tie.one in mine else tie.one
                if far in mine or not reading.counts(far):
                    continue
                theirs = reading.group(far)
                drawing.tie(tie, mine, theirs, tier)
                if theirs not in groups:
                    found[theirs] = None
        return tuple(found)

    def _holding(self, reading: Reading, drawing: Drawing, known: tuple[Group, ...]) -> tuple[Group, ...]:  # fmt: skip
        """Return whoever else has an identifier of those it began with."""
        found: dict[Group, None] = {}
        for kind, value in drawing.values():
            for suspect in reading.holders(kind, value):
                group = reading.group(suspect)
                if group not in known:
                    found[group] = None
        return tuple(found)

    # --- where it begins -----------------------------------------------------------

    def _starts(self, reading: Reading, asked: tuple[str, ...]) -> tuple[Group, ...]:
        found: dict[Group, None] = {}
        for one in asked:
            whole = reading.case(one) is not None
            suspects = reading.suspects_of(one) if whole else (one,)
            cases = {one} if whole else {reading.case_of(one)} - {""}
            if not cases:
                raise NotFound(entity="suspect")
            self._look_at(cases)
            found.update((reading.group(who), None) for who in suspects)
        return tuple(found)

    def _look_at(self, cases: set[str]) -> None:
        for case in sorted(cases):
            if not self._rooms.sight.sees(case):
                raise NotYours(what="case")
            self._rooms.log.note("read", case, once=True)
