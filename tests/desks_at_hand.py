"""Desks for a test: real workspaces with cheap keys, set up as far as a test needs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from intake.desk import Desk, NewWorkspace
from intake.desk import workspace as opening
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import SCHEMA
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY, MemoryKeyring


@contextmanager
def cheap_keys() -> Iterator[None]:
    """Let a workspace made inside be guessed cheaply: the real cost has tests of its own."""
    with patch("intake.vault.birth.calibrate", lambda *_args: CHEAP):
        yield


def a_desk(
    folder: Path,
    keyring: MemoryKeyring | None = None,
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
    with cheap_keys():
        desk = opening.create(
            folder, plan, keyring=keyring or MemoryKeyring(), policy=POLICY
        )
    desk.setup.confirm_code(desk.setup.recovery_code())
    return desk


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
    """Say what only its own verb says, as another laptop or an older version may have."""
    rooms = desk._rooms
    record = record or new_id(rooms.clock.wall())
    inside = SCHEMA[entity].in_case
    scope = scope_of("case", case) if case else scope_of("record", record)
    with rooms.saying(Deed.CHANGE if record == case else Deed.ADD, scope) as say:
        if inside:
            say.set(entity, record, "case", case)
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record
