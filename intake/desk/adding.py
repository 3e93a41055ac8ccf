"""Adding addresses to a case, as many as there are, in one step (게시물 추가).

* What was typed is kept beside the address where the spelling differs.
* One entry holds as many as fit a body of 64 KiB, long addresses counted as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake.desk.directory import directory_of
from intake.desk.pasted import Pasted, Reader
from intake.desk.pasting import known_in
from intake.desk.rooms import Rooms
from intake.ledger import Deed
from intake.matching import Address, KnownAddresses
from intake.progress import Progress, Silent
from intake.register import Value

_CHUNK = 50  # records in one entry
_BYTES = 24_000  # of addresses in one entry
_KEPT = 2_000  # letters that a field has room for


def fresh_addresses(
    urls: Sequence[str], known: KnownAddresses, reader: Reader
) -> tuple[tuple[Pasted, Address], ...]:
    """Return the addresses that the case does not have, each once."""
    found: dict[str, tuple[Pasted, Address]] = {}
    for text in urls:
        for one in reader.paste(text):
            if one.read and not known.get(one.read.key):
                found.setdefault(one.read.key, (one, one.read))
    return tuple(found.values())


def add(
    rooms: Rooms,
    case: str,
    urls: Sequence[str],
    said: Mapping[str, Value],
    progress: Progress,
) -> tuple[str, ...]:
    """Add the addresses that are new in one step; return their records, in order."""
    rooms.case(case)
    with rooms.one_step(Deed.ADD):
        known = known_in(rooms, case, Silent())
        fresh = fresh_addresses(urls, known, rooms.addresses)
        writer = _Writer(rooms, case, known, _shared(rooms, said))
        for chunk in chunks(fresh):
            writer.write(chunk)
            progress.step(len(writer.records), len(fresh), "progress-adding")
    return tuple(writer.records)


class _Writer:
    """Says new postings, one entry for as many as it holds."""

    def __init__(
        self,
        rooms: Rooms,
        case: str,
        known: KnownAddresses,
        shared: Mapping[str, Value],
    ) -> None:
        self.records: list[str] = []
        self._rooms, self._case, self._known = rooms, case, known
        self._shared = shared  # the scope says whose they are
        self._directory = directory_of(rooms)

    def write(self, chunk: Iterable[tuple[Pasted, Address]]) -> None:
        with self._rooms.about_case(Deed.ADD, self._case) as say:
            for pasted, read in chunk:
                record = self._known.record_for(self._case, read)
                for name, value in self._told(record, pasted, read).items():
                    say.set("posting", record, name, value)
                self.records.append(record)

    def _told(self, record: str, pasted: Pasted, read: Address) -> dict[str, Value]:
        platform = self._directory.platform(read.host)
        told = {**self._shared, **_own(pasted, read), "platform": platform}
        if self._known.was_withdrawn(record):
            told["deleted"] = None
        return told


def _own(pasted: Pasted, read: Address) -> dict[str, Value]:
    typed = pasted.text if pasted.text != read.url else ""
    told: dict[str, Value] = {"url": read.url}
    return told | ({"typed": typed} if 0 < len(typed) <= _KEPT else {})


def _shared(rooms: Rooms, said: Mapping[str, Value]) -> dict[str, Value]:
    told: dict[str, Value] = {
        "found_on": rooms.clock.today().isoformat(),
        "found_by": rooms.who.counselor,
        "result": "FOUND",
    }
    return told | {name: value for name, value in said.items() if value}


def chunks(
    fresh: Sequence[tuple[Pasted, Address]],
) -> Iterator[list[tuple[Pasted, Address]]]:
    """Yield as many as one entry has room for, long addresses counted as they are."""
    part: list[tuple[Pasted, Address]] = []
    size = 0
    for one in fresh:
        length = len(one[1].url) + len(one[0].text.encode())
        if part and (len(part) >= _CHUNK or size + length > _BYTES):
            yield part
            part, size = [], 0
        part.append(one)
        size += length
    if part:
        yield part
