"""Bodies at the door: read once, and turned away where what they speak of was destroyed."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from typing_extensions import override

from intake.ledger import body as bodies
from intake.ledger.change import Deed
from intake.ledger.erasure import has_orders, orders, part_hash
from intake.ledger.means import Authority, Claim, Means
from intake.ledger.telling import Origin
from intake.vault import Database


class Incoming(NamedTuple):
    """One body on its way in; ``data`` None: not of a shape this version knows."""

    idx: int
    salt: bytes
    body: bytes
    leaf: bytes
    scope: str
    cls: str
    data: dict[str, Any] | None

    @override
    def __repr__(self) -> str:
        return f"Incoming({self.idx}, {self.scope!r})"


def incoming(idx: int, salt: bytes, body: bytes, leaf: bytes) -> Incoming:
    """Read one body."""
    data = bodies.read(body)
    scope, cls = (data["s"], data["c"]) if data is not None else bodies.place_of(body)
    return Incoming(idx, salt, body, leaf, scope, cls, data)


class Gate:
    """Knows what was destroyed."""

    def __init__(self, means: Means, authority: Authority) -> None:
        """Read the orders anew at every batch; hash every (scope, class) once."""
        self._means = means
        self._authority = authority
        self._hashes: dict[tuple[str, str], bytes] = {}

    def welcome(
        self, db: Database, batch: Sequence[Incoming], origin: Origin
    ) -> Sequence[Incoming]:
        """Return the bodies that may come in."""
        if not has_orders(db):
            return batch
        ordered = orders(db, {self._hash(one) for one in batch})
        return [one for one in batch if not self._is_destroyed(ordered, one, origin)]

    def _is_destroyed(
        self, ordered: dict[bytes, set[str]], one: Incoming, origin: Origin
    ) -> bool:
        centers = ordered.get(self._hash(one))
        if centers is None:
            return False
        if origin.center in centers or self._means.device.center in centers:
            return True
        return any(self._authority(_claim(center, one, origin)) for center in centers)

    def _hash(self, one: Incoming) -> bytes:
        key = (one.scope, one.cls)
        if key not in self._hashes:
            self._hashes[key] = part_hash(*key)
        return self._hashes[key]


def _claim(center: str, one: Incoming, origin: Origin) -> Claim:
    """Return what a center claims whose order came before the words it destroys."""
    return Claim(
        center=center,
        device="",
        log="",
        scope=one.scope,
        cls=one.cls,
        deed=Deed.ERASE,
        actor="",
        owner=origin.center,
        destroys=True,
    )
