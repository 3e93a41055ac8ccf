"""Names of papers in a mailbox (종이): the few files beside the bundles that may be replaced.

::

    intake-mailbox/v1/trust/metadata/…
    intake-mailbox/v1/trust/targets/<kind>/…

* Every kind of mailbox reads and writes them by name; they are never listed and never removed.
* Writing is whole or not at all, as for bundles, but in place of what was there. Whoever reads
  one believes nothing of it: what it is worth, its signatures say.

>>> check_paper("metadata/timestamp.json")
'trust/metadata/timestamp.json'
"""

import re
from collections.abc import Iterator
from typing import Final

from intake.errors import InvalidInput

_FOLDER: Final = "trust"
_NAME = re.compile(r"(?:metadata|targets/[a-z]{1,20})/[a-z0-9][a-z0-9._-]{0,149}")


def check_paper(name: str) -> str:
    """Return where below the mailbox's root a paper lies.

    Raises:
        InvalidInput: any other name; nothing outside the papers' folder can be said.
    """
    if not _NAME.fullmatch(name):
        raise InvalidInput(what="mailbox-paper", why="form")
    return f"{_FOLDER}/{name}"


def no_more(chunks: Iterator[bytes], limit: int) -> bytes:
    """Return what comes, at most one byte more than ``limit``."""
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > limit:
            break
    del found[limit + 1 :]  # in place: a build is large
    return bytes(found)
