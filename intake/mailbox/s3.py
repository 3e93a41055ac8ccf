"""A bucket of an S3 server as a mailbox; requests are signed by AWS Signature Version 4.

* Publishing is one PUT with ``If-None-Match: *`` and the hash of its bytes in the signature: a PUT
  that is cut leaves nothing. A server that ignores the condition overwrites equal bytes by equal
  bytes, for a name is the hash of what lies under it.
* A part is at most 64 MiB and is held in memory while it is hashed and sent.
* Keys are secrets: they sign, and stand in no message or address.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from intake.clock import utc, wall_ms
from intake.crypto.sigv4 import NOTHING, Signer, canonical_query
from intake.errors import Cut, MailboxOdd, NotFound
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

_THERE = frozenset({409, 412})
_MOST_ANSWERS = 10_000  # of a thousand names each


@dataclass(frozen=True, slots=True)
class Bucket:
    """Which bucket, and who asks."""

    name: str
    access_key: str = field(repr=False)
    secret_key: str = field(repr=False)
    region: str = "us-east-1"


class S3Mailbox:
    """A mailbox in a bucket, addressed by path."""

    kind: ClassVar[str] = "s3"

    def __init__(self, server: Server, bucket: Bucket, name: str = "", wall: Callable[[], int] = wall_ms) -> None:  # fmt: skip
        """Know where it lies; nothing is asked yet."""
        parts = urlsplit(server.url)
        self._name = name or parts.hostname or "s3"
        self._origin, self._host = f"{parts.scheme}://{parts.netloc}", parts.netloc
        self._top = f"/{bucket.name}"
        self._wire = Wire(server, self._name)
        self._signer = Signer(bucket.access_key, bucket.secret_key, bucket.region)
        self._wall = wall
        self._prepared = False

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    def close(self) -> None:
        """Let the connection go."""
        self._wire.close()

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        name = f"{ROOT}/{check_key(key)}"
        if key in self.list(key):
            return False
        data = _whole(source, size)
        self._prepare()
        return self._put(name, data)

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so."""
        return dict(sorted(self._found(prefix)))

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object, in order."""
        url, headers = self._signed("GET", f"{ROOT}/{check_key(key)}")
        with self._wire.ask(
            "GET", url, headers=headers, fine=frozenset({404})
        ) as found:
            if not found.is_success:
                raise NotFound(entity="mailbox-object")
            yield from self._wire.body(found)

    def delete(self, key: str) -> None:
        """Remove one object."""
        url, headers = self._signed("DELETE", f"{ROOT}/{check_key(key)}")
        with self._wire.ask("DELETE", url, headers=headers, fine=frozenset({404})):
            pass

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper, at most one byte more than ``limit``."""
        url, headers = self._signed("GET", f"{ROOT}/{check_paper(name)}")
        with self._wire.ask("GET", url, headers=headers, fine=frozenset({404})) as found:  # fmt: skip
            return no_more(self._wire.body(found), limit) if found.is_success else None

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there: one PUT is whole or not at all."""
        self._prepare()
        said = {"content-length": str(len(data))}
        url, headers = self._signed("PUT", f"{ROOT}/{check_paper(name)}", said, data)
        with self._wire.ask("PUT", url, headers=headers, content=data, needed=len(data)):  # fmt: skip
            pass

    # --- within ------------------------------------------------------------------------

    def _put(self, name: str, data: bytes) -> bool:
        said = {"if-none-match": "*", "content-length": str(len(data))}
        url, headers = self._signed("PUT", name, said, data)
        with self._wire.ask("PUT", url, headers=headers, content=data, fine=_THERE, needed=len(data)) as found:  # fmt: skip
            return found.is_success

    def _prepare(self) -> None:
        if not self._prepared:
            self._put(f"{ROOT}/{README_NAME}", README.encode())
            self._prepared = True

    def _found(self, prefix: str) -> Iterator[tuple[str, int]]:
        asked = {"list-type": "2", "prefix": f"{ROOT}/{prefix}"}
        for _ in range(_MOST_ANSWERS):
            root = self._listed(asked)
            for one in _every(root, "Contents"):
                key, size = _said(one, "Key").removeprefix(f"{ROOT}/"), read_size(_said(one, "Size"), self._name)  # fmt: skip
                if key.startswith(prefix) and read_key(key) and size is not None:
                    yield key, size
            more = _said(root, "NextContinuationToken")
            if _said(root, "IsTruncated") != "true" or not more:
                return
            asked["continuation-token"] = more
        raise MailboxOdd(mailbox=self._name, why="answer")

    def _listed(self, asked: Mapping[str, str]) -> Element:
        url, headers = self._signed("GET", "", query=asked)
        with self._wire.ask("GET", url, headers=headers) as found:
            root = read_markup(self._wire.body(found, packed=False), self._name)
        if root.tag.rpartition("}")[2] != "ListBucketResult":
            raise MailboxOdd(mailbox=self._name, why="answer")
        return root

    def _signed(self, method: str, name: str, headers: Mapping[str, str] | None = None, data: bytes = b"", query: Mapping[str, str] | None = None) -> tuple[str, dict[str, str]]:  # fmt: skip
        path, asked = f"{self._top}/{name}" if name else self._top, query or {}
        digest = hashlib.sha256(data).hexdigest() if data else NOTHING
        told = {**(headers or {}), "host": self._host, "x-amz-content-sha256": digest}
        when = utc(self._wall()).replace("-", "").replace(":", "")
        tail = f"?{canonical_query(asked)}" if asked else ""
        url = f"{self._origin}{quote(path, safe='/-_.~')}{tail}"
        return url, self._signer.signed(method, path, asked, told, when)


def _whole(source: Source, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = source.read(min(size - len(data), STEP))
        if not chunk:
            raise Cut(why="short")
        data += chunk
    return bytes(data)


def _every(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root if one.tag.rpartition("}")[2] == name)


def _said(one: Element, name: str) -> str:
    return next((part.text or "" for part in _every(one, name)), "")
