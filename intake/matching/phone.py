"""Telephone numbers (전화번호), however they were written down or spelled out.

>>> [number("공일공 일이삼사 오육칠팔").value, number("+82 (0)10-0000-4217 (본인)").value]
['+821012345678', '+821000004217']
"""

import re

from intake.matching.clue import Canonical
from intake.matching.plain import plain

# Numbers of nobody: public lines, the examples of forms, and what is typed to fill a box.
_NOBODYS = frozenset(
    {
        "112",
        "119",
        "109",
        "117",
        "1366",
        "1377",
        "1388",
        "15449112",
        "027358994",
        "118",
        "182",
    }
    | {f"010{digit * 8}" for digit in "0123456789"}
    | {f"010{run}" for run in ("12345678", "98765432")}
)
_SPOKEN = str.maketrans("공영령일이삼사오육륙칠팔구", "0001234566789")
_MISREAD = str.maketrans("OoΟоlIㅣ|", "00001111")
_COUNTRY = re.compile(r"^\+?82\s*[-.]?\s*\(?0?\)?")
_LABEL = re.compile(r"^(?:tel|phone|hp|휴대폰|휴대전화|핸드폰|전화번호|전화|번호|연락처|폰)\s*[:.]?\s*", re.IGNORECASE)  # fmt: skip
_ASIDE = re.compile(r"[(\[（][^)\]）]*[^\d\s()\[\]\-][^)\]）]*[)\]）]")
_LINK = re.compile(r"^(?:https?://)?(?:t\.me/\+?|wa\.me/|api\.whatsapp\.com/send\?phone=)", re.IGNORECASE)  # fmt: skip
_KOREAN = re.compile(r"01[016789]\d{7,8}|0(?:2|[3-6]\d|70|505)\d{7,8}")
_HIDDEN = re.compile(r"[*xX○◯〇●□■•?]")
_FEWEST, _MOST, _SHORT = 8, 15, 5


def number(raw: str) -> Canonical:
    """Return a telephone number in its international spelling (E.164)."""
    text = spelled(raw)
    if _HIDDEN.search(text):
        return _masked(text)
    if is_nobodys(re.sub(r"\D", "", text)):
        return Canonical(
            "phone", _international(text), "P", warning_id="clue-placeholder"
        )
    value = _international(text)
    odd = _oddity(value)  # the last four digits are many people's
    return Canonical("phone", value, "W" if odd else "P", warning_id=odd)


def is_nobodys(digits: str) -> bool:
    """Whether digits are a public line, the example of a form, or fill a box."""
    return digits in _NOBODYS or _home(digits) in _NOBODYS


def spelled(raw: str) -> str:
    """Return a number in ordinary digits, without what was written beside it."""
    text = _LINK.sub("", plain(raw))
    text = _ASIDE.sub("", text).strip()
    text = _LABEL.sub("", text)
    words = text.translate(_SPOKEN)
    if re.fullmatch(r"[\d\s().+\-/*]+", words):
        text = words
    if re.fullmatch(r"[\d\s().+\-OoΟоlIㅣ|]+", text):
        text = text.translate(_MISREAD)
    return text


def _international(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if _KOREAN.fullmatch(_home(digits)):
        return "+82" + _home(digits)[1:]
    # Loaded for the first number of another shape: it takes longer than all the rest here.
    import phonenumbers  # noqa: PLC0415

    try:
        told = text if text.startswith("+") else _COUNTRY.sub("0", text)
        parsed = phonenumbers.parse(told.replace("(0)", ""), "KR")
    except phonenumbers.NumberParseException:
        return digits
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _home(digits: str) -> str:
    return re.sub(r"^(?:00)?82(?=\d{8,10}$)0?", "0", digits)


def _oddity(value: str) -> str:
    usual = _FEWEST <= len(value.lstrip("+")) <= _MOST
    return "" if usual else "clue-odd-number"


def _masked(text: str) -> Canonical:
    hidden = re.sub(r"[^\d?]", "", _HIDDEN.sub("?", text))
    value = "+82" + hidden[1:] if hidden.startswith("0") else hidden
    return Canonical("phone", value, "P", masked=True, warning_id="clue-masked")


def is_number(text: str) -> bool:
    """Whether a text alone looks like a telephone number of this country or with a plus."""
    told = spelled(text)
    if not re.fullmatch(r"[\d\s().+\-/]+", told):
        return False
    digits = re.sub(r"\D", "", told)
    if told.startswith("+"):
        return _FEWEST <= len(digits) <= _MOST
    return bool(re.fullmatch(rf"{_KOREAN.pattern}|1[568]\d{{6}}", _home(digits)))
