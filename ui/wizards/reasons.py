"""Why a bundle was put aside, in words: the reason is kept as the id of an error."""

from collections.abc import Iterator, Mapping

from intake.errors import IntakeError
from intake.text import Texts

# Of a file that nobody we know signed there is nobody to ask for it again.
_OF_NOBODY = {
    "err-malformed", "err-cut", "err-altered", "err-oversized", "err-bad-signature",
}  # fmt: skip


def reason(
    texts: Texts, text_id: str, facts: Mapping[str, str | int], sender: str = "?"
) -> str:
    """Return the sentence and the remedy of a kept reason; ``sender`` empty: of nobody we know."""
    for kind in _kinds(IntakeError):
        if kind().text_id == text_id:
            said = texts.error(kind(**facts))
            nobody = not sender and text_id in _OF_NOBODY
            remedy = texts("received-nobody-next") if nobody else said.remedy
            return f"{said.sentence} {remedy}"
    return texts(text_id, **facts)


def _kinds(kind: type[IntakeError]) -> Iterator[type[IntakeError]]:
    yield kind
    for sub in kind.__subclasses__():
        yield from _kinds(sub)
