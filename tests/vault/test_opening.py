"""Create, open, recover: which secret opens what, and what is said when none does."""

import json
import sqlite3
import subprocess
import sys
import textwrap
import unicodedata

import pytest

from intake.crypto import PqIdentity
from intake.errors import (
    AlreadyOpen,
    Cancelled,
    DamagedVault,
    DeviceSecretMissing,
    KeyringLocked,
    KeyringSilent,
    NoSlot,
    NotFound,
    TooNew,
    UnsuitablePlace,
    WrongCode,
    WrongPassphrase,
)
from intake.policy import Policy
from intake.vault import (
    FileKeyring,
    add_recovery,
    add_two_of,
    create_vault,
    open_vault,
    peek_vault,
    recover_vault,
    recover_with_identity,
    renew_code,
)
from intake.vault.birth import _Birth
from intake.vault.keyfile import read_key_file
from intake.vault.migrate import steps
from intake.vault.opening import Renewal
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY, MemoryKeyring, a_vault


class Refusing(MemoryKeyring):
    """A keyring that answers every question with the same refusal."""

    def __init__(self, refusal) -> None:
        super().__init__()
        self.refusal = refusal

    def noted(self, vault, name):
        raise self.refusal

    def note(self, vault, name, text):
        raise self.refusal


class Stops:
    """A person who stops the work at a certain step."""

    def __init__(self, at) -> None:
        self.at = at

    def step(self, done, total, what):
        if done == self.at:
            raise Cancelled


def recovered(folder, code, keyring, counselor="상담원", passphrase="새로운 말"):
    return recover_vault(
        folder,
        emergency_code=code,
        new_passphrase=passphrase,
        counselor=counselor,
        keyring=keyring,
        cost=CHEAP,
    )


def test_a_vault_opens_with_its_passphrase_and_knows_who_opened_it(vault, keyring):
    vault.keep_fact("word", "남는다")
    vault.close()
    again = open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
    assert (again.id, again.device_id, again.author) == (
        vault.id,
        vault.device_id,
        "상담원",
    )
    assert again.fact("word") == "남는다"
    again.close()


def test_a_passphrase_is_the_same_however_its_syllables_are_composed(vault, keyring):
    vault.close()
    open_vault(
        vault.folder,
        passphrase=unicodedata.normalize("NFD", PASSPHRASE),
        keyring=keyring,
    ).close()


@pytest.mark.parametrize("wrong", ["", PASSPHRASE + " ", PASSPHRASE[:-1]])
def test_a_wrong_passphrase_is_said_and_the_lock_is_given_back(vault, keyring, wrong):
    vault.close()
    with pytest.raises(WrongPassphrase) as caught:
        open_vault(vault.folder, passphrase=wrong, keyring=keyring)
    assert caught.value.facts == {"wait": 0}
    open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring).close()


@pytest.mark.parametrize("refusal", [KeyringSilent, KeyringLocked, DeviceSecretMissing])
def test_the_three_ways_a_keyring_fails_are_told_apart_and_the_code_goes_round_them(
    created, refusal
):
    created.vault.close()
    folder = created.vault.folder
    with pytest.raises(refusal):
        open_vault(folder, passphrase=PASSPHRASE, keyring=Refusing(refusal))
    assert peek_vault(folder).wait == 0  # not her fault: no pause
    fresh = MemoryKeyring()
    recovered(folder, created.emergency_code, fresh).close()
    open_vault(folder, passphrase="새로운 말", keyring=fresh).close()


def test_the_device_secret_of_another_computer_opens_nothing(vault):
    vault.close()
    elsewhere = MemoryKeyring()
    elsewhere.put(vault.id, bytes(32))
    with pytest.raises(WrongPassphrase):
        open_vault(vault.folder, passphrase=PASSPHRASE, keyring=elsewhere)


def test_recovery_keeps_a_device_secret_that_is_still_there(created, keyring):
    created.vault.close()
    before = dict(keyring.kept)
    recovered(created.vault.folder, created.emergency_code, keyring).close()
    assert keyring.kept == before
    with pytest.raises(WrongPassphrase):
        open_vault(created.vault.folder, passphrase=PASSPHRASE, keyring=keyring)


def test_recovery_into_a_weaker_place_is_written_down(created, tmp_path):
    created.vault.close()
    folder = created.vault.folder
    assert peek_vault(folder).second_factor == "keyring"
    recovered(folder, created.emergency_code, FileKeyring(tmp_path / "config")).close()
    assert peek_vault(folder).second_factor == "file"


def test_a_mistyped_code_and_a_foreign_code_are_told_apart(created, tmp_path, keyring):
    created.vault.close()
    code = created.emergency_code
    other = a_vault(tmp_path / "other")
    other.vault.close()
    with pytest.raises(WrongCode):
        recovered(
            created.vault.folder, code[:-1] + ("0" if code[-1] != "0" else "1"), keyring
        )
    with pytest.raises(NoSlot):
        recovered(created.vault.folder, other.emergency_code, keyring)


