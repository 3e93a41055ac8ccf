"""The cases of the TUF conformance suite that apply to a reader of our library, each by its name.

github.com/theupdateframework/tuf-conformance, as of 17 August 2026. A case there starts a client as
a program and a server; here the reader reads a stick and time is what it is told. "Refused" there is
here an error of ours or one of the states ``older``, ``expired``, ``none``.

**Applied otherwise**, because the library's rule is another one, on purpose:

* ``timestamp_expired``: nothing below an expired timestamp is looked at, but the timestamp itself is
  kept: what is proven bars whatever is older (specification 5.4.3 before 5.4.4).
* ``basic_refresh_requests``: ``1.root`` is not asked for; it is in the build.
* ``implicit_refresh``, ``artifact_cache``: looking and fetching are two verbs, and nothing is cached.
* ``targets_role_removal``: of ``targets.json`` itself, for there are no other roles.
* ``download_with_hash_algorithms``: SHA-256 is wanted, beside whatever else; without it, it is nothing.

**Not applied**:

* ``test_updater_delegation_graphs`` (all) and ``test_quoting_issues``: the library has no delegated
  roles; a delegation in its targets is not followed (tested here).
* ``keytype_and_scheme`` for RSA and ECDSA: every key of the library is Ed25519. Its third case is.
* ``test_static_repositories``: what other publishers' programs wrote, with delegations and keys as above.
* ``test_repository_simulator``: of the suite's own server.
* ``snapshot_404`` … as HTTP answers: a paper that is not there is ``None``.
"""

import json
from hashlib import sha256, sha512

import pytest
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    TargetFile,
)

from intake.crypto import SigningKey
from intake.trust import library as lib
from intake.trust.library.keys import public_of
from tests.trust.library.publisher import (
    DAYS,
    ROLES,
    Publisher,
    Reader,
    moment,
    of_another_name,
)
from tests.trust.library.shelves import NOW


@pytest.fixture
def publisher():
    return Publisher()


@pytest.fixture
def reader(publisher):
    return Reader(publisher)


# --- test_basic ---------------------------------------------------------------------------------


def test_basic_refresh_requests(reader):
    assert reader.refresh()
    assert reader.asked == ["2.root", "timestamp", "1.snapshot", "1.targets"]


def test_basic_refresh_trusted_data(publisher, reader):
    assert reader.refresh()
    for role in ROLES:
        assert getattr(reader.kept, role) == publisher.data(role)


def test_implicit_refresh(reader):
    assert reader.download("roster/nobody") is None
    assert reader.versions == (1, 1, 1, 1)


def test_invalid_initial_root(publisher):
    told = json.loads(publisher.first_root)
    del told["signed"]["version"]
    reader = Reader(publisher, lib.Kept(json.dumps(told).encode()))
    assert not reader.refresh()
    assert reader.asked == []


def test_unsigned_initial_root(publisher):
    told = json.loads(publisher.first_root)
    told["signatures"][0]["sig"] = "30" * 64
    reader = Reader(publisher, lib.Kept(json.dumps(told).encode()))
    assert not reader.refresh()
    assert reader.asked == []


@pytest.mark.parametrize(
    ("role", "kept"),
    [("root", (1, 0, 0, 0)), ("timestamp", (2, 0, 0, 0)), ("snapshot", (2, 2, 0, 0)), ("targets", (2, 2, 2, 0))],
)  # fmt: skip
def test_unsigned_metadata(role, kept, publisher, reader):
    publisher.keys[role].pop()
    publisher.publish(*ROLES)
    assert not reader.refresh()
    assert reader.versions == kept


@pytest.mark.parametrize(
    ("role", "kept"),
    [("root", (1, 0, 0, 0)), ("snapshot", (2, 2, 0, 0)), ("targets", (2, 2, 2, 0))],
)
def test_url_and_metadata_version_mismatch(role, kept, publisher, reader):
    publisher.publish(*(one for one in ROLES if one not in {role, "snapshot", "timestamp"}))  # fmt: skip
    body = getattr(publisher, role)
    body.version = 3
    publisher.lay(role, publisher.signed(role), 2)
    publisher.publish(*(one for one in ("snapshot", "timestamp") if one != role))
    assert not reader.refresh()
    assert reader.versions == kept


