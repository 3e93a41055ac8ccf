"""Restored backups and cloned laptops: both branches are kept, nobody dies (invariant 7)."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.clock import DAY_MS
from intake.ledger.change import ClockFix
from intake.ledger.segment import SegmentHeader
from intake.progress import Silent
from tests.ledger.houses import TABLES, Laptop, case, uid


def _clone(town, laptop: Laptop) -> Laptop:
    """A second computer started from a copy of the first one's disk."""
    copy = town.laptop(laptop.name, laptop.center)
    with copy.vault.writing() as db:
        for table in reversed(TABLES):
            rows = laptop.rows(f"select * from {table}")
            for row in rows:
                marks = ",".join("?" * len(row))
                db.execute(f"insert into {table} values ({marks})", row)
    copy.wall.ms = laptop.wall.ms
    copy.open()
    return copy


def _say(laptop, *numbers):
    for number in numbers:
        laptop.say(case(1), "note", uid("note", number), text=f"{laptop.name} {number}")


def _logs(laptop):
    return {log for log, *_ in laptop.ledger.logs()}


@settings(max_examples=10)
@given(
    common=st.integers(0, 2),
    left=st.integers(1, 3),
    right=st.integers(1, 3),
    sealed=st.booleans(),
    data=st.data(),
)
def test_a_clone_makes_twins_and_both_are_merged_and_flagged(
    town, common, left, right, sealed, data
):
    town.begin()
    first = town.laptop("ana")
    _say(first, *range(common))
    if sealed:
        first.segments()
    second = _clone(town, first)
    _say(first, *range(10, 10 + left))
    _say(second, *range(20, 20 + right))
    branches = {one.hash: one for one in (*first.segments(), *second.segments())}
    one, other = town.laptop("central"), town.laptop("other")
    forked = set()
    for piece in data.draw(st.permutations(list(branches.values()))):
        forked |= set(one.merge([piece]).forked_logs)
    other.merge(branches.values())
    shared = _logs(first) & _logs(second)
    assert forked == set(one.ledger.verify(Silent(), town.check).forked_logs)
    assert forked == (shared if common or not sealed else set()) & forked
    assert one.ledger.state_digest() == other.ledger.state_digest()
    notes = {row for row in one.mirror.rows if row[0] == "note"}
    assert len(notes) == common + left + right
    total = sum(SegmentHeader.from_bytes(b.header).count for b in branches.values())
    assert sum(one.ledger.position().values()) == total
    assert len(one.ledger.timeline(case(1))) == common + left + right


def test_twins_flag_the_log(town):
    first = town.laptop("ana")
    _say(first, 0)
    second = _clone(town, first)
    _say(first, 1)
    _say(second, 2)
    (log,) = _logs(first)
    central = town.laptop("central")
    central.merge(first.segments())
    assert central.merge(second.segments()).forked_logs == (log,)
    assert len(central.ledger.wire_twins(log, 0, lambda scope, cls: True)) == 2


def test_a_vault_behind_its_anchor_goes_on_in_a_new_log_and_gets_its_lost_words_back(
    town,
):
    ana = town.laptop("ana")
    _say(ana, 0)
    ana.segments()
    backup = _clone(town, ana)
    _say(ana, 1)
    lost = ana.segments()
    anchor = ana.ledger.anchor()
    (old,) = _logs(backup)

    assert backup.ledger.resume(anchor)
    _say(backup, 2)
    assert _logs(backup) != {old}
    new = backup.segments()
    assert {SegmentHeader.from_bytes(one.header).log for one in new} > {old}

    backup.merge(lost)
    central = town.laptop("central")
    report = central.merge([*lost, *new])
    assert report.forked_logs == ()
    assert report.gaps == ()
    assert central.ledger.state_digest() == backup.ledger.state_digest()
    assert {eid for _, eid in central.mirror.rows} == {
        uid("note", n) for n in (0, 1, 2)
    }


def test_a_vault_at_its_anchor_goes_on_where_it_stands(town):
    ana = town.laptop("ana")
    _say(ana, 0)
    ana.segments()
    anchor = ana.ledger.anchor()
    assert not ana.ledger.resume(anchor)
    _say(ana, 1)
    assert not ana.ledger.resume(anchor)
    ana.segments()
    assert not ana.ledger.resume(anchor)
    assert not ana.ledger.resume(None)
    assert len(_logs(ana)) == 1


