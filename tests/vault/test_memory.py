"""No key lies in memory while a vault is open, but the one SQLCipher hides."""

import subprocess
import sys
import textwrap

from intake.crypto.keys import subkey
from intake.vault import export_key
from intake.vault.unlocking import try_passphrase
from tests.vaults_at_hand import PASSPHRASE

PROGRAM = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from intake.vault import open_vault
    from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring

    def copies_of(turned):
        found = 0
        for line in open("/proc/self/maps"):
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            low, high = (int(end, 16) for end in span.split("-"))
            with open("/proc/self/mem", "rb", 0) as memory:
                memory.seek(low)
                try:
                    found += memory.read(high - low)[::-1].count(turned)
                except OSError:
                    pass
        return found

    keyring = MemoryKeyring()
    keyring.put(sys.argv[2], bytes.fromhex(sys.argv[3]))
    vault = open_vault(Path(sys.argv[1]), passphrase=PASSPHRASE, keyring=keyring)
    vault.keep_fact("a", "b")
    print(*(copies_of(bytes.fromhex(key)) for key in sys.argv[4:]))
    vault.close()
    print(*(copies_of(bytes.fromhex(key)) for key in sys.argv[4:]))
    """
)


def test_an_open_vault_leaves_no_copy_of_a_key_in_memory(vault, keyring, house):
    key = bytes(export_key(vault, passphrase=PASSPHRASE, keyring=keyring))
    _, master = try_passphrase(vault.folder, PASSPHRASE, keyring)
    raw, spoken = bytes.fromhex(key.decode())[:32], key[:64]
    assert raw == subkey(master, "db")
    vault.close()
    secret = keyring.get(vault.id)
    seen = b"SQLCipher"  # the control: what certainly lies there
    turned = [word[::-1].hex() for word in (bytes(master), raw, spoken, seen)]
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        vault.folder,
        vault.id,
        secret.hex(),
        *turned,
    ]
    done = subprocess.run(
        command, cwd=house, check=True, capture_output=True, text=True
    )
    opened, closed = (list(map(int, line.split())) for line in done.stdout.splitlines())
    assert opened[3] > 0
    assert opened[:3] == closed[:3] == [0, 0, 0]
