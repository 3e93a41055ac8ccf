"""Until which entry of every log something was counted (기준 위치), so that it can be found again.

* A position is a set of runs: of each log, from which segment to which, and how many entries they
  hold. Its hash is that of how many entries each log had (ruling 13), and nothing else.
* A segment that was open then stands in a run of its own: it has grown since, and only its first
  entries belong to the position.
* What is missing here now, or lies in a place that two segments claim, is told and not guessed.

>>> told = Position({"aa": (Run(0, 1, 7), Run(2, 2, 3))})
>>> told.vector, Position.read(told.text) == told
({'aa': 10}, True)
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from intake.crypto.digest import canonical_json, sha256
from intake.vault import Database

_SEGMENTS = (
    "select segment.id, log.log, segment.n, segment.count, segment.state = 'open', log.parent"
    " from segment join log on log.id = segment.log where segment.count > 0"
    " order by log.log, segment.n, segment.id"
)


class Run(NamedTuple):
    """Segments of one log that follow each other, and the entries they hold together."""

    first: int
    last: int
    entries: int


class _Segment(NamedTuple):
    id: int
    log: str
    n: int
    entries: int
    is_open: bool
    parent: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """How far every log was known."""

    runs: Mapping[str, tuple[Run, ...]]

    @classmethod
    def now(cls, db: Database) -> "Position":
        """Return how far every log is known now."""
        found: dict[str, list[Run]] = defaultdict(list)
        closed: dict[str, bool] = {}
        for one in _segments(db):
            runs = found[one.log]
            follows = bool(runs) and one.n - runs[-1].last in {0, 1}
            if follows and closed[one.log] and not one.is_open:
                last = runs.pop()
                runs.append(Run(last.first, one.n, last.entries + one.entries))
            else:
                runs.append(Run(one.n, one.n, one.entries))
            closed[one.log] = not one.is_open
        return cls({log: tuple(runs) for log, runs in found.items()})

    @property
    def vector(self) -> dict[str, int]:
        """How many entries of each log were known (기준 시점)."""
        return {log: sum(run.entries for run in runs) for log, runs in self.runs.items()}  # fmt: skip

    @property
    def hash(self) -> str:
        """What stands at the foot of a paper."""
        return sha256(canonical_json(self.vector)).hex()

    @property
    def text(self) -> str:
        """The position as canonical JSON."""
        return canonical_json({log: [list(run) for run in runs] for log, runs in self.runs.items()}).decode()  # fmt: skip

    @classmethod
    def read(cls, text: str) -> "Position | None":
        """Return a position from its text; None where it is none."""
        try:
            told = json.loads(text)
            found = {str(log): tuple(map(_run, runs)) for log, runs in told.items()}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        return cls(found)

    def here(self, db: Database) -> "Reach":
        """Return what of it lies here, as far as that can be told."""
        every = list(_segments(db))
        by: dict[tuple[str, int], list[_Segment]] = defaultdict(list)
        heirs = {one.parent: one.log for one in every if one.parent and one.n == 0}
        for one in every:
            by[one.log, one.n].append(one)
        reach = Reach()
        for log, runs in self.runs.items():
            for run in runs:
                places = range(run.first, run.last + 1)
                held = [one for n in places for one in by.get((log, n), ())]
                if not held and run.first == run.last and log in heirs:
                    held = by[heirs[log], 0]  # an open end that went on in a new log
                reach.take(run, held)
        return reach


@dataclass(slots=True)
class Reach:
    """What of a position lies in this vault: how many entries of which segment."""

    limits: dict[int, int] = field(default_factory=dict)
    missing: int = 0  # entries of segments that are not here
    unclear: int = 0  # runs in which there is more than there was

    def take(self, run: Run, held: list[_Segment]) -> None:
        """Take in the segments of one run."""
        known = sum(one.entries for one in held)
        alone = len(held) == 1 and run.first == run.last
        if known > run.entries and not alone:
            self.unclear += 1  # the same place twice: a copied computer
        self.missing += max(run.entries - known, 0)
        for one in held:
            self.limits[one.id] = (
                min(one.entries, run.entries) if alone else one.entries
            )


def _segments(db: Database) -> Iterator[_Segment]:
    return (_Segment(*row) for row in db.all(_SEGMENTS))


def _run(told: object) -> Run:
    if not isinstance(told, list) or len(told) != 3:  # noqa: PLR2004 - first, last, entries
        raise ValueError
    if not all(type(one) is int and 0 <= one < 2**53 for one in told):
        raise ValueError
    if told[1] - told[0] > 10_000_000 or told[1] < told[0]:  # noqa: PLR2004 - no log is so long
        raise ValueError
    return Run(*told)
