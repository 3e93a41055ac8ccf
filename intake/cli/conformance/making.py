"""Centers, laptops and what they say, made afresh for one run: nobody can learn it by heart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from os import urandom

from intake.cli.conformance.said import Said
from intake.crypto import (
    Certificate,
    PqIdentity,
    SigningKey,
    canonical_json,
    issue_certificate,
    leaf,
    leaves_digest,
    sign,
)
from intake.ledger import NAMESPACE, WireSegment
from intake.ledger.chain import log_prefix

_YEARS = (1_577_836_800, 4_102_444_800)  # 2020 to 2100


@dataclass(frozen=True, slots=True)
class Center:
    """An organisation with a CA and a key to open with."""

    code: str
    ca: SigningKey = field(default_factory=SigningKey.generate)
    identity: PqIdentity = field(default_factory=PqIdentity.generate)

    def device(self, name: str) -> "Device":
        """Return a laptop it certified."""
        return Device(self, name, SigningKey.generate())

    @property
    def trusted(self) -> dict[str, str]:
        """How a request says that it was accepted."""
        return {self.code: self.ca.public.hex()}


class Device:
    """A laptop that says things in a log of its own."""

    def __init__(self, center: Center, name: str, key: SigningKey) -> None:
        """Begin a log."""
        self.center, self.name, self.key = center, name, key
        self.log = log_prefix(key.public) + urandom(8).hex()
        self._n, self._prev = 0, ""

    @property
    def certificate(self) -> Certificate:
        """What its center says of it."""
        early, late = _YEARS
        return issue_certificate(
            self.center.ca,
            self.key.public,
            principal=f"dev:{self.name}",
            serial=7,
            key_id=self.name,
            valid_after=early,
            valid_before=late,
        )

    @property
    def signer(self) -> dict[str, str]:
        """How a request describes it."""
        said = {"device": self.name, "center": self.center.code}
        return said | {"seed": self.key.seed.hex(), "certificate": self.certificate.blob.hex()}  # fmt: skip

    def say(self, bodies: Sequence[bytes], withheld: Collection[int] = ()) -> Said:
        """Seal bodies in the next segment of the log."""
        made = self.copied(bodies, withheld)
        self._n, self._prev = self._n + 1, made.wire.hash.hex()
        return made

    def copied(self, bodies: Sequence[bytes], withheld: Collection[int] = ()) -> Said:
        """Seal bodies at the next place, and forget it: as a copy of this laptop would."""
        salts = [urandom(16) for _ in bodies]
        leaves = [leaf(salt, body) for salt, body in zip(salts, bodies, strict=True)]
        header = canonical_json(
            {
                "count": len(bodies),
                "leaves": leaves_digest(leaves).hex(),
                "log": self.log,
                "n": self._n,
                "prev": self._prev,
                "v": 1,
            }
        )
        signature = sign(NAMESPACE, header, self.key, self.certificate)
        said = ((at, salts[at], body) for at, body in enumerate(bodies) if at not in withheld)  # fmt: skip
        return Said(WireSegment(header, signature, b"".join(leaves), tuple(said)))
