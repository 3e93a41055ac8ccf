"""Words cut into overlapping pairs, so that any part of any word is found.

* A word of n letters gives its n - 1 pairs and its last letter alone; so every position has
  a token, and a single letter is found by prefix.
* What the index finds is a candidate; ``holds`` looks at the words themselves.

>>> sorted(grams("불법촬영"))
['법촬', '불법', '영', '촬영']
>>> asked("유포협박 영")
'"유포" AND "포협" AND "협박" AND "영"*'
"""

import re

from intake.register.spelling import folded

_WORD = re.compile(r"[^\W_]+")
_PAIR = 2


def words_of(text: str) -> list[str]:
    """Return the words of a text or of what somebody typed."""
    return _WORD.findall(folded(text))


def _pairs(word: str) -> list[str]:
    return [word[at : at + _PAIR] for at in range(len(word) - 1)]


def grams(text: str) -> set[str]:
    """Return the tokens a text is indexed under."""
    found: set[str] = set()
    for word in words_of(text):
        found.update(_pairs(word))
        found.add(word[-1])
    return found


def asked(typed: str) -> str:
    """Return the index query of what was typed; empty where there is no word."""
    terms = dict.fromkeys(term for word in words_of(typed) for term in _terms(word))
    return " AND ".join(terms)


def _terms(word: str) -> list[str]:
    if len(word) == 1:
        return [f'"{word}"*']
    return [f'"{pair}"' for pair in _pairs(word)]


def holds(text: str, words: list[str]) -> bool:
    """Whether every word is a part of a word of the text."""
    plain = folded(text)
    return all(word in plain for word in words)
