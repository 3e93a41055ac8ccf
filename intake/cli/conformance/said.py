"""What the laptops of a run say: segments, and the bodies in them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import urandom
from typing import Any

from intake.crypto import canonical_json
from intake.ledger import WireSegment

BEGAN = 1_790_000_000_000 << 16  # a stamp in 2026


@dataclass(frozen=True, slots=True)
class Said:
    """A segment, and the names of what was said in it."""

    wire: WireSegment

    @property
    def lines(self) -> bytes:
        """The segment as it stands in a change file."""
        return self.wire.to_jsonl()

    def tie(self, entry: int, op: int = 0) -> str:
        """Return the tie of an operation."""
        return (self.wire.leaves[entry * 32 :][:12] + op.to_bytes(2, "big")).hex()


def new_id() -> str:
    """Return the id of a record of this run."""
    return str(uuid.UUID(bytes=urandom(16), version=4))


def body(
    scope: str,
    cls: str,
    after: int,
    ops: Sequence[Sequence[Any]],
    **more: Any,  # noqa: ANN401
) -> bytes:
    """Return one entry; ``after`` milliseconds of the beginning."""
    said: Mapping[str, Any] = {
        "a": "ana",
        "c": cls,
        "d": "change",
        "o": list(ops),
        "s": scope,
        "t": BEGAN + (after << 16),
        "v": 1,
    }
    return canonical_json({**said, **more})
