r"""Which policy is in force: where it lies, who may have written it, who signed it.

* Where signers are known (``policy.signers`` beside the file, else the build's own), a policy
  without the signature of one of them is not believed, and neither is none at all.
* Where none are known it counts if only administrators can write it.
* A policy with a lower number than one that was followed here before is not believed (``newest``).
* What is not believed leaves every value strict.
* ``IEUM_POLICY`` names a file for a trial: only in a checkout of the source or a development
  build.
"""

import contextlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from intake.policy.newest import newest_seen, no_older
from intake.policy.owners import only_administrators_write
from intake.policy.reading import MOST_BYTES, read_text
from intake.policy.rules import strict_policy
from intake.policy.values import BELIEVED, Fault, Origin, Policy

SIGNERS: Final = "policy.signers"
_BUILD, _APP = "BUILD.json", "app"


def policy_file() -> Path:
    """Return where IT's policy lies on this system; ``IEUM_POLICY`` may name one for a trial."""
    named = os.environ.get("IEUM_POLICY")
    if named and _is_trial():
        return Path(named)
    return _system_file()


def read_policy(path: Path | None = None) -> Policy:
    """Return the policy in force; this never fails (``Policy.origin`` says how it went).

    Args:
        path: another file than the system's, named by hand; whose it is, is not asked then.
    """
    file = path or policy_file()
    named = file != _system_file()
    signers = signers_of(file)
    try:
        data = _bytes(file)
    except FileNotFoundError:
        if signers:
            return _unbelieved(file, "missing")
        none = Policy(origin=Origin(file, in_place=not named))
        return no_older(none, newest_seen())
    except OSError:
        return _unbelieved(file, "unreadable")
    state, key = _whose(file, data, signers, named=named)
    if state not in BELIEVED:
        return _unbelieved(file, state, key)
    reading = read_text(data)
    faults, lines = tuple(reading.faults), tuple(reading.lines.items())
    policy = replace(Policy(), **reading.values)  # type: ignore[arg-type]
    origin = Origin(file, state, key, faults, lines, not named, tuple(sorted(reading.spoiled)), policy.serial)  # fmt: skip
    return no_older(replace(policy, origin=origin), newest_seen())


def signers_of(file: Path) -> Path | None:
    """Return the file that says who may sign this policy; None where nobody said."""
    # not by intake.text: reading a policy is the first thing a start does, and loads no words
    baked = Path(__file__).resolve().parents[2] / "resources" / "trust" / SIGNERS
    for one in (file.with_name(SIGNERS), baked):
        with contextlib.suppress(OSError):  # a folder that nobody may look into
            if one.is_file():
                return one
    return None


def _whose(file: Path, data: bytes, signers: Path | None, *, named: bool) -> tuple[str, str]:  # fmt: skip
    """Return whether a policy counts, as a state of ``Origin``, and who signed it."""
    if signers is None:
        if named:
            return "named", ""
        return ("owned" if only_administrators_write(file) else "open"), ""
    beside = signers.name == SIGNERS and signers.parent == file.parent
    if beside and not named and not only_administrators_write(signers):
        return "open", ""
    from intake.policy.signature import signed_by  # noqa: PLC0415 - costs the start 60 ms

    return signed_by(file, data, signers)


def _unbelieved(file: Path, state: str, key: str = "") -> Policy:
    origin = Origin(file, state, key, (Fault(0, "", state),))
    return replace(Policy(), **strict_policy(), origin=origin)  # type: ignore[arg-type]


def _bytes(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _system_file() -> Path:
    if os.name == "nt":
        from intake.policy.owners_windows import common_data  # noqa: PLC0415 - only there

        return Path(common_data()) / "Ieum" / "policy.toml"
    return Path("/etc/ieum/policy.toml")


def _is_trial() -> bool:
    """Whether this is a checkout of the source, or a build that says it is for development."""
    app = Path(__file__).resolve().parents[2]
    build = app.parent / _BUILD
    if app.name != _APP or not build.is_file():
        return True
    try:
        return bool(json.loads(build.read_bytes())["channel"] == "development")
    except (OSError, ValueError, KeyError, TypeError):
        return False
