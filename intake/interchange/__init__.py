"""Records in and out (가져오기·내보내기): other people's sheets, and an open format of our own.

* In: ``reading`` opens, ``guessing`` matches columns, ``understanding`` or ``records_in`` makes
  facts, ``comparing`` shows what would change, ``bringing`` says it, all or nothing.
* Out: ``releasing`` says what may leave, ``records_out`` writes it.
* ``FORMAT.md`` is the open format, for other people's programs.
"""

from intake.interchange.bringing import Brought, bring
from intake.interchange.casebook import CaseBook
from intake.interchange.comparing import Change, Compared, Comparing
from intake.interchange.facts import Fact, Refusal
from intake.interchange.guessing import best_target, guess
from intake.interchange.reading import open_table
from intake.interchange.records_in import Records, Taking, is_records
from intake.interchange.records_out import (
    Head,
    Leaving,
    as_json,
    as_text,
    as_workbook,
    table_text,
)
from intake.interchange.releasing import (
    MAY_CARRY_IDENTITY,
    PURPOSES,
    RECEIVERS,
    Release,
    entities,
    fields,
    release,
)
from intake.interchange.table import Table
from intake.interchange.tables_out import (
    PrintedTable,
    tables_workbook,
    tables_zip,
)
from intake.interchange.targets import TARGETS, Column, Target
from intake.interchange.understanding import Matched, Understanding

__all__ = [
    "MAY_CARRY_IDENTITY",
    "PURPOSES",
    "RECEIVERS",
    "TARGETS",
    "Brought",
    "CaseBook",
    "Change",
    "Column",
    "Compared",
    "Comparing",
    "Fact",
    "Head",
    "Leaving",
    "Matched",
    "PrintedTable",
    "Records",
    "Refusal",
    "Release",
    "Table",
    "Taking",
    "Target",
    "Understanding",
    "as_json",
    "as_text",
    "as_workbook",
    "best_target",
    "bring",
    "entities",
    "fields",
    "guess",
    "is_records",
    "open_table",
    "release",
    "table_text",
    "tables_workbook",
    "tables_zip",
]
