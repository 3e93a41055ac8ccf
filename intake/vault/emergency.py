"""The printed emergency code (비상 코드): 26 characters a tired person can type.

* 25 random characters (125 bits) and one check character; Crockford's alphabet, so O is 0,
  I and L are 1, and case, spaces and hyphens do not matter.
* The check character (Luhn mod 32) finds every single wrong character and nearly every swap
  of neighbours.

>>> spell("0123456789ABCDEFGHJKMNPQR" + check_character("0123456789ABCDEFGHJKMNPQR"))
'01234-56789-ABCDE-FGHJK-MNPQR-K'
"""

import secrets

from intake.errors import WrongCode

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_RANDOM = 25
_GROUP = 5


def new_code() -> str:
    """Return a fresh code, without grouping."""
    said = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return said + check_character(said)


def spell(code: str) -> str:
    """Return a code in groups, as it is printed."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def read_code(typed: str) -> str:
    """Return the code that was typed.

    Raises:
        WrongCode: not 26 characters, a foreign character, or the check does not fit.
    """
    plain = "".join(typed.upper().replace("-", " ").split()).translate(_ALIKE)
    if len(plain) != _RANDOM + 1 or set(plain) - set(_ALPHABET):
        raise WrongCode
    if check_character(plain[:-1]) != plain[-1]:
        raise WrongCode
    return plain


def check_character(said: str) -> str:
    """Return the check character of the 25 before it (Luhn mod 32)."""
    size, total = len(_ALPHABET), 0
    for at, letter in enumerate(reversed(said)):
        point = _ALPHABET.index(letter) * (2 - at % 2)
        total += point // size + point % size
    return _ALPHABET[-total % size]
