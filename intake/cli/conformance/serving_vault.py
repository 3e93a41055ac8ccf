"""A vault for one conversation: nothing of anybody is in it, so its key may be cheap."""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from intake.crypto.keys import Cost
from intake.errors import DeviceSecretMissing, InvalidAnswer
from intake.ledger.change import Value
from intake.policy import Policy
from intake.vault import Vault, create_vault

_CHEAP: Final = Cost(1, 8 * 1024)
_KINDS: Final = {"text": str, "number": int, "flag": bool}


def a_vault(folder: Path) -> Vault:
    """Make a vault in this folder."""
    return create_vault(
        folder,
        passphrase=secrets.token_hex(16),
        counselor="-",
        keyring=_NoKeyring(),
        policy=Policy(allow_any_place=True, ballast_mib=0),
        cost=_CHEAP,
    ).vault


class _NoKeyring:
    """Keeps what a vault wants kept as long as this process lives."""

    kind = "keyring"

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._noted: dict[tuple[str, str], str] = {}

    def get(self, vault: str) -> bytes:
        if vault not in self._kept:
            raise DeviceSecretMissing
        return self._kept[vault]

    def put(self, vault: str, secret: bytes) -> None:
        self._kept[vault] = secret

    def note(self, vault: str, name: str, text: str) -> None:
        self._noted[vault, name] = text

    def noted(self, vault: str, name: str) -> str | None:
        return self._noted.get((vault, name))


class Words:
    """The vocabulary of one request."""

    version = 1

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        """Take the fields a request names."""
        self._fields = fields

    def class_of(self, entity: str, field: str) -> str | None:
        """Return the class of a field, where there is one."""
        return self._fields.get(f"{entity}/{field}", [None])[0]

    def clean(self, entity: str, field: str, text: str) -> str:  # noqa: ARG002
        """Return a text as it is."""
        return text

    def check(self, entity: str, field: str, value: Value) -> None:
        """Check the kind of a value.

        Raises:
            InvalidAnswer: it is of another kind.
        """
        name = f"{entity}/{field}"
        if type(value) is not _KINDS[self._fields[name][1]]:
            raise InvalidAnswer(question=name, why="type")
