"""A vault of a moment (잠깐 쓰는 금고): tables in memory, to look at what was, gone when closed.

* Nothing of it ever touches a disk: neither a file nor a temporary one.
* It has one lane, and whoever asks holds it; the ledger tables are those of any vault, and empty.
* It opens nothing and keeps nobody out: whoever makes one has the real vault open.
"""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from typing_extensions import override

from intake.vault.database import Database, our_errors
from intake.vault.migrate import migrate
from intake.vault.vault import Vault

_PLACE = ":memory:"
_SETUP = (
    "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-65536;"
)


class PassingVault(Vault):
    """Tables in memory."""

    def __init__(self, ids: tuple[str, str] = ("", "")) -> None:
        """Make the tables, empty."""
        self.folder = Path(_PLACE)
        self.id, self.device_id = ids
        self.notices, self.author = (), ""
        with our_errors():
            self._only = Database(sqlcipher.connect(_PLACE, isolation_level=None, cached_statements=256, check_same_thread=False))  # fmt: skip
        self._lane = threading.RLock()
        self._closed = False
        self._only.script(_SETUP)
        migrate(self._only)

    @contextlib.contextmanager
    @override
    def writing(self) -> Iterator[Database]:
        with self._lane:
            within = self._only.in_transaction
            if not within:
                self._only.execute("BEGIN")
            try:
                yield self._only
            except BaseException:
                if not within:
                    self._only.execute("ROLLBACK")
                raise
            if not within:
                self._only.execute("COMMIT")

    @contextlib.contextmanager
    @override
    def reading(self) -> Iterator[Database]:
        with self._lane:
            yield self._only

    @contextlib.contextmanager
    @override
    def one_moment(self) -> Iterator[Database]:
        with self._lane:
            yield self._only

    @override
    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._only.close()
