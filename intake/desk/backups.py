"""Backups (백업): made by hand or by themselves, tried, put back; and the lost-laptop pack.

* One place is chosen once; where the last backup is older than a night, one is made after the
  next unlocking, or by IT's own clock with ``ieum backups nightly``.
* What is remembered about backups is this laptop's own and stands in no ledger.
"""

import json
from pathlib import Path

from intake import backup
from intake.backup import Found, Kept, Made, Order, Secret
from intake.crypto import fingerprint_words
from intake.desk.accident_keeping import RESTORED
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.backups import (
    BackupCard,
    BackupLine,
    BackupMade,
    BackupsView,
    DrillView,
    LaptopLine,
)
from intake.errors import (
    BackupAway,
    IntakeError,
    LastBackup,
    NoBackupPlace,
    NotFound,
)
from intake.ledger import DeviceSigner
from intake.progress import Progress
from intake.text import texts_in
from intake.trust.own import make_keys

MADE, DRILLED, BEGUN = "backup/made", "backup/drilled", "backup/begun"


class Backups:
    """What can be done about backups."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def overview(self) -> BackupsView:
        """Return where backups go, which there are, and what is due."""
        rooms, place = self._rooms, str(self._rooms.setting("backup_place"))
        due, drilled = self._due(), _kept(rooms, DRILLED)
        lines, reachable = self._lines()
        return BackupsView(
            place=place,
            reachable=reachable,
            last_ms=_ms(_kept(rooms, MADE)),
            drilled_ms=_ms(drilled),
            drilled_name=str(drilled.get("name", "")),
            keep=int(rooms.setting("backup_keep")),
            backup_due=due.backup,
            late=due.late,
            drill_due=due.drill,
            lines=lines,
            restored_from_ms=_ms(_kept(rooms, RESTORED)),
        )

    def notices(self) -> tuple[str, ...]:
        """Return text ids of what a person should be told when they begin."""
        due, placed = self._due(), bool(self._rooms.setting("backup_place"))
        late = "notice-backup-late" if placed else "notice-backup-nowhere"
        told = (late,) if due.late else ()
        return (*told, *(("notice-backup-drill",) if due.drill else ()))

    def choose_place(self, place: Path) -> None:
        """Choose where backups go from now on.

        Raises:
            NoBackupPlace: it is not there, or inside the vault's own folder.
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        check_drive(self._rooms.policy, place)
        backup.check_place(place, self._rooms.vault.folder)
        self._rooms.set_setting("backup_place", str(place.resolve()))

    # --- making ------------------------------------------------------------------

    def make(self, progress: Progress) -> BackupMade:
        """Make a backup now; nothing is left of one that does not end well.

        Raises:
            NoBackupPlace, BackupAway, NoRoom, ReadOnlyPlace, DamagedVault, BackupUnfit.
        """
        rooms = self._rooms
        order = Order(
            vault=rooms.vault,
            device=_signer(rooms),
            place=self._place(),
            keep=int(rooms.setting("backup_keep")),
            now_ms=rooms.clock.wall(),
        )
        self._begin(order.now_ms)
        made = backup.make_backup(order, progress)
        _keep(rooms, MADE, made.about.made, made.about.name)
        return _made(made)

    def nightly(self, progress: Progress) -> BackupMade | None:
        """Make a backup if the last one is older than a night; None where none is due."""
        return self.make(progress) if self._due().backup else None

    def forget(self, name: str) -> None:
        """Delete a backup, also to let what was destroyed (파기) go from it.

        Raises:
            NotFound: there is none of this name. LastBackup: no other one is usable.
        """
        others = [line for line in self._lines()[0] if line.name != name and line.ok]
        self._folder(name)
        if not others:
            raise LastBackup
        backup.forget(self._root(), name)
        self._rooms.touched.add("backups")

    # --- trying --------------------------------------------------------------------

    def check(self, name: str, progress: Progress) -> BackupCard:
        """Check every byte of a backup against its signed list.

        Raises:
            BackupUnfit: with what is wrong.
        """
        found = backup.find_backup(self._folder(name))
        backup.check_bytes(found, progress)
        return card_of(found, self._rooms.language)

    def drill(self, name: str, passphrase: str, progress: Progress) -> DrillView:
        """Try a backup (복구 연습): open it in a scratch place and compare it with its note.

        ``passphrase`` may be the printed code: that is what another computer would need.

        Raises:
            BackupUnfit: with what is wrong. WrongPassphrase, NoSlot, NoRoom.
        """
        rooms = self._rooms
        found = backup.find_backup(self._folder(name))
        secret = Secret(passphrase, rooms.keyring)
        tried = backup.try_backup(found, rooms.vault.folder, secret, progress)
        now = rooms.clock.wall()
        _keep(rooms, DRILLED, now, name)
        return DrillView(name, tried.cases, now)

    def prove(self, progress: Progress) -> str:
        """Fold every sealed segment into an empty vault and compare; return the digest.

        Raises:
            BackupUnfit: what was folded anew is not what is shown here.
        """
        rooms = self._rooms
        rooms.ledger.close_segment(progress)
        check = rooms.exchange.trust.check_segment
        return backup.prove(rooms.ledger, rooms.vault.folder, check, progress)

    # --- a lost laptop -----------------------------------------------------------

    def laptops(self) -> tuple[LaptopLine, ...]:
        """Return the laptops of this center, as far as they are known here."""
        from intake.desk.lost import laptops  # noqa: PLC0415 - rare

        return laptops(self._rooms)

    def lost_laptop(self, device: str, lost_on: str, noticed_at: str) -> NamedBytes:
        """Return the lost-laptop pack (분실 신고 꾸러미) as a PDF; it names no victim.

        Args:
            device: id of the laptop, from ``laptops``.
            lost_on: day it was lost, as far as is known (YYYY-MM-DD).
            noticed_at: when the center learned of it (YYYY-MM-DDTHH:MM); 72 hours run from then.
        """
        from intake.desk.lost import pack_of  # noqa: PLC0415 - rare
        from intake.documents.lost_laptop import draw_lost_laptop  # noqa: PLC0415

        pack = pack_of(self._rooms, device, lost_on, noticed_at)
        data = draw_lost_laptop(pack, self._rooms.language)
        return NamedBytes(f"ieum-lost-{device[-12:]}.pdf", data)

    def lost_laptop_list(
        self, device: str, lost_on: str, noticed_at: str
    ) -> NamedBytes:
        """Return the same facts as a CSV that a spreadsheet reads."""
        from intake.desk.lost import pack_of  # noqa: PLC0415 - rare
        from intake.documents.lost_laptop import list_lost_laptop  # noqa: PLC0415

        pack = pack_of(self._rooms, device, lost_on, noticed_at)
        data = list_lost_laptop(pack, self._rooms.language)
        return NamedBytes(f"ieum-lost-{device[-12:]}.csv", data)

    # --- where things are ------------------------------------------------------------

    def _due(self) -> backup.Due:
        rooms, now = self._rooms, self._rooms.clock.wall()
        self._begin(now)
        return backup.due(
            Kept(
                now=now,
                made=_ms(_kept(rooms, MADE)),
                drilled=_ms(_kept(rooms, DRILLED)),
                begun=_ms(_kept(rooms, BEGUN)),
                placed=bool(rooms.setting("backup_place")),
            )
        )

    def _begin(self, now: int) -> None:
        """Remember since when backups could have been made."""
        if self._rooms.vault.fact(BEGUN) is None:
            _keep(self._rooms, BEGUN, now, "")

    def _place(self) -> Path:
        """Return the place of backups.

        Raises:
            NoBackupPlace: nobody chose one. BackupAway: it is not there now.
        """
        said = str(self._rooms.setting("backup_place"))
        if not said:
            raise NoBackupPlace
        place = Path(said)
        if not place.is_dir():
            raise BackupAway
        check_drive(self._rooms.policy, place)
        backup.check_place(place, self._rooms.vault.folder)
        return place

    def _root(self) -> Path:
        return backup.root_of(self._place(), self._rooms.vault.id)

    def _folder(self, name: str) -> Path:
        folder = self._root() / name
        if not backup.is_name(name) or not folder.is_dir():
            raise NotFound(entity="backup")
        return folder

    def _lines(self) -> tuple[tuple[BackupLine, ...], bool]:
        """Return what lies at the place, and whether it can be reached."""
        try:
            root = self._root()
            return tuple(_line(root / name) for name in backup.names_in(root)), True
        except (BackupAway, NoBackupPlace):
            return (), False


