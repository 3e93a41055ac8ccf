"""``merge``, ``state`` and ``receipt`` by our own ledger, in a vault made for the purpose."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from intake.cli.conformance.case import Request, b64, unb64
from intake.cli.conformance.serving_keys import Accepted, Pen
from intake.cli.conformance.serving_vault import Words, a_vault
from intake.clock import Clock
from intake.crypto import SigningKey, canonical_json
from intake.crypto.digest import sha256
from intake.exchange.receipts import NAMESPACE, Receipt
from intake.ledger import DeviceSigner, Ledger, SignerFacts, WireSegment
from intake.ledger.winners import every_record
from intake.progress import Silent
from intake.vault import Vault

_TABLES: Final = "waiting late batch op winner rec entry part scope segment log erased part_hash clockfix name"  # fmt: skip


class LedgerAtHand:
    """One ledger, emptied whenever a request wants a fresh one."""

    def __init__(self, folder: Path) -> None:
        """Make no vault before somebody merges."""
        self._folder = folder
        self._vault: Vault | None = None

    def merge(self, request: Request) -> Mapping[str, Any]:
        """Take in all segments of a change file, or none."""
        vault = self._opened()
        if request["fresh"]:
            with vault.writing() as db:
                for table in _TABLES.split():
                    db.execute(f"delete from {table}")  # noqa: S608 - our own names
        segments = WireSegment.all_from_jsonl(unb64(request["lines"]))
        accepted = Accepted(request["trust"])

        def check(segment: WireSegment, namespace: str) -> SignerFacts:
            known = accepted.check(namespace, segment.header, segment.signature)
            return SignerFacts(known.device, known.center)

        report = self._ledger(request["fields"]).merge(
            segments, check_signer=check, authority=lambda _: True, progress=Silent()
        )
        return {
            "segments": [one.hash.hex() for one in segments],
            "parked": report.parked,
        }

    def state(self) -> Mapping[str, Any]:
        """Return everything that is known."""
        ledger, vault = self._ledger({}), self._opened()
        with vault.reading() as db:
            heads = db.all(
                "select rec.entity, lower(hex(rec.eid)), name.name, heads from winner"
                " join rec on rec.id = winner.rec join name on name.id = winner.field"
            )
            counts = {(entity, eid, name): count for entity, eid, name, count in heads}
            shown = sorted(
                [one.entity, one.eid, field, value, counts[one.entity, one.eid.replace("-", ""), f"{one.entity}/{field}"]]
                for one in every_record(db)
                for field, value in one.values.items()
            )  # fmt: skip
        report = ledger.verify(Silent())
        return {
            "shown": shown,
            "digest": sha256(canonical_json(shown)).hex(),
            "logs": ledger.acks(),
            "gaps": [list(one) for one in sorted(report.gaps)],
            "forked": sorted(report.forked_logs),
        }

    def receipt(self, request: Request) -> Mapping[str, Any]:
        """Answer a center with what lies here of its own."""
        pen, vault = Pen(request["signer"]), self._opened()
        with vault.reading() as db:
            theirs: dict[str, str] = dict(db.all("select log, center from log"))
        acks = self._ledger({}).acks()
        receipt = Receipt(
            id=request["id"],
            by=pen.device,
            to=request["to"],
            acks={log: tuple((a, b) for a, b in spans) for log, spans in acks.items() if theirs[log] == request["to"]},
            bundles=tuple(request["bundles"]),
            refused=dict(request["refused"]),
            now=request["now"],
            roster=request["roster"],
        )  # fmt: skip
        body = receipt.to_bytes()
        return {"body": b64(body), "signature": pen.sign(NAMESPACE, body)}

    def close(self) -> None:
        """Close the vault, where there is one."""
        if self._vault is not None:
            self._vault.close()

    def _opened(self) -> Vault:
        if self._vault is None:
            self._vault = a_vault(self._folder)
        return self._vault

    def _ledger(self, fields: Mapping[str, list[str]]) -> Ledger:
        device = DeviceSigner(SigningKey.generate(), None, "-", "-")
        return Ledger(
            self._opened(), device=device, clock=Clock(), vocabulary=Words(fields)
        )
