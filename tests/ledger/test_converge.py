"""Whatever order the sticks arrive in: everybody ends up knowing the same (invariants 1-4, 8)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.ledger.change import CLASSES
from intake.ledger.segment import SegmentHeader
from intake.progress import Silent
from tests.ledger.houses import case
from tests.ledger.stories import DAYS, everything, facts, live

EXAMPLES = settings(max_examples=15)


def _pieces(data, segments):
    """Draw an order, some repetition and a cut into pieces."""
    order = data.draw(st.permutations(segments))
    again = data.draw(st.lists(st.sampled_from(order), max_size=3)) if order else []
    order = [*order, *again]
    pieces = []
    while order:
        size = data.draw(st.integers(1, len(order)))
        pieces.append(order[:size])
        order = order[size:]
    return pieces


@EXAMPLES
@given(day=DAYS, data=st.data())
def test_any_order_any_repetition_any_pieces_give_the_same_state(town, day, data):
    town.begin()
    segments = everything(live(town, day))
    straight, shuffled = town.laptop("central"), town.laptop("other")
    straight.merge(segments)
    for piece in _pieces(data, segments):
        shuffled.merge(piece)
    assert shuffled.ledger.state_digest() == straight.ledger.state_digest()
    assert shuffled.ledger.acks() == straight.ledger.acks()
    assert shuffled.ledger.conflicts() == straight.ledger.conflicts()
    assert shuffled.ledger.position() == straight.ledger.position()
    assert shuffled.mirror.rows == straight.mirror.rows
    assert shuffled.ledger.verify(Silent(), town.check).ok


@EXAMPLES
@given(day=DAYS)
def test_whoever_took_part_ends_up_like_whoever_only_received(town, day):
    town.begin()
    people = live(town, day)
    segments = everything(people)
    central = town.laptop("central")
    central.merge(segments)
    for person in people:
        person.merge(segments)
        assert person.ledger.state_digest() == central.ledger.state_digest()
        assert person.mirror.rows == central.mirror.rows


@EXAMPLES
@given(day=DAYS)
def test_merging_what_is_held_changes_nothing_and_reports_none_new(town, day):
    town.begin()
    segments = everything(live(town, day))
    central = town.laptop("central")
    central.merge(segments)
    before = central.ledger.state_digest()
    report = central.merge(segments)
    assert (report.new_entries, report.filled, report.dropped) == (0, 0, 0)
    assert report.duplicates == sum(len(one.bodies) for one in segments)
    assert not report.touched
    assert central.ledger.state_digest() == before


CONSENTS = st.sets(
    st.tuples(st.sampled_from([case(n) for n in range(3)]), st.sampled_from(CLASSES))
)


@EXAMPLES
@given(day=DAYS, agreed=CONSENTS, later=CONSENTS)
def test_what_was_agreed_is_complete_the_rest_is_absent_and_comes_when_agreed(
    town, day, agreed, later
):
    town.begin()
    people = live(town, day)
    for person in people:  # everybody replicates; one of them sends
        person.merge(everything(people))
    sender = people[0]
    full, partial = town.laptop("central"), town.laptop("other")
    full.merge(sender.segments())
    partial.merge(sender.segments(lambda scope, cls: (scope, cls) in agreed))
    assert facts(partial) == {fact for fact in facts(full) if fact[:2] in agreed}
    assert partial.ledger.acks() == full.ledger.acks()
    assert partial.ledger.position() == full.ledger.position()
    assert partial.ledger.verify(Silent(), town.check).ok

    more = agreed | later
    report = partial.merge(sender.segments(lambda scope, cls: (scope, cls) in more))
    assert report.new_entries == 0
    assert facts(partial) == {fact for fact in facts(full) if fact[:2] in more}

    partial.merge(sender.segments())
    assert partial.ledger.state_digest() == full.ledger.state_digest()


@EXAMPLES
@given(day=DAYS, data=st.data())
def test_a_gap_is_reported_exactly_while_a_predecessor_is_unknown(town, day, data):
    town.begin()
    segments = everything(live(town, day))
    central = town.laptop("central")
    held = {}
    for segment in data.draw(st.permutations(segments)):
        report = central.merge([segment])
        held[segment.hash] = SegmentHeader.from_bytes(segment.header)
        expected = {
            (header.log, header.n)
            for header in held.values()
            if header.prev and bytes.fromhex(header.prev) not in held
        }
        assert set(report.gaps) == expected
    assert not central.merge([]).gaps
