"""A center's own words while a paper is made (센터 문구를 쓰는 동안).

* What was said on another laptop, or by an older version, is looked at again each time: words
  that may not stand are left aside, and the program's own stand.
* A phrase that only another language has in own words stays the program's in this one.
* The version (문구 판) is over every phrase of a kind as it would be printed: a paper can be held
  against the words it was issued with.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from intake import __version__
from intake.desk.rooms import Rooms
from intake.documents.phrases import PHRASES, Phrase, phrase_of, room_of
from intake.register import Row
from intake.text import speaking, written_in
from intake.text.wording import fault_of

_SHOWN = 12  # letters of a hash


def fault_in(phrase: Phrase, language: str, words: str) -> str:
    """Return why a center may not say a phrase so, as a code; empty where it may."""
    from intake.documents.typeface import drawable  # noqa: PLC0415 - slow to load

    if room_of(words) > phrase.most:
        return "long"
    why = fault_of(words, written_in(language).source(phrase.name))
    if why:
        return why
    return "" if all(drawable(one) == one for one in words) else "glyph"


def own_rows(rooms: Rooms, language: str) -> Iterator[tuple[Phrase, Row]]:
    """Yield the phrases that the center says in its own words."""
    for row in rooms.register.find("phrase", language=language):
        phrase = phrase_of(str(row["name"] or ""))
        words = str(row["words"] or "")
        if phrase is not None and words and not fault_in(phrase, language, words):
            yield phrase, row


def own_words(rooms: Rooms, language: str) -> Mapping[str, str]:
    """Return the center's own words by text id."""
    return {one.name: str(row["words"]) for one, row in own_rows(rooms, language)}


@contextmanager
def in_own_words(rooms: Rooms) -> Iterator[None]:
    """Let everything that is said meanwhile be said in the center's own words."""
    own = own_words(rooms, rooms.language)
    if not own:
        yield
        return
    with speaking(written_in(rooms.language).with_own(own)):
        yield


def version_of(rooms: Rooms, kind: str, language: str = "") -> str:
    """Return which words a paper of a kind would be issued with: program, hash, whose."""
    language = language or rooms.language
    own = own_words(rooms, language)
    named = [one.name for one in PHRASES.get(kind, ())]
    texts = written_in(language)
    lines = [f"{name}={own.get(name) or texts.source(name)}" for name in named]
    digest = sha256("\n".join([language, *lines]).encode()).hexdigest()[:_SHOWN]
    return f"{__version__} {digest}{' own' if any(map(own.get, named)) else ''}"
