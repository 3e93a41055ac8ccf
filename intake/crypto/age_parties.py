"""Whom a file can be sealed to, and what can open it: the two sides of every stanza."""

from collections.abc import Sequence
from typing import Protocol

from intake.crypto.age_header import Stanza


class Recipient(Protocol):
    """Somebody a file can be sealed to (받는 이)."""

    @property
    def family(self) -> str:
        """Recipients of one family may share a file; families never mix."""

    @property
    def digest(self) -> str:
        """The name of this recipient in signed lists."""

    def wrap(self, file_key: bytes) -> Stanza:
        """Return the file key as only this recipient can read it."""


class Identity(Protocol):
    """A secret that opens files."""

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None where no stanza is for this identity.

        Raises:
            Malformed, Oversized: a stanza of its kind is not in the published form.
        """
