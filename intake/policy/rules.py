"""What each name of a policy may be, and the strict value where its line cannot stand.

The strict value is the safest one with which work goes on: nothing is allowed that IT may have
meant to forbid, and nothing is thrown away that IT may have meant to keep.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final, TypeAlias

from intake.errors import IntakeError
from intake.policy.values import ROLES, Policy

Value: TypeAlias = str | int | bool | tuple[str, ...]
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
_FINGERPRINT: Final = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """One name: its kind follows from the default."""

    strict: Value
    low: int = 0
    high: int = 0
    choices: tuple[str, ...] = ()
    fits: Callable[[str], bool] | None = None
    form: str = ""  # the code of what ``fits`` asks for

    @property
    def allowed(self) -> str:
        """What could stand, in a few signs that no language owns."""
        if self.high:
            return f"{self.low}-{self.high}"
        return ", ".join(f'"{one}"' for one in self.choices)

    def why_not(self, value: object, default: Value) -> str:
        """Return the code of what is wrong with a value; empty where it may stand."""
        if isinstance(default, tuple):
            return self._why_not_all(value)
        if type(value) is not type(default):
            return f"not-{type(default).__name__}"
        return self._why_not_one(value)

    def _why_not_all(self, value: object) -> str:
        if not (isinstance(value, tuple) and all(type(one) is str for one in value)):
            return "not-list"
        found = [why for one in value if (why := self._why_not_one(one))]
        return found[0] if found else ""

    def _why_not_one(self, value: object) -> str:
        if isinstance(value, int) and self.high:
            return "" if self.low <= value <= self.high else "range"
        if not isinstance(value, str):
            return ""
        if len(value) > _LONGEST * (10 if self.form == "recipient" else 1) or not value.isprintable():  # fmt: skip
            return "form"
        if self.choices and value not in self.choices:
            return "choice"
        return "" if self.fits is None or self.fits(value) else self.form


def is_whole(path: str) -> bool:
    """Whether a path is named in full, as either system writes it; empty is none at all."""
    windows = PureWindowsPath(path)
    whole = windows.is_absolute() and bool(windows.drive)
    return not path or whole or PurePosixPath(path).is_absolute()


def is_address(text: str) -> bool:
    """Whether it is a web address without a name or a password: anybody may read a policy."""
    return bool(re.match(r"https?://[^/?#@]*(?:[/?#]|$)", text))


def _is_recipient(text: str) -> bool:
    from intake.crypto import PqRecipient  # noqa: PLC0415 - loaded where one is named

    try:
        PqRecipient.parse(text)
    except (IntakeError, ValueError):
        return False
    return True


_FILE: Final = Rule("", fits=is_whole, form="path")
RULES: Final[Mapping[str, Rule]] = {
    "serial": Rule(0, 0, 9_999_999_999),
    "lock_minutes": Rule(10, 1, 30),
    "lock_minutes_most": Rule(10, 1, 30),
    "updates": Rule("ask-it", choices=("next-start", "ask-it", "off")),
    "update_source": Rule(""),
    "log_years_least": Rule(30, 2, 30),
    "backup_keep_least": Rule(60, 2, 60),
    "allow_any_place": Rule(strict=False),
    "allow_device_file": Rule(strict=False),
    "allow_own_places": Rule(strict=False),
    "allow_metered": Rule(strict=False),
    "recovery_recipients": Rule((), fits=_is_recipient, form="recipient"),
    "answer_renewals": Rule(strict=False),
    "library_root": _FILE,
    "allow_development_root": Rule(strict=False),
    "roster_days": Rule(90, 30, 800),
    "argon2_floor_mib": Rule(64, 64, 2048),
    "ballast_mib": Rule(64, 0, 1024),
    "center.role": Rule("", choices=("center", "central", "escrow")),
    "center.code": Rule("", fits=lambda text: bool(_CODE.fullmatch(text)), form="code"),
    "center.name": Rule("", fits=lambda text: bool(text.strip()), form="empty"),
    "central.card": _FILE,
    "central.fingerprint": Rule(
        "", fits=lambda text: bool(_FINGERPRINT.fullmatch(text)), form="fingerprint"
    ),
    "roles.allowed": Rule(("COUNSELOR",), choices=ROLES),
    "drives.allowed": Rule(()),
}
_NAME: Final = Rule("", fits=lambda text: bool(text.strip()), form="empty")
MAILBOX: Final[Mapping[str, Rule]] = {
    "name": _NAME,
    "kind": Rule("", choices=("folder", "webdav", "s3", "sftp")),
    "address": _NAME,
    "folder": Rule(""),
    "region": Rule(""),
    "ca_file": _FILE,
    "known_hosts": _FILE,
    "key_file": _FILE,
    "proxy": Rule(
        "",
        fits=lambda text: not text or is_address(text),
        form="url",
    ),
    "rate": Rule(0, 0, 1 << 20),
}
TABLES: Final = ("center", "central", "roles", "drives", "mailbox")


def attribute(name: str) -> str:
    """Return the attribute of ``Policy`` that a name of the file sets."""
    return name.replace(".", "_")


def default_of(name: str) -> Value:
    """Return the program's own value."""
    value: Value = getattr(Policy(), attribute(name))
    return value


def strict_policy() -> dict[str, Value]:
    """Return the strict value of every name: for a file that is not believed."""
    return {attribute(name): rule.strict for name, rule in RULES.items()}
