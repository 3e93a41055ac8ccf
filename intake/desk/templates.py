"""Templates (문서 문구): headings and sentences of papers in a center's own words.

* Chosen phrases only, each language by itself; a wording keeps the values of the sentence it
  stands for. Numbers, rules, consents, what the law wants said and marks cannot be changed.
* A supervisor (감독자) decides how the center speaks; its other laptops hear of it.
* A file takes the words to another center. It is read whole before anything is changed.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.templates import PhraseLine, TemplateLine
from intake.desk.wordings import fault_in, own_rows, own_words, version_of
from intake.documents.phrases import PHRASES, Phrase, every_phrase, phrase_of
from intake.errors import InvalidInput, WordingRefused
from intake.ids import natural_id, scope_of
from intake.ledger import Deed
from intake.register import CODES, Row
from intake.text import LANGUAGES, written_in
from intake.text.wording import facts_of

_WHAT, _EDITION = "ieum-phrases", 1
_MOST_BYTES = 256 << 10
_KEYS = frozenset({"name", "language", "words"})
_SOME, _WORD = 1234, "○○○"  # in place of a value, where no paper is made

Wording = tuple[str, str, str]  # name, language, words


class Templates:
    """What can be done with the words of papers."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- reading ---------------------------------------------------------------------

    def kinds(self, language: str = "") -> tuple[TemplateLine, ...]:
        """Return the kinds of paper whose phrases can be changed."""
        rooms, language = self._rooms, _language(language or self._rooms.language)
        own = own_words(rooms, language)
        return tuple(
            TemplateLine(
                kind,
                CODES.label("document_kind", kind, rooms.language),
                len(phrases),
                sum(one.name in own for one in phrases),
                version_of(rooms, kind, language),
            )
            for kind, phrases in PHRASES.items()
        )

    def listing(self, kind: str, language: str = "") -> tuple[PhraseLine, ...]:
        """Return the phrases of a kind of paper, in the order in which they stand.

        Raises:
            InvalidInput: phrases of such a paper cannot be changed.
        """
        if kind not in PHRASES:
            raise InvalidInput(what="paper", why="unknown")
        language = _language(language or self._rooms.language)
        own = {one.name: row for one, row in own_rows(self._rooms, language)}
        return tuple(self._line(one, language, own.get(one.name)) for one in PHRASES[kind])  # fmt: skip

    def _line(self, phrase: Phrase, language: str, row: Row | None) -> PhraseLine:
        default = written_in(language).source(phrase.name)
        told = {name: str(row[name] or "") if row else "" for name in ("words", "chosen_by", "chosen_on")}  # fmt: skip
        return PhraseLine(
            phrase.name,
            phrase.place,
            self._rooms.texts(f"template-place-{phrase.place}"),
            language,
            default,
            told["words"],
            phrase.most,
            tuple(_shown(*fact) for fact in dict.fromkeys(facts_of(default))),
            told["chosen_by"],
            told["chosen_on"],
            tuple(
                self._fact_label(fact) for _, fact in dict.fromkeys(facts_of(default))
            ),
        )

    def _fact_label(self, fact: str) -> str:
        texts, named = self._rooms.texts, f"template-fact-{fact}"
        return texts(named) if texts.has(named) else fact

    def sample(self, kind: str, language: str = "", name: str = "", words: str = "") -> NamedBytes:  # fmt: skip
        """Return how the phrases of a kind look on paper; nothing of a case stands on it.

        Args:
            kind: of which paper.
            language: in which language; empty: the one of the screen.
            name: a phrase that is tried out, before it is chosen.
            words: its words; empty: the program's own.

        Raises:
            InvalidInput: phrases of such a paper cannot be changed.
            WordingRefused: these words may not stand.
        """
        from intake.documents.phrase_sheet import ShownPhrase, draw_phrase_sheet  # noqa: PLC0415 - slow to load

        language = _language(language or self._rooms.language)
        lines = self.listing(kind, language)
        own = {one.name: one.own for one in lines if one.own}
        if name:
            own[name] = _checked(name, language, words) if words else ""
        texts = written_in(language).with_own({one: said for one, said in own.items() if said})  # fmt: skip
        told = [ShownPhrase(one.name, one.place, texts(one.name, **_marked(one.default))) for one in lines]  # fmt: skip
        return NamedBytes("phrases.pdf", draw_phrase_sheet(told, language))

    # --- choosing --------------------------------------------------------------------

    def set(self, phrase: str, language: str, words: str) -> None:
        """Put a phrase in the center's own words, from the next paper on.

        Raises:
            WordingRefused: it is no phrase that can be changed, or these words may not stand.
            NotYours: the person here is no supervisor.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        self._say(((phrase, language, _checked(phrase, language, words)),))

    def reset(self, phrase: str, language: str) -> None:
        """Give a phrase the program's own words again; nothing happens where it has them.

        Raises:
            WordingRefused: it is no phrase that can be changed.
            NotYours: the person here is no supervisor.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        if phrase_of(phrase) is None:
            raise WordingRefused(why="unknown")
        if phrase in own_words(self._rooms, _language(language)):
            self._say(((phrase, language, ""),))

    # --- other centers ---------------------------------------------------------------

    def export(self) -> NamedBytes:
        """Return every phrase in own words as a file for another center."""
        said = [
            {"name": one.name, "language": language, "words": row["words"]}
            for language in LANGUAGES
            for one, row in own_rows(self._rooms, language)
        ]
        told = sorted(said, key=lambda one: (str(one["language"]), str(one["name"])))
        whole = {"what": _WHAT, "edition": _EDITION, "phrases": told}
        data = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        return NamedBytes("phrases.json", data.encode())

    def take(self, file: Path) -> int:
        """Take the phrases of a file as own words; return how many changed.

        Raises:
            WordingRefused: it is no such file, or one of its words may not stand; nothing
                was changed.
            NotYours: the person here is no supervisor.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        told = tuple(_read(Path(file)))
        now = {language: own_words(self._rooms, language) for language in LANGUAGES}
        new = tuple(one for one in told if now[one[1]].get(one[0]) != one[2])
        self._say(new)
        return len(new)

    def _say(self, wordings: tuple[Wording, ...]) -> None:
        rooms, today = self._rooms, self._rooms.clock.today().isoformat()
        with rooms.one_step(Deed.CHANGE):
            for name, language, words in wordings:
                record = natural_id("phrase", language, name)
                with rooms.saying(Deed.CHANGE, scope_of("record", record)) as say:
                    say.set("phrase", record, "name", name)
                    say.set("phrase", record, "language", language)
                    say.set("phrase", record, "words", words or None)
                    say.set("phrase", record, "chosen_by", rooms.who.counselor)
                    say.set("phrase", record, "chosen_on", today)


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise WordingRefused(why="language")
    return language


def _checked(name: str, language: str, words: str) -> str:
    """Return the words as they are kept."""
    phrase, spoken = phrase_of(name), _language(language)
    if phrase is None:
        raise WordingRefused(why="unknown")
    trimmed = words.strip(" ")
    if why := fault_in(phrase, spoken, trimmed):
        raise WordingRefused(why=why)
    return trimmed


def _shown(function: str, fact: str) -> str:
    return f"{{ {function}(${fact}) }}" if function else f"{{ ${fact} }}"


def _marked(default: str) -> dict[str, object]:
    """Return something that stands for each value of a phrase."""
    return {fact: _SOME if function else _WORD for function, fact in facts_of(default)}


def _read(file: Path) -> Iterator[Wording]:
    """Yield what a file says, each checked; it may come from anywhere."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise WordingRefused(why="too-large")
        data = file.read_bytes()[: _MOST_BYTES + 1]
    except OSError:
        raise WordingRefused(why="away") from None
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise WordingRefused(why="format") from None
    if not isinstance(whole, Mapping) or whole.get("what") != _WHAT or whole.get("edition") != _EDITION:  # fmt: skip
        raise WordingRefused(why="format")
    told = whole.get("phrases")
    if not isinstance(told, list) or len(told) > len(LANGUAGES) * len(tuple(every_phrase())):  # fmt: skip
        raise WordingRefused(why="format")
    seen: set[tuple[str, str]] = set()
    for one in told:
        name, language, words = _entry(one)
        if (name, language) in seen:
            raise WordingRefused(why="format")
        seen.add((name, language))
        yield name, language, _checked(name, language, words)


def _entry(one: object) -> Wording:
    if not isinstance(one, Mapping) or set(one) != _KEYS:
        raise WordingRefused(why="format")
    name, language, words = (one[key] for key in ("name", "language", "words"))
    if not all(isinstance(said, str) for said in (name, language, words)):
        raise WordingRefused(why="format")
    return name, language, words
