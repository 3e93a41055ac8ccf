"""Known weaknesses are found by version, judged by a person, and never said of what nobody looked up."""

import json
import zipfile

import pytest
from making import vulnerabilities as weak

ADVISORY = {
    "id": "PYSEC-2099-1",
    "aliases": ["CVE-2099-0001"],
    "modified": "2099-01-02T00:00:00Z",
    "summary": "A letter too many.",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "Some_Package"},
            "ranges": [
                {
                    "type": "ECOSYSTEM",
                    "events": [{"introduced": "1.2"}, {"fixed": "1.10"}],
                }
            ],
            "versions": ["0.9"],
        }
    ],
    "references": [{"type": "WEB", "url": "https://advisory.example/1"}],
}


def laid(folder, **changed):
    """Lay an advisory into a zip file, as OSV gives it out."""
    with zipfile.ZipFile(folder / "all.zip", "w") as packed:
        packed.writestr("PYSEC-2099-1.json", json.dumps({**ADVISORY, **changed}))
    return folder / "all.zip"


@pytest.mark.parametrize(
    ("version", "is_weak"),
    [
        ("0.9", True),
        ("1.1", False),
        ("1.2", True),
        ("1.9.post1", True),
        ("1.10rc1", True),
        ("1.10", False),
        ("1.10.0", False),
        ("2", False),
    ],
)
def test_a_version_is_weak_by_its_place_in_the_range(tmp_path, version, is_weak):
    told = weak.report([laid(tmp_path)], {"some-package": {version}})
    assert bool(told.unjudged) == is_weak
    if is_weak:
        (one,) = told.unjudged
        assert (one.id, one.mended, one.page) == ("CVE-2099-0001", "1.10", "https://advisory.example/1")  # fmt: skip


def test_what_was_withdrawn_is_not_counted(tmp_path):
    with pytest.raises(SystemExit, match="no advisory"):
        weak.report([laid(tmp_path, withdrawn="2099-01-03T00:00:00Z")], {})


def test_what_a_person_judged_no_longer_stops_until_its_day(tmp_path, monkeypatch):
    rules = tmp_path / "rules.toml"
    row = '[[judged]]\nid = "CVE-2099-0001"\npart = "some-package"\nversion = "1.5"\njudgement = "accepted"\nwhy = "no letters here"\n'  # fmt: skip
    monkeypatch.setattr(weak, "RULES", rules)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")  # 2026-11-26
    rules.write_text(row + "until = 2027-01-01\n[[page]]\npart = 'x'\npage = ''\n")
    assert not weak.report([laid(tmp_path)], {"some-package": {"1.5"}}).unjudged
    rules.write_text(row + "until = 2026-01-01\n[[page]]\npart = 'x'\npage = ''\n")
    assert weak.report([laid(tmp_path)], {"some-package": {"1.5"}}).unjudged
    rules.write_text(row + "[[page]]\npart = 'x'\npage = ''\n")
    assert weak.report([laid(tmp_path)], {"some-package": {"1.6"}}).unjudged


def test_without_a_list_the_report_says_so_and_nothing_else(tmp_path, capsys):
    assert weak.main(["--out", str(tmp_path)]) == 3
    assert "NOTHING WAS LOOKED UP" in capsys.readouterr().out
    (told,) = tmp_path.glob("*.txt")
    assert "Found and judged" not in told.read_text(encoding="utf-8")


def test_a_list_of_the_month_is_enough_and_an_old_one_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(weak, "locked", lambda: {"other": {"1"}})
    asked = ["--advisories", str(laid(tmp_path, modified="2026-11-20T00:00:00Z")), "--out", str(tmp_path)]  # fmt: skip
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")
    assert weak.main(asked) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1799705651")
    assert weak.main(asked) == 4


def test_an_old_list_says_that_it_is_old(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")
    told = weak.report([laid(tmp_path, modified="2024-10-10T00:00:00Z")], {})
    assert told.old
    assert "THIS LIST IS OLD" in weak.text(told)


def test_every_lock_is_asked_about():
    assert {"cryptography", "pyside6-essentials", "sqlcipher3"} <= weak.locked().keys()


def test_a_rust_crate_inside_a_package_is_asked_about_too(tmp_path, monkeypatch):
    monkeypatch.setattr(weak, "crates", lambda: {"openssl": {"0.10.81"}})
    affected = [{"package": {"ecosystem": "crates.io", "name": "openssl"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0.10.0"}, {"fixed": "0.10.90"}]}]}]  # fmt: skip
    (one,) = weak.report([laid(tmp_path, affected=affected)], {}).unjudged
    assert (one.part, one.version, one.mended) == ("openssl", "0.10.81", "0.10.90")
