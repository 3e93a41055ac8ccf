"""Why a bundle was put aside, in words: the reason is kept as the id of an error."""

from collections.abc import Iterator, Mapping

from intake.errors import IntakeError
from intake.text import Texts


def reason(texts: Texts, text_id: str, facts: Mapping[str, str | int]) -> str:
    """Return the sentence and the remedy of a kept reason."""
    for kind in _kinds(IntakeError):
        if kind().text_id == text_id:
            said = texts.error(kind(**facts))
            return f"{said.sentence} {said.remedy}"
    return texts(text_id, **facts)


def _kinds(kind: type[IntakeError]) -> Iterator[type[IntakeError]]:
    yield kind
    for sub in kind.__subclasses__():
        yield from _kinds(sub)
