"""What an asked organisation says it did: one spelling, told until heard, believed of its own copy."""

import contextlib
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake import errors
from intake.bundle import DONE, PAPERS
from intake.crypto import canonical_json
from intake.errors import Malformed, NothingToSend, Oversized, TooNew
from intake.exchange import plan_send, receipts
from intake.exchange.done import Done, done_bytes, read_done
from intake.exchange.done_hearing import answer_about, answer_to_order, take_done
from intake.exchange.done_saying import done_for
from intake.ids import scope_of
from intake.ledger import Deed
from intake.ledger.erasure import part_hash

VECTORS = json.loads(Path("resources/vectors/done.json").read_text())
DAYS = st.dates().map(lambda day: day.isoformat())
NUMBERS = st.sampled_from(["", "D2026-C0-1A2B-001", "D2026-C0-9F00-120"])
LINES = st.one_of(
    st.builds(Done, st.binary(min_size=32, max_size=32), st.just("destroyed"), DAYS, NUMBERS),
    st.builds(Done, st.binary(min_size=32, max_size=32), st.just("held"), st.one_of(st.just(""), DAYS)),
    st.builds(Done, st.binary(min_size=32, max_size=32), st.just("lifted")),
)  # fmt: skip


def line(state="held", day="", number=""):
    return [["ab" * 32, state, day, number]]


@given(st.lists(LINES, max_size=6, unique_by=lambda one: one.part))
def test_a_document_comes_back_as_written(lines):
    assert sorted(read_done(done_bytes(lines)), key=repr) == sorted(lines, key=repr)


@pytest.mark.parametrize(
    "done",
    [
        None,
        "ab",
        [[]],
        [["ab" * 32, "held"]],
        [["AB" * 32, "held", "", ""]],
        [["ab" * 31, "held", "", ""]],
        [[1, 2, 3, 4]],
        line("burnt", "2026-11-26"),
        line("destroyed"),
        line("destroyed", "2026-13-01"),
        line("destroyed", "20261126"),
        line("destroyed", "2026-11-26", "two words"),
        line("destroyed", "2026-11-26", "n" * 65),
        line("held", "", "D2026-C0-1A2B-001"),
        line("held", "tomorrow"),
        line("lifted", "2026-11-26"),
        line() * 2,
        [["cd" * 32, "held", "", ""], *line()],
    ],
)
def test_nonsense_is_no_document(done):
    with pytest.raises(Malformed):
        read_done(canonical_json({"v": 1, "done": done}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"done":[]}',
        b'{"done":[],"v":true}',
        b'{"done":[],"v":"1"}',
        b'{"done":[],"v":1,"x":1}',
        b'{"v":1,"done":[]}',
        b"[" * 100_000,
    ],
)
def test_another_spelling_is_no_document(data):
    with pytest.raises(Malformed):
        read_done(data)


@pytest.mark.parametrize("told", VECTORS["documents"], ids=lambda one: one["name"])
def test_the_published_documents(told):
    data = told["document"].encode()
    if told["expected"] == "ok":
        assert done_bytes(read_done(data)) == data
        return
    with pytest.raises(getattr(errors, told["expected"])):
        read_done(data)


def test_a_newer_one_waits_and_a_huge_one_is_refused():
    with pytest.raises(TooNew):
        read_done(b'{"v":2}')
    with pytest.raises(Oversized):
        read_done(b" " * (1024 * 1024 + 1))
    lines = [[f"{at:064x}", "held", "", ""] for at in range(4_097)]
    with pytest.raises(Oversized):
        read_done(canonical_json({"v": 1, "done": lines}))


# --- between two --------------------------------------------------------------------------------


@pytest.fixture
def case(incheon, central, mailbox):
    """A case that lies at the central desk, taken back and heard of."""
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    return case


def hold(place, case, held=True, until=None):
    record = case.partition("/")[2]
    with place.ledger.saying(Deed.HOLD, scope=case, actor="lee") as say:
        say.set("case", record, "hold", held)
        say.set("case", record, "hold_until", until)


def destroy(place, case):
    for cls in ("core", "identity", "suspect", "material", "court", "narrative"):
        place.ledger.erase(case, cls, "WITHDRAWAL", "lee")


def answered(place, case, party="C0"):
    found = answer_about(place.ctx, party, case, ("core", "suspect"))
    return found and (found.state, found.day)


def due(place, to="IC", *, alone=True):
    return done_for(place.ctx, place.trust.party(to), alone=alone)


def lose(mailbox, to):
    for key in mailbox.list(to):
        mailbox.delete(key)


def test_nothing_is_said_where_nobody_has_done_anything(incheon, central, case, mailbox):  # fmt: skip
    assert due(central) is None
    with pytest.raises(NothingToSend):
        central.send(mailbox, "IC")
    assert answered(incheon, case) is None


def test_held_then_lifted_then_destroyed(incheon, central, case, mailbox):
    hold(central, case, until="2027-03-01")
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    assert answered(incheon, case) == ("held", "2027-03-01")
    central.receive(mailbox)
    hold(central, case, held=False)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    assert answered(incheon, case) is None
    central.receive(mailbox)
    destroy(central, case)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    assert answered(incheon, case) == ("destroyed", central.ctx.clock.today().isoformat())  # fmt: skip


