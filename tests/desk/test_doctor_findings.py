"""Each thing the doctor can find is found where it is, and not a step beside it."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from intake.clock import DAY_MS, FLOOR_MS
from intake.desk import doctor, doctor_computer, doctor_vault
from intake.desk.doctor import Health, glance
from intake.desk.doctor_computer import FULL, LOW
from intake.errors import DeviceSecretMissing, KeyringLocked, KeyringSilent
from intake.policy import Fault, Origin, Policy
from intake.progress import Silent
from intake.vault import VaultLook

NOW = FLOOR_MS + 400 * DAY_MS
FIFTEEN_YEARS = 15 * 365 * DAY_MS


def told(found):
    return found.code, dict(found.facts)


# --- the computer -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "made", "modified", "found"),
    [
        (NOW, 0, 0, ("fine", {})),
        (FLOOR_MS, 0, 0, ("fine", {})),
        (FLOOR_MS - 1, 0, 0, ("behind", {"days": 1})),
        (FLOOR_MS - 3 * DAY_MS, 0, 0, ("behind", {"days": 3})),
        (NOW, NOW // 1000, 0, ("fine", {})),
        (NOW, NOW // 1000 + 2 * 86_400, 0, ("behind", {"days": 2})),
        (NOW, 0, NOW + DAY_MS, ("fine", {})),
        (NOW, 0, NOW + DAY_MS + 1, ("back", {"days": 1})),
        (FLOOR_MS + FIFTEEN_YEARS, 0, 0, ("fine", {})),
        (FLOOR_MS + FIFTEEN_YEARS + 1, 0, 0, ("ahead", {"years": 15})),
    ],
    ids=range(10),
)
def test_a_clock_is_compared_with_what_is_certainly_past(now, made, modified, found, monkeypatch):  # fmt: skip
    monkeypatch.setattr(doctor_computer, "wall_ms", lambda: now)
    monkeypatch.setattr(doctor_computer, "installed", lambda: SimpleNamespace(made=made) if made else None)  # fmt: skip
    assert told(doctor_computer.clock(VaultLook("sound", modified_ms=modified))) == found  # fmt: skip


@pytest.mark.parametrize(
    ("free", "code"),
    [(0, "full"), (FULL - 1, "full"), (FULL, "low"), (LOW - 1, "low"), (LOW, "fine")],
)
def test_room_is_told_of_the_disk_where_the_records_will_lie(tmp_path, monkeypatch, free, code):  # fmt: skip
    asked = []
    monkeypatch.setattr(doctor_computer.shutil, "disk_usage", lambda place: asked.append(place) or SimpleNamespace(free=free))  # fmt: skip
    assert told(doctor_computer.disk(tmp_path / "not" / "there")) == (code, {"free": free})  # fmt: skip
    assert asked == [tmp_path]


def test_room_that_cannot_be_asked_for_is_unknown(tmp_path, monkeypatch):
    def fails(_place):
        raise OSError

    monkeypatch.setattr(doctor_computer.shutil, "disk_usage", fails)
    assert told(doctor_computer.disk(tmp_path)) == ("unknown", {})


def test_a_folder_is_this_accounts_and_nobody_elses(tmp_path, monkeypatch):
    folder = tmp_path / "records"
    assert told(doctor_computer.rights(folder)) == ("none", {})
    folder.mkdir(mode=0o700)
    assert told(doctor_computer.rights(folder)) == ("fine", {"mode": "700"})
    for mode in (0o701, 0o710, 0o740, 0o707):
        folder.chmod(mode)
        assert told(doctor_computer.rights(folder)) == ("open", {"mode": f"{mode:o}"})
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert told(doctor_computer.rights(folder)) == ("other", {})


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (errno.EROFS, "readonly"),
        (errno.EACCES, "readonly"),
        (errno.EPERM, "readonly"),
        (errno.EOPNOTSUPP, "fine"),  # no such files there, which says nothing
    ],
)
def test_a_home_that_takes_nothing_is_told(tmp_path, monkeypatch, trouble, code):
    assert told(doctor_computer.home(tmp_path / "new")) == ("fine", {})
    assert list(tmp_path.iterdir()) == []

    def refuses(*_said, **_more):
        raise OSError(trouble, "no")

    monkeypatch.setattr(doctor_computer, "os", SimpleNamespace(**{**vars(os), "open": refuses}))  # fmt: skip
    assert told(doctor_computer.home(tmp_path / "new")) == (code, {})


def test_mistakes_in_the_log_are_counted_and_a_log_that_cannot_be_kept_is_told(tmp_path, monkeypatch):  # fmt: skip
    log = tmp_path / "log"
    monkeypatch.setattr(doctor_computer, "log_folder", lambda: log)
    assert told(doctor_computer.log()) == ("fine", {"size": 0, "mistakes": 0})
    log.mkdir()
    line = "2026-07-25T17:20:00Z {}\n"
    for name, events in (("ieum.log", ("start", "mistake kind=ValueError", "early")), ("ieum.log.1", ("fault", "ended"))):  # fmt: skip
        (log / name).write_text("".join(line.format(one) for one in events))
    (log / "faults-1-0.txt").write_text("Fatal\n")
    size = sum((log / name).stat().st_size for name in ("ieum.log", "ieum.log.1"))
    assert told(doctor_computer.log()) == ("faults", {"size": size, "mistakes": 4})
    (log / "ieum.log.1").unlink()
    (log / "ieum.log.1").symlink_to(tmp_path / "elsewhere")
    assert told(doctor_computer.log()) == ("unwritten", {})
    log.rename(tmp_path / "away")
    log.touch()
    assert told(doctor_computer.log()) == ("unwritten", {})


@pytest.mark.parametrize(
    ("system", "machine", "code"),
    [
        ("linux", "x86_64", "fine"),
        ("win32", "AMD64", "fine"),
        ("darwin", "x86_64", "other"),
        ("linux", "aarch64", "other"),
    ],
)
def test_a_system_that_we_are_not_built_for_is_named(monkeypatch, system, machine, code):  # fmt: skip
    monkeypatch.setattr(doctor_computer, "sys", SimpleNamespace(platform=system))
    monkeypatch.setattr(doctor_computer.platform, "machine", lambda: machine)
    found = doctor_computer.system()
    assert (found.code, found.facts["system"], found.facts["machine"]) == (code, system, machine)  # fmt: skip


def test_a_place_that_is_none_of_this_computers_own_disks_is_told(tmp_path, monkeypatch):  # fmt: skip
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    asked = []
    monkeypatch.setattr(doctor_computer, "why_not", lambda place: asked.append(place) or ("network" if len(asked) == 1 else ""))  # fmt: skip
    for code in ("network", "fine"):
        assert told(doctor_computer.place(tmp_path / "link" / "new")) == (code, {})
    assert asked == [tmp_path / "real"] * 2


# --- the vault from outside -------------------------------------------------------------------


class Answering:
    def __init__(self, kind="keyring", error=None):
        self.kind, self._error = kind, error

    def get(self, _vault):
        if self._error:
            raise self._error


@pytest.mark.parametrize(
    ("kept", "vault", "code"),
    [
        (Answering(), "v", "fine"),
        (Answering("file"), "v", "file"),
        (Answering(error=KeyringSilent()), "v", "silent"),
        (Answering(error=KeyringLocked()), "v", "locked"),
        (Answering(error=DeviceSecretMissing()), "v", "missing"),
        (Answering(), "", "fine"),
        (Answering("file"), "", "file"),
    ],
    ids=range(7),
)
def test_what_the_second_factor_answers_is_told(kept, vault, code):
    assert doctor_vault.keyring(VaultLook("sound", vault), kept).code == code


@pytest.mark.parametrize(
    ("error", "code", "answers"),
    [(KeyringSilent(), "nowhere", False), (KeyringLocked(), "locked", True)],
)
def test_a_keyring_is_asked_for_before_there_is_a_vault(monkeypatch, error, code, answers):  # fmt: skip
    def none(**_said):
        raise error

    monkeypatch.setattr(doctor_vault, "best_keyring", none)
    assert doctor_vault.keyring(VaultLook("absent")).code == code
    assert doctor_vault.keyring_answers() is answers


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (
            VaultLook("sound", copies=2, slots={"code": 1, "passphrase": 3, "age": 2}),
            "fine",
        ),
        (VaultLook("sound", copies=1, slots={"code": 1}), "one-copy"),
        (VaultLook("sound", copies=1, slots={"passphrase": 1}), "no-code"),
    ],
    ids=["fine", "one copy", "no code"],
)
def test_the_slots_of_the_keys_are_counted(look, code):
    (_, keys) = doctor_vault.vault(look)
    slots = look.slots
    assert told(keys) == (code, {"passphrases": slots.get("passphrase", 0), "codes": slots.get("code", 0), "recoveries": slots.get("age", 0)})  # fmt: skip


def test_a_vault_is_told_by_its_id_its_size_and_whether_somebody_has_it_open():
    look = VaultLook("head", "v", size=8_192, log_size=9, wait=5, held=True)
    (found,) = doctor_vault.vault(look)  # no keys: nothing is said of them
    assert told(found) == ("head", {"size": 8_192, "log": 9, "id": "v", "wait": 5, "held": 1})  # fmt: skip
    (found,) = doctor_vault.vault(VaultLook("no-file", "v"))
    assert told(found) == ("no-file", {})


@pytest.mark.parametrize(
    ("origin", "found"),
    [
        (Origin(), ("none", {})),
        (Origin(state="signed"), ("fine", {})),
        (Origin(state="forged"), ("unbelieved", {"why": "forged"})),
        (
            Origin(
                state="owned",
                faults=(Fault(4, "a", "unknown"), Fault(9, "", "more", allowed="7")),
            ),
            ("wrong", {"faults": 8, "line": 4}),
        ),
        (Origin(state="gone", newest=7), ("gone", {"serial": "0", "newest": "7"})),
    ],
    ids=range(5),
)
def test_how_the_policy_stands_is_told_by_codes_and_lines(monkeypatch, origin, found):
    monkeypatch.setattr(doctor_vault, "read_policy", lambda: Policy(origin=origin))
    assert told(doctor_vault.policy()) == found


# --- an open workspace ------------------------------------------------------------------------


def inside(**said):
    """What the doctor says of rooms that are as a test says, check by check."""
    rooms = SimpleNamespace(
        vault=SimpleNamespace(notices=said.get("notices", ())),
        ledger=SimpleNamespace(
            verify=lambda _: SimpleNamespace(problems=said.get("problems", ())),
            parked_count=lambda: said.get("parked", 0),
        ),
        exchange=SimpleNamespace(
            trust=SimpleNamespace(
                parties=lambda: "ab",
                is_own_enrolled=said.get("enrolled", True),
                is_revoked=said.get("revoked", False),
                is_ending=said.get("ending", False),
            )
        ),
        clock=SimpleNamespace(ahead_ms=said.get("ahead", 0)),
    )
    library = SimpleNamespace(state=lambda: SimpleNamespace(state=said.get("state", "fresh"), signed_ms=said.get("signed", 0), edition=3))  # fmt: skip
    backups = SimpleNamespace(notices=lambda: said.get("late", ()))
    health = Health(rooms, library, backups)
    checks = dict(health._inside(Silent()))
    return lambda name: [told(one) for one in doctor._checked(name, checks[name])]


@pytest.mark.parametrize(
    ("said", "name", "found"),
    [
        ({}, "ledger", ("fine", {"problems": 0, "parked": 0})),
        (
            {"problems": "xy", "parked": 1},
            "ledger",
            ("problems", {"problems": 2, "parked": 1}),
        ),
        ({"parked": 1}, "ledger", ("parked", {"problems": 0, "parked": 1})),
        ({"notices": ("notice-key-file-altered",)}, "keys", ("altered", {})),
        ({}, "trust", ("fine", {"parties": 2})),
        ({"enrolled": False, "revoked": True}, "trust", ("waiting", {"parties": 2})),
        ({"revoked": True, "ending": True}, "trust", ("revoked", {"parties": 2})),
        ({"ending": True}, "trust", ("ending", {"parties": 2})),
        ({}, "library", ("fresh", {"edition": 3, "days": 0})),
        (
            {"state": "old", "signed": NOW - 9 * DAY_MS - 1},
            "library",
            ("old", {"edition": 3, "days": 9}),
        ),
        ({"signed": NOW + DAY_MS}, "library", ("fresh", {"edition": 3, "days": 0})),
        ({"late": ("notice-backup-old",)}, "backup", ("late", {})),
        ({"late": ("notice-other",)}, "backup", ("fine", {})),
        ({"ahead": DAY_MS}, "stamps", ("fine", {"days": 1})),
        ({"ahead": DAY_MS + 1}, "stamps", ("ahead", {"days": 1})),
        ({"ahead": -DAY_MS}, "stamps", ("fine", {"days": 0})),
    ],
    ids=range(16),
)
def test_what_only_an_open_workspace_can_tell_is_told(monkeypatch, said, name, found):
    monkeypatch.setattr(doctor, "wall_ms", lambda: NOW)
    assert inside(**said)(name) == [found]


def test_keys_that_nobody_altered_are_no_line_of_their_own():
    assert inside()("keys") == []


# --- before anybody types ---------------------------------------------------------------------


def test_only_what_is_broken_is_told_before_anybody_types(tmp_path, monkeypatch):
    (tmp_path / "vault.db").touch()
    monkeypatch.setattr(doctor, "keyring_answers", lambda: False)
    monkeypatch.setattr(doctor, "typing", list)
    monkeypatch.setattr(doctor_computer.shutil, "disk_usage", lambda _: SimpleNamespace(free=FULL))  # fmt: skip
    assert [(one.check, one.code) for one in glance(tmp_path)] == [("keyring", "nowhere"), ("vault", "no-keys")]  # fmt: skip
    monkeypatch.setattr(doctor, "keyring_answers", lambda: True)
    assert [one.check for one in glance(tmp_path)] == ["vault"]
    assert glance(tmp_path / "nowhere") == ()


def test_a_second_factor_in_a_file_is_asked_of_no_keyring(monkeypatch):
    monkeypatch.setattr(doctor, "keyring_answers", lambda: False)
    assert list(doctor._keyring_at_once(VaultLook("sound", "v", second_factor="file"))) == []  # fmt: skip
    (found,) = doctor._keyring_at_once(VaultLook("sound", "v"))
    assert (found.code, found.state) == ("silent", "broken")


def test_the_sheet_and_the_report_are_in_the_language_that_is_asked_for(monkeypatch):
    asked = []
    monkeypatch.setattr(doctor, "first_aid", asked.append)
    health = Health(SimpleNamespace(language="ko"), None, None)
    for language in ("", "en"):
        health.first_aid(language)
    assert asked == ["ko", "en"]


def test_where_a_folder_is_not_there_yet_the_nearest_one_above_counts(tmp_path):
    (tmp_path / "file").touch()
    assert doctor_computer._nearest(tmp_path / "file" / "x") == tmp_path
    assert doctor_computer._nearest(tmp_path) == tmp_path
    assert doctor_computer._nearest(Path("/nowhere/at/all")) == Path("/")
