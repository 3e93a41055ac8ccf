"""The one door for change."""

import pytest

from intake.errors import InvalidAnswer, NotFound, OutOfDate
from intake.ledger.change import ClockFix, Deed, EntryId, Op
from intake.ledger.winners import record
from intake.progress import Silent
from tests.ledger.houses import case, uid

CASE, NOTE = uid("case", 1), uid("note", 1)


def test_one_action_is_one_entry_for_each_class_it_touches(town):
    ana = town.laptop("ana")
    with ana.ledger.saying(Deed.BEGIN_CASE, scope=case(1), actor="ana") as say:
        say.set("case", CASE, "alias", "가명")
        say.set("case", CASE, "route", "CALL")
        say.set("note", NOTE, "text", "말")
    assert len(say.outcome.entries) == 3
    assert say.outcome.touched == {"case", "note"}
    assert [entry.cls for entry in ana.ledger.timeline(case(1))] == [
        "narrative",
        "identity",
        "core",
    ]
    assert {entry.deed for entry in ana.ledger.timeline(case(1))} == {"begin-case"}


def test_nothing_set_or_nothing_new_writes_nothing(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", CASE, alias="가명")
    with ana.ledger.saying(Deed.CHANGE, scope=case(1), actor="ana") as say:
        say.set("case", CASE, "alias", "가명")
        say.set("case", CASE, "route", None)
    assert say.outcome.entries == ()
    assert say.outcome.dropped == 2
    with ana.ledger.saying(Deed.CHANGE, scope=case(1), actor="ana") as say:
        pass
    assert say.outcome.entries == ()
    assert ana.ledger.position() == {ana.ledger.logs()[0][0]: 1}


def test_true_and_one_are_different_words(town):
    ana = town.laptop("ana")
    ana.say(case(1), "posting", uid("p", 1), seen=True, times=1)
    assert ana.shown("posting", uid("p", 1)) == {"seen": True, "times": 1}
    assert type(ana.shown("posting", uid("p", 1))["seen"]) is bool


def _say_and_fail(laptop):
    with laptop.ledger.saying(Deed.CHANGE, scope=case(1), actor="ana") as say:
        say.set("case", CASE, "alias", "가명")
        raise ZeroDivisionError


def test_an_exception_in_the_block_leaves_nothing_behind(town):
    ana = town.laptop("ana")
    with pytest.raises(ZeroDivisionError):
        _say_and_fail(ana)
    assert ana.rows("select * from entry") == ana.rows("select * from log") == []


def test_a_failing_projection_takes_the_words_back_with_it(town):
    ana = town.laptop("ana")

    def fail(db, dirty):
        raise ZeroDivisionError

    ana.mirror.apply = fail
    with pytest.raises(ZeroDivisionError):
        ana.say(case(1), "case", CASE, alias="가명")
    assert ana.rows("select * from entry") == ana.rows("select * from winner") == []


@pytest.mark.parametrize(
    ("entity", "field", "value", "why"),
    [
        ("case", "zodiac", "x", "unknown-field"),
        ("posting", "times", "셋", "type"),
        ("case", "alias", "\ud800", "not-text"),
        ("case", "alias", "a\x00b", "not-text"),
        ("note", "text", "가" * 22_000, "too-long"),
        ("posting", "times", 2**60, "out-of-bounds"),
        ("case", "alias", 1.5, "not-a-value"),
    ],
)
def test_what_does_not_fit_is_refused_where_it_is_said(town, entity, field, value, why):
    ana = town.laptop("ana")
    with (
        pytest.raises(InvalidAnswer) as refused,
        ana.ledger.saying(Deed.CHANGE, scope=case(1), actor="ana") as say,
    ):
        say.set(entity, CASE, field, value)
    assert refused.value.facts["why"] == why
    assert str(value)[:5] not in str(refused.value)


def test_a_name_that_is_no_id_is_refused(town):
    ana = town.laptop("ana")
    with pytest.raises(InvalidAnswer, match="not-an-id"):
        ana.say(case(1), "case", "홍길동", alias="가명")


def _say_too_much(laptop):
    with laptop.ledger.saying(Deed.CHANGE, scope=case(1), actor="ana") as say:
        say.set("case", CASE, "route", "CALL")
        for number in range(4):
            say.set("note", uid("note", number), "text", "가" * 7_000)


def test_words_of_one_class_that_are_together_too_long_are_refused_and_nothing_is_kept(
    town,
):
    ana = town.laptop("ana")
    with pytest.raises(InvalidAnswer, match="too-long"):
        _say_too_much(ana)
    assert ana.rows("select * from entry") == []


def test_the_longest_words_come_back_whole(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    text = "가나다" * 5_000
    ana.say(case(1), "note", NOTE, text=text)
    central.merge(ana.segments())
    for laptop in (ana, central):
        assert laptop.shown("note", NOTE) == {"text": text}
        assert laptop.rows("select value from field") == [(text,)]
        assert laptop.ledger.history("note", NOTE, "text")[0].value == text


def test_text_is_kept_composed(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", CASE, alias="가")
    assert ana.shown("case", CASE) == {"alias": "가"}


def test_speaking_of_a_record_of_another_case_is_refused(town):
    ana = town.laptop("ana")
    ana.say(case(1), "note", NOTE, text="말")
    with pytest.raises(InvalidAnswer, match="elsewhere"):
        ana.say(case(2), "note", NOTE, text="다른 말")
    assert ana.shown("note", NOTE) == {"text": "말"}


def test_a_record_is_taken_back_for_a_reason(town):
    ana = town.laptop("ana")
    ana.say(case(1), "note", NOTE, text="말")
    with ana.ledger.saying(Deed.RETRACT, scope=case(1), actor="ana") as say:
        say.retract("note", NOTE, "잘못 적음")
    assert ana.shown("note", NOTE) == {"text": "말", "deleted": "잘못 적음"}


def test_history_shows_who_said_what_instead_of_what(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", CASE, alias="가")
    ana.say(case(1), "case", CASE, alias="나")
    new, old = ana.ledger.history("case", CASE, "alias")
    assert (new.value, old.value, new.base, old.base) == ("나", "가", (old.ref,), ())
    assert (new.shown, old.shown) == (True, False)
    assert new.actor == "ana"


def test_undo_says_the_former_words_again(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    ana.say(case(1), "case", CASE, alias="가", route="CALL")
    done = ana.say(case(1), "case", CASE, alias="나", route="VISIT")
    undone = ana.ledger.undo(done.entries, actor="ana")
    assert ana.shown("case", CASE) == {"alias": "가", "route": "CALL"}
    ana.ledger.undo(undone.entries, actor="ana")
    assert ana.shown("case", CASE) == {"alias": "나", "route": "VISIT"}
    central.merge(ana.segments())
    assert central.ledger.conflicts() == ()
    assert central.mirror.rows == ana.mirror.rows


def test_undoing_a_beginning_takes_the_record_back(town):
    ana = town.laptop("ana")
    done = ana.say(case(1), "note", NOTE, text="말", kind="통화")
    ana.ledger.undo(done.entries, actor="ana")
    assert ana.shown("note", NOTE)["deleted"] == "undo"


def test_what_somebody_spoke_of_since_cannot_be_undone(town):
    ana = town.laptop("ana")
    done = ana.say(case(1), "case", CASE, alias="가")
    ana.say(case(1), "case", CASE, alias="나")
    with pytest.raises(OutOfDate):
        ana.ledger.undo(done.entries, actor="ana")
    with pytest.raises(NotFound):
        ana.ledger.undo(EntryId(99), actor="ana")


def test_a_thousand_words_make_two_segments_and_all_arrive(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    with ana.vault.writing():  # one commit, a thousand actions
        for number in range(1_003):
            ana.say(case(number % 7), "note", uid("note", number), text=f"말 {number}")
    segments = ana.segments()
    assert [len(one.bodies) for one in segments] == [1_000, 3]
    report = central.merge(segments)
    assert report.new_entries == 1_003
    assert central.ledger.state_digest() == ana.ledger.state_digest()
    assert (
        central.ledger.acks()
        == ana.ledger.acks()
        == {ana.ledger.logs()[0][0]: [[0, 1]]}
    )


def test_a_segment_closes_before_it_grows_over_two_mebibytes(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    with ana.vault.writing():
        for number in range(60):
            ana.say(case(1), "note", uid("note", number), text='"' * 30_000)
    segments = ana.segments()
    assert len(segments) > 1
    assert all(len(one.to_jsonl()) < 4 * 1024 * 1024 for one in segments)
    assert central.merge(segments).new_entries == 60


def test_the_digest_of_the_position_is_the_as_of_mark(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    ana.say(case(1), "case", CASE, alias="가")
    first = ana.ledger.position_hash()
    ana.say(case(1), "case", CASE, alias="나")
    assert ana.ledger.position_hash() != first
    central.merge(ana.segments())
    assert central.ledger.position_hash() == ana.ledger.position_hash()


def test_a_wrong_clock_is_put_right_for_a_range_of_segments(town):
    ana, bora, central = town.laptop("ana"), town.laptop("bora"), town.laptop("central")
    ana.wall.ms += 400 * 24 * 3_600_000
    ana.say(case(1), "case", CASE, alias="앞선 시계")
    bora.wall.ms += 3_600_000
    bora.say(case(1), "case", CASE, alias="맞는 시계")
    segments = [*ana.segments(), *bora.segments()]
    report = central.merge(segments)
    assert report.clock_marked == 1
    assert central.shown("case", CASE) == {"alias": "앞선 시계"}
    assert [e.clock_marked for e in central.ledger.timeline(case(1))] == [True, False]

    log = next(log for log, device, *_ in central.ledger.logs() if device == "ana")
    fix = ClockFix(log, 0, 0, -400 * 24 * 3_600_000)
    central.ledger.fix_clock(fix, actor="central", progress=Silent())
    assert central.shown("case", CASE) == {"alias": "맞는 시계"}
    assert central.mirror.rows["case", CASE] == {"alias": "맞는 시계"}

    other = town.laptop("other")  # the fix before the words it is about
    other.merge([*central.segments()[::-1]])
    assert other.ledger.state_digest() == central.ledger.state_digest()
    central.ledger.rebuild(Silent())
    assert other.ledger.state_digest() == central.ledger.state_digest()


def test_repr_never_shows_a_value(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", CASE, alias="홍길동")
    words = ana.ledger.history("case", CASE)
    with ana.vault.reading() as db:
        shown = record(db, "case", CASE)
    op = Op("case", CASE, "alias", "홍길동")
    assert "홍길동" not in repr((words, shown, op, ana.segments(), ana.device))
