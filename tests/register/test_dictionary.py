"""The data dictionary leaves nothing out."""

import pytest

from intake.register import CODES, SCHEMA
from intake.register.dictionary import dictionary
from intake.register.schema import all_fields


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_field_and_every_used_list_is_in_it(language):
    text = dictionary(language)
    lines = set(text.splitlines())
    for entity in SCHEMA.values():
        assert any(line.startswith(f"## `{entity.name}` ") for line in lines)
    for field in all_fields():
        assert f"| `{field.name}` | " in text
        assert all(f"### `{name}`" in text for name in field.choices)
    assert CODES.label("route", "D4Y", language) in text
    assert "field-" not in text
