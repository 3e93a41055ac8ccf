"""The addresses that one case has (아는 주소): one address, one posting, however it was noted.

* The canonical key decides: pasted, adopted from a note, told in an interview or brought by a
  file, two spellings of one address are one record.
* The frozen spelling behind natural ids knows no capitals, many services do: where that id is
  another address already, the canonical key makes the id.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from intake.ids import natural_id
from intake.matching.address import Address, NotAddress
from intake.register.keys import posting_id

Read: TypeAlias = Callable[[str], Address | NotAddress]


class KnownAddresses:
    """The postings of a case by the canonical key of their address."""

    def __init__(self, read: Read) -> None:
        """Know none yet."""
        self._read = read
        self._live: dict[str, list[str]] = {}
        self._keys: dict[str, str] = {}  # of every record, withdrawn or not
        self._withdrawn: dict[str, str] = {}
        self._gone: set[str] = set()

    def take(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        """Take records with their address; a withdrawn one is known to be gone."""
        for record, url, gone in rows:
            read = self._read(url)
            key = read.key if isinstance(read, Address) else url
            self._keys[record] = key
            if gone:
                self._gone.add(record)
                self._withdrawn.setdefault(key, record)
            else:
                self._live.setdefault(key, []).append(record)

    def get(self, key: str) -> str:
        """Return the posting with this key; empty where there is none."""
        return self._live.get(key, ("",))[0]

    def find(self, key: str) -> str:
        """Return the posting with this key, withdrawn or not; empty where there is none."""
        return self.get(key) or self._withdrawn.get(key, "")

    def knows(self, record: str) -> bool:
        """Whether a record of this id is here, withdrawn or not."""
        return record in self._keys

    def was_withdrawn(self, record: str) -> bool:
        """Whether a record of this id is here, taken back."""
        return record in self._gone

    def record_for(self, case: str, read: Address) -> str:
        """Return the posting of an address: the one that is here, or a new one, and take it."""
        record = self.find(read.key) or self._fresh(case, read)
        self._keys[record] = read.key
        self._live.setdefault(read.key, [record])
        return record

    def _fresh(self, case: str, read: Address) -> str:
        record = posting_id(case, read.url)
        if self._keys.get(record, read.key) != read.key:
            record = natural_id("posting", case, read.key.encode().hex())
        return record

    def several(self) -> tuple[tuple[str, ...], ...]:
        """Return the postings that are one address, noted apart on two laptops."""
        return tuple(tuple(some) for some in self._live.values() if len(some) > 1)
