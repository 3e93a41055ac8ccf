"""What the doctor may find, and how bad each of it is: one table for terminal, window and texts.

>>> finding("clock", "behind", days=3).state
'broken'
"""

from collections.abc import Mapping
from typing import Final

from intake.desk.views.doctor import Finding, Health

STATES: Final[Mapping[str, Mapping[str, Health]]] = {
    "system": {"fine": "ok", "other": "note"},
    "program": {
        "whole": "ok",
        "source": "ok",
        "trial": "note",
        "altered": "broken",
        "unsigned": "broken",
    },
    "policy": {
        "fine": "ok",
        "none": "ok",
        "wrong": "note",  # the strict value holds, and work goes on
        "unbelieved": "broken",
        "older": "broken",
        "misnumbered": "broken",
        "gone": "broken",
    },
    "clock": {"fine": "ok", "behind": "broken", "back": "broken", "ahead": "broken"},
    "home": {"fine": "ok", "readonly": "broken"},
    "disk": {"fine": "ok", "low": "note", "full": "broken", "unknown": "note"},
    "rights": {
        "fine": "ok",
        "none": "ok",
        "open": "note",
        "other": "broken",
    },
    "place": {
        "fine": "ok",
        "network": "broken",
        "removable": "broken",
        "cloud": "broken",
    },
    "keyring": {
        "fine": "ok",
        "file": "note",
        "silent": "broken",
        "nowhere": "broken",
        "locked": "note",
        "missing": "broken",
    },
    "input": {
        "fine": "ok",
        "terminal": "ok",
        "asleep": "note",
        "fcitx": "note",
        "none": "broken",
        "english": "broken",
        "plugin": "broken",
    },
    "vault": {
        "absent": "ok",
        "sound": "ok",
        "unfinished": "note",
        "unread": "broken",
        "no-file": "broken",
        "no-keys": "broken",
        "keys": "broken",
        "too-new": "broken",
        "cut": "broken",
        "plain": "broken",
        "head": "broken",
    },
    "keys": {"fine": "ok", "one-copy": "note", "no-code": "note", "altered": "broken"},
    "log": {"fine": "ok", "unwritten": "note", "faults": "note"},
    "check": {"failed": "broken"},  # a check of ours that fell over
    # only of an open workspace
    "pages": {"fine": "ok", "damaged": "broken"},
    "ledger": {"fine": "ok", "problems": "broken", "parked": "note"},
    "trust": {
        "fine": "ok",
        "waiting": "note",
        "ending": "note",
        "revoked": "broken",
    },
    "library": {"fresh": "ok", "none": "ok", "old": "note", "expired": "note"},
    "backup": {"fine": "ok", "late": "note"},
    "stamps": {"fine": "ok", "ahead": "broken"},
}


def finding(check: str, code: str, **facts: str | int) -> Finding:
    """Return a line of the doctor in the state the table gives it."""
    return Finding(check, code, STATES[check][code], facts)
