"""Make the vectors of enrolment files. Run once for a format; the files never change.

    .venv/bin/python -m tests.trust.make_vectors

One file is one case: ``expect``, for accepted ones ``says`` (what ``enrol`` answers, as JSON), an
empty line, the bytes. The keys guard nothing.
"""

import hashlib
import json
from pathlib import Path

from intake.crypto import (
    PqIdentity,
    SigningKey,
    canonical_json,
    issue_certificate,
    sign,
)
from intake.trust import NAMESPACE, Answer, Card, DeviceLine, Request

HERE = Path(__file__).parents[2] / "resources" / "vectors" / "enrolment"
CA, OTHER, KEY = (
    SigningKey.from_seed(hashlib.sha256(b"enrolment " + name).digest())
    for name in (b"ca", b"other", b"device")
)
MADE = 1_790_000_000_000


def by(key, namespace=NAMESPACE):
    return lambda _, line: sign(namespace, line, key)


def spelled(said, key=CA, namespace=NAMESPACE):
    line = canonical_json(said) + b"\n"
    return line + sign(namespace, line, key).encode()


def said_of(card, **more):
    extra = {"code": card.code, "name": card.name} | more
    return {"kind": card.kind, "ca": card.ca.hex(), "made": card.made, "words": words(card), **extra}  # fmt: skip


def words(thing):
    return {language: list(thing.words(language)) for language in ("ko", "en")}


def certificate():
    return issue_certificate(
        CA, KEY.public, principal="dev:ic-2", serial=1, key_id="IC/ic-2",
        valid_after=1_577_836_800, valid_before=4_102_444_800,
    )  # fmt: skip


def good(recipient):
    """Yield (name, what is said, bytes)."""
    lines = (DeviceLine("ic-1", "상담실 1", recipient), DeviceLine("ic-2", "상담실 2", recipient))  # fmt: skip
    card = Card("center", "IC", "인천센터", CA.public, lines, MADE)
    desk = Card("central", "C0", "중앙 디성센터", CA.public, (), MADE)
    asked = Request("IC", "ic-2", "상담실 2", KEY.public, recipient, MADE)
    own = card.to_file(by(CA))
    answer = Answer("ic-2", CA.public, certificate().blob, (own.decode(),), MADE)
    yield "good_card", said_of(card, devices=["ic-1", "ic-2"]), own
    yield "good_central_card", said_of(desk, devices=[]), desk.to_file(by(CA))
    said = {"kind": "device-request", "code": "IC", "device": "ic-2", "public": KEY.public.hex(), "made": MADE, "words": words(asked)}  # fmt: skip
    yield "good_request", said, asked.to_file(by(KEY))
    said = {"kind": "device-answer", "device": "ic-2", "ca": CA.public.hex(), "made": MADE, "words": words(card)}  # fmt: skip
    yield "good_answer", said, answer.to_file(by(CA))


def bad(own):
    """Yield (name, expect, bytes)."""
    said = json.loads(own.partition(b"\n")[0])
    line, _, armored = own.partition(b"\n")
    twice = said["devices"][:1] * 2
    yield "bad_other_key", "BadSignature", spelled(said, OTHER)
    yield "bad_other_use", "BadSignature", spelled(said, namespace="intake-bundle@v1")
    yield "bad_changed_line", "BadSignature", line.replace(b'"made":179', b'"made":178') + b"\n" + armored  # fmt: skip
    yield "bad_no_signature", "BadSignature", line + b"\n"
    yield "bad_with_certificate", "BadSignature", line + b"\n" + sign(NAMESPACE, line + b"\n", KEY, certificate()).encode()  # fmt: skip
    yield "bad_spelling", "Malformed", line.replace(b',"code"', b', "code"') + b"\n" + armored  # fmt: skip
    yield "bad_key_too_many", "Malformed", spelled(said | {"also": 1})
    yield "bad_kind", "Malformed", spelled(said | {"kind": "club"})
    yield "bad_code", "Malformed", spelled(said | {"code": "../x"})
    yield "bad_name", "Malformed", spelled(said | {"name": "인천\u202e센터"})
    yield "bad_device_twice", "Malformed", spelled(said | {"devices": twice})
    yield "bad_recipient", "Malformed", spelled(said | {"devices": [["ic-1", "x", "age1pq1qqqq"]]})  # fmt: skip
    yield "bad_not_ascii", "Malformed", own + "가".encode()
    yield "too_many_devices", "Oversized", spelled(said | {"devices": [["a", "b", "c"]] * 201})  # fmt: skip
    yield "too_new", "TooNew", spelled(said | {"v": 2, "also": 1})


def revoked(ca=CA, serial=7, log="log-1", last=3):
    return [ca.public.hex(), serial, log, last]


def taken_back():
    """Yield (name, what is said or None, expect, bytes): cards that take certificates back."""
    card = Card("center", "IC", "인천센터", CA.public, (), MADE)
    said = json.loads(card.to_file(by(CA)).partition(b"\n")[0])
    desk = said | {"kind": "central", "code": "C0", "name": "중앙 디성센터"}
    lines = sorted([revoked(), revoked(log="", last=-1, serial=8)])
    answer = said_of(card, devices=[], revoked=lines)
    yield "good_card_revoked", answer, "accepted", spelled(said | {"revoked": lines})
    other = [revoked(OTHER, 0, "log-9", 2)]
    whole = said_of(Card("central", "C0", "중앙 디성센터", CA.public, (), MADE), devices=[], revoked=other)  # fmt: skip
    yield "good_central_revoked", whole, "accepted", spelled(desk | {"revoked": other})
    for name, base, rows in (
        ("empty", said, []),
        ("foreign", said, [revoked(OTHER)]),
        ("whole", said, [revoked(serial=0)]),
        ("own_whole", desk, [revoked(serial=0)]),
        ("order", said, list(reversed(lines))),
        ("twice", said, [revoked(), revoked(last=4)]),
        ("last", said, [revoked(last=-2)]),
        ("nowhere", said, [revoked(log="", last=3)]),
    ):
        yield f"bad_revoked_{name}", None, "Malformed", spelled(base | {"revoked": rows})  # fmt: skip


def write(name, head, data):
    rows = "".join(f"{key}: {value}\n" for key, value in head.items())
    (HERE / name).write_bytes(rows.encode() + b"\n" + data)


def add_taken_back():
    """Write the cases that came later, beside those that are there."""
    for name, said, expect, data in taken_back():
        spoken = json.dumps(said, ensure_ascii=False, sort_keys=True)
        write(name, {"expect": expect} | ({"says": spoken} if said else {}), data)


def main() -> None:
    """Write every case."""
    HERE.mkdir(parents=True, exist_ok=True)
    add_taken_back()
    recipient = PqIdentity.generate().recipient.text
    whole = list(good(recipient))
    for name, said, data in whole:
        spoken = json.dumps(said, ensure_ascii=False, sort_keys=True)
        write(name, {"expect": "accepted", "says": spoken}, data)
    for name, expect, data in bad(whole[0][2]):
        write(name, {"expect": expect}, data)


if __name__ == "__main__":
    main()
