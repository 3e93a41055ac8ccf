"""Saying what a file brings (들여오기): all of it or nothing.

* One transaction holds every entry, the closing entries of the batch, and the fold: stopped,
  killed or out of room at any point, the vault is as it was, and no waiting entry is left.
* The batch id travels with the entries: a laptop that receives only a part of them shows
  nothing of it until the closing entries have come.
* An entry stays under the limit of a body; a record is said in one entry where it fits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from intake.ids import Scope
from intake.interchange.comparing import Change, scope_name
from intake.ledger import Deed, EntryId, Ledger
from intake.ledger.saying import Say
from intake.progress import Progress
from intake.register import Value
from intake.vault import Vault

# Far below a body: the fold reports, and can be stopped, at every 500th entry.
_CHUNK: Final = 3 * 1024
_LIMIT: Final = 48 * 1024  # where a record is cut between its fields
_WORD: Final = 150  # what an operation takes beside its value
_SAID, _WHOLE = 60, 100  # how much of the work saying is; the rest is folding


class Word(NamedTuple):
    """One field of one record."""

    entity: str
    id: str
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Brought:
    """What was said: entries of each action, and the entities touched."""

    batch: str
    outcomes: tuple[tuple[EntryId, ...], ...]
    touched: frozenset[str]


class _Folding:
    """Shows the fold as the second half of the same work."""

    def __init__(self, progress: Progress, entries: int, rows: int) -> None:
        self._progress, self._entries, self._rows = progress, max(entries, 1), rows

    def step(self, done: int, total: int, what: str) -> None:  # noqa: ARG002
        """Report in rows."""
        share = _SAID + (_WHOLE - _SAID) * min(done, self._entries) // self._entries
        self._progress.step(
            self._rows * share // _WHOLE, self._rows, "progress-importing"
        )


def bring(
    vault: Vault,
    ledger: Ledger,
    changes: Sequence[Change],
    *,
    batch: str,
    actor: str,
    rows: int,
    heard: Callable[[Say], None],
    progress: Progress,
) -> Brought:
    """Say every change in one batch, and show it; ``heard`` may still refuse what was said."""
    outcomes: list[tuple[EntryId, ...]] = []
    pieces = list(chunks(changes))
    with vault.writing():
        for done, (scope, words) in enumerate(pieces):
            shown = rows * _SAID * done // (_WHOLE * len(pieces))
            progress.step(shown, rows, "progress-importing")
            with ledger.saying(
                Deed.IMPORT, scope=scope, actor=actor, batch=batch
            ) as say:
                for word in words:
                    say.set(*word)
            heard(say)
            outcomes.append(say.outcome.entries)
        entries = sum(map(len, outcomes))
        touched = ledger.close_batch(
            batch, actor=actor, progress=_Folding(progress, entries, rows)
        )
        progress.step(rows, rows, "progress-importing")
    kept = tuple(one for one in outcomes if one)
    return Brought(batch, kept, touched | {one.fact.entity for one in changes})


def chunks(changes: Sequence[Change]) -> Iterator[tuple[Scope, list[Word]]]:
    """Yield the words of every scope in pieces that fit an entry."""
    by_scope: dict[str, list[Change]] = {}
    for change in changes:
        by_scope.setdefault(scope_name(change.fact), []).append(change)
    for scope, some in by_scope.items():
        yield from ((Scope(scope), piece) for piece in _pieces(some))


def _pieces(changes: Sequence[Change]) -> Iterator[list[Word]]:
    piece: list[Word] = []
    size = 0
    for change in changes:
        words = [
            Word(change.fact.entity, change.fact.id, name, value)
            for name, value in change.said.items()
        ]
        whole = sum(map(_size, words))
        if piece and size + whole > _CHUNK:
            yield piece
            piece, size = [], 0
        for word in words:  # a record too long for one entry is cut between its fields
            if piece and size + _size(word) > _LIMIT:
                yield piece
                piece, size = [], 0
            piece.append(word)
            size += _size(word)
    if piece:
        yield piece


def _size(word: Word) -> int:
    value = word.value
    return _WORD + (
        len(value.encode()) + value.count("\n") if isinstance(value, str) else 8
    )
