"""What no file can tell: words in any order, twice, withheld, of a copied laptop, destroyed."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from intake.cli.conformance.case import Case, Request, Verdict, b64, compared, outcome
from intake.cli.conformance.said import Said, body, new_id
from intake.cli.conformance.town import Town
from intake.crypto import canonical_json


def _knows(name: str, requests: tuple[Request, ...], **wanted: Any) -> Case:  # noqa: ANN401
    """Return the case in which everything is taken in and this is known then."""
    if "shown" in wanted:
        wanted["digest"] = sha256(canonical_json(wanted["shown"])).hexdigest()
    return Case(f"live/{name}", requests, lambda answers: compared(wanted, answers[-1]))


def living_cases() -> Iterator[Case]:
    """Yield the cases about merging."""
    town = Town()
    first = town.alias(town.one, 1, "가명")
    second = town.alias(town.one, 2, "다른 가명", first.tie(0))
    third = town.alias(town.one, 3, None, second.tie(0))
    logs = {town.one.log: [[0, 2]]}
    in_order, turned = town.merges([first], [second], [third]), town.merges([third, second], [first], [second])  # fmt: skip
    yield _knows("in_order", in_order, shown=town.shown(None), logs=logs, gaps=[])
    yield _knows("any_order_and_twice", turned, shown=town.shown(None), logs=logs, gaps=[])  # fmt: skip
    gap = town.merges([first, third])
    yield _knows("gap", gap, logs={town.one.log: [[0, 0], [2, 2]]}, gaps=[[town.one.log, 2]])  # fmt: skip
    yield _half(town, first, second)
    yield from _beside_each_other()
    yield from _withheld()
    yield from _destroyed()
    yield from _copied()


def _half(town: Town, good: Said, spoiled: Said) -> Case:
    """One bad segment: nothing of the delivery is taken in."""
    wire = spoiled.wire
    cut = b64(good.lines + spoiled.lines.replace(wire.leaves.hex().encode(), b"00" * len(wire.leaves), 1))  # fmt: skip
    merge, state = town.merges([good])
    wanted: Mapping[str, Any] = {"shown": [], "logs": {}}

    def judge(answers: Sequence[Mapping[str, Any]]) -> Verdict:
        if outcome(answers[0]) != "Altered":
            return Verdict("Altered", outcome(answers[0]))
        return compared(wanted, answers[1])

    return Case("live/all_or_nothing", ({**merge, "lines": cut}, state), judge)


def _beside_each_other() -> Iterator[Case]:
    """Two people who did not see each other's words; then one who saw both."""
    town = Town()
    first = town.alias(town.one, 1, "가명")
    mine, theirs = town.alias(town.one, 9, "여기", first.tie(0)), town.alias(town.other, 5, "저기", first.tie(0))  # fmt: skip
    settled = town.alias(town.other, 6, "함께", mine.tie(0), theirs.tie(0))
    both, after = town.merges([theirs], [first, mine]), town.merges([settled, mine], [theirs, first])  # fmt: skip
    yield _knows("two_heads", both, shown=town.shown("여기", 2))
    yield _knows("settled_by_an_older_clock", after, shown=town.shown("함께"))


def _withheld() -> Iterator[Case]:
    """A body that is withheld shows nothing; it fills in when it comes."""
    town, note = Town(), new_id()
    said = [body(town.scope, "identity", 1, [["case", town.case, "alias", "가명", []]]),
            body(town.scope, "narrative", 2, [["note", note, "text", "적은 말", []]])]  # fmt: skip
    whole = town.one.say(said)
    part = Said(type(whole.wire)(whole.wire.header, whole.wire.signature, whole.wire.leaves, whole.wire.bodies[:1]))  # fmt: skip
    full = sorted([*town.shown("가명"), ["note", note, "text", "적은 말", 1]])
    yield _knows("withheld", town.merges([part]), shown=town.shown("가명"), logs={town.one.log: [[0, 0]]})  # fmt: skip
    yield _knows("filled_in", town.merges([part], [whole]), shown=full)
    yield _knows("withheld_again", town.merges([whole], [part]), shown=full)


def _destroyed() -> Iterator[Case]:
    """An order destroys a part of a scope, whether it comes before or after the words."""
    town, note = Town(), new_id()
    said = [body(town.scope, "identity", 1, [["case", town.case, "alias", "가명", []]]),
            body(town.scope, "narrative", 2, [["note", note, "text", "적은 말", []]])]  # fmt: skip
    words = town.one.say(said)
    part = sha256(f"{town.scope}narrative".encode()).hexdigest()
    order = town.other.say([body(town.scope, "core", 3, [], d="erase", e=[[part, "REQUEST"]])])  # fmt: skip
    yield _knows("destroyed", town.merges([words], [order]), shown=town.shown("가명"))
    yield _knows("destroyed_beforehand", town.merges([order], [words]), shown=town.shown("가명"))  # fmt: skip


def _copied() -> Iterator[Case]:
    """A copied laptop: two segments at one place, both kept, the log flagged."""
    town, note = Town(), new_id()
    first = town.alias(town.one, 1, "가명")
    twin = town.one.copied([body(town.scope, "narrative", 2, [["note", note, "text", "사본", []]])])  # fmt: skip
    second = town.alias(town.one, 3, "다른 가명", first.tie(0))
    shown = sorted([*town.shown("다른 가명"), ["note", note, "text", "사본", 1]])
    for name, order in (("copied", (first, twin, second)), ("copied_turned", (second, twin, first))):  # fmt: skip
        yield _knows(name, town.merges(*([one] for one in order)), shown=shown, forked=[town.one.log])  # fmt: skip
