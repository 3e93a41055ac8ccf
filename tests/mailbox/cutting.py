"""A line that is cut (끊긴 선): a TCP proxy on this computer that ends after so many bytes."""

import contextlib
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock, Thread  # noqa: TID251 - a server of the test

from tests.mailbox.servers import HERE

_RESET = struct.pack("ii", 1, 0)  # the other side hears of it at once


@dataclass
class Line:
    """What goes up to a server through it, all connections together."""

    to: int
    port: int = 0
    left: int | None = None  # bytes up to the cut; None: never
    went: int = 0
    _lock: Lock = field(default_factory=Lock)

    def cut_after(self, left: int | None) -> None:
        """Be whole again, until so many bytes went up."""
        with self._lock:
            self.left, self.went = left, 0

    def take(self, size: int) -> int:
        """Return how many of these bytes may still go up."""
        with self._lock:
            may = size if self.left is None else max(0, min(size, self.left - self.went))  # fmt: skip
            self.went += may
            return may


@contextlib.contextmanager
def cutting(port: int) -> Iterator[Line]:
    """A line to a server, while it is needed."""
    with socket.create_server((HERE, 0)) as listening:
        line = Line(port, listening.getsockname()[1])
        Thread(target=_accept, args=(listening, line), daemon=True).start()
        yield line
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


def _accept(listening: socket.socket, line: Line) -> None:
    with contextlib.suppress(OSError):
        while True:
            near, _ = listening.accept()
            try:
                far = socket.create_connection((HERE, line.to))
            except OSError:
                near.close()
                continue
            for source, sink, up in ((near, far, True), (far, near, False)):
                Thread(target=_pump, args=(source, sink, line, up), daemon=True).start()  # fmt: skip


def _pump(source: socket.socket, sink: socket.socket, line: Line, up: bool) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(4096):
            may = line.take(len(data)) if up else len(data)
            sink.sendall(data[:may])
            if may < len(data):
                for one in (source, sink):
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                break
    for one in (source, sink):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
    sink.close()
    source.close()
