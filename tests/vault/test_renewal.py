"""What opens a vault is changed without touching the vault."""

import pytest

from intake.crypto import X25519Identity
from intake.errors import DeviceSecretMissing, NoSlot, Refused, WrongPassphrase
from intake.vault import (
    add_counselor,
    add_recovery,
    change_passphrase,
    open_vault,
    peek_vault,
    recover_with_identity,
    remove_slot,
)
from intake.vault.keyfile import read_key_file
from tests.vaults_at_hand import CHEAP, PASSPHRASE, MemoryKeyring

NEW = "아주 새로운 말"


def opens(folder, passphrase, keyring):
    vault = open_vault(folder, passphrase=passphrase, keyring=keyring)
    vault.close()
    return vault.author


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault, keyring):
    change_passphrase(vault, old=PASSPHRASE, new=NEW, keyring=keyring)
    vault.close()
    assert opens(vault.folder, NEW, keyring) == "상담원"
    with pytest.raises(WrongPassphrase):
        opens(vault.folder, PASSPHRASE, keyring)


def test_changing_the_passphrase_keeps_its_cost_and_touches_no_case(vault, keyring):
    vault._writer.all("PRAGMA wal_checkpoint(TRUNCATE)")
    before = (vault.folder / "vault.db").read_bytes()
    change_passphrase(vault, old=PASSPHRASE, new=NEW, keyring=keyring)
    (slot,) = read_key_file(vault.folder).of_kind("passphrase")
    assert (slot["passes"], slot["memory"]) == (CHEAP.passes, CHEAP.memory)
    assert (
        vault.folder / "vault.db"
    ).read_bytes() == before  # only the log remembers the number


@pytest.mark.parametrize("work", ["change", "add", "remove"])
def test_an_open_window_is_not_the_counselor(vault, keyring, work):
    deeds = {
        "change": lambda: change_passphrase(vault, old="x", new=NEW, keyring=keyring),
        "add": lambda: add_counselor(
            vault, passphrase="x", name="b", their_passphrase="y", keyring=keyring
        ),
        "remove": lambda: remove_slot(
            vault, passphrase="x", kind="code", name="", keyring=keyring
        ),
    }
    before = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(WrongPassphrase):
        deeds[work]()
    assert (vault.folder / "vault.keys").read_bytes() == before


def test_without_the_device_secret_nothing_is_changed(vault):
    before = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(DeviceSecretMissing):
        change_passphrase(vault, old=PASSPHRASE, new=NEW, keyring=MemoryKeyring())
    assert (vault.folder / "vault.keys").read_bytes() == before


def test_colleagues_have_a_slot_each_and_the_slot_that_opened_is_the_author(
    vault, keyring
):
    add_counselor(
        vault, passphrase=PASSPHRASE, name="동료", their_passphrase=NEW, keyring=keyring
    )
    vault.close()
    assert opens(vault.folder, NEW, keyring) == "동료"
    assert opens(vault.folder, PASSPHRASE, keyring) == "상담원"
    assert peek_vault(vault.folder).counselors == ("상담원", "동료")


def test_a_leaver_s_slot_opens_nothing_more_and_the_last_one_stays(vault, keyring):
    add_counselor(
        vault, passphrase=PASSPHRASE, name="동료", their_passphrase=NEW, keyring=keyring
    )
    remove_slot(
        vault, passphrase=PASSPHRASE, kind="passphrase", name="동료", keyring=keyring
    )
    with pytest.raises(NoSlot):
        remove_slot(
            vault,
            passphrase=PASSPHRASE,
            kind="passphrase",
            name="동료",
            keyring=keyring,
        )
    with pytest.raises(Refused):
        remove_slot(
            vault,
            passphrase=PASSPHRASE,
            kind="passphrase",
            name="상담원",
            keyring=keyring,
        )
    vault.close()
    with pytest.raises(WrongPassphrase):
        opens(vault.folder, NEW, keyring)
    assert opens(vault.folder, PASSPHRASE, keyring) == "상담원"


def test_a_recovery_slot_of_the_same_name_is_replaced(vault, keyring):
    old, new = X25519Identity.generate(), X25519Identity.generate()
    for identity in (old, new):
        add_recovery(
            vault,
            passphrase=PASSPHRASE,
            name="중앙",
            recipients=[identity.recipient],
            keyring=keyring,
        )
    vault.close()

    def recover(identity):
        recover_with_identity(
            vault.folder,
            identities=[identity],
            new_passphrase=NEW,
            counselor="상담원",
            keyring=keyring,
            cost=CHEAP,
        ).close()

    with pytest.raises(NoSlot):
        recover(old)
    recover(new)


def test_every_change_makes_both_copies_new(vault, keyring):
    before = read_key_file(vault.folder).seq
    change_passphrase(vault, old=PASSPHRASE, new=NEW, keyring=keyring)
    assert read_key_file(vault.folder).seq == before + 1
    assert (vault.folder / "vault.keys").read_bytes() == (
        vault.folder / "vault.keys.bak"
    ).read_bytes()
