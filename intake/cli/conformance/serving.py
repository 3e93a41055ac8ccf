"""``ieum`` itself as a program that answers: the first implementation of ``PROTOCOL.md``."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from intake.cli.conformance.case import Answer, Request, unb64
from intake.cli.conformance.serving_bundles import looked_into, sealed
from intake.cli.conformance.serving_ledger import LedgerAtHand
from intake.errors import IntakeError
from intake.trust import Card, read_enrolment
from intake.trust import Request as DeviceRequest


def serve() -> None:
    """Answer requests from stdin until it ends; the ledger lies in this folder, encrypted."""
    ledger = LedgerAtHand(Path.cwd() / "ledger")
    commands: Mapping[str, Callable[[Request], Mapping[str, Any]]] = {
        "open": looked_into,
        "seal": sealed,
        "enrol": _enrolled,
        "merge": ledger.merge,
        "state": lambda _: ledger.state(),
        "receipt": ledger.receipt,
    }
    try:
        for line in sys.stdin.buffer:
            print(json.dumps(_answer(commands, line), ensure_ascii=False), flush=True)
    finally:
        ledger.close()


def _answer(
    commands: Mapping[str, Callable[[Request], Mapping[str, Any]]], line: bytes
) -> Answer:
    request = json.loads(line)
    command = commands.get(request["do"])
    if command is None:
        return {"unable": request["do"]}
    try:
        return {"done": command(request)}
    except IntakeError as error:
        return {"refused": type(error).__name__}


def _enrolled(request: Request) -> Mapping[str, Any]:
    found = read_enrolment(unb64(request["file"]))
    if isinstance(found, Card):
        lines = [[one.ca.hex(), one.serial, one.log, one.last] for one in found.revoked]
        said = {"code": found.code, "name": found.name, "devices": [one.device for one in found.devices]}  # fmt: skip
        return said | _card(found) | ({"revoked": lines} if lines else {})
    if isinstance(found, DeviceRequest):
        said = {"kind": "device-request", "code": found.code, "device": found.device}
        return said | {"public": found.public.hex(), "made": found.made, "words": _words(found)}  # fmt: skip
    own = found.own_card()
    return _card(own) | {"kind": "device-answer", "device": found.device, "made": found.made}  # fmt: skip


def _card(card: Card) -> dict[str, Any]:
    return {"kind": card.kind, "ca": card.ca.hex(), "made": card.made, "words": _words(card)}  # fmt: skip


def _words(shown: Card | DeviceRequest) -> dict[str, list[str]]:
    return {language: list(shown.words(language)) for language in ("ko", "en")}
