"""Addresses pasted by the hundred: read, compared, shown, and added as one step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.desk.pasted import Reader
from intake.desk.views.deleting import PostingQuery
from intake.errors import Cancelled, InvalidInput
from intake.progress import Silent
from intake.register.spelling import key_of
from tests.desks_at_hand import a_desk, agreed

QUIET = Silent()


class Stop:
    """A person who cancels at a step."""

    def __init__(self, at):
        self.left = at

    def step(self, _done, _total, what):
        assert what.startswith("progress-")
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """One desk for this file; every test has a case of its own."""
    made = a_desk(tmp_path_factory.mktemp("paste") / "ic")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "DELETE")


def add(desk, case, *urls, **told):
    return desk.postings.add(case, urls, progress=QUIET, **told)


def preview(desk, case, text):
    return desk.postings.preview(case, text, QUIET)


def states(shown):
    return [line.state for line in shown.lines]


def lines(desk, case, **query):
    return desk.postings.first(PostingQuery(case, **query), 1_000)


def addresses(text):
    return [one.read.url for one in Reader().paste(text) if one.read]


# --- reading ------------------------------------------------------------------------


def test_a_pasted_list_is_new_here_twice_or_no_address(desk, case):
    add(desk, case, "https://tube-a.example/v/1")
    shown = preview(
        desk,
        case,
        "https://tube-a.example/v/1\n"
        "https://tube-a.example/v/2\r\n"
        "hxxps://www[.]tube-a[.]example/v/2?utm_source=mail\n"
        "\n"
        "어제 들은 이야기\n",
    )
    assert states(shown) == ["here", "new", "twice", "not_address"]
    assert (shown.new, shown.here, shown.twice, shown.not_address) == (1, 1, 1, 1)
    assert shown.lines[0].posting
    assert shown.lines[3].why_id == "not-address-words"
    assert shown.lines[3].text == "어제 들은 이야기"


def test_nothing_is_written_by_looking(desk, case):
    before = desk.cases.timeline(case)
    preview(desk, case, "https://tube-a.example/v/1")
    assert desk.postings.totals(case).urls == 0
    assert desk.cases.timeline(case) == before


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/1 https://a.example/2",
        "https://a.example/1,https://a.example/2",
        "https://a.example/1;hxxps://a[.]example/2",
        "1\thttps://a.example/1\t2026-01-02\n2\thttps://a.example/2\t메모",
        '"https://a.example/1"\n"https://a.example/2"',
        '"https://a.example/1\nhttps://a.example/2"',
        "\ufeffhttps://a.example/1\r\nhttps://a.example/2\r\n",
        "<https://a.example/1>|<https://a.example/2>",
        "- https://a.example/1\n② https://a.example/2",
        "https://a.example/1\u2028https://a.example/2",
    ],
)
def test_lists_from_anywhere_give_their_addresses(text):
    assert addresses(text) == ["https://a.example/1", "https://a.example/2"]


def test_an_address_inside_an_address_is_one():
    inside = "https://web.archive.org/web/2020/https://a.example/1"
    assert addresses(inside) == [inside]
    assert len(addresses("https://a.example/r?u=https://b.example/2")) == 1


def test_a_row_of_words_and_numbers_gives_no_address():
    (line,) = Reader().paste("메모\t2026.11.25\tphoto.jpg\t하늘@mail.example")
    assert line.read is None
    assert line.why


def test_what_is_too_long_to_be_an_address_keeps_its_line(desk, case):
    long = "https://a.example/" + "x" * 10_000
    shown = preview(desk, case, f"{long}\nhttps://a.example/1")
    assert states(shown) == ["not_address", "new"]
    assert shown.lines[0].why_id == "not-address-too-long"
    assert shown.lines[0].text == long


# --- adding ---------------------------------------------------------------------------


def test_what_the_preview_found_new_is_added_and_what_was_typed_is_kept(desk, case):
    typed = "hxxps://www[.]tube-a[.]example/v/1?utm_source=x"
    shown = preview(desk, case, f"{typed}\nhttps://tube-b.example/2")
    assert add(desk, case, *shown.urls) == 2
    line = next(line for line in lines(desk, case) if "tube-a" in line.host)
    assert line.url == "https://www.tube-a.example/v/1"
    row = desk.records.get("posting", line.id)
    assert row["typed"] == typed
    assert (row["found_how"], row["result"]) == ("MONITORING", "FOUND")
    assert row["found_by"] == "박상담"


def test_two_spellings_of_one_address_are_one_posting(desk, case):
    assert add(desk, case, "https://x.com/a/status/12345?s=20") == 1
    assert add(desk, case, "https://twitter.com/b/status/12345") == 0
    assert add(desk, case, "hxxps://mobile[.]twitter[.]com/c/status/12345") == 0
    assert desk.postings.totals(case).urls == 1


def test_a_posting_is_found_by_any_spelling_of_its_address(desk, case):
    add(desk, case, "https://x.com/a/status/12345")
    (line,) = lines(desk, case)
    assert desk.postings.at(case, "hxxps://twitter[.]com/b/status/12345") == line.id
    assert desk.postings.at(case, "https://x.com/a/status/99999") == ""
    assert desk.postings.at(case, "주소 아님") == ""


def test_an_address_noted_in_an_interview_is_the_same_posting(desk, case):
    desk.records.add("posting", case, {"url": "HTTPS://WWW.Tube-A.example/v/1/#t"})
    shown = preview(desk, case, "https://tube-a.example/v/1")
    assert states(shown) == ["here"]
    assert add(desk, case, "https://tube-a.example/v/1") == 0


def test_capitals_that_name_another_film_make_another_posting(desk, case):
    first, second = "https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/DQW4w9WgXcQ"
    assert add(desk, case, first, second) == 2
    assert add(desk, case, second, first) == 0
    assert {line.url for line in lines(desk, case)} == {first, second}


def test_adding_is_one_step_and_taken_back_whole(desk, case):
    add(desk, case, *(f"https://tube-a.example/{n}" for n in range(120)))
    assert desk.postings.totals(case).urls == 120
    assert desk.undo.undo().deed == "add"
    assert desk.postings.totals(case).urls == 0
    assert desk.postings.recount() == 0


def test_what_was_taken_back_can_be_added_again(desk, case):
    add(desk, case, "https://tube-a.example/1")
    desk.undo.undo()
    assert states(preview(desk, case, "https://tube-a.example/1")) == ["new"]
    assert add(desk, case, "https://tube-a.example/1") == 1
    assert desk.postings.totals(case).urls == 1
    desk.undo.undo()
    assert desk.postings.totals(case).urls == 0


def test_cancelled_on_the_way_nothing_was_written(desk, case):
    urls = [f"https://tube-a.example/{n}" for n in range(150)]
    with pytest.raises(Cancelled):
        desk.postings.add(case, urls, progress=Stop(1))
    assert desk.postings.totals(case).urls == 0
    assert lines(desk, case) == ()
    assert desk.postings.recount() == 0
    assert add(desk, case, *urls) == 150


def test_a_long_look_can_be_cancelled(desk, case):
    text = "\n".join(f"https://tube-a.example/{n}" for n in range(450))
    with pytest.raises(Cancelled):
        desk.postings.preview(case, text, Stop(1))


def test_long_addresses_find_room_in_the_ledger(desk, case):
    urls = [f"https://tube-a.example/{n}/" + "y" * 1_900 for n in range(60)]
    assert add(desk, case, *urls) == 60


def test_what_lines_hold_besides_addresses_is_passed_over(desk, case):
    assert add(desk, case, "메모", "https://tube-a.example/1", "") == 1


def test_other_cases_are_counted_and_never_named(desk, case):
    others = [agreed(desk, "RECORD") for _ in range(2)]
    for other in others:
        add(desk, other, "https://alone.example/v/1")
    shown = preview(desk, case, "http://alone.example/v/1/\nhttps://alone.example/v/2")
    assert [line.elsewhere for line in shown.lines] == [2, 0]
    assert shown.elsewhere == 1
    told = "".join(line.posting for line in shown.lines)
    assert not any(other in told for other in others)


def test_a_platform_is_known_by_its_host_and_better_by_the_centers_own_list(desk, case):
    desk.sites.add({"host": "tube-a.example", "platform": "ADULT"})
    add(
        desk,
        case,
        "https://m.instagram.com/p/abc/",
        "https://cdn.tube-a.example/1",
        "https://somewhere.example/1",
    )
    kinds = {line.host: line.platform for line in lines(desk, case)}
    assert kinds == {
        "m.instagram.com": "SOCIAL",
        "cdn.tube-a.example": "ADULT",
        "somewhere.example": "ETC",
    }


# --- material, reposts ------------------------------------------------------------------


def test_a_posting_of_a_film_has_its_legal_class_and_a_childs_film_is_kept(desk, case):
    item = desk.records.add("material", case, {"kind": "CSAM", "medium": "VIDEO"})
    add(desk, case, "https://tube-a.example/1", item=item)
    (line,) = lines(desk, case)
    assert line.item == item
    assert desk.records.get("posting", line.id)["material"] == "CSAM"
    kept = desk.records.get("case", case)
    assert (kept["keep_evidence"], kept["retention"]) == (True, "PERM")


def test_a_repost_is_a_new_posting_and_the_former_stays_what_it_is(desk, case):
    add(desk, case, "https://tube-a.example/1")
    (former,) = lines(desk, case)
    desk.postings.mark(case, [former.id], "REQUESTED", progress=QUIET)
    desk.postings.mark(case, [former.id], "REMOVED", progress=QUIET)
    new = desk.postings.repost(former.id, "https://tube-b.example/9")
    again = desk.postings.line(former.id)
    assert (again.result, again.reposts) == ("REMOVED", 1)
    assert desk.postings.line(new).parent == former.id
    assert desk.postings.totals(case).back == 1
    assert desk.postings.actions(former.id)[0].result_text == "재유포"
    assert [line.id for line in lines(desk, case, filter="back")] == [new]


def test_a_repost_at_an_address_of_the_case_is_refused_and_nothing_is_left(desk, case):
    add(desk, case, "https://tube-a.example/1", "https://tube-b.example/1")
    former = lines(desk, case)[0]
    with pytest.raises(InvalidInput):
        desk.postings.repost(former.id, "https://tube-b.example/1")
    with pytest.raises(InvalidInput):
        desk.postings.repost(former.id, "주소 아님")
    assert desk.postings.totals(case).urls == 2


def test_details_that_leaked_stand_beside_their_posting(desk, case):
    add(desk, case, "https://tube-a.example/1")
    (line,) = lines(desk, case)
    desk.postings.leaks(line.id, ["NAME", "AFFIL"])
    assert desk.postings.line(line.id).leaks == ("AFFIL", "NAME")
    desk.postings.leaks(line.id, ["NAME"])
    assert desk.postings.line(line.id).leaks == ("NAME",)


HOSTILE = (
    "https://a.example/1\x00",
    "https://a.example/\ud800",
    "https://a.example/\u202egnp.exe",
    "https://a.example/%00%ff%zz",
    "https://xn--a.example/1",
    "https://a.example:99999/1",
    "https://[::1]/x",
    "http://[",
    "https://user:secret@a.example/2",
    "https://a.example/😀",
    "https://한글.example/가나",
    "//a.example/3",
)


def test_no_line_can_stop_the_rest_from_being_added(desk, case):
    text = "\n".join([*HOSTILE, "https://a.example/last"])
    shown = preview(desk, case, text)
    assert len(shown.lines) == len(HOSTILE) + 1
    assert add(desk, case, *shown.urls) == shown.new
    urls = {line.url for line in lines(desk, case)}
    assert "https://a.example/last" in urls
    assert all(url.isascii() for url in urls)
    assert desk.postings.recount() == 0


FRAGMENTS = st.sampled_from(
    [
        *("https://", "hxxp://", "a.example", "/v/1", "?x=1", "#!/7", "\t", "\n", ","),
        *(
            '"',
            "[.]",
            "\ud800",
            "\x00",
            "%zz",
            "한글.example",
            "．",
            "//",
            "@",
            "[::1]",
        ),
        *("javascript:", "\u202e", "😀", " ", "http://[", "tg://resolve?domain=ab"),
    ]
)


@given(st.lists(FRAGMENTS, max_size=12).map("".join) | st.text(max_size=40))
def test_whatever_is_pasted_is_read_and_nothing_is_lost(text):
    for one in Reader().paste(text):
        assert one.text
        assert bool(one.why) is (one.read is None)
        if one.read:
            assert one.read.url.isascii()
            assert key_of(one.read.url)
