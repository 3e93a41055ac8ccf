"""The newest policy that was followed here (가장 새 정책): an older one put back is not believed.

* A policy may carry a number, ``serial``. The highest that a workspace was opened under is kept in
  a small file of this account, and in every vault (``intake.desk.policies_newest``).
* Reading changes nothing: only opening a workspace raises the number.
* A number whose line cannot stand is the lowest, and told as that slip, not as an older policy.
* What cannot be read says nothing; a link or a pipe in its place is none of ours.

>>> no_older(Policy(), 7).origin.state
'build'
"""

import contextlib
import os
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from intake.logbook import log_folder
from intake.plain_files import read_plain
from intake.policy.rules import strict_policy
from intake.policy.values import LOST, Fault, Origin, Policy

_FILE, _NAME = "policy.newest", "serial"
_NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)
_MOST: Final = 32


def newest_seen() -> int:
    """Return the highest number that this account followed; 0 where it knows of none."""
    with contextlib.suppress(OSError, RuntimeError, UnicodeDecodeError):
        return number(read_plain(_file(), _MOST).decode("ascii").strip())
    return 0


def remember(serial: int) -> None:
    """Keep a number where it is higher than the one that is kept; nothing where that cannot be."""
    if serial <= newest_seen():
        return
    with contextlib.suppress(OSError, RuntimeError):
        file = _file()
        part = file.with_name(f".{_FILE}-{os.getpid()}")
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as out:
                out.write(f"{serial}\n")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def number(text: str | None) -> int:
    """Return what was kept as a number; 0 where it is none."""
    return int(text) if text and _NUMBER.fullmatch(text) else 0


def no_older(policy: Policy, newest: int) -> Policy:
    """Return a policy, or every strict value where a newer one was followed here before.

    Only what lies in the policy's own place is compared: a file named by hand is a trial.
    """
    origin = policy.origin
    if not (origin.in_place and origin.believed) or policy.serial >= newest:
        return policy
    state = "gone" if origin.state == "build" else "older"
    slip: tuple[Fault, ...] = ()
    if _NAME in origin.spoiled:
        state, slip = "misnumbered", _slip(origin)
    line = slip[0].line if slip else origin.line_of(_NAME)
    others = tuple(one for one in origin.faults if one not in slip)
    faults = (*slip, Fault(line, "", state, allowed=str(newest)), *others)
    judged = replace(origin, state=state, newest=newest, faults=faults)
    return replace(Policy(), **strict_policy(), origin=judged)  # type: ignore[arg-type]


def _slip(origin: Origin) -> tuple[Fault, ...]:
    """Return what is wrong with the number itself, where that is among what is told."""
    about = (one for one in origin.faults if _NAME in (one.name, one.nearest) or one.why in LOST)  # fmt: skip
    return tuple(islice(about, 1))


def _file() -> Path:
    return log_folder().parent / _FILE
