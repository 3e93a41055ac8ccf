"""The secrets of the released vaults: public, for there is nothing behind them."""

import json

from intake.crypto import X25519Identity
from tests.vaults_at_hand import MemoryKeyring

RECOVERY = X25519Identity.parse(
    "AGE-SECRET-KEY-1DPE05RDQC8TZ4D2SZ6HN78693WUNMKSG7H793F9F5ZSZLRE0HFFQQSPW3E"
)


class KeptKeyring(MemoryKeyring):
    """A keyring with one device secret, whatever the vault's id is."""

    def __init__(self, secret: bytes = b"") -> None:
        super().__init__()
        self.secret = secret

    def get(self, vault):
        return self.secret

    def put(self, vault, secret):
        self.secret = secret


def secrets_of(folder):
    """Return passphrase, code and device secret of a released vault."""
    kept = json.loads((folder / "secrets.json").read_text(encoding="utf-8"))
    return kept["passphrase"], kept["code"], bytes.fromhex(kept["device_secret"])
