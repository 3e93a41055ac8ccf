"""Make the real file of a released version: ``python -m tests.vaults.make v1_two_slots``.

Run once per release and never again: a vault of that day must open for ever. The secrets lie
beside it, for there is no case in it.
"""

import json
import sys
from pathlib import Path

from intake.vault import add_recovery, create_vault
from tests.vaults.secrets_kept import RECOVERY, KeptKeyring
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY


def main():
    folder, keyring = Path(__file__).parent / sys.argv[1], KeptKeyring()
    made = create_vault(
        folder,
        passphrase=PASSPHRASE,
        counselor="상담원",
        keyring=keyring,
        policy=POLICY,
        cost=CHEAP,
    )
    made.vault.keep_fact("word", "남는다")
    made.vault.keep_secret("seed", bytes(range(32)))
    add_recovery(
        made.vault,
        passphrase=PASSPHRASE,
        name="중앙",
        recipients=[RECOVERY.recipient],
        keyring=keyring,
    )
    made.vault.close()
    (folder / "vault.lock").unlink()
    kept = {
        "passphrase": PASSPHRASE,
        "code": made.emergency_code,
        "device_secret": keyring.secret.hex(),
    }
    (folder / "secrets.json").write_text(
        json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
