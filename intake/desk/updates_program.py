"""Which versions of this program are here (여기에 있는 판): the one that runs, waits, is kept or left.

* An update runs beside the installed program, which chose it and whose release keys judge it.
* A checkout of the source is no build: it has nothing to update.
"""

import contextlib
import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.errors import NoRoomToUpgrade, ProgramAltered
from intake.release import staged
from intake.release.choosing import CHOSEN_BY, note_well, step_aside
from intake.release.installed import Installed, installed
from intake.release.staged import Build, Notes, read_build, read_notes, read_version


@dataclass(frozen=True, slots=True)
class Program:
    """The build that runs, the one that IT installed, and where updates lie."""

    running: Installed
    base: Installed
    home: Path

    @property
    def system(self) -> str:
        """For which system builds are wanted."""
        return self.base.system

    def waiting(self, notes: Notes | None = None) -> str:
        """Return the version that the next start runs instead of this one; empty: this one."""
        notes = notes or read_notes(self.home)
        least, mine = read_version(self.base.version), read_version(self.running.version)  # fmt: skip
        overtaken = self.base.version if least > mine else ""  # by IT, meanwhile
        return next((one for one in self.newer() if one not in notes.left), overtaken)

    def newer(self) -> tuple[str, ...]:
        """Return the versions here that are newer than what runs or is installed, the newest first."""
        mine = max(read_version(self.running.version), read_version(self.base.version))
        return tuple(one for one in staged.versions(self.home) if read_version(one) > mine)  # fmt: skip

    def former(self, notes: Notes | None = None) -> str:
        """Return the version that would run if this one were left; empty: this is the installed one."""
        if self.running.version == self.base.version:
            return ""
        notes = notes or read_notes(self.home)
        mine, least = read_version(self.running.version), read_version(self.base.version)  # fmt: skip
        here = (one for one in staged.versions(self.home) if least < read_version(one) < mine and one not in notes.left)  # fmt: skip
        return next(here, self.base.version)

    def tree(self, version: str) -> Path:
        """Return where a version lies."""
        return self.base.prefix if version == self.base.version else self.home / version

    def package(self) -> tuple[Path, Build] | None:
        """Return the package that waits for IT: it is newer than what is installed."""
        for file in self._packages():
            build = read_build(file.name)
            if build and read_version(build.version) > read_version(self.base.version):
                return file, build
        return None

    def _packages(self) -> Iterator[Path]:
        folder = self.home / staged.PACKAGES
        try:
            yield from sorted(folder.iterdir(), reverse=True)
        except OSError:
            return


def program() -> Program | None:
    """Return what runs here; None: a checkout of the source, or what cannot say what it is."""
    try:
        running = installed()
        named = os.environ.get(CHOSEN_BY)
        base = installed(Path(named)) if named else None
    except ProgramAltered:
        return None
    if running is None:
        return None
    return Program(running, base or running, staged.program_home())


def seen_well() -> None:
    """Note that the version that runs came as far as its first page: it is not left by itself.

    As long as it runs here, no other window takes it away.
    """
    now = program()
    if now is not None:
        note_well(now.home, now.running.version)
        if now.running.version in staged.versions(now.home):
            staged.use(now.home, now.running.version)


@contextlib.contextmanager
def stepping_aside() -> Iterator[None]:
    """Where the records cannot be copied before this version changes them, let the former one run.

    Raises:
        NoRoomToUpgrade: with the version that the next start runs (former), where there is one.
    """
    try:
        yield
    except NoRoomToUpgrade as full:
        now = program()
        former = now.former() if now else ""
        if now and former:
            step_aside(now.home, now.running.version)
        raise NoRoomToUpgrade(**{**full.facts, "former": former or "none"}) from None


def command_for(file: Path, form: str, sha256: str) -> str:
    """Return the one line with which IT checks and installs a package.

    >>> command_for(Path("/p/ieum_0.2.0_amd64.deb"), "deb", "ab")
    "echo 'ab  /p/ieum_0.2.0_amd64.deb' | sha256sum -c - && sudo apt install /p/ieum_0.2.0_amd64.deb"
    """
    if form == "msi":
        return f'msiexec /i "{file}" /qn /norestart'
    told = shlex.quote(f"{sha256}  {file}")
    return f"echo {told} | sha256sum -c - && sudo apt install {shlex.quote(str(file))}"
