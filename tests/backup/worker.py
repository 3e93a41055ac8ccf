"""Makes a backup in a process of its own, and dies or finds no room where it is told to.

worker.py FOLDER SECRETS PLACE count          prints how many steps outside the program it took
worker.py FOLDER SECRETS PLACE die N          is killed before the N-th of them
worker.py FOLDER SECRETS PLACE full BYTES     no file may grow beyond so many bytes
"""

import os
import resource
import signal
import sys
from pathlib import Path

from intake.backup import Order, make_backup
from intake.crypto import SigningKey
from intake.errors import IntakeError
from intake.ledger import DeviceSigner
from intake.vault import FileKeyring, open_vault
from tests.vaults_at_hand import PASSPHRASE

COUNTED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}  # fmt: skip


class Steps:
    """Counts what touches the disk, and every report of progress."""

    def __init__(self, last: int) -> None:
        self.last, self.taken, self.counting = last, 0, False

    def step(self, *_said: object) -> None:
        self.take()

    def hear(self, event: str, _facts: tuple[object, ...]) -> None:
        if self.counting and event in COUNTED:
            self.take()

    def take(self) -> None:
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    folder, secrets, place = (Path(one) for one in sys.argv[1:4])
    what, number = sys.argv[4], int((*sys.argv[5:], "0")[0])
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=FileKeyring(secrets))
    device = DeviceSigner(SigningKey.generate(), None, vault.device_id, "IC")
    steps = Steps(number if what == "die" else 0)
    sys.addaudithook(steps.hear)
    if what == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (number, resource.RLIM_INFINITY))
    steps.counting = True
    try:
        made = make_backup(Order(vault, device, place, 3, 1_800_000_000_000), steps)
    except IntakeError as error:
        print(error.text_id, flush=True)
        os._exit(3)
    steps.counting = False
    print(steps.taken, made.about.name)
    vault.close()


if __name__ == "__main__":
    main()
