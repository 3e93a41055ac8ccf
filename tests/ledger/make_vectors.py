"""Write ``resources/vectors/ledger``: one segment in each file, and what must happen to it.

Run once for each format version; released files are never written again. A file is header
lines (``expect``, ``comment``, ``ca``, for accepted ones ``hash`` and ``parked``), an empty
line, and the bytes as they would stand in a change file.
"""

import dataclasses
import json
from pathlib import Path

from intake.crypto.digest import canonical_json, leaf, leaves_digest
from intake.crypto.sign import SigningKey, issue_certificate, sign
from intake.ledger import body as bodies
from intake.ledger.chain import log_prefix
from intake.ledger.change import Entry, Erasure, Ground, Op
from intake.ledger.segment import NAMESPACE, WireSegment
from tests.ledger.houses import case, uid

FOLDER = Path(__file__).parents[2] / "resources" / "vectors" / "ledger"
CA = SigningKey.from_seed(b"vector ca".ljust(32, b"."))
KEY = SigningKey.from_seed(b"vector device".ljust(32, b"."))
OTHER = SigningKey.from_seed(b"vector other".ljust(32, b"."))
LOG = log_prefix(KEY.public) + "00112233445566aa"


def _certificate(key: SigningKey, ca: SigningKey = CA):
    return issue_certificate(
        ca,
        key.public,
        principal="dev:ana",
        serial=1,
        key_id="ana",
        valid_after=0,
        valid_before=2**40,
    )


CERTIFICATE = _certificate(KEY)


def _entries() -> list[bytes]:
    first = Entry(
        115_816_896_921_665_536,
        case(1),
        "identity",
        "ana",
        "begin-case",
        1,
        (Op("case", uid("case", 1), "alias", "가명"),),
    )
    tie = (leaf(bytes([0]) * 16, bodies.write(first))[:12] + b"\0\0").hex()
    second = dataclasses.replace(
        first,
        stamp=first.stamp + 65_536,
        deed="change-case",
        ops=(Op("case", uid("case", 1), "alias", "다른 가명", (tie,)),),
    )
    third = dataclasses.replace(
        first,
        stamp=first.stamp + 131_072,
        cls="material",
        deed="add",
        ops=(
            Op("posting", uid("posting", 1), "times", 3),
            Op("posting", uid("posting", 1), "seen", True),
            Op("posting", uid("posting", 1), "url", "https://tube-a.example/v/1"),
        ),
    )
    return [bodies.write(one) for one in (first, second, third)]


def _segment(
    texts: list[bytes],
    *,
    key=KEY,
    certificate=CERTIFICATE,
    namespace=NAMESPACE,
    **header,
):
    salts = [bytes([number]) * 16 for number in range(len(texts))]
    leaves = [leaf(salt, text) for salt, text in zip(salts, texts, strict=True)]
    parts = {"log": LOG, "n": 0, "prev": "", "count": len(texts)}
    parts |= {"leaves": leaves_digest(leaves).hex(), "v": 1, **header}
    data = canonical_json(parts)
    return WireSegment(
        data,
        sign(namespace, data, key, certificate),
        b"".join(leaves),
        tuple((k, salts[k], text) for k, text in enumerate(texts)),
    )


def _flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _bad_bodies(good: WireSegment):
    (one, two, three) = good.bodies
    yield (
        "bad_body_bit",
        "Altered",
        "one bit of a body changed",
        ((0, one[1], one[2].replace("가".encode(), "나".encode())), two, three),
    )
    yield (
        "bad_salt_bit",
        "Altered",
        "one bit of a salt changed",
        ((0, _flip(one[1], 3), one[2]), two, three),
    )
    yield (
        "bad_salt_length",
        "Altered",
        "a byte moved from the body to the salt",
        ((0, one[1] + one[2][:1], one[2][1:]), two, three),
    )
    yield (
        "bad_body_place",
        "Altered",
        "two bodies changed places",
        ((0, two[1], two[2]), (1, one[1], one[2]), three),
    )
    yield "bad_body_order", "Altered", "places do not increase", (two, one, three)
    yield "bad_body_twice", "Altered", "the same place twice", (one, one, two)
    yield (
        "bad_body_beyond",
        "Altered",
        "a place beyond the last leaf",
        (one, (3, two[1], two[2])),
    )


def _bad_headers(good: WireSegment):
    texts = [text for _, _, text in good.bodies]
    yield (
        "bad_header_spelling",
        "Malformed",
        "the header in another spelling of the same JSON",
        (dataclasses.replace(good, header=good.header.replace(b",", b", "))),
    )
    yield (
        "bad_count",
        "Altered",
        "more leaves declared than given",
        _segment(texts, count=4),
    )
    yield (
        "bad_leaves",
        "Altered",
        "another digest of the leaves",
        _segment(texts, leaves="00" * 32),
    )
    yield (
        "bad_prev_missing",
        "Malformed",
        "not the first, but names no predecessor",
        _segment(texts, n=1),
    )
    yield "bad_header_key", "Malformed", "one key too many", _segment(texts, also=1)
    yield "bad_header_number", "Malformed", "a number as text", _segment(texts, n="0")
    yield (
        "bad_log_name",
        "Malformed",
        "a log name that is not hexadecimal",
        _segment(texts, log="../x"),
    )
    yield (
        "bad_log_of_another",
        "BrokenChain",
        "the log begins with another key's fingerprint",
        (_segment(texts, log=log_prefix(OTHER.public) + "00" * 8)),
    )
    yield "too_new", "TooNew", "format 2, whatever it may hold", _segment(texts, v=2)
    yield (
        "bad_leaf_bit",
        "Altered",
        "one bit of a leaf changed",
        (dataclasses.replace(good, leaves=_flip(good.leaves, 40))),
    )


