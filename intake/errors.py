"""Every way the desk can say no, drawn as a tree.

::

    IntakeError                  carries a text id and facts; never an answer, a name, a key
    ├── Refused                  the person can change it        -> at the field, or a toast
    ├── Locked                   the vault stays shut            -> the lock screen
    ├── Unreachable              the world is not ready          -> retry offered, work kept
    ├── Untrusted                stop and keep the evidence      -> full page, no retry
    ├── Damaged                  bytes are not what was written  -> recovery page
    ├── TooNew                   written by a newer version      -> parked, please update
    └── Cancelled                she changed her mind            -> silence

* The branch decides how it is shown; a leaf only adds words.
* Facts are ids, counts, sizes, codes and places. An error is public: it may be logged.
* Every class has a sentence and a remedy in ``resources/text/*/errors.ftl`` under its text id.

>>> raise_me = NoRoom(needed=10, free=3)
>>> raise_me.text_id, raise_me.facts
('err-no-room', {'needed': 10, 'free': 3})
"""

import re
from typing import TypeAlias

from typing_extensions import override

Fact: TypeAlias = str | int


class IntakeError(Exception):
    """Something the desk refuses or cannot do, said in words a counselor can act on."""

    def __init__(self, **facts: Fact) -> None:
        """Keep the facts; they are the only content an error may carry."""
        super().__init__()
        self.facts: dict[str, Fact] = facts

    @property
    def text_id(self) -> str:
        """The Fluent id of the sentence; its ``.remedy`` attribute says what to do next."""
        return "err" + re.sub(r"(?=[A-Z])", "-", type(self).__name__).lower()

    @override
    def __str__(self) -> str:
        facts = ", ".join(f"{name}={fact}" for name, fact in self.facts.items())
        return f"{self.text_id}({facts})"


# --- Refused: the person can change it ---------------------------------------


class Refused(IntakeError):
    """The request was understood and not carried out; nothing changed."""


class InvalidAnswer(Refused):
    """An answer does not fit its question (facts: question, why)."""


class OutOfDate(Refused):
    """What was shown has changed since; look again before deciding."""


class NotYours(Refused):
    """This workspace, role or person may not do that."""


class HandedOver(NotYours):
    """Another center goes on with that case (이관); here it is a copy to read."""


class NotSupervisor(NotYours):
    """Only a supervisor (감독자) approves (facts: known, how many the center has)."""


class AgainstWill(Refused):
    """The person does not want it (성폭력방지법 24조; facts: line, the support line)."""


class NotThisStep(Refused):
    """What is asked does not follow from where it stands (facts: what, state, step)."""


class AskedBefore(Refused):
    """She was asked for a petition (탄원서) to that court already (facts: on)."""


class OpenEnds(Refused):
    """A case has open lines, tasks or referrals (facts: lines, tasks, referrals)."""


class LastSupervisor(Refused):
    """A center keeps at least one supervisor (감독자)."""


class NeedsApproval(Refused):
    """Another supervisor has to approve first (facts: supervisors, how many there are)."""


class NotFound(Refused):
    """No record of that id is here (facts: entity)."""


class ConsentMissing(Refused):
    """The person has not agreed to this use (facts: purpose)."""


class OnHold(Refused):
    """A legal hold or duty to keep (보존 의무) forbids the destruction."""


class UnsuitablePlace(Refused):
    """A vault may not lie there: a network, removable or cloud-synced folder (facts: why)."""


class AlreadyOpen(Refused):
    """Another window of this program holds the vault."""


class NotAPaper(Refused):
    """A file is no paper that could be read or stamped here (facts: why)."""


class SealRefused(Refused):
    """A center's key file cannot seal a paper (전자서명; facts: why, day)."""


class GuidelineRefused(Refused):
    """An edition of the sentencing guideline (양형기준) was not taken (facts: why)."""


class LibraryRefused(Refused):
    """Something about the central desk's library (자료실) is not done (facts: why, days)."""


class UpdateRefused(Refused):
    """A version of the program is not got ready, run or left (facts: why, version, now)."""


class WordingRefused(Refused):
    """A center's own words (센터 문구) may not stand on a paper (facts: why)."""


class WeakPassphrase(Refused):
    """The passphrase could be guessed (facts: why)."""


class WrongCode(Refused):
    """What was typed back is not what was printed."""


class FormFaulty(Refused):
    """A form does not pass the check (facts: faults, sheet, row, column)."""


class NotConformant(Refused):
    """A program that was tested does not keep our formats (facts: cases, failed)."""


class InvalidInput(Refused):
    """A value given on the command line or in a file cannot be used (facts: what, why)."""


class PolicyForbids(Refused):
    """What IT decided for this computer does not allow it (facts: what, name, low, high)."""


