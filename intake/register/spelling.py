"""How words are spelled for looking up (찾기용 표기); never shown, never matched on.

* ``folded``: NFC and without case, letter for letter, so that a hit can be marked.
* ``key_of``: an account, number or address as somebody else may type it.
* ``initials``: 초성, for names only.

>>> key_of("hxxps://www[.]Tube-A.example/v/1/"), key_of("+82 (0)10-0000-4217")
('tube-a.example/v/1', '01000004217')
>>> initials("김하준 Kim")
'ㄱㅎㅈkim'
"""

import re
import unicodedata

_SCHEME = re.compile(r"^(h(xx|tt)ps?|[a-z][a-z0-9+.-]{0,15})://")
_LEAD = re.compile(r"^(www\.|@)+")
_NUMBER = re.compile(r"\+?[\d\s().\-–]{5,}", re.ASCII)
_KOREA = re.compile(r"^(?:00)?82\(?0?\)?(?=\d{8,10}$)", re.ASCII)
_PATH = re.compile(r"[/?#]")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST, _LAST, _EACH = 0xAC00, 0xD7A3, 588


def folded(text: str) -> str:
    """Return the text without case, in composed form."""
    return unicodedata.normalize("NFC", text).casefold()


def key_of(text: str) -> str:
    """Return the look-up spelling of an account, number, address or digest."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = plain.replace("[.]", ".").replace("(.)", ".").strip()
    if _NUMBER.fullmatch(plain):
        digits = re.sub(r"\D", "", plain)
        return _KOREA.sub("0", digits)
    plain = _LEAD.sub("", _SCHEME.sub("", "".join(plain.split())))
    return plain.rstrip("/")


def host_of(url: str) -> str:
    """Return the host of an address, without ``www.``, port or user."""
    return host_in(key_of(url))


def host_in(key: str) -> str:
    """Return the host of an address from its look-up spelling."""
    return _PATH.split(key, 1)[0].rpartition("@")[2].partition(":")[0]


def initials(text: str) -> str:
    """Return the initial consonants (초성) of a name; other letters stay."""
    return "".join(_initial(letter) for letter in folded(text) if letter.isalnum())


def is_initials(word: str) -> bool:
    """Whether a typed word consists of initial consonants only."""
    return bool(word) and all(letter in _INITIALS for letter in word)


def _initial(letter: str) -> str:
    if _FIRST <= ord(letter) <= _LAST:
        return _INITIALS[(ord(letter) - _FIRST) // _EACH]
    return letter
