"""Where this program lies and what it says of itself: ``BUILD.json`` at the top of its folder.

* An installed program has one; a checkout of the source has none, and is not proven.
* What stands in it is believed only after the signed list was (``intake.release.files``).

>>> installed(Path("/nowhere")) is None
True
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.errors import ProgramAltered

BUILD: Final = "BUILD.json"
APP: Final = "app"
_SYSTEMS = ("linux-x86_64", "windows-x86_64")
_CHANNELS = ("development", "release")
_VERSION = re.compile(r"\d{1,5}\.\d{1,5}\.\d{1,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Installed:
    """One build, as it names itself."""

    prefix: Path
    name: str
    version: str
    commit: str
    made: int  # seconds since 1970
    system: str  # linux-x86_64 | windows-x86_64
    python: str
    channel: str  # development | release


def installed(prefix: Path | None = None) -> Installed | None:
    """Return what is installed at ``prefix``, or where this code lies; None: a checkout.

    Raises:
        ProgramAltered: what the build says of itself cannot be read.
    """
    place = prefix_of(Path(__file__)) if prefix is None else prefix
    if place is None or not (place / BUILD).is_file():
        return None
    try:
        return read_build((place / BUILD).read_bytes(), place)
    except OSError as error:
        raise ProgramAltered(why="no-build", files=1) from error


def prefix_of(file: Path) -> Path | None:
    """Return the folder of the build that a module of ``app/intake/<room>/`` belongs to."""
    app = file.resolve().parents[2]
    return app.parent if app.name == APP and (app.parent / BUILD).is_file() else None


def read_build(data: bytes, prefix: Path) -> Installed:
    """Read what a build says of itself.

    Raises:
        ProgramAltered: it is not in our form.
    """
    try:
        said = json.loads(data)
        made = said["made"]
        names = ("name", "version", "commit", "system", "python", "channel")
        words = {name: said[name] for name in names}
    except (ValueError, KeyError, TypeError) as error:
        raise ProgramAltered(why="no-build", files=1) from error
    fits = type(made) is int and all(type(word) is str for word in words.values())
    fits = fits and words["system"] in _SYSTEMS and words["channel"] in _CHANNELS
    if not (fits and _VERSION.fullmatch(words["version"])):
        raise ProgramAltered(why="no-build", files=1)
    return Installed(prefix=prefix, made=made, **words)
