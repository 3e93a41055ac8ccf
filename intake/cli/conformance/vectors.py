"""The published files as cases: one file, one case, its first line says what must happen."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from intake.cli.conformance.case import (  # fmt: skip
    Case,
    Verdict,
    b64,
    compared,
    done_with,
    outcome,
    refuses,
)
from intake.text.place import resource


def vector_cases() -> Iterator[Case]:
    """Yield a case for every file of ``resources/vectors`` that the six commands speak of."""
    yield from (_bundle(*one) for one in _read("bundle"))
    fields = json.loads(resource("vectors", "fields.json").read_text("utf-8"))
    yield from (_segment(*one, fields) for one in _read("ledger"))
    yield from (_enrolment(*one) for one in _read("enrolment"))


def _read(folder: str) -> Iterator[tuple[str, Mapping[str, str], bytes]]:
    for file in sorted(resource("vectors", folder).iterdir()):
        if not file.suffix:
            yield f"{folder}/{file.name}", *read_vector(file)


def read_vector(file: Path) -> tuple[Mapping[str, str], bytes]:
    """Return the lines of a vector's head, and its bytes."""
    head, _, data = file.read_bytes().partition(b"\n\n")
    return dict(row.split(": ", 1) for row in head.decode().splitlines()), data


def _bundle(name: str, said: Mapping[str, str], data: bytes) -> Case:
    request = {
        "do": "open",
        "names": [said["addressee"]],
        "identities": [said["identity"]],
        "trust": {said["center"]: said["ca"]},
        "bundle": b64(data),
    }
    if said["expect"] != "opens":
        return Case(name, (request,), refuses(said["expect"]))
    wanted = {"center": said["center"], "purpose": "sync"}
    wanted |= json.loads(said.get("says", "{}"))
    return Case(name, (request,), done_with(wanted))


def _segment(
    name: str, said: Mapping[str, str], data: bytes, fields: Mapping[str, Any]
) -> Case:
    merge = {
        "do": "merge",
        "fresh": True,
        "trust": {"IC": said["ca"]},
        "fields": fields,
        "lines": b64(data),
    }
    requests = (merge, {"do": "state"})
    if said["expect"] == "accepted":
        wanted = {"segments": [said["hash"]], "parked": int(said["parked"])}
        return Case(name, requests, lambda answers: compared(wanted, answers[0]))
    return Case(name, requests, lambda answers: _nothing_left(said["expect"], answers))


def _nothing_left(word: str, answers: Any) -> Verdict:  # noqa: ANN401
    """A refused delivery changes nothing: the ledger is as empty as it was."""
    if outcome(answers[0]) != word:
        return Verdict(word, outcome(answers[0]))
    left = compared({"shown": [], "logs": {}}, answers[1])
    return Verdict(word, word) if left.passed else left


def _enrolment(name: str, said: Mapping[str, str], data: bytes) -> Case:
    request = {"do": "enrol", "file": b64(data)}
    if said["expect"] != "accepted":
        return Case(name, (request,), refuses(said["expect"]))
    return Case(name, (request,), done_with(json.loads(said["says"])))
