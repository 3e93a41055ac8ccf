"""A center with a valid certificate sends bundles to the central desk."""

import pytest

from intake.bundle import document_parcel
from intake.bundle.changes import split_segments
from intake.errors import Malformed
from intake.exchange import withdrawn
from intake.exchange.notices import NOTICE, notice_bytes
from intake.ids import new_id, scope_of
from intake.ledger.erasure import order_scope, part_hash
from tests.exchange.places import START
from tests.hostile.rogues import STAMP, Rogue, body, put


def case_of(scope):
    return scope.partition("/")[2]


@pytest.fixture
def shared(incheon, central, mailbox):
    """A case of Incheon that lies at the central desk."""
    case = incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    return case


def a_case(ms=START):
    return scope_of("case", new_id(ms))


def test_a_certificate_with_the_central_desks_own_name_opens_no_door(
    seoul, central, mailbox, shared
):
    """The name in a certificate is chosen by whoever holds the CA: it proves nothing alone."""
    rogue = Rogue(seoul, device=central.trust.own().device)
    said = body(
        shared, [("case", case_of(shared), "route", "VISIT", [])], stamp=STAMP + 99
    )
    put(mailbox, rogue.words("C0", rogue.segment(said)))
    central.receive(mailbox)
    assert central.register.get("case", case_of(shared))["route"] == "PHONE_CENTER"


def test_the_ledger_itself_does_not_take_a_name_for_the_laptop(
    seoul, central, mailbox, shared, monkeypatch
):
    monkeypatch.setattr(type(central.trust), "_check_own_name", lambda *_: None)
    rogue = Rogue(seoul, device=central.trust.own().device)
    said = body(
        shared, [("case", case_of(shared), "route", "VISIT", [])], stamp=STAMP + 99
    )
    put(mailbox, rogue.words("C0", rogue.segment(said)))
    central.receive(mailbox)
    assert central.register.get("case", case_of(shared))["route"] == "PHONE_CENTER"


def test_a_certificate_with_another_centers_laptop_in_it_is_refused(
    seoul, incheon, central, mailbox, shared
):
    rogue = Rogue(seoul, device=incheon.trust.own().device)
    said = body(a_case(), [])
    put(mailbox, rogue.words("C0", rogue.segment(said)))
    (item,) = central.receive(mailbox).items
    assert (item.state, item.reason) == ("refused", "err-certificate-refused")


def test_an_honest_rogue_is_heard_about_its_own_case(seoul, central, mailbox):
    """The tests above and below fail for what is wrong in them, not for how they are made."""
    rogue, case = Rogue(seoul), a_case()
    put(
        mailbox,
        rogue.words(
            "C0",
            rogue.segment(body(case, [("case", case_of(case), "route", "VISIT", [])])),
        ),
    )
    (item,) = central.receive(mailbox).items
    assert (item.state, item.records) == ("merged", 1)


def good_after(bad, incheon, central, mailbox):
    """Receive a bad bundle and an honest one of another center; return both states."""
    put(mailbox, bad)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    items = central.receive(mailbox).items
    return {item.sender: item.state for item in items}


NUMBERS = [(0, 0, 1 << 70), (0, 1 << 70, 0), (1 << 70, 1 << 71, 0), (0, 0, -(1 << 70))]


@pytest.mark.parametrize("numbers", NUMBERS)
def test_huge_numbers_in_a_clock_fix_do_not_stop_the_others(
    numbers, seoul, incheon, central, mailbox
):
    rogue = Rogue(seoul)
    said = body(a_case(), deed="fix-clock", f=[[rogue.log, *numbers]])
    states = good_after(
        rogue.words("C0", rogue.segment(said)), incheon, central, mailbox
    )
    assert states["IC"] == "merged"