def test_timestamp_content_changes(publisher, reader):
    assert reader.refresh()
    publisher.timestamp.snapshot_meta = MetaFile(100)
    publisher.lay("timestamp", publisher.signed("timestamp"), 1)
    assert reader.refresh()
    assert reader.asked[-1] == "timestamp"
    assert Metadata.from_bytes(reader.kept.timestamp).signed.snapshot_meta.version == 1


def test_basic_metadata_hash_support():
    reader = Reader(Publisher(hashes=True))
    assert reader.refresh()


def test_targets_hash_mismatch():
    publisher = Publisher(hashes=True)
    reader = Reader(publisher)
    assert reader.refresh()
    publisher.publish("targets")
    publisher.snapshot.meta["targets.json"].hashes["sha256"] = "0" * 64
    publisher.publish("snapshot", "timestamp")
    assert not reader.refresh()
    assert reader.versions == (1, 2, 2, 1)


def test_snapshot_hash_mismatch():
    publisher = Publisher(hashes=True)
    reader = Reader(publisher)
    assert reader.refresh()
    publisher.publish("snapshot")
    publisher.timestamp.snapshot_meta.hashes["sha256"] = "0" * 64
    publisher.publish("timestamp")
    assert not reader.refresh()
    assert reader.versions == (1, 2, 1, 1)


def test_metadata_bytes_match(publisher, reader):
    data = publisher.data("timestamp") + b" "
    publisher.stick.files["metadata/timestamp.json"] = data
    assert reader.refresh()
    assert reader.kept.timestamp == data


def test_custom_fields(publisher, reader):
    key = SigningKey.generate()
    publisher.root.unrecognized_fields["custom-field"] = "value"
    publisher.root.add_key(of_another_name(public_of(key.public), extra={"a": 1}), "targets")  # fmt: skip
    publisher.root.roles["root"].unrecognized_fields["another-field"] = "value"
    publisher.publish("root")
    assert reader.refresh()
    assert reader.versions == (2, 1, 1, 1)


def test_deprecated_keyid_hash_algorithms(publisher, reader):
    (key,) = publisher.keys["snapshot"]
    name = publisher.root.roles["snapshot"].keyids[0]
    publisher.root.revoke_key(name, "snapshot")
    told = of_another_name(public_of(key.public), keyid_hash_algorithms="md5")
    publisher.root.add_key(told, "snapshot")
    publisher.publish(*ROLES)
    publisher.respell("snapshot", lambda md: md["signatures"][0].update(keyid=told.keyid))  # fmt: skip
    assert reader.refresh()
    assert reader.versions == (2, 2, 2, 2)


@pytest.mark.parametrize(
    ("role", "kept"), [("snapshot", (1, 2, 1, 1)), ("targets", (1, 2, 2, 1))]
)
def test_snapshot_404_and_targets_404(role, kept, publisher, reader):
    assert reader.refresh()
    publisher.publish("targets", "snapshot", "timestamp")
    del publisher.stick.files[f"metadata/2.{role}.json"]
    assert not reader.refresh()
    assert reader.asked[-1] == f"2.{role}"
    assert reader.versions == kept


def test_timestamp_404(publisher, reader):
    del publisher.stick.files["metadata/timestamp.json"]
    assert not reader.refresh()
    assert (reader.said, reader.asked[-1]) == ("none", "timestamp")


def test_incorrect_metadata_type(publisher, reader):
    publisher.add_key("snapshot", publisher.keys["timestamp"][0])
    publisher.snapshot.meta = {"snapshot.json": MetaFile(1)}
    publisher.publish("root")
    publisher.snapshot.version = 2
    publisher.lay("timestamp", publisher.signed("snapshot"), 2)
    assert not reader.refresh()
    assert reader.versions == (2, 0, 0, 0)


# --- test_expiration ------------------------------------------------------------------------------


def test_faketime_and_root_expired(publisher, reader):
    publisher.root.expires = moment(NOW + 7 * DAYS)
    publisher.publish("root")
    assert reader.refresh()
    publisher.publish(*ROLES)
    assert not reader.refresh(NOW + 8 * DAYS)
    assert (reader.said, reader.versions) == ("expired", (3, 1, 1, 1))


