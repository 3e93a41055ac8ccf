"""The tables follow from the schema, and are made again where they no longer do."""

from pathlib import Path

import intake.register.tables as made
from intake.register import SCHEMA, Register


def test_the_snapshot_is_what_the_schema_makes():
    """If not: ``python -c "from intake.register import tables; tables.write_snapshot()"``."""
    snapshot = Path(made.__file__).with_name("schema.sql")
    assert snapshot.read_text(encoding="utf-8") == made.schema_sql()


def test_every_table_is_strict_and_has_its_unique_id():
    for entity in SCHEMA.values():
        table = next(
            line for line in made.statements() if f"TABLE {entity.table} " in line
        )
        assert table.endswith("STRICT")
        assert "id BLOB NOT NULL UNIQUE" in table


def test_a_register_of_another_schema_is_made_again_from_the_ledger(
    said, a_case, watcher
):
    a_case()
    before = said.state()
    with said.vault.writing() as db:
        db.execute("UPDATE r_state SET value = 'older' WHERE name = 'fingerprint'")
        db.execute("DELETE FROM r_case")
        db.execute("CREATE TABLE r_of_long_ago (words TEXT)")
    again = Register(said.vault, watcher)
    assert said.state() == before
    assert watcher.steps[-1] == (1, 1, "progress-rebuilding")
    with said.vault.reading() as db:
        assert not db.one("SELECT 1 FROM sqlite_schema WHERE name = 'r_of_long_ago'")
    assert not again.ensure(watcher)