class PolicyFaulty(Refused):
    """A policy that was checked has lines to mend, or is not believed (facts: faults, line)."""


class LastBackup(Refused):
    """The only good backup (백업) stays: another one must be made first."""


class NoBackupPlace(Refused):
    """Nobody has said yet where backups go, or that folder does not do (facts: why)."""


class UnsuitableFile(Refused):
    """A file cannot be taken as evidence (facts: why)."""


class StampRefused(Refused):
    """A time stamp (시점확인) does not belong to what it was asked for (facts: why)."""


class SheetUnread(Refused):
    """A sheet or file of records cannot be read at all (facts: why, limit)."""


class NothingToSend(Refused):
    """Everything that may travel has already travelled."""


class NotEnrolled(Refused):
    """The receiver's keys have not been compared and accepted yet."""


class Strangers(Refused):
    """A case came with words of a center whose keys were not compared yet (facts: center)."""


# --- Locked: the vault stays shut --------------------------------------------


class Locked(IntakeError):
    """The vault stays shut; nothing in it was touched."""


class WrongPassphrase(Locked):
    """No slot opened with this passphrase (facts: wait, in seconds before the next try)."""


class KeyringSilent(Locked):
    """This computer offers no keyring (보안 저장소) at all."""


class KeyringLocked(Locked):
    """The keyring exists but the person has not unlocked it."""


class DeviceSecretMissing(Locked):
    """The keyring answers, but this vault's device secret is not in it."""


class NoSlot(Locked):
    """No slot of the key file fits what was offered."""


# --- Unreachable: the world is not ready -------------------------------------


class Unreachable(IntakeError):
    """The world is not ready; the work is kept and can be tried again."""


class MailboxAway(Unreachable):
    """The mailbox (우편함) cannot be reached: stick pulled, folder gone (facts: mailbox)."""


class MailboxRefuses(Unreachable):
    """The server of a mailbox does not let us (facts: mailbox, why: password | forbidden)."""


class MailboxOdd(Unreachable):
    """A place is not what it was: certificate, redirect, address, answer, occupied (facts: mailbox, why)."""


class ReadOnlyPlace(Unreachable):
    """The place cannot be written to (facts: place)."""


class NoRoom(Unreachable):
    """The disk or stick is full (facts: needed, free, in bytes where known)."""


class NoRoomToUpgrade(NoRoom):
    """A copy of the records, made before a new version changes them, has no room (facts: former)."""


class BackupAway(Unreachable):
    """The place of backups (백업 자리) cannot be reached: stick pulled, folder gone."""


class Busy(Unreachable):
    """Another piece of work holds what is needed."""


class NotInstalled(Unreachable):
    """An optional part of the program is not on this machine (facts: extra)."""


class NoMemory(Unreachable):
    """The memory does not suffice; nothing was put on the disk (facts: needed, in MB)."""


# --- Untrusted: stop, keep the evidence ---------------------------------------


class Untrusted(IntakeError):
    """Something claims to be what it is not; it is kept aside and nothing of it was applied."""


class BadSignature(Untrusted):
    """A signature is absent or does not fit the bytes."""


class UnknownDevice(Untrusted):
    """The signer's certificate is from nobody this workspace has enrolled."""


class CertificateRefused(Untrusted):
    """The signer's certificate is not valid for this (facts: why)."""


class BrokenChain(Untrusted):
    """A segment does not continue the log it claims to continue (facts: log, n)."""


class NotForUs(Untrusted):
    """Sealed or addressed to somebody else."""


class Cut(Untrusted):
    """The file ends early or goes on too long: a copy was interrupted."""


class Altered(Untrusted):
    """A checksum does not fit: bytes were changed after sealing (facts: member)."""


class ProgramAltered(Untrusted):
    """A file of this program is not what was signed (facts: why, files, first)."""


class Malformed(Untrusted):
    """Not in the published format (facts: what)."""


class Oversized(Untrusted):
    """Larger inside than it declares or than is allowed (facts: limit)."""


class BackupUnfit(Untrusted):
    """A backup is not what was written, or of somebody else (facts: why, member)."""


class KeyFileAltered(Untrusted):
    """The key file's seal does not fit: slots were added or taken away."""


# --- Damaged: bytes are not what was written ----------------------------------


class Damaged(IntakeError):
    """Bytes on this disk are no longer what was written."""


class DamagedVault(Damaged):
    """The vault file fails its own check (facts: pages, page)."""


class DamagedKeyFile(Damaged):
    """Both copies of the key file are unreadable."""


class DamagedAttachment(Damaged):
    """An attachment no longer opens (facts: attachment)."""


# --- the rest -----------------------------------------------------------------


class TooNew(IntakeError):
    """Made by a newer version; kept untouched until this one is updated (facts: what, version)."""


class Cancelled(IntakeError):
    """She changed her mind; nothing is left behind."""