@pytest.mark.parametrize(
    ("role", "kept"),
    [("timestamp", (1, 2, 1, 1)), ("snapshot", (1, 2, 1, 1)), ("targets", (1, 2, 2, 1))],
)  # fmt: skip
def test_timestamp_snapshot_and_targets_expired(role, kept, publisher, reader):
    assert reader.refresh()
    getattr(publisher, role).expires = moment(NOW - 5 * DAYS)
    publisher.publish("targets", "snapshot", "timestamp")
    assert not reader.refresh()
    assert (reader.said, reader.versions) == ("expired", kept)


def test_expired_local_root(publisher, reader):
    publisher.root.expires = moment(NOW + 7 * DAYS)
    publisher.publish("root")
    assert reader.refresh()
    publisher.root.expires = moment(NOW + 21 * DAYS)
    publisher.publish("root")
    assert reader.refresh(NOW + 18 * DAYS)
    assert reader.versions[0] == 3


def test_expired_local_timestamp(publisher, reader):
    publisher.timestamp.expires = moment(NOW + 7 * DAYS)
    publisher.publish("timestamp")
    assert reader.refresh()
    publisher.timestamp.expires = moment(NOW + 21 * DAYS)
    publisher.publish("targets", "snapshot", "timestamp")
    assert reader.refresh(NOW + 18 * DAYS)
    assert reader.versions == (1, 3, 2, 2)


# --- test_file_download ---------------------------------------------------------------------------

CARD = "roster/c1.card"


def test_client_downloads_expected_file_in_sub_dir(publisher, reader):
    publisher.add_target(CARD, b"a card")
    publisher.publish("targets", "snapshot", "timestamp")
    assert reader.refresh()
    assert not [one for one in reader.asked if "targets/" in one]
    assert reader.download(CARD) == b"a card"


def test_repository_substitutes_target_file(publisher, reader):
    other = "roster/c2.card"
    publisher.add_target(CARD, b"a card")
    publisher.add_target(other, b"content")
    publisher.publish("targets", "snapshot", "timestamp")
    assert reader.download(CARD) == b"a card"
    for name in [one for one in publisher.stick.files if one.startswith("targets/")]:
        publisher.stick.files[name] = b"malice"
    assert reader.download(CARD) is None
    assert reader.download(other) is None


def test_multiple_changes_to_target(publisher, reader):
    for turn in range(5):
        publisher.add_target(CARD, b"number %d" % turn)
        publisher.add_target(f"roster/n{turn}.card", b"new %d" % turn)
        publisher.publish("targets", "snapshot", "timestamp")
        assert reader.download(CARD) == b"number %d" % turn
        assert reader.download(f"roster/n{turn}.card") == b"new %d" % turn
        name = f"targets/roster/{sha256(b'number %d' % turn).hexdigest()}.c1.card"
        publisher.stick.files[name] = b"number %d" % (turn + 1)
        publisher.publish("targets", "snapshot", "timestamp")
        assert reader.download(CARD) is None


@pytest.mark.parametrize(
    ("hashes", "there"),
    [({"sha256": sha256}, True), ({"sha256": sha256, "sha512": sha512}, True), ({"sha512": sha512}, False), ({"sha999": sha256}, False)],
)  # fmt: skip
def test_download_with_hash_algorithms_known_and_unknown(hashes, there, publisher, reader):  # fmt: skip
    publisher.add_target(CARD, b"a card")
    told = {name: kind(b"a card").hexdigest() for name, kind in hashes.items()}
    custom = {"custom": {"version": 1, "made": NOW}}
    publisher.targets.targets[CARD] = TargetFile(6, told, CARD, custom)
    publisher.publish("targets", "snapshot", "timestamp")
    assert (reader.download(CARD) == b"a card") == there


# --- test_keys ------------------------------------------------------------------------------------


def test_snapshot_does_not_meet_threshold(publisher, reader):
    publisher.root.roles["snapshot"].threshold = 3
    for _ in range(2):
        publisher.add_key("snapshot")
    publisher.publish(*ROLES)
    assert reader.refresh()
    publisher.keys["snapshot"].pop()
    publisher.publish("targets", "snapshot", "timestamp")
    assert not reader.refresh()
    assert reader.versions == (2, 3, 2, 2)


def test_snapshot_has_too_few_keys(publisher, reader):
    for _ in range(4):
        publisher.add_key("snapshot")
    publisher.root.roles["snapshot"].threshold = 6
    publisher.publish("root", "snapshot", "timestamp")
    assert not reader.refresh()
    assert reader.versions == (2, 2, 0, 0)


