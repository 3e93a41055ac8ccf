"""What crosses the door about a center's own words on papers (센터 문구)."""

from dataclasses import dataclass

from intake.documents.phrases import room_of


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """One phrase of a paper, as it is and as the center has it."""

    name: str  # its text id
    place: str  # post | title | heading | label | sentence
    place_label: str
    language: str
    default: str  # as it is edited: { $count } stands for a value
    own: str  # the center's words, or nothing
    most: int  # room there is: a letter takes one, a Hangul syllable two
    facts: tuple[str, ...]  # what has to stay in it, as in "{ $count }"
    chosen_by: str = ""
    chosen_on: str = ""
    fact_labels: tuple[str, ...] = ()  # the same values in words

    def room_left(self, words: str) -> int:
        """Return how much room these words would leave; less than nothing: they are too long."""
        return self.most - room_of(words)


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One kind of paper whose phrases may be put in other words."""

    kind: str
    kind_label: str
    phrases: int
    own: int  # of them in the center's own words, in the language that was asked for
    version: str  # what an issued paper keeps
