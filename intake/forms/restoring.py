"""Put kept answers back into a new tree.

* Rows come back with their ids, in the order of their numbers and then of their ids.
* A repeat that was ever written about shows exactly its own rows, none that the form brings along.
* What has no place any more is handed back, never dropped.
"""

from collections.abc import Mapping
from typing import TypeAlias

from intake.forms import codec
from intake.forms.address import cut_address, parse
from intake.forms.codec import Scalar
from intake.forms.hall import Hall
from intake.forms.state import AnswerState
from intake.forms.tree import Group, Leaf, Range, Row

Saved: TypeAlias = tuple[AnswerState | str, Scalar]


def restore(hall: Hall, answers: Mapping[str, Saved]) -> dict[str, Saved]:
    """Fill a fresh tree and return what did not fit."""
    leftover: dict[str, Saved] = {}
    _rows(hall.top, answers)
    for address, (state, value) in answers.items():
        node = parse(hall.top, address)
        if isinstance(node, Leaf):
            _fill(hall, node, AnswerState(state), value)
        elif not isinstance(node, Row) and not _is_removed(hall, address, value):
            leftover[address] = (state, value)
    return leftover


def _is_removed(hall: Hall, address: str, value: Scalar) -> bool:
    return (
        value == 0
        and address.endswith("]")
        and isinstance(parse(hall.top, address.rpartition("[")[0]), Range)
    )


def _fill(hall: Hall, leaf: Leaf, state: AnswerState, value: Scalar) -> None:
    block = hall.form.blocks.get(leaf.spec.path)
    text = codec.text_from(value, block.kind if block is not None else leaf.type)
    if leaf.calculated is not None:
        leaf.calculated.value = text  # what once() finds
        if state is not AnswerState.OK:
            leaf.stand(state)
        return
    leaf.say(text)
    if state is not AnswerState.OK:
        leaf.stand(state)


def _rows(top: Group, answers: Mapping[str, Saved]) -> None:
    ordinals: dict[str, int] = {}
    seen: dict[str, dict[str, None]] = {}
    for address, (_, value) in answers.items():
        front = ""
        for name, identity in cut_address(address) or ():
            place = f"{front}/{name}" if front else name
            if identity:
                seen.setdefault(place, {})[identity] = None
                front = f"{place}[{identity}]"
                if front == address and str(value).isdecimal():
                    ordinals[front] = int(str(value))
            else:
                front = place
    for place, identities in seen.items():
        ranged = parse(top, place)
        if isinstance(ranged, Range):
            _fill_range(ranged, place, list(identities), ordinals)


def _fill_range(
    ranged: Range, place: str, identities: list[str], ordinals: Mapping[str, int]
) -> None:
    latest = max(ordinals.values(), default=0) + 1
    known = [(ordinals.get(f"{place}[{one}]", latest), one) for one in identities]
    ranged.removed = {one: None for ordinal, one in known if ordinal <= 0}
    ranged.last_ordinal = 0
    ranged.ids.clear()
    ranged.put(
        [
            ranged.make(None, one, ordinal)
            for ordinal, one in sorted(known)
            if ordinal > 0
        ]
    )