def test_duplicate_keys(publisher, reader):
    key = publisher.add_key("snapshot")
    publisher.root.roles["snapshot"].threshold = 6
    publisher.publish("root", "snapshot", "timestamp")
    name = public_of(key.public).keyid

    def nine(md):
        (one,) = (one for one in md["signatures"] if one["keyid"] == name)
        md["signatures"] += [one] * 8

    publisher.respell("snapshot", nine)
    assert not reader.refresh()
    assert reader.versions[2] == 0


def test_duplicate_sig_keyids(publisher, reader):
    publisher.respell("snapshot", lambda md: md.update(signatures=md["signatures"] * 2))
    assert not reader.refresh()
    assert reader.versions[2] == 0


def test_keytype_and_scheme(publisher, reader):
    """Of Ed25519, the only one there is."""
    key = publisher.add_key("root")
    publisher.root.roles["root"].threshold = 2
    publisher.publish("root")
    assert reader.refresh()
    publisher.publish("root")
    name = public_of(key.public).keyid

    def wrong(md):
        (one,) = (one for one in md["signatures"] if one["keyid"] == name)
        one["sig"] = "b6" * 64

    publisher.respell("root", wrong)
    assert not reader.refresh()
    assert reader.versions[0] == 2


@pytest.mark.parametrize("spoiled", ["ab" * 64, ""])
def test_invalid_sig_in_valid_metadata(spoiled, publisher, reader):
    publisher.add_key("timestamp")
    publisher.publish("root", "timestamp")
    publisher.respell("timestamp", lambda md: md["signatures"][0].update(sig=spoiled))
    assert reader.refresh()
    assert reader.versions[:2] == (2, 2)


# --- test_rollback --------------------------------------------------------------------------------


def test_new_timestamp_version_rollback(publisher, reader):
    publisher.publish("timestamp")
    assert reader.refresh()
    publisher.begin_again("timestamp")
    publisher.publish("timestamp")
    assert not reader.refresh()
    assert (reader.versions[1], reader.asked[-1]) == (2, "timestamp")


@pytest.mark.parametrize("hashes", [False, True])
def test_snapshot_rollback(hashes):
    publisher = Publisher(hashes=hashes)
    reader = Reader(publisher)
    publisher.publish("snapshot", "timestamp")
    assert reader.refresh()
    publisher.begin_again("snapshot")
    publisher.publish("snapshot", "timestamp")
    assert not reader.refresh()
    assert (reader.versions, reader.asked[-1]) == ((1, 2, 2, 1), "timestamp")


def test_targets_role_removal(publisher, reader):
    assert reader.refresh()
    publisher.snapshot.meta = {}
    publisher.publish("snapshot", "timestamp")
    assert not reader.refresh()
    assert reader.versions[2:] == (1, 1)


@pytest.mark.parametrize("hashes", [False, True])
def test_targets_rollback(hashes):
    publisher = Publisher(hashes=hashes)
    reader = Reader(publisher)
    publisher.publish("targets", "snapshot", "timestamp")
    assert reader.refresh()
    publisher.begin_again("targets")
    publisher.publish("targets", "snapshot", "timestamp")
    assert not reader.refresh()
    assert reader.versions[2:] == (2, 2)


@pytest.mark.parametrize(
    ("role", "rotated"),
    [("targets", ["snapshot"]), ("snapshot", ["snapshot", "timestamp"]), ("timestamp", ["timestamp"])],
)  # fmt: skip
def test_fast_forward_recovery(role, rotated, publisher, reader):
    getattr(publisher, role).version = 99
    publisher.publish(*dict.fromkeys([role, "snapshot", "timestamp"]))
    assert reader.refresh()
    at = ("root", "timestamp", "snapshot", "targets").index(role)
    assert reader.versions[at] == 100
    for one in rotated:
        publisher.rotate(one)
    publisher.begin_again(role)
    publisher.publish(*ROLES)
    assert reader.refresh()
    assert reader.versions[at] == 1


def test_a_delegation_is_not_followed(publisher, reader):
    key = SigningKey.generate()
    role = DelegatedRole("codes", [public_of(key.public).keyid], 1, True, ["*/*"])
    publisher.targets.delegations = Delegations({public_of(key.public).keyid: public_of(key.public)}, {"codes": role})  # fmt: skip
    publisher.snapshot.meta["codes.json"] = MetaFile(1)
    publisher.publish("targets", "snapshot", "timestamp")
    assert reader.refresh()
    assert reader.download("codes/any") is None
    assert not [one for one in reader.asked if "codes" in one]


