"""Code lists in words, for the choices on a page (코드표).

The list itself is ``resources/codelists.json``, the only vocabulary there is.

>>> code_choices("ko", "will")[0]
('WANTED', '원함')
"""

import json
from functools import cache
from typing import Any

from intake.text import resource


@cache
def _lists() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(resource("codelists.json").read_text("utf-8"))
    return told


@cache
def code_choices(language: str, *names: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of these lists and their words, in the order of the lists."""
    return tuple(
        (str(one["code"]), str(one[language if language in one else "ko"]))
        for name in names
        for one in _lists()[name]
    )


def code_word(language: str, code: str, *names: str) -> str:
    """Return a code in words, or the code itself where no list knows it."""
    return dict(code_choices(language, *names)).get(code, code)
