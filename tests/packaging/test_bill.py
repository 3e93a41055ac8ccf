"""The list of parts names packages, what lies inside them, and gives the same bytes twice."""

import json

import pytest
from making import bill, parts, signing

from tests.packaging.trees_at_hand import RULES, a_package, a_tree


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "rules", lambda: RULES)
    monkeypatch.setattr(parts, "attributions", tuple)
    monkeypatch.setattr(bill, "commit", lambda: "a" * 40)  # others go on working here
    monkeypatch.setattr(bill, "made", lambda: 1_795_705_651)
    return a_tree(tmp_path)


def named(tree):
    return {row["name"]: row for row in bill.bill(tree, "linux")["components"]}


def test_packages_and_what_lies_inside_are_named(tree):
    rows = named(tree)
    assert {name: row["version"] for name, row in rows.items()} == {"one": "1.0", "bare": "2.0", "Engine": "3.2.1", "Dated": "7", "inner": "9", "crate": "0.5.1"}  # fmt: skip
    assert rows["Engine"]["cpe"] == "cpe:2.3:a:engine:engine:3.2.1:*:*:*:*:*:*:*"
    assert rows["one"]["purl"] == "pkg:pypi/one@1.0"
    assert rows["inner"]["licenses"] == [{"license": {"id": "Zlib"}}]
    assert rows["crate"]["licenses"] == [{"expression": "MIT OR Apache-2.0"}]


def test_what_needs_what_is_told(tree):
    told = {row["ref"]: row["dependsOn"] for row in bill.bill(tree, "linux")["dependencies"]}  # fmt: skip
    assert "ieum/bare@2.0" in told["ieum/one@1.0"]
    assert "one/engine@3.2.1" in told["ieum/one@1.0"]


def test_the_same_tree_gives_the_same_bytes(tree):
    first = bill.write(tree, "linux").read_bytes()
    assert bill.write(tree, "linux").read_bytes() == first


def test_a_package_of_another_version_must_be_looked_up_anew(tree, monkeypatch):
    monkeypatch.setattr(signing, "channel", lambda: "release")
    (tree / "app" / "one-1.0.dist-info").rename(tree / "app" / "one-1.1.dist-info")
    info = tree / "app" / "one-1.1.dist-info" / "METADATA"
    info.write_text(info.read_text().replace("Version: 1.0", "Version: 1.1"))
    with pytest.raises(parts.Unclear, match=r"Dated was looked up for one 1\.0, here is 1\.1"):  # fmt: skip
        bill.bill(tree, "linux")


def test_what_must_be_there_is_missed_in_a_release_and_said_in_a_trial(tree, monkeypatch, capsys):  # fmt: skip
    (tree / "app" / "one" / "engine.so").write_bytes(b"no version")
    monkeypatch.setattr(signing, "channel", lambda: "development")
    assert "Engine" not in named(tree)
    assert "only for trying out" in capsys.readouterr().out
    monkeypatch.setattr(signing, "channel", lambda: "release")
    with pytest.raises(parts.Unclear, match="Engine in one"):
        bill.bill(tree, "linux")


def test_a_licence_that_nobody_said_stops_a_release(tree, monkeypatch):
    a_package(tree / "app", "vague", licence="")
    monkeypatch.setattr(signing, "channel", lambda: "release")
    with pytest.raises(parts.Unclear, match="vague says no licence"):
        bill.bill(tree, "linux")


def test_the_list_is_valid_by_the_official_schema(tree, capsys):
    """The schema comes with cyclonedx-python-lib; the making code itself needs none."""
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    written = bill.write(tree, "linux").read_text("utf-8")
    check = JsonStrictValidator(SchemaVersion.V1_6).validate_str
    assert check(written) is None
    broken = json.loads(written)
    broken["components"][0]["licenses"] = [{"license": {"id": "No-Such-Licence"}}]
    assert check(json.dumps(broken)) is not None
