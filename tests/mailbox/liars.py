"""A WebDAV server of the tests' own: honest, until one of its stages is told to behave otherwise.

Stages: ``list`` and ``look`` (PROPFIND of a folder's entries, of one thing), ``get``, ``put``,
``move``, ``make``, ``delete``. A way of misbehaving takes the request and the honest answer
(status, headers, body) and returns what is said instead; or nothing, where it spoke itself.
"""

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.mailbox.servers import HERE

BRIEF, AMPLE = 0.25, 60.0  # seconds of patience with a server on this computer
Said = tuple[int, dict[str, str], bytes]
Way = Callable[["Asked", Said], Said | None]
_ENTRY = "<D:response><D:href>{}</D:href><D:propstat><D:prop>{}</D:prop></D:propstat></D:response>"
_FOLDER, _FILE = "<D:resourcetype><D:collection/></D:resourcetype>", "<D:resourcetype/><D:getcontentlength>{}</D:getcontentlength>"  # fmt: skip


@dataclass
class Liar:
    """What lies there, and how it behaves."""

    port: int = 0
    scheme: str = "http"
    files: dict[str, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=lambda: {"/box"})
    ways: dict[str, Way] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Where the mailbox lies."""
        return f"{self.scheme}://{HERE}:{self.port}/box"

    @property
    def patience(self) -> float:
        """How long its silence is borne: briefly where it is silent on purpose, and only there.

        Whoever speaks may take the time that a busy computer needs.
        """
        return BRIEF if set(self.ways.values()) & SILENT else AMPLE


class Asked(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    liar: Liar

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    @property
    def plain(self) -> str:
        """The path, without a slash behind it."""
        return self.path.rstrip("/")

    def silent(self) -> None:
        """Say no more while the test goes on."""
        self.liar.over.wait(AMPLE)
        self.close_connection = True

    def answer(self, stage: str, honest: Said) -> None:
        """Answer as this stage does."""
        self.liar.asked.append(stage)
        way = self.liar.ways.get(stage)
        said = way(self, honest) if way else honest
        if said is not None:
            self.say(*said)

    def say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Send an answer as it is."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_PROPFIND(self) -> None:
        self._body()
        liar, deep = self.liar, self.headers["Depth"] == "1"
        known = {one: _FILE.format(len(data)) for one, data in liar.files.items()}
        known |= dict.fromkeys(liar.folders, _FOLDER)
        here = [one for one in known if one == self.plain or (deep and one.rpartition("/")[0] == self.plain)]  # fmt: skip
        rows = "".join(_ENTRY.format(escape(one), known[one]) for one in sorted(here))
        body = f'<D:multistatus xmlns:D="DAV:">{rows}</D:multistatus>'.encode()
        there = self.plain in known
        self.answer("list" if deep else "look", (207, {}, body) if there else (404, {}, b""))  # fmt: skip

    def do_GET(self) -> None:
        data = self.liar.files.get(self.plain)
        self.answer("get", (404, {}, b"") if data is None else (200, {}, data))

    def do_PUT(self) -> None:
        if "put-unread" in self.liar.ways:
            self.answer("put-unread", (500, {}, b""))
            return
        self.liar.files[self.plain] = self._body()
        self.answer("put", (201, {}, b""))

    def do_MKCOL(self) -> None:
        there = self.plain in self.liar.folders
        self.liar.folders.add(self.plain)
        self.answer("make", (405 if there else 201, {}, b""))

    def do_MOVE(self) -> None:
        to = "/" + self.headers["Destination"].split("/", 3)[3]
        there = self.headers["Overwrite"] == "F" and to in self.liar.files
        if not there and "move" not in self.liar.ways:
            self.liar.files[to] = self.liar.files.pop(self.plain)
        self.answer("move", (412 if there else 201, {}, b""))

    def do_DELETE(self) -> None:
        gone = self.liar.files.pop(self.plain, None)
        self.answer("delete", (204, {}, b"") if gone is not None else (404, {}, b""))

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))


@contextlib.contextmanager
def lying(tls: Path | None = None) -> Iterator[Liar]:
    """Run a server; with a folder of ``make_certificate`` by TLS."""
    liar = Liar(scheme="https" if tls else "http")
    kind = type("AskedHere", (Asked,), {"liar": liar})
    server = ThreadingHTTPServer((HERE, 0), kind)
    server.daemon_threads, server.block_on_close = True, False
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # somebody hung up
    if tls:
        server.socket = shown(tls).wrap_socket(server.socket, server_side=True)
    liar.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)  # noqa: TID251 - a server of the test
    thread.start()
    try:
        yield liar
    finally:
        liar.over.set()
        server.shutdown()
        server.server_close()


def shown(tls: Path) -> ssl.SSLContext:
    """Return what a server shows of itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tls / "cert.pem", tls / "key.pem")
    return context


# --- ways of misbehaving ------------------------------------------------------------------


def hangs(asked: Asked, _honest: Said) -> None:
    """Says nothing at all."""
    asked.silent()


def hangs_midway(asked: Asked, honest: Said) -> None:
    """Falls silent in the middle of what it says."""
    status, _, body = honest
    asked.send_response(status)
    asked.send_header("Content-Length", str(len(body)))
    asked.end_headers()
    asked.wfile.write(body[: len(body) // 2])
    asked.wfile.flush()
    asked.silent()


def drips(asked: Asked, honest: Said) -> None:
    """Gives a byte now and then, and is never done."""
    asked.send_response(honest[0])
    asked.send_header("Connection", "close")
    asked.end_headers()
    with contextlib.suppress(OSError):
        while not asked.liar.over.wait(0.03):
            asked.wfile.write(b"<")
    asked.close_connection = True


SILENT = frozenset({hangs, hangs_midway, drips})


def endless(asked: Asked, honest: Said) -> None:
    """Never ends; it says no length and goes on until somebody hangs up."""
    asked.send_response(honest[0])
    asked.send_header("Connection", "close")
    asked.end_headers()
    with contextlib.suppress(OSError):
        asked.wfile.write(honest[2])
        while not asked.liar.over.is_set():
            asked.wfile.write(b"\0" * 65_536)
    asked.close_connection = True


def shorter(_asked: Asked, honest: Said) -> Said:
    """Gives less than there is, and says that this is all."""
    return honest[0], honest[1], honest[2][:-7]


def longer(_asked: Asked, honest: Said) -> Said:
    """Gives more than there is."""
    return honest[0], honest[1], honest[2] + b"and more"


def cut(asked: Asked, honest: Said) -> None:
    """Hangs up before the length that it said."""
    asked.say(honest[0], {"Content-Length": str(len(honest[2]) + 1)}, honest[2])
    asked.close_connection = True


def says(status: int, body: bytes = b"", **headers: str) -> Way:
    """Return a way that always says this."""
    told: dict[str, Any] = {name.replace("_", "-"): text for name, text in headers.items()}  # fmt: skip
    return lambda asked, honest: (status, told, body)


def respelled(change: Callable[[bytes], bytes]) -> Way:
    """Return a way that changes the body of the honest answer."""
    return lambda asked, honest: (honest[0], honest[1], change(honest[2]))
