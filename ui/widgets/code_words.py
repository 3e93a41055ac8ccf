"""Code lists in words, for the choices on a page (코드표).

The list itself is ``resources/codelists.json``; what the central desk's code list changes of it is
told by the desk (``tell_codes``), and what it took out is read still and offered no more.

>>> code_choices("ko", "will")[0]
('WANTED', '원함')
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from intake.text import resource

if TYPE_CHECKING:
    from intake.desk.views.library import CodeLine

_told: "dict[str, tuple[CodeLine, ...]]" = {}


def tell_codes(lists: "Mapping[str, Sequence[CodeLine]]") -> None:
    """Offer these instead of the program's own, until told otherwise."""
    _told.clear()
    _told.update({name: tuple(codes) for name, codes in lists.items()})
    code_choices.cache_clear()
    _words.cache_clear()


@cache
def _lists() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(resource("codelists.json").read_text("utf-8"))
    return told


@cache
def code_choices(language: str, *names: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of these lists and their words, in the order of the lists."""
    return tuple((code, words) for name in names for code, words, offered in _every(language, name) if offered)  # fmt: skip


def code_word(language: str, code: str, *names: str) -> str:
    """Return a code in words, or the code itself where no list knows it."""
    return _words(language, *names).get(code, code)


@cache
def _words(language: str, *names: str) -> dict[str, str]:
    return {code: words for name in names for code, words, _ in _every(language, name)}


def _every(language: str, name: str) -> list[tuple[str, str, bool]]:
    if name in _told:
        return [(one.code, one.ko if language == "ko" else one.en, one.offered) for one in _told[name]]  # fmt: skip
    return [(str(one["code"]), str(one[language if language in one else "ko"]), True) for one in _lists()[name]]  # fmt: skip
