"""Every part that is handed out has its licence text, in the package and in the window."""

import json

import pytest
from making import licences, parts, signing, vulnerabilities

from tests.packaging.trees_at_hand import RULES, a_package, a_tree


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A tree, and a place that took its texts in."""
    monkeypatch.setattr(parts, "rules", lambda: RULES)
    monkeypatch.setattr(parts, "attributions", tuple)
    monkeypatch.setattr(signing, "channel", lambda: "release")
    place = tmp_path / "licences"
    for name in ("MIT", "BSD-3-Clause", "Apache-2.0", "Zlib"):
        (place / "spdx").mkdir(parents=True, exist_ok=True)
        (place / "spdx" / f"{name}.txt").write_text(f"the text of {name}")
    monkeypatch.setattr(licences, "PLACE", place)
    tree = a_tree(tmp_path / "tree")
    licences.take_in({"linux": tree}, place)
    return tree, place


def test_a_tree_that_was_taken_in_is_covered(house):
    tree, place = house
    licences.check(tree, "linux", place)
    texts = {row["name"]: row["texts"] for row in licences.read(place)}
    assert texts["one"] == ["packages/one/LICENSE"]
    assert texts["bare"] == ["spdx/MIT.txt"]
    assert texts["crate"] == ["packages/one/LICENSE", "spdx/MIT.txt", "spdx/Apache-2.0.txt"]  # fmt: skip


def test_another_version_and_another_text_are_not(house):
    tree, place = house
    a_package(tree / "app", "stranger")
    with pytest.raises(licences.Uncovered, match=r"stranger 1\.0"):
        licences.check(tree, "linux", place)
    (tree / "app" / "one-1.0.dist-info" / "licenses" / "LICENSE").write_text("other words")  # fmt: skip
    with pytest.raises(licences.Uncovered, match="one: another text"):
        licences.check(tree, "linux", place)


def test_a_library_that_is_of_no_part_is_asked_about(house):
    tree, place = house
    (tree / "app" / "one.libs").mkdir()
    (tree / "app" / "one.libs" / "libstranger.so.1").write_text("")
    with pytest.raises(licences.Uncovered, match=r"whose is app/one\.libs/libstranger"):
        licences.check(tree, "linux", place)


def test_ends_of_lines_of_windows_make_no_other_text(house):
    tree, place = house
    (tree / "app" / "one-1.0.dist-info" / "licenses" / "LICENSE").write_bytes(b"the words of a licence")  # fmt: skip
    licences.check(tree, "linux", place)


@pytest.mark.parametrize(
    "name",
    [
        "app/PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "app/av/__init__.py",
        "runtime/lib/python3.13/lib-dynload/readline.so",
    ],
)
def test_what_only_the_gpl_allows_is_refused_by_name(house, name):
    tree, place = house
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).write_text("")
    with pytest.raises(licences.Uncovered, match="never: "):
        licences.check(tree, "linux", place)


def test_the_package_holds_the_texts_once(house):
    tree, place = house
    inside = tree / "app" / "resources" / "licences"
    inside.parent.mkdir(parents=True)
    place.rename(inside)
    laid = licences.fill(tree, "linux")
    assert laid == tree / "licences"
    assert (laid / "packages" / "one" / "LICENSE").read_text() == "the words of a licence"  # fmt: skip
    assert not inside.exists()


# --- what lies in this house ----------------------------------------------------------------------


def test_every_package_of_the_locks_has_its_line_and_every_line_its_texts():
    rows = licences.read()
    known = {(parts.spelled(row["name"]), row["version"]) for row in rows if row["kind"] == "package"}  # fmt: skip
    wanted = {(name, version) for name, some in vulnerabilities.locked().items() for version in some}  # fmt: skip
    assert not wanted - known, "python3 packaging/build.py licences --write"
    assert known
    for row in rows:
        assert row["licence"] != "NOASSERTION", row["name"]
        assert row["texts"], row["name"]
        for text in row["texts"]:
            assert (licences.PLACE / text).is_file(), (row["name"], text)


def test_the_duties_of_the_lgpl_are_told_with_every_library_that_has_them():
    for row in licences.read():
        if row["licence"].startswith("LGPL") and row["of"] != "qt":
            assert "qt/qt-and-lgpl.txt" in row["texts"], row["name"]
    told = (licences.PLACE / "qt" / "qt-and-lgpl.txt").read_text("utf-8")
    for words in ("download.qt.io", "three years", "FILES.sha256", "3년", "ssh-keygen -Y sign"):  # fmt: skip
        assert words in told
    for text in ("LGPL-3.0-only", "GPL-3.0-only"):
        assert "GENERAL PUBLIC LICENSE" in (licences.PLACE / "spdx" / f"{text}.txt").read_text()  # fmt: skip


def test_what_qt_is_made_of_is_told_with_its_texts():
    told = json.loads((licences.PLACE / "qt" / "attributions.json").read_text("utf-8"))
    page = (licences.PLACE / "qt" / "attributions.txt").read_text("utf-8")
    names = {row["name"] for row in told["parts"]}
    assert {"XSVG", "HarfBuzz-NG", "Freetype 2", "PCRE2", "LibPNG"} <= names
    assert all(name in page for name in names)
