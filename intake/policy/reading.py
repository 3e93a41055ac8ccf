"""From the text of a policy to its values: what cannot stand is told, everything else counts."""

from dataclasses import dataclass, field
from typing import Final, cast

from intake.policy.boxes import Boxes
from intake.policy.nearest import all_meant, nearest
from intake.policy.rules import (
    MAILBOX,
    RULES,
    TABLES,
    Value,
    attribute,
    default_of,
    strict_policy,
)
from intake.policy.statements import Statement, statements
from intake.policy.values import Fault, Mailbox

MOST_BYTES: Final = 64 * 1024
_MOST_FAULTS: Final = 100  # are told, the rest is counted
_MOST_STRANGE: Final = (
    500  # words that mean nothing here: each is compared with every known name
)


@dataclass(slots=True)
class Reading:
    """What a text says: values by attribute of ``Policy``, faults, and lines by name."""

    values: dict[str, Value | tuple[Mailbox, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)  # tables that were told
    spoiled: set[str] = field(default_factory=set)  # names whose line cannot stand


def read_text(data: bytes) -> Reading:
    """Read a policy; the strict value stands where a line of a known name cannot.

    A name that is nearly a known one counts as that one said badly. What is no text at all
    leaves every value strict.
    """
    reading, boxes = Reading(), Boxes()
    try:
        text = data.decode("utf-8-sig")  # the editor of Windows puts a mark before it
    except UnicodeDecodeError:
        return _lost(Fault(0, "", "encoding"))
    if len(data) > MOST_BYTES:
        return _lost(Fault(0, "", "large"))
    strange = 0
    for one in statements(text):
        strange += _strangeness(one)
        if (
            strange > _MOST_STRANGE
        ):  # this is no policy at all; nobody waits for the rest
            return _lost(Fault(one.line, "", "flood", allowed=str(_MOST_STRANGE)))
        if one.path[:1] == ("mailbox",):
            reading.faults += boxes.take(one)
        elif fault := _take(reading, one):
            reading.faults.append(fault)
    reading.faults += boxes.end()
    _together(reading)
    for name in reading.spoiled:
        reading.values[attribute(name)] = RULES[name].strict
    reading.values["mailboxes"] = boxes.whole
    reading.lines |= boxes.lines
    reading.faults = _first(sorted(reading.faults, key=lambda fault: fault.line))
    return reading


def _first(faults: list[Fault]) -> list[Fault]:
    told, more = faults[:_MOST_FAULTS], faults[_MOST_FAULTS:]
    return [*told, Fault(more[0].line, "", "more", allowed=str(len(more)))] if more else told  # fmt: skip


def _strangeness(one: Statement) -> int:
    """Return how many words of a statement have to be compared with every known name."""
    if one.kind == "broken":
        return max(1, len(one.words))
    if one.path[:1] == ("mailbox",):
        return ".".join(one.path[1:]) not in MAILBOX and one.kind == "value"
    return ".".join(one.path) not in (RULES if one.kind == "value" else TABLES)


def _lost(fault: Fault) -> Reading:
    return Reading({**strict_policy()}, [fault], spoiled=set(RULES))


def _take(reading: Reading, one: Statement) -> Fault | None:
    """Take in one statement; return what is wrong with it."""
    name, spoiled = ".".join(one.path), reading.spoiled
    if one.kind in {"table", "array"}:
        return _header(reading, one, name)
    if name not in RULES:
        every = _all_meant(one, name)
        spoiled.update(every)
        meant = next(iter(every), "")
        if one.path[:1] and one.path[0] in reading.strangers:
            return None
        why = one.why or ("place" if meant and meant in one.path else "unknown")
        return Fault(one.line, name, why, meant)
    if name in reading.lines:
        spoiled.add(name)
        return Fault(one.line, name, "twice", allowed=str(reading.lines[name]))
    reading.lines[name] = one.line
    why = one.why or RULES[name].why_not(one.value, default_of(name))
    if why:
        spoiled.add(name)
        return Fault(one.line, name, why, allowed=RULES[name].allowed)
    reading.values[attribute(name)] = cast("Value", one.value)  # why_not looked
    return None


def _all_meant(one: Statement, name: str) -> tuple[str, ...]:
    """Return every known name that an unknown one, or a line that cannot be read, may mean."""
    if one.words:
        told = (".".join((*one.path, word)) for word in one.words if word not in TABLES)
        return tuple(meant for word in told for meant in all_meant(word, RULES))
    table = nearest(name, TABLES) if len(one.path) == 1 else ""
    as_value = name in TABLES or isinstance(one.value, tuple)
    if table and as_value:
        return tuple(rule for rule in RULES if rule.startswith(f"{table}."))
    return all_meant(name, RULES) if name else ()


def _header(reading: Reading, one: Statement, name: str) -> Fault | None:
    if name in TABLES and one.kind == "table":
        return None
    if name in TABLES:
        return Fault(one.line, name, "single")
    reading.strangers.add(one.path[0])
    return Fault(one.line, name, "unknown", nearest(name, TABLES))


def _together(reading: Reading) -> None:
    """Look at what two lines say together."""
    said, spoiled = reading.values, reading.spoiled
    minutes, most = said.get("lock_minutes"), said.get("lock_minutes_most")
    if isinstance(minutes, int) and isinstance(most, int) and minutes > most:
        line = reading.lines["lock_minutes"]
        reading.faults.append(Fault(line, "lock_minutes", "range", allowed=f"1-{most}"))
        spoiled.add("lock_minutes")
    for name, other in (("central.card", "central.fingerprint"), ("central.fingerprint", "central.card")):  # fmt: skip
        if name in reading.lines and other not in reading.lines and other not in spoiled:  # fmt: skip
            reading.faults.append(Fault(reading.lines[name], name, "alone", other))
