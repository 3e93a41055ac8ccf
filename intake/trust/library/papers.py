"""Where the library's files lie (종이): a name and the bytes under it, nothing is believed.

* The library never asks what else is there; it asks for the names that signed files name.
* A place for it is anything with these two verbs; a mailbox has them too.

>>> is_paper("metadata/3.root.json"), is_paper("metadata/../vault.db")
(True, False)
"""

import re
from typing import Final, Protocol

KINDS: Final = ("roster", "forms", "codes", "guidelines", "apps")
APPS: Final = "apps"  # builds of the program: large, fetched only when somebody asks
_NAME: Final = r"[a-z0-9][a-z0-9._-]{0,79}"
_METADATA = re.compile(
    r"metadata/(?:timestamp|[1-9][0-9]{0,8}\.(?:root|snapshot|targets))\.json"
    r"|metadata/1\.root\.sig"
)
_TARGET = re.compile(rf"targets/[a-z]{{1,20}}/[0-9a-f]{{64}}\.{_NAME}")
_TITLE = re.compile(rf"[a-z]{{1,20}}/{_NAME}")


class Papers(Protocol):
    """A place that holds the library's files."""

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return the bytes under a name, at most one more than ``limit``; None: nothing there.

        Raises:
            Unreachable: the place is away.
        """

    def write_paper(self, name: str, data: bytes) -> None:
        """Put bytes under a name, whole or not at all, in place of what was there.

        Raises:
            Unreachable: away, read-only or full; what was there is there still.
        """


def is_paper(name: str) -> bool:
    """Whether a name is one of the library's."""
    return bool(_METADATA.fullmatch(name) or _TARGET.fullmatch(name))


def is_title(path: str) -> bool:
    """Whether this is what a target (자료) may be called: ``kind/name``."""
    return bool(_TITLE.fullmatch(path))
