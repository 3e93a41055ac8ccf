"""Which drives may be used (쓸 수 있는 매체): what is plugged in, by its label."""

import unicodedata
from fnmatch import fnmatchcase
from pathlib import Path

from intake.errors import PolicyForbids
from intake.mailbox import medium_of
from intake.policy import Policy


def check_drive(policy: Policy, folder: Path) -> None:
    """Check that the medium a folder lies on may be used; the computer's own disks always may.

    Raises:
        PolicyForbids: it is plugged in, and its label is none of those that IT allows.
    """
    if policy.drives_allowed == ("*",):
        return
    medium = medium_of(folder)
    if medium.is_pulled and not is_allowed(policy, medium.label):
        raise PolicyForbids(what="drive")


def is_allowed(policy: Policy, label: str) -> bool:
    """Whether a label is one of those that IT allows; large and small letters are the same."""
    said = _plain(label)
    return any(fnmatchcase(said, _plain(one)) for one in policy.drives_allowed)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().strip()