ODD = [
    {"cls": "zodiac"},
    {"cls": ""},
    {"cls": "core/" * 2000},
    {"deed": "x" * 50_000},
    {"e": [["zz", "x"]]},
    {"e": [["00" * 32, ""]], "deed": "erase"},
    {"b": "x", "z": True},
    {"b": "x"},
    {"z": True},
    {"stamp": (1 << 63) - 1},
    {"stamp": 0},
    {"f": [["", 0, 0, 0]]},
    {"f": [["", 0, (1 << 53) - 1, (1 << 53) - 1]], "stamp": (1 << 63) - 1},
    {"f": [["x", 0, 0, 0]] * 4_000},
    {"stamp": 1 << 70},
    {"v": 1 << 70},
]
ESCAPED = [  # written by no JSON writer of ours: half a character, and none at all
    b'"e":[["\\ud800","COURT"]]',
    b'"e":[["00","\\ud800"]]',
    b'"e":[["00","\\u0000"]]',
    b'"f":[["\\ud800",0,0,0]]',
    b'"b":"\\ud800"',
    b'"w":' + b"[" * 20_000 + b"]" * 20_000,
    b'"w":' + b"9" * 5_000,
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_do_not_stop_the_others(odd, seoul, incheon, central, mailbox):
    rogue, case = Rogue(seoul), a_case()
    ops = [
        ("case", case_of(case), "route", "VISIT", []),
        ("case", case_of(case), "training", 1, []),
        ("nothing", case_of(case), "", "x", []),
        ("person", case_of(case), "age", (1 << 53) - 1, []),
        ("person", case_of(case), "name", "\u202e" * 100, []),
        ("posting", case_of(case), "views", -(1 << 53) + 1, []),
    ]
    states = good_after(
        rogue.words("C0", rogue.segment(body(case, ops, **odd))),
        incheon,
        central,
        mailbox,
    )
    assert states["IC"] == "merged"


@pytest.mark.parametrize("odd", ESCAPED, ids=range(len(ESCAPED)))
def test_text_that_is_none_does_not_stop_the_others(
    odd, seoul, incheon, central, mailbox
):
    said = body(a_case(), deed="erase").replace(b'"v":1', odd + b',"v":1')
    rogue = Rogue(seoul)
    states = good_after(
        rogue.words("C0", rogue.segment(said)), incheon, central, mailbox
    )
    assert states["IC"] == "merged"


def test_a_strange_kind_of_scope_does_not_stop_the_others(
    seoul, incheon, central, mailbox
):
    rogue = Rogue(seoul)
    bodies = [
        body(f"{kind}/{new_id(START)}", [("case", new_id(START), "route", "VISIT", [])])
        for kind in ("unread", "x", "link", "record")
    ]
    states = good_after(
        rogue.words("C0", rogue.segment(*bodies)), incheon, central, mailbox
    )
    assert states["IC"] == "merged"


SPANS = [[[5, 3], [5, 9]], [[9, 3]], [[0, (1 << 63) - 1]], [[0, 0], [0, 0]]]


@pytest.mark.parametrize("spans", SPANS)
def test_a_receipt_with_crooked_numbers_does_not_stop_the_others(
    spans, seoul, incheon, central, mailbox
):
    rogue = Rogue(seoul)
    states = good_after(
        rogue.receipt("C0", acks={rogue.log: spans}), incheon, central, mailbox
    )
    assert states["IC"] == "merged"


def test_a_receipt_cannot_acknowledge_what_was_not_said_yet(incheon, central, mailbox):
    """Otherwise one receipt silences every later word to that party, and nobody sees why."""
    case = incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    logs = [log for (log,) in incheon.books("select log from log")]
    rogue = Rogue(central)
    acks = {log: [[0, (1 << 62)]] for log in logs} | {"f" * 32: [[0, 7]]}
    put(mailbox, rogue.receipt("IC", acks=acks), "IC")
    incheon.receive(mailbox)
    incheon.note(case, "나중")
    incheon.suspect(case, "나중")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert len(central.sees("suspect", case=case_of(case))) == 2
    assert not incheon.books("select 1 from peer_ack where log glob 'ffff*'")


def test_a_segment_of_a_million_empty_lines_is_refused_at_its_thousandth():
    with pytest.raises(Malformed):
        split_segments(b"{\n" + b"[\n" * 1_001)


def test_a_bundle_that_is_dated_into_the_future_does_not_deafen_the_central_desk(
    incheon, central, mailbox, places
):
    """A laptop with a clock a year ahead must not hide what other laptops take back."""
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)

    rogue = Rogue(incheon, device="another-laptop")
    ahead = (START + 300 * 86_400_000) << 16
    put(
        mailbox,
        rogue.bundle("C0", (document_parcel(NOTICE, notice_bytes([])),), created=ahead),
    )
    central.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]


def test_one_laptops_notice_never_erases_what_another_laptop_took_back(
    incheon, central, mailbox
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    other = Rogue(incheon, device="another-laptop")
    put(mailbox, other.bundle("C0", (document_parcel(NOTICE, notice_bytes([])),)))
    central.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]


def test_a_center_cannot_take_back_consent_for_anothers_case(
    seoul, central, mailbox, shared
):

    rogue = Rogue(seoul)
    notice = notice_bytes([(shared, "core"), (shared, "suspect")])
    put(mailbox, rogue.bundle("C0", (document_parcel(NOTICE, notice),)))
    central.receive(mailbox)
    assert withdrawn(central.ctx) == ()


def test_a_center_cannot_destroy_anothers_case_before_or_after_it_came(
    seoul, incheon, central, mailbox
):
    case = incheon.case(CENTRAL="AGREED")
    rogue = Rogue(seoul)
    part = part_hash(case, "suspect")

    def order(n, prev=""):
        return rogue.segment(
            body(order_scope(part), deed="erase", e=[[part.hex(), "거짓"]]), n=n
        )

    put(mailbox, rogue.words("C0", order(0)))
    central.receive(mailbox)
    incheon.send(mailbox)
    central.receive(mailbox)
    rogue.log = rogue.log[:-1] + "0"
    put(mailbox, rogue.words("C0", order(0)))
    central.receive(mailbox)
    assert len(central.sees("suspect", case=case_of(case))) == 1
