"""The letters of match-only: one spelling each, and nothing else is read."""

import contextlib
import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from intake.crypto.digest import canonical_json
from intake.crypto.escrow import seal
from intake.crypto.oprf import Answer, blind, checked, finalize, joined, read_key
from intake.crypto.ristretto import NEUTRAL, read_scalar, times_base
from intake.errors import IntakeError, Malformed, NotForUs, Oversized, TooNew
from intake.exchange.escrow import messages, taking
from intake.exchange.escrow.messages import (
    Answered,
    Asked,
    EpochSaid,
    Filed,
    FoundSaid,
    KeptSaid,
    Refreshed,
    TotalSaid,
    Withdrawn,
    read,
    to_bytes,
)

VECTORS = json.loads(Path("resources/vectors/escrow/letters.json").read_text())


def scalar(n):
    return read_scalar(n.to_bytes(32, "little"))


POINTS = tuple(bytes(times_base(scalar(n))) for n in range(1, 51))
IDS = tuple(n.to_bytes(16) for n in range(50))
ENTRY = bytes(32) + bytes(scalar(2)) + bytes(scalar(3)) + bytes(540)
CONTACT = {"email": "", "hours": "평일", "name": "김상담", "phone": "010-0000-0001"}
LETTERS = (
    EpochSaid(2026, 1, POINTS[0], POINTS[1], "sig"),
    EpochSaid(2026, 1, POINTS[0], b"", "sig"),
    Asked(IDS[1], 2026, POINTS),
    Answered(IDS[1], 2026, 1, POINTS, bytes(64)),
    Answered(IDS[1], 2026, 1, refused="quota"),
    Filed(2026, tuple((one, ENTRY) for one in IDS)),
    Withdrawn(IDS[:3]),
    KeptSaid(1_790_000_000_000, IDS[:3]),
    KeptSaid(1, ()),
    TotalSaid("2026-11-26", (("IC", 50, 0), ("SE", 100, 50)), "sig"),
    Refreshed(2026, 2, bytes(scalar(9))),
    FoundSaid(IDS[:1], CONTACT),
)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda one: type(one).__name__)
def test_a_letter_is_read_as_it_was_written_and_in_one_spelling(letter):
    data = to_bytes(letter)
    assert read(data) == letter
    for other in (data + b"\n", b" " + data, data.replace(b'"v":1', b'"v":1.0')):
        with pytest.raises(Malformed):
            read(other)
    said = json.loads(data)
    with pytest.raises(TooNew):
        read(canonical_json({**said, "v": 2}))
    for name in said:
        with pytest.raises(Malformed):
            read(canonical_json({key: one for key, one in said.items() if key != name}))
        for odd in (None, {}, -1, True, "?", [None], "A" * 44):
            with contextlib.suppress(IntakeError):  # a signature is any word here
                assert name == "signature" or read(canonical_json({**said, name: odd})) == letter  # fmt: skip


