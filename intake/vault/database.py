"""One connection to the encrypted file, and what its refusals mean.

* Every foreign error becomes one of ours here, without a bound value or a statement in it.
* Used by one thread at a time; ``interrupt`` may come from any thread.
* Rows are plain tuples. A larger result is read in pieces with ``each``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import sqlcipher3.dbapi2 as sqlcipher

from intake.errors import Busy, Cancelled, DamagedVault, NoRoom

Value: TypeAlias = str | int | bytes | float | None
Row: TypeAlias = tuple[Any, ...]

_FULL = {"SQLITE_FULL"}
_BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR"}
_PIECE = 500
_STEPS = 2_000  # instructions between two looks: a fraction of a millisecond


class Database:
    """The tables, seen through one lane (차선)."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        """Speak through an opened connection."""
        self._connection = connection

    def set_key(self, spoken: bytearray) -> None:
        """Hand the key over as bytes; it never stands in SQL."""
        with our_errors():
            self._connection.set_key(spoken)

    def execute(self, sql: str, values: Sequence[Value] = ()) -> sqlcipher.Cursor:
        """Run one statement; its rows may be iterated."""
        try:
            return self._connection.execute(sql, values)
        except sqlcipher.Error as error:
            _raise_ours(error)
            raise

    def executemany(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for every row of values."""
        with our_errors():
            self._connection.executemany(sql, rows)

    def script(self, sql: str) -> None:
        """Run several statements; a transaction in them is theirs to begin and end."""
        with our_errors():
            self._connection.executescript(sql)

    def one(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """Return the first row, or None."""
        try:
            row: Row | None = self._connection.execute(sql, values).fetchone()
        except sqlcipher.Error as error:
            _raise_ours(error)
            raise
        return row

    def all(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return every row."""
        try:
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        except sqlcipher.Error as error:
            _raise_ours(error)
            raise
        return rows

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Yield rows without holding them all."""
        with our_errors():
            cursor = self._connection.execute(sql, values)
        while True:
            with our_errors():
                rows = cursor.fetchmany(_PIECE)
            if not rows:
                return
            yield from rows

    def interrupt(self) -> None:
        """Stop the statement that runs now; it ends as ``Cancelled``."""
        self._connection.interrupt()

    @contextmanager
    def watched(self, look: Callable[[], None]) -> Iterator[None]:
        """Call ``look`` now and then while a long statement runs; what it raises stops it."""
        raised: list[BaseException] = []

        def step() -> int:
            try:
                look()
            except BaseException as error:  # noqa: BLE001 - told below, in our own frames
                raised.append(error)
            return len(raised)

        self._connection.set_progress_handler(step, _STEPS)
        try:
            yield
        except Cancelled:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def close(self) -> None:
        """Close the connection; later use raises."""
        self._connection.close()


@contextmanager
def our_errors() -> Iterator[None]:
    """Say every refusal of SQLite in our words; a bug of ours stays what it is."""
    try:
        yield
    except sqlcipher.Error as error:
        _raise_ours(error)
        raise


def _raise_ours(error: sqlcipher.Error) -> None:
    """Raise what a refusal means here; return where it is a bug of ours."""
    kind = _meaning(error)
    if kind is not None:
        raise kind from error


def is_disk_trouble(error: BaseException) -> bool:
    """Whether the system refused to read or write, and SQLite does not say which or why."""
    return getattr(error.__cause__, "sqlite_errorname", "") == "SQLITE_IOERR"


def _meaning(error: sqlcipher.Error) -> Exception | None:
    """Return what an SQLite refusal means here; None for a bug of ours."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if name.startswith("SQLITE_INTERRUPT") or "interrupted" in str(error):
        return Cancelled()
    if name in _FULL or "full" in str(error):
        return NoRoom()
    if any(name.startswith(kind) for kind in _BUSY) or "locked" in str(error):
        return Busy()
    if any(name.startswith(kind) for kind in _DAMAGED) or "malformed" in str(error):
        return DamagedVault()
    return None
