"""The counting rules (집계 규칙): named and versioned data, printed under every number.

* A rule says of what it counts (``of``), what is one (``distinct``), and which are counted.
* A rule that changes what it counts gets a new version; a frozen figure names the version it
  was counted by.
* No official text says what one 「삭제지원 건」 is; R1 is our default and every paper says so.

>>> RULES["R1"].name("ko"), RULES["R1"].unit
('삭제지원', 'ACTIONS')
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from intake.counting.amounts import OF_UNIT
from intake.errors import InvalidInput
from intake.text.place import resource

_OF = frozenset({"action", "posting", "victim", "case", "center", "harm", "support"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    id: str
    version: int
    unit: str
    of: str
    kinds: tuple[str, ...] = ()  # of actions, or of support
    results: tuple[str, ...] = ()  # of addresses; none: whatever became of them
    distinct: str = ""  # of addresses: once in a case, or once in the nation
    sure: str = ""  # of people: confirmed, or at least
    under: int = 0  # years of age when it happened
    list: str = ""  # code list of kinds of harm or support
    again: bool = False  # only addresses found again
    leaked: bool = False  # only where identity details stand beside
    parallel: bool = False  # only what investigators asked for too
    words: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def label(self) -> str:
        """The rule as a footer names it.

        >>> RULES["R1"].label
        'R1 v1'
        """
        return f"{self.id} v{self.version}"

    def name(self, language: str) -> str:
        """Return what is counted, in a word or two."""
        return self.words[language]

    def how(self, language: str) -> str:
        """Return how it is counted, as a sentence."""
        return self.words[f"{language}_how"]


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule of an edition, by its name."""

    edition: str
    by_id: Mapping[str, Rule]

    def __getitem__(self, rule: str) -> Rule:
        """Return a rule.

        Raises:
            InvalidInput: there is none of that name.
        """
        if rule not in self.by_id:
            raise InvalidInput(what="rule", why="unknown")
        return self.by_id[rule]


def read_rules(path: Path) -> Rules:
    """Read the rules from their file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    rules = [_rule(one) for one in told["rules"]]
    return Rules(str(told["edition"]), MappingProxyType({one.id: one for one in rules}))


def _rule(told: dict[str, Any]) -> Rule:
    words = {name: told.pop(name) for name in ("ko", "en", "ko_how", "en_how")}
    told |= {name: tuple(told.get(name, ())) for name in ("kinds", "results")}
    rule = Rule(**told, words=MappingProxyType(words))
    if rule.of not in _OF or rule.unit not in OF_UNIT:
        raise InvalidInput(what="rule", why="unknown")
    return rule


RULES = read_rules(resource("counting.json"))