BAD = {
    "neutral": replace(LETTERS[2], elements=(bytes(NEUTRAL), *POINTS[1:])),
    "no point": replace(LETTERS[2], elements=(b"\xff" * 32, *POINTS[1:])),
    "twice in one question": replace(LETTERS[2], elements=(POINTS[1], *POINTS[1:])),
    "not filled up": replace(LETTERS[2], elements=POINTS[1:]),
    "asks nothing": replace(LETTERS[2], elements=()),
    "half refused": replace(LETTERS[3], refused="quota"),
    "another reason": replace(LETTERS[4], refused="because"),
    "short proof": replace(LETTERS[3], proof=bytes(63)),
    "an id twice": replace(LETTERS[5], entries=((IDS[0], ENTRY),) * 50),
    "a short entry": replace(
        LETTERS[5], entries=tuple((one, ENTRY[1:]) for one in IDS)
    ),
    "no share": replace(LETTERS[5], entries=tuple((one, bytes(636)) for one in IDS)),
    "takes nothing back": Withdrawn(()),
    "an id kept twice": KeptSaid(1, (IDS[0], IDS[0])),
    "no day": replace(LETTERS[9], day="2026-13-01"),
    "a center twice": replace(LETTERS[9], counts=(("IC", 1, 0), ("IC", 2, 0))),
    "no change": replace(LETTERS[10], change=bytes(32)),
    "more words": FoundSaid(IDS[:1], {**CONTACT, "case": "x"}),
    "no year": replace(LETTERS[2], epoch=12026),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_no_letter_holds_is_refused(bad):
    with pytest.raises(Malformed):
        read(to_bytes(bad))


def test_no_letter_holds_more_than_a_day_is_for():
    many = (*POINTS, *(bytes(times_base(scalar(n))) for n in range(51, 601)))
    for bad in (
        Asked(IDS[0], 2026, many),
        FoundSaid(IDS[:1], {**CONTACT, "name": "가" * 201}),
        Withdrawn(tuple(n.to_bytes(16) for n in range(5_001))),
    ):
        with pytest.raises(Oversized):
            read(to_bytes(bad))


def test_bytes_have_one_spelling():
    said = json.loads(to_bytes(LETTERS[10]))
    said["change"] = urlsafe_b64encode(LETTERS[10].change).decode()
    with pytest.raises(Malformed):
        read(canonical_json(said))
    said["change"] = said["change"].rstrip("=")[:-1] + "B"  # bits that fall away
    with pytest.raises(Malformed):
        read(canonical_json(said))


@pytest.mark.parametrize("vector", VECTORS["letters"], ids=lambda one: one["name"])
def test_the_letters_kept_for_ever_are_read_as_they_say(vector):
    data = vector["letter"].encode()
    if vector["expected"] == "ok":
        assert type(read(data)).__name__ == vector["is"]
        assert to_bytes(read(data)) == data
    else:
        with pytest.raises(IntakeError) as refused:
            read(data)
        assert type(refused.value).__name__ == vector["expected"]


def test_every_kind_has_its_road():
    assert set(taking._ROADS) == set(messages._NAMES)


class _Someone:
    own = False

    def __init__(self, kind):
        self.kind, self.code, self.name = kind, "X", "X"


class _Holding:
    def __init__(self, letter):
        self.documents = {"data/escrow.json": to_bytes(letter)}


_KINDS = ("center", "central", "escrow")
_WRONG = [
    (letter, sender, here)
    for letter in LETTERS
    for sender in _KINDS
    for here in _KINDS
    if sender not in taking._ROADS[type(letter)][0]
    or here not in taking._ROADS[type(letter)][1]
]


@pytest.mark.parametrize(("letter", "sender", "here"), _WRONG, ids=lambda one: one if isinstance(one, str) else type(one).__name__)  # fmt: skip
def test_a_letter_that_may_not_come_from_there_is_for_nobody(letter, sender, here, monkeypatch):  # fmt: skip
    monkeypatch.setattr(taking, "kind_here", lambda _: here)
    with pytest.raises(NotForUs):
        taking.take(None, _Someone(sender), _Holding(letter))


def test_one_filing_with_fixed_keys_comes_out_as_it_is_written():
    told = VECTORS["filing"]
    parts = [read_key(bytes.fromhex(one)) for one in told["parts"]]
    assert [one.public.hex() for one in parts] == told["publics"]
    tokens = []
    for step in told["steps"]:
        asked = step["input"].encode()
        blinded = blind(asked, blinding=bytes.fromhex(step["blind"]))
        assert blinded.element.hex() == step["element"]
        answers = [part.answer([blinded.element]) for part in parts]
        assert [one.elements[0].hex() for one in answers] == [one["element"] for one in step["answers"]]  # fmt: skip
        for part, one in zip(parts, step["answers"], strict=True):
            kept = Answer((bytes.fromhex(one["element"]),), bytes.fromhex(one["proof"]))
            checked(part.public, [blinded.element], kept)
        whole = joined([one.elements for one in answers])[0]
        tokens.append(finalize(asked, blinded, whole))
        assert (whole.hex(), tokens[-1].hex()) == (step["joined"], step["token"])
    entry = seal(*tokens, told["entry_opens_to"].encode())
    found = (entry.tag.hex(), entry.share.at.hex(), entry.share.height.hex())
    assert found == (told["tag"], told["x"], told["y"])