def _bad_signatures(good: WireSegment):
    texts = [text for _, _, text in good.bodies]
    yield (
        "bad_signature_header",
        "BadSignature",
        "signed bytes are another header",
        (dataclasses.replace(good, signature=_segment(texts[:2]).signature)),
    )
    yield (
        "bad_namespace",
        "BadSignature",
        "signed as a bundle, not as a segment",
        (_segment(texts, namespace="intake-bundle@v1")),
    )
    yield (
        "bad_no_certificate",
        "UnknownDevice",
        "a good signature of nobody's device",
        (_segment(texts, certificate=None)),
    )
    yield (
        "bad_foreign_ca",
        "UnknownDevice",
        "certified by a center nobody enrolled",
        (_segment(texts, certificate=_certificate(KEY, OTHER))),
    )
    yield (
        "bad_no_signature",
        "BadSignature",
        "an empty signature",
        dataclasses.replace(good, signature=""),
    )


def _lines(good: WireSegment):
    data = good.to_jsonl()
    first, *rest = data.splitlines(keepends=True)
    yield (
        "bad_line_cut",
        "Malformed",
        "the file ends in the middle of a line",
        data[:-20],
    )
    yield "bad_no_newline", "Malformed", "the last line has no end", data[:-1]
    yield "bad_line_order", "Malformed", "a body before its segment", rest[0] + first
    yield "bad_line_empty", "Malformed", "an empty line", first + b"\n" + b"".join(rest)
    yield (
        "bad_line_key",
        "Malformed",
        "one key too many",
        first.replace(b'{"h"', b'{"a":1,"h"') + rest[0],
    )
    yield (
        "bad_line_utf8",
        "Malformed",
        "not UTF-8",
        data.replace("가".encode(), b"\xff\xfe", 1),
    )
    yield (
        "bad_line_hex",
        "Malformed",
        "a salt that is not hexadecimal",
        first + b'[0,"zz","{}"]\n',
    )


def _write(name: str, head: dict[str, object], data: bytes) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    (FOLDER / name).write_bytes(lines.encode() + b"\n" + data)


def _good(name: str, comment: str, segment: WireSegment, parked: int = 0) -> None:
    head = {"expect": "accepted", "comment": comment, "ca": CA.public.hex()}
    head |= {"hash": segment.hash.hex(), "parked": parked}
    _write(name, head, segment.to_jsonl())


def _bad(name: str, expect: str, comment: str, data: bytes) -> None:
    _write(name, {"expect": expect, "comment": comment, "ca": CA.public.hex()}, data)


def main() -> None:
    """Write every vector."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = _entries()
    good = _segment(texts)
    _good("good_three_entries", "three entries of one case in two classes", good)
    _good(
        "good_withheld",
        "the middle body is withheld, its leaf travels",
        dataclasses.replace(good, bodies=(good.bodies[0], good.bodies[2])),
    )
    _good("good_all_withheld", "no body travels", dataclasses.replace(good, bodies=()))
    _good(
        "good_second",
        "the second segment of its log",
        _segment([texts[2]], n=1, prev=good.hash.hex()),
    )
    newer = json.loads(texts[0]) | {"w": "later"}
    _good(
        "good_unknown_key",
        "a body with a key of a later version: kept, not folded",
        _segment([canonical_json(newer)]),
        parked=1,
    )
    unknown = texts[0].replace(b'"alias"', b'"zodiac"')
    _good(
        "good_unknown_field",
        "a field of a later version: kept, not folded",
        _segment([unknown]),
        parked=1,
    )
    _good(
        "good_fraction",
        "a value no version may write: kept, never folded",
        _segment([texts[2].replace(b",3,", b",3.5,")]),
        parked=1,
    )
    _good(
        "good_not_json",
        "a body that is no JSON: kept, never folded",
        _segment([b"\x7b"]),
        parked=1,
    )
    order = Entry(
        5,
        case(9),
        "core",
        "ana",
        "erase",
        1,
        erasures=(Erasure("ab" * 32, Ground.COURT.value),),
    )
    _good(
        "good_order",
        "an order to destroy names a hash and the code of a ground",
        _segment([bodies.write(order)]),
    )
    for name, expect, comment, changed in _bad_bodies(good):
        _bad(
            name, expect, comment, dataclasses.replace(good, bodies=changed).to_jsonl()
        )
    for name, expect, comment, segment in (*_bad_headers(good), *_bad_signatures(good)):
        _bad(name, expect, comment, segment.to_jsonl())
    for name, expect, comment, data in _lines(good):
        _bad(name, expect, comment, data)
    long = texts[0].replace("가명".encode(), b"x" * 66_000)
    _bad(
        "bad_body_long", "Oversized", "a body over 64 KiB", _segment([long]).to_jsonl()
    )


if __name__ == "__main__":
    main()
