"""The last answers (지닌 답): tables and headline figures, until anything is said that they count.

* A question is whom it is about, case by case and person by person, and the period; the answer
  follows from it and from the rows, and every word about the rows takes all answers away.
* Whoever counts claims the question first; what was said meanwhile takes the claim away, and the
  answer is then not kept.
* Nothing is hidden in it: what may be shown is decided for whoever looks.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from intake.counting.amounts import OF_UNIT
from intake.counting.counted import Counted, counted
from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.rules import RULES
from intake.counting.tables.carrying import frames
from intake.counting.tables.table import Axis, Table
from intake.crypto.digest import canonical_json
from intake.vault import Database, Vault

_MOST = 24  # questions of which the answer is kept


@dataclass(frozen=True, slots=True)
class Answer:
    """What was counted together."""

    cards: tuple[Counted, ...]
    tables: tuple[Table, ...] = field(repr=False)
    average: tuple[int, int] = (0, 0)  # kinds of harm, people


def question_of(population: Population, period: Period, cards: Sequence[str]) -> bytes:
    """Return what is asked, as one hash."""
    found = hashlib.sha256(canonical_json([period.first, period.last, list(cards)]))
    for case in sorted(population.cases):
        found.update(case.encode())
    for groups in (population.confirmed, population.least):
        said = sorted(" ".join(sorted(one & population.cases)) for one in groups)
        found.update(b"\n" + "\n".join(said).encode() + b"\n")
    return found.digest()


def claim(vault: Vault, question: bytes) -> bytes:
    """Say that somebody counts an answer now; the token is needed to keep it."""
    token = os.urandom(8)
    with vault.writing() as db:
        db.execute("DELETE FROM c_answer WHERE question NOT IN (SELECT question FROM c_answer ORDER BY rowid DESC LIMIT ?)", (_MOST,))  # fmt: skip
        db.execute("INSERT OR REPLACE INTO c_answer (question, claim) VALUES (?, ?)", (question, token))  # fmt: skip
    return token


def keep(vault: Vault, question: bytes, token: bytes, answer: Answer) -> None:
    """Keep an answer, unless anything was said since it was claimed."""
    told = {
        "cards": [
            [one.rule.id, one.amount.value, one.doubtful] for one in answer.cards
        ],
        "tables": [_said(one) for one in answer.tables],
        "average": list(answer.average),
    }
    with vault.writing() as db:
        db.execute("UPDATE c_answer SET claim = NULL, answer = ? WHERE question = ? AND claim = ?", (json.dumps(told), question, token))  # fmt: skip


def kept(db: Database, question: bytes, look: Look) -> Answer | None:
    """Return an answer that is still true; None where there is none."""
    row = db.one("SELECT answer FROM c_answer WHERE question = ? AND claim IS NULL", (question,))  # fmt: skip
    if row is None:
        return None
    told = json.loads(row[0])
    empty = frames(db, look.period)
    kinds, people = told["average"]
    return Answer(
        tuple(_card(look, *one) for one in told["cards"]),
        tuple(_table(empty, one) for one in told["tables"]),
        (kinds, people),
    )


def _card(look: Look, name: str, value: int, doubtful: int) -> Counted:
    rule = RULES[name]
    return Counted(rule, OF_UNIT[rule.unit](value), doubtful, lambda: counted(look, rule).by_case)  # fmt: skip


def _said(one: Table) -> list[object]:
    return [one.id, one.rows.codes, one.columns.codes, list(_cells(one)), one.doubtful]


def _cells(one: Table) -> Iterator[tuple[str, str, int]]:
    return ((row, column, number) for (row, column), number in one.cells.items() if number)  # fmt: skip


def _table(empty: Mapping[str, Table], told: Sequence[Any]) -> Table:
    name, rows, columns, cells, doubtful = told
    frame = empty[name]
    numbers = {(row, column): number for row, column, number in cells}
    return replace(
        frame,
        rows=_axis(frame.rows, rows),
        columns=_axis(frame.columns, columns),
        cells=numbers,
        doubtful=doubtful,
    )


def _axis(axis: Axis, codes: Sequence[str]) -> Axis:
    return replace(axis, codes=tuple(codes))
