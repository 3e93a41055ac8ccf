"""Nothing that is weak passes unsaid: in whatever form a list comes, and however a range is told."""

import json
import zipfile

import pytest
from making import vulnerabilities as weak

NAMED = {"package": {"ecosystem": "PyPI", "name": "one"}}
ADVISORY = {"id": "PYSEC-2026-1", "modified": "2026-11-20T00:00:00Z", "affected": [{**NAMED, "versions": ["1.0"]}]}  # fmt: skip


@pytest.fixture(autouse=True)
def of_today(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")  # 2026-11-26
    monkeypatch.setattr(weak, "locked", lambda: {"one": {"1.0"}})


def laid(folder, *advisories):
    folder.mkdir(exist_ok=True)
    for number, one in enumerate(advisories):
        (folder / f"{number}.json").write_text(json.dumps(one))
    return folder


def test_what_nobody_judged_stops_a_release_and_is_named(tmp_path, capsys):
    out = tmp_path / "out" / "deep"
    said = {**ADVISORY, "summary": "A letter too many.\nAnd more."}
    given = ["--advisories", str(laid(tmp_path / "given", said)), "--out", str(out)]
    assert weak.main(given) == 1
    printed = capsys.readouterr().out
    assert "NOT JUDGED: PYSEC-2026-1 in one 1.0: A letter too many.\n" in printed
    (paper,), (data,) = out.glob("*.txt"), out.glob("*.json")
    assert "PYSEC-2026-1  one 1.0: NOT JUDGED." in paper.read_text("utf-8")
    (found,) = json.loads(data.read_bytes())["found"]
    assert (found["id"], found["judgement"]) == ("PYSEC-2026-1", "")


def test_a_list_comes_as_a_folder_a_file_or_several_of_either(tmp_path):
    folder = laid(tmp_path / "folder", ADVISORY)
    (folder / "deep").mkdir()
    (folder / "deep" / "two.yaml").write_text(f"id: PYSEC-2026-2\nmodified: '2026-11-21T00:00:00Z'\naffected: {json.dumps(ADVISORY['affected'])}\n")  # fmt: skip
    (folder / "README.md").write_text("no list")
    (folder / "3.json").write_text("[]")  # no advisory
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.writestr("4.json", json.dumps({**ADVISORY, "id": "PYSEC-2026-4"}))
        packed.writestr("odd.txt", "no list")
    told = weak.report([folder, tmp_path / "all.zip"])
    assert (told.source, told.advisories, told.newest) == ("folder, all.zip", 3, "2026-11-21")  # fmt: skip
    assert [one.id for one in told.unjudged] == ["PYSEC-2026-1", "PYSEC-2026-2", "PYSEC-2026-4"]  # fmt: skip


GIT = {"type": "GIT", "events": [{"introduced": "0"}, {"fixed": "abc"}]}


@pytest.mark.parametrize(
    ("ranges", "found"),
    [
        ([{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}], True),
        (
            [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.0"}]}],
            False,
        ),
        (
            [
                {
                    "type": "ECOSYSTEM",
                    "events": [{"introduced": "0"}, {"last_affected": "1.0"}],
                }
            ],
            True,
        ),
        (
            [
                {
                    "type": "ECOSYSTEM",
                    "events": [{"introduced": "0"}, {"last_affected": "0.9"}],
                }
            ],
            False,
        ),
        (
            [
                {
                    "type": "ECOSYSTEM",
                    "events": [
                        {"introduced": "0"},
                        {"fixed": "0.5"},
                        {"introduced": "0.9"},
                    ],
                }
            ],
            True,
        ),
        ([GIT], False),
        ([GIT, {"type": "SEMVER", "events": [{"introduced": "1.0"}]}], True),
        (
            [
                {"type": "SEMVER", "events": [{"introduced": "2"}]},
                {"type": "SEMVER", "events": [{"introduced": "1"}]},
            ],
            True,
        ),
        ([], False),
    ],
    ids=range(9),
)
def test_a_range_is_read_as_it_is_told(ranges, found):
    assert weak.is_weak("1.0", {**NAMED, "ranges": ranges}) == found


def test_a_weakness_of_one_package_is_none_of_another_with_its_name(tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr(weak, "crates", lambda: {"one": {"1.0"}})
    crate = {**ADVISORY, "id": "RUSTSEC-2026-1", "affected": [{"package": {"ecosystem": "crates.io", "name": "one"}, "versions": ["1.0"]}]}  # fmt: skip
    told = weak.report([laid(tmp_path / "given", crate)], {"two": {"1.0"}})
    assert [one.id for one in told.unjudged] == ["RUSTSEC-2026-1"]
    monkeypatch.setattr(weak, "crates", dict)
    assert not weak.report([tmp_path / "given"]).unjudged


def test_the_crates_of_the_index_are_asked_about_and_nothing_else_of_it(monkeypatch):
    rows = [{"kind": "crate", "name": "one", "version": 1}, {"kind": "crate", "name": "one", "version": 2}, {"kind": "part", "name": "two", "version": 3}]  # fmt: skip
    monkeypatch.setattr(weak, "_index", lambda: rows)
    assert weak.crates() == {"one": {"1", "2"}}


def test_what_was_judged_by_hand_is_told_where_it_is_here_and_once(tmp_path, monkeypatch):  # fmt: skip
    rules = tmp_path / "rules.toml"
    row = '[[judged]]\nid = "{}"\npart = "one"\nversion = "{}"\njudgement = "accepted"\nwhy = "no\\n letters"\n'  # fmt: skip
    rules.write_text(row.format("PYSEC-2026-1", "1.0") + row.format("CVE-2026-9", "1.0") + row.format("CVE-2026-8", "0.1") + "[[page]]\npart = 'x'\npage = ''\n")  # fmt: skip
    monkeypatch.setattr(weak, "RULES", rules)
    told = weak.report([laid(tmp_path / "given", ADVISORY)])
    assert [(one.id, one.why) for one in told.found] == [("PYSEC-2026-1", "no letters"), ("CVE-2026-9", "no letters")]  # fmt: skip
    assert not told.unjudged
