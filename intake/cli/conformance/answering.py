"""What a program makes itself: a receipt and a bundle, read by our own reader."""

import io
import json
import tempfile  # noqa: TID251 - what was made for this run, and ciphertext
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from intake.bundle import Addressee, Contents, open_bundle
from intake.cli.conformance.case import Answer, Case, Verdict, b64, outcome, unb64
from intake.cli.conformance.making import Center, Device
from intake.cli.conformance.said import BEGAN, new_id
from intake.cli.conformance.serving_keys import Accepted
from intake.cli.conformance.town import Town
from intake.crypto import PqIdentity, canonical_json
from intake.errors import IntakeError
from intake.progress import Silent


def answering_cases() -> Iterator[Case]:
    """Yield the cases about what a program writes."""
    central = Center("C0")
    desk = central.device("c0-1")
    yield _receipt(desk)
    town = Town()
    segments = [town.alias(town.one, at, f"가명 {at}").lines for at in (1, 2)]
    attached = b"age-encryption.org/v1\n" + bytes(700)
    logs = {town.one.log: [[0, 1]]}
    yield _sealed("changes_and_attachment", desk, {"changes": segments, "attachments": [attached], "logs": logs})  # fmt: skip
    yield _sealed("nothing", desk, {})
    yield _sealed("several_recipients", desk, {"changes": segments}, more=2)
    documents = {"data/receipt.json": b"{}", "data/receipt.json.sig": b"x"}
    yield _sealed("receipt", desk, {"purpose": "receipt", "documents": documents})


def _receipt(desk: Device) -> Case:
    """Two centers' segments lie here; a receipt names those of the one it goes to."""
    town, strangers = Town(), Town("SE")
    request: dict[str, Any] = {
        "do": "receipt", "signer": desk.signer, "to": "IC", "id": new_id(), "now": BEGAN, "roster": 0,
        "bundles": ["cd" * 32, "ab" * 32], "refused": [["ef" * 32, "err-cut"]],
    }  # fmt: skip
    mine = town.merges([town.alias(town.one, 1, "가명"), town.alias(town.one, 2, "나")])[:-1]  # fmt: skip
    theirs = strangers.merges([strangers.alias(strangers.one, 1, "다")])[:-1]
    merges = (*mine, *({**one, "fresh": False} for one in theirs))
    body = canonical_json(
        {
            "v": 1, "id": request["id"], "by": desk.name, "to": "IC", "now": BEGAN, "roster": 0,
            "acks": {town.one.log: [[0, 1]]}, "bundles": sorted(request["bundles"]), "refused": request["refused"],
        }
    )  # fmt: skip
    return Case("live/receipt", (*merges, request), lambda answers: _signed(body, desk, answers[-1]))  # fmt: skip


def _signed(body: bytes, desk: Device, answer: Answer) -> Verdict:
    if outcome(answer) != "done":
        return Verdict("done", outcome(answer))
    try:
        said = unb64(answer["done"].get("body"))
        armored = str(answer["done"].get("signature"))
        if said != body:
            return Verdict(body.decode(), said.decode("utf-8", "replace")[:400])
        Accepted(desk.center.trusted).check("intake-receipt@v1", said, armored)
    except (ValueError, IntakeError) as error:
        return Verdict("done", type(error).__name__)
    return Verdict("done", "done")


def _sealed(name: str, desk: Device, asked: Mapping[str, Any], more: int = 0) -> Case:
    """Return a case in which a program seals, and our reader opens it with every key."""
    readers = [PqIdentity.generate() for _ in range(1 + more)]
    changes = asked.get("changes", [])
    request = {
        "do": "seal", "signer": desk.signer, "to": ["IC"], "recipients": [one.recipient.text for one in readers],
        "purpose": "sync", "id": new_id(), "created": BEGAN, "roster": 3, "logs": {}, "documents": {},
        **asked,
        "changes": [b64(one) for one in changes],
        "attachments": [b64(one) for one in asked.get("attachments", [])],
    }  # fmt: skip
    request["documents"] = {path: b64(data) for path, data in request["documents"].items()}  # fmt: skip
    return Case(f"live/seal_{name}", (request,), lambda answers: _opens(request, changes, desk, readers, answers[-1]))  # fmt: skip


def _opens(
    request: Mapping[str, Any],
    changes: Sequence[bytes],
    desk: Device,
    readers: Sequence[PqIdentity],
    answer: Answer,
) -> Verdict:
    if outcome(answer) != "done":
        return Verdict("done", outcome(answer))
    try:
        data = unb64(answer["done"].get("bundle"))
        read = [_read(data, one, desk) for one in readers]
    except (ValueError, IntakeError) as error:
        return Verdict("opens", type(error).__name__)
    told = read[0].manifest
    said = json.loads(told.to_bytes())
    names = ("id", "to", "purpose", "created", "roster", "logs")
    odd = [name for name in names if said[name] != request[name]]
    if list(read[0].segments()) != list(changes):
        odd.append("changes")
    if answer["done"].get("key") != f"ic/202609/{sha256(data).hexdigest()}.age":
        odd.append("key")
    return Verdict("opens", "other " + ", ".join(odd) if odd else "opens")


def _read(data: bytes, reader: PqIdentity, desk: Device) -> Contents:
    """Open a bundle; its attachments are looked at and forgotten."""
    known = open_bundle(io.BytesIO(data), [reader], Accepted(desk.center.trusted).check)
    us = Addressee(frozenset({"IC"}), frozenset({reader.recipient.digest}))
    with tempfile.TemporaryDirectory(prefix="ieum-conformance-") as folder:
        return known.authorize(us).receive(Path(folder), Silent())
