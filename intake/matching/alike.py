"""Letters that look alike (비슷한 글자), and names that differ by a stroke (자모).

Nothing here makes a link. ``looks_like`` is a warning to whoever reads two accounts side by
side; ``swapped`` is a hint to whoever typed a number.

>>> looks_like("northpler_x7q", "northpier_x7q"), swapped("01000004271", "01000004217")
(True, True)
"""

import unicodedata

_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_FOREIGN = dict(
    zip(
        "авеёзікмнорстухѕјһԛԝѵɡαβεικνορτυχω",
        "abeeзikmhopctyxsjhqwvgabeikvoptyxw",
        strict=True,
    )
)
LETTERS = str.maketrans({**_SMALL, **_FOREIGN, "ı": "i", "ł": "l", "ø": "o", "đ": "d"})
_SHAPES = str.maketrans({"i": "l", "1": "l", "|": "l", "!": "l", "j": "l", "0": "o", "5": "s", "2": "z", "8": "b", "9": "g", "q": "g", "u": "v", "-": "", "_": "", ".": ""})  # fmt: skip
_TWINS = {"i": "l1", "l": "i1", "1": "li", "o": "0", "0": "o", "s": "5", "5": "s", "z": "2", "2": "z",
          "b": "8", "8": "b", "g": "9q", "q": "g9", "9": "gq", "u": "v", "v": "u", "_": "-.", "-": "_.", ".": "_-"}  # fmt: skip
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
_FIRST, _LAST = 0xAC00, 0xD7A3
_FAR = 9


def skeleton(text: str) -> str:
    """Return the shape of a text: two that a tired eye takes for one have one shape."""
    letters = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    for pair, one in _PAIRS:
        letters = letters.replace(pair, one)
    bare = unicodedata.normalize("NFD", letters.translate(_SHAPES))
    return unicodedata.normalize(
        "NFC", "".join(x for x in bare if not "\u0300" <= x <= "\u036f")
    )


def looks_like(one: str, other: str) -> bool:
    """Whether two different values have the same shape."""
    return one.casefold() != other.casefold() and skeleton(one) == skeleton(other)


def swapped(one: str, other: str) -> bool:
    """Whether two numbers differ only by two neighbouring digits that changed places."""
    if len(one) != len(other) or one == other:
        return False
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    if len(apart) != 2 or apart[1] != apart[0] + 1:  # noqa: PLR2004
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]


def near_spellings(value: str, most: int = 48) -> tuple[str, ...]:
    """Return what a slip of the eye or the finger makes of a value, one slip each.

    >>> near_spellings("+8210421")[:2], "northpler" in near_spellings("northpier")
    (('+8201421', '+8214021'), True)
    """
    letters = value.casefold()
    if sum(x.isdigit() for x in letters) * 2 > len(letters):
        found = (letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :] for at in range(3, len(letters) - 1))  # fmt: skip
    else:
        found = (letters[:at] + twin + letters[at + 1 :] for at, x in enumerate(letters) for twin in _TWINS.get(x, ""))  # fmt: skip
    return tuple(dict.fromkeys(one for one in found if one != letters))[:most]


def jamo(text: str) -> str:
    """Return a text letter by letter: every syllable taken apart, without spaces and case."""
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return unicodedata.normalize("NFD", plain)


def strokes_between(one: str, other: str) -> int:
    """Return how many letters (자모) two names are apart; ``9`` and more is far."""
    left, right = jamo(one), jamo(other)
    if abs(len(left) - len(right)) >= _FAR:
        return _FAR
    before = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        now = [row]
        for at, against in enumerate(right, 1):
            change = before[at - 1] + (letter != against)
            now.append(min(before[at] + 1, now[at - 1] + 1, change))
        before = now
    return min(before[-1], _FAR)
