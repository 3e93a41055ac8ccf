"""Somebody at the keyboard, and what the program says about content where it should not."""

import contextlib
import dataclasses

import pytest

from intake import exchange
from intake.desk import views
from intake.errors import IntakeError, InvalidInput
from intake.forms import views as forms
from intake.ledger import change, report
from intake.register import row, search
from tests.desks_at_hand import agreed


def test_a_reason_to_withdraw_a_record_is_a_code_and_never_words(desk):
    """It travels in the record's own class, to whoever has the record."""
    case = agreed(desk, "RECORD")
    record = desk.records.add("posting", case, {"url": "https://tube-a.example/v/1"})
    with pytest.raises(InvalidInput):
        desk.records.retract("posting", record, "김하늘이 원하지 않음")
    desk.records.retract("posting", record, "noted-twice")


@pytest.mark.parametrize(
    "typed", ["①", "²", "٣", "9" * 30, "１５", "-1", "1e9", "１５세"]
)
def test_no_number_a_hand_can_type_breaks_an_interview(desk, typed):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    numbers = [
        one.path
        for one in desk.interviews.page(interview).questions
        if one.kind in {"integer", "int"} or "age" in one.path
    ]
    assert numbers
    for path in numbers:
        with contextlib.suppress(IntakeError):
            desk.interviews.answer(interview, path, typed)
    assert desk.interviews.page(interview).id == interview


def test_an_interview_taken_back_with_words_in_progress_does_not_keep_the_desk_from_locking(
    desk,
):
    case = agreed(desk, "RECORD")
    gone = desk.interviews.begin(case, "intake")
    kept = desk.interviews.begin(case, "intake")
    desk.interviews.draft(gone, "note", "지우기로 한 말")
    desk.interviews.draft(kept, "note", "남길 말")
    desk.records.retract("interview", gone, "mistaken")
    desk.lock()
    assert desk._closed


CONTENT = {"alias", "text", "snippet", "value", "note", "known", "answer", "body"}


@pytest.mark.parametrize("room", [views, forms, exchange, change, report, search, row])
def test_no_value_shows_content_in_its_repr(room):
    shown = {
        f"{name}.{field.name}"
        for name, one in vars(room).items()
        if isinstance(one, type) and dataclasses.is_dataclass(one)
        if one.__dataclass_params__.repr and "__repr__" in vars(one)
        for field in dataclasses.fields(one)
        if field.repr and field.name in CONTENT
    }
    assert shown <= OWN_REPR


OWN_REPR: set[str] = set()
