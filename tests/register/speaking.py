"""Somebody who speaks into a real ledger on a real vault, and a register that listens."""

import re
from pathlib import Path

import intake.vault
from intake.clock import Clock
from intake.crypto.sign import SigningKey, issue_certificate
from intake.ids import scope_of
from intake.ledger import Deed, DeviceSigner, Ledger
from intake.progress import Silent
from intake.register import SCHEMA, VOCABULARY, Register
from intake.vault import Vault

START = 1_900_000_000_000
MIGRATIONS = Path(intake.vault.__file__).parent / "migrations"
TABLES = [
    table
    for name in ("0001_ledger.sql", "0006_part_hash.sql")
    for table in re.findall(
        r"^create table (\w+)", (MIGRATIONS / name).read_text("utf-8"), re.MULTILINE
    )
]


def _device() -> DeviceSigner:
    key = SigningKey.from_seed(bytes(32))
    certificate = issue_certificate(
        key,
        key.public,
        principal="dev:one",
        serial=1,
        key_id="one",
        valid_after=0,
        valid_before=2**40,
    )
    return DeviceSigner(key, certificate, "one", "IC")


class Speaker:
    """One counselor at one laptop; moment ``at`` is a millisecond after the start."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.register = Register(vault)
        self.device = _device()
        self.empty()

    def empty(self) -> None:
        """Forget everything, so that one vault serves many examples."""
        self.at = 0
        with self.vault.writing() as db:
            for table in reversed(TABLES):
                db.execute(f"DELETE FROM {table}")
        self.deafen()
        self.ledger = Ledger(
            self.vault,
            device=self.device,
            clock=Clock(lambda: START + self.at),
            vocabulary=VOCABULARY,
            projections=(self.register,),
        )

    def deafen(self) -> None:
        """Empty the register and leave the ledger as it is."""
        tables = [entity.table for entity in SCHEMA.values()]
        with self.vault.writing() as db:
            for table in ("r_case_counts", "r_doc", *tables):
                db.execute(f"DELETE FROM {table}")
            db.execute("INSERT INTO r_doc_fts (r_doc_fts) VALUES ('delete-all')")

    def say(self, entity, record, scope, *, at=None, **values):
        """Say fields of a record; returns its id."""
        self.at = self.at + 1 if at is None else at
        with self.ledger.saying(Deed.CHANGE, scope=scope, actor="kim") as say:
            for name, value in values.items():
                say.set(entity, record, name, value)
        return record

    def case(self, record, **values):
        """Say fields of a case; returns its scope."""
        scope = scope_of("case", record)
        self.say("case", record, scope, **values)
        return scope

    def retract(self, entity, record, scope):
        self.at += 1
        with self.ledger.saying(Deed.RETRACT, scope=scope, actor="kim") as say:
            say.retract(entity, record, "noted twice")

    def erase(self, scope, cls):
        self.at += 1
        self.ledger.erase(scope, cls, "REQUEST", "kim")

    def rebuild(self, progress=None):
        with self.vault.writing() as db:
            self.register.rebuild(db, progress or Silent())

    def state(self):
        """Everything the register holds, but for row numbers."""
        with self.vault.reading() as db:
            shown = {}
            for name, entity in SCHEMA.items():
                listed = ", ".join(f'"{column}"' for column in entity.columns)
                shown[name] = db.all(f"SELECT {listed} FROM {entity.table} ORDER BY id")
            shown["counts"] = db.all('SELECT * FROM r_case_counts ORDER BY "case"')
            shown["docs"] = db.all("SELECT id, entity, cls FROM r_doc ORDER BY 1, 2, 3")
        return {name: rows for name, rows in shown.items() if rows}
