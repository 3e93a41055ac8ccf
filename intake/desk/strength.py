"""How strong a passphrase (암호문구) is, in words.

* The estimate is zxcvbn's: it knows common passwords, keyboard walks and dates.
* Hangul is counted as if every syllable were one of ten: a Korean phrase is never praised
  for more than it certainly has.
* ``accepted`` asks for ten million guesses; the slot's Argon2id and the device secret make
  each of them slow and, without the laptop, useless.

>>> strength_of("1234").accepted
False
"""

import secrets
from typing import Final, Literal

from intake.crypto import words
from intake.desk.views import Strength

_LONGEST = 72  # zxcvbn's own limit for a quick answer
_LEVELS: Final[tuple[tuple[float, Literal["strong", "good", "fair"]], ...]] = (
    (13.0, "strong"),
    (10.0, "good"),
    (7.0, "fair"),
)


def strength_of(passphrase: str) -> Strength:
    """Return the strength of a passphrase; an empty one is weak."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists are for whoever chooses one

    tenfold = (
        float(zxcvbn(passphrase[:_LONGEST])["guesses_log10"]) if passphrase else 0.0
    )
    for least, level in _LEVELS:
        if tenfold >= least:
            return Strength(level, f"strength-{level}", accepted=True)
    return Strength("weak", "strength-weak", accepted=False)


def suggest_passphrase(language: str) -> str:
    """Return four words drawn at random from the published list of a language (44 bits).

    Four, not three: with Argon2id and the device secret a stolen disk then costs years.
    """
    return " ".join(words(secrets.token_bytes(32), count=4, language=language))
