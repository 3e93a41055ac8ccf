"""A process of a desktop session that asks the real keyring, and prints what it is told.

``python -m tests.vault.asks_keyring WORD...`` with put, get, note, noted, best or open.
"""

import sys
from pathlib import Path

from intake.errors import IntakeError
from intake.vault import SystemKeyring, best_keyring, create_vault, open_vault
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY

VAULT = "01900000-0000-7000-8000-000000000001"
SECRET = bytes(range(32))


def whole_life(keyring):
    """Make a vault and open it again, with the device secret in the real keyring."""
    folder = Path.home() / "vault"
    create_vault(
        folder,
        passphrase=PASSPHRASE,
        counselor="상담원",
        keyring=keyring,
        policy=POLICY,
        cost=CHEAP,
    ).vault.close()
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    vault.close()
    return vault.notices


def answer(word):
    keyring = SystemKeyring()
    asked = {
        "put": lambda: keyring.put(VAULT, SECRET),
        "get": lambda: keyring.get(VAULT) == SECRET,
        "note": lambda: keyring.note(VAULT, "anchor", "head"),
        "noted": lambda: keyring.noted(VAULT, "anchor"),
        "spoil": lambda: keyring.note(VAULT, "device-secret", "not a secret"),
        "best": lambda: best_keyring(allow_file=False).kind,
        "best-or-file": lambda: best_keyring(allow_file=True).kind,
        "life": lambda: whole_life(keyring),
    }
    try:
        return asked[word]()
    except IntakeError as error:
        return type(error).__name__


for word in sys.argv[1:]:
    print(answer(word), flush=True)
