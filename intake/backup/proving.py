"""A new vault from nothing but sealed segments (다시 세우기): the other way to a second copy.

The chain of what was said is the truth and everything else is folded from it; whoever holds the
segments holds the register. This makes a vault from them in a scratch folder, and compares.
"""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from intake.backup.drill import SCRATCH, Nowhere, sweep_scratch
from intake.clock import Clock
from intake.crypto import SigningKey
from intake.crypto.keys import Cost
from intake.errors import BackupUnfit
from intake.ids import Scope
from intake.ledger import Claim, DeviceSigner, Ledger
from intake.ledger.means import CheckSigner
from intake.policy import Policy
from intake.progress import Progress
from intake.register import VOCABULARY, Register
from intake.vault import Vault, create_vault

_CHEAP = Cost(1, 8 * 1024)


def prove(
    ledger: Ledger, beside: Path, check_signer: CheckSigner, progress: Progress
) -> str:
    """Fold every sealed segment into an empty vault; return the digest both agree on.

    Raises:
        BackupUnfit: they do not agree.
    """
    sweep_scratch(beside)
    folder = beside / SCRATCH
    try:
        made = create_vault(
            folder,
            passphrase=secrets.token_hex(16),
            counselor="",
            keyring=Nowhere(),
            policy=Policy(allow_any_place=True, ballast_mib=0),
            cost=_CHEAP,
        ).vault
        try:
            return _compared(ledger, _fold(ledger, made, check_signer, progress))
        finally:
            made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fold(
    ledger: Ledger, made: Vault, check_signer: CheckSigner, progress: Progress
) -> Ledger:
    device = DeviceSigner(SigningKey.generate(), None, made.device_id, "")
    fresh = Ledger(
        made,
        device=device,
        clock=Clock(),
        vocabulary=VOCABULARY,
        projections=(Register(made, progress),),
    )
    everything: Callable[[Scope, str], bool] = lambda _scope, _cls: True  # noqa: E731
    believed: Callable[[Claim], bool] = lambda _claim: True  # noqa: E731
    segments = tuple(
        twin
        for log, n in ledger.segments_missing({})
        for twin in ledger.wire_twins(log, n, everything)
    )
    fresh.merge(
        segments, check_signer=check_signer, authority=believed, progress=progress
    )
    return fresh


def _compared(ledger: Ledger, fresh: Ledger) -> str:
    digest = ledger.state_digest()
    if fresh.state_digest() != digest:
        raise BackupUnfit(why="differs")
    return digest
