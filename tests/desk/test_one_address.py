"""One address is one posting, whoever notes it, in whichever spelling, in whatever order."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.desk.views.deleting import PostingQuery
from intake.desk.views.interchange import ImportPlan
from intake.matching import read_address
from intake.progress import Silent
from intake.register.postings import unique_addresses_r2
from tests.desks_at_hand import a_desk, agreed, planted

QUIET = Silent()
SPELLINGS = (
    ("https://tube-a.example/v/1", "hxxps://www[.]tube-a[.]example/v/1/?utm_source=x"),
    ("http://TUBE-A.example:80/v/1", "https://tube-a.example/v/1#top"),
    ("https://board.example/t?b=2&a=1", "board.example/t?a=1&b=2"),
    ("https://youtu.be/dQw4w9WgXcQ", "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=3"),
    ("https://youtu.be/DQW4W9wGXCq", "https://www.youtube.com/watch?v=DQW4W9wGXCq"),
)
TYPED = [one for pair in SPELLINGS for one in pair]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("one") / "v")
    yield made
    made.close()


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    return tmp_path_factory.mktemp("sheets") / "list.csv"


def told(desk, interview, url):
    change = desk.interviews.add_row(interview, "harm/postings")
    rows = next(q for q in change.questions if q.path == "harm/postings").rows
    desk.interviews.answer(interview, f"harm/postings[{rows[-1]}]/url", url)


def adopted(desk, interview, url):
    desk.interviews.draft(interview, "note", f"여기 있다고 합니다 {url} 확인")
    desk.interviews.settle_drafts(interview)
    for one in desk.interviews.found(interview):
        if one.kind == "url":
            desk.interviews.adopt(interview, one)


def brought(desk, case, url, sheet):
    sheet.write_text(f"URL,발견일\n{url},2024-02-01\n", "utf-8")
    desk.imports.forget()
    plan = ImportPlan(
        target="postings", columns=("posting/url", "posting/found_on"), case=case
    )
    return desk.imports.run(sheet, plan, QUIET)


def noted(desk, case, interview, sheet, way, url):
    match way:
        case "paste":
            desk.postings.add(case, [url], progress=QUIET)
        case "told":
            told(desk, interview, url)
        case "note":
            adopted(desk, interview, url)
        case "record":
            desk.records.add("posting", case, {"url": url})
        case _:
            brought(desk, case, url, sheet)


def keys_of(desk, case):
    rows = desk.records.list("posting", case)
    return Counter(read_address(str(row["url"])).key for row in rows)


WAYS = st.sampled_from(("paste", "told", "note", "record", "sheet"))


@settings(max_examples=12, deadline=None)
@given(steps=st.lists(st.tuples(WAYS, st.sampled_from(TYPED)), min_size=2, max_size=6))
def test_in_any_order_every_address_is_one_posting(desk, sheet, steps):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    for way, url in steps:
        noted(desk, case, interview, sheet, way, url)
    wanted = {read_address(url).key for _, url in steps}
    assert keys_of(desk, case) == dict.fromkeys(wanted, 1)
    assert desk.postings.duplicates(case) == ()
    assert desk.postings.totals(case).urls == len(wanted)
    desk.interviews.forget()  # as after a lock: the rows find their records again
    told(desk, interview, steps[0][1])
    assert keys_of(desk, case) == dict.fromkeys(wanted, 1)


def test_addresses_that_differ_in_capitals_only_are_two(desk, sheet):
    one, other = SPELLINGS[3][0], SPELLINGS[4][0]
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    brought(desk, case, one, sheet)
    told(desk, interview, other)
    brought(desk, case, other, sheet)
    assert len(desk.records.list("posting", case)) == 2


def test_what_was_typed_is_kept_beside_the_address(desk):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    told(desk, interview, SPELLINGS[0][1])
    (row,) = desk.records.list("posting", case)
    assert (row["url"], row["typed"]) == (
        "https://www.tube-a.example/v/1/",
        SPELLINGS[0][1],
    )


def test_a_posting_that_was_asked_about_stays_as_it_is_when_it_is_told_again(desk):
    case = agreed(desk, "RECORD", "DELETE")
    interview = desk.interviews.begin(case, "intake")
    desk.postings.add(case, [SPELLINGS[0][0]], progress=QUIET)
    (line,) = desk.postings.first(PostingQuery(case), 5)
    desk.postings.mark(case, [line.id], "REQUESTED", progress=QUIET)
    desk.postings.mark(case, [line.id], "REMOVED", progress=QUIET)
    adopted(desk, interview, SPELLINGS[1][0])
    told(desk, interview, SPELLINGS[1][1])
    (again,) = desk.postings.first(PostingQuery(case), 5)
    assert (again.id, again.result, again.requests) == (line.id, "REMOVED", 1)
    assert again.url == line.url


def test_a_row_that_is_corrected_leaves_what_somebody_else_pasted(desk):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    desk.postings.add(case, [SPELLINGS[0][0]], progress=QUIET)
    told(desk, interview, SPELLINGS[1][0])
    page = desk.interviews.page(interview)
    rows = next(q for q in page.questions if q.path == "harm/postings").rows
    path = f"harm/postings[{rows[-1]}]/url"
    desk.interviews.answer(interview, path, "https://other.example/9")
    assert len(desk.records.list("posting", case)) == 2
    desk.interviews.answer(interview, path, "https://other.example/8")
    desk.interviews.answer(interview, path, "https://other.example/9")
    urls = {row["url"] for row in desk.records.list("posting", case)}
    assert urls == {SPELLINGS[0][0], "https://other.example/9"}


def test_two_laptops_that_spelled_it_apart_are_shown_and_one_can_be_withdrawn(desk):
    case = agreed(desk, "RECORD")
    first = planted(desk, "posting", case, {"url": SPELLINGS[2][0]})
    second = planted(desk, "posting", case, {"url": SPELLINGS[2][1]})
    assert desk.postings.duplicates(case) == ((first, second),)
    (task,) = [t for t in desk.tasks.of_case(case) if t.kind == "DUPLICATE"]
    assert (task.about, task.tab, task.facts["count"]) == (second, "postings", 1)
    desk.postings.retract(second)
    assert desk.postings.duplicates(case) == ()
    assert not [t for t in desk.tasks.of_case(case) if t.kind == "DUPLICATE"]
    desk.postings.add(case, [SPELLINGS[2][1]], progress=QUIET)
    assert [row.id for row in desk.records.list("posting", case)] == [first]


def test_a_pair_of_two_laptops_counts_once_in_the_report(tmp_path):
    desk = a_desk(tmp_path / "r2")
    case, other = agreed(desk, "RECORD"), agreed(desk, "RECORD")
    for url in ("https://tube-a.example/v/1", "http://www.tube-a.example/v/1/"):
        planted(desk, "posting", case, {"url": url})
    planted(desk, "posting", other, {"url": "https://tube-a.example/v/1"})
    with desk._rooms.vault.reading() as db:
        assert unique_addresses_r2(db) == (2, 1)
    desk.close()
