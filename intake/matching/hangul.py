"""Syllables and their letters (한글): taken apart, put together, written in Latin letters.

>>> from_keys("rlaalstn"), first_letters("김민수"), in_latin("민수")
('김민수', 'ㄱㅁㅅ', 'minsu')
"""

_FIRST, _LAST, _PER_INITIAL, _PER_VOWEL = 0xAC00, 0xD7A3, 588, 28
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_KEYS = dict(zip("rRseEfaqQtTdwWczxvgkoiOjpuPhynbml", "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", strict=True))  # fmt: skip
_JOINED = {
    "ㅗㅏ": "ㅘ",
    "ㅗㅐ": "ㅙ",
    "ㅗㅣ": "ㅚ",
    "ㅜㅓ": "ㅝ",
    "ㅜㅔ": "ㅞ",
    "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ",
}
_ROMAN_FIRST = [
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_ROMAN_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_ROMAN_FINAL = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "l",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]


def first_letters(text: str) -> str:
    """Return the initial consonants (초성) of the syllables."""
    return "".join(_INITIALS[(ord(x) - _FIRST) // _PER_INITIAL] if _is_syllable(x) else x for x in text)  # fmt: skip


def in_latin(text: str) -> str:
    """Return syllables in Latin letters (로마자), each for itself."""
    return "".join(_roman(x) if _is_syllable(x) else x.casefold() for x in text)


def from_keys(typed: str) -> str:
    """Return what the same keys write on the Korean keyboard (두벌식); unknown keys stay."""
    letters = [_KEYS.get(x) or _KEYS.get(x.lower(), x) for x in typed if x != " "]
    written, at = "", 0
    while at < len(letters):
        syllable, used = _syllable(letters[at:])
        written, at = written + syllable, at + used
    return written


def _is_syllable(letter: str) -> bool:
    return _FIRST <= ord(letter) <= _LAST


def _roman(syllable: str) -> str:
    place = ord(syllable) - _FIRST
    vowel = place % _PER_INITIAL // _PER_VOWEL
    return (
        _ROMAN_FIRST[place // _PER_INITIAL]
        + _ROMAN_VOWEL[vowel]
        + _ROMAN_FINAL[place % _PER_VOWEL]
    )


def _syllable(letters: list[str]) -> tuple[str, int]:
    """Return the first syllable that letters make, and how many it took."""
    if len(letters) < 2 or letters[0] not in _INITIALS or letters[1] not in _VOWELS:  # noqa: PLR2004 # fmt: skip
        return letters[0], 1
    vowel, used = letters[1], 2
    if "".join(letters[1:3]) in _JOINED:
        vowel, used = _JOINED["".join(letters[1:3])], 3
    final = 0
    if _closes(letters[used : used + 2]):
        final, used = _FINALS.index(letters[used]), used + 1
    place = (
        _INITIALS.index(letters[0]) * _PER_INITIAL + _VOWELS.index(vowel) * _PER_VOWEL
    )
    return chr(_FIRST + place + final), used


def _closes(next_two: list[str]) -> bool:
    """Whether the next consonant closes this syllable: no vowel follows that would take it."""
    if not next_two or next_two[0] not in _FINALS:
        return False
    return len(next_two) == 1 or next_two[1] not in _VOWELS
