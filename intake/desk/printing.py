"""An interview on paper (상담 기록 출력): what was asked, as it was put, and what was said."""

from collections.abc import Mapping
from typing import Literal

from intake import documents
from intake.desk.lines import form_title, ms_at
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.forms import AnswerState, FormSession, QuestionView
from intake.register import Row

_STATES: dict[AnswerState, Literal["UNK", "NOTASKED", "DECLINED"]] = {
    AnswerState.UNK: "UNK",
    AnswerState.NOTASKED: "NOTASKED",
    AnswerState.DECLINED: "DECLINED",
}


def print_interview(
    rooms: Rooms,
    interview: Row,
    session: FormSession,
    note: str,
    known: Mapping[str, str],
) -> NamedBytes:
    """Return the PDF; its name carries the case number and nothing else."""
    case = rooms.case(str(interview["case"]))
    number = str(case["number"] or "")
    paper = documents.InterviewPrint(
        number=number,
        form_title=form_title(rooms, session.form.id, session.form.version),
        form_version=session.form.version,
        counselor=str(interview["counselor"] or ""),
        began_ms=ms_at(interview["started_at"]),
        finished_ms=ms_at(interview["ended_at"]) or None,
        sections=_sections(session, known),
        alias=str(case["alias"] or ""),
        note=note,
        as_of=rooms.texts.moment(rooms.clock.wall()),
        fingerprint=rooms.ledger.position_hash()[:16],
    )
    return NamedBytes(
        f"{number}.pdf", documents.draw_interview_print(paper, rooms.language)
    )


def _sections(
    session: FormSession, known: Mapping[str, str]
) -> "tuple[documents.PrintedSection, ...]":
    views = [view for view in session.snapshot() if view.is_question and view.relevant]
    return tuple(
        documents.PrintedSection(
            one.title,
            tuple(_answer(view, known) for view in views if view.section == one.path),
        )
        for one in session.sections()
    )


def _answer(view: QuestionView, known: Mapping[str, str]) -> "documents.PrintedAnswer":
    if view.path in known:  # told elsewhere and not asked again
        return documents.PrintedAnswer(view.label, "OK", known[view.path])
    if view.state is not AnswerState.OK:
        return documents.PrintedAnswer(view.label, _STATES[view.state])
    labels = {choice.value: choice.label for choice in view.choices}
    said = (
        ", ".join(labels.get(code, code) for code in view.codes)
        if view.choices
        else str(view.value or "")
    )
    return documents.PrintedAnswer(view.label, "OK", said)