def _signer(rooms: Rooms) -> DeviceSigner:
    trust = rooms.exchange.trust
    if trust.is_own_enrolled:
        return trust.own().device_signer
    key, _ = make_keys(rooms.vault)
    return DeviceSigner(key, None, rooms.vault.device_id, rooms.who.center_code)


def _line(folder: Path) -> BackupLine:
    try:
        found = backup.find_backup(folder)
    except IntakeError as error:
        why = str(error.facts.get("why", "form"))
        return BackupLine(folder.name, 0, 0, ok=False, why=why)
    return BackupLine(folder.name, found.about.made, found.size)


def card_of(found: Found, language: str) -> BackupCard:
    """Return whose backup it is, in words."""
    about = found.about
    return BackupCard(
        name=about.name,
        made_ms=about.made,
        size=found.size,
        center=about.center,
        device=about.device,
        words=fingerprint_words(found.spoken, language=texts_in(language).language),
        certified=found.signature.certificate is not None,
    )


def _made(made: Made) -> BackupMade:
    return BackupMade(
        made.about.name, made.folder.parent.name, made.about.made, made.size
    )


def _keep(rooms: Rooms, fact: str, ms: int, name: str) -> None:
    rooms.vault.keep_fact(fact, json.dumps({"ms": ms, "name": name}))
    rooms.touched.add("backups")


def _kept(rooms: Rooms, fact: str) -> dict[str, int | str]:
    said = rooms.vault.fact(fact)
    return dict(json.loads(said)) if said else {}


def _ms(kept: dict[str, int | str]) -> int:
    return int(kept.get("ms", 0))
