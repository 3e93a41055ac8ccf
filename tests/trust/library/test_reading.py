"""What a stick may and may not do to what is known from the library."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Metadata

from intake.crypto import SigningKey
from intake.errors import (
    Altered,
    BadSignature,
    Cut,
    IntakeError,
    Malformed,
    Oversized,
    Untrusted,
)
from intake.trust import library as lib
from intake.trust.library.keys import OfOurs
from tests.trust.library.shelves import DAY, NOW, Desk, Stick, look, number

CARD = "roster/c1.card"


def changed(data: bytes, change) -> bytes:
    told = json.loads(data)
    change(told)
    return json.dumps(told).encode()


def signed_as(desk: Desk, role: str, data: bytes) -> bytes:
    """Sign a body anew with a working key that was stolen."""
    metadata = Metadata.from_bytes(data)
    metadata.sign(OfOurs(getattr(desk.working, role)))
    return metadata.to_bytes()


def test_a_first_look_learns_everything_and_a_second_nothing():
    desk = Desk().publish(CARD, b"one").publish("codes/lists.json", b"{}")
    said, kept = look(desk.stick(), desk.bootstrap)
    assert said == "new"
    assert [(one.path, one.version) for one in lib.listed(kept)] == [("codes/lists.json", 1), (CARD, 1)]  # fmt: skip
    assert look(desk.stick(), kept) == ("same", kept)


def test_a_target_comes_as_it_was_published():
    desk = Desk().publish(CARD, b"one").publish(CARD, b"two")
    stick = desk.stick()
    _, kept = look(stick, desk.bootstrap)
    (card,) = lib.listed(kept)
    assert (card.kind, card.name, card.version) == ("roster", "c1.card", 2)
    assert lib.fetched(stick, card) == b"two"


def test_an_older_stick_after_a_newer_one_is_nothing_new():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    newer = desk.publish(CARD, b"two").stick()
    _, kept = look(newer, desk.bootstrap)
    assert look(older, kept) == ("older", kept)


def test_an_older_stick_is_an_older_one_after_the_keys_changed_too():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    _, kept = look(desk.rotate().publish(CARD, b"two").stick(), desk.bootstrap)
    assert look(older, kept) == ("older", kept)


def test_an_empty_stick_has_no_library():
    desk = Desk()
    assert look(Stick(), desk.bootstrap) == ("none", desk.bootstrap)


def test_a_fresh_laptop_with_the_first_root_follows_two_rotations():
    desk = Desk().publish(CARD, b"one")
    fresh = [SigningKey.generate() for _ in range(3)]
    stick = desk.rotate(roots=fresh).publish(CARD, b"two").rotate().stick()
    said, kept = look(stick, desk.bootstrap)
    assert said == "new"
    assert lib.versions(kept)["root"] == 3
    assert lib.fetched(stick, lib.listed(kept)[0]) == b"two"


def test_a_stick_without_one_root_in_between_leads_nowhere():
    desk = Desk()
    desk.rotate().rotate()
    stick = desk.stick()
    del stick.files["metadata/2.root.json"]
    with pytest.raises(BadSignature):
        look(stick, desk.bootstrap)


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_role_signed_by_a_stranger_is_refused(role):
    desk, stranger = Desk().publish(CARD, b"one"), Desk().publish(CARD, b"bad")
    stick = desk.stick()
    name = next(one for one in stick.files if f"{role}.json" in one)
    stick.files[name] = stranger.stick().files[name]
    with pytest.raises(Untrusted):
        look(stick, desk.bootstrap)


def test_a_whole_library_of_a_stranger_is_refused():
    desk, stranger = Desk(), Desk().publish(CARD, b"bad")
    with pytest.raises(BadSignature):
        look(stranger.stick(), desk.bootstrap)


def test_one_root_key_alone_changes_nothing():
    desk = Desk().publish(CARD, b"one")
    thief = Desk(roots=[desk.roots[0], SigningKey.generate(), SigningKey.generate()])
    stick = thief.rotate().stick()
    _, kept = look(desk.stick(), desk.bootstrap)
    with pytest.raises(BadSignature):
        look(stick, kept)


def test_one_root_key_twice_is_still_one():
    desk = Desk()
    stick = desk.rotate().stick()

    def doubled(told):
        told["signatures"] = [told["signatures"][0]] * 2

    name = "metadata/2.root.json"
    stick.files[name] = changed(stick.files[name], doubled)
    with pytest.raises(Untrusted):
        look(stick, desk.bootstrap)


def test_a_root_of_a_later_version_does_not_jump():
    desk = Desk()
    stick = desk.rotate().rotate().stick()
    stick.files["metadata/2.root.json"] = stick.files["metadata/3.root.json"]
    with pytest.raises(Untrusted):
        look(stick, desk.bootstrap)


def test_parts_of_two_editions_do_not_mix():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    newer = desk.publish(CARD, b"two").stick()
    for role in ("snapshot", "targets"):
        stick = newer.copy()
        now, before = (next(one for one in each.files if f"{role}.json" in one) for each in (newer, older))  # fmt: skip
        stick.files[now] = older.files[before]
        with pytest.raises(Altered):
            look(stick, desk.bootstrap)


def test_a_thief_of_the_timestamp_key_cannot_lead_back_to_an_older_snapshot():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    _, kept = look(desk.publish(CARD, b"two").stick(), desk.bootstrap)
    raised = changed(older.files["metadata/timestamp.json"], lambda told: told["signed"].update(version=99))  # fmt: skip
    older.files["metadata/timestamp.json"] = signed_as(desk, "timestamp", raised)
    assert look(older, kept) == ("older", kept)


def test_a_thief_of_two_keys_cannot_lead_back_to_older_targets():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    _, kept = look(desk.publish(CARD, b"two").stick(), desk.bootstrap)
    snapshot = changed(desk.library.kept.snapshot, lambda told: told["signed"].update(version=9, meta={"targets.json": {"version": 2}}))  # fmt: skip
    timestamp = changed(desk.library.kept.timestamp, lambda told: told["signed"].update(version=9, meta={"snapshot.json": {"version": 9}}))  # fmt: skip
    older.files["metadata/9.snapshot.json"] = signed_as(desk, "snapshot", snapshot)
    older.files["metadata/timestamp.json"] = signed_as(desk, "timestamp", timestamp)
    reading = lib.Reading(older, kept, NOW)
    with pytest.raises(Malformed):
        reading.refresh()
    assert reading.kept.targets == kept.targets


def test_versions_thrown_forward_by_a_thief_are_recovered_from_by_changing_keys():
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    far = changed(desk.library.kept.timestamp, lambda told: told["signed"].update(version=999_999))  # fmt: skip
    stick.files["metadata/timestamp.json"] = signed_as(desk, "timestamp", far)
    _, thrown = look(stick, desk.bootstrap)
    assert lib.versions(thrown)["timestamp"] == 999_999
    assert look(desk.publish(CARD, b"two").stick(), thrown)[0] == "older"
    said, kept = look(desk.rotate().stick(), thrown)
    assert said == "new"
    assert lib.versions(kept)["timestamp"] < 999_999


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda data: data[:-1], Cut),
        (lambda data: data[:-1] + b"!", Altered),
        (lambda data: data + b"!" * 1_000_000, Oversized),
        (lambda data: b"", Cut),
    ],
)
def test_a_target_of_other_bytes_is_refused(change, error):
    desk = Desk().publish(CARD, b"a card of a center")
    stick = desk.stick()
    _, kept = look(stick, desk.bootstrap)
    (card,) = lib.listed(kept)
    stick.files[card.paper] = change(stick.files[card.paper])
    with pytest.raises(error):
        lib.fetched(stick, card)


@pytest.mark.parametrize("name", ["2.root", "timestamp", "2.snapshot", "2.targets"])
def test_a_file_without_end_is_read_to_its_bound_only(name):
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    name = f"metadata/{name}.json"
    stick.files[name] = stick.files.get(name, b"") + b" " * 6_000_000
    with pytest.raises(Oversized):
        look(stick, desk.bootstrap)


@pytest.mark.parametrize("days", [181, 281, 4000, 400_000])
def test_a_library_past_its_end_is_told_and_nothing_is_lost(days):
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    _, kept = look(stick, desk.bootstrap)
    assert look(stick, kept, NOW + days * DAY) == ("expired", kept)
    assert lib.listed(kept)
    assert look(stick, kept, NOW)[0] == "same"


def test_a_clock_a_hundred_days_ahead_reads_on():
    desk = Desk().publish(CARD, b"one")
    assert look(desk.stick(), desk.bootstrap, NOW + 100 * DAY)[0] == "new"


@pytest.mark.parametrize("at", [-(10**15), 0, 10**18])
def test_a_clock_of_another_age_is_no_fault(at):
    desk = Desk().publish(CARD, b"one")
    assert look(desk.stick(), desk.bootstrap, at)[0] in {"new", "expired"}


def test_an_expired_newer_stick_bars_the_older_one_behind_it():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    newer = desk.publish(CARD, b"two").stick()
    said, kept = look(newer, desk.bootstrap, NOW + 200 * DAY)
    assert said == "expired"
    assert look(older, kept, NOW)[0] == "older"
    assert look(newer, kept, NOW)[0] == "new"


def test_a_stick_pulled_on_the_way_leaves_what_was_known_and_bars_what_is_older():
    desk = Desk().publish(CARD, b"one")
    older = desk.stick()
    _, kept = look(older, desk.bootstrap)
    newer = desk.publish(CARD, b"two").stick()
    cut = newer.copy()
    del cut.files[next(one for one in cut.files if one.endswith("targets.json"))]
    reading = lib.Reading(cut, kept, NOW)
    with pytest.raises(Cut):
        reading.refresh()
    assert lib.listed(reading.kept)[0].version == 1
    assert look(older, reading.kept)[0] == "older"
    assert lib.listed(look(newer, reading.kept)[1])[0].version == 2


@given(st.lists(st.integers(0, 5), max_size=8), st.integers(0, 4))
@settings(max_examples=30, deadline=None)
def test_no_version_goes_back_whatever_the_order_of_sticks(order, start):
    sticks = STICKS
    kept, before = BOOTSTRAP, dict.fromkeys(("root", "timestamp", "targets"), 0)
    for which in [start, *order]:
        said, kept = look(sticks[which], kept)
        now = lib.versions(kept)
        assert all(now[role] >= before[role] for role in before)
        assert said in {"new", "same", "older"}
        before = {role: now[role] for role in before}
    assert number(kept) >= max(NUMBERS[one] for one in [start, *order])


def _history():
    desk = Desk().publish(CARD, b"0")
    sticks = [desk.stick()]
    sticks.append(desk.publish(CARD, b"1").stick())
    sticks.append(desk.rotate().publish(CARD, b"2").stick())
    sticks.append(desk.publish("codes/a.json", b"{}").stick())
    fresh = [SigningKey.generate() for _ in range(3)]
    sticks.append(desk.rotate(roots=fresh).stick())
    sticks.append(desk.publish(CARD, b"3").stick())
    return desk.bootstrap, sticks


BOOTSTRAP, STICKS = _history()
NUMBERS = [number(look(stick, BOOTSTRAP)[1]) for stick in STICKS]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_bytes_of_a_stranger_come_out_as_one_of_our_errors_or_change_nothing(data):
    stick = STICKS[3].copy()
    name = data.draw(st.sampled_from(sorted(stick.files)))
    whole = bytearray(stick.files[name])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))  # fmt: skip
    stick.files[name] = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    reading = lib.Reading(stick, BOOTSTRAP, NOW)
    try:
        reading.refresh()
    except IntakeError:
        return
    for one in lib.listed(reading.kept):
        try:
            assert lib.fetched(stick, one) in {b"2", b"{}"}
        except Untrusted:
            continue


@pytest.mark.parametrize("junk", [b"", b"{", b"[" * 100_000, b"null", b'{"signed":{}}', b"\xff"])  # fmt: skip
@pytest.mark.parametrize("name", ["timestamp", "2.root", "2.snapshot", "2.targets"])
def test_foreign_files_under_our_names_are_refused(name, junk):
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    stick.files[f"metadata/{name}.json"] = junk
    reading = lib.Reading(stick, desk.bootstrap, NOW)
    with pytest.raises(Untrusted):
        reading.refresh()
    assert not lib.listed(reading.kept)


def test_a_root_that_is_none_is_no_beginning():
    for junk in (b"", b"{}", Desk().library.kept.timestamp):
        with pytest.raises(Untrusted):
            lib.Reading(Stick(), lib.Kept(junk), NOW)
