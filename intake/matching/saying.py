"""A reason as a sentence (근거를 말로): calm, exact, without a figure of likelihood.

>>> from intake.text import Texts
>>> said(Line("match-says-same", "telegram", 21_500, "x7q_haru"), Texts("ko"), "ko")
'같은 텔레그램 사용자명 @x7q_haru'
>>> said(Line("match-says-same", "phone", 25_600, "+821000004217", 3), Texts("en"), "en")
'Same phone number 010-0000-4217 (also in 3 other records)'
"""

import re

from intake.matching.face import ACCOUNTS
from intake.matching.likeness import Line
from intake.register import CODES
from intake.text import Texts

_NAMED = ("telegram", "kakao", "instagram", "twitter", "discord", "tiktok", "facebook", "line")  # fmt: skip
_MOST = 60  # letters of a value in a sentence
_HASH = 12  # of a fingerprint: nobody reads the rest
_HOME = re.compile(r"\+82(1[016789])(\d{3,4})(\d{4})")


def said(line: Line, texts: Texts, language: str) -> str:
    """Return one line of evidence as a sentence; a frozen one has no value and says the kind."""
    kind = called(line.kind, language)
    told = texts(line.says, kind=kind, value=shown(line.kind, line.value), count=line.holders)  # fmt: skip
    told = " ".join(told.split())
    return told[:1].upper() + told[1:]


def called(kind: str, language: str) -> str:
    """Return a kind of identifier as it stands within a sentence: "Same e-mail", "Same Telegram …".

    >>> called("phone", "en"), called("email", "en")[:2], called("phone", "ko")
    ('phone number', 'e-', '전화번호')
    """
    label = CODES.label("identifier_kind", kind, language) if kind else ""
    small = label[1:2].islower() or label[1:2] == "-"
    return label if not small or kind.startswith(_NAMED) else label[:1].lower() + label[1:]  # fmt: skip


def shown(kind: str, value: str) -> str:
    """Return a value as people write it."""
    number = _HOME.fullmatch(value) if kind == "phone" else None
    if number:
        return f"0{number[1]}-{number[2]}-{number[3]}"
    if kind in {"sha256", "pdq"}:
        return value[:_HASH] + "…" if len(value) > _HASH else value
    if kind == "bank":
        value = value.replace(":", " ")
    if kind == "uploader" and ":" in value:
        site, _, name = value.rpartition(":")
        value = f"{name} ({site})"
    elif kind in ACCOUNTS and kind != "uploader":
        value = f"@{value}" if value.isascii() and not value.isdigit() else value
    return value if len(value) <= _MOST else value[: _MOST - 1] + "…"


def withheld_because(withheld: str, texts: Texts) -> str:
    """Return why something alike is not proposed, as a sentence; empty where it is."""
    return texts(withheld) if withheld else ""
