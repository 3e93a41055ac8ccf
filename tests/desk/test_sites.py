"""The center's directory of sites, and asking one of them."""

from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest

from intake.desk.notices import KINDS, languages, notice_of
from intake.desk.platforms import kind_of
from intake.desk.views.deleting import PostingQuery
from intake.errors import InvalidInput, NotFound
from intake.progress import Silent
from intake.register import CODES
from tests.desks_at_hand import agreed

QUIET = Silent()
KINDS_OF_PLATFORM = {
    one.code
    for name in ("platform", "platform_extra_unsourced")
    for one in CODES.lists[name]
}


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "DELETE")


@pytest.fixture
def posted(desk, case):
    """Add addresses; gives their ids by address."""

    def make(*urls):
        desk.postings.add(case, urls, progress=QUIET)
        found = desk.postings.first(PostingQuery(case), 2_000)
        return {line.url: line.id for line in found}

    return make


def a_site(desk, host="tube-a.example", **said):
    return desk.sites.add(
        {"host": host, "name": "튜브 에이", "channel": "EMAIL", **said}
    )


# --- the directory ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("instagram.com", "SOCIAL"),
        ("m.instagram.com", "SOCIAL"),
        ("www.google.com", "SEARCH"),
        ("drive.google.com", "CLOUD"),
        ("gall.dcinside.com", "COMMUNITY"),
        ("t.me", "MESSENGER"),
        ("web.archive.org", "ARCHIVE"),
        ("notinstagram.com", ""),
        ("instagram.com.evil.example", ""),
    ],
)
def test_a_public_service_is_known_by_the_end_of_its_host(host, kind):
    assert kind_of(host) == kind
    assert kind in KINDS_OF_PLATFORM | {""}


def test_a_site_is_known_by_its_host_however_it_was_typed(desk):
    site = a_site(desk, host="https://www.tube-a.example/contact?x=1")
    assert a_site(desk, host="TUBE-A.example") == site
    line = desk.sites.of("https://cdn.tube-a.example/v/1")
    assert (line.id, line.host, line.channel_text) == (site, "tube-a.example", "이메일")
    assert desk.sites.of("tube-b.example") is None
    assert len(desk.sites.list()) == 1


def test_the_longest_host_that_fits_is_the_site(desk):
    a_site(desk, platform="ADULT")
    inner = a_site(desk, host="files.tube-a.example", platform="CLOUD")
    assert desk.sites.of("x.files.tube-a.example").id == inner
    assert desk.sites.platform_of("https://files.tube-a.example/1") == "CLOUD"
    assert desk.sites.platform_of("https://tube-a.example/1") == "ADULT"
    assert desk.sites.platform_of("https://x.com/a") == "SOCIAL"


def test_what_is_no_host_is_refused(desk):
    for typed in ("", "튜브", "localhost"):
        with pytest.raises(InvalidInput):
            a_site(desk, host=typed)


def test_a_site_changes_but_for_its_host_and_can_be_withdrawn_and_come_back(desk):
    site = a_site(desk)
    desk.sites.change(site, {"email": "abuse@tube-a.example", "host": "other.example"})
    line = desk.sites.of("tube-a.example")
    assert (line.email, line.host) == ("abuse@tube-a.example", "tube-a.example")
    desk.sites.retract(site)
    assert desk.sites.list() == ()
    with pytest.raises(NotFound):
        desk.sites.change(site, {"name": "x"})
    assert a_site(desk) == site
    assert len(desk.sites.list()) == 1


def test_sites_are_found_by_name_initials_and_host(desk):
    a_site(desk)
    a_site(desk, host="board-b.example", name="게시판 비")
    assert [line.name for line in desk.sites.list("튜브")] == ["튜브 에이"]
    assert [line.name for line in desk.sites.list("ㄱㅅㅍ")] == ["게시판 비"]
    assert len(desk.sites.list("example")) == 2


def test_a_site_counts_its_postings_and_hosts_without_a_site_are_told(desk, posted):
    a_site(desk)
    posted(
        "https://tube-a.example/1",
        "https://tube-a.example/2",
        "https://board-b.example/1",
    )
    assert desk.sites.of("tube-a.example").postings == 2
    assert desk.sites.unlisted() == (("board-b.example", 1),)


