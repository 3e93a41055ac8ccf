"""A folder on an SFTP server as a mailbox (extra ``sftp``: paramiko).

* The host's key stands in a file of known hosts that IT hands out; an unknown or changed key is
  refused, never learnt.
* Publishing is ``.tmp-…``, a look at its size, rename: version 3 of the protocol refuses to rename
  onto a file that is there.
* Every wait has an end, before there is a channel too; what is not the protocol is told as such.
* Names of other people's files may be no UTF-8 (``메모.txt`` of an older Windows is none).
"""

import contextlib
import secrets
import socket
import stat
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from intake.errors import (
    Cut,
    MailboxAway,
    MailboxOdd,
    MailboxRefuses,
    NotFound,
    NotInstalled,
)
from intake.mailbox.mailbox import (
    README,
    README_NAME,
    ROOT,
    Source,
    check_key,
    read_key,
)
from intake.mailbox.markup import LARGEST
from intake.mailbox.papers import check_paper

if TYPE_CHECKING:
    from paramiko import Message, SFTPClient, SSHClient

Publish = Callable[["SFTPClient", str, str], bool]
_STEP = 32 * 1024  # one packet of the protocol
_WAIT = 15.0


@dataclass(frozen=True, slots=True)
class Host:
    """Which host, whose account, and how both are known."""

    host: str
    user: str = field(repr=False)
    known_hosts: Path
    folder: str = "."
    port: int = 22
    key_file: Path | None = None
    password: str = field(default="", repr=False)  # of the account, or of the key file
    wait: float = _WAIT


class SftpMailbox:
    """A mailbox below a folder of an account."""

    kind: ClassVar[str] = "sftp"

    def __init__(self, host: Host, name: str = "") -> None:
        """Know where it lies; nothing is asked yet."""
        self._host, self._name = host, name or host.host
        self._top = f"{host.folder.rstrip('/')}/{ROOT}"
        self._open: tuple[SSHClient, SFTPClient] | None = None
        self._there: set[str] = set()

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    def close(self) -> None:
        """Let the connection go."""
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        final = f"{self._top}/{check_key(key)}"
        with self._session() as sftp:
            if _size(sftp, final) is not None:
                return False
            return self._put_whole(sftp, final, source, size, _publish)

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so."""
        with self._session() as sftp:
            found = dict(sorted(_found(sftp, self._top, "", prefix)))
        if max(found.values(), default=0) > LARGEST:
            raise MailboxOdd(mailbox=self._name, why="answer")
        return found

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order."""
        name = f"{self._top}/{check_key(key)}"
        with self._session() as sftp:
            if _size(sftp, name) is None:
                raise NotFound(entity="mailbox-object")
            with sftp.open(name, "rb") as file:
                file.prefetch()
                while chunk := file.read(_STEP):
                    yield chunk

    def delete(self, key: str) -> None:
        """Remove one object."""
        name = f"{self._top}/{check_key(key)}"
        with self._session() as sftp, contextlib.suppress(FileNotFoundError):
            sftp.remove(name)

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``."""
        file = f"{self._top}/{check_paper(name)}"
        with self._session() as sftp:
            if _size(sftp, file) is None:
                return None
            with sftp.open(file, "rb") as source:
                return source.read(limit + 1)

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there."""
        final = f"{self._top}/{check_paper(name)}"
        with self._session() as sftp:
            self._put_whole(sftp, final, BytesIO(data), len(data), _replace)

    # --- within ------------------------------------------------------------------------

    def _put_whole(self, sftp: "SFTPClient", final: str, source: Source, size: int, publish: "Publish") -> bool:  # fmt: skip
        folder = final.rpartition("/")[0]
        self._prepare(sftp, folder)
        temporary = f"{folder}/.tmp-{secrets.token_hex(8)}"
        try:
            _write(sftp, temporary, source, size)
            return publish(sftp, temporary, final)
        except BaseException:
            with contextlib.suppress(Exception):
                sftp.remove(temporary)
            raise

    @contextlib.contextmanager
    def _session(self) -> "Iterator[SFTPClient]":
        """Give the connection; whatever fails on it comes out as one of our errors."""
        try:
            from paramiko import SFTPError, SSHException  # noqa: PLC0415 - an extra, and slow to load
        except ImportError as error:
            raise NotInstalled(extra="sftp") from error
        try:
            yield self._connected()
        except PermissionError as error:
            raise MailboxRefuses(mailbox=self._name, why="forbidden") from error
        except (SFTPError, UnicodeError, struct.error, OverflowError) as error:
            self.close()
            raise MailboxOdd(mailbox=self._name, why="answer") from error
        except (OSError, EOFError, SSHException) as error:
            self.close()
            raise MailboxAway(mailbox=self._name) from error

    def _connected(self) -> "SFTPClient":
        if self._open is None:
            client = self._client()
            try:
                self._open = client, _sftp(client, self._host.wait)
            except BaseException:
                client.close()
                raise
        return self._open[1]

    def _client(self) -> "SSHClient":
        from paramiko import (  # noqa: PLC0415 - see above
            AuthenticationException,
            BadHostKeyException,
            PasswordRequiredException,
            RejectPolicy,
            SSHClient,
            SSHException,
        )

        host, client = self._host, SSHClient()
        client.set_missing_host_key_policy(RejectPolicy())
        secret = host.password or None
        try:
            client.load_host_keys(str(host.known_hosts))
            known = client.get_host_keys().lookup(_spelled(host)) is not None
            if not known:
                raise MailboxOdd(mailbox=self._name, why="certificate")
            client.connect(
                host.host, host.port, host.user,
                password=None if host.key_file else secret,
                passphrase=secret if host.key_file else None,
                key_filename=str(host.key_file) if host.key_file else None,
                timeout=host.wait, banner_timeout=host.wait, auth_timeout=host.wait,
                allow_agent=False, look_for_keys=False,
            )  # fmt: skip
        except (AuthenticationException, PasswordRequiredException) as error:
            client.close()
            if _is_silence(error):
                raise MailboxAway(mailbox=self._name) from error
            raise MailboxRefuses(mailbox=self._name, why="password") from error
        except BadHostKeyException as error:
            client.close()
            raise MailboxOdd(mailbox=self._name, why="certificate") from error
        except (OSError, EOFError, SSHException, socket.gaierror) as error:
            client.close()
            raise MailboxAway(mailbox=self._name) from error
        return client

    def _prepare(self, sftp: "SFTPClient", folder: str) -> None:
        """Make what is missing of the folders, from the top."""
        at = self._host.folder.rstrip("/")
        for step in folder.removeprefix(f"{at}/").split("/"):
            at = f"{at}/{step}"
            if at not in self._there:
                with contextlib.suppress(OSError):  # it is there: the write will tell
                    sftp.mkdir(at)
                self._there.add(at)
        readme = f"{self._top}/{README_NAME}"
        if _size(sftp, readme) is None:
            with sftp.open(readme, "wb") as file:
                file.write(README.encode())


