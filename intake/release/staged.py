r"""Versions of the program that came as updates (받아 둔 판), and where they lie.

::

    <data home>/ieum/program/             %LOCALAPPDATA%\Ieum\program
        0.2.0/                            a whole tree, proven before it got this name
        .laying-0.3.0-…/, .gone-0.1.5-…/  on the way in or out; swept, never started
        packages/ieum_0.3.0_amd64.deb     a package that IT installs
        notes.json                        how each version started, and which are left alone
        .lock                             held by whoever lays one
        .using-0.2.0                      held by whoever runs that one

* Every name is the state: a power cut leaves the former state or the new one.
* ``notes.json`` is believed as far as it can be read; it can only keep a version from running.

>>> read_version("0.10.0") > read_version("0.9.3")
True
>>> read_build("ieum-0.2.0-linux-x86_64.tar.zst")
Build(version='0.2.0', system='linux-x86_64', form='tree')
"""

import contextlib
import json
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final, Literal, cast

from intake.errors import InvalidInput
from intake.plain_files import open_plain, sync_folder, take_lock

Form = Literal["tree", "deb", "msi"]
LEFT: Final = ("start", "altered", "person", "room")  # why a version is left alone
LAYING, GONE, PACKAGES = ".laying-", ".gone-", "packages"
NOTING: Final = ".noting-"  # nobody sweeps one that another window is writing
LOCK, USING = ".lock", ".using-"
_MIGRATIONS: Final = "app/intake/vault/migrations"
_STEP = re.compile(r"([0-9]{4})_[a-z0-9_]+\.sql")
_NOTES: Final = "notes.json"
_MOST_NOTES: Final = 65_536
_NUMBER: Final = r"(?:0|[1-9][0-9]{0,4})"
_VERSION = re.compile(rf"({_NUMBER})\.({_NUMBER})\.({_NUMBER})")
_PLAIN: Final = rf"(?P<version>{_NUMBER}\.{_NUMBER}\.{_NUMBER})"
_NAMES: Final = (
    re.compile(rf"ieum-{_PLAIN}-(?P<system>[a-z]+-[a-z0-9_]+)\.tar\.zst"),
    re.compile(rf"ieum_{_PLAIN}(?:-[0-9]+)?_amd64\.deb"),
    re.compile(rf"ieum-{_PLAIN}(?:-windows-x86_64)?\.msi"),
)
_FORMS: Final[tuple[tuple[Form, str], ...]] = (
    ("tree", ""),
    ("deb", "linux-x86_64"),
    ("msi", "windows-x86_64"),
)


@dataclass(frozen=True, slots=True)
class Build:
    """What the name of a build says it is; its signature says whether that is so."""

    version: str
    system: str
    form: Form


@dataclass(frozen=True, slots=True)
class Start:
    """How a version started so far."""

    begun: int = 0  # times since it was last seen well
    well: bool = False  # its first page was there once


@dataclass(frozen=True, slots=True)
class Notes:
    """What is noted of the versions here."""

    starts: Mapping[str, Start] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)  # version -> why

    def begun(self, version: str) -> "Notes":
        """Return the notes with one more start of a version that nobody has seen end well."""
        one = self.starts.get(version, Start())
        return replace(self, starts={**self.starts, version: replace(one, begun=one.begun + 1)})  # fmt: skip

    def well(self, version: str) -> "Notes":
        """Return the notes with a version that was seen well."""
        return replace(self, starts={**self.starts, version: Start(0, well=True)})

    def leaving(self, version: str, why: str) -> "Notes":
        """Return the notes with a version that is left alone from now on."""
        return replace(self, left={**self.left, version: why})

    def without(self, version: str) -> "Notes":
        """Return the notes as if a version had never been here."""
        starts = {name: one for name, one in self.starts.items() if name != version}
        left = {name: why for name, why in self.left.items() if name != version}
        return Notes(starts, left)


def program_home() -> Path:
    """Return where this person's updates lie on this system."""
    if os.name == "nt":
        return Path(os.environ["LOCALAPPDATA"]) / "Ieum" / "program"
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "ieum" / "program"


def read_version(text: str) -> tuple[int, int, int]:
    """Return a version as numbers that compare.

    Raises:
        InvalidInput: it is none.
    """
    found = _VERSION.fullmatch(text)
    if found is None:
        raise InvalidInput(what="version", why="form")
    one, two, three = map(int, found.groups())
    return one, two, three


