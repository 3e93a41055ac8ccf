"""Desks for a test: real workspaces with cheap keys, set up as far as a test needs.

Setting one up costs far more than opening one. So a workspace of a kind is really made once in a
process and kept, closed, as the bytes of its files; who asks for one like it gets these files and
the secret of the keyring, and opens them. In one test no two have the same keys: the second of a
kind in a test is another workspace.
"""

import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake import clock
from intake.desk import Desk, NewWorkspace
from intake.desk import workspace as opening
from intake.desk.people import victim_of
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import SCHEMA
from intake.vault import DeviceKeyring
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing


@dataclass(frozen=True)
class Kept:
    """A closed workspace: its files, and what the keyring holds for it."""

    files: Mapping[str, tuple[int, bytes | None]]  # None is a folder
    secrets: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, folder: Path, keyring: MemoryKeyring, known: set) -> "Kept":
        """Remember a closed workspace; ``known`` was in the keyring before it."""
        files = {
            str(one.relative_to(folder)): (
                one.stat().st_mode,
                one.read_bytes() if one.is_file() else None,
            )
            for one in sorted(folder.rglob("*"))
        }
        files = {".": (folder.stat().st_mode, None), **files}
        kept = keyring.kept.items()
        return cls(files, {key: text for key, text in kept if key not in known})

    def lay(self, folder: Path, keyring: MemoryKeyring) -> None:
        """Put the files into a folder that is not there yet."""
        for name, (mode, data) in self.files.items():
            place = folder / name
            if data is None:
                place.mkdir(parents=True)
            else:
                place.write_bytes(data)
            place.chmod(mode & 0o777)
        keyring.kept.update(self.secrets)


_kept: dict[tuple, Kept] = {}
_asked: Counter = Counter()
_asked_in = ""


def _how_many_before(kind: tuple) -> int:
    """How many of a kind this test has already."""
    global _asked_in  # noqa: PLW0603 - pytest says in the environment which test it is
    now = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
    if now != _asked_in:
        _asked.clear()
        _asked_in = now
    _asked[kind] += 1
    return _asked[kind] - 1


def _as_always(folder: Path, keyring: DeviceKeyring) -> bool:
    """Whether nothing is turned that would make this workspace another one."""
    told = "PYTEST_CURRENT_TEST" in os.environ and not folder.exists()
    return told and isinstance(keyring, MemoryKeyring) and clock.time is time


def a_desk(
    folder: Path,
    keyring: DeviceKeyring | None = None,
    *,
    role: str = "center",
    code: str = "IC",
    counselor: str = "박상담",
    language: str = "ko",
) -> Desk:
    """A desk that is ready for its first case."""
    plan = NewWorkspace(
        role, code, f"{code} 센터", f"{code.lower()}-1", counselor, language, PASSPHRASE
    )
    return _at_hand(folder, plan, keyring or MemoryKeyring())


def next_laptop(
    folder: Path, code: str, counselor: str, keyring: MemoryKeyring
) -> Desk:
    """The second laptop of a center, which nobody has let in yet."""
    plan = NewWorkspace(
        "center", code, f"{code} 센터", f"{code.lower()}-2", counselor, "ko", PASSPHRASE
    )
    return _at_hand(folder, plan, keyring, joining=True)


def _at_hand(
    folder: Path, plan: NewWorkspace, keyring: DeviceKeyring, *, joining: bool = False
) -> Desk:
    if not _as_always(folder, keyring):
        return _made(folder, plan, keyring, joining)
    kind = (plan, joining)
    kind = (*kind, _how_many_before(kind))
    if kind in _kept:
        _kept[kind].lay(folder, keyring)
    else:
        known = set(keyring.kept)
        _left_as_it_is(_made(folder, plan, keyring, joining))
        _kept[kind] = Kept.of(folder, keyring, known)
    return opening.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)


def _made(
    folder: Path, plan: NewWorkspace, keyring: DeviceKeyring, joining: bool
) -> Desk:
    with cheap_guessing():
        desk = opening.create(
            folder, plan, keyring=keyring, policy=POLICY, joining=joining
        )
    if not joining:
        desk.setup.confirm_code(desk.setup.recovery_code())
    return desk


def _left_as_it_is(desk: Desk) -> None:
    """Close the files and say nothing of it: no line of a lock, no mark, no sealed segment."""
    desk._rooms.log._take()
    desk._rooms.vault.close()


def introduce(one: Desk, other: Desk) -> None:
    """Let two workspaces accept each other's keys, as two people on the telephone would."""
    one.keys.accept_enrolment(other.keys.enrolment().data)
    other.keys.accept_enrolment(one.keys.enrolment().data)


def agreed(desk: Desk, *purposes: str) -> str:
    """A case whose person agreed to these purposes."""
    case = desk.cases.begin("VISIT", "하늘")
    desk.consents.decide(case, dict.fromkeys(purposes, "AGREED"))
    return case


def planted(
    desk: Desk, entity: str, case: str, said: Mapping[str, object], record: str = ""
) -> str:
    """Say what only its own verb says, as another laptop or an older version may have.

    A victim without a ``record`` is the one that the case began with: of two, the least id counts.
    """
    rooms = desk._rooms
    if not record and (entity, said.get("role")) == ("person", "VICTIM"):
        record = victim_of(case)
    record = record or new_id(rooms.clock.wall())
    inside, alone = SCHEMA[entity].in_case, SCHEMA[entity].scope
    kind = "record" if alone == "case" else alone
    scope = scope_of("case", case) if case else scope_of(kind, record)
    with rooms.saying(Deed.CHANGE if record == case else Deed.ADD, scope) as say:
        if inside:
            say.set(entity, record, "case", case)
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record
