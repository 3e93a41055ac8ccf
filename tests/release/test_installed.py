"""A build says of itself what it is; a checkout says nothing."""

import json
from pathlib import Path

import pytest

from intake.errors import ProgramAltered
from intake.release.installed import installed, prefix_of

SAID = {
    "name": "ieum", "version": "0.1.0", "commit": "a" * 40, "made": 1_795_705_651,
    "system": "linux-x86_64", "python": "3.13.5", "channel": "development",
}  # fmt: skip


def test_a_checkout_is_no_build():
    assert installed() is None


def test_a_build_is_found_from_its_own_modules(tmp_path):
    (tmp_path / "BUILD.json").write_text(json.dumps(SAID))
    module = tmp_path / "app" / "intake" / "release" / "installed.py"
    assert prefix_of(module) == tmp_path
    build = installed(tmp_path)
    assert (build.version, build.made, build.channel) == ("0.1.0", SAID["made"], "development")  # fmt: skip


@pytest.mark.parametrize(
    "harm",
    [
        {"version": "0.1"},
        {"channel": "mine"},
        {"made": "1"},
        {"made": True},
        {"commit": None},
        {"system": "amiga"},
    ],
)
def test_a_build_that_says_something_else_is_altered(tmp_path, harm):
    (tmp_path / "BUILD.json").write_text(json.dumps(SAID | harm))
    with pytest.raises(ProgramAltered):
        installed(tmp_path)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"7", b'{"name": 1}'])
def test_a_build_that_says_nothing_is_altered(tmp_path, data):
    (tmp_path / "BUILD.json").write_bytes(data)
    with pytest.raises(ProgramAltered):
        installed(tmp_path)


def test_only_the_folder_of_the_app_below_what_says_it_is_a_build_is_one(tmp_path):
    module = ("intake", "release", "installed.py")
    assert prefix_of(tmp_path.joinpath("app", *module)) is None  # nothing says so
    (tmp_path / "BUILD.json").write_text(json.dumps(SAID))
    assert prefix_of(tmp_path.joinpath("src", *module)) is None
    assert installed(tmp_path / "nowhere") is None


def test_an_altered_build_is_told_by_the_file_that_says_what_it_is(tmp_path, monkeypatch):  # fmt: skip
    file, facts = tmp_path / "BUILD.json", {"why": "no-build", "files": 1}
    for data in (b"{", json.dumps(SAID | {"version": "x"}).encode()):
        file.write_bytes(data)
        with pytest.raises(ProgramAltered) as refused:
            installed(tmp_path)
        assert refused.value.facts == facts

    def fails(_file):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fails)
    with pytest.raises(ProgramAltered) as refused:
        installed(tmp_path)
    assert refused.value.facts == facts
