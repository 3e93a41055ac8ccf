"""The interview record (상담 기록) on paper: questions and answers as they stand.

* Unknown, not asked and declined (미상, 미입력, 응답 거부) are printed as three different words.
* Words are printed as they were said: nothing is shortened, and a long answer goes on overleaf.
* The margins name the state of the ledger; the alias stands on the page, never in a margin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from reportlab.platypus import Flowable

from intake.documents.paper import Mark, draw_paper
from intake.documents.pieces import facts, gap, title
from intake.documents.typeface import words
from intake.text import Texts, texts_in

_TITLE = 200  # letters of a form title; Fluent takes no fact longer than 2,500

State: TypeAlias = Literal["OK", "UNK", "NOTASKED", "DECLINED"]


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """One question as it was put, and what was answered."""

    label: str
    state: State = "OK"
    value: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A group of questions under its title."""

    title: str
    answers: tuple[PrintedAnswer, ...]


@dataclass(frozen=True, slots=True)
class InterviewPrint:
    """One interview, ready for paper."""

    number: str
    form_title: str
    form_version: str
    counselor: str
    began_ms: int
    finished_ms: int | None
    sections: tuple[PrintedSection, ...]
    alias: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    as_of: str = ""
    fingerprint: str = ""


def draw_interview_print(interview: InterviewPrint, language: str) -> bytes:
    """Return the record as a PDF."""
    texts = texts_in(language)
    name = texts("paper-interview-title")
    story = [
        *title(name, texts("paper-interview-inside")),
        _facts(interview, texts),
        *_note(interview, texts),
        words(texts("paper-interview-answers"), "heading"),
        *_sections(interview, texts),
    ]
    mark = Mark(
        name,
        language,
        number=f"{texts('paper-interview-number')} {interview.number}",
        as_of=interview.as_of,
        fingerprint=interview.fingerprint,
        note=texts("paper-secret"),
    )
    return draw_paper(mark, story)


def _facts(interview: InterviewPrint, texts: Texts) -> Flowable:
    done = interview.finished_ms
    form = texts(
        "paper-interview-form-value",
        title=interview.form_title[:_TITLE],
        version=interview.form_version,
    )
    return facts(
        [
            (texts("paper-interview-number"), interview.number),
            (texts("paper-interview-alias"), interview.alias),
            (texts("paper-interview-form"), form),
            (texts("paper-interview-counselor"), interview.counselor),
            (texts("paper-interview-began"), texts.moment(interview.began_ms)),
            (
                texts("paper-interview-finished"),
                texts("paper-interview-open") if done is None else texts.moment(done),
            ),
        ]
    )


def _note(interview: InterviewPrint, texts: Texts) -> Iterator[Flowable]:
    if interview.note.strip():
        yield words(texts("paper-interview-note"), "heading")
        yield from (words(line or " ") for line in interview.note.splitlines())


def _sections(interview: InterviewPrint, texts: Texts) -> Iterator[Flowable]:
    if not any(section.answers for section in interview.sections):
        yield words(texts("paper-interview-empty"))
    for section in interview.sections:
        if section.answers:
            yield words(section.title, "subheading")
            yield from (
                piece for said in section.answers for piece in _answer(said, texts)
            )
    yield gap(2)


def _answer(said: PrintedAnswer, texts: Texts) -> Iterator[Flowable]:
    yield words(said.label, "question")
    if said.state == "OK":
        yield words(said.value, "answer")
    else:
        yield words(texts(f"paper-interview-state-{said.state.lower()}"), "state")
