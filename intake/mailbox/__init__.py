"""Places to leave bundles (우편함): bytes only, never trusted, never understood."""

from intake.mailbox.folder import FolderMailbox
from intake.mailbox.letter import (
    PART,
    Letter,
    check_delivered,
    fetch,
    find_letters,
    letter_for,
    read_letter,
    send,
    withdraw,
)
from intake.mailbox.mailbox import (
    README_NAME,
    ROOT,
    Key,
    Mailbox,
    Source,
    address,
    check_key,
    read_key,
)
from intake.mailbox.medium import BUSY, HAND, OUT, STAYS, Medium, let_go, medium_of
from intake.mailbox.memory import MemoryMailbox
from intake.mailbox.s3 import S3Mailbox
from intake.mailbox.sftp import SftpMailbox
from intake.mailbox.webdav import WebdavMailbox

MAILBOXES = (FolderMailbox, MemoryMailbox, WebdavMailbox, S3Mailbox, SftpMailbox)

__all__ = [
    "BUSY",
    "HAND",
    "MAILBOXES",
    "OUT",
    "PART",
    "README_NAME",
    "ROOT",
    "STAYS",
    "FolderMailbox",
    "Key",
    "Letter",
    "Mailbox",
    "Medium",
    "MemoryMailbox",
    "S3Mailbox",
    "SftpMailbox",
    "Source",
    "WebdavMailbox",
    "address",
    "check_delivered",
    "check_key",
    "fetch",
    "find_letters",
    "let_go",
    "letter_for",
    "medium_of",
    "read_key",
    "read_letter",
    "send",
    "withdraw",
]
