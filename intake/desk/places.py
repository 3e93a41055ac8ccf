"""Places (보내는 곳): where sealed bundles are left and found, and how each is known there.

* A place gets sealed bytes and nothing else; it is never trusted, whoever keeps it.
* Who asks there is kept in the system's keyring and shown nowhere.
* A server that is not what it was is told to a person, who compares its digits with its keeper's
  before it is believed; until then nothing is sent.
"""

import contextlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from intake.crypto import words
from intake.desk.place_keeping import (
    KINDS,
    Account,
    Place,
    account_of,
    change_place,
    drop_place,
    keep_account,
    keep_place,
    place_of,
    places,
)
from intake.desk.place_opening import opened, read_host, shown_pin, try_letter
from intake.desk.policies_applying import is_preset
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import forget_place
from intake.desk.views.places import PlaceCheck, PlaceView
from intake.errors import (
    Cancelled,
    IntakeError,
    InvalidInput,
    Locked,
    MailboxOdd,
    PolicyForbids,
)
from intake.ids import new_id
from intake.progress import Progress

_PIN: Final = re.compile(r"[A-Za-z0-9+/]{43}=")
_MOST_NAME, _MOST_RATE = 60, 1 << 20
_TRIES: Final = 1  # a person is waiting


class Places:
    """What can be done about places."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self) -> tuple[PlaceView, ...]:
        """Return every place, in the order in which they came."""
        return tuple(map(self._view, places(self._rooms).values()))

    def may_add(self) -> bool:
        """Whether people may add places beside those that IT presets."""
        return self._rooms.policy.allow_own_places

    def add(
        self,
        kind: str,
        name: str,
        address: str,
        folder: str = "",
        *,
        region: str = "",
        ca_file: str = "",
        known_hosts: str = "",
        key_file: str = "",
    ) -> str:
        """Keep a new place; return its id. Nothing is asked of it yet.

        Args:
            kind: folder | webdav | s3 | sftp.
            name: what people here call it.
            address: a folder, ``https://…``, or ``host`` or ``host:port`` for SFTP.
            folder: below it; the bucket for S3.
            region: of an S3 server that wants one.
            ca_file: the certificates of a private authority (사설 인증기관), in PEM.
            known_hosts: the file with the SSH host's key, as IT hands it out.
            key_file: the SSH key that opens the account.

        Raises:
            InvalidInput: kind, name, address or a file does not do.
            PolicyForbids: IT presets every place of this computer.
        """
        if not self._rooms.policy.allow_own_places:
            raise PolicyForbids(what="place")
        place = Place(
            new_id(self._rooms.clock.wall()),
            kind,
            " ".join(name.split()),
            address.strip(),
            folder.strip(),
            region.strip(),
            ca_file,
            known_hosts=known_hosts,
            key_file=key_file,
        )
        _check(place)
        keep_place(self._rooms, place)
        return place.id

    def change(
        self,
        place: str,
        name: str,
        address: str,
        folder: str = "",
        *,
        region: str = "",
        ca_file: str = "",
        known_hosts: str = "",
        key_file: str = "",
    ) -> None:
        """Say anew what a place is called and where it lies; its kind and its account stay.

        A place that lies elsewhere now is a new one to whoever is sent to: what was believed of
        its server is forgotten, and nobody is sent to there before somebody saw what leaves.

        Raises:
            NotFound: there is no such place.
            InvalidInput: name, address or a file does not do; nothing was changed.
            PolicyForbids: IT presets this one.
        """
        before = place_of(self._rooms, place)
        self._check_own(place)
        after = replace(
            before,
            name=" ".join(name.split()),
            address=address.strip(),
            folder=folder.strip(),
            region=region.strip(),
            ca_file=ca_file,
            known_hosts=known_hosts,
            key_file=key_file,
            tried_ms=0,
        )
        _check(after)
        if (before.address, before.folder) != (after.address, after.folder):
            after = replace(after, pin="")
            forget_place(self._rooms, place)
        keep_place(self._rooms, after)

    def keep_secret(self, place: str, user: str, secret: str = "") -> None:
        """Keep who asks there and with which password, key or passphrase of the key file.

        Raises:
            NotFound: there is no such place.
            KeyringSilent, KeyringLocked: it could not be kept.
        """
        change_place(self._rooms, place, tried_ms=0)
        keep_account(self._rooms, place, Account(user.strip(), secret))

    def slow(self, place: str, rate: int) -> None:
        """Leave the line to others: at most so many KiB a second; 0 as fast as it goes.

        Raises:
            InvalidInput: out of bounds.
        """
        if not 0 <= rate <= _MOST_RATE:
            raise InvalidInput(what="rate", why="range")
        self._check_own(place)
        change_place(self._rooms, place, rate=rate)

    def go_through(self, place: str, proxy: str) -> None:
        """Reach it through a proxy (``http://…``); empty is none."""
        if proxy and not proxy.startswith(("http://", "https://")):
            raise InvalidInput(what="proxy", why="form")
        self._check_own(place)
        change_place(self._rooms, place, proxy=proxy)

    def believe(self, place: str, pin: str) -> None:
        """Believe a server by its key, compared with its keeper; empty takes it back.

        The certificate still has to be in order: a pin is beside its authority, not instead of it.

        Raises:
            InvalidInput: that is no pin.
        """
        if pin and not _PIN.fullmatch(pin):
            raise InvalidInput(what="pin", why="form")
        change_place(self._rooms, place, pin=pin)

    def test(self, place: str, progress: Progress) -> PlaceCheck:
        """Leave a test letter there, read it back and take it away; say how that went.

        Raises:
            NotFound: there is no such place.
            Cancelled: from ``progress``; no letter stays.
        """
        rooms = self._rooms
        place_of(rooms, place)
        try:
            with opened(rooms, place, progress, tries=_TRIES) as mailbox:
                try_letter(mailbox, rooms.who.center_code)
        except Cancelled:
            raise
        except IntakeError as error:
            return self._refused(place, error)
        change_place(rooms, place, tried_ms=rooms.clock.wall())
        return PlaceCheck(fine=True, sentence=rooms.texts("place-fine"))

    def remove(self, place: str) -> None:
        """Forget a place and its account; what lies there stays.

        Raises:
            NotFound: there is no such place.
            PolicyForbids: IT presets this one.
        """
        self._check_own(place)
        drop_place(self._rooms, place)
        forget_place(self._rooms, place)

    def _check_own(self, place: str) -> None:
        if is_preset(self._rooms, place):
            raise PolicyForbids(what="place")

    def _refused(self, place: str, error: IntakeError) -> PlaceCheck:
        told = self._rooms.texts.error(error)
        strange = isinstance(error, MailboxOdd) and error.facts.get("why") == "certificate"  # fmt: skip
        known = place_of(self._rooms, place)
        pin = shown_pin(known) if strange else ""
        said = (
            " ".join(words(pin.encode(), language=self._rooms.language)) if pin else ""
        )
        why = "changed" if known.pin and known.pin != pin else "unknown"
        return PlaceCheck(False, told.sentence, told.remedy, pin, said, why if pin else "")  # fmt: skip

    def _view(self, place: Place) -> PlaceView:
        account = Account()
        with contextlib.suppress(Locked):  # a keyring that sleeps hides no place
            account = account_of(self._rooms, place.id)
        told = {name: getattr(place, name) for name in ("id", "kind", "name", "address", "folder", "region", "ca_file", "pin", "known_hosts", "key_file", "proxy", "rate", "tried_ms")}  # fmt: skip
        label = self._rooms.texts(f"place-kind-{place.kind}")
        preset = is_preset(self._rooms, place.id)
        return PlaceView(**told, kind_label=label, has_secret=bool(account.user or account.secret), preset=preset)  # fmt: skip


def _check(place: Place) -> None:
    if place.kind not in KINDS:
        raise InvalidInput(what="kind", why="unknown")
    if not place.name or len(place.name) > _MOST_NAME or not place.name.isprintable():
        raise InvalidInput(what="name", why="form")
    if place.kind == "sftp":
        read_host(place.address)
    elif place.kind == "folder":
        _check_file("address", place.address, folder=True)
    elif not place.address.startswith(("https://", "http://")):
        raise InvalidInput(what="address", why="form")
    if place.kind == "s3" and not place.folder:
        raise InvalidInput(what="folder", why="empty")
    if place.kind == "sftp":
        _check_file("known_hosts", place.known_hosts)
    for name in ("ca_file", "key_file"):
        if getattr(place, name):
            _check_file(name, getattr(place, name))


def _check_file(what: str, path: str, *, folder: bool = False) -> None:
    known = Path(path)
    if not path or not (known.is_dir() if folder else known.is_file()):
        raise InvalidInput(what=what, why="missing")
