"""People with laptops: each a real SQLCipher vault, a signing key, a clock of its own.

``House`` keeps the vaults of a test session and hands each out empty; a fresh key file costs
half a second, an emptied table nothing.
"""

import uuid
from collections.abc import Iterable
from pathlib import Path

from intake.clock import Clock
from intake.crypto.sign import SigningKey, issue_certificate, verify
from intake.errors import InvalidAnswer
from intake.ids import Scope, scope_of
from intake.ledger import DELETED, Deed, DeviceSigner, Ledger, SignerFacts, WireSegment
from intake.ledger.winners import every_record, record
from intake.progress import Silent
from intake.vault import Database, Vault
from tests.vaults_at_hand import a_vault

START = 1_767_225_600_000  # 2026-01-01
TABLES = (
    "waiting",
    "batch",
    "op",
    "winner",
    "rec",
    "entry",
    "part",
    "scope",
    "segment",
    "log",
    "erased",
    "part_hash",
    "clockfix",
    "name",
)

FIELDS = {
    ("case", "alias"): "identity",
    ("case", "route"): "core",
    ("case", DELETED): "core",
    ("note", "text"): "narrative",
    ("note", "kind"): "core",
    ("note", DELETED): "core",
    ("posting", "url"): "material",
    ("posting", "times"): "material",
    ("posting", "seen"): "material",
    ("posting", DELETED): "material",
    ("suspect", "nick"): "suspect",
}
NEW_FIELDS = {("note", "mood"): "narrative", ("case", "weather"): "core"}


class Words:
    """A small vocabulary of our own; ``grow`` is the update that knows more."""

    def __init__(self, version: int = 1) -> None:
        self.version = version
        self.fields = dict(FIELDS) | (NEW_FIELDS if version > 1 else {})

    def class_of(self, entity: str, field: str) -> str | None:
        return self.fields.get((entity, field))

    def clean(self, entity: str, field: str, text: str) -> str:
        return text

    def check(self, entity: str, field: str, value: object) -> None:
        fits = {"times": int, "seen": bool}.get(field, str)
        if type(value) is not fits:
            raise InvalidAnswer(question=f"{entity}/{field}", why="type")


class Mirror:
    """A projection: one table of JSON rows, so that tests can see what a projection is told."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], dict[str, object]] = {}
        self.erased: list[tuple[str, str]] = []

    def apply(self, db: Database, dirty: Iterable[tuple[str, str]]) -> None:
        for entity, eid in dirty:
            found = record(db, entity, eid)
            if found is None:
                self.rows.pop((entity, eid), None)
            else:
                self.rows[entity, eid] = dict(found.values)

    def erase(self, db: Database, scope: Scope, cls: str) -> None:
        self.erased.append((scope, cls))

    def rebuild(self, db: Database, progress: object) -> None:
        self.rows = {
            (one.entity, one.eid): dict(one.values) for one in every_record(db)
        }


class Wall:
    """A wall clock that moves when told to."""

    def __init__(self) -> None:
        self.ms = START

    def __call__(self) -> int:
        return self.ms


class Laptop:
    """One installation: vault, device, ledger."""

    def __init__(self, house: "House", name: str, vault: Vault, center: str) -> None:
        self.house = house
        self.name = name
        self.vault = vault
        self.center = center
        self.wall = Wall()
        self.device = house.device(name, center)
        self.open()

    def open(self, version: int = 1, **more: object) -> Ledger:
        """Start the program again on the same vault."""
        self.mirror = Mirror()
        self.ledger = Ledger(
            self.vault,
            device=self.device,
            clock=Clock(self.wall),
            vocabulary=Words(version),
            projections=(self.mirror,),
            **more,
        )
        return self.ledger

    def say(
        self,
        scope: Scope,
        entity: str,
        eid: str,
        _deed: Deed = Deed.CHANGE,
        **values: object,
    ):
        """Say a few fields of one record."""
        self.wall.ms += 1
        with self.ledger.saying(_deed, scope=scope, actor=self.name) as say:
            for field, value in values.items():
                say.set(entity, eid, field, value)
        return say.outcome

    def shown(self, entity: str, eid: str) -> dict[str, object]:
        with self.vault.reading() as db:
            found = record(db, entity, eid)
        return dict(found.values) if found else {}

    def segments(self, allow=lambda scope, cls: True) -> list[WireSegment]:
        """Seal and return everything held here."""
        self.ledger.close_segment(Silent())
        return [
            wire
            for log, n in self.ledger.segments_missing({})
            for wire in self.ledger.wire_twins(log, n, allow)
        ]

    def merge(self, segments: Iterable[WireSegment], authority=lambda claim: True):
        return self.ledger.merge(
            list(segments),
            check_signer=self.house.check,
            authority=authority,
            progress=Silent(),
        )

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        with self.vault.reading() as db:
            return db.all(sql)

    def empty(self) -> None:
        with self.vault.writing() as db:
            for table in TABLES:
                db.execute(f"delete from {table}")


class House:
    """Where the laptops stand; also the list of devices that ``check`` believes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ca = SigningKey.from_seed(bytes(32))
        self.free: list[Vault] = []
        self.used: list[Vault] = []
        self.devices: dict[str, DeviceSigner] = {}

    def laptop(self, name: str, center: str = "IC") -> Laptop:
        vault = self.free.pop() if self.free else self._new()
        self.used.append(vault)
        return Laptop(self, name, vault, center)

    def begin(self) -> None:
        """Take every vault back and wipe it."""
        for vault in self.used:
            with vault.writing() as db:
                for table in TABLES:
                    db.execute(f"delete from {table}")
        self.free += self.used
        self.used = []

    def device(self, name: str, center: str) -> DeviceSigner:
        key = SigningKey.from_seed(name.encode().ljust(32, b".")[:32])
        certificate = issue_certificate(
            self.ca,
            key.public,
            principal=f"dev:{name}",
            serial=1,
            key_id=name,
            valid_after=0,
            valid_before=2**40,
        )
        signer = DeviceSigner(key, certificate, name, center)
        self.devices[f"dev:{name}"] = signer
        return signer

    def check(self, segment: WireSegment, namespace: str) -> SignerFacts:
        signer = verify(
            namespace,
            segment.header,
            segment.signature,
            trusted_cas={self.ca.public: "ca"},
            at=None,
        )
        device = self.devices[signer.principal]
        return SignerFacts(device.device, device.center)

    def close(self) -> None:
        for vault in (*self.free, *self.used):
            vault.close()

    def _new(self) -> Vault:
        number = len(self.free) + len(self.used)
        vault = a_vault(self.folder / f"v{number}").vault
        with vault.lane_for_migration() as db:
            db.execute(
                "pragma synchronous = off"
            )  # no power fails here; test_kill has its own
        return vault


def case(number: int) -> Scope:
    return scope_of("case", uid("case", number))


def uid(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind}/{number}"))
