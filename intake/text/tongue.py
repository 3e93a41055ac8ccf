r"""One language: Fluent files cut into entries, each parsed when it is first said.

* A thousand sentences cost the start of the program next to nothing.
* No direction marks go into a sentence: what is shown can be searched, copied and printed.
* Sentences may call ``JOSA($word, "을/를")``, ``DAY``, ``MOMENT``, ``WAIT``, ``SIZE``, ``NUMBER``.

>>> [name for name, _ in entries("a = 하나\nb = 둘\n    .c = 셋\n")]
['a', 'b']
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

from intake.text.days import Calendar
from intake.text.particles import josa

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
_VARIABLE = re.compile(r"\$([a-zA-Z][\w-]*)")
_REFERENCE = re.compile(r"\{\s*(-?[a-z][\w-]*)")


class Unsaid(LookupError):
    """A sentence asks for a fact it was not given, or for words nobody wrote."""


class Tongue:
    """The sentences of one language (말)."""

    def __init__(self, language: str, folder: Path) -> None:
        """Read nothing yet; the files are opened when the first sentence is asked for."""
        self.language = language
        self._folder = folder
        self._sources: dict[str, str] | None = None
        self._loaded: set[str] = set()

    @cached_property
    def _bundle(self) -> FluentBundle:
        """What reads the entries: the net below the language spoken is seldom touched."""
        said = _functions(self.language)
        return FluentBundle([self.language], functions=said, use_isolating=False)

    def ids(self) -> frozenset[str]:
        """Return every id that can be said."""
        return frozenset(name for name in self._entries() if not name.startswith("-"))

    def knows(self, text_id: str) -> bool:
        """Say whether ``id`` or ``id.attribute`` is written here."""
        name, _, attribute = text_id.partition(".")
        source = self._entries().get(name, "")
        return bool(source) and (not attribute or f".{attribute} =" in source)

    def source(self, text_id: str) -> str:
        """Return what is written for an id, as somebody would edit it; empty where nothing is."""
        _, _, written = self._entries().get(text_id, "").partition("=")
        return written.partition("\n#")[0].strip()

    def with_own(self, own: Mapping[str, str]) -> "Tongue":
        """Return the same language with other words for some ids."""
        other = Tongue(self.language, self._folder)
        said = {name: f"{name} = {words}\n" for name, words in own.items()}
        other._sources = {**self._entries(), **said}
        return other

    def variables(self, text_id: str) -> frozenset[str]:
        """Return the names of the facts that an entry speaks of."""
        return frozenset(_VARIABLE.findall(self._entries().get(text_id, "")))

    def say(self, text_id: str, facts: Mapping[str, object], *, strict: bool) -> str:
        """Return a sentence.

        Raises:
            Unsaid: when strict, and a fact or a part of the sentence is missing.
        """
        name, _, attribute = text_id.partition(".")
        self._load(name)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise Unsaid(text_id)
        words, faults = self._bundle.format_pattern(pattern, dict(facts))
        if strict and faults:
            raise Unsaid(text_id) from faults[0]
        return str(words)

    def _load(self, name: str) -> None:
        source = self._entries().get(name)
        if source is None or name in self._loaded:
            return
        self._loaded.add(name)
        self._bundle.add_resource(FluentResource(source))
        for named in _REFERENCE.findall(source):
            self._load(named)

    def _entries(self) -> dict[str, str]:
        if self._sources is None:
            files = sorted(self._folder.glob("*.ftl"))
            words = (file.read_text(encoding="utf-8") for file in files)
            self._sources = dict(entry for source in words for entry in entries(source))
        return self._sources


def entries(source: str) -> Iterator[tuple[str, str]]:
    """Cut Fluent source into (id, entry) pairs, in order."""
    starts = list(_ENTRY.finditer(source))
    ends = [start.start() for start in starts[1:]] + [len(source)]
    for start, end in zip(starts, ends, strict=True):
        yield start[1], source[start.start() : end]


def _functions(language: str) -> dict[str, Callable[[Any], Any]]:
    calendar = Calendar(language)
    said: dict[str, Callable[..., str]] = {
        "DAY": lambda value: calendar.day(_plain(value)),
        "MOMENT": _of_number(calendar.moment),
        "WAIT": _of_number(calendar.wait),
        "SIZE": _of_number(calendar.size),
        "JOSA": lambda word, pair: josa(_plain(word), str(pair)),
    }
    return {name: partial(_unless_absent, function) for name, function in said.items()}


def _unless_absent(
    function: Callable[..., str], first: object, *rest: object
) -> object:
    return first if isinstance(first, FluentNone) else function(first, *rest)


def _of_number(function: Callable[[int], str]) -> Callable[[object], str]:
    return lambda value: function(int(value)) if isinstance(value, int) else str(value)


def _plain(value: object) -> str | int:
    return int(value) if isinstance(value, int) else cast("str", value)