# --- words ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", languages())
def test_every_notice_names_the_center_the_number_and_where_the_list_goes(
    desk, language, kind
):
    rooms = desk.sites._rooms
    notice = notice_of(rooms, language, kind, count=17, site="튜브 에이")
    assert "IC 센터" in notice.body
    assert "17" in notice.body
    assert notice.body.count("{addresses}") == 1
    filled = notice.subject + notice.body.replace("{addresses}", "")
    assert "{" not in filled
    assert "!" not in filled


def test_a_language_without_words_is_written_to_in_english(desk):
    assert desk.sites.notice("tl") == desk.sites.notice("en")
    assert set(desk.sites.languages()) == {"en", "ja", "ko", "zh"}
    assert desk.sites.notice("ko", "LETTER") == desk.sites.notice("ko", "EMAIL")


# --- asking -------------------------------------------------------------------------------


def test_postings_are_asked_for_by_site_else_by_host(desk, case, posted):
    a_site(desk)
    ids = posted(
        "https://tube-a.example/1",
        "https://cdn.tube-a.example/2",
        "https://board-b.example/1",
    )
    groups = dict(desk.postings.by_site(case, list(ids.values())))
    assert set(groups) == {"tube-a.example", "board-b.example"}
    assert len(groups["tube-a.example"]) == 2


def test_a_draft_is_a_letter_a_person_sends_and_nothing_is_noted(desk, case, posted):
    site = a_site(desk, email="abuse@tube-a.example", language="en")
    ids = posted("https://tube-a.example/1?a=%26", "https://tube-a.example/2")
    draft = desk.postings.draft(case, site, list(ids.values()), "en")
    assert draft.to == "abuse@tube-a.example"
    assert "https://tube-a.example/1?a=%26" in draft.body
    told = parse_qs(urlsplit(draft.mailto).query, strict_parsing=True)
    assert told["body"][0].replace("\r\n", "\n") == draft.body
    assert told["subject"] == [draft.subject]
    assert not draft.truncated
    assert "하늘" not in draft.body + draft.subject
    assert desk.postings.totals(case).requests == 0


def test_a_search_engine_is_asked_about_its_results(desk, case, posted):
    ids = posted("https://www.google.com/search?q=abc")
    draft = desk.postings.draft(case, "google.com", list(ids.values()), "ko")
    assert "검색결과" in draft.subject
    assert draft.to == ""


def test_a_long_list_does_not_fit_a_link_and_says_where_it_is(desk, case, posted):
    site = a_site(desk, email="abuse@tube-a.example")
    ids = posted(*(f"https://tube-a.example/v/{n}" for n in range(100)))
    draft = desk.postings.draft(case, site, list(ids.values()))
    assert draft.truncated
    assert draft.body.count("https://") == 100
    assert "https" not in draft.mailto.partition("body=")[2]


def test_a_line_break_in_a_contact_begins_no_other_head_line(desk, case, posted):
    site = a_site(desk, email="abuse@tube-a.example\nBcc: x@evil.example")
    ids = posted("https://tube-a.example/1")
    draft = desk.postings.draft(case, site, list(ids.values()))
    assert "\n" not in draft.to
    assert "%0A" not in draft.mailto.partition("?")[0]
    assert "&bcc=" not in draft.mailto.casefold()


def test_the_form_of_a_site_holds_its_addresses_and_never_the_person(
    desk, case, posted
):
    desk.settings.set("center_phone", "010-0000-0001")
    site = a_site(desk)
    ids = posted(*(f"https://tube-a.example/v/{n}" for n in range(40)))
    file = desk.postings.request_form(case, site, list(ids.values()))
    pdf = pypdfium2.PdfDocument(file.data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert len(pdf) >= 2
    pdf.close()
    assert text.count("https://tube-a.example/v/") == 40
    assert "IC 센터" in text
    assert "010-0000-0001" in text
    assert "하늘" not in text
    assert file.name.endswith("-request.pdf")
    assert "tube" not in file.name


def test_a_request_about_nothing_is_refused(desk, case):
    with pytest.raises(InvalidInput):
        desk.postings.request_form(case, "tube-a.example", [])
    with pytest.raises(InvalidInput):
        desk.postings.draft(case, "tube-a.example", [case])
