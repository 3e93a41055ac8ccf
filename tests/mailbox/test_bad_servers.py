"""Servers that hang, lie, lead astray or change: told in words at their place, skipped, nothing damaged.

Rounds go through a server that misbehaves and through a folder: what lies in the folder is taken in
all the same, and once the server is honest again everything comes out.
"""

import contextlib
import io
import os
import re
import tracemalloc
from dataclasses import replace
from hashlib import sha256

import pytest

from intake.desk import place_opening
from intake.errors import (
    Altered,
    Cut,
    MailboxAway,
    MailboxOdd,
    MailboxRefuses,
    NoRoom,
    ReadOnlyPlace,
)
from intake.mailbox import fetch, letter_for
from intake.mailbox.webdav import WebdavMailbox
from intake.mailbox.wire import Server
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.mailbox.liars import (
    cut,
    endless,
    hangs,
    hangs_midway,
    longer,
    lying,
    respelled,
    says,
    shorter,
)
from tests.mailbox.servers import HERE, PASSWORD, USER, make_certificate
from tests.suites.mailbox import whole
from tests.vaults_at_hand import cheap_guessing

pytestmark = pytest.mark.enable_socket
QUIET = Silent()
PAGE = b"<!doctype html><html><body>Please log in<br></body></html>"
DATA = os.urandom(30)
KEY = f"ic/202609/{sha256(DATA).hexdigest()}.age"
LETTER = letter_for("ic", "202609", sha256(DATA).hexdigest(), len(DATA))
BRIEF = 0.25  # seconds of patience with a server on this computer


@pytest.fixture
def liar():
    with lying() as one:
        yield one


def dav(liar):
    server = Server(liar.url, answer=BRIEF, connect=BRIEF)
    return contextlib.closing(WebdavMailbox(server, "bad"))


def put(liar):
    with dav(liar) as box:
        box.put_new(KEY, io.BytesIO(DATA), len(DATA))


# --- two desks, a server between them, and a folder beside it ----------------------------------


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    home = tmp_path_factory.mktemp("pair")
    with cheap_guessing():
        center = a_desk(home / "ic")
        central = a_desk(home / "c0", role="central", code="C0")
        introduce(center, central)
    yield center, central
    center.close()
    central.close()


@pytest.fixture
def briefly(monkeypatch):
    """Wait for no server longer than a breath, and not at all before trying again."""
    server = place_opening._server
    monkeypatch.setattr(place_opening, "_server", lambda *told: replace(server(*told), answer=BRIEF, connect=BRIEF))  # fmt: skip
    monkeypatch.setattr(place_opening, "waiting", lambda progress: lambda seconds: None)


@pytest.fixture
def between(pair, briefly, tmp_path):
    """Both places at both desks: a bundle lies at the server, another one in the folder."""
    (tmp_path / "stick").mkdir()
    with lying() as liar:
        yield from _met(pair, liar, tmp_path)


def _met(pair, liar, tmp_path, **known):
    center, central = pair
    for desk in pair:
        for one in desk.places.listing():
            desk.places.remove(one.id)
    server, folder = added(center, liar, tmp_path, **known)
    added(central, liar, tmp_path, **known)
    cases = [_left(center, server)]
    (first,) = (one.id for one in center.sync.state().items)
    cases.append(_left(center, folder))
    for lying_there_too in tmp_path.rglob(f"{first}*"):
        lying_there_too.unlink()
    center.sync.allow(server, "C0")
    yield center, central, liar, cases
    liar.ways.clear()
    for desk in (center, central, center):
        desk.sync.run(QUIET)
    assert center.sync.state().items == ()


def _left(center, place):
    """Leave a bundle with a case there."""
    center.sync.allow(place, "C0")
    case = recorded(center)
    center.sync.run(QUIET)
    return case


def added(desk, liar, tmp_path, **known):
    one = desk.places.add("webdav", "나쁜 서버", liar.url, **known)
    desk.places.keep_secret(one, USER, PASSWORD)
    return one, desk.places.add("folder", "공용 폴더", str(tmp_path / "stick"))


def recorded(desk):
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.settle_drafts(interview)
    return case


def at(desk, name="나쁜 서버"):
    return next(one for one in desk.sync.state().places if one.name == name)


def whole_again(central, liar, cases):
    """Once the server is honest, what lay there is taken in, and nothing is damaged."""
    liar.ways.clear()
    assert central.sync.run(QUIET).set_aside == 0
    assert at(central).fine
    assert {central.cases.line(case).id for case in cases} == set(cases)
    assert not list(central._rooms.exchange.quarantine.iterdir())
    assert central._rooms.ledger.verify(QUIET).ok