# --- test_updater_key_rotations -------------------------------------------------------------------

# keys of the role, how many of them must sign, who signs; the last root is taken or it is not
ROOTS = {
    "rotation": ([([1], 1, [1]), ([2], 1, [2, 1]), ([2], 1, [2])], True),
    "unused signatures": ([([1], 1, [3, 1, 4]), ([2], 1, [3, 2, 1, 4]), ([2], 1, [3, 2, 4])], True),
    "other three of five": ([([0, 1, 2, 3, 4], 3, one) for one in ([0, 2, 4], [0, 4, 1], [0, 1, 3], [0, 1, 3])], True),
    "one of five rotated": ([([0, 1, 2, 3, 4], 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 4, 1])], True),
    "one of five, in two steps": ([([0, 1, 2, 3, 4], 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 2, 4, 5]), ([0, 1, 3, 4, 5], 3, [0, 4, 5])], True),
    "all five, in two steps": ([([0, 1, 2, 3, 4], 3, [0, 2, 4]), ([5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]), ([5, 6, 7, 8, 9], 3, [5, 6, 7])], True),
    "more must sign": ([([1, 2, 3], 1, [1]), ([1, 2, 3], 2, [1, 2])], True),
    "fewer must sign": ([([1, 2, 3], 2, [1, 2]), ([1, 2, 3], 1, [1, 2]), ([1, 2, 3], 1, [1])], True),
    "a key more, both must sign": ([([1], 1, [1]), ([1, 2], 2, [1, 2])], True),
    "not by the old key": ([([1], 1, [1]), ([2], 1, [2, 3, 4])], False),
    "not by the new key": ([([1], 1, [1]), ([2], 1, [1, 3, 4])], False),
    "not by three new ones": ([([0, 1, 2, 3, 4], 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 2, 4])], False),
    "not by three old ones": ([([0, 1, 2, 3, 4], 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 4, 5])], False),
    "too few for the new number": ([([1, 2, 3], 1, [1]), ([1, 2, 3], 2, [2])], False),
    "too few for the old number": ([([1, 2, 3], 2, [1, 2]), ([1, 2, 3], 1, [1])], False),
}  # fmt: skip
OTHERS = {
    "rotation": ([2], 1, [2], True),
    "unused signatures": ([1], 1, [3, 1, 4], True),
    "not by the new key": ([2], 1, [1, 3, 4], False),
    "one of three is none of its": ([0, 1, 3, 4, 5], 3, [0, 2, 4], False),
    "one too few": ([0, 1, 3, 4, 5], 3, [0, 4], False),
    "first three": ([0, 1, 2, 3, 4], 3, [0, 2, 4], True),
    "second three": ([0, 1, 2, 3, 4], 3, [0, 4, 1], True),
    "third three": ([0, 1, 2, 3, 4], 3, [0, 1, 3], True),
    "fourth three": ([0, 1, 2, 3, 4], 3, [1, 2, 3], True),
    "fifth three": ([0, 1, 2, 3, 4], 3, [2, 3, 4], True),
}
HANDS = [SigningKey.generate() for _ in range(10)]


def given(publisher, role, keys, threshold, signers):
    """Give a role these keys, and let those sign for it."""
    for name in list(publisher.root.roles[role].keyids):
        publisher.root.revoke_key(name, role)
    for one in keys:
        publisher.root.add_key(public_of(HANDS[one].public), role)
    publisher.root.roles[role].threshold = threshold
    publisher.keys[role] = [HANDS[one] for one in signers]


@pytest.mark.parametrize("name", ROOTS)
def test_root_rotation(name, publisher):
    steps, taken = ROOTS[name]
    publisher.begin_again("root")
    for step in steps:
        given(publisher, "root", *step)
        publisher.publish("root")
    reader = Reader(publisher, lib.Kept(publisher.data("root", 1)))
    assert reader.refresh() == taken
    assert reader.kept.root == publisher.data("root", len(steps) - (not taken))


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_non_root_rotations(role, name, publisher, reader):
    *told, taken = OTHERS[name]
    given(publisher, role, *told)
    publisher.publish(*ROLES)
    assert reader.refresh() == taken
    if taken:
        assert getattr(reader.kept, role) == publisher.data(role)
