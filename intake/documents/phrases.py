"""The phrases of papers that a center may put in its own words (바꿀 수 있는 문구).

* Headings, names of boxes, sentences that begin and end a paper. Never a number, a rule of
  counting, a sentence of consent, what the law wants said, or a mark of what a paper is for.
* How long one may be follows from where it stands; the paper keeps its shape.
* A post of the sign-off boxes (결재란) that is called ``-`` has no box.

>>> any("consent" in one.name for one in every_phrase())
False
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_MOST: Final = MappingProxyType(
    {"post": 12, "title": 64, "heading": 80, "label": 40, "sentence": 480}
)
_WIDE: Final = frozenset({"W", "F"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its text id, and where it stands."""

    name: str
    place: str  # post | title | heading | label | sentence

    @property
    def most(self) -> int:
        """How much room there is, as ``room_of`` measures it."""
        return _MOST[self.place]


def _some(stem: str, **places: str) -> tuple[Phrase, ...]:
    """Return phrases by place; the names of a place stand in one line."""
    return tuple(Phrase(f"paper-{stem}-{name}", place) for place, names in places.items() for name in names.split())  # fmt: skip


_SIGNED: Final = (Phrase("paper-approval", "post"), *_some("approval", post="made team head"))  # fmt: skip
_ATTESTED: Final = (*_SIGNED, Phrase("paper-attest", "sentence"))
_FORM: Final = _some("form", label="office ways contact hours instead cares")

# By code of ``document_kind``, in the order in which they stand on the paper.
PHRASES: Final[Mapping[str, tuple[Phrase, ...]]] = MappingProxyType(
    {
        "PERFORMANCE": (
            *_some("performance", title="title", sentence="lead", heading="cases months method sources"),
            *_ATTESTED,
        ),
        "OPINION": (
            *_some("opinion", title="title", label="by", heading="nature factors spreading conclusion attached", sentence="submitted"),
            *_SIGNED,
        ),
        "ANNEX": _some("annex", title="title", sentence="lead"),
        "MERGED": (
            *_some("merged", title="title", sentence="lead", heading="rows totals twice"),
            *_ATTESTED,
        ),
        "PETITION": (
            *_some("petition", title="title", label="case accused victim", heading="by"),
            *_some("petition", label="name birth address phone relation"),
            *_some("petition", heading="wish reasons", label="signs", sentence="copy"),
        ),
        "PETITION_LIST": _some("petition-list", title="title", sentence="lead"),
        "CLAIM": (
            *_some("claim", title="title", sentence="lead", heading="sites worked-out", label="notice paid account"),
            *_ATTESTED,
        ),
        "PACK_INDEX": _some("pack", title="title", sentence="lead"),
        "APPLICATION": (
            *_some("application", title="title", sentence="lead"),
            *_some("application", heading="who what covers told", label="keywords brought", sentence="applies"),
            *_FORM,
        ),
        "POWER": (
            *_some("power", title="title", heading="giver agent scope period hand with office"),
            *_FORM[:1],
        ),
        "WITHDRAWAL": (
            *_some("withdrawal", title="title", sentence="lead"),
            *_some("withdrawal", heading="who wanted consents destroy effects kept gone told", sentence="asked"),
            *_FORM[:3],
        ),
        "RESULT_REPORT": (
            *_some("result", title="title", sentence="greeting", heading="outcomes again left onward addresses"),
            *_some("result", sentence="questions", label="reach officer"),
        ),
        "COUNSEL_COPY": (
            *_some("copy", title="title", sentence="for-her", label="addressee extent officer"),
            *_some("copy", heading="left-out", sentence="attest"),
        ),
        "HANDOVER": _some("handover", title="title", label="by to purpose on office moment hand", heading="chain compared"),
        "STATISTICS": (
            *_some("statistics", title="title", label="about period by checked", heading="pictures tables annex"),
            *_SIGNED,
        ),
    }
)  # fmt: skip


def room_of(words: str) -> int:
    """Return how much room words take: a letter one, a Hangul syllable two."""
    return sum(1 + (unicodedata.east_asian_width(one) in _WIDE) for one in words)


def every_phrase() -> Iterator[Phrase]:
    """Yield every phrase once."""
    yield from dict.fromkeys(one for some in PHRASES.values() for one in some)


def phrase_of(name: str) -> Phrase | None:
    """Return a phrase that may be put in other words, or None."""
    return _BY_NAME.get(name)


_BY_NAME: Final = {one.name: one for one in every_phrase()}
