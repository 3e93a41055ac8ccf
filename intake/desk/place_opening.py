"""From a place to its mailbox (우편함 열기): the right kind, patient, paced and noted.

* Waiting asks whoever watches, so a stop ends it within a fifth of a second.
* Nothing is asked of a server before the first verb.
"""

import contextlib
import hashlib
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from intake.desk.place_keeping import Account, Place, account_of, place_of
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.errors import InvalidInput, MailboxAway
from intake.mailbox import (
    FolderMailbox,
    Key,
    Mailbox,
    S3Mailbox,
    SftpMailbox,
    WebdavMailbox,
    address,
)
from intake.mailbox.around import Noted, Paced, Patient
from intake.mailbox.papers import no_more
from intake.mailbox.s3 import Bucket
from intake.mailbox.sftp import Host
from intake.mailbox.wire import Server, presented_pin
from intake.progress import Progress

_LETTER, _MONTH = 1024, "000000"  # no bundle is ever of that month
_BREATH: Final = 0.2  # seconds
_SSH, _KIB = 22, 1024
AnyMailbox = FolderMailbox | WebdavMailbox | S3Mailbox | SftpMailbox


@contextlib.contextmanager
def opened(rooms: Rooms, place: str, progress: Progress, *, tries: int = 5) -> Iterator[Mailbox]:  # fmt: skip
    """Give the mailbox of a place, and let its connection go afterwards.

    Raises:
        NotFound: there is no such place.
        MailboxAway: a folder is not there.
        PolicyForbids: it lies on a drive that IT does not allow.
        MailboxOdd: the address is none that may be used.
        KeyringSilent, KeyringLocked: its account cannot be had now.
    """
    known = place_of(rooms, place)
    if known.kind == "folder":
        check_drive(rooms.policy, Path(known.address))
    within = _mailbox(known, account_of(rooms, place), rooms.clock.wall)
    try:
        yield _around(within, known, waiting(progress), tries)
    finally:
        if not isinstance(within, FolderMailbox):
            within.close()


@contextlib.contextmanager
def papers_at(rooms: Rooms, place: str) -> Iterator[AnyMailbox]:
    """Give a place for its papers (종이); it is asked once, a person is waiting.

    Raises:
        NotFound, MailboxAway, MailboxOdd, KeyringSilent, KeyringLocked: as ``opened``.
    """
    within = _mailbox(place_of(rooms, place), account_of(rooms, place), rooms.clock.wall)  # fmt: skip
    try:
        yield within
    finally:
        if not isinstance(within, FolderMailbox):
            within.close()


def waiting(progress: Progress, sleep: Callable[[float], None] = time.sleep) -> Callable[[float], None]:  # fmt: skip
    """Return a wait that a person can stop."""

    def wait(seconds: float) -> None:
        left = seconds
        while left > 0:
            progress.step(0, 0, "progress-waiting-place")
            sleep(min(_BREATH, left))
            left -= _BREATH

    return wait


def try_letter(mailbox: Mailbox, center: str) -> None:
    """Leave a test letter (시험 편지), read it back, and take it away again.

    Raises:
        MailboxAway: the medium gives back something else.
        Unreachable: no bundle can be left there now.
    """
    letter = secrets.token_bytes(_LETTER)
    key = Key(address(center), _MONTH, hashlib.sha256(letter).hexdigest()).text
    try:
        mailbox.put_new(key, BytesIO(letter), len(letter))
        if no_more(mailbox.get(key), _LETTER) != letter:
            raise MailboxAway(mailbox=mailbox.name)
    finally:
        mailbox.delete(key)


def shown_pin(place: Place) -> str:
    """Return the pin of the certificate that a server shows now; empty where it shows none."""
    if place.kind not in {"webdav", "s3"}:
        return ""
    return presented_pin(_server(place, Account()))


@dataclass(frozen=True, slots=True)
class HostAddress:
    """``host`` or ``host:port`` of an SFTP server, as it was typed."""

    host: str
    port: int


def read_host(text: str) -> HostAddress:
    """Return the host and port of an SFTP server.

    Raises:
        InvalidInput: it is neither.
    """
    host, _, port = text.strip().removeprefix("sftp://").rstrip("/").rpartition(":")
    if not host or not port.isdigit():
        host, port = text.strip().removeprefix("sftp://").rstrip("/"), str(_SSH)
    if not host or any(one in host for one in "/@ ") or not 0 < int(port) < 65_536:  # noqa: PLR2004 - a port
        raise InvalidInput(what="address", why="form")
    return HostAddress(host, int(port))


def _around(within: AnyMailbox, place: Place, wait: Callable[[float], None], tries: int) -> Mailbox:  # fmt: skip
    box: Mailbox = within
    if place.rate:
        box = Paced(box, place.rate * _KIB, wait)
    if place.kind != "folder":
        box = Patient(box, wait, tries)
    return Noted(box)


def _mailbox(place: Place, account: Account, wall: Callable[[], int]) -> AnyMailbox:
    if place.kind == "webdav":
        return WebdavMailbox(_server(place, account), place.name)
    if place.kind == "s3":
        bucket = Bucket(place.folder, account.user, account.secret, place.region or "us-east-1")  # fmt: skip
        return S3Mailbox(_server(place, Account()), bucket, place.name, wall)
    if place.kind == "sftp":
        return SftpMailbox(_host(place, account), place.name)
    return FolderMailbox(Path(place.address), name=place.name, wall=wall)


def _server(place: Place, account: Account) -> Server:
    ca_file = Path(place.ca_file) if place.ca_file else None
    return Server(place.address, account.user, account.secret, ca_file, place.pin, place.proxy)  # fmt: skip


def _host(place: Place, account: Account) -> Host:
    known = read_host(place.address)
    key_file = Path(place.key_file) if place.key_file else None
    return Host(known.host, account.user, Path(place.known_hosts), place.folder or ".", known.port, key_file, account.secret)  # fmt: skip
