"""Destroying a class of a case, wherever and whenever the order arrives (invariant 5)."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import InvalidAnswer, OnHold
from intake.ids import record_of
from intake.ledger import erasure
from intake.ledger.change import CLASSES, Deed, Ground
from intake.progress import Silent
from tests.ledger.houses import TABLES, Laptop, case, uid
from tests.ledger.stories import DAYS, everything, live

GROUND = Ground.RETENTION_END


def _order_of(laptop: Laptop, segments):
    """Return the segments that came into being with an order."""
    known = {one.hash for one in segments}
    return [one for one in laptop.segments() if one.hash not in known]


def _traces(laptop: Laptop, needles) -> list[str]:
    """Return the tables in which one of these byte strings is found."""
    found = []
    for table in TABLES:
        for row in laptop.rows(f"select * from {table}"):
            parts = [part.encode() if isinstance(part, str) else part for part in row]
            blobs = [part for part in parts if isinstance(part, bytes)]
            if any(needle in blob for needle in needles for blob in blobs):
                found.append(table)
    return found


@settings(max_examples=15)
@given(day=DAYS, data=st.data(), cls=st.sampled_from(CLASSES))
def test_erasing_commutes_with_delivery_and_survives_redelivery(town, day, data, cls):
    town.begin()
    people = live(town, day)
    segments = everything(people)
    eraser = people[0]
    eraser.merge(segments)
    eraser.ledger.erase(case(0), cls, GROUND, "ana")
    order = _order_of(eraser, segments)

    after, between = town.laptop("central"), town.laptop("other")
    after.merge(segments)
    after.merge(order)
    for piece in data.draw(st.permutations([*segments, *order])):
        between.merge([piece])
    assert after.ledger.state_digest() == between.ledger.state_digest()
    assert after.ledger.state_digest() == eraser.ledger.state_digest()

    before = after.ledger.state_digest()
    report = after.merge([*segments, *order])
    assert report.new_entries == report.filled == 0
    assert after.ledger.state_digest() == before
    assert after.ledger.verify(Silent(), town.check).ok
    assert after.ledger.verify(Silent(), town.check).gaps == ()


@settings(max_examples=15)
@given(day=DAYS)
def test_of_a_wholly_erased_case_no_body_no_salt_and_no_id_remains(town, day):
    town.begin()
    people = live(town, day)
    segments = everything(people)
    central = town.laptop("central")
    central.merge(segments)
    secret = [
        part
        for salt, body in central.rows(
            "select salt, body from entry join part on part.id = entry.part"
            f" join scope on scope.id = part.scope where scope.scope = '{case(0)}'"
        )
        for part in (salt, body)
    ]
    record = record_of(case(0))
    for cls in CLASSES:
        central.ledger.erase(case(0), cls, GROUND, "central")
    central.merge(segments)
    needles = [*secret, record.encode(), uuid.UUID(record).bytes, case(0).encode()]
    assert _traces(central, needles) == []
    assert central.ledger.verify(Silent(), town.check).ok


def test_the_certificate_says_how_much_went_and_on_what_ground(town):
    ana = town.laptop("ana")
    for word in ("하나", "둘", "셋"):
        ana.say(case(1), "note", uid("note", 1), text=word)
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    done = ana.ledger.erase(case(1), "narrative", GROUND, "ana")
    assert (done.entries, done.ground) == (3, GROUND)
    assert ana.mirror.erased == [(case(1), "narrative")]
    assert ana.mirror.rows == {("case", uid("case", 1)): {"alias": "가명"}}
    assert ana.ledger.erase(case(1), "narrative", GROUND, "ana").entries == 3


def test_nothing_more_is_said_where_a_class_was_destroyed(town):
    ana = town.laptop("ana")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    ana.ledger.erase(case(1), "narrative", GROUND, "ana")
    with pytest.raises(InvalidAnswer, match="destroyed"):
        ana.say(case(1), "note", uid("note", 2), text="둘")
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    assert ana.shown("case", uid("case", 1)) == {"alias": "가명"}


def test_the_open_segment_is_sealed_before_its_words_are_destroyed(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    ana.ledger.erase(case(1), "narrative", GROUND, "ana")
    ana.say(case(1), "case", uid("case", 1), alias="나")
    assert ana.ledger.verify(Silent(), town.check).ok
    central.merge(ana.segments())
    assert central.ledger.verify(Silent(), town.check).ok
    assert central.ledger.position() == ana.ledger.position()


def test_an_order_that_arrives_seals_the_open_segment_that_holds_such_words(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    bora.merge(ana.segments())
    bora.say(case(1), "note", uid("note", 1), text="둘")
    ana.ledger.erase(case(1), "narrative", GROUND, "ana")
    bora.merge(ana.segments())
    assert bora.shown("note", uid("note", 1)) == {}
    assert bora.ledger.verify(Silent(), town.check).ok
    ana.merge(bora.segments())
    assert ana.ledger.verify(Silent(), town.check).ok
    assert ana.ledger.state_digest() == bora.ledger.state_digest()


def test_a_legal_hold_forbids_the_destruction_here_and_sets_foreign_orders_aside(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    bora.merge(ana.segments())
    bora.open(hold=lambda scope, cls: scope == case(1))
    with pytest.raises(OnHold):
        bora.ledger.erase(case(1), "narrative", GROUND, "bora")
    ana.ledger.erase(case(1), "narrative", GROUND, "ana")
    report = bora.merge(ana.segments())
    assert report.set_aside == 1
    assert bora.shown("note", uid("note", 1)) == {"text": "하나"}


@pytest.mark.parametrize("order_first", [True, False])
def test_a_center_cannot_destroy_the_case_of_another(town, order_first):
    """The order waits for a person; if it came before the words, the words come in all the same."""
    ana, foe = town.laptop("ana", "IC"), town.laptop("foe", "XX")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    words = ana.segments()
    foe.merge(words)
    foe.ledger.erase(case(1), "narrative", GROUND, "foe")
    order = [one for one in foe.segments() if one.hash not in {w.hash for w in words}]

    def authority(claim):
        return claim.owner in ("", claim.center)

    central = town.laptop("central", "C1")
    for piece in (order, words) if order_first else (words, order):
        central.merge(piece, authority)
    assert central.shown("note", uid("note", 1)) == {"text": "하나"}
    if not order_first:
        (waiting,) = central.ledger.set_aside()
        assert (waiting.deed, waiting.center) == (Deed.ERASE, "XX")


@pytest.mark.parametrize("ground", ["", "본인 요구", "court", "MOON"])
def test_a_ground_that_is_no_code_is_refused_and_destroys_nothing(town, ground):
    ana = town.laptop("ana")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    with pytest.raises(InvalidAnswer, match="unknown-code"):
        ana.ledger.erase(case(1), "narrative", ground, "ana")
    assert ana.shown("note", uid("note", 1)) == {"text": "하나"}
    assert ana.rows("select * from erased") == []


@pytest.mark.parametrize(
    ("said", "kept"), [("MOON_LAW", "MOON_LAW"), ("본인 요구", "OTHER"), ("", "OTHER")]
)
def test_an_order_from_elsewhere_is_obeyed_whatever_its_ground(
    town, said, kept, monkeypatch
):
    """A newer code is kept; words are not."""
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.say(case(1), "note", uid("note", 1), text="하나")
    bora.merge(ana.segments())
    monkeypatch.setattr(erasure, "ground_code", lambda ground: ground)
    ana.ledger.erase(case(1), "narrative", said, "ana")
    bora.merge(ana.segments())
    assert bora.shown("note", uid("note", 1)) == {}
    assert bora.rows("select ground from erased") == [(kept,)]
    assert ana.ledger.state_digest() == bora.ledger.state_digest()


def test_an_order_is_found_again_whichever_scopes_came_and_went(town):
    """Numbers of destroyed scopes are given again; the look-up must not miss the new ones."""
    ana, central = town.laptop("ana"), town.laptop("central")
    for number in range(1, 5):
        ana.say(case(number), "note", uid("note", number), text="하나")
    central.merge(ana.segments())
    for number in (4, 2, 3):
        ana.ledger.erase(case(number), "narrative", GROUND, "ana")
        central.merge(ana.segments())
        ana.say(case(number + 10), "note", uid("note", number + 10), text="둘")
        central.merge(ana.segments())
    ana.ledger.erase(case(12), "narrative", GROUND, "ana")
    central.merge(ana.segments())
    for laptop in (ana, central):
        left = {uid("note", number) for number in (1, 13, 14)}
        assert {eid for _, eid in laptop.mirror.rows} == left
        with laptop.vault.writing() as db:
            for number in (1, 13, 14):
                part = erasure.part_hash(case(number), "court")
                assert erasure.find_target(db, part) == (case(number), "court")
            gone = erasure.part_hash(case(12), "narrative")
            assert erasure.find_target(db, gone) is None
        assert laptop.rows(
            "select id / 8 from part_hash group by 1 order by 1"
        ) == laptop.rows("select id from scope order by id")
    assert ana.ledger.state_digest() == central.ledger.state_digest()
