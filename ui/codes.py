"""The official code lists, as choices in a language."""

import json
from functools import cache

from intake.text import resource


@cache
def code_choices(name: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of a list with their words, in the official order."""
    lists = json.loads(resource("codelists.json").read_text(encoding="utf-8"))
    return tuple((one["code"], one[language]) for one in lists[name])
