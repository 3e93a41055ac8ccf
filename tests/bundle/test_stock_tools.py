"""What anybody can do with a bundle and the tools of an ordinary computer (FORMAT.md, stock tools)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.bundle import attachment_parcel, change_parcels
from intake.crypto import allowed_signers, canonical_json
from intake.errors import BadSignature
from tests.bundle import samples
from tests.bundle.samples import Office
from tests.crypto.peers import PEERS, need, node, run

BODY = canonical_json({"s": "case/x", "o": [["note", "e", "text", "안녕하세요", []]]})
LINES = (
    canonical_json({"h": "{}", "l": "00", "sig": "x"})
    + b"\n"
    + canonical_json([0, "00" * 16, BODY.decode()])
    + b"\n"
)


@pytest.fixture(scope="module")
def offices():
    return Office(), Office("C0", "c0-1")


@pytest.fixture(scope="module")
def bag(offices, tmp_path_factory) -> Path:
    """A bundle, unsealed by the independent client and unpacked by GNU tar."""
    need("node", "tar")
    sender, receiver = offices
    folder = tmp_path_factory.mktemp("stock")
    attachment = folder / "attachment"
    attachment.write_bytes(b"age-encryption.org/v1\n" + os.urandom(200_000))
    digest = samples.parcel("x", attachment.read_bytes()).piece.sha256
    parcels = (*change_parcels([LINES] * 2), attachment_parcel(attachment, digest))
    sealed = samples.written(sender, receiver, parcels)
    whole = node("age.mjs", "open", receiver.identity.text, data=sealed)
    assert whole == samples.unsealed(sealed, receiver)
    done = subprocess.run(
        ["tar", "xf", "-", "-C", folder], input=whole, capture_output=True, check=True
    )
    assert done.stderr == b""
    return folder / "bag"


def test_gnu_tar_leaves_the_files_of_the_bag_and_nothing_else(bag):
    names = sorted(str(f.relative_to(bag)) for f in bag.rglob("*") if f.is_file())
    assert [name for name in names if not name.startswith("data/att")] == [
        "bagit.txt",
        "bundle.json",
        "data/changes/000001.jsonl.zst",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha256.txt.sig",
    ]


def test_bagit_validates_it(bag):
    tool = Path(sys.executable).with_name("bagit.py")
    done = subprocess.run(
        [sys.executable, tool, "--validate", bag], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    spoilt = bag / "data" / "changes" / "000001.jsonl.zst"
    before = spoilt.read_bytes()
    spoilt.write_bytes(before + b"x")
    done = subprocess.run(
        [sys.executable, tool, "--validate", bag], capture_output=True, check=False
    )
    spoilt.write_bytes(before)
    assert done.returncode != 0


def verified(bag, allowed, principal="dev:ic-1", namespace="intake-bundle@v1", at=""):
    command = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", principal]
    command += ["-n", namespace, "-s", str(bag / "tagmanifest-sha256.txt.sig")]
    command += ["-O", f"verify-time={at}"] if at else []
    tags = (bag / "tagmanifest-sha256.txt").read_bytes()
    done = subprocess.run(command, input=tags, capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def allowed(offices, tmp_path):
    need("ssh-keygen")
    file = tmp_path / "allowed"
    file.write_text(
        allowed_signers("dev:*", offices[0].ca.public, ["intake-bundle@v1"])
    )
    return file


def test_ssh_keygen_accepts_the_signature(bag, allowed):
    assert verified(bag, allowed)
    assert verified(bag, allowed, at="20260101")


@pytest.mark.parametrize(
    "asked",
    [
        {"principal": "dev:ic-2"},
        {"principal": "root"},
        {"namespace": "intake-segment@v1"},
        {"namespace": "file"},
        {"at": "20190101"},
    ],
)
def test_ssh_keygen_refuses_another_name_use_or_time(bag, allowed, asked):
    assert not verified(bag, allowed, **asked)


def test_ssh_keygen_refuses_another_center(bag, tmp_path):
    file = tmp_path / "allowed"
    file.write_text(allowed_signers("dev:*", Office().ca.public, ["intake-bundle@v1"]))
    assert not verified(bag, file)


def test_zstd_and_jq_read_the_words(bag):
    need("zstd", "jq")
    files = sorted(str(file) for file in (bag / "data" / "changes").iterdir())
    lines = run("zstd", "-dcq", *files)
    bodies = run("jq", "-c", "arrays[2] | fromjson", data=lines)
    assert [json.loads(line) for line in bodies.splitlines()] == [json.loads(BODY)] * 2


def test_the_bundle_says_in_plain_json_who_and_what_for(bag):
    need("jq")
    said = run("jq", "-r", ".center, .purpose, .to[0]", str(bag / "bundle.json"))
    assert said.decode().split() == ["IC", "sync", "C0"]


def test_what_the_independent_client_seals_is_judged_like_everything_else(
    offices, quarantine
):
    """Opened, sealed again by typage for the same key: still the sender's signed words."""
    need("node")
    sender, receiver = offices
    inside = samples.unsealed(samples.written(sender, receiver), receiver)
    again = node("age.mjs", "seal", receiver.identity.recipient.text, data=inside)
    contents = samples.opened(again, receiver, sender.check, quarantine)
    assert len(list(contents.segments())) == 1
    unsigned = inside.replace(b"BEGIN SSH SIGNATURE", b"BEGIN SSH SIGNATURF")
    forged = node("age.mjs", "seal", receiver.identity.recipient.text, data=unsigned)
    with pytest.raises(BadSignature):
        samples.opened(forged, receiver, sender.check, quarantine)


def test_the_peers_lie_where_the_format_page_says():
    assert (PEERS / "age.mjs").is_file()
