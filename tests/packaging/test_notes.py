"""Change notes become pages, a changelog and metadata, and move to the version they belong to."""

import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest
from making import notes

NOTE = """# 새로운 것 <하나>

첫 줄입니다.

* 보내기가 **빨라졌습니다**.
  두 줄에 걸친 말입니다.
* `ieum`을 씁니다.

---

# One new thing <b>

A first line.

* Sending is **faster**.
  A line over two lines.
* Use `ieum`.
"""


@pytest.fixture
def changes(tmp_path):
    (tmp_path / "unreleased").mkdir()
    (tmp_path / "unreleased" / "0001-one.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def test_every_note_of_this_house_can_be_told():
    for folder in notes.CHANGES.iterdir():
        for note in notes.read(folder):
            assert len(note.told["ko"]) == len(note.told["en"])


def test_a_note_is_read_as_title_lead_and_lines(changes):
    (note,) = notes.read(changes / "unreleased")
    assert note.told["en"] == (notes.Told("One new thing <b>", "A first line.", ("Sending is **faster**. A line over two lines.", "Use `ieum`.")),)  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (NOTE.replace("---", ""), "0001-one.md"),
        (NOTE.replace("# One new thing <b>", "One new thing"), "en"),
        (NOTE + "\n# Another\n\n* more\n", "as many titles"),
        ("# 제목\n\n---\n\n# Title\n\n* a\n", "says nothing"),
    ],
)
def test_a_note_that_cannot_be_told_is_named(changes, broken, named):
    (changes / "unreleased" / "0001-one.md").write_text(broken, encoding="utf-8")
    with pytest.raises(notes.Unreadable, match=named):
        notes.read(changes / "unreleased")


def test_a_page_holds_the_words_and_nothing_that_acts(changes):
    page = notes.page("1.2.3", 1_795_705_651, "en", changes)
    assert "What is new in Ieum 1.2.3" in page
    assert "<strong>faster</strong>" in page
    assert "&lt;b&gt;" in page
    assert "<script" not in page
    assert "src=" not in page
    assert "http" not in page
    assert "2026년 11월" in notes.page("1.2.3", 1_795_705_651, "ko", changes)


def test_the_changelog_is_one_that_debian_reads(changes, tmp_path):
    notes.move("1.2.3", changes)
    (changes / "1.2.3" / "made").write_text("1795705651\n")
    (changes / "unreleased" / "0002-two.md").write_text(NOTE.replace("One new thing <b>", "Another " * 20), encoding="utf-8")  # fmt: skip
    told = tmp_path / "changelog"
    told.write_text(notes.debian_changelog("1.3.0", 1_795_999_999, changes), encoding="utf-8")  # fmt: skip
    tool = shutil.which("dpkg-parsechangelog")
    assert tool, "dpkg-dev is missing: packaging/system.tsv names it"
    done = subprocess.run((tool, "-l", told, "--all"), capture_output=True, text=True, check=True)  # fmt: skip
    assert "Version: 1.3.0" in done.stdout
    assert "One new thing" in done.stdout
    assert not done.stderr
    assert max(map(len, told.read_text().splitlines())) <= 80


def test_metadata_of_software_centers_is_xml_in_both_languages(changes):
    told = ET.fromstring(notes.metainfo_releases("1.2.3", 1_795_705_651, changes))
    items = told.findall("./release[@version='1.2.3']/description/ul/li")
    assert [one.text for one in items] == ["One new thing <b>", "새로운 것 <하나>"]


def test_what_waits_moves_once(changes):
    notes.move("1.2.3", changes)
    assert not list((changes / "unreleased").glob("*.md"))
    assert notes.read(changes / "1.2.3")
    with pytest.raises(notes.Unreadable, match="released already"):
        notes.move("1.2.3", changes)
    with pytest.raises(notes.Unreadable, match="nothing waits"):
        notes.move("1.2.4", changes)


def test_versions_are_told_newest_first_and_later_ones_not_at_all(changes):
    for one in ("0.9.0", "0.10.0", "2.0.0"):
        (changes / one).mkdir()
    assert notes.versions("1.0.0", changes) == ["1.0.0", "0.10.0", "0.9.0"]