def test_a_renewed_code_opens_and_the_old_one_does_not(created, keyring):
    fresh = renew_code(created.vault, passphrase=PASSPHRASE, keyring=keyring)
    created.vault.close()
    with pytest.raises(NoSlot):
        recovered(created.vault.folder, created.emergency_code, keyring)
    recovered(created.vault.folder, fresh, keyring).close()


def test_any_one_recovery_recipient_opens(vault, keyring):
    central, manager = PqIdentity.generate(), PqIdentity.generate()
    add_recovery(
        vault,
        passphrase=PASSPHRASE,
        name="central",
        recipients=[central.recipient, manager.recipient],
        keyring=keyring,
    )
    vault.close()
    for identity in (central, manager):
        recover_with_identity(
            vault.folder,
            identities=[identity],
            new_passphrase="또",
            counselor="상담원",
            keyring=keyring,
            cost=CHEAP,
        ).close()
    with pytest.raises(NoSlot):
        recover_with_identity(
            vault.folder,
            identities=[PqIdentity.generate()],
            new_passphrase="또",
            counselor="상담원",
            keyring=keyring,
            cost=CHEAP,
        )


def test_two_of_three_managers_open_and_one_does_not(vault, keyring):
    managers = {name: PqIdentity.generate() for name in ("가", "나", "다")}
    add_two_of(
        vault,
        passphrase=PASSPHRASE,
        managers={name: one.recipient for name, one in managers.items()},
        keyring=keyring,
    )
    vault.close()

    def recover(*names):
        recover_with_identity(
            vault.folder,
            identities=[managers[name] for name in names],
            new_passphrase="또",
            counselor="상담원",
            keyring=keyring,
            cost=CHEAP,
        ).close()

    for alone in managers:
        with pytest.raises(NoSlot):
            recover(alone)
    for pair in (("가", "나"), ("다", "가"), ("나", "다")):
        recover(*pair)


def test_a_vault_is_born_with_its_recovery_recipients(tmp_path, keyring):
    central = PqIdentity.generate()
    made = create_vault(
        tmp_path / "v",
        passphrase=PASSPHRASE,
        counselor="상담원",
        keyring=keyring,
        recovery_recipients=[central.recipient],
        policy=POLICY,
        cost=CHEAP,
    )
    made.vault.close()
    assert peek_vault(tmp_path / "v").slots == 3
    recover_with_identity(
        tmp_path / "v",
        identities=[central],
        new_passphrase="또",
        counselor="상담원",
        keyring=keyring,
        cost=CHEAP,
    ).close()


def test_peeking_shows_names_and_nothing_secret(vault):
    seen = peek_vault(vault.folder)
    assert (seen.id, seen.counselors, seen.wait, seen.slots) == (
        vault.id,
        ("상담원",),
        0,
        2,
    )


def test_where_there_is_no_vault_nothing_is_seen_and_nothing_opens(tmp_path, keyring):
    assert peek_vault(tmp_path) is None
    with pytest.raises(NotFound):
        open_vault(tmp_path, passphrase=PASSPHRASE, keyring=keyring)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_never_made_over_another(vault, keyring):
    vault.close()
    before = (vault.folder / "vault.db").read_bytes()
    with pytest.raises(AlreadyOpen):
        a_vault(vault.folder, keyring)
    assert (vault.folder / "vault.db").read_bytes() == before
    open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring).close()


def test_a_lost_key_file_does_not_make_the_folder_free(vault, keyring):
    vault.close()
    for name in ("vault.keys", "vault.keys.bak"):
        (vault.folder / name).unlink()
    with pytest.raises(AlreadyOpen):
        a_vault(vault.folder, keyring)
    assert (vault.folder / "vault.db").exists()


@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("there", [True, False])
def test_making_a_vault_leaves_all_or_nothing(tmp_path, keyring, step, there):
    folder = tmp_path / "v"
    if there:
        folder.mkdir()
    with pytest.raises(Cancelled):
        create_vault(
            folder,
            passphrase=PASSPHRASE,
            counselor="상담원",
            keyring=keyring,
            policy=Policy(allow_any_place=True, ballast_mib=1),
            cost=CHEAP,
            progress=Stops(step),
        )
    left = [path.name for path in folder.iterdir()] if folder.exists() else []
    assert left in ([], ["vault.lock"])
    a_vault(folder, keyring).vault.close()


def test_a_keyring_that_keeps_nothing_makes_no_vault(tmp_path):
    with pytest.raises(KeyringLocked):
        a_vault(tmp_path / "v", Refusing(KeyringLocked))
    assert not (tmp_path / "v").exists()


