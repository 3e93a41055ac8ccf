"""Addresses pasted by the hundred (붙여넣기): compared with what is known, and shown.

* Two spellings of one address are one posting: the canonical key decides, also against what
  the case has already.
* In other cases an address is counted, never named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake.desk.pasted import Pasted, Reader
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import PasteLine, PastePreview, PasteState
from intake.ids import natural_id
from intake.matching import Address
from intake.progress import Progress
from intake.register.keys import posting_id
from intake.register.postings import addresses_in, elsewhere
from intake.register.spelling import key_of

_OFTEN = 200


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
