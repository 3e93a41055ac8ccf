"""What the doctor says of a vault that is shut (보관함 점검): header, slots, keyring.

The device secret is asked for only to know whether it is there; it is not kept.
"""

from collections.abc import Iterator

from intake.desk.doctor_states import finding
from intake.desk.views.doctor import Finding
from intake.errors import (
    DeviceSecretMissing,
    KeyringLocked,
    KeyringSilent,
)
from intake.policy import Origin, read_policy
from intake.vault import (
    DeviceKeyring,
    FileKeyring,
    SystemKeyring,
    VaultLook,
    best_keyring,
)


def vault(look: VaultLook) -> Iterator[Finding]:
    """Say what the files look like, and which slots there are."""
    yield finding("vault", look.state, **_facts(look))
    if look.copies:
        yield finding("keys", _keys(look), **_slots(look))


def keyring(look: VaultLook, keyring: DeviceKeyring | None = None) -> Finding:
    """Ask the place of the second factor whether it answers."""
    try:
        if look.vault:
            kept = keyring or _place_of(look)
            kept.get(look.vault)
            return finding("keyring", "file" if kept.kind == "file" else "fine")
        found = keyring or best_keyring(allow_file=read_policy().allow_device_file)
    except KeyringSilent:
        return finding("keyring", silent_code(look))
    except KeyringLocked:
        return finding("keyring", "locked")
    except DeviceSecretMissing:
        return finding("keyring", "missing")
    return finding("keyring", "file" if found.kind == "file" else "fine")


def silent_code(look: VaultLook) -> str:
    """Return what a missing keyring means: nothing opens, or nothing can be made."""
    return "silent" if look.vault else "nowhere"


def keyring_answers() -> bool:
    """Whether a keyring is there at all; quick, and it wakes nobody."""
    try:
        best_keyring(allow_file=read_policy().allow_device_file)
    except KeyringSilent:
        return False
    except KeyringLocked:
        return True
    return True


def policy() -> Finding:
    """Whether IT's policy is believed and can be read as it was meant; lines and codes only."""
    origin = read_policy().origin
    if origin.newest:
        return _unfollowed(origin)
    if not origin.believed:
        return finding("policy", "unbelieved", why=origin.state)
    if origin.faults:
        line = origin.faults[0].line
        return finding("policy", "wrong", faults=origin.wrong, line=line)
    return finding("policy", "none" if origin.state == "build" else "fine")


def _unfollowed(origin: Origin) -> Finding:
    newest = str(origin.newest)
    if origin.state == "misnumbered":
        line = origin.faults[0].line
        return finding("policy", origin.state, line=line, newest=newest)
    return finding("policy", origin.state, serial=str(origin.serial), newest=newest)


def _place_of(look: VaultLook) -> DeviceKeyring:
    return FileKeyring() if look.second_factor == "file" else SystemKeyring()


def _keys(look: VaultLook) -> str:
    if not look.slots.get("code"):
        return "no-code"
    return "one-copy" if look.copies == 1 else "fine"


def _facts(look: VaultLook) -> dict[str, str | int]:
    if not look.size:
        return {}
    facts: dict[str, str | int] = {"size": look.size, "log": look.log_size}
    facts |= {"id": look.vault} if look.vault else {}
    return facts | {"wait": look.wait, "held": int(look.held)}


def _slots(look: VaultLook) -> dict[str, int]:
    return {
        "passphrases": look.slots.get("passphrase", 0),
        "codes": look.slots.get("code", 0),
        "recoveries": look.slots.get("age", 0),
    }
