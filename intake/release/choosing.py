"""Which version runs (판 고르기): asked by the installed program before anything else is loaded.

* The newest version here that is newer than the installed one, and proven now: its list is signed by
  a release key that the *installed* program carries, and every file is as the list says.
* A version whose first page was never seen is tried twice; then it is left alone, and the one
  before it runs. One that was altered is left alone at once; one whose copy of the records found no
  room steps aside for one start.
* Where anything is in doubt, the installed program runs: choosing never fails, and where nobody
  ever updated it costs one look at a folder that is not there.
* IT's policy decides: only with ``updates = "next-start"`` does anything but the installed run.
  A policy that broke begins no version that was not seen well before.
* In safe mode, and where starts keep failing, the installed program runs: an update is passed over
  unless the records were changed by it, which the installed one could not open any more.
"""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from intake.errors import IntakeError, Malformed
from intake.release.installed import installed
from intake.release.staged import (
    Notes,
    keep_notes,
    last_step,
    program_home,
    read_notes,
    read_version,
    versions,
)

CHOSEN_BY: Final = "IEUM_PREFIX"  # the installed program that chose the one that runs
TRIES: Final = 2
Prove = Callable[[Path, str], None]


def choose(
    prefix: Path,
    home: Path | None = None,
    *,
    counted: bool = True,
    careful: Callable[[], bool] = lambda: False,
) -> Path:
    """Return the tree that is to run: the installed one, or a newer one that came as an update.

    Without ``counted`` nothing is noted: the terminal has no first page that could be seen well.
    Where ``careful`` says so, an update runs only if the records need it.
    """
    try:
        home = home or program_home()
        here = installed(prefix) if versions(home) else None
        allowed = _allowed() if here else "none"
        if here is None or allowed == "none" or not here.system.startswith("linux"):
            return prefix  # on Windows nothing runs that no administrator installed
        prove, most = proof_by(prefix), last_step(prefix) if careful() else -1
        known = allowed == "known" or most >= 0
        return choose_among(here.version, home, prove, counted=counted, known=known, beyond=most) or prefix  # fmt: skip
    except Exception:  # noqa: BLE001 - a start that fails here is one that nobody can mend
        return prefix


def plainest(prefix: Path, base: Path, home: Path | None = None) -> Path:
    """Return the installed program that an update goes back to for safe mode; else the update."""
    try:
        here, installed_one = installed(prefix), installed(base)
        if here is None or installed_one is None or base == prefix:
            return prefix
        notes = read_notes(home or program_home())
        changed = last_step(prefix) > last_step(base)
        if changed and _was_well(notes, here.version):
            return prefix
        proof_by(prefix)(base, installed_one.version)
    except Exception:  # noqa: BLE001 - a start that fails here is one that nobody can mend
        return prefix
    return base


def proof_by(prefix: Path) -> Prove:
    """Return the proof of a tree by the release keys that the installed program carries."""

    def prove(tree: Path, version: str) -> None:
        from intake.release import files  # noqa: PLC0415 - only where there is something to prove

        files.prove(tree, files.signers_of(prefix))
        told, mine = installed(tree), installed(prefix)
        if told is None or mine is None or told.version != version:
            raise Malformed(what="update")
        if (told.name, told.system) != (mine.name, mine.system):
            raise Malformed(what="update")

    return prove


def choose_among(installed_version: str, home: Path, prove: Prove, *, counted: bool = True, known: bool = False, beyond: int = -1) -> Path | None:  # fmt: skip
    """Return the tree that is to run, None for the installed one; its start is noted as begun.

    Args:
        installed_version: the version of the program that asks.
        home: where this person's updates lie.
        prove: raises where a tree is not what the release key signed under that version.
        counted: whether this is a start that may be seen well.
        known: only what was seen well before may run.
        beyond: only what brings the records' tables further than this step may run.
    """
    notes = read_notes(home)
    for version in versions(home):
        if read_version(version) <= read_version(installed_version):
            break
        if known and not _was_well(notes, version):
            continue
        if beyond >= 0 and last_step(home / version) <= beyond:
            continue
        if version in notes.left:
            notes = _back_from_aside(home, notes, version, counted=counted)
            continue
        why = _doubt(home / version, version, notes, prove)
        if not why and (not counted or _noted(home, notes.begun(version), notes, version)):  # fmt: skip
            return home / version
        if why:
            notes = notes.leaving(version, why)
            with contextlib.suppress(OSError):
                keep_notes(home, notes)
    return None


def note_well(home: Path, version: str) -> None:
    """Note that a version is seen well: its first page is there.

    It may have been begun again and again before that, by somebody who did not want to wait.
    """
    notes = read_notes(home)
    begun = notes.without(version) if notes.left.get(version) == "start" else notes
    if version in versions(home) and begun.well(version) != notes:
        with contextlib.suppress(OSError):
            keep_notes(home, begun.well(version))


def leave(home: Path, version: str) -> None:
    """Leave a version alone from the next start on, because a person says so.

    Raises:
        OSError: that cannot be noted.
    """
    keep_notes(home, read_notes(home).leaving(version, "person"))


def step_aside(home: Path, version: str) -> None:
    """Let the former version run at the next start, and this one again at the one after it.

    Its copy of the records found no room: work goes on, and once there is room, so does this one.
    """
    with contextlib.suppress(OSError):
        keep_notes(home, read_notes(home).leaving(version, "room"))


def try_again(home: Path, version: str) -> None:
    """Let a version that was left alone run at the next start.

    Raises:
        OSError: that cannot be noted.
    """
    keep_notes(home, read_notes(home).without(version))


def _back_from_aside(home: Path, notes: Notes, version: str, *, counted: bool) -> Notes:  # fmt: skip
    """Return the notes for this start: who stepped aside for one start is tried at the next."""
    if notes.left[version] != "room" or not counted:
        return notes
    left = {name: why for name, why in notes.left.items() if name != version}
    now = replace(notes, left=left)
    with contextlib.suppress(OSError):
        keep_notes(home, now)
    return now


def _allowed() -> str:
    """Return which versions beside the installed one may run: every, known or none.

    A policy that broke begins nothing new. It does not take away what already runs here either:
    the records may have been changed by it, and the installed version could not open them.
    """
    from intake.policy import read_policy  # noqa: PLC0415 - see above

    policy = read_policy()
    if not policy.origin.believed or "updates" in policy.origin.spoiled:
        return "known"
    return "every" if policy.updates == "next-start" else "none"


def _was_well(notes: Notes, version: str) -> bool:
    return version in notes.starts and notes.starts[version].well


def _doubt(tree: Path, version: str, notes: Notes, prove: Prove) -> str:
    """Return why a version is to be left alone; empty where it may run."""
    start = notes.starts.get(version)
    if start is not None and not start.well and start.begun >= TRIES:
        return "start"
    try:
        prove(tree, version)
    except (IntakeError, OSError):
        return "altered"
    return ""


def _noted(home: Path, now: Notes, before: Notes, version: str) -> bool:
    """Whether it is noted that a start began; one that was seen well needs no note."""
    start = before.starts.get(version)
    if start is not None and start.well:
        return True
    try:
        keep_notes(home, now)
    except OSError:  # a disk that is full would let it fail for ever
        return False
    return True
