"""Two centers and a central desk on real vaults, for the tests of an exchange.

A key file costs half a second, so workspaces are made once for a test session and copied.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from intake.clock import Clock
from intake.exchange import (
    Exchange,
    deliver,
    make_bundle,
    plan_send,
    receive_all,
    verify_delivered,
)
from intake.ids import Scope, new_id, scope_of
from intake.ledger import Deed, Ledger
from intake.progress import Silent
from intake.register import VOCABULARY, Register
from intake.trust import Trust
from intake.vault import Vault, open_vault
from tests.vaults_at_hand import PASSPHRASE, MemoryKeyring, a_vault

START = 1_790_000_000_000  # September 2026
NAMES = {"IC": "인천센터", "SE": "서울센터", "C0": "중앙센터"}
QUIET = Silent()


class Wall:
    """A wall clock that moves a second with every look."""

    def __init__(self, ms: int = START) -> None:
        self.ms = ms

    def __call__(self) -> int:
        self.ms += 1_000
        return self.ms


@dataclass
class Place:
    """One workspace, opened."""

    vault: Vault
    ctx: Exchange
    wall: Wall
    code: str

    @property
    def ledger(self) -> Ledger:
        return self.ctx.ledger

    @property
    def register(self) -> Register:
        return self.ctx.register

    @property
    def trust(self) -> Trust:
        return self.ctx.trust

    def case(self, **consents: str) -> Scope:
        """Begin a case with words in several classes; keywords are purposes and decisions."""
        scope = scope_of("case", new_id(self.wall()))
        case = scope.partition("/")[2]
        with self.ledger.saying(Deed.BEGIN_CASE, scope=scope, actor="kim") as say:
            say.set("case", case, "received_on", "2026-09-01")
            say.set("case", case, "route", "PHONE_CENTER")
            say.set("case", case, "alias", "새벽")
            note = new_id(self.wall())
            say.set("note", note, "case", case)
            say.set("note", note, "text", "어머니와 통화함")
            suspect = new_id(self.wall())
            say.set("suspect", suspect, "case", case)
            say.set("suspect", suspect, "nickname", "녹두")
        for purpose, decision in consents.items():
            self.consent(scope, purpose, decision)
        return scope

    def consent(self, scope: Scope, purpose: str, decision: str = "AGREED") -> str:
        case, consent = scope.partition("/")[2], new_id(self.wall())
        with self.ledger.saying(Deed.CONSENT, scope=scope, actor="kim") as say:
            say.set("consent", consent, "case", case)
            say.set("consent", consent, "purpose", purpose)
            say.set("consent", consent, "decision", decision)
        return consent

    def withdraw(self, scope: Scope, consent: str) -> None:
        with self.ledger.saying(Deed.WITHDRAW, scope=scope, actor="kim") as say:
            say.set("consent", consent, "withdrawn_on", "2026-09-20")

    def note(self, scope: Scope, text: str) -> str:
        note = new_id(self.wall())
        with self.ledger.saying(Deed.NOTE, scope=scope, actor="kim") as say:
            say.set("note", note, "case", scope.partition("/")[2])
            say.set("note", note, "text", text)
        return note

    def suspect(self, scope: Scope, nickname: str) -> str:
        suspect = new_id(self.wall())
        with self.ledger.saying(Deed.ADD, scope=scope, actor="kim") as say:
            say.set("suspect", suspect, "case", scope.partition("/")[2])
            say.set("suspect", suspect, "nickname", nickname)
        return suspect

    def send(self, mailbox, to: str = "C0"):
        sealed = make_bundle(self.ctx, plan_send(self.ctx, to), QUIET)
        deliver(self.ctx, sealed, mailbox, QUIET)
        verify_delivered(self.ctx, sealed, mailbox, QUIET)
        return sealed

    def receive(self, mailbox):
        return receive_all(self.ctx, mailbox, QUIET)

    def sees(self, entity: str, **equals):
        return self.register.find(entity, **equals)

    def books(self, sql: str):
        with self.vault.reading() as db:
            return db.all(sql)


def opened(folder: Path, keyring: MemoryKeyring, code: str, wall: Wall) -> Place:
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)
    vault._writer.execute("pragma synchronous = off")  # no test here cuts the power
    return furnished(vault, code, wall)


def furnished(vault: Vault, code: str, wall: Wall) -> Place:
    clock = Clock(wall)
    trust = Trust(vault, clock)
    register = Register(vault)
    ledger = Ledger(
        vault,
        device=trust.own().device_signer,
        clock=clock,
        vocabulary=VOCABULARY,
        projections=(register,),
    )
    return Place(vault, Exchange(vault, ledger, register, trust, clock), wall, code)


class Street:
    """Workspaces that know each other, ready to be copied for a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keyring = MemoryKeyring()
        trusts = {}
        vaults = {}
        for code, name in NAMES.items():
            vaults[code] = a_vault(folder / code, self.keyring).vault
            trusts[code] = Trust(vaults[code], Clock(Wall()))
            kind = "central" if code == "C0" else "center"
            trusts[code].found(kind, code, name, f"{code}-1")
        for code, other in (("IC", "C0"), ("SE", "C0"), ("C0", "IC"), ("C0", "SE")):
            trusts[code].accept(trusts[other].card_file())
        for vault in vaults.values():
            vault.close()

    def place(self, code: str, into: Path, *, copy: str = "") -> Place:
        shutil.copytree(self.folder / code, into / (copy or code))
        return opened(into / (copy or code), self.keyring, code, Wall())


FINGERPRINT = "r_state"


def emptied(place: Place) -> Place:
    """The same workspace as if nothing had ever been said, sent or received."""
    with place.vault.writing() as db:
        db.execute("pragma defer_foreign_keys = on")
        names = db.all("select name from sqlite_master where type = 'table'")
        for (name,) in names:
            rows = name.startswith("r_") and "_fts" not in name and name != FINGERPRINT
            if rows or name in EMPTIED:
                db.execute(f"delete from {name}")
        db.execute("insert into r_doc_fts (r_doc_fts) values ('delete-all')")
    for folder in (place.ctx.outbox, place.ctx.quarantine):
        for file in folder.iterdir():
            file.unlink()
    return furnished(place.vault, place.code, Wall())


EMPTIED = {
    "log",
    "segment",
    "scope",
    "part",
    "entry",
    "name",
    "rec",
    "op",
    "winner",
    "waiting",
    "batch",
    "erased",
    "part_hash",
    "clockfix",
    "bundle_out",
    "bundle_out_part",
    "bundle_out_file",
    "bundle_in",
    "receipt",
    "peer_ack",
    "peer_part",
    "peer_file",
    "revoked",
    "withdrawn_out",
    "bundle_out_notice",
    "withdrawn_in",
    "withdrawn_early",
    "notice_in",
    "bundle_out_word",
    "late",
}
