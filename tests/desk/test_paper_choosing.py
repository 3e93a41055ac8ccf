"""What is offered to whoever makes a paper; its pages as pictures; the place it goes to."""

import os

import pytest

from intake.desk import workspace
from intake.desk.paper_pages import page_look
from intake.desk.paper_placing import check_place, place_file
from intake.desk.views.papers import PaperPlan
from intake.errors import NoRoom, NotAPaper, NotYours, ReadOnlyPlace
from intake.progress import Silent
from tests.desk.test_figures import supported
from tests.desk.test_papers import COURT, PLAN, cases, court_cases, desk
from tests.desks_at_hand import a_desk
from tests.links_at_hand import known
from tests.vaults_at_hand import PASSPHRASE as HELD
from tests.vaults_at_hand import POLICY, MemoryKeyring

__all__ = ["cases", "court_cases", "desk"]
HERS = "푸른 들판 너머의 종"


def test_every_kind_that_can_be_made_here_is_offered_under_a_heading(desk):
    kinds = {one.code: one for one in desk.papers.kinds()}
    assert kinds["PERFORMANCE"].group == "COURT"
    assert {"court", "case_number", "first", "outward"} <= set(
        kinds["PERFORMANCE"].uses
    )
    assert "words" in kinds["OPINION"].uses
    assert {one.group for one in kinds.values()} <= {
        "COURT",
        "VICTIM",
        "AGENCY",
        "CENTER",
    }
    assert all(one.label for one in kinds.values())


def test_the_whole_country_is_offered_to_the_central_desk_only(desk):
    assert all("NATION" not in one.abouts for one in desk.papers.kinds())


def test_only_kinds_about_that_are_offered(desk):
    assert all("CASE" in one.abouts for one in desk.papers.kinds("CASE"))


def test_the_head_of_a_court_paper_is_known_from_trials_and_consents(desk):
    one = known(desk, "010-0000-4217")
    assert desk.papers.heads("CASE", one.case) == ()
    desk.trials.begin(one.case, one.suspect, "2099고합7", {"court": COURT})
    desk.giving.decide(one.case, "COURT", "COURT", "부산지방법원", "AGREED")
    first, second = desk.papers.heads("CASE", one.case)
    assert (first.court, first.case_number) == (COURT, "2099고합7")
    assert (second.court, second.case_number) == ("부산지방법원", "")
    assert "2099고합7" not in repr(first)
    assert desk.papers.heads("PROFILE", one.suspect)[0] == first


def test_while_somebody_sits_here_no_head_is_offered(desk):
    one = known(desk, "010-0000-4217")
    desk.trials.begin(one.case, one.suspect, "2099고합7", {"court": COURT})
    desk.interviews.begin(one.case, "intake")
    assert desk.papers.heads("CASE", one.case) == ()


def test_papers_are_listed_by_what_they_are_about(desk, cases):
    desk.papers.issue(PLAN)
    case_plan = PaperPlan("PERFORMANCE", "CASE", cases[0], court=COURT)
    desk.papers.issue(case_plan)
    (line,) = desk.papers.listing(cases[0])
    assert (line.about_kind, line.about) == ("CASE", cases[0])
    assert len(desk.papers.listing()) == 2
    desk.papers.void(line.id, "REPLACED")
    (line,) = desk.papers.listing(cases[0])
    assert line.voided_on
    assert line.void_label


def test_a_page_is_a_picture_as_wide_as_asked_and_has_its_words(desk, cases):
    data = desk.papers.preview(PLAN).data
    look = page_look(data, 0, 600)
    assert (look.at, look.picture.width) == (0, 600)
    assert len(look.picture.data) == look.picture.stride * look.picture.height
    assert "피해지원 실적" in look.text
    last = page_look(data, 99, 200)
    assert last.at == last.count - 1


@pytest.mark.parametrize("data", [b"", b"no paper", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_paper_has_no_pages(data):
    with pytest.raises(NotAPaper):
        page_look(data, 0, 100)


def test_a_paper_lies_whole_in_its_place_and_covers_no_other(tmp_path):
    first = place_file(b"one", tmp_path, "IC-001.pdf")
    second = place_file(b"two", tmp_path, "IC-001.pdf")
    assert (first.name, second.name) == ("IC-001.pdf", "IC-001 (2).pdf")
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_is_written_through_a_link_that_lies_on_the_stick(tmp_path):
    other, stick = tmp_path / "other", tmp_path / "stick"
    other.write_bytes(b"theirs")
    stick.mkdir()
    for name in (".ieum-try", ".IC-001.pdf.part"):
        (stick / name).symlink_to(other)
    check_place(stick)
    place = place_file(b"ours", stick, "IC-001.pdf")
    assert (other.read_bytes(), place.read_bytes()) == (b"theirs", b"ours")
    assert [one.name for one in stick.iterdir()] == ["IC-001.pdf"]


def test_a_place_that_refuses_is_named_and_nothing_is_left(tmp_path):
    with pytest.raises(ReadOnlyPlace):
        check_place(tmp_path / "gone")
    with pytest.raises(ReadOnlyPlace):
        place_file(b"x", tmp_path / "gone", "a.pdf")
    check_place(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_and_no_half_file_is_left(tmp_path, monkeypatch):
    def full(_fd):
        raise OSError(28, "")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoom):
        place_file(b"x" * 100, tmp_path, "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_who_sees_no_content_sees_the_register_and_no_more(tmp_path):
    keyring = MemoryKeyring()
    one = a_desk(tmp_path / "ic", keyring)
    supported(one, one.cases.begin("VISIT", "하늘"), urls=2)
    one.roles.add_person("이동료", "AUDITOR", HELD, HERS)
    one.close()
    hers = workspace.open_(tmp_path / "ic", HERS, Silent(), keyring=keyring, policy=POLICY)  # fmt: skip
    assert hers.papers.listing() == ()
    for ask in (hers.papers.kinds, lambda: hers.papers.preview(PLAN)):
        with pytest.raises(NotYours):
            ask()
    hers.close()
