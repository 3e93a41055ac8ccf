"""Korean particles (조사): which of a pair follows a word is heard in its last sound.

* Hangul is read by its final consonant; digits and capitals by their Korean names, small
  letters as a word; a number's round end as 십, 백, 천, 만, 억 or 조.
* Quotes, dots and a bracket after the word are not heard.
* Where the sound cannot be known, as in Hanja, both are written.

>>> josa("보관함", "을/를"), josa("USB-3", "을/를"), josa("서울", "으로/로")
('보관함을', 'USB-3을', '서울로')
>>> josa("금고(金庫)", "이/가"), josa("金", "이/가"), josa(1_000, "은/는")
('금고(金庫)가', '金이(가)', '1,000은')
"""

import re
import unicodedata

_AFTER_CONSONANT = {"은", "이", "을", "과", "으로", "이라", "아"}
_OPEN, _CLOSED, _RIEUL = 0, 1, 8  # no final; any final; the final ㄹ, after which 로
_DIGITS = (
    *(_CLOSED, _RIEUL, _OPEN, _CLOSED, _OPEN),  # 영 일 이 삼 사
    *(_OPEN, _CLOSED, _RIEUL, _RIEUL, _OPEN),  # 오 육 칠 팔 구
)
_LETTERS = {"L": _RIEUL, "R": _RIEUL, "M": _CLOSED, "N": _CLOSED}  # 엘 알 엠 엔
_UNHEARD = re.compile(r"""(?:\([^()]*\)|[\s"'”’)\]}」』》〉.,!?…:;~_/\\-])+$""")
_ROUND = re.compile(r"[1-9](0*)$")
_JO = range(12, 16)  # zeros of 조, the only round number that ends in a vowel


def josa(word: str | int, pair: str) -> str:
    """Return the word with the particle its last sound asks for; ``pair`` as ``을/를``."""
    shown = f"{word:,}" if isinstance(word, int) else unicodedata.normalize("NFC", word)
    closed, _, opened = pair.partition("/")
    if closed not in _AFTER_CONSONANT:
        closed, opened = opened, closed
    sound = _last_sound(_UNHEARD.sub("", shown))
    if sound is None:
        return shown + ("(으)로" if closed == "으로" else f"{closed}({opened})")
    takes_open = sound == _OPEN or (closed == "으로" and sound == _RIEUL)
    return shown + (opened if takes_open else closed)


def _last_sound(word: str) -> int | None:
    """Return the class of the last sound, or None where nobody can know it."""
    last = word[-1:]
    if "가" <= last <= "힣":
        return _class_of_final((ord(last) - ord("가")) % 28)
    if "ㄱ" <= last <= "ㅣ":
        return _sound_of_jamo(last)
    if last.isascii() and last.isdigit():
        return _sound_of_number(word)
    if last.isascii() and last.isalpha():
        return _sound_of_letters(word)
    return _OPEN if last == "%" else None  # 퍼센트


def _class_of_final(final: int) -> int:
    return final if final in {_OPEN, _RIEUL} else _CLOSED


def _sound_of_jamo(jamo: str) -> int:
    if jamo >= "ㅏ":
        return _OPEN
    return _RIEUL if jamo == "ㄹ" else _CLOSED


def _sound_of_number(word: str) -> int:
    zeros = _ROUND.search(word.replace(",", ""))
    if zeros and len(zeros[1]) in _JO:
        return _OPEN
    return _DIGITS[int(word[-1])]


def _sound_of_letters(word: str) -> int:
    found = re.search(r"[A-Za-z]+$", word)
    letters = found[0] if found else word
    if len(letters) == 1 or letters[-1].isupper():
        return _LETTERS.get(letters[-1].upper(), _OPEN)
    if letters.endswith(("l", "le")):
        return _RIEUL
    closed = re.search(r"([mn]e?|ng|ck|[aeiouy][bckpt])$", letters)
    return _CLOSED if closed else _OPEN
