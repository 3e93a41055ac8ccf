"""A sealed file brought to a mailbox and back, against rclone on the same server in the same run.

Servers: those of the mailbox suite (Apache with TLS, wsgidav, rclone WebDAV and S3, moto, OpenSSH)
and a folder. Ours is ``send`` and ``fetch``: parts of 64 MiB, published whole, their size looked at,
every byte that came hashed and compared with the name. rclone is ``copyto`` as it stands, with its
own checks. Turn by turn; medians. The processor's time is the client's own; a server works for both
alike. A ratio above 1 is ours the faster, or the cheaper.

    nice -n 10 python -m tests.bench.bench_mailbox [--megabytes N] [--rounds N] [--only NAME,…]
"""

import argparse
import contextlib
import getpass
import hashlib
import os
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.mailbox import FolderMailbox, Mailbox, fetch, letter_for, send, withdraw
from intake.progress import Silent
from tests.bench.town import load
from tests.mailbox.servers import (
    ACCESS,
    BUCKET,
    HERE,
    PASSWORD,
    SECRET,
    SERVERS,
    USER,
    Ground,
    tool,
)

PLACE = Path("build/bench/mailbox")
QUIET, _MB = Silent(), 1_000_000


@dataclass(frozen=True)
class Took:
    """How long it took by the wall, and how long a processor worked for the client."""

    wall: float
    worked: float


@dataclass(frozen=True)
class Ours:
    """Our client at one mailbox."""

    mailbox: Mailbox
    file: Path

    def up(self) -> None:
        send(self.mailbox, self.file, self._letter(), QUIET)

    def down(self) -> None:
        with (PLACE / "ours").open("wb") as out:
            fetch(self.mailbox, self._letter(), out, QUIET)

    def away(self) -> None:
        withdraw(self.mailbox, self._letter())

    def _letter(self):
        return letter_for("ic", "202611", self.file.stem, self.file.stat().st_size)


@dataclass(frozen=True)
class Rclone:
    """The other client, at a folder beside ours on the same server."""

    remote: str
    flags: tuple[str, ...]
    file: Path

    def up(self) -> None:
        self._run("copyto", str(self.file), f"{self.remote}/peer.age")

    def down(self) -> None:
        self._run("copyto", f"{self.remote}/peer.age", str(PLACE / "theirs"))

    def away(self) -> None:
        self._run("deletefile", f"{self.remote}/peer.age")
        (PLACE / "theirs").unlink(missing_ok=True)

    def _run(self, *words: str) -> None:
        known = {**os.environ, "RCLONE_CONFIG": str(PLACE / "none.conf"), "NO_PROXY": HERE}  # fmt: skip
        command = [tool("rclone"), "--log-level", "ERROR", *self.flags, *words]
        subprocess.run(command, check=True, env=known)


def remote_of(name: str, ground: Ground) -> tuple[str, tuple[str, ...]]:
    """Return how rclone calls the server, and what it must be told besides."""
    port = ground.port
    dav = f":webdav,vendor=other,user={USER},pass={_hidden()},url='{{}}://{HERE}:{port}':"  # fmt: skip
    if name == "apache":
        return dav.format("https"), ("--ca-cert", str(ground.home / "tls/ca.pem"))
    if name in {"wsgidav", "rclone_webdav"}:
        return dav.format("http") + "box", ()
    if name == "sshd":
        known = f"key_file={ground.home / 'own'},known_hosts_file={ground.home / 'known'}"  # fmt: skip
        return f":sftp,host={HERE},port={port},user={getpass.getuser()},{known}:{ground.data}", ()  # fmt: skip
    if name == "folder":
        return str(ground.data), ()
    where = f"endpoint='http://{HERE}:{port}',force_path_style=true"
    return f":s3,provider=Other,{where},access_key_id={ACCESS},secret_access_key='{SECRET}':{BUCKET}", ()  # fmt: skip


def _hidden() -> str:
    done = subprocess.run([tool("rclone"), "obscure", PASSWORD], capture_output=True, check=True)  # fmt: skip
    return done.stdout.decode().strip()


@contextlib.contextmanager
def folder(home: Path) -> Iterator[tuple[Ground, FolderMailbox]]:
    ground = Ground(home, 0)
    ground.data.mkdir(parents=True)
    yield ground, FolderMailbox(ground.data)


def timed(work: Callable[[], None]) -> Took:
    wall, worked = time.perf_counter(), _worked()
    work()
    return Took(time.perf_counter() - wall, _worked() - worked)


def _worked() -> float:
    """Return the processor's time of this process and of those that have ended; no server has."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    return sum(one.ru_utime + one.ru_stime for one in both)


def measured(name: str, file: Path, rounds: int) -> None:
    """Print the two lines of one server."""
    make = {**SERVERS, "folder": folder}[name]
    with make((PLACE / name).absolute()) as (ground, mailbox):
        remote, flags = remote_of(name, ground)
        clients = {"ours": Ours(mailbox, file), "rclone": Rclone(remote, flags, file)}
        took: dict[tuple[str, str], list[Took]] = {}
        for turn in range(rounds):
            for who in list(clients)[:: -1 if turn % 2 else 1]:
                for way in ("up", "down"):
                    took.setdefault((who, way), []).append(timed(getattr(clients[who], way)))  # fmt: skip
                clients[who].away()
        if hasattr(mailbox, "close"):
            mailbox.close()
    for way in ("up", "down"):
        line(f"{name}, {way}", took["ours", way], took["rclone", way], file.stat().st_size)  # fmt: skip


def line(name: str, ours: list[Took], theirs: list[Took], size: int) -> None:
    mine, peer = (Took(statistics.median(one.wall for one in took), statistics.median(one.worked for one in took)) for took in (ours, theirs))  # fmt: skip
    print(
        f"{name:<22}{size / mine.wall / _MB:>9.0f}{size / peer.wall / _MB:>9.0f}{peer.wall / mine.wall:>8.2f}"
        f"{mine.worked:>11.2f}{peer.worked:>9.2f}{peer.worked / max(mine.worked, 1e-3):>8.2f}",
        flush=True,
    )


def main() -> None:
    """Print a table of all servers."""
    asking = argparse.ArgumentParser()
    asking.add_argument("--megabytes", type=int, default=200)
    asking.add_argument("--rounds", type=int, default=3)
    asking.add_argument("--only", default=",".join((*SERVERS, "folder")))
    asked = asking.parse_args()
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    data = b"".join(os.urandom(_MB) for _ in range(asked.megabytes))
    file = PLACE / f"{hashlib.sha256(data).hexdigest()}.age"
    file.write_bytes(data)
    print(f"{asked.megabytes} MB, medians of {asked.rounds}; {load()}")
    idle = timed(lambda: subprocess.run([tool("rclone"), "version"], check=True, capture_output=True))  # fmt: skip
    print(f"rclone only started: {idle.worked:.2f} s of a processor, in each of its figures")  # fmt: skip
    print(f"{'':<22}{'MB/s by the wall':^26}{'seconds of a processor':^28}")
    print(f"{'':<22}{'ours':>9}{'rclone':>9}{'ratio':>8}{'ours':>11}{'rclone':>9}{'ratio':>8}")  # fmt: skip
    for name in asked.only.split(","):
        measured(name, file, asked.rounds)
        shutil.rmtree(PLACE / name, ignore_errors=True)
    print(load())
    shutil.rmtree(PLACE)


if __name__ == "__main__":
    main()