def test_killed_while_being_made_leaves_nothing_that_looks_like_a_vault(
    tmp_path, keyring, house
):
    killed = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from intake.vault import create_vault
        from tests.vaults_at_hand import CHEAP, POLICY, MemoryKeyring

        class Killer:
            def step(self, done, total, what):
                if done == int(sys.argv[2]):
                    os.kill(os.getpid(), signal.SIGKILL)

        create_vault(Path(sys.argv[1]), passphrase="x", counselor="x", keyring=MemoryKeyring(),
                     policy=POLICY, cost=CHEAP, progress=Killer())
        """
    )
    for step in (0, 1, 2):
        done = subprocess.run(
            [sys.executable, "-c", killed, tmp_path / "v", str(step)],
            cwd=house,
            check=False,
        )
        assert done.returncode == -9
        assert peek_vault(tmp_path / "v") is None
        with pytest.raises(NotFound):
            open_vault(tmp_path / "v", passphrase="x", keyring=keyring)
    a_vault(tmp_path / "v", keyring).vault.close()
    open_vault(tmp_path / "v", passphrase=PASSPHRASE, keyring=keyring).close()


def test_an_unsuitable_place_is_refused_before_anything_is_made(tmp_path, keyring):
    with pytest.raises(UnsuitablePlace):
        create_vault(
            tmp_path / "OneDrive" / "v",
            passphrase=PASSPHRASE,
            counselor="상담원",
            keyring=keyring,
            policy=Policy(),
            cost=CHEAP,
        )
    assert list(tmp_path.iterdir()) == []
    assert keyring.kept == {}


def test_two_processes_never_hold_the_same_vault(vault, keyring, house):
    code = (
        "import sys; from pathlib import Path; from intake.errors import AlreadyOpen\n"
        "from intake.vault.hold import Hold\n"
        "try: Hold(Path(sys.argv[1]))\n"
        "except AlreadyOpen: sys.exit(7)\n"
    )

    def other():
        return subprocess.run(
            [sys.executable, "-c", code, vault.folder], cwd=house, check=False
        ).returncode

    assert other() == 7
    with pytest.raises(AlreadyOpen):
        open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
    vault.close()
    assert other() == 0


def test_the_lock_goes_with_a_killed_process(vault, keyring, house):
    vault.close()
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from intake.vault.hold import Hold\n"
        "held = Hold(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, vault.folder], cwd=house, check=False
    )
    assert done.returncode == -9
    open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring).close()


def test_a_plain_database_is_not_taken_for_a_vault(vault, keyring):
    vault.close()
    (vault.folder / "vault.db").unlink()
    plain = sqlite3.connect(vault.folder / "vault.db")
    plain.execute("CREATE TABLE secret (name, value)")
    plain.close()
    with pytest.raises(DamagedVault):
        open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)


@pytest.mark.parametrize("size", [0, 16, 4096, 10_000])
def test_a_file_cut_short_is_refused_and_kept(vault, keyring, size):
    vault.close()
    path = vault.folder / "vault.db"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedVault):
        open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring).verify()
    assert path.stat().st_size == size


def test_a_vault_of_a_newer_version_is_left_untouched(vault, keyring):
    newer = steps()[-1][0] + 1
    with vault.lane_for_migration() as db:
        db.execute(f"PRAGMA user_version={newer}")
    vault.close()
    before = (vault.folder / "vault.db").read_bytes()
    with pytest.raises(TooNew) as caught:
        open_vault(vault.folder, passphrase=PASSPHRASE, keyring=keyring)
    assert caught.value.facts == {"what": "vault", "version": newer}
    assert (vault.folder / "vault.db").read_bytes() == before


def test_no_secret_shows_in_a_repr(created, keyring):
    keys = read_key_file(created.vault.folder)
    shown = " ".join(
        map(
            repr,
            (
                created,
                keys,
                peek_vault(created.vault.folder),
                _Birth(PASSPHRASE, "x", (), keyring, POLICY, CHEAP),
                Renewal(PASSPHRASE, "x", keyring, CHEAP),
            ),
        )
    )
    assert created.emergency_code not in shown
    assert PASSPHRASE not in shown
    assert not any(slot["salt"] in shown for slot in keys.slots)


def test_a_refusal_carries_no_secret(vault, keyring):
    vault.close()
    with pytest.raises(WrongPassphrase) as caught:
        open_vault(vault.folder, passphrase="홍길동의 비밀", keyring=keyring)
    assert "홍길동" not in repr(caught.value) + str(caught.value)


def test_the_key_file_says_its_costs_and_they_are_bound(vault, keyring):
    vault.close()
    for name in ("vault.keys", "vault.keys.bak"):
        path = vault.folder / name
        whole = json.loads(path.read_bytes())
        (own,) = (slot for slot in whole["slots"] if slot["kind"] == "passphrase")
        assert (own["passes"], own["memory"]) == (CHEAP.passes, CHEAP.memory)
