"""A folder on a WebDAV server (Nextcloud, Apache …) as a mailbox (RFC 4918).

* Publishing is PUT under ``.tmp-…``, a look at its size, MOVE with ``Overwrite: F``: a PUT that is
  cut can be visible on some servers, a MOVE is whole or not at all.
* Folders are asked one by one (``Depth: 1``); servers refuse to list a whole tree.
* Whatever else lies there is not listed, read, changed or removed.
"""

import contextlib
import secrets
from collections.abc import Iterator
from io import BytesIO
from typing import ClassVar
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from intake.errors import Cut, IntakeError, MailboxOdd, NotFound
from intake.mailbox.mailbox import (
    README,
    README_NAME,
    ROOT,
    Source,
    check_key,
    read_key,
)
from intake.mailbox.markup import read_markup, read_size
from intake.mailbox.papers import check_paper, no_more
from intake.mailbox.wire import STEP, Server, Wire

_MULTISTATUS = 207
_ASK = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>'
_DAV = "{DAV:}"
_LEVELS = 2  # addressee, month


class WebdavMailbox:
    """A mailbox below an address."""

    kind: ClassVar[str] = "webdav"

    def __init__(self, server: Server, name: str = "") -> None:
        """Know where it lies; nothing is asked yet."""
        self._name = name or urlsplit(server.url).hostname or "webdav"
        self._wire = Wire(server, self._name)
        self._top = f"{server.url.rstrip('/')}/{ROOT}"
        self._above = server.url.rstrip("/")
        self._there: set[str] = set()

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    def close(self) -> None:
        """Let the connection go."""
        self._wire.close()

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        final = f"{self._top}/{check_key(key)}"
        if self._size(final) is not None:
            return False
        return self._put_whole(final, source, size, "F")

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so."""
        return dict(sorted(self._found("", prefix, _LEVELS)))

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order."""
        with self._wire.ask("GET", f"{self._top}/{check_key(key)}", fine=frozenset({404, 409, 410})) as found:  # fmt: skip
            if not found.is_success:
                raise NotFound(entity="mailbox-object")
            yield from self._wire.body(found)

    def delete(self, key: str) -> None:
        """Remove one object."""
        self._remove(f"{self._top}/{check_key(key)}")

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``."""
        with self._wire.ask("GET", f"{self._top}/{check_paper(name)}", fine=frozenset({404, 409, 410})) as found:  # fmt: skip
            return no_more(self._wire.body(found), limit) if found.is_success else None

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there."""
        self._put_whole(
            f"{self._top}/{check_paper(name)}", BytesIO(data), len(data), "T"
        )

    # --- within ------------------------------------------------------------------------

    def _put_whole(self, final: str, source: Source, size: int, over: str) -> bool:
        folder = final.rpartition("/")[0]
        self._prepare(folder)
        temporary = f"{folder}/.tmp-{secrets.token_hex(8)}"
        try:
            self._put(temporary, source, size)
            return self._publish(temporary, final, over)
        except BaseException:
            with contextlib.suppress(IntakeError):
                self._remove(temporary)
            raise

    def _put(self, url: str, source: Source, size: int) -> None:
        headers = {"Content-Length": str(size), "Content-Type": "application/octet-stream"}  # fmt: skip
        with self._wire.ask("PUT", url, headers=headers, content=_bytes_of(source, size), needed=size):  # fmt: skip
            pass
        if self._size(url) != size:
            raise Cut(why="short")

    def _publish(self, temporary: str, final: str, over: str) -> bool:
        headers = {"Destination": final, "Overwrite": over}
        with self._wire.ask("MOVE", temporary, headers=headers, fine=frozenset({412})) as found:  # fmt: skip
            moved = found.is_success
        if not moved:
            self._remove(temporary)
        return moved

    def _prepare(self, folder: str) -> None:
        """Make what is missing of the folders above, from the top."""
        if folder in self._there:
            return
        at = self._above
        if at not in self._there and self._listed(at, "0") is None:
            self._make(at)
        self._there.add(at)
        for step in folder.removeprefix(f"{at}/").split("/"):
            at = f"{at}/{step}"
            if at not in self._there:
                self._make(at)
        readme = f"{self._top}/{README_NAME}"
        if self._size(readme) is None:
            with self._wire.ask("PUT", readme, content=README.encode()):
                pass

    def _make(self, folder: str) -> None:
        with self._wire.ask("MKCOL", folder, fine=frozenset({405})):
            self._there.add(folder)

    def _remove(self, url: str) -> None:
        with self._wire.ask("DELETE", url, fine=frozenset({404, 409, 410})):
            pass

    def _size(self, url: str) -> int | None:
        """Return how many bytes lie there; None where nothing does."""
        told = self._listed(url, "0")
        if told is None:
            return None
        return next((size for _, size in told if size is not None), None)

    def _found(self, below: str, prefix: str, levels: int) -> Iterator[tuple[str, int]]:
        told = self._listed(f"{self._top}/{below}", "1")
        for name, size in told or ():
            path = f"{below}{name}"
            if size is None and levels and name:
                if f"{path}/".startswith(prefix) or prefix.startswith(f"{path}/"):
                    yield from self._found(f"{path}/", prefix, levels - 1)
            elif size is not None and path.startswith(prefix) and read_key(path):
                yield path, size

    def _listed(
        self, url: str, depth: str
    ) -> tuple[tuple[str, int | None], ...] | None:
        """Return the last name and size of what lies there; a folder has no size."""
        headers = {"Depth": depth, "Content-Type": "application/xml"}
        with self._wire.ask("PROPFIND", url, headers=headers, content=_ASK, fine=frozenset({404, 409})) as found:  # fmt: skip
            if not found.is_success:
                return None
            if found.status_code != _MULTISTATUS:
                raise MailboxOdd(mailbox=self._name, why="answer")
            root = read_markup(self._wire.body(found, packed=False), self._name)
        own = urlsplit(url).path.rstrip("/")
        return tuple(_entries(root, own, self._name, itself=depth == "0"))


def _entries(root: Element, own: str, mailbox: str, *, itself: bool) -> Iterator[tuple[str, int | None]]:  # fmt: skip
    for one in root.iter(f"{_DAV}response"):
        path = _path(one.findtext(f"{_DAV}href") or "")
        if (path == unquote(own)) != itself:
            continue
        if one.find(f".//{_DAV}collection") is not None:
            yield path.rpartition("/")[2], None
            continue
        length = read_size(one.findtext(f".//{_DAV}getcontentlength") or "", mailbox)
        if length is not None:
            yield path.rpartition("/")[2], length


def _path(href: str) -> str:
    """Return where an entry says that it lies; nowhere, if that is no address."""
    try:
        return unquote(urlsplit(href).path).rstrip("/")
    except ValueError:
        return ""


def _bytes_of(source: Source, size: int) -> Iterator[bytes]:
    left = size
    while left:
        chunk = source.read(min(left, STEP))
        if not chunk:
            raise Cut(why="short")
        left -= len(chunk)
        yield chunk
