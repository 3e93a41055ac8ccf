"""Which policy this workspace may follow: none with a lower number than one it followed before.

The number is kept in the vault, where no hand but a backup's takes it back, and in a file of this
account, where it is seen before anything is opened; the higher one counts, and both are raised.
"""

import contextlib
from typing import Final

from intake.errors import IntakeError
from intake.policy import Policy, newest_seen, no_older, number, remember
from intake.vault import Vault

_FACT: Final = "policy/serial"


def followed(vault: Vault, policy: Policy) -> Policy:
    """Return the policy as it is followed here, and keep its number where it is a new one."""
    if not policy.origin.in_place:  # named by hand, for a trial
        return policy
    kept = number(vault.fact(_FACT))
    newest = max(kept, newest_seen())
    judged = no_older(policy, newest)
    newest = max(newest, judged.serial)
    if newest > kept:
        with contextlib.suppress(IntakeError, OSError):  # opened all the same
            vault.keep_fact(_FACT, str(newest))
    remember(newest)
    return judged
