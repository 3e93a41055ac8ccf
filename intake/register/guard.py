"""Resident numbers are not kept (주민등록번호 처리 금지): the input guard.

A pasted number with its hyphen is masked before it is said; the day of birth and the mark that
a number stood there are all that stays. Accounts and phone numbers are left alone.

>>> mask_numbers("주민번호 010203-4567890 이고 번호는 010-0000-4217")
'주민번호 010203-******* 이고 번호는 010-0000-4217'
"""

import re

_NUMBER = re.compile(
    r"(?<!\d)(\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))([-–—]|\s?[-–—]\s?)([1-8]\d{6})(?!\d)",
    re.ASCII,
)


def mask_numbers(text: str) -> str:
    """Return the text with the second half of every resident number masked."""
    return _NUMBER.sub(r"\1\2*******", text)


def holds_number(text: str) -> bool:
    """Whether a resident number stands in the text."""
    return bool(_NUMBER.search(text))
