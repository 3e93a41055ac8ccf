"""The access log: what was looked at can be neither shortened nor changed unseen."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.errors import InvalidInput, NoRoom
from intake.progress import Silent
from intake.vault.access_log import AccessFilter, AccessLog
from tests.vaults_at_hand import a_vault

CASE = "0190a0a0-0000-7000-8000-000000000001"


class Wall:
    """A clock that can be set."""

    def __init__(self):
        self.now = 1_800_000_000_000

    def __call__(self):
        return self.now


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def log(vault, wall):
    made = AccessLog(vault, wall, "박상담", "ic-1", wait=3_600)
    yield made
    made.close()


def filled(log, count=20):
    for n in range(count):
        log.note("read", CASE if n % 2 else "")
    log.flush()
    return log


def sound(log, marks=()):
    return log.check(dict(marks), Silent())


def test_a_line_holds_who_when_where_whose_and_what(log, wall):
    log.note("read", CASE, "COUNSELLING")
    log.flush()
    (line,) = log.lines(AccessFilter())
    assert (line.who, line.at, line.place, line.about, line.act, line.purpose) == (
        "박상담",
        wall.now,
        "ic-1",
        CASE,
        "read",
        "COUNSELLING",
    )


def test_a_note_waits_and_a_loud_one_takes_everything_with_it(log, vault):
    log.note("read", CASE)
    assert log.count(AccessFilter()) == 0
    log.note("break-glass", CASE, loud=True)
    assert [line.act for line in log.lines(AccessFilter())] == ["break-glass", "read"]


def test_the_same_deed_again_within_a_minute_is_one_line(log, wall):
    for about, later in ((CASE, 0), (CASE, 59_999), ("", 0), (CASE, 0), (CASE, 60_000)):
        wall.now += later
        log.note("add", about, once=True)
    log.flush()
    assert [line.about for line in log.each(AccessFilter())] == [CASE, "", CASE, CASE]


def test_closing_writes_what_waits_and_takes_no_more(log):
    log.note("read", CASE)
    log.close()
    log.note("read", CASE)
    log.close()
    assert log.count(AccessFilter()) == 1


def test_what_waits_is_written_by_itself_after_its_time(vault, wall):
    written = threading.Event()

    class Told(AccessLog):
        def flush(self):
            super().flush()
            written.set()

    log = Told(vault, wall, "박상담", "ic-1", wait=0.01)
    log.note("read", CASE)
    assert written.wait(60)
    assert log.count(AccessFilter()) == 1
    log.close()


def test_lines_that_find_no_room_go_on_waiting(log, vault, monkeypatch):
    log.note("read", CASE)
    with monkeypatch.context() as patch:

        def full(*_said):
            raise NoRoom

        patch.setattr(AccessLog, "_append", full)
        with pytest.raises(NoRoom):
            log.flush()
    log.flush()
    assert log.count(AccessFilter()) == 1


def test_what_is_noted_inside_a_transaction_outlives_its_undoing(log, vault):
    def undone():
        with vault.writing():
            log.note("break-glass", CASE, loud=True)
            assert log.count(AccessFilter()) == 0
            raise InvalidInput

    with pytest.raises(InvalidInput):
        undone()
    log.flush()
    assert [line.act for line in log.each(AccessFilter())] == ["break-glass"]
    assert sound(log).sound


def test_a_clock_set_back_keeps_the_order_and_the_chain(log, wall):
    for step in (0, -86_400_000 * 365, 5, -7):
        wall.now += step
        log.note("read", CASE)
    log.flush()
    assert [line.n for line in log.lines(AccessFilter())] == [4, 3, 2, 1]
    assert sound(log).sound


CHANGES = {
    "removed": "delete from access where n = ?",
    "altered who": "update access set who = '아무개' where n = ?",
    "altered when": "update access set at = at + 1 where n = ?",
    "altered whose": "update access set about = 'x' where n = ?",
    "altered what": "update access set act = 'open' where n = ?",
    "altered hash": "update access set hash = zeroblob(32) where n = ?",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_line_that_was_tampered_with_is_named(log, vault, change):
    filled(log)
    at = 2 + list(CHANGES).index(change) * 3
    with vault.writing() as db:
        db.execute(CHANGES[change], (at,))
    assert sound(log).broken == at


def test_lines_in_another_order_are_found(log, vault, wall):
    for act in ("read", "export", "print"):
        log.note(act, CASE)
    log.flush()
    with vault.writing() as db:
        db.execute("update access set n = -2 where n = 2")
        db.execute("update access set n = 2 where n = 3")
        db.execute("update access set n = 3 where n = -2")
    assert sound(log).broken == 2


def test_a_shortened_log_is_found_by_the_mark_in_the_ledger(log, vault):
    filled(log)
    head = log.head()
    with vault.writing() as db:
        db.execute("delete from access where n > 15")
    assert sound(log).sound
    found = sound(log, {head.n: head.hash})
    assert (found.missing, found.sound) == (5, False)


def test_a_log_written_anew_from_nothing_is_found_by_the_mark(log, vault, wall):
    filled(log)
    marks = {log.head().n: log.head().hash}
    with vault.writing() as db:
        db.execute("delete from access")
    wall.now += 1
    filled(log)
    assert sound(log).sound
    assert sound(log, marks).broken == 20


def test_what_is_older_than_it_must_be_kept_can_go_and_the_chain_goes_on(log, wall):
    filled(log, 10)
    wall.now += 1_000
    filled(log, 5)
    until = log.last_before(wall.now)
    assert until == 10
    cut = log.cut(until)
    assert (cut.n, sound(log, {cut.n: cut.hash}).sound) == (10, True)
    assert sound(log, {cut.n: "00" * 32}).broken == 10
    filled(log, 1)
    assert (log.head().n, sound(log).lines) == (16, 6)


def test_a_young_line_among_the_old_ends_what_may_go(log, wall):
    filled(log, 3)
    wall.now += 10_000
    filled(log, 1)
    wall.now -= 5_000
    filled(log, 3)
    assert log.last_before(wall.now + 1) == 3


def test_a_cut_at_a_line_that_is_not_there_is_refused(log):
    filled(log, 2)
    with pytest.raises(InvalidInput):
        log.cut(9)


def test_the_filter_asks_for_person_case_act_and_time(log, wall):
    filled(log, 4)
    wall.now += 100
    log.note("export", CASE)
    log.flush()
    assert log.count(AccessFilter(who="박상담")) == 5
    assert log.count(AccessFilter(who="아무개")) == 0
    assert log.count(AccessFilter(about=CASE)) == 3
    assert log.count(AccessFilter(act="export", since=wall.now)) == 1
    assert log.count(AccessFilter(until=wall.now)) == 4
    assert [line.n for line in log.lines(AccessFilter(), 2, before=4)] == [3, 2]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(["note", "loud", "flush", "back"]), max_size=15))
def test_however_it_is_written_every_line_is_there_in_order(vault, wall, steps):
    log = AccessLog(vault, wall, "박상담", "ic-1", wait=3_600)
    before, said = log.head().n, 0
    for step in steps:
        if step == "back":
            wall.now -= 1_000
        elif step == "flush":
            log.flush()
        else:
            log.note("read", str(said), loud=step == "loud")
            said += 1
    log.close()
    lines = [line for line in log.each(AccessFilter()) if line.n > before]
    assert [line.about for line in lines] == [str(n) for n in range(said)]
    assert sound(log).sound


def test_a_vault_that_was_closed_under_the_log_takes_nothing_more_and_nothing_breaks(
    tmp_path,
):
    vault = a_vault(tmp_path / "v").vault
    log = AccessLog(vault, lambda: 1_790_000_000_000, "박상담", "상담실")
    log.note("case.read", "사건-1")
    vault.close()
    log.flush()
    log.close()
