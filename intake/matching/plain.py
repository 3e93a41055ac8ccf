"""What somebody pasted, without what nobody sees or meant (겉모습 다듬기).

Marks without width, marks of direction, controls of old machines, other spaces and full-width
letters come with every copy from a telephone; they say nothing. Nothing here judges a value or refuses it.

>>> plain("０１０．１２３４\u200b．５６７８"), undone("hxxps[:]//t[.]me/a")
('010.1234.5678', 'https://t.me/a')
"""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
_SPACES = re.compile(r"\s+")
_SCHEME = re.compile(r"^h(?:xx|\*\*|tt|__)p(s?)(?=\s*[\[({]?\s*:)", re.IGNORECASE)
_COLON = re.compile(r"^(https?)\s*[\[({]?:[\])}]?\s*/{1,2}\]?", re.IGNORECASE)
_DOT = re.compile(r"\s*[\[({]\s*(?:\.|dot|점|쩜)\s*[\])}]\s*", re.IGNORECASE)


def seen(text: str) -> str:
    """Return the text without marks that have no width or only turn the direction."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub("", text)


def plain(text: str) -> str:
    """Return what a person sees, in ordinary letters, with single spaces (NFKC)."""
    if text.isascii():
        return " ".join(seen(text).split())
    return _SPACES.sub(" ", seen(unicodedata.normalize("NFKC", seen(text)))).strip()


def undone(text: str) -> str:
    """Return an address that was made harmless (``hxxp``, ``[.]``) as it was before."""
    text = _DOT.sub(".", text)
    return _COLON.sub(r"\1://", _SCHEME.sub(r"http\1", text))
