"""The device secret (기기 비밀): a second factor with a way round it, kept by the system.

* 32 random bytes per vault, as 44 characters under a service name of its own.
* Three failures that need three different answers: no keyring at all, a locked one, and one
  that answers but does not hold the secret.
* The keyring may wait for a person: every call runs beside the caller with a time limit.
"""

import base64
import concurrent.futures
import contextlib
import errno
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from intake.crypto.keys import KEY
from intake.errors import (
    DeviceSecretMissing,
    KeyringLocked,
    KeyringSilent,
    NoRoom,
    ReadOnlyPlace,
)
from intake.plain_files import sync_folder

_SECONDS = 60
_USER = "device-secret"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
T = TypeVar("T")


class DeviceKeyring(Protocol):
    """Wherever a device secret is kept."""

    kind: str  # written into the key file, so that a weaker place is never silent

    def get(self, vault: str) -> bytes:
        """Return the secret of a vault.

        Raises:
            KeyringSilent, KeyringLocked, DeviceSecretMissing: three different answers.
        """

    def put(self, vault: str, secret: bytes) -> None:
        """Keep the secret of a vault, replacing an older one.

        Raises:
            KeyringSilent, KeyringLocked: it was not kept.
        """

    def note(self, vault: str, name: str, text: str) -> None:
        """Keep a short public remark beside the secret (the ledger's anchor)."""

    def noted(self, vault: str, name: str) -> str | None:
        """Return such a remark, or None."""


class SystemKeyring:
    """The keyring of the operating system."""

    kind = "keyring"

    def get(self, vault: str) -> bytes:
        """Return the secret of a vault (see ``DeviceKeyring``)."""
        return _secret(self.noted(vault, _USER))

    def put(self, vault: str, secret: bytes) -> None:
        """Keep the secret of a vault (see ``DeviceKeyring``)."""
        self.note(vault, _USER, base64.b64encode(secret).decode())

    def note(self, vault: str, name: str, text: str) -> None:
        """Keep a short remark under this vault's service name."""
        _patiently(lambda: _backend().set_password(_service(vault), name, text))

    def noted(self, vault: str, name: str) -> str | None:
        """Return a remark kept under this vault's service name."""
        return _patiently(lambda: _backend().get_password(_service(vault), name))


class FileKeyring:
    """A file only this account may read, where policy allows it and no keyring exists.

    A weaker place, and the key file says so: whoever copies the whole disk has both factors.
    """

    kind = "file"

    def __init__(self, folder: Path | None = None) -> None:
        """Keep files in a folder outside the workspace."""
        self._folder = folder or _config_folder()

    def get(self, vault: str) -> bytes:
        """Return the secret of a vault (see ``DeviceKeyring``)."""
        return _secret(self.noted(vault, _USER))

    def put(self, vault: str, secret: bytes) -> None:
        """Keep the secret of a vault (see ``DeviceKeyring``)."""
        self.note(vault, _USER, base64.b64encode(secret).decode())

    def note(self, vault: str, name: str, text: str) -> None:
        """Write one remark, whole or not at all.

        Raises:
            NoRoom, ReadOnlyPlace: nothing can be written there; the former one is kept.
        """
        path, part = self._path(vault, name), self._path(vault, name + ".part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            if error.errno in _FULL:
                raise NoRoom from error
            raise ReadOnlyPlace(place="vault") from error
        with contextlib.suppress(OSError):  # where a folder cannot be waited for
            sync_folder(self._folder)

    def noted(self, vault: str, name: str) -> str | None:
        """Return one remark, or None; bytes that are not text are none.

        Raises:
            KeyringSilent: there is one, and this account may not read it.
        """
        try:
            return self._path(vault, name).read_text(encoding="ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        except OSError as error:
            raise KeyringSilent from error

    def _path(self, vault: str, name: str) -> Path:
        return self._folder / f"{vault}.{name}"


def best_keyring(*, allow_file: bool) -> DeviceKeyring:
    """Return the system's keyring, or the file where there is none and policy allows it.

    Raises:
        KeyringSilent: there is no keyring and policy does not allow the file.
    """
    try:
        _patiently(_backend)
    except KeyringSilent:
        if allow_file:
            return FileKeyring()
        raise
    return SystemKeyring()


class _Backend(Protocol):
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def get_password(self, service: str, username: str) -> str | None: ...


def _backend() -> _Backend:
    """Return the platform's own backend: entry points are not found in a frozen build."""
    if sys.platform == "win32":
        from keyring.backends import Windows  # noqa: PLC0415 - slow, and only here

        vaulted = Windows.WinVaultKeyring()
        vaulted.persist = "local machine"  # the default roams with the profile
        return vaulted
    if sys.platform == "darwin":
        from keyring.backends import macOS  # noqa: PLC0415

        return macOS.Keyring()
    from keyring.backends import SecretService  # noqa: PLC0415

    _ = SecretService.Keyring.priority  # raises where no service answers
    found: _Backend = SecretService.Keyring()  # type: ignore[no-untyped-call]
    return found


def _patiently(ask: Callable[[], T]) -> T:
    """Ask in a thread of its own; a keyring that waits for a person is a locked one."""
    from keyring.errors import InitError, KeyringError  # noqa: PLC0415
    from keyring.errors import KeyringLocked as Shut  # noqa: PLC0415

    answer: concurrent.futures.Future[T] = concurrent.futures.Future()
    # Python waits at its end for the threads of a pool: one that never answers would keep it
    threading.Thread(target=_answered, args=(ask, answer), daemon=True).start()  # noqa: TID251 - touches no window
    try:
        return answer.result(timeout=_SECONDS)
    except (TimeoutError, Shut) as error:
        raise KeyringLocked from error
    except (
        InitError
    ) as error:  # the system asked a person, who did not answer or said no
        asked = any(word in str(error).lower() for word in ("unlock", "dismissed"))
        raise (KeyringLocked if asked else KeyringSilent) from error
    except (KeyringError, RuntimeError, OSError) as error:
        raise KeyringSilent from error


def _answered(ask: Callable[[], T], answer: "concurrent.futures.Future[T]") -> None:
    try:
        answer.set_result(ask())
    except BaseException as error:  # noqa: BLE001 - whoever asked hears of it
        answer.set_exception(error)


def _secret(found: str | None) -> bytes:
    """Return the secret that was found; what is not one is as good as none."""
    try:
        secret = base64.b64decode(found or "", validate=True)
    except ValueError as error:
        raise DeviceSecretMissing from error
    if len(secret) != KEY:
        raise DeviceSecretMissing
    return secret


def _service(vault: str) -> str:
    return f"kr.ieum/vault/{vault}"


def _config_folder() -> Path:
    if os.name == "nt":
        return Path(os.environ["LOCALAPPDATA"]) / "Ieum" / "device"
    return (
        Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        / "ieum"
        / "device"
    )
