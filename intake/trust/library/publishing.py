"""Publish to the library (자료실에 올리기): what the central desk signs, and in which order it is laid.

* Every act signs targets, snapshot and timestamp anew, each one version higher: whoever reads sees
  all of an act or nothing of it.
* ``laid_out`` names the files so that a place is sound after each: what is signed comes before what
  signs it, and the timestamp, the only file that is ever replaced, last.
* A new root is signed by two of the three former root keys and two of the new ones. The way back
  after stolen working keys is to rotate them: what they signed counts for nothing from then on.
* Ends: timestamp and snapshot 180 days, targets 13 months, root ten years.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final, TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer
from typing_extensions import override

from intake.crypto import SigningKey
from intake.errors import InvalidInput, LibraryRefused, NotFound, Oversized
from intake.trust.library.keys import (
    ROOT_KEYS,
    ROOT_THRESHOLD,
    WORKING,
    OfOurs,
    Working,
    public_of,
)
from intake.trust.library.papers import Papers, is_title
from intake.trust.library.reading import (
    TIMESTAMP_DAYS,
    Kept,
    Target,
    listed,
    most_of,
    versions,
)

Body = TypeVar("Body", Root, Targets, Snapshot, Timestamp)
_DAYS: Final = {
    "root": 3653,
    "targets": 396,
    "snapshot": 180,
    "timestamp": TIMESTAMP_DAYS,
}
_TIMESTAMP: Final = "metadata/timestamp.json"
DEVELOPMENT: Final = "x-ieum-development"


@dataclass(frozen=True, slots=True)
class Library:
    """All that is published: every root, the newest of the rest, and the bytes of each target.

    ``held`` may read them one by one: builds of the program are large, and none is asked for before
    it is laid where it does not lie.
    """

    roots: tuple[bytes, ...] = field(repr=False)
    kept: Kept = field(repr=False)
    held: Mapping[str, bytes] = field(repr=False)

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is in it now."""
        return listed(self.kept)


@dataclass(frozen=True, slots=True)
class _Over(Mapping[str, bytes]):
    """The bytes of what was held before, and of one target in place of its former version."""

    before: Mapping[str, bytes] = field(repr=False)
    path: str
    data: bytes = field(repr=False)

    @override
    def __getitem__(self, path: str) -> bytes:
        return self.data if path == self.path else self.before[path]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self.before), self.path: None})

    @override
    def __len__(self) -> int:
        return len(self.before) + (self.path not in self.before)


def found(roots: Sequence[SigningKey], working: Working, at_ms: int, *, development: bool = False) -> Library:  # fmt: skip
    """Found the library: three root keys say which working keys may publish.

    ``development`` marks it as one for trying out: no laptop begins with it by itself.

    Raises:
        InvalidInput: not three keys.
    """
    if len({key.public for key in roots}) != ROOT_KEYS:
        raise InvalidInput(what="root-keys", why="count")
    root = _root_of([key.public for key in roots], working, 1, at_ms)
    if development:
        root.unrecognized_fields[DEVELOPMENT] = True
    data = _signed(root, roots)
    return _again(Library((data,), Kept(data), {}), working, {}, at_ms)


def published(library: Library, working: Working, path: str, data: bytes, at_ms: int) -> Library:  # fmt: skip
    """Publish bytes under ``kind/name``; what was there is replaced by a version one higher.

    Raises:
        InvalidInput: no such name is possible.
        Oversized: more than a library holds in one piece.
    """
    if not is_title(path):
        raise InvalidInput(what="library-name", why="form")
    if len(data) > most_of(path):
        raise Oversized(limit=most_of(path))
    files = _files(library)
    before = files.get(path)
    version = _custom(before).get("version", 0) + 1
    files[path] = _file(path, data, version, at_ms)
    held = _Over(library.held, path, data)
    return _again(replace(library, held=held), working, files, at_ms)


def withdrawn(library: Library, working: Working, path: str, at_ms: int) -> Library:
    """Take something out of the library.

    Raises:
        NotFound: it is not in it.
    """
    files = _files(library)
    if files.pop(path, None) is None:
        raise NotFound(entity="library-item")
    return _again(library, working, files, at_ms)


def renewed(library: Library, working: Working, at_ms: int) -> Library:
    """Sign the same once more, so that it counts as fresh for longer."""
    return _again(library, working, _files(library), at_ms)


def rotated(
    library: Library,
    former: Iterable[SigningKey],
    working: Working,
    at_ms: int,
    roots: Sequence[SigningKey] = (),
) -> Library:
    """Change who may publish, by two of the root keys (열쇠 바꾸기).

    Args:
        library: as it is.
        former: root keys of today, two at least.
        working: the working keys from now on.
        at_ms: the moment.
        roots: three root keys from now on; none keeps those of today.

    Raises:
        InvalidInput: fewer than two root keys of today, or not three new ones.
    """
    today = Metadata[Root].from_bytes(library.roots[-1]).signed
    known = {today.keys[name].keyval["public"] for name in today.roles["root"].keyids}
    signing = [key for key in former if key.public.hex() in known]
    if len({key.public for key in signing}) < ROOT_THRESHOLD:
        raise InvalidInput(what="root-keys", why="count")
    publics = {key.public for key in roots} or {bytes.fromhex(one) for one in known}
    if len(publics) != ROOT_KEYS:
        raise InvalidInput(what="root-keys", why="count")
    root = _root_of(sorted(publics), working, today.version + 1, at_ms)
    root.unrecognized_fields.update(today.unrecognized_fields)
    data = _signed(root, [*signing, *roots])
    kept = replace(library.kept, root=data)
    within = replace(library, roots=(*library.roots, data), kept=kept)
    return _again(within, working, _files(within), at_ms)


