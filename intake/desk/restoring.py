"""Put a backup in the place of a vault (되살리기): opened and checked before it takes it.

The restored vault is opened beside its place first: a wrong code, an altered backup or one of
somebody else leaves what lies there untouched. What the vault that was set aside said after the
backup is merged into the restored one, where it still opens.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from intake import backup
from intake.backup import Found, Secret
from intake.clock import wall_ms
from intake.desk import workspace
from intake.desk.accident_keeping import RESTORED
from intake.desk.backups import card_of
from intake.desk.desk import Desk
from intake.desk.views.backups import BackupCard, RestoredView, RestoreSecret
from intake.errors import BackupUnfit, NotFound
from intake.exchange.authority import Authority
from intake.policy import Policy, read_policy
from intake.progress import Progress, Silent
from intake.vault import DeviceKeyring
from intake.vault.place import check_place


def look(folder: Path, language: str = "ko") -> tuple[BackupCard, ...]:
    """Return the backups in a folder a person chose, newest first; nothing is opened.

    The folder may be one backup, a vault's folder of backups, or the place of all.

    Raises:
        BackupUnfit: none is there that could be put back.
    """
    cards, why = [], None
    for one in _backups_below(folder):
        try:
            cards.append(card_of(backup.find_backup(one), language))
        except BackupUnfit as error:
            why = why or error
    if not cards:
        raise why or BackupUnfit(why="form")
    return tuple(sorted(cards, key=lambda card: -card.made_ms))


def restore(
    chosen: Path,
    name: str,
    folder: Path,
    secret: RestoreSecret,
    progress: Progress | None = None,
    *,
    keyring: DeviceKeyring | None = None,
    policy: Policy | None = None,
) -> tuple[Desk, RestoredView]:
    """Restore a backup into ``folder`` and open it; a vault there is set aside, whole.

    Raises:
        BackupUnfit: with what is wrong. UnsuitablePlace. AlreadyOpen. NoRoom.
        WrongPassphrase, WrongCode, NoSlot, DeviceSecretMissing, WeakPassphrase: as on opening.
    """
    progress, policy = progress or Silent(), policy or read_policy()
    check_place(folder, policy)
    found = backup.find_backup(_named(chosen, name))
    staged = backup.stage(found, folder, progress)
    try:
        desk = _opened(staged, secret, progress, keyring, policy)
        _prepare(desk, found, progress)
        aside = backup.put_in_place(staged, folder, wall_ms())
    except BaseException:
        backup.drop_stage(staged)
        raise
    passphrase = secret.new_passphrase if secret.emergency_code else secret.passphrase
    opened = workspace.open_(
        folder, passphrase, progress, keyring=keyring, policy=policy
    )
    came = _bring_back(aside, secret, opened, progress) if aside else None
    about, name = found.about, aside.name if aside else ""
    return opened, RestoredView(about.name, about.made, name, came or 0)


def _bring_back(
    aside: Path, secret: RestoreSecret, desk: Desk, progress: Progress
) -> int | None:
    """Merge what the vault that was set aside said later, where it still opens."""
    rooms = desk._rooms  # noqa: SLF001 - the same room
    text = secret.emergency_code or secret.passphrase
    trust = rooms.exchange.trust
    if not trust.is_own_enrolled:
        return None
    to = backup.Receiver(
        rooms.vault,
        rooms.ledger,
        trust.check_segment,
        Authority(rooms.exchange).allows,
    )
    return backup.bring_back(aside, Secret(text, rooms.keyring), to, progress)


def _backups_below(folder: Path) -> Iterator[Path]:
    """Yield what looks like a backup in a folder, or one or two folders below it."""
    if backup.is_name(folder.name):
        yield folder
        return
    for root in (folder, *sorted(folder.glob("ieum-*"))):
        if root.is_dir() and not root.is_symlink():
            yield from (root / name for name in backup.names_in(root))


def _named(chosen: Path, name: str) -> Path:
    at = next((one for one in _backups_below(chosen) if one.name == name), None)
    if at is None:
        raise NotFound(entity="backup")
    return at


def _opened(
    staged: Path,
    secret: RestoreSecret,
    progress: Progress,
    keyring: DeviceKeyring | None,
    policy: Policy,
) -> Desk:
    if secret.emergency_code:
        return workspace.recover(
            staged,
            secret.emergency_code,
            secret.new_passphrase,
            progress,
            keyring=keyring,
            policy=policy,
        )
    return workspace.open_(
        staged, secret.passphrase, progress, keyring=keyring, policy=policy
    )


def _prepare(desk: Desk, found: Found, progress: Progress) -> None:
    """Check what was opened and begin a new log; close it, for it moves."""
    rooms = desk._rooms  # noqa: SLF001 - the same room
    try:
        backup.check_opened(rooms.vault, found, progress)
        backup.begin_anew(rooms.vault, rooms.ledger, found)
        said = {"ms": found.about.made, "name": found.about.name}
        rooms.vault.keep_fact(RESTORED, json.dumps(said))
    except BaseException:
        rooms.log.close()
        rooms.vault.close()  # nothing is sealed or noted of what is thrown away
        raise
    desk.lock()
