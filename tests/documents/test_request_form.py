"""The statutory request: its items, its list over pages, and who never stands in it."""

import re

import pytest

from intake.documents import RequestForm, draw_request_form
from tests.documents.conftest import request


def drawn(opened, form, language="ko"):
    return opened(draw_request_form(form, language))


def test_every_item_of_the_form_is_there(opened):
    text = drawn(opened, request()).text
    for item in (
        "불법촬영물등 유통 신고·삭제요청서",
        "인천디지털성범죄예방대응센터",
        "000-00-00000",
        "010-0000-0001",
        "help@center.example",
        "유통신고",
        "삭제요청",
        "불법촬영물",
        "허위영상물",
        "아동·청소년성착취물",
        "제22조의5제1항",
        "2026-11-25",
        "튜브 에이",
    ):
        assert item in text, item


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_short_list_stands_on_the_form_and_a_long_one_in_an_annex(opened, language):
    short = drawn(opened, request(addresses=5), language)
    assert len(short.pdf) == 1
    long = drawn(opened, request(addresses=300), language)
    first = long.pdf[0].get_textpage().get_text_bounded()
    assert "https://" not in first
    numbers = re.findall(r"https://tube-a\.example/v/(\d+)\?", long.text)
    assert [int(one) for one in numbers] == list(range(1, 301))


def test_the_head_of_the_list_stands_on_every_page_of_it(opened):
    paper = drawn(opened, request(addresses=100))
    pages = [page.get_textpage().get_text_bounded() for page in paper.pdf][1:]
    assert len(pages) > 1
    assert all("주소(URL)" in page for page in pages)


def test_an_address_as_long_as_there_are_is_whole(opened):
    form = request()
    long = "https://tube-a.example/" + "a1b2c3" * 300
    (one, *rest) = form.addresses
    grown = RequestForm(
        form.center,
        form.counselor,
        form.addressee,
        form.number,
        form.made_on,
        (type(one)(long, ""), *rest),
    )
    text = "".join(drawn(opened, grown).text.split())
    assert long in text


def test_what_is_not_known_is_left_to_the_pen(opened):
    empty = RequestForm("센터", "", "", "", "", request().addresses)
    paper = drawn(opened, empty)
    assert len(paper.pdf) == 1
    assert "문서번호" not in paper.text


def test_the_same_request_gives_the_same_bytes():
    assert draw_request_form(request(), "ko") == draw_request_form(request(), "ko")


def test_a_traceback_that_prints_it_shows_no_address():
    assert "https" not in repr(request())
