"""Addresses pasted by the hundred (붙여넣기): read, compared, shown; then added in one step.

* A line may hold several addresses, or be a row of a spreadsheet; a line without any is told
  with the reason and stays on the page.
* Two spellings of one address are one posting: the canonical key decides, also against what
  the case has already. What was typed is kept beside it.
* In other cases an address is counted, never named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.desk.directory import directory_of
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import PasteLine, PastePreview, PasteState
from intake.ids import natural_id
from intake.ledger import Deed
from intake.matching import Address, NotAddress, read_address
from intake.progress import Progress, Silent
from intake.register import Value
from intake.register.keys import posting_id
from intake.register.postings import addresses_in, elsewhere
from intake.register.spelling import key_of

_CHUNK = 50  # records in one entry, whose body is at most 64 KiB
_BYTES = 24_000  # of addresses in one entry
_OFTEN = 200
_KEPT = 2_000  # letters that a field has room for
_NEXT = re.compile(r"""[\s,;|"'<>·]+(?=h(?:tt|xx)ps?\b)""", re.IGNORECASE)
_CELLS = re.compile(r"""[\s,;|"'<>]+""")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One address or one line that is none."""

    text: str = field(repr=False)
    read: Address | None
    why: str = ""


class Reader:
    """Reads addresses, and remembers as long as the desk is open: a list is read twice."""

    _MOST = 40_000

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._read: dict[str, Address | NotAddress] = {}

    def read(self, text: str) -> Address | NotAddress:
        """Return the address a text is, or why it is none."""
        found = self._read.get(text)
        if found is None:
            if len(self._read) >= self._MOST:
                self._read.clear()
            found = self._read[text] = read_address(text)
        return found

    def paste(self, text: str) -> Iterator[Pasted]:
        """Yield what a pasted text holds, line by line, several from a line where they are."""
        for line in text.lstrip("\ufeff").splitlines():
            plain = line.strip(' \t\ufeff"')
            if plain:
                for part in _NEXT.split(plain):
                    yield from self._parts(part)

    def _parts(self, part: str) -> Iterator[Pasted]:
        read = self.read(part)
        if isinstance(read, Address):
            yield Pasted(part.strip(), read)
            return
        cells = [one for one in _CELLS.split(part) if "/" in one and one != part]
        found = [(one, self.read(one)) for one in cells]
        known = [Pasted(one, at) for one, at in found if isinstance(at, Address)]
        yield from known or [Pasted(part.strip(), None, read.why)]


class Known:
    """The addresses a case has, by their canonical key."""

    def __init__(
        self, rooms: Rooms, case: str, reader: Reader, progress: Progress
    ) -> None:
        """Read them; a withdrawn one is known to be gone."""
        self._live: dict[str, str] = {}
        self._keys: dict[str, str] = {}  # of every record, withdrawn or not
        self._gone: set[str] = set()
        with rooms.vault.reading() as db:
            rows = addresses_in(db, case)
        for done, (record, url, gone) in enumerate(rows):
            if done % _OFTEN == 0:
                progress.step(done, len(rows), "progress-pasting")
            read = reader.read(url)
            self._take(record, read.key if isinstance(read, Address) else url, gone)

    def _take(self, record: str, key: str, gone: bool) -> None:
        self._keys[record] = key
        if gone:
            self._gone.add(record)
        else:
            self._live.setdefault(key, record)

    def get(self, key: str) -> str:
        """Return the posting with this key; empty where there is none."""
        return self._live.get(key, "")

    def was_withdrawn(self, record: str) -> bool:
        """Whether a record of this id is here, taken back."""
        return record in self._gone

    def record_for(self, case: str, read: Address) -> str:
        """Return the id of a new address, and take it.

        The frozen spelling behind natural ids knows no capitals, many services do: where
        that id is another address already, the canonical key makes the id.
        """
        record = posting_id(case, read.url)
        if self._keys.get(record, read.key) != read.key:
            record = natural_id("posting", case, read.key.encode().hex())
        self._keys[record] = read.key
        return record


def preview(
    rooms: Rooms, case: str, text: str, reader: Reader, progress: Progress
) -> PastePreview:
    """Return what a pasted text would add; nothing is written."""
    known = Known(rooms, case, reader, progress)
    pasted = list(_watched(reader.paste(text), text.count("\n") + 1, progress))
    keys = {one.read.key: key_of(one.read.url) for one in pasted if one.read}
    with rooms.vault.reading() as db:
        others = elsewhere(db, case, keys.values())
    lines = tuple(_sorted(pasted, known, keys, others))
    return PastePreview(lines, **_numbers(lines))


def _watched(
    parts: Iterator[Pasted], total: int, progress: Progress
) -> Iterator[Pasted]:
    for done, one in enumerate(parts):
        if done % _OFTEN == 0:
            progress.step(min(done, total), total, "progress-pasting")
        yield one


def _sorted(
    pasted: Iterable[Pasted],
    known: Known,
    keys: Mapping[str, str],
    others: Mapping[str, int],
) -> Iterator[PasteLine]:
    seen: set[str] = set()
    for one in pasted:
        if one.read is None:
            yield PasteLine(
                one.text, "not_address", "", "", 0, f"not-address-{one.why}"
            )
            continue
        key = one.read.key
        here = known.get(key)
        state: PasteState = "twice" if key in seen else "here" if here else "new"
        seen.add(key)
        number = others.get(keys[key], 0)
        yield PasteLine(one.text, state, one.read.url, here, number, "")


def _numbers(lines: Sequence[PasteLine]) -> dict[str, int]:
    states = [line.state for line in lines]
    told = {
        name: states.count(name) for name in ("new", "here", "twice", "not_address")
    }
    known = sum(line.state == "new" and line.elsewhere > 0 for line in lines)
    return {**told, "elsewhere": known}


# --- adding -------------------------------------------------------------------------


def fresh_addresses(
    urls: Sequence[str], known: Known, reader: Reader
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
    reader: Reader,
    progress: Progress,
) -> tuple[str, ...]:
    """Add the addresses that are new in one step; return their records, in order."""
    rooms.case(case)
    with rooms.one_step(Deed.ADD):
        known = Known(rooms, case, reader, Silent())
        fresh = fresh_addresses(urls, known, reader)
        writer = _Writer(rooms, case, known, _shared(rooms, said))
        for chunk in chunks(fresh):
            writer.write(chunk)
            progress.step(len(writer.records), len(fresh), "progress-adding")
    return tuple(writer.records)


class _Writer:
    """Says new postings, one entry for as many as it holds."""

    def __init__(
        self, rooms: Rooms, case: str, known: Known, shared: Mapping[str, Value]
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
