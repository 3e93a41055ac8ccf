"""What is held, what is missing elsewhere, and segments cut for the road."""

import pytest

from intake.errors import Malformed, NotFound, Oversized
from intake.ledger.change import ClockFix, Deed
from intake.ledger.segment import WireSegment, to_jsonl
from intake.progress import Silent
from tests.ledger.houses import case, uid

ALL = lambda scope, cls: True  # noqa: E731 - the shortest rule


def _three_segments(town):
    ana = town.laptop("ana")
    for number in range(3):
        ana.say(case(number), "case", uid("case", number), alias=f"가명 {number}")
        ana.segments()
    return ana


def test_what_to_send_again_is_a_function_of_the_log_and_the_receipt(town):
    ana, central = _three_segments(town), town.laptop("central")
    (log,) = ana.ledger.acks()
    assert ana.ledger.segments_missing({}) == [(log, 0), (log, 1), (log, 2)]
    central.merge(
        [ana.ledger.wire_segment(log, 0, ALL), ana.ledger.wire_segment(log, 2, ALL)]
    )
    assert central.ledger.acks() == {log: [[0, 0], [2, 2]]}
    assert ana.ledger.segments_missing(central.ledger.acks()) == [(log, 1)]
    assert ana.ledger.segments_missing(ana.ledger.acks()) == []


def test_the_segments_that_speak_of_a_scope_are_found_for_a_handover(town):
    ana = _three_segments(town)
    (log,) = ana.ledger.acks()
    ana.say(case(1), "case", uid("case", 1), alias="neu")
    assert ana.ledger.segments_about([case(1)]) == [(log, 1)]
    ana.segments()
    assert ana.ledger.segments_about([case(1), case(0)]) == [
        (log, 0),
        (log, 1),
        (log, 3),
    ]
    assert ana.ledger.segments_about([case(9)]) == []


def test_an_open_or_unknown_segment_does_not_travel(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    ((log, *_),) = ana.ledger.logs()
    with pytest.raises(NotFound):
        ana.ledger.wire_segment(log, 0, ALL)
    with pytest.raises(NotFound):
        ana.ledger.wire_segment("ab", 0, ALL)


def test_orders_travel_whatever_was_agreed(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    ana.say(case(1), "note", uid("note", 1), text="말")
    ana.ledger.erase(case(1), "narrative", "COURT", "ana")
    ((log, *_),) = ana.ledger.logs()
    ana.ledger.fix_clock(ClockFix(log, 0, 0, 1_000), actor="ana", progress=Silent())
    segments = ana.segments(lambda scope, cls: False)
    assert sum(len(one.bodies) for one in segments) == 2
    central.merge(segments)
    deeds = {
        row[0]
        for row in central.rows(
            "select json_extract(cast(body as text), '$.d') from entry"
        )
    }
    assert deeds == {Deed.ERASE, Deed.FIX_CLOCK}


def test_a_foreign_clock_fix_waits_for_a_person(town):
    ana, foe, central = (
        town.laptop("ana"),
        town.laptop("foe", "XX"),
        town.laptop("central", "C1"),
    )
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    ((log, *_),) = ana.ledger.logs()
    foe.merge(ana.segments())
    foe.ledger.fix_clock(
        ClockFix(log, 0, 0, -9_999_999), actor="foe", progress=Silent()
    )
    asked = []

    def authority(claim):
        asked.append((claim.deed, claim.target))
        return claim.center == "IC"

    before = ana.ledger.timeline(case(1))[0].stamp
    central.merge(foe.segments(), authority)
    assert (Deed.FIX_CLOCK, log) in asked
    assert central.ledger.timeline(case(1))[0].stamp == before
    assert [aside.deed for aside in central.ledger.set_aside()] == [Deed.FIX_CLOCK]


def test_the_wire_form_comes_back_as_it_was(town):
    segments = _three_segments(town).segments()
    assert list(WireSegment.all_from_jsonl(to_jsonl(segments))) == segments
    with pytest.raises(Malformed):
        WireSegment.from_jsonl(to_jsonl(segments))


def test_a_line_longer_than_any_body_is_refused_before_it_is_read():
    with pytest.raises(Oversized):
        WireSegment.from_jsonl(b"[" + b"0" * 500_000 + b"]\n")


@pytest.mark.parametrize(
    "line", [b'{"h":1,"l":"","sig":""}', b'{"h":"x","l":"","sig":1}', b"{}"]
)
def test_a_first_line_of_another_shape_is_refused(line):
    with pytest.raises(Malformed):
        WireSegment.from_jsonl(line + b"\n")


@pytest.mark.parametrize("line", [b'["0","00","x"]', b'[0,"00"]', b'[0,"00",7]', b"7"])
def test_a_body_line_of_another_shape_is_refused(town, line):
    first = _three_segments(town).segments()[0].to_jsonl().splitlines()[0]
    with pytest.raises(Malformed):
        WireSegment.from_jsonl(first + b"\n" + line + b"\n")


def test_many_segments_merge_in_a_roomier_lane_that_is_given_back(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    for number in range(20):
        ana.say(case(number), "case", uid("case", number), alias="가명")
        ana.ledger.close_segment(Silent())
    with central.vault.lane_for_migration() as db:
        before = db.one("pragma cache_size")
    assert central.merge(ana.segments()).new_entries == 20
    with central.vault.lane_for_migration() as db:
        assert db.one("pragma cache_size") == before


def test_damage_of_headers_and_leaves_is_named(town):
    ana = _three_segments(town)
    with ana.vault.writing() as db:
        db.execute("update segment set leaves = zeroblob(32) where n = 0")
        db.execute("update segment set prev = zeroblob(32) where n = 1")
        db.execute("update segment set header = x'7b7d' where n = 2")
    problems = {
        (what, n) for what, _, n in ana.ledger.verify(Silent(), town.check).problems
    }
    assert problems >= {("leaves", 0), ("header", 1), ("err-malformed", 2)}
    with ana.vault.writing() as db:
        db.execute("delete from op where rec = 1")
    assert "winner" in {what for what, _, _ in ana.ledger.verify(Silent()).problems}
