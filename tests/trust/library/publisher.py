"""A publisher that may publish anything, rightly signed or not, and a reader that says how it went."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tuf.api.metadata import (
    Key,
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from intake.crypto import SigningKey
from intake.errors import IntakeError
from intake.trust import library as lib
from intake.trust.library.keys import OfOurs, public_of
from tests.trust.library.shelves import NOW, Stick

ROLES = ("root", "targets", "snapshot", "timestamp")
DAYS = 24 * 60 * 60 * 1000


def moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms // 1000, UTC)


class Publisher:
    """What lies on its stick, and what it would sign next."""

    def __init__(self, *, hashes: bool = False) -> None:
        end = moment(NOW) + timedelta(days=100)
        self.hashes, self.stick, self._fresh = hashes, Stick(), set(ROLES)
        self.keys = {role: [SigningKey.generate()] for role in ROLES}
        self.root = Root(1, None, end, {}, {role: Role([], 1) for role in ROLES}, consistent_snapshot=True)  # fmt: skip
        for role, (key,) in self.keys.items():
            self.root.add_key(public_of(key.public), role)
        self.targets = Targets(1, None, end)
        self.snapshot = Snapshot(1, None, end)
        self.timestamp = Timestamp(1, None, end)
        self.publish(*ROLES)
        self.first_root = self.data("root", 1)

    def publish(self, *roles: str) -> None:
        """Sign these, each a version higher, and lay them; the rest stays as it is."""
        for role in roles:
            body = getattr(self, role)
            body.version += role not in self._fresh
            self._fresh.discard(role)
            self.lay(role, self.signed(role, body), body.version)

    def begin_again(self, role: str) -> None:
        """Publish a role as version 1 next time."""
        getattr(self, role).version = 1
        self._fresh.add(role)

    def signed(self, role: str, body=None) -> bytes:
        metadata = Metadata(body or getattr(self, role))
        for key in self.keys[role]:
            metadata.sign(OfOurs(key), append=True)
        return metadata.to_bytes()

    def lay(self, role: str, data: bytes, version: int) -> None:
        """Put it on the stick, and name it in what names it."""
        self.stick.files[_paper(role, version)] = data
        told = MetaFile(version, len(data), {"sha256": sha256(data).hexdigest()}) if self.hashes else MetaFile(version)  # fmt: skip
        if role == "targets":
            self.snapshot.meta["targets.json"] = told
        elif role == "snapshot":
            self.timestamp.snapshot_meta = told

    def data(self, role: str, version: int = 0) -> bytes:
        return self.stick.files[_paper(role, version or getattr(self, role).version)]

    def add_key(self, role: str, key: SigningKey | None = None) -> SigningKey:
        key = key or SigningKey.generate()
        self.root.add_key(public_of(key.public), role)
        self.keys[role].append(key)
        return key

    def rotate(self, role: str) -> None:
        """Give a role one new key in place of those it had."""
        for name in list(self.root.roles[role].keyids):
            self.root.revoke_key(name, role)
        self.keys[role] = []
        self.add_key(role)

    def add_target(self, path: str, data: bytes) -> None:
        custom = {"custom": {"version": 1, "made": NOW}}
        self.targets.targets[path] = TargetFile(len(data), {"sha256": sha256(data).hexdigest()}, path, custom)  # fmt: skip
        kind, _, name = path.partition("/")
        self.stick.files[f"targets/{kind}/{sha256(data).hexdigest()}.{name}"] = data

    def respell(self, role: str, change) -> None:
        """Change the bytes of the newest of a role, as no publisher would."""
        told = json.loads(self.data(role))
        change(told)
        self.stick.files[_paper(role, getattr(self, role).version)] = json.dumps(told).encode()  # fmt: skip


def _paper(role: str, version: int) -> str:
    return "metadata/timestamp.json" if role == "timestamp" else f"metadata/{version}.{role}.json"  # fmt: skip


@dataclass
class Reader:
    """Our reader of a publisher's stick."""

    publisher: Publisher
    kept: lib.Kept = None
    said: str = ""
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kept = self.kept or lib.Kept(self.publisher.first_root)

    def refresh(self, at: int = NOW) -> bool:
        """Whether everything there was taken, or known already."""
        self.asked.clear()
        try:
            reading = lib.Reading(self, self.kept, at)
        except IntakeError as error:
            self.said = error.text_id
            return False
        try:
            self.said = reading.refresh()
        except IntakeError as error:
            self.said = error.text_id
        self.kept = reading.kept
        return self.said in {"new", "same"}

    def read_paper(self, name: str, limit: int) -> bytes | None:
        self.asked.append(name.removeprefix("metadata/").removesuffix(".json"))
        return self.publisher.stick.read_paper(name, limit)

    def download(self, path: str) -> bytes | None:
        """Return the bytes of a target; None where there is none, or none that is right."""
        self.refresh()
        for one in lib.listed(self.kept):
            if one.path == path:
                try:
                    return lib.fetched(self, one)
                except IntakeError:
                    return None
        return None

    @property
    def versions(self) -> tuple[int, int, int, int]:
        """Of root, timestamp, snapshot and targets."""
        known = lib.versions(self.kept)
        return tuple(known[role] for role in ("root", "timestamp", "snapshot", "targets"))  # fmt: skip


def of_another_name(key: Key, **more: object) -> Key:
    """Return a key that says something more about itself, by the name which that gives it."""
    from securesystemslib.formats import encode_canonical  # noqa: PLC0415 - only here

    key.unrecognized_fields.update(more)
    key.keyid = sha256(encode_canonical(key.to_dict()).encode()).hexdigest()
    return key