def test_words_open_when_the_backup_was_taken_move_to_the_new_log_and_show_once(town):
    ana = town.laptop("ana")
    _say(ana, 0)
    backup = _clone(town, ana)
    lost = ana.segments()
    assert backup.ledger.resume(ana.ledger.anchor())
    _say(backup, 1)
    central = town.laptop("central")
    central.merge([*lost, *backup.segments()])
    assert len(central.ledger.timeline(case(1))) == 2
    assert central.ledger.conflicts() == ()
    assert central.ledger.verify(Silent(), town.check).forked_logs == ()


def test_a_device_with_a_new_key_goes_on_in_a_new_log(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    _say(ana, 0)
    ana.segments()
    _say(ana, 1)
    ana.device = dataclasses.replace(town.device("ana-2", "IC"), device="ana")
    ana.open()
    _say(ana, 2)
    segments = ana.segments()
    assert len(_logs(ana)) == 2
    assert central.merge(segments).gaps == ()
    assert len(central.ledger.timeline(case(1))) == 3


def test_hearing_of_ones_own_lost_words_from_elsewhere_begins_a_new_log_without_a_keyring(
    town,
):
    ana = town.laptop("ana")
    _say(ana, 0)
    ana.segments()
    backup = _clone(town, ana)
    _say(ana, 1)
    lost = ana.segments()
    _say(backup, 2)
    backup.merge(lost)
    assert len(_logs(backup)) == 2
    assert backup.ledger.verify(Silent(), town.check).forked_logs == ()
    central = town.laptop("central")
    central.merge([*lost, *backup.segments()])
    assert central.ledger.state_digest() == backup.ledger.state_digest()


def test_a_log_that_said_nothing_is_passed_over_by_the_one_that_goes_on(town):
    """Put back twice before the first word: the new log still names what it continues."""
    ana = town.laptop("ana")
    _say(ana, 0)
    (last,) = ana.segments()
    ana.ledger.begin_log()
    ana.ledger.begin_log()
    _say(ana, 1)
    newest = ana.segments()[-1]
    header = next(SegmentHeader.from_bytes(one.header) for one in ana.segments() if one.hash != last.hash)  # fmt: skip
    assert header.prev == last.hash.hex()
    assert newest


def test_a_laptop_in_another_year_goes_on_with_the_right_time_once_it_is_put_right(
    town,
):
    ana, years = town.laptop("ana"), 26_000 * DAY_MS
    right = ana.wall.ms
    ana.wall.ms += years
    _say(ana, 0)
    ana.wall.ms = right
    ana.open()
    assert ana.ledger.clock.ahead_ms > DAY_MS
    assert not ana.ledger.settle_clock()  # nobody has said by how much
    (log,) = _logs(ana)
    fix = ClockFix(log, 0, 0, -years)
    ana.ledger.fix_clock(fix, actor="ana", progress=Silent())
    assert ana.ledger.clock.ahead_ms < DAY_MS
    _say(ana, 1)
    ana.open()
    assert ana.ledger.clock.ahead_ms < DAY_MS
    stamps = [hlc >> 16 for (hlc,) in ana.rows("select hlc from entry")]
    assert max(stamps) - right < DAY_MS
    other = town.laptop("other")
    other.merge(ana.segments())
    assert other.ledger.state_digest() == ana.ledger.state_digest()


def test_a_laptop_put_right_by_a_colleague_settles_when_it_hears_of_it(town):
    ana, bo, years = town.laptop("ana"), town.laptop("bo"), 20_000 * DAY_MS
    right = ana.wall.ms
    ana.wall.ms += years
    _say(ana, 0)
    ana.wall.ms = right
    bo.merge(ana.segments())
    (log,) = _logs(ana)
    bo.ledger.fix_clock(ClockFix(log, 0, 0, -years), actor="bo", progress=Silent())
    ana.merge(bo.segments())
    assert ana.ledger.settle_clock()
    assert ana.ledger.clock.ahead_ms < DAY_MS
    assert not ana.ledger.settle_clock()


def test_opening_again_follows_nobody_into_another_year(town):
    ana, bo = town.laptop("ana"), town.laptop("bo")
    _say(bo, 0)
    bo.segments()
    ana.wall.ms += 9_000 * DAY_MS
    _say(ana, 1)
    bo.merge(ana.segments())
    bo.open()
    assert bo.ledger.clock.ahead_ms <= DAY_MS