def laid_out(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the library, in the order in which a place gets them."""
    for target in library.targets:
        yield target.paper, library.held[target.path]
    yield from _signed_files(library)


def _signed_files(library: Library) -> Iterator[tuple[str, bytes]]:
    for version, data in enumerate(library.roots, 1):
        yield f"metadata/{version}.root.json", data
    now = versions(library.kept)
    yield f"metadata/{now['targets']}.targets.json", library.kept.targets
    yield f"metadata/{now['snapshot']}.snapshot.json", library.kept.snapshot
    yield _TIMESTAMP, library.kept.timestamp


def lay(library: Library, papers: Papers) -> int:
    """Bring a place up to date; return how many files were written.

    Raises:
        LibraryRefused: the place holds a later edition than this desk: its vault is an older copy.
        Unreachable: the place is away or full; what is there is sound as far as it is.
    """
    _check_not_behind(library, papers)
    written = 0
    for target in library.targets:
        if not _lies_there(papers, target):
            papers.write_paper(target.paper, library.held[target.path])
            written += 1
    for name, data in _signed_files(library):
        if papers.read_paper(name, len(data)) != data:
            papers.write_paper(name, data)
            written += 1
    return written


def _lies_there(papers: Papers, target: Target) -> bool:
    """Whether a place has a target whole; what is held of it here is not read for that."""
    data = papers.read_paper(target.paper, target.size)
    return data is not None and sha256(data).hexdigest() == target.sha256


def _check_not_behind(library: Library, papers: Papers) -> None:
    """Refuse to overwrite what our own keys signed later; whatever else lies there is replaced."""
    data = papers.read_paper(_TIMESTAMP, 16_384)
    if data is None:
        return
    try:
        root = Metadata[Root].from_bytes(library.roots[-1]).signed
        there = Metadata[Timestamp].from_bytes(data)
        root.verify_delegate("timestamp", there.signed_bytes, there.signatures)
    except RepositoryError:
        return
    if there.signed.version > versions(library.kept)["timestamp"]:
        raise LibraryRefused(why="behind")


def _again(library: Library, working: Working, files: Mapping[str, TargetFile], at_ms: int) -> Library:  # fmt: skip
    last = versions(library.kept)
    number = {role: last[role] + 1 for role in WORKING}
    targets = _signed(Targets(number["targets"], None, _end("targets", at_ms), dict(files)), [working.targets])  # fmt: skip
    named = MetaFile(number["targets"], len(targets), {"sha256": sha256(targets).hexdigest()})  # fmt: skip
    snapshot = _signed(Snapshot(number["snapshot"], None, _end("snapshot", at_ms), {"targets.json": named}), [working.snapshot])  # fmt: skip
    named = MetaFile(number["snapshot"], len(snapshot), {"sha256": sha256(snapshot).hexdigest()})  # fmt: skip
    timestamp = _signed(Timestamp(number["timestamp"], None, _end("timestamp", at_ms), named), [working.timestamp])  # fmt: skip
    return replace(library, kept=Kept(library.kept.root, timestamp, snapshot, targets))


def _root_of(publics: Iterable[bytes], working: Working, version: int, at_ms: int) -> Root:  # fmt: skip
    roots = [public_of(public) for public in publics]
    works = {role: public_of(getattr(working, role).public) for role in WORKING}
    keys = {key.keyid: key for key in (*roots, *works.values())}
    roles = {role: Role([key.keyid], 1) for role, key in works.items()}
    roles["root"] = Role([key.keyid for key in roots], ROOT_THRESHOLD)
    return Root(version, None, _end("root", at_ms), keys, roles, consistent_snapshot=True)  # fmt: skip


def _signed(body: Body, keys: Iterable[SigningKey]) -> bytes:
    metadata = Metadata(body)
    for key in keys:
        metadata.sign(OfOurs(key), append=True)
    return metadata.to_bytes(JSONSerializer(compact=True, validate=True))


def _files(library: Library) -> dict[str, TargetFile]:
    return dict(Metadata[Targets].from_bytes(library.kept.targets).signed.targets)


def _file(path: str, data: bytes, version: int, at_ms: int) -> TargetFile:
    custom = {"custom": {"version": version, "made": at_ms}}
    return TargetFile(len(data), {"sha256": sha256(data).hexdigest()}, path, custom)


def _custom(file: TargetFile | None) -> dict[str, int]:
    return file.unrecognized_fields["custom"] if file else {}


def _end(role: str, at_ms: int) -> datetime:
    at = datetime.fromtimestamp(at_ms // 1000, UTC)
    return at + timedelta(days=_DAYS[role])