def _sftp(client: "SSHClient", wait: float) -> "SFTPClient":
    """Begin the protocol; paramiko itself would wait for ever for a server that falls silent."""
    from paramiko import SFTPClient, SSHException  # noqa: PLC0415 - see above

    class Lenient(SFTPClient):
        def _request(self, t: int, *arg: object) -> "tuple[int, Message]":
            kind, told = super()._request(t, *arg)  # type: ignore[misc] # its stubs lack it
            told.get_text = lambda: told.get_string().decode("utf-8", "replace")
            return kind, told

    transport = client.get_transport()
    if transport is None:
        raise SSHException("closed")
    channel = transport.open_session(timeout=wait)
    channel.settimeout(wait)
    silence = threading.Timer(wait, client.close)
    silence.daemon = True
    silence.start()
    try:
        channel.invoke_subsystem("sftp")
        return Lenient(channel)
    finally:
        silence.cancel()


def _is_silence(error: Exception) -> bool:
    """Whether a host said nothing, or hung up, when it was asked to let somebody in.

    paramiko has one class for that and for a host that said no.
    """
    said = str(error)
    return "timeout" in said or "shut down" in said


def _spelled(host: Host) -> str:
    return host.host if host.port == 22 else f"[{host.host}]:{host.port}"  # noqa: PLR2004 - its own port


def _size(sftp: "SFTPClient", name: str) -> int | None:
    """Return how many bytes a plain file has; None where there is none."""
    try:
        found = sftp.lstat(name)
    except FileNotFoundError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode or 0) else None


def _write(sftp: "SFTPClient", name: str, source: Source, size: int) -> None:
    left = size
    with sftp.open(name, "wxb") as file:
        file.set_pipelined(pipelined=True)
        while left:
            chunk = source.read(min(left, _STEP))
            if not chunk:
                raise Cut(why="short")
            file.write(chunk)
            left -= len(chunk)
    if _size(sftp, name) != size:
        raise Cut(why="short")


def _publish(sftp: "SFTPClient", temporary: str, final: str) -> bool:
    """Rename; a server that says no because something is there leaves it as it is."""
    try:
        sftp.rename(temporary, final)
    except OSError:
        if _size(sftp, final) is None:
            raise
        sftp.remove(temporary)
        return False
    return True


def _replace(sftp: "SFTPClient", temporary: str, final: str) -> bool:
    """Rename onto what is there; a server that cannot has nothing there for a moment."""
    try:
        sftp.posix_rename(temporary, final)
    except OSError:
        with contextlib.suppress(FileNotFoundError):
            sftp.remove(final)
        sftp.rename(temporary, final)
    return True


def _found(sftp: "SFTPClient", top: str, below: str, prefix: str) -> Iterator[tuple[str, int]]:  # fmt: skip
    try:
        told = sftp.listdir_attr(f"{top}/{below}")
    except FileNotFoundError:
        return
    for one in told:
        path, mode = f"{below}{one.filename}", one.st_mode or 0
        if stat.S_ISDIR(mode) and path.count("/") < 2:  # noqa: PLR2004 - addressee, month
            if f"{path}/".startswith(prefix) or prefix.startswith(f"{path}/"):
                yield from _found(sftp, top, f"{path}/", prefix)
        elif stat.S_ISREG(mode) and path.startswith(prefix) and read_key(path):
            yield path, one.st_size or 0
