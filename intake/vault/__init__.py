"""The encrypted file on this computer, and the slots of its key (금고)."""

from intake.vault.birth import Created, create_vault
from intake.vault.check import VaultReport
from intake.vault.copying import copy_vault
from intake.vault.database import Database
from intake.vault.device_secret import (
    DeviceKeyring,
    FileKeyring,
    SystemKeyring,
    best_keyring,
)
from intake.vault.emergency import new_code, read_code, spell
from intake.vault.harden import harden
from intake.vault.looking import VaultLook, look_at_vault
from intake.vault.opening import (
    VaultNotice,
    keyring_of,
    open_vault,
    peek_vault,
    recover_vault,
    recover_with_identity,
)
from intake.vault.relaunch import relaunch
from intake.vault.renewal import (
    add_counselor,
    add_recovery,
    add_two_of,
    change_passphrase,
    export_key,
    mend_key_file,
    remove_slot,
    renew_code,
)
from intake.vault.salvage import Salvaged, salvage_vault
from intake.vault.vault import Vault

__all__ = [
    "Created",
    "Database",
    "DeviceKeyring",
    "FileKeyring",
    "Salvaged",
    "SystemKeyring",
    "Vault",
    "VaultLook",
    "VaultNotice",
    "VaultReport",
    "add_counselor",
    "add_recovery",
    "add_two_of",
    "best_keyring",
    "change_passphrase",
    "copy_vault",
    "create_vault",
    "export_key",
    "harden",
    "keyring_of",
    "look_at_vault",
    "mend_key_file",
    "new_code",
    "open_vault",
    "peek_vault",
    "read_code",
    "recover_vault",
    "recover_with_identity",
    "relaunch",
    "remove_slot",
    "renew_code",
    "salvage_vault",
    "spell",
]
