"""A vault for a test: real SQLCipher, the cheapest lawful key, a keyring in memory."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from intake.crypto import keys
from intake.crypto.keys import Cost
from intake.errors import DeviceSecretMissing
from intake.policy import Policy
from intake.vault import Created, birth, create_vault, opening, renewal, slots

PASSPHRASE = "느린 강물 위의 달"
CHEAP = Cost(1, 8 * 1024)
POLICY = Policy(allow_any_place=True, ballast_mib=0)


@contextmanager
def cheap_guessing() -> Iterator[None]:
    """Let every passphrase and printed code made inside be guessed cheaply.

    What they really cost has tests of its own.
    """
    with ExitStack() as turned:
        for room in (keys, birth, opening, renewal, slots):
            for what in ("calibrate", "floor_cost"):
                if room is keys and what == "calibrate":
                    continue
                if hasattr(room, what):
                    turned.enter_context(patch.object(room, what, lambda *_a, **_s: CHEAP))  # fmt: skip
        yield


class MemoryKeyring:
    """A keyring that lasts as long as the test."""

    kind = "keyring"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get(self, vault: str) -> bytes:
        found = self.noted(vault, "device-secret")
        if found is None:
            raise DeviceSecretMissing
        return bytes.fromhex(found)

    def put(self, vault: str, secret: bytes) -> None:
        self.note(vault, "device-secret", secret.hex())

    def note(self, vault: str, name: str, text: str) -> None:
        self.kept[vault, name] = text

    def noted(self, vault: str, name: str) -> str | None:
        return self.kept.get((vault, name))


def a_vault(
    folder: Path, keyring: MemoryKeyring | None = None, counselor: str = "상담원"
) -> Created:
    return create_vault(
        folder,
        passphrase=PASSPHRASE,
        counselor=counselor,
        keyring=keyring or MemoryKeyring(),
        policy=POLICY,
        cost=CHEAP,
    )
