"""What a file says of itself, and what is known of it here (서명 확인, 시점확인).

* A paper is known by the hash that was kept when it was issued; a time stamp that came later
  changes the file and not the paper.
* A time stamp is asked for by a file and answered by a file, both carried on a stick; only an
  answer to what was asked here, for this paper, is taken, and its signature is proven first.
* Whose a certificate is, is for a person: it is called known only where its issuer is among the
  certificates that were chosen beside the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.crypto.timestamp import new_nonce, read_stamp, stamp_request
from intake.desk.paper_issuing import spelled_lock
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.papers import SealLine
from intake.errors import NotAPaper, StampRefused
from intake.register import Row

if TYPE_CHECKING:  # slow to load, and a seal is rare
    from intake.documents.seal_reading import SealFound

_MOST: Final = 64 << 20  # bytes of a paper somebody brings
_MOST_ROOT: Final = 1 << 20
_SHORT: Final = 12


class Proving:
    """Reads papers that somebody brings."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def seals(self, data: bytes, lock: str, roots: Sequence[bytes]) -> tuple[SealLine, ...]:  # fmt: skip
        """Return the seals and time stamps of a file, in the order they were put on."""
        from intake.documents.seal_reading import seals_of  # noqa: PLC0415 - see above

        return tuple(map(self._seal, seals_of(data, roots, spelled_lock(lock))))

    def issued(self, data: bytes, lock: str) -> Row | None:
        """Return the paper that was issued as these bytes, stamped or not."""
        from intake.documents.stamp_room import before_stamp  # noqa: PLC0415 - see above

        for one in (data, before_stamp(data, spelled_lock(lock))):
            digest = sha256(one).hexdigest()
            if found := self._rooms.register.find("issued_paper", digest=digest):
                return found[0]
        return None

    def words(self, data: bytes, lock: str, row: Row | None, seals: Sequence[SealLine]) -> Iterator[str]:  # fmt: skip
        """Yield what is to be said of a file, the most important first."""
        texts = self._rooms.texts
        broken = [one for one in seals if one.state not in {"intact", "followed"}]
        if broken:
            yield texts("paper-proof-broken")
        if row is None:
            yield texts("paper-proof-unknown")
        else:
            void = "void" if row["state"] == "VOID" else "known"
            yield texts(f"paper-proof-{void}", number=str(row["number"] or ""))
        if not any(one.kind == "seal" for one in seals):
            yield texts("paper-proof-unsealed")
        if any(not one.trusted for one in seals):
            yield texts("paper-proof-stranger")
        if self.waits(data, lock):
            yield texts("paper-proof-waiting")

    def ask(self, data: bytes, lock: str) -> NamedBytes:
        """Return the request for a paper's time stamp; asked twice, it is the same one.

        Raises:
            NotAPaper: the paper has no room for a stamp, or has its stamp.
        """
        from intake.documents.stamp_room import waiting_for  # noqa: PLC0415 - see above

        digest = waiting_for(data, spelled_lock(lock)).sha256
        vault, name = self._rooms.vault, f"paper-stamp/{digest}"
        with vault.writing():
            nonce = vault.fact(name) or new_nonce()
            vault.keep_fact(name, nonce)
        return NamedBytes(f"ieum-{digest[:_SHORT]}.tsq", stamp_request(digest, int(nonce)))  # fmt: skip

    def stamped(self, data: bytes, answer: bytes, authority: bytes, lock: str) -> bytes:
        """Return a paper with the time stamp that was asked for.

        Raises:
            NotAPaper: it does not wait for a stamp.
            StampRefused: the answer is for another file, was not asked for here, or does not hold.
        """
        from intake.documents.stamp_room import (  # noqa: PLC0415 - see above
            waiting_for,
            with_stamp,
        )

        spelled = spelled_lock(lock)
        digest = waiting_for(data, spelled).sha256
        nonce = self._rooms.vault.fact(f"paper-stamp/{digest}")
        if nonce is None:
            raise StampRefused(why="nonce")
        stamp = read_stamp(answer, digest, nonce, [authority] if authority else [])
        return with_stamp(data, stamp.token, spelled)

    def waits(self, data: bytes, lock: str) -> bool:
        """Whether a file has room for a time stamp, and none in it."""
        from intake.documents.stamp_room import waiting_for  # noqa: PLC0415 - see above

        with suppress(NotAPaper):
            return bool(waiting_for(data, spelled_lock(lock)).sha256)
        return False

    # --- within ------------------------------------------------------------------------

    def _seal(self, found: "SealFound") -> SealLine:
        words = self._rooms.texts(f"paper-{found.kind}-{found.state}")
        return SealLine(
            kind=found.kind,
            by=found.by,
            said_at=found.said_at,
            intact=found.intact,
            whole=found.whole,
            trusted=found.trusted,
            words=words,
            state=found.state,
            issuer=found.issuer,
        )


def read_paper(file: Path) -> bytes:
    """Return the bytes of a paper somebody brings.

    Raises:
        NotAPaper: it is too large, or cannot be read (why).
    """
    try:
        if not file.is_file():  # a pipe or a device has no end
            raise NotAPaper(why="away")
        with file.open("rb") as source:
            data = source.read(_MOST + 1)
    except OSError:
        raise NotAPaper(why="away") from None
    if len(data) > _MOST:
        raise NotAPaper(why="too-large")
    return data


def read_beside(files: Sequence[Path]) -> tuple[bytes, ...]:
    """Return certificates that were chosen beside a paper.

    Raises:
        NotAPaper: one of them cannot be read.
    """
    try:
        return tuple(_certificate(Path(one)) for one in files)
    except OSError:
        raise NotAPaper(why="root") from None


def _certificate(file: Path) -> bytes:
    with file.open("rb") as source:
        return source.read(_MOST_ROOT)
