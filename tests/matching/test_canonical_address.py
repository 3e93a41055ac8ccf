"""One spelling for one place on the net, and a reason for every line that is none."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching import Address, NotAddress, read_address

_SAME = {
    "tube-a.example/v?id=7": (
        "hxxps://www[.]tube-a[.]example/v/?id=7&utm_source=x",
        "https[:]//tube-a[dot]example/v?id=7#t=10",
        "ｈｔｔｐ：／／ＴＵＢＥ-A．example/v?id=7",
        "1. <https://tube-a.example:443/v?fbclid=1&id=7>,",
        "https://\u202etube-a.example/v?\u200bid=7",
    ),
    "x.example/%EA%B0%80?b=%2F&no=2": (
        "http://x.example/가/?no=2&b=%2f",
        "x.example//%ea%b0%80?b=%2F&no=2",
    ),
    "xn--3e0b707e.com/1": ("https://한국.com/1", "XN--3E0B707E.com/1/"),
    "a.example/wiki/A_(b)": ("(https://a.example/wiki/A_(b))", "a.example/wiki/A_(b)"),
    "twitter:1790000000000000001": (
        "https://x.com/dark/status/1790000000000000001?s=46&t=zz",
        "mobile.twitter.com/i/status/1790000000000000001",
    ),
    "telegram:blackcat/12": (
        "t.me/blackcat/12",
        "tg://resolve?domain=blackcat&post=12",
    ),
    "203.0.113.7/x": ("http://203.0.113.007:80/x",),
}


@pytest.mark.parametrize(
    ("key", "typed"), [(k, t) for k, all_ in _SAME.items() for t in all_]
)
def test_two_spellings_of_one_place_have_one_key(key, typed):
    assert read_address(typed).key == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "https://m.youtube.com/watch?v=aaaaaaaaaaa",
            "https://m.youtube.com/watch?v=bbbbbbbbbbb",
        ),
        ("https://b.example/?id=t&no=1", "https://b.example/?id=t&no=2"),
        ("https://b.example/?s=1", "https://b.example/?s=2"),
        ("https://b.example/#!/1", "https://b.example/#!/2"),
        ("https://b.example/A", "https://b.example/a"),
        ("https://b.example:8080/", "https://b.example/"),
        ("https://b.example/?a=1%262", "https://b.example/?a=1&2"),
        ("https://а.example/", "https://a.example/"),  # a Cyrillic letter
    ],
)
def test_two_places_stay_two(one, other):
    assert read_address(one).key != read_address(other).key


@pytest.mark.parametrize(
    ("why", "typed"),
    [
        ("empty", " \u200b "),
        ("too-long", "https://a.example/" + "x" * 10_000),
        ("too-long", "https://a.example/" + "가" * 400),
        ("scheme", "javascript:alert(1)"),
        ("scheme", "data:text/html,x"),
        ("scheme", "file:///etc/passwd"),
        ("scheme", "mailto:a@b.example"),
        ("account", "a@b.example"),
        ("account", "@night_moon07"),
        ("words", "어제 올라온 글입니다."),
        ("words", "안녕하세요.반갑습니다"),
        ("words", "사진.jpg"),
        ("words", "203.0.113.7"),
        ("words", "010-0000-4217"),
        ("spaces", "https://a.example/my video.mp4"),
        ("host", "https://"),
        ("host", "https://a..example/x"),
        ("host", "https://\U0001f600.example/x"),
        ("host", "localhost:8080/x"),
    ],
)
def test_what_is_no_address_is_told_with_its_reason(why, typed):
    assert read_address(typed) == NotAddress(why)


def test_what_can_be_opened_keeps_its_order_and_loses_only_what_tells_how_one_came():
    found = read_address("hxxp://www.b.example:80/A/?no=2&utm_medium=s&id=x#top")
    assert found.url == "http://www.b.example/A/?no=2&id=x"
    assert found.host == "b.example"


def test_a_password_in_an_address_is_not_kept():
    assert "pw" not in read_address("https://me:pw@b.example/x").url


_ODD = st.text(
    alphabet=string.printable + "가ㄱ．：／\u200b\u202e％[]()@#?&=", max_size=60
)


@given(st.one_of(_ODD, _ODD.map(lambda t: "https://a.example/" + t)))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_an_answer_and_its_own_spelling_stands(typed):
    found = read_address(typed)
    if isinstance(found, Address):
        again = read_address(found.url)
        assert (again.url, again.key) == (found.url, found.key)
