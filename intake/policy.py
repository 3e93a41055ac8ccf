r"""What IT decides for a laptop (정책), read once from files only IT can write.

* ``/etc/ieum/policy.toml`` or ``%ProgramData%\Ieum\policy.toml``; a missing file means the
  defaults. Nothing here is secret and nothing here is about a case.
* A value out of bounds is refused by name; the default stays in force.

>>> read_policy(Path("/nowhere/policy.toml")).lock_minutes
10
"""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from intake.errors import InvalidInput

_BOUNDS: dict[str, tuple[int, int]] = {
    "lock_minutes": (1, 30),
    "argon2_floor_mib": (64, 2048),
    "ballast_mib": (0, 1024),
    "roster_days": (30, 800),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """One laptop's rules; the defaults are the strict ones."""

    allow_any_place: bool = False  # a vault on a network or removable drive
    allow_development_root: bool = False  # a library that is for trying out
    allow_device_file: bool = False  # a device-secret file where there is no keyring
    answer_renewals: bool = False  # known laptops with the same keys: unasked
    argon2_floor_mib: int = 64
    ballast_mib: int = 64
    library_root: str = ""  # a file: where trust in the library begins (자료실)
    lock_minutes: int = 10
    roster_days: int = 400


def policy_file() -> Path:
    """Return where IT's policy lies on this system; ``IEUM_POLICY`` names another one."""
    named = os.environ.get("IEUM_POLICY")
    if named:
        return Path(named)
    if os.name == "nt":
        programs = os.environ.get("PROGRAMDATA", "C:/ProgramData")
        return Path(programs) / "Ieum" / "policy.toml"
    return Path("/etc/ieum/policy.toml")


def read_policy(path: Path | None = None) -> Policy:
    """Return the policy in force.

    Raises:
        InvalidInput: a line of the file has an unknown name, type or value.
    """
    path = path or policy_file()
    if not path.is_file():
        return Policy()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(what="policy.toml", why="not-toml") from error
    for name, value in said.items():
        _check(name, value)
    return replace(Policy(), **said)


def _check(name: str, value: object) -> None:
    kinds = {
        field.name: type(getattr(Policy(), field.name)) for field in fields(Policy)
    }
    if type(value) is not kinds.get(name):
        raise InvalidInput(what="policy.toml", why="unknown-or-wrong-type", name=name)
    if isinstance(value, str):
        if value and not Path(value).is_absolute():
            raise InvalidInput(what="policy.toml", why="not-absolute", name=name)
        return
    low, high = _BOUNDS.get(name, (0, 1))
    if not (isinstance(value, int) and low <= value <= high):
        raise InvalidInput(what="policy.toml", why="out-of-bounds", name=name)
