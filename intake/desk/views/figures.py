"""Numbers with what they rest on: for the screen, the terminal and the papers."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Asked:
    """What figures are asked about, and of which time: days, months or years."""

    about_kind: str = "CENTER"  # CASE | PROFILE | CENTER | NATION
    about: str = ""  # the case, or any suspect of the profile
    first: str = ""
    last: str = ""
    court: str = ""  # only who agreed to that court


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One number, its rule, and the proof that stands under it."""

    rule: str  # R1, V1 …
    label: str
    how: str  # the rule as a sentence
    value: int
    unit: str
    unit_label: str  # 명, 건, 주소, 사건
    doubtful: int  # may be part of it: told apart, never added
    query: str = (
        ""  # hash of rule, period, position, rows and value; "" until it was asked for
    )


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Everything that was asked together: all from one moment."""

    asked: Asked
    as_of: str  # said day and time, for people
    position: str  # hash of the position of every log
    lines: tuple[FigureLine, ...]
    left_out: int | None = (
        None  # cases that did not agree; only whoever supervises sees it
    )


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One row that a number is made of, as far as it may be seen."""

    case: str
    number: str
    entity: str
    record: str
    day: str
    words: str = field(default="", repr=False)  # the kind of row; never an address


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A number as it stood when it was frozen, and what the same question gives today."""

    figure: str
    rule: str
    label: str
    unit_label: str
    value: int
    taken_on: str
    taken_by: str
    query: str
    now: int
    same: bool  # the same rows at the same position, or the same rows
    why: str = ""  # a sentence, where it differs
    unit: str = ""  # PERSONS, ACTIONS …; empty where nobody knows its rule here


@dataclass(frozen=True, slots=True)
class FigureAgain:
    """A frozen number counted again from what had been said until its position."""

    figure: str
    rule: str
    label: str
    unit_label: str
    value: int  # as it was frozen
    taken_on: str
    position: str
    query: str
    counted: (
        int | None
    )  # from what is left of that position; None: it cannot be counted
    query_again: str  # the hash of that; the same where nothing is missing
    same: bool  # value, rows and people are those that were frozen
    gone: int  # entries of the position that were read then and are not any more
    words: str  # what that means, in one or two sentences
