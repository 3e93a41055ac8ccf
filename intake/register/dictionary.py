"""The data dictionary (자료 사전), written from the schema for IT and for other systems.

Nothing here is kept by hand: a field added to the schema appears in the next one.
"""

from collections.abc import Callable, Iterator

from intake.register.codes import CODES
from intake.register.schema import SCHEMA, VERSION, Entity, Field, all_fields
from intake.text import Texts


def _choices(field: Field) -> str:
    return ", ".join(f"`{name}`" for name in field.choices)


def _marks(field: Field) -> str:
    said = (
        ("required", field.required),
        (f"match: {field.match}", field.match),
        (f"counted: {field.counted}", field.counted),
        (f"found by {field.search}", field.search),
        (f"→ {field.refers}", field.refers),
        (f"of {field.companion_of}", field.companion_of),
    )
    return "; ".join(words for words, true in said if true)


def _line(field: Field, say: Callable[[str], str]) -> str:
    cells = (
        f"`{field.name}`",
        say(field.label_id),
        field.type.value,
        field.cls,
        CODES.label("sensitivity", field.sensitive, "en"),
        field.purpose,
        _choices(field),
        _marks(field),
    )
    return f"| {' | '.join(cells)} |"


def _entity(entity: Entity, say: Callable[[str], str]) -> Iterator[str]:
    yield f"\n## `{entity.name}` {say(entity.label_id)}\n"
    yield "| field | name | type | class | sensitivity | held under | codes | marks |"
    yield "|---|---|---|---|---|---|---|---|"
    for field in entity.fields:
        yield _line(field, say)


def _lists() -> Iterator[str]:
    used = {name for field in all_fields() for name in field.choices}
    for name in sorted(used):
        proposed = any(one.proposed for one in CODES.lists[name])
        yield f"\n### `{name}`{' (proposed)' if proposed else ''}\n"
        yield "| code | 한국어 | English |"
        yield "|---|---|---|"
        for one in CODES.lists[name]:
            yield f"| `{one.code}` | {one.ko} | {one.en} |"


def dictionary(language: str) -> str:
    """Return the whole dictionary as Markdown, names in one language."""
    say = Texts(language)
    parts = [f"# Data dictionary, schema {VERSION}"]
    for entity in SCHEMA.values():
        parts += _entity(entity, say)
    return "\n".join([*parts, "\n## Code lists", *_lists(), ""])
