"""Reading what was pasted (붙여넣은 글): lines, rows of a spreadsheet, several addresses in one.

* A line that holds no address is told with the reason; nothing that was pasted is lost.
* An address inside an address (an archive's, a redirect's) is a part of it and no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.matching import Address, NotAddress, read_address

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
        for line in _as_text(text).splitlines():
            plain = line.strip(' \t\ufeff"')
            if plain:
                for part in _NEXT.split(plain):
                    if part.strip():  # nothing stood before the first address
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


def _as_text(text: str) -> str:
    """Return what a record can hold: half a letter, a zero and a mark of order are none."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\x00", "").lstrip("\ufeff")
