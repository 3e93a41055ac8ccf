"""What the former vault said after the backup (그 뒤의 말): brought back where it still opens.

* A vault that was set aside is often whole: somebody restored to be safe. Its later words, and
  its orders to destroy (파기), are merged into the restored one like those of any other laptop.
* Where it does not open or is damaged, nothing is lost by trying: they come back from the other
  laptops and the central center.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intake.backup.drill import Secret
from intake.clock import Clock
from intake.errors import IntakeError, WrongCode
from intake.ids import Scope
from intake.ledger import DeviceSigner, Ledger
from intake.ledger.means import Authority, CheckSigner
from intake.progress import Progress
from intake.register import VOCABULARY
from intake.trust import Trust
from intake.vault import Vault, read_code
from intake.vault.hold import Hold
from intake.vault.keyfile import read_key_file
from intake.vault.opening import open_lanes
from intake.vault.slots import open_with_code
from intake.vault.unlocking import believed, try_passphrase, try_slots


@dataclass(frozen=True, slots=True)
class Receiver:
    """The restored ledger, and its rules for what comes from elsewhere."""

    vault: Vault
    ledger: Ledger
    check_signer: CheckSigner
    authority: Authority


def bring_back(
    aside: Path, secret: Secret, to: Receiver, progress: Progress
) -> int | None:
    """Merge what the former vault knew; return how many entries came, None if it stays shut."""
    try:
        former = _opened(aside, secret)
    except (IntakeError, OSError):
        return None
    try:
        if former.id != to.vault.id:
            return None
        return _merged(former, to, progress)
    except IntakeError:
        return None
    finally:
        former.close()


def _opened(aside: Path, secret: Secret) -> Vault:
    """Open the former vault as it stands: its key file and its version are left alone."""
    hold = Hold(aside)
    try:
        master = _master(aside, secret)
        return open_lanes(aside, believed(aside, master), master, hold)
    except BaseException:
        hold.release()
        raise


def _master(aside: Path, secret: Secret) -> bytearray:
    with suppress(WrongCode):
        code, vault = read_code(secret.text), read_key_file(aside).vault
        return try_slots(aside, "code", lambda slot: open_with_code(vault, slot, code))
    return try_passphrase(aside, secret.text, secret.keyring)[1]


def _merged(former: Vault, to: Receiver, progress: Progress) -> int:
    own = Trust(former, Clock()).own()
    device = DeviceSigner(own.key, own.certificate, own.device, own.center)
    ledger = Ledger(former, device=device, clock=Clock(), vocabulary=VOCABULARY)
    ledger.close_segment(progress)  # its open end is part of what was said
    segments = tuple(
        twin
        for log, n in ledger.segments_missing(to.ledger.acks())
        for twin in ledger.wire_twins(log, n, _everything)
    )
    report = to.ledger.merge(
        segments,
        check_signer=to.check_signer,
        authority=to.authority,
        progress=progress,
    )
    return report.new_entries


def _everything(_scope: Scope, _cls: str) -> bool:
    return True
