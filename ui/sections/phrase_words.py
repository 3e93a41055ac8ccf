"""How a phrase is typed: its values stand in it as words in brackets, ‹건수›, not as braces."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.desk.views.templates import PhraseLine


def tokens(line: "PhraseLine") -> tuple[tuple[str, str], ...]:
    """Return what stands for each value of a phrase: as it is kept, and as it is shown."""
    names = line.fact_labels or line.facts
    return tuple(
        (fact, f"‹{name}›") for fact, name in zip(line.facts, names, strict=True)
    )


def shown(line: "PhraseLine", words: str) -> str:
    """Return words of a phrase as somebody reads them."""
    for fact, token in tokens(line):
        words = words.replace(fact, token)
    return words


def kept(line: "PhraseLine", words: str) -> str:
    """Return typed words as the desk keeps them: in one line."""
    said = " ".join(words.split())
    for fact, token in tokens(line):
        said = said.replace(token, fact)
    return said
