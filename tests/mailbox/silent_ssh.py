"""An SSH server that falls silent at a stage of one's choice, or says what is no SFTP."""

import contextlib
import getpass
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import paramiko
import pytest

from intake.mailbox import sftp
from intake.mailbox.sftp import Host
from tests.mailbox.liars import AMPLE, BRIEF
from tests.mailbox.servers import HERE

BEFORE_THE_CHANNEL = ("banner", "keys")
STAGES = (*BEFORE_THE_CHANNEL, "channel", "subsystem", "version", "request")
_KEYS = [paramiko.ECDSAKey.generate() for _ in range(2)]


def _packet(kind: int, data: bytes) -> bytes:
    return struct.pack(">IB", len(data) + 1, kind) + data


_VERSION = _packet(2, struct.pack(">I", 3))
GARBAGE = {
    "bytes": b"\xff" * 64,
    "a page": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "another kind of packet": _packet(9, b"\0" * 8),
    "a version and rubbish": _VERSION + b"\xff" * 64,
    "an answer of nothing": _VERSION + _packet(102, struct.pack(">I", 1)),
    "a status of no letters": _VERSION + _packet(101, struct.pack(">III", 1, 4, 2) + b"\xff\xfe"),
    "names without end": _VERSION + _packet(104, struct.pack(">II", 1, 2**31)),
}  # fmt: skip


class _Silent(paramiko.ServerInterface):
    def __init__(self, stage: str, over: threading.Event) -> None:
        self._stage, self._over = stage, over
        self.transport: paramiko.Transport | None = None

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        return paramiko.AUTH_SUCCESSFUL

    def check_auth_password(self, username: str, password: str) -> int:
        if self._stage == "password":
            self._over.wait(AMPLE)
        if self._stage == "hangs up":
            self.transport.close()
        return paramiko.AUTH_FAILED

    def get_allowed_auths(self, username: str) -> str:
        return "publickey,password"

    def check_channel_request(self, kind: str, chanid: int) -> int:
        if self._stage == "channel":
            self._over.wait(AMPLE)
        return paramiko.OPEN_SUCCEEDED

    def check_channel_subsystem_request(self, channel: paramiko.Channel, name: str) -> bool:  # fmt: skip
        if self._stage == "subsystem":
            self._over.wait(AMPLE)
        return True


@contextlib.contextmanager
def running(home: Path, stage: str = "", said: bytes = b"") -> Iterator[Host]:
    """Run one; it says ``said`` once the subsystem is there, and no more."""
    over = threading.Event()
    said = _VERSION if stage == "request" else said
    with socket.create_server((HERE, 0)) as server:
        port = server.getsockname()[1]
        known = f"[{HERE}]:{port} {_KEYS[0].get_name()} {_KEYS[0].get_base64()}\n"
        (home / "known").write_text(known)
        _KEYS[1].write_private_key_file(str(home / "own"))
        thread = threading.Thread(target=_serve, args=(server, stage, said, over), daemon=True)  # noqa: TID251 - a server of the test # fmt: skip
        thread.start()
        # whoever speaks may take the time that a busy computer needs; silence is borne briefly
        patience = BRIEF if stage in BEFORE_THE_CHANNEL else AMPLE
        channel = sftp._sftp
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sftp, "_sftp", lambda client, _wait: channel(client, BRIEF))
            try:
                yield Host(HERE, getpass.getuser(), home / "known", ".", port, home / "own", wait=patience)  # fmt: skip
            finally:
                over.set()


def _serve(server: socket.socket, stage: str, said: bytes, over: threading.Event) -> None:  # fmt: skip
    with contextlib.suppress(OSError, EOFError, paramiko.SSHException):
        one, _ = server.accept()
        with one:
            if stage == "keys":
                one.sendall(b"SSH-2.0-Silent\r\n")
            if stage in BEFORE_THE_CHANNEL:
                over.wait(AMPLE)
                return
            transport = paramiko.Transport(one)
            transport.add_server_key(_KEYS[0])
            silent = _Silent(stage, over)
            silent.transport = transport
            transport.start_server(server=silent)
            channel = transport.accept(AMPLE)
            if channel is not None and said:
                channel.sendall(said)
            over.wait(AMPLE)
            transport.close()
