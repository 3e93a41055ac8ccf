"""The words a platform is asked with (요청 문안), in the language its operator reads.

* One file for each language in ``resources/notices``; kinds are ``EMAIL``, ``FORM`` and
  ``SEARCH``; a channel without words of its own is written to as by e-mail.
* A language we have no words in is written to in English.
* ``{center}``, ``{count}``, ``{site}``, ``{contact}`` are filled in; ``{addresses}`` is where
  the list goes.
"""

import json
from dataclasses import dataclass, field
from functools import cache

from intake.desk.rooms import Rooms
from intake.text.place import resource

KINDS = ("EMAIL", "FORM", "SEARCH")
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Notice:
    """A subject, a body, and what stands for a list that is enclosed."""

    subject: str
    body: str = field(repr=False)
    enclosed: str = ""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are words in."""
    return tuple(sorted(one.stem for one in resource("notices").glob("*.json")))


@cache
def _words(language: str) -> dict[str, dict[str, str]]:
    known = language if language in languages() else _FALLBACK
    file = resource("notices", f"{known}.json")
    found: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def notice_of(
    rooms: Rooms, language: str, kind: str, *, count: int = 0, site: str = ""
) -> Notice:
    """Return a notice as this center writes it."""
    said = _words(language)
    told = said.get(kind) or said["EMAIL"]
    contact = " · ".join(
        str(rooms.setting(name))
        for name in ("center_phone", "center_email")
        if rooms.setting(name)
    )
    facts = {
        "{center}": rooms.who.center_name,
        "{count}": str(count) if count else "…",
        "{site}": site or "…",
        "{contact}": contact or "…",
    }
    return Notice(
        _filled(told.get("subject", said["EMAIL"]["subject"]), facts),
        _filled(told["body"], facts),
        said["EMAIL"]["enclosed"],
    )


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace(name, value)
    return text
