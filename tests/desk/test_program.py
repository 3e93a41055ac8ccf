"""The program tells which build it is, and looks through its own files when asked."""

import json
import subprocess

import pytest

from intake import __version__
from intake.crypto import SigningKey, fingerprint, sign
from intake.crypto.spoken import public_line
from intake.desk import program
from intake.errors import NotFound
from intake.progress import Silent
from intake.release.files import LIST, NAMESPACE, PRINCIPAL, SIGNATURE, signers_of
from intake.release.installed import installed

SAID = {
    "name": "ieum", "version": "9.8.7", "commit": "a" * 40, "made": 1_795_705_651,
    "system": "linux-x86_64", "python": "3.13.5", "channel": "development",
}  # fmt: skip


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A desk that finds itself in a signed build of one file."""
    key, folder = SigningKey.generate(), tmp_path / "ieum"
    signers = signers_of(folder)
    signers.parent.mkdir(parents=True)
    signers.write_text(f"{PRINCIPAL} {public_line(key.public)}\n")
    (folder / "BUILD.json").write_text(json.dumps(SAID))
    names = ["BUILD.json", str(signers.relative_to(folder))]
    said = subprocess.run(["sha256sum", *names], cwd=folder, check=True, capture_output=True).stdout  # fmt: skip
    (folder / LIST).write_bytes(said)
    (folder / SIGNATURE).write_text(sign(NAMESPACE, said, key))
    monkeypatch.setattr(program, "installed", lambda: installed(folder))
    return folder, fingerprint(key.public)


def test_a_checkout_says_that_it_is_one(desk):
    view = desk.program.view()
    assert (view.installed, view.channel, view.version) == (False, "source", __version__)  # fmt: skip
    with pytest.raises(NotFound):
        desk.program.verify(Silent())


def test_a_build_tells_what_it_is_and_who_signed_it(desk, build):
    folder, key = build
    view = desk.program.view()
    assert (view.version, view.channel, view.folder) == ("9.8.7", "development", folder)
    assert view.made_ms == SAID["made"] * 1000
    found = desk.program.verify(Silent())
    assert (found.whole, found.signed_by, len(found.words)) == (True, key, 6)


def test_a_build_with_a_changed_file_says_which(desk, build):
    folder, _ = build
    (folder / "BUILD.json").write_text(json.dumps(SAID | {"channel": "release"}))
    (folder / "more").write_text("")
    found = desk.program.verify(Silent())
    assert (found.changed, found.extra, found.missing) == (("BUILD.json",), ("more",), ())  # fmt: skip
    assert not found.whole
