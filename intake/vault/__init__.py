"""The encrypted file on this computer, and the slots of its key (금고)."""

from intake.vault.database import Database
from intake.vault.device_secret import (
    DeviceKeyring,
    FileKeyring,
    SystemKeyring,
    best_keyring,
)
from intake.vault.emergency import new_code, read_code, spell
from intake.vault.opening import (
    Created,
    VaultNotice,
    add_recovery,
    change_passphrase,
    create_vault,
    export_key,
    open_vault,
    peek_vault,
    recover_vault,
    recover_with_identity,
    renew_code,
)
from intake.vault.vault import Vault, VaultReport

__all__ = [
    "Created",
    "Database",
    "DeviceKeyring",
    "FileKeyring",
    "SystemKeyring",
    "Vault",
    "VaultNotice",
    "VaultReport",
    "add_recovery",
    "best_keyring",
    "change_passphrase",
    "create_vault",
    "export_key",
    "new_code",
    "open_vault",
    "peek_vault",
    "read_code",
    "recover_vault",
    "recover_with_identity",
    "renew_code",
    "spell",
]
