"""The guideline that comes along is whole; a hostile edition is refused in words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto import SigningKey, canonical_json, sign
from intake.documents.guideline import KINDS, guideline, guideline_of, read_guideline
from intake.documents.guideline_pack import MAX_FILE, make_pack, read_pack
from intake.errors import GuidelineRefused, TooNew

KEY = SigningKey.from_seed(b"\7" * 32)


def hand(namespace, message):
    return sign(namespace, message, KEY)


def told():
    return json.loads(json.dumps(guideline().said()))


def test_the_guideline_holds_every_crime_and_kind_of_factor():
    known = guideline()
    assert [one.id for one in known.crimes] == ["csam", "camera", "deepfake", "threat", "telecom"]  # fmt: skip
    assert {one.kind for one in known.factors} == set(KINDS)
    assert [one.mark for one in known.factors if one.always] == ["③", "①", "②", "④", "⑤"]  # fmt: skip
    assert sum(len(one.types) for one in known.crimes) == 15


@pytest.mark.parametrize(
    ("crime", "aggravating", "mitigating"),
    [("csam", 12, 10), ("camera", 10, 12), ("deepfake", 10, 12), ("threat", 10, 10), ("telecom", 7, 10)],
)  # fmt: skip
def test_each_crime_has_as_many_factors_as_the_transcription(crime, aggravating, mitigating):  # fmt: skip
    mine = [one for one in guideline().factors if crime in {c.partition("/")[0] for c in one.crimes}]  # fmt: skip
    count = [sum(one.kind.endswith(end) for one in mine) for end in ("aggravating", "mitigating")]  # fmt: skip
    assert count == [aggravating, mitigating]


def test_a_factor_says_for_which_crimes_it_is():
    known = guideline()
    by_id = {one.id: one for one in known.factors}
    assert known.only_for(by_id["REPEATED"], "ko") == ()
    assert known.only_for(by_id["DUTY"], "ko") == ("아동·청소년성착취물",)
    assert len(known.only_for(by_id["METHOD"], "en")) == 3


def test_nobody_signed_the_shipped_edition_off_yet():
    known = guideline()
    assert not known.verified
    assert known.checked_by("김변호", "2026-11-01").verified
    with pytest.raises(GuidelineRefused):
        known.checked_by("", "2026-11-01")
    with pytest.raises(GuidelineRefused):
        known.checked_by("김변호", "어제")


def test_an_edition_written_and_read_again_is_the_same():
    assert guideline_of(told()) == guideline()
    pack = make_pack(guideline(), 7, hand)
    assert read_pack(pack.data) == pack


CHANGES = {
    "a key more": lambda said: said | {"prediction": 84},
    "a key less": lambda said: {k: v for k, v in said.items() if k != "source"},
    "a day that is none": lambda said: said | {"edition": "2023-02-30"},
    "a name with an unseen letter": lambda said: said | {"standard": "양형\u202e기준"},
    "a name without end": lambda said: said | {"standard": "가" * 10_000},
    "no factors": lambda said: said | {"factors": []},
    "factors without end": lambda said: said | {"factors": said["factors"] * 50},
    "a factor twice": lambda said: said | {"factors": said["factors"] + said["factors"][:1]},
    "a crime that is not there": lambda said: said | {"factors": [said["factors"][0] | {"crimes": ["murder"]}]},
    "a type that is not there": lambda said: said | {"factors": [said["factors"][0] | {"crimes": ["csam/9"]}]},
    "a fact that is a path": lambda said: said | {"factors": [said["factors"][0] | {"facts": ["../rooms"]}]},
    "a fact that is a private name": lambda said: said | {"factors": [said["factors"][0] | {"facts": ["__init__"]}]},
    "a kind nobody knows": lambda said: said | {"factors": [said["factors"][0] | {"kind": "satisfied"}]},
    "always that is a word": lambda said: said | {"factors": [said["factors"][0] | {"always": "yes"}]},
    "probation by a stranger": lambda said: said | {"probation": {"main_negative": ["NOBODY"]}},
    "verified by nobody": lambda said: said | {"verified": {"by": " ", "on": "2026-01-01"}},
    "verified that is true": lambda said: said | {"verified": True},
    "a list": lambda said: [said],
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_an_edition_that_is_none_is_refused(what):
    said = CHANGES[what](told())
    with pytest.raises(GuidelineRefused) as refused:
        read_guideline(json.dumps(said).encode())
    assert refused.value.facts == {"why": "format"}


def line(said, *, spelled=None):
    message = (spelled or canonical_json(said)) + b"\n"
    return message + hand("intake-guideline@v1", message).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[" * 100_000 + b"\n",
        b'{"v":' + b"9" * 5_000 + b"}\n",
        b'{"v":1,"v":1}\n',
        b"\xff\xfe\n",
        b'{"v": 1}\n',
        line({"v": True, "kind": "guideline", "made": 1, "guideline": {}}),
        line({"v": 1, "kind": "guideline", "made": -1, "guideline": told()}),
        line({"v": 1, "kind": "center", "made": 1, "guideline": told()}),
        line({}, spelled=json.dumps(told()).encode()),
        b"x" * (MAX_FILE + 1),
    ],
)
def test_a_file_that_is_no_pack_is_refused(data):
    with pytest.raises(GuidelineRefused):
        read_pack(data)


def test_a_pack_of_a_later_version_waits_for_a_later_program():
    with pytest.raises(TooNew):
        read_pack(line({"v": 2}))


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=3))
def test_a_changed_byte_is_refused_or_changes_the_message(place, put):
    pack = make_pack(guideline(), 7, hand)
    at = place % len(pack.data)
    data = pack.data[:at] + put + pack.data[at + len(put) :]
    try:
        read = read_pack(data)
    except (GuidelineRefused, TooNew):
        return
    assert (read.message, read.signature) != (pack.message, pack.signature) or data == pack.data  # fmt: skip
