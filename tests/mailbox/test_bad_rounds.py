"""Rounds through a server that hangs, lies, leads astray or changes: told in words at its place.

What lies in the folder beside it is taken in all the same, nothing is damaged, and once the server is
honest again everything comes out.
"""

import re
import tracemalloc
from dataclasses import replace

import pytest

from intake.desk import place_opening
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.mailbox.liars import (
    AMPLE,
    endless,
    lying,
    respelled,
    says,
)
from tests.mailbox.misdeeds import (
    GETS,
    LISTS,
    OTHERS,
    PUTS,
    half,
    sized,
)
from tests.mailbox.servers import HERE, PASSWORD, USER, make_certificate
from tests.vaults_at_hand import cheap_guessing

pytestmark = pytest.mark.enable_socket
QUIET = Silent()


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
def at_once(monkeypatch):
    """Nobody waits before trying again."""
    monkeypatch.setattr(place_opening, "waiting", lambda progress: lambda seconds: None)


@pytest.fixture
def between(pair, at_once, tmp_path, monkeypatch):
    """Both places at both desks: a bundle lies at the server, another one in the folder."""
    (tmp_path / "stick").mkdir()
    server = place_opening._server
    with lying() as liar:
        monkeypatch.setattr(place_opening, "_server", lambda *told: replace(server(*told), answer=liar.patience, connect=AMPLE))  # fmt: skip
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


def test_a_certificate_that_changed_between_two_rounds_is_told_and_nothing_is_asked(pair, at_once, tmp_path):  # fmt: skip
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
