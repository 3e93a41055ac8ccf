"""The writer: the same words, the same manifest; nothing unsealed, nothing unfinished."""

import io

import pytest

from intake.bundle import attachment_parcel, change_parcels, read_manifest, write_bundle
from intake.bundle.manifest import Manifest
from intake.errors import Cancelled, Cut, DamagedAttachment, Malformed, Oversized
from intake.progress import Silent
from tests.bundle import samples
from tests.bundle.samples import SEGMENT, opened


def tags_of(data, receiver):
    inside = samples.unsealed(data, receiver)
    start = inside.index(b"bag/tagmanifest-sha256.txt\0") + 512
    return inside[start : start + 300]


def test_the_same_inputs_give_the_same_tag_manifest(sender, receiver):
    one, other = (samples.written(sender, receiver) for _ in range(2))
    assert one != other
    assert tags_of(one, receiver) == tags_of(other, receiver)


def test_another_word_gives_another_tag_manifest(sender, receiver):
    one = samples.written(sender, receiver)
    other = samples.written(sender, receiver, change_parcels([SEGMENT * 2]))
    assert tags_of(one, receiver) != tags_of(other, receiver)


def test_no_word_of_the_payload_stands_in_the_sealed_file(sender, receiver):
    # Long words only: two letters stand in any hundred thousand random bytes by chance.
    said = "녹음이 남았다".encode()
    data = samples.written(sender, receiver, change_parcels([b'{"x":"%s"}\n' % said]))
    for word in (b"manifest-sha256.txt", b"bag/bagit.txt"):
        assert word in samples.unsealed(data, receiver)
        assert word not in data
    assert said not in data


def test_a_changed_attachment_is_not_sealed(sender, receiver, tmp_path, quarantine):
    file = tmp_path / "a"
    for content in (b"other bytes of this len", b"short", b"much longer than was said"):
        file.write_bytes(b"sealed bytes, 23 letter")
        digest = samples.parcel("x", file.read_bytes()).piece.sha256
        parcel = attachment_parcel(file, digest)
        file.write_bytes(content)
        out = io.BytesIO()
        head = samples.heading(sender, receiver)
        with pytest.raises(DamagedAttachment):
            write_bundle(out, head, (parcel,), sign=sender.sign, progress=Silent())
        with pytest.raises(Cut):
            opened(out.getvalue(), receiver, sender.check, quarantine)


def test_a_missing_attachment_is_damaged(tmp_path):
    with pytest.raises(DamagedAttachment):
        attachment_parcel(tmp_path / "nowhere", "ab" * 32)


def test_cancelling_leaves_what_never_opens(sender, receiver, quarantine):
    class Stops:
        def step(self, done, total, what):
            if done:
                raise Cancelled

    out = io.BytesIO()
    head = samples.heading(sender, receiver)
    parcels = change_parcels([SEGMENT])
    with pytest.raises(Cancelled):
        write_bundle(out, head, parcels, sign=sender.sign, progress=Stops())
    with pytest.raises(Cut):
        opened(out.getvalue(), receiver, sender.check, quarantine)


def test_a_payload_the_format_does_not_know_is_not_written(sender, receiver):
    for bad, kind in (
        (samples.parcel("data/else", b"x"), Malformed),
        (samples.parcel("data/changes/000001.jsonl.zst", b"x", raw=3 << 30), Oversized),
    ):
        with pytest.raises(kind):
            samples.written(sender, receiver, (bad,))


def test_progress_reaches_its_total(sender, receiver):
    steps = []

    class Watches:
        def step(self, done, total, what):
            steps.append((done, total))

    head = samples.heading(sender, receiver)
    parcels = change_parcels([SEGMENT])
    write_bundle(io.BytesIO(), head, parcels, sign=sender.sign, progress=Watches())
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > 0


def test_the_manifest_comes_back_as_written(sender, receiver):
    head = samples.heading(sender, receiver)
    out = io.BytesIO()
    manifest = write_bundle(
        out, head, change_parcels([SEGMENT]), sign=sender.sign, progress=Silent()
    )
    assert isinstance(manifest, Manifest)
    assert read_manifest(manifest.to_bytes()) == manifest