def read_build(name: str) -> Build | None:
    """Return what a file's name says it is; None where it is no build."""
    for pattern, (form, system) in zip(_NAMES, _FORMS, strict=True):
        if found := pattern.fullmatch(name):
            return Build(found["version"], system or found["system"], form)
    return None


def versions(home: Path) -> tuple[str, ...]:
    """Return the versions that lie here whole, the newest first."""
    found: list[str] = []
    with contextlib.suppress(OSError), os.scandir(home) as every:
        found = [one.name for one in every if _VERSION.fullmatch(one.name) and one.is_dir(follow_symlinks=False)]  # fmt: skip
    return tuple(sorted(found, key=read_version, reverse=True))


def last_step(tree: Path) -> int:
    """Return how far a version brings the records' own tables; 0 where that cannot be seen."""
    try:
        found = (_STEP.fullmatch(one.name) for one in (tree / _MIGRATIONS).iterdir())
        return max((int(one[1]) for one in found if one), default=0)
    except OSError:
        return 0


def unfinished(home: Path) -> Iterator[Path]:
    """Yield what an interrupted step left behind."""
    with contextlib.suppress(OSError), os.scandir(home) as every:
        for one in every:
            if one.name.startswith((LAYING, GONE)):
                yield Path(one.path)


def read_notes(home: Path) -> Notes:
    """Return what is noted here; what cannot be read says nothing."""
    try:
        with (home / _NOTES).open("rb") as source:
            said = json.loads(source.read(_MOST_NOTES))
        starts = {name: Start(int(one["begun"]), bool(one["well"])) for name, one in said["starts"].items()}  # fmt: skip
        left = {str(name): str(why) for name, why in said["left"].items() if why in LEFT}  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Notes()
    return Notes(starts, left)


def keep_notes(home: Path, notes: Notes) -> None:
    """Keep the notes, whole or not at all; they are on the disk when this returns.

    Raises:
        OSError: they could not be written; the former ones are there still.
    """
    told = {"starts": {name: asdict(one) for name, one in notes.starts.items()}, "left": dict(notes.left)}  # fmt: skip
    part = home / f"{NOTING}{secrets.token_hex(4)}"  # two windows may start at once
    try:
        write_durably(part, json.dumps(told, sort_keys=True).encode())
        part.replace(home / _NOTES)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(home)


@contextlib.contextmanager
def holding(home: Path, *, shared: bool) -> Iterator[bool]:
    """Hold the lock of a folder of updates; yield whether it is held.

    Everybody who lays a version shares it; who sweeps wants it alone. Where it cannot be made,
    nobody lays anything either.
    """
    try:
        handle = open_plain(home / LOCK, os.O_RDWR | os.O_CREAT)
    except OSError:
        yield False
        return
    try:
        yield take_lock(handle, shared=shared)
    finally:
        os.close(handle)


_used: list[int] = []  # held open: their locks go with this process


def using(home: Path, version: str) -> Path:
    """Return the file whose lock says that a version runs."""
    return home / f"{USING}{version}"


def use(home: Path, version: str) -> None:
    """Let no other window take a version away for as long as this process lives."""
    with contextlib.suppress(OSError):
        handle = open_plain(using(home, version), os.O_RDWR | os.O_CREAT)
        take_lock(handle, shared=True)
        _used.append(handle)


def is_used(home: Path, version: str) -> bool:
    """Whether a version runs somewhere, as far as can be told."""
    try:
        handle = open_plain(using(home, version), os.O_RDWR)
    except OSError:
        return False
    try:
        return not take_lock(handle)
    finally:
        os.close(handle)


def write_durably(file: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with file.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def settle_all(folder: Path, files: Iterable[Path]) -> None:
    """Wait until the disk has every file of a folder.

    One wait for all where the system can: one for each of ten thousand files would hold up who
    saves meanwhile for a minute.
    """
    wait = _wait_for_all()
    if wait is not None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            done = wait(handle) == 0
        finally:
            os.close(handle)
        if done:
            return
    for file in files:
        with file.open("rb+") as written:
            os.fsync(written.fileno())


def _wait_for_all() -> Callable[[int], int] | None:
    """Return the system's wait for a whole disk, where it has one."""
    if os.name == "nt":
        return None
    try:
        import ctypes  # noqa: PLC0415 - every start loads this module, and hardly one lays a version

        return cast("Callable[[int], int]", ctypes.CDLL(None).syncfs)
    except (ImportError, OSError, AttributeError):
        return None
