"""Read what the central desk published, from any stick in any order (자료실 읽기).

The rules are TUF's (The Update Framework, 5.3–5.6), kept by python-tuf's own set of trusted
metadata; here is only the order in which it is asked, and what each refusal means to a person:

1. the chain of roots: each signed by two of three keys of the one before it and of itself;
2. the timestamp: never of a lower version than the one kept, never for a lower snapshot;
3. the snapshot it names by hash, then the targets the snapshot names by hash;
4. a target: by length and hash of the targets.

* What was proven is kept at once, also when the rest fails: an older stick stays an older one.
* An older stick is no fault: "nothing new". It is told apart from a forged one even after keys
  changed, for it lacks the root that is trusted here.
* Nothing touches the disk, and time is what the caller says: python-tuf's ``Updater`` would write
  files, links and temporary copies, and ask the wall clock itself.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Literal

from tuf.api import exceptions as tuf
from tuf.api.metadata import Metadata, TargetFile, Targets
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
from tuf.ngclient.config import EnvelopeType

from intake.errors import (
    Altered,
    BadSignature,
    Cut,
    IntakeError,
    Malformed,
    Oversized,
)
from intake.trust.library.papers import APPS, Papers, is_title

State = Literal["new", "same", "older", "expired", "none"]
MOST_TARGET: Final = 16 * 1024 * 1024
MOST_BUILD: Final = 384 * 1024 * 1024
TIMESTAMP_DAYS: Final = 180
_DAY_MS: Final = 24 * 60 * 60 * 1000
_ROOT_LIMIT, _TIMESTAMP_LIMIT = 512_000, 16_384
_SNAPSHOT_LIMIT, _TARGETS_LIMIT = 2_000_000, 5_000_000
_MOST_ROTATIONS: Final = 256
_MOST_VERSION: Final = 999_999_999
_LATEST: Final = 253_402_300_799_000  # the last moment of 9999, in milliseconds


@dataclass(frozen=True, slots=True)
class Kept:
    """What is proven so far, as bytes; the root alone is enough to begin with."""

    root: bytes = field(repr=False)
    timestamp: bytes = field(default=b"", repr=False)
    snapshot: bytes = field(default=b"", repr=False)
    targets: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """One thing in the library (자료): what it is called and which bytes it is."""

    path: str
    sha256: str
    size: int
    version: int
    made_ms: int

    @property
    def kind(self) -> str:
        """Return what it is: roster, forms, codes, guidelines, or a kind of later versions."""
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        """Return what it is called within its kind."""
        return self.path.partition("/")[2]

    @property
    def most(self) -> int:
        """Return how many bytes one of its kind may have."""
        return most_of(self.path)

    @property
    def paper(self) -> str:
        """Return the name of the file that holds it."""
        return f"targets/{self.kind}/{self.sha256}.{self.name}"


class Reading:
    """One look at one place; ``kept`` is what is proven, whatever happened."""

    def __init__(self, papers: Papers, kept: Kept, at_ms: int) -> None:
        """Start from what is kept, at a moment.

        Raises:
            Malformed, BadSignature: the root to start from is none.
        """
        self._papers = papers
        self.kept = kept
        with _told("root.json"):
            self._set = _trusted(kept.root, at_ms)

    def refresh(self) -> State:
        """Go through root, timestamp, snapshot and targets; say what was found.

        Raises:
            BadSignature, Altered, Malformed, Oversized, Cut: the place holds something else
                than what was published; nothing of it is used.
            Unreachable: it is away.
        """
        with _told("library"):
            try:
                return self._refresh()
            except tuf.ExpiredMetadataError:
                return "expired"
            except tuf.UnsignedMetadataError:
                if self._lacks_our_root():
                    return "older"
                raise

    def fetch(self, target: Target) -> bytes:
        """Return the bytes of a target.

        Raises:
            Cut: they are not there, or not all of them.
            Altered, Oversized: they are others.
        """
        return fetched(self._papers, target)

    # --- within ------------------------------------------------------------------------

    def _refresh(self) -> State:
        before = self.kept
        self._roots()
        told = self._timestamp()
        if told is not None:
            return told
        self._snapshot()
        self._targets()
        return "same" if self.kept == before else "new"

    def _roots(self) -> None:
        for _ in range(_MOST_ROTATIONS):
            version = self._set.root.version + 1
            data = self._read(f"metadata/{version}.root.json", _ROOT_LIMIT)
            if data is None:
                return
            self._set.update_root(data)
            self.kept = replace(self.kept, root=data)

    def _timestamp(self) -> State | None:
        """Take the timestamp; say what it is where there is nothing more to look at."""
        self._from_kept(self._set.update_timestamp, self.kept.timestamp)
        data = self._read("metadata/timestamp.json", _TIMESTAMP_LIMIT)
        if data is None:
            return "none"
        try:
            self._set.update_timestamp(data)
        except tuf.EqualVersionNumberError:  # a kind of the next one
            return None
        except tuf.BadVersionNumberError:
            return "older"
        except tuf.ExpiredMetadataError:
            if (
                "timestamp" in self._set
            ):  # proven, though old: it bars what is older still
                self._keep_if_newest(data)
            raise
        self.kept = replace(self.kept, timestamp=data)
        return None

    def _keep_if_newest(self, data: bytes) -> None:
        with contextlib.suppress(ValueError):
            if _version_of(data) == self._set.timestamp.version:
                self.kept = replace(self.kept, timestamp=data)

    def _snapshot(self) -> None:
        if self._from_kept(lambda data: self._set.update_snapshot(data, trusted=True), self.kept.snapshot):  # fmt: skip
            return
        told = self._set.timestamp.snapshot_meta
        limit = told.length or _SNAPSHOT_LIMIT
        data = self._named("snapshot", told.version, limit)
        self._set.update_snapshot(data)
        self.kept = replace(self.kept, snapshot=data)

    def _targets(self) -> None:
        if self._from_kept(self._set.update_targets, self.kept.targets):
            return
        told = self._set.snapshot.meta.get("targets.json")
        if told is None:
            raise Malformed(what="library")
        data = self._named("targets", told.version, told.length or _TARGETS_LIMIT)
        self._set.update_targets(data)
        self.kept = replace(self.kept, targets=data)

    def _from_kept(self, take: Callable[[bytes], object], data: bytes) -> bool:
        """Whether what is kept is what is asked for; where it is not, it bars older ones."""
        if not data:
            return False
        try:
            take(data)
        except tuf.RepositoryError:
            return False
        return True

    def _named(self, role: str, version: int, limit: int) -> bytes:
        if version > _MOST_VERSION:
            raise Malformed(what="library")
        data = self._read(f"metadata/{version}.{role}.json", limit)
        if data is None:
            raise Cut(why="short")
        return data

    def _lacks_our_root(self) -> bool:
        """Whether this place was written before the root that is trusted here."""
        version = self._set.root.version
        name = f"metadata/{version}.root.json"
        return version > 1 and self._papers.read_paper(name, _ROOT_LIMIT) is None

    def _read(self, name: str, limit: int) -> bytes | None:
        data = self._papers.read_paper(name, limit)
        if data is not None and len(data) > limit:
            raise Oversized(limit=limit)
        return data


def most_of(path: str) -> int:
    """Return how many bytes something of this name may have."""
    return MOST_BUILD if path.startswith(f"{APPS}/") else MOST_TARGET


def listed(kept: Kept) -> tuple[Target, ...]:
    """Return everything in the library as it is kept, by kind and name.

    Signatures were checked when it was kept. A target that this version does not understand is
    left out; it stays in the bytes for the version that does.
    """
    if not kept.targets:
        return ()
    found = (_target(path, one) for path, one in _body(kept.targets).targets.items())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.path))  # fmt: skip


def fetched(papers: Papers, target: Target) -> bytes:
    """Return a target's bytes from a place, if they are the ones that were signed.

    Raises:
        Cut, Altered, Oversized: they are missing, not all there, or others.
    """
    if target.size > target.most:
        raise Oversized(limit=target.most)
    data = papers.read_paper(target.paper, target.size)
    if data is None or len(data) < target.size:
        raise Cut(why="short")
    if len(data) > target.size:
        raise Oversized(limit=target.size)
    check(target, data)
    return data


def check(target: Target, data: bytes) -> None:
    """Refuse bytes that are not the target's.

    Raises:
        Altered: they are others.
    """
    told = TargetFile(target.size, {"sha256": target.sha256}, target.path)
    try:
        told.verify_length_and_hashes(data)
    except tuf.LengthOrHashMismatchError as error:
        raise Altered(member=target.path) from error


def versions(kept: Kept) -> dict[str, int]:
    """Return the versions of root, timestamp, snapshot and targets as kept; 0: none yet."""
    roles = ("root", "timestamp", "snapshot", "targets")
    return {role: _version_of(data) if data else 0 for role, data in zip(roles, (kept.root, kept.timestamp, kept.snapshot, kept.targets), strict=True)}  # fmt: skip


def until_ms(kept: Kept) -> int:
    """Return until when what is kept counts as fresh; 0 where nothing is kept yet."""
    parts = (kept.timestamp, kept.snapshot, kept.targets, kept.root)
    if not all(parts):
        return 0
    ends = (Metadata.from_bytes(data).signed.expires for data in parts)
    return int(min(ends).timestamp()) * 1000


def signed_ms(kept: Kept) -> int:
    """Return when the timestamp that is kept was signed: it counts for so many days."""
    if not kept.timestamp:
        return 0
    end = Metadata.from_bytes(kept.timestamp).signed.expires
    return int(end.timestamp()) * 1000 - TIMESTAMP_DAYS * _DAY_MS


def _target(path: str, one: TargetFile) -> Target | None:
    sha = one.hashes.get("sha256", "")
    told = one.unrecognized_fields.get("custom")
    custom = told if isinstance(told, dict) else {}
    numbers = [custom.get(name) for name in ("version", "made")]
    plain = all(type(number) is int and 0 <= number <= _LATEST for number in numbers)
    target = Target(path, sha, one.length, *(numbers if plain else (0, 0)))
    fits = is_title(path) and len(sha) == 64 and plain  # noqa: PLR2004 - of a SHA-256
    return target if fits else None


def _body(data: bytes) -> Targets:

    return Metadata[Targets].from_bytes(data).signed


def _version_of(data: bytes) -> int:

    return Metadata.from_bytes(data).signed.version


def _trusted(root: bytes, at_ms: int) -> TrustedMetadataSet:

    found = TrustedMetadataSet(root, EnvelopeType.METADATA)
    at_ms = min(max(at_ms, 0), _LATEST)
    found.reference_time = datetime.fromtimestamp(at_ms / 1000, UTC)
    return found


@contextlib.contextmanager
def _told(what: str) -> Iterator[None]:
    """Say in this house's words what python-tuf refuses."""
    try:
        yield
    except IntakeError:
        raise
    except tuf.UnsignedMetadataError as error:
        raise BadSignature(what=what) from error
    except tuf.LengthOrHashMismatchError as error:
        raise Altered(member=what) from error
    except tuf.RepositoryError as error:
        raise Malformed(what=what) from error
