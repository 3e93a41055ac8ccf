"""Bundles kept for ever: each says in its first line what must happen."""

import io
import json
from pathlib import Path

import pytest

from intake import errors
from intake.bundle import Addressee, open_bundle
from intake.crypto import PqIdentity, verify
from intake.progress import Silent
from tests.bundle.samples import Who

FOLDER = Path(__file__).parents[2] / "resources" / "vectors" / "bundle"
NAMES = json.loads((FOLDER / "index.json").read_text())


def test_every_vector_is_in_the_index():
    lying = {file.name for file in FOLDER.iterdir() if not file.suffix}
    assert lying == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_first_line_says_happens(name, quarantine):
    head, _, data = (FOLDER / name).read_bytes().partition(b"\n\n")
    said = dict(line.split(": ", 1) for line in head.decode().splitlines())
    identity = PqIdentity.parse(said["identity"])
    us = Addressee(
        frozenset({said["addressee"]}), frozenset({identity.recipient.digest})
    )
    trusted = {bytes.fromhex(said["ca"])}

    def check(namespace, message, armored):
        signer = verify(namespace, message, armored, trusted_cas=trusted, at=None)
        return Who(signer.principal.removeprefix("dev:"), said["center"])

    def look():
        known = open_bundle(io.BytesIO(data), [identity], check)
        return known.authorize(us).receive(quarantine, Silent())

    if said["expect"] == "opens":
        contents = look()
        assert contents.manifest.center == said["center"]
        assert len(list(contents.segments())) in {0, 2}
        return
    with pytest.raises(getattr(errors, said["expect"])):
        look()
    assert list(quarantine.iterdir()) == []
