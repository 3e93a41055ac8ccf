"""What a mailbox (우편함) is: a place that keeps sealed bytes under well-formed names.

::

    intake-mailbox/v1/README.txt
    intake-mailbox/v1/medium.txt          (sticks only)
    intake-mailbox/v1/<addressee>/<yyyymm>/<sha256 of the file>.age
    intake-mailbox/v1/<addressee>/<yyyymm>/<sha256 of the file>.age.<NNN>-of-<NNN>

* A mailbox is never trusted: names are hashes, contents are sealed, and whoever reads
  checks both. It cannot learn who wrote, only for whom and how much.
* Names are lower-case ASCII, so they survive FAT, exFAT and every server.
* Files of other people are never listed, read, changed or removed.
* Beside the bundles lie papers (``papers.py``), read and replaced by name.
* A new kind of mailbox is a class with these four verbs, the two of papers, and its name in
  ``MAILBOXES``.

>>> key = Key("ic", "202609", "ab" * 32, part=2, parts=3)
>>> read_key(key.text) == key
True
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from intake.errors import InvalidInput

ROOT: Final = "intake-mailbox/v1"
README_NAME: Final = "README.txt"
MARK_NAME: Final = (
    "medium.txt"  # 32 digits by which a stick is known again; they say nothing
)
README: Final = """\
이음 우편함 (Ieum mailbox)

이 폴더에는 받는 곳만 열 수 있는 봉인 묶음이 들어 있습니다.
지우거나 이름을 바꾸지 마세요. 인수 확인증이 돌아오면 프로그램이 스스로 정리합니다.

This folder holds sealed bundles that only their addressees can open.
Please do not delete or rename anything; the program tidies up by itself once
the receipts have come home.
"""

SUFFIXES: Final = ("age", "bin")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEY = re.compile(
    r"(?P<addressee>[a-z0-9][a-z0-9-]{0,63})/(?P<month>[0-9]{6})"
    r"/(?P<sha>[0-9a-f]{64})\.(?P<suffix>age|bin)"
    r"(?:\.(?P<part>[0-9]{3})-of-(?P<parts>[0-9]{3}))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The name of one object: for whom, since when, which bytes, which part of them."""

    addressee: str
    month: str
    sha256: str
    suffix: str = "age"
    part: int = 1
    parts: int = 1

    @property
    def text(self) -> str:
        """The name below the mailbox's root."""
        name = f"{self.addressee}/{self.month}/{self.sha256}.{self.suffix}"
        return name if self.parts == 1 else f"{name}.{self.part:03}-of-{self.parts:03}"


def read_key(text: str) -> Key | None:
    """Return the key that a name says, or None for a name that is not ours."""
    found = _KEY.fullmatch(text)
    if found is None:
        return None
    part, parts = int(found["part"] or 1), int(found["parts"] or 1)
    if not 1 <= part <= parts or (found["parts"] and parts == 1):
        return None
    return Key(
        found["addressee"], found["month"], found["sha"], found["suffix"], part, parts
    )


def check_key(text: str) -> str:
    """Return the name if a mailbox may hold it.

    Raises:
        InvalidInput: any other name; nothing outside the mailbox can be said.
    """
    if read_key(text) is None:
        raise InvalidInput(what="mailbox-key", why="form")
    return text


def is_device(name: str) -> bool:
    """Whether Windows keeps this name for itself, so that no folder there can have it.

    >>> is_device("CON"), is_device("com1"), is_device("IC")
    (True, True, False)
    """
    return _DEVICE.fullmatch(name.strip().lower()) is not None


def address(name: str) -> str:
    """Return the folder of an addressee (받는 곳).

    Raises:
        InvalidInput: a code that no mailbox can spell.
    """
    lowered = name.lower()
    if not _ADDRESS.fullmatch(lowered):
        raise InvalidInput(what="addressee", why="form")
    return lowered


class Source(Protocol):
    """Whatever bytes can be read from, forward."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes; none at the end."""


class Mailbox(Protocol):
    """A place to leave bundles (우편함): bytes only, no meaning."""

    @property
    def name(self) -> str:
        """What a person calls it; stands in messages."""

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name.

        Nobody ever sees a part of them under that name; False when something is there
        already, and then nothing changed.

        Raises:
            Unreachable: away, read-only or full; nothing is left under the name.
        """

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so.

        Raises:
            Unreachable: the place is away.
        """

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order.

        Raises:
            Unreachable: the place is away, or went away on the way.
            NotFound: there is no such object.
        """

    def delete(self, key: str) -> None:
        """Remove one object; it is no fault if it is not there.

        Raises:
            Unreachable: away or read-only.
        """


class Papers(Protocol):
    """Every mailbox is a shelf of papers too: named files beside its bundles, replaced whole."""

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``; None where there is none.

        Raises:
            Unreachable: the place is away.
        """

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there, whole or not at all.

        Raises:
            Unreachable: away, read-only or full.
        """
