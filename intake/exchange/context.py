"""What an exchange works with: the open rooms of one workspace, as one frozen value."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.bundle import Addressee
from intake.clock import Clock
from intake.ledger import Ledger
from intake.register import Register
from intake.trust import Moving, Trust
from intake.vault import Vault

OUTBOX: Final = "outbox"
QUARANTINE: Final = "quarantine"
ATTACHMENTS: Final = "attachments"


@dataclass(frozen=True, slots=True)
class Exchange:
    """The rooms an exchange needs (주고받기)."""

    vault: Vault
    ledger: Ledger
    register: Register
    trust: Trust
    clock: Clock
    suffix: str = "age"
    answers_renewals: bool = False  # IT's policy: no person has to press for a renewal

    @property
    def moving(self) -> Moving:
        """Certificates that are renewed and taken back."""
        return Moving(self.vault, self.trust, self.clock)

    @property
    def outbox(self) -> Path:
        """Where sealed bundles wait until they are acknowledged."""
        return _made(self.vault.folder / OUTBOX)

    @property
    def quarantine(self) -> Path:
        """Where arriving bundles lie, sealed, until every byte is verified."""
        return _made(self.vault.folder / QUARANTINE)

    @property
    def attachments(self) -> Path:
        """Where sealed attachments lie beside the vault."""
        return _made(self.vault.folder / ATTACHMENTS)

    @property
    def center(self) -> str:
        """The code of our own organisation."""
        return self.trust.own().center

    @property
    def addressee(self) -> Addressee:
        """Who we are to a sender: our center, this laptop, and the keys that open here."""
        own = self.trust.own()
        return Addressee(
            frozenset({own.center, own.device}),
            frozenset(one.recipient.digest for one in own.identities),
        )


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
