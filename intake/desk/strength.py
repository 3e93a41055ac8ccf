"""How strong a passphrase (암호문구) is, in words.

* The estimate is zxcvbn's: it knows common passwords, keyboard walks and dates.
* Hangul is counted as if every syllable were one of ten: a Korean phrase is never praised
  for more than it certainly has.
* ``accepted`` asks for ten million guesses; the slot's Argon2id and the device secret make
  each of them slow and, without the laptop, useless.

>>> strength_of("1234").accepted
False
"""

from typing import Final, Literal

from zxcvbn import zxcvbn

from intake.desk.views import Strength

_LONGEST = 72  # zxcvbn's own limit for a quick answer
_LEVELS: Final[tuple[tuple[float, Literal["strong", "good", "fair"]], ...]] = (
    (13.0, "strong"),
    (10.0, "good"),
    (7.0, "fair"),
)


def strength_of(passphrase: str) -> Strength:
    """Return the strength of a passphrase; an empty one is weak."""
    tenfold = (
        float(zxcvbn(passphrase[:_LONGEST])["guesses_log10"]) if passphrase else 0.0
    )
    for least, level in _LEVELS:
        if tenfold >= least:
            return Strength(level, f"strength-{level}", accepted=True)
    return Strength("weak", "strength-weak", accepted=False)
