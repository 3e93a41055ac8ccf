"""How the people of that country are written down: many spellings, slips, and half of a number.

* Every spelling goes through the real normaliser (``intake.matching.canonical``).
* One value in twenty has a slip of one letter or digit, three phones in a hundred are masked.
"""

from intake.matching.canonical import canonical
from intake.matching.hangul import in_latin
from intake.matching.noting import marks_of
from intake.matching.sighting import Mark

_LATIN = {
    "김": "Kim",
    "이": "Lee",
    "박": "Park",
    "최": "Choi",
    "정": "Jung",
    "강": "Kang",
    "조": "Cho",
}
_SLIP, _MASKED = 0.05, 0.03
_SLIPPED = frozenset({"phone", "telegram_id", "email", "bank", "uploader", "telegram", "kakao_id",
                      "instagram", "twitter", "discord"})  # fmt: skip
_SAFE = {"phone": 4, "bank": 4}
_SPOKEN = str.maketrans("0123456789", "공일이삼사오육칠팔구")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NOTHING = ("모름", "010 1234 5678", "010-0000-0000", "없음", "확인 중")


def slip(kind, value, dice):
    """Return a value with one slip: another letter, one missing, two the wrong way round.

    What makes a value nobody's (its first digits, its domain) is written rightly.
    """
    safe = _SAFE.get(kind, 1)
    name, at_sign, domain = value.partition("@")
    letters = list(name)
    at = dice.randrange(min(safe, len(letters) - 1), len(letters))
    way = dice.randrange(3)
    if way == 0 or letters[at].isdigit():
        letters[at] = dice.choice(
            "0123456789" if letters[at].isdigit() else "abcdefghijklmnoprstuwxyz"
        )
    elif way == 1:
        del letters[at]
    else:
        letters[at - 1], letters[at] = letters[at], letters[at - 1]
    return "".join(letters) + at_sign + domain


def spell(kind, value, dice):
    """Return a value as somebody might write it."""
    if kind in _SLIPPED and dice.random() < _SLIP:
        value = slip(kind, value, dice)
    return _WAYS.get(kind, _as_it_is)(value, dice)


def _as_it_is(value, _dice):
    return value


def _phone(value, dice):
    head, middle, tail = value[:3], value[3:-4], value[-4:]
    if dice.random() < _MASKED:
        return f"{head}-****-{tail}"
    ways = (
        f"{head}-{middle}-{tail}",
        f"+82 {head[1:]} {middle} {tail}",
        f"{head}.{middle}.{tail}".translate(_WIDE),
        value.translate(_SPOKEN),
        value,
        f"({head}) {middle} {tail}",
        f"{head}-{middle}-{tail} (본인)",
    )
    return dice.choices(ways, (50, 12, 3, 3, 20, 6, 6))[0]


def _telegram(value, dice):
    ways = (
        f"@{value}",
        f"https://t.me/{value}",
        f"t.me/{value.upper()}",
        f"텔레 @{value}",
        f"텔레그램 아이디: {value}",
        value.title(),
    )
    return dice.choice(ways)


def _twitter(value, dice):
    return dice.choice(
        (
            f"@{value}",
            f"https://x.com/{value}?s=20",
            f"https://twitter.com/{value}",
            f"트위터 {value}",
        )
    )


def _instagram(value, dice):
    return dice.choice(
        (
            value,
            f"https://www.instagram.com/{value}/?igsh=abc",
            f"인스타 {value}",
            f"@{value.upper()}",
        )
    )


def _kakao(value, dice):
    return dice.choice((value, f"카톡 아이디: {value}", f"카카오톡 {value.upper()}"))


def _bank(value, dice):
    cut = dice.choice((3, 4, 6))
    return dice.choice(
        (
            value,
            f"999 {value[:cut]}-{value[cut:]}",
            f"{value[:6]}-{value[6:8]}-{value[8:]}",
            f"계좌번호: {value}",
        )
    )


def _name(value, dice):
    ways = [value, f"{value} 씨", " ".join(value), f"{value}(가명)"]
    if value[0] in _LATIN:
        ways.append(f"{_LATIN[value[0]]} {in_latin(value[1:]).title()}")
    return dice.choices(ways, (70, 10, 8, 4, 8)[: len(ways)])[0]


def _nickname(value, dice):
    return dice.choice(
        (value, value.upper(), f"{value}🔥", f"ㅤ{value}", f"{value[:3]} {value[3:]}")
    )


_WAYS = {
    "phone": _phone, "telegram": _telegram, "twitter": _twitter, "instagram": _instagram,
    "kakao_id": _kakao, "bank": _bank, "name": _name, "nickname": _nickname,
}  # fmt: skip


def noted(kind, raw, record, site="", seen=("", "")):
    """Return the marks of what was written down: none where it is nothing."""
    return marks_of(
        canonical(kind, raw, site),
        Mark(record, "", "", "W", seen_from=seen[0], seen_to=seen[1]),
    )
