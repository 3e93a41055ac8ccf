"""From the text of a cell to a value of a field (값 읽기).

* Codes are taken by code or by their words in either language; days in every common spelling.
* What fits nothing is a ``Misfit`` with a code (``refused-…``); nothing is guessed that could
  be two things (1/2/2024).
* A pasted resident number is masked, never kept (주민등록번호 처리 금지).

>>> from intake.register import SCHEMA
>>> value_of(SCHEMA["posting"].by_name["found_on"], "2024년 3월 9일")
'2024-03-09'
>>> value_of(SCHEMA["posting"].by_name["result"], "삭제 완료")
'REMOVED'
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from intake.register import CODES, Field, Type, Value
from intake.register.guard import mask_numbers
from intake.register.vocabulary import is_date, is_instant, why_not

_YES = frozenset(
    [
        "예",
        "네",
        "응",
        "유",
        "있음",
        "함",
        "o",
        "○",
        "y",
        "yes",
        "true",
        "1",
        "t",
        "v",
        "✓",
        "☑",
    ]
)
_NO = frozenset(
    [
        "아니요",
        "아니오",
        "무",
        "없음",
        "안함",
        "x",
        "×",
        "n",
        "no",
        "false",
        "0",
        "f",
        "☐",
    ]
)
_YMD = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?")
_YM = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[.월]?")
_Y = re.compile(r"(\d{4})\s*년?")
_SHORT = re.compile(r"'?(\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
_US = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})")
_PLAIN = re.compile(r"(19|20)\d{6}")
_TIME = re.compile(r"[\sT]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z?)$")
_NUMBER = re.compile(r"(-?\d+)(?:\.0+)?\s*(?:세|살|분|건|회|개|명|개월|시간)?")
_LOST_ZERO = re.compile(r"1[016789]\d{7,8}", re.ASCII)
_ALIASES = {
    "sex": {"여": "F", "여자": "F", "남": "M", "남자": "M", "woman": "F", "man": "M"},
    "deletion_result": {
        "삭제": "REMOVED", "삭제됨": "REMOVED", "완료": "REMOVED", "차단": "BLOCKED",
        "거부": "REFUSED", "거절": "REFUSED", "진행": "REQUESTED", "진행중": "REQUESTED",
        "요청": "REQUESTED", "임시": "TEMPORARY", "보류": "DEFERRED", "미요청": "FOUND",
        "deleted": "REMOVED", "open": "REQUESTED", "pending": "REQUESTED",
    },
    "deletion_action": {
        "최초": "FIRST", "1차": "FIRST", "요청": "FIRST", "삭제요청": "FIRST", "신규": "FIRST",
        "재": "AGAIN", "2차": "AGAIN", "3차": "AGAIN", "점검": "CHECK", "확인": "CHECK",
        "모니터링": "CHECK", "방심위": "KMCSC", "방미심위": "KMCSC", "차단요청": "KMCSC",
        "검색": "SEARCH", "경찰": "POLICE", "안내": "INFORM", "request": "FIRST",
    },
    "relation": {
        "일시적": "TEMP", "채팅": "TEMP", "모르는": "STRANGER", "모름": "STRANGER",
        "친밀": "INTIMATE", "친밀한": "INTIMATE", "사회적": "SOCIAL", "가족": "FAMILY",
    },
    "delete_basis": {
        "본인": "REQ_SELF", "배우자": "REQ_SPOUSE", "직계친족": "REQ_LINEAL", "직계": "REQ_LINEAL",
        "형제자매": "REQ_SIBLING", "대리인": "REQ_AGENT", "수사기관": "POLICE", "경찰": "POLICE",
        "선제": "CSAM", "성착취물": "CSAM",
    },
    "material": {"성착취물": "CSAM", "불법촬영물": "ART14", "촬영물": "ART14", "편집물": "ART14_2"},
    "retention": {"영구": "PERM", "10년": "Y10", "5년": "Y5"},
    "damage_national": {"합성": "EDIT", "딥페이크": "EDIT", "협박": "THREAT", "불안": "ANX"},
    "damage_regional": {"그루밍": "GROOM", "몸캠": "BODYCAM"},
}  # fmt: skip
_SERIAL_FROM, _SERIAL_TO = 20_000, 80_000  # days since 1899-12-30: 1954 to 2119
_TURN = 50  # two digits below it are of this century
_MONTHS = 12


class Misfit(Exception):
    """A cell does not fit its field, and why."""

    def __init__(self, why: str) -> None:
        """Keep the code."""
        super().__init__(why)
        self.why = why


def value_of(field: Field, text: str) -> Value:
    """Return the value a cell holds; None for an empty one.

    Raises:
        Misfit: it does not fit.
    """
    plain = text.strip()
    if not plain:
        return None
    read = _READ.get(field.type, _text)
    value = read(field, plain)
    why = why_not(field, value)
    if why:
        raise Misfit(why)
    return value


def _text(field: Field, text: str) -> Value:
    masked = mask_numbers(text)
    return phone(masked) if field.name == "phone" else masked


def phone(text: str) -> str:
    """Return a phone number with the zero that a sheet took from its front.

    >>> phone("1000004217")
    '01000004217'
    """
    return f"0{text}" if _LOST_ZERO.fullmatch(text) else text


def _number(_field: Field, text: str) -> Value:
    found = _NUMBER.fullmatch(text.replace(",", ""))
    if not found:
        raise Misfit("not-a-number")
    return int(found[1])


def _truth(_field: Field, text: str) -> Value:
    said = text.casefold().replace(" ", "")
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise Misfit("not-yes-or-no")


def _code(field: Field, text: str) -> Value:
    known = _codes(field.choices, CODES.edition)
    found = known.get(text) or known.get(_worn(text))
    if found is None:
        raise Misfit("unknown-code")
    return found


@cache
def _codes(choices: tuple[str, ...], _edition: int) -> dict[str, str]:
    """Return every spelling of the codes of some lists; two-faced spellings are left out."""
    spelled: dict[str, set[str]] = {}
    for one in (code for name in choices for code in CODES.lists[name]):
        short = (re.split(r"[(—/]", words)[0] for words in (one.ko, one.en))
        for way in (one.code, one.ko, one.en, *short):
            spelled.setdefault(_worn(way), set()).add(one.code)
    if "yes_no" in choices:
        spelled |= {word: {"YES"} for word in _YES} | {word: {"NO"} for word in _NO}
    for name in choices:
        for word, code in _ALIASES.get(name, {}).items():
            spelled.setdefault(_worn(word), {code})
    sure = {way: next(iter(codes)) for way, codes in spelled.items() if len(codes) == 1}
    exact = {code.code: code.code for name in choices for code in CODES.lists[name]}
    return sure | exact


def _worn(text: str) -> str:
    return re.sub(r"[\s·,.()\-_/]+", "", text).casefold()


def codes_of(field: Field, text: str) -> tuple[str, ...]:
    """Return the codes of a cell that names several (유포, 불법촬영).

    Raises:
        Misfit: one of them is unknown.
    """
    parts = [one for one in re.split(r"[,;/+|\n]|(?<=\S)\s{2,}", text) if one.strip()]
    known = _codes(field.choices, CODES.edition)
    whole = known.get(text.strip()) or known.get(_worn(text))
    if whole:
        return (whole,)
    if len(parts) == 1 and all(one in known for one in text.split()):
        parts = text.split()
    return tuple(dict.fromkeys(str(_code(field, one.strip())) for one in parts))


def _day(_field: Field, text: str) -> Value:
    bare = _TIME.sub("", text).strip()
    for pattern, spell in _DAYS:
        found = pattern.fullmatch(bare)
        if found:
            day = spell(found)
            if not is_date(day):
                raise Misfit("not-a-date")
            return day
    if bare.isdecimal() and _SERIAL_FROM <= int(bare) <= _SERIAL_TO:
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(bare))).isoformat()
    raise Misfit("not-a-date")


def _ymd(found: "re.Match[str]") -> str:
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"


def _short(found: "re.Match[str]") -> str:
    century = "20" if int(found[1]) < _TURN else "19"
    return f"{century}{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"


def _american(found: "re.Match[str]") -> str:
    one, two = int(found[1]), int(found[2])
    if one <= _MONTHS and two <= _MONTHS and one != two:
        raise Misfit("two-dates")
    month, day = (one, two) if one <= _MONTHS else (two, one)
    return f"{found[3]}-{month:02d}-{day:02d}"


_DAYS: tuple[tuple["re.Pattern[str]", Callable[["re.Match[str]"], str]], ...] = (
    (_YMD, _ymd),
    (_PLAIN, lambda m: f"{m[0][:4]}-{m[0][4:6]}-{m[0][6:]}"),
    (_US, _american),
    (_YM, lambda m: f"{m[1]}-{int(m[2]):02d}"),
    (_SHORT, _short),
    (_Y, lambda m: str(m[1])),
)


def _moment(field: Field, text: str) -> Value:
    if is_instant(text):
        return text
    found = _TIME.search(text)
    day = str(_day(field, text))
    if found is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise Misfit("not-a-moment")
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    try:
        at = dt.datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}:{second:02d}")
    except ValueError as error:
        raise Misfit("not-a-moment") from error
    zoned = at.replace(tzinfo=dt.UTC) if found[4] else at.astimezone(dt.UTC)
    return zoned.strftime("%Y-%m-%dT%H:%M:%SZ")


def _digest(_field: Field, text: str) -> Value:
    return text.casefold().removeprefix("sha256:").replace(" ", "")


_READ: dict[Type, Callable[[Field, str], Value]] = {
    Type.INT: _number,
    Type.BOOL: _truth,
    Type.CODE: _code,
    Type.DATE: _day,
    Type.INSTANT: _moment,
    Type.DIGEST: _digest,
    Type.ID: lambda _field, text: text.casefold(),
}
