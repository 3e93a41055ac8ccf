"""Save what can still be read of a damaged vault into a new one (건지기).

* The damaged file is only read. The new vault opens with the same secrets.
* A table numbered by row is read in ranges, halved around what does not open; of any other
  table the part before the first and after the last damage is read.
* After every damage the file is opened anew: a connection that met one may go on failing.
* Only the vault's numbered tables are saved; what is derived from them is made again by its
  room. What is lost is counted by table, so that bundles and backups can fill it.

A damaged first page cannot be salvaged by anybody: restore a copy.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.crypto.keys import wipe
from intake.errors import AlreadyOpen, Damaged
from intake.progress import Progress, Silent
from intake.vault.connection import connect
from intake.vault.database import Database, Row, our_errors
from intake.vault.device_secret import DeviceKeyring
from intake.vault.hold import Hold
from intake.vault.keyfile import write_key_file
from intake.vault.migrate import check_known, migrate
from intake.vault.unlocking import believed, raw_key, try_passphrase
from intake.vault.vault import FILE

_MOST_TRIES = (
    20_000  # by table: what an inner page took with it is not tried row by row
)
_WIDEST = (-(1 << 63), (1 << 63) - 1)
_CACHE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Salvaged:
    """One table: how many rows were saved, and whether all were."""

    table: str
    rows: int
    whole: bool


def salvage_vault(
    folder: Path,
    target: Path,
    *,
    passphrase: str,
    keyring: DeviceKeyring,
    progress: Progress | None = None,
) -> tuple[Salvaged, ...]:
    """Save what is readable of the vault in ``folder`` into a new vault in ``target``.

    Raises:
        WrongPassphrase, KeyringSilent, KeyringLocked, DeviceSecretMissing: as on opening.
        AlreadyOpen: the vault is in use, or a vault lies in the target already.
        DamagedVault: its first page does not open.
    """
    if (target / FILE).exists():
        raise AlreadyOpen
    with Hold(folder):
        _, master = try_passphrase(folder, passphrase, keyring)
        keys = believed(folder, master)
        raw = raw_key(keys, master)
        wipe(master)
        try:
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
            saved = _salvage(folder / FILE, target / FILE, raw, progress or Silent())
            write_key_file(target, keys)
        finally:
            wipe(raw)
    return saved


def _salvage(
    damaged: Path, target: Path, raw: bytearray, progress: Progress
) -> tuple[Salvaged, ...]:
    source = _Source(lambda: connect(damaged, raw, cache_kib=_CACHE))
    fresh = connect(target, raw, cache_kib=_CACHE, new=True)
    try:
        check_known(source.db)
        migrate(fresh)
        fresh.execute("PRAGMA foreign_keys=OFF")
        tables = _tables(source.db, fresh)
        saved = []
        for done, table in enumerate(tables):
            progress.step(done, len(tables), "progress-restoring")
            saved.append(_save(source, fresh, table))
        fresh.all("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        fresh.close()
        source.db.close()
    return tuple(saved)


class _Source:
    """The damaged file, opened anew after every damage."""

    def __init__(self, open_: Callable[[], Database]) -> None:
        self._open, self.db, self.hurt = open_, open_(), 0

    def rows(self, sql: str, values: tuple[int, ...] = ()) -> Iterator[Row]:
        """Yield rows until the end, or until a damage, which is counted."""
        try:
            with our_errors():
                yield from self.db.execute(sql, values)
        except Damaged:
            self.hurt += 1
            self.db.close()
            self.db = self._open()


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    numbered: bool
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def select(self) -> str:
        return f'SELECT {", ".join(self.columns)} FROM "{self.name}"'  # noqa: S608 - our own schema's names

    @property
    def insert(self) -> str:
        places = ", ".join("?" * len(self.columns))
        return f'INSERT OR REPLACE INTO "{self.name}" ({", ".join(self.columns)}) VALUES ({places})'  # noqa: S608


def _tables(source: Database, fresh: Database) -> list[_Table]:
    """Return the tables this version knows and the damaged file has."""
    rows = fresh.all("PRAGMA main.table_list")
    found = [
        _table(source, str(row[1]), numbered=not row[4])
        for row in rows
        if row[2] == "table" and not row[1].startswith("sqlite_")
    ]
    return [table for table in found if table.columns]


def _table(source: Database, name: str, *, numbered: bool) -> _Table:
    rows = source.all(f'PRAGMA table_info("{name}")')
    keys = sorted((row[5], str(row[1]), str(row[2]).upper()) for row in rows if row[5])
    number = {keys[0][1]} if len(keys) == 1 and keys[0][2] == "INTEGER" else set()
    columns = tuple(f'"{row[1]}"' for row in rows if row[1] not in number)
    if numbered and rows:
        columns = ("rowid", *columns)
    return _Table(name, numbered, columns, tuple(key[1] for key in keys))


def _save(source: _Source, fresh: Database, table: _Table) -> Salvaged:
    before = source.hurt
    read = _by_number(source, table) if table.numbered else _by_ends(source, table)
    fresh.execute("BEGIN IMMEDIATE")
    fresh.executemany(table.insert, read)
    fresh.execute("COMMIT")
    found = fresh.one(f'SELECT count(*) FROM "{table.name}"')  # noqa: S608
    return Salvaged(table.name, found[0] if found else 0, source.hurt == before)


def _by_number(source: _Source, table: _Table) -> Iterator[Row]:
    sql = f"{table.select} WHERE rowid BETWEEN ? AND ?"
    ranges, first = deque([_WIDEST]), source.hurt
    while ranges and source.hurt - first < _MOST_TRIES:
        low, high = ranges.popleft()
        before = source.hurt
        for row in source.rows(sql, (low, high)):
            low = row[0] + 1
            yield row
        if source.hurt > before and low < high:
            middle = (low + high) // 2
            ranges += [(low, middle), (middle + 1, high)]


def _by_ends(source: _Source, table: _Table) -> Iterator[Row]:
    before = source.hurt
    yield from source.rows(table.select)
    if source.hurt > before:
        order = ", ".join(f'"{name}" DESC' for name in table.key)
        yield from source.rows(f"{table.select} ORDER BY {order}")
