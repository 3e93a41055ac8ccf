"""What a pasted value most likely is (종류 짐작): shown at once, and changed by a choice.

>>> [kind_of(text) for text in ("010-0000-4217", "@x7q_haru", "t.me/x7q_haru", "김민수")]
['phone', 'other', 'telegram', 'name']
"""

import re

from intake.matching.account import linked, service_named
from intake.matching.address import MOST, Address, read_address
from intake.matching.mail import is_mail
from intake.matching.money import is_account, is_wallet
from intake.matching.names import looks_like_name
from intake.matching.phone import is_number
from intake.matching.plain import plain
from intake.matching.traces import is_digest, is_machine, is_plate

# Values of which a part was covered, as papers of courts and banks show them.
_MASKED = (
    ("phone", re.compile(r"01[016789][-. ]?[\d*xX○●]{3,4}[-. ]?[\d*xX○●]{4}")),
    (
        "name",
        re.compile(
            r"[가-힣](?:[*○◯●]{1,2}[가-힣]?|[가-힣]?[*○◯●])(?:\s*\(\d{1,2}(?:세)?\))?"
        ),
    ),
)
_MOST_WORDS = 4
_LONG = 60
# Spaces of values that are no kind somebody can choose.
_CHOSEN_AS = {"twitter_id": "twitter", "facebook_id": "facebook", "discord_id": "discord",
              "discord_invite": "discord", "line_group": "line"}  # fmt: skip
_TESTS = (
    ("email", is_mail),
    ("sha256", is_digest),
    ("wallet", is_wallet),
    ("ip", is_machine),
    ("plate", is_plate),
    ("phone", is_number),
    ("bank", is_account),
)


def kind_of(text: str) -> str:
    """Return the likeliest kind of a pasted value; ``other`` where nothing speaks for one."""
    told = plain(text[:MOST])
    if not told:
        return "other"
    for kind, fits in _TESTS[:1]:
        if fits(told):
            return kind
    found = linked(told)
    if found is not None:
        return _CHOSEN_AS.get(found.kind, found.kind)
    for kind, fits in _TESTS[1:]:
        if fits(told):
            return kind
    return _by_words(told)


def _by_words(told: str) -> str:
    if isinstance(read_address(told), Address):
        return "url"
    named = service_named(told)
    if named:
        return named
    if re.fullmatch(r"@[\w.]{2,40}|\d+", told):
        return "other"  # which service or number it is, nobody has said yet
    for kind, hidden in _MASKED:
        if hidden.fullmatch(told):
            return kind
    if len(told) > _LONG or len(told.split()) > _MOST_WORDS or "→" in told:
        return "mo"
    return "name" if looks_like_name(told) else "nickname"