ELSEWHERE = {
    "another host": "https://elsewhere.example/box/",
    "without TLS": "http://elsewhere.example/box/",
    "in a circle": "{self}",
    "another port here": f"http://{HERE}:9/",
}
OTHERS = ["/box/intake-mailbox/v1/../../../etc/passwd", "//evil.example/x.age", "http://[::1/", "/box/intake-mailbox/v1/C0", "C:\\x"]  # fmt: skip
HUGE = (b"9" * 6_000, b"18446744073709551616", b"99999999999999999")


ERRORS = {"닿을 수 없": MailboxAway, "대답": MailboxOdd, "다른 곳": MailboxOdd, "암호": MailboxRefuses, "허락": MailboxRefuses}  # fmt: skip


def sized(number):
    return respelled(lambda body: re.sub(rb"(length>)[0-9]+", rb"\g<1>" + number, body))


LISTS = {
    "hangs": (hangs, "닿을 수 없"),
    "hangs midway": (hangs_midway, "닿을 수 없"),
    "a page for people": (says(200, PAGE, Content_Type="text/html"), "대답"),
    "a page as a list": (says(207, PAGE), "대답"),
    "nothing": (says(207), "대답"),
    "garbage": (says(207, os.urandom(999)), "대답"),
    "cut markup": (respelled(lambda body: body[: len(body) // 2]), "대답"),
    "hung up": (cut, "대답"),
    "no session any more": (says(401), "암호"),
    "not allowed any more": (says(403), "허락"),
    "broken": (says(500), "닿을 수 없"),
    "busy": (says(503, Retry_After="3600"), "닿을 수 없"),
    "too often": (says(429, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"), "닿을 수 없"),
    **{f"leads to {name}": (says(302, Location=where), "다른 곳") for name, where in ELSEWHERE.items()},
    **{f"a size of {len(one)} digits": (sized(one), "대답") for one in HUGE},
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_none_comes_out_as_one_of_our_errors(name, liar):
    put(liar)
    liar.ways["list"], word = LISTS[name]
    with dav(liar) as box, pytest.raises(ERRORS[word]) as told:
        box.list("")
    assert told.value.facts["mailbox"] == "bad"
    assert "box" not in str(told.value).replace("mailbox", "")
    liar.ways.clear()
    with dav(liar) as box:
        assert whole(box, KEY) == DATA


ROUNDS = ("hangs", "a page for people", "no session any more", "busy", "leads to without TLS", "a size of 6000 digits")  # fmt: skip


def test_a_server_that_lists_badly_is_told_in_words_and_the_folder_is_gone_through(between):  # fmt: skip
    _, central, liar, cases = between
    for turn, name in enumerate(ROUNDS):
        liar.ways["list"], word = LISTS[name]
        came = central.sync.run(QUIET)
        assert (came.received, came.set_aside, came.away) == (turn == 0, 0, ("나쁜 서버",))  # fmt: skip
        told = at(central)
        assert not told.fine
        assert word in told.sentence, told.sentence
        assert told.remedy
        assert at(central, "공용 폴더").fine
        assert at(central, "공용 폴더").last_ms >= told.last_ms
    whole_again(central, liar, cases)


GETS = {
    "hangs": (hangs, MailboxAway),
    "hangs midway": (hangs_midway, MailboxAway),
    "hung up": (cut, MailboxOdd),
    "no session any more": (says(401), MailboxRefuses),
    "busy": (says(503, Retry_After="1"), MailboxAway),
    "leads elsewhere": (says(307, Location="https://elsewhere.example/"), MailboxOdd),
    "shorter": (shorter, Altered),
    "longer": (longer, Cut),
    "endless": (endless, Cut),
    "a page for people": (says(200, PAGE, Content_Type="text/html"), Cut),
    "a short page": (says(200, PAGE[:9], Content_Type="text/html"), Altered),
    "nothing": (says(200), Altered),
    "gone": (says(404), Cut),
}


@pytest.mark.parametrize("name", GETS)
def test_bytes_that_are_others_or_none_come_out_as_one_of_our_errors(name, liar):
    put(liar)
    liar.ways["get"], error = GETS[name]
    out = io.BytesIO()
    with dav(liar) as box, pytest.raises(error):
        fetch(box, LETTER, out, QUIET)
    assert len(out.getvalue()) <= len(DATA)


def test_a_server_that_hands_out_badly_is_told_and_the_folder_is_gone_through(between):
    _, central, liar, cases = between
    for turn, name in enumerate(("hangs midway", "no session any more")):
        liar.ways["get"], _ = GETS[name]
        came = central.sync.run(QUIET)
        assert (came.received, came.away, came.set_aside) == (turn == 0, ("나쁜 서버",), 0)  # fmt: skip
        assert at(central).sentence
    for name in ("shorter", "endless", "a page for people", "gone"):
        liar.ways["get"], _ = GETS[name]
        came = central.sync.run(QUIET)
        assert (came.away, came.set_aside) == ((), 1)
        bad = next(one for one in central.exchange.received() if one.reason_text_id)
        assert bad.reason_text_id in {"err-altered", "err-cut"}
        assert central._rooms.texts(bad.reason_text_id)
    whole_again(central, liar, cases)


def test_a_size_that_is_a_lie_sets_one_bundle_aside_and_no_more(between):
    """Less than lies there is a copy that goes on too long; more is nothing where the hash fits."""
    _, central, liar, cases = between
    liar.ways["list"] = sized(b"5")
    came = central.sync.run(QUIET)
    assert (came.received, came.set_aside, came.away) == (1, 1, ())
    liar.ways["list"] = sized(b"99999999")
    assert central.sync.run(QUIET).received == 1
    whole_again(central, liar, cases)


def test_names_of_others_and_names_that_differ_by_case_only_are_no_bundles(between):
    _, central, liar, cases = between
    entry = "<D:response><D:href>{}</D:href><D:propstat><D:prop><D:resourcetype/><D:getcontentlength>3</D:getcontentlength></D:prop></D:propstat></D:response>"  # fmt: skip
    (own,) = (one for one in liar.files if one.endswith(".age"))
    shouted = own.replace(own.rpartition("/")[2], own.rpartition("/")[2].upper())
    rows = "".join(map(entry.format, [*OTHERS, shouted, own.replace("/c0/", "/C0/")]))
    liar.files[shouted] = b"abc"
    liar.ways["list"] = respelled(lambda body: body.replace(b"</D:multistatus>", rows.encode() + b"</D:multistatus>"))  # fmt: skip
    came = central.sync.run(QUIET)
    assert (came.received, came.set_aside, came.away) == (2, 0, ())
    assert liar.files[shouted] == b"abc"
    whole_again(central, liar, cases)


# --- bringing something there ------------------------------------------------------------------


def forgets(asked, honest):
    """Says that it has the bytes, and has not."""
    asked.liar.files.pop(asked.plain, None)
    return honest


def half(asked, honest):
    """Keeps half of them."""
    kept = asked.liar.files.get(asked.plain, b"")
    asked.liar.files[asked.plain] = kept[: len(kept) // 2]
    return honest


PUTS = {
    ("put-unread", "hangs"): (hangs, MailboxAway),
    ("put", "hangs"): (hangs, MailboxAway),
    ("put", "no session any more"): (says(401), MailboxRefuses),
    ("put", "full"): (says(507), NoRoom),
    ("put", "too much"): (says(413), NoRoom),
    ("put", "read only"): (says(405), ReadOnlyPlace),
    ("put", "locked"): (says(423), MailboxAway),
    ("put", "leads elsewhere"): (says(308, Location="http://elsewhere.example/"), MailboxOdd),
    ("put", "forgets"): (forgets, Cut),
    ("put", "keeps half"): (half, Cut),
    ("look", "a page for people"): (says(200, PAGE), MailboxOdd),
    ("move", "hangs"): (hangs, MailboxAway),
    ("move", "broken"): (says(500), MailboxAway),
    ("make", "not allowed"): (says(403), MailboxRefuses),
}  # fmt: skip


@pytest.mark.parametrize(("stage", "name"), PUTS)
def test_what_cannot_be_left_there_is_told_and_lies_there_by_no_name(stage, name, liar):
    liar.ways[stage], error = PUTS[stage, name]
    with dav(liar) as box, pytest.raises(error):
        box.put_new(KEY, io.BytesIO(DATA), len(DATA))
    assert not [one for one in liar.files if one.endswith(".age")]
    liar.ways.clear()
    with dav(liar) as box:
        assert box.put_new(KEY, io.BytesIO(DATA), len(DATA))
        assert whole(box, KEY) == DATA


def test_what_cannot_be_left_there_waits_and_goes_later(between):
    center, central, liar, cases = between
    central.sync.run(QUIET)
    cases.append(recorded(center))
    for stage, name in (("put", "full"), ("move", "broken")):
        liar.ways = {stage: PUTS[stage, name][0]}
        told = center.sync.run(QUIET)
        assert (told.sent, told.away) == (0, ("나쁜 서버",))
        assert at(center).sentence
        assert at(center, "공용 폴더").fine
    liar.ways = {"put": half}
    told = center.sync.run(QUIET)
    (item,) = told.held
    assert next(one for one in center.sync.state().items if one.id == item).sentence
    assert not [one for one in liar.files if item in one]
    liar.ways.clear()
    center.sync.again(item)
    assert center.sync.run(QUIET).sent == 1
    whole_again(central, liar, cases)


def test_what_lies_there_whole_is_not_touched_by_a_server_that_hides_it(between):
    """A server that lists nothing is sent to again; it still has the bytes, and says so."""
    center, central, liar, cases = between
    before = dict(liar.files)
    liar.ways["list"] = says(207, b'<D:multistatus xmlns:D="DAV:"/>')
    center.sync.run(QUIET)
    assert {one: data for one, data in liar.files.items() if one in before} == before
    central.sync.run(QUIET)
    whole_again(central, liar, cases)


# --- who it is ---------------------------------------------------------------------------------


def test_a_certificate_that_changed_between_two_rounds_is_told_and_nothing_is_asked(pair, briefly, tmp_path):  # fmt: skip
    first, second = tmp_path / "first", tmp_path / "second"
    for one in (first, second):
        one.mkdir()
        make_certificate(one)
    (tmp_path / "stick").mkdir()
    with lying(first) as liar:
        for center, central, _, cases in _met(pair, liar, tmp_path, ca_file=str(first / "ca.pem")):  # fmt: skip
            changed = lying(second)
            with changed as other:
                _on_port_of(other, central, center)
                came = central.sync.run(QUIET)
                assert (came.received, came.away, came.needs) == (1, ("나쁜 서버",), ("나쁜 서버",))  # fmt: skip
                assert "신원" in at(central).sentence
                assert other.asked == []
            _on_port_of(liar, central, center)
            whole_again(central, liar, cases)


def _on_port_of(liar, *desks):
    """Lead the place to another server: what a name on the network does when it is taken over."""
    for desk in desks:
        place = at(desk).place
        kept = desk._rooms.vault.fact("places")
        again = re.sub(rf"{HERE}:[0-9]+", f"{HERE}:{liar.port}", kept)
        with desk._rooms.vault.writing():
            desk._rooms.vault.keep_fact("places", again)
        assert at(desk).place == place


def test_a_renewed_certificate_of_the_same_authority_is_another_one_where_a_pin_was_compared(tmp_path):  # fmt: skip
    from intake.mailbox.wire import presented_pin  # noqa: PLC0415 - only here

    place = tmp_path / "tls"
    place.mkdir()
    make_certificate(place)
    with lying(place) as liar:
        known = Server(liar.url, ca_file=place / "ca.pem", answer=2, connect=2)
        pinned = replace(known, pin=presented_pin(known))
        with contextlib.closing(WebdavMailbox(pinned)) as box:
            assert box.list("") == {}
        strange = replace(pinned, pin=pinned.pin[::-1])
        with contextlib.closing(WebdavMailbox(strange)) as box, pytest.raises(MailboxOdd) as told:  # fmt: skip
            box.put_new(KEY, io.BytesIO(b"x"), 1)
        assert told.value.facts["why"] == "certificate"
        assert liar.asked == ["list"]


def everything(box):
    """Ask for all that is ever asked of a mailbox."""
    box.list("")
    whole(box, KEY)
    box.put_new(KEY.replace("ic", "sl", 1), io.BytesIO(DATA), len(DATA))


@pytest.mark.parametrize("stage", ["list", "get", "put", "move", "look", "make"])
def test_nobody_follows_to_where_a_server_points(stage, liar):
    """Neither the name and password nor a byte of a bundle reaches another place."""
    with lying() as other:
        liar.ways = {stage: says(302, Location=other.url)}
        liar.files[f"/box/intake-mailbox/v1/{KEY}"] = b"" if stage == "get" else DATA
        liar.folders.add("/box/intake-mailbox/v1")
        with dav(liar) as box, pytest.raises(MailboxOdd) as told:
            everything(box)
        assert told.value.facts["why"] == "redirect"
        assert other.asked == []


def test_a_test_letter_to_a_server_without_end_fills_no_memory(between):
    center, _, liar, _ = between
    liar.ways["get"] = endless
    tracemalloc.start()
    told = center.places.test(at(center).place, QUIET)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not told.fine
    assert told.sentence
    assert peak < 32 << 20
