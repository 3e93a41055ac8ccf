"""One question to a program and what its answers must be."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Request: TypeAlias = Mapping[str, Any]
Answer: TypeAlias = Mapping[str, Any]
Judge: TypeAlias = Callable[[Sequence[Answer]], "Verdict"]

COMMANDS = ("open", "seal", "merge", "receipt", "enrol", "state")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was wanted, what came; both short enough for one line."""

    expected: str
    got: str

    @property
    def passed(self) -> bool:
        """Whether it is what was wanted."""
        return self.expected == self.got


@dataclass(frozen=True, slots=True)
class Case:
    """Requests that belong together, and who judges the answers to them."""

    name: str
    requests: tuple[Request, ...]
    judge: Judge

    @property
    def commands(self) -> frozenset[str]:
        """The commands it needs."""
        return frozenset(str(one["do"]) for one in self.requests)


def b64(data: bytes) -> str:
    """Return bytes as they travel in a line."""
    return base64.b64encode(data).decode("ascii")


def unb64(text: object) -> bytes:
    """Return bytes from a line.

    Raises:
        ValueError: it is no base64.
    """
    if not isinstance(text, str):
        raise ValueError("base64")  # noqa: TRY004 - one class to catch
    return base64.b64decode(text, validate=True)


def outcome(answer: Answer) -> str:
    """Return in a word how a request ended."""
    if isinstance(answer.get("done"), Mapping):
        return "done"
    for kind in ("refused", "unable"):
        if isinstance(answer.get(kind), str):
            return answer[kind][:80] if kind == "refused" else "unable"
    return "nonsense"


def refuses(word: str) -> Judge:
    """Return the judge of a case whose last input must be refused, for this reason."""
    return lambda answers: Verdict(word, outcome(answers[-1]))


def done_with(wanted: Mapping[str, Any]) -> Judge:
    """Return the judge of a case whose last answer must say all of this."""
    return lambda answers: compared(wanted, answers[-1])


def compared(wanted: Mapping[str, Any], answer: Answer) -> Verdict:
    """Compare what a program says with what it had to say; the first difference is named."""
    if outcome(answer) != "done":
        return Verdict("done", outcome(answer))
    said = answer["done"]
    for name, value in wanted.items():
        if said.get(name) != value or type(said.get(name)) is not type(value):
            return Verdict(_short(name, value), _short(name, said.get(name)))
    return Verdict("done", "done")


def _short(name: str, value: object) -> str:
    text = f"{name}={value!r}"
    return text if len(text) <= 120 else text[:117] + "…"  # noqa: PLR2004 - a line of a terminal
