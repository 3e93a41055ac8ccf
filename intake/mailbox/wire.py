"""The wire (연결): one careful HTTP client for every mailbox on a server.

* TLS 1.2 or newer, the system's authorities or one private CA (사설 인증기관); with a pin the key
  of the server's certificate is compared before a byte of ours is sent (RFC 7469's SPKI hash).
* Nothing is followed anywhere: a redirect is told to a person. Every wait has an end.
* Names and passwords go to one server and stand in no message.
"""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

from typing_extensions import override

from intake.crypto.pins import pin_of
from intake.errors import MailboxAway, MailboxOdd, MailboxRefuses, NoRoom, ReadOnlyPlace

if TYPE_CHECKING:  # slow to load, and asked for only by whoever has a server
    import httpx

STEP: Final = 256 * 1024  # bytes at once
CONNECT, ANSWER = 10.0, 60.0  # seconds without any sign of the server
_TRICKLE: Final = 4 * 1024  # bytes in as long; less is no sign of it
_FULL = {413, 507}
_PASSWORD, _FORBIDDEN = {401, 407}, {403}
_BUSY = {408, 423, 425, 429}


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox lies, and how its server is known."""

    url: str  # https://…; http:// only to this computer itself
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    pin: str = ""  # base64 of SHA-256 of the certificate's public key
    proxy: str = field(default="", repr=False)
    connect: float = CONNECT
    answer: float = ANSWER


class Wire:
    """A connection to one server; every failure comes out as one of our errors."""

    def __init__(self, server: Server, name: str) -> None:
        """Connect when first asked; ``name`` stands in messages.

        Raises:
            MailboxOdd: the address is none that may be used.
        """
        import httpx  # noqa: PLC0415 - see above

        self._name, self._answer = name, server.answer
        here = _is_here(_checked(server.url, name))
        waits = httpx.Timeout(server.answer, connect=server.connect)
        self._client = httpx.Client(
            verify=_context(server),
            timeout=waits,
            proxy=server.proxy or None,
            follow_redirects=False,
            trust_env=not here,
            headers={"User-Agent": "Ieum", "Accept-Encoding": "identity"},
            auth=httpx.BasicAuth(server.user, server.password) if server.user else None,
        )

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    @contextmanager
    def ask(
        self,
        method: str,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        content: bytes | Iterator[bytes] | None = None,
        fine: frozenset[int] = frozenset(),
        needed: int = 0,
    ) -> "Iterator[httpx.Response]":
        """Ask the server once and give its answer, unread; ``fine`` are refusals that are told.

        Raises:
            MailboxAway: no connection, or it was cut.
            MailboxRefuses: name and password, or what they may do.
            MailboxOdd: it is not what it was: certificate, redirect, an answer nobody expects.
            NoRoom, ReadOnlyPlace: it says so.
        """
        from httpx import HTTPError  # noqa: PLC0415 - see above

        try:
            with self._client.stream(method, url, headers=headers, content=content) as found:  # fmt: skip
                self._check(found, fine, needed)
                yield found
        except ssl.SSLError as error:
            raise MailboxOdd(mailbox=self._name, why="certificate") from error
        except HTTPError as error:
            raise self._refusal(error) from error
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error

    def body(self, found: "httpx.Response", *, packed: bool = True) -> Iterator[bytes]:
        """Yield the bytes of an answer as they come; one that only drips counts as silent."""
        chunks = found.iter_raw() if packed else found.iter_bytes()
        return steady(chunks, self._answer, self._name)

    def _check(
        self, found: "httpx.Response", fine: frozenset[int], needed: int
    ) -> None:
        status = found.status_code
        if found.is_success or status in fine:
            return
        if status in _PASSWORD:
            raise MailboxRefuses(mailbox=self._name, why="password")
        if status in _FORBIDDEN:
            raise MailboxRefuses(mailbox=self._name, why="forbidden")
        if status in _FULL:
            raise NoRoom(needed=needed)
        if status in {405, 501}:
            raise ReadOnlyPlace(place=self._name)
        if found.is_redirect:
            raise MailboxOdd(mailbox=self._name, why="redirect")
        if status in _BUSY or found.is_server_error:
            raise MailboxAway(mailbox=self._name)
        raise MailboxOdd(mailbox=self._name, why="answer")

    def _refusal(self, error: "httpx.HTTPError") -> Exception:
        from httpx import DecodingError, RemoteProtocolError  # noqa: PLC0415 - see above

        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLError):
                return MailboxOdd(mailbox=self._name, why="certificate")
            cause = cause.__cause__ or cause.__context__
        if isinstance(error, RemoteProtocolError | DecodingError):
            return MailboxOdd(mailbox=self._name, why="answer")
        return MailboxAway(mailbox=self._name)


def steady(chunks: Iterator[bytes], wait: float, mailbox: str, now: Callable[[], float] = time.monotonic) -> Iterator[bytes]:  # fmt: skip
    """Yield what comes, while it is worth waiting for.

    Raises:
        MailboxAway: next to nothing came for as long as silence is borne.
    """
    waited, given, begun = 0.0, 0, now()
    for chunk in chunks:
        waited, given = waited + now() - begun, given + len(chunk)
        if waited > wait:
            if given < _TRICKLE:
                raise MailboxAway(mailbox=mailbox)
            waited, given = 0.0, 0
        yield chunk
        begun = now()  # what the reader did meanwhile is not the server's silence


def presented_pin(server: Server) -> str:
    """Return the pin of the certificate that a server shows now, believed or not; empty for none.

    Nothing is sent to it. It is for a person to compare with what the server's keeper reads out.
    """
    parts = urlsplit(server.url)
    if parts.scheme != "https" or not parts.hostname:
        return ""
    try:
        shown = ssl.get_server_certificate((parts.hostname, parts.port or 443), timeout=server.connect)  # fmt: skip
    except OSError:
        return ""
    return pin_of(ssl.PEM_cert_to_DER_cert(shown))


def _checked(url: str, name: str) -> SplitResult:
    """Check that bytes and a password travel encrypted, or not beyond this computer."""
    try:
        known = urlsplit(url)
        fine = bool(known.hostname) and not known.username and (known.port or 1) > 0
    except ValueError:
        raise MailboxOdd(mailbox=name, why="address") from None
    plain = known.scheme == "http" and _is_here(known)
    if not fine or not (known.scheme == "https" or plain):
        raise MailboxOdd(mailbox=name, why="address")
    return known


def _is_here(url: SplitResult) -> bool:
    return url.hostname in {"127.0.0.1", "::1", "localhost"}


def _context(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=server.ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if server.pin:
        context.sslsocket_class = _pinned(ssl.SSLSocket, server.pin)
        context.sslobject_class = _pinned(ssl.SSLObject, server.pin)
    return context


def _pinned(kind: type, pin: str) -> type:
    """Return a socket that compares the server's key at the end of the handshake."""

    class Pinned(kind):  # type: ignore[misc] # either of two classes of the standard library
        @override
        def do_handshake(self, *args: object) -> None:
            super().do_handshake(*args)
            if pin_of(self.getpeercert(binary_form=True) or b"") != pin:
                raise ssl.SSLCertVerificationError("pin")

    return Pinned
