"""The rules for the cells of a form sheet; each yields faults and decides nothing.

* Words are there in every language or in none; a label is always there.
* An expression parses, names only questions of this sheet, and calls only what the subset has.
* No question starts with 왜 or "why": it reads as blame (an interview asks what happened).
* ``save_to`` names a field that the register has.
"""

import re
from collections.abc import Callable, Iterator

from intake.errors import FormFaulty
from intake.forms.compiling import compile_text
from intake.forms.grammar import Binary, Call, Literal, Negative, Tree
from intake.forms.patterns import is_safe
from intake.forms.sheet import Fault, Line, Sheets
from intake.forms.xform import PROMPTS

_ASKED = frozenset(
    {
        "text", "integer", "decimal", "range", "date", "time", "datetime", "note", "acknowledge", "trigger",
        "select_one", "select_multiple", "select_one_from_file", "select_multiple_from_file", "rank",
    }
)  # fmt: skip
_SILENT = frozenset(
    {
        "begin_group", "end_group", "begin_repeat", "end_repeat", "calculate", "hidden", "start", "end", "today", "csv-external",
        "xml-external",
    }
)  # fmt: skip
_REFUSED = {
    **dict.fromkeys(("geopoint", "geotrace", "geoshape", "start-geopoint"), "geo"),
    **dict.fromkeys(
        ("audio", "video", "image", "file", "background-audio", "photo"), "upload"
    ),
    **dict.fromkeys(("barcode", "audit"), "external-app"),
    **dict.fromkeys(
        ("deviceid", "username", "phonenumber", "email", "simserial", "subscriberid"),
        "device",
    ),
}
_EXPRESSIONS = (
    "relevant",
    "constraint",
    "calculation",
    "required",
    "readonly",
    "read_only",
    "choice_filter",
    "repeat_count",
)
_FAMILIES = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^}\s]*)\s*\}")
_WHY = re.compile(r"\s*(?:왜(?=$|[\s,?요])|why\b)", re.IGNORECASE)
_YES_NO = frozenset({"", "yes", "no", "true", "false", "true()", "false()"})
_CALLS = re.compile(r"[\w:-]+\s*\(|\$\{")


def check_cells(
    sheets: Sheets, languages: tuple[str, ...], knows: Callable[[str, str], bool] | None
) -> Iterator[Fault]:
    """Yield every fault of the cells."""
    names = {line.get("name") for line in sheets.of("survey")}
    yield from _columns(sheets, languages)
    for line in sheets.of("survey"):
        yield from _kind(line)
        yield from _words(sheets, "survey", line, languages, asked=_asks(line))
        yield from _expressions(line, names)
        yield from _references(sheets, line, names)
        yield from _why(sheets, line)
        yield from _own(sheets, line, knows)
    for line in sheets.of("choices"):
        yield from _words(
            sheets,
            "choices",
            line,
            languages,
            asked=bool(line.get("list_name") or line.get("list name")),
        )


def _type(line: Line) -> str:
    word = line.get("type").split(" ")[0].strip().lower() if line.get("type") else ""
    return (
        "_".join(line.get("type").lower().split(" ")[:2])
        if word in {"begin", "end"}
        else word
    )


def _asks(line: Line) -> bool:
    return _type(line) in _ASKED or _type(line) == "begin_repeat"


def _kind(line: Line) -> Iterator[Fault]:
    kind = _type(line)
    if kind in _REFUSED:
        yield Fault("survey", line.row, "type", f"unsupported-{_REFUSED[kind]}", kind)
    elif kind not in _ASKED | _SILENT:
        yield Fault("survey", line.row, "type", "type", kind)
    if re.search(r"(^|\s)ex:", line.get("appearance")):
        yield Fault("survey", line.row, "appearance", "unsupported-external-app")
    if re.search(r"randomize\s*=\s*true", line.get("parameters"), re.IGNORECASE):
        yield Fault("survey", line.row, "parameters", "unsupported-randomize")


def _columns(sheets: Sheets, languages: tuple[str, ...]) -> Iterator[Fault]:
    for sheet in ("survey", "choices"):
        if not sheets.columns.get(sheet):
            continue
        for code in languages:
            if sheets.in_language(sheet, "label", code) is None:
                yield Fault(sheet, 1, f"label::{code}", "translation")


