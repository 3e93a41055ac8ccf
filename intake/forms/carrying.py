"""Take an unfinished interview over to another version of its form.

* What fits is carried, to its own address or to where the one question of that name now stands.
* What does not fit is listed with the reason; nothing is dropped and nothing is bent to fit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from intake.forms import codec
from intake.forms.address import cut_address
from intake.forms.checking import specs_in
from intake.forms.codec import Scalar
from intake.forms.model import Form, Spec
from intake.forms.restoring import Saved
from intake.forms.state import AnswerState


@dataclass(frozen=True, slots=True)
class Unfit:
    """An answer with no place in the new version: where it was, why it cannot come along."""

    path: str
    state: AnswerState
    value: Scalar
    why: str

    @override
    def __repr__(self) -> str:
        return f"Unfit({self.path!r}, {self.why!r})"


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The answers for the new version, and those left aside."""

    answers: Mapping[str, Saved]
    unfit: tuple[Unfit, ...]
    moved: tuple[tuple[str, str], ...]


def carry_over(old_answers: Mapping[str, Saved], new_form: Form) -> CarriedOver:
    """Fit answers given on one version of a form into another version of it."""
    places = _Places(new_form)
    answers: dict[str, Saved] = {}
    unfit: list[Unfit] = []
    moved: list[tuple[str, str]] = []
    for address, (state, value) in old_answers.items():
        target, why = places.fit(address, AnswerState(state), value)
        if target in answers:
            why = "taken"
        if why:
            unfit.append(Unfit(address, AnswerState(state), value, why))
            continue
        answers[target] = (state, value)
        if target != address:
            moved.append((address, target))
    return CarriedOver(answers, tuple(unfit), tuple(moved))


class _Places:
    """Where a form has room for answers."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._front = form.root.path + "/"
        self._specs = {
            spec.path.removeprefix(self._front): spec for spec in specs_in(form.root)
        }
        self._repeats = {
            path for path, spec in self._specs.items() if spec.repeat is not None
        }
        self._by_name: dict[str, list[str]] = {}
        for path, spec in self._specs.items():
            self._by_name.setdefault(spec.name, []).append(path)

    def fit(self, address: str, state: AnswerState, value: Scalar) -> tuple[str, str]:
        steps = cut_address(address)
        if not steps:
            return "", "address"
        path = "/".join(name for name, _ in steps)
        rows = [
            ("/".join(name for name, _ in steps[: at + 1]), identity)
            for at, (_, identity) in enumerate(steps)
            if identity
        ]
        if steps[-1][1]:
            return (address, "") if self._takes_rows(path, rows) else ("", "no-repeat")
        if path not in self._specs or not self._takes_rows(path, rows):
            return self._elsewhere(steps[-1][0], rows, state, value)
        return address, self._why_not(self._specs[path], state, value)

    def _takes_rows(self, path: str, rows: list[tuple[str, str]]) -> bool:
        wanted = list(self._around(path))
        return wanted == [front for front, _ in rows]

    def _around(self, path: str) -> Iterator[str]:
        names = path.split("/")
        for at in range(1, len(names) + 1):
            front = "/".join(names[:at])
            if front in self._repeats:
                yield front

    def _elsewhere(
        self, name: str, rows: list[tuple[str, str]], state: AnswerState, value: Scalar
    ) -> tuple[str, str]:
        homes = [
            path
            for path in self._by_name.get(name, ())
            if len(list(self._around(path))) == len(rows)
        ]
        if len(homes) != 1 or self._specs[homes[0]].kids:
            return "", "no-question"
        if [front for front, _ in rows] != list(self._around(homes[0])):
            return "", "no-question"
        return _with_rows(homes[0], dict(rows)), self._why_not(
            self._specs[homes[0]], state, value
        )

    def _why_not(self, spec: Spec, state: AnswerState, value: Scalar) -> str:
        if spec.kids:
            return "no-question"
        if state is not AnswerState.OK or value is None:
            return ""
        block = self._form.blocks.get(spec.path)
        text = codec.text_from(value, block.kind if block else spec.bind.type)
        if not codec.fits(text, spec.bind.type):
            return "type"
        if (
            block is not None
            and block.choices
            and block.kind in {"one", "many", "rank"}
        ):
            offered = {choice.value for choice in block.choices}
            codes = [text] if block.kind == "one" else text.split()
            return "" if offered.issuperset(codes) else "choice"
        return ""


def _with_rows(path: str, rows: Mapping[str, str]) -> str:
    names = path.split("/")
    steps: list[str] = []
    for at, name in enumerate(names, 1):
        identity = rows.get("/".join(names[:at]))
        steps.append(f"{name}[{identity}]" if identity else name)
    return "/".join(steps)