def test_it_is_told_until_heard_and_then_no_more(incheon, central, case, mailbox):
    destroy(central, case)
    for _ in range(2):
        central.send(mailbox, "IC")
        lose(mailbox, "ic/")
    assert due(central) is not None
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    central.receive(mailbox)
    assert due(central) is None
    with pytest.raises(NothingToSend):
        central.send(mailbox, "IC")
    before = incheon.books("select * from done_in")
    incheon.receive(mailbox)
    assert incheon.books("select * from done_in") == before != []


def test_it_comes_with_receipts_to_whoever_knows_it(incheon, central, case, mailbox):
    hold(central, case)
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    central.receive(mailbox)
    destroy(central, case)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert answered(incheon, case)[0] == "destroyed"
    assert len(receipts(incheon.ctx)) == 3


def test_of_what_was_destroyed_no_document_and_no_table_names_the_case(central, case):
    destroy(central, case)
    body = due(central)
    parts = {row[0] for row in json.loads(body)["done"]}
    assert part_hash(case, "core").hex() in parts
    assert case.partition("/")[2].encode() not in body
    rows = central.books("select * from done_out") + central.books("select * from done_said")  # fmt: skip
    assert case.partition("/")[2] not in repr(rows)


class Came:
    """What a bundle held, and when it was made."""

    def __init__(self, lines, created=1):
        self.documents = {DONE: lines if isinstance(lines, bytes) else done_bytes(lines)}  # fmt: skip
        self.manifest = self
        self.created = created


def signer_at(place, other):
    armored = other.trust.sign("intake-bundle@v1", b"message")
    return place.trust.check_signature("intake-bundle@v1", b"message", armored)


def said(case, state, day="", number=""):
    return [Done(part_hash(case, cls), state, day, number) for cls in ("core", "suspect")]  # fmt: skip


def test_only_the_organisation_that_was_asked_is_believed(
    incheon, seoul, central, case
):
    incheon.trust.accept(seoul.trust.card_file())
    seouls = signer_at(incheon, seoul)
    take_done(incheon.ctx, seouls, Came(said(case, "destroyed", "2026-11-26")))
    assert answered(incheon, case) is None
    stranger = scope_of("case", "0199a000-0000-7000-8000-000000000001")
    ours = signer_at(incheon, central)
    take_done(incheon.ctx, ours, Came(said(stranger, "destroyed", "2026-11-26")))
    parts = [part_hash(stranger, "core")]
    assert answer_to_order(incheon.ctx, "C0", parts) is None
    for bad in (b"", b"{}", b'{"v":2}'):
        take_done(incheon.ctx, ours, Came(bad))
    assert answered(incheon, case) is None


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(4)), st.integers(0, 3))
def test_order_and_repetition_change_nothing(order, again):
    came = [
        (Done(b"p" * 32, "held"), 10),
        (Done(b"p" * 32, "lifted"), 20),
        (Done(b"p" * 32, "destroyed", "2026-11-26", "D2026-C0-1A2B-001"), 30),
        (Done(b"p" * 32, "destroyed", "2026-11-27"), 40),
    ]
    now, at = None, 0
    for n in [*order, order[again]]:
        one, stamp = came[n]
        if now is None or now.join(at, one, stamp):
            now, at = one, stamp
    assert now == came[2][0]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_whichever_bundle_comes_first_the_books_end_alike(incheon, central, case, order):  # fmt: skip
    came = [
        Came(said(case, "held", "2027-01-01"), 10),
        Came(said(case, "lifted"), 20),
        Came(said(case, "held"), 30),
    ]
    signer = signer_at(incheon, central)
    for n in (*order, *order):
        take_done(incheon.ctx, signer, came[n])
    assert answered(incheon, case) == ("held", "")


@contextlib.contextmanager
def older(monkeypatch):
    """A version that knows no such document: a path it does not know is no path of a bundle."""
    with monkeypatch.context() as patch:
        patch.setattr("intake.bundle.bag.PAPERS", PAPERS - {DONE})
        yield


def test_an_older_version_loses_nothing(incheon, central, case, mailbox, monkeypatch):
    destroy(central, case)
    sealed = central.send(mailbox, "IC")
    assert sealed.records == 0  # alone, whatever else is there to say
    with older(monkeypatch):
        assert [one.state for one in incheon.receive(mailbox).items] == ["refused"]
    for _ in range(2):  # words and receipts go without it
        incheon.case(CENTRAL="AGREED")
        incheon.send(mailbox)
        central.receive(mailbox)
        with older(monkeypatch):
            assert incheon.receive(mailbox).receipts == 1
    assert plan_send(incheon.ctx, "C0").records == 0
    assert due(central, alone=False) is None
    incheon.case(CENTRAL="AGREED")  # it is up to date now
    central.send(mailbox, "IC")
    incheon.receive(mailbox)
    assert answered(incheon, case)[0] == "destroyed"
    central.receive(mailbox)
    assert due(central) is None


def test_who_sends_the_document_itself_knows_it(incheon, central, case):
    destroy(central, case)
    assert due(central, alone=False) is None
    take_done(central.ctx, signer_at(central, incheon), Came([]))
    assert due(central, alone=False) == due(central) is not None
