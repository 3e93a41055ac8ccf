"""Sealed until another files the same: two people open it, one never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.escrow import PAYLOAD, opened, read_entry, seal, tag_of
from intake.crypto.ristretto import random_scalar
from intake.crypto.shamir import Share, secret_of, share_of
from intake.errors import InvalidInput, Malformed, Oversized

tokens = st.binary(min_size=64, max_size=64)
CONTACT = b"02-000-0000"


@settings(max_examples=25, deadline=None)
@given(token=tokens, people=st.lists(tokens, min_size=2, max_size=5, unique=True), least=st.integers(2, 4))  # fmt: skip
def test_so_many_people_open_every_box_and_fewer_open_none(token, people, least):
    entries = [seal(token, one, one[:8], least) for one in people]
    assert opened(entries[: least - 1], least) == {}
    told = opened(entries, least)
    assert list(told.values()) == ([one[:8] for one in people] if len(people) >= least else [])  # fmt: skip


@given(token=tokens, person=tokens)
@settings(max_examples=25, deadline=None)
def test_the_same_person_twice_opens_nothing(token, person):
    entries = [seal(token, person, CONTACT), seal(token, person, b"another contact")]
    assert opened(entries) == {}
    other = seal(token, bytes(one ^ 1 for one in person), b"third")
    assert len(opened([*entries, other])) == 3


def test_another_value_has_another_tag_and_opens_nothing():
    one, other = seal(b"1" * 64, b"a" * 64, CONTACT), seal(b"2" * 64, b"b" * 64, CONTACT)  # fmt: skip
    assert one.tag != other.tag
    assert opened([one, other]) == {}
    assert tag_of(b"1" * 64, 2) != tag_of(b"1" * 64, 3)


def test_an_entry_that_was_filed_falsely_opens_nothing_and_hinders_nobody():
    token = b"t" * 64
    good = [seal(token, bytes([one]) * 64, CONTACT) for one in (1, 2)]
    stranger = seal(b"u" * 64, b"\x03" * 64, b"nothing")
    false = type(stranger)(good[0].tag, stranger.share, stranger.box)
    assert set(opened([false, *good])) == set(good)


def test_entries_are_of_one_length_and_read_back():
    short, long = seal(b"t" * 64, b"a" * 64, b""), seal(b"t" * 64, b"b" * 64, bytes(PAYLOAD - 2))  # fmt: skip
    assert len(bytes(short)) == len(bytes(long)) == 636
    assert read_entry(bytes(long)) == long
    for wrong in (b"", bytes(short)[:-1], bytes(636)):
        with pytest.raises(Malformed):
            read_entry(wrong)


def test_a_box_that_was_changed_or_moved_opens_nothing():
    token = b"t" * 64
    one, other = (seal(token, bytes([at]) * 64, CONTACT) for at in (1, 2))
    raw = bytearray(bytes(one))
    raw[-1] ^= 1
    assert set(opened([read_entry(bytes(raw)), other])) == {other}
    moved = type(one)(one.tag, one.share, other.box)
    assert set(opened([moved, other])) == {other}


def test_what_does_not_fit_is_refused_before_anything_is_made():
    with pytest.raises(Oversized):
        seal(b"t" * 64, b"a" * 64, bytes(PAYLOAD))
    for least in (1, 6):
        with pytest.raises(InvalidInput):
            seal(b"t" * 64, b"a" * 64, CONTACT, least)


@given(st.integers(1, 5))
@settings(max_examples=10, deadline=None)
def test_any_so_many_shares_give_the_secret(least):
    curve = [random_scalar() for _ in range(least)]
    shares = [share_of(curve, random_scalar()) for _ in range(least + 2)]
    assert secret_of(shares[:least]) == secret_of(shares[-least:]) == curve[0]
    if least > 1:
        assert secret_of(shares[: least - 1]) != curve[0]


def test_one_place_twice_and_place_zero_are_refused():
    share = share_of([random_scalar(), random_scalar()], random_scalar())
    with pytest.raises(InvalidInput):
        secret_of([share, share])
    with pytest.raises(InvalidInput):
        share_of([random_scalar()], type(share.at)(bytes(32)))
    assert share == Share(share.at, share.height)


def test_one_person_is_at_two_places_about_two_identifiers():
    one, other = (seal(token, b"p" * 64, CONTACT) for token in (b"1" * 64, b"2" * 64))
    assert one.share.at != other.share.at


@pytest.mark.parametrize("bad", [b"", b"p" * 63, b"p" * 65])
def test_what_is_no_token_seals_nothing(bad):
    for token, person in ((bad, b"p" * 64), (b"t" * 64, bad)):
        with pytest.raises(Malformed):
            seal(token, person, CONTACT)
