"""Addresses pasted by the hundred (붙여넣기): compared with what is known, and shown.

* Two spellings of one address are one posting: the canonical key decides, also against what
  the case has already.
* In other cases an address is counted, never named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake.desk.pasted import Pasted
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import PasteLine, PastePreview, PasteState
from intake.matching import KnownAddresses
from intake.progress import Progress
from intake.register.postings import addresses_in, elsewhere
from intake.register.spelling import key_of

_OFTEN = 200


def known_in(rooms: Rooms, case: str, progress: Progress) -> KnownAddresses:
    """Return the addresses that a case has, withdrawn ones too."""
    known = KnownAddresses(rooms.addresses.read)
    with rooms.vault.reading() as db:
        rows = addresses_in(db, case)
    for start in range(0, len(rows), _OFTEN):
        progress.step(start, len(rows), "progress-pasting")
        known.take(rows[start : start + _OFTEN])
    return known


def preview(rooms: Rooms, case: str, text: str, progress: Progress) -> PastePreview:
    """Return what a pasted text would add; nothing is written."""
    known = known_in(rooms, case, progress)
    pasted = list(_watched(rooms.addresses.paste(text), text.count("\n") + 1, progress))
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
    known: KnownAddresses,
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