def _words(
    sheets: Sheets, sheet: str, line: Line, languages: tuple[str, ...], *, asked: bool
) -> Iterator[Fault]:
    for family in _FAMILIES:
        columns = [
            column
            for code in languages
            if (column := sheets.in_language(sheet, family, code)) is not None
        ]
        there = [column for column in columns if line.get(column)]
        if (there or (asked and family == "label")) and len(there) < len(columns):
            yield from (
                Fault(sheet, line.row, column, "translation")
                for column in columns
                if column not in there
            )


def _expressions(line: Line, names: set[str]) -> Iterator[Fault]:
    for column in _EXPRESSIONS:
        source = line.get(column)
        if source and source.lower() not in {"yes", "no", "true", "false"}:
            yield from _expression(line.row, column, source, names)
    default = line.get("default")
    if default and _CALLS.search(default):
        yield from _expression(line.row, "default", default, names)


def _expression(row: int, column: str, source: str, names: set[str]) -> Iterator[Fault]:
    yield from _unknown(row, column, source, names)
    try:
        code = compile_text(_REFERENCE.sub(_as_path, source))
    except FormFaulty as fault:
        facts = fault.facts
        yield Fault(
            "survey",
            row,
            column,
            str(facts["why"]),
            str(facts.get("function", facts.get("at", ""))),
        )
        return
    for pattern in _patterns(code.tree):
        if not is_safe(pattern):
            yield Fault("survey", row, column, "pattern", pattern)


def _patterns(tree: Tree | None) -> Iterator[str]:
    """The patterns that an expression holds answers against."""
    pending = [tree] if tree is not None else []
    while pending:
        match pending.pop():
            case Call("regex", (text, Literal(pattern))):
                yield pattern
                pending.append(text)
            case Call(_, arguments):
                pending.extend(arguments)
            case Binary(_, left, right):
                pending.extend((left, right))
            case Negative(of):
                pending.append(of)
            case _:
                pass


def _as_path(reference: re.Match[str]) -> str:
    """A path as long as the reference, so that places in the text stay true."""
    return "/x".ljust(len(reference[0]))


def _unknown(row: int, column: str, text: str, names: set[str]) -> Iterator[Fault]:
    for name in _REFERENCE.findall(text):
        if name not in names:
            yield Fault("survey", row, column, "reference", name)


def _references(sheets: Sheets, line: Line, names: set[str]) -> Iterator[Fault]:
    for column in sheets.columns.get("survey", ()):
        if column.partition("::")[0] in _FAMILIES:
            yield from _unknown(line.row, column, line.get(column), names)


def _why(sheets: Sheets, line: Line) -> Iterator[Fault]:
    for column in sheets.columns.get("survey", ()):
        if (
            column.partition("::")[0] == "label"
            and _asks(line)
            and _WHY.match(line.get(column))
        ):
            yield Fault("survey", line.row, column, "why-question")


def _own(
    sheets: Sheets, line: Line, knows: Callable[[str, str], bool] | None
) -> Iterator[Fault]:
    target = line.get("bind::ieum:save_to")
    if target and knows is not None and not knows(*_split(target)):
        yield Fault("survey", line.row, "bind::ieum:save_to", "save-to", target)
    plain = line.get("save_to")
    if (
        plain
        and knows is not None
        and not any(knows(entity, plain) for entity in _entities(sheets))
    ):
        yield Fault("survey", line.row, "save_to", "save-to", plain)
    prompt = line.get("bind::ieum:prompt")
    if prompt and prompt not in PROMPTS:
        yield Fault("survey", line.row, "bind::ieum:prompt", "prompt", prompt)
    if line.get("bind::ieum:declined").lower() not in _YES_NO:
        yield Fault("survey", line.row, "bind::ieum:declined", "yes-no")


def _split(target: str) -> tuple[str, str]:
    entity, _, name = target.partition(".")
    return entity, name


def _entities(sheets: Sheets) -> list[str]:
    return [
        line.get("list_name") or line.get("dataset") for line in sheets.of("entities")
    ]
