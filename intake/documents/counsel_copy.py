"""A copy of counselling records (상담기록 사본): for the person herself, or for a body she agreed to.

* Words stand as they were said. What is left out is not silently gone: where it stood stands
  ``[가림]``, and why is said by its ground, never by a word of what it was.
* Unknown, not asked and declined (미상, 미입력, 응답 거부) are three different words here too.
* A long record goes on overleaf; nothing is shortened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph

from intake.documents.court_head import ending, margins
from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import facts, gap, listed, title
from intake.documents.typeface import BOLD, STYLES, shown, words
from intake.progress import Progress, Silent
from intake.text import Texts, texts_in

_QUIET = Silent()
_HIDDEN = "\ufdd0"  # no character of any text: where something was left out
State: TypeAlias = Literal["OK", "UNK", "NOTASKED", "DECLINED", "HIDDEN"]


@dataclass(frozen=True, slots=True)
class CopiedLine:
    """One question with its answer, or one part of a note; ``pieces`` are what may be read.

    Between two pieces something was left out. A line that is left out whole is HIDDEN.
    """

    label: str
    pieces: tuple[str, ...] = field(default=(), repr=False)
    state: State = "OK"


@dataclass(frozen=True, slots=True)
class CopiedRecord:
    """One interview, log entry or note."""

    kind: str
    when: str
    by: str
    lines: tuple[CopiedLine, ...]
    about: tuple[tuple[str, str], ...] = ()  # form, method … : label, value


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out, as a list at the end says it: where and on which ground."""

    what: str
    why: str
    places: int


@dataclass(frozen=True, slots=True)
class CounselCopy:
    """Everything that stands in the copy."""

    center: str
    about: str = field(repr=False)  # the case number
    addressee: str = field(repr=False)
    made_on: str
    made_by: str
    checked_by: str
    number: str
    as_of: str
    fingerprint: str
    basis: str
    records: tuple[CopiedRecord, ...]
    left_out: tuple[LeftOut, ...]
    extent: str  # as a sentence: all records, or how many of how many
    hers: bool = True  # for the person herself
    outward: bool = True
    draft: bool = False


def pieces_of(text: str, words_out: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:  # fmt: skip
    """Return a text without some words, in pieces, and how often each of the words stood there.

    >>> pieces_of("김가람이 왔다", ("김가람",))
    (('', '이 왔다'), (1,))
    """
    told, counts = [text], []
    for out in words_out:
        parts = [piece.split(out) for piece in told]
        counts.append(sum(len(one) - 1 for one in parts))
        told = [piece for one in parts for piece in one]
    return tuple(told), tuple(counts)


def draw_counsel_copy(paper: CounselCopy, language: str, progress: Progress = _QUIET) -> bytes:  # fmt: skip
    """Return the copy as a PDF.

    Raises:
        Cancelled: from ``progress``, between two records; nothing is left.
    """
    texts = texts_in(language)
    name = texts("paper-copy-title")
    lead = texts("paper-copy-for-her" if paper.hers else "paper-copy-for-others")
    asked = words(texts("paper-copy-asked-only"), "small")
    story = [*title(name, lead), _facts(paper, texts), gap(1), asked, gap(1)]
    if not paper.records:
        story.append(words(texts("paper-copy-empty")))
    for at, record in enumerate(paper.records):
        progress.step(at, len(paper.records), "progress-drawing")
        story += _record(at + 1, record, texts)
    story.append(_end(paper, texts))
    return draw_paper(_margins(paper, name, language), story)


def _margins(paper: CounselCopy, name: str, language: str) -> Mark:
    """Return the margins; a copy for the person herself is not marked as going to others."""
    mark, texts = margins(paper, name, language), texts_in(language)
    meant = texts("paper-result-for-her") if paper.hers else mark.note
    pale = texts("paper-draft") if paper.draft else ""
    return replace(mark, note=" · ".join((meant, texts("paper-secret"))), watermark=pale)  # fmt: skip


def _facts(paper: CounselCopy, texts: Texts) -> Flowable:
    rows = (
        ("paper-copy-number", paper.about),
        ("paper-copy-addressee", paper.addressee),
        ("paper-copy-extent", paper.extent),
        ("paper-made-by", paper.center),
        ("paper-copy-officer", paper.made_by),
        ("paper-copy-checked", paper.checked_by),
    )
    return facts([(texts(name), value or " ") for name, value in rows])


# --- records -----------------------------------------------------------------------------


def _record(number: int, record: CopiedRecord, texts: Texts) -> Iterator[Flowable]:
    head = words(f"{number}. {record.kind}", "heading")
    told = [one for one in (record.when, record.by) if one]
    told += [f"{label} {value}" for label, value in record.about if value]
    yield KeepTogether([head, words(" · ".join(told), "small"), gap(1)])
    if not record.lines:
        yield words(texts("paper-copy-no-words"), "state")
    for line in record.lines:
        yield from _line(line, texts)


def _line(line: CopiedLine, texts: Texts) -> Iterator[Flowable]:
    if line.label:
        yield words(line.label, "question")
    if line.state == "HIDDEN":
        yield _answer(_mark(texts))
    elif line.state != "OK":
        yield words(texts(f"paper-interview-state-{line.state.lower()}"), "state")
    else:
        # A paragraph for every line: one that is longer than its page continues overleaf.
        whole = _HIDDEN.join(piece.replace(_HIDDEN, " ") for piece in line.pieces)
        for part in whole.splitlines() or [""]:
            yield _answer(_mark(texts).join(map(shown, part.split(_HIDDEN))) or " ")


def _answer(marked: str) -> Flowable:
    return Paragraph(marked, STYLES["answer"])


def _mark(texts: Texts) -> str:
    return f'<font name="{BOLD}">{shown(texts("paper-copy-mark"))}</font>'


# --- the end -----------------------------------------------------------------------------


def _left_out(paper: CounselCopy, texts: Texts) -> list[Flowable]:
    if not paper.left_out:
        return []
    side = 24 * mm
    what = 58 * mm
    heads = [words(texts(f"paper-copy-{one}"), "label") for one in ("what", "why", "places")]  # fmt: skip
    rows = [[words(one.what, "aside"), words(one.why, "aside"), words(texts.number(one.places), "count")] for one in paper.left_out]  # fmt: skip
    return [
        words(texts("paper-copy-left-out"), "heading"),
        words(texts("paper-copy-left-out-note"), "small"),
        gap(1),
        listed([heads, *rows], [what, WIDTH - side - what, side]),
    ]


def _end(paper: CounselCopy, texts: Texts) -> Flowable:
    told = ["paper-copy-attest"]
    if paper.hers and paper.left_out:
        told.insert(0, "paper-copy-complaint")
    return ending(paper, texts, *_left_out(paper, texts), told=told)
