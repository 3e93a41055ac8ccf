"""Sentences by id, in the language spoken, with the other language as a net.

* Words live in ``resources/text/<language>/*.ftl``; the code knows ids and facts.
* A missing sentence is said in the other language, or its id is shown: the program goes on.
  With ``IEUM_STRICT_TEXTS`` set, as in the tests, a missing sentence or fact is an error.
* A center's own words (센터 문구) reach a paper through ``speaking``: no drawing function has to
  carry them, and nothing else that is said changes.
* An error class without words of its own borrows those of its branch.

>>> from intake.errors import AlreadyOpen
>>> Texts("en").error(AlreadyOpen()).code
'ALREADY-OPEN'
"""

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake.errors import IntakeError
from intake.text.days import Calendar
from intake.text.place import resource
from intake.text.tongue import Tongue, Unsaid

LANGUAGES: Mapping[str, str] = {"ko": "한국어", "en": "English"}
_ABSENT = "none"  # what a sentence about an error sees where the error has no such fact


class MissingText(Unsaid):
    """A sentence was asked for that nobody wrote: our mistake, never the counselor's."""


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What to show for an error: what happened, what to do, and a code to read out."""

    sentence: str
    remedy: str
    code: str


class Texts:
    """Everything the program can say (문구)."""

    def __init__(
        self,
        language: str = "ko",
        folder: Path | None = None,
        *,
        strict: bool | None = None,
    ) -> None:
        """Speak one of ``LANGUAGES`` out of a folder that holds a folder for each."""
        folder = folder or resource("text")
        self._strict = "IEUM_STRICT_TEXTS" in os.environ if strict is None else strict
        self._tongues = {name: Tongue(name, folder / name) for name in LANGUAGES}
        self.language = "ko"
        self.speak(language)

    def __call__(self, text_id: str, /, **facts: object) -> str:
        """Return the sentence of ``id`` or ``id.attribute`` with its facts in place."""
        for tongue in self._net():
            if tongue.knows(text_id):
                return tongue.say(text_id, facts, strict=self._strict)
        if self._strict:
            raise MissingText(text_id)
        return text_id

    def speak(self, language: str) -> None:
        """Change the language from now on; an unknown one means Korean."""
        self.language = language if language in LANGUAGES else "ko"

    def has(self, text_id: str) -> bool:
        """Say whether somebody wrote this sentence in the language spoken."""
        return self._tongue.knows(text_id)

    def ids(self) -> frozenset[str]:
        """Return every id of the language spoken."""
        return self._tongue.ids()

    def source(self, text_id: str) -> str:
        """Return what is written for an id in the language spoken, as it would be edited."""
        return self._tongue.source(text_id)

    def with_own(self, own: Mapping[str, str]) -> "Texts":
        """Return the same sentences, some of them in somebody's own words (센터 문구)."""
        other = copy(self)
        other._tongues = {  # noqa: SLF001 - it is one of its own kind
            **self._tongues,
            self.language: self._tongue.with_own(own),
        }
        return other

    def error(self, error: IntakeError) -> ErrorWords:
        """Return the words for an error."""
        name = next(filter(self.has, _text_ids(type(error))), error.text_id)
        wanted = self._tongue.variables(name)
        facts = {fact: error.facts.get(fact, _ABSENT) for fact in wanted}
        return ErrorWords(
            sentence=self(name, **facts),
            remedy=self(f"{name}.remedy", **facts),
            code=error.text_id.removeprefix("err-").upper(),
        )

    def remedy(self, error: IntakeError) -> str:
        """Return what to do next about an error."""
        return self.error(error).remedy

    def day(self, value: dt.date | str | int) -> str:
        """Return a date, an ISO text of any precision or a moment as a day in words."""
        return self._calendar.day(value)

    def time(self, ms: int, *, seconds: bool = False) -> str:
        """Return the clock time of a moment, 24 hours."""
        return self._calendar.time(ms, seconds=seconds)

    def moment(self, ms: int, *, seconds: bool = False) -> str:
        """Return day and time of a moment."""
        return self._calendar.moment(ms, seconds=seconds)

    def size(self, count: int) -> str:
        """Return a number of bytes in the unit a person would choose."""
        return self._calendar.size(count)

    def number(self, value: int) -> str:
        """Return a number with its thousands apart."""
        return f"{value:,}"

    @property
    def _tongue(self) -> Tongue:
        return self._tongues[self.language]

    @property
    def _calendar(self) -> Calendar:
        return Calendar(self.language)

    def _net(self) -> Iterator[Tongue]:
        yield self._tongue
        if not self._strict:
            yield from (
                other for other in self._tongues.values() if other is not self._tongue
            )


def _text_ids(kind: type[IntakeError]) -> Iterator[str]:
    for ancestor in kind.__mro__:
        if issubclass(ancestor, IntakeError):
            yield ancestor().text_id


_OWN: ContextVar[Texts | None] = ContextVar("own words", default=None)


def texts_in(language: str) -> Texts:
    """Return the shared words of one language, for papers in another than the window's.

    Within ``speaking``, those of its language are somebody's own.
    """
    own = _OWN.get()
    if own is not None and own.language == language:
        return own
    return written_in(language)


@cache
def written_in(language: str) -> Texts:
    """Return the words of the program itself, whoever is speaking now."""
    return Texts(language)


@contextmanager
def speaking(own: Texts) -> Iterator[None]:
    """Let ``texts_in`` answer with these, in this thread, for as long as a paper is made."""
    before = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(before)


texts = Texts()


def speak(language: str) -> Texts:
    """Change the language of the shared ``texts`` and return them."""
    texts.speak(language)
    return texts
