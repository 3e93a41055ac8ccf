"""Which posting an address of a case is (주소의 게시물), for whatever notes one.

* One address is one posting: whoever notes it again, in whichever spelling, adds to that one.
* What was typed is kept beside the address where the spelling differs, the first time.
* Words that are no address keep the record that they always had.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.desk.rooms import Rooms
from intake.ledger.change import DELETED
from intake.matching import Address
from intake.matching.known import KnownAddresses
from intake.register import Value
from intake.register.keys import posting_id
from intake.register.postings import addresses_in

_KEPT = 2_000  # letters that a field has room for


@dataclass(frozen=True, slots=True)
class Spot:
    """The posting an address is, and what has to be said of it so that it stands there."""

    record: str
    here: bool  # it stands in the case already
    said: Mapping[str, Value] = field(repr=False)


class Addresses:
    """The addresses of one case; read when the first is asked for."""

    def __init__(self, rooms: Rooms, case: str) -> None:
        """Look into this case."""
        self._rooms, self._case = rooms, case
        self._known: KnownAddresses | None = None

    @property
    def known(self) -> KnownAddresses:
        """The postings by their canonical key."""
        if self._known is None:
            self._known = KnownAddresses(self._rooms.addresses.read)
            with self._rooms.vault.reading() as db:
                self._known.take(addresses_in(db, self._case))
        return self._known

    def at(self, text: str) -> str:
        """Return the posting of an address that stands in the case; empty where none does."""
        read = self._rooms.addresses.read(text)
        if isinstance(read, Address):
            return self.known.get(read.key)
        row = self._rooms.register.get("posting", posting_id(self._case, text))
        return "" if row is None or row.gone else row.id

    def record(self, text: str) -> str:
        """Return the posting that an address is, or would become."""
        read = self._rooms.addresses.read(text)
        if isinstance(read, Address):
            return self.known.record_for(self._case, read)
        return posting_id(self._case, text)

    def spot(self, text: str) -> Spot:
        """Return where what somebody typed belongs."""
        read = self._rooms.addresses.read(text)
        if not isinstance(read, Address):
            return self._as_words(text)
        here = bool(self.known.get(read.key))
        record = self.known.record_for(self._case, read)
        if here:
            return Spot(record, here=True, said={})
        typed = text.strip()
        said: dict[str, Value] = {"url": read.url}
        if typed != read.url and 0 < len(typed) <= _KEPT:
            said["typed"] = typed
        return Spot(record, here=False, said=said | self._revived(record))

    def _as_words(self, text: str) -> Spot:
        record = posting_id(self._case, text)
        row = self._rooms.register.get("posting", record)
        here = row is not None and not row.gone and row["url"] == text
        said: dict[str, Value] = {"url": text}
        if row is not None and row.gone:
            said[DELETED] = None
        return Spot(record, here=here, said={} if here else said)

    def _revived(self, record: str) -> dict[str, Value]:
        return {DELETED: None} if self.known.was_withdrawn(record) else {}
